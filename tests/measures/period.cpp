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
    CHECK(periods("Toàn ngành đã nâng tỷ lệ văn bản điện tử từ 48% (năm 2015) lên 67%.") ==
          Lines{"48%: 2015", "67%: 2016"});
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

TEST_CASE("years in order date the figures of a list", "[measures]") {
    CHECK(periods("Doanh thu viễn thông các năm 2014, 2015 và 2016 lần lượt đạt 410 tỷ đồng, 455 tỷ đồng và 502 tỷ "
                  "đồng.") == Lines{"410 tỷ đồng: 2014", "455 tỷ đồng: 2015", "502 tỷ đồng: 2016"});
    CHECK(periods("Năm 2016, các cụm lần lượt có 41 trạm và 36 trạm.") == Lines{"41 trạm: 2016", "36 trạm: 2016"});
}

TEST_CASE("when something else happens is not when it is counted", "[measures]") {
    CHECK(periods("Năm 2016, Sở hoàn thành 97 nhiệm vụ, 4 nhiệm vụ lùi sang năm 2017.") ==
          Lines{"97 nhiệm vụ: 2016", "4 nhiệm vụ: 2016"});
    CHECK(periods("Theo kết quả do Bộ công bố tháng 10/2016, tỉnh đứng thứ 17/63 tỉnh.") ==
          Lines{"thứ 17/63 tỉnh: 2016"});
    CHECK(periods("Năm 2016, Sở cấp 3 giấy phép. Trong tháng 10/2016, Sở công bố 17 thủ tục.")[1] ==
          "17 thủ tục: 2016-10");
}

TEST_CASE("a year that is compared with is not the period", "[measures]") {
    CHECK(periods("Doanh thu tăng 9,5% so với ước thực hiện năm 2015.") == Lines{"9,5%: 2016"});
    CHECK(periods("Thu nhập đạt 4,8 triệu đồng, bằng 109% năm 2015.") == Lines{"4,8 triệu đồng: 2016", "109%: 2016"});
    CHECK(periods("Toàn ngành đã có số hồ sơ trực tuyến gấp 1,7 lần cuối năm 2015.") == Lines{"1,7 lần: 2016"});
    CHECK(periods("Chỉ tiêu năm 2015 không đổi: 60 trạm, 12 lớp.") == Lines{"60 trạm: 2015", "12 lớp: 2015"});
}

TEST_CASE("a range of years holds where it stands beside the figure or opens the clause, not in a name",
          "[measures]") {
    CHECK(periods("Tổng vốn đầu tư giai đoạn 2017-2021 là 310 tỷ đồng.") == Lines{"310 tỷ đồng: 2017..2021"});
    CHECK(periods("Trong giai đoạn 2012-2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2012..2016"});
    CHECK(periods("Thực hiện Chương trình bưu chính giai đoạn 2016-2020, Sở đã hỗ trợ 12 xã.") ==
          Lines{"12 xã: 2016"});
    CHECK(periods("Hộ nghèo theo chuẩn giai đoạn 2016-2020 còn 812 hộ.") == Lines{"812 hộ: 2016"});
    CHECK(periods("Giảm nghèo giai đoạn 2016-2020, Sở đã hỗ trợ 12 xã.") == Lines{"12 xã: 2016"});
}

TEST_CASE("a time behind a comma belongs to what it stands with", "[measures]") {
    CHECK(periods("Sở đã khai trương cổng mới trong tháng 5, cấp 20 giấy phép.") == Lines{"20 giấy phép: 2016"});
    CHECK(periods("Sở khai trương cổng mới; tháng 5, cấp 20 giấy phép.") == Lines{"20 giấy phép: 2016-05"});
}

TEST_CASE("what always flows has no day", "[measures]") {
    CHECK(periods("Giải ngân vốn đầu tư công đến 30/11/2016 đạt 84 tỷ đồng, bằng 92% kế hoạch.") ==
          Lines{"84 tỷ đồng: 2016", "92%: 2016"});
    CHECK(periods("Tổng dư nợ đến 30/11/2016 đạt 84 tỷ đồng.") == Lines{"84 tỷ đồng: 2016-11-30"});
}

TEST_CASE("the last months of a year are what remains of it", "[measures]") {
    const std::string page =
        "Sở Công Thương sơ kết 9 tháng năm 2019\n\nNgày 05/10/2019, Sở Công Thương tỉnh Hà Nam tổ chức hội nghị sơ "
        "kết 9 "
        "tháng đầu năm 2019, triển khai nhiệm vụ những tháng cuối năm.\n\n9 tháng qua, Sở đã cấp 120 giấy phép.\n\n"
        "Các tháng cuối năm 2019, Sở sẽ kiểm tra 45 chợ; quý cuối năm mở 3 hội chợ.\n";
    const Report report = test::parse_checked(page);
    REQUIRE(report.measures.size() == 3);
    CHECK(report.measures[0].period->to_string() == "2019-9M");
    CHECK(report.measures[1].period->to_string() == "2019-Q4");
    CHECK(report.measures[2].period->to_string() == "2019-Q4");
}

TEST_CASE("two levels have each its time", "[measures]") {
    CHECK(periods("Tỷ lệ hộ nghèo giảm từ 12,4% năm 2010 xuống 5,1% năm 2015.") ==
          Lines{"12,4%: 2010", "5,1%: 2015"});
    CHECK(periods("Số hội viên từ 8.000 năm 2014 tăng lên 10.000 người năm 2015.") ==
          Lines{"8.000: 2014", "10.000 người: 2015"});
}

TEST_CASE("changes hold for the time that opens their sentence", "[measures]") {
    CHECK(periods("Năm 2015, doanh thu đạt 80 tỷ đồng, tăng 4%.")[1] == "4%: 2015");
    CHECK(periods("Tính đến 30/6/2016, tỉnh có 120 trạm BTS, tăng 4% so với đầu năm.")[1] == "4%: 2016");
}

TEST_CASE("periods are the first of their candidates, each with the rule that found it", "[measures]") {
    PeriodCandidates candidates;
    CHECK(candidates.best() == nullptr);
    candidates.set({PeriodRule::zone, Period::of_year(2016), Confidence::guess});
    candidates.set({PeriodRule::opening, Period::of_year(2015), Confidence::likely});
    candidates.set({PeriodRule::opening, Period::of_year(2014), Confidence::likely});
    REQUIRE(candidates.best() != nullptr);
    CHECK(candidates.best()->period == Period::of_year(2014));
    CHECK(candidates.by(PeriodRule::bracket) == nullptr);
    const std::vector<PeriodCandidate> ranked = candidates.ranked();
    REQUIRE(ranked.size() == 2);
    CHECK(name_of(ranked[0].rule) == "opening");
    CHECK(name_of(ranked[1].rule) == "zone");
}
