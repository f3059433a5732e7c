// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lines and long sentences that a page has twice, as leads and captions are.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "page/document.hpp"

namespace tongket {

/// What comes twice among some lines of a page. Found in time linear in them, but for those that do come twice, which
/// are sorted.
class Repeats {
  public:
    /// Looks at the lines [first, last). The document must outlive it.
    Repeats(const Document& document, std::size_t first, std::size_t last);

    [[nodiscard]] bool empty() const noexcept { return occurrences_.empty(); }
    /// Whether another of the lines has the same words.
    [[nodiscard]] bool another_line_like(std::size_t line) const { return line_repeats_[line]; }
    /// Whether the words of `range`, a line or a sentence of line `line`, stand again in a later line for which
    /// `counts(line)` holds.
    template <class Counts>
    [[nodiscard]] bool comes_later(TokenRange range, std::size_t line, Counts counts) const {
        if (!repeats_[line]) return false;
        const auto behind = same_words_behind(range, line);
        return std::any_of(behind.begin(), behind.end(), [&](const Occurrence& o) { return counts(o.line); });
    }
    /// Sentences below this many tokens are set phrases; that they come twice says nothing.
    static constexpr std::size_t long_sentence = 12;

  private:
    struct Occurrence {
        std::uint64_t hash;
        std::size_t line;
        bool whole_line;
        TokenRange range;
    };
    const Document& document_;
    std::vector<Occurrence> occurrences_;  // by hash, then line
    std::vector<bool> repeats_;            // by line: it or a sentence of it is among them
    std::vector<bool> line_repeats_;       // by line: another line has the same words

    [[nodiscard]] std::span<const Occurrence> same_words_behind(TokenRange range, std::size_t line) const;
    [[nodiscard]] std::uint64_t hash(TokenRange range) const;
    [[nodiscard]] std::uint64_t signature(TokenRange range) const;
    void keep_repeated();
};

}  // namespace tongket
