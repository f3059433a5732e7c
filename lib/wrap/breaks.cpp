// SPDX-License-Identifier: BSL-1.0
#include "wrap/breaks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include <tongket/grammar/keyword.hpp>

#include "wrap/ranges.hpp"

namespace tongket {
namespace {

// '... Quyết định số 18/2013/QĐ-UBND của': no line ends so but where it is full.
bool ends_open(std::string_view line) noexcept {
    using grammar::Keyword;
    constexpr std::array words{Keyword::cua, Keyword::va, Keyword::cac, Keyword::nhung, Keyword::voi, Keyword::tai};
    const std::size_t blank = line.find_last_of(' ');
    const std::string_view last = blank == std::string_view::npos ? line : line.substr(blank + 1);
    return std::any_of(words.begin(), words.end(), [&](Keyword word) {
        return last == grammar::keyword_spellings[static_cast<std::size_t>(word)];
    });
}

// What the edges of two lines look like. Each page shows by its own breaks whether those of a kind part lines: where
// they do, the line before is as often short as full.
class BreakKind {
  public:
    BreakKind(const TypedLine& line, const TypedLine& next) noexcept
        : last_(line.last), first_(next.first), indent_(indent_of(line, next)) {}

    static constexpr std::size_t count =
        static_cast<std::size_t>(LineEnd::count_) * static_cast<std::size_t>(LineStart::count_) * 3;
    [[nodiscard]] std::size_t index() const noexcept {
        return (static_cast<std::size_t>(last_) * static_cast<std::size_t>(LineStart::count_) +
                static_cast<std::size_t>(first_)) *
                   3 +
               static_cast<std::size_t>(indent_);
    }
    /// Short lines that are added to those of the page, for kinds that part lines on most pages.
    /// @param items  how many lines of the page begin like the second and are surely items of a list
    [[nodiscard]] std::size_t expected_short(std::size_t items) const noexcept {
        constexpr std::size_t of_items = 7, of_list = 2, of_paragraph = 5;
        if (first_ == LineStart::capital) {
            if (indent_ == Indent::deeper) return of_paragraph;
            return last_ == LineEnd::colon ? of_list : 0;
        }
        return opens_item(first_) && items != 0 ? of_items : 0;
    }
    [[nodiscard]] static constexpr bool opens_item(LineStart first) noexcept {
        return first == LineStart::dash || first == LineStart::bullet || first == LineStart::numbered ||
               first == LineStart::lettered;
    }

  private:
    enum class Indent : std::uint8_t { same, deeper, less };
    LineEnd last_;
    LineStart first_;
    Indent indent_;

    static Indent indent_of(const TypedLine& line, const TypedLine& next) noexcept {
        constexpr std::uint32_t play = 1;  // columns
        if (next.indent > line.indent + play) return Indent::deeper;
        return next.indent + play < line.indent ? Indent::less : Indent::same;
    }
};

class BreakFinder {
  public:
    BreakFinder(std::string_view text, const std::vector<TypedLine>& lines, const std::vector<bool>& furniture,
                const Margin& margin)
        : text_(text), lines_(lines), furniture_(furniture), margin_(margin) {}

    std::vector<bool> run() {
        find_names();
        for_breaks([&](std::size_t before, std::size_t at) {
            // ' - ' in a sentence has no mark before it, and the line before is full.
            if (lines_[at].behind_blank_line || lines_[before].last != LineEnd::open ||
                !margin_.full(lines_[before], lines_[at]))
                ++items_[static_cast<std::size_t>(lines_[at].first)];
            if (lines_[before].page == lines_[at].page && before + 1 == at && !lines_[at].behind_blank_line)
                count(lines_[before], lines_[at]);
        });
        std::vector<bool> soft(lines_.size(), false);
        for_breaks([&](std::size_t before, std::size_t at) {
            const bool page_turns = lines_[before].page != lines_[at].page || before + 1 != at;
            soft[at] = (page_turns || !lines_[at].behind_blank_line) && !listed_name_[at] &&
                       goes_on(lines_[before], lines_[at]);
        });
        return soft;
    }

