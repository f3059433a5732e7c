// SPDX-License-Identifier: BSL-1.0
#include "wrap/ranges.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace tongket;

TEST_CASE("a dash between two lines parts a range of figures", "[wrap]") {
    CHECK(parts_range("chỉ từ 4,5", "- 5% một năm"));
    CHECK(parts_range("chỉ từ 4,5", "– 5% một năm"));
    CHECK(parts_range("bình quân từ 10 -", "12% một năm"));
    CHECK(parts_range("đạt từ 90 –", "110 triệu đồng"));
    CHECK(parts_range("chiếm 7-", "8% tổng số hộ"));
    CHECK(parts_range("chỉ còn 2,5%", "- 3% số hộ"));
    CHECK(parts_range("đạt 9.500", "- 12.000 ha"));
    CHECK(parts_range("trong giai đoạn 2016", "- 2020 của tỉnh"));
    CHECK(parts_range("từ 4,5", "- 5"));
}

TEST_CASE("what only looks like a range is none", "[wrap]") {
    // Items of a list.
    CHECK_FALSE(parts_range("Năm 2016", "- 12 xã đạt chuẩn"));
    CHECK_FALSE(parts_range("giai đoạn 2011-2016", "- 5.000 hộ thoát nghèo"));
    CHECK_FALSE(parts_range("đạt chuẩn nông thôn mới", "- 12 xã đạt chuẩn"));
    CHECK_FALSE(parts_range("đạt 15 tiêu chí", "- 18 xã"));
    CHECK_FALSE(parts_range("xếp thứ 15", "- 12 xã đạt chuẩn"));
    CHECK_FALSE(parts_range("xếp thứ 5", "-"));
    CHECK_FALSE(parts_range("theo Quyết định 81/2016", "- 2017 hộ"));
    CHECK_FALSE(parts_range("đạt 12", "- 15/18 xã"));
    CHECK_FALSE(parts_range("đạt 12", "- 15. Xã"));
    // No dash, or none that a number stands before.
    CHECK_FALSE(parts_range("đạt 12", "15 xã"));
    CHECK_FALSE(parts_range("Nghị quyết số 64/NQ-", "15 xã"));
    CHECK_FALSE(parts_range("", "- 15 xã"));
    CHECK_FALSE(parts_range("-", "15 xã"));
    CHECK_FALSE(parts_range("đạt 12", ""));
    CHECK_FALSE(parts_range("đạt 1..2", "- 15 xã"));
}

TEST_CASE("a dash that a converter left out stood where a line was full", "[wrap]") {
    const auto lost = [](const std::string& text, const Margin& margin) {
        std::vector<std::string> words;
        for (const std::size_t at : lost_dashes(text, typed_lines(text).front(), margin))
            words.push_back(text.substr(0, at).substr(text.substr(0, at).rfind(' ') + 1) +
                            text.substr(at, text.find(' ', at + 1) - at));
        return words;
    };
    const Margin page{.least_reach = 40, .least_edge = 0, .most_edge = 42};
    const std::string first = "Các xã ven sông năm nay tăng chậm, từ ";  // 38 columns
    using Words = std::vector<std::string>;
    CHECK(lost(first + "4,5 5% một năm, riêng các xã vùng cao tăng nhanh.", page).empty());  // beyond the edge
    CHECK(lost(first.substr(5) + "4,5 5% một năm, riêng các xã vùng cao tăng.", page) == Words{"4,5 5%"});
    // Of several lines.
    CHECK(lost(first.substr(5) + "4,5 5% một năm, riêng ở các xã cao tăng 12 15% một năm qua.", page) ==
          Words{"4,5 5%", "12 15%"});
    // There was room; the line is no longer than others; the second number is not the greater.
    CHECK(lost("Tăng chậm, từ 4,5 5% một năm, riêng các xã vùng cao tăng nhanh hơn.", page).empty());
    CHECK(lost(first.substr(5) + "4,5 5%", page).empty());
    CHECK(lost(first.substr(5) + "4,5 3% một năm, riêng các xã vùng cao tăng.", page).empty());
}
