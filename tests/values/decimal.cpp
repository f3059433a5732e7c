// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include <tongket/decimal.hpp>
#include <tongket/print.hpp>

#include "catch.hpp"

using tongket::Decimal;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

Decimal number(const std::string& text) {
    INFO(text);
    const auto value = Decimal::from_string(text);
    REQUIRE(value);
    return *value;
}

}  // namespace

TEST_CASE("decimals are kept in lowest terms", "[decimal]") {
    CHECK(Decimal(100).coefficient() == 1);
    CHECK(Decimal(100).exponent() == 2);
    CHECK(Decimal(0, 5) == Decimal());
    CHECK(Decimal(2950, -2) == Decimal(295, -1));
    CHECK(Decimal(35, -1).scaled(6) == Decimal(3500000));
    CHECK(Decimal(520).is_integer());
    CHECK_FALSE(Decimal(5, -1).is_integer());
    CHECK(Decimal(50, -1).is_integer());
}

TEST_CASE("a number that cannot be held is refused, not cut to fit", "[decimal]") {
    constexpr int largest_int = std::numeric_limits<int>::max(), smallest_int = std::numeric_limits<int>::min();
    for (const int exponent : {128, 300, 1000, largest_int, -129, -1000, smallest_int}) {
        INFO(exponent);
        CHECK_THROWS_AS(Decimal(1, exponent), std::out_of_range);
        CHECK(Decimal(0, exponent) == Decimal());
    }
    CHECK_THROWS_AS(Decimal(10, 127), std::out_of_range);
    CHECK_THROWS_AS(Decimal(10, largest_int), std::out_of_range);
    CHECK(Decimal(1000, -131) == Decimal(1, -128));
    CHECK(Decimal(1000000000000000000, -146) == Decimal(1, -128));
    CHECK_THROWS_AS(Decimal(1000, -132), std::out_of_range);

    CHECK(Decimal(std::uint64_t{9223372036854775807U}) == Decimal(largest));
    CHECK_THROWS_AS(Decimal(std::uint64_t{9223372036854775808U}), std::out_of_range);
    CHECK_THROWS_AS(Decimal(std::numeric_limits<std::uint64_t>::max()), std::out_of_range);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Decimal, double>);
    STATIC_REQUIRE(std::is_convertible_v<int, Decimal>);

    CHECK_THROWS_AS(Decimal(1).scaled(128), std::out_of_range);
    CHECK_THROWS_AS(Decimal(1, 127).scaled(largest_int), std::out_of_range);
    CHECK_FALSE(Decimal::scale(Decimal(1, -128), -1));
    CHECK_FALSE(Decimal::scale(Decimal(1, -1), smallest_int));
    CHECK(Decimal::scale(Decimal(1, 127), -255) == Decimal(1, -128));
    CHECK(Decimal::scale(Decimal(), largest_int) == Decimal());
    STATIC_REQUIRE(Decimal(25, -1).scaled(2) == Decimal(250));
}

TEST_CASE("operators count exactly or refuse", "[decimal]") {
    CHECK(Decimal(109, 9) + Decimal(918, 9) == Decimal(1027, 9));
    CHECK(Decimal(1, -1) + Decimal(2, -1) == Decimal(3, -1));
    CHECK(Decimal(5) - 7 == Decimal(-2));
    CHECK(2 * Decimal(25, -1) == 5);
    CHECK(-Decimal(35, -1) == Decimal(-35, -1));
    CHECK(Decimal(1) < 2);
    Decimal sum;
    for (int i = 0; i < 10; ++i) sum += Decimal(1, -1);
    CHECK(sum == 1);
    sum -= 3;
    sum *= 4;
    CHECK(sum == -8);

    CHECK_THROWS_AS(Decimal(largest) + 1, std::out_of_range);
    CHECK_THROWS_AS(Decimal(smallest) - 1, std::out_of_range);
    CHECK_THROWS_AS(Decimal(largest) * 3, std::out_of_range);
    CHECK_THROWS_AS(Decimal(1, 100) * Decimal(1, 100), std::out_of_range);
    CHECK_THROWS_AS(-Decimal(smallest), std::out_of_range);
    Decimal kept(largest);
    CHECK_THROWS_AS(kept += 1, std::out_of_range);
    CHECK(kept == Decimal(largest));
}

TEST_CASE("decimals are read from plain notation", "[decimal]") {
    CHECK(number("0") == Decimal(0));
    CHECK(number("-0.00") == Decimal(0));
    CHECK(number("007") == Decimal(7));
    CHECK(number("29.46") == Decimal(2946, -2));
    CHECK(number("-12.50") == Decimal(-125, -1));
    CHECK(number("0.050") == Decimal(5, -2));
    CHECK(number("520000000000") == Decimal(520000000000));
    CHECK(number("9223372036854775807") == Decimal(largest));
    CHECK(number("-9223372036854775808") == Decimal(smallest));
    CHECK(number("1" + std::string(127, '0')) == Decimal(1, 127));
    CHECK(number("0." + std::string(127, '0') + "1") == Decimal(1, -128));
    CHECK(number(std::string(1000, '0') + "1." + std::string(1000, '0')) == Decimal(1));
}

