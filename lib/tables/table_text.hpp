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
    /// The place of a range of tokens in the text that the grid was found in.
    [[nodiscard]] Span place(TokenRange range) const noexcept;

  private:
    std::size_t begin_;  // in the text
    std::string letters_;
    std::vector<Diagnostic> diagnostics_;
    NormalizedText text_;
    Document document_;
    std::vector<TokenRange> captions_;
    std::vector<std::vector<TokenRange>> rows_;

    [[nodiscard]] TokenRange tokens_in(Span place) const noexcept;
};

}  // namespace tongket
