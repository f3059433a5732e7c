// SPDX-License-Identifier: BSL-1.0
// What becomes of figures in lines that are no prose: they are read, or it is told that they are not.
#include "zones/page.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"
#include "spans.hpp"

using namespace tongket;
using test::shown_zones;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

Lines figures(const std::string& source) {
    Lines lines;
    for (const Measure& measure : test::parse_checked(source).measures) lines.push_back(measure.text);
    return lines;
}

/// The message and the words of the diagnostic on figures that are not read.
std::string left(const std::string& source) {
    for (const Diagnostic& diagnostic : parse(source).diagnostics)
        if (diagnostic.code == "figures-outside")
            return diagnostic.message.substr(0, diagnostic.message.find(' ')) + ": " +
                   std::string(slice(source, diagnostic.span));
    return "";
}

const std::string title = "Sở Thông tin và Truyền thông tỉnh Hà Nam tổng kết công tác năm 2016\n\n";
const std::string opening =
    "Sáng ngày 12/01/2017, Sở Thông tin và Truyền thông tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016, "
    "triển "
    "khai nhiệm vụ năm 2017.\n";

}  // namespace

TEST_CASE("a text without prose is read for its figures", "[zones]") {
    CHECK(
        figures("Doanh thu bưu chính: 109 tỷ đồng\nDoanh thu viễn thông: 918 tỷ đồng\nNộp ngân sách: 46 tỷ đồng\n") ==
        Lines{"109 tỷ đồng", "918 tỷ đồng", "46 tỷ đồng"});
    CHECK(figures("Kết quả năm 2016:\n- Thu: 109 tỷ đồng\n- Nộp ngân sách: 46 tỷ đồng\n") ==
          Lines{"109 tỷ đồng", "46 tỷ đồng"});
    CHECK(figures("BÁO CÁO\n\nI. KẾT QUẢ\n- Thu: 109 tỷ đồng\n- Nộp ngân sách: 46 tỷ đồng\n") ==
          Lines{"109 tỷ đồng", "46 tỷ đồng"});
    CHECK(figures("Tổng doanh thu năm 2016 đạt 109 tỷ đồng, tăng 5% so với năm 2015\nSố thuê bao đạt 800.000 thuê "
                  "bao\nNộp ngân sách nhà nước 46 tỷ đồng\n") ==
          Lines{"109 tỷ đồng", "5%", "800.000 thuê bao", "46 tỷ đồng"});
    // Few figures among many headings.
    CHECK(
        figures("SỞ THÔNG TIN VÀ TRUYỀN THÔNG\n\nBÁO CÁO\n\nI. KẾT QUẢ\n1. Bưu chính\n- Thu: 109 tỷ đồng\n\nII. KHÓ "
                "KHĂN\nThiếu cán bộ\n\nIII. KIẾN NGHỊ\nBổ sung biên chế\n") == Lines{"109 tỷ đồng"});
    // A site's counters are none.
    CHECK(figures("Trang chủ\nĐang truy cập: 12 người\nHôm nay: 350 lượt\nĐiện thoại: 0226 3852 123\n").empty());
}

TEST_CASE("without a story all is 'other' but what looks like a site", "[zones]") {
    CHECK(shown_zones(TestPage("Trang chủ\nSở Y tế họp\n")) == Lines{"boilerplate: Trang chủ", "other: Sở Y"});
    CHECK(shown_zones(TestPage("Trang chủ\nLiên hệ\n")) == Lines{"boilerplate: Trang chủ"});
}

TEST_CASE("figures of a list beside the story are read", "[zones]") {
    const std::string list = "- Thu: 109 tỷ đồng\n- Nộp ngân sách: 46 tỷ đồng\n- Thuê bao: 800.000 thuê bao\n";
    const Lines wanted{"109 tỷ đồng", "46 tỷ đồng", "800.000 thuê bao"};
    for (const std::string& source : {title + list + "\n" + opening, title + "Kết quả nổi bật:\n" + list + opening,
                                      title + opening + "\nKết quả nổi bật:\n" + list + "\nThu Trang\n"}) {
        INFO(source);
        CHECK(figures(source) == wanted);
        CHECK(left(source).empty());
    }
}

TEST_CASE("how many figures are taken for words of the site is told", "[zones]") {
    const std::string headline = "Duy Tiên có 12 xã về đích, thu 9 tỷ đồng";
    const std::string page = title + opening + "\nThu Trang\n\nCác tin khác\n" + headline + "\n";
    CHECK(figures(page).empty());
    CHECK(left(page) == "2: " + headline);
    CHECK(left(title + opening + "\nThu Trang\n\nCác tin khác\n" + headline + "\nSở Y tế họp\nChợ có 30 quầy\n") ==
          "3: " + headline + "\nSở Y tế họp\nChợ có 30 quầy");
    // Counters, days and ratings are no figures.
    CHECK(left("Trang chủ\n" + title + "Thứ tư, 11/01/2017 | 16:20\n" + opening +
               "\nThu Trang\n\nĐánh giá bài viết: ★★★★☆ (12 lượt)\nĐang truy cập: 12 người\nHôm nay: 350 lượt\nĐiện "
               "thoại: "
               "0226 3852 123\n")
              .empty());
}
