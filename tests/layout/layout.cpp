// SPDX-License-Identifier: BSL-1.0
#include "layout/layout.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

constexpr auto role_names = std::to_array<std::string_view>(
    {"blank", "chrome", "image", "title", "dateline", "caption", "lead", "body", "byline"});

Layout layout_of(const TestPage& page) {
    const LineShapes shapes(page.document, page.islands);
    return lay_out(page.document, page.islands, shapes);
}

/// The roles of the lines that are not blank.
Lines roles(const std::string& source) {
    const TestPage page(source);
    Lines lines;
    for (const LineRole role : layout_of(page).roles)
        if (role != LineRole::blank) lines.emplace_back(role_names[static_cast<std::size_t>(role)]);
    return lines;
}

const std::string title = "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016";
const std::string opening =
    "Sáng ngày 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác y tế năm 2016, triển khai nhiệm vụ "
    "năm 2017.";
const std::string result =
    "Trong năm, toàn ngành đã khám bệnh cho 812.400 lượt người; công suất sử dụng giường bệnh đạt 96,5%.";

}  // namespace

TEST_CASE("the lines of a page have their parts", "[layout]") {
    CHECK(roles("Trang chủ\nLiên hệ\n\n" + title + "\n\nThứ tư, 11/01/2017 | 16:20\n\n" + opening +
                "\n\nhop.jpg\n\n" + result + "\n\nThu Trang\n\nCác tin khác\nDự báo thời tiết\n") ==
          Lines{"chrome", "chrome", "title", "dateline", "body", "image", "body", "byline", "chrome", "chrome"});
}

TEST_CASE("the story goes from its first paragraph to its last", "[layout]") {
    const TestPage page("Trang chủ\n" + title + "\n\n" + opening + "\n" + result + "\n\nThu Trang\n");
    const Layout layout = layout_of(page);
    REQUIRE(layout.story());
    CHECK(page.document.words(page.document.lines[layout.first_body].tokens) == opening);
    CHECK(page.document.words(page.document.lines[layout.last_body].tokens) == result);
    REQUIRE(layout.title);
    CHECK(page.document.words(*layout.title) == title);
    CHECK(layout.roles.size() == page.document.lines.size());
    CHECK(layout.repeated.size() == page.document.lines.size());
}

TEST_CASE("a page without a paragraph has no story", "[layout]") {
    CHECK_FALSE(layout_of(TestPage("")).story());
    CHECK_FALSE(layout_of(TestPage("Trang chủ\nLiên hệ\n")).story());
    CHECK(layout_of(TestPage(title + "\n\n" + opening + "\n")).story());
}

TEST_CASE("the headline before the story wins over one in the menus", "[layout]") {
    CHECK(roles(title + "\nTrang chủ\n" + title + "\n\n" + opening + "\n") ==
          Lines{"chrome", "chrome", "title", "body"});
}

TEST_CASE("'null' before a headline is no part of it", "[layout]") {
    const TestPage page("null " + title + "\n\n" + opening + "\n");
    const Layout layout = layout_of(page);
    REQUIRE(layout.title);
    CHECK(page.document.words(*layout.title) == title);
}

TEST_CASE("a dated line before the story is a dateline, one of menu words is none", "[layout]") {
    CHECK(roles(title + "\nNgày đăng: 12/01/2017\n" + opening + "\n") == Lines{"title", "dateline", "body"});
    CHECK(roles("Lịch tiếp công dân của lãnh đạo tỉnh 12/01/2017\n" + title + "\n" + opening + "\n") ==
          Lines{"chrome", "title", "body"});
}

TEST_CASE("a paragraph that is told again is a lead", "[layout]") {
    CHECK(roles(title + "\n\n" + opening + "\n\n" + opening + " " + result + "\n") == Lines{"title", "lead", "body"});
    CHECK(roles(title + "\n\n" + opening + "\n\n" + result + "\n") == Lines{"title", "body", "body"});
}

TEST_CASE("paragraphs before the one that opens with the conference's day are a lead", "[layout]") {
    const std::string summary =
        "Năm qua, ngành y tế tỉnh Hà Nam đã nỗ lực vượt qua nhiều khó khăn và hoàn thành tốt mọi chỉ tiêu được giao.";
    CHECK(roles(title + "\n\n" + summary + "\n\n" + opening + "\n\n" + result + "\n") ==
          Lines{"title", "lead", "body", "body"});
    // Behind it they are the story.
    CHECK(roles(title + "\n\n" + opening + "\n\n" + summary + "\n") == Lines{"title", "body", "body"});
}

TEST_CASE("lines beside pictures and scenes are captions", "[layout]") {
    CHECK(roles(title + "\n\n" + opening + "\n\nhop.jpg\nCác bác sĩ trẻ của tỉnh\n\n" + result + "\n") ==
          Lines{"title", "body", "image", "caption", "body"});
    CHECK(roles(title + "\n\n" + opening + "\n\nToàn cảnh hội nghị\n\n" + result + "\n") ==
          Lines{"title", "body", "caption", "body"});
    // A paragraph behind a picture is a paragraph.
    CHECK(roles(title + "\n\n" + opening + "\n\nhop.jpg\n" + result + "\n") ==
          Lines{"title", "body", "image", "body"});
}

