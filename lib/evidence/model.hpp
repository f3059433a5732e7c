// SPDX-License-Identifier: BSL-1.0
/// @file
/// A linear model over a chain: integer weights by feature and label, and by transition, that are only added up.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tongket::evidence {

/// Most labels that a model may have.
inline constexpr std::size_t most_labels = 16;

using Weight = std::int16_t;

/// A sum of weights for each label.
using Scores = std::array<std::int32_t, most_labels>;

/// How one place of the chain follows the one before it.
enum class Step : std::uint8_t {
    inside,  ///< in the same line
    next     ///< in a later line, or the first of the page
};
/// The names of the steps in weight files, in the order of `Step`.
inline constexpr std::array step_names = std::to_array<std::string_view>({"inside", "next"});

/// Weights, row after row with one for each lane.
struct WeightTables {
    std::span<const Weight> features;     ///< by feature, and a row of zeros for unknown ones behind the last
    std::span<const Weight> transitions;  ///< by step, then by the label that is left
};

/// The weights of one decision.
class Model {
  public:
    /// A row has a weight for each label, then zeros: so many together.
    [[nodiscard]] static constexpr std::size_t lanes(std::size_t labels) noexcept {
        return (labels + lanes_at_once - 1) / lanes_at_once * lanes_at_once;
    }

    /// @param labels  the names of the labels, at most `most_labels`; must outlive the model
    /// @param tables  what they view must outlive it too
    Model(std::span<const std::string_view> labels, const WeightTables& tables) noexcept
        : labels_(labels), lanes_(lanes(labels.size())), features_(tables.features) {
        for (std::size_t row = 0; row < step_names.size() * labels.size(); ++row)
            std::copy_n(tables.transitions.begin() + static_cast<std::ptrdiff_t>(row * lanes_), lanes_,
                        transitions_[row].begin());
    }

    [[nodiscard]] std::span<const std::string_view> labels() const noexcept { return labels_; }
    /// The weights of a feature; the row behind the last stands for unknown ones, which have none.
    [[nodiscard]] std::span<const Weight> weights(std::size_t row) const noexcept {
        return features_.subspan(row * lanes_, labels_.size());
    }
    /// The weights of going from label `from` to each label.
    [[nodiscard]] const Scores& transition(Step step, std::size_t from) const noexcept {
        return transitions_[static_cast<std::size_t>(step) * labels_.size() + from];
    }
    /// Adds the weights of a feature.
    void add(std::size_t row, Scores& sum) const noexcept {
        const Weight* const weights = features_.data() + row * lanes_;
        for (std::size_t first = 0; first < lanes_; first += lanes_at_once)
            for (std::size_t lane = first; lane < first + lanes_at_once; ++lane) sum[lane] += weights[lane];
    }

  private:
    static constexpr std::size_t lanes_at_once = 4;
    static_assert(most_labels % lanes_at_once == 0);

    std::span<const std::string_view> labels_;
    std::size_t lanes_;
    std::span<const Weight> features_;
    std::array<Scores, step_names.size() * most_labels> transitions_{};
};

}  // namespace tongket::evidence
