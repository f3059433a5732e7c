// SPDX-License-Identifier: BSL-1.0
/// @file
/// Normalisation to NFC of the letters that Vietnamese pages have, so that ICU is asked only for others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/shift_table.hpp"

namespace tongket {

/// Length in bytes of the valid UTF-8 sequence at `at`, 0 where there is none.
[[nodiscard]] std::size_t sequence_length(std::string_view text, std::size_t at) noexcept;

/// What one pass over a text tells.
struct TextCheck {
    std::size_t invalid = std::string_view::npos;  ///< offset of the first byte that is not part of valid UTF-8
    bool common = true;      ///< of letters that Vietnamese pages are made of, and so normalised, without hidden ones
    bool normalized = true;  ///< only of code points that are NFC wherever they stand; false: not known
};

/// Checks a text up to its first invalid byte.
[[nodiscard]] TextCheck check_text(std::string_view text) noexcept;

/// Composes Vietnamese letters that are followed by their marks; shape (â ă ơ) and tone in any order that Unicode
/// holds for equivalent.
/// @param text    valid UTF-8
/// @param out     receives the text in NFC
/// @param shifts  receives where positions shift
/// @returns false where the text has anything else that might not be NFC; `out` and `shifts` then mean nothing
[[nodiscard]] bool compose_vietnamese(std::string_view text, std::string& out, ShiftTable& shifts);

/// Appends a code point below U+10000 that is no surrogate.
void append_utf8(std::string& out, char32_t c);

}  // namespace tongket
