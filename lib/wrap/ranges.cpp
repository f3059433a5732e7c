// SPDX-License-Identifier: BSL-1.0
#include "wrap/ranges.hpp"

#include <algorithm>
#include <optional>

#include <tongket/grammar/fold.hpp>

namespace tongket {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// A number as far as it is compared with another.
struct End {
    double value = 0;
    bool year = false;
};

// '4,5', '1.200', '12'; nothing for what is no number.
std::optional<End> end_of_range(std::string_view number) {
    constexpr std::size_t longest = 12, group = 3, year_digits = 4;
    if (number.empty() || number.size() > longest || !is_digit(number.front()) || !is_digit(number.back()))
        return std::nullopt;
    End end;
    double place = 0;  // of the next decimal; 0 before them
    for (std::size_t at = 0; at < number.size(); ++at) {
        const char c = number[at];
        if (is_digit(c)) {
            end.value = place == 0 ? end.value * 10 + (c - '0') : end.value + (c - '0') * place;
            place /= 10;
            continue;
        }
        if (!is_digit(number[at + 1])) return std::nullopt;
        const std::size_t next = std::min(number.find_first_not_of(digits, at + 1), number.size());
        if (c == ',' || next - at - 1 != group) place = 0.1;
    }
    constexpr double first_year = 1900, last_year = 2100;
    end.year = number.size() == year_digits && number.find_first_of(".,") == std::string_view::npos &&
               end.value >= first_year && end.value <= last_year;
    return end;
}

bool make_range(const std::optional<End>& lower, const std::optional<End>& upper) noexcept {
    return lower && upper && lower->value < upper->value && (!lower->year || upper->year);
}

// The bytes of a dash at a place in words; 0 where none begins there.
std::size_t dash_at(std::string_view words, std::size_t at) noexcept {
    constexpr char32_t first_dash = 0x2010, last_dash = 0x2015, minus = 0x2212;
    const grammar::CodePoint c = grammar::decode(words, at);
    return c.value == U'-' || (c.value >= first_dash && c.value <= last_dash) || c.value == minus ? c.length : 0;
}
// Takes a dash off the beginning or the end of words, with the blanks around it.
bool take_first_dash(std::string_view& words) noexcept {
    const std::size_t length = dash_at(words, 0);
    words.remove_prefix(length);
    if (length != 0) words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
    return length != 0;
}
bool take_last_dash(std::string_view& words) noexcept {
    constexpr std::size_t longest = 3;
    for (const std::size_t length : {std::size_t{1}, longest}) {
        if (words.size() < length || dash_at(words, words.size() - length) != length) continue;
        words.remove_suffix(length);
        words = words.substr(0, words.find_last_not_of(' ') + 1);
        return true;
    }
    return false;
}

// The number that words end with, maybe in percent, behind a blank.
std::optional<End> last_number(std::string_view words) {
    if (words.ends_with('%')) words.remove_suffix(1);
    const std::size_t before = words.find_last_not_of("0123456789.,");
    if (before == std::string_view::npos || words[before] != ' ') return std::nullopt;
    return end_of_range(words.substr(before + 1));
}
// The number that words begin with, before a blank, a percent sign or their end.
std::optional<End> first_number(std::string_view words) {
    const std::size_t end = std::min(words.find_first_not_of("0123456789.,"), words.size());
    if (end < words.size() && words[end] != ' ' && words[end] != '%') return std::nullopt;
    return end_of_range(words.substr(0, end));
}

}  // namespace

bool parts_range(std::string_view line, std::string_view next) {
    if (!take_last_dash(line) && !take_first_dash(next)) return false;
    return make_range(last_number(line), first_number(next));
}

std::vector<std::size_t> lost_dashes(std::string_view text, const TypedLine& line, const Margin& margin) {
    constexpr std::uint32_t dash = 2;  // columns, with its blank
    std::vector<std::size_t> places;
    if (line.right_edge() <= margin.most_edge) return places;
    const std::string_view words = text.substr(0, line.end);
    std::size_t begin = line.begin;  // of the line that is joined to those before
    std::uint32_t columns = line.indent;
    for (std::size_t at = line.begin; at < line.end; at += grammar::decode(text, at).length, ++columns) {
        if (words[at] != ' ' || at == begin) continue;
        if (columns + dash > margin.most_edge) break;
        const bool figures = (is_digit(words[at - 1]) || words[at - 1] == '%') && is_digit(words[at + 1]);
        if (!figures) continue;
        const std::size_t next = std::min(words.find(' ', at + 1), words.size());
        // Figures and their marks: a column each.
        if (columns + dash + (next - at) < margin.least_reach ||
            !make_range(last_number(words.substr(begin, at - begin)), first_number(words.substr(at + 1))))
            continue;
        places.push_back(at);
        begin = at + 1;
        columns = static_cast<std::uint32_t>(-1);
    }
    return places;
}

}  // namespace tongket
