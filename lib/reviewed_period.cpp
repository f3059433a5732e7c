// SPDX-License-Identifier: BSL-1.0
#include "reviewed_period.hpp"

#include <algorithm>
#include <map>

namespace tongket {
namespace {

using grammar::KeywordSet;

constexpr int months_of_quarter = 3, months_of_half = 6, months_of_year = 12;

// What speaks for a period: the words that open a sentence more than others, the headline and 'từ ... đến ...' most.
constexpr int point = 1, opening_points = 2, headline_points = 2, span_points = 4;
constexpr int least_points = 3;

using Points = std::map<Period, int>;

// The sentences of the story.
template <typename Visitor>
void for_each_sentence(const Document& document, const Layout& layout, Visitor visit) {
    for (std::size_t i = layout.first_body; i < layout.roles.size(); ++i) {
        if (layout.roles[i] != LineRole::body && layout.roles[i] != LineRole::lead) continue;
        for (std::size_t s = document.lines[i].first_sentence; s < document.lines[i].last_sentence; ++s)
            visit(document.sentences[s]);
    }
}

// The period that more speaks for than for any other.
std::optional<Period> clear_winner(const Points& points) {
    const auto best = std::max_element(points.begin(), points.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == points.end() || best->second < least_points) return std::nullopt;
    for (const auto& [period, count] : points)
        if (period != best->first && count == best->second) return std::nullopt;
    return best->first;
}

// Reviews are held when a period ends, or some weeks later; of a year some months.
bool may_be_reviewed(const Period& period, const Date& on) {
    constexpr int earliest_of_part = -20, latest_of_part = 75, earliest_of_year = -92, latest_of_year = 150;  // days
    constexpr int shortest = 80, longest = 400;                                                               // days
    const int length = days_between(period.first_day(), period.last_day());
    const int behind = days_between(period.last_day(), on);
    if (length < shortest || length > longest) return false;
    return period.of_whole_years() ? earliest_of_year <= behind && behind <= latest_of_year
                                   : earliest_of_part <= behind && behind <= latest_of_part;
}

// Without a year said, the latest that has begun.
std::optional<Period> resolved(const grammar::PeriodExpression& expression, const Date& told_on) {
    if (expression.year() != 0) return expression.resolve(std::nullopt);
    const auto period = expression.resolve(told_on.year);
    return period && told_on < period->first_day() ? expression.resolve(told_on.year - 1) : period;
}

// The first months of a year by the name that the calendar has for them.
std::optional<Period> first_months(int year, int months) {
    const auto all = Period::make_range(Period::of_month(year, 1), Period::of_month(year, months));
    return all ? std::optional(all->named()) : std::nullopt;
}

// How many months 'sau 6 tháng, ...', '6 tháng qua' count; 0 where none are counted, or of something else: '6 tháng
// tuổi', '9 tháng tù', '6 tháng cuối năm'. A headline says it in fewer words: 'Xã A: 3 tháng chính quyền mới'.
int counted_months(const Document& document, std::size_t at, bool headline) {
    constexpr std::size_t most_digits = 2;
    constexpr KeywordSet others{Keyword::cuoi, Keyword::coming, Keyword::before, Keyword::sau, Keyword::mot};
    const Token number = document.token(at), behind = document.token(at + 2);
    if (number.kind != TokenKind::number || number.length > most_digits ||
        !document.token(at + 1).is_word(Keyword::thang) || behind.kind == TokenKind::number ||
        others.contains(behind.word))
        return 0;
    const bool counts = behind.is_mark(',') || behind.is_mark(':') || behind.is_word(Keyword::qua) ||
                        (headline && document.token(at - 1).kind == TokenKind::mark);
    const auto count = grammar::read_number(document.text_of(at)).value;
    if (!counts || !count || !count->is_integer() || *count < Decimal(2) || !(*count < Decimal(months_of_year)))
        return 0;
    return static_cast<int>(count->to_double());
}

// 'trong năm', 'cả năm', 'một năm hoạt động', 'năm qua'.
bool tells_of_year(const Document& document, std::size_t at) {
    constexpr KeywordSet before{Keyword::trong, Keyword::ca, Keyword::mot};
    if (!document.token(at + 1).is_word(Keyword::nam) || document.token(at + 2).kind == TokenKind::number)
        return false;
    // 'kế hoạch cả năm', 'trong một năm'
    if (at > 0 && (document.token(at - 1).starts(LexiconClass::baseline) ||
                   (document.token(at).is_word(Keyword::mot) && document.token(at - 1).is_word(Keyword::trong))))
        return false;
    return before.contains(document.token(at).word) || document.token(at + 2).is_word(Keyword::qua);
}

// 'từ đầu năm đến hết tháng 6': whether what stands before a period is the beginning of the year.
bool from_year_begin(const Document& document, std::size_t at) {
    constexpr std::size_t reach = 5;
    for (std::size_t back = 1; back <= std::min(reach, at); ++back)
        if (document.token(at - back).is_word(Keyword::nam))
            return at > back && document.token(at - back - 1).is_word(Keyword::dau);
    return false;
}

// What a sentence speaks for.
class Votes {
  public:
    Votes(const Document& document, const Islands& islands, const Date& told_on)
        : document_(document), islands_(islands), told_on_(told_on) {}

