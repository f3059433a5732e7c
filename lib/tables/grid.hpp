// SPDX-License-Identifier: BSL-1.0
/// @file
/// Rows of cells in a text, by their marks alone.
#pragma once

#include <string_view>
#include <vector>

#include <tongket/span.hpp>

namespace tongket {

/// A line of cells, or a line without any between two such.
struct GridRow {
    Span line;                ///< without its line break
    std::vector<Span> cells;  ///< without blanks at their ends, the last not empty; none in a rule (`|---|---|`)
};

/// Neighbouring lines that are parted into cells by one mark.
struct Grid {
    char mark = '\t';            ///< or `|`
    std::vector<GridRow> rows;   ///< never empty; no blank lines
    std::vector<Span> captions;  ///< the lines before it that may tell of it, the farthest first
    std::vector<Span> notes;     ///< the lines right behind it that begin like notes to a table
};

/// Finds the lines of a text that tabs, or `|`, part into cells. An indented line is none, nor is one of a bullet or
/// a number and its text. Time is linear in the text, and a look at its bytes where it has neither mark.
/// @param text  with lines that end in `\n`, `\r`, `\v` or `\f`
[[nodiscard]] std::vector<Grid> find_grids(std::string_view text);

}  // namespace tongket
