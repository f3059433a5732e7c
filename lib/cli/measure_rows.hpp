// SPDX-License-Identifier: BSL-1.0
/// @file
/// Measures as rows of a table, one measure a row: the columns of the Python package's `to_frame(reports,
/// "measures")`, but that `begin` and `end` count bytes. Words stand in one line.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tongket/decimal.hpp>
#include <tongket/model.hpp>

namespace tongket::cli {

/// What is in a cell; `std::monostate` where there is nothing.
using Cell = std::variant<std::monostate, std::string, Decimal, std::int64_t, bool>;

enum class ColumnType : std::uint8_t {
    text,
    number,  ///< a decimal
    integer,
    truth,
    date  ///< ISO 8601
};

struct Column {
    std::string_view name;
    ColumnType type;
};

[[nodiscard]] std::span<const Column> measure_columns() noexcept;

/// A row for each measure, with a cell for each column.
/// @param name  what the report is called
[[nodiscard]] std::vector<std::vector<Cell>> measure_rows(const Report& report, const std::string& name);

}  // namespace tongket::cli
