// SPDX-License-Identifier: BSL-1.0
/// @file
/// A report as tables for eyes.
#pragma once

#include <string>

#include <tongket/api.hpp>
#include <tongket/model.hpp>

namespace tongket {

/// How to draw tables.
struct TableOptions {
    bool colors = false;      ///< ANSI colours
    std::size_t width = 100;  ///< columns of the terminal; long cells are cut with `…`, what is measured is not
};

/// Meeting, people, delegations, measures, shortcomings, targets, awards and citations as aligned text in UTF-8, and
/// how often each diagnostic was given. Sums from a million đồng on are told in millions or billions. Columns align
/// by display width (combining marks take none); line breaks and tabs of the source are shown as blanks, other
/// control characters, terminal escapes among them, as U+FFFD.
[[nodiscard]] TONGKET_API std::string to_table(const Report& report, const TableOptions& options = {});

}  // namespace tongket
