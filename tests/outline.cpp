// SPDX-License-Identifier: BSL-1.0
// Kind and periods, from what headline and first sentences say.
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"

using namespace tongket;

namespace {

std::string outline(const std::string& page) {
    const Meeting meeting = parse(page).meeting;
    return std::string(name_of(meeting.kind)) + " " + (meeting.reviews ? meeting.reviews->to_string() : "-") + " " +
           (meeting.plans ? meeting.plans->to_string() : "-");
}

struct Row {
    std::string page, outline;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.page);
        CHECK(outline(row.page) == row.outline);
    }
}

}  // namespace

TEST_CASE("the first word of a clause says whether a period is reviewed or planned", "[outline]") {
    check({
        {"Sở Y tế họp bàn việc mới\n\nSáng 11/01/2018, Sở Y tế tỉnh Hà Nam tổ chức Hội nghị tổng kết nhiệm vụ năm "
         "2017, "
         "triển khai nhiệm vụ năm 2018.\n",
         "annual_review 2017 2018"},
        {"Sở Y tế triển khai thực hiện nhiệm vụ năm 2018\n\nSáng 11/01/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
         "triển "
         "khai thực hiện nhiệm vụ năm 2018.\n\nNăm 2017, Sở đã khám cho 120 hộ.\n",
         "kickoff 2017 2018"},
        // What governs stands before, but a review says so itself.
        {"Mục tiêu của ngành y tế\n\nBộ trưởng nêu mục tiêu của ngành tại hội nghị tổng kết năm 2018 và triển khai "
         "kế "
         "hoạch năm 2019 của Bộ Y tế diễn ra sáng 3-1-2019.\n",
         "annual_review 2018 2019"},
        {"Tin y tế\n\nTại hội nghị triển khai nhiệm vụ năm 2019 sáng 9-1-2019, Bộ Y tế cho biết trong năm 2018 đã "
         "xây 12 "
         "trạm.\n",
         "kickoff 2018 2019"},
    });
}

TEST_CASE("periods of all forms are reviewed", "[outline]") {
    const auto page = [](const std::string& words) {
        return "Sở Y tế Hà Nam họp bàn việc mới\n\nSáng 09/11/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị " + words +
               ".\n";
    };
    check({
        {page("sơ kết công tác 10 tháng đầu năm 2018, triển khai nhiệm vụ những tháng cuối năm"),
         "interim_review 2018-10M 2018-11..2018-12"},
        {page("sơ kết công tác 8 tháng đầu năm 2018, triển khai nhiệm vụ 4 tháng cuối năm"),
         "interim_review 2018-8M 2018-09..2018-12"},
        {page("sơ kết công tác quý I và quý II năm 2018"), "interim_review 2018-H1 -"},
        {page("tổng kết năm học 2017-2018, triển khai nhiệm vụ năm học 2018-2019"),
         "annual_review 2017..2018 2018..2019"},
        // A slip is no period, and gives others no year.
        {page("sơ kết công tác 6 tháng đầu năm 2018, triển khai nhiệm vụ năm 2109"), "interim_review 2018-H1 -"},
    });
}

TEST_CASE("the year stands in the dateline", "[outline]") {
    check({
        {"Sở Y tế Hà Nam sơ kết công tác\n\n06/07/2019\n\nSáng 4-7, Sở Y tế tỉnh Hà Nam tổ chức hội nghị sơ kết 6 "
         "tháng "
         "đầu năm, triển khai nhiệm vụ 6 tháng cuối năm.\n",
         "interim_review 2019-H1 2019-H2"},
        {"Sở Y tế Hà Nam giao ban quý IV\n\n08/01/2019\n\nSáng 4-1, Sở Y tế tỉnh Hà Nam tổ chức giao ban quý IV, "
         "triển "
         "khai nhiệm vụ quý I.\n",
         "briefing 2018-Q4 2019-Q1"},
    });
}

