// SPDX-License-Identifier: BSL-1.0
#include "evidence/feature_table.hpp"

namespace tongket::evidence {

FeatureTable::FeatureTable(std::span<const FeatureGroup> groups) {
    for (const FeatureGroup& group : groups) {
        first_row_.push_back(names_.size());
        for (const std::string_view argument : group.arguments)
            names_.push_back(std::string(group.name) + ":" + std::string(argument));
    }
    first_row_.push_back(names_.size());
}

}  // namespace tongket::evidence
