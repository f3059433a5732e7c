// SPDX-License-Identifier: BSL-1.0
// What fits into 38 digits with 9 decimals, and what is told of the rest.
#include "arrow/decimal.hpp"

#include <cstdint>
#include <limits>

#include "catch.hpp"

using namespace tongket;
using arrow::unscaled;

TEST_CASE("a decimal is kept in units of its ninth place", "[arrow]") {
    const auto number = [](const char* text) { return unscaled(*Decimal::from_string(text)); };
    CHECK(number("0") == arrow::Wide{0});
    CHECK(number("1") == arrow::Wide{1'000'000'000});
    CHECK(number("-29.46") == arrow::Wide{-29'460'000'000});
    CHECK(number("0.000000001") == arrow::Wide{1});
    CHECK(number("0.0000000001") == std::nullopt);
    CHECK(number("9223372036854775807") ==
          arrow::Wide{std::numeric_limits<std::int64_t>::max()} * arrow::Wide{1'000'000'000});
}

TEST_CASE("a decimal has at most 29 digits before the point", "[arrow]") {
    CHECK(unscaled(Decimal(1, 28)));
    CHECK(unscaled(Decimal(9, 28)));
    CHECK(unscaled(Decimal(-9, 28)));
    CHECK(unscaled(Decimal(99, 27)));
    CHECK_FALSE(unscaled(Decimal(99, 28)));
    CHECK_FALSE(unscaled(Decimal(1, 29)));
    CHECK_FALSE(unscaled(Decimal(-1, 29)));
    CHECK_FALSE(unscaled(Decimal(std::numeric_limits<std::int64_t>::min(), 11)));
    CHECK_FALSE(unscaled(Decimal(1, Decimal::max_exponent)));
    CHECK_FALSE(unscaled(Decimal(1, Decimal::min_exponent)));
}

TEST_CASE("each number that does not fit is told, with its place", "[arrow]") {
    Report report;
    report.measures.resize(3);
    report.measures[1].value = Decimal(1, 40);
    report.measures[1].span = {3, 5};
    report.measures[2].of = Decimal(1, -10);
    report.measures[2].per = Per{Decimal(1, 40), "dân"};
    const std::vector<Diagnostic> found = arrow::decimal_overflows(report);
    REQUIRE(found.size() == 3);
    CHECK(found[0].code == "decimal-overflow");
    CHECK(found[0].severity == Severity::warning);
    CHECK(found[0].span == Span{3, 5});
    CHECK(found[0].message.substr(0, 20) == "measures[1].value: 1");
    CHECK(found[1].message.substr(0, 17) == "measures[2].of: 0");
    CHECK(found[2].message.substr(0, 24) == "measures[2].per.value: 1");
}
