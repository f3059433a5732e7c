// SPDX-License-Identifier: BSL-1.0
/// @file
/// Words by their bytes: a known spelling is found without folding its letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tongket::grammar {

/// The bytes of a short word in two machine words; equal words have equal spellings and no others.
struct Spelling {
    static constexpr std::size_t longest = 16;  ///< bytes

    std::uint64_t head = 0;
    std::uint64_t tail = 0;  ///< the last bytes, maybe some of `head` again
    std::uint8_t length = 0;  ///< bytes; 0 is no word

    Spelling() = default;
    /// @param word  of 1 to `longest` bytes
    explicit Spelling(std::string_view word) noexcept : length(static_cast<std::uint8_t>(word.size())) {
        const char* const p = word.data();
        if (length >= 8) {
            head = load<std::uint64_t>(p);
            tail = load<std::uint64_t>(p + length - 8);
        } else if (length >= 4) {
            head = load<std::uint32_t>(p);
            tail = load<std::uint32_t>(p + length - 4);
        } else {
            head = static_cast<std::uint8_t>(p[0]);
            tail = std::uint64_t{static_cast<std::uint8_t>(p[length / 2])} << 8 |
                   static_cast<std::uint8_t>(p[length - 1]);
        }
    }
    bool operator==(const Spelling&) const = default;

    /// Whether a word is made of the letters of Vietnamese alone and short enough to have a spelling.
    [[nodiscard]] static bool fits(std::string_view word) noexcept {
        if (word.empty() || word.size() > longest) return false;
        for (const char c : word)
            if (!is_plain_byte(static_cast<unsigned char>(c))) return false;
        return true;
    }
    /// Whether a byte is of an ASCII letter, leads a Latin letter or continues one.
    [[nodiscard]] static constexpr bool is_plain_byte(unsigned char b) noexcept { return plain_bytes[b]; }

    [[nodiscard]] std::uint64_t hash() const noexcept {
        const std::uint64_t h = (head ^ (tail << 23 | tail >> 41) ^ length) * 0x9E3779B97F4A7C15ULL;
        return h ^ h >> 32;
    }

  private:
    static constexpr auto plain_bytes = [] {
        std::array<bool, 256> table{};
        for (std::size_t b = 0; b < table.size(); ++b)
            table[b] = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= 0x80 && b < 0xC0) ||
                       (b >= 0xC3 && b <= 0xC6) || b == 0xE1;
        return table;
    }();

    template <class Integer>
    [[nodiscard]] static Integer load(const char* from) noexcept {
        Integer value = 0;
        std::memcpy(&value, from, sizeof value);
        return value;
    }
};

}  // namespace tongket::grammar
