// SPDX-License-Identifier: BSL-1.0
#include "measures/subject.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::subjects;

TEST_CASE("behind a percentage its whole is not what is measured", "[measures]") {
    CHECK(subjects("Năm 2016, nợ xấu chiếm 1,9% tổng dư nợ.") == Lines{"1,9%: nợ xấu"});
    CHECK(subjects("Năm 2016, vùng phủ sóng di động đạt 98,5% dân số.") == Lines{"98,5%: vùng phủ sóng di động"});
    CHECK(subjects("Năm 2016, toàn tỉnh có 95% dân số dùng điện thoại.") == Lines{"95%: dân số dùng điện thoại"});
}

TEST_CASE("a bare carrier takes what it is said of", "[measures]") {
    CHECK(subjects("Năm 2016, các trạm chuyển tuyến 702 ca (tỷ lệ 2,8%).")[1] ==
          "2,8%: " + subjects("Năm 2016, các trạm chuyển tuyến 702 ca.")[0].substr(8));
    CHECK(subjects("Năm 2016, hồ sơ trả đúng hạn đạt tỷ lệ hơn 98%.") == Lines{"hơn 98%: hồ sơ trả đúng hạn"});
    CHECK(subjects("Năm 2016, tỷ lệ xã đạt tiêu chí về y tế là 84%.") == Lines{"84%: tỷ lệ xã đạt tiêu chí về y tế"});
}

TEST_CASE("words that point back mean the figure before", "[measures]") {
    CHECK(
        subjects("Năm 2016, thu nhập bình quân đầu người là 5.400 USD. Dự kiến năm 2017 con số này là 6.000 USD.") ==
        Lines{"5.400 USD: thu nhập bình quân đầu người", "6.000 USD: thu nhập bình quân đầu người"});
}

TEST_CASE("units of measure are no indicators", "[measures]") {
    CHECK(subjects("Năm 2016, Sở đã bê tông hóa 27 km đường thôn.") == Lines{"27 km: đường thôn"});
    CHECK(subjects("Năm 2016, Sở xử phạt 46 vụ, 187 triệu đồng.")[1] == "187 triệu đồng: Sở xử phạt");
    CHECK(subjects("Năm 2016, thời gian cấp phép xây trạm xuống còn 15 ngày.") ==
          Lines{"15 ngày: thời gian cấp phép xây trạm"});
}

TEST_CASE("places say where, not what", "[measures]") {
    CHECK(subjects("Về an toàn thông tin, toàn tỉnh xảy ra 46 vụ.") == Lines{"46 vụ: an toàn thông tin"});
    CHECK(subjects("Tốt nghiệp THPT năm 2016 toàn tỉnh đạt 97,2%.") == Lines{"97,2%: Tốt nghiệp THPT"});
}

TEST_CASE("a percentage of change may stand before its object", "[measures]") {
    CHECK(subjects("Năm 2016, Sở đã cắt giảm 15% chi phí quản lý.") == Lines{"15%: chi phí quản lý"});
}

TEST_CASE("half a word is no subject", "[measures]") {
    CHECK(subjects("Dự kiến các trường sẽ dành 25% học bổng.") != Lines{"25%: kiến các trường sẽ dành"});
    CHECK(subjects("Năm 2016, Sở mua sắm thiết bị trị giá 35 tỷ đồng.") == Lines{"35 tỷ đồng: trị giá"});
}

TEST_CASE("who speaks is not measured", "[measures]") {
    CHECK(subjects("Tổng Giám đốc Nguyễn Văn An cho rằng doanh thu quảng cáo giảm 40%.") ==
          Lines{"40%: doanh thu quảng cáo"});
}

TEST_CASE("a share of a whole is of what was measured before", "[measures]") {
    CHECK(subjects("Năm 2016, nợ thuế còn 73 tỷ đồng, chiếm 5% tổng thu.") ==
          Lines{"73 tỷ đồng: nợ thuế", "5%: nợ thuế"});
}

TEST_CASE("a part that counts with the noun of its whole is named by the words before it", "[measures]") {
    CHECK(subjects("Năm 2016, tỉnh có 438 trường, trong đó mầm non 165 trường, phổ thông 262 trường.") ==
          Lines{"438 trường: trường", "165 trường: mầm non", "262 trường: phổ thông"});
}

TEST_CASE("what follows a unit behind a function word is no noun of it", "[measures]") {
    CHECK(subjects("Năm 2016, tiêu thụ 602 tấn với giá cao.") == Lines{"602 tấn: tiêu thụ"});
    CHECK(subjects("Năm 2016, tiêu thụ 602 tấn gạo.") == Lines{"602 tấn: gạo"});
}
