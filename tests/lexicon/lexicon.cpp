// SPDX-License-Identifier: BSL-1.0
#include <tongket/lexicon.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/grammar/token.hpp>
#include <tongket/parse.hpp>

#include "catch.hpp"
#include "lexicon/builtin_index.hpp"
#include "tokens/tokens.hpp"

using namespace tongket;
using grammar::Cue;
using grammar::LexiconClass;
using grammar::LexiconIndex;
using grammar::PhraseMatch;

namespace {

/// A text tokenised with a lexicon.
struct Tokens {
    std::string text;
    std::vector<grammar::PackedToken> packed;
    grammar::TokenView tokens;
    grammar::TokenStream stream;

    Tokens(std::string words, const LexiconIndex& index)
        : text(std::move(words)),
          packed(tokenize(text, &index)),
          tokens(packed, &index),
          stream{text, tokens, &index} {}
    Tokens(const Tokens&) = delete;
    Tokens& operator=(const Tokens&) = delete;

    [[nodiscard]] std::string value(LexiconClass c, std::size_t at = 0) const {
        const PhraseMatch found = stream.match(at, c);
        return found ? std::string(found.value()) + "/" + std::to_string(found.length) : "none";
    }
};

void check_refused(std::string_view text, ErrorCode code, std::size_t offset) {
    INFO(text);
    try {
        (void)read_lexicon(text);
        FAIL("read");
    } catch (const Error& error) {
        CHECK(error.code() == code);
        CHECK(error.offset() == offset);
    }
}

}  // namespace

TEST_CASE("lexicon lines have up to four columns", "[lexicon]") {
    const auto entries = read_lexicon(
        "# comment\n"
        "\n"
        "unit\tkm|ki lô mét\tkm\tkind=length\r\n"
        "honorific\tcụ\n"
        "  # another\n"
        "title\t Giám đốc | Phó Giám đốc \t\t\n"
        "province\tHà Nam\tVN-63");
    REQUIRE(entries.size() == 4);
    CHECK(entries[0] == LexiconEntry{"unit", {"km", "ki lô mét"}, "km", "kind=length"});
    CHECK(entries[1] == LexiconEntry{"honorific", {"cụ"}, "", ""});
    CHECK(entries[2] == LexiconEntry{"title", {"Giám đốc", "Phó Giám đốc"}, "", ""});
    CHECK(entries[3] == LexiconEntry{"province", {"Hà Nam"}, "VN-63", ""});
    CHECK(read_lexicon("").empty());
    CHECK(read_lexicon("\n\n#\n").empty());
    CHECK(read_lexicon("\xEF\xBB\xBFunit\tha\n").size() == 1);
}

TEST_CASE("lexicon lines of a wrong form are refused at their first byte", "[lexicon]") {
    check_refused("colour\tđỏ\n", ErrorCode::invalid_lexicon, 0);
    check_refused("unit\tha\ncolour\tđỏ\n", ErrorCode::invalid_lexicon, 8);
    check_refused("# ghi chú\r\nunit\t\tha\n", ErrorCode::invalid_lexicon, std::string("# ghi chú\r\n").size());
    check_refused("unit\tha\nunit", ErrorCode::invalid_lexicon, 8);
    check_refused("unit\tha\nunit\t | \tx\n", ErrorCode::invalid_lexicon, 8);
    check_refused("unit\tha\tha\tkind=other\tmore\n", ErrorCode::invalid_lexicon, 0);
    check_refused("unit\tha\n\xFF\n", ErrorCode::invalid_utf8, 8);
}

TEST_CASE("the built-in lexicon is a lexicon", "[lexicon]") {
    const auto entries = read_lexicon(builtin_lexicon());
    CHECK(entries.size() > 100);
    const LexiconIndex index(entries);
    CHECK(index.size() > entries.size());
    CHECK_FALSE(index.indicator_entries().empty());
}

