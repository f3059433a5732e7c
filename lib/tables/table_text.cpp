// SPDX-License-Identifier: BSL-1.0
#include "tables/table_text.hpp"

#include <algorithm>

namespace tongket {
namespace {

std::size_t first_of(const Grid& grid) {
    return grid.captions.empty() ? grid.rows.front().line.begin : grid.captions.front().begin;
}

// The text of a grid with a line break for each mark between cells, which leaves all places as they are.
std::string with_lines(std::string_view text, const Grid& grid) {
    const std::size_t begin = first_of(grid);
    std::string letters(text.substr(begin, grid.rows.back().line.end - begin));
    for (const GridRow& row : grid.rows)
        for (std::size_t at = row.line.begin; at < row.line.end; ++at)
            if (text[at] == grid.mark) letters[at - begin] = '\n';
    return letters;
}

Options unwrapped() {
    Options options;
    options.wrap = Wrap::never;
    options.max_input_bytes = static_cast<std::size_t>(-1);  // of the whole text it was asked
    return options;
}

}  // namespace

TableText::TableText(std::string_view text, const Grid& grid, const grammar::LexiconIndex& lexicon,
                     std::size_t most_tokens)
    : begin_(first_of(grid)),
      letters_(with_lines(text, grid)),
      text_(letters_, unwrapped(), diagnostics_),
      document_(text_, lexicon, most_tokens) {
    for (const Span& caption : grid.captions) captions_.push_back(tokens_in(caption));
    for (const GridRow& row : grid.rows) {
        std::vector<TokenRange> cells;
        for (const Span& cell : row.cells) cells.push_back(tokens_in(cell));
        if (std::any_of(cells.begin(), cells.end(), [](TokenRange cell) { return !cell.empty(); }))
            rows_.push_back(std::move(cells));
    }
}

TokenRange TableText::whole(std::size_t row) const noexcept {
    const auto filled = [](TokenRange cell) { return !cell.empty(); };
    const auto first = std::find_if(rows_[row].begin(), rows_[row].end(), filled);
    const auto last = std::find_if(rows_[row].rbegin(), rows_[row].rend(), filled);
    return {first->first, last->last};
}

Span TableText::place(TokenRange range) const noexcept {
    const Span place = document_.span(range);
    return {begin_ + place.begin, begin_ + place.end};
}

TokenRange TableText::tokens_in(Span place) const noexcept {
    const auto first_from = [&](std::size_t at) {
        std::size_t low = 0, high = document_.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (document_.to_source(document_.token(middle).begin) + begin_ < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    TokenRange range{first_from(place.begin), first_from(place.end)};
    while (!range.empty() && document_.token(range.first).kind == TokenKind::newline) ++range.first;
    return range;
}

}  // namespace tongket
