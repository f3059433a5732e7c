// SPDX-License-Identifier: BSL-1.0
#include "statements/clauses.hpp"

#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"
#include "zones/zones.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;
using Names = std::set<std::string>;

Lines cut(const std::string& text) {
    const TestPage page(text);
    Lines lines;
    for (const TokenRange& range : cut_clauses(page.document, {0, page.document.size()}))
        lines.push_back(range.empty() ? "" : page.document.words(range));
    return lines;
}

/// The clauses of a page all of whose sentences are in a zone.
Lines clauses(const std::string& source, ZoneKind zone) {
    TestPage page(source);
    for (Sentence& sentence : page.document.sentences) sentence.zone = zone;
    Lines lines;
    for (const Clause& clause : clauses_of(page.document)) {
        CHECK(page.document.sentence_of(clause.range.first) == clause.sentence);
        lines.push_back(page.document.words(clause.range));
    }
    return lines;
}

/// What speaks of the clause of a sentence at a place.
Names features(const std::string& source, std::size_t place, bool with_zone = true, bool spoken = false) {
    TestPage page(source);
    for (Sentence& sentence : page.document.sentences) sentence.zone = ZoneKind::tasks;
    std::vector<std::optional<std::size_t>> speakers(page.document.sentences.size());
    if (spoken) speakers.assign(speakers.size(), 0);
    const std::vector<Clause> found = clauses_of(page.document);
    REQUIRE(place < found.size());
    ClauseReader reader(page.document, page.islands, page.parts.outline, speakers);
    std::vector<Feature> features{{FeatureKind::line, 0}};  // to be replaced
    reader.read(found[place], with_zone, features);
    Names names;
    for (const Feature& feature : features) names.insert(zone_features().name(row_of(zone_features(), feature)));
    CHECK_FALSE(names.contains("line:blank"));
    return names;
}

}  // namespace

TEST_CASE("a sentence is cut at its semicolons", "[statements]") {
    CHECK(cut("Khám bệnh; chữa bệnh ; tiêm chủng.") == Lines{"Khám bệnh", "chữa bệnh", "tiêm chủng."});
    CHECK(cut("Khám bệnh, chữa bệnh và tiêm chủng.") == Lines{"Khám bệnh, chữa bệnh và tiêm chủng."});
    CHECK(cut("Khám bệnh: chữa bệnh") == Lines{"Khám bệnh: chữa bệnh"});
}

TEST_CASE("a semicolon in brackets does not cut", "[statements]") {
    CHECK(cut("Khám bệnh (trẻ em; người già); chữa bệnh.") == Lines{"Khám bệnh (trẻ em; người già)", "chữa bệnh."});
    CHECK(cut("Khám (trẻ (bé; lớn); già); chữa.") == Lines{"Khám (trẻ (bé; lớn); già)", "chữa."});
    // A bracket that only closes opens nothing.
    CHECK(cut("a) Khám bệnh; chữa bệnh.") == Lines{"a) Khám bệnh", "chữa bệnh."});
}

TEST_CASE("clauses cover their range but for the semicolons", "[statements]") {
    CHECK(cut("Khám bệnh;") == Lines{"Khám bệnh", ""});
    CHECK(cut(";; Khám") == Lines{"", "", "Khám"});
    const TestPage page("Khám bệnh; chữa bệnh; tiêm chủng");
    CHECK(cut_clauses(page.document, {1, 4}).size() == 2);
    CHECK(cut_clauses(page.document, {0, 2}).size() == 1);
}

TEST_CASE("clauses begin behind bullets, and empty ones are none", "[statements]") {
    CHECK(clauses("- Khám bệnh cho trẻ em; chữa bệnh;\n1. Tiêm chủng cho trẻ em\n", ZoneKind::tasks) ==
          Lines{"Khám bệnh cho trẻ em", "chữa bệnh", "Tiêm chủng cho trẻ em"});
}

TEST_CASE("only sentences of the story may state something", "[statements]") {
    const std::string source = "Khám bệnh; chữa bệnh.";
    for (const ZoneKind zone : {ZoneKind::lead, ZoneKind::opening, ZoneKind::achievements, ZoneKind::shortcomings,
                                ZoneKind::tasks, ZoneKind::speech, ZoneKind::awards, ZoneKind::other})
        CHECK(clauses(source, zone) == Lines{"Khám bệnh", "chữa bệnh."});
    for (const ZoneKind zone :
         {ZoneKind::boilerplate, ZoneKind::title, ZoneKind::dateline, ZoneKind::caption, ZoneKind::byline})
        CHECK(clauses(source, zone).empty());
}

TEST_CASE("a clause knows its place, its zone and its speaker", "[statements]") {
    const std::string source = "Khám bệnh cho trẻ em; chữa bệnh; tiêm chủng.\nTrời mưa.";
    CHECK(features(source, 0).contains("clause:first"));
    CHECK(features(source, 1).contains("clause:inner"));
    CHECK(features(source, 2).contains("clause:last"));
    CHECK(features(source, 3).contains("clause:only"));
    CHECK(features(source, 0).contains("zone:tasks"));
    CHECK_FALSE(features(source, 0, false).contains("zone:tasks"));
    CHECK(features(source, 0, true, true).contains("rule:speaker"));
    CHECK_FALSE(features(source, 0).contains("rule:speaker"));
}

TEST_CASE("a clause knows what the rules of the language say of it", "[statements]") {
    CHECK(features("Ngành còn thiếu bác sĩ; trạm xá đẹp.", 0).contains("rule:fails"));
    CHECK_FALSE(features("Ngành còn thiếu bác sĩ; trạm xá đẹp.", 1).contains("rule:fails"));
    CHECK(features("Ông Tạ Văn Lộc đề nghị ngành mua thêm xe cứu thương.", 0).contains("rule:asks"));
    CHECK(features("Nâng cao chất lượng khám bệnh.", 0).contains("rule:task-verb"));
    CHECK_FALSE(features("Chất lượng khám bệnh tốt.", 0).contains("rule:task-verb"));
    CHECK(features("Các nhiệm vụ năm tới gồm:", 0).contains("rule:announces"));
    CHECK_FALSE(features("Các nhiệm vụ: mua xe, sửa trạm xá.", 0).contains("rule:announces"));
    CHECK(features("Trời mưa.", 0).contains("rule:short"));
    CHECK_FALSE(features("Hôm nay ở vùng cao trời mưa.", 0).contains("rule:short"));
}

TEST_CASE("each clause is decided", "[statements]") {
    TestPage page(
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nTuy nhiên, ngành còn một số hạn chế: còn thiếu bác sĩ ở "
        "tuyến "
        "xã; trang thiết bị chưa đồng bộ.\n");
    for (Sentence& sentence : page.document.sentences)
        if (sentence.line > 0) sentence.zone = ZoneKind::shortcomings;
    const std::vector<std::optional<std::size_t>> speakers(page.document.sentences.size());
    const auto found = classify_clauses(page.document, page.islands, page.parts.outline, speakers);
    const std::vector<Clause> cut = clauses_of(page.document);
    REQUIRE(found.size() == cut.size());
    for (std::size_t k = 0; k < found.size(); ++k) {
        CHECK(found[k].range.first == cut[k].range.first);
        CHECK(found[k].margin >= 0);
    }
    CHECK(found.back().kind == ClauseKind::failing);
}
