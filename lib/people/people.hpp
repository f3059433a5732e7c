// SPDX-License-Identifier: BSL-1.0
/// @file
/// Persons named in the page, with their positions and roles, and the groups that attended.
#pragma once

#include "people/delegations.hpp"
#include "people/roles.hpp"

namespace tongket {

[[nodiscard]] Cast find_people(const Document& document, const Islands& islands);

}  // namespace tongket
