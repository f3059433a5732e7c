// SPDX-License-Identifier: BSL-1.0
/// @file
/// The version of the library. This is its one place: the build system and the Python package read these lines.
#pragma once

#include <string_view>

#define TONGKET_VERSION_MAJOR 0
#define TONGKET_VERSION_MINOR 1
#define TONGKET_VERSION_PATCH 0

#define TONGKET_DETAIL_TEXT_OF(x) #x
#define TONGKET_DETAIL_TEXT(x) TONGKET_DETAIL_TEXT_OF(x)

namespace tongket {

/// `MAJOR.MINOR.PATCH` (semantic versioning).
inline constexpr std::string_view version = TONGKET_DETAIL_TEXT(TONGKET_VERSION_MAJOR) "." TONGKET_DETAIL_TEXT(
    TONGKET_VERSION_MINOR) "." TONGKET_DETAIL_TEXT(TONGKET_VERSION_PATCH);

}  // namespace tongket

#undef TONGKET_DETAIL_TEXT
#undef TONGKET_DETAIL_TEXT_OF
