// SPDX-License-Identifier: BSL-1.0
#include "measures/measures.hpp"

#include <string>

#include "catch.hpp"
#include "figures_page.hpp"
#include "page.hpp"

using namespace tongket;
using test::Lines;
using test::report_of;
using test::shown;

TEST_CASE("levels and changes are told apart", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu viễn thông đạt 712,5 tỷ đồng, tăng 8,4% so với năm 2015, vượt 2% kế hoạch.") ==
          Lines{"712,5 tỷ đồng = 712500000000 VND money", "8,4% = 8.4 percent percent increase [so với năm 2015]",
                "2% = 2 percent percent increase [kế hoạch]"});
    CHECK(shown("Năm 2016, số vụ vi phạm giảm 14 vụ so với cùng kỳ, còn 21 vụ.") ==
          Lines{"14 vụ = 14 vụ count decrease [so với cùng kỳ]", "21 vụ = 21 vụ count"});
    CHECK(shown("Năm 2016, doanh thu bưu chính ước đạt gần 64 tỷ đồng, bằng 103% kế hoạch.") ==
          Lines{"gần 64 tỷ đồng = 64000000000 VND money nearly estimated", "103% = 103 percent percent [kế hoạch]"});
}

TEST_CASE("parts point at their whole", "[measures]") {
    CHECK(shown("Năm 2016, Sở đã tổ chức 31 lớp tập huấn, trong đó có 19 lớp cấp xã và 12 lớp cấp huyện.") ==
          Lines{"31 lớp = 31 lớp count", "19 lớp = 19 lớp count of#0", "12 lớp = 12 lớp count of#0"});
}

TEST_CASE("the words that say what is measured are found", "[measures]") {
    const Report report = report_of(
        "Năm 2016, tổng số thuê bao điện thoại đạt 612.400 thuê bao. Sở đã cấp 17 giấy phép xuất bản bản tin. Doanh "
        "thu bưu chính đạt 64 tỷ đồng.");
    REQUIRE(report.measures.size() == 3);
    REQUIRE(report.measures[0].indicator);
    CHECK(report.measures[0].indicator->text == "tổng số thuê bao điện thoại");
    CHECK(report.measures[0].indicator_id == "phone.subscribers");
    REQUIRE(report.measures[1].indicator);
    CHECK(report.measures[1].indicator->text == "giấy phép xuất bản bản tin");
    CHECK(report.measures[1].indicator_id == "publishing.licences");
    REQUIRE(report.measures[2].indicator);
    CHECK(report.measures[2].indicator->text == "Doanh thu bưu chính");
    CHECK(report.measures[2].indicator_id == "revenue.postal");
}

TEST_CASE("a measure holds for the period of clause, sentence or zone", "[measures]") {
    const Report report = report_of(
        "Năm 2016, Sở đã cấp 17 giấy phép. Tính đến 30/11/2016, toàn tỉnh có 812 trạm thu phát sóng.\n\n"
        "Năm 2017, Sở tập trung các nhiệm vụ: xây dựng thêm 40 trạm thu phát sóng; đến năm 2020 có 900 trạm thu phát "
        "sóng.");
    REQUIRE(report.measures.size() == 4);
    CHECK(report.measures[0].period == Period::of_year(2016));
    CHECK(report.measures[1].period == Period::of_day({2016, 11, 30}));
    CHECK(report.measures[2].period == Period::of_year(2017));
    CHECK(report.measures[3].period == Period::of_year(2020));
}

TEST_CASE("counts of awards and numbers of the page are no measures", "[measures]") {
    const Report report = report_of("Tại hội nghị, Giám đốc Sở đã tặng Giấy khen cho 12 tập thể và 20 cá nhân.");
    CHECK(report.measures.empty());
    CHECK(report.awards.size() == 2);
}

TEST_CASE("a comma that must part thousands is read so, and said so", "[measures]") {
    const Report report = report_of("Năm 2016, đài phát thanh đã phát sóng 20,805 giờ.");
    REQUIRE(report.measures.size() == 1);
    CHECK(report.measures[0].value == Decimal(20805));
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].code == "ambiguous-separator");
    CHECK(report.diagnostics[0].severity == Severity::note);
    CHECK(report.diagnostics[0].span == report.measures[0].span);
}

