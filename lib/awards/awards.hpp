// SPDX-License-Identifier: BSL-1.0
/// @file
/// Honours conferred: what, by whom, on whom, how many.
#pragma once

#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

struct Honours {
    std::vector<Award> awards;
    std::vector<bool> taken;  ///< quantities that count awards, by index
};

[[nodiscard]] Honours find_awards(const Document& document, const Islands& islands);

}  // namespace tongket
