// SPDX-License-Identifier: BSL-1.0
/// @file
/// How Vietnamese a text, or a word, looks.
#pragma once

#include <string_view>

namespace tongket {

/// From this share on a text reads as Vietnamese.
inline constexpr double vietnamese_share = 0.75;

/// The share of the words with letters beyond ASCII that are Vietnamese syllables, in the first 20,000 code points; 0
/// where there are no such words.
/// @param utf8  valid UTF-8
[[nodiscard]] double share_of_syllables(std::string_view utf8);

/// Whether a word could be written in Vietnamese: a syllable with at most one tone.
/// @param word  valid UTF-8 in NFC
[[nodiscard]] bool spells_syllable(std::string_view word);

/// Whether a syllable without an onset is a word by itself, as `ông` is; `ạm` and `iểm` are pieces of others.
[[nodiscard]] bool is_bare_word(std::string_view word);

/// Whether at least half of the letters beyond ASCII are of the blocks of `ạ`, `đ` and `ơ`, of which text in a legacy
/// font has none: a cheap look that spares sound texts the reading of their words.
[[nodiscard]] bool has_vietnamese_letters(std::string_view utf8) noexcept;

}  // namespace tongket
