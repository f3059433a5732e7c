// SPDX-License-Identifier: BSL-1.0
// All of one kind in any text: what is found, what is none, and that parse reads no other way.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "files.hpp"

using namespace tongket;

namespace {

template <class T>
std::vector<std::string> texts(std::string_view source, const Found<T>& found) {
    std::vector<std::string> words;
    for (const T& item : found) words.emplace_back(slice(source, item.span));
    return words;
}

std::vector<std::string> codes(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> all;
    for (const Diagnostic& diagnostic : diagnostics) all.push_back(diagnostic.code);
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("quantities are found in any text, with value and unit", "[find]") {
    const std::string source = "Mua 12 máy in, giá trên 3,5 tỷ đồng; 158/199 xã có sóng, tăng 4,5%.";
    const Found<Measure> found = find_quantities(source);
    CHECK(texts(source, found) == Strings{"12 máy in", "trên 3,5 tỷ đồng", "158/199 xã", "4,5%"});
    REQUIRE(found.size() == 4);
    CHECK(found[0].value == 12);
    CHECK(found[1].value == Decimal(35, 8));
    CHECK(found[1].unit == "VND");
    CHECK(found[1].kind == MeasureKind::money);
    CHECK(found[1].approx == Approximation::over);
    CHECK(found[2].of == Decimal(199));
    CHECK(found[3].kind == MeasureKind::percent);
    for (const Measure& quantity : found) {
        CHECK_FALSE(quantity.indicator);
        CHECK_FALSE(quantity.period);
    }
    CHECK(found.diagnostics.empty());
}

TEST_CASE("numbers in names, days and telephones are no quantities", "[find]") {
    for (const std::string source :
         {"Quốc lộ 14 đi qua xã.", "Ngày 18/01/2018, quý I/2023, năm 2016.", "Điện thoại: 0203 3825 123.",
          "Nghị định số 64/2007/NĐ-CP.", "Khóa XII, kỳ họp thứ 3.", "Mạng 4G và công nghiệp 4.0.", ""}) {
        INFO(source);
        const Found<Measure> found = find_quantities(source);
        CHECK((found.empty() || found[0].kind == MeasureKind::rank));
    }
}

TEST_CASE("a figure that is not surely read has a diagnostic or is left out with one", "[find]") {
    const auto check = [](const std::string& source, const Strings& found, const Strings& diagnostics) {
        INFO(source);
        const Found<Measure> quantities = find_quantities(source);
        CHECK(texts(source, quantities) == found);
        CHECK(codes(quantities.diagnostics) == diagnostics);
    };
    check("Thu đạt 12.34,56 tỷ đồng.", {}, {"malformed-number"});
    check("Cấp từ 20 đến 15 giấy phép.", {}, {"reversed-range"});
    check("Thu đạt 1,250 tỷ đồng.", {"1,250 tỷ đồng"}, {"ambiguous-separator"});
    check("Thu đạt 99999999999999999999 đồng.", {}, {"inexact-number"});
    const Found<Measure> doubtful = find_quantities("Thu đạt 1,250 tỷ đồng.");
    CHECK(doubtful.diagnostics.at(0).span == doubtful[0].span);
}

TEST_CASE("a number with more decimals than can be held is no other number", "[find]") {
    const std::string source = "Tỷ lệ là 0," + std::string(200, '0') + "1%.";
    const Found<Measure> found = find_quantities(source);
    CHECK(found.empty());
    CHECK(codes(found.diagnostics) == Strings{"inexact-number"});
}

TEST_CASE("days are found, those without a year by a default", "[find]") {
    const std::string source = "Sáng 18/01/2018 họp; chiều 6-2 tổng kết. Từ ngày 2 đến ngày 6/10/2018 kiểm tra.";
    const Found<FoundDate> found = find_dates(source);
    CHECK(texts(source, found) == Strings{"Sáng 18/01/2018", "Từ ngày 2 đến ngày 6/10/2018"});
    REQUIRE(found.size() == 2);
    CHECK(found[0].date == Date{2018, 1, 18});
    CHECK_FALSE(found[0].to);
    CHECK(found[1].date == Date{2018, 10, 2});
    CHECK(found[1].to == Date{2018, 10, 6});
    CHECK(codes(found.diagnostics) == Strings{"no-year"});
    CHECK(slice(source, found.diagnostics[0].span) == "chiều 6-2");

    const Found<FoundDate> with_year = find_dates(source, 2018);
    REQUIRE(with_year.size() == 3);
    CHECK(with_year[1].date == Date{2018, 2, 6});
    CHECK(with_year.diagnostics.empty());
    // The default is for days that say no year.
    CHECK(find_dates(source, 1999)[0].date == Date{2018, 1, 18});
}

TEST_CASE("a time that no calendar has is no day and no period", "[find]") {
    CHECK(find_dates("Ngày 31/02/2017 họp.").empty());
    CHECK(codes(find_dates("Ngày 31/02/2017 họp.").diagnostics) == Strings{"implausible-period"});
    CHECK(find_periods("Trong tháng 13/2017.").empty());
    CHECK(codes(find_periods("Trong tháng 13/2017.").diagnostics) == Strings{"implausible-period"});
    CHECK(find_dates("Tỷ lệ 158/199 xã.").empty());
    CHECK(find_periods("Quý I và quý III năm 2017.").empty());
    CHECK(codes(find_periods("Quý I và quý III năm 2017.").diagnostics) == Strings{"split-period"});
}

TEST_CASE("periods are found, single days are none", "[find]") {
    const std::string source = "Quý I/2023 và giai đoạn 2016 - 2020; ngày 18/01/2018; 6 tháng đầu năm.";
    const Found<FoundPeriod> found = find_periods(source);
    REQUIRE(found.size() == 2);
    CHECK(found[0].period == Period::of_quarter(2023, 1));
    CHECK(found[1].period == Period::of_years(2016, 2020));
    CHECK(codes(found.diagnostics) == Strings{"no-year"});
    const Found<FoundPeriod> with_year = find_periods(source, 2024);
    REQUIRE(with_year.size() == 3);
    CHECK(with_year[2].period == Period::of_half(2024, 1));
    CHECK(slice(source, with_year[2].span) == "6 tháng đầu năm");
}

TEST_CASE("documents are found, short mentions lead to the full one", "[find]") {
    const std::string source =
        "Theo Nghị quyết số 26-NQ/TW, các xã thực hiện Nghị quyết 26; Kế hoạch 5 năm 2016 - 2020.";
    const Found<Citation> found = find_citations(source);
    REQUIRE(found.size() == 2);
    CHECK(found[0].normalized_number == "26-NQ/TW");
    CHECK(found[1].full_mention == 0U);
}

TEST_CASE("people are found once, with offices and roles", "[find]") {
    const std::string source =
        "Ông Lê Văn Bình, Giám đốc Sở Y tế, chủ trì hội nghị. Bà Trần Thị Hoa phát biểu; ông Bình kết luận.";
    const Found<Person> found = find_people(source);
    REQUIRE(found.size() >= 2);
    CHECK(texts(source, found)[0] == "Lê Văn Bình");
    CHECK(found[0].positions.at(0).title == "Giám đốc");
    CHECK(found[0].roles.at(0) == Role::chair);
    CHECK(find_people("Đường Nguyễn Du, Quốc lộ 14.").empty());
}

TEST_CASE("every mention of an agency is found by its name", "[find]") {
    const std::string source =
        "Sở Y tế tỉnh Hà Nam phối hợp với Bộ Y tế mở lớp. Ngành Y tế tỉnh có 12 trạm; Sở Y tế tỉnh Hà Nam đề nghị hỗ "
        "trợ.";
    const Found<Organizer> found = find_agencies(source);
    CHECK(texts(source, found) == Strings{"Sở Y tế tỉnh Hà Nam", "Bộ Y tế", "Sở Y tế tỉnh Hà Nam"});
    REQUIRE(found.size() == 3);
    CHECK(found[0].kind == OrganizerKind::department);
    CHECK(found[0].province == "VN-63");
    CHECK(found[1].kind == OrganizerKind::ministry);
    CHECK(find_agencies("Hội nghị họp tại Hội trường lớn ở Hội An.").empty());
}

TEST_CASE("what parse reads is among what is found, by the same readers", "[find]") {
    for (const test::Sample& sample : test::read_samples(TONGKET_SOURCE_DIR "/examples")) {
        INFO(sample.name);
        const Report report = parse(sample.text);
        const Found<Measure> quantities = find_quantities(sample.text);
        for (const Measure& measure : report.measures) {
            INFO(measure);
            CHECK(std::any_of(quantities.begin(), quantities.end(),
                              [&](const Measure& m) { return m.span == measure.span && m.text == measure.text; }));
        }
        const Found<Citation> citations = find_citations(sample.text);
        for (const Citation& citation : report.citations) {
            INFO(citation);
            CHECK(std::any_of(citations.begin(), citations.end(),
                              [&](const Citation& c) { return c.span == citation.span && c.date == citation.date; }));
        }
        const Found<Person> people = find_people(sample.text);
        for (const Person& person : report.people) {
            INFO(person);
            CHECK(std::any_of(people.begin(), people.end(), [&](const Person& p) { return p.name == person.name; }));
        }
        if (report.meeting.organizer) {
            const Found<Organizer> agencies = find_agencies(sample.text);
            CHECK(std::any_of(agencies.begin(), agencies.end(),
                              [&](const Organizer& o) { return o.name == report.meeting.organizer->name; }));
        }
    }
}

TEST_CASE("finders have the parser's words and options", "[find]") {
    const Parser parser({}, {{"unit", {"thùng loa"}, "loa", "", 0}});
    CHECK(parser.find_quantities("Lắp 12 thùng loa.")[0].unit == "loa");

    CHECK_THROWS_AS(find_dates("\xFF"), Error);
    CHECK_THROWS_AS(find_agencies("\xFF"), Error);
    Options options;
    options.replace_invalid_utf8 = true;
    options.wrap = Wrap::always;
    const Found<FoundDate> replaced = Parser(options).find_dates("\xFF họp\nngày 18/01/2018");
    CHECK(codes(replaced.diagnostics) == Strings{"invalid-utf8", "wrapped-lines"});
    REQUIRE(replaced.size() == 1);
    CHECK(replaced[0].span == Span{8, 24});

    options = {};
    options.max_input_bytes = 3;
    CHECK_THROWS_AS(Parser(options).find_people("Ông Lê Văn Bình"), Error);
    options = {};
    options.max_work = 40;
    std::string many;
    for (int i = 0; i < 20; ++i) many += "Cấp 12 giấy phép. ";
    const Found<Measure> some = Parser(options).find_quantities(many);
    CHECK(some.size() < 20);
    CHECK(codes(some.diagnostics) == Strings{"work-budget"});
}

TEST_CASE("what is found counts bytes of any normalisation form", "[find]") {
    const std::string source = "Ca\xCC\x82\xCC\x81p 12 xa\xCC\x83.";  // decomposed
    const Found<Measure> found = find_quantities(source);
    CHECK(texts(source, found) == Strings{"12 xa\xCC\x83"});
    CHECK(found[0].unit == "xã");
}
