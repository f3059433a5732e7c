// SPDX-License-Identifier: BSL-1.0
/// @file
/// When the conference was held.
#pragma once

#include <optional>
#include <span>

#include "islands/islands.hpp"
#include "meeting/tellings.hpp"
#include "outline.hpp"

namespace tongket {

/// The day of a conference; the part of the day may be known without it.
struct HeldOn {
    std::optional<Date> date;
    std::optional<DayPart> part;
};

/// The day that the page gives or implies.
[[nodiscard]] HeldOn find_day(const Document& document, const Islands& islands, std::span<const Telling> tellings,
                              const Outline& outline, const std::optional<Published>& published);

}  // namespace tongket
