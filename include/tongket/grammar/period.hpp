// SPDX-License-Identifier: BSL-1.0
/// @file
/// Periods: `năm 2017`, `6 tháng đầu năm 2018`, `quý I/2023`, `giai đoạn 2006 - 2015`, `tháng 12/2017`.
#pragma once

#include <optional>

#include <tongket/date.hpp>
#include <tongket/grammar/date.hpp>
#include <tongket/grammar/terminals.hpp>

namespace tongket::grammar {

/// A period as written; the year may be missing.
struct PeriodExpression {
    Period::Kind kind = Period::Kind::year;
    int year = 0;  ///< 0 where it is not said
    int last_year = 0;
    int index = 0;
    int day = 0;

    [[nodiscard]] std::optional<Period> resolve(std::optional<int> default_year) const noexcept {
        const int y = year != 0 ? year : default_year.value_or(0);
        if (y < 1900 || y > 2100) return std::nullopt;
        switch (kind) {
            case Period::Kind::year:
                return Period::of_year(y);
            case Period::Kind::half:
                return Period::of_half(y, index);
            case Period::Kind::quarter:
                return Period::of_quarter(y, index);
            case Period::Kind::nine_months:
                return Period::of_nine_months(y);
            case Period::Kind::month:
                return Period::of_month(y, index);
            case Period::Kind::day: {
                const Date date{static_cast<std::int16_t>(y), static_cast<std::uint8_t>(index),
                                static_cast<std::uint8_t>(day)};
                if (!date.valid()) return std::nullopt;
                return Period::of_day(date);
            }
            case Period::Kind::years:
                if (last_year <= y || last_year > 2100) return std::nullopt;
                return Period::of_years(y, last_year);
        }
        return std::nullopt;
    }
};

namespace period_rules {

inline constexpr auto set_year = [](auto& ctx) {
    const int year = x3::_attr(ctx);
    x3::_pass(ctx) = year >= 1900 && year <= 2100;
    x3::_val(ctx).year = year;
};
inline constexpr auto set_last_year = [](auto& ctx) {
    const int year = x3::_attr(ctx);
    x3::_pass(ctx) = year >= 1900 && year <= 2100 && year > x3::_val(ctx).year;
    x3::_val(ctx).last_year = year;
    x3::_val(ctx).kind = Period::Kind::years;
};
inline constexpr auto set_month = [](auto& ctx) {
    const int month = x3::_attr(ctx);
    x3::_pass(ctx) = month >= 1 && month <= 12;
    x3::_val(ctx).kind = Period::Kind::month;
    x3::_val(ctx).index = month;
};
inline constexpr auto set_quarter_number = [](auto& ctx) {
    const int quarter = x3::_attr(ctx);
    x3::_pass(ctx) = quarter >= 1 && quarter <= 4;
    x3::_val(ctx).kind = Period::Kind::quarter;
    x3::_val(ctx).index = quarter;
};
template <Period::Kind kind, int index>
inline constexpr auto set_kind = [](auto& ctx) {
    x3::_val(ctx).kind = kind;
    x3::_val(ctx).index = index;
};
inline constexpr auto months_are = [](int wanted) {
    return [wanted](auto& ctx) { x3::_pass(ctx) = x3::_attr(ctx) == wanted; };
};
inline constexpr auto number_word_is = [](int wanted) {
    return [wanted](auto& ctx) { x3::_pass(ctx) = x3::_attr(ctx).payload->number == wanted; };
};
inline constexpr auto set_day = [](auto& ctx) {
    const DayExpression& day = x3::_attr(ctx);
    auto& period = x3::_val(ctx);
    period.kind = Period::Kind::day;
    period.day = day.day;
    period.index = day.month;
    period.year = day.year;
    x3::_pass(ctx) = day.introduced || day.year != 0;
};

inline const auto dash = mark('-') | word(Keyword::den);
inline const auto year = -(word(Keyword::nam)) >> four_digits[set_year];
inline const auto of_year =
    -((mark('/') | mark('-') | word(Keyword::nam) | (mark(',') >> word(Keyword::nam))) >> four_digits[set_year]);
inline const auto roman =
    word(Keyword::iv)[set_kind<Period::Kind::quarter, 4>] | word(Keyword::iii)[set_kind<Period::Kind::quarter, 3>] |
    word(Keyword::ii)[set_kind<Period::Kind::quarter, 2>] | word(Keyword::i)[set_kind<Period::Kind::quarter, 1>];
inline const auto quarter = word(Keyword::quy) >> (roman | two_digits[set_quarter_number]) >> of_year;
template <int n>
inline const auto months = (two_digits[months_are(n)] | phrase(LexiconClass::number_word)[number_word_is(n)]) >>
                           word(Keyword::thang);
inline const auto the_year = word(Keyword::nam) >> -(four_digits[set_year]);
inline const auto half = months<6> >>
                         ((word(Keyword::cuoi) >> x3::eps[set_kind<Period::Kind::half, 2>] >> the_year) |
                          (-word(Keyword::dau) >> x3::eps[set_kind<Period::Kind::half, 1>] >> -the_year));
inline const auto nine_months = months<9> >> -word(Keyword::dau) >> x3::eps[set_kind<Period::Kind::nine_months, 0>] >>
                                -the_year;
inline const auto first_quarter = months<3> >>
                                  ((word(Keyword::dau) >> x3::eps[set_kind<Period::Kind::quarter, 1>]) |
                                   (word(Keyword::cuoi) >> x3::eps[set_kind<Period::Kind::quarter, 4>])) >>
                                  the_year;
inline const auto month = word(Keyword::thang) >> two_digits[set_month] >> of_year;
inline const auto introduced_years = ((word(Keyword::giai) >> word(Keyword::doan)) |
                                      (word(Keyword::nhiem) >> word(Keyword::ky)) |
                                      (word(Keyword::nien) >> word(Keyword::khoa)) |
                                      (word(Keyword::tu) >> -word(Keyword::nam))) >>
                                     four_digits[set_year] >> dash >>
                                     -word(Keyword::nam) >> four_digits[set_last_year];
inline const auto bare_years = -word(Keyword::nam) >> four_digits[set_year] >>
                               mark('-') >> four_digits[set_last_year];

}  // namespace period_rules

/// A period.
inline const x3::rule<struct PeriodRule, PeriodExpression> period_rule = "period";
inline const auto period_rule_def = period_rules::introduced_years | period_rules::half | period_rules::nine_months |
                                    period_rules::first_quarter | period_rules::quarter | period_rules::month |
                                    day_rule[period_rules::set_day] | period_rules::bare_years |
                                    (word(Keyword::nam) >> four_digits[period_rules::set_year]);
BOOST_SPIRIT_DEFINE(period_rule)

/// A period with the words that make it a deadline or a date of account: `đến hết năm 2025`, `tính đến 31/12/2017`.
inline const x3::rule<struct PeriodPhraseRule, PeriodExpression> period_phrase_rule = "period phrase";
inline const auto period_phrase_rule_def = -(-word(Keyword::tinh) >> word(Keyword::den)) >>
                                           -(word(Keyword::het) | word(Keyword::cuoi)) >> period_rule;
BOOST_SPIRIT_DEFINE(period_phrase_rule)

/// A year that stands alone, as in `kế hoạch 2018`.
inline const x3::rule<struct BareYearRule, PeriodExpression> bare_year_rule = "year";
inline const auto bare_year_rule_def = four_digits[period_rules::set_year];
BOOST_SPIRIT_DEFINE(bare_year_rule)

}  // namespace tongket::grammar
