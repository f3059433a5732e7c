// SPDX-License-Identifier: BSL-1.0
#include "zones/features.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"
#include "zones/zones.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Names = std::set<std::string>;

/// The outline of a page that reviews 2016 and plans 2017.
Outline outline() {
    Outline made;
    made.reviews = Period::of_year(2016);
    made.plans = Period::of_year(2017);
    return made;
}

/// What speaks of the sentence that begins with some words.
Names features(const std::string& source, std::string_view opener, const Outline& of = outline()) {
    const TestPage page(source);
    const LineShapes shapes(page.document, page.islands);
    const Layout layout = lay_out(page.document, page.islands, shapes);
    FeatureReader reader(page.document, page.islands, shapes, layout, of);
    for (std::size_t s = 0; s < page.document.sentences.size(); ++s) {
        const Sentence& sentence = page.document.sentences[s];
        if (!page.document.words(sentence.tokens).starts_with(opener)) continue;
        std::vector<Feature> found{{FeatureKind::clause, 0}};  // to be replaced
        reader.read(s, found);
        Names names;
        for (const Feature& feature : found) names.insert(zone_features().name(row_of(zone_features(), feature)));
        CHECK(names.size() == found.size());  // training knows them as a set
        return names;
    }
    FAIL("no sentence begins with " << opener);
    return {};
}
/// Those of one sentence alone.
Names features(const std::string& sentence) { return features(sentence, ""); }

/// The names with a prefix, without it.
Names of_kind(const Names& names, const std::string& kind) {
    Names found;
    for (const std::string& name : names)
        if (name.starts_with(kind + ":")) found.insert(name.substr(kind.size() + 1));
    return found;
}

const std::string story =
    "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\n"
    "Sáng ngày 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác y tế năm 2016, triển khai nhiệm vụ "
    "năm 2017. Trời mưa.\n\n"
    "Trong năm, toàn ngành đã khám bệnh cho 812.400 lượt người; công suất sử dụng giường bệnh đạt 96,5%.\n\n"
    "Nhiệm vụ năm 2017:\n- Mua sắm thiết bị cho trạm xá;\n- Đào tạo bác sĩ cho tuyến xã.\n";

}  // namespace

TEST_CASE("every feature has a name of its own, by its row", "[zones]") {
    const std::vector<std::string_view> phrases{"mưa to", "gió lớn"};
    const evidence::FeatureTable table = feature_table(phrases);
    const std::vector<std::string> all = table.names();
    const Names names(all.begin(), all.end());
    CHECK(names.size() == table.size());
    const auto name = [&](FeatureKind kind, std::uint16_t argument) {
        return table.name(row_of(table, {kind, argument}));
    };
    CHECK(row_of(table, {FeatureKind::line, 0}) == 0);
    CHECK(name(FeatureKind::line, static_cast<std::uint16_t>(LineRole::caption)) == "line:caption");
    CHECK(name(FeatureKind::line, static_cast<std::uint16_t>(LineRole::byline)) == "line:byline");
    CHECK(name(FeatureKind::has, 1) == "has:gió lớn");
    CHECK(name(FeatureKind::start, 0) == "start:mưa to");
    CHECK(name(FeatureKind::zone, static_cast<std::uint16_t>(ZoneKind::tasks)) == "zone:tasks");
    CHECK(name(FeatureKind::cue, static_cast<std::uint16_t>(Cue::attend)) == "cue:attend");
    CHECK(table.size() == feature_table({}).size() + 2 * phrases.size());
    const auto attend = static_cast<std::uint16_t>(Cue::attend);
    CHECK(table.name(row_of(table, {FeatureKind::cue, attend}, Whose::before)) == "before-cue:attend");
    CHECK(table.name(row_of(table, {FeatureKind::near, attend}, Whose::after)) == "after-near:attend");
    // What does not reach so far has no row there.
    CHECK(row_of(table, {FeatureKind::has, 1}, Whose::before) == table.size());
}

TEST_CASE("a phrase said twice is one feature", "[zones]") {
    const Names once = features("Sở đã xây trạm."), often = features("Sở đã xây trạm, đã sửa trạm, đã giao trạm.");
    CHECK(once.contains("has:đã"));
    CHECK(often.contains("has:đã"));
}

