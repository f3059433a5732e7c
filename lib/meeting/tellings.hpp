// SPDX-License-Identifier: BSL-1.0
/// @file
/// The sentences in which a page tells of its conference.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "page/document.hpp"

namespace tongket {

/// How much a sentence counts as the place that says who, when and where.
enum class Standing : std::uint8_t {
    opening,  ///< of the zone that tells it
    lead,
    early,  ///< in the first paragraphs, speaking of a conference: 'phát biểu tại hội nghị tổng kết của ...'
    title,
    elsewhere  ///< in the rest of the story
};

struct Telling {
    TokenRange range;
    Standing standing = Standing::opening;
};

/// Whether a zone belongs to the story itself.
[[nodiscard]] constexpr bool tells_story(ZoneKind zone) noexcept {
    return zone != ZoneKind::boilerplate && zone != ZoneKind::title && zone != ZoneKind::dateline &&
           zone != ZoneKind::caption && zone != ZoneKind::byline;
}

/// In falling order of authority.
[[nodiscard]] std::vector<Telling> tellings_of(const Document& document, std::optional<TokenRange> title);

}  // namespace tongket
