// SPDX-License-Identifier: BSL-1.0
/// @file
/// Rows as CSV that spreadsheets open rightly.
#pragma once

#include <span>
#include <string>

#include "cli/measure_rows.hpp"

namespace tongket::cli {

/// A byte order mark, by which spreadsheets know that the text is UTF-8, and the names of the columns.
[[nodiscard]] std::string csv_head(std::span<const Column> columns);

/// A row (RFC 4180). No cell is run as a formula: a `'` stands before `=`, `+`, `-` and `@` at the beginning of a
/// text or behind a `;`, a tab or a line break in it, and before a tab or a line break at its beginning.
[[nodiscard]] std::string csv_row(std::span<const Cell> cells);

}  // namespace tongket::cli
