// SPDX-License-Identifier: BSL-1.0
/// @file
/// The features by which the genre of a page is told, and their names.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "evidence/feature_table.hpp"

namespace tongket {

/// What a genre model decides between.
inline constexpr auto genre_labels = std::to_array<std::string_view>({"other", "report"});

/// The features that speak for and against a report; made at first use, then shared. None of them looks at the form
/// of a page, which says where it was published rather than what it is.
[[nodiscard]] const evidence::FeatureTable& genre_features();

namespace genre {

/// Where something stands in the page.
enum class Part : std::uint8_t { title, head, rest, none };

/// What the outline tells.
enum class Outlined : std::uint8_t { reviews, plans, event };

/// Sentences of the story, by steps.
inline constexpr auto length_steps = std::to_array<std::size_t>({3, 8, 20, 40});

/// Groups of features, in the order of the table.
enum class Group : std::uint8_t {
    title_cue,
    head_cue,
    page_cue,
    often_cue,
    title_has,
    head_has,
    conference,  ///< a review conference, by where it is first told
    held,        ///< the same, with an agency and a verb of holding
    kind,        ///< what the outline makes of it
    periods,
    length,
    count_
};

}  // namespace genre

}  // namespace tongket
