// SPDX-License-Identifier: BSL-1.0
/// @file
/// A grid as words: each cell is a line of a document of its own, so that no phrase goes on in the next cell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/document.hpp"
#include "tables/grid.hpp"
#include "text/text.hpp"

namespace tongket {

/// The words of a grid, its captions and its notes.
class TableText {
  public:
    /// @param text         is viewed
    /// @param most_tokens  as for `Document`
    TableText(std::string_view text, const Grid& grid, const grammar::LexiconIndex& lexicon, std::size_t most_tokens);
    TableText(const TableText&) = delete;
    TableText& operator=(const TableText&) = delete;

    [[nodiscard]] const Document& document() const noexcept { return document_; }
    /// The captions, the farthest first.
    [[nodiscard]] const std::vector<TokenRange>& captions() const noexcept { return captions_; }
    /// The cells of each row; a row of headings has one. Rules and rows of empty cells are left out.
    [[nodiscard]] const std::vector<std::vector<TokenRange>>& rows() const noexcept { return rows_; }
    /// A row, from its first cell to its last.
    [[nodiscard]] TokenRange whole(std::size_t row) const noexcept;
    /// Whether its columns and the cells of its head are told apart.
    [[nodiscard]] bool clear() const noexcept { return clear_; }
    /// Whether it is sure which lines belong to a row.
    [[nodiscard]] bool clear(std::size_t row) const noexcept { return rows_clear_[row]; }

    /// The place of a range of tokens in the text that the grid was found in: all from the first to the last.
    [[nodiscard]] Span place(TokenRange range) const noexcept;
    /// As much of the beginning of a range as stands together in that text: a cell of several lines has others
    /// between them.
    [[nodiscard]] TokenRange together(TokenRange range) const noexcept;

  private:
    // Words that stand in the text as they do in the table.
    struct Piece {
        std::size_t at;    // in the letters of the table
        std::size_t from;  // in the text
        std::size_t size;
    };
    class Letters;
    TableText(std::string_view text, Letters letters, const grammar::LexiconIndex& lexicon, std::size_t most_tokens);

    std::string letters_;
    std::vector<Piece> pieces_;
    std::string_view in_;  // the text
    std::vector<Diagnostic> diagnostics_;
    NormalizedText text_;
    Document document_;
    std::vector<TokenRange> captions_;
    std::vector<std::vector<TokenRange>> rows_;
    std::vector<bool> rows_clear_;
    bool clear_;

    [[nodiscard]] std::size_t piece_of(std::size_t token) const noexcept;
    [[nodiscard]] TokenRange tokens_in(Span letters) const noexcept;
};

}  // namespace tongket
