// SPDX-License-Identifier: BSL-1.0
#include "outline.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "reviewed_period.hpp"

namespace tongket {
namespace {

using grammar::cue_bit;
using grammar::KeywordSet;

bool partial(const Period& period) { return !period.of_whole_years(); }
bool of_several_years(const Period& period) {
    return period.of_whole_years() && period.last_year() - period.year() > 1;
}

constexpr int halves = 2, quarters = 4, months_of_year = 12;

// What remains of a year behind its first months; nothing behind all twelve.
std::optional<Period> rest_behind(int year, int months) {
    if (months >= months_of_year) return std::nullopt;
    return Period::of_range(Period::of_month(year, months + 1), Period::of_month(year, months_of_year)).named();
}

// The period so many of its kind behind another, or before it: the second half after the first, the next year after
// a year.
std::optional<Period> neighbour(const Period& period, int steps) {
    const auto part = [&](int of_year) {
        const int index = period.year() * of_year + period.first.index - 1 + steps;
        return Period::make(period.kind(), index / of_year, index % of_year + 1);
    };
    switch (period.kind()) {
        case Period::Kind::year:
            return Period::make(Period::Kind::year, period.year() + steps);
        case Period::Kind::half:
            return part(halves);
        case Period::Kind::quarter:
            return part(quarters);
        case Period::Kind::month:
            return part(months_of_year);
        case Period::Kind::range: {
            if (!period.of_whole_years()) return std::nullopt;
            const auto first = Period::make(Period::Kind::year, period.year() + steps);
            const auto last = Period::make(Period::Kind::year, period.last_year() + steps);
            return first && last ? Period::make_range(*first, *last) : std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

// The year or half that an agency counts from the middle of a month to another: '16/12/2014 - 15/6/2015' are the
// first six months of 2015.
std::optional<Period> named_by_agencies(const Period& period) {
    constexpr int half_year = 182, year = 365, slack = 5, mid_month = 15;  // days
    if (!period.is_range() || period.of_whole_years()) return std::nullopt;
    const Date last = period.last_day();
    const int length = days_between(period.first_day(), last);
    if (last.day < mid_month) return std::nullopt;
    if (std::abs(length - half_year) <= slack && last.month == months_of_year / halves)
        return Period::make(Period::Kind::half, last.year, 1);
    if (std::abs(length - year) <= slack && last.month >= months_of_year - 1)
        return Period::make(Period::Kind::year, last.year);
    return std::nullopt;
}

std::optional<Period> preceding(const Period& period) { return neighbour(period, -1); }

// What remains of the year after a part of it, where one period names that.
std::optional<Period> rest_of_year(const Period& period) {
    const bool ends_before_a_named_rest = period.kind() == Period::Kind::months ||
                                          period == Period::make(Period::Kind::half, period.year(), 1) ||
                                          period == Period::make(Period::Kind::quarter, period.year(), 3) ||
                                          period == Period::make(Period::Kind::month, period.year(), 11);
    return ends_before_a_named_rest ? following(period) : std::nullopt;
}

// ---- where the page says what it is about ------------------------------------------------------------------------

// 'Chiều 8/10, Tổng cục ... họp kiểm điểm công tác 9 tháng và triển khai nhiệm vụ quý IV': a conference without its
// word.
bool dated_agenda(const Islands& islands, const Sentence& sentence) {
    if (!sentence.has(Cue::achievements) || (!sentence.has(Cue::plan) && !sentence.has(Cue::tasks))) return false;
    for (const PeriodMention& mention : islands.periods.in(sentence.tokens))
        if (mention.day) return true;
    return false;
}

// 'BÁO CÁO Kết quả công tác 9 tháng đầu năm, phương hướng nhiệm vụ quý IV năm 2024': the headline of an agency's own
// report.
bool headline_of_report(const Document& document, const Sentence& sentence) {
    return sentence.opens_with(Cue::report) && document.token(sentence.content).has(Token::all_caps) &&
           (sentence.has(Cue::achievements) || sentence.has(Cue::annual) || sentence.has(Cue::interim));
}

// In falling order of authority.
std::vector<TokenRange> authorities(const Document& document, const Islands& islands, const Layout& layout) {
    constexpr std::size_t most_sentences = 3;
    std::vector<TokenRange> where;
    if (layout.title) where.push_back(*layout.title);
    std::size_t taken = 0;
    for (std::size_t i = layout.first_body; i < layout.roles.size() && taken < most_sentences; ++i) {
        if (layout.roles[i] != LineRole::body && layout.roles[i] != LineRole::lead) continue;
        for (std::size_t s = document.lines[i].first_sentence;
             s < document.lines[i].last_sentence && taken < most_sentences; ++s) {
            const Sentence& sentence = document.sentences[s];
            if (headline_of_report(document, sentence)) {
                where.insert(where.begin(), sentence.tokens);
                ++taken;
                continue;
            }
            if (!sentence.has(Cue::meeting) && !sentence.has(Cue::annual) && !sentence.has(Cue::interim) &&
                !sentence.has(Cue::briefing) && !dated_agenda(islands, sentence))
                continue;
            where.push_back(sentence.tokens);
            ++taken;
        }
    }
    return where;
}

// The day of the dateline, for pages that say no year elsewhere.
std::optional<Date> dateline_of(const Document& document, const Islands& islands, const Layout& layout) {
    for (std::size_t i = 0; i < layout.roles.size(); ++i) {
        if (layout.roles[i] != LineRole::dateline) continue;
        for (const PeriodMention& mention : islands.periods.in(document.lines[i].tokens))
            if (mention.day && mention.day->year != 0) return mention.day->resolve(std::nullopt);
    }
    return std::nullopt;
}

// 'giao ban tháng 9 và 9 tháng đầu năm': the whole rather than its last part.
bool widens(const Period& period, const Period& other) {
    return partial(period) && partial(other) && other.first_day() < period.first_day() &&
           other.last_day() == period.last_day();
}

// ---- the periods said there --------------------------------------------------------------------------------------

struct Said {
    grammar::PeriodExpression period;
    Purpose purpose = Purpose::none;
    bool in_passing = false;  // 'trong năm 2019'
};

// 'tổng kết', 'sơ kết', 'giao ban': governs what follows, whatever stands before.
constexpr bool names_review(CueSet cues) {
    return (cues & (cue_bit(Cue::annual) | cue_bit(Cue::interim) | cue_bit(Cue::briefing))) != 0;
}

// What one sentence says.
struct Saying {
    std::vector<Said> periods;
    CueSet cues = 0;
    std::optional<Date> day;                         // the first with its year
    std::optional<grammar::DayExpression> bare_day;  // the first without one
    bool rest = false;                               // it plans what remains of the year
    bool of_event = false;
    bool months = false;  // it reviews a number of months, of whatever year: 'tổng kết 6 tháng'
    int years = 0;        // how many it reviews, where it says so: 'tổng kết 10 năm thực hiện'

    [[nodiscard]] bool reviews() const {
        return std::any_of(periods.begin(), periods.end(),
                           [](const Said& said) { return said.purpose == Purpose::review && !said.in_passing; });
    }
};

bool parts_clause(const Token& token) {
    return token.is_mark(',') || token.is_mark(';') || token.is_mark(':') || token.is_mark('-') ||
           token.is_mark('(') || token.is_word(Keyword::va);
}

// 'kế hoạch 2013', 'công tác 2014': a year without its word, where work is reviewed or planned.
std::optional<int> bare_year(const Document& document, std::size_t at) {
    constexpr int first_year = 1990, last_year = 2099;
    const Token token = document.token(at);
    if (token.kind != TokenKind::number || token.length != 4 || at == 0 ||
        document.token(at - 1).kind != TokenKind::word || document.token(at + 1).kind == TokenKind::number ||
        document.token(at + 1).is_mark('/') || document.token(at + 1).is_mark('-'))
        return std::nullopt;
    const auto value = grammar::read_number(document.text_of(at)).value;
    if (!value || !value->is_integer()) return std::nullopt;
    const int year = static_cast<int>(value->to_double());
    return year >= first_year && year <= last_year ? std::optional(year) : std::nullopt;
}

// 'tổng kết 10 năm', 'sơ kết 3 năm'; 0 where no number of years stands.
int counted_years(const Document& document, std::size_t at) {
    if (document.token(at).kind != TokenKind::number || document.token(at).length > 2 ||
        !document.token(at + 1).is_word(Keyword::nam) || document.token(at + 2).kind == TokenKind::number)
        return 0;
    const auto value = grammar::read_number(document.text_of(at)).value;
    return value && value->is_integer() ? static_cast<int>(value->to_double()) : 0;
}

// 'tổng kết 6 tháng': not '10 tháng 5'.
bool counts_months(const Document& document, std::size_t at) {
    return document.token(at).kind == TokenKind::number && document.token(at).length <= 2 &&
           document.token(at + 1).is_word(Keyword::thang) && document.token(at + 2).kind != TokenKind::number;
}

// A half, a quarter or the first months of a year.
bool in_year(const grammar::PeriodExpression& period) {
    const Period::Kind kind = period.kind();
    return kind == Period::Kind::half || kind == Period::Kind::quarter || kind == Period::Kind::months;
}

// 'tổng kết công tác chăm lo Tết', '... Tháng Thanh niên', '... cuộc thi', '... lễ kỷ niệm'.
bool names_event(const Document& document, std::size_t at) {
    const Token token = document.token(at);
    if (token.is_word(Keyword::tet) || token.is_word(Keyword::niem)) return true;
    if (token.is_word(Keyword::cuoc)) return document.token(at + 1).is_word(Keyword::thi);
    return token.is_word(Keyword::thang) && token.has(Token::capital) && document.token(at + 1).has(Token::capital);
}

// '9 tháng năm 2011 (tính từ 01/10/2010 đến hết 30/6/2011)': the days of the period before the bracket.
bool explains_last(const Document& document, const Saying& saying, const PeriodMention& mention,
                   std::size_t last_said) {
    constexpr std::size_t whose = 3, lead_in = 2;  // '9 tháng của ngành (tính từ'
    constexpr int shortest = 60;                   // days; a conference takes fewer
    if (saying.periods.empty() || saying.periods.back().purpose != Purpose::review || !mention.period.last)
        return false;
    const auto days = mention.period.resolve(std::nullopt);
    if (!days || days_between(days->first_day(), days->last_day()) < shortest) return false;
    std::size_t t = last_said;
    while (t < last_said + whose && document.token(t).kind == TokenKind::word) ++t;
    return document.token(t).is_mark('(') && mention.range.first <= t + 1 + lead_in;
}

Saying read_saying(const Document& document, const Islands& islands, TokenRange range) {
    Saying saying;
    Purpose purpose = Purpose::none;
    // The first word of a clause governs: 'tổng kết nhiệm vụ năm 2017' plans nothing, 'triển khai thực hiện nhiệm vụ
    // năm 2018' reviews nothing.
    bool governed = false;
    bool compared = false;  // 'so với năm 2016'
    bool in_passing = false;
    std::size_t last_said = 0;  // where the last period ends
    auto mention = islands.periods.from(range.first);
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (parts_clause(document.token(t))) {
            governed = false;
            compared &= document.token(t).is_word(Keyword::va);
        }
        compared |= compares(document, t);
        const bool period_here = mention != islands.periods.end() && mention->range.first == t;
        if (!period_here && names_rest_of_year(document, t)) {
            saying.rest = true;
            // 'những tháng cuối năm 2019' plans no year.
            purpose = Purpose::none;
            governed = true;
        }
        if (document.token(t).starts(LexiconClass::cue)) {
            saying.cues |= document.cues_at(t);
            const Purpose said = purpose_at(document, t);
            // The shorter phrases inside a cue do not count.
            const std::size_t length = document.match(t, LexiconClass::cue).length;
            // 'trong năm 2019' says when, not what.
            const bool only_when =
                mention != islands.periods.end() && mention->range.first > t && mention->range.first < t + length;
            if (said != Purpose::none && (!governed || names_review(document.cues_at(t)))) {
                purpose = said;
                governed = !only_when;
                in_passing = only_when;
            }
            if (said != Purpose::none && (mention == islands.periods.end() || mention->range.first >= t + length)) {
                t += length - 1;
                continue;
            }
        }
        // Said of what is reviewed, before its period.
        if (purpose == Purpose::review && saying.periods.empty() && names_review(saying.cues))
            saying.of_event |= names_event(document, t);
        if (purpose == Purpose::review && saying.years == 0 && !saying.reviews() &&
            (!period_here || mention->period.counted > 0))
            saying.years = counted_years(document, t);
        if (purpose == Purpose::review && !saying.reviews())
            saying.months |= period_here ? in_year(mention->period) : counts_months(document, t);
        if (!period_here) {
            if (const auto year = bare_year(document, t); year && purpose != Purpose::none && !compared) {
                grammar::PeriodExpression expression;
                expression.first.year = *year;
                saying.periods.push_back({expression, purpose});
                governed = false;
            }
            continue;
        }
        // 'đến hết tháng 7/2019', 'từ ngày 16/11/2016 đến 15/11/2017': the span of figures.
        constexpr KeywordSet bounds{Keyword::tu, Keyword::den, Keyword::het, Keyword::before};
        const bool bound = (t > range.first && bounds.contains(document.token(t - 1).word)) ||
                           (document.token(t).is_word(Keyword::tu) && !mention->period.of_years());
        if (!mention->day && !compared && !bound && mention->period.in_calendar()) {
            // 'tổng kết công tác sáng 20/1, năm 2018 ngành sẽ ...'
            const bool ahead =
                purpose == Purpose::review && !governed && looks_ahead(document, range, mention->range);
            saying.periods.push_back({mention->period, ahead ? Purpose::plan : purpose, in_passing});
            last_said = mention->range.last;
        } else if (mention->day && explains_last(document, saying, *mention, last_said)) {
            saying.periods.back().period = mention->period;
        } else if (mention->day && !bound && !dates_document(islands, t)) {
            if (mention->day->year == 0 && !saying.bare_day) saying.bare_day = mention->day;
            if (mention->day->year != 0 && !saying.day) saying.day = mention->day->resolve(std::nullopt);
        }
        governed = false;
        t = mention->range.last - 1;
        ++mention;
    }
    return saying;
}

// The years for periods that say none, by their place: 'sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm
// 2018' has it with the second. 0 where no period says a year.
std::vector<int> years_for(const std::vector<Said>& said) {
    int latest = 0;
    for (const Said& one : said) latest = std::max(latest, one.period.year());
    std::vector<int> years(said.size());
    int next = latest;
    for (std::size_t i = said.size(); i-- > 0;) {
        years[i] = next;
        if (said[i].period.year() != 0) next = said[i].period.year();
    }
    return years;
}

// Whether the year at a token is that of the same time before: 'cùng kỳ năm 2017', 'cùng kỳ 2017'.
bool is_of_same_time(const Document& document, std::size_t at) {
    constexpr std::size_t between = 3;  // tokens from 'cùng kỳ' to the year
    for (std::size_t back = 2; back <= 2 + between && back <= at; ++back)
        if (document.token(at - back).is_word(Keyword::cung) && document.token(at - back + 1).is_word(Keyword::ky))
            return true;
    return false;
}

// The year behind the one with whose same time figures are compared: 'giảm 5% so với cùng kỳ năm 2017'; where none
// are, behind the one with which they are: 'so với năm 2017'. 0 where the page compares with none or with several,
// or speaks of a later year.
int year_after_compared(const Document& document, const Islands& islands, const Dating& dating) {
    constexpr int several = -1;
    int same_time = 0, other = 0;
    const auto note = [](int& compared, int year) { compared = compared == 0 || compared == year ? year : several; };
    for (std::size_t t = 0; t < document.size(); ++t)
        if (const auto year = bare_year(document, t); year && is_of_same_time(document, t)) note(same_time, *year);
    for (const PeriodMention& mention : islands.periods) {
        const int year = mention.period.year();
        if (mention.day || year == 0) continue;
        const std::size_t at = mention.range.first;
        if (is_of_same_time(document, at))
            note(same_time, year);
        else if (mention.period.kind() == Period::Kind::year && at > 0 &&
                 (compares(document, at) || compares(document, at - 1) || (at > 1 && compares(document, at - 2))))
            note(other, year);
    }
    const int compared = same_time != 0 ? same_time : other;
    const bool fits = dating.year <= compared + 1 && (!dating.latest || dating.latest->year >= compared);
    return compared > 0 && fits ? compared + 1 : 0;
}

// Without a year said, that in which the conference was held or told of, or the one before or behind.
std::optional<Period> resolved(const Said& said, int year, const std::optional<Date>& told_on) {
    if (said.period.year() != 0) return said.period.resolve(std::nullopt);
    if (year != 0) return said.period.resolve(year);
    if (!told_on) return std::nullopt;
    const auto same_year = said.period.resolve(told_on->year);
    if (!same_year) return std::nullopt;
    if (said.purpose == Purpose::review && same_year->first_day() > *told_on)
        return said.period.resolve(told_on->year - 1);
    if (said.purpose == Purpose::plan && same_year->last_day() < *told_on)
        return said.period.resolve(told_on->year + 1);
    return same_year;
}

// ---- what the whole page adds ------------------------------------------------------------------------------------

// The years of 'tổng kết 10 năm thực hiện': those that the page names, so many of them and none told of behind them;
// else those before the conference.
std::optional<Period> years_told(const Document& document, const Islands& islands, int count, const Dating& dating,
                                 const std::optional<Date>& told_on) {
    for (const PeriodMention& mention : islands.periods) {
        const std::size_t first = mention.range.first;
        const auto period = mention.period.resolve(std::nullopt);
        if (!period || !of_several_years(*period) || islands.citations.at(first) != nullptr ||
            looks_ahead(document, document.sentences[document.sentence_of(first)].tokens, mention.range))
            continue;
        const int steps = period->last_year() - period->year();
        const int last = told_on ? int{told_on->year} : dating.year;
        if ((steps == count || steps == count - 1) && period->last_year() >= last - 1 &&
            (!told_on || period->last_year() <= last))
            return period;
    }
    if (!told_on || count > most_years_told) return std::nullopt;
    const auto first = Period::make(Period::Kind::year, told_on->year - count);
    const auto last = Period::make(Period::Kind::year, told_on->year);
    return first && last ? Period::make_range(*first, *last) : std::nullopt;
}

bool names_rest(const Document& document) {
    for (std::size_t t = 0; t < document.size(); ++t)
        if (names_rest_of_year(document, t)) return true;
    return false;
}

// A plan that the page does not set out with, but speaks of; none is made up.
std::optional<Period> plan_told(const Document& document, const Islands& islands, const Period& reviews) {
    const auto next = following(reviews);
    if (!next) return std::nullopt;
    if (!partial(*next)) return names_year(document, islands, next->last_day().year) ? next : std::nullopt;
    for (const PeriodMention& mention : islands.periods)
        if (!mention.day && mention.period.resolve(next->year()) == next) return next;
    return rest_of_year(reviews) && names_rest(document) ? next : std::nullopt;
}

// A year is reviewed at its end, or in the first months of the next; other days are of some other conference.
std::optional<Date> day_around(int year, const grammar::DayExpression& day) {
    constexpr int last_month_behind = 3, first_month_within = 11;
    if (day.month > last_month_behind && day.month < first_month_within) return std::nullopt;
    return day.resolve(day.month <= last_month_behind ? year + 1 : year);
}

// @param plan_first  whether the plan is said before what is reviewed
MeetingKind kind_of(const std::vector<Saying>& sayings, const std::optional<Period>& reviews, bool several_years,
                    bool plan_first) {
    CueSet cues = 0, all = 0;
    bool months = false;
    for (const Saying& saying : sayings) {
        if (!names_review(cues)) cues = saying.cues;
        all |= saying.cues;
        months |= saying.months;
    }
    // A part of a year is reviewed in between, whatever the verb.
    if ((cues & cue_bit(Cue::annual)) != 0) {
        if (reviews ? partial(*reviews) : months) return MeetingKind::interim_review;
        return several_years || (reviews && of_several_years(*reviews)) ? MeetingKind::other
                                                                        : MeetingKind::annual_review;
    }
    if ((cues & cue_bit(Cue::interim)) != 0) return MeetingKind::interim_review;
    if ((cues & cue_bit(Cue::briefing)) != 0) return MeetingKind::briefing;
    // 'Với kết quả đạt được trong năm 2018': a review that does not call itself so.
    if (reviews && !plan_first && !of_several_years(*reviews))
        return partial(*reviews) ? MeetingKind::interim_review : MeetingKind::annual_review;
    return (all & cue_bit(Cue::plan)) != 0 ? MeetingKind::kickoff : MeetingKind::other;
}

}  // namespace

std::optional<Period> following(const Period& period) {
    if (const auto shifted = named_by_agencies(period)) return following(*shifted);
    if (period.kind() == Period::Kind::months) return rest_behind(period.year(), period.first.index);
    return neighbour(period, 1);
}

std::optional<Period> rest_of_year_behind(const Period& period) {
    return rest_behind(period.last_year(), period.last_day().month);
}

bool names_rest_of_year(const Document& document, std::size_t at) {
    constexpr KeywordSet spans{Keyword::thang, Keyword::quy, Keyword::nam};
    if (at + 2 >= document.size() || !spans.contains(document.token(at).word)) return false;
    const Token next = document.token(at + 1), third = document.token(at + 2);
    if (next.is_word(Keyword::still) && third.is_word(Keyword::lai)) return true;
    return !document.token(at).is_word(Keyword::nam) && next.is_word(Keyword::cuoi) && third.is_word(Keyword::nam);
}

Purpose purpose_at(const Document& document, std::size_t at) {
    const CueSet cues = document.cues_at(at);
    if ((cues &
         (cue_bit(Cue::annual) | cue_bit(Cue::interim) | cue_bit(Cue::achievements) | cue_bit(Cue::briefing))) != 0)
        return Purpose::review;
    if ((cues & (cue_bit(Cue::plan) | cue_bit(Cue::tasks) | cue_bit(Cue::launch))) != 0) return Purpose::plan;
    return Purpose::none;
}

Outline outline_of(const Document& document, const Islands& islands, const Layout& layout) {
    Outline result;
    std::vector<Saying> sayings;
    std::vector<Said> said;
    std::optional<Date> told_on;
    std::optional<grammar::DayExpression> bare_day;
    bool rest = false, plan_first = false;
    int years_counted = 0;
    bool review_said = false;
    for (const TokenRange& range : authorities(document, islands, layout)) {
        sayings.push_back(read_saying(document, islands, range));
        const Saying& saying = sayings.back();
        said.insert(said.end(), saying.periods.begin(), saying.periods.end());
        if (!told_on) told_on = saying.day;
        if (!bare_day) bare_day = saying.bare_day;
        rest |= saying.rest;
        // 'tổng kết công tác năm 2012 ... Dịp này còn sơ kết 5 năm thi hành Luật'
        if (years_counted == 0 && !review_said) years_counted = saying.years;
        review_said |= saying.reviews();
        result.of_event |= saying.of_event;
        result.cues |= saying.cues;
    }
    if (!told_on) told_on = dateline_of(document, islands, layout);
    result.dating = dating_of(document, islands);
    if (!told_on && bare_day) told_on = day_behind(result.dating, *bare_day);
    const bool annual = (result.cues & cue_bit(Cue::annual)) != 0, kickoff = (result.cues & cue_bit(Cue::plan)) != 0;
    if (!told_on && bare_day && (annual || kickoff))
        if (const auto year = year_told(document, islands, layout, result.dating, std::nullopt);
            year && (annual || names_year(document, islands, year->year() + 1)))
            told_on = day_around(year->year(), *bare_day);
    std::vector<int> years = years_for(said);
    if (!told_on && std::all_of(years.begin(), years.end(), [](int year) { return year == 0; }))
        if (const int year = year_after_compared(document, islands, result.dating); year != 0) {
            std::fill(years.begin(), years.end(), year);
            if (bare_day) told_on = bare_day->resolve(year);
        }
    // 'Giảm 4.000 biên chế trong năm 2019 | Hội nghị triển khai nhiệm vụ năm 2019': what is expressly planned.
    const auto is_planned = [&](const Period& period) {
        for (std::size_t i = 0; i < said.size(); ++i)
            if (said[i].purpose == Purpose::plan && !said[i].in_passing &&
                resolved(said[i], years[i], told_on) == period)
                return true;
        return false;
    };
    for (std::size_t i = 0; i < said.size(); ++i) {
        const auto period = resolved(said[i], years[i], told_on);
        if (!period || period->kind() == Period::Kind::day) continue;
        if (said[i].in_passing && said[i].purpose == Purpose::review && is_planned(*period)) continue;
        if (said[i].purpose == Purpose::review && !result.reviews) {
            result.reviews = period;
            plan_first = result.plans.has_value();
        } else if (said[i].purpose == Purpose::review && widens(*result.reviews, *period)) {
            result.reviews = period;
        } else if (!result.plans && period != result.reviews && !of_several_years(*period)) {
            // What follows the period reviewed is planned, whatever the verb: 'bàn việc quý IV'.
            if (said[i].purpose == Purpose::plan || (result.reviews && period == following(*result.reviews)))
                result.plans = period;
        }
    }
    // 'Hoàn thành chỉ tiêu 6 tháng | sơ kết 6 tháng': what is reviewed is planned no longer.
    if (result.plans == result.reviews) result.plans.reset();
    // 'Kế hoạch năm 2020' on a page about 2017 is no plan that follows a review.
    constexpr int farthest_plan = 2;  // years
    if (result.plans && !result.reviews && result.dating.year != 0 &&
        result.plans->year() > result.dating.year + farthest_plan)
        result.plans.reset();
    const bool several_years = years_counted > 0 || (result.reviews && of_several_years(*result.reviews));
    if (several_years && result.reviews && !of_several_years(*result.reviews)) result.reviews.reset();
    if (years_counted > 1 && !result.reviews)
        result.reviews = years_told(document, islands, years_counted, result.dating, told_on);
    result.kind = kind_of(sayings, result.reviews, several_years, plan_first);
    if (several_years) return result;
    if (!result.reviews && !result.plans &&
        (result.kind == MeetingKind::annual_review || (told_on && result.kind == MeetingKind::kickoff)))
        result.reviews = year_told(document, islands, layout, result.dating, told_on);
    if (!result.reviews && !result.plans && told_on && !result.of_event) {
        result.reviews = period_told(document, islands, layout, *told_on);
        result.inferred = result.reviews && result.kind == MeetingKind::other;
        if (result.inferred) result.kind = kind_of(sayings, result.reviews, several_years, plan_first);
    }
    if (result.plans && !result.reviews && result.kind != MeetingKind::other)
        result.reviews = preceding(*result.plans);
    if (result.reviews && !result.plans && result.kind != MeetingKind::other && !result.of_event)
        result.plans = rest && rest_of_year(*result.reviews) ? rest_of_year(*result.reviews)
                                                             : plan_told(document, islands, *result.reviews);
    return result;
}

}  // namespace tongket
