// SPDX-License-Identifier: BSL-1.0
#include "outline.hpp"

#include <algorithm>
#include <vector>

namespace tongket {
namespace {

using grammar::cue_bit;

bool is_span(const Period& period) { return period.kind != Period::Kind::day && period.kind != Period::Kind::years; }

struct Candidate {
    grammar::PeriodExpression expression;
    Purpose purpose;
};

// The period that follows: the second half after the first, the next year after a year.
std::optional<Period> following(const Period& period) {
    switch (period.kind) {
        case Period::Kind::year:
            return Period::of_year(period.year + 1);
        case Period::Kind::half:
            return period.index == 1 ? Period::of_half(period.year, 2) : Period::of_half(period.year + 1, 1);
        case Period::Kind::quarter:
            return period.index < 4 ? Period::of_quarter(period.year, period.index + 1)
                                    : Period::of_quarter(period.year + 1, 1);
        case Period::Kind::month:
            return period.index < 12 ? Period::of_month(period.year, period.index + 1)
                                     : Period::of_month(period.year + 1, 1);
        case Period::Kind::nine_months:
            return Period::of_quarter(period.year, 4);
        case Period::Kind::years:
            return Period::of_years(period.year + 1, period.last_year + 1);
        default:
            return std::nullopt;
    }
}

std::optional<Period> preceding(const Period& period) {
    switch (period.kind) {
        case Period::Kind::year:
            return Period::of_year(period.year - 1);
        case Period::Kind::half:
            return period.index == 2 ? Period::of_half(period.year, 1) : Period::of_half(period.year - 1, 2);
        case Period::Kind::quarter:
            return period.index > 1 ? Period::of_quarter(period.year, period.index - 1)
                                    : Period::of_quarter(period.year - 1, 4);
        case Period::Kind::month:
            return period.index > 1 ? Period::of_month(period.year, period.index - 1)
                                    : Period::of_month(period.year - 1, 12);
        case Period::Kind::years:
            return Period::of_years(period.year - 1, period.last_year - 1);
        default:
            return std::nullopt;
    }
}

// Where the page says what it is about, in falling order of authority.
std::vector<TokenRange> authorities(const Document& document, const Layout& layout) {
    constexpr std::size_t most_sentences = 3;
    std::vector<TokenRange> where;
    if (layout.title) where.push_back(*layout.title);
    std::size_t taken = 0;
    for (std::size_t i = layout.first_body; i < layout.roles.size() && taken < most_sentences; ++i) {
        if (layout.roles[i] != LineRole::body && layout.roles[i] != LineRole::lead) continue;
        for (std::size_t s = document.lines[i].first_sentence;
             s < document.lines[i].last_sentence && taken < most_sentences; ++s) {
            const Sentence& sentence = document.sentences[s];
            if (!sentence.has(Cue::meeting) && !sentence.has(Cue::annual) && !sentence.has(Cue::interim)) continue;
            where.push_back(sentence.tokens);
            ++taken;
        }
    }
    return where;
}

}  // namespace

Purpose purpose_at(const Document& document, std::size_t at) {
    const CueSet cues = document.cues_at(at);
    if ((cues &
         (cue_bit(Cue::annual) | cue_bit(Cue::interim) | cue_bit(Cue::achievements) | cue_bit(Cue::briefing))) != 0)
        return Purpose::review;
    if ((cues & (cue_bit(Cue::plan) | cue_bit(Cue::tasks))) != 0) return Purpose::plan;
    return Purpose::none;
}

Outline outline_of(const Document& document, const Islands& islands, const Layout& layout) {
    Outline result;
    const std::vector<TokenRange> where = authorities(document, layout);
    std::vector<Candidate> candidates;
    int last_year = 0;
    std::optional<Date> held;
    for (const TokenRange& range : where) {
        Purpose purpose = Purpose::none;
        auto mention = islands.periods.from(range.first);
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (document.token(t).starts(LexiconClass::cue)) {
                result.cues |= document.cues_at(t);
                if (const Purpose p = purpose_at(document, t); p != Purpose::none) {
                    purpose = p;
                    // 'thực hiện nhiệm vụ' looks back: the shorter phrase inside it does not count.
                    const std::size_t length = document.match(t, LexiconClass::cue).length;
                    if (mention == islands.periods.end() || mention->range.first >= t + length) t += length - 1;
                }
            }
            if (mention != islands.periods.end() && mention->range.first == t) {
                if (!mention->day) {
                    candidates.push_back({mention->period, purpose});
                    if (mention->period.year != 0) last_year = std::max(last_year, mention->period.year);
                } else if (mention->day->year != 0 && !held) {
                    held = mention->day->resolve(std::nullopt);
                }
                t = mention->range.last - 1;
                ++mention;
            }
        }
    }
    // 'sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2018': the year stands with the second.
    const auto year = [&](std::size_t i) -> std::optional<int> {
        for (std::size_t k = i + 1; k < candidates.size(); ++k)
            if (candidates[k].expression.year != 0) return candidates[k].expression.year;
        if (last_year != 0) return last_year;
        if (!held) return std::nullopt;
        // 'tháng 10' at a conference of November is of that year, 'tháng 12' at one of January of the year before.
        const auto& expression = candidates[i].expression;
        const bool before = candidates[i].purpose == Purpose::review && expression.kind == Period::Kind::month &&
                            expression.index > held->month;
        return before ? held->year - 1 : held->year;
    };
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto period = candidates[i].expression.resolve(year(i));
        if (!period || (!is_span(*period) && period->kind != Period::Kind::years)) continue;
        if (period->kind == Period::Kind::years && period->last_year - period->year > 1) continue;
        if (candidates[i].purpose == Purpose::review && !result.reviews) result.reviews = period;
        if (candidates[i].purpose == Purpose::plan && !result.plans && period != result.reviews)
            result.plans = period;
    }
    if ((result.cues & cue_bit(Cue::annual)) != 0)
        result.kind = MeetingKind::annual_review;
    else if ((result.cues & cue_bit(Cue::interim)) != 0)
        result.kind = MeetingKind::interim_review;
    else if ((result.cues & cue_bit(Cue::briefing)) != 0)
        result.kind = MeetingKind::briefing;
    else if ((result.cues & cue_bit(Cue::plan)) != 0)
        result.kind = MeetingKind::kickoff;
    // A part of a year reviewed is interim, whatever the verb.
    if (result.reviews && result.kind == MeetingKind::annual_review && (result.cues & cue_bit(Cue::interim)) != 0 &&
        result.reviews->kind != Period::Kind::year && result.reviews->kind != Period::Kind::years)
        result.kind = MeetingKind::interim_review;
    if (result.plans && !result.reviews && result.kind != MeetingKind::other)
        result.reviews = preceding(*result.plans);
    if (result.reviews && !result.plans && result.kind == MeetingKind::annual_review)
        result.plans = following(*result.reviews);
    return result;
}


}  // namespace tongket
