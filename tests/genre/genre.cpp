// SPDX-License-Identifier: BSL-1.0
#include "genre/genre.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <tongket/model.hpp>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using tongket::test::TestPage;

namespace {

const std::string report =
    "Sở Y tế tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017\n\n"
    "Sáng ngày 10/01/2017, Sở Y tế tỉnh Hà Nam tổ chức Hội nghị tổng kết công tác năm 2016 và triển khai nhiệm vụ "
    "năm "
    "2017. Dự hội nghị có lãnh đạo UBND tỉnh.\n\n"
    "Trong năm, toàn ngành đã khám bệnh cho 812.400 lượt người. Bên cạnh kết quả đạt được, một số trạm y tế còn "
    "thiếu "
    "bác sĩ.\n\n"
    "Năm 2017, ngành tiếp tục nâng cao chất lượng khám chữa bệnh; đầu tư trang thiết bị cho tuyến xã.\n";
const std::string news =
    "Vườn chim đầu mùa mưa\n\n"
    "Đàn cò trắng lại về trên những rặng tràm ven kênh. Người dân quanh vùng dậy sớm để ngắm chúng bay đi kiếm "
    "ăn.\n\n"
    "Mỗi chiều, du khách thuê xuồng vào rừng, nghe kể chuyện mở đất và thưởng thức cá nướng.\n";

std::vector<std::string> names(const std::string& source) {
    const TestPage page(source);
    std::vector<std::string> found;
    for (const std::size_t row : read_genre_features(page.document, page.parts.layout, page.parts.outline))
        found.push_back(genre_features().name(row));
    return found;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a report of a review conference is told from other news", "[genre]") {
    CHECK(TestPage(report).parts.genre > report_genre);
    CHECK(TestPage(news).parts.genre < least_genre);
    CHECK(TestPage("").parts.genre == 0);
}

TEST_CASE("where a conference is told is evidence", "[genre]") {
    const auto of_report = names(report), of_news = names(news);
    CHECK(has(of_report, "title:annual"));
    CHECK(has(of_report, "conference:head"));
    CHECK(has(of_report, "held:head"));
    CHECK(has(of_report, "periods:reviews"));
    CHECK_FALSE(has(of_report, "conference:none"));
    CHECK(has(of_news, "conference:none"));
    CHECK(has(of_news, "held:none"));
    CHECK_FALSE(has(of_news, "title:annual"));
}

TEST_CASE("each feature stands once, in the order of its row, and has a name", "[genre]") {
    const TestPage page(report + report);
    const auto rows = read_genre_features(page.document, page.parts.layout, page.parts.outline);
    CHECK(std::is_sorted(rows.begin(), rows.end()));
    CHECK(std::adjacent_find(rows.begin(), rows.end()) == rows.end());
    REQUIRE_FALSE(rows.empty());
    CHECK(rows.back() < genre_features().size());
}

TEST_CASE("words of the site around a story do not count", "[genre]") {
    const std::string menu = "Trang chủ | Hội nghị tổng kết | Liên hệ\n\n";
    CHECK(names(menu + news) == names(news));
}

TEST_CASE("a page of a conference that is only named stays below one that tells of it", "[genre]") {
    const std::string named =
        "Ba hộ dân xin đổi đất\n\n"
        "Ba hộ dân ở cuối làng vừa gửi đơn xin đổi thửa đất bị lở. Bên lề Hội nghị tổng kết năm 2016 của huyện, một "
        "cán bộ nói đơn đang được xem.\n\nBờ sông lở sâu thêm hai mét sau mỗi trận mưa, nhà bếp đã nứt tường.\n";
    CHECK(TestPage(named).parts.genre < TestPage(report).parts.genre);
}

TEST_CASE("a recipe is far from a report", "[genre]") {
    const std::string recipe =
        "Cách nấu canh chua cá lóc\n\n"
        "Chuẩn bị một con cá lóc, nửa trái thơm, hai trái cà chua và một nắm rau thơm. Cá làm sạch, cắt khúc, ướp "
        "với chút muối trong 15 phút.\n\n"
        "Bước 1: Phi tỏi cho vàng, xào thơm và cà chua đến khi mềm.\n\n"
        "Bước 2: Đổ 1,5 lít nước, đun sôi, cho nước cốt me vào rồi thả cá.\n\n"
        "Nêm lại cho vừa ăn, rắc rau lên trên. Món này ăn nóng với bún hoặc cơm trắng.\n";
    CHECK(TestPage(recipe).parts.genre < least_genre);
}
