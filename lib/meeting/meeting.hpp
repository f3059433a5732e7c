// SPDX-License-Identifier: BSL-1.0
/// @file
/// What conference the page tells of, from its headline and opening.
#pragma once

#include <optional>

#include "islands/islands.hpp"
#include "meeting/organizer.hpp"
#include "outline.hpp"
#include "page/document.hpp"

namespace tongket {

/// The conference of a page.
[[nodiscard]] Meeting find_meeting(const Document& document, const Islands& islands, const Outline& outline,
                                   std::optional<TokenRange> title, const std::optional<Published>& published,
                                   const std::optional<Text>& outlet, const std::optional<Letterhead>& letterhead);

}  // namespace tongket
