// SPDX-License-Identifier: BSL-1.0
/// @file
/// Results, failings and tasks: sentences and clauses of the story with their topic, speaker and measures.
#pragma once

#include <vector>

#include "islands/islands.hpp"
#include "measures/measures.hpp"
#include "page/document.hpp"
#include "people/people.hpp"
#include "statements/clauses.hpp"

namespace tongket {

struct Statements {
    std::vector<Achievement> achievements;
    std::vector<Shortcoming> shortcomings;
    std::vector<Target> targets;
};

/// Finds the statements and ties each measure to the one that holds it. Measures of targets take the target's due
/// period where they have only the zone's.
/// @param clauses  the page's, with their kinds
[[nodiscard]] Statements find_statements(const Document& document, const Mentions<PeriodMention>& periods,
                                         const std::vector<Clause>& clauses, const Cast& cast, const Meeting& meeting,
                                         Measures& measures);

}  // namespace tongket
