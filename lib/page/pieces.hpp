// SPDX-License-Identifier: BSL-1.0
/// @file
/// Words that a converter took apart: `tr ạm`, `tri ệu`, `điể m`.
#pragma once

#include <cstddef>

#include "page/document.hpp"

namespace tongket {

/// Whether two neighbouring words are pieces of one: together they are a syllable, and one of them is no word by
/// itself. A letter before a word (`m ống`) may be a unit or a name, and is no piece.
/// @param first  the token of the first
[[nodiscard]] bool are_pieces(const Document& document, std::size_t first);

/// The same for a letter before a word, on a page that is known to be damaged: `30 m ô hình`.
[[nodiscard]] bool may_be_pieces(const Document& document, std::size_t first);

/// The words of a page that are in pieces.
struct BrokenWords {
    std::size_t count = 0;
    std::size_t first = 0;  ///< the token of the first piece of the first
};

/// From so many on a page is damaged; one alone may be mistyped.
inline constexpr std::size_t fewest_broken_words = 2;

/// Looks for pieces all over the page. Time is linear in it.
[[nodiscard]] BrokenWords find_broken_words(const Document& document);

}  // namespace tongket
