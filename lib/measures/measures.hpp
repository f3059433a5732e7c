// SPDX-License-Identifier: BSL-1.0
/// @file
/// From quantities to measures: unit, kind, change, what is measured, when, and of what it is a part.
#pragma once

#include <vector>

#include "islands/islands.hpp"
#include "measures/indicators.hpp"
#include "page/document.hpp"

namespace tongket {

/// Measures and, beside each, where it stands; both in that order.
struct Measures {
    std::vector<Measure> all;
    std::vector<std::uint32_t> places;  ///< the first token of each
};

/// Resolves all quantities of the story.
/// @param taken  quantities that are something else (counts of awards), by index; may be shorter than the quantities
[[nodiscard]] Measures find_measures(const Document& document, const Islands& islands,
                                     const IndicatorCatalogue& catalogue, const Meeting& meeting,
                                     const std::vector<bool>& taken, std::vector<Diagnostic>& diagnostics);

/// The value side of a quantity alone: text, span, value, unit, kind, approximation.
/// @returns nothing where the number cannot be held exactly; a diagnostic says why
[[nodiscard]] std::optional<Measure> read_quantity(const Document& document, const QuantityMention& mention,
                                                   std::vector<Diagnostic>& diagnostics);

}  // namespace tongket
