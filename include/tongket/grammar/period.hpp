// SPDX-License-Identifier: BSL-1.0
/// @file
/// Periods: `năm 2017`, `11 tháng đầu năm 2018`, `quý I và quý II/2023`, `giai đoạn 2006 - 2015`, `từ tháng 3 đến
/// tháng 5/2017`, `vụ Mùa 2017`.
#pragma once

#include <optional>

#include <tongket/date.hpp>
#include <tongket/grammar/date.hpp>
#include <tongket/grammar/terminals.hpp>

namespace tongket::grammar {

/// A year or a part of one as written.
struct PeriodPart {
    Period::Kind kind = Period::Kind::year;
    int year = 0;  ///< 0 where it is not said
    int index = 0;
    int day = 0;

    /// Whether it begins later in the year than another of its kind.
    [[nodiscard]] bool later_in_year(const PeriodPart& other) const noexcept {
        return index != other.index ? index > other.index : day > other.day;
    }
};

/// A period as written; the year may be missing.
struct PeriodExpression {
    PeriodPart first;
    std::optional<PeriodPart> last;  ///< of a range
    bool listed = false;             ///< all of the range were named: `quý I và quý II`
    bool gapped = false;             ///< others lie between those of a list: `quý I và quý III`
    int named = 1;                   ///< how many are named: 3 of `quý I, II và III`
    int counted = 0;  ///< how many years or days it says that it has: `hai năm 2016 - 2017`, `10 ngày
                      ///< đầu tháng 3`; otherwise 0

    [[nodiscard]] Period::Kind kind() const noexcept { return last ? Period::Kind::range : first.kind; }
    /// Whether it turns the year without saying one: `quý IV và quý I`.
    [[nodiscard]] bool turns_unsaid() const noexcept {
        return last && year() == 0 && last->year == 0 && first.later_in_year(*last);
    }
    /// Whether it is a range of years.
    [[nodiscard]] bool of_years() const noexcept { return last && first.kind == Period::Kind::year; }
    /// The year that it says, of two the first; 0 where it says none.
    [[nodiscard]] int year() const noexcept { return first.year != 0 || !last ? first.year : last->year; }

    /// The period, with `default_year` for a missing year. Nothing where the year is missing without a default, where
    /// the calendar has no such period, and where it has gaps.
    [[nodiscard]] std::optional<Period> resolve(std::optional<int> default_year) const noexcept {
        constexpr int latest_slip = 2999;
        if (gapped) return std::nullopt;
        PeriodPart from = first, to = last.value_or(first);
        if (from.year == 0 && to.year == 0) to.year = default_year.value_or(0);
        if (from.year == 0) from.year = to.year - (from.later_in_year(to) ? 1 : 0);
        if (to.year == 0) to.year = from.year + (from.later_in_year(to) ? 1 : 0);
        if (from.year < 0 || from.year > latest_slip || to.year > latest_slip) return std::nullopt;
        const Period period{part_of(from), part_of(to)};
        if (!period.valid() || (last && !period.is_range())) return std::nullopt;
        return period.named();
    }

    /// The same for a page that tells of a period: of its years the first in which what is said lies in it, or the
    /// first of all. `tháng 1` on a page about November 2017 to February 2018 is that of 2018. Empty where the page
    /// tells of more than two years and no year is said: it may be any of them.
    [[nodiscard]] std::optional<Period> resolve_in(const std::optional<Period>& whole) const noexcept {
        if (!whole || year() != 0) return resolve(std::nullopt);
        if (whole->last_year() - whole->year() > 1) return std::nullopt;
        const std::optional<Period> by_first = resolve(whole->year());
        for (int year_tried = whole->year(); year_tried <= whole->last_year(); ++year_tried)
            if (const auto period = resolve(year_tried);
                period && whole->first_day() <= period->first_day() && period->last_day() <= whole->last_day())
                return period;
        return by_first;
    }

    /// Whether the calendar of 1900 to 2100 has it, in one year or another.
    [[nodiscard]] bool in_calendar() const noexcept {
        constexpr int leap_year = 2000;
        return resolve(leap_year).has_value();
    }

    /// Whether it is a slip: no calendar has it (`tháng 13/2017`, `giai đoạn 2020 - 2016`), or it lies too far ahead
    /// (`năm 2107`). A year of history is none.
    [[nodiscard]] bool implausible() const noexcept {
        constexpr int first_year = 1900;
        return !gapped && !in_calendar() && (year() == 0 || year() >= first_year);
    }

