// SPDX-License-Identifier: BSL-1.0
// Tables of figures within reports: what is read of them, and what is not.
#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "figures_page.hpp"
#include "files.hpp"
#include "spans.hpp"
#include "told.hpp"

using namespace tongket;
using namespace tongket::test;

namespace {

/// The measures of the tables of a page, and the codes of its diagnostics with their words.
struct FoundFigure {
    Report report;
    Lines measures;
    Lines doubts;
};
FoundFigure found(const std::string& table) {
    FoundFigure result{report_of(table), {}, {}};
    for (const Measure& m : result.report.measures) result.measures.push_back(told(m));
    const std::string source =
        "Sở Thông tin và Truyền thông tỉnh Hà Nam tổng kết công tác năm 2016\n\nNgày 12/01/2017, Sở Thông tin và "
        "Truyền thông tỉnh Hà Nam tổ chức "
        "hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n\n" +
        table + "\n";
    for (const Diagnostic& d : result.report.diagnostics)
        result.doubts.push_back(d.code + ": " + std::string(slice(source, d.span)));
    return result;
}

const std::string two_rows = "Doanh thu viễn thông\t900\t918\nDoanh thu bưu chính\t100\t109\n";

/// Whether a line of a sample is a title or a note of its table.
bool of_table(const std::string& line) {
    for (const char* opening : {"Bảng ", "Biểu ", "Đơn vị", "Kết quả kinh doanh", "(*)"})
        if (line.starts_with(opening)) return true;
    return false;
}

/// Nothing of a table is read, and a warning names all of it.
void check_unread(const std::string& table) {
    INFO(table);
    const FoundFigure result = found(table);
    CHECK(result.measures.empty());
    REQUIRE(result.doubts.size() == 1);
    std::string rows = table;
    while (rows.ends_with('\n')) rows.pop_back();
    CHECK(result.doubts.front() == "unread-table: " + rows);
}

/// Neither measures nor doubts: it has no figures.
void check_no_table(const std::string& rows) {
    INFO(rows);
    const FoundFigure result = found(rows);
    CHECK(result.measures.empty());
    CHECK(result.doubts.empty());
}

}  // namespace

TEST_CASE("scale words without end make no unit", "[tables]") {
    for (const std::string unit : {"tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ đồng",
                                   "ca/tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ tỷ dân"}) {
        const Report report = parse_checked("Chỉ tiêu\tĐơn vị tính\tThực hiện 2016\nDoanh thu\t" + unit +
                                            "\t15\nChi phí\ttỷ đồng\t11\n");
        INFO(unit);
        REQUIRE(report.measures.size() == 1);
        CHECK(report.measures[0].value == Decimal(11, 9));
    }
}

TEST_CASE("the figures of sample tables are read as people read them", "[tables]") {
    std::size_t samples = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TONGKET_SOURCE_DIR "/tests/tables/samples")) {
        if (entry.path().extension() != ".txt") continue;
        ++samples;
        INFO(entry.path().filename().string());
        const std::string source = read_file(entry.path());
        Report report = parse_checked(source);
        std::string measures;
        for (const Measure& m : report.measures) measures += told(m) + "\n";
        CHECK(measures == read_file(std::filesystem::path(entry.path()).replace_extension(".tsv")));
        CHECK(report.diagnostics.empty());
        CHECK(report.meeting.organizer);
    }
    CHECK(samples >= 8);
}

TEST_CASE("a page around a table is read as if the table were not there", "[tables]") {
    for (const auto& entry : std::filesystem::directory_iterator(TONGKET_SOURCE_DIR "/tests/tables/samples")) {
        if (entry.path().extension() != ".txt") continue;
        INFO(entry.path().filename().string());
        const std::string source = read_file(entry.path());
        std::string prose;
        std::istringstream lines(source);
        for (std::string line; std::getline(lines, line);)
            if (line.find_first_of("\t|") == std::string::npos && !of_table(line)) prose += line + "\n";
        const Report with = parse(source), without = parse(prose);
        const auto texts = [](const auto& items) {
            Lines all;
            for (const auto& item : items) all.push_back(item.text);
            return all;
        };
        CHECK(texts(with.targets) == texts(without.targets));
        CHECK(texts(with.shortcomings) == texts(without.shortcomings));
        CHECK(texts(with.achievements) == texts(without.achievements));
        CHECK(with.genre == without.genre);
        const auto kinds = [](const Report& report) {
            std::vector<ZoneKind> all;
            for (const Zone& zone : report.zones) all.push_back(zone.kind);
            return all;
        };
        CHECK(kinds(with) == kinds(without));
    }
}