    void count(const Sentence& sentence) { count(sentence.tokens, sentence.content, point, opening_points, false); }
    void count_headline(TokenRange headline) {
        count(headline, headline.first, headline_points, headline_points, true);
    }

    [[nodiscard]] const Points& points() const noexcept { return points_; }

  private:
    const Document& document_;
    const Islands& islands_;
    Date told_on_;
    Points points_;

    void add(const std::optional<Period>& period, int points) {
        if (period && may_be_reviewed(*period, told_on_)) points_[*period] += points;
    }

    void count(TokenRange range, std::size_t content, int points, int points_at_head, bool headline) {
        constexpr std::size_t lead_in = 2;
        const auto worth = [&](std::size_t at) { return at <= content + lead_in ? points_at_head : points; };
        for (const PeriodMention& mention : islands_.periods.in(range)) {
            const std::size_t at = mention.range.first;
            if (!mention.period.in_calendar() || islands_.citations.at(at) != nullptr || is_count(mention.range))
                continue;
            // 'tăng 9,7% so với năm 2019', 'năm 2021 phải đạt 50%': of the year behind the first and before the
            // other.
            if (is_compared(document_, range, at))
                count_year_beside(mention, 1);
            else if (looks_ahead(document_, range, mention.range))
                count_year_beside(mention, -1);
            else
                count(mention, worth(at));
        }
        for (std::size_t t = range.first; t + 1 < range.last; ++t)
            if (tells_of_year(document_, t) && islands_.periods.at(t + 1) == nullptr)
                add(Period::make(Period::Kind::year,
                                 told_on_.month > months_of_half ? told_on_.year : told_on_.year - 1),
                    worth(t));
            else if (const int months = counted_months(document_, t, headline);
                     months > 0 && !is_compared(document_, range, t))
                count_months(months, worth(t));
    }

    // The first months of the year; three or six may be any quarter or half.
    void count_months(int months, int worth) {
        add(first_months(told_on_.year, months), worth);
        if (months != months_of_quarter && months != months_of_half) return;
        const Period::Kind kind = months == months_of_quarter ? Period::Kind::quarter : Period::Kind::half;
        for (int index = 2; index <= months_of_year / months; ++index)
            add(Period::make(kind, told_on_.year, index), worth);
        add(Period::make(kind, told_on_.year - 1, months_of_year / months), worth);
    }

    void count_year_beside(const PeriodMention& mention, int step) {
        if (!mention.day && mention.period.kind() == Period::Kind::year && mention.period.year() != 0)
            add(Period::make(Period::Kind::year, mention.period.year() + step), point);
    }

