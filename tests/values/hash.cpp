// SPDX-License-Identifier: BSL-1.0
// Hashes: equal values have equal ones, and each member counts.
#include <tongket/hash.hpp>

#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "files.hpp"

using namespace tongket;

namespace {

template <class T>
std::size_t hash(const T& value) {
    return std::hash<T>{}(value);
}

/// Each change makes another value with another hash.
template <class T, class... Changes>
void check_members(Changes... changes) {
    const T plain{};
    CHECK(hash(plain) == hash(T{}));
    std::unordered_set<std::size_t> hashes{hash(plain)};
    const auto check = [&](auto change) {
        T changed{};
        change(changed);
        REQUIRE_FALSE(changed == plain);
        CHECK(hashes.insert(hash(changed)).second);
    };
    (check(changes), ...);
}

}  // namespace

TEST_CASE("each member of a value counts in its hash", "[hash]") {
    check_members<Date>([](Date& d) { d.year = 1; }, [](Date& d) { d.month = 1; }, [](Date& d) { d.day = 1; });
    check_members<Span>([](Span& s) { s.begin = 1; }, [](Span& s) { s.end = 1; });
    check_members<Period>([](Period& p) { p.first.year = 1; }, [](Period& p) { p.last.index = 1; });
    check_members<Measure>(
        [](Measure& m) { m.text = "a"; }, [](Measure& m) { m.span.end = 1; }, [](Measure& m) { m.value = 1; },
        [](Measure& m) { m.to = 0; }, [](Measure& m) { m.unit = ""; },
        [](Measure& m) { m.kind = MeasureKind::money; }, [](Measure& m) { m.approx = Approximation::over; },
        [](Measure& m) { m.estimated = true; }, [](Measure& m) { m.of = 0; }, [](Measure& m) { m.per = Per{}; },
        [](Measure& m) { m.role = MeasureRole::change; }, [](Measure& m) { m.direction = Direction::increase; },
        [](Measure& m) { m.baseline = ""; }, [](Measure& m) { m.indicator = Text{}; },
        [](Measure& m) { m.indicator_id = ""; }, [](Measure& m) { m.period = Period{}; },
        [](Measure& m) { m.part_of = 0; }, [](Measure& m) { m.confidence.period = Confidence::certain; });
    check_members<Target>([](Target& t) { t.text = "a"; }, [](Target& t) { t.measures = {0}; },
                          [](Target& t) { t.source = ""; }, [](Target& t) { t.due = Period{}; });
    check_members<Meeting>([](Meeting& m) { m.kind = MeetingKind::kickoff; },
                           [](Meeting& m) { m.reviews = Period{}; }, [](Meeting& m) { m.plans = Period{}; });
    CHECK(hash(Decimal(10)) == hash(Decimal(1, 1)));
    CHECK(hash(Decimal(10)) != hash(Decimal(1)));
}

TEST_CASE("entries are equal wherever they stand, and so are their hashes", "[hash]") {
    LexiconEntry entry{"unit", {"cây số"}, "km", "kind=length", 0};
    const std::size_t first = hash(entry);
    entry.offset = 7;
    CHECK(hash(entry) == first);
    entry.value = "m";
    CHECK(hash(entry) != first);
}

TEST_CASE("reports and what they hold can be keys", "[hash]") {
    const std::string text = test::read_sample(TONGKET_SOURCE_DIR "/examples", "ha-nam-2016-annual").text;
    const Report report = parse(text);
    CHECK(hash(report) == hash(parse(text)));
    std::unordered_map<Measure, std::size_t> places;
    for (std::size_t i = 0; i < report.measures.size(); ++i) places.emplace(report.measures[i], i);
    CHECK(places.size() == report.measures.size());
    CHECK(places.at(report.measures.back()) == report.measures.size() - 1);
    Report other = report;
    other.genre.reset();
    CHECK(hash(other) != hash(report));
    const Explanation explanation = Parser().explain("Sở Y tế tổng kết năm 2016.");
    CHECK(hash(explanation) == hash(Explanation(explanation)));
}