TEST_CASE("a sentence knows its place in its line", "[zones]") {
    CHECK(of_kind(features("Trời mưa."), "place") == Names{"only"});
    const std::string line = "Trời mưa. Gió thổi. Lá rơi.";
    CHECK(of_kind(features(line, "Trời"), "place") == Names{"first"});
    CHECK(of_kind(features(line, "Gió"), "place") == Names{"inner"});
    CHECK(of_kind(features(line, "Lá"), "place") == Names{"last"});
}

TEST_CASE("lengths go by words, not marks", "[zones]") {
    CHECK(of_kind(features("Trời mưa to."), "length") == Names{"3"});
    CHECK(of_kind(features("Trời, mưa: to !"), "length") == Names{"3"});
    CHECK(of_kind(features("Trời mưa to quá."), "length") == Names{"7"});
    std::string many;
    for (std::size_t n = 0; n < 81; ++n) many += "mưa ";
    CHECK(of_kind(features(many), "length") == Names{"more"});
    many.erase(0, many.find(' ') + 1);
    CHECK(of_kind(features(many), "length") == Names{"80"});
}

TEST_CASE("endings are told apart", "[zones]") {
    CHECK(of_kind(features("Trời mưa"), "ending") == Names{"word"});
    CHECK(of_kind(features("Trời mưa 12"), "ending") == Names{"word"});
    for (const std::string mark : {".", ";", ":", ",", ")", "?"})
        CHECK(of_kind(features("Trời mưa" + mark), "ending") == Names{mark});
    CHECK(of_kind(features("Trời mưa /"), "ending") == Names{"other"});
}

TEST_CASE("looks of a sentence", "[zones]") {
    CHECK(features("- Mua sắm thiết bị cho trạm xá;").contains("shape:bullet"));
    CHECK_FALSE(features("Mua sắm thiết bị - vật tư cho trạm xá;").contains("shape:bullet"));
    CHECK(features("1. Mua sắm thiết bị cho trạm xá").contains("shape:numbered"));
    CHECK_FALSE(features("- Mua sắm thiết bị cho trạm xá").contains("shape:numbered"));
    CHECK_FALSE(features("12 thiết bị cho trạm xá").contains("shape:numbered"));
    CHECK(features("MUA SẮM THIẾT BỊ").contains("shape:capitals"));
    CHECK_FALSE(features("MUA SẮM thiết bị").contains("shape:capitals"));
    CHECK(features("mua sắm thiết bị.").contains("shape:small"));
    CHECK_FALSE(features("Mua sắm thiết bị.").contains("shape:small"));
    CHECK(features("Khám bệnh; chữa bệnh; tiêm chủng.").contains("shape:clauses"));
    CHECK_FALSE(features("Khám bệnh, chữa bệnh, tiêm chủng.").contains("shape:clauses"));
    CHECK(features("\"Trời mưa\"").contains("shape:quotation"));
    CHECK(features("(Trời mưa)").contains("shape:bracket"));
    CHECK(features("Tin tức | Y tế").contains("shape:slash"));
    CHECK(features("Nhiệm vụ năm 2017:").contains("shape:heading"));
    CHECK_FALSE(features("Ngành họp.").contains("shape:heading"));
    CHECK(features("Ông nói: \"Trời mưa\"").contains("shape:says"));
    CHECK_FALSE(features("Ông nói: trời mưa").contains("shape:says"));
}

TEST_CASE("periods are told by what the page reviews and plans", "[zones]") {
    const auto period = [](const std::string& sentence) { return of_kind(features(sentence), "period"); };
    CHECK(period("Năm 2016, ngành phát triển.") == Names{"reviewed"});
    CHECK(period("Năm 2017, ngành phát triển.") == Names{"planned"});
    CHECK(period("Năm 2014, ngành phát triển.") == Names{"earlier"});
    CHECK(period("Năm 2020, ngành phát triển.") == Names{"later"});
    CHECK(period("Ngày 11/01/2017, ngành họp.") == Names{"day"});
    CHECK(period("Ngành phát triển.").empty());
    CHECK(period("Năm 2016, ngành phát triển hơn năm 2014, năm 2016.") == Names{"earlier", "reviewed"});
    // A programme of some years is no plan of the coming one.
    CHECK(period("Đề án giai đoạn 2021-2025 được duyệt.") == Names{"undated"});
}