TEST_CASE("measures of tables stand among those of the text", "[tables]") {
    const Report report =
        report_of("Năm 2016, Sở đã cấp 45 giấy phép.\n\nChỉ tiêu\tKế hoạch (tỷ đồng)\tThực hiện (tỷ đồng)\n" +
                  two_rows + "\nSở đã tổ chức 12 lớp đào tạo, trong đó 3 lớp cho cán bộ xã.\n");
    REQUIRE(report.measures.size() == 7);
    CHECK(report.measures[0].text == "45 giấy phép");
    CHECK(report.measures[1].text == "900");
    CHECK(report.measures[5].text == "12 lớp");
    CHECK(report.measures[6].part_of == 5);
    for (const Achievement& achievement : report.achievements)
        for (const std::size_t index : achievement.measures)
            CHECK(achievement.span.contains(report.measures[index].span));
}

TEST_CASE("units of a table stand above it, in its head, in its rows or in its cells", "[tables]") {
    const std::string wanted = "918\t918000000000\tVND\tmoney\tDoanh thu viễn thông\trevenue.telecom\t2016";
    for (const std::string head :
         {"ĐVT: tỷ đồng\nChỉ tiêu\tKế hoạch\tThực hiện\n", "(Đơn vị tính: tỷ đồng)\nChỉ tiêu\tKế hoạch\tThực hiện\n",
          "Doanh thu năm 2016 (ĐVT: Tỷ đồng)\nChỉ tiêu\tKế hoạch\tThực hiện\n",
          "Chỉ tiêu (tỷ đồng)\tKế hoạch\tThực hiện\n", "Chỉ tiêu\tKế hoạch (tỷ đồng)\tThực hiện (tỷ đồng)\n",
          "Chỉ tiêu (ĐVT: tỷ đồng)\tKH\tTH\n", "\t\tĐơn vị tính: tỷ đồng\nChỉ tiêu\tKế hoạch\tThực hiện\n",
          "Chỉ tiêu\tKế hoạch\tThực hiện\n(ĐVT: tỷ đồng)\n"}) {
        INFO(head);
        const FoundFigure result = found(head + two_rows);
        REQUIRE(result.measures.size() == 4);
        CHECK(result.measures[1] == wanted);
        CHECK(result.doubts.empty());
    }
    CHECK(
        found(
            "Chỉ tiêu\tĐơn vị\tThực hiện\nDoanh thu\t1.000 đồng\t5.200\nTiền phạt\tTr.đ\t35,5\nLượt truy cập\tnghìn "
            "lượt\t12\nSố hộ\thộ\t250\nNăng suất\ttạ/ha\t61,2\n")
            .measures == Lines{"5.200\t5200000\tVND\tmoney\tDoanh thu\t-\t2016",
                               "35,5\t35500000\tVND\tmoney\tTiền phạt\tinspection.fines\t2016",
                               "12\t12000\tlượt\tcount\tLượt truy cập\tegov.portal_visits\t2016",
                               "250\t250\thộ\tcount\tSố hộ\t-\t2016", "61,2\t61.2\ttạ\trate\tNăng suất\t-\t2016"});
    CHECK(found("Chỉ tiêu\tĐVT\tThực hiện\nThuê bao Internet\tTB\t22.940\nMật độ điện thoại\tTB/100 dân\t82,1\nTiền "
                "phạt\ttrđ\t96\n")
              .measures == Lines{"22.940\t22940\tthuê bao\tcount\tThuê bao Internet\tinternet.subscribers\t2016",
                                 "82,1\t82.1\tthuê bao\trate\tMật độ điện thoại\tphone.density\t2016",
                                 "96\t96000000\tVND\tmoney\tTiền phạt\tinspection.fines\t2016"});
    // 'Đơn vị' may be who made the table, or whose row it is.
    CHECK(found("Đơn vị: Phòng Bưu chính\nChỉ tiêu\tThực hiện\nDoanh thu\t918\n").doubts ==
          Lines{"unread-number: 918"});
    CHECK(found("Chỉ tiêu\tĐơn vị\tThực hiện\nDoanh thu\tPhòng Bưu chính\t918\n").doubts ==
          Lines{"unread-table: Doanh thu\tPhòng Bưu chính\t918"});
    // Nobody says of what.
    CHECK(found("Chỉ tiêu\tThực hiện\nDoanh thu\t918\n").doubts == Lines{"unread-number: 918"});
}

