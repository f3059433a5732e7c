// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tokens, and the iterator over them that the grammars parse.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
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

/// A token in terms of the normalised text, as a `TokenView` gives it.
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

/// What is kept of a token: the lexicon's node says the rest. Small, for a page has one for every five bytes and all
/// of them are kept until it is read.
struct PackedToken {
    /// Nodes that a token can tell apart.
    static constexpr std::uint32_t most_nodes = 1U << 24U;

    std::uint32_t begin = 0;        ///< as those of `Token`
    std::uint32_t phrase : 24 = 0;  ///< likewise
    TokenKind kind : 8 = TokenKind::end;
    std::uint16_t length = 0;
    std::uint8_t flags = 0;
    char mark = 0;

    /// One past its last byte.
    [[nodiscard]] constexpr std::uint32_t end() const noexcept { return begin + length; }
    /// As `Token::has`.
    [[nodiscard]] constexpr bool has(Token::Flag flag) const noexcept { return (flags & flag) != 0; }
};
static_assert(sizeof(PackedToken) == 12);

/// A range of tokens, read with the lexicon that they were looked up in. Does not own its parts.
class TokenView {
  public:
    TokenView() = default;
    /// @param lexicon  that the tokens were looked up in; null, and only then, where they were not: then none has a
    /// word
    ///                 id or classes
    TokenView(std::span<const PackedToken> tokens, const LexiconIndex* lexicon) noexcept
        : tokens_(tokens), facts_(lexicon == nullptr ? NodeFacts{} : lexicon->node_facts()) {}

    /// Number of tokens.
    [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
    /// The token at an index below `size()`. Inlined by force: only those of its parts are read that are asked for.
    [[nodiscard, gnu::always_inline]] Token operator[](std::size_t at) const noexcept {
        const PackedToken& token = tokens_[at];
        return {facts_.classes[token.phrase], token.begin, token.phrase, token.length,
                facts_.words[token.phrase],   token.kind,  token.flags,  token.mark};
    }
    /// The tokens from `at` on, `count` of them or all.
    [[nodiscard]] TokenView subspan(std::size_t at, std::size_t count = std::dynamic_extent) const noexcept {
        return {tokens_.subspan(at, count), facts_};
    }

    /// For loops over all tokens.
    class Iterator {
      public:
        Iterator(const TokenView& view, std::size_t at) noexcept : view_(&view), at_(at) {}
        [[nodiscard]] Token operator*() const noexcept { return (*view_)[at_]; }
        Iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        [[nodiscard]] bool operator==(const Iterator& other) const noexcept { return at_ == other.at_; }

      private:
        const TokenView* view_;
        std::size_t at_;
    };
    [[nodiscard]] Iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] Iterator end() const noexcept { return {*this, size()}; }

  private:
    std::span<const PackedToken> tokens_;
    NodeFacts facts_;

    TokenView(std::span<const PackedToken> tokens, NodeFacts facts) noexcept : tokens_(tokens), facts_(facts) {}
};

/// A tokenised text: what the grammars need to see. Does not own its parts.
struct TokenStream {
    std::string_view text;  ///< normalised
    TokenView tokens;       ///< the last is an `end` token
    const LexiconIndex* lexicon = nullptr;

    [[nodiscard]] std::string_view text_of(const Token& token) const noexcept {
        return text.substr(token.begin, token.length);
    }
    /// The longest phrase of a class at token `at`; length 0 where none is.
    [[nodiscard]] PhraseMatch match(std::size_t at, LexiconClass c) const noexcept {
        const Token token = tokens[at];
        if (!token.starts(c)) return {};
        return token.has(Token::dashed) ? lexicon->match(tokens.subspan(at), c) : lexicon->match_to(token.phrase, c);
    }
};

/// Goes over a stream's tokens, carrying the stream along so that parsers see text and lexicon: a forward iterator
/// that can also take steps of any length and tell distances. Tokens come by value.
class TokenIterator {
    // What `->` needs to point into.
    struct Arrow {
        Token token;
        [[nodiscard]] const Token* operator->() const noexcept { return &token; }
    };

  public:
    using iterator_category = std::forward_iterator_tag;  // X3 asks for it
    using value_type = Token;
    using difference_type = std::ptrdiff_t;
    using pointer = Arrow;
    using reference = Token;

    TokenIterator() = default;
    TokenIterator(const TokenStream& stream, std::size_t at) noexcept : stream_(&stream), at_(at) {}

    [[nodiscard]] const TokenStream& stream() const noexcept { return *stream_; }
    [[nodiscard]] std::size_t index() const noexcept { return at_; }

    [[nodiscard, gnu::always_inline]] Token operator*() const noexcept { return stream_->tokens[at_]; }
    [[nodiscard, gnu::always_inline]] Arrow operator->() const noexcept { return {stream_->tokens[at_]}; }
    TokenIterator& operator++() noexcept {
        ++at_;
        return *this;
    }
    TokenIterator operator++(int) noexcept { return {*stream_, at_++}; }
    TokenIterator& operator+=(difference_type n) noexcept {
        at_ = static_cast<std::size_t>(static_cast<difference_type>(at_) + n);
        return *this;
    }
    [[nodiscard]] TokenIterator operator+(difference_type n) const noexcept { return TokenIterator(*this) += n; }
    [[nodiscard]] difference_type operator-(const TokenIterator& other) const noexcept {
        return static_cast<difference_type>(at_) - static_cast<difference_type>(other.at_);
    }
    [[nodiscard]] bool operator==(const TokenIterator& other) const noexcept { return at_ == other.at_; }

  private:
    const TokenStream* stream_ = nullptr;
    std::size_t at_ = 0;
};

}  // namespace tongket::grammar
