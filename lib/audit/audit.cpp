// SPDX-License-Identifier: BSL-1.0
#include "audit/audit.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace tongket {
namespace {

void warn(Report& report, const char* code, const char* message, const Span& span, std::optional<Span> related = {}) {
    report.diagnostics.push_back({Severity::warning, code, message, span, related});
}

struct PartSum {
    Decimal sum;
    std::size_t parts = 0;
    Span last;
    bool exact = true;
    bool whole = false;  // they make up the whole, and what is told behind them are parts of theirs
    int exponent = 18;   // of the smallest digit that a part is told in
};

// Parts that are said of a whole in its own unit and add up to more than it. Parts in other units may overlap: '31
// nhân viên, gồm 12 cán bộ, 15 đảng viên, 20 nữ'.
void check_sums(Report& report) {
    std::vector<PartSum> sums(report.measures.size());
    for (const Measure& part : report.measures) {
        if (!part.part_of || part.kind != report.measures[*part.part_of].kind) continue;
        // A percentage may be one of its part alone.
        if (part.unit != report.measures[*part.part_of].unit || part.kind == MeasureKind::percent) continue;
        PartSum& total = sums[*part.part_of];
        if (total.whole) continue;
        const auto next = Decimal::add(total.sum, part.value);
        total.exact = total.exact && next && part.approx == Approximation::exact;
        if (next) total.sum = *next;
        ++total.parts;
        total.whole = total.exact && total.sum == report.measures[*part.part_of].value;
        total.exponent = std::min(total.exponent, part.value.exponent());
        total.last = part.span;
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const Measure& whole = report.measures[i];
        if (sums[i].parts < 2 || !sums[i].exact || whole.approx != Approximation::exact) continue;
        // Rounded money may be more by a digit for each part.
        const double rounding = whole.kind == MeasureKind::count
                                    ? 0.0
                                    : Decimal(static_cast<std::int64_t>(sums[i].parts), sums[i].exponent).to_double();
        if (sums[i].sum.to_double() - whole.value.to_double() > rounding)
            warn(report, "parts-exceed-whole", "the parts of this figure add up to more than it", whole.span,
                 sums[i].last);
    }
}

// 'tăng từ 20 lên 35 (15%)': two levels of one indicator in two years against the change said between them.
void check_changes(Report& report) {
    for (std::size_t i = 1; i + 1 < report.measures.size(); ++i) {
        const Measure& change = report.measures[i];
        const Measure& now = report.measures[i - 1];
        const Measure& before = report.measures[i + 1];
        if (change.role != MeasureRole::change || now.role != MeasureRole::level || before.role != MeasureRole::level)
            continue;
        if (!now.indicator || !before.indicator || now.indicator->span != before.indicator->span ||
            now.unit != before.unit)
            continue;
        if (now.approx != Approximation::exact || before.approx != Approximation::exact || !now.period ||
            !before.period || !(before.period->first_day() < now.period->first_day()))
            continue;
        const bool grew = before.value < now.value;
        if (before.value != now.value && change.direction && grew != (*change.direction == Direction::increase))
            warn(report, "change-contradicts-levels", "the change said goes the other way than the two figures",
                 change.span, before.span);
    }
}

// Whether the words that say what is measured are one noun phrase; behind a comma another figure's may stand.
bool is_one_phrase(const Text& indicator) { return indicator.text.find(',') == std::string::npos; }

void check_shares(Report& report) {
    for (const Measure& m : report.measures) {
        // '43,7%/56,3%' are two shares.
        if (m.kind == MeasureKind::ratio && m.unit != "percent" && m.of && m.value > *m.of)
            warn(report, "ratio-above-one", "more of the set than the set has", m.span);
        if (m.kind == MeasureKind::rank && m.of && m.value > *m.of)
            warn(report, "rank-out-of-range", "a rank behind the last", m.span);
        if (m.kind == MeasureKind::percent && m.unit == "percent" && m.role == MeasureRole::change &&
            m.direction == Direction::decrease && m.value > Decimal(100))
            warn(report, "decrease-above-whole", "a decrease by more than all there was", m.span);
    }
}

// '12,5 người': no count, but maybe an average.
void check_counts(Report& report) {
    for (const Measure& m : report.measures)
        if (m.kind == MeasureKind::count && !(m.value.is_integer() && (!m.to || m.to->is_integer())))
            report.diagnostics.push_back({Severity::note, "fractional-count",
                                          "a fraction of what is counted whole: an average, or a slip", m.span,
                                          std::nullopt});
}

// 'chiếm 2/3 dân số': a fraction rather than a count of a set.
bool is_fraction(const Measure& ratio) {
    constexpr int least_set = 10;
    return *ratio.of < Decimal(least_set);
}

// Nothing but a bracket between a ratio, its noun phrase included, and what follows.
bool stands_behind(const Measure& ratio, const Measure& percent) {
    constexpr std::size_t bracket = 2;  // ' ('
    const std::size_t end = std::max(ratio.span.end, ratio.indicator->span.end);
    return end <= percent.span.begin && percent.span.begin - end <= bracket;
}

// 'n/m (p%)': the percentage that follows a ratio at once. A lower one that stands apart may be of a larger whole
// that is told elsewhere: '443/449 đại biểu có mặt tán thành, chiếm 91,5% tổng số'.
void check_percent_of_ratio(Report& report) {
    for (std::size_t i = 0; i + 1 < report.measures.size(); ++i) {
        const Measure& ratio = report.measures[i];
        const Measure& percent = report.measures[i + 1];
        if (ratio.kind != MeasureKind::ratio || ratio.unit == "percent" || !ratio.of || *ratio.of == Decimal(0) ||
            percent.kind != MeasureKind::percent || percent.role == MeasureRole::change || percent.baseline ||
            !percent.indicator || !ratio.indicator || percent.indicator->span != ratio.indicator->span ||
            percent.approx != Approximation::exact || is_fraction(ratio) || !is_one_phrase(*ratio.indicator))
            continue;
        const double stated = percent.value.to_double();
        const double computed = 100.0 * ratio.value.to_double() / ratio.of->to_double();
        // Rounding to the last digit written is no contradiction.
        const double tolerance = percent.value.exponent() >= 0 ? 1.0 : percent.value.exponent() == -1 ? 0.1 : 0.01;
        const bool lower = computed - stated > tolerance;
        if (stated - computed > tolerance || (lower && stands_behind(ratio, percent)))
            warn(report, "percent-contradicts-ratio", "this percentage is not that of the figures beside it",
                 percent.span, ratio.span);
    }
}

}  // namespace

void audit(Report& report) {
    check_sums(report);
    check_changes(report);
    check_shares(report);
    check_counts(report);
    check_percent_of_ratio(report);
}

}  // namespace tongket
