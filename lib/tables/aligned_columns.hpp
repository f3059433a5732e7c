// SPDX-License-Identifier: BSL-1.0
/// @file
/// The columns of a table whose cells are parted by blanks alone.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tables/aligned_line.hpp"
#include "tables/grid.hpp"

namespace tongket {

/// The columns of a table, as its rows of figures show them.
struct AlignedColumns {
    std::vector<TextColumns> places;  ///< of each, from the left
    std::size_t label = 0;            ///< the first column of words
    std::size_t first_figures = 0;    ///< the first column of figures behind it

    [[nodiscard]] std::size_t count() const noexcept { return places.size(); }
    /// The column that letters stand in, or else nearest to.
    [[nodiscard]] std::size_t nearest(TextColumns letters) const noexcept;
    /// Whether letters end before the figures begin.
    [[nodiscard]] bool before_figures(TextColumns letters) const noexcept {
        return letters.end <= places[first_figures].begin;
    }
    /// The words of a line in each column.
    [[nodiscard]] std::vector<GridCell> cells_of(const AlignedLine& line) const;
};

/// Finds the columns of rows of figures: parted by letters' columns that are blank in all rows, and wide in most.
/// @param rows  lines with figures, and those that end before these
/// @returns nothing where there are no labels, or cells of one row stand in one column
[[nodiscard]] std::optional<AlignedColumns> find_aligned_columns(std::string_view text,
                                                                 const std::vector<const AlignedLine*>& rows);

}  // namespace tongket
