// SPDX-License-Identifier: BSL-1.0
/// @file
/// A parser for Python, whose texts hold no bytes that are not UTF-8.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <tongket/lexicon.hpp>
#include <tongket/parse.hpp>

#include "arrow/reading.hpp"

/// Safe to use from several threads.
class Reader {
  public:
    /// @throws tongket::Error as `tongket::Parser`
    Reader(const tongket::Options& options, const std::vector<tongket::LexiconEntry>& entries);

    /// Reads a report. The C++ library leaves bad bytes in the words of a report, as they stand in its source: with
    /// `replace_invalid_utf8` the report is that of the repaired text, with the diagnostics of the repair.
    [[nodiscard]] tongket::arrow::Reading read(std::string_view utf8) const;

    [[nodiscard]] const tongket::Parser& parser() const noexcept { return parser_; }
    /// For texts that were repaired; there with `replace_invalid_utf8`.
    [[nodiscard]] const tongket::Parser& parser_of_repaired() const { return parser_of_repaired_.value(); }

  private:
    tongket::Parser parser_;
    std::optional<tongket::Parser> parser_of_repaired_;

    [[nodiscard]] tongket::arrow::Reading read_repaired(std::string_view utf8, tongket::Report report) const;
};
