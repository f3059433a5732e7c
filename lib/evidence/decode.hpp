// SPDX-License-Identifier: BSL-1.0
/// @file
/// The best labels of a chain, and how far ahead each is of the next best.
#pragma once

#include <vector>

#include "evidence/model.hpp"

namespace tongket::evidence {

/// One place of the chain: what its features add up to, and how it follows the one before.
struct Place {
    Scores scores{};
    Step step = Step::next;
};

/// The label chosen for a place.
struct Decision {
    std::uint8_t label = 0;
    std::uint8_t next_best = 0;  ///< the label of the best chain with another one here
    /// By how much the best chain beats the best one with another label here; never negative.
    std::int32_t margin = 0;
};

/// The labels of the chain with the highest sum of scores and transitions (Viterbi; of two equal ones the label named
/// first). Costs the square of the number of labels for each place.
[[nodiscard]] std::vector<Decision> decode(const Model& model, const std::vector<Place>& chain);

}  // namespace tongket::evidence
