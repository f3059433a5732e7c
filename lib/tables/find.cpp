// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "tables/aligned.hpp"
#include "tables/cell.hpp"
#include "tables/grid.hpp"
#include "tables/header.hpp"
#include "tables/tables.hpp"

namespace tongket {
namespace {

bool has_digit_behind_first_cell(std::string_view text, const Grid& grid) {
    return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const GridRow& row) {
        return row.cells.size() > 1 && std::any_of(row.cells.begin() + 1, row.cells.end(), [&](const GridCell& cell) {
                   return std::any_of(cell.begin(), cell.end(), [&](const Span& piece) {
                       return slice(text, piece).find_first_of("0123456789") != std::string_view::npos;
                   });
               });
    });
}

// A sentence in which tabs stand for blanks.
bool reads_like_prose(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t");
    return last != std::string_view::npos && (line[last] == '.' || line[last] == ';');
}

// Whether a number that is no year stands in a cell.
bool has_number(const Document& document, TokenRange cell) {
    for (std::size_t t = cell.first; t < cell.last; ++t)
        if (document.token(t).kind == TokenKind::number && !is_year(document, {t, t + 1})) return true;
    return false;
}

// '110/116': so many of a set, and no day.
bool is_ratio(const Document& document, TokenRange cell) {
    constexpr std::size_t day_digits = 2;
    if (cell.last - cell.first != 3 || !document.token(cell.first + 1).is_mark('/')) return false;
    const Token part = document.token(cell.first), whole = document.token(cell.first + 2);
    return part.kind == TokenKind::number && whole.kind == TokenKind::number && whole.length > day_digits &&
           !is_year(document, {cell.first + 2, cell.last});
}

// Whether cells behind the first of their row hold nothing but a figure, in at least as many rows as have numbers
// only among words: 'Hồ sơ trực tuyến: năm 2015: 11,2% | năm 2016: 36,8%' is prose. Years and times are no figures.
bool has_figures(const TableText& words) {
    const Document& document = words.document();
    std::size_t figures = 0, sentences = 0;
    for (const std::vector<TokenRange>& row : words.rows()) {
        bool first = true, figure = false, number = false;
        for (const TokenRange& cell : row) {
            if (cell.empty()) continue;
            const Cell read = read_cell(document, cell);
            if (!first) figure |= (read.figure() && !is_year(document, cell)) || is_ratio(document, cell);
            number |= read.kind == CellKind::digits && !first && has_number(document, cell);
            first = false;
        }
        figures += figure ? 1 : 0;
        sentences += number && !figure ? 1 : 0;
    }
    return figures > 0 && figures >= sentences;
}

// Whether a caption belongs to the table alone: 'Bảng 2. ...', 'Đơn vị tính: tỷ đồng'.
bool heads_table(const Document& document, TokenRange caption) {
    constexpr std::size_t longest_opening = 3;  // marks before it
    std::size_t at = caption.first;
    while (at < caption.last && at - caption.first < longest_opening && document.token(at).kind == TokenKind::mark)
        ++at;
    if (at >= caption.last) return false;
    if (column_word(document, at) == "caption") {
        // 'Bảng 2', not 'Bảng xếp hạng'
        const std::size_t next = at + document.match(at, LexiconClass::column).length;
        return next < caption.last &&
               (document.token(next).kind == TokenKind::number || document.token(next).kind == TokenKind::mark ||
                document.token(next).has(Token::all_caps));
    }
    return told_unit(document, caption).has_value();
}

// Whether most cells above the figures are those of columns, times aside: 'Chỉ tiêu', 'Thực hiện'.
bool has_head(const TableText& words) {
    const Document& document = words.document();
    std::size_t columns = 0, others = 0;
    for (const std::vector<TokenRange>& row : words.rows()) {
        for (const TokenRange& cell : row)
            if (!cell.empty() && &cell != &row.front() && read_cell(document, cell).figure() &&
                !is_year(document, cell))
                return columns > 1 && columns > others;
        for (const TokenRange& cell : row)
            if (!cell.empty() && !time_at(document, cell.first, cell.last))
                ++(column_word(document, cell.first).empty() ? others : columns);
    }
    return false;
}

// All grids, in order of the text. Those that tabs and `|` make leave out the lines that have these.
std::vector<Grid> grids_of(std::string_view text) {
    std::vector<Grid> grids = find_grids(text);
    std::vector<Grid> aligned = find_aligned_grids(text);
    if (aligned.empty()) return grids;
    std::move(aligned.begin(), aligned.end(), std::back_inserter(grids));
    const auto place = [](const Grid& grid) { return grid.rows.front().line.begin; };
    std::sort(grids.begin(), grids.end(), [&](const Grid& a, const Grid& b) { return place(a) < place(b); });
    std::size_t behind = 0;
    std::erase_if(grids, [&](const Grid& grid) {
        if (place(grid) < behind) return true;
        behind = grid.rows.back().line.end;
        return false;
    });
    return grids;
}

}  // namespace

std::vector<FoundTable> find_tables(std::string_view text, const grammar::LexiconIndex& lexicon, WorkBudget& budget) {
    std::vector<FoundTable> tables;
    for (const Grid& grid : grids_of(text)) {
        if (!has_digit_behind_first_cell(text, grid)) continue;
        if (grid.rows.size() == 1 && reads_like_prose(slice(text, grid.rows.front().line))) continue;
        auto words = std::make_unique<const TableText>(text, grid, lexicon, budget.left() / 2);
        const Document& document = words->document();
        if (!budget.spend(document.size())) break;
        if (!has_figures(*words) || (grid.one_row && !has_head(*words))) continue;
        Span place{grid.rows.front().line.begin, grid.rows.back().line.end};
        if (!grid.notes.empty()) place.end = grid.notes.back().end;
        for (std::size_t c = grid.captions.size(); c-- > 0 && heads_table(document, words->captions()[c]);)
            place.begin = grid.captions[c].begin;
        // With its line break, so that the lines around it stay apart.
        if (place.end < text.size()) ++place.end;
        tables.push_back({place, std::move(words)});
    }
    return tables;
}

}  // namespace tongket
