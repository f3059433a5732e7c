// SPDX-License-Identifier: BSL-1.0
#include <stdexcept>
#include <string>
#include <vector>

#include <tongket/date.hpp>
#include <tongket/print.hpp>

#include "catch.hpp"

using tongket::Date;
using tongket::days_in_month;
using tongket::Period;
using tongket::TimeOfDay;

TEST_CASE("the Gregorian calendar", "[date]") {
    CHECK(days_in_month(2018, 1) == 31);
    CHECK(days_in_month(2018, 4) == 30);
    CHECK(days_in_month(2018, 2) == 28);
    CHECK(days_in_month(2016, 2) == 29);
    CHECK(days_in_month(1900, 2) == 28);
    CHECK(days_in_month(2000, 2) == 29);
    CHECK(days_in_month(2018, 0) == 0);
    CHECK(days_in_month(2018, 13) == 0);

    CHECK(Date{2018, 1, 18}.valid());
    CHECK(Date{1900, 1, 1}.valid());
    CHECK(Date{2100, 12, 31}.valid());
    CHECK_FALSE(Date{}.valid());
    CHECK_FALSE(Date{1899, 12, 31}.valid());
    CHECK_FALSE(Date{2101, 1, 1}.valid());
    CHECK_FALSE(Date{2018, 2, 29}.valid());
    CHECK_FALSE(Date{2018, 1, 0}.valid());
    CHECK(Date{2017, 12, 31} < Date{2018, 1, 1});
}

TEST_CASE("dates are ISO 8601", "[date]") {
    CHECK(Date{2018, 1, 8}.to_string() == "2018-01-08");
    CHECK(Date::from_string("2018-01-08") == Date{2018, 1, 8});
    for (const std::string text : {"", "2018", "2018-1-8", "2018-13-01", "2018-02-29", "18/01/2018", "2018-01-08 ",
                                   "1899-12-31", "2018-01-0x", "-018-01-08", "2018/01/08"}) {
        INFO(text);
        CHECK_FALSE(Date::from_string(text));
    }
}

TEST_CASE("times of day have hours and minutes", "[date]") {
    CHECK(TimeOfDay{8, 5}.to_string() == "08:05");
    CHECK(TimeOfDay::from_string("23:59") == TimeOfDay{23, 59});
    CHECK(TimeOfDay::from_string("00:00") == TimeOfDay{0, 0});
    for (const std::string text : {"", "8:05", "24:00", "12:60", "12.30", "12:3a", "12:300"}) {
        INFO(text);
        CHECK_FALSE(TimeOfDay::from_string(text));
    }
}

