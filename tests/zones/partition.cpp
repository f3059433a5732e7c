// SPDX-License-Identifier: BSL-1.0
#include "zones/partition.hpp"

#include <random>
#include <string>
#include <vector>

#include <tongket/names.hpp>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;
using Kinds = std::vector<ZoneKind>;

std::vector<Zone> zones_of(const TestPage& page, const Kinds& kinds,
                           const std::optional<Outlet>& outlet = std::nullopt) {
    const LineShapes shapes(page.document, page.islands);
    return partition(page.document, shapes, kinds, outlet);
}

/// `kind: words`, a line for each zone; kinds by sentence.
Lines shown(const std::string& source, const Kinds& kinds, bool with_outlet = false) {
    const TestPage page(source);
    REQUIRE(page.document.sentences.size() == kinds.size());
    const LineShapes shapes(page.document, page.islands);
    std::optional<Outlet> outlet;
    if (with_outlet) outlet = find_outlet(page.document, shapes, kinds);
    Lines lines;
    for (const Zone& zone : zones_of(page, kinds, outlet))
        lines.push_back(std::string(name_of(zone.kind)) + ": " + std::string(slice(page.source, zone.span)));
    return lines;
}

constexpr auto opening = ZoneKind::opening, tasks = ZoneKind::tasks, dateline = ZoneKind::dateline,
               title = ZoneKind::title;

}  // namespace

TEST_CASE("neighbours of one kind are one zone", "[zones]") {
    CHECK(shown("Sở họp. Trời mưa.\nTỉnh giao việc.", {opening, opening, tasks}) ==
          Lines{"opening: Sở họp. Trời mưa.\n", "tasks: Tỉnh giao việc."});
    CHECK(shown("Sở họp.\nTrời mưa.", {opening, opening}) == Lines{"opening: Sở họp.\nTrời mưa."});
    CHECK(shown("Sở họp.\nTrời mưa.\nTỉnh họp.", {opening, tasks, opening}) ==
          Lines{"opening: Sở họp.\n", "tasks: Trời mưa.\n", "opening: Tỉnh họp."});
}

TEST_CASE("a zone may begin inside a line", "[zones]") {
    CHECK(shown("Sở họp. Tỉnh giao việc.", {opening, tasks}) == Lines{"opening: Sở họp. ", "tasks: Tỉnh giao việc."});
}

TEST_CASE("blank lines belong to the zone before, those above all to the first", "[zones]") {
    CHECK(shown("\n\nSở họp.\n\n \nTỉnh giao việc.\n\n", {opening, tasks}) ==
          Lines{"opening: \n\nSở họp.\n\n \n", "tasks: Tỉnh giao việc.\n\n"});
}

TEST_CASE("a page without words is boilerplate, one without anything has no zone", "[zones]") {
    CHECK(shown("", {}).empty());
    CHECK(shown("\n \n", {}) == Lines{"boilerplate: \n \n"});
}

TEST_CASE("an outlet before the story is a dateline", "[zones]") {
    CHECK(shown("Sở Y tế họp\nHNO - Sáng 5/1, Sở họp.\n", {title, opening}, true) ==
          Lines{"title: Sở Y tế họp\n", "dateline: HNO - ", "opening: Sáng 5/1, Sở họp.\n"});
    CHECK(shown("(Báo Hà Nam) Sáng 5/1, Sở họp.", {opening}, true) ==
          Lines{"dateline: (Báo Hà Nam) ", "opening: Sáng 5/1, Sở họp."});
    CHECK(shown("HNO - Sáng 5/1, Sở họp.", {opening}, false) == Lines{"opening: HNO - Sáng 5/1, Sở họp."});
}

TEST_CASE("an outlet on a line of its own leaves that line's zone", "[zones]") {
    CHECK(shown("(HNO)\nSáng 5/1, Sở họp.", {dateline, opening}, true) ==
          Lines{"dateline: (HNO)\n", "opening: Sáng 5/1, Sở họp."});
}

TEST_CASE("chrome behind the time of a dateline is boilerplate", "[zones]") {
    CHECK(shown("04/01/2024 | Lượt xem: 113\nSở họp.", {dateline, opening}) ==
          Lines{"dateline: 04/01/2024 ", "boilerplate: | Lượt xem: 113\n", "opening: Sở họp."});
    // Elsewhere the words are the story's.
    CHECK(shown("04/01/2024 | Lượt xem: 113\nSở họp.", {opening, opening}) ==
          Lines{"opening: 04/01/2024 | Lượt xem: 113\nSở họp."});
}

TEST_CASE("whatever the kinds, the zones cover the source once, and no neighbours are alike", "[zones]") {
    std::mt19937 draw(20170111);
    const std::vector<std::string> pieces{"Sở họp. ",
                                          "Năm 2016, ngành khám 812 lượt; tiêm 40 mũi.",
                                          "\n",
                                          "\n\n",
                                          " ",
                                          "04/01/2024 | Lượt xem: 9",
                                          "(HNO) - Sáng 5/1, Sở họp.",
                                          "\r\n",
                                          "img",
                                          "\u00a0",
                                          "e\u0302\u0301",
                                          "- ",
                                          "\"",
                                          "\t"};
    for (std::size_t round = 0; round < 200; ++round) {
        std::string source;
        for (std::size_t n = draw() % 12; n > 0; --n) source += pieces[draw() % pieces.size()];
        const TestPage page(source);
        Kinds kinds;
        for (std::size_t s = 0; s < page.document.sentences.size(); ++s)
            kinds.push_back(static_cast<ZoneKind>(draw() % enum_names<ZoneKind>.size()));
        const LineShapes shapes(page.document, page.islands);
        const std::vector<Zone> zones =
            partition(page.document, shapes, kinds, find_outlet(page.document, shapes, kinds));
        INFO("round " << round << ": " << source);
        CHECK(zones.empty() == source.empty());
        std::size_t at = 0;
        for (std::size_t z = 0; z < zones.size(); ++z) {
            CHECK(zones[z].span.begin == at);
            CHECK(zones[z].span.end > zones[z].span.begin);
            if (z > 0) CHECK(zones[z].kind != zones[z - 1].kind);
            at = zones[z].span.end;
        }
        CHECK(at == source.size());
    }
}

TEST_CASE("page numbers and headers are boilerplate amid other zones", "[zones][partition]") {
    using enum ZoneKind;
    const std::vector<Zone> zones = {{title, {0, 10}}, {tasks, {10, 50}}, {boilerplate, {50, 60}}};
    CHECK(with_furniture(zones, {}) == zones);
    CHECK(with_furniture(zones, {{20, 30}}) == std::vector<Zone>{{title, {0, 10}},
                                                                 {tasks, {10, 20}},
                                                                 {boilerplate, {20, 30}},
                                                                 {tasks, {30, 50}},
                                                                 {boilerplate, {50, 60}}});
    // At the beginning, at the end, and beside boilerplate: no empty zones and no two of one kind.
    CHECK(with_furniture(zones, {{0, 10}, {40, 50}}) ==
          std::vector<Zone>{{boilerplate, {0, 10}}, {tasks, {10, 40}}, {boilerplate, {40, 60}}});
}
