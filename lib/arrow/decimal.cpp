// SPDX-License-Identifier: BSL-1.0
#include "arrow/decimal.hpp"

#include <cstddef>
#include <string>

namespace tongket::arrow {

namespace {

constexpr Wide power_of_ten(int exponent) {
    Wide power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}
constexpr Wide beyond = power_of_ten(decimal_precision);

}  // namespace

std::optional<Wide> unscaled(Decimal value) noexcept {
    const int power = value.exponent() + decimal_scale;
    if (power < 0 || power > decimal_precision) return std::nullopt;
    const Wide factor = power_of_ten(power);
    const Wide coefficient = value.coefficient();
    // The first power beyond it times a coefficient of more than one digit would not fit the type either.
    const Wide magnitude = coefficient < 0 ? -coefficient : coefficient;
    if (magnitude > (beyond - 1) / factor) return std::nullopt;
    return coefficient * factor;
}

std::vector<Diagnostic> decimal_overflows(const Report& report) {
    std::vector<Diagnostic> found;
    for (std::size_t i = 0; i < report.measures.size(); ++i) {
        const Measure& measure = report.measures[i];
        const auto look_at = [&](const std::optional<Decimal>& number, const char* name) {
            if (!number || unscaled(*number)) return;
            found.push_back({Severity::warning, "decimal-overflow",
                             "measures[" + std::to_string(i) + "]." + name + ": " + number->to_string() +
                                 " does not fit into 38 digits with 9 decimals and is left empty",
                             measure.span, std::nullopt});
        };
        look_at(measure.value, "value");
        look_at(measure.to, "to");
        look_at(measure.of, "of");
        look_at(measure.per ? std::optional(measure.per->value) : std::nullopt, "per.value");
    }
    return found;
}

}  // namespace tongket::arrow
