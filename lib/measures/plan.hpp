// SPDX-License-Identifier: BSL-1.0
/// @file
/// Figures that tell what was to be reached, beside what was.
#pragma once

#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// Whether a figure is what a plan had asked for where the figure before it is what was reached: 'đạt 91% (chỉ tiêu
/// 90%)', 'đạt 1.250 tỷ đồng, dự toán giao 1.200 tỷ đồng'. 'đạt 95% kế hoạch' is none.
/// @param previous  the figure before it in its sentence, or null
[[nodiscard]] bool tells_plan(const Words& words, const Figure& figure, const Figure* previous);

}  // namespace tongket
