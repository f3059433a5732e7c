// SPDX-License-Identifier: BSL-1.0
/// @file
/// The phrases that may speak for or against something.
#pragma once

#include <string_view>
#include <vector>

namespace tongket {

/// The phrases of class `evidence` of the built-in lexicon, by their numbers. They live as long as the program.
[[nodiscard]] std::vector<std::string_view> evidence_phrases();

}  // namespace tongket
