// SPDX-License-Identifier: BSL-1.0
/// @file
/// Days: `ngày 18/01/2018`, `chiều 6-1`, `ngày 18.6`, `ngày 04 tháng 9 năm 2007`; and from one to another: `từ 2 -
/// 6/10/2018`.
#pragma once

#include <optional>

#include <tongket/date.hpp>
#include <tongket/grammar/terminals.hpp>
#include <tongket/model.hpp>

namespace tongket::grammar {

/// A day as written; the year may be missing.
struct DayExpression {
    std::optional<DayPart> day_part;
    bool introduced = false;  ///< by `ngày`, `hôm` or a part of the day
    int day = 0;
    int month = 0;
    int year = 0;  ///< 0 where it is not said

    /// The date, with `default_year` for a missing year; nothing where the calendar has no such day.
    [[nodiscard]] std::optional<Date> resolve(std::optional<int> default_year) const noexcept {
        const int y = year != 0 ? year : default_year.value_or(0);
        const Date date{static_cast<std::int16_t>(y), static_cast<std::uint8_t>(month),
                        static_cast<std::uint8_t>(day)};
        if (y == 0 || !date.valid()) return std::nullopt;
        return date;
    }
};

/// The days from one to another as written; month and year of the first may be missing.
struct DaysExpression {
    bool opened = false;  ///< by `từ`
    DayExpression first;
    DayExpression last;
};

/// `18.6.2018`, `18.6`: a day within one number token.
struct DottedDay : x3::parser<DottedDay> {
    using attribute_type = DayExpression;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        if (first == last || first->kind != TokenKind::number) return false;
        int parts[3] = {0, 0, 0};
        std::size_t count = 0, digits = 0;
        for (const char c : first.stream().text_of(*first)) {
            if (c == ',') return false;
            if (c == '.') {
                if (digits == 0 || digits > 2 || ++count > 2) return false;
                digits = 0;
            } else if (++digits <= 4) {
                parts[count] = parts[count] * 10 + (c - '0');
            } else {
                return false;
            }
        }
        if (count == 0 || (count == 1 && digits > 2) || (count == 2 && digits != 4 && digits != 2)) return false;
        DayExpression day;
        day.day = parts[0];
        day.month = parts[1];
        day.year = parts[2] != 0 && parts[2] < 100 ? parts[2] + 2000 : parts[2];
        if (day.day < 1 || day.day > 31 || day.month < 1 || day.month > 12) return false;
        x3::traits::move_to(day, attribute);
        ++first;
        return true;
    }
};

namespace date_rules {

inline constexpr auto set_day = [](auto& ctx) { x3::_val(ctx).day = x3::_attr(ctx); };
inline constexpr auto set_month = [](auto& ctx) { x3::_val(ctx).month = x3::_attr(ctx); };
inline constexpr auto set_year = [](auto& ctx) { x3::_val(ctx).year = x3::_attr(ctx); };
inline constexpr auto introduce = [](auto& ctx) { x3::_val(ctx).introduced = true; };
template <DayPart part>
inline constexpr auto set_part = [](auto& ctx) {
    x3::_val(ctx).day_part = part;
    x3::_val(ctx).introduced = true;
};
inline constexpr auto set_dotted = [](auto& ctx) {
    const DayExpression& day = x3::_attr(ctx);
    x3::_val(ctx).day = day.day;
    x3::_val(ctx).month = day.month;
    x3::_val(ctx).year = day.year;
};
/// A day that is introduced and has its year may be one that no calendar has: `ngày 31/13/2017` is a slip, no ratio.
inline constexpr auto looks_like_day = [](auto& ctx) {
    constexpr int latest_slip = 2999;
    const DayExpression& day = x3::_val(ctx);
    const bool known_year = day.year >= 1900 && day.year <= 2100;
    const bool in_calendar = day.day >= 1 && day.day <= 31 && day.month >= 1 && day.month <= 12;
    x3::_pass(ctx) = (in_calendar && (day.year == 0 || known_year)) ||
                     (day.introduced && day.year >= 1900 && day.year <= latest_slip);
};

inline const auto day_part = (-word(Keyword::rang_sang) >> word(Keyword::sang))[set_part<DayPart::morning>] |
                             word(Keyword::chieu)[set_part<DayPart::afternoon>] |
                             word(Keyword::trua)[set_part<DayPart::morning>] |
                             (word(Keyword::toi) | word(Keyword::dem))[set_part<DayPart::evening>];
inline const auto weekday = phrase(LexiconClass::weekday) >> -mark(',');
inline const auto introduction = -x3::omit[weekday] >> -(day_part >> -(word(Keyword::nay) >> -mark(','))) >>
                                 -((word(Keyword::ngay) | word(Keyword::hom))[introduce]);
inline const auto bracketed = day_part >> word(Keyword::nay) >> mark('(') >> -word(Keyword::ngay);
inline const auto slashed = two_digits[set_day] >> mark('/') >> two_digits[set_month] >>
                            -(mark('/') >> four_digits[set_year]);
inline const auto dashed = two_digits[set_day] >> mark('-') >> two_digits[set_month] >>
                           -(mark('-') >> four_digits[set_year]);
inline const auto worded = two_digits[set_day] >> word(Keyword::thang) >> two_digits[set_month] >>
                           -((word(Keyword::nam) | mark('/') | mark('-')) >> four_digits[set_year]);

inline const auto numbers = worded | slashed | dashed | DottedDay{}[set_dotted];

}  // namespace date_rules

