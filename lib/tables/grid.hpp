// SPDX-License-Identifier: BSL-1.0
/// @file
/// Rows of cells in a text, by their marks alone.
#pragma once

#include <string_view>
#include <vector>

#include <tongket/span.hpp>

namespace tongket {

/// The words of a cell, without blanks at their ends: several pieces where a cell has several lines, none where it is
/// empty.
using GridCell = std::vector<Span>;

/// A row of cells, of one line or several, or a line without any between two such.
struct GridRow {
    Span line;                    ///< without its line break
    std::vector<GridCell> cells;  ///< the last not empty; none in a rule (`|---|---|`)
    bool clear = true;            ///< false where it is not sure which lines belong to the row
};

/// Neighbouring lines that are parted into cells in one way.
struct Grid {
    std::vector<GridRow> rows;   ///< never empty; no blank lines
    std::vector<Span> captions;  ///< the lines before it that may tell of it, the farthest first
    std::vector<Span> notes;     ///< the lines right behind it that begin like notes to a table
    bool clear = true;           ///< false where its columns, or the cells of its head, cannot be told apart
    bool one_row = false;  ///< of figures, and blanks alone part its cells: only its head may show that it is one
};

/// Finds the lines of a text that tabs, or `|`, part into cells. An indented line is none, nor is one of a bullet or
/// a number and its text. Time is linear in the text, and a look at its bytes where it has neither mark.
/// @param text  with lines that end in `\n`, `\r`, `\v` or `\f`
[[nodiscard]] std::vector<Grid> find_grids(std::string_view text);

}  // namespace tongket
