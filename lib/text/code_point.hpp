// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text that need not be UTF-8, one code point after the other.
#pragma once

#include <unicode/utf8.h>

#include <cstdint>
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

}  // namespace tongket