/// A day. `6-1` and `18.6` alone are days too: callers decide by `introduced` whether to believe them.
inline const x3::rule<struct DayRule, DayExpression> day_rule = "day";
inline const auto day_rule_def = ((date_rules::bracketed >> date_rules::numbers >> mark(')')) |
                                  (date_rules::introduction >> -mark('(') >> date_rules::numbers)) >>
                                 x3::eps[date_rules::looks_like_day];
BOOST_SPIRIT_DEFINE(day_rule)

namespace date_rules {

inline constexpr auto set_days = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };
inline constexpr auto open_days = [](auto& ctx) { x3::_val(ctx).opened = true; };
inline constexpr auto set_first = [](auto& ctx) { x3::_val(ctx).first = x3::_attr(ctx); };
inline constexpr auto set_first_number = [](auto& ctx) { x3::_val(ctx).first.day = x3::_attr(ctx); };
inline constexpr auto introduce_first = [](auto& ctx) { x3::_val(ctx).first.introduced = true; };
inline constexpr auto set_last = [](auto& ctx) { x3::_val(ctx).last = x3::_attr(ctx); };

inline const auto until = (mark('-') | word(Keyword::den) | word(Keyword::coming)) >> -word(Keyword::het);

}  // namespace date_rules

/// `16/11/2016 đến 15/11/2017`: both days with their months.
inline const x3::rule<struct WholeDaysRule, DaysExpression> whole_days_rule = "days";
inline const auto whole_days_rule_def = -(word(Keyword::tu)[date_rules::open_days]) >>
                                        day_rule[date_rules::set_first] >> date_rules::until >>
                                        day_rule[date_rules::set_last];
BOOST_SPIRIT_DEFINE(whole_days_rule)

/// `ngày 2 - 6/10/2018`: the month stands with the last.
inline const x3::rule<struct SharedDaysRule, DaysExpression> shared_days_rule = "days of a month";
inline const auto shared_days_rule_def = -(word(Keyword::tu)[date_rules::open_days]) >>
                                         -(word(Keyword::ngay)[date_rules::introduce_first]) >>
                                         two_digits[date_rules::set_first_number] >> date_rules::until
                                         >> day_rule[date_rules::set_last];
BOOST_SPIRIT_DEFINE(shared_days_rule)

/// The days from one to another.
inline const x3::rule<struct DaysRule, DaysExpression> days_rule = "days";
inline const auto days_rule_def = whole_days_rule[date_rules::set_days] | shared_days_rule[date_rules::set_days];
BOOST_SPIRIT_DEFINE(days_rule)

}  // namespace tongket::grammar
