// SPDX-License-Identifier: BSL-1.0
/// @file
/// Honours conferred: what, by whom, on whom, how many.
#pragma once

#include <vector>

#include "document.hpp"
#include "islands.hpp"

namespace tongket {

struct Honours {
    std::vector<Award> awards;
    std::vector<bool> taken;  ///< quantities that count awards, by index
};

[[nodiscard]] Honours find_awards(const Document& document, const Islands& islands);

}  // namespace tongket
