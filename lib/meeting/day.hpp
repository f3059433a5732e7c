// SPDX-License-Identifier: BSL-1.0
/// @file
/// When the conference was held.
#pragma once

#include <optional>
#include <span>

#include "islands/islands.hpp"
#include "outline.hpp"
#include "page/document.hpp"

namespace tongket {

/// The day of a conference; the part of the day may be known without it.
struct HeldOn {
    std::optional<Date> date;
    std::optional<DayPart> part;
};

/// The day that the page gives or implies.
/// @param opening  where the page tells of the conference
[[nodiscard]] HeldOn find_day(const Document& document, const Islands& islands, std::span<const TokenRange> opening,
                              const Outline& outline, const std::optional<Published>& published);

}  // namespace tongket