  private:
    [[nodiscard]] static Period::Part part_of(const PeriodPart& part) noexcept {
        return {part.kind, static_cast<std::int16_t>(part.year), static_cast<std::uint8_t>(part.index),
                static_cast<std::uint8_t>(part.day)};
    }
};

/// How many quarters, or else months, a year has.
[[nodiscard]] constexpr int parts_of_year(Period::Kind kind) noexcept {
    return kind == Period::Kind::quarter ? 4 : 12;
}

/// A year or a part of one, a day, or the days from one to another as a period.
[[nodiscard]] inline PeriodExpression period_of(const PeriodPart& part) noexcept {
    PeriodExpression period;
    period.first = part;
    return period;
}
[[nodiscard]] inline PeriodExpression period_of(const DayExpression& day) noexcept {
    return period_of(PeriodPart{Period::Kind::day, day.year, day.month, day.day});
}
[[nodiscard]] inline PeriodExpression period_of(const DaysExpression& days) noexcept {
    constexpr int months_of_year = 12;
    PeriodExpression period = period_of(days.first);
    period.last = period_of(days.last).first;
    // 'từ ngày 28 đến ngày 3/10': of the month before.
    if (period.first.index == 0) {
        const int month = days.last.month;
        period.first.index = days.first.day <= days.last.day ? month : month == 1 ? months_of_year : month - 1;
    }
    return period;
}

namespace period_rules {

// ---- years --------------------------------------------------------------------------------------------------------

/// A year, or a slip for one: `2107`.
inline constexpr auto set_year = [](auto& ctx) {
    constexpr int latest_slip = 2999;
    const int year = x3::_attr(ctx);
    x3::_pass(ctx) = year >= 1900 && year <= latest_slip;
    if (x3::_pass(ctx)) x3::_val(ctx).year = year;
};
/// Behind a month or a quarter it may be a year of history too, and any slip: `tháng 3/3019`.
inline constexpr auto set_any_year = [](auto& ctx) {
    constexpr int earliest = 1000;
    const int year = x3::_attr(ctx);
    x3::_pass(ctx) = year >= earliest;
    if (x3::_pass(ctx)) x3::_val(ctx).year = year;
};
inline constexpr auto set_number = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };
inline constexpr auto set_number_word = [](auto& ctx) {
    x3::_val(ctx) = x3::_attr(ctx).payload->number;
    x3::_pass(ctx) = x3::_val(ctx) > 0 && x3::_attr(ctx).payload->attribute("tail").empty();
};
inline constexpr auto add_number_word = [](auto& ctx) {
    constexpr int ten = 10;
    const int ones = x3::_attr(ctx).payload->number;
    x3::_pass(ctx) = x3::_val(ctx) == ten && ones > 0 && ones < ten;
    if (x3::_pass(ctx)) x3::_val(ctx) += ones;
};

inline const auto dash = mark('-') | word(Keyword::den) | word(Keyword::coming);
inline const auto until = dash >> -word(Keyword::het);
inline const auto also = (mark(',') >> -word(Keyword::va)) | word(Keyword::va) | mark('+');
/// A comma alone may part two clauses: `năm 2014, năm 2016`.
inline const auto surely_also = (mark(',') >> word(Keyword::va)) | word(Keyword::va) | mark('+');
/// `đầu năm học` is of another year.
inline constexpr auto school = HereTerminal([](const Token& t) { return t.is_word(Keyword::hoc); });
inline const auto the_year = word(Keyword::nam) >> !school;
inline const auto before_year = mark('/') | mark('-') | word(Keyword::nam) | (mark(',') >> word(Keyword::nam)) |
                                (word(Keyword::cua) >> word(Keyword::nam));

/// How many: `11`, `mười một`.
inline const x3::rule<struct CountRule, int> count = "count";
inline const auto count_def = two_digits[set_number] | (phrase(LexiconClass::number_word)[set_number_word] >>
                                                        -(phrase(LexiconClass::number_word)[add_number_word]));
BOOST_SPIRIT_DEFINE(count)

inline const x3::rule<struct YearRule, PeriodPart> year_part = "year";
inline const auto year_part_def = four_digits[set_year];
BOOST_SPIRIT_DEFINE(year_part)

// ---- what a range and a list are made of --------------------------------------------------------------------------

inline constexpr auto set_period = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };
inline constexpr auto set_first = [](auto& ctx) { x3::_val(ctx).first = x3::_attr(ctx); };
inline constexpr auto set_last = [](auto& ctx) { x3::_val(ctx).last = x3::_attr(ctx); };
inline constexpr auto open_list = [](auto& ctx) { x3::_val(ctx) = period_of(x3::_attr(ctx)); };
/// Whether the second of a list comes right after the first, and only the last says the year, or each its own.
[[nodiscard]] inline bool follows(const PeriodPart& first, const PeriodPart& second) noexcept {
    if (second.kind == Period::Kind::year) return second.year == first.year + 1;
    const int of_year = parts_of_year(second.kind);
    if (first.year == 0)
        // 'quý IV và quý I/2018', 'tháng 12 và tháng 1'
        return second.index == first.index + 1 || (second.index == 1 && first.index == of_year);
    return second.year != 0 && second.year * of_year + second.index == first.year * of_year + first.index + 1;
}
/// Whether the second of a list comes later than the first.
[[nodiscard]] inline bool is_later(const PeriodPart& first, const PeriodPart& second) noexcept {
    if (second.kind == Period::Kind::year || (first.year != 0 && second.year > first.year))
        return second.year > first.year;
    return (first.year == 0 || first.year == second.year) && second.index > first.index;
}
/// One more of a list: right after the one before or, with gaps, later.
template <bool gaps>
inline constexpr auto add_to_list = [](auto& ctx) {
    PeriodExpression& list = x3::_val(ctx);
    const PeriodPart before = list.last ? *list.last : list.first;
    const PeriodPart& next = x3::_attr(ctx);
    const bool right_after = follows(before, next);
    x3::_pass(ctx) = right_after || (gaps && is_later(before, next));
    if (!x3::_pass(ctx)) return;
    list.last = next;
    list.listed = true;
    ++list.named;
    list.gapped |= !right_after;
};
inline constexpr auto add_last = add_to_list<false>;
inline constexpr auto add_later = add_to_list<true>;
inline constexpr auto set_count = [](auto& ctx) { x3::_val(ctx).counted = x3::_attr(ctx); };
/// An index that no year has is a slip only where the year is said: `tháng 13` may be a wage.
template <int most>
inline constexpr auto index_or_slip = [](auto& ctx) {
    const PeriodPart& part = x3::_val(ctx);
    x3::_pass(ctx) = (part.index >= 1 && part.index <= most) || part.year != 0;
};
template <Period::Kind kind>
inline constexpr auto set_index = [](auto& ctx) {
    x3::_val(ctx).kind = kind;
    x3::_val(ctx).index = x3::_attr(ctx);
};
template <Period::Kind kind, int index>
inline constexpr auto set_named = [](auto& ctx) {
    x3::_val(ctx).kind = kind;
    x3::_val(ctx).index = index;
};

