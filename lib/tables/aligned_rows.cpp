// SPDX-License-Identifier: BSL-1.0
#include "tables/aligned_rows.hpp"

#include <algorithm>
#include <optional>

#include "wrap/lines.hpp"

namespace tongket {
namespace {

constexpr int never = 1000;

// Where figures stand beside the lines of their row.
enum class Alignment { top, middle };

class LineGrouper {
  public:
    LineGrouper(std::string_view text, const std::vector<BodyLine>& lines, const AlignedColumns& columns)
        : text_(text), lines_(lines), columns_(columns) {
        look_at_lines();
    }

    [[nodiscard]] std::vector<LineGroup> run() {
        solve(Alignment::top);
        const int top = before_.back();
        solve(Alignment::middle);
        const int middle = before_.back();
        if (top <= middle) solve(Alignment::top);
        std::vector<LineGroup> rows = groups();
        if (top >= middle) doubt_other_words(rows);
        return rows;
    }

  private:
    // How a line of the body begins.
    struct Look {
        TextColumn reach = 0;  // columns that the label before would need for the first word of this one
        bool labelled = false, item = false, small = false, numbered = false;
        bool other = false;  // neither a label nor figures, but words of another column, as of a unit
    };
    std::string_view text_;
    const std::vector<BodyLine>& lines_;
    const AlignedColumns& columns_;
    std::vector<Look> looks_;
    TextColumn width_ = 0;  // of labels
    bool wraps_ = false;    // some label surely goes on in another line
    bool numbers_ = false;  // some row has a number
    Alignment alignment_ = Alignment::top;
    std::vector<int> before_, behind_;  // least cost of the lines before a line, and from it on

    void look_at_lines() {
        const TextColumns label = columns_.places[columns_.label];
        width_ = label.end - label.begin;
        std::optional<TextColumn> end;  // of the label before
        for (const BodyLine& line : lines_) {
            Look look;
            for (std::size_t c = 0; c < columns_.label; ++c) look.numbered |= !line.cells[c].empty();
            numbers_ |= look.numbered && line.figures;
            if (const GridCell& cell = line.cells[columns_.label]; !cell.empty()) {
                const AlignedLine words(text_, {line.line->place().begin, cell.front().end});
                const auto first =
                    std::find_if(words.words().begin(), words.words().end(),
                                 [&](const TypedPart& word) { return word.place.begin >= cell.front().begin; });
                look.labelled = true;
                const LineStart start = start_of_line(slice(text_, cell.front()));
                look.small = start == LineStart::small;
                look.item = start == LineStart::dash || start == LineStart::bullet || start == LineStart::numbered ||
                            start == LineStart::lettered;
                if (end) look.reach = *end - label.begin + 1 + first->columns.end - first->columns.begin;
                end = words.columns().end;
            }
            look.other = !look.labelled && !look.numbered && !line.figures;
            looks_.push_back(look);
            wraps_ |= surely_goes_on(looks_.back());
        }
    }
    // Letters are of all widths: a line may look shorter than it was.
    [[nodiscard]] bool surely_goes_on(const Look& look) const { return look.small && look.reach * 5 >= width_ * 3; }

    // What speaks against a line that goes on with the one before it.
    [[nodiscard]] int cost_of_going_on(std::size_t at) const {
        const Look& look = looks_[at];
        const int blank = lines_[at].behind_blank_line ? 2 : 0;
        if (!look.labelled || surely_goes_on(look)) return blank;
        if (look.item) return never;
        if (look.small) return blank + 2;
        if (look.reach <= width_ / 2) return never;
        // A name or an abbreviation, where the line before was full.
        const int full = look.reach > width_ ? 1 : 3;
        return blank + full + (wraps_ ? 0 : 2);
    }
    // What speaks against a row that begins with a line.
    [[nodiscard]] int cost_of_beginning(std::size_t at) const {
        const Look& look = looks_[at];
        if (!look.labelled) return lines_[at].figures ? 3 : never;
        return look.small ? 2 : 0;
    }
    // What speaks against lines as one row, its beginning aside.
    [[nodiscard]] int cost_of_place(std::size_t first, std::size_t last, std::optional<std::size_t> figures) const {
        if (!figures) {
            const bool numbered = std::any_of(looks_.begin() + static_cast<std::ptrdiff_t>(first),
                                              looks_.begin() + static_cast<std::ptrdiff_t>(last),
                                              [](const Look& look) { return look.numbered; });
            return numbered || !numbers_ ? 2 : 3;
        }
        const std::size_t above = *figures - first, below = last - 1 - *figures;
        const bool fits =
            alignment_ == Alignment::top ? above == 0 : std::max(above, below) - std::min(above, below) <= 1;
        return fits ? 0 : 3;
    }

