// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who held the conference.
#pragma once

#include <optional>
#include <span>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// An agency as organizer; the province only where its name says it.
[[nodiscard]] Organizer read_organizer(const Document& document, TokenRange name);

/// The name of the agency that held the conference.
/// @param opening  where the page tells of the conference
[[nodiscard]] std::optional<TokenRange> find_organizer(const Document& document, const Islands& islands,
                                                       std::span<const TokenRange> opening,
                                                       std::optional<TokenRange> title);

}  // namespace tongket
