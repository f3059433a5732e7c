// SPDX-License-Identifier: BSL-1.0
/// @file
/// Figures in a comparison: whose the word `hơn` is, and the first of two levels.
#pragma once

#include <cstddef>
#include <optional>

#include <tongket/grammar/quantity.hpp>

#include "page/document.hpp"

namespace tongket {

/// What lexicon lines say of verbs of change that compare.
namespace lexicon_values {
inline constexpr std::string_view compare_verb = "compare";  ///< always
inline constexpr std::string_view extent_verb = "extent";    ///< lengths, areas and weights only beside a comparison
inline constexpr std::string_view limit_verb = "limit";      ///< anything only beside a comparison
}  // namespace lexicon_values

/// Whether the approximator of a quantity is a word of the verb before it: `hơn` is in `cao hơn 12 ca` and in
/// `cao hơn 2 m so với bờ đê`, but not in `ngọn núi cao hơn 2.000 m`, nor `quá` in `vượt quá 100 tỷ đồng`.
/// @param end  one past the quantity
[[nodiscard]] bool approximator_is_verbs(const Document& document, const grammar::QuantityExpression& quantity,
                                         std::size_t end);

/// Where the second of two levels begins, of which the first is at hand: behind `lên` in `từ 8.000 lên 10.000 người`,
/// behind `xuống` in `từ 900 năm 2015 giảm xuống 750 vụ`.
/// @param amount  the first token of the first level's number
/// @param end     one past it, its unit included
/// @returns nothing where no second level follows
[[nodiscard]] std::optional<std::size_t> second_level(const Document& document, std::size_t amount, std::size_t end);

}  // namespace tongket
