// SPDX-License-Identifier: BSL-1.0
#include "meeting/day.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

namespace tongket {
namespace {

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

std::optional<DayPart> part_of_day(const Token& token) {
    if (token.is_word(Keyword::sang) || token.is_word(Keyword::trua)) return DayPart::morning;
    if (token.is_word(Keyword::chieu)) return DayPart::afternoon;
    if (token.is_word(Keyword::toi)) return DayPart::evening;
    return std::nullopt;
}

// 'Sáng nay, 12/01', 'Chiều thứ Năm, ngày 14/7': the part of the day stands before the day of the week.
std::optional<DayPart> part_before(const Document& document, std::size_t at, std::size_t first) {
    constexpr grammar::KeywordSet between{Keyword::nay, Keyword::ngay, Keyword::qua, Keyword::hom};
    constexpr std::size_t any_words = 1;  // 'sáng mùng 5/1'
    constexpr std::size_t reach = 8;
    std::size_t passed = 0;
    for (std::size_t t = at; t > first && at - t < reach;) {
        const Token before = document.token(t - 1);
        if (const auto part = part_of_day(before)) return part;
        const bool weekday = t >= first + 2 && document.match(t - 2, LexiconClass::weekday).length == 2;
        if (!weekday && !before.is_mark(',') && !before.is_mark('(') && !between.contains(before.word) &&
            ++passed > any_words)
            break;
        t -= weekday ? 2 : 1;
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
        int year = outline.plans->year();
        // A year is planned in its January or in the December before it.
        if (outline.plans->kind() == Period::Kind::year && day.month >= 10) --year;
        return day.resolve(year);
    }
    if (outline.reviews && !outline.reviews->is_range())
        return day.resolve(
            outline.reviews->year() +
            (outline.reviews->kind() == Period::Kind::year && day.month <= 6 && !outline.of_event ? 1 : 0));
    return day_behind(outline.dating, day);
}

struct Candidate {
    grammar::DayExpression day;
    std::size_t at = 0;
    std::size_t first = 0;  // of its sentence
    int points = 0;
};

// What speaks for a day as that of the conference.
constexpr int points_in_opening = 8, points_in_lead = 5, points_early = 5, points_introduced = 2,
              points_with_verb = 2, points_against_bounds = 5;

constexpr int points_of(Standing standing) {
    switch (standing) {
        case Standing::opening:
            return points_in_opening;
        case Standing::lead:
            return points_in_lead;
        case Standing::early:
            return points_early;
        default:
            return 0;
    }
}

bool tells_of_holding(const Document& document, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (document.match_cue(t, Cue::hold) || document.match_cue(t, Cue::meeting)) return true;
    return false;
}

// 'trong hai ngày 8 và 9-10': numbers that only the words before make a day.
std::optional<grammar::DayExpression> unmarked_day(const Document& document, std::size_t at) {
    if (at == 0 || document.token(at).kind != TokenKind::number) return std::nullopt;
    const bool second = at >= 3 && document.token(at - 2).kind == TokenKind::number &&
                        document.token(at - 3).is_word(Keyword::ngay) &&
                        (document.token(at - 1).is_word(Keyword::va) || document.token(at - 1).is_mark(','));
    if (!second) return std::nullopt;
    grammar::DayExpression day;
    if (match_day(document.stream(), at, day) == at) return std::nullopt;
    return day;
}

std::vector<Candidate> days_in(const Document& document, const Islands& islands, const Telling& telling) {
    constexpr std::size_t near_the_start = 6;  // where a day needs no introduction
    constexpr grammar::KeywordSet bounds{Keyword::den, Keyword::tu, Keyword::het, Keyword::before, Keyword::tinh};
    const TokenRange range = telling.range;
    const int base = points_of(telling.standing) + (tells_of_holding(document, range) ? points_with_verb : 0);
    std::vector<Candidate> days;
    for (const PeriodMention& mention : islands.periods.in(range)) {
        const std::size_t at = mention.range.first;
        if (!mention.day || dates_document(islands, at)) continue;
        if (!mention.day->introduced && at > range.first + near_the_start &&
            !(document.token(at - 1).is_word(Keyword::hom) || document.token(at - 1).is_mark('(')))
            continue;
        const bool bound = document.token(at).is_word(Keyword::tu) ||
                           (at > range.first && bounds.contains(document.token(at - 1).word));
        days.push_back(
            {first_of_days(document, *mention.day, at), at, range.first,
             base + (mention.day->introduced ? points_introduced : 0) - (bound ? points_against_bounds : 0)});
    }
    for (std::size_t t = range.first; t < range.last; ++t)
        if (islands.periods.at(t) == nullptr)
            if (const auto day = unmarked_day(document, t))
                days.push_back({first_of_days(document, *day, t), t, range.first, base + points_introduced});
    return days;
}

// 'Sáng nay', 'hôm qua' on a page with a dateline.
std::optional<HeldOn> relative_day(const Document& document, const Telling& telling, const Published& published) {
    for (std::size_t t = telling.range.first; t + 1 < telling.range.last; ++t) {
        const auto part = part_of_day(document.token(t));
        if (!part && !document.token(t).is_word(Keyword::hom)) continue;
        const bool today = document.token(t + 1).is_word(Keyword::nay);
        if (!today && !document.token(t + 1).is_word(Keyword::qua)) continue;
        if (today) return HeldOn{published.date, part};
        using namespace std::chrono;
        const year_month_day before =
            sys_days{year{published.date.year} / month{published.date.month} / day{published.date.day}} - days{1};
        return HeldOn{
            Date{static_cast<std::int16_t>(int{before.year()}), static_cast<std::uint8_t>(unsigned{before.month()}),
                 static_cast<std::uint8_t>(unsigned{before.day()})},
            part};
    }
    return std::nullopt;
}

}  // namespace

HeldOn find_day(const Document& document, const Islands& islands, std::span<const Telling> tellings,
                const Outline& outline, const std::optional<Published>& published) {
    std::vector<Candidate> days;
    for (const Telling& telling : tellings)
        if (telling.standing != Standing::title)
            for (const Candidate& day : days_in(document, islands, telling)) days.push_back(day);
    std::stable_sort(days.begin(), days.end(),
                     [](const Candidate& a, const Candidate& b) { return a.points > b.points; });
    HeldOn held;  // without a date at least the part of the day
    for (const Candidate& day : days) {
        const auto part = day.day.day_part ? day.day.day_part : part_before(document, day.at, day.first);
        if (!held.part) held.part = part;
        held.date = with_year(day.day, outline, published);
        if (!held.date) continue;
        held.part = part;
        // 'từ ngày 4 đến 6/7 ... Sáng 4/7, khai mạc': another mention of the day may say more.
        for (const Candidate& other : days)
            if (!held.part && with_year(other.day, outline, published) == held.date) held.part = other.day.day_part;
        return held;
    }
    if (days.empty() && published)
        for (const Telling& telling : tellings)
            if (telling.standing == Standing::opening && tells_of_holding(document, telling.range))
                if (const auto day = relative_day(document, telling, *published)) return *day;
    return held;
}

}  // namespace tongket
