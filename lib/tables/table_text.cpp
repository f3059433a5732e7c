// SPDX-License-Identifier: BSL-1.0
#include "tables/table_text.hpp"

#include <algorithm>
#include <utility>

namespace tongket {
namespace {

Options unwrapped() {
    Options options;
    options.wrap = Wrap::never;
    options.max_input_bytes = static_cast<std::size_t>(-1);  // of the whole text it was asked
    return options;
}

bool is_blank(std::string_view text) noexcept {
    return text.find_first_not_of(" \t\n\r\v\f") == std::string_view::npos;
}

}  // namespace

// The text of a grid, a cell a line, and where its pieces stand.
class TableText::Letters {
  public:
    std::string text;
    std::vector<Piece> pieces;
    std::vector<Span> captions;
    std::vector<std::vector<Span>> rows;
    std::vector<bool> rows_clear;
    bool clear;

    Letters(std::string_view source, const Grid& grid) : clear(grid.clear) {
        for (const Span& caption : grid.captions) captions.push_back(add(source, {caption}));
        for (const GridRow& row : grid.rows) {
            std::vector<Span>& cells = rows.emplace_back();
            for (const GridCell& cell : row.cells) cells.push_back(add(source, cell));
            rows_clear.push_back(row.clear);
        }
    }

  private:
    Span add(std::string_view source, const GridCell& cell) {
        const std::size_t begin = text.size();
        for (const Span& piece : cell) {
            if (text.size() > begin) text += ' ';
            pieces.push_back({text.size(), piece.begin, piece.end - piece.begin});
            text += slice(source, piece);
        }
        const Span place{begin, text.size()};
        text += '\n';
        return place;
    }
};

TableText::TableText(std::string_view text, const Grid& grid, const grammar::LexiconIndex& lexicon,
                     std::size_t most_tokens)
    : TableText(text, Letters(text, grid), lexicon, most_tokens) {}

TableText::TableText(std::string_view text, Letters letters, const grammar::LexiconIndex& lexicon,
                     std::size_t most_tokens)
    : letters_(std::move(letters.text)),
      pieces_(std::move(letters.pieces)),
      in_(text),
      text_(letters_, unwrapped(), diagnostics_),
      document_(text_, lexicon, most_tokens),
      clear_(letters.clear) {
    for (const Span& caption : letters.captions) captions_.push_back(tokens_in(caption));
    for (std::size_t r = 0; r < letters.rows.size(); ++r) {
        std::vector<TokenRange> cells;
        for (const Span& cell : letters.rows[r]) cells.push_back(tokens_in(cell));
        if (std::all_of(cells.begin(), cells.end(), [](TokenRange cell) { return cell.empty(); })) continue;
        rows_.push_back(std::move(cells));
        rows_clear_.push_back(letters.rows_clear[r]);
    }
}

TokenRange TableText::whole(std::size_t row) const noexcept {
    const auto filled = [](TokenRange cell) { return !cell.empty(); };
    const auto first = std::find_if(rows_[row].begin(), rows_[row].end(), filled);
    const auto last = std::find_if(rows_[row].rbegin(), rows_[row].rend(), filled);
    return {first->first, last->last};
}

Span TableText::place(TokenRange range) const noexcept {
    const Span letters = document_.span(range);
    const std::size_t first = piece_of(range.first), last = piece_of(range.last - 1);
    Span place{in_.size(), 0};
    for (std::size_t p = first; p <= last; ++p) {
        const Piece& piece = pieces_[p];
        place.begin = std::min(place.begin, piece.from + (p == first ? letters.begin - piece.at : 0));
        place.end = std::max(place.end, piece.from + (p == last ? letters.end - piece.at : piece.size));
    }
    return place;
}

TokenRange TableText::together(TokenRange range) const noexcept {
    std::size_t at = range.first;
    for (std::size_t piece = piece_of(at); ++at < range.last;) {
        const std::size_t next = piece_of(at);
        if (next != piece) {
            const std::size_t end = pieces_[piece].from + pieces_[piece].size;
            if (pieces_[next].from < end || !is_blank(slice(in_, {end, pieces_[next].from}))) break;
        }
        piece = next;
    }
    return {range.first, at};
}

std::size_t TableText::piece_of(std::size_t token) const noexcept {
    const std::size_t at = document_.to_source(document_.token(token).begin);
    const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                         [](std::size_t place, const Piece& piece) { return place < piece.at; });
    return static_cast<std::size_t>(behind - pieces_.begin()) - 1;
}

TokenRange TableText::tokens_in(Span letters) const noexcept {
    const auto first_from = [&](std::size_t at) {
        std::size_t low = 0, high = document_.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (document_.to_source(document_.token(middle).begin) < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    return {first_from(letters.begin), first_from(letters.end)};
}

}  // namespace tongket
