// SPDX-License-Identifier: BSL-1.0
/// @file
/// The lines of a text as they are typed, and what their edges look like.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tongket {

/// What stands at the end of a line.
enum class LineEnd : std::uint8_t { open, stop, colon, semicolon, count_ };

/// What stands at its beginning.
enum class LineStart : std::uint8_t {
    small,     ///< a word in small letters
    capital,   ///< a word with a capital
    number,    ///< digits that label nothing
    dash,      ///< a dash and a blank
    bullet,    ///< another mark of list items
    numbered,  ///< `1.`, `2.1.`, `IV.`
    lettered,  ///< `a)`, `1)`, `(1)`
    other,
    count_
};

/// A typed line that is not blank. Widths are in columns, one for each code point.
struct TypedLine {
    std::uint32_t begin = 0;       ///< its first byte that is no blank; of a quoted mail that is no mark of quoting
    std::uint32_t end = 0;         ///< one past its last
    std::uint32_t indent = 0;      ///< columns before `begin`
    std::uint32_t width = 0;       ///< columns from `begin` to `end`
    std::uint32_t first_word = 0;  ///< columns of its first word
    std::uint32_t page = 0;        ///< form feeds before it
    LineEnd last = LineEnd::open;
    LineStart first = LineStart::other;
    bool behind_blank_line = false;
    bool apart = false;     ///< a row of a table with wide gaps between its columns, or an address of the web
    bool menu = false;      ///< has marks between entries
    bool capitals = false;  ///< some words, all in capitals
    bool small = false;     ///< some letter is small
    bool name = false;      ///< opens with a name and a mark behind it: `Trần Văn Hai, Giám đốc`
    bool stamp = false;     ///< little but a day or a time of day, in figures

    /// The column behind its last.
    [[nodiscard]] std::uint32_t right_edge() const noexcept { return indent + width; }
};

/// Columns below which a line may be one of a list or of verse, and says nothing of wrapping.
inline constexpr std::uint32_t least_wrapped_width = 40;

/// All lines that are not blank.
/// @param text  valid UTF-8
/// Time is linear in the text.
[[nodiscard]] std::vector<TypedLine> typed_lines(std::string_view text);

/// What stands at the beginning of a line, or of a part of one; `other` where nothing is typed, as nothing but a mark
/// of quoting is.
[[nodiscard]] LineStart start_of_line(std::string_view line);

/// Whether a look at the edges of the lines says that some go on in the next, with few bytes in lines that are longer
/// than wrapped ones. Cheap; only where it is true `find_margin` is worth its time. Lines end in `\n`
/// or `\r\n` here, or all in `\r`.
[[nodiscard]] bool may_be_wrapped(std::string_view text) noexcept;

}  // namespace tongket