    // Words without a label between two rows are those of the upper one only where all cells begin at the top.
    void doubt_other_words(std::vector<LineGroup>& rows) const {
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (looks_[rows[r].first].other) rows[r].clear = false;
            if (!looks_[rows[r].last - 1].other) continue;
            rows[r].clear = false;
            if (r + 1 < rows.size()) rows[r + 1].clear = false;
        }
    }

    // Calls `visit(first, cost)` for each row that may end before a line.
    template <class Visit>
    void for_rows_before(std::size_t end, Visit visit) const {
        constexpr std::size_t most_lines = 16;
        std::optional<std::size_t> figures;
        std::size_t numbers = 0;
        int going_on = 0;
        for (std::size_t first = end; first > 0 && end - first < most_lines;) {
            --first;
            if (lines_[first].figures && figures) return;
            if (lines_[first].figures) figures = first;
            if (looks_[first].numbered && ++numbers > 1) return;
            visit(first, going_on + cost_of_beginning(first) + cost_of_place(first, end, figures));
            going_on += cost_of_going_on(first);
            if (going_on >= never) return;
        }
    }

    void solve(Alignment alignment) {
        alignment_ = alignment;
        const std::size_t n = lines_.size();
        constexpr int endless = 1 << 29;
        before_.assign(n + 1, endless);
        behind_.assign(n + 1, endless);
        before_[0] = behind_[n] = 0;
        for (std::size_t end = 1; end <= n; ++end)
            for_rows_before(end, [&](std::size_t first, int cost) {
                before_[end] = std::min(before_[end], before_[first] + cost);
            });
        for (std::size_t end = n; end > 0; --end)
            for_rows_before(end, [&](std::size_t first, int cost) {
                behind_[first] = std::min(behind_[first], behind_[end] + cost);
            });
    }

    // The cheapest rows; one is not clear where others that begin or end elsewhere are as cheap.
    [[nodiscard]] std::vector<LineGroup> groups() const {
        const std::size_t n = lines_.size();
        const int best = before_[n];
        std::vector<bool> clear(n + 1, true);  // of the beginning of a line
        for (std::size_t end = n; end > 0; --end)
            for_rows_before(end, [&](std::size_t first, int cost) {
                if (before_[first] + cost + behind_[end] > best) return;
                for (std::size_t inside = first + 1; inside < end; ++inside)
                    if (before_[inside] + behind_[inside] <= best) clear[inside] = false;
            });
        std::vector<LineGroup> rows;
        for (std::size_t end = n; end > 0;) {
            std::size_t begin = end;
            for_rows_before(end, [&](std::size_t first, int cost) {
                if (before_[first] + cost == before_[end]) begin = first;
            });
            LineGroup row{begin, end, true};
            for (std::size_t at = begin; at <= end; ++at) row.clear = row.clear && clear[at];
            if (begin == end) row = {--begin, end, false};
            rows.push_back(row);
            end = begin;
        }
        std::reverse(rows.begin(), rows.end());
        return rows;
    }
};

}  // namespace

std::vector<LineGroup> group_lines(std::string_view text, const std::vector<BodyLine>& lines,
                                   const AlignedColumns& columns) {
    return LineGrouper(text, lines, columns).run();
}

}  // namespace tongket
