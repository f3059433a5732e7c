// SPDX-License-Identifier: BSL-1.0
/// @file
/// A figure of the page while its measure is being made, and where it stands.
#pragma once

#include <cstddef>
#include <vector>

#include "islands/islands.hpp"
#include "measures/indicators.hpp"
#include "page/document.hpp"

namespace tongket {

/// A measure in the making, with what those behind it need to know of it.
struct Figure {
    const QuantityMention* mention;
    Measure measure;
    TokenRange indicator;    ///< the words that say what is measured; empty where none do
    std::size_t end = 0;     ///< one past the figure and its baseline
    std::size_t clause = 0;  ///< after the last ';' before the figure
    std::size_t region = 0;  ///< after the figure before it in its clause
    IndicatorCatalogue::Timing timing = IndicatorCatalogue::Timing::unknown;  ///< whether it tells of a moment
    bool doubtful = false;  ///< its value was chosen between readings
    bool up_to = false;     ///< its period is one up to which it holds: 'đến 31/12'

    /// The first token of the figure.
    [[nodiscard]] std::size_t begin() const noexcept { return mention->range.first; }
};

}  // namespace tongket
