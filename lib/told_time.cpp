// SPDX-License-Identifier: BSL-1.0
#include "told_time.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <vector>

namespace tongket {
namespace {

using grammar::KeywordSet;

bool parts_clause(const Token& token) {
    return token.is_mark(',') || token.is_mark(';') || token.is_mark(':') || token.is_word(Keyword::va);
}

bool is_modal(const Token& token) {
    constexpr KeywordSet modals{Keyword::se, Keyword::phai};
    return modals.contains(token.word);
}

// The end of what figures are told of: 'đến hết tháng 7/2019', 'từ 16/11/2016 đến 15/11/2017', 'quý I/2019'. Of a
// month or a quarter its first day: it may have been under way. A month alone may be that of an event.
std::optional<Date> told_until(const Document& document, const PeriodMention& mention) {
    constexpr KeywordSet until{Keyword::den, Keyword::het};
    const auto period = mention.period.resolve(std::nullopt);
    if (mention.period.year() != 0 && period && period->is_range())
        return period->last.kind == Period::Kind::day ? std::optional(period->last_day()) : std::nullopt;
    const std::size_t first = mention.range.first;
    const bool bound = first > 0 && until.contains(document.token(first - 1).word);
    if (mention.day) return bound ? mention.day->resolve(std::nullopt) : std::nullopt;
    if (mention.period.year() == 0 || !period || period->of_whole_years()) return std::nullopt;
    if (!bound && period->kind() == Period::Kind::month) return std::nullopt;
    return Date{period->last_day().year, period->last_day().month, 1};
}

// 'tình hình thực hiện nhiệm vụ', 'hoàn thành nhiệm vụ': the tasks are those of the past.
bool inside_review(const Document& document, std::size_t at) {
    constexpr std::size_t reach = 4;
    for (std::size_t back = 1; back <= std::min(reach, at); ++back)
        if (document.match_cue(at - back, Cue::achievements).length > back) return true;
    return false;
}

// 'đặt ra mục tiêu'; 'đạt mục tiêu' sets none.
bool sets_goal(const Document& document, std::size_t at) {
    const PhraseMatch goal = document.match_cue(at, Cue::goal);
    return goal && goal.payload->attribute("noun") != "1";
}

// Figures are told until a day of the last year that the page speaks of, or soon after it: 'thẻ có giá trị đến ngày
// 31/12/2019' on a page about 2017 dates nothing.
bool closes_year(const Date& until, int last_year) {
    constexpr int first_quarter = 3;  // months
    return last_year == 0 || until.year <= last_year || (until.year == last_year + 1 && until.month <= first_quarter);
}

}  // namespace

int days_between(const Date& first, const Date& last) {
    using namespace std::chrono;
    const auto as_days = [](const Date& date) {
        return sys_days{year{date.year} / month{date.month} / day{date.day}};
    };
    return static_cast<int>((as_days(last) - as_days(first)).count());
}

bool compares(const Document& document, std::size_t at) {
    return document.match(at, LexiconClass::baseline).value() == "so";
}

bool is_compared(const Document& document, TokenRange sentence, std::size_t at) {
    for (std::size_t t = at; t > sentence.first && !document.token(t - 1).is_mark(','); --t)
        if (compares(document, t - 1)) return true;
    return false;
}

bool looks_ahead(const Document& document, TokenRange sentence, TokenRange period) {
    constexpr std::size_t reach = 40;  // tokens; few clauses are longer
    const std::size_t first = std::max(sentence.first, period.first - std::min(period.first, reach));
    const std::size_t last = std::min(sentence.last, period.last + reach);
    // 'Năm 2015, Bộ đặt ra mục tiêu ...', 'cho biết, trong 6 tháng cuối năm, tỉnh sẽ ...': a period between marks
    // governs what stands behind its comma.
    std::size_t head = period.first;
    if (head > sentence.first && document.token(head - 1).is_word(Keyword::trong)) --head;
    const bool opens = document.token(period.last).is_mark(',') &&
                       (head == sentence.first || document.token(head - 1).kind == TokenKind::mark);
    for (std::size_t t = period.last + (opens ? 1 : 0); t < last && !parts_clause(document.token(t)); ++t)
        if (is_modal(document.token(t)) || (opens && sets_goal(document, t))) return true;
    for (std::size_t t = period.first; t > first && !parts_clause(document.token(t - 1)); --t)
        if (is_modal(document.token(t - 1)) ||
            (document.match_cue(t - 1, Cue::tasks) && !inside_review(document, t - 1)))
            return true;
    return false;
}

bool dates_document(const Islands& islands, std::size_t day) {
    const auto next = islands.citations.from(day + 1);
    if (next == islands.citations.begin()) return false;
    const grammar::CitationExpression& before = std::prev(next)->citation;
    return before.date && day <= before.last;
}

bool names_year(const Document& document, const Islands& islands, int year) {
    const std::string digits = std::to_string(year);
    for (std::size_t t = 0; t < document.size(); ++t) {
        if (document.token(t).kind != TokenKind::number || document.text_of(t) != digits) continue;
        const PeriodMention* mention = islands.periods.at(t);
        if ((mention == nullptr || !mention->day) && islands.citations.at(t) == nullptr) return true;
    }
    return false;
}

Dating dating_of(const Document& document, const Islands& islands) {
    Dating found;
    std::vector<Date> days;
    int whole_year = 0;
    for (const PeriodMention& mention : islands.periods) {
        const std::size_t first = mention.range.first;
        if (islands.citations.at(first) != nullptr || !mention.period.in_calendar() ||
            (first > 0 && document.token(first - 1).is_word(Keyword::before)))
            continue;
        const TokenRange sentence = document.sentences[document.sentence_of(first)].tokens;
        if (looks_ahead(document, sentence, mention.range)) continue;
        if (const auto day = is_compared(document, sentence, first) ? std::nullopt : told_until(document, mention))
            days.push_back(*day);
        found.year = std::max(found.year, mention.period.year());
        const bool whole = mention.period.of_years() || mention.period.kind() == Period::Kind::year;
        if (!mention.day && whole)
            whole_year =
                std::max(whole_year, mention.period.last ? mention.period.last->year : mention.period.year());
    }
    for (const Date& day : days)
        if (closes_year(day, whole_year) && (!found.latest || *found.latest < day)) found.latest = day;
    if (found.latest) found.year = std::max(found.year, int{found.latest->year});
    return found;
}

std::optional<Date> day_behind(const Dating& dating, const grammar::DayExpression& day) {
    constexpr int longest = 75;  // days
    if (!dating.latest) return std::nullopt;
    for (const int year : {int{dating.latest->year}, dating.latest->year + 1}) {
        const auto date = day.resolve(year);
        if (date && *date >= *dating.latest && date->year >= dating.year &&
            days_between(*dating.latest, *date) <= longest)
            return date;
    }
    return std::nullopt;
}

}  // namespace tongket
