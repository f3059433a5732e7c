// SPDX-License-Identifier: BSL-1.0
#include <tongket/table.hpp>

#include <unicode/uchar.h>

#include <sstream>
#include <string>
#include <vector>

#include <tongket/print.hpp>

#include "catch.hpp"
#include "writers/display.hpp"

using namespace tongket;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Measure money() {
    Measure measure;
    measure.text = "trên 520 tỷ đồng";
    measure.value = Decimal(520, 9);
    measure.unit = "VND";
    measure.kind = MeasureKind::money;
    measure.approx = Approximation::at_least;
    measure.estimated = true;
    measure.indicator = Text{"Doanh thu", {0, 9}};
    measure.indicator_id = "revenue";
    measure.baseline = "so với năm 2016";
    measure.role = MeasureRole::change;
    measure.direction = Direction::increase;
    measure.period = Period::of_year(2017);
    return measure;
}

}  // namespace

TEST_CASE("display width counts terminal columns", "[table]") {
    CHECK(display_width("") == 0);
    CHECK(display_width("abc") == 3);
    CHECK(display_width("tổng kết") == 8);
    CHECK(display_width("to\xCC\x82\xCC\x89ng") == 4);  // ổ as o and two combining marks
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("Ａ") == 2);  // full width
    CHECK(display_width("a\xE2\x80\x8B"
                        "b") == 2);  // zero width space
    CHECK(display_width("a\xFF") == 2);
    CHECK(display_width("…–×") == 3);
}

TEST_CASE("what steers a terminal is not printed", "[table]") {
    CHECK(printable("tổng kết") == "tổng kết");
    CHECK(printable("a\tb\nc\r\fd\v") == "a b c  d ");
    CHECK(printable("\x1b[31mred") == "\uFFFD[31mred");
    CHECK(printable(std::string("a\0b", 3)) == "a\uFFFDb");
    CHECK(printable("\x7F") == "\uFFFD");
    CHECK(printable("\xC2\x9B"
                    "31m") == "\uFFFD31m");  // C1: control sequence introducer
    CHECK(printable("\xE2\x80\xAE"
                    "abc") ==
          "\uFFFD"
          "abc");  // right-to-left override
    CHECK(printable("\xE2\x81\xA6"
                    "abc") ==
          "\uFFFD"
          "abc");                                  // left-to-right isolate
    CHECK(printable("\xE2\x80\xA8") == "\uFFFD");  // line separator
    CHECK(printable("a\xFFz\xE1\xBB") == "a\uFFFDz\uFFFD");
}

TEST_CASE("words in one line have single blanks", "[table]") {
    CHECK(in_one_line("") == "");
    CHECK(in_one_line("tổng kết") == "tổng kết");
    CHECK(in_one_line(" \n trạm truyền\f\r\n  thanh\u00A0\u2028\u3000cấp\txã\v ") == "trạm truyền thanh cấp xã");
    CHECK(in_one_line("\n\t ") == "");
    CHECK(in_one_line("a\xFF\u200Bb") == "a\xFF\u200Bb");  // no blanks
    Report report;
    Measure measure = money();
    measure.indicator->text = "trạm truyền\n2\f  thanh";
    measure.part_of = 0;
    report.measures = {money(), measure};
    report.title = Text{"Hội nghị\n\ttổng kết", {}};
    const std::string table = to_table(report);
    CHECK(contains(table, "title      Hội nghị tổng kết\n"));
    CHECK(contains(table, "\n  trạm truyền 2 thanh [revenue]"));
}

TEST_CASE("what steers a terminal is what Unicode says", "[table]") {
    for (UChar32 c = 0; c <= UCHAR_MAX_VALUE; ++c) {
        const int8_t type = u_charType(c);
        const bool steers = type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
                            u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0;
        if (steers_terminal(static_cast<char32_t>(c)) == steers) continue;
        INFO(c);
        CHECK_FALSE(steers);
        CHECK(steers);
    }
}

TEST_CASE("one-line forms hold nothing that steers a terminal", "[table]") {
    const std::string steering = "\x1b[31m\u009B2J\u202E\x7F\r\n\xFF";
    Report report;
    report.title = Text{steering, {}};
    report.meeting.organizer = Organizer{steering, OrganizerKind::department, steering, {}};
    Measure measure = money();
    measure.text = steering;
    measure.unit = steering;
    measure.per = Per{Decimal(100), steering};
    measure.baseline = steering;
    measure.indicator = Text{steering, {}};
    measure.indicator_id = steering;
    const Person person = {steering, steering, {{steering, steering, {}}}, {Role::chair}, {}};
    const Award award = {steering, {}, steering, AwardKind::certificate, steering, steering, 23, 2017, {}};
    const Citation citation = {steering, {}, CitationType::decree, steering, steering, {}, steering, {}};
    const Diagnostic diagnostic = {Severity::warning, steering, steering, {}, {}};
    Target target;
    target.text = target.source = steering;
    for (const std::string& line :
         {to_string(report), to_string(measure), to_string(person), to_string(award), to_string(citation),
          to_string(diagnostic), to_string(target), to_string(Delegation{steering, {}})}) {
        CHECK(printable(line) == line);
        CHECK(contains(line, "[31m"));
    }
    CHECK(to_string(Text{"a\u009B\"\xFF\n\f b", {0, 9}}) == R"(Text{"a\xc2\x9b\"\xff b" [0, 9)})");
}

