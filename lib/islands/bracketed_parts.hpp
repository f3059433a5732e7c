// SPDX-License-Identifier: BSL-1.0
/// @file
/// Numbers without a noun that a bracket breaks a figure down into: '118 dự thảo (cấp tỉnh 41, cấp huyện 77)'.
#pragma once

#include "islands/islands.hpp"

namespace tongket {

/// The quantities of a page with the bare numbers in brackets behind a figure, where all of them together make the
/// figure: they share its unit. Their doubts are gone. Time is linear in the tokens.
void read_bracketed_parts(const Document& document, Islands& islands);

}  // namespace tongket
