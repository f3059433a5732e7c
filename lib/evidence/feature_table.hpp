// SPDX-License-Identifier: BSL-1.0
/// @file
/// The names of features and the rows of a model that they stand in.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongket::evidence {

/// Features of one kind: their kind's name and what each says.
struct FeatureGroup {
    std::string_view name;
    std::vector<std::string_view> arguments;
};

/// All features by row: the row of a feature is its argument behind those of the groups before.
class FeatureTable {
  public:
    /// Copies the names.
    explicit FeatureTable(std::span<const FeatureGroup> groups);
    /// `group:argument` of every row, as weight files name it.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    /// The row of a feature; one past all names for one that the table lacks, such as a phrase that only a user's
    /// lexicon knows.
    [[nodiscard]] std::size_t row(std::size_t group, std::size_t argument) const noexcept {
        const std::size_t first = first_row_[group];
        return argument < first_row_[group + 1] - first ? first + argument : names_.size();
    }

  private:
    std::vector<std::string> names_;
    std::vector<std::size_t> first_row_;  // by group, and one past the last
};

}  // namespace tongket::evidence
