// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which lines of a wrapped text go on in the next.
#pragma once

#include <string_view>
#include <vector>

#include "wrap/margin.hpp"

namespace tongket {

/// @param text       valid UTF-8
/// @param lines      those of the text
/// @param furniture  for each whether it belongs to no text
/// @returns for each line whether it goes on with the last one before it that belongs to the text
[[nodiscard]] std::vector<bool> find_soft_breaks(std::string_view text, const std::vector<TypedLine>& lines,
                                                 const std::vector<bool>& furniture, const Margin& margin);

}  // namespace tongket
