// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tables whose columns are lined up by blanks alone, as `pdftotext -layout` writes them.
#pragma once

#include <string_view>
#include <vector>

#include "tables/grid.hpp"

namespace tongket {

/// Finds rows of figures that stand below each other, and the lines around them that belong to their table: its head,
/// labels of several lines, headings of rows. Columns are found for each page anew; rows go on over pages. Time is
/// linear in the text, and a look at its bytes where no two blanks stand together.
/// @param text  with lines that end in `\n`, `\r`, `\v` or `\f`; form feeds part pages
[[nodiscard]] std::vector<Grid> find_aligned_grids(std::string_view text);

}  // namespace tongket