inline constexpr auto set_part = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };

// ---- quarters -----------------------------------------------------------------------------------------------------

inline const auto roman =
    word(Keyword::iv)[set_named<Period::Kind::quarter, 4>] | word(Keyword::iii)[set_named<Period::Kind::quarter, 3>] |
    word(Keyword::ii)[set_named<Period::Kind::quarter, 2>] | word(Keyword::i)[set_named<Period::Kind::quarter, 1>];
/// `quý V`, not `quý vi`.
inline constexpr auto capital = HereTerminal([](const Token& t) { return t.has(Token::capital); });
inline const auto roman_slip = capital >> (word(Keyword::roman_v)[set_named<Period::Kind::quarter, 5>] |
                                           word(Keyword::roman_vi)[set_named<Period::Kind::quarter, 6>] |
                                           word(Keyword::roman_vii)[set_named<Period::Kind::quarter, 7>] |
                                           word(Keyword::roman_viii)[set_named<Period::Kind::quarter, 8>]);
inline const auto quarter_number = two_digits[set_index<Period::Kind::quarter>];
inline const auto said_year = before_year >> four_digits[set_any_year];

/// `Q4/2018`; without its year it may be a district.
inline const auto short_quarter =
    (word(Keyword::q1)[set_named<Period::Kind::quarter, 1>] | word(Keyword::q2)[set_named<Period::Kind::quarter, 2>] |
     word(Keyword::q3)[set_named<Period::Kind::quarter, 3>] |
     word(Keyword::q4)[set_named<Period::Kind::quarter, 4>]) >>
    said_year;

inline const x3::rule<struct QuarterRule, PeriodPart> quarter = "quarter";
inline const auto quarter_def =
    (word(Keyword::quy) >>
     (((roman | quarter_number) >> -said_year >> x3::eps[index_or_slip<4>]) | (roman_slip >> -said_year))) |
    short_quarter;
BOOST_SPIRIT_DEFINE(quarter)

/// The last of several: `quý II`, `II`, `2/2018`.
inline const x3::rule<struct LastQuarterRule, PeriodPart> last_quarter = "last quarter";
inline const auto last_quarter_def = quarter[set_part] | (roman >> -said_year) | (quarter_number >> said_year);
BOOST_SPIRIT_DEFINE(last_quarter)

