// SPDX-License-Identifier: BSL-1.0
#include "tables/aligned.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "tables/aligned_columns.hpp"
#include "tables/aligned_head.hpp"
#include "tables/aligned_line.hpp"
#include "tables/aligned_rows.hpp"
#include "wrap/lines.hpp"

namespace tongket {
namespace {

constexpr std::string_view line_breaks = "\n\r\v\f";
constexpr std::size_t most_lines_of_cell = 12;
// A line of more cells is prose whose blanks are doubled here and there.
constexpr std::size_t most_cells = 20;

// A line that is not blank.
struct TextLine {
    Span place;
    std::uint32_t page = 0;
    bool behind_blank_line = false;
    bool figures = false;  // a row of figures may stand in it
};

// The lines of one table on one page.
struct Block {
    std::size_t head = 0, body = 0, end = 0;  // lines; the head is empty where `head == body`
    std::vector<std::size_t> rows;            // of figures
    TextColumn figures = 0;                   // where these begin
};

class AlignedFinder {
  public:
    explicit AlignedFinder(std::string_view text) : text_(text) {}

    std::vector<Grid> run() && {
        if (text_.find("  ") == std::string_view::npos || !split_lines()) return {};
        for (std::size_t at = 0; at < lines_.size();) {
            if (lines_[at].figures) {
                const Block block = block_at(at);
                if (is_table(block)) {
                    add(block);
                    behind_ = at = block.end;
                } else {
                    at = block.rows.back() + 1;
                }
            } else {
                ++at;
            }
        }
        return std::move(grids_);
    }

  private:
    std::string_view text_;
    std::vector<TextLine> lines_;
    std::vector<Grid> grids_;
    std::size_t behind_ = 0;    // the line behind the last table
    std::size_t width_ = 0;     // its columns
    bool has_columns_ = false;  // whether they are known

    [[nodiscard]] AlignedLine line(std::size_t at) const { return AlignedLine(text_, lines_[at].place); }
    [[nodiscard]] std::string_view letters(std::size_t at) const { return slice(text_, lines_[at].place); }

    // Whether any line may hold figures.
    bool split_lines() {
        bool any = false;
        std::uint32_t page = 0, breaks = 0;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find_first_of(line_breaks, at), text_.size());
            const std::string_view words = text_.substr(at, end - at);
            const std::size_t first = words.find_first_not_of(' ');
            if (first != std::string_view::npos) {
                TextLine one{{at, end}, page, breaks > 1, false};
                constexpr std::size_t longest = 1000;  // bytes
                if (words.size() <= longest && words.find("  ", first) != std::string_view::npos &&
                    words.find_first_of("\t|") == std::string_view::npos) {
                    const AlignedLine cells(text_, one.place);
                    one.figures = cells.cells().size() <= most_cells && may_hold_figures(text_, cells);
                }
                any |= one.figures;
                lines_.push_back(one);
                breaks = 0;
            }
            if (end == text_.size()) break;
            if (text_[end] == '\f')
                ++page;
            else
                ++breaks;
            at = end + (text_[end] == '\r' && text_.substr(end + 1).starts_with('\n') ? 2 : 1);
        }
        return any;
    }

    // ---- which lines belong to a table ------------------------------------------------------------------------

    // The cells of a line that look like figures.
    [[nodiscard]] std::vector<TextColumns> figures_of(const AlignedLine& line) const {
        std::vector<TextColumns> figures;
        for (std::size_t c = 1; c < line.cells().size(); ++c)
            if (looks_like_figure(slice(text_, line.cells()[c].place))) figures.push_back(line.cells()[c].columns);
        return figures;
    }
    [[nodiscard]] bool ends_with(std::size_t at, std::string_view marks) const {
        const std::string_view words = letters(at);
        const std::size_t last = words.find_last_not_of(' ');
        return last != std::string_view::npos && marks.find(words[last]) != std::string_view::npos;
    }

