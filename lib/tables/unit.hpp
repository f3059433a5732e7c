// SPDX-License-Identifier: BSL-1.0
/// @file
/// The unit of a row, a column or a whole table, as it stands apart from its figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <tongket/model.hpp>

#include "page/document.hpp"

namespace tongket {

/// Where the unit of a figure is told.
enum class UnitRule : std::uint8_t { cell, column, label, head, table, row_above, noun, comparison };

/// What the figures of a row, a column or a table count.
struct TableUnit {
    std::string unit;
    MeasureKind kind = MeasureKind::count;
    int scale = 0;  ///< power of ten by which a figure is multiplied: 9 for `tỷ đồng`, 3 for `1.000 đồng`
    std::optional<Per> per;
    UnitRule rule = UnitRule::cell;
};

/// Reads `tỷ đồng`, `1.000 lượt người`, `thuê bao/100 dân`, `%`; nothing where the words are not one unit as a whole.
/// @param trusted  that the words surely are a unit, as those of a column of units are: nouns that the lexicon does
/// not know are taken as well
[[nodiscard]] std::optional<TableUnit> read_unit(const Document& document, TokenRange words, bool trusted);

}  // namespace tongket
