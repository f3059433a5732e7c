// SPDX-License-Identifier: BSL-1.0
#include "tokens.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace tongket {
namespace {

using grammar::CodePoint;
using grammar::decode;
using grammar::fold;
using grammar::FoldedLetter;
using grammar::LexiconIndex;
using grammar::Token;
using grammar::TokenKind;

enum class CharClass : std::uint8_t { blank, newline, letter, digit, mark };

// All that the tokeniser asks of a character. Eight bytes, so that a table of them is indexed by a shift.
struct alignas(8) CharInfo {
    CharClass char_class = CharClass::blank;
    char mark = 0;  // of a mark: its ASCII form
    FoldedLetter letter;
    bool small = false;  // a small letter of the language
};

constexpr CharInfo classify_ascii(char32_t c) noexcept {
    if (c == '\n' || c == '\r' || c == '\v' || c == '\f') return {CharClass::newline, 0, {}};
    if (c <= ' ' || c == 0x7F) return {CharClass::blank, 0, {}};
    if (c >= '0' && c <= '9') return {CharClass::digit, 0, {}};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {CharClass::letter, 0, {}};
    return {CharClass::mark, static_cast<char>(c), {}};
}

constexpr CharInfo classify_any(char32_t c) noexcept {
    if (c < 0x80) return classify_ascii(c);
    if (c == 0x85 || c == 0x2028 || c == 0x2029) return {CharClass::newline, 0, {}};
    if (c < 0xA0 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || (c >= 0x202A && c <= 0x202F) ||
        (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF)
        return {CharClass::blank, 0, {}};
    if (c < 0xC0) {
        switch (c) {
            case 0xAB:
            case 0xBB:
                return {CharClass::mark, '"', {}};
            case 0xB7:
                return {CharClass::mark, '*', {}};
            case 0xB2:
            case 0xB3:
                return {CharClass::letter, 0, {}};  // m², km²
            default:
                return {CharClass::mark, '?', {}};
        }
    }
    if (c == 0xD7 || c == 0xF7) return {CharClass::mark, '?', {}};
    if (c >= 0x2010 && c <= 0x2015) return {CharClass::mark, '-', {}};
    if (c >= 0x2018 && c <= 0x201B) return {CharClass::mark, '\'', {}};
    if (c >= 0x201C && c <= 0x201F) return {CharClass::mark, '"', {}};
    switch (c) {
        case 0x2212:
            return {CharClass::mark, '-', {}};
        case 0x2022:
        case 0x2023:
        case 0x2043:
        case 0x25AA:
        case 0x25AB:
        case 0x25CF:
        case 0x25CB:
        case 0x25E6:
        case 0x25A0:
        case 0x2219:
            return {CharClass::mark, '*', {}};
        case 0x2026:
            return {CharClass::mark, '~', {}};
        case 0x2044:
        case 0x2215:
            return {CharClass::mark, '/', {}};
        case 0xFF0C:
            return {CharClass::mark, ',', {}};
        case 0xFF0E:
            return {CharClass::mark, '.', {}};
        case 0xFF1A:
            return {CharClass::mark, ':', {}};
        case 0xFF1B:
            return {CharClass::mark, ';', {}};
        case 0xFF05:
            return {CharClass::mark, '%', {}};
        default:
            break;
    }
    // General punctuation, symbols, arrows, private use (bullets of old word processors): marks. The rest are
    // letters.
    if ((c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) ||
        (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD || c >= 0x1F000)
        return {CharClass::mark, c >= 0xE000 && c <= 0xF8FF ? '*' : '?', {}};
    return {CharClass::letter, 0, {}};
}

// By the index of the folding table: the letters that Vietnamese text is made of.
constexpr auto common_chars = [] {
    std::array<CharInfo, grammar::detail::fold_table_size> table{};
    for (char32_t c = 0; c < 0x1F00; ++c) {
        const std::size_t at = grammar::detail::fold_index(c);
        if (at == table.size()) continue;
        table[at] = classify_any(c);
        table[at].letter = fold(c);
        table[at].small =
            fold(c).base != 0 && fold(c).base < grammar::first_digit_base && !fold(c).upper;
    }
    return table;
}();

CharInfo classify(char32_t c) noexcept {
    const std::size_t at = grammar::detail::fold_index(c);
    return at < common_chars.size() ? common_chars[at] : classify_any(c);
}

// A character as the tokeniser meets it.
struct Char {
    CharInfo info;
    CodePoint code;
};

// Reads the character at `at` of valid UTF-8; `at` is inside the text.
inline Char read_char(std::string_view text, std::size_t at) noexcept {
    const auto* const p = reinterpret_cast<const unsigned char*>(text.data()) + at;
    if (p[0] < 0x80) return {common_chars[p[0]], {p[0], 1}};
    if (p[0] < 0xC9) {
        const auto c = static_cast<char32_t>((p[0] & 0x1FU) << 6U | (p[1] & 0x3FU));
        return {common_chars[c], {c, 2}};
    }
    if (p[0] == 0xE1 && (p[1] & 0xFCU) == 0xB8U) {
        const unsigned low = (p[1] & 3U) << 6U | (p[2] & 0x3FU);
        return {common_chars[0x250 + low], {0x1E00 + low, 3}};
    }
    const CodePoint c = decode(text, at);
    return {classify(c.value), c};
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

class Tokenizer {
  public:
    Tokenizer(std::string_view text, const LexiconIndex* lexicon) : text_(text), lexicon_(lexicon) {}

    std::vector<Token> run() {
        tokens_.reserve(text_.size() / 4 + 2);
        std::size_t at = 0;
        while (at < text_.size()) {
            // Most blanks are one space, most characters ASCII.
            if (text_[at] == ' ') {
                blank_ = true;
                ++at;
                continue;
            }
            const auto [info, c] = read_char(text_, at);
            switch (info.char_class) {
                case CharClass::blank:
                    blank_ = true;
                    at += c.length;
                    break;
                case CharClass::newline:
                    at = newline(at, c);
                    break;
                case CharClass::digit:
                    at = number(at);
                    break;
                case CharClass::letter:
                    at = word(at);
                    break;
                case CharClass::mark:
                    at = mark(at, c, info.mark);
                    break;
            }
        }
        push(TokenKind::end, at, at);
        if (lexicon_ != nullptr) look_up();
        return std::move(tokens_);
    }

  private:
    std::string_view text_;
    const LexiconIndex* lexicon_;
    std::vector<Token> tokens_;
    bool blank_ = false;
    bool line_start_ = true;

    static constexpr std::size_t longest_token = std::numeric_limits<std::uint16_t>::max();

    Token& push(TokenKind kind, std::size_t begin, std::size_t end) {
        Token token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.length = static_cast<std::uint16_t>(end - begin);
        token.kind = kind;
        token.flags =
            static_cast<std::uint8_t>((blank_ ? Token::space_before : 0) | (line_start_ ? Token::line_start : 0));
        blank_ = false;
        line_start_ = kind == TokenKind::newline;
        tokens_.push_back(token);
        return tokens_.back();
    }

    std::size_t newline(std::size_t at, CodePoint c) {
        // A run of line breaks and blanks is one token: blank lines mean nothing here.
        std::size_t end = at + c.length, next = end;
        while (next < text_.size() && next - at < longest_token - 4) {
            const CodePoint following = decode(text_, next);
            const CharClass kind = classify(following.value).char_class;
            if (kind != CharClass::newline && kind != CharClass::blank) break;
            next += following.length;
            if (kind == CharClass::newline) end = next;
        }
        push(TokenKind::newline, at, end);
        return end;
    }

    // One mark; a rule of the same mark ('-----') is one token.
    std::size_t mark(std::size_t at, CodePoint c, char ascii) {
        constexpr std::size_t rule_length = 4;
        std::size_t end = at + c.length;
        if (end < text_.size() && text_[end] == text_[at]) {
            const std::string_view one = text_.substr(at, c.length);
            std::size_t count = 1;
            while (text_.substr(end, c.length) == one && end - at < longest_token - 4) {
                end += c.length;
                ++count;
            }
            if (count < rule_length) end = at + c.length;
        }
        Token& token = push(TokenKind::mark, at, end);
        token.mark = ascii;
        if ((ascii == '-' || ascii == '*' || ascii == '+') && token.has(Token::line_start))
            token.flags |= Token::bullet;
        if (lexicon_ != nullptr) set_word(token, lexicon_->mark_word(ascii));
        return end;
    }

    // Digits, with single '.' or ',' between digits.
    std::size_t number(std::size_t at) {
        std::size_t end = at + 1;
        while (end < text_.size() && end - at < longest_token - 2) {
            if (is_digit(text_[end]))
                ++end;
            else if ((text_[end] == '.' || text_[end] == ',') && end + 1 < text_.size() && is_digit(text_[end + 1]))
                end += 2;
            else
                break;
        }
        Token& token = push(TokenKind::number, at, end);
        if (lexicon_ != nullptr && token.length <= 6) set_word(token, lexicon_->word(token_key(text_, token)));
        return end;
    }

    // Letters, digits after the first letter, and apostrophes between letters (K'đăm). A small letter directly before
    // a capital that opens a sentence word ('GiangNgày') splits: pages glue captions to paragraphs.
    std::size_t word(std::size_t begin) {
        grammar::WordKey key;
        const bool first_upper = read_char(text_, begin).info.letter.upper;
        bool all_upper = true, previous_small = false;
        std::size_t letters = 0, at = begin, last_length = 0;
        const std::size_t limit = std::min(text_.size(), begin + longest_token - 8);
        while (at < limit) {
            const auto [info, c] = read_char(text_, at);
            if (info.char_class != CharClass::letter) {
                if (info.char_class == CharClass::mark && info.mark == '\'' && letters > 0) {
                    const std::size_t next = at + c.length;
                    if (next >= text_.size() || read_char(text_, next).info.char_class != CharClass::letter) break;
                    at = next;
                    continue;
                }
                // 'số942/QĐ': a digit glued to a Vietnamese letter begins a number; 'km2' is a word.
                if (info.char_class != CharClass::digit || last_length > 1) break;
            } else if (info.letter.upper && previous_small && opens_sentence(at)) {
                break;
            }
            all_upper = all_upper && !info.small;
            previous_small = info.small;
            if (info.letter.base != 0)
                key.add(info.letter);
            else
                key.add(c.value);
            ++letters;
            last_length = c.length;
            at += c.length;
        }
        Token& token = push(TokenKind::word, begin, at);
        if (first_upper) token.flags |= Token::capital;
        if (first_upper && all_upper && letters > 1) token.flags |= Token::all_caps;
        if (lexicon_ != nullptr) set_word(token, lexicon_->word(key.value()));
        return at;
    }

    static void set_word(Token& token, const LexiconIndex::Word& word) noexcept {
        token.word = word.id;
        token.phrase = word.node;
    }

    bool opens_sentence(std::size_t at) const noexcept {
        const std::string_view rest = text_.substr(at);
        for (const std::string_view opener : {"Ngày ", "Sáng ", "Chiều ", "Tối ", "Vừa qua", "Trong ", "Năm "})
            if (rest.starts_with(opener)) return true;
        return false;
    }

    void look_up() {
        const std::span<const Token> all(tokens_);
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            Token& token = tokens_[i];
            if (token.phrase == 0) continue;
            if (tokens_[i + 1].word != 0 && !lexicon_->ends_at(token.phrase)) {
                const LexiconIndex::Reach reach = lexicon_->reach(all.subspan(i));
                token.phrase = reach.node;
                if (reach.dashed) token.flags |= Token::dashed;
            }
            token.classes = lexicon_->classes_to(token.phrase);
        }
    }
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, const LexiconIndex* lexicon) {
    return Tokenizer(text, lexicon).run();
}

std::uint64_t token_key(std::string_view text, const Token& token) noexcept {
    switch (token.kind) {
        case TokenKind::mark:
            return LexiconIndex::mark_key(token.mark);
        case TokenKind::number:
            return LexiconIndex::number_key(text.substr(token.begin, token.length));
        default:
            return grammar::word_key(text.substr(token.begin, token.length));
    }
}

}  // namespace tongket