TEST_CASE("marks of repetition stand for the unit of the row above", "[tables]") {
    const std::string head = "Chỉ tiêu\tĐVT\tThực hiện\n", first = "Thuê bao điện thoại\tthuê bao\t900\n";
    for (const std::string again :
         {"nt", "-nt-", "NT", "như trên", "Như trên", "- như trên -", "\"", "”", "″", "''", "//"}) {
        INFO(again);
        const FoundFigure result =
            found(head + first + "Thuê bao Internet\t" + again + "\t700\nThuê bao di động\t" + again + "\t800\n");
        CHECK(result.doubts.empty());
        REQUIRE(result.report.measures.size() == 3);
        CHECK(result.report.measures[1].unit == "thuê bao");
        CHECK(result.report.measures[2].unit == "thuê bao");
    }
    // Money keeps its scale; the nearest unit counts.
    const FoundFigure money =
        found(head + first + "Doanh thu viễn thông\ttỷ đồng\t918\nDoanh thu bưu chính\tnt\t109\n");
    CHECK(money.measures.back() == "109\t109000000000\tVND\tmoney\tDoanh thu bưu chính\trevenue.postal\t2016");
    // Nothing to repeat.
    CHECK(found(head + "Thuê bao Internet\tnt\t700\n").doubts == Lines{"unread-table: Thuê bao Internet\tnt\t700"});
    CHECK(found(head + first + "Doanh thu\tPhòng Bưu chính\t918\nHộp thư\tnt\t700\n").doubts ==
          Lines{"unread-table: Doanh thu\tPhòng Bưu chính\t918", "unread-table: Hộp thư\tnt\t700"});
}

TEST_CASE("a cross is no unit, and what is measured counts no 'chỉ tiêu'", "[tables]") {
    const std::string head = "Chỉ tiêu\tĐVT\tThực hiện\n";
    CHECK(found(head + "Chỉ tiêu được giao\tx\t700\n").doubts == Lines{"unread-table: Chỉ tiêu được giao\tx\t700"});
    CHECK(found(head + "Chỉ tiêu được giao\t\t700\n").doubts == Lines{"unread-number: 700"});
    CHECK(found(head + "Số chỉ tiêu hoàn thành\t\t7\n").measures.size() == 1);
    CHECK(found(head + "Thuê bao Internet\t-\t700\n").report.measures.at(0).unit == "thuê bao");
}

TEST_CASE("units stand in a row below the head, or in two cells above it", "[tables]") {
    const std::string wanted = "918\t918000000000\tVND\tmoney\tDoanh thu viễn thông\trevenue.telecom\t2016";
    for (const std::string head : {"Chỉ tiêu\tKế hoạch\tThực hiện\n\ttỷ đồng\ttỷ đồng\n",
                                   "Chỉ tiêu\tKế hoạch\tThực hiện\n\t(tỷ đồng)\t(tỷ đồng)\n",
                                   "Đơn vị tính\ttỷ đồng\t\nChỉ tiêu\tKế hoạch\tThực hiện\n",
                                   "\tĐVT:\ttỷ đồng\nChỉ tiêu\tKế hoạch\tThực hiện\n"}) {
        INFO(head);
        const FoundFigure result = found(head + two_rows);
        REQUIRE(result.measures.size() == 4);
        CHECK(result.measures[1] == wanted);
        CHECK(result.doubts.empty());
    }
    // Each column has its own, and keeps its name.
    const FoundFigure result = found(
        "Chỉ tiêu\tKế hoạch\tThực hiện\tSo sánh\n\t(tỷ đồng)\t(tỷ đồng)\t(%)\nDoanh thu viễn "
        "thông\t900\t918\t102\nDoanh "
        "thu bưu chính\t100\t109\t109\n");
    REQUIRE(result.measures.size() == 6);
    CHECK(result.measures[5] == "109\t109\tpercent\tpercent\tDoanh thu bưu chính\trevenue.postal\t2016\t[Kế hoạch]");
    // Two counts of one level are not told apart by their units alone.
    check_unread("Chỉ tiêu\tThực hiện\tThực hiện\n\thộ\tngười\nThoát nghèo\t200\t800\n");
    // Who made the table is no unit.
    check_unread("Đơn vị\tPhòng Bưu chính\t\nChỉ tiêu\tKế hoạch\tThực hiện\n" + two_rows);
}