TEST_CASE("the built-in lexicon knows all provinces", "[lexicon]") {
    std::size_t provinces = 0;
    std::vector<std::string> codes;
    for (const LexiconEntry& entry : read_lexicon(builtin_lexicon())) {
        if (entry.word_class != "province") continue;
        ++provinces;
        CHECK(entry.value.starts_with("VN-"));
        codes.push_back(entry.value);
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    // The 63 of 2008 to 2025, and Hà Tây (VN-15), which became a part of Hà Nội in 2008.
    CHECK(codes.size() == 64);
    CHECK(provinces >= 64);
    CHECK(std::binary_search(codes.begin(), codes.end(), "VN-HN"));
    CHECK(std::binary_search(codes.begin(), codes.end(), "VN-15"));
    for (const char* gone : {"VN-17", "VN-38", "VN-48", "VN-60", "VN-62", "VN-64", "VN-65"})
        CHECK_FALSE(std::binary_search(codes.begin(), codes.end(), gone));
}

TEST_CASE("words of a phrase match by class", "[lexicon]") {
    const LexiconIndex index(read_lexicon("unit\tđồng\tVND\nnoun\tđồng\tfield\nhonorific\tđồng chí\tcomrade\n"));
    CHECK(index.size() == 3);
    const Tokens money("đồng chí", index);
    CHECK(money.value(LexiconClass::unit) == "VND/1");
    CHECK(money.value(LexiconClass::noun) == "field/1");
    CHECK(money.value(LexiconClass::honorific) == "comrade/2");
    CHECK(money.value(LexiconClass::title) == "none");
    CHECK(money.value(LexiconClass::unit, 1) == "none");
    CHECK(money.tokens[0].starts(LexiconClass::unit));
    CHECK(money.tokens[0].starts(LexiconClass::honorific));
    CHECK_FALSE(money.tokens[0].starts(LexiconClass::title));
    CHECK_FALSE(money.tokens[1].starts(LexiconClass::honorific));

    const Tokens other("đồng bào", index);
    CHECK(other.value(LexiconClass::honorific) == "none");
    CHECK(other.value(LexiconClass::unit) == "VND/1");
}

TEST_CASE("the longest phrase of a class wins", "[lexicon]") {
    const LexiconIndex index(read_lexicon(
        "title\tChủ tịch\ta\ntitle\tChủ tịch nước\tb\ntitle\tPhó Chủ tịch Thường trực\tc\ntitle\tPhó\td\n"));
    CHECK(Tokens("Chủ tịch UBND", index).value(LexiconClass::title) == "a/2");
    CHECK(Tokens("chủ tịch nước ta", index).value(LexiconClass::title) == "b/3");
    CHECK(Tokens("Phó Chủ tịch", index).value(LexiconClass::title) == "d/1");
    CHECK(Tokens("Phó Chủ tịch Thường trực", index).value(LexiconClass::title) == "c/5");
}

TEST_CASE("case, tone placement and dash kinds do not matter to a phrase", "[lexicon]") {
    const LexiconIndex index(read_lexicon(
        "sector\tVăn hóa - Xã hội\tx\nsector\tBưu chính Viễn thông\ty\nsector\tThủy lợi\tz\ncue\tquý I\tbriefing\n"));
    for (const char* text : {"Văn hóa - Xã hội", "văn hoá – xã hội", "VĂN HÓA — XÃ HỘI", "Văn\u00A0hoá-Xã hội"}) {
        INFO(text);
        CHECK(Tokens(text, index).value(LexiconClass::sector) == "x/5");
    }
    CHECK(Tokens("thuỷ lợi", index).value(LexiconClass::sector) == "z/2");
    CHECK(Tokens("Quí I", index).stream.match(0, LexiconClass::cue).length == 2);
    // A dash that the phrase does not have is passed over; one that it has is not.
    CHECK(Tokens("Bưu chính - Viễn thông", index).value(LexiconClass::sector) == "y/5");
    CHECK(Tokens("Bưu chính – Viễn thông", index).value(LexiconClass::sector) == "y/5");
    CHECK(Tokens("Bưu chính, Viễn thông", index).value(LexiconClass::sector) == "none");
    CHECK(Tokens("Bưu chính - - Viễn thông", index).value(LexiconClass::sector) == "none");
    CHECK(Tokens("Văn hóa Xã hội", index).value(LexiconClass::sector) == "none");
    CHECK(Tokens("Bưu chính -", index).value(LexiconClass::sector) == "none");
}

TEST_CASE("a line break ends a phrase", "[lexicon]") {
    const LexiconIndex index(read_lexicon("agency\tBan Tuyên giáo\tbody\n"));
    CHECK(Tokens("Ban Tuyên giáo", index).value(LexiconClass::agency) == "body/3");
    CHECK(Tokens("Ban\nTuyên giáo", index).value(LexiconClass::agency) == "none");
}

TEST_CASE("cues of one phrase add up", "[lexicon]") {
    const LexiconIndex index(
        read_lexicon("cue\tphát biểu\tspeech\ncue\tphát biểu kết luận\tclosing\ncue\tphát biểu\tsay+request\n"));
    const Tokens tokens("phát biểu kết luận hội nghị", index);
    const auto cues = index.cues_to(tokens.tokens[0].phrase);
    for (const Cue cue : {Cue::speech, Cue::say, Cue::request, Cue::closing})
        CHECK((cues & grammar::cue_bit(cue)) != 0);
    CHECK((cues & grammar::cue_bit(Cue::chair)) == 0);
    CHECK(index.match_cue(tokens.tokens, Cue::closing).length == 4);
    CHECK(index.match_cue(tokens.tokens, Cue::say).length == 2);
    CHECK_THROWS_AS(LexiconIndex(read_lexicon("cue\tphát biểu\tno_such_cue\n")), Error);
}

TEST_CASE("terms mean concepts", "[lexicon]") {
    const LexiconIndex index(read_lexicon("term\tthuê bao\tsubscriber\nterm\tthuê bao di động\tsubscriber+mobile\n"));
    const auto subscriber = index.concept_id("subscriber");
    const auto mobile = index.concept_id("mobile");
    REQUIRE(subscriber);
    REQUIRE(mobile);
    CHECK_FALSE(index.concept_id("nothing"));
    const Tokens tokens("thuê bao di động", index);
    const auto concepts = tokens.stream.match(0, LexiconClass::term).payload->concepts;
    CHECK(concepts.count() == 2);
    CHECK(concepts.test(*mobile));
    CHECK(Tokens("thuê bao cố định", index).stream.match(0, LexiconClass::term).payload->concepts.count() == 1);
}

TEST_CASE("attributes are read by key", "[lexicon]") {
    const LexiconIndex index(read_lexicon("unit\tha\tha\tkind=other; per=1;empty=\nscale\ttriệu\t6\n"));
    const Tokens tokens("ha triệu", index);
    const auto* unit = tokens.stream.match(0, LexiconClass::unit).payload;
    REQUIRE(unit != nullptr);
    CHECK(unit->attribute("kind") == "other");
    CHECK(unit->attribute("per") == "1");
    CHECK(unit->attribute("empty").empty());
    CHECK(unit->attribute("ki").empty());
    CHECK(tokens.stream.match(1, LexiconClass::scale).payload->number == 6);
}

TEST_CASE("of entries with one class and phrase the later wins", "[lexicon]") {
    const LexiconIndex index(read_lexicon("unit\tbao\tbag\nunit\tbao|bì\tsack\nnoun\tbao\tother\n"));
    CHECK(Tokens("bao", index).value(LexiconClass::unit) == "sack/1");
    CHECK(Tokens("bì", index).value(LexiconClass::unit) == "sack/1");
    CHECK(Tokens("bao", index).value(LexiconClass::noun) == "other/1");
    CHECK(index.size() == 3);
}

TEST_CASE("entries without a phrase or of an unknown class are refused", "[lexicon]") {
    CHECK_THROWS_AS(LexiconIndex({LexiconEntry{"unit", {}, "x", ""}}), Error);
    CHECK_THROWS_AS(LexiconIndex({LexiconEntry{"unit", {""}, "x", ""}}), Error);
    CHECK_THROWS_AS(LexiconIndex({LexiconEntry{"unit", {"  "}, "x", ""}}), Error);
    CHECK_THROWS_AS(LexiconIndex({LexiconEntry{"colour", {"đỏ"}, "x", ""}}), Error);
    CHECK_THROWS_AS(Parser({}, {LexiconEntry{"colour", {"đỏ"}, "x", ""}}), Error);
}

TEST_CASE("an empty lexicon knows nothing", "[lexicon]") {
    const LexiconIndex index(std::vector<LexiconEntry>{});
    CHECK(index.size() == 0);
    const Tokens tokens("Sở Thông tin và Truyền thông", index);
    for (const grammar::Token token : tokens.tokens) CHECK(token.classes == 0);
}

TEST_CASE("the tables in the library are what the lexicon compiles to", "[lexicon]") {
    const LexiconIndex compiled(read_lexicon(builtin_lexicon()));
    const LexiconIndex::Tables &now = compiled.tables(), &built = builtin_tables();
    const auto equal = [](const auto& a, const auto& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    };
    CHECK(built.nodes.size() > 1000);
    CHECK(equal(now.words, built.words));
    CHECK(equal(now.spelled, built.spelled));
    CHECK(equal(now.nodes, built.nodes));
    CHECK(equal(now.arriving, built.arriving));
    CHECK(equal(now.first_words, built.first_words));
    CHECK(equal(now.path_classes, built.path_classes));
    CHECK(equal(now.payloads, built.payloads));
    CHECK(equal(now.concepts, built.concepts));
    const LexiconIndex ready = builtin_index();
    CHECK(ready.indicator_entries().size() > 100);
    CHECK(equal(compiled.indicator_entries(), ready.indicator_entries()));
}

TEST_CASE("every word of the lexicon has a node", "[lexicon]") {
    const LexiconIndex index(read_lexicon("term\tthuê bao di động\tmobile\n"));
    // 'thuê' begins a phrase; 'di' only goes one on.
    const Tokens text("di thuê bao xa", index);
    CHECK(text.tokens[0].word == index.word(grammar::word_key("di")).id);
    CHECK(text.tokens[0].word != 0);
    CHECK(text.tokens[0].phrase != 0);
    CHECK(text.tokens[0].classes == 0);
    CHECK(text.tokens[1].word == index.word(grammar::word_key("thuê")).id);
    CHECK(text.tokens[1].classes == 0);
    CHECK(text.tokens[3].word == 0);
    CHECK(text.tokens[3].phrase == 0);
    CHECK(text.value(LexiconClass::term) == "none");
    CHECK(Tokens("thuê bao di động", index).value(LexiconClass::term) == "mobile/4");
}
