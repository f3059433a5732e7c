// SPDX-License-Identifier: BSL-1.0
// Tables whose columns are parted by blanks alone, as `pdftotext -layout` writes them.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "files.hpp"
#include "spans.hpp"
#include "told.hpp"

using namespace tongket;
using namespace tongket::test;

namespace {

const std::string page =
    "Sở Thông tin và Truyền thông tỉnh Hà Nam tổng kết công tác năm 2016\n\nNgày 12/01/2017, Sở Thông tin và Truyền "
    "thông tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n\n";

Report report_with(const std::string& table) { return parse_checked(page + table); }

std::vector<std::string> told_of(const std::string& table) {
    std::vector<std::string> lines;
    for (const Measure& measure : report_with(table).measures) lines.push_back(told(measure));
    return lines;
}

std::size_t count_of(const Report& report, const std::string& code) {
    return static_cast<std::size_t>(
        std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                      [&](const Diagnostic& diagnostic) { return diagnostic.code == code; }));
}

/// No figure of a table is read, and a warning says so.
void check_unread(const std::string& table) {
    INFO(table);
    const Report report = report_with(table);
    CHECK(report.measures.empty());
    CHECK(count_of(report, "unread-table") >= 1);
}

/// Lines that are no table.
void check_no_table(const std::string& lines) {
    INFO(lines);
    CHECK(count_of(report_with(lines), "unread-table") == 0);
}

const std::string head = "Chỉ tiêu                  ĐVT        Kế hoạch   Thực hiện\n";
const std::string rows =
    "Doanh thu bưu chính       tỷ đồng         120         132\n"
    "Số trạm BTS               trạm            400         420\n";

}  // namespace

TEST_CASE("a label may be a mark or a blank of another kind", "[tables][aligned]") {
    for (const std::string label : {">   ", "\u2003   ", "\u3000 \u2003 "}) {
        const Report report =
            report_with(head + rows + label + "                     tỷ đồng          12          13\n");
        REQUIRE(report.measures.size() >= 4);
        CHECK(report.measures[0].indicator->text == "Doanh thu bưu chính");
    }
}

TEST_CASE("tables of pdftotext -layout are read as they were set", "[tables][aligned]") {
    std::size_t samples = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TONGKET_SOURCE_DIR "/tests/tables/aligned")) {
        if (entry.path().extension() != ".txt") continue;
        ++samples;
        INFO(entry.path().filename().string());
        const Report report = parse_checked(read_file(entry.path()));
        std::string measures;
        for (const Measure& m : report.measures) measures += told(m) + "\n";
        CHECK(measures == read_file(std::filesystem::path(entry.path()).replace_extension(".tsv")));
        for (const Diagnostic& diagnostic : report.diagnostics) CHECK(diagnostic.severity == Severity::note);
        CHECK(report.meeting.organizer);
    }
    CHECK(samples == 5);
}

TEST_CASE("columns are told apart by where their figures stand", "[tables][aligned]") {
    const std::vector<std::string> wanted = {
        "120\t120000000000\tVND\tmoney\tDoanh thu bưu chính\trevenue.postal\t2016\tplan",
        "132\t132000000000\tVND\tmoney\tDoanh thu bưu chính\trevenue.postal\t2016",
        "400\t400\ttrạm\tcount\tSố trạm BTS\tbts.total\t2016\tplan",
        "420\t420\ttrạm\tcount\tSố trạm BTS\tbts.total\t2016"};
    CHECK(told_of(head + rows) == wanted);
    CHECK(told_of("    " + head + "\n    " + rows.substr(0, rows.find('\n') + 1) + "\n    " +
                  rows.substr(rows.find('\n') + 1)) == wanted);
    // Empty cells.
    CHECK(told_of(head + "Doanh thu bưu chính       tỷ đồng                     132\n" +
                  "Số trạm BTS               trạm            400\n" +
                  "Số bưu cục                bưu cục          31          31\n")
              .size() == 4);
    CHECK(told_of(head + "Doanh thu bưu chính       tỷ đồng         120         132\n" +
                  "Số trạm BTS               trạm            400           -\n" +
                  "Số bưu cục                bưu cục           -          31\n")
              .size() == 4);
    CHECK(told_of("TT  Chỉ tiêu              ĐVT        Năm 2015       Năm 2016\n"
                  "1   Doanh thu bưu chính   tỷ đồng    120            132\n"
                  "2   Số trạm BTS           trạm       400            -\n"
                  "    Số bưu cục\n"
                  "3                         bưu cục    -              31\n"
                  "    văn hóa xã\n")
              .size() == 4);
    // Headings of rows, parts.
    CHECK(told_of(head + "I. Lĩnh vực bưu chính\n" + rows.substr(0, rows.find('\n') + 1) +
                  "II. Lĩnh vực viễn thông\n" + rows.substr(rows.find('\n') + 1)) == wanted);
}

