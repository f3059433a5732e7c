// SPDX-License-Identifier: BSL-1.0
#include "audit.hpp"

namespace tongket {
namespace {

void warn(Report& report, const char* code, const char* message, const Span& span, std::optional<Span> related = {}) {
    report.diagnostics.push_back({Severity::warning, code, message, span, related});
}

// What a reader takes for all parts of a whole: those said to be its parts with its own unit.
void check_sums(Report& report) {
    for (std::size_t i = 0; i < report.measures.size(); ++i) {
        const Measure& whole = report.measures[i];
        Decimal sum;
        std::size_t parts = 0;
        std::optional<Span> last;
        for (std::size_t k = i + 1; k < report.measures.size(); ++k) {
            const Measure& part = report.measures[k];
            if (part.part_of != i || part.kind != whole.kind) continue;
            const auto next = Decimal::add(sum, part.value);
            if (!next) break;
            sum = *next;
            ++parts;
            last = part.span;
        }
        if (parts > 1 && whole.approx == Approximation::exact && sum > whole.value)
            warn(report, "parts-exceed-whole", "the parts of this figure add up to more than it", whole.span, last);
    }
}

void check_shares(Report& report) {
    for (const Measure& m : std::vector<Measure>(report.measures)) {
        if (m.kind == MeasureKind::ratio && m.of && m.value > *m.of)
            warn(report, "ratio-above-one", "more of the set than the set has", m.span);
        if (m.kind == MeasureKind::rank && m.of && m.value > *m.of)
            warn(report, "rank-out-of-range", "a rank behind the last", m.span);
        if (m.kind == MeasureKind::percent && m.unit == "percent" && m.role == MeasureRole::change &&
            m.direction == Direction::decrease && m.value > Decimal(100))
            warn(report, "decrease-above-whole", "a decrease by more than all there was", m.span);
    }
}

// 'n/m (p%)': the percentage that follows a ratio at once.
void check_percent_of_ratio(Report& report) {
    for (std::size_t i = 0; i + 1 < report.measures.size(); ++i) {
        const Measure& ratio = report.measures[i];
        const Measure& percent = report.measures[i + 1];
        if (ratio.kind != MeasureKind::ratio || !ratio.of || *ratio.of == Decimal(0) ||
            percent.kind != MeasureKind::percent || percent.role == MeasureRole::change || percent.baseline ||
            !percent.indicator || !ratio.indicator || percent.indicator->span != ratio.indicator->span)
            continue;
        const double stated = percent.value.to_double();
        const double computed = 100.0 * ratio.value.to_double() / ratio.of->to_double();
        // Rounding to the last digit written is no contradiction.
        const double tolerance = percent.value.exponent() >= 0 ? 1.0 : percent.value.exponent() == -1 ? 0.1 : 0.01;
        if (stated - computed > tolerance || computed - stated > tolerance)
            warn(report, "percent-contradicts-ratio", "this percentage is not that of the figures beside it",
                 percent.span, ratio.span);
    }
}

}  // namespace

void audit(Report& report) {
    check_sums(report);
    check_shares(report);
    check_percent_of_ratio(report);
}

}  // namespace tongket
