// SPDX-License-Identifier: BSL-1.0
#include "layout/line_shapes.hpp"

#include <string>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

/// A page and the shapes of its lines.
struct Shaped {
    TestPage page;
    LineShapes shapes;
    explicit Shaped(const std::string& source) : page(source), shapes(page.document, page.islands) {}
    [[nodiscard]] TokenRange all() const { return {0, page.document.size()}; }
};

/// Whether the only line of a page has a shape.
bool image(const std::string& line) { return Shaped(line).shapes.image(0); }
bool chrome(const std::string& line) { return Shaped(line).shapes.chrome(0); }
bool prose(const std::string& line) { return Shaped(line).shapes.prose(0); }
bool bulleted(const std::string& line) { return Shaped(line).shapes.bulleted(0); }
bool heading(const std::string& line) { return Shaped(line).shapes.heading(0); }
bool capitals(const std::string& line) { return Shaped(line).shapes.mostly_capitals(0); }
bool breadcrumb(const std::string& line) { return Shaped(line).shapes.breadcrumb(0); }
bool dated(const std::string& line) {
    const Shaped shaped(line);
    return shaped.shapes.dated(shaped.all());
}
std::size_t figures(const std::string& line) { return Shaped(line).shapes.figures(0); }
bool lists_figures(const std::string& line) { return Shaped(line).shapes.lists_figures(0); }
std::optional<Date> server_day(const std::string& line) {
    const Shaped shaped(line);
    return shaped.shapes.day_as_of_servers(shaped.all());
}

const std::string paragraph =
    "Trong năm, các trạm y tế của tỉnh đã khám bệnh cho nhiều người dân ở vùng cao, trong đó có trẻ em.";

}  // namespace

TEST_CASE("pictures are lines that name one", "[layout]") {
    for (const std::string line : {"img", "image", "hoi-nghi.jpg", "Anh 12.JPG", "toan_canh.png", "so do.webp"}) {
        INFO(line);
        CHECK(image(line));
    }
    for (const std::string line :
         {"imgs", "Ảnh: Thu Trang", "Hình ảnh hội nghị", "jpg", "Tập tin jpg của Sở Y tế", ""}) {
        INFO(line);
        CHECK_FALSE(image(line));
    }
    // A paragraph that ends with a file's name is none.
    CHECK_FALSE(image(paragraph + " Xem tệp so-do.png"));
}

TEST_CASE("prose is a paragraph of text", "[layout]") {
    CHECK(prose(paragraph));
    CHECK_FALSE(prose("Các trạm y tế đã khám bệnh."));
    CHECK_FALSE(prose("Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016 và triển khai nhiệm vụ"));
    CHECK_FALSE(prose("SỞ Y TẾ TỈNH HÀ NAM TỔNG KẾT CÔNG TÁC NĂM 2016 VÀ TRIỂN KHAI NHIỆM VỤ."));
    CHECK_FALSE(prose(""));
}

TEST_CASE("chrome is words of the site", "[layout]") {
    for (const std::string line : {"Trang chủ", "Trang chủ > Tin tức > Y tế", "Lượt xem: 113", "* * *", "|"}) {
        INFO(line);
        CHECK(chrome(line));
    }
    CHECK_FALSE(chrome(paragraph));
    CHECK_FALSE(chrome("Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016"));
    CHECK_FALSE(chrome(""));
}

TEST_CASE("breadcrumbs have marks between names, rows of a table have numbers", "[layout]") {
    CHECK(breadcrumb("Trang chủ > Tin tức > Y tế"));
    CHECK(breadcrumb("Tin tức » Y tế"));
    CHECK(breadcrumb("Tin trong tỉnh | Thứ tư, 11/01/2017"));
    CHECK_FALSE(breadcrumb("Huyện Hoa Lư | 12 | 340"));
    CHECK_FALSE(breadcrumb("Tin tức, Y tế"));
    CHECK_FALSE(breadcrumb("Chỉ tiêu > 90% là đạt yêu cầu."));
}