TEST_CASE("a period opens a sentence only among its first words", "[zones]") {
    CHECK(of_kind(features("Năm 2016, ngành phát triển."), "opens") == Names{"reviewed"});
    CHECK(of_kind(features("Các trạm xá ở vùng cao đã được sửa trong năm 2016."), "opens").empty());
    CHECK(of_kind(features("Năm 2016, ngành chuẩn bị cho năm 2017."), "opens") == Names{"reviewed"});
}

TEST_CASE("persons of a sentence", "[zones]") {
    const auto people = [](const std::string& sentence) { return of_kind(features(sentence), "people"); };
    CHECK(people("Trời mưa.") == Names{"none"});
    CHECK(people("Ông Tạ Văn Lộc sinh tại Hà Nam.") == Names{"one", "first"});
    CHECK(people("Hôm nay ở xã vùng cao có ông Tạ Văn Lộc.") == Names{"one"});
    CHECK(people("Hôm nay ở xã có ông Tạ Văn Lộc; bà Ngô Thị Diễm.") == Names{"more"});
    CHECK(people("Ông Tạ Văn Lộc nhấn mạnh kết quả.") == Names{"one", "first", "says"});
}

TEST_CASE("figures are counted", "[zones]") {
    CHECK(of_kind(features("Trời mưa."), "figures") == Names{"0"});
    CHECK(of_kind(features("Ngành có 12 bệnh viện."), "figures") == Names{"1"});
    CHECK(of_kind(features("Ngành có 12 bệnh viện, 40 phòng khám."), "figures") == Names{"2"});
    CHECK(of_kind(features("Năm 2016, ngành họp."), "figures") == Names{"0"});
}

TEST_CASE("honours are told from gifts", "[zones]") {
    const Names conferred = of_kind(features("Sở trao Giấy khen cho 12 tập thể."), "honours");
    CHECK(conferred == Names{"name", "verb", "counted", "conferred"});
    CHECK(of_kind(features("Sở có 12 tập thể nhận Giấy khen năm trước."), "honours").contains("counted"));
    CHECK(of_kind(features("Sở xây 12 trạm xá."), "honours").empty());
}

TEST_CASE("an agency as subject", "[zones]") {
    CHECK(of_kind(features("Sở Y tế đã sửa trạm xá."), "agency") == Names{"opens", "near"});
    CHECK(of_kind(features("Hôm nay, Sở Y tế sửa trạm xá."), "agency") == Names{"near"});
    CHECK(of_kind(features("Hôm nay trời mưa."), "agency").empty());
    CHECK(of_kind(features("Thực hiện Quyết định số 12/2016/QĐ-UBND."), "agency").contains("document"));
}

TEST_CASE("modal words count among a sentence's first", "[zones]") {
    CHECK(of_kind(features("Ngành đã sửa trạm xá."), "modal") == Names{"done"});
    CHECK(of_kind(features("Ngành sẽ sửa trạm xá."), "modal") == Names{"will"});
    CHECK(of_kind(features("Ngành cần sửa trạm xá."), "modal") == Names{"need"});
    CHECK(of_kind(features("Ngành sửa trạm xá."), "modal").empty());
    CHECK(of_kind(features("Các trạm xá ở những xã xa nhất của vùng cao nay sẽ đẹp."), "modal").empty());
}

TEST_CASE("cues are told by their place", "[zones]") {
    const Names opens = features("Phát biểu tại hội nghị, ông Tạ Văn Lộc cảm ơn.");
    CHECK(opens.contains("cue:speech"));
    CHECK(opens.contains("near:speech"));
    CHECK(opens.contains("first:speech"));
    const Names near = features("Ông Tạ Văn Lộc phát biểu.");
    CHECK(near.contains("cue:speech"));
    CHECK(near.contains("near:speech"));
    CHECK_FALSE(near.contains("first:speech"));
    const Names far =
        features("Sau khi xem phim tài liệu về các trạm xá ở những xã xa nhất, ông Tạ Văn Lộc phát biểu.");
    CHECK(far.contains("cue:speech"));
    CHECK_FALSE(far.contains("near:speech"));
    CHECK(of_kind(features("Trời mưa."), "cue").empty());
}

