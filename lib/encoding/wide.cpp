// SPDX-License-Identifier: BSL-1.0
#include "encoding/wide.hpp"

#include <unicode/utf.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/code_point.hpp"

namespace tongket {
namespace {

using namespace std::string_view_literals;

// The marks of UTF-32 first: that of little-endian UTF-16 is the beginning of one.
constexpr std::array<WideEncoding, 4> encodings{{{"utf-32-le", "UTF-32-LE", "\xFF\xFE\0\0"sv, 4, true},
                                                 {"utf-32-be", "UTF-32-BE", "\0\0\xFE\xFF"sv, 4, false},
                                                 {"utf-16-le", "UTF-16-LE", "\xFF\xFE"sv, 2, true},
                                                 {"utf-16-be", "UTF-16-BE", "\xFE\xFF"sv, 2, false}}};
constexpr const WideEncoding &utf_32_le = encodings[0], &utf_32_be = encodings[1], &utf_16_le = encodings[2],
                             &utf_16_be = encodings[3];

/// The first unit, which is whole.
std::uint32_t first_unit(std::string_view bytes, const WideEncoding& encoding) noexcept {
    std::uint32_t unit = 0;
    for (std::size_t i = 0; i < encoding.unit; ++i) {
        const std::size_t place = encoding.little_endian ? encoding.unit - 1 - i : i;
        unit = unit << 8U | static_cast<unsigned char>(bytes[place]);
    }
    return unit;
}

/// A code point, or what is none.
struct WideCodePoint {
    std::uint32_t value;
    std::size_t length;  ///< in bytes
};

WideCodePoint first_code_point(std::string_view bytes, const WideEncoding& encoding) noexcept {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    if (bytes.size() < encoding.unit) return {none, bytes.size()};
    const std::uint32_t unit = first_unit(bytes, encoding);
    if (encoding.unit != 2 || !U16_IS_LEAD(unit)) return {unit, encoding.unit};
    const std::string_view rest = bytes.substr(encoding.unit);
    if (rest.size() < encoding.unit) return {none, bytes.size()};
    const std::uint32_t trail = first_unit(rest, encoding);
    if (!U16_IS_TRAIL(trail)) return {none, encoding.unit};
    return {static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(unit, trail)), 2 * encoding.unit};
}

}  // namespace

const WideEncoding* find_wide_encoding(std::string_view bytes) noexcept {
    const WideEncoding* const encoding = wide_encoding_by_mark(bytes);
    return encoding != nullptr ? encoding : wide_encoding_by_form(bytes);
}

const WideEncoding* wide_encoding_by_mark(std::string_view bytes) noexcept {
    for (const WideEncoding& encoding : encodings)
        if (bytes.starts_with(encoding.mark)) return &encoding;
    return nullptr;
}

const WideEncoding* wide_encoding_by_form(std::string_view bytes) noexcept {
    constexpr std::size_t looked_at = 4096;
    const std::string_view sample = bytes.substr(0, looked_at);
    if (sample.size() < 4 || bytes.size() % 2 != 0 || sample.find('\0') == std::string_view::npos) return nullptr;

    const auto zeros_at = [&](std::size_t first, std::size_t step) {
        std::size_t zeros = 0;
        for (std::size_t i = first; i < sample.size(); i += step) zeros += sample[i] == '\0' ? 1 : 0;
        return zeros;
    };
    const std::size_t quarter = sample.size() / 4, half = sample.size() / 2;
    if (bytes.size() % 4 == 0) {
        const std::array zeros{zeros_at(0, 4), zeros_at(1, 4), zeros_at(2, 4), zeros_at(3, 4)};
        // Where the other bytes are zeros too there are no letters.
        if (zeros[2] == quarter && zeros[3] == quarter && zeros[0] * 8 < quarter) return &utf_32_le;
        if (zeros[0] == quarter && zeros[1] == quarter && zeros[3] * 8 < quarter) return &utf_32_be;
    }
    const std::size_t even = zeros_at(0, 2), odd = zeros_at(1, 2);
    if (odd > half / 4 && even < odd / 8) return &utf_16_le;
    if (even > half / 4 && odd < even / 8) return &utf_16_be;
    return nullptr;
}

WideText read_wide(std::string_view bytes, const WideEncoding& encoding) {
    const std::size_t length = bytes.size();
    WideText wide;
    wide.text.reserve(bytes.size());
    while (!bytes.empty()) {
        const WideCodePoint c = first_code_point(bytes, encoding);
        constexpr std::uint32_t last_code_point = 0x10FFFF;
        if (c.value <= last_code_point && !U_IS_SURROGATE(c.value)) {
            append_code_point(wide.text, static_cast<char32_t>(c.value));
        } else {
            if (!wide.malformed) wide.malformed = length - bytes.size();
            wide.text += replacement_character;
        }
        bytes.remove_prefix(c.length);
    }
    return wide;
}

}  // namespace tongket
