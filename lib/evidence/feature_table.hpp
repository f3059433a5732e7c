// SPDX-License-Identifier: BSL-1.0
/// @file
/// The names of features and the rows of a model that they stand in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tongket::evidence {

/// Features of one kind: their kind's name and what each says.
struct FeatureGroup {
    std::string name;
    std::vector<std::string_view> arguments;
};

/// All features by row: the row of a feature is its argument behind those of the groups before.
class FeatureTable {
  public:
    /// @param groups  what their arguments view must outlive the table
    explicit FeatureTable(std::vector<FeatureGroup> groups);
    /// Number of features.
    [[nodiscard]] std::size_t size() const noexcept { return first_row_.back(); }
    /// `group:argument` of a row, as weight files name it; made anew for each call.
    /// @param row  below `size()`
    [[nodiscard]] std::string name(std::size_t row) const;
    /// The names of all rows; made anew for each call.
    [[nodiscard]] std::vector<std::string> names() const;
    /// The row of a feature; one past all names for one that the table lacks, such as a phrase that only a user's
    /// lexicon knows.
    [[nodiscard]] std::size_t row(std::size_t group, std::size_t argument) const noexcept {
        const std::size_t first = first_row_[group];
        return argument < first_row_[group + 1] - first ? first + argument : size();
    }

  private:
    std::vector<FeatureGroup> groups_;
    std::vector<std::size_t> first_row_;  // by group, and one past the last
};

}  // namespace tongket::evidence
