// SPDX-License-Identifier: BSL-1.0
/// @file
/// A hash map from integers to integers in one piece of memory: the lexicon is built from thousands of look-ups.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tongket {

/// Maps keys to values that are not 0. Never forgets a key.
template <class Value>
class FlatMap {
  public:
    struct Slot {
        std::uint64_t key = 0;
        Value value = 0;  ///< 0: free
    };

    FlatMap() : slots_(1024) {}

    /// The value of `key`, which becomes `value` where there is none yet.
    Value find_or_add(std::uint64_t key, Value value) {
        if ((size_ + 1) * 2 > slots_.size()) grow();
        Slot& slot = place(slots_, key);
        if (slot.value == 0) {
            slot = {key, value};
            ++size_;
        }
        return slot.value;
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Calls visit(key, value) for all, in no order.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const Slot& slot : slots_)
            if (slot.value != 0) visit(slot.key, slot.value);
    }

  private:
    std::vector<Slot> slots_;  // a power of two, half of them free
    std::size_t size_ = 0;

    static Slot& place(std::vector<Slot>& slots, std::uint64_t key) noexcept {
        std::uint64_t h = key * 0x9E3779B97F4A7C15ULL;
        h ^= h >> 32;
        std::size_t at = h & (slots.size() - 1);
        while (slots[at].value != 0 && slots[at].key != key) at = (at + 1) & (slots.size() - 1);
        return slots[at];
    }
    void grow() {
        std::vector<Slot> larger(slots_.size() * 2);
        for (const Slot& slot : slots_)
            if (slot.value != 0) place(larger, slot.key) = slot;
        slots_ = std::move(larger);
    }
};

}  // namespace tongket