/// `, II` of `quý I, II và III`.
inline const x3::rule<struct MiddleQuarterRule, PeriodPart> middle_quarter = "quarter of a list";
inline const auto middle_quarter_def = mark(',') >> -word(Keyword::quy) >> (roman | quarter_number) >> &also;
BOOST_SPIRIT_DEFINE(middle_quarter)

inline const x3::rule<struct QuarterRangeRule, PeriodExpression> quarter_range = "range of quarters";
inline const auto quarter_range_def = -word(Keyword::tu) >> quarter[set_first] >> until >> last_quarter[set_last];
BOOST_SPIRIT_DEFINE(quarter_range)

inline const x3::rule<struct QuarterListRule, PeriodExpression> quarter_list = "list of quarters";
inline const auto quarter_list_def =
    (quarter[open_list] >> *(middle_quarter[add_last]) >> also >> last_quarter[add_last]) |
    (quarter[open_list] >> *(middle_quarter[add_later]) >> surely_also >> last_quarter[add_later]);
BOOST_SPIRIT_DEFINE(quarter_list)

// ---- months -------------------------------------------------------------------------------------------------------

inline const auto month_number = two_digits[set_index<Period::Kind::month>];

inline const x3::rule<struct MonthRule, PeriodPart> month = "month";
inline const auto month_def = word(Keyword::thang) >> month_number >> -said_year >> x3::eps[index_or_slip<12>];
BOOST_SPIRIT_DEFINE(month)

/// The last of several: `tháng 5`, `5/2017`.
inline const x3::rule<struct LastMonthRule, PeriodPart> last_month = "last month";
inline const auto last_month_def = month[set_part] | (month_number >> said_year);
BOOST_SPIRIT_DEFINE(last_month)

/// `, 4` of `tháng 3, 4 và 5/2017`.
inline const x3::rule<struct MiddleMonthRule, PeriodPart> middle_month = "month of a list";
inline const auto middle_month_def = mark(',') >> -word(Keyword::thang) >> month_number >> &also;
BOOST_SPIRIT_DEFINE(middle_month)

inline const x3::rule<struct NumberedMonthRule, PeriodPart> numbered_month = "month by number";
inline const auto numbered_month_def = month_number >> mark('/') >> four_digits[set_year];
BOOST_SPIRIT_DEFINE(numbered_month)

inline const x3::rule<struct MonthRangeRule, PeriodExpression> month_range = "range of months";
inline const auto month_range_def = -word(Keyword::tu) >>
                                    ((month[set_first] >> until >> last_month[set_last]) |
                                     (numbered_month[set_first] >> until >> numbered_month[set_last]));
BOOST_SPIRIT_DEFINE(month_range)

inline const x3::rule<struct MonthListRule, PeriodExpression> month_list = "list of months";
inline const auto month_list_def =
    (month[open_list] >> *(middle_month[add_last]) >> also >> last_month[add_last]) |
    (month[open_list] >> *(middle_month[add_later]) >> surely_also >> last_month[add_later]);
BOOST_SPIRIT_DEFINE(month_list)

// ---- the first and the last months of a year ----------------------------------------------------------------------

inline constexpr int months_of_year = 12, months_of_quarter = 3;

template <Period::Kind kind, int index>
inline constexpr auto set_only = [](auto& ctx) {
    x3::_val(ctx).first.kind = kind;
    x3::_val(ctx).first.index = index;
};
/// So many parts of a year, each of some months, from its beginning. Six months are a half-year, three a quarter;
/// `13 tháng đầu năm` are a slip.
template <int months_each>
inline constexpr auto set_first_parts = [](auto& ctx) {
    const int parts = x3::_attr(ctx), months = parts * months_each;
    PeriodPart& part = x3::_val(ctx).first;
    x3::_pass(ctx) = parts >= 2 && months != months_of_year;
    part.kind = months == 6 ? Period::Kind::half : months == 3 ? Period::Kind::quarter : Period::Kind::months;
    part.index = part.kind == Period::Kind::months ? months : 1;
};
template <int months_each>
inline constexpr auto set_last_parts = [](auto& ctx) {
    const int parts = x3::_attr(ctx), months = parts * months_each;
    PeriodExpression& period = x3::_val(ctx);
    x3::_pass(ctx) = parts >= 2 && months < months_of_year;
    period.first.kind = Period::Kind::month;
    period.first.index = months_of_year + 1 - months;
    period.last = PeriodPart{Period::Kind::month, 0, months_of_year, 0};
};
/// `6 tháng`, `9 tháng` alone are those of the year; others may be any.
inline constexpr auto halves_or_nine = [](auto& ctx) {
    const PeriodPart& part = x3::_val(ctx).first;
    x3::_pass(ctx) = part.kind == Period::Kind::half || part.index == 9;
};
inline constexpr auto set_year_of_all = [](auto& ctx) {
    PeriodExpression& period = x3::_val(ctx);
    period.first.year = x3::_attr(ctx).year;
    if (period.last) period.last->year = x3::_attr(ctx).year;
};

