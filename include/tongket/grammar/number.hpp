// SPDX-License-Identifier: BSL-1.0
/// @file
/// How a number is written: Vietnamese separators, and the slips that reports make.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <tongket/decimal.hpp>

namespace tongket::grammar {

/// A number token read.
struct NumberReading {
    enum class Form : std::uint8_t {
        plain,            ///< `7400`, `487.362`, `3,5`, `1.234,5`
        english,          ///< `1,234.5`, `1,234,567`, `29.46`: separators the other way round
        comma_thousands,  ///< `20,805`: decimals by the rule, thousands by the habit of some pages; see `alternative`
        malformed,        ///< `1.23.456`, `00.500`: groups of a wrong length, zeros before them; no value
        unread,           ///< of a phrase that is no number as a whole; no value
        too_large         ///< more digits than 64 bits hold; no value
    };
    Form form = Form::plain;
    std::optional<Decimal> value;
    std::optional<Decimal> alternative;  ///< of comma_thousands: the value with the comma as a thousands separator
    bool leading_zero = false;           ///< `03`, `0203`
};

namespace detail {

struct DigitGroups {
    std::int64_t coefficient = 0;
    bool overflow = false;
    std::size_t digits = 0;

    constexpr void add(char c) {
        ++digits;
        if (coefficient > (std::numeric_limits<std::int64_t>::max() - (c - '0')) / 10)
            overflow = true;
        else
            coefficient = coefficient * 10 + (c - '0');
    }
};

}  // namespace detail

/// Reads digits with `.` and `,` between them. In Vietnam `.` parts thousands and `,` decimals (TCVN 6398); pages
/// slip.
[[nodiscard]] constexpr NumberReading read_number(std::string_view text) {
    constexpr std::size_t most_decimals = 100;
    detail::DigitGroups all;
    std::size_t dots = 0, commas = 0, last_separator = std::string_view::npos, first_group = 0;
    bool groups_of_three = true;
    std::size_t group = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' || c == ',') {
            if (last_separator == std::string_view::npos)
                first_group = group;
            else if (group != 3)
                groups_of_three = false;
            (c == '.' ? dots : commas)++;
            last_separator = i;
            group = 0;
        } else if (c < '0' || c > '9') {
            NumberReading none;
            none.form = NumberReading::Form::malformed;
            return none;
        } else {
            all.add(c);
            ++group;
        }
    }
    NumberReading reading;
    reading.leading_zero = text.size() > 1 && text[0] == '0' && text[1] != ',' && text[1] != '.';
    if (all.overflow) {
        reading.form = NumberReading::Form::too_large;
        return reading;
    }
    // '000.500' is what a line break left of a number.
    if (dots + commas > 0 && text.starts_with("00")) {
        reading.form = NumberReading::Form::malformed;
        return reading;
    }
    const std::size_t tail = group;
    const bool first_fits = first_group >= 1 && first_group <= 3;
    using Form = NumberReading::Form;
    // '0,000...1' with more decimals than any number has.
    if (tail > most_decimals) {
        reading.form = Form::too_large;
        return reading;
    }
    const auto with_decimals = [&](std::size_t n) { return Decimal(all.coefficient, -static_cast<int>(n)); };
    if (dots + commas == 0) {
        reading.value = Decimal(all.coefficient);
    } else if (dots + commas == 1) {
        if (dots == 1) {
            // 487.362 by the rule; 29.46 and 0.494 can only be decimals.
            const bool thousands = tail == 3 && first_fits && text[0] != '0';
            reading.value = thousands ? Decimal(all.coefficient) : with_decimals(tail);
            reading.form = thousands ? Form::plain : Form::english;
            if (thousands) reading.alternative = with_decimals(tail);
        } else {
            reading.value = with_decimals(tail);
            if (tail == 3 && first_fits && text[0] != '0') {
                reading.form = Form::comma_thousands;
                reading.alternative = Decimal(all.coefficient);
            }
        }
    } else if (dots > 0 && commas > 0) {
        const bool dot_last = text[last_separator] == '.';
        const bool one_decimal_mark = dot_last ? dots == 1 : commas == 1;
        if (!one_decimal_mark || !groups_of_three || !first_fits) {
            reading.form = Form::malformed;
        } else {
            reading.value = with_decimals(tail);
            reading.form = dot_last ? Form::english : Form::plain;
        }
    } else if (groups_of_three && tail == 3 && first_fits) {
        reading.value = Decimal(all.coefficient);
        reading.form = commas > 0 ? Form::english : Form::plain;
    } else {
        reading.form = Form::malformed;
    }
    return reading;
}

static_assert(read_number("487.362").value == Decimal(487362) && read_number("3,5").value == Decimal(35, -1) &&
              read_number("1.234,5").value == Decimal(12345, -1) &&
              read_number("1,234.5").value == Decimal(12345, -1) &&
              read_number("20,805").alternative == Decimal(20805) && !read_number("1.23.456").value);

}  // namespace tongket::grammar
