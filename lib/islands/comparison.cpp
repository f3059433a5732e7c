// SPDX-License-Identifier: BSL-1.0
#include "islands/comparison.hpp"

#include <algorithm>

#include "islands/islands.hpp"

namespace tongket {
namespace {

// Whether a comparison stands behind a figure, in its phrase: 'so với cùng kỳ', or at once 'kế hoạch'.
bool compared_behind(const Document& document, std::size_t end) {
    constexpr std::size_t reach = 8;
    for (std::size_t t = end; t < std::min(document.size(), end + reach); ++t) {
        const Token token = document.token(t);
        if (token.kind != TokenKind::word) return false;
        if (token.starts(LexiconClass::baseline))
            return t == end || document.match(t, LexiconClass::baseline).length > 1;
    }
    return false;
}

bool reaches_far(const grammar::QuantityExpression& q) {
    if (!q.unit || q.unit->payload == nullptr) return false;
    const std::string_view kind = q.unit->payload->attribute("kind");
    return kind == "length" || kind == "other";
}

// The verb of change at a token; length 0 where none is.
PhraseMatch verb_of_change(const Document& document, std::size_t at) {
    const PhraseMatch up = document.match(at, LexiconClass::increase);
    return up ? up : document.match(at, LexiconClass::decrease);
}

}  // namespace

bool approximator_is_verbs(const Document& document, const grammar::QuantityExpression& quantity, std::size_t end) {
    if (quantity.approximator == nullptr) return false;
    const std::size_t at = quantity.approximator_first;
    for (std::size_t back = 0; back <= std::min<std::size_t>(at, 1); ++back) {
        const PhraseMatch verb = verb_of_change(document, at - back);
        if (verb.length <= back) continue;
        if (verb.value() == lexicon_values::compare_verb) return true;
        if (verb.value() == lexicon_values::extent_verb)
            return !reaches_far(quantity) || compared_behind(document, end);
        if (verb.value() == lexicon_values::limit_verb) return compared_behind(document, end);
    }
    return false;
}

std::optional<std::size_t> second_level(const Document& document, std::size_t amount, std::size_t end) {
    constexpr grammar::KeywordSet level_words{Keyword::len, Keyword::xuong, Keyword::still};
    if (amount == 0 || !document.token(amount - 1).is_word(Keyword::tu)) return std::nullopt;
    grammar::PeriodExpression period;
    std::size_t t = match_period(document.stream(), end, period);
    if (const PhraseMatch verb = verb_of_change(document, t)) t += verb.length;
    if (!level_words.contains(document.token(t).word)) return std::nullopt;
    while (level_words.contains(document.token(t).word)) ++t;  // 'xuống còn'
    const Token token = document.token(t);
    if (token.kind == TokenKind::number || token.starts(LexiconClass::approximator)) return t;
    return std::nullopt;
}

}  // namespace tongket