TEST_CASE("an empty cell behind a figure may be a part of a wide one", "[tables]") {
    const std::string head = "Chỉ tiêu\tĐVT\tKế hoạch\tThực hiện\n", full = "Số trạm BTS\ttrạm\t200\t210\n";
    for (const std::string row : {"Số bưu cục\tbưu cục\t30\n", "Số bưu cục\tbưu cục\t30\t\n"}) {
        const FoundFigure result = found(head + full + row);
        CHECK(result.measures.size() == 3);
        CHECK(result.doubts == Lines{"empty-cell: 30"});
    }
    // A mark says that there is nothing; a column may be empty; nothing stands behind the last.
    CHECK(found(head + full + "Số bưu cục\tbưu cục\t30\t-\n").doubts.empty());
    CHECK(found(head + full + "Số bưu cục\tbưu cục\t\t30\n").doubts.empty());
    CHECK(found(head + "Số trạm BTS\ttrạm\t200\nSố bưu cục\tbưu cục\t30\nSố hộp thư\thộp thư\t30\t31\n")
              .doubts.empty());
}

TEST_CASE("heads say which time a column tells of", "[tables]") {
    const auto period = [](const std::string& head) {
        const FoundFigure result = found("Chỉ tiêu\tĐVT\t" + head + "\nDoanh thu viễn thông\ttỷ đồng\t918\n");
        REQUIRE(result.report.measures.size() == 1);
        return result.report.measures[0].period->to_string();
    };
    CHECK(period("Thực hiện") == "2016");
    CHECK(period("Năm 2015") == "2015");
    CHECK(period("2015") == "2015");
    CHECK(period("TH 6 tháng đầu năm 2016") == "2016-H1");
    CHECK(period("TH 6 tháng/2016") == "2016-H1");
    CHECK(period("Thực hiện quý I/2016") == "2016-Q1");
    CHECK(period("Quý III") == "2016-Q3");
    CHECK(period("Tháng 12/2016") == "2016-12");
    CHECK(period("Cùng kỳ") == "2015");
    CHECK(period("Cùng kỳ năm 2015") == "2015");
    // The year of the column beside it.
    const FoundFigure beside = found("Chỉ tiêu\tĐVT\tTháng 9/2017\tLũy kế 9 tháng\nDoanh thu\ttỷ đồng\t90\t918\n");
    CHECK(beside.report.measures.at(1).period->to_string() == "2016-9M");  // the page reviews 2016
    const Report alone = parse("Chỉ tiêu\tĐVT\tTháng 9/2017\tLũy kế 9 tháng\nDoanh thu\ttỷ đồng\t90\t918\n");
    CHECK(alone.measures.at(1).period->to_string() == "2017-9M");
    const Report years = parse("Chỉ tiêu\tĐVT\tNăm 2015\tNăm 2016\t9 tháng\nDoanh thu\ttỷ đồng\t90\t98\t918\n");
    CHECK_FALSE(years.measures.at(2).period);
    // Revenue is no stock.
    CHECK(period("Đến 31/12/2016") == "2016");
    const FoundFigure stock = found("Chỉ tiêu\tĐVT\tĐến 31/12/2016\nSố trạm BTS\ttrạm\t1.260\n");
    REQUIRE(stock.report.measures.size() == 1);
    CHECK(stock.report.measures[0].period->to_string() == "2016-12-31");
}

