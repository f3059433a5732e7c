// SPDX-License-Identifier: BSL-1.0
/// @file
/// Numbers in all the ways in which Vietnamese pages write them, and in ways that make no number.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <tongket/decimal.hpp>

namespace tongket::test {

/// A quantity as written, with what it says.
struct WrittenNumber {
    std::string text;
    Decimal value;
    std::optional<Decimal> to;  ///< of a range
};

/// A whole number below 10^15 in words: `một nghìn không trăm linh năm`.
/// @param random  chooses between words that mean the same: nghìn and ngàn, linh and lẻ, bốn and tư
[[nodiscard]] std::string in_words(std::int64_t number, std::mt19937_64& random);

/// A number made of `random` with its unit in each way in which it may be written: digits with every separator, blank
/// and script, words, mixtures with scale words, powers, signs, ranges, told again in brackets.
[[nodiscard]] std::vector<WrittenNumber> ways_to_write(std::mt19937_64& random);

/// Digits and words with a unit that make no number, or of which nobody knows what number they make.
[[nodiscard]] std::string malformed_number(std::mt19937_64& random);

}  // namespace tongket::test
