// SPDX-License-Identifier: BSL-1.0
/// @file
/// Cuts the page into zones: lines first (chrome, headline, dateline, captions, byline), then the story's sentences.
#pragma once

#include <optional>
#include <vector>

#include "islands/islands.hpp"
#include "meeting/meeting.hpp"
#include "page/document.hpp"

namespace tongket {

/// The page's parts.
struct Layout {
    std::vector<Zone> zones;
    std::optional<TokenRange> title;
    std::optional<TokenRange> byline;
    std::optional<TokenRange> outlet;
    std::optional<Published> published;
    Outline outline;
    bool story = false;  ///< whether there is anything but chrome
};

/// Labels every sentence of `document` with its zone and returns the parts.
[[nodiscard]] Layout lay_out(Document& document, const Islands& islands);

}  // namespace tongket
