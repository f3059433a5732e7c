// SPDX-License-Identifier: BSL-1.0
#include "measures/period.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::periods;
using test::shown;

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
    CHECK(periods("Năm học 2015-2016, tỉnh có 12 lớp; công nhận 2 trường.") ==
          Lines{"12 lớp: 2015..2016", "2 trường: 2016"});
    CHECK(periods("Từ năm 2012 đến năm 2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2012..2016"});
    CHECK(periods("Năm 2015-2016, tỉnh có 40 trường đạt chuẩn.") == Lines{"40 trường: 2015..2016"});
    CHECK(periods("Trong năm 2015 và 2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2015..2016"});
    CHECK(periods("Kết quả, theo chuẩn từ năm 2016 đến năm 2020, tỉnh đã giảm được số hộ nghèo, còn 812 hộ nghèo.") ==
          Lines{"812 hộ nghèo: 2016"});
    CHECK(periods("Năm 2016, 2015 hộ thoát nghèo.") == Lines{"2015 hộ: 2016"});
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

TEST_CASE("the first and the last months of a year, halves and quarters are periods of their own", "[measures]") {
    CHECK(periods("11 tháng đầu năm 2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-11M"});
    CHECK(periods("Bốn tháng đầu năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-4M"});
    CHECK(periods("3 tháng đầu năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-Q1"});
    CHECK(periods("6 tháng cuối năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-H2"});
    CHECK(periods("4 tháng cuối năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-09..2016-12"});
    CHECK(periods("Quý I và quý II năm 2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-H1"});
    CHECK(periods("Từ quý II đến quý IV, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-Q2..2016-Q4"});
    CHECK(periods("Từ tháng 3 đến tháng 5/2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-03..2016-05"});
    CHECK(periods("10 ngày đầu tháng 3, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-03-01..2016-03-10"});
    CHECK(periods("Mười ngày cuối tháng 11/2016, Sở đã cấp 40 giấy phép.") ==
          Lines{"40 giấy phép: 2016-11-21..2016-11-30"});
    CHECK(periods("Doanh thu viễn thông Q3/2016 đạt 40 tỷ đồng.") == Lines{"40 tỷ đồng: 2016-Q3"});
    CHECK(periods("Các trường ở Q3, phường 5 nhận 40 máy tính.") == Lines{"40 máy tính: 2016"});
}

TEST_CASE("quarters named one by one date figures in their order", "[measures]") {
    CHECK(periods("Doanh thu viễn thông quý I và quý II lần lượt đạt 410 tỷ đồng và 455 tỷ đồng.") ==
          Lines{"410 tỷ đồng: 2016-Q1", "455 tỷ đồng: 2016-Q2"});
    CHECK(periods("Doanh thu viễn thông 3 năm 2014, 2015 và 2016 lần lượt đạt 41 tỷ đồng, 45 tỷ đồng và 50 tỷ "
                  "đồng.") == Lines{"41 tỷ đồng: 2014", "45 tỷ đồng: 2015", "50 tỷ đồng: 2016"});
}

TEST_CASE("plans, school years and seasons have their years", "[measures]") {
    CHECK(periods("Trong 2 năm 2015-2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2015..2016"});
    CHECK(periods("Qua 5 năm (2012-2016), Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2012..2016"});
    CHECK(periods("Năm học 2015-2016, toàn tỉnh có 12 trường.") == Lines{"12 trường: 2015..2016"});
    CHECK(periods("Vụ Đông Xuân 2015 - 2016, toàn tỉnh gieo 812 ha.") == Lines{"812 ha: 2015..2016"});
    CHECK(periods("Vụ Mùa 2015, toàn tỉnh gieo 812 ha.") == Lines{"812 ha: 2015"});
}

