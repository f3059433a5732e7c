// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ranges of figures that a line break parts at their dash.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "wrap/margin.hpp"

namespace tongket {

/// Whether a line that ends with a number is followed by one that goes on with a greater number, with a dash between
/// them: `... từ 4,5` and `- 5% ...`, `... từ 10 -` and `12% ...`. A year goes on with a year only.
[[nodiscard]] bool parts_range(std::string_view line, std::string_view next);

/// The blanks at which a converter joined two lines and left out the dash of a range at the end of the first: in a
/// line that is longer than the page is wide, between two numbers, where the first line had no room for the second.
/// @param text  in which the line was typed
/// @returns places in the text, in order
[[nodiscard]] std::vector<std::size_t> lost_dashes(std::string_view text, const TypedLine& line,
                                                   const Margin& margin);

}  // namespace tongket
