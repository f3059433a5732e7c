// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is said of text that the parser does not understand.
#pragma once

namespace tongket {

/// Of Vietnamese without its marks (`lacks_marks`), of which hardly a word would be understood.
inline constexpr const char* without_marks =
    "Vietnamese without its marks, which is not understood: take the text as it was typed with them";

}  // namespace tongket
