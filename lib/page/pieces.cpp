// SPDX-License-Identifier: BSL-1.0
#include "page/pieces.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <tongket/grammar/fold.hpp>

#include "encoding/syllables.hpp"

namespace tongket {
namespace {

// What a piece looks like by its letters.
struct Letters {
    std::size_t count = 0;
    bool vowel_first = false, vowel_last = false, vowels = false;
};

// Nothing counted where a letter is not Vietnamese.
Letters letters_of(std::string_view word) {
    constexpr std::string_view vowels = "aeiouy";
    constexpr std::uint8_t last_ascii = 26, d_with_stroke = 29;
    Letters letters;
    for (std::size_t at = 0; at < word.size();) {
        const grammar::CodePoint c = grammar::decode(word, at);
        at += c.length;
        const std::uint8_t base = grammar::fold(c.value).base;
        if (base == 0 || base >= grammar::first_digit_base) return {};
        const bool vowel = base > last_ascii
                               ? base != d_with_stroke
                               : vowels.find(static_cast<char>('a' + base - 1)) != std::string_view::npos;
        if (letters.count++ == 0) letters.vowel_first = vowel;
        letters.vowel_last = vowel;
        letters.vowels |= vowel;
    }
    return letters;
}

// Whether two words stand beside each other with a blank between them, the second in small letters.
bool stand_as_pieces(const Document& document, std::size_t at) {
    constexpr std::size_t longest = 14;  // bytes
    const Token first = document.token(at), second = document.token(at + 1);
    return first.kind == TokenKind::word && second.kind == TokenKind::word && !first.has(Token::all_caps) &&
           !second.has(Token::capital) && second.has(Token::space_before) && !second.has(Token::line_start) &&
           first.length + second.length <= longest;
}

// What a first byte may begin: 0 neither, 1 a vowel, 2 an end of one or two letters.
constexpr std::array<std::uint8_t, 256> ends_by_first_byte = [] {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t byte = 0x80; byte < kinds.size(); ++byte) kinds[byte] = 1;
    for (const char c : std::string_view("aeiouy")) kinds[static_cast<unsigned char>(c)] = 1;
    for (const char c : std::string_view("cmnpt")) kinds[static_cast<unsigned char>(c)] = 2;
    return kinds;
}();

// Whether a word begins with a vowel, or is a short end of a syllable, as far as its first bytes tell: most are no
// second pieces.
bool may_end_syllable(std::string_view word) noexcept {
    constexpr std::size_t longest_coda = 2;
    constexpr std::string_view d_with_stroke = "\u0111";
    if (word.empty()) return false;
    const std::uint8_t kind = ends_by_first_byte[static_cast<unsigned char>(word.front())];
    return kind == 1 ? word.substr(0, d_with_stroke.size()) != d_with_stroke
                     : kind == 2 && word.size() <= longest_coda;
}

bool spell_syllable(const Document& document, std::size_t at) {
    return spells_syllable(std::string(document.text_of(at)) + std::string(document.text_of(at + 1)));
}

}  // namespace

bool are_pieces(const Document& document, std::size_t first) {
    if (!stand_as_pieces(document, first)) return false;
    const std::string_view text = document.text_of(first), next = document.text_of(first + 1);
    const Letters second = letters_of(next);
    if (second.count == 0) return false;
    const Token token = document.token(first);
    // 'Đ/c ông', 'triệu m'
    const bool apart = token.has(Token::space_before) || token.has(Token::line_start);
    const bool behind_number = first > 0 && document.token(first - 1).kind == TokenKind::number;
    if (!second.vowels) {
        constexpr std::size_t longest_coda = 2;
        const Letters letters = letters_of(text);
        return second.count <= longest_coda && letters.vowel_last && !token.starts(LexiconClass::scale) &&
               spell_syllable(document, first);
    }
    if (!second.vowel_first) return false;
    const Letters letters = letters_of(text);
    if (letters.count == 0) return false;
    const bool word = is_bare_word(next);
    // The 'qu' of 'qu yết' is no word either.
    if (letters.vowels && (!letters.vowel_last || (word && spells_syllable(text)))) return false;
    if ((letters.count == 1 || behind_number || !apart) && word) return false;
    return spell_syllable(document, first);
}

bool may_be_pieces(const Document& document, std::size_t first) {
    if (!stand_as_pieces(document, first)) return false;
    const Letters letters = letters_of(document.text_of(first)), next = letters_of(document.text_of(first + 1));
    return letters.count != 0 && !letters.vowels && next.vowel_first && spell_syllable(document, first);
}

BrokenWords find_broken_words(const Document& document) {
    BrokenWords words;
    for (std::size_t at = 0; at + 1 < document.size(); ++at) {
        if (!may_end_syllable(document.text_of(at + 1)) || !are_pieces(document, at)) continue;
        if (words.count++ == 0) words.first = at;
        ++at;
    }
    return words;
}

}  // namespace tongket
