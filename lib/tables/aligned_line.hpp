// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lines whose words are lined up in columns by blanks alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <tongket/span.hpp>

namespace tongket {

/// A column of letters: code points from the left edge of a line.
using TextColumn = std::uint32_t;

/// From one column of letters to another.
struct TextColumns {
    TextColumn begin = 0;
    TextColumn end = 0;

    /// Twice the column in its middle.
    [[nodiscard]] TextColumn middle() const noexcept { return begin + end; }
    [[nodiscard]] bool meets(TextColumns other) const noexcept { return begin < other.end && other.begin < end; }
    /// How far apart the two are; 0 where they meet or touch.
    [[nodiscard]] TextColumn distance(TextColumns other) const noexcept {
        if (end < other.begin) return other.begin - end;
        return other.end < begin ? begin - other.end : 0;
    }
};

/// What stands between two blanks, or between two gaps.
struct TypedPart {
    Span place;
    TextColumns columns;
};

/// Blanks that part the cells of a row, at least so many; words are parted by one.
inline constexpr TextColumn least_gap = 2;

/// A line that is not blank, by its words.
class AlignedLine {
  public:
    /// @param place  without its line break
    AlignedLine(std::string_view text, Span place);

    [[nodiscard]] Span place() const noexcept { return place_; }
    [[nodiscard]] const std::vector<TypedPart>& words() const noexcept { return words_; }
    /// Its words as far as no gap parts them.
    [[nodiscard]] const std::vector<TypedPart>& cells() const noexcept { return cells_; }
    [[nodiscard]] TextColumns columns() const noexcept {
        return {words_.front().columns.begin, words_.back().columns.end};
    }

  private:
    Span place_;
    std::vector<TypedPart> words_;
    std::vector<TypedPart> cells_;
};

/// Whether some letter is no digit.
[[nodiscard]] bool has_letter(std::string_view words) noexcept;

/// Whether letters look like a figure: digits and marks alone, no year, day or time of day.
[[nodiscard]] bool looks_like_figure(std::string_view letters) noexcept;

/// Whether a row of figures may stand in a line: behind its first cell one looks like a figure, no leaders
/// (`.....`) lead to it, and no more cells have words than those of a row.
[[nodiscard]] bool may_hold_figures(std::string_view text, const AlignedLine& line) noexcept;

}  // namespace tongket
