// SPDX-License-Identifier: BSL-1.0
/// @file
/// Folding of Vietnamese letters: case, tone-mark placement and final i/y do not tell words apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tongket::grammar {

/// A code point with the number of bytes it took; length 0 at the end of the text.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 0;
};

/// Decodes the code point at `at` of valid UTF-8.
[[nodiscard]] constexpr CodePoint decode(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint8_t>(at + i < text.size() ? text[at + i] : 0);
    };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const auto low = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
    if (lead < 0xE0) return {static_cast<char32_t>(lead & 0x1FU) << 6 | low(1), 2};
    if (lead < 0xF0) return {static_cast<char32_t>(lead & 0x0FU) << 12 | low(1) << 6 | low(2), 3};
    return {static_cast<char32_t>(lead & 0x07U) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4};
}

/// A letter taken apart: `base` 1-26 a-z, 27-33 ă â đ ê ô ơ ư, 34-43 digits; 0 for any other character.
struct FoldedLetter {
    std::uint8_t base = 0;
    std::uint8_t tone = 0;  ///< 0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng
    bool upper = false;
};

/// The least `FoldedLetter::base` of a digit.
inline constexpr std::uint8_t first_digit_base = 34;

namespace detail {

// Lower-case letters by base, each with its five toned forms in the order of FoldedLetter::tone.
inline constexpr std::u32string_view toned_letters =
    U"aàáảãạ"
    U"eèéẻẽẹ"
    U"iìíỉĩị"
    U"oòóỏõọ"
    U"uùúủũụ"
    U"yỳýỷỹỵ"
    U"ăằắẳẵặ"
    U"âầấẩẫậ"
    U"êềếểễệ"
    U"ôồốổỗộ"
    U"ơờớởỡợ"
    U"ưừứửữự";
inline constexpr std::u32string_view toned_upper_letters =
    U"AÀÁẢÃẠ"
    U"EÈÉẺẼẸ"
    U"IÌÍỈĨỊ"
    U"OÒÓỎÕỌ"
    U"UÙÚỦŨỤ"
    U"YỲÝỶỸỴ"
    U"ĂẰẮẲẴẶ"
    U"ÂẦẤẨẪẬ"
    U"ÊỀẾỂỄỆ"
    U"ÔỒỐỔỖỘ"
    U"ƠỜỚỞỠỢ"
    U"ƯỪỨỬỮỰ";
inline constexpr std::array<std::uint8_t, 12> toned_bases{1, 5, 9, 15, 21, 25, 27, 28, 30, 31, 32, 33};

// Code points below 0x250 and from 0x1E00 to 0x1EFF, the latter shifted down.
inline constexpr std::size_t fold_table_size = 0x250 + 0x100;
[[nodiscard]] constexpr std::size_t fold_index(char32_t c) noexcept {
    if (c < 0x250) return c;
    if (c >= 0x1E00 && c < 0x1F00) return 0x250 + (c - 0x1E00);
    return fold_table_size;
}

[[nodiscard]] consteval std::array<FoldedLetter, fold_table_size + 1> make_fold_table() {
    std::array<FoldedLetter, fold_table_size + 1> table{};
    for (char32_t c = 0; c < 26; ++c) {
        table[U'a' + c] = {static_cast<std::uint8_t>(c + 1), 0, false};
        table[U'A' + c] = {static_cast<std::uint8_t>(c + 1), 0, true};
    }
    for (char32_t c = 0; c < 10; ++c) table[U'0' + c] = {static_cast<std::uint8_t>(34 + c), 0, false};
    for (std::size_t i = 0; i < toned_letters.size(); ++i) {
        const auto base = toned_bases[i / 6];
        const auto tone = static_cast<std::uint8_t>(i % 6);
        table[fold_index(toned_letters[i])] = {base, tone, false};
        table[fold_index(toned_upper_letters[i])] = {base, tone, true};
    }
    table[U'đ'] = {29, 0, false};
    table[U'Đ'] = {29, 0, true};
    table[0xD0] = {29, 0, true};   // Ð, Icelandic eth, often typed for Đ
    table[0xF0] = {29, 0, false};  // ð
    return table;
}
inline constexpr auto fold_table = make_fold_table();

}  // namespace detail

