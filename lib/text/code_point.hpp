// SPDX-License-Identifier: BSL-1.0
/// @file
/// Code points of text that need not be UTF-8, and of text that is made.
#pragma once

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongket {

inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// A code point and the bytes it stands in.
struct CodePoint {
    UChar32 value;           ///< negative where the bytes are not UTF-8
    std::string_view bytes;  ///< of what is not UTF-8 the longest beginning of a code point, at least one byte
};

/// Takes the first code point off `text`, which is not empty.
inline CodePoint take_code_point(std::string_view& text) noexcept {
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

/// Appends a code point that is no surrogate, in UTF-8.
inline void append_code_point(std::string& text, char32_t c) {
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, static_cast<std::uint32_t>(c));
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

}  // namespace tongket