TEST_CASE("days from one to another date figures, a meeting's days do not", "[measures]") {
    CHECK(periods("Từ 2 - 6/10/2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-10-02..2016-10-06"});
    CHECK(periods("Từ ngày 2 đến 6/10, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-10-02..2016-10-06"});
    CHECK(periods("Từ ngày 01/01 đến ngày 30/6/2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-H1"});
    CHECK(periods("Năm 2016, lớp học ngày 2-6/10 có 40 học viên.") == Lines{"40 học viên: 2016"});
    CHECK(periods("Kết quả đạt từ 2 - 6/10 tiêu chí.").size() == 1);
}

TEST_CASE("a time that no calendar has is named, and dates nothing for certain", "[measures]") {
    struct Row {
        std::string words, slip;
    };
    for (const Row& row :
         {Row{"Năm 2016, tính đến ngày 31/02/2016", "ngày 31/02/2016"}, Row{"Trong tháng 13/2016", "tháng 13/2016"},
          Row{"Năm 2106", "Năm 2106"}, Row{"Trong năm học 2016-2015", "năm học 2016-2015"}, Row{"Quý V", "Quý V"},
          Row{"Đến hết tháng 12/2106", "tháng 12/2106"}, Row{"Trong tháng 3/3016", "tháng 3/3016"}}) {
        INFO(row.words);
        const Report report =
            test::report_of("Năm 2016, Sở đã mở 3 lớp. " + row.words + ", Sở có 12 trạm phát sóng.");
        REQUIRE(report.measures.size() == 2);
        CHECK(report.measures[1].confidence.period != Confidence::certain);
        CHECK(report.measures[1].period == Period::of_year(2016));
        REQUIRE(report.diagnostics.size() == 1);
        CHECK(report.diagnostics[0].code == "implausible-period");
        CHECK(report.diagnostics[0].span.end - report.diagnostics[0].span.begin == row.slip.size());
    }
    for (const std::string body :
         {"Mỗi năm 2500 lượt khách đến tỉnh.", "Sở đã trả lương tháng 13 năm 2016 cho 40 cán bộ.",
          "Sở có 12 trạm ở 13/2107 xã.", "Đền xây năm 1802 đón 40 lượt khách.", "Quý 5 xã mở 12 lớp.",
          "Tháng 3/1862, chùa có 40 gian.", "Sở gửi quý vi 12 thư."}) {
        INFO(body);
        CHECK(test::report_of(body).diagnostics.empty());
    }
}

TEST_CASE("how long something lasts is measured, when it was is not", "[measures]") {
    CHECK(test::shown("Chiến dịch kéo dài 2 tuần.") == Lines{"2 tuần = 2 tuần duration"});
    CHECK(test::shown("Dự án có thời hạn 18 tháng.") == Lines{"18 tháng = 18 tháng duration"});
    CHECK(test::shown("Giấy phép được gia hạn thêm 6 tháng.") == Lines{"6 tháng = 6 tháng duration"});
    CHECK(test::shown("Bị cáo lĩnh án ba năm.") == Lines{"ba năm = 3 năm duration"});
    CHECK(test::shown("Bị cáo chịu 5 năm tù.") == Lines{"5 năm = 5 năm duration"});
    for (const std::string body :
         {"Trong 5 năm, Sở đổi mới công tác.", "Trong vòng 3 năm qua, Sở đổi mới công tác.",
          "6 tháng đầu năm, Sở đổi mới công tác.", "Sau 3 năm, Sở đổi mới công tác.",
          "Thời gian 6 tháng đầu năm, Sở đổi mới công tác.", "Dự án 5 năm 2011-2015 đã xong."}) {
        INFO(body);
        CHECK(test::shown(body).empty());
    }
}

TEST_CASE("a month without a year is of the year in which it lies in the period told of", "[measures]") {
    const Report report = parse(
        "Sở Y tế sơ kết 4 tháng\n\nSáng 10/03/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị sơ kết công tác "
        "tháng 11/2017 - tháng 02/2018.\n\nTrong tháng 1, Sở đã mở 12 lớp. Trong tháng 12, Sở đã mở "
        "15 lớp.\n");
    REQUIRE(report.meeting.reviews);
    CHECK(report.meeting.reviews->to_string() == "2017-11..2018-02");
    std::vector<std::string> found;
    for (const Measure& m : report.measures)
        if (m.unit == "lớp") found.push_back(m.period ? m.period->to_string() : "-");
    CHECK(found == Lines{"2018-01", "2017-12"});
}

