// SPDX-License-Identifier: BSL-1.0
/// @file
/// Gathers what `Parser::explain` shows.
#pragma once

#include <tongket/explain.hpp>

#include "people/people.hpp"
#include "statements/clauses.hpp"
#include "zones/page.hpp"

namespace tongket {

/// Explains a page that was read.
/// @param clauses  with their kinds
[[nodiscard]] Explanation explain_page(const Document& document, const Islands& islands, const Page& page,
                                       const Cast& cast, const std::vector<Clause>& clauses);

}  // namespace tongket
