// SPDX-License-Identifier: BSL-1.0
/// @file
/// When two phrases of a page are the same words.
#pragma once

#include <string>
#include <string_view>

namespace tongket {

/// The words of a phrase in NFC and small letters, without letters that are not seen, single blanks between them.
/// Phrases with equal keys are the same words, however each is written.
/// @param words  valid UTF-8
[[nodiscard]] std::string phrase_key(std::string_view words);

}  // namespace tongket
