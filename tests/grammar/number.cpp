// SPDX-License-Identifier: BSL-1.0
#include <tongket/grammar/number.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using tongket::Decimal;
using tongket::grammar::NumberReading;
using tongket::grammar::read_number;

TEST_CASE("numbers are read by their separators", "[number]") {
    using Form = NumberReading::Form;
    struct Row {
        std::string text;
        Form form;
        std::string value;  // empty: none
        std::string alternative;
    };
    const std::vector<Row> rows = {
        {"7400", Form::plain, "7400", ""},
        {"0", Form::plain, "0", ""},
        {"03", Form::plain, "3", ""},
        {"487.362", Form::plain, "487362", "487.362"},
        {"1.234.567", Form::plain, "1234567", ""},
        {"3,5", Form::plain, "3.5", ""},
        {"29,46", Form::plain, "29.46", ""},
        {"0,494", Form::plain, "0.494", ""},
        {"1.234,5", Form::plain, "1234.5", ""},
        {"1.234.567,89", Form::plain, "1234567.89", ""},
        {"1234,5", Form::plain, "1234.5", ""},
        {"20,805", Form::comma_thousands, "20.805", "20805"},
        {"1,234.5", Form::english, "1234.5", ""},
        {"1,234,567", Form::english, "1234567", ""},
        {"29.46", Form::english, "29.46", ""},
        {"0.494", Form::english, "0.494", ""},
        {"1.23.456", Form::malformed, "", ""},
        {"1.2.3", Form::malformed, "", ""},
        {"1234.567.890", Form::malformed, "", ""},
        {"1,23,456", Form::malformed, "", ""},
        {"1.234,567.890", Form::malformed, "", ""},
        {"9223372036854775000", Form::plain, "9223372036854775000", ""},
        {"99999999999999999999", Form::too_large, "", ""},
        {"99.999.999.999.999.999.999", Form::too_large, "", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const NumberReading reading = read_number(row.text);
        CHECK(static_cast<int>(reading.form) == static_cast<int>(row.form));
        CHECK((reading.value ? reading.value->to_string() : "") == row.value);
        CHECK((reading.alternative ? reading.alternative->to_string() : "") == row.alternative);
    }
}

TEST_CASE("leading zeros are noted", "[number]") {
    CHECK(read_number("03").leading_zero);
    CHECK(read_number("0203").leading_zero);
    CHECK_FALSE(read_number("0").leading_zero);
    CHECK_FALSE(read_number("0,5").leading_zero);
    CHECK_FALSE(read_number("30").leading_zero);
}
