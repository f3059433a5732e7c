// SPDX-License-Identifier: BSL-1.0
#include "wrap/furniture.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace tongket {
namespace {

constexpr std::size_t edge_lines = 3;        // of a page, that may be furniture
constexpr std::uint32_t widest_number = 30;  // columns of a line that numbers a page
constexpr std::size_t most_digits = 4;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// A line without blanks, each of its figures as one '#'.
std::string skeleton(std::string_view line) {
    std::string out;
    for (const char c : line) {
        if (c == ' ' || c == '\t') continue;
        if (!is_digit(c))
            out += c;
        else if (!out.ends_with('#'))
            out += '#';
    }
    return out;
}

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

// 'Trang 3/12', '- 3 -', '3': at most one word, and figures at the end.
bool numbers_a_page(std::string_view line) noexcept {
    bool word = false, in_word = false, figure = false;
    for (const char c : line) {
        if (is_letter(c)) {
            if (figure || (word && !in_word)) return false;
            word = in_word = true;
            continue;
        }
        in_word = false;
        figure |= is_digit(c);
        if (c == ':' || c == ',' || c == ';' || c == '%') return false;
    }
    return figure;
}

// The first figure of a line.
std::optional<std::uint32_t> first_figure(std::string_view line) noexcept {
    std::size_t at = 0;
    while (at < line.size() && !is_digit(line[at])) ++at;
    std::uint32_t value = 0;
    std::size_t digits = 0;
    for (; at < line.size() && is_digit(line[at]); ++at) {
        if (++digits > most_digits) return std::nullopt;
        value = value * 10 + static_cast<std::uint32_t>(line[at] - '0');
    }
    return digits == 0 ? std::nullopt : std::optional(value);
}

// Where a page turns: the lines from `above` upwards and from `below` downwards may be furniture; the number of lines
// where there are none.
struct Turn {
    std::size_t above;
    std::size_t below;
};

class FurnitureFinder {
  public:
    FurnitureFinder(std::string_view text, const std::vector<TypedLine>& lines, const Margin& margin)
        : text_(text), lines_(lines), margin_(margin), furniture_(lines.size(), false) {}

    std::vector<bool> run() {
        if (lines_.empty()) return {};
        if (text_.find('\f') != std::string_view::npos)
            find_turns_by_form_feeds();
        else
            find_turns_by_numbers();
        if (!turns_.empty()) mark_repeated_edges();
        return std::move(furniture_);
    }

  private:
    std::string_view text_;
    const std::vector<TypedLine>& lines_;
    const Margin& margin_;
    std::vector<bool> furniture_;
    std::vector<Turn> turns_;

    [[nodiscard]] std::string_view words(std::size_t i) const {
        return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
    }

    void find_turns_by_form_feeds() {
        turns_.push_back({lines_.size(), 0});
        for (std::size_t i = 1; i < lines_.size(); ++i)
            if (lines_[i].page != lines_[i - 1].page) turns_.push_back({i - 1, i});
        turns_.push_back({lines_.size() - 1, lines_.size()});
    }

    // Lines of one skeleton whose first figures count up.
    struct Count {
        std::vector<std::size_t> lines;
        std::uint32_t last = 0;
        std::size_t amid_sentences = 0;
    };

