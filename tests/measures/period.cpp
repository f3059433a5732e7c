// SPDX-License-Identifier: BSL-1.0
#include "measures/period.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::periods;

TEST_CASE("a day holds for stocks, not for flows", "[measures]") {
    CHECK(
        periods("Tính đến 31/12/2016, toàn tỉnh có 698 trạm thu phát sóng. Doanh thu viễn thông đạt 910 tỷ đồng.") ==
        Lines{"698 trạm: 2016-12-31", "910 tỷ đồng: 2016"});
    CHECK(periods("Tính đến 30/11/2016, toàn tỉnh có 812 trạm thu phát sóng. Sở đã ngầm hóa 4 km cáp.") ==
          Lines{"812 trạm: 2016-11-30", "4 km: 2016"});
    CHECK(periods("Đến hết tháng 12/2016, doanh thu bưu chính đạt 64 tỷ đồng.") == Lines{"64 tỷ đồng: 2016"});
    CHECK(periods("Tới thời điểm 31/12/2016, tỉnh có 612.000 thuê bao điện thoại.") ==
          Lines{"612.000 thuê bao: 2016-12-31"});
}

TEST_CASE("a time in brackets dates the figure before it alone", "[measures]") {
    CHECK(periods("Tỷ lệ văn bản điện tử nâng từ 48% (năm 2015) lên 67%.") == Lines{"48%: 2015", "67%: 2016"});
    CHECK(periods("Năm 2016, Sở có 118 máy (đến 31/12) và 12 xe.") == Lines{"118 máy: 2016-12-31", "12 xe: 2016"});
}

TEST_CASE("the whole year is the year of the period", "[measures]") {
    CHECK(periods("Tính đến 30/6/2016, Sở có 120 cán bộ, thẩm định 45 dự án cả năm.") ==
          Lines{"120 cán bộ: 2016-06-30", "45 dự án: 2016"});
}

TEST_CASE("parts hold for the time of their whole, changes for that of their level", "[measures]") {
    CHECK(periods("Vốn đầu tư năm 2015 là 90 tỷ đồng, gồm: ngân sách tỉnh 60 tỷ đồng; ngân sách huyện 30 tỷ đồng.") ==
          Lines{"90 tỷ đồng: 2015", "60 tỷ đồng: 2015", "30 tỷ đồng: 2015"});
}
