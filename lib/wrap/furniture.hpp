// SPDX-License-Identifier: BSL-1.0
/// @file
/// What pages of paper have above and below their text: numbers, repeated headers and footers.
#pragma once

#include <string_view>
#include <vector>

#include "wrap/margin.hpp"

namespace tongket {

/// Finds the lines where pages turn that belong to no text: page numbers, and what stands at the edges of two pages
/// or more, its figures aside. Where no form feeds say where pages turn, short lines do that count up amid sentences.
/// @returns for each line whether it is such a one
/// Time is linear in the text.
[[nodiscard]] std::vector<bool> find_furniture(std::string_view text, const std::vector<TypedLine>& lines,
                                               const Margin& margin);

}  // namespace tongket
