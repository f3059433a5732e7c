// SPDX-License-Identifier: BSL-1.0
/// @file
/// The weights of the genre, as trained; compiled in when the library is built.
#pragma once

#include <string_view>

namespace tongket {

/// The contents of weights.tsv, as trained, and hand_weights.tsv, as set by hand, which add up (evidence/model.hpp
/// gives their form).
[[nodiscard]] std::string_view genre_weights() noexcept;

}  // namespace tongket
