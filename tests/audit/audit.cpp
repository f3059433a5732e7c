// SPDX-License-Identifier: BSL-1.0
#include "audit/audit.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace tongket;

namespace {

Measure measure(MeasureKind kind, Decimal value, std::size_t at) {
    Measure m;
    m.kind = kind;
    m.value = value;
    m.unit = kind == MeasureKind::percent ? "percent" : "xã";
    m.span = {at, at + 5};
    m.text = "12345";
    return m;
}

Measure part(Decimal value, std::size_t at, std::size_t whole) {
    Measure m = measure(MeasureKind::count, value, at);
    m.part_of = whole;
    return m;
}

/// The diagnostics after an audit, as `code begin related-begin`.
std::vector<std::string> audited(std::vector<Measure> measures) {
    Report report;
    report.measures = std::move(measures);
    const Report before = report;
    audit(report);
    CHECK(report.measures == before.measures);
    std::vector<std::string> lines;
    for (const Diagnostic& d : report.diagnostics) {
        // An average has a fraction.
        CHECK(d.severity == (d.code == "fractional-count" ? Severity::note : Severity::warning));
        CHECK_FALSE(d.message.empty());
        lines.push_back(d.code + " " + std::to_string(d.span.begin) +
                        (d.related ? " " + std::to_string(d.related->begin) : ""));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("parts that exceed their whole are told with both places", "[audit]") {
    CHECK(audited({measure(MeasureKind::count, 31, 0), part(19, 10, 0), part(13, 20, 0)}) ==
          Lines{"parts-exceed-whole 0 20"});
    CHECK(audited({measure(MeasureKind::count, 31, 0), part(19, 10, 0), part(12, 20, 0)}).empty());
    CHECK(audited({measure(MeasureKind::count, 31, 0), part(19, 10, 0)}).empty());
    Measure over = measure(MeasureKind::count, 31, 0);
    over.approx = Approximation::over;
    CHECK(audited({over, part(19, 10, 0), part(13, 20, 0)}).empty());
    Measure percent = part(90, 20, 0);
    percent.kind = MeasureKind::percent;
    CHECK(audited({measure(MeasureKind::count, 31, 0), part(19, 10, 0), percent}).empty());
    // Of a share the shares of its parts may be shares of their own.
    Measure half = percent;
    half.unit = "percent";
    CHECK(audited({measure(MeasureKind::percent, 92, 0), half, half}).empty());
}

TEST_CASE("sums that 64 bits do not hold are no finding", "[audit]") {
    const Decimal huge(9223372036854775807LL);
    CHECK(audited({measure(MeasureKind::count, huge, 0), part(huge, 10, 0), part(huge, 20, 0)}).empty());
}

TEST_CASE("ratios above one and ranks behind the last are told", "[audit]") {
    Measure ratio = measure(MeasureKind::ratio, 200, 0);
    ratio.of = Decimal(199);
    Measure rank = measure(MeasureKind::rank, 64, 10);
    rank.of = Decimal(63);
    CHECK(audited({ratio, rank}) == Lines{"ratio-above-one 0", "rank-out-of-range 10"});
    ratio.value = Decimal(199);
    rank.value = Decimal(63);
    CHECK(audited({ratio, rank}).empty());
}

TEST_CASE("nothing decreases by more than all", "[audit]") {
    Measure change = measure(MeasureKind::percent, 120, 0);
    change.role = MeasureRole::change;
    change.direction = Direction::decrease;
    CHECK(audited({change}) == Lines{"decrease-above-whole 0"});
    change.direction = Direction::increase;
    CHECK(audited({change}).empty());
}

TEST_CASE("a fraction of what is counted whole is told", "[audit]") {
    Measure count = measure(MeasureKind::count, 12, 0);
    CHECK(audited({count}).empty());
    count.value = Decimal(125, -1);
    CHECK(audited({count}) == Lines{"fractional-count 0"});
    count.kind = MeasureKind::rate;
    CHECK(audited({count}).empty());
}

TEST_CASE("a percentage that is not that of the figures beside it is told", "[audit]") {
    Measure ratio = measure(MeasureKind::ratio, 158, 0);
    ratio.of = Decimal(199);
    ratio.indicator = Text{"xã", {6, 9}};
    Measure percent = measure(MeasureKind::percent, Decimal(894, -1), 10);
    percent.indicator = ratio.indicator;
    CHECK(audited({ratio, percent}) == Lines{"percent-contradicts-ratio 10 0"});
    percent.value = Decimal(794, -1);
    CHECK(audited({ratio, percent}).empty());
    percent.value = Decimal(79);  // rounded
    CHECK(audited({ratio, percent}).empty());
    percent.value = Decimal(894, -1);
    percent.approx = Approximation::about;
    CHECK(audited({ratio, percent}).empty());
    percent.approx = Approximation::exact;
    percent.indicator = Text{"huyện", {20, 27}};
    CHECK(audited({ratio, percent}).empty());
    ratio.of = Decimal(0);
    CHECK_NOTHROW(audited({ratio, percent}));
}

TEST_CASE("a lower percentage that stands apart may be of a larger whole", "[audit]") {
    Measure ratio = measure(MeasureKind::ratio, 121, 0);
    ratio.of = Decimal(124);
    ratio.indicator = Text{"đại biểu có mặt", {6, 20}};
    Measure percent = measure(MeasureKind::percent, Decimal(916, -1), 40);
    percent.indicator = ratio.indicator;
    CHECK(audited({ratio, percent}).empty());
    percent.span = {22, 27};
    CHECK(audited({ratio, percent}) == Lines{"percent-contradicts-ratio 22 0"});
}

TEST_CASE("a fraction is no ratio of a set", "[audit]") {
    Measure ratio = measure(MeasureKind::ratio, 2, 0);
    ratio.of = Decimal(3);
    ratio.indicator = Text{"dân số", {6, 9}};
    Measure percent = measure(MeasureKind::percent, 30, 10);
    percent.indicator = ratio.indicator;
    CHECK(audited({ratio, percent}).empty());
}

TEST_CASE("what is told behind parts that make up the whole are parts of theirs", "[audit]") {
    CHECK(audited({measure(MeasureKind::count, 12, 0), part(2, 10, 0), part(10, 20, 0), part(8, 30, 0)}).empty());
    CHECK(audited({measure(MeasureKind::count, 12, 0), part(2, 10, 0), part(8, 20, 0), part(8, 30, 0)}) ==
          Lines{"parts-exceed-whole 0 30"});
}

TEST_CASE("rounded money adds up to a little more", "[audit]") {
    const auto money = [](Measure m) {
        m.kind = MeasureKind::money;
        m.unit = "VND";
        return m;
    };
    const Decimal whole(980, 9);
    CHECK(audited({money(measure(MeasureKind::money, whole, 0)), money(part(Decimal(188, 9), 10, 0)),
                   money(part(Decimal(793, 9), 20, 0))})
              .empty());
    CHECK(audited({money(measure(MeasureKind::money, whole, 0)), money(part(Decimal(198, 9), 10, 0)),
                   money(part(Decimal(793, 9), 20, 0))}) == Lines{"parts-exceed-whole 0 20"});
}

TEST_CASE("parts in other units may overlap", "[audit]") {
    Measure women = part(20, 20, 0);
    women.unit = "nữ";
    CHECK(audited({measure(MeasureKind::count, 31, 0), part(19, 10, 0), women}).empty());
}

TEST_CASE("a change that goes the other way than the two levels beside it is told", "[audit]") {
    const Text indicator{"số xã", {50, 55}};
    Measure now = measure(MeasureKind::count, 20, 0);
    now.indicator = indicator;
    now.period = Period::of_year(2017);
    Measure change = measure(MeasureKind::percent, 15, 10);
    change.role = MeasureRole::change;
    change.direction = Direction::increase;
    Measure before = measure(MeasureKind::count, 35, 20);
    before.indicator = indicator;
    before.period = Period::of_year(2016);
    CHECK(audited({now, change, before}) == Lines{"change-contradicts-levels 10 20"});

    change.direction = Direction::decrease;
    CHECK(audited({now, change, before}).empty());
    change.direction = Direction::increase;
    Measure other = before;
    other.value = Decimal(20);  // neither grew nor shrank
    CHECK(audited({now, change, other}).empty());
    other = before;
    other.unit = "huyện";
    CHECK(audited({now, change, other}).empty());
    other = before;
    other.period = now.period;
    CHECK(audited({now, change, other}).empty());
    other = before;
    other.approx = Approximation::over;
    CHECK(audited({now, change, other}).empty());
}
