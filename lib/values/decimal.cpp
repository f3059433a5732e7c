// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <charconv>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <tongket/decimal.hpp>

namespace tongket {
namespace {

/// Wide enough for every sum and product of two coefficients before reduction.
__extension__ using Wide = __int128;

/// A sum whose exponents differ by more than this needs more than 64 bits: its last digit is not 0, see `sum`.
constexpr int max_alignment = 19;

/// The number `coefficient * 10^exponent`, or nothing where a `Decimal` cannot hold it unchanged.
std::optional<Decimal> narrow(Wide coefficient, int exponent) noexcept {
    if (coefficient == 0) return Decimal{};
    while (coefficient % 10 == 0) {
        coefficient /= 10;
        ++exponent;
    }
    if (coefficient < std::numeric_limits<std::int64_t>::min() ||
        coefficient > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return Decimal::scale(Decimal(static_cast<std::int64_t>(coefficient)), exponent);
}

/// One addend, wide so that it can be negated and aligned.
struct Addend {
    Wide coefficient;
    int exponent;
};

std::optional<Decimal> sum(Addend a, Addend b) noexcept {
    if (a.coefficient == 0) return narrow(b.coefficient, b.exponent);
    if (b.coefficient == 0) return narrow(a.coefficient, a.exponent);
    if (a.exponent < b.exponent) std::swap(a, b);
    // Coefficients do not end in 0, so with unequal exponents neither does the aligned sum: it must fit as it is.
    if (a.exponent - b.exponent > max_alignment) return std::nullopt;
    for (; a.exponent > b.exponent; --a.exponent) a.coefficient *= 10;
    return narrow(a.coefficient + b.coefficient, b.exponent);
}

std::uint64_t magnitude(std::int64_t coefficient) noexcept {
    const auto bits = static_cast<std::uint64_t>(coefficient);
    return coefficient < 0 ? ~bits + 1 : bits;
}

int digit_count(std::uint64_t value) noexcept {
    int count = 0;
    for (; value != 0; value /= 10) ++count;
    return count;
}

/// Orders the absolute values of two numbers that are not zero.
std::strong_ordering compare_magnitudes(const Decimal& a, const Decimal& b) noexcept {
    std::uint64_t a_digits = magnitude(a.coefficient());
    std::uint64_t b_digits = magnitude(b.coefficient());
    const int a_count = digit_count(a_digits);
    const int b_count = digit_count(b_digits);
    if (const auto order = a_count + a.exponent() <=> b_count + b.exponent(); order != 0) return order;
    // The same power of ten leads: pad the shorter one with zeros. Both then have at most 19 digits, which 64 bits
    // hold.
    for (int count = a_count; count < b_count; ++count) a_digits *= 10;
    for (int count = b_count; count < a_count; ++count) b_digits *= 10;
    return a_digits <=> b_digits;
}

int sign(std::int64_t value) noexcept { return (value > 0) - (value < 0); }

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Decimal> Decimal::from_string(std::string_view text) noexcept {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);

    const std::size_t point = text.find('.');
    const bool has_point = point != std::string_view::npos;
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals = has_point ? text.substr(point + 1) : std::string_view{};
    if (whole.empty() || (has_point && decimals.empty())) return std::nullopt;

    std::int64_t coefficient = 0;
    // Zeros are held back until a later digit needs them, so that trailing zeros do not count as digits.
    std::size_t held_zeros = 0;
    for (const std::string_view part : {whole, decimals}) {
        for (const char c : part) {
            if (!is_digit(c)) return std::nullopt;
            const int digit = c - '0';
            ++held_zeros;
            if (digit == 0) continue;
            if (coefficient == 0) held_zeros = 1;
            for (; held_zeros > 0; --held_zeros)
                if (__builtin_mul_overflow(coefficient, 10, &coefficient)) return std::nullopt;
            // Negative numbers are built downwards, because the smallest one has no positive counterpart.
            if (__builtin_add_overflow(coefficient, negative ? -digit : digit, &coefficient)) return std::nullopt;
        }
    }
    if (coefficient == 0) return Decimal{};
    const auto exponent = static_cast<std::ptrdiff_t>(held_zeros) - static_cast<std::ptrdiff_t>(decimals.size());
    if (exponent < min_exponent || exponent > max_exponent) return std::nullopt;
    return scale(Decimal(coefficient), static_cast<int>(exponent));
}

std::string Decimal::to_string() const {
    std::string digits = std::to_string(magnitude(coefficient_));
    if (exponent_ >= 0) {
        digits.append(static_cast<std::size_t>(exponent_), '0');
    } else {
        const auto decimals = static_cast<std::size_t>(-exponent_);
        if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
        digits.insert(digits.size() - decimals, 1, '.');
    }
    return coefficient_ < 0 ? "-" + digits : digits;
}

double Decimal::to_double() const noexcept {
    // from_chars rounds correctly and heeds no locale.
    std::array<char, 32> text{};  // up to 20 characters, `e`, up to 4 characters
    char* const last = text.data() + text.size();
    char* end = std::to_chars(text.data(), last - 5, coefficient_).ptr;
    *end = 'e';
    end = std::to_chars(end + 1, last, exponent_).ptr;
    double value = 0;
    std::from_chars(text.data(), end, value);
    return value;
}

std::optional<Decimal> Decimal::add(Decimal a, Decimal b) noexcept {
    return sum({a.coefficient_, a.exponent_}, {b.coefficient_, b.exponent_});
}

std::optional<Decimal> Decimal::subtract(Decimal a, Decimal b) noexcept {
    return sum({a.coefficient_, a.exponent_}, {-static_cast<Wide>(b.coefficient_), b.exponent_});
}

std::optional<Decimal> Decimal::multiply(Decimal a, Decimal b) noexcept {
    return narrow(static_cast<Wide>(a.coefficient_) * b.coefficient_, a.exponent_ + b.exponent_);
}

void Decimal::throw_out_of_range() { throw std::out_of_range("a number that tongket::Decimal cannot hold"); }

Decimal Decimal::operator-() const { return Decimal() - *this; }
Decimal& Decimal::operator+=(Decimal other) { return *this = *this + other; }
Decimal& Decimal::operator-=(Decimal other) { return *this = *this - other; }
Decimal& Decimal::operator*=(Decimal other) { return *this = *this * other; }

std::strong_ordering Decimal::operator<=>(const Decimal& other) const noexcept {
    const int own_sign = sign(coefficient_);
    const int other_sign = sign(other.coefficient_);
    if (own_sign != other_sign || own_sign == 0) return own_sign <=> other_sign;
    return own_sign > 0 ? compare_magnitudes(*this, other) : compare_magnitudes(other, *this);
}

namespace {

Decimal held(const std::optional<Decimal>& result, const char* what) {
    if (!result) throw std::out_of_range(what);
    return *result;
}

}  // namespace

Decimal operator+(Decimal a, Decimal b) {
    return held(Decimal::add(a, b), "a sum that tongket::Decimal cannot hold");
}
Decimal operator-(Decimal a, Decimal b) {
    return held(Decimal::subtract(a, b), "a difference that tongket::Decimal cannot hold");
}
Decimal operator*(Decimal a, Decimal b) {
    return held(Decimal::multiply(a, b), "a product that tongket::Decimal cannot hold");
}

}  // namespace tongket
