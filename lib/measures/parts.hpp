// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which figures are parts of which.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// A figure that breaks another down; both by their index among all figures of the page.
struct PartLink {
    std::size_t part;
    std::size_t whole;
    Confidence confidence;
};

/// The parts among the figures of a sentence, of each other and of a figure of the sentence before: 'gồm', 'trong
/// đó', '(', 'với' after a level open its breakdown; it ends with its sentence, at ';', or where the parts reach the
/// whole.
/// @param figures  all so far
/// @param first    the first of the sentence
[[nodiscard]] std::vector<PartLink> find_parts(const Words& words, std::span<const Figure> figures, std::size_t first,
                                               const Sentence& sentence);

/// Figures behind a total that add up to it exactly are its parts, whether or not a word says so.
[[nodiscard]] std::vector<PartLink> find_parts_by_sums(const Words& words, std::span<const Figure> figures);

}  // namespace tongket