TEST_CASE("what remains of the year is planned", "[outline]") {
    const auto page = [](const std::string& reviewed, const std::string& rest) {
        return "Sở Y tế Hà Nam sơ kết công tác\n\nSáng 09/10/2019, Sở Y tế tỉnh Hà Nam tổ chức hội nghị sơ kết " +
               reviewed + ", bàn nhiệm vụ " + rest + ".\n";
    };
    check({
        {page("6 tháng đầu năm", "những tháng cuối năm 2019"), "interim_review 2019-H1 2019-H2"},
        {page("6 tháng đầu năm 2019", "sáu tháng còn lại"), "interim_review 2019-H1 2019-H2"},
        {page("6 tháng đầu năm 2019", "nửa năm còn lại"), "interim_review 2019-H1 2019-H2"},
        {page("9 tháng đầu năm 2019", "quý cuối năm"), "interim_review 2019-9M 2019-Q4"},
        {page("9 tháng đầu năm 2019", "các tháng còn lại"), "interim_review 2019-9M 2019-Q4"},
        // No one period names what remains after a quarter.
        {page("quý I năm 2019", "những tháng còn lại"), "interim_review 2019-Q1 -"},
        // Whatever the verb, what follows is planned.
        {page("quý I năm 2019", "quý II"), "interim_review 2019-Q1 2019-Q2"},
    });
}

TEST_CASE("a year without its word", "[outline]") {
    check(
        {{"Cục Đường bộ nhìn lại một năm\n\nPhát biểu tại hội nghị tổng kết công tác 2014 của Cục Đường bộ sáng "
          "26/12, Bộ trưởng nêu nhiệm vụ 2015.\n",
          "annual_review 2014 2015"}});
}

TEST_CASE("no plan is made up", "[outline]") {
    const auto page = [](const std::string& what, const std::string& body) {
        return "Tin hội nghị\n\nChiều 19/2, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết " + what +
               " năm 2018.\n\n" + body + "\n";
    };
    check({
        {page("công tác cải cách hành chính", "Sở đã nhận 1.200 hồ sơ."), "annual_review 2018 -"},
        {page("công tác cải cách hành chính", "Sở đã nhận 1.200 hồ sơ. Năm 2019, Sở sẽ mở 3 lớp."),
         "annual_review 2018 2019"},
        // Contests and the like have no next.
        {page("cuộc thi vẽ tranh", "Năm 2019, Sở sẽ mở 3 lớp."), "annual_review 2018 -"},
        {page("công tác chăm lo Tết", "Năm 2019, Sở sẽ mở 3 lớp."), "annual_review 2018 -"},
        // The year of a day or a document plans nothing.
        {page("cuộc thi vẽ tranh", "Theo Quyết định số 12/2019/QĐ-UBND ngày 3/1/2019, có 40 giải."),
         "annual_review 2018 -"},
    });
}

TEST_CASE("a number of years is no period of the year", "[outline]") {
    check({
        {"Tin hội nghị\n\nSáng 15/12/2017, Bộ Y tế tổ chức hội nghị tổng kết 10 năm thực hiện quy định về an "
         "toàn.\n\nĐến "
         "hết tháng 7-2017 có 120 xã làm tốt.\n",
         "other 2007..2017 -"},
        {"Tin hội nghị\n\nHội nghị tổng kết chương trình nước sạch giai đoạn 2010-2020 diễn ra sáng 17-8.\n",
         "other 2010..2020 -"},
    });
}

TEST_CASE("years of comparison and the ends of figures are no periods", "[outline]") {
    check({
        {"Tin hội nghị\n\nSáng 11/01/2022, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác, số ca giảm 12% so "
         "với "
         "năm 2020, năm 2021 chỉ còn 40 ca.\n",
         "annual_review 2021 -"},
        {"Tin hội nghị\n\nTại hội nghị tổng kết công tác phòng chống dịch năm 2017, Bộ Y tế cho biết từ ngày "
         "16/11/2016 đến "
         "15/11/2017 có 40 ca.\n",
         "annual_review 2017 -"},
    });
}

TEST_CASE("a page that does not name its kind", "[outline]") {
    check({
        {"Tin ngành y\n\nChiều 8/10/2015, Tổng cục Dân số họp kiểm điểm công tác 9 tháng và triển khai nhiệm vụ quý "
         "IV/2015. Cuộc họp kéo dài một buổi.\n",
         "interim_review 2015-9M 2015-Q4"},
        {"Tin ngành y\n\nSáng 10/01/2019, Sở Y tế tỉnh Hà Nam tổ chức hội nghị đánh giá kết quả công tác năm 2018, "
         "chương trình công tác năm 2019.\n",
         "annual_review 2018 2019"},
        {"Tin ngành y\n\nNgày 5/4/2019, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết quý I/2019.\n",
         "interim_review 2019-Q1 -"},
    });
}