TEST_CASE("quarters and months at the edges of a year have its name", "[measures]") {
    CHECK(periods("Quý đầu tiên trong năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-Q1"});
    CHECK(periods("Quý đầu năm 2015, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2015-Q1"});
    CHECK(periods("Quý cuối cùng của năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-Q4"});
    CHECK(periods("Quý cuối năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-Q4"});
    CHECK(periods("Tháng đầu tiên của năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-01"});
    CHECK(periods("Hai quý đầu năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-H1"});
    CHECK(periods("3 quý đầu năm 2016, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-9M"});
    CHECK(periods("Hai quý cuối năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-H2"});
    CHECK(periods("Ba tháng đầu tiên của năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016-Q1"});
    // Nobody knows how many.
    CHECK(periods("Những tháng đầu tiên của năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016"});
    CHECK(periods("Các quý đầu năm, Sở đã cấp 40 giấy phép.") == Lines{"40 giấy phép: 2016"});
}

TEST_CASE("the months of a school year are those from September to August", "[measures]") {
    const Report report = test::parse_checked(
        "Sở Giáo dục và Đào tạo tổng kết năm học 2015-2016\n\nNgày 10/8/2016, Sở Giáo dục và Đào tạo tỉnh Hà Nam tổ "
        "chức hội nghị tổng kết năm học 2015-2016, triển khai nhiệm vụ năm học 2016-2017.\n\n"
        "Trong tháng 3, ngành đã mở 12 lớp. Trong tháng 10, ngành đã mở 15 lớp. Quý I, ngành đã mở 18 lớp. Cả năm, "
        "ngành đã mở 21 lớp. Trong năm học 2015-2016, ngành đã mở 24 lớp.\n");
    REQUIRE(report.meeting.reviews);
    CHECK(report.meeting.reviews->to_string() == "2015..2016");
    Lines found;
    for (const Measure& m : report.measures) found.push_back(m.text + ": " + m.period->to_string());
    CHECK(found ==
          Lines{"12 lớp: 2016-03", "15 lớp: 2015-10", "18 lớp: 2016-Q1", "21 lớp: 2015..2016", "24 lớp: 2015..2016"});
}

TEST_CASE("quarters in a list may turn the year", "[measures]") {
    CHECK(periods("Quý IV và quý I/2016, Sở đã mở 12 lớp.") == Lines{"12 lớp: 2015-Q4..2016-Q1"});
    CHECK(periods("Quý IV và quý I/2016, Sở đã mở lần lượt 12 lớp và 15 lớp.") ==
          Lines{"12 lớp: 2015-Q4", "15 lớp: 2016-Q1"});
    CHECK(periods("Quý IV và quý I, Sở đã mở 12 lớp.") == Lines{"12 lớp: 2015-Q4..2016-Q1"});
    CHECK(periods("Tháng 12 và tháng 1, Sở đã mở 12 lớp.") == Lines{"12 lớp: 2015-12..2016-01"});
    CHECK(test::report_of("Quý IV và quý I, Sở đã mở 12 lớp.").measures.at(0).confidence.period !=
          Confidence::certain);
    CHECK(test::report_of("Quý IV và quý I/2016, Sở đã mở 12 lớp.").measures.at(0).confidence.period ==
          Confidence::certain);
    CHECK(periods("Quý III và quý I/2016, Sở đã mở 12 lớp.") != Lines{"12 lớp: 2015-Q3..2016-Q1"});
}