    // '6 tháng' alone: what stands behind it tells what it counts.
    [[nodiscard]] bool is_count(TokenRange range) const {
        return range.last == range.first + 2 && document_.token(range.first).kind == TokenKind::number &&
               document_.token(range.first + 1).is_word(Keyword::thang);
    }

    // A document's name stands right before it.
    [[nodiscard]] bool dates_name(std::size_t at) const {
        constexpr std::size_t longest = 4;
        for (std::size_t back = 1; back <= std::min(longest, at); ++back) {
            const Token token = document_.token(at - back);
            if (token.kind == TokenKind::mark) return false;
            if (token.starts(LexiconClass::document) && token.has(Token::capital)) return true;
        }
        return false;
    }

    void count(const PeriodMention& mention, int worth) {
        constexpr KeywordSet up_to{Keyword::den, Keyword::het, Keyword::tinh};
        const std::size_t at = mention.range.first;
        const Token before = document_.token(at > 0 ? at - 1 : at);
        // 'từ năm 2018', 'kế hoạch năm 2018', 'Luật ... năm 2017'
        if (before.is_word(Keyword::before) || before.is_word(Keyword::tu) || before.starts(LexiconClass::baseline) ||
            dates_name(at))
            return;
        const auto period = resolved(mention.period, told_on_);
        if (!period) return;
        if (period->is_range()) {
            if (!period->of_whole_years()) add(period, mention.day ? span_points : worth);
            return;
        }
        // 'từ đầu năm đến hết tháng 6'
        if (document_.token(at).is_word(Keyword::tu) && document_.token(at + 1).is_word(Keyword::dau))
            return add(period, span_points);
        if (mention.day) return;
        if (period->kind() == Period::Kind::month && up_to.contains(before.word)) {
            const int months = period->first.index;
            const bool from_begin = from_year_begin(document_, at);
            if (months > 1 && months < months_of_year && (from_begin || before.is_word(Keyword::het)))
                add(first_months(period->year(), months), from_begin ? span_points : worth);
            return;
        }
        // What a page of January says of the year is still to come.
        if (period->kind() == Period::Kind::year && period->year() == told_on_.year &&
            told_on_.month <= months_of_quarter)
            return add(Period::make(Period::Kind::year, period->year() - 1), worth);
        add(period, worth);
    }
};

}  // namespace

std::optional<Period> year_told(const Document& document, const Islands& islands, const Layout& layout,
                                const Dating& dating, const std::optional<Date>& told_on) {
    constexpr int first_month_of_reviews = 10;
    if (told_on) {
        const int year = told_on->month >= first_month_of_reviews ? told_on->year : told_on->year - 1;
        return names_year(document, islands, year) || (dating.latest && dating.latest->year == year)
                   ? Period::make(Period::Kind::year, year)
                   : std::nullopt;
    }
    Points points;
    for_each_sentence(document, layout, [&](const Sentence& sentence) {
        for (const PeriodMention& mention : islands.periods.in(sentence.tokens)) {
            if (mention.day || mention.period.kind() != Period::Kind::year || !mention.period.in_calendar() ||
                is_compared(document, sentence.tokens, mention.range.first))
                continue;
            const bool opens = mention.range.first <= sentence.content + 1;
            const bool ahead = looks_ahead(document, sentence.tokens, mention.range);
            if (const auto year = Period::make(Period::Kind::year, mention.period.year() - (ahead ? 1 : 0)))
                points[*year] += opens ? opening_points : point;
        }
    });
    return clear_winner(points);
}

std::optional<Period> period_told(const Document& document, const Islands& islands, const Layout& layout,
                                  const Date& told_on) {
    Votes votes(document, islands, told_on);
    if (layout.title) votes.count_headline(*layout.title);
    for_each_sentence(document, layout, [&](const Sentence& sentence) { votes.count(sentence); });
    return clear_winner(votes.points());
}

}  // namespace tongket
