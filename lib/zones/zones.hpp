// SPDX-License-Identifier: BSL-1.0
/// @file
/// Cuts the page into zones: evidence for each sentence, decoded over the page.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "evidence/decode.hpp"
#include "layout/layout.hpp"
#include "outline.hpp"
#include "zones/features.hpp"

namespace tongket {

/// The zones of a page's sentences.
struct Zoning {
    std::vector<ZoneKind> kinds;                ///< by sentence
    std::vector<evidence::Decision> decisions;  ///< by sentence: the same with what came next; empty for no story
};

/// The weights that zones are decided by; made at first use, then shared. Their features are `zone_features()`.
[[nodiscard]] const evidence::Model& zone_model();

/// Decides the zone of every sentence.
[[nodiscard]] Zoning find_zones(const Document& document, const Islands& islands, const LineShapes& shapes,
                                const Layout& layout, const Outline& outline);

/// How sure a zone is, by its margin: of those called certain in cross-validation at least 98 of 100 were right, of
/// those called likely 90 (docs/quality.md).
[[nodiscard]] Confidence zone_confidence(std::int32_t margin) noexcept;

}  // namespace tongket
