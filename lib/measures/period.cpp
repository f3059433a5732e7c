// SPDX-License-Identifier: BSL-1.0
#include "measures/period.hpp"

namespace tongket {
namespace {

// A period behind its figure begins within so many tokens.
constexpr std::size_t reach_behind = 8;
// One that opens a sentence, a clause or a stretch has at most so many tokens before it.
constexpr std::size_t sentence_lead_in = 3;
constexpr std::size_t stretch_lead_in = 4;
constexpr std::size_t standing_lead_in = 4;
// How far before a period the words of its baseline may begin.
constexpr std::size_t baseline_reach = 5;

}  // namespace

std::optional<int> PeriodFinder::default_year(ZoneKind zone) const {
    if (zone == ZoneKind::tasks && meeting_.plans) return meeting_.plans->year;
    if (meeting_.reviews) return meeting_.reviews->year;
    return std::nullopt;
}

std::optional<Period> PeriodFinder::zone_period(ZoneKind zone) const {
    switch (zone) {
        case ZoneKind::tasks:
            return meeting_.plans;
        case ZoneKind::achievements:
        case ZoneKind::lead:
        case ZoneKind::shortcomings:
        case ZoneKind::title:
        case ZoneKind::caption:
        case ZoneKind::speech:
        case ZoneKind::other:
            return meeting_.reviews;
        default:
            return std::nullopt;
    }
}

// Whether a period says what is compared with: 'so với cùng kỳ năm 2015'.
bool PeriodFinder::against_baseline(std::size_t at, std::size_t clause) const {
    for (std::size_t back = 1; back <= baseline_reach && at >= clause + back; ++back) {
        const Token before = words_.token(at - back);
        if (before.starts(LexiconClass::baseline) &&
            words_.match(at - back, LexiconClass::baseline).length >= back - 1)
            return true;
        if (before.kind == TokenKind::mark) break;
    }
    return false;
}

// A mention that dates figures: not a baseline, not a document's date, not a plan's name.
bool PeriodFinder::dates_figures(const PeriodMention& mention, std::size_t clause) const {
    if (mention.period.kind == Period::Kind::years) return false;
    const std::size_t at = mention.range.first;
    if (against_baseline(at, clause)) return false;
    if (mention.day && !as_of(at) && !words_.token(at > 0 ? at - 1 : at).is_word(Keyword::before)) return false;
    const CitationMention* citation = words_.islands().citations.at(at);
    return citation == nullptr || at >= citation->citation.last;
}

// 'đến 31/12', 'hết tháng 6', 'thời điểm 31/12': up to a time, not in it.
bool PeriodFinder::as_of(std::size_t at) const {
    constexpr grammar::KeywordSet up_to{Keyword::den, Keyword::het, Keyword::tinh, Keyword::diem};
    return at > 0 && up_to.contains(words_.token(at - 1).word);
}

// 'cả năm' without a number.
bool PeriodFinder::whole_year(TokenRange range) const {
    for (std::size_t t = range.first; t + 1 < range.last; ++t)
        if (words_.token(t).is_word(Keyword::ca) && words_.token(t + 1).is_word(Keyword::nam) &&
            !words_.inside_period(t + 1))
            return true;
    return false;
}

// '48% (năm 2015)', '900 trạm (đến 31/12)': alone in brackets it dates the figure before it. Where the bracket opens.
std::optional<std::size_t> PeriodFinder::bracket_of(const PeriodMention& mention) const {
    if (!words_.token(mention.range.last).is_mark(')')) return std::nullopt;
    std::size_t t = mention.range.first;
    while (t > 0 && as_of(t)) --t;
    if (t == 0 || !words_.token(t - 1).is_mark('(')) return std::nullopt;
    return t - 1;
}

Dating PeriodFinder::find(const Figure& figure, const Sentence& sentence, const std::optional<Period>& standing,
                          IndicatorCatalogue::Timing timing) const {
    const std::size_t begin = figure.begin(), end = figure.mention->range.last;
    const Measure& m = figure.measure;
    const bool flow = timing == IndicatorCatalogue::Timing::flow;
    const auto year = default_year(sentence.zone);
    const auto by_zone = zone_period(sentence.zone);
    std::optional<Period> in_clause, in_sentence;
    for (const PeriodMention& mention : words_.islands().periods.in(sentence.tokens)) {
        const std::size_t at = mention.range.first;
        if (!dates_figures(mention, figure.clause) || (m.baseline && at >= end && at < figure.end)) continue;
        const auto period = mention.period.resolve(year);
        if (!period) continue;
        if (const auto bracket = bracket_of(mention)) {
            if (*bracket == end || *bracket == figure.end) return {period, Confidence::certain};
            continue;
        }
        // What flows up to a day flows in the period that the page tells of.
        if (flow && by_zone && as_of(at) && (mention.day || period->kind == Period::Kind::month)) continue;
        if (at >= figure.region && mention.range.last <= begin) {
            in_clause = period;
        } else if (at >= end && at < end + reach_behind && same_stretch({end, at})) {
            if (!in_clause) in_clause = period;
        } else if (mention.range.last <= begin && at >= figure.clause) {
            // The latest mention before the figure within its clause.
            if (opens_stretch(at, figure.clause)) in_sentence = period;
        } else if (mention.range.last <= begin && !in_sentence && at <= sentence.content + sentence_lead_in) {
            in_sentence = period;
        }
    }
    if (in_clause) return {in_clause, Confidence::certain};
    if (by_zone && year && (whole_year({figure.region, begin}) || whole_year({end, stretch_end(end, sentence)})))
        return {Period::of_year(*year), Confidence::certain};
    if (in_sentence && m.role != MeasureRole::change) return {in_sentence, Confidence::likely};
    if (standing && timing == IndicatorCatalogue::Timing::stock && m.role != MeasureRole::change)
        return {standing, Confidence::likely};
    return {by_zone, Confidence::guess};
}

std::size_t PeriodFinder::stretch_end(std::size_t from, const Sentence& sentence) const {
    std::size_t t = from;
    while (t < sentence.tokens.last && t < from + reach_behind && !words_.ends_phrase(t)) ++t;
    return t;
}

bool PeriodFinder::same_stretch(TokenRange between) const {
    for (std::size_t t = between.first; t < between.last; ++t)
        if (words_.ends_phrase(t) || words_.token(t).starts(LexiconClass::baseline)) return false;
    return true;
}

bool PeriodFinder::opens_stretch(std::size_t at, std::size_t clause) const {
    for (std::size_t back = 1; back <= stretch_lead_in && at >= clause + back; ++back)
        if (words_.token(at - back).kind == TokenKind::mark) return true;
    return at <= clause + stretch_lead_in;
}

std::optional<Period> PeriodFinder::standing_behind(const Sentence& sentence,
                                                    const std::optional<Period>& before) const {
    const PeriodMention* first = words_.islands().periods.first_in(sentence.tokens);
    if (first == nullptr || first->range.first > sentence.content + standing_lead_in ||
        !dates_figures(*first, sentence.content))
        return before;
    const auto period = first->period.resolve(default_year(sentence.zone));
    if (!period) return before;
    if (first->range.first > sentence.tokens.first) {
        const Token preceding = words_.token(first->range.first - 1);
        if (preceding.is_word(Keyword::den) || preceding.is_word(Keyword::het)) return period;
    }
    return std::nullopt;
}

}  // namespace tongket