TEST_CASE("a part of a year without its year is that of the comparisons", "[outline]") {
    const std::string head =
        "Sở Y tế sơ kết công tác 6 tháng đầu năm\n\nSáng 5/7, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
        "sơ kết công tác 6 tháng đầu năm.\n\n";
    check({
        {head + "Sở đã khám cho 12.000 người, tăng 5% so với cùng kỳ năm 2017.\n", "interim_review 2018-H1 -"},
        // Compared with several years, or not with the same time, a page says nothing of its own.
        {head + "Sở đã khám cho 12.000 người, tăng 5% so với cùng kỳ năm 2017, 9% so với cùng kỳ năm 2016.\n",
         "interim_review - -"},
        {head + "Sở đã khám cho 12.000 người, tăng 5% so với năm 2010.\n", "interim_review 2011-H1 -"},
    });
}

TEST_CASE("what is yet to come is planned, wherever the verb of review stands", "[outline]") {
    check({
        {"Giảm 4.000 biên chế trong năm 2019\n\nSở Nội vụ tỉnh Hà Nam cho biết tại hội nghị triển khai nhiệm vụ năm "
         "2019, ngày 15-1.\n",
         "kickoff 2018 2019"},
        {"Tin hội nghị\n\nTại hội nghị tổng kết Tổng công ty Đường thủy sáng 20/1, giám đốc cho biết, năm 2018 ngành "
         "sẽ mở thêm 3 tuyến.\n\nNăm 2017, ngành đã chở 12.000 khách.\n",
         "annual_review 2017 2018"},
        {"Những việc phải làm trong năm 2019\n\nSáng 4/1, Sở Y tế tỉnh Hà Nam tổ chức hội nghị triển khai nhiệm vụ "
         "năm "
         "2019.\n",
         "kickoff 2018 2019"},
        // What is reviewed stays so though the sentence goes on to what is planned.
        {"Tin hội nghị\n\nChiều 5-3, UBND tỉnh Hà Nam tổ chức hội nghị tổng kết phong trào, công tác khen thưởng năm "
         "2017 và triển khai nhiệm vụ năm 2018.\n",
         "annual_review 2017 2018"},
        {"Kỷ luật 650 người trong năm 2018\n\nSáng 21/1/2019, Sở Nội vụ tỉnh Hà Nam tổ chức hội nghị tổng kết công "
         "tác.\n",
         "annual_review 2018 -"},
    });
}

TEST_CASE("the day until which figures are told dates the page", "[outline]") {
    const std::string head =
        "Tin hội nghị\n\nSáng 3/1, Sở Giao thông vận tải tỉnh Hà Nam tổ chức hội nghị tổng kết công tác.\n\n";
    check({
        {head + "Từ ngày 16/11/2016 đến ngày 15/11/2017, tỉnh xảy ra 120 vụ.\n", "annual_review 2017 -"},
        {head + "Đến hết tháng 11-2017, tỉnh xảy ra 120 vụ.\n", "annual_review 2017 -"},
        {"Tin hội nghị\n\nSáng 3/4, Sở Y tế tỉnh Hà Nam tổ chức hội nghị sơ kết công tác quý I.\n\nQuý I/2018, tỉnh "
         "có 120 "
         "ca; so với quý I/2017 giảm 5 ca.\n",
         "interim_review 2018-Q1 -"},
        // Too long ago, or before a year that is told of.
        {head + "Đến hết tháng 5-2017, tỉnh xảy ra 120 vụ.\n", "annual_review - -"},
        {head + "Đến hết tháng 11-2017, tỉnh xảy ra 120 vụ. So với năm 2019, tăng 5 vụ.\n", "annual_review - -"},
        // A deadline or a plan is no end of figures either.
        {head + "Năm 2017, tỉnh xảy ra 120 vụ. Thẻ có giá trị đến ngày 31/12/2019.\n", "annual_review - -"},
        {head + "Năm 2017, tỉnh mở 12 lớp. Cầu được xây từ ngày 1/1/2016 đến ngày 31/12/2020.\n",
         "annual_review - -"},
        {head + "Năm 2017, tỉnh mở 12 lớp. Đến hết tháng 11/2017, tỉnh xảy ra 120 vụ. Thẻ có giá trị đến ngày "
                "31/12/2019.\n",
         "annual_review - -"},
        // What was once done is no end of figures.
        {head + "Tháng 11/2007, Sở đề ra 8 việc.\n", "annual_review - -"},
    });
}

