// SPDX-License-Identifier: BSL-1.0
#include "measures/period.hpp"

#include <charconv>
#include <chrono>
#include <utility>

#include "told_time.hpp"

namespace tongket {
namespace {

constexpr std::array<std::string_view, 11> rule_names{"bracket", "in_order",   "adjacent", "before",
                                                      "behind",  "whole_year", "opening",  "standing",
                                                      "whole",   "shared",     "zone"};
static_assert(rule_names.size() == static_cast<std::size_t>(PeriodRule::zone) + 1);

// A period behind its figure begins within so many tokens.
constexpr std::size_t reach_behind = 8;
// One that opens a sentence, a clause or a stretch has at most so many tokens before it.
constexpr std::size_t sentence_lead_in = 3;
constexpr std::size_t stretch_lead_in = 4;
constexpr std::size_t standing_lead_in = 4;
// How far before a period the words of its baseline may begin.
constexpr std::size_t baseline_reach = 5;
// How far before the first figure of a list 'lần lượt' may stand.
constexpr std::size_t link_reach = 4;
// 'Trong những tháng cuối năm' at the head of a sentence has at most so many tokens.
constexpr std::size_t longest_rest = 6;

// A year that stands in a list behind another: 'các năm 2015, 2016'.
std::optional<Period> bare_year(const Words& words, std::size_t at) {
    constexpr std::size_t digits = 4;
    const Token token = words.token(at);
    if (token.kind != TokenKind::number || token.length != digits) return std::nullopt;
    const std::string_view text = words.document().text_of(at);
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return grammar::period_of(grammar::PeriodPart{Period::Kind::year, year, 0, 0}).resolve(std::nullopt);
}

// 'quý I và quý II', 'ba năm 2015, 2016 và 2017': one by one.
std::vector<Period> members_of(grammar::PeriodExpression list, const std::optional<Period>& whole) {
    if (std::exchange(list.gapped, false)) {
        const auto span = list.resolve_in(whole);
        // Those in the middle are not known.
        if (!span || list.named > 2) return {};
        return {grammar::period_of(list.first).resolve(span->year()).value_or(*span),
                grammar::period_of(*list.last).resolve(span->last_year()).value_or(*span)};
    }
    const auto all = list.resolve_in(whole);
    if (!all) return {};
    std::vector<Period> members;
    grammar::PeriodPart part = list.first;
    part.year = all->year();
    const int of_year = grammar::parts_of_year(part.kind);
    const int steps = list.of_years() ? list.last->year - list.first.year
                                      : (list.last->index - list.first.index + of_year) % of_year;
    for (int step = 0; step <= steps; ++step) {
        if (const auto member = grammar::period_of(part).resolve(std::nullopt)) members.push_back(*member);
        if (list.of_years() || part.index == of_year) ++part.year;
        if (!list.of_years()) part.index = part.index % of_year + 1;
    }
    return members;
}

// Whether a mark stands in a range.
bool holds_comma(const Words& words, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (words.token(t).is_mark(',')) return true;
    return false;
}

// Whether a period begins before another ends, or on the day after.
bool goes_on(const Period& period, const Period& next) {
    const auto days = [](Date date) {
        return std::chrono::sys_days(std::chrono::year(date.year) / std::chrono::month(date.month) /
                                     std::chrono::day(date.day));
    };
    return period.first_day() <= next.first_day() &&
           days(next.first_day()) <= days(period.last_day()) + std::chrono::days(1);
}

// All of a list of times: 'năm 2015 và 6 tháng đầu năm 2016'. Nothing where one of them is not known.
struct AllOfList {
    std::optional<Period> period;
    bool gaps = false;  // there are others between them
};
AllOfList all_of(std::span<const PeriodMention> list, const std::optional<Period>& whole) {
    AllOfList all{list.front().period.resolve_in(whole), list.front().period.gapped};
    for (const PeriodMention& mention : list.subspan(1)) {
        const auto next = mention.period.resolve_in(whole);
        if (!all.period || !next) return {std::nullopt, all.gaps || mention.period.gapped};
        if (!goes_on(*all.period, *next)) return {std::nullopt, true};
        all.period = Period::make_range(*all.period, *next);
    }
    return all;
}

// 'năm học 2015-2016' is called one of two years, but its months are those from September to August.
std::optional<Period> months_told(const Words& words, const std::optional<Period>& period) {
    constexpr std::string_view school_year = "school";
    constexpr int opens = 9, closes = 8;
    if (!period || !period->of_whole_years() || period->last_year() != period->year() + 1) return period;
    for (const PeriodMention& mention : words.islands().periods)
        if (mention.period.of_years() && mention.period.resolve(std::nullopt) == period &&
            words.match(mention.range.first, LexiconClass::period_name).value() == school_year)
            return Period::of_range(Period::of_month(period->year(), opens),
                                    Period::of_month(period->last_year(), closes));
    return period;
}

}  // namespace

PeriodFinder::PeriodFinder(const Words& words, const Meeting& meeting)
    : words_(words),
      meeting_(meeting),
      told_reviews_(months_told(words, meeting.reviews)),
      told_plans_(months_told(words, meeting.plans)) {}

bool is_point(const Period& period) noexcept {
    return period.kind() == Period::Kind::day || period.kind() == Period::Kind::month;
}

std::optional<Diagnostic> slip_of(const Document& document, const PeriodMention& mention) {
    if (!mention.period.implausible()) return std::nullopt;
    return Diagnostic{Severity::warning, "implausible-period", "the calendar has no such time",
                      document.span(mention.range), std::nullopt};
}

std::string_view name_of(PeriodRule rule) noexcept { return rule_names[static_cast<std::size_t>(rule)]; }

const PeriodCandidate* PeriodCandidates::best() const noexcept {
    for (const auto& candidate : by_rule_)
        if (candidate) return &*candidate;
    return nullptr;
}

std::vector<PeriodCandidate> PeriodCandidates::ranked() const {
    std::vector<PeriodCandidate> candidates;
    for (const auto& candidate : by_rule_)
        if (candidate) candidates.push_back(*candidate);
    return candidates;
}

std::optional<Period> PeriodFinder::told_of(ZoneKind zone) const {
    return zone == ZoneKind::tasks && told_plans_ ? told_plans_ : told_reviews_;
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

// '42 cán bộ dự', '12 điểm cầu': what the opening counts where it tells who came was there on the day of the meeting.
std::optional<Period> PeriodFinder::day_counted(const Measure& measure, const Sentence& sentence) const {
    const bool counts = measure.kind == MeasureKind::count && measure.role == MeasureRole::level;
    const bool opening = sentence.zone == ZoneKind::opening && (sentence.has(Cue::attend) || sentence.has(Cue::hold));
    return opening && counts && meeting_.date ? std::optional(Period::of_day(*meeting_.date)) : std::nullopt;
}

// Whether a period says what is compared with: 'so với cùng kỳ năm 2015', 'vượt kế hoạch năm 2015', but not 'Kế hoạch
// năm 2015 là ...'.
bool PeriodFinder::against_baseline(std::size_t at, std::size_t clause) const {
    for (std::size_t back = 1; back <= baseline_reach && at >= clause + back; ++back) {
        const std::size_t from = at - back;
        const Token before = words_.token(from);
        if (before.starts(LexiconClass::baseline)) {
            const PhraseMatch baseline = words_.match(from, LexiconClass::baseline);
            const bool opens =
                from == clause || (words_.ends_phrase(from - 1) && !words_.token(from - 1).is_mark('%'));
            if (baseline.length >= back - 1 && !(opens && baseline.value() == lexicon_values::bare_baseline))
                return true;
        }
        if (before.kind == TokenKind::mark) break;
    }
    return false;
}

// 'lùi sang năm 2016', 'công bố tháng 4/2017': when something else was done, not what the figure counts.
bool PeriodFinder::of_other_event(TokenRange period) const {
    const std::size_t at = period.first;
    constexpr std::size_t longest_event = 4;
    for (std::size_t back = 1; back <= longest_event && back <= at; ++back) {
        const PhraseMatch verb = words_.match(at - back, LexiconClass::boundary);
        if (verb && verb.length >= back && verb.value() == lexicon_values::event_boundary) return true;
        const PhraseMatch event = words_.match(at - back, LexiconClass::uncounted);
        if (event.length != back || back == at) continue;
        // 'Công ty thành lập năm 1995, hiện có 450 lao động'; what goes on is told of the year: 'số doanh nghiệp
        // thành lập năm 2016 là 450'.
        if (event.value() == lexicon_values::dated_event && words_.ends_phrase(period.last)) return true;
        // 'Nguyễn Văn Hải (sinh năm 1965)'; no 'tuyển sinh năm 2016'.
        const std::size_t named = at - back - 1;
        if (event.value() == lexicon_values::dated_birth &&
            (words_.token(named).kind == TokenKind::mark || words_.islands().persons.at(named) != nullptr))
            return true;
    }
    return false;
}

// 'Chương trình ... giai đoạn 2016-2020', 'theo chuẩn giai đoạn 2016-2020': the years are part of a name.
bool PeriodFinder::names_programme(std::size_t at, std::size_t clause) const {
    for (std::size_t t = at; t-- > clause;) {
        const Token token = words_.token(t);
        if (words_.ends_phrase(t)) return false;
        if (token.starts(LexiconClass::document) || token.is_word(Keyword::theo)) return true;
    }
    return false;
}

// 'tháng 12 năm ngoái', 'quý IV năm trước'
bool PeriodFinder::of_last_year(std::size_t behind) const {
    const Token which = words_.token(behind + 1);
    return words_.token(behind).is_word(Keyword::nam) &&
           (which.is_word(Keyword::last_year) || which.is_word(Keyword::before));
}

// '456 vụ (năm 2017: 512 vụ), bắt giữ 612 đối tượng': what a bracket tells with a figure of its own holds in it
// alone.
bool PeriodFinder::in_closed_bracket(TokenRange behind) const {
    std::size_t open = 0;
    for (std::size_t t = behind.first; t < behind.last; ++t) {
        if (words_.token(t).is_mark('(')) ++open;
        if (!words_.token(t).is_mark(')')) continue;
        if (open == 0) return words_.islands().quantities.any_in({behind.first, t});
        --open;
    }
    return false;
}

// 'Luật Doanh nghiệp năm 2014': the year is a part of its name.
bool PeriodFinder::dates_law(std::size_t at) const {
    constexpr std::size_t longest_name = 8;
    for (std::size_t back = 1; back <= longest_name && back <= at && !words_.ends_phrase(at - back); ++back)
        if (words_.token(at - back).has(Token::capital) &&
            words_.match(at - back, LexiconClass::document).value() == "law")
            return true;
    return false;
}

// A mention that dates figures: not a baseline, not a document's date, not a plan's name.
bool PeriodFinder::dates_figures(const PeriodMention& mention, std::size_t clause) const {
    const std::size_t at = mention.range.first;
    if (mention.period.of_years()) {
        // A school year dates what its own clause tells.
        constexpr grammar::KeywordSet openers{Keyword::tu, Keyword::nam, Keyword::cac};
        const Token opener = words_.token(at);
        const bool named = opener.starts(LexiconClass::period_name);
        const bool said = (named ? opener.is_word(Keyword::giai) : openers.contains(opener.word)) ||
                          (at >= clause && (named || mention.period.counted > 0));
        // 'Kế hoạch 5 năm 2016 - 2020' is of all its years.
        const bool plan_of_years =
            mention.period.counted > 0 && at > 0 && words_.token(at - 1).kind == TokenKind::word;
        if (!said || (!plan_of_years && names_programme(at, clause))) return false;
    }
    if (dates_law(at)) return false;
    // What opens the sentence lies before the clause.
    if (against_baseline(at, at >= clause ? clause : 0) || of_other_event(mention.range)) return false;
    if (at >= 2 && rest_of_year({at - 2, at + 1})) return false;
    const bool from_day_to_day = mention.period.last && words_.token(at).is_word(Keyword::tu);
    if (mention.day && !from_day_to_day && !as_of(at) && !words_.token(at > 0 ? at - 1 : at).is_word(Keyword::before))
        return false;
    const CitationMention* citation = words_.islands().citations.at(at);
    return citation == nullptr || at >= citation->citation.last;
}

// 'đến 31/12', 'hết tháng 6', 'thời điểm 31/12': up to a time, not in it.
bool PeriodFinder::as_of(std::size_t at) const {
    constexpr grammar::KeywordSet up_to{Keyword::den, Keyword::het, Keyword::tinh, Keyword::diem};
    return at > 0 && up_to.contains(words_.token(at - 1).word);
}

// 'đến cuối năm 2016': up to the last day of it.
bool PeriodFinder::up_to_end(std::size_t at) const {
    return at > 1 && words_.token(at - 1).is_word(Keyword::cuoi) && as_of(at - 1);
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

// The first of mentions and those that are told with it: 'năm học 2015-2016 và 2016-2017'. A comma parts clauses but
// before a number; so does 'và' where each time has a figure of its own: '12 tỷ đồng năm 2015 và năm 2016 là 15 tỷ'.
std::span<const PeriodMention> PeriodFinder::listed_from(std::span<const PeriodMention> mentions) const {
    const std::size_t first = mentions.front().range.first;
    std::size_t count = 1;
    for (std::size_t at = 1; at < mentions.size(); ++at) {
        std::size_t t = mentions[at - 1].range.last;
        const std::size_t next = mentions[at].range.first;
        const bool comma = words_.token(t).is_mark(',');
        if (comma) ++t;
        const bool also = words_.token(t).is_word(Keyword::va) || words_.token(t).is_mark('+');
        if (also) ++t;
        if (t != next || !(comma || also)) break;
        const bool years = mentions[at - 1].period.of_years() && mentions[at].period.of_years();
        if (also || (years && words_.token(next).kind == TokenKind::number)) count = at + 1;
    }
    if (count == 1) return mentions.first(1);
    const auto& quantities = words_.islands().quantities;
    const auto behind_figure = [&](std::size_t at) { return at > 0 && (quantities.at(at - 1) != nullptr); };
    const bool parted = behind_figure(first) || (first > 0 && behind_figure(first - 1));
    return mentions.first(parted && !words_.ends_phrase(mentions[count - 1].range.last) ? 1 : count);
}

// The periods of a list that a mention begins: 'các năm 2015, 2016 và 2017'. Empty where it stands alone.
std::vector<Period> PeriodFinder::list_at(const PeriodMention& mention, const std::optional<Period>& whole) const {
    if (mention.period.listed) return members_of(mention.period, whole);
    std::vector<Period> list;
    std::optional<Period> next = mention.period.resolve_in(whole);
    for (std::size_t t = mention.range.last; next;) {
        list.push_back(*next);
        if (!words_.token(t).is_mark(',') && !words_.token(t).is_word(Keyword::va)) break;
        ++t;
        const PeriodMention* said = words_.islands().periods.at(t);
        next = said != nullptr ? said->period.resolve_in(whole) : bare_year(words_, t);
        t = said != nullptr ? said->range.last : t + 1;
    }
    return list.size() > 1 ? list : std::vector<Period>{};
}

// 'Doanh thu các năm 2015, 2016 lần lượt là 40 và 52 tỷ đồng': the period in the figure's place of the list.
std::optional<Period> PeriodFinder::in_order(const Figure& figure, const Sentence& sentence) const {
    const auto& quantities = words_.islands().quantities;
    std::size_t first = figure.begin();
    std::size_t place = 0;
    while (first >= figure.clause + 2 &&
           (words_.token(first - 1).is_mark(',') || words_.token(first - 1).is_word(Keyword::va))) {
        const QuantityMention* before = quantities.at(first - 2);
        if (before == nullptr) break;
        first = before->range.first;
        ++place;
    }
    for (std::size_t back = 1; back <= link_reach && first >= figure.clause + back; ++back) {
        if (words_.match(first - back, LexiconClass::link).value() != lexicon_values::in_order_link) continue;
        for (const PeriodMention& mention : words_.islands().periods.in({figure.clause, first - back})) {
            const std::vector<Period> list = list_at(mention, told_of(sentence.zone));
            if (place < list.size()) return list[place];
        }
    }
    return std::nullopt;
}

// 'từ 12,4% năm 2010 xuống 5,1%': what stands between two levels dates the first. Empty for any but the second.
static TokenRange behind_first_level(const Words& words, const Figure& figure) {
    const auto& quantities = words.islands().quantities;
    const std::size_t index = quantities.index_of(*figure.mention);
    if (index == 0 || quantities[index - 1].rises_to != figure.begin()) return {};
    return {quantities[index - 1].range.last, figure.begin()};
}

PeriodCandidates PeriodFinder::candidates(const Figure& figure, const Sentence& sentence,
                                          const std::optional<Period>& standing,
                                          IndicatorCatalogue::Timing timing) const {
    const std::size_t begin = figure.begin(), end = figure.mention->range.last;
    const Measure& m = figure.measure;
    const bool flow = timing == IndicatorCatalogue::Timing::flow;
    const bool change = m.role == MeasureRole::change;
    const auto whole = told_of(sentence.zone);
    const auto by_zone = zone_period(sentence.zone);
    PeriodCandidates found;
    found.set({PeriodRule::zone, by_zone || flow ? by_zone : day_counted(m, sentence), Confidence::guess});
    if (const auto listed = in_order(figure, sentence))
        found.set({PeriodRule::in_order, listed, Confidence::certain});
    const TokenRange first_levels = behind_first_level(words_, figure);
    const std::span<const PeriodMention> mentions = words_.islands().periods.in(sentence.tokens);
    for (std::size_t next = 0; next < mentions.size();) {
        const auto list = listed_from(mentions.subspan(next));
        next += list.size();
        const PeriodMention& mention = list.front();
        const TokenRange range{mention.range.first, list.back().range.last};
        const std::size_t at = range.first;
        if (first_levels.first <= at && at < first_levels.last) continue;
        // 'so với năm 2016 (12.000 bản)': what it is compared with is of that time.
        if (range.last + 1 == begin && words_.token(begin - 1).is_mark('(') && words_.token(end).is_mark(')'))
            if (const auto period = mention.period.resolve_in(whole)) {
                found.set({PeriodRule::bracket, period, Confidence::certain, false});
                continue;
            }
        if (!dates_figures(mention, figure.clause) || (m.baseline && at >= end && at < figure.end)) continue;
        if (range.last <= begin && in_closed_bracket({range.last, begin})) continue;
        // 'gấp 1,5 lần năm 2017': what it is so many times of.
        const QuantityMention* times = at > 0 ? words_.islands().quantities.at(at - 1) : nullptr;
        if (times != nullptr && times->range.first > 0 && counts_times(words_.document(), *times) &&
            words_.token(times->range.first - 1).is_word(Keyword::gap))
            continue;
        // 'Từ năm 2015 đến nay', 'trước năm 2015': where it begins or ends, of which the page tells one end alone.
        if (const auto open = open_range(range)) {
            if (range.last <= begin && (at >= figure.clause || at <= sentence.content + sentence_lead_in))
                found.set({PeriodRule::before, open->period, open->period ? Confidence::likely : Confidence::guess,
                           false, open->period ? TokenRange{} : range});
            continue;
        }
        // A slip says only that the figure has a time of its own.
        const bool slip = mention.period.implausible();
        const AllOfList all = all_of(list, whole);
        auto period = slip ? by_zone : all.period;
        if (by_zone && mention.period.year() == 0 && of_last_year(range.last))
            period = mention.period.resolve(by_zone->year() - 1);
        const TokenRange split = all.gaps ? range : TokenRange{};
        const Confidence certain = slip                            ? Confidence::guess
                                   : mention.period.turns_unsaid() ? Confidence::likely
                                                                   : Confidence::certain;
        const Confidence likely = slip ? Confidence::guess : Confidence::likely;
        if (!period && !all.gaps) continue;
        const bool to_end = period && up_to_end(at) && period->kind() == Period::Kind::year;
        if (to_end) period = Period::of_day(period->last_day());
        const bool up_to = as_of(at) || to_end;
        if (const auto bracket = bracket_of(mention)) {
            if (*bracket == end || *bracket == figure.end)
                found.set({PeriodRule::bracket, period, certain, up_to, split});
            continue;
        }
        // What flows up to a day flows in the period that the page tells of.
        if (period && flow && by_zone && up_to && is_point(*period)) continue;
        // 'đến hết quý II' in a report on six months.
        if (period && timing != IndicatorCatalogue::Timing::stock && by_zone && up_to && !is_point(*period) &&
            !period->of_whole_years() && period->last_day() == by_zone->last_day())
            period = by_zone;
        if (at == end && !change && !up_to) found.set({PeriodRule::adjacent, period, certain, up_to, split});
        const bool opens =
            mention.period.of_years() ? stands_alone(at, figure.clause) : opens_stretch(at, figure.clause);
        if (at >= figure.region && range.last <= begin) {
            if (opens || reaches(range, figure, sentence.zone))
                found.set({PeriodRule::before, period, certain, up_to, split});
        } else if (at >= end && at < end + reach_behind && same_stretch({end, at})) {
            if (found.by(PeriodRule::behind) == nullptr)
                found.set({PeriodRule::behind, period, certain, up_to, split});
        } else if (range.last <= begin && !(period && change && up_to && is_point(*period))) {
            // The latest mention before the figure within its clause, or else one that opens the sentence.
            // 'xuất khẩu trong 7 tháng đầu năm đạt 145 tỷ đồng, có 24 mặt hàng': it goes on behind its figure.
            const bool goes_on = at > figure.clause && words_.token(at - 1).is_word(Keyword::trong) &&
                                 words_.islands().quantities.any_in({range.last, begin});
            const bool in_clause = at >= figure.clause && (opens || goes_on);
            const bool heads = at < figure.clause && at <= sentence.content + sentence_lead_in &&
                               found.by(PeriodRule::opening) == nullptr;
            if (in_clause || heads) found.set({PeriodRule::opening, period, likely, up_to, split});
        }
    }
    if (const auto year = year_beside({figure.clause, begin}, by_zone); year && !change && !m.baseline)
        found.set({PeriodRule::before, year, Confidence::likely});
    if (const auto before = same_time_before(figure, by_zone))
        found.set({PeriodRule::before, before, Confidence::likely});
    if (const auto year = opening_year({figure.region, begin}); year && !found.by(PeriodRule::before))
        found.set({PeriodRule::before, year, Confidence::likely});
    if (const auto now = this_year({figure.region, begin}); now && !found.by(PeriodRule::before))
        found.set({PeriodRule::before, now, Confidence::likely});
    else if (const auto behind = this_year({end, stretch_end(end, sentence)});
             behind && !found.by(PeriodRule::behind))
        found.set({PeriodRule::behind, behind, Confidence::likely});
    if (const auto past = years_past({figure.clause, begin}, by_zone); past && !found.by(PeriodRule::opening))
        found.set({PeriodRule::opening, past, Confidence::likely});
    if (const auto rest = rest_of_year({figure.region, begin}))
        found.set({PeriodRule::before, rest, Confidence::certain});
    else if (const auto said = rest_of_year({sentence.content, std::min(begin, sentence.content + longest_rest)}))
        found.set({PeriodRule::opening, said, Confidence::likely});
    if (by_zone && whole && (whole_year({figure.region, begin}) || whole_year({end, stretch_end(end, sentence)})))
        // All of a school year is two years.
        found.set({PeriodRule::whole_year, by_zone == whole ? Period::of_year(whole->year()) : by_zone,
                   Confidence::certain});
    if (standing && timing == IndicatorCatalogue::Timing::stock && !change)
        found.set({PeriodRule::standing, standing, Confidence::likely, true});
    // On a page that tells of no period all that was told until a day may hold until then.
    else if (standing && !by_zone)
        found.set({PeriodRule::standing, standing, Confidence::guess, true});
    return found;
}

// 'Từ năm 2015 đến nay', 'kể từ năm 2013', 'trước năm 2015', 'sau năm 2020'. Empty for a time that is no end of one;
// of those that the page does not close no period.
std::optional<PeriodFinder::OpenRange> PeriodFinder::open_range(TokenRange period) const {
    const PeriodMention* mention = words_.islands().periods.at(period.first);
    if (mention == nullptr || period.first == 0 || mention->period.last ||
        mention->period.first.kind != Period::Kind::year || mention->day)
        return std::nullopt;
    const Token before = words_.token(period.first - 1);
    if (before.is_word(Keyword::before) || before.is_word(Keyword::sau)) return OpenRange{};
    if (!before.is_word(Keyword::tu)) return std::nullopt;
    const auto year = mention->period.resolve(std::nullopt);
    const Token behind = words_.token(period.last);
    const bool till_now = (behind.is_word(Keyword::den) || behind.is_word(Keyword::coming)) &&
                          words_.token(period.last + 1).is_word(Keyword::nay);
    if (!year || (!till_now && !words_.ends_phrase(period.last))) return std::nullopt;
    if (!meeting_.reviews || meeting_.reviews->first_day() < year->first_day()) return OpenRange{};
    return OpenRange{Period::make_range(*year, *meeting_.reviews)};
}

// 'năm trước là 450 tỷ đồng', 'cùng kỳ năm ngoái đạt 450 tỷ đồng', 'năm sau ước đạt 500 tỷ đồng': before the figure
// in its clause, where nothing is compared.
std::optional<Period> PeriodFinder::year_beside(TokenRange range, const std::optional<Period>& reported) const {
    constexpr grammar::KeywordSet leads{Keyword::khi};
    if (!reported || reported->is_range()) return std::nullopt;
    for (std::size_t t = range.last; t-- > range.first;) {
        if (words_.inside_period(t)) return std::nullopt;
        if (!words_.token(t).is_word(Keyword::nam)) continue;
        const Token which = words_.token(t + 1);
        const bool before = which.is_word(Keyword::before) || which.is_word(Keyword::last_year);
        const bool behind = which.is_word(Keyword::sau);
        if (!before && !behind) continue;
        const bool same = t >= range.first + 2 && words_.token(t - 1).is_word(Keyword::ky) &&
                          words_.token(t - 2).is_word(Keyword::cung);
        const std::size_t opens = same ? t - 2 : t;
        const bool free =
            opens == range.first || words_.ends_phrase(opens - 1) || leads.contains(words_.token(opens - 1).word);
        if (!free || is_compared(words_.document(), range, opens)) return std::nullopt;
        const int year = reported->year() + (before ? -1 : 1);
        if (same && reported->kind() != Period::Kind::day)
            return Period::make(reported->kind(), year, reported->first.index);
        return Period::make(Period::Kind::year, year);
    }
    return std::nullopt;
}

// '2015 có 12 xã, 2016 có 15 xã', '2015: 12,5%; 2016: 10,3%': a year without its word opens what is told of it.
std::optional<Period> PeriodFinder::opening_year(TokenRange range) const {
    constexpr grammar::KeywordSet links{Keyword::co, Keyword::la, Keyword::dat};
    for (std::size_t t = range.last; t-- > range.first;) {
        const Token next = words_.token(t + 1);
        const bool opens = t == range.first || words_.token(t - 1).kind == TokenKind::mark;
        if (!(next.is_mark(':') || (opens && links.contains(next.word))) || words_.inside_period(t) ||
            words_.islands().citations.at(t) != nullptr)
            continue;
        if (const auto year = bare_year(words_, t)) return year;
    }
    return std::nullopt;
}

// 'năm nay' on a page about a conference of that year; 'từ đầu năm nay', 'giữa năm nay' are parts of it.
std::optional<Period> PeriodFinder::this_year(TokenRange range) const {
    constexpr grammar::KeywordSet edges{Keyword::dau, Keyword::cuoi}, several{Keyword::cac, Keyword::nhung};
    const bool partial = meeting_.reviews && !meeting_.reviews->of_whole_years();
    // 'mấy năm nay', 'hai năm nay'
    const auto counts = [&](std::size_t at) {
        const Token token = words_.token(at);
        return token.kind == TokenKind::number || token.starts(LexiconClass::number_word) ||
               token.starts(LexiconClass::number_part) || several.contains(token.word);
    };
    if (!meeting_.date && !partial) return std::nullopt;
    for (std::size_t t = range.first; t + 1 < range.last; ++t)
        if (words_.token(t).is_word(Keyword::nam) && words_.token(t + 1).is_word(Keyword::nay) &&
            !words_.inside_period(t) && !(t > 0 && (edges.contains(words_.token(t - 1).word) || counts(t - 1))) &&
            !is_compared(words_.document(), range, t))
            return Period::of_year(meeting_.date ? int{meeting_.date->year} : meeting_.reviews->year());
    return std::nullopt;
}

// '(cùng kỳ 30 tỷ)', '(cùng kỳ năm trước là 30 tỷ)': the same part of the year before the one reported.
std::optional<Period> PeriodFinder::same_time_before(const Figure& figure,
                                                     const std::optional<Period>& reported) const {
    constexpr grammar::KeywordSet lead_in{Keyword::nam, Keyword::before, Keyword::la, Keyword::dat};
    constexpr std::size_t least = 3;  // a bracket, 'cùng kỳ'
    if (!reported || reported->is_range() || reported->kind() == Period::Kind::day) return std::nullopt;
    std::size_t t = figure.begin();
    while (t > figure.region && lead_in.contains(words_.token(t - 1).word)) --t;
    if (t < least || !words_.token(t - 1).is_word(Keyword::ky) || !words_.token(t - 2).is_word(Keyword::cung) ||
        !words_.token(t - least).is_mark('('))
        return std::nullopt;
    return Period::make(reported->kind(), reported->year() - 1, reported->first.index);
}

// 'trong 5 năm qua', '3 năm trở lại đây' in a report on 2015: 2011 to 2015, 2013 to 2015.
std::optional<Period> PeriodFinder::years_past(TokenRange range, const std::optional<Period>& reported) const {
    if (!reported || reported->kind() != Period::Kind::year) return std::nullopt;
    for (std::size_t t = range.first; t + 2 < range.last; ++t) {
        // 'Hai năm qua'
        const PhraseMatch word = words_.match(t, LexiconClass::number_word);
        const bool counted = words_.token(t).kind == TokenKind::number || word.length == 1;
        if (!counted || !words_.token(t + 1).is_word(Keyword::nam) ||
            !(words_.token(t + 2).is_word(Keyword::qua) ||
              (words_.token(t + 2).is_word(Keyword::just_now) && words_.token(t + 3).is_word(Keyword::qua)) ||
              (words_.token(t + 2).is_word(Keyword::tro) && words_.token(t + 3).is_word(Keyword::lai))))
            continue;
        const auto count = word ? std::optional(Decimal(word.payload->number))
                                : grammar::read_number(words_.document().text_of(t)).value;
        if (!count || !count->is_integer() || *count < Decimal(2) || Decimal(most_years_told) < *count)
            return std::nullopt;
        return Period::of_years(reported->year() - static_cast<int>(count->to_double()) + 1, reported->year());
    }
    return std::nullopt;
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

// Behind a mark, the beginning of the clause, or a verb of speaking.
bool PeriodFinder::opens_stretch(std::size_t at, std::size_t clause) const {
    constexpr CueSet speaking =
        grammar::cue_bit(Cue::say) | grammar::cue_bit(Cue::tell) | grammar::cue_bit(Cue::report);
    for (std::size_t back = 1; back <= stretch_lead_in && at >= clause + back; ++back)
        if (words_.token(at - back).kind == TokenKind::mark || (words_.document().cues_at(at - back) & speaking) != 0)
            return true;
    return at <= clause + stretch_lead_in;
}

// 'đối thoại trong tháng 5, cấp 20 giấy phép', 'kiện toàn xong trước 15/7, với 80 cán bộ': it belongs to what stands
// before the comma. 'Với kết quả đạt được trong năm 2016, đã cấp 20 giấy phép' tells of all behind it; that counts
// where the zone says nothing.
bool PeriodFinder::reaches(TokenRange period, const Figure& figure, ZoneKind zone) const {
    const std::size_t at = period.first;
    if (!holds_comma(words_, {period.last, figure.begin()})) return true;
    return !zone_period(zone) && figure.region == figure.clause && at > figure.clause &&
           words_.token(at - 1).is_word(Keyword::trong) && !holds_comma(words_, {figure.clause, at});
}

// 'các tháng cuối năm', 'những tháng cuối năm 2016': what remains of the year after the period
// reviewed.
std::optional<Period> PeriodFinder::rest_of_year(TokenRange range) const {
    for (std::size_t t = range.first; t + 2 < range.last; ++t) {
        if (!words_.token(t + 1).is_word(Keyword::cuoi) || !words_.token(t + 2).is_word(Keyword::nam)) continue;
        const bool counted = t > 0 && (words_.token(t - 1).kind == TokenKind::number ||
                                       words_.token(t - 1).starts(LexiconClass::number_word));
        if (words_.token(t).is_word(Keyword::thang) && !counted && meeting_.plans && meeting_.reviews &&
            meeting_.plans->kind() != Period::Kind::year && meeting_.plans->year() == meeting_.reviews->year())
            return meeting_.plans;
    }
    return std::nullopt;
}

// 'Giai đoạn 2016-2020, ...', 'Trong giai đoạn ...', 'Năm học ...', but not 'Giảm nghèo giai đoạn 2016-2020, ...'.
bool PeriodFinder::stands_alone(std::size_t at, std::size_t clause) const {
    constexpr grammar::KeywordSet opens_span{Keyword::trong, Keyword::qua, Keyword::sau};
    if (at <= clause) return true;
    const Token before = words_.token(at - 1);
    // 'Học kỳ I năm học 2018-2019'
    const bool term =
        at >= clause + 3 && words_.token(at - 2).is_word(Keyword::ky) && words_.token(at - 3).is_word(Keyword::hoc);
    return before.kind == TokenKind::mark || opens_span.contains(before.word) || term;
}

std::optional<Period> PeriodFinder::standing_behind(const Sentence& sentence,
                                                    const std::optional<Period>& before) const {
    const PeriodMention* first = words_.islands().periods.first_in(sentence.tokens);
    if (first == nullptr || first->range.first > sentence.content + standing_lead_in ||
        !dates_figures(*first, sentence.content))
        return before;
    const auto period = first->period.resolve_in(told_of(sentence.zone));
    if (!period) return before;
    if (first->range.first > sentence.tokens.first) {
        const Token preceding = words_.token(first->range.first - 1);
        if (preceding.is_word(Keyword::den) || preceding.is_word(Keyword::het)) return period;
    }
    return std::nullopt;
}

}  // namespace tongket
