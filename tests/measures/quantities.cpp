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

TEST_CASE("ratios whose noun stands before them", "[measures]") {
    CHECK(shown("Năm 2016, số xã đạt chuẩn là 12/15.") == Lines{"12/15 = 12 xã ratio"});
    CHECK(shown("Khu dân cư văn hóa: 88/90; thị trấn: 02/02; cơ quan: 08.").size() == 3);
    CHECK(shown("Hạn nộp báo cáo là 12/10. Thời gian: 02/02.").empty());
}

TEST_CASE("congresses and half words count nothing; neighbours are a range", "[measures]") {
    CHECK(shown("Sở quán triệt Nghị quyết Hội nghị Trung ương 6, 7 khóa XII.").empty());
    CHECK(shown("Năm 2016, Sở tổ chức 7 khóa tập huấn.") == Lines{"7 khóa = 7 khóa count"});
    CHECK(shown("Năm 2016, tòa thiếu 2, 3 thẩm phán.").size() == 1);
    CHECK(shown("Năm 2016, Sở mở 4, 9 và 12 lớp.").size() == 3);
    CHECK(shown("Số mạng xã hội được cấp phép là 77.") == Lines{"77 = 77 - count"});
    CHECK(shown("Sở phụng dưỡng 4 Mẹ Việt Nam anh hùng.").size() == 1);
    CHECK(shown("Tạo việc làm tăng thêm cho 400 lao động.") == Lines{"400 lao động = 400 lao động count"});
}
