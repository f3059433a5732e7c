// SPDX-License-Identifier: BSL-1.0
/// @file
/// Groups that attended.
#pragma once

#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// The groups named where attendance is told, each element of a list one.
[[nodiscard]] std::vector<Delegation> find_delegations(const Document& document, const Islands& islands);

}  // namespace tongket
