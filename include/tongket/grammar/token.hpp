// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tokens, and the iterator over them that the grammars parse.
#pragma once

#include <boost/iterator/iterator_facade.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tongket/grammar/lexicon_index.hpp>

namespace tongket::grammar {

enum class TokenKind : std::uint8_t {
    word,     ///< letters, maybe with digits after the first
    number,   ///< digits with separators between them: `487.362`, `3,5`
    mark,     ///< one punctuation mark or symbol
    newline,  ///< one line break of any kind
    end       ///< the last token of every stream
};

/// A token: small, trivially copyable, in terms of the normalised text.
struct Token {
    enum Flag : std::uint8_t {
        space_before = 1,
        capital = 2,     ///< begins with a capital letter
        all_caps = 4,    ///< two letters or more, all capitals
        line_start = 8,  ///< the first of its line
        bullet = 16,     ///< a mark that opens a list item
        dashed = 32,     ///< its phrases pass over a dash
        goes_on = 64     ///< the next word may go on one of its phrases
    };

    ClassSet classes = 0;      ///< the classes of all lexicon phrases that start here
    std::uint32_t begin = 0;   ///< byte offset in the normalised text
    std::uint32_t phrase = 0;  ///< the lexicon's deepest node from here
    std::uint16_t length = 0;  ///< bytes
    WordId word = 0;           ///< id in the lexicon's vocabulary, 0 for words that it does not know
    TokenKind kind = TokenKind::end;
    std::uint8_t flags = 0;
    char mark =
        0;  ///< of a mark: its ASCII form (every dash `-`, double quote `"`, bullet `*`, ellipsis `~`), or `?`

    [[nodiscard]] constexpr std::uint32_t end() const noexcept { return begin + length; }
    [[nodiscard]] constexpr bool has(Flag flag) const noexcept { return (flags & flag) != 0; }
    [[nodiscard]] constexpr bool starts(LexiconClass c) const noexcept { return (classes & class_bit(c)) != 0; }
    [[nodiscard]] constexpr bool is_mark(char c) const noexcept { return kind == TokenKind::mark && mark == c; }
    [[nodiscard]] constexpr bool is_word(Keyword k) const noexcept { return word == static_cast<WordId>(k); }
};
static_assert(sizeof(Token) <= 24);

/// A tokenised text: what the grammars need to see. Does not own its parts.
struct TokenStream {
    std::string_view text;          ///< normalised
    std::span<const Token> tokens;  ///< the last is an `end` token
    const LexiconIndex* lexicon = nullptr;

    [[nodiscard]] std::string_view text_of(const Token& token) const noexcept {
        return text.substr(token.begin, token.length);
    }
    /// The longest phrase of a class at token `at`; length 0 where none is.
    [[nodiscard]] PhraseMatch match(std::size_t at, LexiconClass c) const noexcept {
        const Token& token = tokens[at];
        if (!token.starts(c)) return {};
        return token.has(Token::dashed) ? lexicon->match(tokens.subspan(at), c) : lexicon->match_to(token.phrase, c);
    }
};

/// Random access over a stream's tokens, carrying the stream along so that parsers see text and lexicon.
class TokenIterator : public boost::iterator_facade<TokenIterator, const Token, boost::random_access_traversal_tag> {
  public:
    TokenIterator() = default;
    TokenIterator(const TokenStream& stream, std::size_t at) noexcept : stream_(&stream), at_(at) {}

    [[nodiscard]] const TokenStream& stream() const noexcept { return *stream_; }
    [[nodiscard]] std::size_t index() const noexcept { return at_; }

  private:
    friend class boost::iterator_core_access;
    const TokenStream* stream_ = nullptr;
    std::size_t at_ = 0;

    const Token& dereference() const noexcept { return stream_->tokens[at_]; }
    bool equal(const TokenIterator& other) const noexcept { return at_ == other.at_; }
    void increment() noexcept { ++at_; }
    void decrement() noexcept { --at_; }
    void advance(std::ptrdiff_t n) noexcept { at_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at_) + n); }
    std::ptrdiff_t distance_to(const TokenIterator& other) const noexcept {
        return static_cast<std::ptrdiff_t>(other.at_) - static_cast<std::ptrdiff_t>(at_);
    }
};

}  // namespace tongket::grammar