TEST_CASE("figures show how a comparison is meant", "[tables]") {
    const auto last = [](const std::string& heads, const std::string& figures) {
        const FoundFigure result =
            found("Chỉ tiêu\tĐVT\t" + heads + "\nDoanh thu viễn thông\ttỷ đồng\t" + figures + "\n");
        INFO(heads);
        REQUIRE_FALSE(result.measures.empty());
        const Measure& m = result.report.measures.back();
        return m.value.to_string() + " " + m.unit.value_or("-") + " " + std::string(name_of(m.role)) + " " +
               (m.direction ? std::string(name_of(*m.direction)) : "-") + " " + m.baseline.value_or("-") + " " +
               m.period->to_string();
    };
    CHECK(last("Năm 2015\tNăm 2016\tSo với 2015 (%)", "800\t880\t110") == "110 percent level - So với 2015 2016");
    CHECK(last("Năm 2015\tNăm 2016\tSo với 2015 (%)", "800\t880\t10") ==
          "10 percent change increase So với 2015 2016");
    CHECK(last("Năm 2015\tNăm 2016\tTăng/giảm", "800\t720\t-80") == "80000000000 VND change decrease Năm 2015 2016");
    CHECK(last("Năm 2015\tNăm 2016\tTăng/giảm", "800\t880\t10") == "10 percent change increase Năm 2015 2016");
    CHECK(last("Năm 2015\tNăm 2016\tGiảm (%)", "800\t720\t10") == "10 percent change decrease Năm 2015 2016");
    CHECK(last("KH 2016\tTH 2016\t% TH/KH", "800\t880\t110") == "110 percent level - KH 2016");
    CHECK(last("KH 2016\tTH 2016\tSo với KH (%)", "800\t880\t+10") == "10 percent change increase So với KH 2016");
    CHECK(last("TH 2015\tKH 2016\tTH 2016\tSo sánh (%)", "800\t880\t880\t110") == "110 percent level - TH 2015 2016");
    // Up to the same time: the nearest is compared.
    CHECK(last("Tháng 9\tLũy kế 9 tháng\tSo cùng kỳ (%)", "90\t880\t110") ==
          "110 percent level - So cùng kỳ 2016-9M");
    CHECK(last("Tháng 9\tSo cùng kỳ (%)\tLũy kế 9 tháng\tSo cùng kỳ (%)", "90\t104\t880\t110") ==
          "110 percent level - So cùng kỳ 2016-9M");
    CHECK(last("Năm 2016\tNăm 2015\tSo sánh (%)", "880\t800\t110") == "110 percent level - Năm 2015 2016");
    // A plan for the time to come.
    CHECK(last("TH 2016\tKH 2017\tTăng trưởng", "800\t880\t10") == "10 percent change increase TH 2016 2017");
    CHECK(last("TH 2016\tKH 2017\tTăng, giảm", "800\t880\t80") == "80000000000 VND change increase TH 2016 2017");
    CHECK(last("TH 2016\tKH 2017\tSo sánh (%)", "800\t880\t110") == "110 percent level - TH 2016 2017");
    CHECK(last("KH 2017\tTăng trưởng", "880\t10") == "10 percent change increase - 2017");
    CHECK(last("TH 2015\tTH 2016\tKH 2017\tTăng trưởng so với 2015 (%)", "800\t880\t900\t10") ==
          "10 percent change increase so với 2015 2016");
    CHECK(last("KH 2016\tTH 2016\tTăng trưởng", "800\t880\t10") == "10 percent change increase KH 2016 2016");
    // Shares that are small.
    CHECK(last("Kế hoạch năm\tThực hiện\tĐạt tỷ lệ (%)", "800\t240\t30") == "30 percent level - Kế hoạch năm 2016");
}