TEST_CASE("a speech that opens a line is no caption", "[layout]") {
    CHECK(roles(title + "\n\n" + opening + "\n\nPhát biểu tại hội nghị, ông Tạ Văn Lộc cảm ơn ngành y tế\n\n" +
                result + "\n") == Lines{"title", "body", "body", "body"});
}

TEST_CASE("lines that come twice in the story are noted", "[layout]") {
    const TestPage page(title + "\n" + opening + "\nToàn cảnh hội nghị\n" + result + "\nToàn cảnh hội nghị\n" +
                        result + " Hết.\n");
    const Layout layout = layout_of(page);
    CHECK_FALSE(layout.repeated[1]);
    CHECK(layout.repeated[2]);
    CHECK_FALSE(layout.repeated[3]);
    CHECK(layout.repeated[4]);
}

TEST_CASE("behind the story comes its author, then other news", "[layout]") {
    const std::string story = title + "\n\n" + opening + "\n\n" + result + "\n\n";
    const auto tail = [&](const std::string& rest) {
        Lines lines = roles(story + rest);
        lines.erase(lines.begin(), lines.begin() + 3);
        return lines;
    };
    CHECK(tail("Thu Trang\n") == Lines{"byline"});
    CHECK(tail("Tác giả: Thu Trang\nNguồn: Báo Hà Nam\n") == Lines{"byline", "byline"});
    CHECK(tail("Các tin khác\nThu Trang\n") == Lines{"chrome", "chrome"});
    CHECK(tail("Lượt xem: 113\n") == Lines{"chrome"});
    CHECK(tail("thu trang\n") == Lines{"chrome"});
}

TEST_CASE("points of a list belong to the story", "[layout]") {
    CHECK(roles(title + "\n\n" + opening + "\n- Mua sắm thiết bị cho trạm xá\n- Đào tạo bác sĩ tuyến xã\n") ==
          Lines{"title", "body", "body", "body"});
}

TEST_CASE("another report behind the story is found by its headline and its own day", "[layout]") {
    const std::string first = title + "\n\n" + opening + "\n\n" + result + "\n\nThu Hà\n\n";
    const std::string other = "Sở Nội vụ tỉnh Phú Thọ tổng kết công tác năm 2016";
    const std::string other_opening =
        "Chiều 20/01/2017, Sở Nội vụ tỉnh Phú Thọ tổ chức hội nghị tổng kết công tác năm 2016. Đồng chí giám đốc chủ "
        "trì.";
    const auto line_of_second = [](const std::string& source) {
        const TestPage page(source);
        const auto line = layout_of(page).second_report;
        return line ? std::string(page.document.text(page.document.lines[*line].tokens).text) : std::string();
    };
    const std::string both = first + other + "\n20/01/2017\n\n" + other_opening + "\n\n" + result + "\n";
    CHECK(line_of_second(both) == other);
    CHECK(line_of_second(first + other + "\n" + other_opening + "\n") == other);

    // Its own date does instead of a byline before it.
    const std::string open = title + "\n" + opening + "\n" + result + "\n";
    CHECK(line_of_second(open + other + "\n20/01/2017\n" + other_opening + "\n") == other);
    CHECK(line_of_second(open + other + "\n" + other_opening + "\n").empty());

    // The first may open in fewer words, and tell its day late; what is no conference has no such day.
    const auto behind = [&](const std::string& first_opening) {
        return line_of_second(title + "\n\n" + first_opening + "\n\n" + result + "\n\nThu Hà\n\n" + other + "\n" +
                              other_opening + "\n");
    };
    CHECK(behind("Sáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổng kết công tác y tế năm 2016, có đại diện các huyện dự.") ==
          other);
    CHECK(
        behind(
            "Giữ vững tuyến cơ sở, từng bước làm chủ kỹ thuật cao, chăm lo cho người bệnh ở vùng sâu, vùng xa và "
            "nâng chất lượng đào tạo là những việc được Sở Y tế tỉnh Hà Nam bàn tại hội nghị tổng kết công tác y tế "
            "năm 2016, diễn ra sáng 11/01/2017.") == other);
    CHECK(behind("Sáng 11/01/2017, đoàn công tác của Sở Y tế tỉnh Hà Nam đã thăm và tặng quà các bệnh nhân nghèo.")
              .empty());
    CHECK(behind("Sáng 20/01/2017, Sở Y tế tỉnh Hà Nam tổng kết công tác y tế năm 2016, có đại diện các huyện dự.")
              .empty());

    // One report: without its headline, on the same day, or without a conference.
    CHECK(line_of_second(first).empty());
    CHECK(line_of_second(first + other_opening + "\n").empty());
    CHECK(line_of_second(first + title + "\n" + opening + "\n" + result + "\n").empty());
    CHECK(line_of_second(first + other + "\n" + result + "\n" + result + "\n").empty());
    // Headlines of other news.
    CHECK(line_of_second(first + other + "\n" + other + "\n" + other + "\n" + title + "\n").empty());
}