TEST_CASE("figures of a list that are not read are told", "[measures]") {
    const auto list = [](std::size_t count, const std::string& between) {
        std::string figures;
        for (std::size_t i = 0; i < count; ++i) figures += (i == 0 ? "" : between) + std::to_string(100 + i) + " hộ";
        return figures;
    };
    constexpr std::size_t read = 24;
    const Report whole = report_of("Năm 2016, các xã có " + list(read, ", ") + ".");
    CHECK(whole.measures.size() == read);
    CHECK(whole.diagnostics.empty());

    for (const std::string between : {", ", "; "}) {
        const std::string body = "Năm 2016, các xã có " + list(60, between) + ". Sở đã mở 31 lớp, cấp 12 thẻ.";
        const Report cut = report_of(body);
        REQUIRE(cut.measures.size() == read + 2);
        CHECK(cut.measures.back().value == Decimal(12));
        REQUIRE(cut.diagnostics.size() == 1);
        CHECK(cut.diagnostics[0].code == "long-list");
        CHECK(cut.diagnostics[0].severity == Severity::warning);
        CHECK(cut.diagnostics[0].message == "36 more figures of an unbroken list, or of a table, are not read");
        CHECK(cut.diagnostics[0].span.begin > cut.measures[read - 1].span.end);
        CHECK(cut.diagnostics[0].span.end < cut.measures[read].span.begin);
    }
    // A word between parts two lists, each with its own count.
    const Report two = report_of("Năm 2016, các xã có " + list(30, ", ") + "; các thôn có " + list(26, ", ") + ".");
    REQUIRE(two.diagnostics.size() == 2);
    CHECK(two.diagnostics[0].message.starts_with("6 more figures"));
    CHECK(two.diagnostics[1].message.starts_with("2 more figures"));
    CHECK(two.measures.size() == 2 * read);
}

TEST_CASE("the candidates of each measure have what it was given first", "[measures]") {
    const test::TestPage page(
        "Sở Y tế tổng kết công tác năm 2016\n\nNgày 12/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công "
        "tác năm "
        "2016.\n\nNăm 2015, Sở mở 40 lớp, trong đó cấp xã 24 lớp. Doanh thu năm 2016 ước 374 tỷ đồng (tương đương "
        "12% GRDP), "
        "tăng 8%; kinh phí đào tạo giai đoạn 2017-2020 là 9 tỷ đồng.\n");
    const IndicatorCatalogue catalogue(test::builtin_index());
    Meeting meeting;
    meeting.reviews = Period::of_year(2016);
    std::vector<Diagnostic> diagnostics;
    const Measures measures = find_measures(page.document, page.islands, catalogue, meeting, {}, diagnostics);
    const std::vector<MeasureCandidates> candidates =
        measure_candidates(page.document, page.islands, catalogue, meeting, {});
    REQUIRE(measures.all.size() == 6);
    REQUIRE(candidates.size() == measures.all.size());
    for (std::size_t m = 0; m < candidates.size(); ++m) {
        const Measure& measure = measures.all[m];
        REQUIRE_FALSE(candidates[m].period.empty());
        CHECK(candidates[m].period.front().period == measure.period);
        CHECK(candidates[m].period.front().confidence == measure.confidence.period);
        CHECK(candidates[m].period.back().rule == PeriodRule::zone);
        REQUIRE_FALSE(candidates[m].indicator.empty());
        CHECK(page.document.text(candidates[m].indicator.front().words).text == measure.indicator->text);
        CHECK(candidates[m].indicator.front().confidence == measure.confidence.indicator);
    }
    CHECK(candidates[0].period.front().rule == PeriodRule::before);
    CHECK(candidates[1].indicator.front().rule == SubjectRule::part_name);
    CHECK(candidates[1].period.front().rule == PeriodRule::opening);
    CHECK(candidates[2].indicator.front().rule == SubjectRule::head);
    CHECK(candidates[3].indicator.front().rule == SubjectRule::previous);
    // The bracket's own words were another choice.
    CHECK(candidates[3].indicator.size() > 1);
}
