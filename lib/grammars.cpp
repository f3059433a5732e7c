// SPDX-License-Identifier: BSL-1.0
// Instantiates the grammars once, so that no other source pays for Spirit.
#include "islands.hpp"

namespace tongket {

using grammar::parse_at;
using grammar::TokenStream;

std::size_t match_day(const TokenStream& stream, std::size_t at, grammar::DayExpression& day) {
    return parse_at(stream, at, grammar::day_rule, day);
}

std::size_t match_period(const TokenStream& stream, std::size_t at, grammar::PeriodExpression& period) {
    return parse_at(stream, at, grammar::period_rule, period);
}

std::size_t match_period_phrase(const TokenStream& stream, std::size_t at, grammar::PeriodExpression& period) {
    return parse_at(stream, at, grammar::period_phrase_rule, period);
}

std::size_t match_quantity(const TokenStream& stream, std::size_t at, grammar::QuantityExpression& quantity) {
    const auto attempt = [&](const auto& rule) {
        grammar::QuantityExpression result;
        const std::size_t end = parse_at(stream, at, rule, result);
        if (end == at) return at;
        result.first = at;
        result.last = end;
        quantity = std::move(result);
        return end;
    };
    if (const std::size_t end = attempt(grammar::rank_rule); end != at) return end;
    if (const std::size_t end = attempt(grammar::range_rule); end != at) return end;
    if (const std::size_t end = attempt(grammar::ratio_rule); end != at) return end;
    return attempt(grammar::plain_quantity_rule);
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
    citation = std::move(result);
    return end;
}

std::size_t match_agency(const TokenStream& stream, std::size_t at, grammar::Phrase& agency) {
    return parse_at(stream, at, grammar::agency_rule, agency);
}

std::size_t match_position(const TokenStream& stream, std::size_t at, grammar::PositionExpression& position) {
    return parse_at(stream, at, grammar::PositionParser{}, position);
}

}  // namespace tongket
