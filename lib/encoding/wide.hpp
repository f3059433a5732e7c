// SPDX-License-Identifier: BSL-1.0
/// @file
/// UTF-16 and UTF-32.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tongket {

/// How wide a unit is and in which order its bytes stand.
struct WideEncoding {
    std::string_view name;     ///< as `Decoded::encoding`
    std::string_view written;  ///< `UTF-16-LE`
    std::string_view mark;     ///< the byte order mark
    std::size_t unit;          ///< bytes: 2 or 4
    bool little_endian;
};

/// The encoding whose mark the bytes begin with, or null.
[[nodiscard]] const WideEncoding* wide_encoding_by_mark(std::string_view bytes) noexcept;

/// The encoding that bytes without a mark have by their form, or null: UTF-16 has a zero byte in every ASCII letter,
/// UTF-32 in every letter; text in other encodings has none at all.
[[nodiscard]] const WideEncoding* wide_encoding_by_form(std::string_view bytes) noexcept;

/// By the mark, else by the form; or null.
[[nodiscard]] const WideEncoding* find_wide_encoding(std::string_view bytes) noexcept;

/// Text in UTF-8, with U+FFFD where the bytes are no code point.
struct WideText {
    std::string text;
    std::optional<std::size_t> malformed;  ///< offset of the first such bytes
};
[[nodiscard]] WideText read_wide(std::string_view bytes, const WideEncoding& encoding);

}  // namespace tongket
