// SPDX-License-Identifier: BSL-1.0
/// @file
/// Citations with type, number, date and issuer; short mentions tied to the full one.
#pragma once

#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

[[nodiscard]] std::vector<Citation> find_citations(const Document& document, const Islands& islands);

/// A citation from a mention alone.
[[nodiscard]] Citation read_citation(const Document& document, const CitationMention& mention);

}  // namespace tongket
