// SPDX-License-Identifier: BSL-1.0
#include "tokens/tokens.hpp"

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
using grammar::PackedToken;
using grammar::Spelling;
using grammar::Token;
using grammar::TokenKind;
using grammar::TokenView;
using grammar::WordId;

enum class CharClass : std::uint8_t { blank, newline, letter, digit, mark };

struct CharInfo {
    CharClass char_class;
    char mark;  // of a mark: its ASCII form
};

constexpr CharInfo classify_ascii(char32_t c) noexcept {
    if (c == '\n' || c == '\r' || c == '\v' || c == '\f') return {CharClass::newline, 0};
    if (c <= ' ' || c == 0x7F) return {CharClass::blank, 0};
    if (c >= '0' && c <= '9') return {CharClass::digit, 0};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {CharClass::letter, 0};
    return {CharClass::mark, static_cast<char>(c)};
}

constexpr CharInfo classify(char32_t c) noexcept {
    if (c < 0x80) return classify_ascii(c);
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
    if (c == 0xF7) return {CharClass::mark, '-'};  // '3÷5 m' is a range
    if (c == 0xD7) return {CharClass::mark, '?'};
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
        case 0x2030:  // per mille
        case 0x20AB:  // đồng
        case 0x20AC:  // euro
        case 0x2248:  // about
        case 0x2264:  // at most
        case 0x2265:  // at least
            return {CharClass::letter, 0};
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
        return {CharClass::mark, c >= 0xE000 && c <= 0xF8FF ? '*' : '?'};
    return {CharClass::letter, 0};
}

// The same in one word, so that it is read with one load.
class CharBits {
  public:
    constexpr CharBits() = default;
    constexpr CharBits(CharInfo info, FoldedLetter letter) noexcept
        : bits_(static_cast<std::uint32_t>(info.char_class) | static_cast<std::uint32_t>(letter.tone) << 4U |
                (letter.upper ? upper_bit : 0U) | (is_small(letter) ? small_bit : 0U) |
                static_cast<std::uint32_t>(letter.base) << 16U |
                static_cast<std::uint32_t>(static_cast<unsigned char>(info.mark)) << 24U) {}

    [[nodiscard]] constexpr CharClass char_class() const noexcept { return static_cast<CharClass>(bits_ & 7U); }
    [[nodiscard]] constexpr bool is(CharClass c) const noexcept { return char_class() == c; }
    [[nodiscard]] constexpr char mark() const noexcept { return static_cast<char>(bits_ >> 24U); }
    [[nodiscard]] constexpr bool upper() const noexcept { return (bits_ & upper_bit) != 0; }
    [[nodiscard]] constexpr bool small() const noexcept { return (bits_ & small_bit) != 0; }
    /// As FoldedLetter::base and ::tone.
    [[nodiscard]] constexpr std::uint8_t base() const noexcept { return static_cast<std::uint8_t>(bits_ >> 16U); }
    [[nodiscard]] constexpr std::uint8_t tone() const noexcept { return bits_ >> 4U & 7U; }

  private:
    static constexpr std::uint32_t upper_bit = 1U << 8U, small_bit = 1U << 9U;
    std::uint32_t bits_ = 0;

    static constexpr bool is_small(FoldedLetter letter) noexcept {
        return letter.base != 0 && letter.base < grammar::first_digit_base && !letter.upper;
    }
};

// By the index of the folding table: the letters that Vietnamese text is made of.
constexpr auto common_chars = [] {
    std::array<CharBits, grammar::detail::fold_table_size> table{};
    for (char32_t c = 0; c < 0x1F00; ++c)
        if (const std::size_t at = grammar::detail::fold_index(c); at < table.size())
            table[at] = CharBits(classify(c), fold(c));
    return table;
}();

// A character as the tokeniser meets it.
struct Char {
    CharBits bits;
    std::uint32_t length;  // bytes
};

[[gnu::noinline]] Char read_rare_char(std::string_view text, std::size_t at) noexcept {
    const CodePoint c = decode(text, at);
    return {CharBits(classify(c.value), fold(c.value)), c.length};
}

