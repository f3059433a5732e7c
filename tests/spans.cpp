// SPDX-License-Identifier: BSL-1.0
// The checker of spans finds what it is there to find.
#include "spans.hpp"

#include <functional>
#include <string>
#include <vector>

using namespace tongket;
using test::span_problems;

namespace {

const std::string source = "Sở An Bình: tăng 12 trạm và 3 xã";

Span at(const std::string& words) {
    const std::size_t begin = source.find(words);
    REQUIRE(begin != std::string::npos);
    return {begin, begin + words.size()};
}

Report good_report() {
    Report report;
    report.zones = {{ZoneKind::title, {0, at("tăng").begin}},
                    {ZoneKind::achievements, {at("tăng").begin, source.size()}}};
    report.title = Text{"Sở An Bình", at("Sở An Bình")};
    report.people.resize(1);
    report.people[0].name = "An Bình";
    report.people[0].span = at("An Bình");
    report.measures.resize(2);
    report.measures[0].text = "12 trạm";
    report.measures[0].span = at("12 trạm");
    report.measures[1].text = "3 xã";
    report.measures[1].span = at("3 xã");
    report.measures[1].part_of = 0;
    report.achievements.resize(1);
    report.achievements[0].text = "tăng 12 trạm";
    report.achievements[0].span = at("tăng 12 trạm");
    report.achievements[0].measures = {0};
    return report;
}

}  // namespace

TEST_CASE("a report with true spans passes", "[spans]") { CHECK(span_problems(source, good_report()).empty()); }

TEST_CASE("every broken place of a report is found", "[spans]") {
    struct Row {
        std::string what;
        std::function<void(Report&)> damage;
    };
    const std::vector<Row> rows = {
        {"other words", [](Report& r) { r.measures[0].text = "13 trạm"; }},
        {"a shifted span", [](Report& r) { r.title->span.begin += 1; }},
        {"a span behind the end", [](Report& r) { r.title->span.end = source.size() + 1; }},
        {"a span inside a letter",
         [](Report& r) {
             r.diagnostics.push_back({Severity::note, "x", "x", {0, 2}, {}});
         }},
        {"a related span inside a letter",
         [](Report& r) {
             r.diagnostics.push_back({Severity::note, "x", "x", {0, 1}, Span{2, 4}});
         }},
        {"a name elsewhere", [](Report& r) { r.people[0].span = at("Sở An"); }},
        {"an organizer elsewhere",
         [](Report& r) {
             r.meeting.organizer = Organizer{"Sở", OrganizerKind::department, {}, at("An")};
         }},
        {"a gap between zones", [](Report& r) { r.zones[1].span.begin += 1; }},
        {"zones that begin late", [](Report& r) { r.zones[0].span.begin = 3; }},
        {"zones that end early", [](Report& r) { r.zones[1].span.end -= 2; }},
        {"no zones", [](Report& r) { r.zones.clear(); }},
        {"two neighbours of one kind", [](Report& r) { r.zones[1].kind = ZoneKind::title; }},
        {"measures out of order", [](Report& r) { std::swap(r.measures[0], r.measures[1]); }},
        {"a part of nothing", [](Report& r) { r.measures[1].part_of = 7; }},
        {"a part of itself", [](Report& r) { r.measures[1].part_of = 1; }},
        {"a statement's measure that is not there", [](Report& r) { r.achievements[0].measures = {2}; }},
        {"a statement's measure that it does not hold", [](Report& r) { r.achievements[0].measures = {1}; }},
        {"a change without direction", [](Report& r) { r.measures[0].role = MeasureRole::change; }},
        {"empty words",
         [](Report& r) {
             r.byline = Text{"", {3, 3}};
         }},
        {"a mention of no citation",
         [](Report& r) {
             r.citations.resize(1);
             r.citations[0].text = "12";
             r.citations[0].span = at("12");
             r.citations[0].full_mention = 1;
         }},
        {"code point offsets", [](Report& r) { r.offsets = Offsets::codepoint; }},
    };
    for (const Row& row : rows) {
        Report report = good_report();
        row.damage(report);
        INFO(row.what);
        CHECK_FALSE(span_problems(source, report).empty());
    }
}

TEST_CASE("words stand at a place whatever blanks and control characters lie between them", "[spans]") {
    const std::string source = "được thực hi\b\b\bện ở\x01 huyện";
    CHECK(stand_at("được thực hi ện ở huyện", source, {0, source.size()}));
    CHECK_FALSE(stand_at("được thực hi ện ở xã", source, {0, source.size()}));
}