TEST_CASE("a number of years is placed by the years that the page names, or by the conference", "[outline]") {
    const std::string opening =
        "Sở Y tế tổng kết 10 năm thực hiện luật\n\nSở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết 10 năm thực "
        "hiện luật về dược.\n\n";
    check({
        {opening + "Từ năm 2006 đến 2015, ngành đã cấp 900 giấy phép.\n", "other 2006..2015 -"},
        // Another span of years is not meant.
        {opening + "Từ năm 2001 đến 2004, ngành đã cấp 900 giấy phép.\n", "other - -"},
        {"Sở Y tế tổng kết 10 năm thực hiện luật\n\nNgày 12/3/2016, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết 10 "
         "năm thực "
         "hiện luật về dược.\n",
         "other 2006..2016 -"},
        // The day of a document says nothing of the conference.
        {"Sở Y tế sơ kết 5 năm thực hiện chỉ thị\n\nSở Y tế tỉnh Hà Nam tổ chức hội nghị sơ kết 5 năm thực hiện Chỉ "
         "thị số "
         "40-CT/TW ngày 22/11/2014 của Ban Bí thư.\n",
         "interim_review - -"},
    });
}

TEST_CASE("without a period in headline and opening the one that the page tells of is reviewed", "[outline]") {
    check({
        // 'từ đầu năm đến hết tháng 6', 'nửa năm' in the headline
        {"Nông nghiệp Phú Hòa 6 tháng: còn nhiều việc\n\n(PH) Gần 700 tỷ đồng là giá trị mà ngành làm ra từ đầu năm "
         "đến hết tháng 6. Con số được Sở Nông nghiệp tỉnh Phú Yên nêu tại hội nghị sơ kết sáng 12/7/2013.\n",
         "interim_review 2013-H1 -"},
        // From a day to a day, beside a number of months.
        {"Cháy giảm, thiệt hại tăng\n04/07/2014 08:15\n\nSau 6 tháng, số vụ cháy ở Phú Yên đã giảm. Chiều 3/7/2014 "
         "Ban Chỉ đạo phòng "
         "cháy "
         "tỉnh Phú Yên họp.\n\nTừ 16/12/2013 đến 15/6/2014, toàn tỉnh xảy ra 21 vụ cháy, làm 3 người bị thương.\n",
         "interim_review 2013-12-16..2014-06-15 -"},
        // The year before that of the plans, the year behind that of the comparison.
        {"Thu ngân sách vượt dự toán\n\n(PY) Kết thúc năm 2019, Cục Thuế tỉnh Phú Yên thu 4.210 tỷ đồng, tăng 8% so "
         "với năm 2018. Con số được nêu tại hội nghị của Cục Thuế tỉnh Phú Yên ngày 10/1/2020.\n\nNăm 2020, Cục Thuế "
         "phấn đấu thu 4.500 tỷ đồng.\n",
         "annual_review 2019 2020"},
        // Little speaks for one, or as much for another.
        {"Họp báo về lễ hội\n\nSáng 12/10/2019, Sở Du lịch tỉnh Phú Yên họp báo về lễ hội. Năm 2018 có 40.000 lượt "
         "khách "
         "đến lễ hội.\n",
         "other - -"},
    });
}

TEST_CASE("three months in a page of October are the third quarter", "[outline]") {
    check(
        {{"Xã Hòa Tân: 3 tháng chính quyền mới\n\nSáng 9/10/2025, UBND xã Hòa Tân tổ chức hội nghị kiểm điểm. Qua 3 "
          "tháng, xã đã cấp 120 giấy phép.\n",
          "interim_review 2025-Q3 -"}});
}

