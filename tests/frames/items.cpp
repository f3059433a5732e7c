// SPDX-License-Identifier: BSL-1.0
#include "frames/items.hpp"

#include <string>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

constexpr auto kind_names =
    std::to_array<std::string_view>({"person", "office", "verb", "meeting", "presents", "of", "joins", "with",
                                     "comma", "semicolon", "name", "adverb", "passive", "word", "bracket", "mark"});
constexpr auto sense_names = std::to_array<std::string_view>(
    {"attend", "chair", "speak", "say", "report", "request", "conclude", "launch", "confer", "side", "source"});

std::vector<frames::Item> items_of(const TestPage& page) {
    return frames::items_of(page.document, page.islands, {0, page.document.size()});
}

/// The kinds of a sentence's items; of verbs their senses.
std::string items(const std::string& sentence) {
    const TestPage page(sentence);
    std::string shown;
    for (const frames::Item& item : items_of(page)) {
        if (!shown.empty()) shown += ' ';
        if (item.kind != frames::ItemKind::verb) {
            shown += kind_names[static_cast<std::size_t>(item.kind)];
            continue;
        }
        std::string senses;
        for (std::size_t s = 0; s < sense_names.size(); ++s)
            if ((item.senses & frames::sense_bit(static_cast<frames::Sense>(s))) != 0)
                senses += (senses.empty() ? "" : "+") + std::string(sense_names[s]);
        shown += senses;
    }
    return shown;
}

/// The words of the item at a place.
std::string words_of_item(const std::string& sentence, std::size_t place) {
    const TestPage page(sentence);
    const auto all = items_of(page);
    REQUIRE(place < all.size());
    return page.document.words(all[place].tokens);
}

}  // namespace

TEST_CASE("a person is one item with the offices around the name", "[frames]") {
    const std::string sentence = "Đồng chí Tạ Thị Hoài, Giám đốc Sở Y tế chủ trì hội nghị.";
    CHECK(items(sentence) == "person chair mark");
    CHECK(words_of_item(sentence, 0) == "Đồng chí Tạ Thị Hoài, Giám đốc Sở Y tế");
    CHECK(words_of_item(sentence, 1) == "chủ trì hội nghị");
}

TEST_CASE("an item knows its person among the mentions of the page", "[frames]") {
    const TestPage page("Ông Tạ Văn Lộc, bà Ngô Thị Diễm cùng dự.");
    const auto all = items_of(page);
    REQUIRE(page.islands.persons.size() == 2);
    std::vector<std::size_t> persons;
    for (const frames::Item& item : all)
        if (item.kind == frames::ItemKind::person) persons.push_back(item.person);
    CHECK(persons == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a person by office alone is an office", "[frames]") {
    CHECK(items("Đồng chí Phó Chủ tịch UBND tỉnh phát biểu.") == "office speak mark");
}

TEST_CASE("verbs of a conference have senses, others have none", "[frames]") {
    CHECK(items("dự và chỉ đạo").find("attend") == 0);
    CHECK(items("phát biểu kết luận").find("speak") == 0);
    CHECK(items("phát biểu kết luận").find("conclude") != std::string::npos);
    CHECK(items("nhấn mạnh") == "say");
    CHECK(items("đề nghị") == "say+request");
    CHECK(items("trao tặng") == "confer");
    CHECK(items("theo") == "source");
    CHECK(items("rà soát") == "word");
}

TEST_CASE("a side's words say that those behind them attend", "[frames]") {
    CHECK(items("về phía tỉnh có").find("side") == 0);
    CHECK(items("về công tác y tế").find("side") == std::string::npos);
}

TEST_CASE("the words that join are told apart", "[frames]") {
    CHECK(items("có") == "presents");
    CHECK(items("gồm") == "presents");
    CHECK(items("của") == "of");
    CHECK(items("và") == "joins");
    CHECK(items("với") == "with");
    CHECK(items("được") == "passive");
    CHECK(items("đã") == "adverb");
    CHECK(items("cùng") == "adverb");
    CHECK(items("hội nghị") == "meeting");
    CHECK(items("bệnh") == "word");
}

TEST_CASE("marks are told apart", "[frames]") {
    CHECK(items("xa , đẹp ; cao - thấp : đẹp ( xấu ) / hay ! dở") ==
          "word comma word semicolon word comma word presents word bracket word bracket word word mark word");
}

TEST_CASE("what begins with a capital or names a body is a name", "[frames]") {
    CHECK(items("Hoa Lư") == "name");
    CHECK(items("các huyện") == "name name");
    CHECK(items("trời mưa to").find("name") == std::string::npos);
}

TEST_CASE("items follow each other without a gap inside their range", "[frames]") {
    const TestPage page(
        "Tham dự hội nghị có ông Tạ Văn Lộc - Phó Chủ tịch UBND tỉnh; đại diện các sở, ngành (12 đơn vị) và bà Ngô "
        "Thị "
        "Diễm, Giám đốc Sở.");
    const TokenRange range{1, page.document.size() - 3};
    std::size_t at = range.first;
    for (const frames::Item& item : frames::items_of(page.document, page.islands, range)) {
        CHECK(item.tokens.first == at);
        CHECK(item.tokens.last > item.tokens.first);
        at = item.tokens.last;
    }
    CHECK(at == range.last);
    CHECK(frames::items_of(page.document, page.islands, {4, 4}).empty());
}
