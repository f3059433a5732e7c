// SPDX-License-Identifier: BSL-1.0
/// @file
/// Texts as old programs wrote them.
#pragma once

#include <string>
#include <string_view>

#include <tongket/encoding.hpp>

namespace tongket::test {

/// What is typed in a legacy font for a text in NFC: Latin-1 letters, in UTF-8.
inline std::string typed_in(LegacyFont font, std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const LegacyLetter* longest = nullptr;
        for (const LegacyLetter& letter : legacy_letters(font))
            if (text.starts_with(letter.letter) &&
                (longest == nullptr || letter.typed.size() > longest->typed.size()))
                longest = &letter;
        out += longest == nullptr ? text.substr(0, 1) : longest->typed;
        text.remove_prefix(longest == nullptr ? 1 : longest->letter.size());
    }
    return out;
}

/// The bytes of a text of Latin-1 letters; of each other code point one that means nothing.
inline std::string latin_1(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            out += utf8[i];
        } else if (byte >= 0xC0 && i + 1 < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[i + 1]);
            out += static_cast<char>((byte & 3U) << 6U | (next & 0x3FU));
        }
    }
    return out;
}

/// A text of ASCII letters in UTF-16, little-endian, without a mark.
inline std::string utf_16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) (out += c) += '\0';
    return out;
}

}  // namespace tongket::test