TEST_CASE("tasks behind a review are for the period behind it", "[outline]") {
    const std::string opening =
        "Sơ kết công tác bưu chính\n\nSáng 12/7/2017, Sở Thông tin và Truyền thông tỉnh Phú Yên tổ chức hội nghị sơ "
        "kết "
        "công tác 6 tháng đầu năm 2017.\n\nSáu tháng qua, Sở đã cấp 120 giấy phép, doanh thu đạt 40 tỷ đồng.\n\n";
    CHECK(
        outline(opening +
                "Nhiệm vụ trọng tâm trong thời gian tới: tiếp tục tăng cường kiểm tra; phấn đấu doanh thu đạt 45 tỷ "
                "đồng; tập trung xây dựng 3 trạm.\n") == "interim_review 2017-H1 2017-H2");
    CHECK(outline(opening) == "interim_review 2017-H1 -");
}

TEST_CASE("years counted behind a period are no years reviewed", "[outline]") {
    check(
        {{"Trợ giúp pháp lý năm 2012\n\nChiều 07/01/2013, Sở Tư pháp tỉnh Hà Nam tổ chức hội nghị tổng kết công tác "
          "năm 2012 và triển khai nhiệm vụ năm 2013.\n\nHội nghị cũng tổng kết 5 năm thi hành Luật.\n",
          "annual_review 2012 2013"}});
}

TEST_CASE("the days in brackets are those of the period before them", "[outline]") {
    check(
        {{"Thi hành án 9 tháng\n\nNgày 14/7/2011, Cục Thi hành án dân sự tỉnh Phú Yên tổ chức hội nghị sơ kết công "
          "tác 9 tháng năm 2011 của ngành (tính từ 01/10/2010 đến hết 30/6/2011).\n",
          "interim_review 2010-10-01..2011-06-30 -"}});
}

TEST_CASE("of a month and the months up to it the whole is reviewed", "[outline]") {
    check(
        {{"Bảo hiểm xã hội họp giao ban\n\nSáng 17/10/2022, Bảo hiểm xã hội tỉnh Phú Yên tổ chức hội nghị giao ban "
          "tháng 9 và 9 tháng năm 2022.\n",
          "briefing 2022-9M -"}});
}

TEST_CASE("tasks that were carried out are no tasks ahead", "[outline]") {
    check(
        {{"Huyện Tây Hòa đánh giá tình hình thực hiện nhiệm vụ phát triển KT-XH 6 tháng đầu năm, triển khai nhiệm "
          "vụ "
          "6 tháng cuối năm 2014\n\nNgày 9/7/2014, UBND huyện Tây Hòa tổ chức hội nghị.\n",
          "interim_review 2014-H1 2014-H2"}});
}

TEST_CASE("a day without a year lies around the year that the page tells of", "[outline]") {
    const auto page = [](const std::string& day) {
        return "Việc làm và cai nghiện\n\nNgày " + day +
               ", Sở Lao động tỉnh Phú Yên tổ chức hội nghị triển khai công tác ngành.\n\nNăm 2014, toàn tỉnh có "
               "3.600 "
               "người cai nghiện. Trong năm 2015, nhất định phải làm được việc này.\n\nNăm 2015, Sở đặt ra mục tiêu "
               "cai "
               "nghiện cho 4.000 người.\n";
    };
    const auto day_of = [&](const std::string& day) {
        const auto date = parse(page(day)).meeting.date;
        return date ? date->to_string() : "-";
    };
    CHECK(day_of("22/1") == "2015-01-22");
    CHECK(day_of("25/12") == "2014-12-25");
    // Nothing says of which year.
    CHECK(day_of("22/6") == "-");
    CHECK(outline(page("22/1")) == "kickoff 2014 2015");
}

TEST_CASE("months are reviewed in between, whatever the verb and the year", "[outline]") {
    CHECK(outline("Tin tệ nạn\n\nNgày 4/6, tại hội nghị tổng kết 6 tháng phòng chống tệ nạn xã hội của Sở Lao động "
                  "tỉnh Phú Yên, ông Lê Văn Nam cho biết tình hình phức tạp.\n")
              .starts_with("interim_review"));
}