inline const auto of_the_year = -(word(Keyword::cua) | word(Keyword::trong)) >>
                                ((the_year >> -(year_part[set_year_of_all])) | year_part[set_year_of_all]);

inline const auto foremost = word(Keyword::dau) >> -word(Keyword::tien);
inline const auto hindmost = word(Keyword::cuoi) >> -word(Keyword::cung);

inline const x3::rule<struct FirstMonthsRule, PeriodExpression> first_months = "first months";
inline const auto first_months_def = count[set_first_parts<1>] >> word(Keyword::thang) >>
                                     ((foremost >> of_the_year) |
                                      (-word(Keyword::cua) >> word(Keyword::nam) >> year_part[set_year_of_all]) |
                                      (x3::eps[halves_or_nine] >> -word(Keyword::dau) >>
                                       !(word(Keyword::nam) >> word(Keyword::hoc)) >> -word(Keyword::nam)));
BOOST_SPIRIT_DEFINE(first_months)

inline const x3::rule<struct LastMonthsRule, PeriodExpression> last_months = "last months";
inline const auto last_months_def = count[set_last_parts<1>] >> word(Keyword::thang) >> hindmost >> of_the_year;
BOOST_SPIRIT_DEFINE(last_months)

/// `hai quý đầu năm`, `3 quý cuối năm 2018`, `3 quý năm 2018`.
inline const x3::rule<struct SeveralQuartersRule, PeriodExpression> several_quarters = "first or last quarters";
inline const auto several_quarters_def =
    (count[set_first_parts<months_of_quarter>] >> word(Keyword::quy) >>
     ((foremost >> of_the_year) | (-word(Keyword::cua) >> word(Keyword::nam) >> year_part[set_year_of_all]))) |
    (count[set_last_parts<months_of_quarter>] >> word(Keyword::quy) >> hindmost >> of_the_year);
BOOST_SPIRIT_DEFINE(several_quarters)

/// `quý đầu tiên trong năm`, `quý cuối năm 2018`, `tháng cuối cùng của năm`; `tháng cuối năm` alone may be several.
inline const x3::rule<struct EdgeOfYearRule, PeriodExpression> edge_of_year = "first or last part of a year";
inline const auto edge_of_year_def =
    ((word(Keyword::quy) >> (x3::omit[foremost][set_only<Period::Kind::quarter, 1>] |
                             x3::omit[hindmost][set_only<Period::Kind::quarter, 4>])) |
     (word(Keyword::thang) >>
      (x3::omit[word(Keyword::dau) >> word(Keyword::tien)][set_only<Period::Kind::month, 1>] |
       x3::omit[word(Keyword::cuoi) >> word(Keyword::cung)][set_only<Period::Kind::month, months_of_year>]))) >>
    of_the_year;
BOOST_SPIRIT_DEFINE(edge_of_year)

/// `nửa đầu năm 2018`.
inline const x3::rule<struct HalfRule, PeriodExpression> half = "half of a year";
inline const auto half_def = word(Keyword::half) >> (word(Keyword::dau)[set_only<Period::Kind::half, 1>] |
                                                     word(Keyword::cuoi)[set_only<Period::Kind::half, 2>]) >>
                             of_the_year;
BOOST_SPIRIT_DEFINE(half)

/// `từ đầu năm đến hết tháng 11/2018`: the first months of the year.
inline constexpr auto set_months_until = [](auto& ctx) {
    PeriodPart& part = x3::_val(ctx).first;
    const PeriodPart last = x3::_attr(ctx);
    const bool same_year = part.year == 0 || last.year == 0 || part.year == last.year;
    x3::_pass(ctx) = last.index >= 1 && last.index <= months_of_year && same_year;
    if (last.year != 0) part.year = last.year;
    if (last.index == months_of_year) return;
    part.kind = last.index == 6   ? Period::Kind::half
                : last.index == 3 ? Period::Kind::quarter
                : last.index == 1 ? Period::Kind::month
                                  : Period::Kind::months;
    part.index = part.kind == Period::Kind::months ? last.index : 1;
};
inline const x3::rule<struct SinceNewYearRule, PeriodExpression> since_new_year = "months since the new year";
inline const auto since_new_year_def = -word(Keyword::tu) >> word(Keyword::dau) >> the_year >>
                                       -year_part[set_year_of_all] >> word(Keyword::den) >>
                                       -word(Keyword::het) >> month[set_months_until];
