// SPDX-License-Identifier: BSL-1.0
/// @file
/// The weights of kinds of clauses; compiled when the library is built.
#pragma once

#include "evidence/model.hpp"

namespace tongket {

/// What weights.tsv, as trained, and hand_weights.tsv, as set by hand, add up to (evidence/weights.hpp gives their
/// form).
[[nodiscard]] const evidence::WeightTables& clause_weights() noexcept;

}  // namespace tongket
