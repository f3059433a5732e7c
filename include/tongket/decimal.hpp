// SPDX-License-Identifier: BSL-1.0
/// @file
/// Exact decimal numbers: what a report states is never rounded.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <tongket/api.hpp>

namespace tongket {

/// coefficient * 10^exponent, kept in lowest terms (the coefficient does not end in 0, zero has exponent 0), so that
/// equal numbers have equal members. Nothing is rounded or cut: what does not fit is refused.
class TONGKET_API Decimal {
  public:
    /// What the exponent may be, in lowest terms.
    static constexpr int min_exponent = -128;
    static constexpr int max_exponent = 127;

    constexpr Decimal() = default;
    /// The number `coefficient * 10^exponent`. Floating-point numbers are not taken, for they are seldom what they
    /// show: read them with `from_string`.
    /// @throws std::out_of_range where 64 bits do not hold the coefficient, or the exponent lies outside of its
    /// bounds
    template <std::integral Integer>
    requires(sizeof(Integer) <= sizeof(std::int64_t)) constexpr Decimal(Integer coefficient, int exponent = 0) {
        if (coefficient > 0 &&
            static_cast<std::uint64_t>(coefficient) > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
            throw_out_of_range();
        if (!assign(static_cast<std::int64_t>(coefficient), exponent)) throw_out_of_range();
    }

    /// Reads an English-style plain decimal: `-?[0-9]+(\.[0-9]+)?`.
    /// @returns nothing where the text has another form or more digits than 64 bits hold.
    [[nodiscard]] static std::optional<Decimal> from_string(std::string_view text) noexcept;

    [[nodiscard]] constexpr std::int64_t coefficient() const noexcept { return coefficient_; }
    [[nodiscard]] constexpr int exponent() const noexcept { return exponent_; }
    [[nodiscard]] constexpr bool is_integer() const noexcept { return exponent_ >= 0; }

    /// Plain notation without exponent, `.` before the decimals: `520000000000`, `29.46`.
    [[nodiscard]] std::string to_string() const;
    /// The nearest double, for plots and comparisons that need not be exact.
    [[nodiscard]] double to_double() const noexcept;

    /// This number times 10^power, exactly.
    /// @throws std::out_of_range where that exponent is out of its bounds
    [[nodiscard]] constexpr Decimal scaled(int power) const {
        const std::optional<Decimal> result = scale(*this, power);
        if (!result) throw_out_of_range();
        return *result;
    }

    /// The exact sum, difference, product, or `a` times 10^power; nothing where it cannot be held.
    [[nodiscard]] static std::optional<Decimal> add(Decimal a, Decimal b) noexcept;
    [[nodiscard]] static std::optional<Decimal> subtract(Decimal a, Decimal b) noexcept;
    [[nodiscard]] static std::optional<Decimal> multiply(Decimal a, Decimal b) noexcept;
    [[nodiscard]] static constexpr std::optional<Decimal> scale(Decimal a, int power) noexcept {
        Decimal result;
        // No power beyond this brings one exponent within the bounds of another.
        constexpr int widest = max_exponent - min_exponent;
        if (a.coefficient_ == 0) return result;
        if (power < -widest || power > widest || !result.assign(a.coefficient_, a.exponent_ + power))
            return std::nullopt;
        return result;
    }

    bool operator==(const Decimal&) const = default;
    /// Orders by value, exactly.
    [[nodiscard]] std::strong_ordering operator<=>(const Decimal& other) const noexcept;

    /// The exact opposite, sum, difference and product; see `add` for those who want no exception.
    /// @throws std::out_of_range where it cannot be held
    [[nodiscard]] Decimal operator-() const;
    Decimal& operator+=(Decimal other);
    Decimal& operator-=(Decimal other);
    Decimal& operator*=(Decimal other);

  private:
    std::int64_t coefficient_ = 0;
    int exponent_ = 0;

    // Takes a number in lowest terms; false where its exponent is out of bounds.
    constexpr bool assign(std::int64_t coefficient, int exponent) noexcept {
        // No coefficient of 64 bits ends in more zeros.
        constexpr int most_zeros = 18;
        if (coefficient == 0) return true;
        if (exponent < min_exponent - most_zeros || exponent > max_exponent) return false;
        while (coefficient % 10 == 0) {
            coefficient /= 10;
            ++exponent;
        }
        if (exponent < min_exponent || exponent > max_exponent) return false;
        coefficient_ = coefficient;
        exponent_ = exponent;
        return true;
    }
    // Not in here, so that the header can be used without exceptions.
    [[noreturn]] static void throw_out_of_range();
};

/// The exact sum, difference and product of two numbers.
/// @throws std::out_of_range where it cannot be held
[[nodiscard]] TONGKET_API Decimal operator+(Decimal a, Decimal b);
[[nodiscard]] TONGKET_API Decimal operator-(Decimal a, Decimal b);
[[nodiscard]] TONGKET_API Decimal operator*(Decimal a, Decimal b);

}  // namespace tongket
