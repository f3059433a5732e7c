// SPDX-License-Identifier: BSL-1.0
/// @file
/// A text tokenised with a lexicon, for tests of single rules.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tongket/grammar/terminals.hpp>
#include <tongket/lexicon.hpp>

#include "tokens/tokens.hpp"

namespace tongket::test {

[[nodiscard]] inline const grammar::LexiconIndex& builtin_index() {
    static const grammar::LexiconIndex index(read_lexicon(builtin_lexicon()));
    return index;
}

/// Owns what its stream views.
struct Tokenized {
    std::string text;
    std::vector<grammar::PackedToken> packed;
    grammar::TokenView tokens;
    grammar::TokenStream stream;

    explicit Tokenized(std::string words, const grammar::LexiconIndex& index = builtin_index())
        : text(std::move(words)),
          packed(tokenize(text, &index)),
          tokens(packed, &index),
          stream{text, tokens, &index} {}
    Tokenized(const Tokenized&) = delete;
    Tokenized& operator=(const Tokenized&) = delete;

    /// Runs a rule at the first token.
    /// @returns the words that it took; nothing where it failed
    template <class Rule, class Attribute>
    [[nodiscard]] std::string take(const Rule& rule, Attribute& attribute) const {
        const std::size_t end = grammar::parse_at(stream, 0, rule, attribute);
        return words(0, end);
    }
    template <class Rule>
    [[nodiscard]] std::string take(const Rule& rule) const {
        boost::spirit::x3::unused_type unused;
        return take(rule, unused);
    }

    [[nodiscard]] std::string words(std::size_t first, std::size_t last) const {
        if (first >= last) return {};
        return text.substr(tokens[first].begin, tokens[last - 1].end() - tokens[first].begin);
    }
};

}  // namespace tongket::test
