// SPDX-License-Identifier: BSL-1.0
/// @file
/// Days: `ngày 18/01/2018`, `chiều 6-1`, `ngày 18.6`, `ngày 04 tháng 9 năm 2007`.
#pragma once

#include <optional>

#include <tongket/date.hpp>
#include <tongket/grammar/terminals.hpp>
#include <tongket/model.hpp>

namespace tongket::grammar {

/// A day as written; the year may be missing.
struct DayExpression {
    std::optional<DayPart> day_part;
    bool introduced = false;  ///< by `ngày` or a part of the day
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
inline constexpr auto plausible = [](auto& ctx) {
    const DayExpression& day = x3::_val(ctx);
    x3::_pass(ctx) = day.day >= 1 && day.day <= 31 && day.month >= 1 && day.month <= 12 &&
                     (day.year == 0 || (day.year >= 1900 && day.year <= 2100));
};

inline const auto day_part =
    word(Keyword::sang)[set_part<DayPart::morning>] | word(Keyword::chieu)[set_part<DayPart::afternoon>] |
    word(Keyword::trua)[set_part<DayPart::morning>] | word(Keyword::toi)[set_part<DayPart::evening>];
inline const auto weekday = phrase(LexiconClass::weekday) >> -mark(',');
inline const auto introduction = -x3::omit[weekday] >> -(day_part >> -(word(Keyword::nay) >> -mark(','))) >>
                                 -(word(Keyword::ngay)[introduce]);
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
                                 x3::eps[date_rules::plausible];
BOOST_SPIRIT_DEFINE(day_rule)

}  // namespace tongket::grammar
