// SPDX-License-Identifier: BSL-1.0
/// @file
/// The zones as stretches of the source.
#pragma once

#include <optional>
#include <vector>

#include "layout/dateline.hpp"
#include "page/document.hpp"

namespace tongket {

/// Joins neighbouring sentences of one kind; an outlet before the story is cut off its sentence, and so is chrome
/// behind the time of a dateline.
/// @param kinds  the zones of the document's sentences
/// @returns a partition of the source, in order; empty for an empty source
[[nodiscard]] std::vector<Zone> partition(const Document& document, const LineShapes& shapes,
                                          const std::vector<ZoneKind>& kinds, const std::optional<Outlet>& outlet);

/// The zones with the page's furniture as boilerplate amid them.
/// @param furniture  places in the source, in order
[[nodiscard]] std::vector<Zone> with_furniture(const std::vector<Zone>& zones, const std::vector<Span>& furniture);

}  // namespace tongket