TEST_CASE("a time right behind its figure goes before one that stands behind the figure before", "[measures]") {
    CHECK(periods("Xuất khẩu tăng từ gần 16 tỷ đồng năm 2009 lên gần 36 tỷ đồng năm 2015.") ==
          Lines{"gần 16 tỷ đồng: 2009", "gần 36 tỷ đồng: 2015"});
    CHECK(periods("Chênh lệch thu nhập thu hẹp từ 2,1 lần năm 2008 còn 1,8 lần năm 2015.") ==
          Lines{"2,1 lần: 2008", "1,8 lần: 2015"});
}

TEST_CASE("a figure in brackets behind a time is of that time", "[measures]") {
    CHECK(periods("Số sách bán ra là 775.000 bản, tăng nhẹ so với năm 2015 (746.000 bản).")[1] ==
          "746.000 bản: 2015");
}

TEST_CASE("a page on many years does not say of which a quarter is", "[measures]") {
    const Report report = Parser().parse(
        "Sáng 5/3/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết 5 năm công tác y tế.\n\n"
        "Đến hết quý II, toàn ngành có 3 trạm mới. Quý II/2016, toàn ngành có 4 trạm mới.\n");
    REQUIRE(report.measures.size() == 2);
    CHECK(report.measures[0].period == std::nullopt);
    CHECK(report.measures[1].period->to_string() == "2016-Q2");
}

TEST_CASE("the years past end with the year reported on", "[measures]") {
    CHECK(periods("Trong 5 năm qua, Sở đã xử lý 240 trường hợp.") == Lines{"240 trường hợp: 2012..2016"});
    CHECK(periods("Trong nhiều năm qua, Sở đã xử lý 240 trường hợp.") == Lines{"240 trường hợp: 2016"});
}

TEST_CASE("what the opening counts was there on the day of the meeting", "[measures]") {
    const Report report = Parser().parse(
        "Sở Y tế tổng kết năm 2017\n\nSáng 5/3/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm "
        "2017. "
        "Dự hội nghị có ông Trần Văn Nam, Giám đốc Sở, cùng 42 đại biểu.\n\nNăm qua, toàn ngành khám cho 12.000 "
        "người.\n");
    REQUIRE(report.measures.size() == 2);
    CHECK(report.measures[0].period->to_string() == "2018-03-05");
    CHECK(report.measures[1].period->to_string() == "2017");
}

TEST_CASE("up to the end of a year is up to its last day", "[measures]") {
    CHECK(periods("Đến cuối năm 2016, toàn tỉnh có 1.200 trạm.") == Lines{"1.200 trạm: 2016-12-31"});
    CHECK(periods("Cuối năm 2016, toàn tỉnh có 1.200 trạm.") == Lines{"1.200 trạm: 2016"});
    CHECK(periods("So với năm 2015: số vụ giảm 150 vụ; số người chết giảm 46 người.")[1] == "46 người: 2016");
}

TEST_CASE("the same time before, and this year", "[measures]") {
    CHECK(periods("Sở thu 45 tỷ đồng (cùng kỳ 30 tỷ đồng).") == Lines{"45 tỷ đồng: 2016", "30 tỷ đồng: 2015"});
    CHECK(periods("Trong năm nay, Sở sẽ lắp 12 trạm.") == Lines{"12 trạm: 2017"});
    CHECK(periods("So với năm nay, Sở lắp 12 trạm.") == Lines{"12 trạm: 2016"});
}

TEST_CASE("quarters and months of several kinds", "[measures]") {
    CHECK(periods("Quý III+IV/2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-H2"});
    CHECK(periods("Quý IV/2015 và quý I/2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2015-Q4..2016-Q1"});
    CHECK(periods("Từ đầu năm đến hết tháng 11/2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-11M"});
    CHECK(periods("Nửa đầu tháng 5/2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-05-01..2016-05-15"});
    CHECK(periods("Thượng tuần tháng 5/2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-05-01..2016-05-10"});
    CHECK(periods("Hạ tuần tháng 2/2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-02-21..2016-02-29"});
    const Report slip = test::report_of("13 tháng đầu năm 2016, Sở thu 6 tỷ đồng.");
    CHECK(std::any_of(slip.diagnostics.begin(), slip.diagnostics.end(),
                      [](const Diagnostic& d) { return d.code == "implausible-period"; }));
}

