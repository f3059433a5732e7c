// SPDX-License-Identifier: BSL-1.0
#include "zones/zones.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::shown_zones;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

const std::string opening =
    "Sáng ngày 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác y tế năm 2016, triển khai nhiệm vụ "
    "năm "
    "2017. Tham dự hội nghị có đại diện lãnh đạo các sở, ngành.";

}  // namespace

TEST_CASE("a full page falls into its zones", "[zones]") {
    const TestPage page(
        "Trang chủ\nGiới thiệu\nLiên hệ\n\n"
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\n"
        "Thứ tư, 11/01/2017 | 16:20\n\n" +
        opening +
        "\n\n"
        "Năm 2016, toàn ngành đã khám cho 812.400 lượt người; công suất sử dụng giường bệnh đạt 96,5%.\n\n"
        "Tuy nhiên, ngành vẫn còn một số tồn tại, hạn chế: thiếu bác sĩ ở tuyến xã.\n\n"
        "Năm 2017, ngành tập trung thực hiện các nhiệm vụ trọng tâm: nâng cao chất lượng khám bệnh; mua sắm thêm "
        "thiết bị.\n\n"
        "Phát biểu tại hội nghị, đồng chí Đoàn Thế Vinh, Phó Chủ tịch UBND tỉnh ghi nhận kết quả của ngành và đề "
        "nghị ngành "
        "quan tâm y tế cơ sở.\n\n"
        "Tại hội nghị, Giám đốc Sở đã trao Giấy khen cho 12 tập thể và 20 cá nhân.\n\n"
        "Thu Trang\n");
    CHECK(shown_zones(page) == Lines{"boilerplate: Trang chủ", "title: Sở Y", "dateline: Thứ tư,",
                                     "opening: Sáng ngày", "achievements: Năm 2016,", "shortcomings: Tuy nhiên,",
                                     "tasks: Năm 2017,", "speech: Phát biểu", "awards: Tại hội",
                                     "byline: Thu Trang"});
    CHECK(page.parts.story);
    REQUIRE(page.parts.title);
    CHECK(page.document.words(*page.parts.title) == "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016");
    REQUIRE(page.parts.byline);
    CHECK(page.document.words(*page.parts.byline) == "Thu Trang");
    REQUIRE(page.parts.published);
    CHECK(page.parts.published->date == Date{2017, 1, 11});
    CHECK(page.parts.published->time == TimeOfDay{16, 20});
}

TEST_CASE("every sentence has the zone that holds it", "[zones]") {
    const TestPage page("Sở Y tế tổng kết công tác năm 2016\n\n" + opening +
                        "\n\nNăm 2016, ngành đã tiêm chủng cho 9.214 trẻ. Tỷ lệ đạt 97%.\n");
    for (const Sentence& sentence : page.document.sentences) {
        const Span span = page.document.span(sentence.tokens);
        bool found = false;
        for (const Zone& zone : page.parts.zones)
            found = found || (zone.span.contains(span) && zone.kind == sentence.zone);
        INFO(slice(page.source, span));
        CHECK(found);
    }
    CHECK(page.parts.zones.front().span.begin == 0);
    CHECK(page.parts.zones.back().span.end == page.source.size());
}

TEST_CASE("a short last word of a name ends a sentence, an abbreviation does not", "[zones]") {
    const auto sentences = [](const std::string& text) { return TestPage(text).document.sentences.size(); };
    CHECK(sentences("Dự có lãnh đạo Công ty Cấp nước Sơn La. Đồng chí Tô Tú chủ trì.") == 2);
    CHECK(sentences("Hội nghị có lãnh đạo UBND huyện Thanh Ba. Năm 2016, ngành phát triển.") == 2);
    CHECK(sentences("Dự có TS. Lê Văn An và các phòng.") == 1);
    CHECK(sentences("Dự có ông Q. Giám đốc Sở.") == 1);
    CHECK(sentences("Dự có ông Lê V. An.") == 1);
}

TEST_CASE("a blank line belongs to the zone before it", "[zones]") {
    const TestPage page("Sở Y tế tổng kết công tác năm 2016\n\n\n" + opening + "\n");
    REQUIRE(page.parts.zones.size() == 2);
    CHECK(page.parts.zones[0].kind == ZoneKind::title);
    CHECK(page.parts.zones[1].span.begin == page.source.find("Sáng ngày"));
}

TEST_CASE("a page of site chrome has no story", "[zones]") {
    const TestPage page("Trang chủ\nLiên hệ\n");
    CHECK_FALSE(page.parts.story);
    CHECK_FALSE(page.parts.title);
    const TestPage nothing("");
    CHECK_FALSE(nothing.parts.story);
}

TEST_CASE("two speakers in a row are one zone", "[zones]") {
    const TestPage page(
        "Sở Y tế tổng kết công tác năm 2016\n\n" + opening +
        "\n\nPhát biểu tại hội nghị, đồng chí Đoàn Thế Vinh, Phó Chủ tịch UBND tỉnh biểu dương toàn ngành.\n"
        "Phát biểu kết luận hội nghị, đồng chí Lương Thị Nga, Giám đốc Sở tiếp thu các ý kiến.\n");
    CHECK(shown_zones(page) == Lines{"title: Sở Y", "opening: Sáng ngày", "speech: Phát biểu"});
}
