// SPDX-License-Identifier: BSL-1.0
/// @file
/// Islands: the dates, periods, quantities, persons and citations of a page, each found by its grammar where a token
/// of the right class stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <tongket/grammar/citation.hpp>
#include <tongket/grammar/date.hpp>
#include <tongket/grammar/period.hpp>
#include <tongket/grammar/person.hpp>
#include <tongket/grammar/quantity.hpp>

#include "islands/mentions.hpp"
#include "islands/work.hpp"
#include "page/document.hpp"

namespace tongket {

struct PeriodMention {
    TokenRange range;
    grammar::PeriodExpression period;
    std::optional<grammar::DayExpression> day;  ///< where it is a day; of several days the first
};

struct QuantityMention {
    TokenRange range;  ///< from the qualifier to the end of unit or noun
    grammar::QuantityExpression quantity;
    bool ranked = false;                            ///< a rank by the verb before it: 'xếp 22/63 tỉnh'
    std::optional<grammar::UnitWords> shared_unit;  ///< of the last in a list: `11, 179 và 169 chương trình`
    std::optional<std::size_t> rises_to;  ///< the token behind `lên` or `xuống` of `từ 8.000 lên 10.000 người`
};

struct PersonMention {
    TokenRange range;
    grammar::PersonExpression person;  ///< the name is empty for a mention by office alone
    bool listed = false;               ///< in a list that one honorific opens
};

struct CitationMention {
    TokenRange range;  ///< from the type's word to the end of the number
    grammar::CitationExpression citation;
};

/// Figures in an unbroken list that is longer than any that is read.
struct UnreadFigures {
    TokenRange range;
    std::size_t count = 0;
};

/// A number that has no value, and why.
struct NumberDoubt {
    enum class Kind : std::uint8_t {
        malformed,  ///< `12.34,56`
        unread,     ///< its words and digits are no number as a whole
        reversed    ///< a range whose upper end is below the lower
    };
    Kind kind = Kind::unread;
    TokenRange range;
};

struct Islands {
    Mentions<PeriodMention> periods;
    Mentions<QuantityMention> quantities;
    Mentions<PersonMention> persons;
    Mentions<CitationMention> citations;
    Mentions<UnreadFigures> unread_figures;
    std::vector<NumberDoubt> doubts;  ///< in order of their place
    std::size_t looked_to = 0;        ///< the token up to which they were looked for
};

/// Finds all islands in one pass; each kind in order of its place. Time is linear in the tokens.
/// @param budget  each place where a grammar is tried costs eight units; where it is used up, the rest has no islands
[[nodiscard]] Islands find_islands(const Document& document, WorkBudget& budget);
/// Without a bound.
[[nodiscard]] Islands find_islands(const Document& document);

/// The grammar entry points, for islands and for the single-concept parsers. Each returns the index after the match,
/// or `at` where its grammar does not match.
std::size_t match_day(const grammar::TokenStream& stream, std::size_t at, grammar::DayExpression& day);
std::size_t match_days(const grammar::TokenStream& stream, std::size_t at, grammar::DaysExpression& days);
std::size_t match_period(const grammar::TokenStream& stream, std::size_t at, grammar::PeriodExpression& period);
std::size_t match_several_times(const grammar::TokenStream& stream, std::size_t at,
                                grammar::PeriodExpression& period);
std::size_t match_period_phrase(const grammar::TokenStream& stream, std::size_t at,
                                grammar::PeriodExpression& period);
std::size_t match_quantity(const grammar::TokenStream& stream, std::size_t at, grammar::QuantityExpression& quantity);
/// Without ranges and ratios.
std::size_t match_plain_quantity(const grammar::TokenStream& stream, std::size_t at,
                                 grammar::QuantityExpression& quantity);
std::size_t match_person(const grammar::TokenStream& stream, std::size_t at, grammar::PersonExpression& person);
std::size_t match_citation(const grammar::TokenStream& stream, std::size_t at, grammar::CitationExpression& citation);
std::size_t match_agency(const grammar::TokenStream& stream, std::size_t at, grammar::Phrase& agency);
std::size_t match_issuer(const grammar::TokenStream& stream, std::size_t at, grammar::Phrase& issuer);
std::size_t match_position(const grammar::TokenStream& stream, std::size_t at, grammar::PositionExpression& position);

}  // namespace tongket
