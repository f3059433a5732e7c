// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text whose words a converter took apart or wrote in letters of an old font.
#pragma once

#include <string_view>

#include "page/document.hpp"

namespace tongket {

/// From this share on a text is damaged: of sound pages it is that of units, names of things and foreign words.
inline constexpr double damaged_share = 0.15;

/// Whether a word may be a syllable: Vietnamese letters, vowels between consonants of which some begin syllables and
/// some end them.
[[nodiscard]] bool is_syllable(std::string_view word);

/// Which share of a page's words in small letters are no syllables. Of a long page estimated from a part of the words;
/// those that the lexicon knows count as syllables, but for the shortest.
/// @returns 0 where there are too few words to tell
[[nodiscard]] double share_of_no_syllables(const Document& document);

}  // namespace tongket
