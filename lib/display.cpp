// SPDX-License-Identifier: BSL-1.0
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "display.hpp"

namespace tongket {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// A code point and the bytes it stands in; `value` is negative where they are not UTF-8.
struct CodePoint {
    UChar32 value;
    std::string_view bytes;
};

/// Takes the first code point off `text`, which is not empty.
CodePoint take_code_point(std::string_view& text) noexcept {
    // A code point has at most four bytes; ICU counts in 32 bits.
    const std::string_view head = text.substr(0, 4);
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(head.data());
    const auto size = static_cast<std::int32_t>(head.size());
    std::int32_t used = 0;
    UChar32 value = 0;
    U8_NEXT(bytes, used, size, value);
    const std::string_view taken = text.substr(0, static_cast<std::size_t>(used));
    text.remove_prefix(taken.size());
    return {value, taken};
}

std::size_t width_of(UChar32 value) noexcept {
    if (value < 0) return 1;
    switch (u_charType(value)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
            return 0;
        default:
            break;
    }
    const int east_asian_width = u_getIntPropertyValue(value, UCHAR_EAST_ASIAN_WIDTH);
    return east_asian_width == U_EA_WIDE || east_asian_width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_blank(UChar32 value) noexcept { return value == '\t' || value == '\n' || value == '\r'; }

bool steers_terminal(UChar32 value) noexcept {
    if (value < 0) return true;
    switch (u_charType(value)) {
        case U_CONTROL_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return true;
        default:
            return u_hasBinaryProperty(value, UCHAR_BIDI_CONTROL) != 0;
    }
}

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    while (!text.empty()) width += width_of(take_code_point(text).value);
    return width;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint code_point = take_code_point(text);
        if (is_blank(code_point.value)) {
            out += ' ';
        } else {
            out += steers_terminal(code_point.value) ? replacement : code_point.bytes;
        }
    }
    return out;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return {};
    std::string out;
    // One column is for the ellipsis. Marks of width 0 stay with the letter before them.
    for (std::size_t used = 0; !text.empty();) {
        const CodePoint code_point = take_code_point(text);
        used += width_of(code_point.value);
        if (used > width - 1) break;
        out += code_point.bytes;
    }
    // A blank before the ellipsis looks lost.
    while (out.ends_with(' ')) out.pop_back();
    return out += ellipsis;
}

}  // namespace tongket
