// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a whole and its parts have in common, and the words that open a breakdown.
#pragma once

#include <cstddef>
#include <optional>

#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// Whether a figure is a change, is compared with something, or planned: it breaks nothing down.
[[nodiscard]] bool compared(const Measure& m) noexcept;
/// Whether a figure is of a kind that has parts.
[[nodiscard]] bool can_be_whole(const Measure& m) noexcept;
/// Whether both are of one kind, money of one currency: '45 triệu đồng (2.005 USD)' has no part.
[[nodiscard]] bool same_measure(const Measure& whole, const Measure& part) noexcept;

/// Whether a figure may be a part of another by kind, unit (counts aside) and size.
[[nodiscard]] bool comparable(const Measure& whole, const Measure& part) noexcept;
[[nodiscard]] inline bool is_level(const Measure& m) noexcept { return !compared(m) && can_be_whole(m); }
/// Whether both count the same: the part may leave out words of the noun ('1.120 phòng học', '486 phòng'; '1.203 dịch
/// vụ công', '412 dịch vụ').
[[nodiscard]] bool same_noun(const Measure& whole, const Measure& part) noexcept;

/// Adds up the parts of one whole.
class PartSum {
  public:
    explicit PartSum(const Measure& whole) noexcept;

    /// Whether a part still fits into the whole; adds it if so. Shares of different things do not add up.
    [[nodiscard]] bool takes(const Measure& part) noexcept;
    [[nodiscard]] bool complete() const noexcept { return sum_ == whole_; }
    [[nodiscard]] bool about_complete() const noexcept;

  private:
    [[nodiscard]] double slack() const noexcept;

    Decimal whole_;
    bool shares_;
    bool rough_;
    Decimal sum_;
};

/// Words that open a breakdown.
struct SaidOpener {
    std::size_t first;
    std::size_t last;      ///< one past them
    bool listed;           ///< a ':' follows: the parts may be parted by ';'
    bool apart = false;    ///< 'riêng', 'chia ra': parts are of the same unit
    bool bracket = false;  ///< '(trong đó': the bracket holds all parts
    bool example = false;  ///< 'cụ thể': what follows may be something else
};

/// Those at a token; nothing where none begin.
[[nodiscard]] std::optional<SaidOpener> opener_at(const Words& words, std::size_t at) noexcept;

}  // namespace tongket
