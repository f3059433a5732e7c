// SPDX-License-Identifier: BSL-1.0
#include "page/damage.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <tongket/grammar/fold.hpp>

namespace tongket {
namespace {

constexpr std::size_t fewest_words = 30;  // looked at, of a text that is judged

// In the letters of `letters_of`: 'f' stands for đ.
constexpr auto onsets =
    std::to_array<std::string_view>({"",   "b",   "c",  "ch", "d",  "f", "g", "gh", "h", "k",  "kh", "l", "m", "n",
                                     "ng", "ngh", "nh", "p",  "ph", "q", "r", "s",  "t", "th", "tr", "v", "x"});
constexpr auto codas = std::to_array<std::string_view>({"", "c", "ch", "m", "n", "ng", "nh", "p", "t"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& all, std::string_view one) noexcept {
    for (const std::string_view known : all)
        if (known == one) return true;
    return false;
}

// A word with 'a' for each vowel, other letters small; empty where a letter is not Vietnamese.
std::string letters_of(std::string_view word) {
    std::string letters;
    for (std::size_t at = 0; at < word.size();) {
        const grammar::CodePoint c = grammar::decode(word, at);
        at += c.length;
        const std::uint8_t base = grammar::fold(c.value).base;
        constexpr std::uint8_t last_ascii = 26, d_with_stroke = 29;
        constexpr std::string_view vowels = "aeiouy", foreign = "fjwz";
        if (base == 0 || base >= grammar::first_digit_base) return {};
        const char letter = static_cast<char>('a' + base - 1);
        if (base == d_with_stroke)
            letters += 'f';
        else if (base > last_ascii || vowels.find(letter) != std::string_view::npos)
            letters += 'a';
        else if (foreign.find(letter) != std::string_view::npos)
            return {};
        else
            letters += letter;
    }
    return letters;
}

}  // namespace

bool is_syllable(std::string_view word) {
    constexpr std::size_t most_vowels = 4;  // with those of 'gi' and 'qu'
    const std::string letters = letters_of(word);
    const std::size_t vowels = letters.find('a');
    if (vowels == std::string::npos) return false;
    const std::size_t behind = std::min(letters.find_first_not_of('a', vowels), letters.size());
    return behind - vowels <= most_vowels && is_one_of(onsets, std::string_view(letters).substr(0, vowels)) &&
           is_one_of(codas, std::string_view(letters).substr(behind));
}

double share_of_no_syllables(const Document& document) {
    // Words of the lexicon are sound, but for those that may be a part of another. One token in three shows enough of
    // a long text.
    constexpr std::size_t longest_part = 2, long_text = 1000;
    const std::size_t step = document.size() < long_text ? 1 : 3;
    std::size_t words = 0, none = 0;
    for (std::size_t i = 0; i < document.size(); i += step) {
        const Token token = document.token(i);
        // 'sites/all/counter.inc' is a name.
        const bool apart = token.has(Token::space_before) || token.has(Token::line_start);
        if (token.kind != TokenKind::word || token.has(Token::capital) || !apart) continue;
        ++words;
        if (token.phrase == 0 || token.length <= longest_part) none += is_syllable(document.text_of(i)) ? 0 : 1;
    }
    return words < fewest_words ? 0 : static_cast<double>(none) / static_cast<double>(words);
}

}  // namespace tongket
