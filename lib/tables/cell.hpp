// SPDX-License-Identifier: BSL-1.0
/// @file
/// The figure in a cell of a table.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <tongket/model.hpp>

#include "islands/islands.hpp"
#include "page/document.hpp"
#include "tables/unit.hpp"

namespace tongket {

/// What a cell holds.
enum class CellKind : std::uint8_t {
    empty,   ///< nothing, or a mark for it: `-`, `x`
    words,   ///< no digits
    figure,  ///< a number, with or without its unit, and no other words
    digits   ///< digits that are no figure: a day, a telephone number, a text with numbers
};

/// A cell as it was read.
struct Cell {
    CellKind kind = CellKind::empty;
    TokenRange words;                    ///< without footnote marks
    QuantityMention mention;             ///< of a figure
    std::optional<Direction> direction;  ///< by its sign: `+5,2`, `-3`
    [[nodiscard]] bool figure() const noexcept { return kind == CellKind::figure; }
    /// Whether a figure has a unit of its own.
    [[nodiscard]] bool tells_unit() const noexcept {
        return mention.quantity.unit || mention.quantity.amount.scale > 0 || mention.quantity.per_unit;
    }
};

[[nodiscard]] Cell read_cell(const Document& document, TokenRange words);

/// Which of `.` and `,` parts thousands in a table, by the figures that can only be read in one way.
enum class Separators : std::uint8_t { unknown, vietnamese, english, mixed };

/// What the figures of a table show; `102,7` and `1.027.500` are Vietnamese, `102.7` and `1,027.5` English.
[[nodiscard]] Separators separators_of(const Document& document, const std::vector<Cell>& figures);

/// The value side of a figure, as `read_quantity`, without text and span.
/// @param unit  that of its row, column or table, where it has none of its own
/// @returns nothing where it cannot be read for sure or held exactly; a diagnostic says why, at a place in the
/// document's text
[[nodiscard]] std::optional<Measure> read_figure(const Document& document, const Cell& cell,
                                                 const std::optional<TableUnit>& unit, Separators separators,
                                                 std::vector<Diagnostic>& diagnostics);

}  // namespace tongket
