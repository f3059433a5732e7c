// SPDX-License-Identifier: BSL-1.0
/// @file
/// A linear model over a chain: integer weights by feature and label, and by transition. Read from text, then only
/// added up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongket::evidence {

/// Most labels that a model may have.
inline constexpr std::size_t most_labels = 16;

/// A weight or a sum of weights for each label.
using Scores = std::array<std::int32_t, most_labels>;

/// How one place of the chain follows the one before it.
enum class Step : std::uint8_t {
    inside,  ///< in the same line
    next     ///< in a later line, or the first of the page
};
/// The names of the steps in weight files, in the order of `Step`.
inline constexpr std::array step_names = std::to_array<std::string_view>({"inside", "next"});

/// The weights of one decision.
///
/// The text has lines `feature <TAB> label=weight label=weight ...`, `#` before comments; of a feature that has
/// several the weights add up. The features `inside:LABEL` and `next:LABEL` are the transitions from that label.
class Model {
  public:
    /// @param text      the weights; needs not outlive the model
    /// @param labels    the names of the labels, at most `most_labels`; must outlive it
    /// @param features  the names of the features, by their row; a feature without a line has no weight
    /// @throws std::invalid_argument for a line that is none, or names an unknown label or feature
    Model(std::string_view text, std::span<const std::string_view> labels, std::span<const std::string> features);

    [[nodiscard]] std::span<const std::string_view> labels() const noexcept { return labels_; }
    /// The weights of a feature; the row behind the last stands for unknown ones, which have none.
    [[nodiscard]] const Scores& weights(std::size_t row) const noexcept { return rows_[row]; }
    /// The weights of going from label `from` to each label.
    [[nodiscard]] const Scores& transition(Step step, std::size_t from) const noexcept {
        return transitions_[static_cast<std::size_t>(step)][from];
    }
    /// Adds the weights of a feature.
    void add(std::size_t row, Scores& sum) const noexcept {
        for (std::size_t label = 0; label < most_labels; ++label) sum[label] += rows_[row][label];
    }

  private:
    std::span<const std::string_view> labels_;
    std::vector<Scores> rows_;
    std::array<std::array<Scores, most_labels>, step_names.size()> transitions_{};
};

}  // namespace tongket::evidence
