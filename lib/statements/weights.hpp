// SPDX-License-Identifier: BSL-1.0
/// @file
/// The weights of clauses, as trained; compiled in when the library is built.
#pragma once

#include <string_view>

namespace tongket {

/// The content of weights.tsv (evidence/model.hpp gives its form).
[[nodiscard]] std::string_view clause_weights() noexcept;

}  // namespace tongket
