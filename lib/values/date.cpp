// SPDX-License-Identifier: BSL-1.0
#include <tongket/date.hpp>

#include <array>
#include <stdexcept>

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

using Kind = Period::Kind;
using Part = Period::Part;

Part make_part(Kind kind, int year, int index = 0) noexcept {
    return {kind, static_cast<std::int16_t>(year), static_cast<std::uint8_t>(index), 0};
}

Period period_of(const Part& part) noexcept { return {part, part}; }

struct MonthRange {
    int first;
    int last;
};

/// The months that a part of a year covers, both inclusive.
MonthRange months_of(const Part& part) noexcept {
    switch (part.kind) {
        case Kind::half:
            return {6 * part.index - 5, 6 * part.index};
        case Kind::quarter:
            return {3 * part.index - 2, 3 * part.index};
        case Kind::months:
            return {1, part.index};
        case Kind::month:
        case Kind::day:
            return {part.index, part.index};
        case Kind::year:
        case Kind::range:
            break;
    }
    return {1, 12};
}

Date first_day_of(const Part& part) noexcept {
    return make_date(part.year, months_of(part).first, part.kind == Kind::day ? part.day : 1);
}

Date last_day_of(const Part& part) noexcept {
    const int month = months_of(part).last;
    return make_date(part.year, month, part.kind == Kind::day ? part.day : days_in_month(part.year, month));
}

bool within(int index, int least, int most) noexcept { return index >= least && index <= most; }

bool valid_part(const Part& part) noexcept {
    if (!within(part.year, first_year, last_known_year)) return false;
    if (part.kind == Kind::day) return first_day_of(part).valid();
    if (part.day != 0) return false;
    switch (part.kind) {
        case Kind::year:
            return part.index == 0;
        case Kind::half:
            return within(part.index, 1, 2);
        case Kind::quarter:
            return within(part.index, 1, 4);
        case Kind::months:
            return within(part.index, 2, 11);
        case Kind::month:
            return within(part.index, 1, 12);
        default:
            return false;
    }
}

std::string text_of(const Part& part) {
    const std::string year = padded(part.year, 4);
    switch (part.kind) {
        case Kind::half:
            return year + "-H" + std::to_string(part.index);
        case Kind::quarter:
            return year + "-Q" + std::to_string(part.index);
        case Kind::months:
            return year + "-" + std::to_string(part.index) + "M";
        case Kind::month:
            return year + "-" + padded(part.index, 2);
        case Kind::day:
            return first_day_of(part).to_string();
        case Kind::year:
        case Kind::range:
            break;
    }
    return year;
}

/// Reads what follows the year and its dash: `H1`, `Q3`, `11M`, `12`, `12-31`.
std::optional<Part> read_part_of_year(int year, std::string_view part) noexcept {
    if (part.ends_with('M')) {
        const std::string_view digits = part.substr(0, part.size() - 1);
        const auto months = read_digits(digits, digits.size());
        if (!months || digits.size() > 2 || digits.starts_with('0')) return std::nullopt;
        return make_part(Kind::months, year, *months);
    }
    if (part.size() == 2 && (part[0] == 'H' || part[0] == 'Q')) {
        const auto index = read_digits(part.substr(1), 1);
        if (!index) return std::nullopt;
        return make_part(part[0] == 'H' ? Kind::half : Kind::quarter, year, *index);
    }
    const auto month = read_digits(part.substr(0, 2), 2);
    if (!month) return std::nullopt;
    if (part.size() == 2) return make_part(Kind::month, year, *month);
    const auto day = part[2] == '-' ? read_digits(part.substr(3), 2) : std::nullopt;
    if (!day) return std::nullopt;
    Part result = make_part(Kind::day, year, *month);
    result.day = static_cast<std::uint8_t>(*day);
    return result;
}

