// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is given as UTF-8 must be such.
#pragma once

#include <string_view>

#include <tongket/error.hpp>

#include "text/text.hpp"

namespace tongket {

/// @throws Error invalid_utf8, at the first byte that is not UTF-8
inline void check_utf8(std::string_view text) {
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos)
        throw Error(ErrorCode::invalid_utf8, bad, "not valid UTF-8");
}

}  // namespace tongket
