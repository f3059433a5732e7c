// SPDX-License-Identifier: BSL-1.0
#include <tongket/date.hpp>

namespace tongket {
namespace {

constexpr int first_year = 1900;
constexpr int last_known_year = 2100;

bool is_leap(int year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// `value` with leading zeros up to `width` digits.
std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

/// The number that `text` writes in exactly `digits` decimal digits; nothing where it writes anything else.
std::optional<int> read_digits(std::string_view text, std::size_t digits) noexcept {
    if (text.size() != digits) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

Date make_date(int year, int month, int day) noexcept {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

Period make_period(Period::Kind kind, int year, int index = 0) noexcept {
    Period period;
    period.kind = kind;
    period.year = static_cast<std::int16_t>(year);
    period.index = static_cast<std::uint8_t>(index);
    return period;
}

struct MonthRange {
    int first;
    int last;
};

/// The months that a period of one year covers, both inclusive.
MonthRange months_of(const Period& period) noexcept {
    switch (period.kind) {
        case Period::Kind::half:
            return {6 * period.index - 5, 6 * period.index};
        case Period::Kind::quarter:
            return {3 * period.index - 2, 3 * period.index};
        case Period::Kind::nine_months:
            return {1, 9};
        case Period::Kind::month:
        case Period::Kind::day:
            return {period.index, period.index};
        case Period::Kind::year:
        case Period::Kind::years:
            break;
    }
    return {1, 12};
}

/// Reads what follows the year and its dash: `H1`, `Q3`, `9M`, `12`.
std::optional<Period> read_part_of_year(int year, std::string_view part) noexcept {
    if (part == "9M") return Period::of_nine_months(year);
    if (part == "H1" || part == "H2") return Period::of_half(year, part[1] - '0');
    if (part.size() == 2 && part[0] == 'Q' && part[1] >= '1' && part[1] <= '4')
        return Period::of_quarter(year, part[1] - '0');
    if (const auto month = read_digits(part, 2); month && *month >= 1 && *month <= 12)
        return Period::of_month(year, *month);
    return std::nullopt;
}

}  // namespace

int days_in_month(int year, int month) noexcept {
    switch (month) {
        case 1:
        case 3:
        case 5:
        case 7:
        case 8:
        case 10:
        case 12:
            return 31;
        case 4:
        case 6:
        case 9:
        case 11:
            return 30;
        case 2:
            return is_leap(year) ? 29 : 28;
        default:
            return 0;
    }
}

bool Date::valid() const noexcept {
    return year >= first_year && year <= last_known_year && day >= 1 && day <= days_in_month(year, month);
}

std::string Date::to_string() const { return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2); }

std::optional<Date> Date::from_string(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_digits(text.substr(0, 4), 4);
    const auto month = read_digits(text.substr(5, 2), 2);
    const auto day = read_digits(text.substr(8, 2), 2);
    if (!year || !month || !day) return std::nullopt;
    const Date date = make_date(*year, *month, *day);
    if (!date.valid()) return std::nullopt;
    return date;
}

std::string TimeOfDay::to_string() const { return padded(hour, 2) + ":" + padded(minute, 2); }

std::optional<TimeOfDay> TimeOfDay::from_string(std::string_view text) noexcept {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = read_digits(text.substr(0, 2), 2);
    const auto minute = read_digits(text.substr(3, 2), 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return TimeOfDay{static_cast<std::uint8_t>(*hour), static_cast<std::uint8_t>(*minute)};
}

Period Period::of_year(int year) noexcept { return make_period(Kind::year, year); }
Period Period::of_half(int year, int half) noexcept { return make_period(Kind::half, year, half); }
Period Period::of_quarter(int year, int quarter) noexcept { return make_period(Kind::quarter, year, quarter); }
Period Period::of_nine_months(int year) noexcept { return make_period(Kind::nine_months, year); }
Period Period::of_month(int year, int month) noexcept { return make_period(Kind::month, year, month); }

Period Period::of_day(Date date) noexcept {
    Period period = make_period(Kind::day, date.year, date.month);
    period.day = date.day;
    return period;
}

Period Period::of_years(int first, int last) noexcept {
    Period period = make_period(Kind::years, first);
    period.last_year = static_cast<std::int16_t>(last);
    return period;
}

Date Period::first_day() const noexcept {
    return make_date(year, months_of(*this).first, kind == Kind::day ? day : 1);
}

Date Period::last_day() const noexcept {
    const int final_year = kind == Kind::years ? last_year : year;
    const int month = months_of(*this).last;
    return make_date(final_year, month, kind == Kind::day ? day : days_in_month(final_year, month));
}

std::string Period::to_string() const {
    std::string first = padded(year, 4);
    switch (kind) {
        case Kind::year:
            break;
        case Kind::half:
            return first + "-H" + std::to_string(index);
        case Kind::quarter:
            return first + "-Q" + std::to_string(index);
        case Kind::nine_months:
            return first + "-9M";
        case Kind::month:
            return first + "-" + padded(index, 2);
        case Kind::day:
            return first_day().to_string();
        case Kind::years:
            return first + ".." + padded(last_year, 4);
    }
    return first;
}

std::optional<Period> Period::from_string(std::string_view text) noexcept {
    const auto first = read_digits(text.substr(0, 4), 4);
    if (!first) return std::nullopt;
    const std::string_view rest = text.substr(4);
    if (rest.empty()) return of_year(*first);
    if (rest.starts_with("..")) {
        const auto last = read_digits(rest.substr(2), 4);
        if (!last || *last < *first) return std::nullopt;
        return of_years(*first, *last);
    }
    if (!rest.starts_with('-')) return std::nullopt;
    if (rest.size() == 3) return read_part_of_year(*first, rest.substr(1));
    const auto date = Date::from_string(text);
    if (!date) return std::nullopt;
    return of_day(*date);
}

}  // namespace tongket
