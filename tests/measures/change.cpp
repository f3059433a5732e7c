// SPDX-License-Identifier: BSL-1.0
#include "measures/change.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::shown;

TEST_CASE("a verb of change with its own object changes the object", "[measures]") {
    CHECK(shown("Năm 2016, toàn tỉnh giảm tỷ lệ hộ nghèo 2,3%.") == Lines{"2,3% = 2.3 percent percent decrease"});
    CHECK(shown("Năm 2016, tai nạn giao thông giảm cả 3 tiêu chí.") == Lines{"3 tiêu chí = 3 tiêu chí count"});
}

TEST_CASE("where a verb leads to a level there is no change", "[measures]") {
    CHECK(shown("Năm 2016, tỷ lệ sử dụng chữ ký số tăng lên 61,5%.") == Lines{"61,5% = 61.5 percent percent"});
    CHECK(shown("Năm 2016, số thư trễ hạn giảm xuống 14 thư.") == Lines{"14 thư = 14 thư count"});
    CHECK(shown("Năm 2016, sản lượng bưu kiện tăng gấp 2,4 lần so với năm 2015.") ==
          Lines{"2,4 lần = 2.4 lần other [so với năm 2015]"});
}

TEST_CASE("a bracket behind a change tells it once more", "[measures]") {
    CHECK(shown("Năm 2016, số vụ vi phạm giảm 36 vụ (18%) so với năm 2015.") ==
          Lines{"36 vụ = 36 vụ count decrease [so với năm 2015]",
                "18% = 18 percent percent decrease [so với năm 2015]"});
    CHECK(shown("Năm 2016, doanh thu viễn thông tăng 40 tỷ đồng (tương đương 9%).") ==
          Lines{"40 tỷ đồng = 40000000000 VND money increase", "9% = 9 percent percent increase"});
}

TEST_CASE("a sign tells the direction", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu bưu chính đạt 71 tỷ đồng (+6,5%).") ==
          Lines{"71 tỷ đồng = 71000000000 VND money", "6,5% = 6.5 percent percent increase"});
}