TEST_CASE("times with others between them are no period, and that is told", "[measures]") {
    const auto split = [](const std::string& sentence) {
        const std::string page = test::page_of(sentence);
        Lines told;
        for (const Diagnostic& each : test::parse_checked(page).diagnostics)
            if (each.code == "split-period") told.emplace_back(slice(page, each.span));
        return told;
    };
    for (const std::string times :
         {"Quý I và quý III/2016", "Quý I, II và IV năm 2016", "Tháng 1, tháng 3 và tháng 5 năm 2016",
          "Các tháng 1, 3, 5 năm 2016", "Các năm 2012, 2014", "Năm 2012 và năm 2014", "Quý I/2015 và quý I/2016",
          "6 tháng đầu năm 2015 và 6 tháng đầu năm 2016", "Giai đoạn 2001-2005 và giai đoạn 2011-2015"}) {
        INFO(times);
        CHECK(periods(times + ", Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: -"});
        CHECK(split(times + ", Sở thu 6 tỷ đồng.") == Lines{times});
    }
    // Those that follow each other are one.
    CHECK(periods("Năm học 2013-2014, 2014-2015, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2013..2015"});
    CHECK(periods("Giai đoạn 2006-2010 và 2011-2015, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2006..2015"});
    CHECK(periods("Năm 2015 và 6 tháng đầu năm 2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2015..2016-H1"});
    CHECK(periods("Các năm 2014, 2015, 2016, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2014..2016"});
    // Each figure has its own.
    for (const std::string also : {", ", " và "})
        CHECK(periods("Sở thu 6 tỷ đồng năm 2015" + also + "năm 2016 thu 8 tỷ đồng.") ==
              Lines{"6 tỷ đồng: 2015", "8 tỷ đồng: 2016"});
    const std::string in_order = "Quý I và quý III/2016, Sở thu lần lượt 6 tỷ đồng và 8 tỷ đồng.";
    CHECK(periods(in_order) == Lines{"6 tỷ đồng: 2016-Q1", "8 tỷ đồng: 2016-Q3"});
    CHECK(split(in_order).empty());
}

TEST_CASE("a time said with a figure holds for the next of its clause", "[measures]") {
    CHECK(periods("Quy mô xuất khẩu trong 7 tháng đầu năm đạt 145 tỷ đồng, có 24 mặt hàng mới.") ==
          Lines{"145 tỷ đồng: 2016-7M", "24 mặt hàng: 2016-7M"});
    CHECK(periods("Quy mô xuất khẩu trong 7 tháng đầu năm đạt 145 tỷ đồng; có 24 mặt hàng mới.")[1] ==
          "24 mặt hàng: 2016");
}

TEST_CASE("a year without its word opens what is told of it", "[measures]") {
    CHECK(periods("Năm 2015 có 12 xã, 2016 có 15 xã.") == Lines{"12 xã: 2015", "15 xã: 2016"});
    CHECK(periods("Tỷ lệ qua các năm 2014: 12,5%; 2015: 10,3%.")[1] == "10,3%: 2015");
    CHECK(periods("Sở giao 2.015 chỉ tiêu, có 15 xã đạt.").back() == "15 xã: 2016");
}

TEST_CASE("years of laws and of what happened once date no figure", "[measures]") {
    CHECK(periods("Ông Trần Văn Hai (sinh năm 1965) đã bàn giao 12 hồ sơ.") == Lines{"12 hồ sơ: 2016"});
    CHECK(periods("Tuyển sinh năm 2014 được 450 sinh viên.") == Lines{"450 sinh viên: 2014"});
    CHECK(periods("Số học sinh năm 2014 là 12.000 em.") == Lines{"12.000 em: 2014"});
    CHECK(periods("Số doanh nghiệp thành lập năm 2014 là 450 doanh nghiệp.") == Lines{"450 doanh nghiệp: 2014"});
    CHECK(periods("Thu nợ 9 tháng đạt 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-9M"});
    CHECK(periods("Công ty thành lập năm 1995, hiện có 450 lao động.") == Lines{"450 lao động: 2016"});
    CHECK(periods("Theo Luật Doanh nghiệp năm 2014, có 450 doanh nghiệp.") == Lines{"450 doanh nghiệp: 2016"});
    CHECK(periods("Sau 9 tháng triển khai, có 12 xã đạt.") == Lines{"12 xã: 2016"});
}

