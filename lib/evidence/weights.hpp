// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads the text form of a model's weights.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/model.hpp"

namespace tongket::evidence {

/// Weights that were read; as `WeightTables` has them.
struct Weights {
    std::vector<Weight> features;
    std::vector<Weight> transitions;
    /// A view of them.
    [[nodiscard]] WeightTables tables() const noexcept { return {features, transitions}; }
};

/// Reads weights.
///
/// The text has lines `feature <TAB> label=weight label=weight ...`, `#` before comments; of a feature that has
/// several the weights add up. The features `inside:LABEL` and `next:LABEL` are the transitions from that label.
/// @param labels    the names of the labels
/// @param features  the names of the features, by their row; a feature without a line has no weight
/// @throws std::invalid_argument for a line that is none, names an unknown label or feature, or has a weight beyond
/// 16 bits
[[nodiscard]] Weights read_weights(std::string_view text, std::span<const std::string_view> labels,
                                   std::span<const std::string> features);

}  // namespace tongket::evidence