TEST_CASE("what stands behind a period and its comma may look ahead", "[outline]") {
    CHECK(outline("Họp trực tuyến với tỉnh\n\nNgày 4/7/2019, UBND tỉnh Phú Yên tổ chức hội nghị. Phát biểu tại hội "
                  "nghị, Chủ tịch UBND tỉnh cho biết, trong 6 tháng cuối năm, tỉnh sẽ triển khai nhiều việc.\n")
              .ends_with("2019-H1 2019-H2"));
}

TEST_CASE("what is reviewed is planned no longer, and a far year is no plan of a review", "[outline]") {
    check({
        {"PVA vượt chỉ tiêu sản xuất kinh doanh 6 tháng đầu năm\n\nSáng 13/7/2017, Sở Y tế tỉnh Hà Nam tổ chức hội "
         "nghị "
         "sơ kết công tác 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2017.\n",
         "interim_review 2017-H1 2017-H2"},
        {"Sở Y tế họp bàn việc mới\n\nSáng 13/3/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết chương trình, kế "
         "hoạch đến năm 2025.\n\nNăm 2017, Sở đã khám cho 120 hộ.\n",
         "annual_review 2017 -"},
    });
}

TEST_CASE("months that count something else are no period reviewed", "[outline]") {
    const std::string opening =
        "Hội nghị người lao động\n\nSáng 12/7/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị người lao động.\n\n";
    for (const char* body :
         {"Trẻ 6 tháng tuổi được uống vitamin. Trẻ 6 tháng tuổi được cân.",
          "Xe khám 6 tháng một lần. Xe 6 tháng một lần.", "Đến tháng 6, cầu xong. Đến tháng 6, đường xong.",
          "Trong năm, cây ra hoa. Năm qua đi. Trong năm có mưa."}) {
        INFO(body);
        CHECK(outline(opening + body + "\n") == "other - -");
    }
}

TEST_CASE("tasks say themselves for when they are", "[outline]") {
    const auto page = [](const std::string& tasks) {
        return "Sơ kết công tác y tế\n\nSáng 5/4/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị sơ kết công tác quý I "
               "năm "
               "2017.\n\nQuý I, toàn ngành khám cho 12.000 người.\n\n" +
               tasks;
    };
    CHECK(outline(page("Nhiệm vụ trọng tâm thời gian tới: tiếp tục tăng cường kiểm tra; phấn đấu khám cho 45.000 "
                       "người; tập trung xây dựng 3 trạm.\n")) == "interim_review 2017-Q1 2017-Q2");
    CHECK(outline(page("Nhiệm vụ 9 tháng cuối năm: tiếp tục tăng cường kiểm tra; phấn đấu khám cho 45.000 người; tập "
                       "trung xây dựng 3 trạm.\n")) == "interim_review 2017-Q1 2017-04..2017-12");
}

TEST_CASE("days in a bracket that are those of the conference explain no period", "[outline]") {
    CHECK(
        outline("Tin y tế\n\nSở Y tế tỉnh Hà Nam tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2011 (từ 14/7 đến "
                "15/7/2011).\n")
            .starts_with("interim_review 2011-H1"));
}

TEST_CASE("the year with which figures are compared tells that of a page that says none", "[outline]") {
    const auto page = [](const std::string& body) {
        return "Thu ngân sách gặp khó\n\nSáng 12/7, Sở Tài chính tỉnh Hà Nam tổ chức hội nghị sơ kết công tác 6 "
               "tháng "
               "đầu năm, triển khai nhiệm vụ 6 tháng cuối năm.\n\n" +
               body + "\n";
    };
    CHECK(outline(page("Số thu đạt 195 tỷ đồng, tăng 5% so với năm 2018.")) == "interim_review 2019-H1 2019-H2");
    CHECK(outline(page("Số thu đạt 195 tỷ đồng, tăng 5% so với cùng kỳ 2018.")) == "interim_review 2019-H1 2019-H2");
    CHECK(outline(page("Số thu tăng 5% so với năm 2018, tăng 15% so với năm 2010.")) == "interim_review - -");
    CHECK(outline(page("Số thu tăng 5% so với năm 2010. Năm 2017, tỉnh thu 300 tỷ đồng.")) == "interim_review - -");
}