TEST_CASE("bullets and numbers open a point, a bare dash or number none", "[layout]") {
    CHECK(bulleted("- Mua sắm thiết bị cho trạm xá;"));
    CHECK(bulleted("+ Đào tạo bác sĩ tuyến xã."));
    CHECK(bulleted("1. Nâng cao chất lượng khám bệnh"));
    CHECK(bulleted("a) Nâng cao chất lượng khám bệnh"));
    CHECK_FALSE(bulleted("Nâng cao chất lượng khám bệnh - chữa bệnh"));
    CHECK_FALSE(bulleted("12 trạm xá được xây mới"));
    CHECK_FALSE(bulleted("- Y tế"));
    CHECK_FALSE(bulleted(""));
}

TEST_CASE("a heading is a short line behind a bullet or a number", "[layout]") {
    CHECK(heading("II. Nhiệm vụ trọng tâm"));
    CHECK(heading("1. Công tác khám bệnh"));
    CHECK_FALSE(heading("Nhiệm vụ trọng tâm"));
    CHECK_FALSE(heading("1. " + paragraph));
    CHECK_FALSE(heading(""));
}

TEST_CASE("capitals are told by most of a line's words", "[layout]") {
    CHECK(capitals("SỞ Y TẾ TỔNG KẾT CÔNG TÁC NĂM 2016"));
    CHECK_FALSE(capitals("Sở Y tế tổng kết công tác năm 2016"));
    CHECK_FALSE(capitals("UBND tỉnh họp với Sở"));
    CHECK_FALSE(capitals("UBND TỈNH"));  // too short to tell
}

TEST_CASE("a line may go on with the one before", "[layout]") {
    const Shaped shaped("và các huyện\nVà các huyện\n12 huyện\n- và các huyện");
    CHECK(shaped.shapes.starts_small(0));
    CHECK_FALSE(shaped.shapes.starts_small(1));
    CHECK_FALSE(shaped.shapes.starts_small(2));
}

TEST_CASE("a line ends like prose at a stop", "[layout]") {
    // Without the empty line there are six.
    const Shaped shaped("Ngành họp.\nNgành họp;\nNgành họp:\nNgành họp\nNgành họp (sáng)\nNgành họp,");
    REQUIRE(shaped.shapes.size() == 6);
    for (const std::size_t line : {0U, 1U, 2U}) CHECK(shaped.shapes.ends_like_prose(line));
    for (const std::size_t line : {3U, 4U, 5U}) CHECK_FALSE(shaped.shapes.ends_like_prose(line));
}

TEST_CASE("cues of a line are told from those that open it", "[layout]") {
    const Shaped shaped("Phát biểu tại hội nghị, ông Tạ Văn Lộc cảm ơn.\nÔng Tạ Văn Lộc phát biểu.\nTrời mưa.\n");
    CHECK(shaped.shapes.opens(0, Cue::speech));
    CHECK(shaped.shapes.has(0, Cue::speech));
    CHECK_FALSE(shaped.shapes.opens(1, Cue::speech));
    CHECK(shaped.shapes.has(1, Cue::speech));
    CHECK_FALSE(shaped.shapes.has(2, Cue::speech));
    CHECK(shaped.shapes.opening_cues(2) == 0);
}

TEST_CASE("full days date a line, those without a year do not", "[layout]") {
    CHECK(dated("Thứ tư, 11/01/2017 | 16:20"));
    CHECK(dated("Ngày 11 tháng 01 năm 2017"));
    CHECK_FALSE(dated("Sáng 11/01"));
    CHECK_FALSE(dated("Năm 2017"));
    CHECK_FALSE(dated("Quyết định 11/2017"));
}

TEST_CASE("the first of a line's full days is taken", "[layout]") {
    const Shaped shaped("Từ ngày 03/02, cập nhật 04/02/2018, in lại 05/02/2019");
    const PeriodMention* const day = shaped.shapes.day_in(shaped.all());
    REQUIRE(day != nullptr);
    REQUIRE(day->day);
    CHECK(day->day->resolve(std::nullopt) == Date{2018, 2, 4});
    CHECK(shaped.shapes.day_in({0, 0}) == nullptr);
}