/// Reads a year or a part of one, as the calendar has it.
std::optional<Part> read_part(std::string_view text) noexcept {
    constexpr std::size_t longest = std::string_view("2017-12-31").size();
    const auto year = read_digits(text.substr(0, 4), 4);
    if (!year || text.size() > longest) return std::nullopt;
    std::optional<Part> part;
    if (text.size() == 4)
        part = make_part(Kind::year, *year);
    else if (text[4] == '-')
        part = read_part_of_year(*year, text.substr(5));
    if (!part || !valid_part(*part)) return std::nullopt;
    return part;
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

std::optional<Period> Period::make(Kind kind, int year, int index) noexcept {
    constexpr int last_index = 12;
    // What is beyond them must not be cut to fit.
    if (!within(year, first_year, last_known_year) || !within(index, 0, last_index)) return std::nullopt;
    const Period period = period_of(make_part(kind, year, index));
    return period.valid() ? std::optional(period) : std::nullopt;
}

std::optional<Period> Period::make_range(const Period& first, const Period& last) noexcept {
    const Period range{first.first, last.last};
    return first.valid() && last.valid() && range.valid() ? std::optional(range) : std::nullopt;
}

namespace {

Period held(const std::optional<Period>& period) {
    if (!period) throw std::out_of_range("the calendar of 1900 to 2100 has no such period");
    return *period;
}

}  // namespace

Period Period::of_year(int year) { return held(make(Kind::year, year)); }
Period Period::of_half(int year, int half) { return held(make(Kind::half, year, half)); }
Period Period::of_quarter(int year, int quarter) { return held(make(Kind::quarter, year, quarter)); }
Period Period::of_first_months(int year, int months) { return held(make(Kind::months, year, months)); }
Period Period::of_month(int year, int month) { return held(make(Kind::month, year, month)); }

Period Period::of_day(Date date) {
    Part part = make_part(Kind::day, date.year, date.month);
    part.day = date.day;
    return held(date.valid() ? std::optional(period_of(part)) : std::nullopt);
}

Period Period::of_years(int first, int last) { return of_range(of_year(first), of_year(last)); }
Period Period::of_range(const Period& first, const Period& last) { return held(make_range(first, last)); }

bool Period::valid() const noexcept {
    if (!valid_part(first)) return false;
    if (!is_range()) return true;
    return valid_part(last) && first_day_of(first) <= first_day_of(last) && last_day_of(first) <= last_day_of(last);
}

Period Period::named() const noexcept {
    constexpr int months_of_year = 12;
    if (!is_range() || first.year != last.year) return *this;
    const int year = first.year;
    const auto covers = [&](const Period& other) {
        return other.first_day() == first_day() && other.last_day() == last_day();
    };
    struct Names {
        Kind kind;
        int first;
        int last;
    };
    constexpr std::array all{Names{Kind::year, 0, 0}, Names{Kind::half, 1, 2}, Names{Kind::quarter, 1, 4},
                             Names{Kind::month, 1, months_of_year}, Names{Kind::months, 2, months_of_year - 1}};
    for (const Names& names : all)
        for (int index = names.first; index <= names.last; ++index)
            if (const Period name = period_of(make_part(names.kind, year, index)); covers(name)) return name;
    return *this;
}

Date Period::first_day() const noexcept { return first_day_of(first); }
Date Period::last_day() const noexcept { return last_day_of(last); }

std::string Period::to_string() const { return is_range() ? text_of(first) + ".." + text_of(last) : text_of(first); }

std::optional<Period> Period::from_string(std::string_view text) noexcept {
    constexpr std::string_view joint = "..";
    const std::size_t dots = text.find(joint);
    const auto first = read_part(text.substr(0, dots));
    if (!first) return std::nullopt;
    if (dots == std::string_view::npos) return period_of(*first);
    const auto last = read_part(text.substr(dots + joint.size()));
    if (!last) return std::nullopt;
    const Period range{*first, *last};
    if (!range.is_range() || !range.valid()) return std::nullopt;
    return range;
}

}  // namespace tongket
