// SPDX-License-Identifier: BSL-1.0
// The whole parser: what it refuses, what it makes of odd input, and what makes no difference to it.
#include <tongket/parse.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files.hpp"
#include "respell.hpp"
#include "spans.hpp"
#include "text/text.hpp"

using namespace tongket;
using namespace std::string_literals;
using test::parse_checked;

namespace {

const std::string small_report =
    "Sở Khoa học và Công nghệ tỉnh Hà Nam tổng kết công tác năm 2016\n\n"
    "Sáng 12/01/2017, Sở Khoa học và Công nghệ tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016, triển khai "
    "nhiệm vụ "
    "năm 2017. Đồng chí Đoàn Thế Vinh, Phó Chủ tịch UBND tỉnh dự và chỉ đạo hội nghị.\n\n"
    "Năm 2016, Sở đã nghiệm thu 14 đề tài, cấp 09 giấy phép, kinh phí thực hiện trên 12 tỷ đồng.\n\n"
    "Năm 2017, Sở tập trung triển khai 20 đề tài; hoàn thiện quy chế quản lý nhiệm vụ khoa học.\n";

bool has_diagnostic(const Report& report, const std::string& code) {
    for (const Diagnostic& diagnostic : report.diagnostics)
        if (diagnostic.code == code) return true;
    return false;
}

void check_refused(const std::function<void()>& parse, ErrorCode code, std::size_t offset) {
    try {
        parse();
        FAIL("not refused");
    } catch (const Error& error) {
        CHECK(error.code() == code);
        CHECK(error.offset() == offset);
        CHECK_FALSE(std::string(error.what()).empty());
    }
}

/// Nothing that only the report of a conference has.
void check_no_report(const Report& report, const std::string& code) {
    CHECK(has_diagnostic(report, code));
    REQUIRE(report.genre);
    CHECK(*report.genre < least_genre);
    CHECK(report.meeting == Meeting{});
    CHECK(report.delegations.empty());
    CHECK(report.achievements.empty());
    CHECK(report.shortcomings.empty());
    CHECK(report.targets.empty());
    CHECK(report.awards.empty());
    for (const Zone& zone : report.zones) {
        INFO(std::string(name_of(zone.kind)));
        CHECK((zone.kind == ZoneKind::other || zone.kind == ZoneKind::boilerplate || zone.kind == ZoneKind::title ||
               zone.kind == ZoneKind::dateline || zone.kind == ZoneKind::lead || zone.kind == ZoneKind::caption ||
               zone.kind == ZoneKind::byline));
    }
}

/// Nothing at all but zones and diagnostics.
void check_empty(const Report& report, const std::string& code) {
    check_no_report(report, code);
    Report empty;
    empty.genre = 0;
    empty.zones = report.zones;
    empty.diagnostics = report.diagnostics;
    CHECK(report == empty);
}

std::string random_bytes() {
    std::string bytes;
    unsigned state = 1;
    for (int i = 0; i < 20000; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24U);
    }
    return bytes;
}

}  // namespace

TEST_CASE("no token before the first is read", "[parse]") {
    for (const char* text :
         {"5 xã đạt chuẩn.", "Gấp đôi so với năm 2016.", "2 lần so với năm 2016.", "21 công ty đạt 70 tỷ đồng."})
        CHECK_FALSE(Parser().parse(text).measures.empty());
}

TEST_CASE("a small report is read", "[parse]") {
    const Report report = parse_checked(small_report);
    CHECK(report.title->text == "Sở Khoa học và Công nghệ tỉnh Hà Nam tổng kết công tác năm 2016");
    CHECK(report.meeting.kind == MeetingKind::annual_review);
    CHECK(report.meeting.date == Date{2017, 1, 12});
    CHECK(report.people.size() == 1);
    CHECK(report.measures.size() == 4);
    CHECK(report.targets.size() == 2);
    CHECK(report.diagnostics.empty());
}

