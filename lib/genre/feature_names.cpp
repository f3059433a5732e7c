// SPDX-License-Identifier: BSL-1.0
#include "genre/feature_names.hpp"

#include <cassert>
#include <utility>
#include <vector>

#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/names.hpp>

#include "evidence/phrases.hpp"

namespace tongket {

using namespace genre;

namespace {

constexpr auto part_names = std::to_array<std::string_view>({"title", "head", "rest", "none"});
static_assert(part_names.size() == static_cast<std::size_t>(Part::none) + 1);

constexpr auto outlined_names = std::to_array<std::string_view>({"reviews", "plans", "event"});
static_assert(outlined_names.size() == static_cast<std::size_t>(Outlined::event) + 1);

constexpr auto length_names = std::to_array<std::string_view>({"3", "8", "20", "40", "more"});
static_assert(length_names.size() == length_steps.size() + 1);

template <class Names>
std::vector<std::string_view> views(const Names& names) {
    return {names.begin(), names.end()};
}

}  // namespace

const evidence::FeatureTable& genre_features() {
    static const evidence::FeatureTable table = [] {
        const std::vector<std::string_view> words = evidence_phrases(), cues = views(grammar::cue_names),
                                            parts = views(part_names);
        std::vector<evidence::FeatureGroup> groups{{"title", cues},
                                                   {"head", cues},
                                                   {"page", cues},
                                                   {"often", cues},
                                                   {"title-has", words},
                                                   {"head-has", words},
                                                   {"conference", parts},
                                                   {"held", parts},
                                                   {"kind", views(enum_names<MeetingKind>)},
                                                   {"periods", views(outlined_names)},
                                                   {"length", views(length_names)}};
        assert(groups.size() == static_cast<std::size_t>(Group::count_));
        return evidence::FeatureTable(std::move(groups));
    }();
    return table;
}

}  // namespace tongket