    [[nodiscard]] Block block_at(std::size_t first) const {
        Block block{first, first, first + 1, {first}, 0};
        std::vector<TextColumns> figures = figures_of(line(first));
        block.figures = figures.front().begin;
        for (std::size_t at = first + 1; at < lines_.size() && at - block.end < most_lines_of_cell; ++at) {
            if (lines_[at].page != lines_[first].page) break;
            const AlignedLine words = line(at);
            if (!lines_[at].figures) {
                if (!stands_between(at, words, block.figures)) break;
                continue;
            }
            const std::vector<TextColumns> here = figures_of(words);
            constexpr TextColumn play = 2;
            const bool lined_up = std::any_of(here.begin(), here.end(), [&](TextColumns one) {
                return std::any_of(figures.begin(), figures.end(),
                                   [&](TextColumns other) { return one.distance(other) <= play; });
            });
            // Rows of a label, a unit and one figure each may have it in other columns.
            const AlignedLine top = line(first);
            const bool begins_alike = words.cells().size() > 2 && top.cells().size() > 2 &&
                                      words.columns().begin == top.columns().begin &&
                                      words.cells()[1].columns.begin == top.cells()[1].columns.begin;
            if (!lined_up && !begins_alike) break;
            // Those of columns that are empty in this row are kept.
            std::erase_if(figures, [&](TextColumns other) {
                return std::any_of(here.begin(), here.end(),
                                   [&](TextColumns one) { return one.distance(other) == 0; });
            });
            figures.insert(figures.end(), here.begin(), here.end());
            block.figures = std::min(block.figures, here.front().begin);
            block.rows.push_back(at);
            block.end = at + 1;
        }
        add_lines_below(block);
        add_lines_above(block);
        return block;
    }
    // Whether rows may go on behind a line without figures.
    [[nodiscard]] bool stands_between(std::size_t at, const AlignedLine& words, TextColumn figures) const {
        if (words.cells().size() > 1) return words.cells().size() <= most_cells;
        if (ends_with(at, ".;")) return false;
        if (words.columns().end <= figures) return true;
        // A long heading of rows.
        return !ends_with(at, ":") && at + 1 < lines_.size() && lines_[at + 1].figures;
    }
    // The rest of the last label.
    void add_lines_below(Block& block) const {
        while (block.end < lines_.size() && block.end - block.rows.back() < most_lines_of_cell &&
               lines_[block.end].page == lines_[block.body].page && !lines_[block.end].behind_blank_line &&
               line(block.end).columns().end <= block.figures && !ends_with(block.end, ".;:"))
            ++block.end;
    }
    // The beginning of the first label or a heading of rows, and the head.
    void add_lines_above(Block& block) const {
        const auto may_belong = [&](std::size_t at) {
            return at > behind_ && lines_[at - 1].page == lines_[block.body].page &&
                   letters(at - 1).find_first_of("\t|") == std::string_view::npos;
        };
        while (may_belong(block.body) && block.rows.front() - block.body < most_lines_of_cell &&
               !lines_[block.body].behind_blank_line && line(block.body - 1).columns().end <= block.figures &&
               !ends_with(block.body - 1, ".;:"))
            --block.body;
        block.head = block.body;
        std::size_t single = 0;  // lines of one cell above those of several
        while (may_belong(block.head) && block.body - block.head < most_lines_of_cell) {
            const std::size_t at = block.head - 1;
            const AlignedLine words = line(at);
            if (words.cells().size() > most_cells) break;
            if (words.cells().size() == 1 && (!is_part_of_head(at, words, block) || single > 1) && !is_amid_head(at))
                break;
            single = words.cells().size() == 1 ? single + 1 : 0;
            --block.head;
        }
        if (block.head == block.body) return;
        // Above the line of several cells nothing but what is a part of its cells.
        if (single == block.body - block.head) block.head = block.body;
    }
    // A line of one cell in a head: words above the figures, without a blank line behind them.
    [[nodiscard]] bool is_part_of_head(std::size_t at, const AlignedLine& words, const Block& block) const {
        constexpr std::size_t most_words = 5;
        return words.words().size() <= most_words && words.columns().begin + least_gap >= block.figures / 2 &&
               letters(at).find(':') == std::string_view::npos && !ends_with(at, ".;") &&
               !lines_[at + 1].behind_blank_line;
    }

    // A line of one cell in the middle of a head, as of 'Chỉ tiêu' between the two lines of all other cells.
    [[nodiscard]] bool is_amid_head(std::size_t at) const {
        constexpr std::size_t most_words = 5;
        return at > behind_ && lines_[at - 1].page == lines_[at].page && line(at - 1).cells().size() > 1 &&
               line(at + 1).cells().size() > 1 && !lines_[at].behind_blank_line &&
               !lines_[at + 1].behind_blank_line && line(at).words().size() <= most_words &&
               letters(at).find(':') == std::string_view::npos && !ends_with(at, ".;") &&
               letters(at - 1).find_first_of("\t|") == std::string_view::npos;
    }

    // Some cells are far from each other, and some have several words: in prose with wide blanks none has.
    [[nodiscard]] bool is_table(const Block& block) const {
        constexpr TextColumn wide_gap = 3;
        bool wide = false, several_words = false;
        for (const std::size_t row : block.rows) {
            const AlignedLine words = line(row);
            for (std::size_t c = 1; c < words.cells().size(); ++c)
                wide |= words.cells()[c].columns.begin - words.cells()[c - 1].columns.end >= wide_gap;
        }
        // Labels of several lines may leave but one word beside the figures.
        for (std::size_t at = block.body; at < block.end && !several_words; ++at) {
            const AlignedLine words = line(at);
            several_words = words.cells().size() < words.words().size();
        }
        // A single row may be any line, but for what stands above it.
        const bool told = block.rows.size() > 1 || block.head != block.body || goes_on_over_page(block);
        return told && wide && several_words;
    }

    // ---- its cells --------------------------------------------------------------------------------------------

