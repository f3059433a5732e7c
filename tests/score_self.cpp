// SPDX-License-Identifier: BSL-1.0
// The scorer, on a report small enough to count by hand.
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>

#include <tongket/model.hpp>

#include "catch.hpp"
#include "score.hpp"

using namespace tongket;
using test::Scores;

namespace {

const std::string source = "Tin nhà\n\nÔng Lê An nói: 12 trạm, 30% xã; làm cầu.";

const std::string gold = R"({
  "title": "Tin nhà", "published": null, "byline": null,
  "zones": [{"zone": "title", "at": "Tin"}, {"zone": "speech", "at": "Ông"}],
  "meeting": {"kind": "other", "date": null, "day_part": null, "organizer": null, "reviews": "2017", "plans": null},
  "people": [{"name": "Lê An", "honorific": "ông", "positions": [{"title": "Giám đốc", "organization": null}], "roles": ["speaker", "guest"]}],
  "delegations": [],
  "measures": [
    {"quote": "12 trạm", "value": "12", "unit": "trạm", "kind": "count", "indicator": "trạm", "indicator_id": "bts.total", "part_of": null, "period": "2017"},
    {"quote": "30%", "value": "30", "unit": "percent", "kind": "percent", "indicator": "xã", "indicator_id": null, "part_of": "12 trạm", "role": "change", "direction": "increase"}],
  "shortcomings": [], "targets": [{"quote": "làm cầu", "source": "Lê An"}], "awards": [],
  "citations": []
})";

Span at(const std::string& words) {
    const std::size_t begin = source.find(words);
    REQUIRE(begin != std::string::npos);
    return {begin, begin + words.size()};
}

Report perfect() {
    Report report;
    report.title = Text{"Tin nhà", at("Tin nhà")};
    report.zones = {{ZoneKind::title, {0, at("Ông").begin}}, {ZoneKind::speech, {at("Ông").begin, source.size()}}};
    report.meeting.reviews = Period::of_year(2017);
    report.people = {{"Lê An",
                      "ông",
                      {{"Giám đốc", std::nullopt, Confidence::certain}},
                      {Role::guest, Role::speaker},
                      at("Lê An")}};
    report.measures.resize(2);
    Measure& count = report.measures[0];
    count.text = "12 trạm";
    count.span = at("12 trạm");
    count.value = Decimal(12);
    count.unit = "trạm";
    count.indicator = Text{"trạm", at("trạm")};
    count.indicator_id = "bts.total";
    count.period = Period::of_year(2017);
    Measure& share = report.measures[1];
    share.text = "30%";
    share.span = at("30%");
    share.value = Decimal(30);
    share.unit = "percent";
    share.kind = MeasureKind::percent;
    share.indicator = Text{"xã", at("xã")};
    share.role = MeasureRole::change;
    share.direction = Direction::increase;
    share.part_of = 0;
    report.targets.resize(1);
    report.targets[0].text = "làm cầu";
    report.targets[0].span = at("làm cầu");
    report.targets[0].source = "Lê An";
    return report;
}

bool near(std::optional<double> score, double wanted) { return score && std::abs(*score - wanted) < 1e-9; }

Scores score(const Report& report) {
    Scores scores;
    scores.add(source, gold, report);
    return scores;
}

}  // namespace

TEST_CASE("a perfect report scores 1 in everything", "[score]") {
    const Scores scores = score(perfect());
    for (const std::string_view component : test::score_components) {
        INFO(component);
        if (component == "whole" || component == "award_facts") {
            CHECK_FALSE(scores[component]);
        } else {
            REQUIRE(scores[component]);
            CHECK(*scores[component] == 1.0);
        }
    }
    CHECK(scores["total"] == 1.0);
    CHECK(scores.misses().empty());
}

TEST_CASE("an empty report scores what there was not to find", "[score]") {
    const Scores scores = score(Report{});
    for (const char* component : {"zones", "people", "positions", "roles", "measures", "targets"}) {
        INFO(component);
        CHECK(scores[component] == 0.0);
    }
    CHECK(scores["awards"] == 1.0);
    CHECK_FALSE(scores["unit"]);
    CHECK(near(scores["meeting"], 9.0 / 11));
    CHECK_FALSE(scores.misses().empty());
}

TEST_CASE("each component counts its own", "[score]") {
    Report report = perfect();
    // 6 letters of the headline against 31 of the rest.
    report.zones = {{ZoneKind::speech, {0, source.size()}}};
    CHECK(near(score(report)["zones"], 31.0 / 37));

    report = perfect();
    report.people.push_back({"Trần B", std::nullopt, {}, {}, at("nói")});
    report.people[0].roles = {Role::speaker};
    Scores scores = score(report);
    CHECK(near(scores["people"], 2.0 / 3));
    CHECK(near(scores["roles"], 2.0 / 3));
    CHECK(*scores["positions"] == 1.0);

    report = perfect();
    report.measures[0].value = Decimal(13);
    scores = score(report);
    CHECK(*scores["measures"] == 0.5);
    CHECK(*scores["unit"] == 1.0);
    CHECK(*scores["part_of"] == 0.0);

    report = perfect();
    report.measures[0].unit = "trạm BTS";  // the words go on: still right
    report.measures[1].unit = "điểm %";
    report.measures[1].direction = Direction::decrease;
    report.measures[0].indicator = Text{"trạm và cầu", {}};
    report.measures[0].period = std::nullopt;
    scores = score(report);
    CHECK(*scores["unit"] == 0.5);
    CHECK(*scores["change"] == 0.5);
    CHECK(near(scores["indicator"], (2.0 / 4 + 1) / 2));
    CHECK(*scores["period"] == 0.0);
    CHECK(*scores["kind"] == 1.0);

    report = perfect();
    report.targets[0].source = "plan";
    report.targets[0].span = at("xã; làm cầu");  // 7 of 11 letters
    scores = score(report);
    CHECK(*scores["targets"] == 1.0);
    CHECK(*scores["target_source"] == 0.0);
    report.targets[0].span = at("30% xã; làm cầu");  // 7 of 15
    CHECK(*score(report)["targets"] == 0.0);
}

TEST_CASE("scores of reports add up", "[score]") {
    Scores both = score(perfect());
    both.add(score(Report{}));
    CHECK(*both["zones"] == 0.5);
    CHECK(near(both["people"], 2.0 / 3));
    CHECK(*both["unit"] == 1.0);
    const std::string table = test::score_table({{"one", score(perfect())}, {"both", both}});
    CHECK(table.find("zones             1.000   0.500\n") != std::string::npos);
    CHECK(table.find("whole                 -       -\n") != std::string::npos);
}

TEST_CASE("gold that does not fit its report is refused", "[score]") {
    Scores scores;
    CHECK_THROWS_AS(scores.add("another text", gold, Report{}), std::runtime_error);
    CHECK_THROWS_AS(scores.add(source, "{", Report{}), std::runtime_error);
    CHECK_THROWS_AS(scores.add(source, "{}", Report{}), std::runtime_error);
}
