// SPDX-License-Identifier: BSL-1.0
/// @file
/// Persons named in the page, with their positions and roles, and the groups that attended.
#pragma once

#include <optional>

#include "meeting/letterhead.hpp"
#include "people/delegations.hpp"
#include "people/roles.hpp"

namespace tongket {

/// The persons of a page with their roles; who signed it among them where it is an agency's own report.
[[nodiscard]] Cast find_people(const Document& document, const Islands& islands,
                               const std::optional<Letterhead>& letterhead = std::nullopt);

}  // namespace tongket