BOOST_SPIRIT_DEFINE(since_new_year)

/// `từ đầu năm đến 15/12`, `từ đầu năm đến ngày 30/11/2018`
inline constexpr auto set_days_until = [](auto& ctx) {
    const DayExpression& day = x3::_attr(ctx);
    PeriodExpression& period = x3::_val(ctx);
    period = period_of(PeriodPart{Period::Kind::day, day.year, 1, 1});
    period.last = period_of(day).first;
    x3::_pass(ctx) = period.last->index > 1 || period.last->day > 1;
};
inline const x3::rule<struct DaysSinceNewYearRule, PeriodExpression> days_since_new_year = "days since the new year";
inline const auto days_since_new_year_def = -word(Keyword::tu) >> word(Keyword::dau) >> the_year >>
                                            word(Keyword::den) >> -word(Keyword::het) >> day_rule[set_days_until];
BOOST_SPIRIT_DEFINE(days_since_new_year)

/// `lũy kế 11 tháng`, `tính chung 10 tháng năm 2018`
inline constexpr auto is_cumulative = [](auto& ctx) {
    x3::_pass(ctx) = x3::_attr(ctx).payload->value == "cumulative";
};
inline const x3::rule<struct CumulativeRule, PeriodExpression> cumulative = "months so far";
inline const auto cumulative_def = x3::omit[phrase(LexiconClass::period_name)[is_cumulative]] >>
                                   count[set_first_parts<1>] >> word(Keyword::thang) >>
                                   -(word(Keyword::dau) >> word(Keyword::nam)) >>
                                   -(word(Keyword::nam) >> year_part[set_year_of_all]);
BOOST_SPIRIT_DEFINE(cumulative)

/// So many days of a month, from its beginning or, with `at_end`, up to its end; the month itself where it has no
/// more, or where its end depends on the year that is not said.
template <bool at_end>
inline constexpr auto set_days_of = [](auto& ctx) {
    PeriodExpression& period = x3::_val(ctx);
    const PeriodPart whole = x3::_attr(ctx);
    const int days = period.counted;
    const int length = days_in_month(whole.year, whole.index);
    constexpr int february = 2;
    x3::_pass(ctx) = days >= 2 && days <= length;
    period.first = whole;
    if (!x3::_pass(ctx) || days == length || (at_end && whole.year == 0 && whole.index == february)) return;
    period.last = whole;
    period.first.kind = period.last->kind = Period::Kind::day;
    period.first.day = at_end ? length - days + 1 : 1;
    period.last->day = at_end ? length : days;
};
/// `10 ngày đầu tháng 3`.
inline const x3::rule<struct DaysOfMonthRule, PeriodExpression> days_of_month = "days of a month";
inline const auto days_of_month_def = count[set_count] >> word(Keyword::ngay) >>
                                      ((word(Keyword::dau) >> month[set_days_of<false>]) |
                                       (word(Keyword::cuoi) >> month[set_days_of<true>]));
BOOST_SPIRIT_DEFINE(days_of_month)

/// Half of a month or ten days of one, which all months have: `nửa đầu tháng 5`, `trung tuần tháng 3/2017`.
template <int first, int last>
inline constexpr auto set_part_of_month = [](auto& ctx) {
    PeriodExpression& period = x3::_val(ctx);
    const PeriodPart whole = x3::_attr(ctx);
    const int length = days_in_month(whole.year, whole.index);
    constexpr int february = 2;
    period.first = whole;
    x3::_pass(ctx) = length > 0;
    if (!x3::_pass(ctx) || (last == 0 && whole.year == 0 && whole.index == february)) return;
    period.last = whole;
    period.first.kind = period.last->kind = Period::Kind::day;
    period.first.day = first;
    period.last->day = last == 0 ? length : last;
    period.counted = period.last->day - first + 1;
};
template <char third>
inline constexpr auto is_third = [](auto& ctx) {
    const std::string_view value = x3::_attr(ctx).payload->value;
    x3::_pass(ctx) = value.size() == 1 && value[0] == third;
};
template <char third>
inline const auto ten_days = x3::omit[phrase(LexiconClass::period_name)[is_third<third>]];
inline const x3::rule<struct PartOfMonthRule, PeriodExpression> part_of_month = "part of a month";
inline const auto part_of_month_def =
    (word(Keyword::half) >> ((word(Keyword::dau) >> month[set_part_of_month<1, 15>]) |
                             (word(Keyword::cuoi) >> month[set_part_of_month<16, 0>]))) |
    (ten_days<'1'> >> month[set_part_of_month<1, 10>]) | (ten_days<'2'> >> month[set_part_of_month<11, 20>]) |
    (ten_days<'3'> >> month[set_part_of_month<21, 0>]);
