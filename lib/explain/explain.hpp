// SPDX-License-Identifier: BSL-1.0
/// @file
/// Gathers what `Parser::explain` shows.
#pragma once

#include <cstdint>
#include <vector>

#include <tongket/explain.hpp>

#include "measures/measures.hpp"
#include "people/people.hpp"
#include "statements/clauses.hpp"
#include "tables/tables.hpp"
#include "zones/page.hpp"

namespace tongket {

/// What the stages found on a page.
struct Findings {
    const Page& page;
    const Cast& cast;
    const std::vector<Clause>& clauses;                ///< with their kinds
    const std::vector<std::uint32_t>& places;          ///< of each measure, its first token
    const std::vector<MeasureCandidates>& candidates;  ///< of each measure
    const std::vector<Measure>& measures;
    const TableMeasures& tables;
};

/// Explains a page that was read.
[[nodiscard]] Explanation explain_page(const Document& document, const Islands& islands, const Findings& findings);

}  // namespace tongket