TEST_CASE("invalid UTF-8 is refused with its offset", "[parse]") {
    const std::size_t middle = small_report.find("14 đề");
    for (const std::size_t at : {std::size_t{0}, middle, small_report.size()}) {
        std::string source = small_report;
        source.insert(at, "\xFF");
        check_refused([&] { (void)parse(source); }, ErrorCode::invalid_utf8, at);
    }
    check_refused([] { (void)parse("\xC3"); }, ErrorCode::invalid_utf8, 0);
    check_refused([] { (void)parse_quantity("12 \xE1\xBB"); }, ErrorCode::invalid_utf8, 3);
    check_refused([] { (void)parse_date("\xFF"); }, ErrorCode::invalid_utf8, 0);
    check_refused([] { (void)parse_period("\xFF"); }, ErrorCode::invalid_utf8, 0);
    check_refused([] { (void)parse_citation("\xFF"); }, ErrorCode::invalid_utf8, 0);
    check_refused([] { (void)parse_person("\xFF"); }, ErrorCode::invalid_utf8, 0);
    check_refused([] { (void)parse_agency("\xFF"); }, ErrorCode::invalid_utf8, 0);
}

TEST_CASE("by option invalid UTF-8 is replaced", "[parse]") {
    Options options;
    options.replace_invalid_utf8 = true;
    std::string source = small_report;
    const std::size_t at = source.find("Năm 2016, Sở đã");
    source.insert(at, "\xFE ");
    const Report report = parse_checked(source, options);
    CHECK(has_diagnostic(report, "invalid-utf8"));
    CHECK(report.diagnostics.front().span == Span{at, at + 1});
    const Report clean = parse_checked(small_report);
    REQUIRE(report.measures.size() == clean.measures.size());
    for (std::size_t i = 0; i < clean.measures.size(); ++i) {
        CHECK(report.measures[i].text == clean.measures[i].text);
        CHECK(report.measures[i].value == clean.measures[i].value);
        CHECK(report.measures[i].span.begin == clean.measures[i].span.begin + 2);
    }
    CHECK(report.people.front().name == clean.people.front().name);

    // Nothing but garbage.
    (void)parse_checked(std::string(5000, '\xFF'), options);
    const std::string binary = random_bytes();
    const Report odd = parse_checked(binary, options);
    CHECK(has_diagnostic(odd, "invalid-utf8"));
    CHECK(odd.people.empty());
    CHECK_FALSE(odd.meeting.organizer);
    check_refused([&] { (void)parse(binary); }, ErrorCode::invalid_utf8, find_invalid_utf8(binary));
}

TEST_CASE("binary data read by force is no report", "[parse]") {
    Options options;
    options.replace_invalid_utf8 = true;
    check_no_report(parse_checked(random_bytes(), options), "no-report");
}

TEST_CASE("input of nothing gives an empty report with a diagnostic", "[parse]") {
    const Report report = parse_checked("");
    check_empty(report, "empty-input");
    check_empty(parse_checked("\xEF\xBB\xBF"), "empty-input");
    for (const char* blank : {" ", "\n", "\r\n\r\n", " \t\n \u00A0\n\u200B"}) {
        const Report odd = parse_checked(blank);
        CHECK_FALSE(odd.diagnostics.empty());
        CHECK(odd.measures.empty());
    }
}

TEST_CASE("news of something else is read for figures, people and citations only", "[parse]") {
    const std::string source =
        "Phiên chợ hoa xuân bên sông\n\n"
        "Từ sáng sớm, hàng trăm thương lái đã chở hoa về bến. Anh Trần Văn Lộc, chủ vườn mai ở đầu xã, bán được 350 "
        "chậu "
        "với giá 120.000 đồng một chậu.\n\n"
        "Theo Quyết định số 12/2016/QĐ-UBND ngày 05/02/2016, mỗi sạp nộp 50.000 đồng tiền chỗ. Bà Lê Thị Hạnh, "
        "Trưởng "
        "ban Quản lý chợ, cho biết chợ họp đến chiều 30 Tết.\n";
    const Report report = parse_checked(source);
    check_no_report(report, "no-report");
    REQUIRE(report.title);
    CHECK(report.title->text == "Phiên chợ hoa xuân bên sông");
    CHECK(report.measures.size() >= 3);
    CHECK(std::any_of(report.people.begin(), report.people.end(),
                      [](const Person& person) { return person.name == "Lê Thị Hạnh"; }));
    CHECK(report.citations.size() == 1);
    CHECK(*parse_checked(small_report).genre > 0.5);
}

TEST_CASE("text that is no report says so", "[parse]") {
    for (const std::string text : {"Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "12 34 56",
                                   "{\"a\": [1, 2, 3]}", "!!! ??? ...", "Trang chủ | Liên hệ"}) {
        INFO(text);
        check_no_report(parse_checked(text), "no-report");
    }
}

