// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lower case and NFC for words that the report's fields give in normalised form.
#pragma once

#include <string>
#include <string_view>

namespace tongket {

/// `text` in NFC and lower case, by Unicode's default mapping (no locale).
[[nodiscard]] std::string lower(std::string_view text);

/// A word of Vietnamese letters (NFC, below U+10000) in small letters, or with its first letter as a capital; other
/// characters stay as they are.
[[nodiscard]] std::string with_small_letters(std::string_view word);
[[nodiscard]] std::string with_a_capital(std::string_view word);

/// Has ICU load the tables that `lower` and `to_nfc` need. Without memory for them ICU never tries again in the same
/// process: the time for that is before anything depends on it.
/// @throws std::bad_alloc
void load_normalizer();

/// `text` in NFC.
[[nodiscard]] std::string to_nfc(std::string_view text);

}  // namespace tongket
