// SPDX-License-Identifier: BSL-1.0
/// @file
/// Captions and leads among the lines of the story.
#pragma once

#include "layout/layout.hpp"

namespace tongket {

/// The layout with the captions and leads of its story told apart from the body.
[[nodiscard]] Layout with_captions_and_leads(Layout layout, const Document& document, const Islands& islands,
                                             const LineShapes& shapes);
/// Whether the nearest line before that is not blank shows a picture or is a caption.
[[nodiscard]] bool behind_picture(const Layout& layout, const LineShapes& shapes, std::size_t line);

}  // namespace tongket