TEST_CASE("a comparison of percentages is one of points where its figures say so", "[tables]") {
    const std::string head = "Chỉ tiêu\tĐVT\tNăm 2015\tNăm 2016\tTăng/giảm\n";
    const FoundFigure points = found(head + "Tỷ lệ hộ nghèo\t%\t6,5\t5,2\t-1,3\nDoanh thu\ttỷ đồng\t800\t880\t80\n");
    REQUIRE(points.measures.size() == 6);
    CHECK(points.measures[2] ==
          "-1,3\t1.3\tđiểm %\tpercent\tTỷ lệ hộ nghèo\tpoverty.rate\t2016\tdecrease\t[Năm 2015]");
    const FoundFigure neither = found(
        "Chỉ tiêu\tĐVT\tNăm 2015\tNăm 2016\tSo với 2015 (%)\n"
        "Tỷ lệ hộ nghèo\t%\t6,5\t5,2\t95\nDoanh thu\ttỷ đồng\t800\t880\t110\n");
    CHECK(neither.measures.size() == 5);
    CHECK(neither.doubts == Lines{"unread-number: 95"});
}

TEST_CASE("comparisons that do not follow from the figures", "[tables]") {
    // In one row it is a slip, which is told; in most the columns are not what they seem.
    const std::string head = "Chỉ tiêu\tĐVT\tKế hoạch\tThực hiện\tTỷ lệ (%)\n";
    const FoundFigure slip = found(head +
                                   "Số trạm BTS\ttrạm\t200\t210\t105\nSố bưu cục\tbưu cục\t30\t33\t110\nSố lớp đào "
                                   "tạo\tlớp\t10\t12\t102\n");
    CHECK(slip.measures.size() == 9);
    CHECK(slip.doubts == Lines{"percent-contradicts-ratio: 102"});
    check_unread(head + "Số trạm BTS\ttrạm\t200\t210\t55\nSố bưu cục\tbưu cục\t30\t33\t70\n");
}

TEST_CASE("what the columns of a table hold must be said", "[tables]") {
    check_unread(two_rows);
    check_unread("Chỉ tiêu\tĐVT\tThực hiện\t\tGhi chú\nDoanh thu\ttỷ đồng\t918\t7\n");       // no head
    check_unread("Chỉ tiêu\tĐVT\tThực hiện\tKhối văn phòng\nDoanh thu\ttỷ đồng\t918\t7\n");  // a strange one
    check_unread("Chỉ tiêu\tĐVT\tThực hiện\tThực hiện\nDoanh thu\ttỷ đồng\t918\t7\n");       // two of one kind
    check_unread("Chỉ tiêu\tĐVT\tKế hoạch thực hiện tại huyện\nDoanh thu\ttỷ đồng\t918\n");
    check_unread("Huyện\tSố hộ nghèo\tTỷ lệ (%)\nDuy Tiên\t1.200\t4,5\nKim Bảng\t900\t3,1\n");  // places
    check_unread("Đơn vị\tKế hoạch\tThực hiện\nPhòng Bưu chính\t20\t21\n");                     // agencies
    check_unread("Doanh thu bưu chính\t109 tỷ đồng\nDoanh thu viễn thông\t918 tỷ đồng\n");
    // The head is in rows that are not as wide as the table.
    check_unread("STT\tChỉ tiêu\tNăm 2016\nKế hoạch\tThực hiện\n1\tDoanh thu (tỷ đồng)\t900\t918\n");
}

TEST_CASE("a row that does not fit its table is left out", "[tables]") {
    const std::string head = "Chỉ tiêu\tĐVT\tKế hoạch\tThực hiện\n";
    const std::string good = "Số trạm BTS\ttrạm\t200\t210\n";
    CHECK(found(head + good + "Số bưu cục\tbưu cục\t30\t33\t110\n").doubts ==
          Lines{"unread-table: Số bưu cục\tbưu cục\t30\t33\t110"});
    CHECK(found(head + good + "Số bưu cục\t30\t33\n").doubts == Lines{"unread-table: Số bưu cục\t30\t33"});
    CHECK(found(head + good + "\tbưu cục\t30\t33\n").doubts == Lines{"unread-table: bưu cục\t30\t33"});
    const FoundFigure cells = found(head + good + "Số lớp đào tạo\tlớp\t12 hoặc 13\t0912345678\n");
    CHECK(cells.measures.size() == 2);
    CHECK(cells.doubts == Lines{"unread-number: 12 hoặc 13", "unread-number: 0912345678"});
    check_unread("Chỉ tiêu\tĐVT\tThực hiện\nSố xã có Internet\txã\t110/116\n");
}

