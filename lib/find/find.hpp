// SPDX-License-Identifier: BSL-1.0
/// @file
/// All of one kind in any text, report or not: the readers of the report's stages on the islands alone.
#pragma once

#include <optional>

#include <tongket/found.hpp>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// Figures by what they say by themselves, and numbers that are left out as diagnostics.
[[nodiscard]] Found<Measure> quantities_in(const Document& document, const Islands& islands);

/// Days, and those from one to another; slips and days that stay without a year as diagnostics.
[[nodiscard]] Found<FoundDate> dates_in(const Document& document, const Islands& islands,
                                        std::optional<int> default_year);

/// Periods but single days; the rest likewise.
[[nodiscard]] Found<FoundPeriod> periods_in(const Document& document, const Islands& islands,
                                            std::optional<int> default_year);

/// Every agency that is named.
[[nodiscard]] Found<Organizer> agencies_in(const Document& document);

}  // namespace tongket
