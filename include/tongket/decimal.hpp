// SPDX-License-Identifier: BSL-1.0
/// @file
/// Exact decimal numbers: what a report states is never rounded.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tongket/api.hpp>

namespace tongket {

/// coefficient * 10^exponent, kept in lowest terms (the coefficient does not end in 0, zero has exponent 0), so that
/// equal numbers have equal members.
class TONGKET_API Decimal {
  public:
    constexpr Decimal() = default;
    /// The number `coefficient * 10^exponent`; the exponent is clamped to [-128, 127] after reduction.
    constexpr Decimal(std::int64_t coefficient, int exponent = 0) noexcept
        : coefficient_(coefficient), exponent_(exponent) {
        reduce();
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

    /// This number times 10^power; exact always.
    [[nodiscard]] constexpr Decimal scaled(int power) const noexcept { return {coefficient_, exponent_ + power}; }

    /// The exact sum, difference or product, or nothing where 64 bits do not hold it.
    [[nodiscard]] static std::optional<Decimal> add(Decimal a, Decimal b) noexcept;
    [[nodiscard]] static std::optional<Decimal> subtract(Decimal a, Decimal b) noexcept;
    [[nodiscard]] static std::optional<Decimal> multiply(Decimal a, Decimal b) noexcept;

    bool operator==(const Decimal&) const = default;
    /// Orders by value, exactly.
    [[nodiscard]] std::strong_ordering operator<=>(const Decimal& other) const noexcept;

  private:
    std::int64_t coefficient_ = 0;
    int exponent_ = 0;

    constexpr void reduce() noexcept {
        if (coefficient_ == 0) {
            exponent_ = 0;
            return;
        }
        while (coefficient_ % 10 == 0) {
            coefficient_ /= 10;
            ++exponent_;
        }
        if (exponent_ > 127) exponent_ = 127;
        if (exponent_ < -128) exponent_ = -128;
    }
};

}  // namespace tongket