TEST_CASE("NUL and control characters do no harm", "[parse]") {
    const Report clean = parse_checked(small_report);
    for (const std::string& inserted : {"\0"s, "\x01"s, "\x1B[31m"s, "\x7F"s, "\x07"s}) {
        std::string source = small_report;
        const std::size_t at = source.find(" năm 2016, triển");
        source.insert(at, inserted);
        const Report report = parse_checked(source);
        CHECK(report.people.size() == clean.people.size());
        CHECK(report.measures.size() >= clean.measures.size());
    }
    (void)parse_checked(std::string(3000, '\0'));
    std::string all;
    for (int i = 0; i < 128; ++i) all += static_cast<char>(i);
    (void)parse_checked(all + small_report + all);
}

TEST_CASE("a page on one line is still read", "[parse]") {
    std::string line = small_report;
    for (char& c : line)
        if (c == '\n') c = ' ';
    const Report report = parse_checked(line);
    CHECK(report.meeting.date == Date{2017, 1, 12});
    CHECK(report.people.size() == 1);
    CHECK(report.measures.size() == 4);
}

TEST_CASE("long runs of one thing do no harm", "[parse]") {
    const std::vector<std::string> runs = {"1",
                                           "1.",
                                           "1/",
                                           "a",
                                           "A ",
                                           "(",
                                           "- ",
                                           "\n",
                                           "tỷ ",
                                           "1 tỷ ",
                                           "và ",
                                           "đồng chí ",
                                           "12 xã, ",
                                           "năm ",
                                           "Sở ",
                                           ", ",
                                           "Nghị định số 1/",
                                           "một ",
                                           "Phó ",
                                           "ngày 1/1 ",
                                           "\u0301",
                                           "từ 1 đến ",
                                           "Nguyễn Văn "};
    for (const std::string& run : runs) {
        INFO(run);
        std::string text = small_report;
        while (text.size() < 20000) text += run;
        (void)parse_checked(text);
    }
}

TEST_CASE("a letter with endless combining marks is read without normalisation", "[parse]") {
    std::string source = small_report + "a";
    for (int i = 0; i < 200; ++i) source += "\xCC\x81\xCC\xA3";
    const Report report = parse_checked(source);
    CHECK(has_diagnostic(report, "not-normalized"));
    CHECK(report.people.size() == 1);
}

TEST_CASE("a person may bear the name of a famous one and more", "[parse]") {
    const Report report = parse_checked(
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2017\n\nNgày 18/01/2018, Sở Y tế tỉnh Hà Nam tổ chức Hội nghị "
        "tổng kết "
        "công tác năm 2017. Đồng chí Trần Phú Cường, Giám đốc Sở chủ trì hội nghị.\n");
    REQUIRE(report.people.size() == 1);
    CHECK(report.people[0].name == "Trần Phú Cường");
}

TEST_CASE("a whole that is no number leaves no half a ratio", "[parse]") {
    CHECK_FALSE(parse_quantity("5/1.23.456 xã"));
}

TEST_CASE("input beyond the limit is refused at the limit", "[parse]") {
    Options options;
    options.max_input_bytes = small_report.size();
    CHECK(parse_checked(small_report, options).people.size() == 1);
    options.max_input_bytes = small_report.size() - 1;
    check_refused([&] { (void)parse(small_report, options); }, ErrorCode::input_too_large, small_report.size() - 1);
    options.max_input_bytes = 4;
    const Parser parser(options);
    CHECK(parser.options() == options);
    check_refused([&] { (void)parser.parse_quantity("12 xã"); }, ErrorCode::input_too_large, 4);
    const std::string large(Options{}.max_input_bytes + 1, 'a');
    check_refused([&] { (void)parse(large); }, ErrorCode::input_too_large, std::size_t{64} << 20U);
}

TEST_CASE("a work budget leaves the rest of a page unread and says so", "[parse]") {
    const auto with_budget = [](std::size_t units) {
        Options options;
        options.max_work = units;
        return parse_checked(small_report, options);
    };
    const Report whole = parse(small_report);
    SECTION("prose takes less than a unit a byte") { CHECK(with_budget(small_report.size()) == whole); }
    SECTION("what a smaller budget gives is a report of what was read") {
        std::size_t most_measures = 0;
        for (std::size_t units = 0; units < small_report.size(); units += 7) {
            const Report part = with_budget(units);
            if (part == whole) break;
            INFO(units << " units");
            REQUIRE(has_diagnostic(part, "work-budget"));
            CHECK(part.zones.back().span.end == small_report.size());
            most_measures = std::max(most_measures, part.measures.size());
        }
        CHECK(most_measures > 0);
    }
    SECTION("nothing at all gives an empty report") {
        const Report none = with_budget(0);
        CHECK(has_diagnostic(none, "work-budget"));
        CHECK(none.measures.empty());
        CHECK(none.diagnostics.front().span == Span{0, small_report.size()});
    }
}

