// SPDX-License-Identifier: BSL-1.0
/// @file
/// The weights of zones; compiled when the library is built.
#pragma once

#include "evidence/model.hpp"

namespace tongket {

/// What weights.tsv, as trained, and hand_weights.tsv, as set by hand, add up to (evidence/weights.hpp gives their
/// form).
[[nodiscard]] const evidence::WeightTables& zone_weights() noexcept;

}  // namespace tongket