TEST_CASE("what is no plain decimal is refused", "[decimal]") {
    const std::vector<std::string> refused = {"",
                                              "-",
                                              ".",
                                              "1.",
                                              ".5",
                                              "+1",
                                              "1e3",
                                              "1,5",
                                              " 1",
                                              "1 ",
                                              "1.2.3",
                                              "0x10",
                                              "--1",
                                              "1-",
                                              "nan",
                                              "1_0",
                                              "9223372036854775808",    // one more than 64 bits hold
                                              "-9223372036854775809",   //
                                              "123456789012345678901",  //
                                              "1" + std::string(128, '0'),
                                              "0." + std::string(128, '0') + "1",
                                              std::string("1\0", 2)};
    for (const std::string& text : refused) {
        INFO(text);
        CHECK_FALSE(Decimal::from_string(text));
    }
}

TEST_CASE("decimals are written in plain notation and read back", "[decimal]") {
    CHECK(Decimal(0).to_string() == "0");
    CHECK(Decimal(520, 9).to_string() == "520000000000");
    CHECK(Decimal(2946, -2).to_string() == "29.46");
    CHECK(Decimal(-5, -3).to_string() == "-0.005");
    CHECK(Decimal(-12, -2).to_string() == "-0.12");
    CHECK(Decimal(smallest).to_string() == "-9223372036854775808");
    for (const Decimal value : {Decimal(0), Decimal(1, 127), Decimal(largest, 127), Decimal(smallest, -128),
                                Decimal(-7, -128), Decimal(123456789, -4)}) {
        INFO(value);
        CHECK(Decimal::from_string(value.to_string()) == value);
    }
}

TEST_CASE("the nearest double", "[decimal]") {
    CHECK(Decimal(2946, -2).to_double() == 29.46);
    CHECK(Decimal(-1, -1).to_double() == -0.1);
    CHECK(Decimal(0).to_double() == 0.0);
    CHECK(Decimal(1, 127).to_double() == 1e127);
    CHECK(Decimal(smallest, -128).to_double() == -9223372036854775808e-128);
}

TEST_CASE("decimals are ordered by value", "[decimal]") {
    // Ascending; each is compared with each.
    const std::vector<Decimal> ascending = {
        Decimal(smallest, 127), Decimal(-1, 127), Decimal(smallest), Decimal(-largest),   Decimal(-2),
        Decimal(-19, -1),       Decimal(-1),      Decimal(-1, -128), Decimal(0),          Decimal(1, -128),
        Decimal(1, -1),         Decimal(1),       Decimal(11, -1),   Decimal(2),          Decimal(10),
        Decimal(largest - 1),   Decimal(largest), Decimal(1, 19),    Decimal(largest, 1), Decimal(1, 127),
        Decimal(largest, 127)};
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        for (std::size_t j = 0; j < ascending.size(); ++j) {
            INFO(ascending[i] << " and " << ascending[j]);
            CHECK((ascending[i] <=> ascending[j]) == (i <=> j));
            CHECK((ascending[i] == ascending[j]) == (i == j));
        }
    }
}

TEST_CASE("sums and differences are exact or nothing", "[decimal]") {
    CHECK(Decimal::add(Decimal(1, 9), Decimal(250, 6)) == Decimal(1250000000));
    CHECK(Decimal::add(Decimal(1, -1), Decimal(2, -1)) == Decimal(3, -1));
    CHECK(Decimal::subtract(Decimal(5), Decimal(5)) == Decimal(0));
    CHECK(Decimal::subtract(Decimal(0), Decimal(7, 100)) == Decimal(-7, 100));
    CHECK(Decimal::add(Decimal(0), Decimal(7, -100)) == Decimal(7, -100));
    CHECK(Decimal::add(Decimal(7, -100), Decimal(0)) == Decimal(7, -100));
    CHECK(Decimal::subtract(Decimal(1, 19), Decimal(9000000000000000001)) == Decimal(999999999999999999));
    CHECK(Decimal::subtract(Decimal(-1), Decimal(smallest)) == Decimal(largest));
    CHECK(Decimal::add(Decimal(5000000000000000005), Decimal(5000000000000000005)) ==
          Decimal(1000000000000000001, 1));

    CHECK_FALSE(Decimal::add(Decimal(largest), Decimal(1)));
    CHECK_FALSE(Decimal::subtract(Decimal(smallest), Decimal(1)));
    CHECK_FALSE(Decimal::subtract(Decimal(0), Decimal(smallest)));
    CHECK_FALSE(Decimal::add(Decimal(1, 127), Decimal(1, -128)));
    CHECK_FALSE(Decimal::add(Decimal(1, 20), Decimal(1)));
    CHECK_FALSE(Decimal::add(Decimal(5, 127), Decimal(5, 127)));
}

TEST_CASE("products are exact or nothing", "[decimal]") {
    CHECK(Decimal::multiply(Decimal(12, -1), Decimal(1, 12)) == Decimal(1200000000000));
    CHECK(Decimal::multiply(Decimal(0), Decimal(largest, 127)) == Decimal(0));
    CHECK(Decimal::multiply(Decimal(4), Decimal(25, -2)) == Decimal(1));
    CHECK(Decimal::multiply(Decimal(smallest), Decimal(1)) == Decimal(smallest));
    CHECK_FALSE(Decimal::multiply(Decimal(smallest), Decimal(-1)));
    CHECK_FALSE(Decimal::multiply(Decimal(largest), Decimal(3)));
    CHECK_FALSE(Decimal::multiply(Decimal(1, 100), Decimal(1, 100)));
    CHECK_FALSE(Decimal::multiply(Decimal(1, -100), Decimal(1, -100)));
}
