// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lower case and NFC for words that the report's fields give in normalised form.
#pragma once

#include <string>
#include <string_view>

namespace tongket {

/// `text` in NFC and lower case, by Unicode's default mapping (no locale).
[[nodiscard]] std::string lower(std::string_view text);

/// `text` in NFC.
[[nodiscard]] std::string to_nfc(std::string_view text);

}  // namespace tongket