TEST_CASE("a byte order mark is counted and changes nothing else", "[parse]") {
    const std::string marked = "\xEF\xBB\xBF" + small_report;
    const Report report = parse_checked(marked);
    CHECK(report.title->span.begin == 3);
    CHECK(test::without_places(marked, report)["measures"] ==
          test::without_places(small_report, parse_checked(small_report))["measures"]);
}

TEST_CASE("a number that cannot be held gives a diagnostic and no value", "[parse]") {
    std::string source = small_report;
    source.replace(source.find("14 đề tài"), std::string("14").size(), "99.999.999.999.999.999.999");
    const Report report = parse_checked(source);
    CHECK(report.measures.size() == 3);
    CHECK(has_diagnostic(report, "inexact-number"));
}

TEST_CASE("twenty digits without separators are no telephone number", "[parse]") {
    std::string source = small_report;
    source.replace(source.find("14 đề tài"), std::string("14").size(), "99999999999999999999");
    CHECK(has_diagnostic(parse_checked(source), "inexact-number"));
}

TEST_CASE("entries of the user are known to their parser only", "[parse]") {
    const Parser plain;
    const Parser taught({}, read_lexicon("unit\tgánh\tgánh\tkind=other\ntitle\tTrùm phó\nhonorific\tcụ\tcụ\n"));
    CHECK(plain.parse_quantity("12 gánh")->kind == MeasureKind::count);
    CHECK(taught.parse_quantity("12 gánh")->kind == MeasureKind::other);
    CHECK_FALSE(plain.parse_person("cụ Lê Văn Sáu, Trùm phó"));
    const auto person = taught.parse_person("cụ Lê Văn Sáu, Trùm phó");
    REQUIRE(person);
    CHECK(person->honorific == "cụ");
    REQUIRE(person->positions.size() == 1);
    CHECK(person->positions[0].title == "Trùm phó");
    // The built-in lexicon is still there.
    CHECK(taught.parse_quantity("12 tỷ đồng")->unit == "VND");
}

TEST_CASE("an entry of the user wins over a built-in one", "[parse]") {
    const Parser taught({}, read_lexicon("unit\tđồng\tXU\tkind=money\nscale\ttriệu\t5\n"));
    const auto money = taught.parse_quantity("2 triệu đồng");
    REQUIRE(money);
    CHECK(money->unit == "XU");
    CHECK(money->value == Decimal(200000));
    CHECK(parse_quantity("2 triệu đồng")->value == Decimal(2000000));
}

TEST_CASE("an indicator of the user is found", "[parse]") {
    std::string source = small_report;
    source.replace(source.find("14 đề tài"), std::string("14 đề tài").size(), "14 bờ rào chắn voi");
    const Parser taught({}, read_lexicon("term\tbờ rào\tfence\nindicator\tfence\tfarm.fences\tkind=count\n"));
    const Report report = parse_checked(taught, source);
    REQUIRE_FALSE(report.measures.empty());
    CHECK(report.measures[0].value == Decimal(14));
    CHECK(report.measures[0].indicator_id == "farm.fences");
    CHECK_FALSE(parse_checked(source).measures[0].indicator_id);
}

TEST_CASE("an indicator of the user wins over a built-in one of the same pattern", "[parse]") {
    std::string source = small_report;
    source.replace(source.find("14 đề tài"), std::string("14 đề tài").size(), "14 quyết định");
    CHECK(parse_checked(source).measures[0].indicator_id == "documents.decisions");
    const Parser taught({}, read_lexicon("indicator\tdecision\tmy.decisions\tkind=count\n"));
    CHECK(parse_checked(taught, source).measures[0].indicator_id == "my.decisions");
}

TEST_CASE("entries that make no lexicon are refused when the parser is made", "[parse]") {
    CHECK_THROWS_AS(Parser({}, {LexiconEntry{"no_such_class", {"x"}, "", ""}}), Error);
    CHECK_THROWS_AS(Parser({}, {LexiconEntry{"unit", {}, "x", ""}}), Error);
    CHECK_THROWS_AS(Parser({}, {LexiconEntry{"indicator", {"no_such_concept_at_all"}, "x.y", ""}}), Error);
}

