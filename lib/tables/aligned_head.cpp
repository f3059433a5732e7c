// SPDX-License-Identifier: BSL-1.0
#include "tables/aligned_head.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace tongket {
namespace {

// Words of one line in one column.
struct Piece {
    std::size_t line = 0;
    std::size_t column = 0;
    TypedPart words;
};

// A cell that serves several columns; its title may have several lines.
struct WideCell {
    GridCell words;
    std::size_t first = 0, last = 0;  // columns, the last included
};

// Reads a head from its lowest line to its highest: what stands below shows where the middle of a column is.
class HeadReader {
  public:
    HeadReader(std::string_view text, const std::vector<AlignedLine>& lines, const AlignedColumns& columns)
        : text_(text), lines_(lines), columns_(columns), pieces_(columns.count()) {
        for (std::size_t line = 0; line < lines.size(); ++line)
            for (const TypedPart& cell : lines[line].cells()) cells_.push_back(read_cell(line, cell));
        for (const AlignedLine& line : lines) {
            filled_.resize(std::max<std::size_t>(filled_.size(), line.columns().end), false);
            for (const TypedPart& word : line.words())
                std::fill(filled_.begin() + word.columns.begin, filled_.begin() + word.columns.end, true);
        }
    }

    std::optional<std::vector<GridRow>> run() && {
        for (std::size_t i = cells_.size(); i-- > 0;)
            if (!place(cells_[i])) return std::nullopt;
        for (std::vector<Piece>& pieces : pieces_)
            std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.line < b.line; });
        // What stands lower than a cell of its own would is below a cell that was not found.
        const bool at_bottom_all = at_bottom(columns_.label);
        for (std::size_t c = columns_.first_figures; c < columns_.count(); ++c) {
            if (served(c)) continue;
            if (at_bottom_all ? may_lack_number(c) : is_below_another(c)) return std::nullopt;
        }
        return rows();
    }

  private:
    struct Cell {
        std::size_t line = 0;
        std::vector<TypedPart> words;
        std::vector<Piece> pieces;  // by the column that it stands above, or those that its words are nearest to
        [[nodiscard]] TypedPart whole() const {
            return {{words.front().place.begin, words.back().place.end},
                    {words.front().columns.begin, words.back().columns.end}};
        }
    };

    std::string_view text_;
    const std::vector<AlignedLine>& lines_;
    const AlignedColumns& columns_;
    std::vector<bool> filled_;                // for each column of letters whether some line has one there
    std::vector<Cell> cells_;                 // of all lines
    std::vector<std::vector<Piece>> pieces_;  // by column
    std::vector<WideCell> wide_;

    [[nodiscard]] Cell read_cell(std::size_t line, const TypedPart& cell) const {
        Cell read{line, {}, {}};
        for (const TypedPart& word : lines_[line].words())
            if (word.place.begin >= cell.place.begin && word.place.end <= cell.place.end) read.words.push_back(word);
        const auto met = std::count_if(columns_.places.begin(), columns_.places.end(),
                                       [&](TextColumns column) { return column.meets(cell.columns); });
        if (met == 1)
            read.pieces.push_back({line, columns_.nearest(cell.columns), cell});
        else
            for (const TypedPart& word : read.words) add(read.pieces, {line, columns_.nearest(word.columns), word});
        return read;
    }
    // Words of one column are one piece.
    static void add(std::vector<Piece>& pieces, const Piece& word) {
        if (pieces.empty() || pieces.back().column != word.column) {
            pieces.push_back(word);
        } else {
            pieces.back().words.place.end = word.words.place.end;
            pieces.back().words.columns.end = word.words.columns.end;
        }
    }

    // Twice the line in the middle of a column's words less that in the middle of the head.
    [[nodiscard]] std::int64_t below_middle(std::size_t column) const {
        std::size_t first = lines_.size(), last = 0;
        for (const Piece& piece : pieces_[column]) {
            first = std::min(first, piece.line);
            last = std::max(last, piece.line);
        }
        return static_cast<std::int64_t>(first + last) - static_cast<std::int64_t>(lines_.size() - 1);
    }
    [[nodiscard]] bool at_bottom(std::size_t column) const {
        return !pieces_[column].empty() && below_middle(column) > 0;
    }
    // Whether a column's words begin lower than at the top, and are not in the middle either.
    [[nodiscard]] bool is_below_another(std::size_t column) const {
        return !pieces_[column].empty() && below_middle(column) != 0 &&
               std::all_of(pieces_[column].begin(), pieces_[column].end(),
                           [](const Piece& piece) { return piece.line != 0; });
    }
    // In a head whose cells stand at its bottom: whether a number above the column before, as of a year, may be this
    // one's too.
    [[nodiscard]] bool may_lack_number(std::size_t column) const {
        if (column == columns_.first_figures || pieces_[column].empty() || pieces_[column - 1].empty()) return false;
        const Piece& above = pieces_[column - 1].front();
        return above.line < pieces_[column].front().line && pieces_[column - 1].size() > 1 && has_digit(above) &&
               std::none_of(pieces_[column].begin(), pieces_[column].end(),
                            [&](const Piece& piece) { return has_digit(piece); });
    }
    [[nodiscard]] bool has_digit(const Piece& piece) const {
        return slice(text_, piece.words.place).find_first_of("0123456789") != std::string_view::npos;
    }
    // Whether a column may lie below a cell of a line: it has words in lower lines only.
    [[nodiscard]] bool may_serve(const Cell& cell, std::size_t column) const {
        if (column < columns_.first_figures || column >= columns_.count() || pieces_[column].empty()) return false;
        for (const Cell& other : cells_)
            for (const Piece& piece : other.pieces)
                if (piece.column == column && piece.line <= cell.line && &other != &cell) return false;
        return is_below_another(column);
    }
    [[nodiscard]] bool served(std::size_t column) const {
        return std::any_of(wide_.begin(), wide_.end(),
                           [&](const WideCell& wide) { return wide.first <= column && column <= wide.last; });
    }

    // Halves of letters by which words are right of the middle of what stands below them.
    [[nodiscard]] std::int64_t off(const Piece& piece) const {
        const TextColumn below = pieces_[piece.column].back().words.columns.middle();
        return std::int64_t{piece.words.columns.middle()} - std::int64_t{below};
    }
    static constexpr std::int64_t play = 3, endless = 1 << 20;  // halves of letters

    // Decides which columns a cell serves; false where that is not sure.
    [[nodiscard]] bool place(const Cell& cell) {
        const std::vector<Piece> parts = parts_of(cell);
        const bool all_below = std::all_of(cell.pieces.begin(), cell.pieces.end(),
                                           [&](const Piece& piece) { return may_serve(cell, piece.column); });
        // Cells that stand near to each other.
        if (cell.pieces.size() > 1 && !all_below) return take(parts);
        std::size_t left = cell.pieces.front().column, right = cell.pieces.back().column;
        while (left > 0 && may_serve(cell, left - 1)) --left;
        while (may_serve(cell, right + 1)) ++right;
        const bool more_left = left<cell.pieces.front().column, more_right = right> cell.pieces.back().column;
        const bool own = std::all_of(parts.begin(), parts.end(), [&](const Piece& part) {
            return pieces_[part.column].empty() || std::abs(off(part)) <= play;
        });
        if (cell.pieces.size() > 1)
            return own && !parts.empty() && !more_left && !more_right ? take(parts) : take_wide(cell, left, right);
        if ((!more_left && !more_right) || (own && more_left != more_right)) return take(parts);
        return !at_bottom(columns_.label) && take_wide(cell, left, right);
    }
    // False where there are none.
    bool take(const std::vector<Piece>& parts) {
        for (const Piece& part : parts) pieces_[part.column].push_back(part);
        return !parts.empty();
    }

    // The words of several cells that one blank parts, each at its column: such blanks stand above each other in all
    // lines, but for those of wide cells. None where that is not sure.
    [[nodiscard]] std::vector<Piece> parts_of(const Cell& cell) const {
        if (cell.pieces.size() == 1) return cell.pieces;
        std::vector<Piece> parts = parts_of(cell, true);
        return parts.empty() ? parts_of(cell, false) : parts;
    }
    // Where that leaves a choice, words go to the column with which they are lined up best.
    [[nodiscard]] std::vector<Piece> parts_of(const Cell& cell, bool blank_in_all_lines) const {
        const std::size_t first = cell.pieces.front().column, count = cell.pieces.back().column - first + 1;
        const std::size_t words = cell.words.size();
        constexpr std::size_t most_words = 24;  // so that the time stays linear
        if (words < count || words > most_words) return {};
        // The best and the next best way to give the first words to the first columns.
        struct Way {
            std::int64_t cost = endless, next = endless;
            std::size_t from = 0;  // the first word of the last column
        };
        std::vector<std::vector<Way>> ways(count + 1, std::vector<Way>(words + 1));
        ways[0][0].cost = 0;
        for (std::size_t c = 1; c <= count; ++c)
            for (std::size_t w = c; w <= words; ++w)
                // The first column begins with the first word.
                for (std::size_t from = c - 1; from < (c == 1 ? 1 : w); ++from) {
                    if (from > 0 && !ends_before(cell.words[from - 1], first + c - 1, blank_in_all_lines)) continue;
                    const Way& before = ways[c - 1][from];
                    const std::int64_t more =
                        misalignment({cell.words[from].columns.begin, cell.words[w - 1].columns.end},
                                     columns_.places[first + c - 1]);
                    Way& way = ways[c][w];
                    const std::int64_t cost = before.cost + more;
                    if (cost < way.cost) {
                        way.next = std::min(way.cost, before.next + more);
                        way.cost = cost;
                        way.from = from;
                    } else {
                        way.next = std::min(way.next, cost);
                    }
                }
        const std::int64_t least_lead = blank_in_all_lines ? 2 : 6;  // halves of letters
        if (ways[count][words].cost >= endless || ways[count][words].next - ways[count][words].cost < least_lead)
            return {};
        std::vector<Piece> parts;
        std::size_t end = words;
        for (std::size_t c = count; c > 0; --c) {
            const std::size_t from = ways[c][end].from;
            std::vector<Piece> part;
            for (std::size_t w = from; w < end; ++w) add(part, {cell.line, first + c - 1, cell.words[w]});
            parts.push_back(part.front());
            end = from;
        }
        return parts;
    }
    // Whether the blank behind a word stands before a column and behind the one before it.
    [[nodiscard]] bool ends_before(const TypedPart& word, std::size_t column, bool blank_in_all_lines) const {
        const TextColumn blank = word.columns.end, drift = blank_in_all_lines ? 2 : 0;
        if (blank + drift < columns_.places[column - 1].end || blank >= columns_.places[column].begin + drift)
            return false;
        return !blank_in_all_lines || blank >= filled_.size() || !filled_[blank];
    }
    // Halves of letters by which words are off the left, the right and the middle of a column, whichever is least.
    static std::int64_t misalignment(TextColumns words, TextColumns column) {
        const auto apart = [](TextColumn a, TextColumn b) { return std::abs(std::int64_t{a} - std::int64_t{b}); };
        return std::min({2 * apart(words.begin, column.begin), 2 * apart(words.end, column.end),
                         apart(words.middle(), column.middle())});
    }
    // The columns in whose middle a cell stands.
    bool take_wide(const Cell& cell, std::size_t left, std::size_t right) {
        const std::size_t first = cell.pieces.front().column, last = cell.pieces.back().column;
        const TypedPart whole = cell.whole();
        std::int64_t best = endless, next = endless;
        WideCell wide{{whole.place}, first, last};
        for (std::size_t f = left; f <= first; ++f)
            for (std::size_t l = last; l <= right; ++l) {
                if (f == l) continue;
                const TextColumns all{extent(f).begin, extent(l).end};
                const std::int64_t distance =
                    std::abs(std::int64_t{whole.columns.middle()} - std::int64_t{all.middle()});
                if (distance < best) {
                    next = best;
                    best = distance;
                    wide.first = f;
                    wide.last = l;
                } else {
                    next = std::min(next, distance);
                }
            }
        if (best > 2 * play || next - best < play) return false;
        for (WideCell& other : wide_) {
            if (other.last < wide.first || wide.last < other.first) continue;
            if (other.first != wide.first || other.last != wide.last) return false;
            other.words.insert(other.words.begin(), wide.words.front());
            return true;
        }
        wide_.push_back(std::move(wide));
        return true;
    }
    [[nodiscard]] TextColumns extent(std::size_t column) const {
        TextColumns all = columns_.places[column];
        for (const Piece& piece : pieces_[column]) {
            all.begin = std::min(all.begin, piece.words.columns.begin);
            all.end = std::max(all.end, piece.words.columns.end);
        }
        return all;
    }

    // All words of a column are one cell, in the upper row where no wide cell is above them.
    [[nodiscard]] std::vector<GridRow> rows() const {
        const Span all{lines_.front().place().begin, lines_.back().place().end};
        GridRow upper{all, std::vector<GridCell>(columns_.count()), true}, lower = upper;
        for (const WideCell& wide : wide_) upper.cells[wide.first] = wide.words;
        for (std::size_t c = 0; c < columns_.count(); ++c)
            for (const Piece& piece : pieces_[c]) (served(c) ? lower : upper).cells[c].push_back(piece.words.place);
        std::vector<GridRow> rows{std::move(upper)};
        if (!wide_.empty()) rows.push_back(std::move(lower));
        return rows;
    }
};

}  // namespace

std::optional<std::vector<GridRow>> read_aligned_head(std::string_view text, const std::vector<AlignedLine>& lines,
                                                      const AlignedColumns& columns) {
    return HeadReader(text, lines, columns).run();
}

}  // namespace tongket
