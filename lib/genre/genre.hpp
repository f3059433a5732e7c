// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether a page is a report of a review conference at all, told by its words wherever they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "evidence/model.hpp"
#include "genre/feature_names.hpp"
#include "layout/layout.hpp"
#include "outline.hpp"

namespace tongket {

/// The weights of `genre_labels` by `genre_features()`; made at first use, then shared.
[[nodiscard]] const evidence::Model& genre_model();

/// The rows of the features that a page has, each once, in order. Costs a step for each token of the story.
[[nodiscard]] std::vector<std::size_t> read_genre_features(const Document& document, const Layout& layout,
                                                           const Outline& outline);

/// How much more such features speak for a report than against it, in hundredths of the natural unit of log-odds.
[[nodiscard]] std::int32_t genre_margin(const std::vector<std::size_t>& rows);

/// How likely a page is a report of a review conference, 0 to 1 in thousandths.
[[nodiscard]] double genre_of(const Document& document, const Layout& layout, const Outline& outline);

}  // namespace tongket