    void find_turns_by_numbers() {
        constexpr std::size_t fewest = 2, fewest_of_figures = 3;
        constexpr std::uint32_t highest_first = 3;  // where a text begins behind its first pages
        std::unordered_map<std::string, Count> counts;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].width > widest_number || lines_[i].last != LineEnd::open) continue;
            const auto figure = first_figure(words(i));
            if (!figure || !numbers_a_page(words(i))) continue;
            Count& count = counts[skeleton(words(i))];
            if (count.lines.empty() ? *figure > highest_first : *figure != count.last + 1) continue;
            count.lines.push_back(i);
            count.last = *figure;
            count.amid_sentences += amid_sentence(i) ? 1 : 0;
        }
        for (const auto& [form, count] : counts) {
            const std::size_t needed = form == "#" ? fewest_of_figures : fewest;
            if (count.lines.size() < needed || count.amid_sentences * 3 < count.lines.size()) continue;
            for (const std::size_t i : count.lines) {
                furniture_[i] = true;
                turns_.push_back({i == 0 ? lines_.size() : i - 1, i + 1});
            }
        }
        std::sort(turns_.begin(), turns_.end(), [](const Turn& a, const Turn& b) { return a.below < b.below; });
    }

    // Whether a sentence goes on from above a line to below it, short lines beside it aside.
    [[nodiscard]] bool amid_sentence(std::size_t i) const {
        const auto is_short = [&](std::size_t line) { return lines_[line].width * 2 < margin_.least_reach; };
        const std::size_t above = i > 1 && is_short(i - 1) ? i - 2 : i - 1;
        const std::size_t below = i + 2 < lines_.size() && is_short(i + 1) ? i + 2 : i + 1;
        return i > 0 && below < lines_.size() && lines_[above].last == LineEnd::open &&
               lines_[below].first == LineStart::small && margin_.full(lines_[above], lines_[below]);
    }

    // The edge lines of a turn, from it outwards: `visit(line)` says whether to go on.
    template <class Visit>
    void for_edges(const Turn& turn, Visit visit) const {
        for (std::size_t n = 0, i = turn.above; n < edge_lines && i < lines_.size(); ++n, --i)
            if (!visit(i)) break;
        for (std::size_t n = 0, i = turn.below; n < edge_lines && i < lines_.size(); ++n, ++i)
            if (!visit(i)) break;
    }

    void mark_repeated_edges() {
        struct Seen {
            std::size_t turns = 0;
            std::size_t last_turn = 0, last_line = 0;
        };
        std::unordered_map<std::string, Seen> seen;
        for (std::size_t t = 0; t < turns_.size(); ++t)
            for_edges(turns_[t], [&](std::size_t i) {
                Seen& one = seen[repeated_words(i)];
                // The same line is at both edges of a short page.
                if (one.turns == 0 || (one.last_turn != t && one.last_line != i)) ++one.turns;
                one.last_turn = t;
                one.last_line = i;
                return true;
            });
        for (const Turn& turn : turns_)
            for_edges(turn, [&](std::size_t i) {
                if (!furniture_[i])
                    furniture_[i] =
                        (seen[repeated_words(i)].turns > 1 && lines_[i].last == LineEnd::open && !of_paragraph(i)) ||
                        numbers_its_page(i);
                return static_cast<bool>(furniture_[i]);
            });
    }

    // What a header says on every page: its words without blanks, a figure that is the page's number as '#'. Other
    // figures tell: 'Số giường: 1.200' and 'Số giường: 1.300' are not the same.
    [[nodiscard]] std::string repeated_words(std::size_t i) const {
        const std::string number = std::to_string(lines_[i].page + 1);
        const std::string_view line = words(i);
        std::string out;
        for (std::size_t at = 0; at < line.size();) {
            std::size_t end = at + 1;
            while (is_digit(line[at]) && end < line.size() && is_digit(line[end])) ++end;
            const std::string_view part = line.substr(at, end - at);
            if (part != " " && part != "\t") out += part == number ? std::string_view("#") : part;
            at = end;
        }
        return out;
    }

    // Whether a line goes on with the one before or in the one behind.
    [[nodiscard]] bool of_paragraph(std::size_t i) const {
        const auto goes_on = [&](std::size_t line) {
            return surely_goes_on(lines_[line], lines_[line + 1]) && margin_.full(lines_[line], lines_[line + 1]);
        };
        return (i > 0 && goes_on(i - 1)) || (i + 1 < lines_.size() && goes_on(i));
    }

    // The page's number alone, or with words and the number of pages behind it.
    [[nodiscard]] bool numbers_its_page(std::size_t i) const {
        const std::string_view line = words(i);
        if (line.size() > widest_number || first_figure(line) != lines_[i].page + 1) return false;
        const std::string form = skeleton(line);
        if (form == "#" || form == "-#-") return true;
        const std::size_t parting = line.find_last_of("/ ");
        return form.ends_with("#/#") && first_figure(line.substr(parting)) == lines_.back().page + 1;
    }
};

}  // namespace

std::vector<bool> find_furniture(std::string_view text, const std::vector<TypedLine>& lines, const Margin& margin) {
    return FurnitureFinder(text, lines, margin).run();
}

}  // namespace tongket
