// SPDX-License-Identifier: BSL-1.0
#include "meeting/day.hpp"

namespace tongket {
namespace {

// 'Quyết định số ... ngày ...' dates a document.
bool belongs_to_document(const Islands& islands, std::size_t at) {
    const auto next = islands.citations.from(at + 1);
    if (next == islands.citations.begin()) return false;
    const grammar::CitationExpression& before = std::prev(next)->citation;
    return before.date && at <= before.last;
}

// 'trong hai ngày 10 và 11/1/2006': the conference was held from the first.
grammar::DayExpression first_of_days(const Document& document, grammar::DayExpression day, std::size_t at) {
    constexpr std::size_t most_digits = 2;
    if (at < 2 || document.token(at - 2).kind != TokenKind::number || document.token(at - 2).length > most_digits)
        return day;
    const Token between = document.token(at - 1);
    if (!between.is_word(Keyword::va) && !between.is_mark('-') && !between.is_mark(',') &&
        !between.is_word(Keyword::den))
        return day;
    const auto first = grammar::read_number(document.text_of(at - 2)).value;
    if (first && *first < Decimal(day.day)) day.day = static_cast<int>(first->to_double());
    return day;
}

// 'Sáng nay, 12/01': the part of the day stands up to two words before.
std::optional<DayPart> part_before(const Document& document, std::size_t at) {
    constexpr std::size_t reach = 2;
    for (std::size_t back = 1; back <= reach && back <= at; ++back) {
        const Token t = document.token(at - back);
        if (t.is_word(Keyword::sang)) return DayPart::morning;
        if (t.is_word(Keyword::chieu)) return DayPart::afternoon;
        if (t.is_word(Keyword::toi)) return DayPart::evening;
    }
    return std::nullopt;
}

// A day without a year takes that of publication, failing that of the planned period (docs/data-model.md).
std::optional<Date> with_year(const grammar::DayExpression& day, const Outline& outline,
                              const std::optional<Published>& published) {
    if (day.year != 0) return day.resolve(std::nullopt);
    if (published) {
        auto date = day.resolve(published->date.year);
        // A conference of December told in January.
        if (date && *date > published->date && published->date.month <= 2 && day.month >= 11)
            date = day.resolve(published->date.year - 1);
        return date;
    }
    if (outline.plans) {
        int year = outline.plans->year;
        // A year is planned in its January or in the December before it.
        if (outline.plans->kind == Period::Kind::year && day.month >= 10) --year;
        return day.resolve(year);
    }
    if (outline.reviews)
        return day.resolve(outline.reviews->year +
                           (outline.reviews->kind == Period::Kind::year && day.month <= 6 ? 1 : 0));
    return std::nullopt;
}

}  // namespace

HeldOn find_day(const Document& document, const Islands& islands, std::span<const TokenRange> opening,
                const Outline& outline, const std::optional<Published>& published) {
    constexpr std::size_t near_the_start = 6;  // where a day needs no introduction
    HeldOn held;
    for (const TokenRange& range : opening)
        for (const PeriodMention& mention : islands.periods.in(range)) {
            if (!mention.day) continue;
            if (!mention.day->introduced && mention.range.first > range.first + near_the_start) continue;
            if (belongs_to_document(islands, mention.range.first)) continue;
            held.part = mention.day->day_part;
            if (!held.part && mention.range.first > range.first)
                held.part = part_before(document, mention.range.first);
            held.date = with_year(first_of_days(document, *mention.day, mention.range.first), outline, published);
            if (held.date) return held;
        }
    return held;
}

}  // namespace tongket
