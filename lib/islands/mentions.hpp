// SPDX-License-Identifier: BSL-1.0
/// @file
/// The islands of one kind, in order of their place, and the one way to ask which lie where.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include <tongket/grammar/person.hpp>

namespace tongket {

/// Mentions of one kind; each has a `range` of tokens, and they are kept in ascending order of `range.first` without
/// overlap. All look-ups cost the logarithm of their number.
template <class Mention>
class Mentions {
  public:
    using Iterator = typename std::vector<Mention>::const_iterator;

    /// Those that begin inside a range of tokens.
    [[nodiscard]] std::span<const Mention> in(grammar::TokenRange range) const noexcept {
        return {from(range.first), range.empty() ? from(range.first) : from(range.last)};
    }
    /// The first that begins inside a range; null where none does.
    [[nodiscard]] const Mention* first_in(grammar::TokenRange range) const noexcept {
        const std::span<const Mention> found = in(range);
        return found.empty() ? nullptr : &found.front();
    }
    /// Whether one begins inside a range.
    [[nodiscard]] bool any_in(grammar::TokenRange range) const noexcept { return first_in(range) != nullptr; }
    /// The one that covers a token; null where none does.
    [[nodiscard]] const Mention* at(std::size_t token) const noexcept {
        const Iterator after =
            std::upper_bound(mentions_.begin(), mentions_.end(), token,
                             [](std::size_t t, const Mention& mention) { return t < mention.range.first; });
        if (after == mentions_.begin()) return nullptr;
        const Mention& before = *std::prev(after);
        return token < before.range.last ? &before : nullptr;
    }
    /// The first that begins at a token or behind it; `end()` where none does.
    [[nodiscard]] Iterator from(std::size_t token) const noexcept {
        return std::lower_bound(mentions_.begin(), mentions_.end(), token,
                                [](const Mention& mention, std::size_t t) { return mention.range.first < t; });
    }

    [[nodiscard]] Iterator begin() const noexcept { return mentions_.begin(); }
    [[nodiscard]] Iterator end() const noexcept { return mentions_.end(); }
    [[nodiscard]] std::size_t size() const noexcept { return mentions_.size(); }
    [[nodiscard]] bool empty() const noexcept { return mentions_.empty(); }
    [[nodiscard]] const Mention& operator[](std::size_t index) const noexcept { return mentions_[index]; }
    [[nodiscard]] Mention& operator[](std::size_t index) noexcept { return mentions_[index]; }
    [[nodiscard]] const Mention& back() const noexcept { return mentions_.back(); }
    [[nodiscard]] Mention& back() noexcept { return mentions_.back(); }
    /// The index of one of them.
    [[nodiscard]] std::size_t index_of(const Mention& mention) const noexcept {
        return static_cast<std::size_t>(&mention - mentions_.data());
    }

    void push_back(Mention mention) { mentions_.push_back(std::move(mention)); }
    void pop_back() { mentions_.pop_back(); }
    void reserve(std::size_t count) { mentions_.reserve(count); }

  private:
    std::vector<Mention> mentions_;
};

}  // namespace tongket
