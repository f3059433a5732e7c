// SPDX-License-Identifier: BSL-1.0
/// @file
/// From quantities to measures: unit, kind, change, what is measured, when, and of what it is a part.
#pragma once

#include <vector>

#include "islands/islands.hpp"
#include "measures/indicators.hpp"
#include "measures/period.hpp"
#include "measures/subject.hpp"
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

/// Between what the rules chose for one measure, the chosen first.
struct MeasureCandidates {
    std::vector<SubjectCandidate> indicator;  ///< empty where no words say what is measured
    std::vector<PeriodCandidate> period;      ///< never empty; the zone's stands last
};

/// The candidates for indicator and period of each measure, in the order of `find_measures`, which has the same
/// arguments: the same rules on the same figures, asked for all that they find rather than for the best. The first of
/// a list is what `find_measures` gives; a measure whose first period is by `PeriodRule::zone` gets that of its
/// target from `find_statements`, where it belongs to one.
[[nodiscard]] std::vector<MeasureCandidates> measure_candidates(const Document& document, const Islands& islands,
                                                                const IndicatorCatalogue& catalogue,
                                                                const Meeting& meeting,
                                                                const std::vector<bool>& taken);

/// The value side of a quantity alone: text, span, value, unit, kind, approximation.
/// @returns nothing where the number cannot be held exactly; a diagnostic says why
[[nodiscard]] std::optional<Measure> read_quantity(const Document& document, const QuantityMention& mention,
                                                   std::vector<Diagnostic>& diagnostics);

/// What the reader should know of figures and numbers that are left out.
[[nodiscard]] Diagnostic diagnostic_of(const Document& document, const UnreadFigures& unread);
[[nodiscard]] Diagnostic diagnostic_of(const Document& document, const NumberDoubt& doubt);

/// Gives a measure the other sign; the ends of a range change places.
void negate(Measure& measure);

}  // namespace tongket
