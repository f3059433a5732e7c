// SPDX-License-Identifier: BSL-1.0
/// @file
/// Splitting a text into words, numbers and marks and no more: the frozen yardstick that parsing is compared with.
/// Not to be made faster or slower: figures of different days would no longer compare.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tongket::bench {

struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t kind = 0;
};

enum : std::uint8_t { blank, letter, digit, mark };

inline constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const bool is_letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        const bool is_digit = byte >= '0' && byte <= '9';
        kinds[byte] = is_letter ? letter : is_digit ? digit : byte <= ' ' ? blank : mark;
    }
    return kinds;
}();

/// The pieces of `text` into `pieces`; every byte from 0x80 counts as a letter.
inline void split(std::string_view text, std::vector<Piece>& pieces) {
    pieces.clear();
    const auto kind_at = [&](std::size_t at) { return byte_kinds[static_cast<unsigned char>(text[at])]; };
    for (std::size_t at = 0; at < text.size();) {
        const std::uint8_t kind = kind_at(at);
        const std::size_t begin = at++;
        if (kind != mark)
            while (at < text.size() && kind_at(at) == kind) ++at;
        if (kind != blank)
            pieces.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), kind});
    }
}

}  // namespace tongket::bench