TEST_CASE("a report does not depend on the source that it was parsed from", "[parse]") {
    std::string source = small_report;
    const Report report = parse(source);
    const std::string json = to_json(report);
    std::fill(source.begin(), source.end(), '#');
    CHECK(to_json(report) == json);
}

TEST_CASE("tone marks can be moved", "[parse]") {
    using test::Placement;
    const std::string first =
        "hòa hóa khỏe thủy ủy Hòa ỦY THỦY tùy lũy xòe quý qua tòan hoàn toàn tuyền quỹ khoán thúy Qủa";
    const std::string second =
        "hoà hoá khoẻ thuỷ uỷ Hoà UỶ THUỶ tuỳ luỹ xoè quý qua tòan hoàn toàn tuyền quỹ khoán thuý Qủa";
    CHECK(test::place_tones(first, Placement::second) == second);
    CHECK(test::place_tones(second, Placement::first) == first);
    CHECK(test::place_tones(first, Placement::first) == first);
    CHECK(test::place_tones(second, Placement::second) == second);
    CHECK(test::spell_quy("quý I, Quý II, QUÝ", true) == "quí I, Quí II, QUÍ");
    CHECK(test::spell_quy("quí I, Quí II, QUÍ", false) == "quý I, Quý II, QUÝ");
    CHECK(test::crlf("a\nb\r\nc") == "a\r\nb\r\nc");
    CHECK(test::nfd("ệ") == "e\u0323\u0302");
    CHECK(test::nfc("e\u0302\u0323") == "ệ");
    CHECK(test::plain_spelling(test::nfd("Hòa  quí\r\n")) == "Hoà quý ");
}

TEST_CASE("other ways to write a report change nothing but places and spelling", "[parse][invariance]") {
    const std::vector<std::pair<std::string, std::function<std::string(const std::string&)>>> ways = {
        {"NFC", [](const std::string& text) { return test::nfc(text); }},
        {"NFD", [](const std::string& text) { return test::nfd(text); }},
        {"CRLF", [](const std::string& text) { return test::crlf(text); }},
        {"hòa", [](const std::string& text) { return test::place_tones(text, test::Placement::first); }},
        {"hoà", [](const std::string& text) { return test::place_tones(text, test::Placement::second); }},
        {"quí", [](const std::string& text) { return test::spell_quy(text, true); }},
        {"quý", [](const std::string& text) { return test::spell_quy(text, false); }},
        {"NFD, CRLF, hoà",
         [](const std::string& text) {
             return test::crlf(test::nfd(test::place_tones(text, test::Placement::second)));
         }},
    };
    const Parser parser;
    std::size_t respelled = 0;
    for (const test::Sample& sample : test::read_all_samples()) {
        const nlohmann::json wanted = test::without_places(sample.text, parse_checked(parser, sample.text));
        for (const auto& [name, respell] : ways) {
            const std::string other = respell(sample.text);
            if (other == sample.text) continue;
            ++respelled;
            INFO(sample.name << " as " << name);
            const nlohmann::json got = test::without_places(other, parse_checked(parser, other));
            if (got == wanted) continue;
            for (const auto& [key, value] : wanted.items()) {
                INFO(key);
                const bool same = got.at(key) == value;
                if (same) continue;
                const nlohmann::json patch = nlohmann::json::diff(value, got.at(key));
                INFO(patch.dump().substr(0, 600));
                CHECK(same);
            }
        }
    }
    CHECK(respelled > 100);
}

TEST_CASE("the first of two reports in one text is read as if it were alone", "[parse]") {
    const std::string other =
        "Sở Nội vụ tỉnh Phú Thọ tổng kết công tác năm 2016\n20/01/2017\n\n"
        "Chiều 20/01/2017, Sở Nội vụ tỉnh Phú Thọ tổ chức hội nghị tổng kết công tác năm 2016. Năm 2016, Sở đã mở 31 "
        "lớp.\n";
    for (const std::string& first :
         {small_report + "\n", "\xEF\xBB\xBF" + small_report, small_report + "\nThu Hà\n\n"}) {
        const Report alone = parse_checked(first);
        Report both = parse_checked(first + other);
        REQUIRE(has_diagnostic(both, "second-report"));
        CHECK(both.diagnostics.back().severity == Severity::warning);
        CHECK(both.diagnostics.back().span == Span{first.size(), first.size() + other.size()});
        CHECK(both.zones.back().span.end == first.size() + other.size());
        both.diagnostics.pop_back();
        both.zones = alone.zones;
        CHECK(both == alone);
        CHECK(Parser().explain(first + other).sentences.size() == Parser().explain(first).sentences.size());
    }
}

