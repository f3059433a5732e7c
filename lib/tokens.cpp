// SPDX-License-Identifier: BSL-1.0
#include "tokens.hpp"

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

struct CharInfo {
    CharClass char_class;
    char mark;  ///< ASCII form of a mark
};

constexpr CharInfo classify_ascii(char32_t c) noexcept {
    if (c == '\n' || c == '\r' || c == '\v' || c == '\f') return {CharClass::newline, 0};
    if (c <= ' ' || c == 0x7F) return {CharClass::blank, 0};
    if (c >= '0' && c <= '9') return {CharClass::digit, 0};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {CharClass::letter, 0};
    return {CharClass::mark, static_cast<char>(c)};
}

constexpr auto ascii_classes = [] {
    std::array<CharInfo, 128> table{};
    for (char32_t c = 0; c < 128; ++c) table[c] = classify_ascii(c);
    return table;
}();

CharInfo classify(char32_t c) noexcept {
    if (c < 0x80) return ascii_classes[c];
    if (c == 0x85 || c == 0x2028 || c == 0x2029) return {CharClass::newline, 0};
    if (c < 0xA0 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || (c >= 0x202A && c <= 0x202F) ||
        (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF)
        return {CharClass::blank, 0};
    if (c < 0xC0) {
        switch (c) {
            case 0xAB:
            case 0xBB:
                return {CharClass::mark, '"'};
            case 0xB7:
                return {CharClass::mark, '*'};
            case 0xB2:
            case 0xB3:
                return {CharClass::letter, 0};  // m², km²
            default:
                return {CharClass::mark, '?'};
        }
    }
    if (c == 0xD7 || c == 0xF7) return {CharClass::mark, '?'};
    if (c >= 0x2010 && c <= 0x2015) return {CharClass::mark, '-'};
    if (c >= 0x2018 && c <= 0x201B) return {CharClass::mark, '\''};
    if (c >= 0x201C && c <= 0x201F) return {CharClass::mark, '"'};
    switch (c) {
        case 0x2212:
            return {CharClass::mark, '-'};
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
            return {CharClass::mark, '*'};
        case 0x2026:
            return {CharClass::mark, '~'};
        case 0x2044:
        case 0x2215:
            return {CharClass::mark, '/'};
        case 0xFF0C:
            return {CharClass::mark, ','};
        case 0xFF0E:
            return {CharClass::mark, '.'};
        case 0xFF1A:
            return {CharClass::mark, ':'};
        case 0xFF1B:
            return {CharClass::mark, ';'};
        case 0xFF05:
            return {CharClass::mark, '%'};
        default:
            break;
    }
    // General punctuation, symbols, arrows, private use (bullets of old word processors): marks. The rest are
    // letters.
    if ((c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) ||
        (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD || c >= 0x1F000)
        return {c >= 0xE000 && c <= 0xF8FF ? CharInfo{CharClass::mark, '*'} : CharInfo{CharClass::mark, '?'}};
    return {CharClass::letter, 0};
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

class Tokenizer {
  public:
    Tokenizer(std::string_view text, const LexiconIndex* lexicon) : text_(text), lexicon_(lexicon) {}

    std::vector<Token> run() {
        tokens_.reserve(text_.size() / 5 + 2);
        std::size_t at = 0;
        while (at < text_.size()) {
            const CodePoint c = decode(text_, at);
            const CharInfo info = classify(c.value);
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
        const std::string_view one = text_.substr(at, c.length);
        std::size_t end = at + c.length, count = 1;
        while (text_.substr(end, c.length) == one && end - at < longest_token - 4) {
            end += c.length;
            ++count;
        }
        if (count < rule_length) end = at + c.length;
        push(TokenKind::mark, at, end).mark = ascii;
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
        if (lexicon_ != nullptr && token.length <= 6) token.word = lexicon_->word(token_key(text_, token));
        return end;
    }

    // Letters, digits after the first letter, and apostrophes between letters (K'đăm). A small letter directly before
    // a capital that opens a sentence word ('GiangNgày') splits: pages glue captions to paragraphs.
    std::size_t word(std::size_t begin) {
        grammar::WordKey key;
        bool first_upper = false, all_upper = true, previous_lower = false;
        std::size_t letters = 0, at = begin, last_length = 0;
        while (at < text_.size() && at - begin < longest_token - 8) {
            const CodePoint c = decode(text_, at);
            const CharInfo info = classify(c.value);
            if (info.char_class == CharClass::mark && info.mark == '\'' && letters > 0) {
                const CodePoint next = decode(text_, at + c.length);
                if (next.length == 0 || classify(next.value).char_class != CharClass::letter) break;
                at += c.length;
                continue;
            }
            if (info.char_class != CharClass::letter && info.char_class != CharClass::digit) break;
            // 'số942/QĐ': a digit glued to a Vietnamese letter begins a number; 'km2' is a word.
            if (info.char_class == CharClass::digit && last_length > 1) break;
            last_length = c.length;
            const FoldedLetter letter = fold(c.value);
            if (letters > 0 && letter.upper && previous_lower && opens_sentence(at)) break;
            if (letters == 0) first_upper = letter.upper;
            if (letter.base != 0 && letter.base < 34 && !letter.upper) all_upper = false;
            previous_lower = letter.base != 0 && letter.base < 34 && !letter.upper;
            key.add(c.value);
            ++letters;
            at += c.length;
        }
        Token& token = push(TokenKind::word, begin, at);
        if (first_upper) token.flags |= Token::capital;
        if (first_upper && all_upper && letters > 1) token.flags |= Token::all_caps;
        if (lexicon_ != nullptr) token.word = lexicon_->word(key.value());
        return at;
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
            if (token.kind == TokenKind::mark) {
                token.word = lexicon_->word(LexiconIndex::mark_key(token.mark));
                if ((token.mark == '-' || token.mark == '*' || token.mark == '+') && token.has(Token::line_start))
                    token.flags |= Token::bullet;
            }
        }
        for (std::size_t i = 0; i < tokens_.size(); ++i)
            if (tokens_[i].word != 0) tokens_[i].classes = lexicon_->classes_at(all.subspan(i));
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