BOOST_SPIRIT_DEFINE(part_of_month)

// ---- several years ------------------------------------------------------------------------------------------------

/// `2016-20`
inline constexpr auto set_short_last = [](auto& ctx) {
    constexpr int century = 100;
    PeriodExpression& years = x3::_val(ctx);
    PeriodPart last;
    last.year = years.first.year / century * century + x3::_attr(ctx);
    x3::_pass(ctx) = last.year > years.first.year;
    years.last = last;
};
/// Where no word says that they are years, they must be in order.
inline constexpr auto ascending = [](auto& ctx) {
    constexpr int latest = 2100;
    const PeriodExpression& years = x3::_val(ctx);
    x3::_pass(ctx) = years.first.year < years.last->year && years.last->year <= latest;
};
inline constexpr auto count_fits = [](auto& ctx) {
    const PeriodExpression& years = x3::_val(ctx);
    const int steps = years.last->year - years.first.year;
    x3::_pass(ctx) = steps > 0 && (years.counted == steps + 1 || years.counted == steps);
};
inline constexpr auto is_season = [](auto& ctx) { x3::_pass(ctx) = x3::_attr(ctx).payload->value == "season"; };

inline const auto year_range = -word(Keyword::nam) >> year_part[set_first] >>
                               ((mark('-') >> tight >> two_digits[set_short_last]) |
                                ((until | mark('/')) >> -word(Keyword::nam) >> year_part[set_last]));

/// `giai đoạn 2006 - 2015`, `năm học 2016-2017`, `vụ Đông Xuân 2016 - 2017`.
inline const x3::rule<struct NamedYearsRule, PeriodExpression> named_years = "years with a name";
inline const auto named_years_def = phrase(LexiconClass::period_name) >> -word(Keyword::tu) >> year_range;
BOOST_SPIRIT_DEFINE(named_years)

/// `vụ Mùa 2017`.
inline const x3::rule<struct SeasonRule, PeriodExpression> season = "season";
inline const auto season_def = phrase(LexiconClass::period_name)[is_season] >>
                               -word(Keyword::nam) >> year_part[set_first];
BOOST_SPIRIT_DEFINE(season)

/// `từ năm 2006 đến năm 2015`.
inline const x3::rule<struct FromYearRule, PeriodExpression> from_year = "years from one to another";
inline const auto from_year_def = word(Keyword::tu) >> -word(Keyword::nam) >> year_part[set_first] >> until >>
                                  -word(Keyword::nam) >> year_part[set_last] >> x3::eps[ascending];
BOOST_SPIRIT_DEFINE(from_year)

inline const x3::rule<struct BareYearsRule, PeriodExpression> bare_years = "years";
inline const auto bare_years_def = -word(Keyword::nam) >> year_part[set_first] >>
                                   mark('-') >> year_part[set_last] >> x3::eps[ascending];
BOOST_SPIRIT_DEFINE(bare_years)

/// `, 2016` of `ba năm 2015, 2016 và 2017`.
inline const x3::rule<struct MiddleYearRule, PeriodPart> middle_year = "year of a list";
inline const auto middle_year_def = mark(',') >> -word(Keyword::nam) >> four_digits[set_year] >> &also;
BOOST_SPIRIT_DEFINE(middle_year)

inline const auto counted_range = -word(Keyword::tu) >> -word(Keyword::nam) >> year_part[set_first] >>
                                  ((until >> -word(Keyword::nam) >> year_part[set_last]) |
                                   (*(middle_year[add_last]) >> also >> -word(Keyword::nam) >> year_part[add_last]));

/// `hai năm 2016 - 2017`, `5 năm (2011 - 2015)`.
inline const x3::rule<struct CountedYearsRule, PeriodExpression> counted_years = "so many years";
inline const auto counted_years_def =
    count[set_count] >> word(Keyword::nam) >>
    (counted_range | (mark('(') >> counted_range >> mark(')'))) >> x3::eps[count_fits];
BOOST_SPIRIT_DEFINE(counted_years)

