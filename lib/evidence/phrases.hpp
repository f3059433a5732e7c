// SPDX-License-Identifier: BSL-1.0
/// @file
/// The phrases that may speak for or against something.
#pragma once

#include <string>
#include <vector>

namespace tongket {

/// The phrases of class `evidence` of the built-in lexicon, by their numbers.
[[nodiscard]] std::vector<std::string> evidence_phrases();

}  // namespace tongket