TEST_CASE("some servers write the month first, with AM or PM", "[layout]") {
    CHECK(server_day("7/17/2009 9:12:44 AM") == Date{2009, 7, 17});
    CHECK(server_day("Cập nhật: 12/3/2014 2:05 PM") == Date{2014, 12, 3});
    CHECK_FALSE(server_day("7/17/2009 9:12:44"));
    CHECK_FALSE(server_day("17/7/2009 9:12:44 AM"));
    CHECK_FALSE(server_day("7/17 9:12 AM"));
    CHECK(dated("7/17/2009 9:12:44 AM"));
    CHECK_FALSE(dated("7/17/2009 9:12:44"));
}

TEST_CASE("days as servers write them", "[layout]") {
    CHECK(server_day("date 2024-10-08 Thứ ba 15:12") == Date{2024, 10, 8});
    CHECK(server_day("Thứ hai, 21 Tháng 1 2013 10:02") == Date{2013, 1, 21});
    CHECK_FALSE(server_day("2024-13-08"));
    CHECK_FALSE(server_day("2024-2025"));
    CHECK_FALSE(server_day("tin 21 Tháng 1"));
}

TEST_CASE("a sentence that holds words of a site is none of its chrome", "[layout]") {
    CHECK_FALSE(
        chrome("Quý II: bám hãng tàu để tăng thu, đối thoại với doanh nghiệp trong tháng 5, thông quan nhanh."));
    CHECK(chrome("Trong tháng: 12.400 | Tất cả: 1.200.000"));
}

TEST_CASE("figures of the report are no counters of the site", "[layout]") {
    CHECK(figures("Doanh thu bưu chính: 109 tỷ đồng") == 1);
    CHECK(figures("- Thu 109 tỷ đồng, đạt 102% kế hoạch") == 2);
    CHECK(figures("Lúa: 12 ha") == 1);
    CHECK(figures("Duy Tiên có 12 xã về đích") == 1);
    // Words that sites use as well.
    CHECK(figures("Thu trong tháng: 12 tỷ đồng") == 1);
    CHECK(figures("Điện thoại cố định: 12.000 thuê bao") == 1);
    CHECK(figures("Trang chủ | Thu ngân sách 12 tỷ đồng") == 1);
    for (const std::string line : {"Đang truy cập: 12 người", "Hôm nay: 350 lượt", "Số lượt truy cập: 12.300 lượt",
                                   "Tổng số lượt xem: 1.234 lượt", "Đánh giá: ★★★★☆ (12 lượt)", "★★★★★ 5/5 (3 lượt)",
                                   "Điện thoại: 0226 3852 123", "100%  Print", "Trong năm: 129.925",
                                   "Tin đã đưa 5 giờ trước", "Trang chủ > Tin tức > 12 xã về đích", "109 tỷ đồng",
                                   "Ngày 12/01/2017", "12 xa.jpg", "", "Thu ngân sách"}) {
        INFO(line);
        CHECK(figures(line) == 0);
    }
}

TEST_CASE("items of lists of figures open with a mark or a label", "[layout]") {
    CHECK(lists_figures("- Thu 109 tỷ đồng"));
    CHECK(lists_figures("2. Nộp ngân sách đạt 46 tỷ đồng"));
    CHECK(lists_figures("Thu: 109 tỷ đồng"));
    CHECK(lists_figures("Thu: đạt 109 tỷ đồng, tăng 5%"));
    CHECK_FALSE(lists_figures("Duy Tiên: 12 xã về đích nông thôn mới"));
    CHECK_FALSE(lists_figures("Duy Tiên: Thu ngân sách đạt 12 tỷ đồng"));
    CHECK_FALSE(lists_figures("Thu ngân sách đạt 12 tỷ đồng"));
    CHECK_FALSE(lists_figures("- Thu ngân sách"));
    CHECK_FALSE(lists_figures("Hôm nay: 350 lượt"));
}
