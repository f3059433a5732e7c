// SPDX-License-Identifier: BSL-1.0
// When and where the conference was held, and what it was called.
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"

using namespace tongket;

namespace {

std::string day(const std::string& page) {
    const Meeting meeting = parse(page).meeting;
    return (meeting.date ? meeting.date->to_string() : "-") + " " +
           (meeting.day_part ? std::string(name_of(*meeting.day_part)) : "-");
}

}  // namespace

TEST_CASE("days as newspapers write them", "[meeting]") {
    struct Row {
        std::string opening, day;
    };
    const auto page = [](const std::string& opening) {
        return "Sở Y tế Hà Nam tổng kết năm 2016\n\n12/01/2017\n\n" + opening +
               " hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n";
    };
    const std::vector<Row> rows = {
        {"Sáng 11-1, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-11 morning"},
        {"Hôm 11/1, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-11 -"},
        {"Hôm qua (11.1), Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-11 -"},
        {"Chiều thứ Tư, ngày 11/1/2017, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-11 afternoon"},
        {"Trong hai ngày 10 và 11-1, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-10 -"},
        {"Trong 2 ngày 10-11/1/2017, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-10 -"},
        {"Ngày 10 - 11/1, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-10 -"},
        {"Từ ngày 10/1 đến 11/1/2017, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-10 -"},
        {"Đêm 11/1, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-11 evening"},
        {"Chiều qua, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-11 afternoon"},
        {"Sáng nay, Sở Y tế tỉnh Hà Nam tổ chức", "2017-01-12 morning"},
    };
    for (const Row& row : rows) {
        INFO(row.opening);
        CHECK(day(page(row.opening)) == row.day);
    }
}

TEST_CASE("the day of an event reviewed is of its year", "[meeting]") {
    CHECK(day("Tin hội nghị\n\nSáng 14-2, UBND tỉnh Hà Nam tổ chức hội nghị tổng kết công tác chăm lo Tết năm "
              "2019.\n") == "2019-02-14 morning");
    CHECK(
        day("Tin hội nghị\n\nSáng 14-2, UBND tỉnh Hà Nam tổ chức hội nghị tổng kết công tác cải cách năm 2018.\n") ==
        "2019-02-14 morning");
}

TEST_CASE("days over the turn of a year begin in the year before", "[meeting]") {
    CHECK(day("Tin hội nghị\n\nNgày 28/12 - 02/01/2018, UBND tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm "
              "2017.\n") == "2017-12-28 -");
}

TEST_CASE("where the conference met", "[meeting]") {
    const auto venue = [](const std::string& where) {
        const auto found = parse("Tin hội nghị\n\nSáng 11/01/2017, " + where +
                                 ", Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016.\n")
                               .meeting.venue;
        return found ? found->text : "-";
    };
    CHECK(venue("tại Hội trường UBND tỉnh") == "Hội trường UBND tỉnh");
    CHECK(venue("tại Hà Nội") == "Hà Nội");
    CHECK(venue("tại thành phố Hải Phòng") == "thành phố Hải Phòng");
    CHECK(venue("tại trụ sở Sở với sự có mặt của lãnh đạo các phòng") == "trụ sở Sở");
}

TEST_CASE("what the conference is called", "[meeting]") {
    const auto name = [](const std::string& opening) {
        const auto found = parse("Tin hội nghị\n\n" + opening + "\n").meeting.name;
        return found ? found->text : "-";
    };
    CHECK(
        name(
            "Hội nghị sơ kết công tác quản lý, bảo vệ rừng 9 tháng đầu năm 2019 được Chi cục Kiểm lâm Hà Nam tổ chức "
            "sáng 8/10/2019.") == "Hội nghị sơ kết công tác quản lý, bảo vệ rừng 9 tháng đầu năm 2019");
    CHECK(name("Hội nghị tổng kết năm 2018, triển khai kế hoạch năm 2019 do Sở Y tế tỉnh Hà Nam tổ chức hôm "
               "11-1-2019.") == "Hội nghị tổng kết năm 2018, triển khai kế hoạch năm 2019");
}

TEST_CASE("a byline is a name without its label", "[meeting]") {
    const auto byline = [](const std::string& line) {
        const auto found =
            parse(
                "Sở Y tế Hà Nam tổng kết năm 2016\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
                "tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n\nNăm 2016, Sở đã khám cho "
                "1.200 hộ và xây 12 trạm mới ở các xã.\n\n" +
                line + "\n")
                .byline;
        return found ? found->text : "-";
    };
    CHECK(byline("Bài và ảnh: Lê Văn Lộc") == "Lê Văn Lộc");
    CHECK(byline("Lê Văn Lộc") == "Lê Văn Lộc");
    CHECK(byline("Lê Văn Lộc (tổng hợp)") == "Lê Văn Lộc");
    CHECK(byline("Lê Văn Lộc (tổng hợp") == "Lê Văn Lộc");
    CHECK(byline("Lê Văn Lộc (Đài Hà Nam)") == "Lê Văn Lộc (Đài Hà Nam)");
    CHECK(byline("Tin: Lê Văn Lộc - Ảnh: Đỗ Thị Na") == "Tin: Lê Văn Lộc - Ảnh: Đỗ Thị Na");
}

TEST_CASE("days that only 'hôm nay', 'hôm qua' introduce", "[meeting]") {
    const auto page = [](const std::string& opening) {
        return "Sở Y tế Hà Nam tổng kết năm 2016\n\n" + opening +
               " Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n";
    };
    CHECK(day(page("Hôm nay 11-1,")) == "2017-01-11 -");
    CHECK(day(page("Tại Phủ Lý hôm nay, 11-1,")) == "2017-01-11 -");
    CHECK(day(page("Tại Phủ Lý hôm qua 28-12,")) == "2016-12-28 -");
    CHECK(day(page("Tại Phủ Lý nhóm 11-1,")) == "- -");
}