/// Takes a letter apart.
[[nodiscard]] constexpr FoldedLetter fold(char32_t c) noexcept { return detail::fold_table[detail::fold_index(c)]; }

/// Builds the key of a word letter by letter. Words with equal keys are the same word to the lexicon. Up to ten
/// letters the key is exact; longer words (none is Vietnamese) are hashed.
class WordKey {
  public:
    constexpr void add(char32_t c) noexcept {
        if (c >= 0x300 && c <= 0x36F) return;                    // a stray combining mark
        if (c == U'\'' || (c >= 0x2018 && c <= 0x201B)) return;  // K'Bang, K’Bang
        const FoldedLetter letter = fold(c);
        if (letter.base != 0)
            add(letter.base, letter.tone);
        else
            add(foreign(c), 0);
    }
    /// A letter or digit that is already taken apart (see FoldedLetter); its base is not 0.
    constexpr void add(std::uint8_t base, std::uint8_t tone) noexcept {
        if (tone != 0) tone_ = tone;
        // Six bits a letter.
        if (++length_ <= exact_length)
            packed_ = packed_ << 6 | base;
        else
            packed_ = (packed_ ^ base) * 0x9E3779B97F4A7C15ULL;
    }

    [[nodiscard]] constexpr std::uint64_t value() const noexcept {
        if (length_ > exact_length) return packed_ | 1ULL << 63;
        std::uint64_t packed = packed_;
        // kỹ = kĩ, quý = quí; but not tay, thuý.
        constexpr std::uint8_t i = 9, q = 17, u = 21, y = 25;
        if ((packed & 0x3F) == y && length_ >= 2) {
            const auto second = static_cast<std::uint8_t>(packed >> 6 & 0x3F);
            const auto third = static_cast<std::uint8_t>(packed >> 12 & 0x3F);
            if (!is_vowel(second) || (second == u && third == q)) packed = (packed & ~0x3FULL) | i;
        }
        return packed << 3 | tone_;
    }

  private:
    /// Signs that count are told apart; of foreign letters some share a code.
    [[nodiscard]] static constexpr std::uint8_t foreign(char32_t c) noexcept {
        constexpr char32_t signs[] = {0x2030, 0x20AB, 0x20AC, 0x2248, 0x2264, 0x2265};  // ‰ ₫ € ≈ ≤ ≥
        constexpr std::uint8_t first_code = 44, codes = 20;
        std::uint8_t code = first_code;
        for (const char32_t sign : signs) {
            if (c == sign) return code;
            ++code;
        }
        return static_cast<std::uint8_t>(code + c % (first_code + codes - code));
    }

    static constexpr std::uint32_t exact_length = 10;
    std::uint64_t packed_ = 0;
    std::uint32_t length_ = 0;
    std::uint8_t tone_ = 0;

    [[nodiscard]] static constexpr bool is_vowel(std::uint8_t base) noexcept {
        return base == 1 || base == 5 || base == 9 || base == 15 || base == 21 || base == 25 || base == 27 ||
               base == 28 || (base >= 30 && base <= 33);
    }
};

/// The key of a whole word of valid UTF-8.
[[nodiscard]] constexpr std::uint64_t word_key(std::string_view word) noexcept {
    WordKey key;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode(word, at);
        key.add(c.value);
        at += c.length;
    }
    return key.value();
}

static_assert(word_key("hoà") == word_key("Hòa") && word_key("quí") == word_key("quý") &&
              word_key("uỷ") == word_key("ỦY") && word_key("tay") != word_key("tai"));

}  // namespace tongket::grammar