TEST_CASE("periods are written, read and bounded by days", "[date]") {
    struct Row {
        Period period;
        std::string text;
        Date first;
        Date last;
    };
    const std::vector<Row> rows = {
        {Period::of_year(2017), "2017", {2017, 1, 1}, {2017, 12, 31}},
        {Period::of_half(2018, 1), "2018-H1", {2018, 1, 1}, {2018, 6, 30}},
        {Period::of_half(2018, 2), "2018-H2", {2018, 7, 1}, {2018, 12, 31}},
        {Period::of_quarter(2023, 1), "2023-Q1", {2023, 1, 1}, {2023, 3, 31}},
        {Period::of_quarter(2023, 2), "2023-Q2", {2023, 4, 1}, {2023, 6, 30}},
        {Period::of_quarter(2023, 4), "2023-Q4", {2023, 10, 1}, {2023, 12, 31}},
        {Period::of_first_months(2023, 9), "2023-9M", {2023, 1, 1}, {2023, 9, 30}},
        {Period::of_first_months(2016, 2), "2016-2M", {2016, 1, 1}, {2016, 2, 29}},
        {Period::of_first_months(2023, 11), "2023-11M", {2023, 1, 1}, {2023, 11, 30}},
        {Period::of_month(2016, 2), "2016-02", {2016, 2, 1}, {2016, 2, 29}},
        {Period::of_month(2017, 12), "2017-12", {2017, 12, 1}, {2017, 12, 31}},
        {Period::of_day({2017, 12, 31}), "2017-12-31", {2017, 12, 31}, {2017, 12, 31}},
        {Period::of_years(2006, 2015), "2006..2015", {2006, 1, 1}, {2015, 12, 31}},
        {Period::of_range(Period::of_quarter(2017, 2), Period::of_quarter(2017, 4)),
         "2017-Q2..2017-Q4",
         {2017, 4, 1},
         {2017, 12, 31}},
        {Period::of_range(Period::of_month(2016, 11), Period::of_month(2017, 2)),
         "2016-11..2017-02",
         {2016, 11, 1},
         {2017, 2, 28}},
        {Period::of_range(Period::of_day({2018, 10, 2}), Period::of_day({2018, 10, 6})),
         "2018-10-02..2018-10-06",
         {2018, 10, 2},
         {2018, 10, 6}},
        {Period::of_range(Period::of_year(2016), Period::of_half(2017, 1)),
         "2016..2017-H1",
         {2016, 1, 1},
         {2017, 6, 30}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(row.period.to_string() == row.text);
        CHECK(Period::from_string(row.text) == row.period);
        CHECK(row.period.first_day() == row.first);
        CHECK(row.period.last_day() == row.last);
    }
}

TEST_CASE("what is no period is refused", "[date]") {
    for (const std::string text : {"",
                                   "201",
                                   "20170",
                                   "2017-",
                                   "2017-H0",
                                   "2017-H3",
                                   "2017-Q0",
                                   "2017-Q5",
                                   "2017-1M",
                                   "2017-12M",
                                   "2017-258M",
                                   "2017-09M",
                                   "2017-M",
                                   "2017-00",
                                   "2017-13",
                                   "2017-1",
                                   "2017-02-30",
                                   "2017-02-3",
                                   "2015..2006",
                                   "2006..",
                                   "2006-2015",
                                   "2006..201",
                                   "năm 2017",
                                   "0000",
                                   "1899",
                                   "2101",
                                   "2017..2017",
                                   "2017-Q4..2017-Q2",
                                   "2017..2017-Q2",
                                   "..2017",
                                   "2015..2016..2017",
                                   "2017-05-31..2017-05-01",
                                   "2017-02-30..2017-03-01",
                                   "2017-1 M",
                                   "2017-12-311"}) {
        INFO(text);
        CHECK_FALSE(Period::from_string(text));
    }
}

namespace {

// All parts of a year but its days, and three of these.
std::vector<Period> parts_of(int year) {
    std::vector<Period> parts{Period::of_year(year), Period::of_day({static_cast<std::int16_t>(year), 2, 28}),
                              Period::of_day({static_cast<std::int16_t>(year), 3, 1}),
                              Period::of_day({static_cast<std::int16_t>(year), 12, 31})};
    for (int half = 1; half <= 2; ++half) parts.push_back(Period::of_half(year, half));
    for (int quarter = 1; quarter <= 4; ++quarter) parts.push_back(Period::of_quarter(year, quarter));
    for (int months = 2; months <= 11; ++months) parts.push_back(Period::of_first_months(year, months));
    for (int month = 1; month <= 12; ++month) parts.push_back(Period::of_month(year, month));
    return parts;
}

}  // namespace

TEST_CASE("a range of any two forms is read as it was written, where its ends are in order", "[date]") {
    std::vector<Period> parts = parts_of(1900);
    for (const int year : {2016, 2017, 2100})
        for (const Period& part : parts_of(year)) parts.push_back(part);
    for (const Period& first : parts) {
        REQUIRE(first.valid());
        REQUIRE(Period::from_string(first.to_string()) == first);
        for (const Period& last : parts) {
            const bool in_order =
                first.first_day() <= last.first_day() && first.last_day() <= last.last_day() && first != last;
            const std::string text = first.to_string() + ".." + last.to_string();
            INFO(text);
            REQUIRE(Period::from_string(text) == (in_order ? Period::make_range(first, last) : std::nullopt));
            if (!in_order) continue;
            const Period range = Period::of_range(first, last);
            REQUIRE(range.valid());
            REQUIRE(range.to_string() == text);
            REQUIRE(range.first_day() == first.first_day());
            REQUIRE(range.last_day() == last.last_day());
            REQUIRE(range.named().first_day() == range.first_day());
            REQUIRE(range.named().last_day() == range.last_day());
        }
    }
}

TEST_CASE("a range has the name that the calendar has for it", "[date]") {
    const auto named = [](const std::string& text) { return Period::from_string(text)->named().to_string(); };
    CHECK(named("2017-Q1..2017-Q2") == "2017-H1");
    CHECK(named("2017-Q3..2017-Q4") == "2017-H2");
    CHECK(named("2017-Q1..2017-Q4") == "2017");
    CHECK(named("2017-Q2..2017-Q3") == "2017-Q2..2017-Q3");
    CHECK(named("2017-01..2017-03") == "2017-Q1");
    CHECK(named("2017-01..2017-08") == "2017-8M");
    CHECK(named("2017-05-01..2017-05-31") == "2017-05");
    CHECK(named("2016-01-01..2016-12-31") == "2016");
    CHECK(named("2016-Q4..2017-Q1") == "2016-Q4..2017-Q1");
    CHECK(named("2016..2017") == "2016..2017");
    CHECK(named("2017-06") == "2017-06");
}

TEST_CASE("a period that no calendar has is refused, not cut to fit", "[date]") {
    const int years[] = {-1, 0, 1899, 2101, 32767 + 2018, 65536 + 2018};
    for (const int year : years) {
        INFO(year);
        CHECK_THROWS_AS(Period::of_year(year), std::out_of_range);
        CHECK_THROWS_AS(Period::of_month(year, 1), std::out_of_range);
        CHECK_FALSE(Period::make(Period::Kind::year, year));
    }
    const int none[] = {-1, 0, 13, 99, 256 + 1, 65536 + 1};
    for (const int index : none) {
        INFO(index);
        CHECK_THROWS_AS(Period::of_half(2020, index), std::out_of_range);
        CHECK_THROWS_AS(Period::of_quarter(2020, index), std::out_of_range);
        CHECK_THROWS_AS(Period::of_first_months(2020, index), std::out_of_range);
        CHECK_THROWS_AS(Period::of_month(2020, index), std::out_of_range);
        CHECK_FALSE(Period::make(Period::Kind::month, 2020, index));
    }
    CHECK_THROWS_AS(Period::of_half(2020, 3), std::out_of_range);
    CHECK_THROWS_AS(Period::of_quarter(2020, 5), std::out_of_range);
    CHECK_THROWS_AS(Period::of_first_months(2020, 1), std::out_of_range);
    CHECK_THROWS_AS(Period::of_day({2019, 2, 29}), std::out_of_range);
    CHECK_THROWS_AS(Period::of_years(2018, 2017), std::out_of_range);
    CHECK_THROWS_AS(Period::of_range(Period::of_quarter(2018, 2), Period::of_quarter(2018, 1)), std::out_of_range);
    CHECK_THROWS_AS(Period::of_range(Period{}, Period::of_year(2018)), std::out_of_range);

    CHECK(Period::make(Period::Kind::quarter, 2018, 4) == Period::of_quarter(2018, 4));
    CHECK_FALSE(Period::make(Period::Kind::year, 2018, 1));
    CHECK_FALSE(Period::make(Period::Kind::day, 2018, 1));
    CHECK_FALSE(Period::make(Period::Kind::range, 2018));
    CHECK(Period::of_years(2018, 2018) == Period::of_year(2018));
}