TEST_CASE("the lines of a label are one", "[tables][aligned]") {
    const Report report = report_with(head +
                                      "Số thuê bao Internet\n"
                                      "băng rộng cố định trên    thuê bao     31.000      33.480\n"
                                      "địa bàn tỉnh\n"
                                      "Số trạm BTS               trạm            400         420\n");
    REQUIRE(report.measures.size() == 4);
    CHECK(report.measures[1].value == Decimal(33480));
    CHECK(report.measures[1].indicator_id == "internet.subscribers");
    // The lines above the figures stand together.
    CHECK(report.measures[1].indicator->text == "Số thuê bao Internet\nbăng rộng cố định trên");
    CHECK(report.measures[3].indicator->text == "Số trạm BTS");
    const auto split = std::find_if(report.diagnostics.begin(), report.diagnostics.end(),
                                    [](const Diagnostic& diagnostic) { return diagnostic.code == "split-label"; });
    REQUIRE(split != report.diagnostics.end());
    CHECK(split->message.find("'Số thuê bao Internet băng rộng cố định trên địa bàn tỉnh'") != std::string::npos);
    REQUIRE(split->related);
}

TEST_CASE("a table of blanks that is not understood is named, and gives no measures", "[tables][aligned]") {
    check_unread(rows);                                                                // no head
    check_unread("Chỉ tiêu                  ĐVT        Huyện A    Huyện B\n" + rows);  // places
    check_unread(
        "Huyện                                 Số hộ      Tỷ lệ (%)\n"
        "Duy Tiên                              1.200       4,5\n"
        "Kim Bảng                                900       3,1\n");
    // Cells of one column that stand beside each other in one row.
    check_unread(head +
                 "Doanh thu bưu chính       tỷ đồng         120         132\n"
                 "Số trạm BTS               trạm   400   420   430   440\n");
    // It is not sure whether the year is that of both columns.
    check_unread(
        "                                     Năm 2015\n"
        "Chỉ tiêu                  ĐVT        Kế hoạch   Thực hiện\n" +
        rows);
}

TEST_CASE("a single row is read where its head is sure", "[tables][aligned]") {
    const std::string row = rows.substr(0, rows.find('\n') + 1);
    CHECK(told_of(head + row) ==
          std::vector<std::string>{"120\t120000000000\tVND\tmoney\tDoanh thu bưu chính\trevenue.postal\t2016\tplan",
                                   "132\t132000000000\tVND\tmoney\tDoanh thu bưu chính\trevenue.postal\t2016"});
    check_unread("Chỉ tiêu                  ĐVT        Huyện A    Huyện B\n" + row);
    CHECK(told_of("Chỉ tiêu                  ĐVT        Năm 2015   Năm 2016\n" + row).size() == 2);
    // Nothing shows that it is a table.
    check_no_table(row);
    check_no_table("Tài liệu phục vụ hội nghị                         Lưu hành nội bộ\n" + row);
    // The last row of a table, on the next page.
    CHECK(told_of(head + rows + "\fSố bưu cục                bưu cục          31          32\n").size() == 6);
}

