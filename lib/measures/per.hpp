// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a figure is told of, one by one, where words around it say so.
#pragma once

#include <optional>

#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// Of how many of what each a figure is told: 'mỗi xã có 10 người' is of one xã, 'giá trị thu được trên 1 ha đất đạt
/// 83 triệu đồng' of one ha, '300 cán bộ y tế mỗi năm' of one năm. Looks some tokens back in its phrase, and at those
/// of its noun.
[[nodiscard]] std::optional<Per> per_told(const Words& words, const Figure& figure);

/// Of which time each figure of a sentence is told that opens with one: 'Mỗi tháng, Trung tâm tiếp nhận 300 hồ sơ'.
[[nodiscard]] std::optional<Per> per_of_sentence(const Words& words, const Sentence& sentence, const Figure& figure);

/// Whether a quantity only says of what the figure behind it is told: the 'trên 1 ha' of 'giá trị trên 1 ha đạt 83
/// triệu đồng'.
[[nodiscard]] bool is_per(const Words& words, const QuantityMention& mention);

}  // namespace tongket
