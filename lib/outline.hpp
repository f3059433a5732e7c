// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the headline and the first sentences promise, before the page is cut into zones.
#pragma once

#include <optional>

#include "layout/layout.hpp"
#include "told_time.hpp"

namespace tongket {

/// The periods and the kind of conference that the page sets out with.
struct Outline {
    std::optional<Period> reviews;
    std::optional<Period> plans;
    MeetingKind kind = MeetingKind::other;
    bool of_event = false;  ///< what is reviewed is an event of the year rather than its work: a contest, a Tết
    bool inferred = false;  ///< kind and period are of what the page tells, where its opening names none
    CueSet cues = 0;        ///< of headline and first sentences
    Dating dating;          ///< of the whole page
};

/// The period that is planned where one is reviewed: the next year, half, quarter or month, or what remains of the
/// year behind its first months. Nothing behind a range that is none of whole years.
[[nodiscard]] std::optional<Period> following(const Period& period);

/// What remains of the year behind a period; nothing behind its end.
[[nodiscard]] std::optional<Period> rest_of_year_behind(const Period& period);

/// Whether the words at a token name what remains of the year: 'những tháng cuối năm', 'sáu tháng còn lại', 'nửa năm
/// còn lại'.
[[nodiscard]] bool names_rest_of_year(const Document& document, std::size_t at);

/// What the words at a token say of the periods behind them.
enum class Purpose : std::uint8_t { none, review, plan };
[[nodiscard]] Purpose purpose_at(const Document& document, std::size_t at);

/// Reads it from the headline and the first sentences that speak of a conference.
[[nodiscard]] Outline outline_of(const Document& document, const Islands& islands, const Layout& layout);

}  // namespace tongket
