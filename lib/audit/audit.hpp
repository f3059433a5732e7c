// SPDX-License-Identifier: BSL-1.0
/// @file
/// Arithmetic checks of what a report claims.
#pragma once

#include <tongket/model.hpp>

namespace tongket {

/// Adds a diagnostic for parts that exceed their whole, percentages out of range and ratios above one. Each names the
/// places of both sides.
void audit(Report& report);

}  // namespace tongket