/// `năm 2016 và 2017`; not the year and what is counted of `năm 2016, 2017 hộ`.
inline constexpr auto counted_noun = HereTerminal([](const Token& t) {
    return t.starts(LexiconClass::noun) || t.starts(LexiconClass::unit) || t.starts(LexiconClass::scale);
});
inline const x3::rule<struct YearListRule, PeriodExpression> year_list = "list of years";
inline const auto year_list_def = word(Keyword::nam) >>
                                  ((year_part[open_list] >> *(middle_year[add_last]) >> also >> -word(Keyword::nam) >>
                                    year_part[add_last] >> !counted_noun) |
                                   (year_part[open_list] >> *(middle_year[add_later]) >> surely_also >>
                                    -word(Keyword::nam) >> year_part[add_later] >> !counted_noun));
BOOST_SPIRIT_DEFINE(year_list)

// ---- days ---------------------------------------------------------------------------------------------------------

inline constexpr auto set_day = [](auto& ctx) {
    const DayExpression& day = x3::_attr(ctx);
    x3::_pass(ctx) = day.introduced || day.year != 0;
    if (x3::_pass(ctx)) x3::_val(ctx) = period_of(day);
};
inline constexpr auto set_days = [](auto& ctx) {
    const DaysExpression& days = x3::_attr(ctx);
    x3::_pass(ctx) = days.opened || days.first.introduced || days.last.introduced || days.last.year != 0;
    if (x3::_pass(ctx)) x3::_val(ctx) = period_of(days);
};

inline const auto quarters = several_quarters[set_period] | edge_of_year[set_period] | quarter_range[set_period] |
                             quarter_list[set_period] | quarter[set_first];
inline const auto months = cumulative[set_period] | since_new_year[set_period] | days_since_new_year[set_period] |
                           part_of_month[set_period] | last_months[set_period] | first_months[set_period] |
                           month_range[set_period] | month_list[set_period] | month[set_first];
inline const auto years = named_years[set_period] | season[set_period] | counted_years[set_period] |
                          from_year[set_period] | bare_years[set_period] | year_list[set_period];

}  // namespace period_rules

/// A period.
inline const x3::rule<struct PeriodRule, PeriodExpression> period_rule = "period";
inline const auto period_rule_def = period_rules::years | period_rules::half[period_rules::set_period] |
                                    period_rules::months | period_rules::days_of_month[period_rules::set_period] |
                                    period_rules::quarters | days_rule[period_rules::set_days] |
                                    day_rule[period_rules::set_day] |
                                    (word(Keyword::nam) >> period_rules::year_part[period_rules::set_first]);
BOOST_SPIRIT_DEFINE(period_rule)

namespace period_rules {

/// `, 5` and `, 5/2017` of `các tháng 1, 3, 5`.
inline const x3::rule<struct OtherMonthRule, PeriodPart> other_month = "another month";
inline const auto other_month_def = month[set_part] | (month_number >> -said_year);
BOOST_SPIRIT_DEFINE(other_month)

inline const auto several_years = word(Keyword::nam) >> year_part[open_list] >>
                                  +(also >> -word(Keyword::nam) >> year_part[add_later] >> !counted_noun);
inline const auto several_months = month[open_list] >> +(also >> other_month[add_later] >> !counted_noun);
inline const auto several_of_quarters = quarter[open_list] >> +(also >> last_quarter[add_later]);

}  // namespace period_rules

/// Times behind `các`, whatever parts the last two: `(các) năm 2014, 2016`, `(các) tháng 1, 3, 5`.
inline const x3::rule<struct SeveralTimesRule, PeriodExpression> several_times_rule = "several times";
inline const auto several_times_rule_def =
    period_rules::several_years | period_rules::several_months | period_rules::several_of_quarters;
BOOST_SPIRIT_DEFINE(several_times_rule)

/// A period with the words that make it a deadline or a date of account: `đến hết năm 2025`, `tính đến 31/12/2017`.
inline const x3::rule<struct PeriodPhraseRule, PeriodExpression> period_phrase_rule = "period phrase";
inline const auto period_phrase_rule_def = -(-word(Keyword::tinh) >> word(Keyword::den)) >>
                                           -(word(Keyword::het) | word(Keyword::cuoi)) >> period_rule;
BOOST_SPIRIT_DEFINE(period_phrase_rule)

/// A year that stands alone, as in `kế hoạch 2018`.
inline const x3::rule<struct BareYearRule, PeriodExpression> bare_year_rule = "year";
inline const auto bare_year_rule_def = period_rules::year_part[period_rules::set_first];
BOOST_SPIRIT_DEFINE(bare_year_rule)

}  // namespace tongket::grammar
