// SPDX-License-Identifier: BSL-1.0
#include "measures/per.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::shown;

TEST_CASE("'mỗi' before a figure says of what it is told", "[measures]") {
    CHECK(shown("Trung bình mỗi tháng có 30.000 phương tiện vi phạm.") ==
          Lines{"30.000 phương tiện = 30000 phương tiện rate /1 tháng"});
    CHECK(shown("Mỗi kiểm lâm viên phải phụ trách trên 1.400 ha rừng.") ==
          Lines{"trên 1.400 ha = 1400 ha rate /1 kiểm lâm viên over"});
    CHECK(shown("Mỗi một năm trường đào tạo 300 cán bộ.") == Lines{"300 cán bộ = 300 cán bộ rate /1 năm"});
    CHECK(shown("Mỗi xã, phường đều có cán bộ, toàn tỉnh có 120 cán bộ.") == Lines{"120 cán bộ = 120 cán bộ count"});
    CHECK(shown("Mỗi năm, doanh thu viễn thông toàn tỉnh tăng 5%.") == Lines{"5% = 5 percent percent increase"});
}

TEST_CASE("'trên 1 ha' before an amount says of what it is told", "[measures]") {
    CHECK(shown("Giá trị sản xuất trên 1 ha đất đạt 83 triệu đồng.") ==
          Lines{"83 triệu đồng = 83000000 VND rate /1 ha"});
    CHECK(shown("Thu nhập trên một ha gieo trồng ở tỉnh ước đạt 3.100 USD.") ==
          Lines{"3.100 USD = 3100 USD rate /1 ha estimated"});
    CHECK(shown("Năm 2016, Sở thu hồi trên 1 ha đất của 5 hộ dân.") ==
          Lines{"trên 1 ha = 1 ha other over", "5 hộ dân = 5 hộ dân count"});
    CHECK(shown("Xây dựng trên 1 km đường với kinh phí 5 tỷ đồng.")[1] == "5 tỷ đồng = 5000000000 VND money");
    CHECK(shown("Huyện có trên 1 ha đất trống, đã giao 2 thửa.")[0] == "trên 1 ha = 1 ha other over");
}

TEST_CASE("'mỗi năm' may stand behind the noun", "[measures]") {
    CHECK(shown("Trường đào tạo 300 cán bộ y tế mỗi năm.") == Lines{"300 cán bộ = 300 cán bộ rate /1 năm"});
    CHECK(shown("Trường đào tạo 300 cán bộ, mỗi năm mở 4 lớp.") ==
          Lines{"300 cán bộ = 300 cán bộ count", "4 lớp = 4 lớp rate /1 năm"});
}

TEST_CASE("what is counted is not told of itself", "[measures]") {
    CHECK(shown("Mỗi doanh nghiệp trong tổng số 120 doanh nghiệp đều nộp báo cáo.") ==
          Lines{"120 doanh nghiệp = 120 doanh nghiệp count"});
}

TEST_CASE("a slash before so many of something else parts two figures", "[measures]") {
    CHECK(shown("Toàn huyện có 64.120 học sinh/2.310 lớp.") ==
          Lines{"64.120 học sinh = 64120 học sinh count", "2.310 lớp = 2310 lớp count"});
    CHECK(test::subjects("Toàn huyện có 64.120 học sinh/2.310 lớp.") ==
          Lines{"64.120 học sinh: học sinh", "2.310 lớp: lớp"});
    CHECK(shown("Mật độ đạt 97 thuê bao/100 dân.") == Lines{"97 thuê bao/100 dân = 97 thuê bao rate /100 dân"});
    CHECK(shown("Định mức 3 triệu đồng/15 ngày.") == Lines{"3 triệu đồng/15 ngày = 3000000 VND rate /15 ngày"});
    CHECK(test::subjects("Năm 2016, Sở giải quyết 215 đơn/230 đơn tiếp nhận.") ==
          Lines{"215 đơn/230 đơn: đơn tiếp nhận"});
}

TEST_CASE("what is measured may stand before the slash", "[measures]") {
    CHECK(shown("Diện tích nhà ở đạt 26,1 m2 sàn/người.") == Lines{"26,1 m2 sàn/người = 26.1 m2 rate /1 người"});
    CHECK(shown("Trồng được 12 ha rừng/năm 2016.").front() == "12 ha = 12 ha other");
    CHECK(shown("Bình quân 01 đồng chí/4.900 ha.") == Lines{"01 đồng chí/4.900 ha = 1 đồng chí rate /4900 ha"});
    CHECK(shown("Có 27 cánh đồng/1.480 ha.") ==
          Lines{"27 cánh đồng = 27 cánh đồng count", "1.480 ha = 1480 ha other"});
}

TEST_CASE("what is told of each is told of both that 'và' joins", "[measures]") {
    CHECK(shown("Năm 2016, trung bình mỗi ngày có hơn 22 người chết và hơn 46 người bị thương.") ==
          Lines{"hơn 22 người = 22 người rate /1 ngày over", "hơn 46 người = 46 người rate /1 ngày over"});
    CHECK(shown("Năm 2016, mỗi xã được cấp 02 máy tính và 01 máy in.")[1] == "01 máy in = 1 máy in rate /1 xã");
    CHECK(shown("Năm 2016, mỗi xã có 12 thôn và 98 xã đạt chuẩn.")[1] == "98 xã = 98 xã count");
    CHECK(shown("Năm 2016, mỗi ngày có 22 người chết, 460 người bị thương.")[1] == "460 người = 460 người count");
}