TEST_CASE("a second head begins another table", "[tables]") {
    const std::string rows = "Số trạm BTS\ttrạm\t200\t210\n";
    const FoundFigure other = found("Chỉ tiêu\tĐVT\tKế hoạch\tThực hiện\n" + rows +
                                    "\nChỉ tiêu\tĐVT\tNăm 2015\tNăm 2016\nSố bưu cục\tbưu cục\t30\t33\n");
    REQUIRE(other.measures.size() == 4);
    CHECK(other.measures[1] == "210\t210\ttrạm\tcount\tSố trạm BTS\tbts.total\t2016");
    CHECK(other.measures[2] == "30\t30\tbưu cục\tcount\tSố bưu cục\tpost.offices\t2015");
    // The unit of the first serves the second where the head is told again, as on the next page.
    const std::string head = "Chỉ tiêu\tKế hoạch\tThực hiện\n";
    CHECK(found("ĐVT: tỷ đồng\n" + head + two_rows + head + "Nộp ngân sách\t40\t42\n").measures.back() ==
          "42\t42000000000\tVND\tmoney\tNộp ngân sách\t-\t2016");
    CHECK(
        found("ĐVT: tỷ đồng\n" + head + two_rows + "Chỉ tiêu\tNăm 2015\tNăm 2016\nNộp ngân sách\t40\t42\n").doubts ==
        Lines{"unread-number: 40", "unread-number: 42"});
}

TEST_CASE("separators are those of the whole table", "[tables]") {
    const std::string head = "Chỉ tiêu\tĐVT\tNăm 2015\tNăm 2016\n";
    const auto values = [&](const std::string& rows) {
        Lines all;
        for (const Measure& m : found(head + rows).report.measures) all.push_back(m.value.to_string());
        return all;
    };
    CHECK(values("Sản lượng\ttấn\t1.250\t102,7\n") == Lines{"1250", "102.7"});
    CHECK(values("Sản lượng\ttấn\t1,250\t102.7\n") == Lines{"1250", "102.7"});
    CHECK(values("Sản lượng\ttấn\t1.250\t102.7\n") == Lines{"1.25", "102.7"});
    CHECK(values("Sản lượng\ttấn\t1,250\t102,7\n") == Lines{"1.25", "102.7"});
    // The number of a row says nothing of them.
    CHECK(found("STT\tChỉ tiêu\tĐVT\tNăm 2016\n1\tTổng thuê bao điện thoại\tthuê bao\t800.000\n1.1\tDi "
                "động\tthuê bao\t760.000\n")
              .measures ==
          Lines{"800.000\t800000\tthuê bao\tcount\tTổng thuê bao điện thoại\tphone.subscribers\t2016",
                "760.000\t760000\tthuê bao\tcount\tDi động\tphone.subscribers\t2016\tof 0"});
    // Nothing says which, and a million may have thousandths.
    CHECK(values("Doanh thu\ttỷ đồng\t1,250\t98\n") == Lines{"98000000000"});
    CHECK(values("Sản lượng\ttấn\t98,5\t102.7\n") == Lines{"98.5", "102.7"});
    CHECK(values("Sản lượng\ttấn\t98,5\t102.7\nDoanh thu\ttỷ đồng\t1.250\t99\n") ==
          Lines{"98.5", "102.7", "99000000000"});
}

