// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether a figure is a level or a change, and which way it goes; whether it is an estimate.
#pragma once

#include <span>

#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// What a figure is by the verb before it.
struct Change {
    MeasureRole role = MeasureRole::level;
    std::optional<Direction> direction;  ///< of a change
    std::size_t verb;                    ///< where the verb stands; the figure itself where none leads to it
    TokenRange compared;                 ///< 'cao hơn [kế hoạch] 5%': what stands between verb and figure
    TokenRange object;                   ///< 'giảm [tỷ lệ hộ nghèo] 2%'
};

/// Looks for the verb: 'tăng 12%' is a change, 'tăng lên 300 xã' a level; for a sign; for the change before a
/// bracket.
/// @param previous  the figure before it in its sentence, or null
/// @param earlier   all figures before it in its sentence
[[nodiscard]] Change find_change(const Words& words, const Figure& figure, const Figure* previous,
                                 std::span<const Figure> earlier);

/// Whether a figure below zero is a growth: 'tăng trưởng âm 5%', 'IIP -3,5%', '(-18,19%)'; it is a decrease then. A
/// loss ('lợi nhuận âm 12 tỷ') and an interest ('lãi suất âm 0,5%') are levels.
[[nodiscard]] bool is_negative_growth(const Words& words, const Figure& figure, const Change& change);

/// Whether the figure is called an estimate: 'ước đạt', 'dự kiến'.
[[nodiscard]] bool is_estimated(const Words& words, TokenRange before);

}  // namespace tongket