// Reads the character at `at` of valid UTF-8; `at` is inside the text. Inlined by force: it is most of the tokeniser.
[[gnu::always_inline]] inline Char read_char(std::string_view text, std::size_t at) noexcept {
    const auto* const p = reinterpret_cast<const unsigned char*>(text.data()) + at;
    const unsigned lead = p[0];
    if (lead < 0x80) return {common_chars[lead], 1};
    if (lead == 0xE1 && (p[1] & 0xFCU) == 0xB8U)
        return {common_chars[0x250U + ((p[1] & 3U) << 6U | (p[2] & 0x3FU))], 3};
    if (lead < 0xC9) return {common_chars[(lead & 0x1FU) << 6U | (p[1] & 0x3FU)], 2};
    return read_rare_char(text, at);
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

class Tokenizer {
  public:
    Tokenizer(std::string_view text, const LexiconIndex* lexicon) : text_(text), lexicon_(lexicon) {}

    std::vector<PackedToken> run(std::size_t most_tokens) {
        tokens_.reserve(std::min(text_.size() / 5, most_tokens) + 16);  // as prose has
        left_ = most_tokens;
        std::size_t at = 0;
        while (at < text_.size() && left_ != 0) {
            if (text_[at] == ' ') {
                blank_ = true;
                ++at;
                continue;
            }
            if (const std::size_t end = known_word(at); end != at) {
                // Most words are known and have a blank behind them.
                blank_ = text_[end] == ' ';
                at = end + (blank_ ? 1 : 0);
                continue;
            }
            const auto [c, length] = read_char(text_, at);
            switch (c.char_class()) {
                case CharClass::blank:
                    blank_ = true;
                    at += length;
                    break;
                case CharClass::newline:
                    at = newline(at, length);
                    break;
                case CharClass::digit:
                    at = number(at);
                    break;
                case CharClass::letter:
                    at = word(at);
                    break;
                case CharClass::mark:
                    at = mark(at, length, c.mark());
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
    std::vector<PackedToken> tokens_;
    std::size_t left_ = 0;          // how many tokens there may still be
    std::uint32_t next_words_ = 0;  // that may go on the last token's phrases
    bool blank_ = false;
    bool line_start_ = true;

    static constexpr std::size_t longest_token = std::numeric_limits<std::uint16_t>::max();

    PackedToken& push(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags = 0,
                      std::uint32_t node = 0) {
        PackedToken token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.phrase = node & (PackedToken::most_nodes - 1);
        token.kind = kind;
        token.length = static_cast<std::uint16_t>(end - begin);
        token.flags = static_cast<std::uint8_t>(flags | (blank_ ? Token::space_before : 0) |
                                                (line_start_ ? Token::line_start : 0));
        blank_ = false;
        line_start_ = kind == TokenKind::newline;
        tokens_.push_back(token);
        --left_;
        return tokens_.back();
    }

    std::size_t newline(std::size_t at, std::size_t length) {
        // A run of line breaks and blanks is one token: blank lines mean nothing here.
        std::size_t end = at + length, next = end;
        while (next < text_.size() && next - at < longest_token - 4) {
            const Char following = read_char(text_, next);
            if (!following.bits.is(CharClass::newline) && !following.bits.is(CharClass::blank)) break;
            next += following.length;
            if (following.bits.is(CharClass::newline)) end = next;
        }
        push(TokenKind::newline, at, end);
        next_words_ = 0;
        return end;
    }

    // One mark; a rule of the same mark ('-----') is one token.
    std::size_t mark(std::size_t at, std::size_t length, char ascii) {
        constexpr std::size_t rule_length = 4;
        std::size_t end = at + length;
        if (end < text_.size() && text_[end] == text_[at]) {
            const std::string_view one = text_.substr(at, length);
            std::size_t count = 1;
            while (text_.substr(end, length) == one && end - at < longest_token - 4) {
                end += length;
                ++count;
            }
            if (count < rule_length) end = at + length;
        }
        PackedToken& token = push(TokenKind::mark, at, end);
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
        PackedToken& token = push(TokenKind::number, at, end);
        if (lexicon_ == nullptr) return end;
        set_word(token, token.length <= 6 ? lexicon_->word(token_key(text_, token)) : LexiconIndex::Word{});
        return end;
    }

    // A word in a spelling that the lexicon knows and that surely ends there; else nothing.
    std::size_t known_word(std::size_t at) {
        if (lexicon_ == nullptr || text_.size() - at <= Spelling::longest) return at;
        const grammar::Spelled spelled = grammar::spell(text_.substr(at));
        const std::size_t end = at + spelled.length;
        // Digits and apostrophes may go on a word.
        if (spelled.length == 0 || is_digit(text_[end]) || text_[end] == '\'') return at;
        const LexiconIndex::SpelledWord* const known = lexicon_->spelled(spelled.spelling);
        if (known == nullptr) return at;
        push(TokenKind::word, at, end, known->flags, known->node);
        note_following(known->id);
        next_words_ = known->next_words;
        return end;
    }

    // Letters, digits after the first letter, and apostrophes between letters (K'đăm). A small letter directly before
    // a capital that opens a sentence word ('GiangNgày') splits: pages glue captions to paragraphs.
    std::size_t word(std::size_t begin) {
        const std::string_view text = text_;
        const std::size_t limit = std::min(text.size(), begin + longest_token - 8);
        grammar::WordKey key;
        const bool first_upper = read_char(text, begin).bits.upper();
        bool any_small = false, previous_small = false;
        std::size_t at = begin, last_length = 0;
        while (at < limit) {
            const auto [c, length] = read_char(text, at);
            if (c.is(CharClass::letter)) [[likely]] {
                if (c.upper() && previous_small && opens_sentence(at)) break;
            } else if (c.is(CharClass::mark) && c.mark() == '\'' && at > begin) {
                const std::size_t next = at + length;
                if (next >= text.size() || !read_char(text, next).bits.is(CharClass::letter)) break;
                at = next;
                continue;
            } else if (!c.is(CharClass::digit) || last_length > 1) {
                // 'số942/QĐ': a digit glued to a Vietnamese letter begins a number; 'km2' is a word.
                break;
            }
            previous_small = c.small();
            any_small |= previous_small;
            if (c.base() != 0) [[likely]]
                key.add(c.base(), c.tone());
            else
                key.add(decode(text, at).value);
            last_length = length;
            at += length;
        }
        PackedToken& token = push(TokenKind::word, begin, at);
        if (first_upper) {
            token.flags |= Token::capital;
            if (!any_small && at - begin > read_char(text, begin).length) token.flags |= Token::all_caps;
        }
        if (lexicon_ != nullptr) set_word(token, lexicon_->word(key.value()));
        return at;
    }

    void set_word(PackedToken& token, const LexiconIndex::Word& word) noexcept {
        token.phrase = word.node & (PackedToken::most_nodes - 1);
        note_following(word.id);
        next_words_ = lexicon_->next_words(word.node);
    }
    // Marks the token before the last where the last may go on one of its phrases.
    void note_following(WordId word) noexcept {
        if ((next_words_ & LexiconIndex::next_word_bit(word)) != 0)
            tokens_[tokens_.size() - 2].flags |= Token::goes_on;
    }

    bool opens_sentence(std::size_t at) const noexcept {
        const std::string_view rest = text_.substr(at);
        for (const std::string_view opener : {"Ngày", "Sáng", "Chiều", "Tối", "Vừa", "Trong", "Năm"})
            if (rest.starts_with(opener) && rest.size() > opener.size())
                return read_char(rest, opener.size()).bits.is(CharClass::blank);
        return false;
    }

    void look_up() {
        const TokenView all(tokens_, lexicon_);
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            PackedToken& token = tokens_[i];
            if (!token.has(Token::goes_on)) continue;
            const LexiconIndex::Reach reach = lexicon_->reach(all.subspan(i));
            token.phrase = reach.node & (PackedToken::most_nodes - 1);
            if (reach.dashed) token.flags |= Token::dashed;
        }
    }
};

}  // namespace

std::vector<PackedToken> tokenize(std::string_view text, const LexiconIndex* lexicon, std::size_t most_tokens) {
    return Tokenizer(text, lexicon).run(most_tokens);
}

std::uint64_t token_key(std::string_view text, const PackedToken& token) noexcept {
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