TEST_CASE("what is typed in columns without figures is no table", "[tables]") {
    // A programme, a list to call, winners, a menu.
    check_no_table("7h30\tĐón tiếp đại biểu\n8h00 - 8h15\tChào cờ, giới thiệu đại biểu\n8h15\tKhai mạc\n");
    check_no_table("STT\tHọ và tên\tĐiện thoại\n1\tNguyễn Văn Bình\t0912345678\n2\tTrần Thị Lan\t0226.3852.123\n");
    check_no_table("1\tChi cục Thuế huyện Duy Tiên\tCờ thi đua\n2\tPhòng Văn hóa thành phố\tBằng khen\n");
    check_no_table("Trang chủ | Giới thiệu | Liên hệ\n");
    check_no_table("Nơi nhận:\tGIÁM ĐỐC\n- Như trên;\t(Đã ký)\n- Lưu: VT, P2.\tTrần Văn Hai\n");
    check_no_table("Số: 12/BC-STTTT\tHà Nam, ngày 12 tháng 01 năm 2017\n");
    check_no_table("Trần Văn Hai\t1985\nLê Thị Ba\t1990\n");
    // Prose with marks between its parts.
    CHECK(
        found("Tỷ lệ hồ sơ trực tuyến: năm 2015: 11,2% | năm 2016: 36,8%\nThuê bao: 7.850 | 8.214\nSố lớp: năm 2015: "
              "12 lớp | năm 2016: 15 lớp\n")
            .doubts.empty());
}

TEST_CASE("tabs in prose are blanks", "[tables]") {
    for (const std::string body :
         {"\tNăm 2016, Sở đã tổ chức 12 lớp đào tạo.\n", "-\tNăm 2016, Sở đã tổ chức 12 lớp đào tạo.\n",
          "1.\tNăm 2016, Sở đã tổ chức 12 lớp đào tạo.\n", "Năm 2016,\tSở đã tổ chức\t12 lớp đào tạo.\n"}) {
        INFO(body);
        const FoundFigure result = found(body);
        REQUIRE(result.measures.size() == 1);
        CHECK(result.measures[0] == "12 lớp\t12\tlớp\tcount\tlớp đào tạo\ttraining.courses\t2016");
        CHECK(result.doubts.empty());
    }
}

TEST_CASE("tables have their places in the text as it was given", "[tables]") {
    const std::string table = "Chỉ tiêu\tĐVT\tThực hiện\r\nSố trạm BTS\ttrạm\t1.260\r\n";
    const std::string decomposed =
        "Chỉ tiêu\tĐVT\tThực hie\xCC\xA3\xCC\x82n\nSo\xCC\x82\xCC\x81 trạm BTS\ttrạm\t1.260\n";
    for (const std::string& source : {"\xEF\xBB\xBF" + table, "Mở đầu.\r\n\r\n" + table, decomposed}) {
        const Report report = parse_checked(source);
        REQUIRE(report.measures.size() == 1);
        CHECK(slice(source, report.measures[0].span) == "1.260");
        CHECK(slice(source, report.measures[0].indicator->span) == report.measures[0].indicator->text);
        CHECK(report.measures[0].indicator_id == "bts.total");
    }
}

TEST_CASE("long tables take a time that grows as they do", "[tables]") {
    // All rows are read, however many they are.
    std::string table = "Chỉ tiêu\tĐVT\tKế hoạch\tThực hiện\n";
    for (int i = 0; i < 300; ++i) table += "Số trạm BTS\ttrạm\t200\t210\n";
    CHECK(report_of(table).measures.size() == 600);
    Options options;
    options.max_work = 400;
    const Report report = parse(table, options);
    CHECK(report.measures.empty());
    CHECK(std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                      [](const Diagnostic& d) { return d.code == "work-budget" || d.code == "unread-table"; }));
}

TEST_CASE("a text that is a table alone is not empty", "[tables]") {
    const auto says_empty = [](const Report& report) {
        return std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                           [](const Diagnostic& d) { return d.code == "empty-input"; });
    };
    CHECK_FALSE(says_empty(parse("Chỉ tiêu\tĐVT\tThực hiện\nSố trạm BTS\ttrạm\t1.260\n")));
    CHECK(says_empty(parse("")));
}

TEST_CASE("a mark at the beginning of a row stands behind an empty cell where the head has no frame", "[tables]") {
    CHECK(found("TT|Nội dung|ĐVT|Kết quả năm 2016|\n1|Tổng số lượt khám|lượt|652.000|\n"
                "|Trong đó: BHYT|lượt|512.400|\n2|Số giường bệnh|giường|1.466|\n")
              .measures.size() == 3);
    CHECK(found("|Nội dung|ĐVT|Kết quả năm 2016|\n|Tổng số lượt khám|lượt|652.000|\n|Số giường bệnh|giường|1.466|\n")
              .measures.size() == 2);
}
