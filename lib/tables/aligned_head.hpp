// SPDX-License-Identifier: BSL-1.0
/// @file
/// The head of a table whose cells are parted by blanks alone.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tables/aligned_columns.hpp"
#include "tables/aligned_line.hpp"
#include "tables/grid.hpp"

namespace tongket {

/// The rows of a head: one, or two where cells above serve several columns. Their cells may have several lines, each
/// of which stands beside others.
/// @param lines  the highest first; not empty
/// @returns nothing where it is not sure which columns a cell serves
[[nodiscard]] std::optional<std::vector<GridRow>> read_aligned_head(std::string_view text,
                                                                    const std::vector<AlignedLine>& lines,
                                                                    const AlignedColumns& columns);

}  // namespace tongket
