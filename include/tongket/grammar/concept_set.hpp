// SPDX-License-Identifier: BSL-1.0
/// @file
/// Sets of concepts.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tongket::grammar {

/// A set of concepts, by the ids of `LexiconIndex::concept_id`.
class ConceptSet {
  public:
    /// How many concepts a lexicon may have.
    static constexpr std::size_t capacity = 512;

    /// The set's bits.
    using Words = std::array<std::uint64_t, capacity / 64>;

    constexpr ConceptSet() = default;
    /// Concept `id` is bit `id % 64` of word `id / 64`.
    constexpr explicit ConceptSet(const Words& words) noexcept : words_(words) {}
    bool operator==(const ConceptSet&) const = default;
    /// Likewise.
    [[nodiscard]] constexpr const Words& words() const noexcept { return words_; }

    constexpr void set(std::size_t id) noexcept { words_[id / 64] |= std::uint64_t{1} << id % 64; }
    [[nodiscard]] constexpr bool test(std::size_t id) const noexcept {
        return (words_[id / 64] >> id % 64 & 1U) != 0;
    }
    [[nodiscard]] constexpr std::size_t count() const noexcept {
        std::size_t n = 0;
        for (const std::uint64_t word : words_) n += static_cast<std::size_t>(std::popcount(word));
        return n;
    }
    [[nodiscard]] constexpr bool empty() const noexcept {
        std::uint64_t any = 0;
        for (const std::uint64_t word : words_) any |= word;
        return any == 0;
    }
    [[nodiscard]] constexpr bool contains(const ConceptSet& other) const noexcept {
        std::uint64_t missing = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) missing |= other.words_[i] & ~words_[i];
        return missing == 0;
    }
    [[nodiscard]] constexpr bool intersects(const ConceptSet& other) const noexcept {
        std::uint64_t common = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) common |= other.words_[i] & words_[i];
        return common != 0;
    }
    constexpr ConceptSet& operator|=(const ConceptSet& other) noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    [[nodiscard]] friend constexpr ConceptSet operator|(ConceptSet a, const ConceptSet& b) noexcept { return a |= b; }
    /// Calls `visit(id)` for every member in ascending order.
    template <class Visit>
    constexpr void for_each(Visit visit) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
    }

  private:
    Words words_{};
};

}  // namespace tongket::grammar
