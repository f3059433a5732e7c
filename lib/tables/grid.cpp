// SPDX-License-Identifier: BSL-1.0
#include "tables/grid.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tongket {
namespace {

constexpr std::string_view line_breaks = "\n\r\v\f";
constexpr std::string_view no_break_blank = "\xC2\xA0";

// Without blanks and tabs at its ends.
Span trimmed(std::string_view text, Span span) noexcept {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    for (;;) {
        const std::string_view words = slice(text, span);
        if (!words.empty() && blank(words.front()))
            ++span.begin;
        else if (!words.empty() && blank(words.back()))
            --span.end;
        else if (words.starts_with(no_break_blank))
            span.begin += no_break_blank.size();
        else if (words.ends_with(no_break_blank))
            span.end -= no_break_blank.size();
        else
            return span;
    }
}

// '-', '1.', 'a)', 'IV.': what stands before the text of an item of a list.
bool is_label(std::string_view cell) noexcept {
    constexpr std::size_t longest = 6;
    if (cell.size() > longest) return false;
    if (cell.ends_with('.') || cell.ends_with(')')) return true;
    return std::none_of(cell.begin(), cell.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

// '---', ':---:'
bool is_rule(std::string_view line) noexcept {
    return line.find('-') != std::string_view::npos && line.find_first_not_of("|-: \t+=") == std::string_view::npos;
}

class GridFinder {
  public:
    explicit GridFinder(std::string_view text) : text_(text) {}

    std::vector<Grid> run() && {
        // One mark after the other, which is several times as fast as both at once.
        if (text_.find('\t') == std::string_view::npos && text_.find('|') == std::string_view::npos) return {};
        split_lines();
        for (std::size_t at = 0; at < lines_.size();) at = grid_at(at);
        return std::move(grids_);
    }

  private:
    std::string_view text_;
    std::vector<Span> lines_;  // that are not blank
    std::vector<Grid> grids_;
    std::size_t behind_ = 0;  // the last grid and its notes
    std::size_t width_ = 0;   // cells of the last row that has several

    [[nodiscard]] std::string_view words(Span span) const noexcept { return slice(text_, span); }

    void split_lines() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find_first_of(line_breaks, at), text_.size());
            const Span line = trimmed(text_, {at, end});
            // Empty cells at the beginning of a row are cells.
            if (!line.empty()) lines_.push_back({at, end});
            at = end + 1;
        }
    }

    [[nodiscard]] std::vector<GridCell> cells_of(Span line, char mark) const {
        std::vector<GridCell> cells;
        std::size_t from = line.begin;
        for (;;) {
            const std::size_t end = std::min(text_.substr(0, line.end).find(mark, from), line.end);
            const Span cell = trimmed(text_, {from, end});
            cells.push_back(cell.empty() ? GridCell{} : GridCell{cell});
            if (end == line.end) break;
            from = end + 1;
        }
        // '| a | b |'
        if (mark == '|' && cells.front().empty()) cells.erase(cells.begin());
        while (!cells.empty() && cells.back().empty()) cells.pop_back();
        return cells;
    }

    // The mark that parts a line into cells; 0 where none does.
    [[nodiscard]] char mark_of(Span line) const {
        for (const char mark : {'\t', '|'}) {
            if (words(line).find(mark) == std::string_view::npos) continue;
            const std::vector<GridCell> cells = cells_of(line, mark);
            const auto filled =
                std::count_if(cells.begin(), cells.end(), [](const GridCell& cell) { return !cell.empty(); });
            if (filled < 2) continue;
            if (cells.size() != 2 || cells.front().empty() || !is_label(words(cells.front().front()))) return mark;
        }
        return 0;
    }

    // Whether a line goes on a grid: as a row, or as a heading of some rows.
    [[nodiscard]] bool goes_on(char mark, std::size_t at) const {
        if (at == lines_.size()) return false;
        const Span line = lines_[at];
        if (mark_of(line) == mark || (mark == '|' && is_rule(words(line)))) return true;
        const std::string_view whole = words(line);
        // A row of one cell.
        if (whole.find(mark) != std::string_view::npos && cells_of(line, mark).size() <= width_ &&
            marks_in(whole, mark) >= 2)
            return true;
        constexpr std::size_t longest_heading = 120;  // bytes
        return whole.size() <= longest_heading && !ends_clause(whole) && at + 1 < lines_.size() &&
               mark_of(lines_[at + 1]) == mark && cells_of(lines_[at + 1], mark).size() == width_;
    }
    [[nodiscard]] static std::size_t marks_in(std::string_view line, char mark) {
        return static_cast<std::size_t>(std::count(line.begin(), line.end(), mark));
    }
    // Titles end with no mark, or with a colon.
    [[nodiscard]] static bool ends_clause(std::string_view line) {
        const std::size_t last = line.find_last_not_of(" \t");
        return last != std::string_view::npos &&
               (line[last] == '.' || line[last] == ';' || line[last] == '!' || line[last] == '?');
    }

    std::size_t grid_at(std::size_t at) {
        Grid grid;
        const char mark = mark_of(lines_[at]);
        if (mark == 0) return at + 1;
        const std::size_t first = at;
        const auto begins_with_mark = [&](Span line) { return words(trimmed(text_, line)).starts_with('|'); };
        const bool framed = begins_with_mark(lines_[first]);
        do {
            GridRow row{lines_[at], {}, true};
            if (!is_rule(words(row.line))) row.cells = cells_of(row.line, mark);
            // Without a frame a mark at the beginning stands behind an empty cell.
            if (mark == '|' && !framed && !row.cells.empty() && begins_with_mark(row.line))
                row.cells.insert(row.cells.begin(), GridCell{});
            if (row.cells.size() > 1) width_ = row.cells.size();
            grid.rows.push_back(std::move(row));
            ++at;
        } while (goes_on(mark, at));
        constexpr std::size_t most_captions = 3, longest_caption = 400;  // lines, bytes
        std::size_t from = first;
        while (from > behind_ && first - from < most_captions && words(lines_[from - 1]).size() <= longest_caption &&
               !ends_clause(words(lines_[from - 1])))
            --from;
        grid.captions.assign(lines_.begin() + static_cast<std::ptrdiff_t>(from),
                             lines_.begin() + static_cast<std::ptrdiff_t>(first));
        constexpr std::size_t most_notes = 5;
        for (std::size_t n = 0; n < most_notes && at < lines_.size() && is_note(at); ++n)
            grid.notes.push_back(lines_[at++]);
        behind_ = at;
        grids_.push_back(std::move(grid));
        return at;
    }

    // '(*) Số liệu ước', '* ...', '(1) ...'
    [[nodiscard]] bool is_note(std::size_t at) const {
        const std::string_view line = words(trimmed(text_, lines_[at]));
        if (line.find('\t') != std::string_view::npos) return false;
        if (line.starts_with("(*")) return true;
        return line.starts_with("(") && line.size() > 3 && line[1] >= '1' && line[1] <= '9' && line[2] == ')';
    }
};

}  // namespace

std::vector<Grid> find_grids(std::string_view text) { return GridFinder(text).run(); }

}  // namespace tongket