TEST_CASE("the name of a site is no headline", "[layout]") {
    const auto headline = [](const std::string& source) {
        const TestPage page(source);
        const Layout layout = layout_of(page);
        return layout.title ? page.document.words(*layout.title) : "";
    };
    CHECK(headline("SỞ Y TẾ TỈNH HÀ NAM\n\nLời hứa với dân\n\n" + opening + "\n" + result + "\n") ==
          "Lời hứa với dân");
    CHECK(headline("DIỄN ĐÀN Y TẾ HÀ NAM\nTrang chủ | Giới thiệu | Tin tức\n\nLời hứa với dân\n\n" + opening + "\n" +
                   result + "\n") == "Lời hứa với dân");
    CHECK(headline("LỜI HỨA VỚI DÂN CỦA NGÀNH\n\n" + opening + "\n" + result + "\n") == "LỜI HỨA VỚI DÂN CỦA NGÀNH");
    // Nothing else may be one.
    CHECK(headline("SỞ Y TẾ TỈNH HÀ NAM\n\n" + opening + "\n" + result + "\n") == "");
}

TEST_CASE("words below a last picture may stand before the byline", "[layout]") {
    const Lines page = roles(title + "\n\n" + opening + "\n\n" + result +
                             "\n\nLãnh đạo Sở Y tế trao giấy khen cho các tập thể và cá nhân có thành tích xuất sắc "
                             "năm 2016\n\nThu Trang\n");
    REQUIRE(page.size() == 5);
    CHECK(page[4] == "byline");
}

TEST_CASE("lines of figures are a story where nothing is prose", "[layout]") {
    CHECK(roles("Doanh thu bưu chính: 109 tỷ đồng\nDoanh thu viễn thông: 918 tỷ đồng\nNộp ngân sách: 46 tỷ đồng\n") ==
          Lines{"body", "body", "body"});
    CHECK(roles("BÁO CÁO\nI. KẾT QUẢ\n- Thu: 109 tỷ đồng\nVượt kế hoạch\n- Chi: 46 tỷ đồng\nNơi nhận:\n") ==
          Lines{"chrome", "chrome", "body", "body", "body", "chrome"});
    CHECK(roles("Doanh thu năm 2016 đạt 109 tỷ đồng, tăng 5% so với năm trước\nNộp ngân sách 46 tỷ đồng\n") ==
          Lines{"body", "body"});
    CHECK(roles("Kết quả năm 2016:\n- Thu trong tháng: 12 tỷ đồng\n") == Lines{"body", "body"});
    // Headlines, few of them with figures, and counters.
    CHECK_FALSE(
        layout_of(TestPage("Sở Y tế họp\nChợ mới mở cửa\nTuyển công chức\nDuy Tiên có 12 xã về đích\n")).story());
    CHECK_FALSE(layout_of(TestPage("Đang truy cập: 12 người\nHôm nay: 350 lượt\n")).story());
}

TEST_CASE("a list of figures beside the story belongs to it", "[layout]") {
    const std::string list = "Kết quả nổi bật:\n- Thu: 109 tỷ đồng\n- Chi: 46 tỷ đồng\n";
    CHECK(roles(title + "\n" + list + "\n" + opening + "\n") == Lines{"title", "body", "body", "body", "body"});
    CHECK(roles(title + "\n" + opening + "\n\n" + list + "\nThu Trang\n") ==
          Lines{"title", "body", "body", "body", "body", "byline"});
    CHECK(roles(title + "\n" + opening + "\nKết quả:\nThu: 12 tỷ đồng\nChi: 9 tỷ đồng\n") ==
          Lines{"title", "body", "body", "body", "body"});
    // One line may be anything, and so may what stands behind the byline or is no list.
    CHECK(roles(title + "\n- Giá vé: 109 nghìn đồng\n" + opening + "\n") != Lines{"title", "body", "body"});
    CHECK(roles(title + "\n" + opening + "\nThu Trang\nThu: 12 tỷ đồng\nChi: 9 tỷ đồng\n") ==
          Lines{"title", "body", "byline", "chrome", "chrome"});
    CHECK(roles(title + "\n" + opening + "\nDuy Tiên: Thu ngân sách đạt 12 tỷ đồng\n") ==
          Lines{"title", "body", "chrome"});
}

TEST_CASE("a dated line of figures is no dateline", "[layout]") {
    CHECK(roles(title + "\nNgày 12/01/2017 đã thu 109 tỷ đồng, tăng 5%\n" + opening + "\n")[1] != "dateline");
    CHECK(roles(title + "\nNgày đăng: 12/01/2017 - Lượt xem: 350 lượt\n" + opening + "\n") ==
          Lines{"title", "dateline", "body"});
}
