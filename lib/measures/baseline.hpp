// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a change or a comparison is against.
#pragma once

#include "measures/change.hpp"
#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// The words of a baseline.
struct Baseline {
    std::string text;
    std::size_t end;  ///< one past the figure and, where it stands behind, the baseline
};

/// Looks behind the figure ('12% so với năm 2016'), then before it ('so với cùng kỳ tăng 12%'), then at the change
/// beside it.
/// @param previous  the figure before it in its sentence, or null
[[nodiscard]] std::optional<Baseline> find_baseline(const Words& words, const Figure& figure, const Change& change,
                                                    const Sentence& sentence, const Figure* previous);

}  // namespace tongket
