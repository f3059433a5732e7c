// SPDX-License-Identifier: BSL-1.0
#include "measures/baseline.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::shown;

TEST_CASE("what is compared with may stand between verb and figure", "[measures]") {
    CHECK(shown("Năm 2016, giá bán bình quân cao hơn kế hoạch 12 đồng.") ==
          Lines{"12 đồng = 12 VND money increase [kế hoạch]"});
    CHECK(shown("Năm 2016, sản lượng bưu gửi thấp hơn dự kiến ban đầu 5%.") != Lines{"5% = 5 percent percent"});
}

TEST_CASE("a multiple has a baseline without a word of comparison", "[measures]") {
    CHECK(shown("Năm 2016, Sở thành lập 18 tổ hỗ trợ, gấp 1,5 lần kế hoạch.") ==
          Lines{"18 tổ = 18 tổ count", "1,5 lần = 1.5 lần other [kế hoạch]"});
}

TEST_CASE("baselines without a word of comparing", "[measures]") {
    CHECK(shown("Năm 2016, thu đạt 900 tỷ đồng, vượt 5% so dự toán, chi 700 tỷ đồng (tăng 3%).") ==
          Lines{"900 tỷ đồng = 900000000000 VND money", "5% = 5 percent percent increase [so dự toán]",
                "700 tỷ đồng = 700000000000 VND money", "3% = 3 percent percent increase"});
    CHECK(shown("Năm 2016, Sở giải quyết 440 việc, tăng 40 việc với cùng kỳ.")[1] ==
          "40 việc = 40 việc count increase [với cùng kỳ]");
    CHECK(shown("Án thụ lý gấp 5,6 lần lượng án ở các tỉnh khác.")[0] ==
          "5,6 lần = 5.6 lần other [lượng án ở các tỉnh khác]");
    CHECK(shown("Năm 2016, thu nhập đạt 4,8 triệu đồng, bằng 109% năm 2015.")[1] ==
          "109% = 109 percent percent [năm 2015]");
    CHECK(shown("Năm 2016, tỷ lệ hộ có máy tính đạt 61% cuối năm.")[0] == "61% = 61 percent percent");
}

TEST_CASE("a baseline before the colon of a list is that of its changes", "[measures]") {
    const Lines lines = shown(
        "Năm 2016, các nhóm đều tăng so với năm 2015: cá đạt 26 tỷ đồng, tăng 26,4%; tôm 35 tỷ đồng, giảm 7,1%.");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "26 tỷ đồng = 26000000000 VND money");
    CHECK(lines[1] == "26,4% = 26.4 percent percent increase [so với năm 2015]");
    CHECK(lines[3] == "7,1% = 7.1 percent percent decrease [so với năm 2015]");
    CHECK(shown("Năm 2016, so với năm 2015: số vụ giảm 150 vụ; số người chết giảm 46 người.")[1] ==
          "46 người = 46 người count decrease [so với năm 2015]");
}
