// SPDX-License-Identifier: BSL-1.0
#include <unicode/uchar.h>

#include <tongket/print.hpp>

#include "text/code_point.hpp"
#include "writers/display.hpp"

namespace tongket {
namespace {

constexpr std::string_view ellipsis = "…";

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

bool is_blank(UChar32 value) noexcept { return value >= '\t' && value <= '\r'; }

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    while (!text.empty()) width += width_of(take_code_point(text).value);
    return width;
}

std::string in_one_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool parted = false;
    while (!text.empty()) {
        const CodePoint code_point = take_code_point(text);
        if (code_point.value >= 0 && u_isUWhiteSpace(code_point.value) != 0) {
            parted = true;
            continue;
        }
        if (parted && !out.empty()) out += ' ';
        parted = false;
        out += code_point.bytes;
    }
    return out;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint code_point = take_code_point(text);
        if (is_blank(code_point.value)) {
            out += ' ';
        } else {
            const bool shown = code_point.value >= 0 && !steers_terminal(static_cast<char32_t>(code_point.value));
            out += shown ? code_point.bytes : replacement_character;
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
