// SPDX-License-Identifier: BSL-1.0
/// @file
/// Wrapped text, as pages of paper and mails have it, as if it had one paragraph a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/parse.hpp>

#include "text/shift_table.hpp"

namespace tongket {

/// A text whose lines were joined.
struct Unwrapped {
    std::string text;
    ShiftTable shifts;            ///< from places in it to places in the text as it was
    std::size_t joined = 0;       ///< line breaks that are blanks now
    Span place;                   ///< from the first to the last line that was joined, in the text as it was
    std::vector<Span> furniture;  ///< page numbers, headers and footers that were left out, likewise
};

/// Joins the lines that go on in the next, and leaves out what stands where pages turn. Items of lists, headings,
/// rows of tables stay lines of their own.
/// @param text  valid UTF-8
/// @returns nothing where no line goes on, or where `wrap` leaves the decision to the text and it is not wrapped
/// Time is linear in the text.
[[nodiscard]] std::optional<Unwrapped> unwrap(std::string_view text, Wrap wrap);

}  // namespace tongket