    void add(const Block& block) {
        std::vector<AlignedLine> lines;
        for (std::size_t at = block.body; at < block.end; ++at) lines.push_back(line(at));
        std::vector<const AlignedLine*> shown;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines_[block.body + i].figures || lines[i].columns().end <= block.figures) shown.push_back(&lines[i]);
        const auto columns = find_aligned_columns(text_, shown);
        Grid grid;
        std::optional<std::vector<GridRow>> head;
        if (columns && block.head != block.body) {
            std::vector<AlignedLine> above;
            for (std::size_t at = block.head; at < block.body; ++at) above.push_back(line(at));
            head = read_aligned_head(text_, above, *columns);
        }
        grid.clear = columns.has_value() && (head.has_value() || block.head == block.body);
        grid.one_row = block.rows.size() == 1 && !goes_on_over_page(block);
        if (head) grid.rows = *std::move(head);
        if (grid.clear)
            add_rows(grid, block, lines, *columns);
        else
            add_unclear(grid, block, lines);
        if (block.end < lines_.size() && breaks_label(block.end)) grid.rows.back().clear = false;
        const bool goes_on = grid.clear && has_columns_ && width_ == columns->count() && goes_on_over_page(block);
        has_columns_ = grid.clear;
        width_ = columns ? columns->count() : 0;
        if (goes_on) {
            std::move(grid.rows.begin(), grid.rows.end(), std::back_inserter(grids_.back().rows));
            return;
        }
        add_captions(grid, block.head);
        grids_.push_back(std::move(grid));
    }
    void add_rows(Grid& grid, const Block& block, const std::vector<AlignedLine>& lines,
                  const AlignedColumns& columns) const {
        std::vector<BodyLine> body;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const TextLine& line = lines_[block.body + i];
            BodyLine one{&lines[i], columns.cells_of(lines[i]), line.figures, line.behind_blank_line};
            // A long heading is one cell.
            if (!line.figures && lines[i].cells().size() == 1 && !columns.before_figures(lines[i].columns())) {
                one.cells.assign(columns.count(), {});
                one.cells[columns.label] = {lines[i].cells().front().place};
            }
            body.push_back(std::move(one));
        }
        for (const LineGroup& group : group_lines(text_, body, columns)) {
            GridRow row{{body[group.first].line->place().begin, body[group.last - 1].line->place().end},
                        std::vector<GridCell>(columns.count()),
                        group.clear};
            for (std::size_t at = group.first; at < group.last; ++at)
                for (std::size_t c = 0; c < columns.count(); ++c)
                    row.cells[c].insert(row.cells[c].end(), body[at].cells[c].begin(), body[at].cells[c].end());
            while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
            grid.rows.push_back(std::move(row));
        }
    }
    // As it stands, for what is to be said of it.
    void add_unclear(Grid& grid, const Block& block, const std::vector<AlignedLine>& lines) const {
        grid.rows.clear();
        const auto add_line = [&](const AlignedLine& line) {
            GridRow row{line.place(), {}, true};
            for (const TypedPart& cell : line.cells()) row.cells.push_back({cell.place});
            grid.rows.push_back(std::move(row));
        };
        for (std::size_t at = block.head; at < block.body; ++at) add_line(line(at));
        for (const AlignedLine& one : lines) add_line(one);
    }
    // Whether a line on the next page goes on with a label: no paragraph begins with a small letter.
    [[nodiscard]] bool breaks_label(std::size_t at) const {
        if (lines_[at].page == lines_[at - 1].page) return false;
        return start_of_line(letters(is_page_number(at) && at + 1 < lines_.size() ? at + 1 : at)) == LineStart::small;
    }
    [[nodiscard]] bool is_page_number(std::size_t at) const {
        constexpr TextColumn most_digits = 4;
        const AlignedLine words = line(at);
        return words.words().size() == 1 && looks_like_figure(slice(text_, words.words().front().place)) &&
               words.columns().end - words.columns().begin <= most_digits;
    }
    // Whether nothing but the number of a page stands between a table and the one before.
    [[nodiscard]] bool goes_on_over_page(const Block& block) const {
        if (grids_.empty() || lines_[behind_ - 1].page + 1 != lines_[block.head].page) return false;
        for (std::size_t at = behind_; at < block.head; ++at)
            if (!is_page_number(at)) return false;
        return true;
    }
    void add_captions(Grid& grid, std::size_t head) const {
        constexpr std::size_t most = 3, longest = 400;  // lines, bytes
        std::size_t from = head;
        while (from > behind_ && head - from < most && letters(from - 1).size() <= longest &&
               !ends_with(from - 1, ".;!?"))
            --from;
        for (std::size_t at = from; at < head; ++at) grid.captions.push_back(lines_[at].place);
    }
};

}  // namespace

std::vector<Grid> find_aligned_grids(std::string_view text) { return AlignedFinder(text).run(); }

}  // namespace tongket
