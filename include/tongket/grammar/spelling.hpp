// SPDX-License-Identifier: BSL-1.0
/// @file
/// Words by their bytes: a known spelling is found without folding its letters.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tongket::grammar {

/// The bytes of a short word, padded with zeros; words without zero bytes are equal where their spellings are.
struct Spelling {
    static constexpr std::size_t longest = 16;  ///< bytes

    std::uint64_t head = 0;
    std::uint64_t tail = 0;

    constexpr Spelling() = default;
    /// Of bytes as they lie in memory.
    constexpr Spelling(std::uint64_t first_bytes, std::uint64_t last_bytes) noexcept
        : head(first_bytes), tail(last_bytes) {}
    /// @param word  of at most `longest` bytes
    explicit Spelling(std::string_view word) noexcept {
        char padded[longest] = {};
        std::memcpy(padded, word.data(), std::min(word.size(), longest));
        std::memcpy(&head, padded, 8);
        std::memcpy(&tail, padded + 8, 8);
    }
    bool operator==(const Spelling&) const = default;
    /// The word.
    [[nodiscard]] std::string text() const {
        char padded[longest] = {};
        std::memcpy(padded, &head, 8);
        std::memcpy(padded + 8, &tail, 8);
        return {padded, static_cast<std::size_t>(std::find(padded, padded + longest, '\0') - padded)};
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return head == 0; }

    [[nodiscard]] constexpr std::uint64_t hash() const noexcept {
        const std::uint64_t h = (head ^ (tail << 23 | tail >> 41)) * 0x9E3779B97F4A7C15ULL;
        return h ^ h >> 32;
    }
};

/// A spelling with its length.
struct Spelled {
    Spelling spelling;
    std::size_t length = 0;  ///< bytes; 0 where it would be longer than `Spelling::longest`
};

/// The bytes up to the first that is below 'A': a blank, a digit, a mark of ASCII.
/// @param text  has `Spelling::longest` bytes or more
[[nodiscard]] inline Spelled spell(std::string_view text) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
        constexpr std::uint64_t high = 0x8080808080808080ULL;
        // The high bit of each byte that is below 'A'.
        const auto ends_in = [](std::uint64_t block) {
            return ~(((block & ~high) + 0x3F3F3F3F3F3F3F3FULL) | block) & high;
        };
        // The bytes before a bit that ends_in gave.
        const auto before = [](std::uint64_t ends) { return (ends & (~ends + 1)) / 0x80 - 1; };
        Spelled result;
        std::memcpy(&result.spelling.head, text.data(), 8);
        if (const std::uint64_t ends = ends_in(result.spelling.head); ends != 0) {
            result.spelling.head &= before(ends);
            result.length = static_cast<std::size_t>(std::countr_zero(ends)) / 8;
            return result;
        }
        std::memcpy(&result.spelling.tail, text.data() + 8, 8);
        if (const std::uint64_t ends = ends_in(result.spelling.tail); ends != 0) {
            result.spelling.tail &= before(ends);
            result.length = 8 + static_cast<std::size_t>(std::countr_zero(ends)) / 8;
        }
        return result;
    } else {
        std::size_t length = 0;
        while (length < Spelling::longest && static_cast<unsigned char>(text[length]) >= 'A') ++length;
        if (length == Spelling::longest) return {};
        return {Spelling(text.substr(0, length)), length};
    }
}

}  // namespace tongket::grammar
