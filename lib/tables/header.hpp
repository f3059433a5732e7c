// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the columns of a table hold, by the words of its head.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/grammar/period.hpp>

#include "page/document.hpp"
#include "tables/unit.hpp"

namespace tongket {

/// What a column holds.
enum class ColumnKind : std::uint8_t {
    unknown,
    nothing,     ///< a head without words
    number,      ///< numbers of rows
    indicator,   ///< what is measured
    unit,        ///< its unit
    note,        ///< words about the row, whatever they are
    entity,      ///< who is counted in each row
    plan,        ///< what was to be reached
    actual,      ///< what was reached
    estimate,    ///< likewise, as an estimate
    previous,    ///< what was reached in the period before
    share,       ///< which part of another column it is, in percent
    comparison,  ///< the same, or by how much it is more or less
    change,      ///< by how much it is more or less than another
    rank
};

/// The name of what a column holds, for people.
[[nodiscard]] std::string_view name_of(ColumnKind kind) noexcept;
/// Whether a column holds figures of what its rows name.
[[nodiscard]] constexpr bool holds_figures(ColumnKind kind) noexcept { return kind >= ColumnKind::plan; }
/// Whether these are levels rather than what follows from two of them.
[[nodiscard]] constexpr bool is_level(ColumnKind kind) noexcept {
    return kind >= ColumnKind::plan && kind <= ColumnKind::previous;
}

/// What a column is compared with.
struct ColumnBase {
    ColumnKind kind = ColumnKind::unknown;  ///< `plan`, `previous`, or `actual` of a period
    std::optional<grammar::PeriodExpression> period;
    TokenRange words;  ///< as written: `so với năm 2015`; empty where the head does not say it
};

struct Column {
    ColumnKind kind = ColumnKind::nothing;
    std::optional<grammar::PeriodExpression> period;
    bool whole_year = false;  ///< of a year that is not said: `Kế hoạch năm`
    bool percent = false;     ///< a comparison in percent; a level whose unit is percent has `unit`
    bool falls = false;       ///< of a change: it says by how much it is less
    std::optional<TableUnit> unit;
    std::optional<ColumnBase> base;
    TokenRange words;               ///< of its lowest cell
    std::vector<TokenRange> cells;  ///< above each other
};

/// Reads the head of a table.
/// @param rows   its rows of cells, the highest first; a cell may be empty where one before or above it is wide
/// @param width  number of columns
[[nodiscard]] std::vector<Column> read_header(const Document& document,
                                              const std::vector<std::vector<TokenRange>>& rows, std::size_t width);

/// What the phrase of class `column` at a token says; empty where none is.
[[nodiscard]] std::string_view column_word(const Document& document, std::size_t at);

/// A time that words begin with: `năm 2016`, `6 tháng đầu năm`, `31/12/2016`, `2016`.
struct TimeWords {
    grammar::PeriodExpression period;
    std::size_t end = 0;  ///< one past its last token
};
[[nodiscard]] std::optional<TimeWords> time_at(const Document& document, std::size_t at, std::size_t end);

/// The unit that `Đơn vị tính: tỷ đồng` tells for a whole table; nothing where words say none.
[[nodiscard]] std::optional<TableUnit> told_unit(const Document& document, TokenRange words);

}  // namespace tongket
