// SPDX-License-Identifier: BSL-1.0
// Instantiates the grammars once, so that no other source pays for Spirit.
#include "islands/islands.hpp"

#include <algorithm>

namespace tongket {

using grammar::parse_at;
using grammar::TokenStream;

std::size_t match_day(const TokenStream& stream, std::size_t at, grammar::DayExpression& day) {
    return parse_at(stream, at, grammar::day_rule, day);
}

std::size_t match_days(const TokenStream& stream, std::size_t at, grammar::DaysExpression& days) {
    return parse_at(stream, at, grammar::days_rule, days);
}

std::size_t match_period(const TokenStream& stream, std::size_t at, grammar::PeriodExpression& period) {
    return parse_at(stream, at, grammar::period_rule, period);
}

std::size_t match_several_times(const TokenStream& stream, std::size_t at, grammar::PeriodExpression& period) {
    return parse_at(stream, at, grammar::several_times_rule, period);
}

std::size_t match_period_phrase(const TokenStream& stream, std::size_t at, grammar::PeriodExpression& period) {
    return parse_at(stream, at, grammar::period_phrase_rule, period);
}

namespace {

// What stands near a number, so that only the grammars that can match are tried.
struct Joints {
    bool dash = false;   // of a range: '-', 'đến'
    bool slash = false;  // of a ratio: '/', 'trong', 'trên', 'phần'
};

Joints joints_near(const TokenStream& stream, std::size_t at) {
    // No amount is longer, qualifier and scale words included.
    constexpr std::size_t longest_amount = 24;
    Joints joints;
    const std::size_t end = std::min(stream.tokens.size(), at + longest_amount);
    for (std::size_t i = at; i < end; ++i) {
        const grammar::Token token = stream.tokens[i];
        if (token.kind == grammar::TokenKind::newline || token.kind == grammar::TokenKind::end) break;
        if (token.kind == grammar::TokenKind::mark && token.mark != '-' && token.mark != '/' && token.mark != '%')
            break;
        joints.dash |=
            token.is_mark('-') || token.is_word(grammar::Keyword::den) || token.is_word(grammar::Keyword::coming);
        joints.slash |= token.is_mark('/') || token.is_word(grammar::Keyword::trong) ||
                        token.is_word(grammar::Keyword::phan) || (i > at && token.is_word(grammar::Keyword::tren));
    }
    return joints;
}

// Whether a number word stands here, or behind the words that may open a range.
bool starts_in_words(const TokenStream& stream, std::size_t at) {
    constexpr std::size_t longest_opening = 3;
    for (std::size_t i = at; i < at + longest_opening && stream.tokens[i].kind == grammar::TokenKind::word; ++i) {
        if (stream.tokens[i].starts(grammar::LexiconClass::number_word)) return true;
        if (!stream.tokens[i].starts(grammar::LexiconClass::approximator) &&
            !stream.tokens[i].is_word(grammar::Keyword::tu))
            return false;
    }
    return false;
}

// 'hơn một nửa số xã', 'quá nửa số hộ'.
bool opens_half(const TokenStream& stream, std::size_t at) {
    const grammar::PhraseMatch found = stream.match(at, grammar::LexiconClass::approximator);
    return found && stream.tokens[at + found.length].starts(grammar::LexiconClass::number_part);
}

template <class Rule>
std::size_t attempt(const TokenStream& stream, std::size_t at, const Rule& rule,
                    grammar::QuantityExpression& quantity) {
    grammar::QuantityExpression result;
    const std::size_t end = parse_at(stream, at, rule, result);
    if (end == at) return at;
    result.first = at;
    result.last = end;
    quantity = result;
    return end;
}

}  // namespace

std::size_t match_quantity(const TokenStream& stream, std::size_t at, grammar::QuantityExpression& quantity) {
    const grammar::Token first = stream.tokens[at];
    if (first.is_word(grammar::Keyword::thu) || first.is_word(grammar::Keyword::hang))
        if (const std::size_t end = attempt(stream, at, grammar::rank_rule, quantity); end != at) return end;
    if (first.starts(grammar::LexiconClass::number_part) || opens_half(stream, at))
        if (const std::size_t end = attempt(stream, at, grammar::half_rule, quantity); end != at) return end;
    const Joints joints = joints_near(stream, at);
    if (joints.dash)
        if (const std::size_t end = attempt(stream, at, grammar::range_rule, quantity); end != at) return end;
    if (starts_in_words(stream, at))
        if (const std::size_t end = attempt(stream, at, grammar::worded_range_rule, quantity); end != at) return end;
    if (joints.slash)
        if (const std::size_t end = attempt(stream, at, grammar::ratio_rule, quantity); end != at) return end;
    return match_plain_quantity(stream, at, quantity);
}

std::size_t match_plain_quantity(const TokenStream& stream, std::size_t at, grammar::QuantityExpression& quantity) {
    return attempt(stream, at, grammar::plain_quantity_rule, quantity);
}

std::size_t match_person(const TokenStream& stream, std::size_t at, grammar::PersonExpression& person) {
    grammar::PersonExpression result;
    const std::size_t end = parse_at(stream, at, grammar::person_rule, result);
    if (end == at) return at;
    result.last = end;
    person = std::move(result);
    return end;
}

std::size_t match_citation(const TokenStream& stream, std::size_t at, grammar::CitationExpression& citation) {
    grammar::CitationExpression result;
    const std::size_t end = parse_at(stream, at, grammar::citation_rule, result);
    if (end == at) return at;
    result.last = end;
    citation = result;
    return end;
}

std::size_t match_agency(const TokenStream& stream, std::size_t at, grammar::Phrase& agency) {
    return parse_at(stream, at, grammar::agency_rule, agency);
}

std::size_t match_issuer(const TokenStream& stream, std::size_t at, grammar::Phrase& issuer) {
    return parse_at(stream, at, grammar::IssuerParser{}, issuer);
}

std::size_t match_position(const TokenStream& stream, std::size_t at, grammar::PositionExpression& position) {
    return parse_at(stream, at, grammar::PositionParser{}, position);
}

}  // namespace tongket
