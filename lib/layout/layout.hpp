// SPDX-License-Identifier: BSL-1.0
/// @file
/// What each line of the page seems to be by its shape and its neighbours. The zones weigh it as evidence.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/line_role.hpp"
#include "layout/line_shapes.hpp"

namespace tongket {

/// The lines of a page with their parts.
struct Layout {
    std::vector<LineRole> roles;  ///< by line
    std::vector<bool> repeated;   ///< by line: the same words stand in another line of the story
    std::size_t first_body = 0;   ///< the first line of the story proper; the number of lines where there is none
    std::size_t last_body = 0;    ///< its last line
    bool prose = true;            ///< whether any line is prose; else the story is a headline or lines of figures
    std::optional<TokenRange> title;
    std::optional<std::size_t> second_report;  ///< the line of another report's headline, behind this one
    /// Whether there is anything but chrome.
    [[nodiscard]] bool story() const noexcept { return first_body < roles.size(); }
};

/// Finds where the story begins and ends, its headline, captions and leads. Time is linear in the page.
[[nodiscard]] Layout lay_out(const Document& document, const Islands& islands, const LineShapes& shapes);

}  // namespace tongket
