// SPDX-License-Identifier: BSL-1.0
/// @file
/// The page as a whole: its zones, headline, dateline, byline and what it sets out to tell.
#pragma once

#include <optional>
#include <vector>

#include "meeting/letterhead.hpp"
#include "zones/zones.hpp"

namespace tongket {

/// Figures in lines that are taken for words of the site, though they do not look like its counters and menus.
struct LeftFigures {
    std::size_t count = 0;
    TokenRange range;  ///< from the first to the last
};

/// The parts of a page.
struct Page {
    std::vector<Zone> zones;  ///< a partition of the source
    Layout layout;
    Zoning zoning;  ///< by sentence
    std::optional<TokenRange> title;
    std::optional<TokenRange> byline;
    std::optional<TokenRange> outlet;
    std::optional<Published> published;
    std::optional<Letterhead> letterhead;  ///< of an agency's own report
    Outline outline;
    bool story = false;  ///< whether there is anything but chrome
    LeftFigures left;    ///< that are not read
    double genre = 0;    ///< how likely it is a report of a review conference, 0 to 1
};

/// Lays the page out, decides its zones and reads what stands around the story. The story of a page below
/// `least_genre` has no zones but `other`.
[[nodiscard]] Page read_page(Document& document, const Islands& islands);

}  // namespace tongket