TEST_CASE("a line of one cell may stand amid a head", "[tables][aligned]") {
    CHECK(told_of("                          Đơn vị     Thực hiện        Ước thực hiện\n"
                  "Chỉ tiêu\n"
                  "                          tính       năm 2015         năm 2016\n"
                  "Số trạm BTS               trạm       400              420\n"
                  "Số bưu cục                bưu cục    31               32\n") ==
          std::vector<std::string>{"400\t400\ttrạm\tcount\tSố trạm BTS\tbts.total\t2015",
                                   "420\t420\ttrạm\tcount\tSố trạm BTS\tbts.total\t2016\test",
                                   "31\t31\tbưu cục\tcount\tSố bưu cục\tpost.offices\t2015",
                                   "32\t32\tbưu cục\tcount\tSố bưu cục\tpost.offices\t2016\test"});
}

TEST_CASE("a part of a unit that may be of two rows is of none", "[tables][aligned]") {
    const std::string wide =
        "Chỉ tiêu                  ĐVT        Kế hoạch   Thực hiện\n"
        "Doanh thu bưu chính       triệu           120         132\n"
        "                          đồng\n"
        "Nộp ngân sách             triệu            40          42\n"
        "                          đồng\n";
    check_unread(wide);
    const std::string at_bottom =
        "Chỉ tiêu                  ĐVT        Kế hoạch   Thực hiện\n"
        "Số trạm BTS               trạm            400         420\n"
        "                          triệu\n"
        "Nộp ngân sách             đồng             40          42\n";
    for (const Measure& measure : report_with(at_bottom).measures) CHECK(measure.unit != "VND");
    CHECK(count_of(report_with(at_bottom), "unread-table") > 0);
    // The lines of a label show that all cells begin at the top.
    CHECK(told_of("Chỉ tiêu                  ĐVT        Kế hoạch   Thực hiện\n"
                  "Doanh thu bưu chính,      triệu           120         132\n"
                  "viễn thông trên địa bàn   đồng\n"
                  "Số trạm BTS               trạm            400         420\n")
              .size() == 4);
}

TEST_CASE("labels of several lines may leave one word beside the figures", "[tables][aligned]") {
    CHECK(told_of("TT     Chỉ tiêu               ĐVT        Năm 2015       Năm 2016\n"
                  "       Số lớp đào tạo,\n"
                  "1                             lớp             500            805\n"
                  "       tập huấn\n"
                  "2      Thanh tra              cuộc             43             44\n")
              .size() == 4);
}

TEST_CASE("lines of prose, lists and letterheads are no tables", "[tables][aligned]") {
    check_no_table(
        "UBND TỈNH HÀ NAM                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 12/BC-STTTT                  Hà Nam, ngày 05 tháng 01 năm 2017\n");
    check_no_table(
        "1. Kết quả năm 2016 ..............................   3\n"
        "2. Nhiệm vụ năm 2017 .............................   9\n");
    check_no_table("8h00      Đón đại biểu\n8h30      Khai mạc\n");
    // Straight edges of prose.
    const Report justified = report_with(
        "Năm  2016,  Sở  đã  cấp  45  giấy phép  và  tổ  chức  12  lớp  đào  tạo.\n\n"
        "Trong  năm,  Sở  thẩm  định  31  dự  án  công  nghệ  thông  tin  và  19  đề  án.\n");
    CHECK(justified.measures.size() == 4);
    CHECK(count_of(justified, "unread-table") == 0);
}

TEST_CASE("a part of what its whole counts has an id of its own", "[tables]") {
    const auto id_of = [](const std::string& part) {
        const Report report =
            report_with("TT\tChỉ tiêu\tĐVT\tThực hiện\n1\tTổng doanh thu bưu chính, viễn thông\ttỷ đồng\t1.027\n\t" +
                        part + "\ttỷ đồng\t109\n");
        REQUIRE(report.measures.size() == 2);
        CHECK(report.measures[0].indicator_id == "revenue.postal_telecom");
        CHECK(report.measures[1].part_of == 0);
        return report.measures[1].indicator_id.value_or("-");
    };
    CHECK(id_of("- Doanh thu bưu chính") == "revenue.postal");
    CHECK(id_of("- Viễn thông") == "revenue.telecom");
}
