// SPDX-License-Identifier: BSL-1.0
/// @file
/// The parts that lines have in a page.
#pragma once

#include <cstdint>

namespace tongket {

/// A line's part in the page.
enum class LineRole : std::uint8_t { blank, chrome, image, title, dateline, caption, lead, body, byline };

}  // namespace tongket
