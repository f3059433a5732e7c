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