TEST_CASE("times that the page closes or leaves open", "[measures]") {
    CHECK(periods("Từ năm 2013 đến nay, Sở đã hỗ trợ 45 dự án.") == Lines{"45 dự án: 2013..2016"});
    CHECK(periods("Trước năm 2015, có 12 vụ.") == Lines{"12 vụ: -"});
    CHECK(periods("Sau năm 2020, còn 12 vụ.") == Lines{"12 vụ: -"});
    CHECK(periods("Trong 3 năm trở lại đây, có 12 vụ.") == Lines{"12 vụ: 2014..2016"});
    CHECK(periods("3 quý năm 2016, thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-9M"});
    CHECK(periods("Mùa khô 2015 - 2016, có 12 vụ cháy.") == Lines{"12 vụ: 2015..2016"});
}

TEST_CASE("the year beside the one reported", "[measures]") {
    CHECK(periods("Sở thu 500 tỷ đồng, trong khi năm trước là 450 tỷ đồng.") ==
          Lines{"500 tỷ đồng: 2016", "450 tỷ đồng: 2015"});
    CHECK(periods("Cùng kỳ năm ngoái đạt 450 tỷ đồng.") == Lines{"450 tỷ đồng: 2015"});
    CHECK(periods("Năm sau ước đạt 500 tỷ đồng.") == Lines{"500 tỷ đồng: 2017"});
    CHECK(periods("So với năm trước tăng 5%.") == Lines{"5%: 2016"});
}

TEST_CASE("what a bracket tells holds in it alone", "[measures]") {
    CHECK(periods("Khởi tố 456 vụ (năm 2015: 512 vụ), bắt giữ 612 đối tượng.") ==
          Lines{"456 vụ: 2016", "512 vụ: 2015", "612 đối tượng: 2016"});
    CHECK(shown("Thu ngân sách đạt 1.350 tỷ đồng (năm 2015 là 1.120 tỷ đồng).")[1] ==
          "1.120 tỷ đồng = 1120000000000 VND money");
    CHECK(periods("Thu ngân sách năm 2016 là 1.256 tỷ đồng, năm 2015 là 1.120 tỷ đồng, tăng 12,1%.")[2] ==
          "12,1%: 2016");
}

TEST_CASE("times of last year, and up to now", "[measures]") {
    CHECK(periods("Tháng 12 năm ngoái có 56 vụ.") == Lines{"56 vụ: 2015-12"});
    CHECK(periods("Quý IV năm trước có 56 vụ.") == Lines{"56 vụ: 2015-Q4"});
    CHECK(periods("Từ đầu năm đến 15/12, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-01-01..2016-12-15"});
    CHECK(periods("Lũy kế 11 tháng, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016-11M"});
    CHECK(periods("Hai năm qua, Sở thu 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2015..2016"});
    CHECK(periods("Học kỳ I năm học 2015-2016, có 312 học sinh bỏ học.") == Lines{"312 học sinh: 2015..2016"});
    CHECK(periods("Kế hoạch 5 năm 2016 - 2020 bố trí 6 tỷ đồng.") == Lines{"6 tỷ đồng: 2016..2020"});
}

TEST_CASE("a year of which something is so many times dates no figure", "[measures]") {
    CHECK(periods("Doanh thu gấp 1,5 lần năm 2015 và gấp 3 lần năm 2011.").back() == "3 lần: 2016");
}
