// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which lines of a table are the rows whose labels have several lines.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tables/aligned_columns.hpp"
#include "tables/aligned_line.hpp"

namespace tongket {

/// A line of a table's body.
struct BodyLine {
    const AlignedLine* line = nullptr;
    std::vector<GridCell> cells;  ///< by column
    bool figures = false;
    bool behind_blank_line = false;
};

/// Lines of one row, or of a heading of rows.
struct LineGroup {
    std::size_t first = 0, last = 0;  ///< one past the last
    bool clear = true;                ///< false where other lines may as well be the row's
};

/// Parts the lines of a table into rows, each with at most one line of figures: by small letters, bullets and the
/// room that was left on lines, and by where figures stand beside labels of several lines, above or in the middle.
/// Time is linear in the lines.
[[nodiscard]] std::vector<LineGroup> group_lines(std::string_view text, const std::vector<BodyLine>& lines,
                                                 const AlignedColumns& columns);

}  // namespace tongket
