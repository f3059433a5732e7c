// SPDX-License-Identifier: BSL-1.0
#include "evidence/feature_table.hpp"

#include <algorithm>
#include <utility>

namespace tongket::evidence {

FeatureTable::FeatureTable(std::vector<FeatureGroup> groups) : groups_(std::move(groups)), first_row_{0} {
    for (const FeatureGroup& group : groups_) first_row_.push_back(first_row_.back() + group.arguments.size());
}

std::string FeatureTable::name(std::size_t row) const {
    const auto behind = std::upper_bound(first_row_.begin(), first_row_.end(), row);
    const auto group = static_cast<std::size_t>(behind - first_row_.begin()) - 1;
    return groups_[group].name + ":" + std::string(groups_[group].arguments[row - first_row_[group]]);
}

std::vector<std::string> FeatureTable::names() const {
    std::vector<std::string> names;
    names.reserve(size());
    for (std::size_t row = 0; row < size(); ++row) names.push_back(name(row));
    return names;
}

}  // namespace tongket::evidence
