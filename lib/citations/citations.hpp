// SPDX-License-Identifier: BSL-1.0
/// @file
/// Citations with type, number, date and issuer; short mentions tied to the full one.
#pragma once

#include <optional>
#include <vector>

#include "islands/islands.hpp"
#include "meeting/letterhead.hpp"
#include "page/document.hpp"

namespace tongket {

/// The citations of a page in order, and before them an agency's own report by the number in its letterhead.
/// @param published  the day of such a report
[[nodiscard]] std::vector<Citation> find_citations(const Document& document, const Islands& islands,
                                                   const std::optional<Published>& published,
                                                   const std::optional<Letterhead>& letterhead);

/// A citation from a mention alone.
[[nodiscard]] Citation read_citation(const Document& document, const CitationMention& mention);

}  // namespace tongket