TEST_CASE("streams take all that has a one-line form", "[table]") {
    const auto check = [](const auto& value) {
        std::ostringstream out;
        out << value;
        CHECK(out.str() == to_string(value));
        CHECK_FALSE(out.str().empty());
    };
    check(Span{1, 2});
    check(Text{"a", {0, 1}});
    check(Zone{ZoneKind::title, {0, 1}});
    check(Meeting{});
    check(Position{"Giám đốc", "Sở", Confidence::certain});
    check(Person{});
    check(Delegation{"các phòng", {0, 1}});
    check(money());
    check(Statement{});
    check(Target{});
    check(Award{});
    check(Citation{});
    check(Diagnostic{});
    check(Report{});
    std::ostringstream out;
    out << Decimal(155, -1) << ' ' << Date{2018, 1, 18} << ' ' << TimeOfDay{8, 5} << ' ' << Period::of_half(2018, 1);
    CHECK(out.str() == "15.5 2018-01-18 08:05 2018-H1");
}

TEST_CASE("long text is cut at a column", "[table]") {
    CHECK(cut_to_width("tổng kết", 8) == "tổng kết");
    CHECK(cut_to_width("tổng kết", 7) == "tổng k…");
    CHECK(cut_to_width("tổng kết", 6) == "tổng…");  // no blank before the ellipsis
    CHECK(cut_to_width("abc", 1) == "…");
    CHECK(cut_to_width("abc", 0).empty());
    CHECK(cut_to_width("漢字漢字", 4) == "漢…");
    CHECK(cut_to_width("o\xCC\x82o\xCC\x82o\xCC\x82", 2) == "o\xCC\x82…");
}

TEST_CASE("a table of an empty report says what is known", "[table]") {
    CHECK(to_table(Report{}) == "Meeting\nkind       other\n");
}

TEST_CASE("a table shows the parts of a report", "[table]") {
    Report report;
    report.title = Text{"Hội nghị tổng kết", {0, 17}};
    report.meeting.kind = MeetingKind::annual_review;
    report.meeting.date = Date{2018, 1, 18};
    report.meeting.day_part = DayPart::morning;
    report.meeting.organizer = Organizer{"Sở Thông tin", OrganizerKind::department, "VN-54", {}};
    report.people = {{"Trần B", "đồng chí", {{"Giám đốc", "Sở", {}}, {"Ủy viên", {}, {}}}, {Role::chair}, {}}};
    Measure part;
    part.text = "158/199 xã";
    part.value = Decimal(158);
    part.of = Decimal(1990);
    part.unit = "xã";
    part.part_of = 0;
    Measure rate;
    rate.text = "58,8 máy/100 dân";
    rate.value = Decimal(-12345675, -4);
    rate.to = Decimal(15);
    rate.unit = "máy";
    rate.per = Per{Decimal(100), "dân"};
    Measure hours = rate;
    hours.per = Per{Decimal(1), "ngày"};
    report.measures = {money(), part, rate, hours};
    Target target;
    target.text = "Phát triển hạ tầng";
    target.due = Period::of_year(2020);
    report.targets = {target};
    report.shortcomings = {{"Còn chậm", {}, Topic::it, {}}};
    report.awards = {
        {"23 tập thể", {}, "Bằng khen", AwardKind::certificate, "UBND tỉnh", "collective", 23, 2017, {}}};
    report.delegations = {{"các phòng", {}}};
    report.citations = {{"Nghị định số 64/2007", {}, CitationType::decree, "64/2007", "", Date{2007, 4, 10}, {}, {}}};
    report.diagnostics = {{Severity::warning, "odd", "", {}, {}},
                          {Severity::note, "small", "", {}, {}},
                          {Severity::warning, "odd", "", {}, {}}};

    CHECK(to_table(report) == R"(Meeting
title      Hội nghị tổng kết
kind       annual review
held       2018-01-18, morning
organizer  Sở Thông tin, VN-54

People
name    honorific  positions             roles
Trần B  đồng chí   Giám đốc Sở, Ủy viên  chair

Delegations
group
các phòng

Measures
indicator                        value  unit         change    against          period
Doanh thu [revenue]  est. at least 520  tỷ đồng      increase  so với năm 2016  2017
  158/199 xã                 158/1 990  xã
58,8 máy/100 dân        -1 234.5675–15  máy/100 dân
58,8 máy/100 dân        -1 234.5675–15  máy/ngày

Shortcomings
topic  text
it     Còn chậm

Targets
source  due   text
plan    2020  Phát triển hạ tầng

Awards
name       grantor    recipient   count  year
Bằng khen  UBND tỉnh  collective     23  2017

Citations
document              type    date        issuer
Nghị định số 64/2007  decree  2007-04-10

Diagnostics
note small × 1
warning odd × 2
)");
}

