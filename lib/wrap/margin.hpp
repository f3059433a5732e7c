// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether a text is wrapped, and at which column.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "wrap/lines.hpp"

namespace tongket {

/// The right margin of a wrapped text.
struct Margin {
    std::uint32_t least_reach =
        0;  ///< where the next line's first word would have ended, had it been put on a full line
    std::uint32_t least_edge = 0;                              ///< where full lines end at least
    std::uint32_t most_edge = static_cast<std::uint32_t>(-1);  ///< where any line ends at most

    /// Whether the next line's first word had no room on a line.
    [[nodiscard]] bool full(const TypedLine& line, const TypedLine& next) const noexcept {
        return line.right_edge() >= least_edge && reach(line, next) >= least_reach;
    }
    /// The column behind the next line's first word if it stood on a line.
    [[nodiscard]] static std::uint32_t reach(const TypedLine& line, const TypedLine& next) noexcept {
        return line.right_edge() + 1 + next.first_word;
    }
};

/// Whether the second of two lines surely goes on with the first, whatever their widths: it begins with a small
/// letter behind no mark. True of nearly no two paragraphs, and of most lines of a wrapped one.
[[nodiscard]] bool surely_goes_on(const TypedLine& line, const TypedLine& next) noexcept;

/// The margin of a text that is wrapped, nothing where it is not: lines that go on in the next must end near one
/// column, be a good part of the text, and few lines may reach beyond.
[[nodiscard]] std::optional<Margin> find_margin(const std::vector<TypedLine>& lines);

/// The margin of a text that is said to be wrapped, whatever its lines look like.
[[nodiscard]] Margin margin_of_wrapped(const std::vector<TypedLine>& lines);

}  // namespace tongket