TEST_CASE("a sentence knows the part of its line and its place in the story", "[zones]") {
    const Names title = features(story, "Sở Y tế tỉnh Hà Nam tổng kết");
    CHECK(of_kind(title, "line") == Names{"title"});
    CHECK(of_kind(title, "position") == Names{"head"});
    const Names first = features(story, "Sáng");
    CHECK(of_kind(first, "line") == Names{"body"});
    CHECK(of_kind(first, "position") == Names{"0", "quarter-1"});
    const Names last = features(story, "- Đào");
    CHECK(of_kind(last, "position").contains("last"));
    CHECK(of_kind(last, "position").contains("quarter-4"));
}

TEST_CASE("a sentence knows what stands before it", "[zones]") {
    CHECK(of_kind(features(story, "Sở Y tế"), "behind").empty());
    CHECK(of_kind(features(story, "Sáng"), "behind") == Names{"title"});
    CHECK(of_kind(features(story, "Trời"), "behind").empty());
    CHECK(of_kind(features(story, "- Mua"), "behind") == Names{"body", "colon"});
    CHECK(of_kind(features(story, "- Đào"), "behind") == Names{"body", "semicolon"});
}

TEST_CASE("lines that come twice look so", "[zones]") {
    const std::string twice = story +
                              "\nToàn cảnh hội nghị\n\nTrong năm, ngành y tế đã sửa 12 trạm xá ở các xã vùng cao "
                              "của tỉnh.\n\nToàn cảnh hội nghị\n\nNăm qua, ngành y tế đã mua 40 xe cứu thương cho "
                              "các trạm xá của tỉnh.\n";
    CHECK(features(twice, "Toàn").contains("shape:repeated"));
    CHECK_FALSE(features(twice, "Năm qua").contains("shape:repeated"));
}

TEST_CASE("what the headline says speaks for every sentence", "[zones]") {
    const std::string page =
        "Phó Thủ tướng Lê Văn Tám: \"Yêu cầu ngành y tế sửa 12 trạm xá\"\n\nSáng ngày 11/01/2017, Sở Y tế tỉnh Hà "
        "Nam "
        "tổ chức hội nghị tổng kết công tác y tế năm 2016.\n\nTrong năm, toàn ngành đã khám bệnh cho 812.400 lượt "
        "người.\n";
    for (const std::string_view opener : {"Sáng", "Trong năm"}) {
        CHECK(of_kind(features(page, opener), "headline") == Names{"person", "quotation", "colon", "figure"});
        CHECK(of_kind(features(page, opener), "title").contains("request"));
    }
    CHECK(of_kind(features(story, "Trời"), "headline").empty());
}

TEST_CASE("the words of a part are read as if it were a sentence", "[zones]") {
    const TestPage page("Trời đã mưa to; Sở Y tế sẽ mua xe.");
    const Sentence& sentence = page.document.sentences[0];
    std::size_t cut = sentence.tokens.first;
    while (!page.document.token(cut).is_mark(';')) ++cut;
    const auto names = [&](TokenRange range) {
        std::vector<Feature> found;
        WordFeatureReader(page.document, page.islands, outline()).read(page.document.part(sentence, range), found);
        Names shown;
        for (const Feature& feature : found) shown.insert(zone_features().name(row_of(zone_features(), feature)));
        return shown;
    };
    const Names first = names({sentence.tokens.first, cut}), second = names({cut + 1, sentence.tokens.last});
    CHECK(of_kind(first, "modal") == Names{"done"});
    CHECK(of_kind(second, "modal") == Names{"will"});
    CHECK(of_kind(first, "agency").empty());
    CHECK(of_kind(second, "agency") == Names{"opens", "near"});
}