TEST_CASE("lines keep to the width of the terminal, numbers longest", "[table]") {
    Report report;
    Measure measure = money();
    measure.indicator->text = std::string(300, 'x');
    measure.baseline = std::string(300, 'y');
    report.measures = {measure, money()};
    Target target;
    target.text = std::string(5000, 'z');
    report.targets = {target};
    report.title = Text{std::string(500, 't'), {}};
    for (const std::size_t width : {100U, 80U, 70U}) {
        TableOptions options;
        options.width = width;
        const std::string table = to_table(report, options);
        CHECK(contains(table, "520  tỷ đồng"));
        CHECK(contains(table, std::string(10, 'x')));
        for (const std::string& line : lines_of(table)) {
            INFO(line);
            CHECK(display_width(line) <= width);
        }
    }
    for (const std::size_t width : {30U, 10U, 1U, 0U}) {
        TableOptions options;
        options.width = width;
        CHECK(contains(to_table(report, options), "Measures"));
    }
}

TEST_CASE("what is measured is never cut, and what it is compared with is no change", "[table]") {
    Report report;
    Measure telecom = money();
    telecom.indicator->text = "tổng doanh thu bưu chính, viễn thông toàn tỉnh của các doanh nghiệp nhà nước";
    telecom.indicator_id = "revenue.telecom.state_owned_enterprises";
    Measure postal = telecom;
    postal.indicator->text = "tổng doanh thu bưu chính, viễn thông toàn tỉnh của các doanh nghiệp tư nhân";
    postal.indicator_id = "revenue.telecom.state_owned";
    postal.role = MeasureRole::level;
    postal.direction.reset();
    postal.baseline = "kế hoạch";
    postal.value = Decimal(1027, 6);
    postal.planned = true;
    report.measures = {telecom, postal};
    report.outlet = Text{"Báo Hà Nam", {}};
    TableOptions options;
    for (const std::size_t width : {100U, 80U}) {
        options.width = width;
        const std::string table = to_table(report, options);
        CHECK_FALSE(contains(table, "…"));
        // The two differ behind the place where they would be cut.
        CHECK(contains(table, "nước"));
        CHECK(contains(table, "nhân"));
        for (const std::string& line : lines_of(table)) {
            INFO(line);
            CHECK(display_width(line) <= width);
        }
    }
    options.width = 200;
    const std::string table = to_table(report, options);
    CHECK(contains(table, "plan est. at least 1.027  tỷ đồng            kế hoạch"));
    CHECK(contains(table, "outlet     Báo Hà Nam"));
    CHECK_FALSE(contains(table, "published"));
}

TEST_CASE("the unit of a figure is not cut, but what is measured goes on in lines below", "[table]") {
    Report report;
    Measure measure = money();
    measure.unit = "thuê bao";
    measure.value = Decimal(102);
    measure.kind = MeasureKind::rate;
    measure.per = Per{Decimal(1000), "người dân"};
    measure.indicator->text = "mật độ thuê bao điện thoại di động của tất cả các doanh nghiệp trên địa bàn toàn tỉnh";
    report.measures = {measure};
    TableOptions options;
    for (const std::size_t width : {120U, 100U, 80U}) {
        options.width = width;
        const std::string table = to_table(report, options);
        // Where there is no room for it beside the figures, it goes on below too.
        CHECK((width < 100 || contains(table, "102  thuê bao/1 000 người dân")));
        CHECK_FALSE(contains(table, "…"));
    }
    // One as long as a sentence does not take all of the line.
    report.measures[0].unit = "người dân tộc thiểu số ở các xã đặc biệt khó khăn của tỉnh";
    options.width = 80;
    const std::string table = to_table(report, options);
    CHECK_FALSE(contains(table, "…"));
    for (const std::string& line : lines_of(table)) CHECK(display_width(line) <= 80);
}

TEST_CASE("columns align whatever the letters are made of", "[table]") {
    Report report;
    report.people = {{"To\xCC\x82\xCC\x89ng", "x", {}, {}, {}}, {"Tổng", "x", {}, {}, {}}, {"漢字", "x", {}, {}, {}}};
    const std::vector<std::string> lines = lines_of(to_table(report));
    REQUIRE(lines.size() == 8);
    for (std::size_t i = 5; i < 8; ++i) CHECK(display_width(lines[i]) == 7);
}

TEST_CASE("tables have colours only when asked, and never those of the source", "[table]") {
    Report report;
    report.title = Text{"\x1b[2Jgone", {}};
    report.diagnostics = {{Severity::warning, "odd\x1b[0m", "", {}, {}}};
    CHECK_FALSE(contains(to_table(report), "\x1b"));
    TableOptions options;
    options.colors = true;
    const std::string table = to_table(report, options);
    CHECK(contains(table, "\x1b[1;36mMeeting\x1b[0m"));
    CHECK_FALSE(contains(table, "\x1b[2J"));
}
