// SPDX-License-Identifier: BSL-1.0
/// @file
/// X3 terminals over tokens: what the grammars are built from.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tongket/grammar/token.hpp>

namespace tongket::grammar {

namespace x3 = boost::spirit::x3;

/// A lexicon phrase found at a token.
struct Phrase {
    const Payload* payload = nullptr;
    std::size_t first = 0;   ///< index of its first token
    std::size_t length = 0;  ///< tokens
};

/// Matches one token that passes `Test(token)`; no attribute.
template <class Test>
struct TokenTerminal : x3::parser<TokenTerminal<Test>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    Test test;

    constexpr explicit TokenTerminal(Test t) : test(t) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&, Attribute&) const {
        if (first == last || !test(*first)) return false;
        ++first;
        return true;
    }
};

/// Matches one token that passes `Test(token)`; the attribute is its index.
template <class Test>
struct IndexedTerminal : x3::parser<IndexedTerminal<Test>> {
    using attribute_type = std::size_t;
    static constexpr bool has_attribute = true;
    Test test;

    constexpr explicit IndexedTerminal(Test t) : test(t) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        if (first == last || !test(*first)) return false;
        x3::traits::move_to(first.index(), attribute);
        ++first;
        return true;
    }
};

/// Succeeds without moving where the token here passes `Test(token)`.
template <class Test>
struct HereTerminal : x3::parser<HereTerminal<Test>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    Test test;

    constexpr explicit HereTerminal(Test t) : test(t) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&, Attribute&) const {
        return first != last && test(*first);
    }
};

/// Matches the longest lexicon phrase of a class; the attribute is a `Phrase`.
struct PhraseTerminal : x3::parser<PhraseTerminal> {
    using attribute_type = Phrase;
    static constexpr bool has_attribute = true;
    LexiconClass word_class;

    constexpr explicit PhraseTerminal(LexiconClass c) : word_class(c) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        if (first == last) return false;
        const PhraseMatch found = first.stream().match(first.index(), word_class);
        if (!found || static_cast<std::ptrdiff_t>(found.length) > last - first) return false;
        x3::traits::move_to(Phrase{found.payload, first.index(), found.length}, attribute);
        first += static_cast<std::ptrdiff_t>(found.length);
        return true;
    }
};

/// Matches a number token of at most `max_digits` digits without separators; the attribute is its value.
struct SmallInteger : x3::parser<SmallInteger> {
    using attribute_type = int;
    static constexpr bool has_attribute = true;
    std::size_t min_digits;
    std::size_t max_digits;

    constexpr SmallInteger(std::size_t least, std::size_t most) : min_digits(least), max_digits(most) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        if (first == last || first->kind != TokenKind::number || first->length < min_digits ||
            first->length > max_digits)
            return false;
        int value = 0;
        for (const char c : first.stream().text_of(*first)) {
            if (c < '0' || c > '9') return false;
            value = value * 10 + (c - '0');
        }
        x3::traits::move_to(value, attribute);
        ++first;
        return true;
    }
};

/// One punctuation mark, by its ASCII form.
[[nodiscard]] constexpr auto mark(char c) {
    return TokenTerminal([c](const Token& t) { return t.is_mark(c); });
}
/// One keyword.
[[nodiscard]] constexpr auto word(Keyword k) {
    return TokenTerminal([k](const Token& t) { return t.is_word(k); });
}
/// The longest phrase of a lexicon class.
[[nodiscard]] constexpr PhraseTerminal phrase(LexiconClass c) { return PhraseTerminal(c); }
/// No blank before the next token.
inline constexpr auto tight = HereTerminal([](const Token& t) { return !t.has(Token::space_before); });
/// Any number token; the attribute is its index.
inline constexpr auto number_token = IndexedTerminal([](const Token& t) { return t.kind == TokenKind::number; });
/// One or two digits: a day, a month, an hour.
inline constexpr SmallInteger two_digits{1, 2};
/// A year of four digits.
inline constexpr SmallInteger four_digits{4, 4};

/// Runs `parser` at token `at` of a stream. Nothing matches at its last token or behind it, nor in a stream without
/// tokens.
/// @returns the index of the token after the match, or `at` where the parser failed
template <class Parser, class Attribute>
[[nodiscard]] std::size_t parse_at(const TokenStream& stream, std::size_t at, const Parser& parser,
                                   Attribute& attribute) {
    if (at >= stream.tokens.size()) return at;
    TokenIterator first(stream, at);
    const TokenIterator last(stream, stream.tokens.size() - 1);
    return x3::parse(first, last, parser, attribute) ? first.index() : at;
}

}  // namespace tongket::grammar
