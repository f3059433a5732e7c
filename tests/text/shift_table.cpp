// SPDX-License-Identifier: BSL-1.0
#include "text/shift_table.hpp"

#include <random>
#include <utility>
#include <vector>

#include "catch.hpp"

using namespace tongket;

TEST_CASE("a table without shifts changes no place", "[text]") {
    const ShiftTable table;
    CHECK(table.empty());
    CHECK(table.to_source(0) == 0);
    CHECK(table.to_source(12345) == 12345);
}

TEST_CASE("places are those of the last shift before them", "[text]") {
    // Steps of all sizes: those that fit a byte, and longer ones; letters composed, bytes replaced.
    std::mt19937 random(7);
    ShiftTable table;
    std::vector<std::pair<std::size_t, std::size_t>> shifts{{0, 0}};
    for (std::size_t i = 0; i < 2000; ++i) {
        const std::size_t changed_by = random() % (i % 5 == 0 ? 300 : i % 7 == 0 ? 33 : 12);
        const std::size_t source_by = i % 11 == 0      ? random() % 300
                                      : changed_by < 2 ? 0
                                                       : changed_by - 2 + random() % 9;
        shifts.emplace_back(shifts.back().first + changed_by, shifts.back().second + source_by);
        table.push(shifts.back().first, shifts.back().second);
    }
    CHECK(table.size() == 2000);
    std::size_t last = 0, wrong = 0;
    for (std::size_t at = 0; at < shifts.back().first + 100; ++at) {
        while (last + 1 < shifts.size() && shifts[last + 1].first <= at) ++last;
        if (table.to_source(at) != shifts[last].second + (at - shifts[last].first)) ++wrong;
    }
    CHECK(wrong == 0);
    table.clear();
    CHECK(table.empty());
    CHECK(table.to_source(99) == 99);
    table.push(2, 5);
    CHECK(table.to_source(1) == 1);
    CHECK(table.to_source(2) == 5);
    CHECK(table.to_source(99) == 102);
}

TEST_CASE("text may be left out at the very beginning", "[text]") {
    ShiftTable table;
    table.push(0, 3);
    CHECK(table.to_source(0) == 3);
    CHECK(table.to_source(7) == 10);
}
