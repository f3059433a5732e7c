// SPDX-License-Identifier: BSL-1.0
#include "measures/measures.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::shown;

TEST_CASE("units are whole words, known to the lexicon or not", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh có 7 chi cục, 31 chi hội, 5 thẩm phán và 4 trụ cột.") ==
          Lines{"7 chi cục = 7 chi cục count", "31 chi hội = 31 chi hội count", "5 thẩm phán = 5 thẩm phán count",
                "4 trụ cột = 4 trụ cột count"});
    CHECK(shown("Năm 2016, dự án bàn giao 26 tháp nhũ.") == Lines{"26 tháp nhũ = 26 tháp nhũ count"});
}

TEST_CASE("a unit ends before what is no syllable of it", "[measures]") {
    CHECK(shown("Năm 2016, Báo Hà Nam phát hành 140 số thời sự; Sở thu hồi 9 SIM kích hoạt sẵn.") ==
          Lines{"140 số = 140 số count", "9 SIM = 9 sim count"});
}

TEST_CASE("a scale word in the denominator is a number", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh đạt 25,5 giường bệnh/vạn dân.") ==
          Lines{"25,5 giường bệnh/vạn dân = 25.5 giường bệnh rate /10000 dân"});
}

TEST_CASE("rates are taken per what is counted", "[measures]") {
    CHECK(shown("Năm 2016, hợp tác xã đạt doanh thu 7,4 tỷ đồng/HTX, hỗ trợ 40 triệu đồng/căn.") ==
          Lines{"7,4 tỷ đồng/HTX = 7400000000 VND rate /1 htx", "40 triệu đồng/căn = 40000000 VND rate /1 căn"});
}
