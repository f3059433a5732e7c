// SPDX-License-Identifier: BSL-1.0
/// @file
/// Breakdowns whose parts stand in the lines behind: '... 824 tỷ đồng. Trong đó:', then '- Hộ nghèo 118 tỷ đồng;'.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "measures/breakdown.hpp"
#include "measures/parts.hpp"

namespace tongket {

/// Follows a page's sentences in their order. A line that ends in words which open a breakdown and ':' opens a list;
/// it goes on through the lines that begin with the same mark as its first, or, where that has none, through short
/// lines, and ends where the next part no longer fits into its whole.
class ListedParts {
  public:
    explicit ListedParts(const Words& words) noexcept : words_(words) {}

    /// The parts among the figures of the next sentence.
    /// @param figures   all so far; what they were before must be among them still
    /// @param first     the first of the sentence
    /// @param sentence  its index
    [[nodiscard]] std::vector<PartLink> next(std::span<const Figure> figures, std::size_t first,
                                             std::size_t sentence);

  private:
    // A figure that the list may break down, and what its parts come to so far.
    struct Whole {
        std::size_t figure;
        PartSum sum;
    };

    const Words& words_;
    std::vector<Whole> wholes_;  ///< of different units, the nearest of each; empty where no list is open
    std::size_t last_ = 0;       ///< the last sentence of the list
    std::optional<char> mark_;   ///< before its items
    bool begun_ = false;         ///< it has an item

    [[nodiscard]] bool continues(std::size_t sentence) const;
    [[nodiscard]] bool opens(const Sentence& sentence) const;
    void open(std::span<const Figure> figures, std::size_t sentence);
};

}  // namespace tongket
