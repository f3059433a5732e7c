// SPDX-License-Identifier: BSL-1.0
/// @file
/// Calendar dates, times of day and the periods that reports speak of.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tongket/api.hpp>

namespace tongket {

/// A day of the Gregorian calendar.
struct TONGKET_API Date {
    std::int16_t year = 0;
    std::uint8_t month = 0;  ///< 1 to 12
    std::uint8_t day = 0;    ///< 1 to 31

    auto operator<=>(const Date&) const = default;

    /// Whether the calendar has this day, in the years 1900 to 2100.
    [[nodiscard]] bool valid() const noexcept;
    /// ISO 8601: `2018-01-18`.
    [[nodiscard]] std::string to_string() const;
    /// Reads ISO 8601; nothing where the text is no day of the calendar.
    [[nodiscard]] static std::optional<Date> from_string(std::string_view text) noexcept;
};

/// A time of day to the minute.
struct TONGKET_API TimeOfDay {
    std::uint8_t hour = 0;    ///< 0 to 23
    std::uint8_t minute = 0;  ///< 0 to 59

    auto operator<=>(const TimeOfDay&) const = default;

    /// `HH:MM`.
    [[nodiscard]] std::string to_string() const;
    [[nodiscard]] static std::optional<TimeOfDay> from_string(std::string_view text) noexcept;
};

/// A stretch of time that a figure holds for or a conference reviews: a year, a part of one, or all from one to
/// another.
struct TONGKET_API Period {
    enum class Kind : std::uint8_t {
        year,     ///< `2017`
        half,     ///< `2018-H1`, 6 tháng đầu năm; `2018-H2`, 6 tháng cuối năm
        quarter,  ///< `2023-Q1`, quý I
        months,   ///< `2023-9M`, 9 tháng đầu năm: the first months, 2 to 11
        month,    ///< `2017-12`
        day,      ///< `2017-12-31`
        range     ///< `2006..2015`, giai đoạn 2006 - 2015; `2017-Q2..2017-Q4`, từ quý II đến quý IV
    };

    /// A year or a part of one.
    struct Part {
        Kind kind = Kind::year;  ///< any but `range`
        std::int16_t year = 0;
        std::uint8_t index = 0;  ///< half 1-2, quarter 1-4, months 2-11, month 1-12 (also of a day); otherwise 0
        std::uint8_t day = 0;    ///< of `day`: 1 to 31; otherwise 0

        auto operator<=>(const Part&) const = default;
    };

    Part first;
    Part last;  ///< the same as `first` but in a range

    auto operator<=>(const Period&) const = default;

    /// A period by its numbers.
    /// @throws std::out_of_range where the calendar of 1900 to 2100 has no such period; `make` is without exceptions
    [[nodiscard]] static Period of_year(int year);
    [[nodiscard]] static Period of_half(int year, int half);
    [[nodiscard]] static Period of_quarter(int year, int quarter);
    /// The first months of a year, 2 to 11 of them.
    [[nodiscard]] static Period of_first_months(int year, int months);
    [[nodiscard]] static Period of_month(int year, int month);
    [[nodiscard]] static Period of_day(Date date);
    [[nodiscard]] static Period of_years(int first, int last);
    /// All from the beginning of one period to the end of another.
    [[nodiscard]] static Period of_range(const Period& first, const Period& last);

    /// The same, or nothing where the calendar has no such period.
    /// @param kind   neither `day` nor `range`
    /// @param index  of `Part`; 0 for a year
    [[nodiscard]] static std::optional<Period> make(Kind kind, int year, int index = 0) noexcept;
    [[nodiscard]] static std::optional<Period> make_range(const Period& first, const Period& last) noexcept;

    [[nodiscard]] Kind kind() const noexcept { return is_range() ? Kind::range : first.kind; }
    [[nodiscard]] bool is_range() const noexcept { return first != last; }
    /// Whether it is a year or a range of years.
    [[nodiscard]] bool of_whole_years() const noexcept { return first.kind == Kind::year && last.kind == Kind::year; }
    /// The year; of a range the first.
    [[nodiscard]] int year() const noexcept { return first.year; }
    /// The year; of a range the last.
    [[nodiscard]] int last_year() const noexcept { return last.year; }

    /// Whether the calendar has it, in the years 1900 to 2100. The first period of a range begins and ends no later
    /// than the last.
    [[nodiscard]] bool valid() const noexcept;

    /// A valid period by the name that the calendar has for it: `2017-Q1..2017-Q2` is `2017-H1`. Itself where it has
    /// none.
    [[nodiscard]] Period named() const noexcept;

    /// First and last day of a valid period.
    [[nodiscard]] Date first_day() const noexcept;
    [[nodiscard]] Date last_day() const noexcept;

    /// The form of the JSON schema, as shown at each kind.
    [[nodiscard]] std::string to_string() const;
    /// Reads that form; nothing where the text has another form or says no valid period.
    [[nodiscard]] static std::optional<Period> from_string(std::string_view text) noexcept;
};

/// Days in a month of the Gregorian calendar; 0 for a month outside 1 to 12.
[[nodiscard]] TONGKET_API int days_in_month(int year, int month) noexcept;

}  // namespace tongket