  private:
    std::string_view text_;
    const std::vector<TypedLine>& lines_;
    const std::vector<bool>& furniture_;
    const Margin& margin_;
    std::array<std::size_t, BreakKind::count> full_{}, short_{};
    std::array<std::size_t, static_cast<std::size_t>(LineStart::count_)> items_{};
    std::vector<bool> listed_name_;  // lines that are one of a list of names
    std::size_t sure_ = 0;           // lines that go on with the one before, whatever the page

    [[nodiscard]] std::string_view words(const TypedLine& line) const {
        return text_.substr(line.begin, line.end - line.begin);
    }

    // Calls `visit(before, at)` for every two lines of the text that follow each other.
    template <class Visit>
    void for_breaks(Visit visit) const {
        std::optional<std::size_t> before;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (furniture_[at]) continue;
            if (before) visit(*before, at);
            before = at;
        }
    }

    // Three lines that open with a name are a list where each has one line of its own at most between it and the
    // next; in prose only by a rare chance.
    void find_names() {
        constexpr std::size_t fewest = 3, most_apart = 2;
        listed_name_.assign(lines_.size(), false);
        std::vector<std::size_t> list;
        const auto close = [&] {
            if (list.size() >= fewest)
                for (const std::size_t at : list) listed_name_[at] = true;
            list.clear();
        };
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (!lines_[at].name) continue;
            if (!list.empty() && at - list.back() > most_apart) close();
            list.push_back(at);
        }
        close();
    }

    // Notes what the page shows.
    void count(const TypedLine& line, const TypedLine& next) {
        if (parted_by_look(line, next) || line.menu || next.menu) return;
        const std::size_t kind = BreakKind(line, next).index();
        sure_ += surely_goes_on(line, next) ? 1 : 0;
        if (margin_.full(line, next))
            ++full_[kind];
        else if (line.right_edge() * 2 > margin_.least_reach)
            ++short_[kind];  // of those far from the margin, as menus have, none would be full by chance
    }

    static bool parted_by_look(const TypedLine& line, const TypedLine& next) noexcept {
        return line.apart || next.apart || (line.capitals && next.small) || (next.capitals && line.small) ||
               (next.stamp && next.first != LineStart::small);
    }

    [[nodiscard]] bool goes_on(const TypedLine& line, const TypedLine& next) const {
        if (parted_by_look(line, next)) return false;
        if (line.menu || next.menu)
            return line.last == LineEnd::open && next.first == LineStart::small && margin_.full(line, next);
        // Also where it is short: the lines of a headline are centred, those of proportional letters uneven.
        if (line.last == LineEnd::open && next.first == LineStart::small)
            return Margin::reach(line, next) * 5 >= margin_.least_reach * 3;
        if (line.last == LineEnd::open && next.first == LineStart::capital && ends_open(words(line)))
            return Margin::reach(line, next) * 5 >= margin_.least_reach * 3;
        // A byline or a heading: paragraphs end with a mark.
        if (line.last == LineEnd::stop && next.first == LineStart::capital && next.last == LineEnd::open &&
            next.right_edge() * 4 < margin_.least_reach * 3)
            return false;
        if (!margin_.full(line, next)) return false;
        if ((next.first == LineStart::dash || next.first == LineStart::number) &&
            parts_range(words(line), words(next)))
            return true;
        const BreakKind kind(line, next);
        const std::size_t full = full_[kind.index()];
        // More lines of prose begin small than with a capital: else they are a list of headlines.
        if (line.last == LineEnd::open && next.first == LineStart::capital && full > sure_) return false;
        // One in eight of the lines that end in the right half would be full by chance.
        constexpr std::size_t twice_chance = 4;
        return full * twice_chance >
               short_[kind.index()] + kind.expected_short(items_[static_cast<std::size_t>(next.first)]);
    }
};

}  // namespace

std::vector<bool> find_soft_breaks(std::string_view text, const std::vector<TypedLine>& lines,
                                   const std::vector<bool>& furniture, const Margin& margin) {
    return BreakFinder(text, lines, furniture, margin).run();
}

}  // namespace tongket
