// SPDX-License-Identifier: BSL-1.0
/// @file
/// What conference the page tells of, from its headline and opening.
#pragma once

#include <optional>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// What the headline and the first sentences promise, before the page is cut into zones.
struct Outline {
    std::optional<Period> reviews;
    std::optional<Period> plans;
    MeetingKind kind = MeetingKind::other;
    CueSet cues = 0;  ///< of headline and first sentences
};

/// Reads the periods and the kind of conference from ranges of tokens in falling order of authority.
[[nodiscard]] Outline outline(const Document& document, const Islands& islands, const std::vector<TokenRange>& where);

/// An agency as organizer; the province only where its name says it.
[[nodiscard]] Organizer read_organizer(const Document& document, TokenRange name);

/// Fills in the conference.
[[nodiscard]] Meeting find_meeting(const Document& document, const Islands& islands, const Outline& outline,
                                   std::optional<TokenRange> title, const std::optional<Published>& published,
                                   const std::optional<Text>& outlet);

}  // namespace tongket