TEST_CASE("a lone sentence gives its figures", "[parse]") {
    for (const std::string source : {"Doanh thu bưu chính năm 2016 đạt 109 tỷ đồng, tăng 5% so với năm 2015.",
                                     "Năm 2016, doanh thu bưu chính đạt 109 tỷ đồng, tăng 5%.\n",
                                     "Năm 2016 doanh thu bưu chính 109 tỷ đồng, tăng 5%"}) {
        INFO(source);
        const Report report = parse_checked(source);
        REQUIRE(report.measures.size() == 2);
        for (const Measure& measure : report.measures) {
            CHECK(measure.indicator_id == "revenue.postal");
            CHECK(measure.period == Period::of_year(2016));
        }
        CHECK(report.measures[0].unit == "VND");
        CHECK(report.measures[1].role == MeasureRole::change);
    }
    // The chrome of a page gives none.
    CHECK(parse_checked("Trang chủ\nGiới thiệu\nLiên hệ\nTin tức 12 bài\nVăn bản 30 bài\nVideo\nLiên kết\n")
              .measures.empty());
}

TEST_CASE("a lone sentence with words of a site's frame gives its figures all the same", "[parse]") {
    for (const auto& [source, figures] : std::vector<std::pair<std::string, std::size_t>>{
             {"Mục tiêu của ngành: mật độ điện thoại đạt 31 máy/100 dân; cấp 45 hộp thư điện tử.", 2},
             {"An ninh mạng: ghi nhận 12 vụ tấn công vào địa chỉ IP của cơ quan, giảm 5% so với cùng kỳ.", 2}}) {
        INFO(source);
        CHECK(parse_checked(source).measures.size() == figures);
    }
    // What opens as a link or a menu does, or gives no figure, is still the frame.
    for (const std::string source :
         {"Xem thêm: 12 xã đạt chuẩn.", "Điện thoại: 0203 3825 123.", "Trang chủ: tin tức."}) {
        INFO(source);
        CHECK(parse_checked(source).measures.empty());
    }
}

TEST_CASE("a number of a lone sentence that has no value is told", "[parse]") {
    CHECK(has_diagnostic(parse_checked("Cấp từ 20 đến 15 giấy phép."), "reversed-range"));
    CHECK(has_diagnostic(parse_checked("Thu đạt 12.34,56 tỷ đồng."), "malformed-number"));
}

TEST_CASE("years at the edge of the calendar break nothing", "[parse]") {
    for (const std::string year : {"1900", "1899", "2100", "2101"}) {
        const std::string source = "Sở Y tế tỉnh Hà Nam tổng kết công tác năm " + year + "\n\nSáng 02/01/" + year +
                                   ", Sở Y tế tổ chức hội nghị tổng kết công tác năm " + year +
                                   ", triển khai nhiệm vụ năm tới.\n\nTrong năm " + year +
                                   ", Sở đã cấp 12 giấy phép. Năm " + year + ", Sở mở 5 lớp. Năm " + year +
                                   " có 7 xã đạt chuẩn.\n";
        INFO(source);
        const Report report = parse_checked(source);
        for (const Measure& measure : report.measures) CHECK((!measure.period || measure.period->valid()));
        CHECK((!report.meeting.reviews || report.meeting.reviews->valid()));
        CHECK((!report.meeting.plans || report.meeting.plans->valid()));
    }
}

// With sanitizers it also shows that nothing looks before the first token or behind the last.
TEST_CASE("a text may begin and end at any word", "[parse]") {
    const Parser parser;
    for (std::size_t cut = small_report.find(' '); cut != std::string::npos; cut = small_report.find(' ', cut + 1)) {
        INFO(cut);
        (void)parse_checked(parser, small_report.substr(0, cut));
        (void)parse_checked(parser, small_report.substr(cut + 1));
    }
    for (const std::string source : {"kế hoạch 120 với các huyện", "Quy định 105 về việc cấp giấy phép",
                                     "Theo ông Võ Hữu Kỳ, hội nghị tổng kết năm 2018 do Sở Y tế", "(-) 12 hộ",
                                     "giảm một nửa", "tăng (+)", "1m75", "15k/"}) {
        INFO(source);
        (void)parse_checked(parser, source);
    }
}
