// SPDX-License-Identifier: BSL-1.0
#include "tables/aligned_line.hpp"

#include <tongket/grammar/fold.hpp>

namespace tongket {
namespace {

constexpr char32_t no_break_blank = 0xA0;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// '2016'
bool is_year(std::string_view digits) noexcept {
    constexpr std::size_t length = 4;
    return digits.size() == length && (digits.starts_with("19") || digits.starts_with("20"));
}

}  // namespace

AlignedLine::AlignedLine(std::string_view text, Span place) : place_(place) {
    TextColumn column = 0;
    bool in_word = false;
    for (std::size_t at = place.begin; at < place.end;) {
        const grammar::CodePoint c = grammar::decode(text, at);
        const bool blank = c.value == U' ' || c.value == no_break_blank;
        if (!blank) {
            if (!in_word) words_.push_back({{at, at}, {column, column}});
            words_.back().place.end = at + c.length;
            words_.back().columns.end = column + 1;
        }
        in_word = !blank;
        at += c.length;
        ++column;
    }
    for (const TypedPart& word : words_) {
        if (cells_.empty() || word.columns.begin - cells_.back().columns.end >= least_gap) {
            cells_.push_back(word);
        } else {
            cells_.back().place.end = word.place.end;
            cells_.back().columns.end = word.columns.end;
        }
    }
}

bool has_letter(std::string_view words) noexcept {
    for (std::size_t at = 0; at < words.size();) {
        const grammar::CodePoint c = grammar::decode(words, at);
        const grammar::FoldedLetter letter = grammar::fold(c.value);
        if (letter.base != 0 && letter.base < grammar::first_digit_base) return true;
        at += c.length;
    }
    return false;
}

bool looks_like_figure(std::string_view letters) noexcept {
    bool figure = false, year = false;
    for (std::size_t at = 0; at < letters.size();) {
        if (is_digit(letters[at])) {
            std::size_t end = at;
            while (end < letters.size() && is_digit(letters[end])) ++end;
            (is_year(letters.substr(at, end - at)) ? year : figure) = true;
            at = end;
            continue;
        }
        const grammar::CodePoint c = grammar::decode(letters, at);
        // Letters, and the marks of a time of day.
        if (grammar::fold(c.value).base != 0 || c.value == U':') return false;
        at += c.length;
    }
    return figure && !year;
}

bool may_hold_figures(std::string_view text, const AlignedLine& line) noexcept {
    if (slice(text, line.place()).find("....") != std::string_view::npos) return false;
    // A number, a label and a unit; a remark, and what is said of figures: in prose with wide blanks there are more.
    constexpr std::size_t most_before = 3, most_behind = 2;
    std::size_t before = 0, behind = 0;
    bool figures = false;
    for (const TypedPart& cell : line.cells()) {
        const bool figure = looks_like_figure(slice(text, cell.place));
        figures |= figure && &cell != &line.cells().front();
        if (figure || !has_letter(slice(text, cell.place))) continue;
        ++(figures ? behind : before);
    }
    return figures && before <= most_before && behind <= most_behind;
}

}  // namespace tongket
