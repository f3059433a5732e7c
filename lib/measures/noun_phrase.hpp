// SPDX-License-Identifier: BSL-1.0
/// @file
/// The noun phrases that stand in a figure or behind it.
#pragma once

#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// The counted noun with what belongs to it: '17 [giấy phép xuất bản bản tin]'. Empty where the figure has no unit.
/// @param with_predicate  take in what is said of it: '12/15 [xã đạt chuẩn]'
[[nodiscard]] TokenRange noun_phrase(const Words& words, const Figure& figure, const Sentence& sentence,
                                     bool with_predicate);

/// What the unit is of: '5,2 triệu tấn [gạo]'.
[[nodiscard]] TokenRange noun_behind_unit(const Words& words, const Figure& figure, const Sentence& sentence);

/// The noun phrase that begins at a token behind a figure, up to the next figure.
[[nodiscard]] TokenRange phrase_at(const Words& words, const Figure& figure, const Sentence& sentence,
                                   std::size_t begin);

/// What stands behind a percentage: '97% [cơ quan, đơn vị sử dụng hộp thư điện tử]'.
[[nodiscard]] TokenRange phrase_behind_percent(const Words& words, const Figure& figure, const Sentence& sentence);

}  // namespace tongket
