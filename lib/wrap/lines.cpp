// SPDX-License-Identifier: BSL-1.0
#include "wrap/lines.hpp"

#include <algorithm>

#include <tongket/grammar/fold.hpp>

namespace tongket {
namespace {

using grammar::CodePoint;
using grammar::decode;
using grammar::first_digit_base;
using grammar::fold;
using grammar::FoldedLetter;

constexpr bool breaks_line(char c) noexcept { return c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

constexpr char quote = '>';

// Whether most lines are quoted, as those of a mail in an answer to it.
bool is_quoted(std::string_view text) noexcept {
    std::size_t quoted = 0, lines = 0;
    bool at_begin = true;
    for (const char c : text) {
        if (breaks_line(c)) {
            at_begin = true;
        } else if (at_begin && c != ' ') {
            at_begin = false;
            ++lines;
            quoted += c == quote ? 1 : 0;
        }
    }
    return quoted * 2 > lines;
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Blanks of one code point, a tab among them.
constexpr bool blank(char32_t c) noexcept {
    return c == U' ' || c == U'\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

constexpr bool dash(char32_t c) noexcept { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// As the marks that the tokeniser takes for bullets; '+' opens items of the second level.
constexpr bool bullet(char32_t c) noexcept {
    return c == U'*' || c == U'+' || c == 0xB7 || c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 ||
           (c >= 0x25A0 && c <= 0x25FF) || (c >= 0x2700 && c <= 0x27BF) || (c >= 0xE000 && c <= 0xF8FF);
}

constexpr bool closes_quotation(char32_t c) noexcept {
    return c == U'"' || c == U'\'' || c == U')' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

// The code point that ends before `end`; the text is not empty there.
CodePoint decode_before(std::string_view text, std::size_t end) noexcept {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return decode(text, at);
}

LineEnd end_of(std::string_view line) noexcept {
    std::size_t end = line.size();
    while (end > 0) {
        const CodePoint c = decode_before(line, end);
        if (!closes_quotation(c.value)) {
            switch (c.value) {
                case U'.':
                case U'!':
                case U'?':
                case 0x2026:  // an ellipsis
                    return LineEnd::stop;
                case U':':
                    return LineEnd::colon;
                case U';':
                    return LineEnd::semicolon;
                default:
                    return LineEnd::open;
            }
        }
        end -= std::min<std::size_t>(end, c.length);
    }
    return LineEnd::open;
}

// Where a label ends that opens the line, 0 where none does: at most three levels of digits, or roman digits, or a
// letter.
std::size_t label_end(std::string_view line, bool& in_brackets) noexcept {
    constexpr std::size_t most_digits = 2, most_roman_digits = 4;
    constexpr std::string_view roman_digits = "IVX";
    std::size_t at = 0;
    in_brackets = line.starts_with('(');
    if (in_brackets) ++at;
    const std::size_t begin = at;
    const auto pass = [&](auto belongs, std::size_t most) {
        const std::size_t from = at;
        while (at < line.size() && at - from <= most && belongs(line[at])) ++at;
        return at > from && at - from <= most;
    };
    if (pass(is_digit, most_digits)) {
        while (at + 1 < line.size() && line[at] == '.' && is_digit(line[at + 1])) {
            ++at;
            if (!pass(is_digit, most_digits)) return 0;
        }
    } else {
        at = begin;
        if (!pass([&](char c) { return roman_digits.find(c) != std::string_view::npos; }, most_roman_digits)) {
            const CodePoint c = decode(line, begin);
            if (fold(c.value).base == 0 || fold(c.value).base >= first_digit_base) return 0;
            at = begin + c.length;
        }
    }
    if (at >= line.size()) return 0;
    const char mark = line[at++];
    if (mark != ')' && (in_brackets || (mark != '.' && mark != '/'))) return 0;
    in_brackets = mark == ')';
    // '1.027', '5/10', 'TP.HCM'
    if (at < line.size() && !blank(decode(line, at).value) && (is_digit(line[at]) || mark != ')')) return 0;
    return at;
}

LineStart start_of(std::string_view line) noexcept {
    const CodePoint c = decode(line, 0);
    const bool followed_by_blank = c.length < line.size() && blank(decode(line, c.length).value);
    if (dash(c.value)) return followed_by_blank ? LineStart::dash : LineStart::other;
    if (bullet(c.value)) return LineStart::bullet;
    bool in_brackets = false;
    if (label_end(line, in_brackets) != 0) return in_brackets ? LineStart::lettered : LineStart::numbered;
    const FoldedLetter letter = fold(c.value);
    if (letter.base == 0) return LineStart::other;
    if (letter.base >= first_digit_base) return LineStart::number;
    return letter.upper ? LineStart::capital : LineStart::small;
}

// Whether a line opens with words in capitals, of which the second may be that of 'Đồng chí', and a mark behind them.
bool opens_with_name(std::string_view line) noexcept {
    constexpr std::size_t fewest_words = 2, most_words = 6;
    std::size_t capitals = 0, words = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = decode(line, at);
        at += c.length;
        const FoldedLetter letter = fold(c.value);
        if (blank(c.value)) {
            in_word = false;
        } else if (c.value < 0x80 && (letter.base == 0 || letter.base >= first_digit_base)) {
            const bool mark = c.value == U',' || c.value == U'(' || (c.value == U'-' && !in_word);
            return mark && capitals >= fewest_words;
        } else if (dash(c.value)) {
            return !in_word && capitals >= fewest_words;
        } else if (!in_word && letter.base != 0) {
            in_word = true;
            if (++words > most_words || (!letter.upper && words != 2)) return false;
            capitals += letter.upper ? 1 : 0;
        }
    }
    return false;
}

// Marks between the entries of a menu.
constexpr bool parts_entries(char32_t c) noexcept { return c == U'|' || c == 0xBB || c == 0x203A; }

// '08:30'
bool has_time_of_day(std::string_view line) noexcept {
    for (std::size_t at = 1; at + 2 < line.size(); ++at)
        if (line[at] == ':' && is_digit(line[at - 1]) && is_digit(line[at + 1]) && is_digit(line[at + 2]))
            return true;
    return false;
}

// '05/01/2018'
bool has_day(std::string_view line) noexcept {
    for (std::size_t at = 1; at + 3 < line.size(); ++at) {
        if ((line[at] != '/' && line[at] != '-') || !is_digit(line[at - 1]) || !is_digit(line[at + 1])) continue;
        if (line[is_digit(line[at + 2]) ? at + 3 : at + 2] == line[at]) return true;
    }
    return false;
}

// Tells what the letters of a line show.
void look_at_letters(std::string_view text, TypedLine& line) {
    constexpr std::uint32_t column_gap = 3, wide_gap = 6;
    constexpr std::uint32_t fewest_words = 4;  // of a line in capitals
    constexpr std::uint32_t most_words_of_time = 12, most_words_of_day = 5;
    constexpr std::uint32_t shortest_address = 16;  // columns
    std::uint32_t gap = 0, gaps = 0, widest_gap = 0, words = 1, entries = 0;
    bool letters = false;
    for (std::size_t at = line.begin; at < line.end;) {
        const CodePoint c = decode(text, at);
        at += c.length;
        ++line.width;
        if (blank(c.value)) {
            ++gap;
            continue;
        }
        if (gap != 0) ++words;
        gaps += gap >= column_gap ? 1 : 0;
        widest_gap = std::max(widest_gap, gap);
        gap = 0;
        if (words == 1) ++line.first_word;
        entries += parts_entries(c.value) ? 1 : 0;
        const FoldedLetter letter = fold(c.value);
        if (letter.base == 0 || letter.base >= first_digit_base) continue;
        letters = true;
        line.small |= !letter.upper;
    }
    const std::string_view shown = text.substr(line.begin, line.end - line.begin);
    line.apart = gaps >= 2 || widest_gap >= wide_gap || (words == 1 && line.width >= shortest_address);
    line.menu = entries >= 2;
    line.capitals = letters && !line.small && words >= fewest_words;
    line.stamp = line.last == LineEnd::open && ((words <= most_words_of_time && has_time_of_day(shown)) ||
                                                (words <= most_words_of_day && has_day(shown)));
}

}  // namespace

std::vector<TypedLine> typed_lines(std::string_view text) {
    constexpr std::uint32_t tab = 8;
    const bool quoted = is_quoted(text);
    std::vector<TypedLine> lines;
    std::uint32_t page = 0, breaks = 0;
    for (std::size_t at = 0; at < text.size();) {
        TypedLine line;
        while (at < text.size() && !breaks_line(text[at])) {
            const CodePoint c = decode(text, at);
            if (!blank(c.value) && !(quoted && c.value == quote)) break;
            line.indent = c.value == U'\t' ? (line.indent / tab + 1) * tab : line.indent + 1;
            at += c.length;
        }
        line.begin = static_cast<std::uint32_t>(at);
        while (at < text.size() && !breaks_line(text[at])) ++at;
        std::size_t end = at;
        while (end > line.begin) {
            const CodePoint c = decode_before(text, end);
            if (!blank(c.value)) break;
            end -= c.length;
        }
        line.end = static_cast<std::uint32_t>(end);
        if (line.end > line.begin) {
            const std::string_view words = text.substr(line.begin, line.end - line.begin);
            line.page = page;
            line.behind_blank_line = breaks > 1;
            line.first = start_of(words);
            line.last = end_of(words);
            line.name = line.first == LineStart::capital && opens_with_name(words);
            look_at_letters(text, line);
            lines.push_back(line);
            breaks = 0;
        }
        if (at == text.size()) break;
        if (text[at] == '\f')
            ++page;
        else
            ++breaks;
        at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    }
    return lines;
}

LineStart start_of_line(std::string_view line) {
    const std::vector<TypedLine> typed = typed_lines(line);
    return typed.empty() ? LineStart::other : typed.front().first;
}

bool may_be_wrapped(std::string_view text) noexcept {
    // Beyond any width at which text is wrapped; such lines may be so many bytes in a hundred.
    constexpr std::size_t long_line = 400, most_in_long_lines = 20;
    constexpr std::string_view no_break_blank = "\xC2\xA0";
    std::size_t in_long_lines = 0;
    const char line_break = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    bool open = false, goes_on = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(line_break, at), text.size());
        if (end - at > long_line) {
            in_long_lines += end - at;
            if (in_long_lines * 100 > text.size() * most_in_long_lines) return false;
        }
        if (!goes_on) {
            std::size_t first = at, last = end;
            for (;;) {
                if (first < end &&
                    (text[first] == ' ' || text[first] == '\t' || text[first] == '\f' || text[first] == quote))
                    ++first;
                else if (text.substr(first, no_break_blank.size()) == no_break_blank)
                    first += no_break_blank.size();
                else
                    break;
            }
            while (last > first && (text[last - 1] == ' ' || text[last - 1] == '\r')) --last;
            if (last > first) {
                const FoldedLetter letter = fold(decode(text, first).value);
                goes_on = open && letter.base != 0 && letter.base < first_digit_base && !letter.upper;
                const char mark = text[last - 1];
                open = last - first >= least_wrapped_width && mark != '.' && mark != ';' && mark != ':' &&
                       mark != '!' && mark != '?';
            }
        }
        at = end + 1;
    }
    return goes_on;
}

}  // namespace tongket
