// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who held the conference.
#pragma once

#include <optional>
#include <span>

#include "islands/islands.hpp"
#include "meeting/letterhead.hpp"
#include "meeting/tellings.hpp"
#include "page/document.hpp"

namespace tongket {

/// An agency as organizer; the province only where its name, or what follows it, says it.
[[nodiscard]] Organizer read_organizer(const Document& document, TokenRange name);

/// Whether a body's name says that it works in more than one province: `Tổng cục ...`, `... Việt Nam`.
[[nodiscard]] bool works_beyond_provinces(const Document& document, TokenRange name);

/// The name of the agency that held the conference: that of its own report, or of all that are named the one that
/// most speaks for.
[[nodiscard]] std::optional<TokenRange> find_organizer(const Document& document, const Islands& islands,
                                                       std::span<const Telling> tellings,
                                                       const std::optional<Letterhead>& letterhead);

}  // namespace tongket
