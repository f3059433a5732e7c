// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where places in changed text lie in the text that it was made from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace tongket {

/// Maps places in changed text back to its source. Each shift says where a run of unchanged text begins after a
/// change. Decomposed Vietnamese has one for every fourth letter, so most are kept in one byte each, with a full pair
/// of places before every 64 of them.
class ShiftTable {
  public:
    /// Notes that from `changed` on, which is `source` in the source, places differ by a constant. Both grow from
    /// call to call; bytes, below 4 GiB.
    void push(std::size_t changed, std::size_t source) {
        const std::size_t changed_by = changed - last_.changed;
        const std::size_t gained = source + most_lost - last_.source - changed_by;
        last_ = {static_cast<std::uint32_t>(changed), static_cast<std::uint32_t>(source),
                 static_cast<std::uint32_t>(steps_.size())};
        if (blocks_.empty() || steps_.size() - blocks_.back().first_step == steps_per_block ||
            changed_by > longest_step || gained > most_gained)
            blocks_.push_back(last_);
        else
            steps_.push_back(static_cast<std::uint8_t>(changed_by | gained << changed_bits));
    }
    void clear() noexcept {
        blocks_.clear();
        steps_.clear();
        last_ = {};
    }
    [[nodiscard]] bool empty() const noexcept { return blocks_.empty(); }
    /// Number of shifts.
    [[nodiscard]] std::size_t size() const noexcept { return blocks_.size() + steps_.size(); }

    /// The place in the source of a place in the changed text. Takes the time of a binary search.
    [[nodiscard]] std::size_t to_source(std::size_t changed) const noexcept {
        const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), changed,
                                            [](std::size_t place, const Block& b) { return place < b.changed; });
        if (after == blocks_.begin()) return changed;
        const Block& block = *std::prev(after);
        const std::size_t last_step = after == blocks_.end() ? steps_.size() : after->first_step;
        std::size_t at = block.changed, in_source = block.source;
        for (std::size_t i = block.first_step; i < last_step; ++i) {
            const std::size_t changed_by = steps_[i] & longest_step;
            if (at + changed_by > changed) break;
            at += changed_by;
            in_source += changed_by + (steps_[i] >> changed_bits) - most_lost;
        }
        return in_source + (changed - at);
    }

  private:
    // A step holds how far it is in the changed text, and by how much farther it is in the source: a letter and its
    // marks are up to five bytes longer than the composed letter, a byte that is replaced is two shorter.
    static constexpr unsigned changed_bits = 5;
    static constexpr std::size_t longest_step = (1U << changed_bits) - 1, most_lost = 2, most_gained = 7;
    static constexpr std::size_t steps_per_block = 63;

    struct Block {
        std::uint32_t changed = 0;
        std::uint32_t source = 0;
        std::uint32_t first_step = 0;  ///< of the shifts behind it up to the next block
    };

    std::vector<Block> blocks_;
    std::vector<std::uint8_t> steps_;
    Block last_;  // the last shift
};

}  // namespace tongket
