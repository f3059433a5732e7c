// SPDX-License-Identifier: BSL-1.0
/// @file
/// How Vietnamese a text looks.
#pragma once

#include <string_view>

namespace tongket {

/// From this share on a text reads as Vietnamese.
inline constexpr double vietnamese_share = 0.75;

/// The share of the words with letters beyond ASCII that are Vietnamese syllables, in the first 20,000 code points; 0
/// where there are no such words.
/// @param utf8  valid UTF-8
[[nodiscard]] double share_of_syllables(std::string_view utf8);

/// Whether at least half of the letters beyond ASCII are of the blocks of `ạ`, `đ` and `ơ`, of which text in a legacy
/// font has none: a cheap look that spares sound texts the reading of their words.
[[nodiscard]] bool has_vietnamese_letters(std::string_view utf8) noexcept;

}  // namespace tongket
