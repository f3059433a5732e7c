// SPDX-License-Identifier: BSL-1.0
#include "text/text.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tongket/print.hpp>

#include "catch.hpp"

using namespace tongket;
using namespace std::string_literals;

namespace {

struct Read {
    std::vector<Diagnostic> diagnostics;
    NormalizedText text;
    explicit Read(std::string_view source, const Options& options = {}) : text(source, options, diagnostics) {}
};

/// The words of the source that stand behind a part of the normalised text.
std::string behind(const NormalizedText& text, std::string_view part) {
    const std::size_t at = text.text().find(part);
    REQUIRE(at != std::string_view::npos);
    return std::string(slice(text.source(), text.to_source(at, at + part.size())));
}

}  // namespace

TEST_CASE("the first byte that is not UTF-8 is found", "[text]") {
    struct Row {
        std::string text;
        std::size_t at;
    };
    constexpr auto none = std::string_view::npos;
    const std::vector<Row> rows = {
        {"", none},
        {"plain text of more than eight bytes", none},
        {"Sở Thông tin và Truyền thông", none},
        {"\0"s, none},
        {"\U0010FFFF\uD7FF\uE000", none},
        {"\x80", 0},
        {"12345678\xFF", 8},
        {"1234567890\xBF"
         "234567890",
         10},
        {"ab\xC3", 2},             // cut short
        {"ab\xE1\xBB", 2},         // cut short
        {"ab\xE1\xBBz", 2},        // not continued
        {"\xC0\xAF", 0},           // overlong
        {"\xC1\xBF", 0},           // overlong
        {"\xE0\x80\xAF", 0},       // overlong
        {"\xF0\x80\x80\xAF", 0},   // overlong
        {"x\xED\xA0\x80", 1},      // a surrogate
        {"x\xED\xBF\xBF", 1},      // a surrogate
        {"x\xF4\x90\x80\x80", 1},  // beyond U+10FFFF
        {"x\xF5\x80\x80\x80", 1},
        {"Sở \xFE", 5},
        {"S\xF4\x8F\xBF\xBF\xF4", 5},
    };
    for (const Row& row : rows) {
        INFO(row.at << ": " << row.text);
        CHECK(find_invalid_utf8(row.text) == row.at);
    }
}

TEST_CASE("invalid UTF-8 is refused at its byte", "[text]") {
    for (const std::string start : {"", "Sở\n", "\xEF\xBB\xBF", "\xEF\xBB\xBFSở"}) {
        const std::string source = start + "\xC3(";
        try {
            const Read read(source);
            FAIL("read " << source);
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::invalid_utf8);
            CHECK(error.offset() == start.size());
            CHECK(std::string(error.what()) == "byte 0xC3 is not valid UTF-8");
        }
    }
}

TEST_CASE("text that is NFC already is not copied", "[text]") {
    const std::string source = "Sở Bưu chính";
    const Read read(source);
    CHECK(read.text.text().data() == source.data());
    CHECK(read.text.text() == source);
    for (std::size_t i = 0; i <= source.size(); ++i) CHECK(read.text.to_source(i) == i);
    CHECK(read.diagnostics.empty());
}

TEST_CASE("a byte order mark is skipped and counted", "[text]") {
    const std::string source = "\xEF\xBB\xBFSở A";
    const Read read(source);
    CHECK(read.text.text() == "Sở A");
    CHECK(read.text.to_source(0) == 3);
    CHECK(read.text.to_source(read.text.text().size()) == source.size());
    CHECK(behind(read.text, "Sở") == "Sở");

    const std::string alone = "\xEF\xBB\xBF";
    const Read empty(alone);
    CHECK(empty.text.text().empty());
    CHECK(empty.text.to_source(0) == 3);
}

TEST_CASE("decomposed letters are composed and lead back", "[text]") {
    // s + o + horn + hook, then more letters in both forms, in every place of the line.
    const std::string source = "So\u031B\u0309 nhì \u0110o\u0302\u0323i a\u0302\u0301 \u1EA1a\u0302\u0323";
    const Read read(source);
    CHECK(read.text.text() == "Sở nhì Đội ấ ạậ");
    CHECK(behind(read.text, "Sở") == "So\u031B\u0309");
    CHECK(behind(read.text, "S") == "S");
    CHECK(behind(read.text, "ở") == "o\u031B\u0309");
    CHECK(behind(read.text, "nhì") == "nhì");
    CHECK(behind(read.text, "Đội") == "\u0110o\u0302\u0323i");
    CHECK(behind(read.text, "ấ") == "a\u0302\u0301");
    CHECK(behind(read.text, "ậ") == "a\u0302\u0323");
    CHECK(read.text.to_source(read.text.text().size()) == source.size());
    CHECK(read.text.source().data() == source.data());
}

TEST_CASE("marks in another order come to the same letter", "[text]") {
    // dot below before circumflex
    const std::string source = "Vie\u0323\u0302t, Vi\u1EB9\u0302t";
    const Read read(source);
    CHECK(read.text.text() == "Việt, Việt");
    CHECK(behind(read.text, ", ") == ", ");
    CHECK(read.text.to_source(0, read.text.text().size()) == Span{0, source.size()});
}

TEST_CASE("a byte order mark and decomposed letters shift together", "[text]") {
    const std::string source =
        "\xEF\xBB\xBF"
        "a\u0301b";
    const Read read(source);
    CHECK(read.text.text() == "áb");
    CHECK(behind(read.text, "á") == "a\u0301");
    CHECK(behind(read.text, "b") == "b");
}

TEST_CASE("by option bad bytes are replaced, each with a diagnostic", "[text]") {
    Options options;
    options.replace_invalid_utf8 = true;
    const std::string source =
        "S\xFF"
        "a\u0301\xC3 b\xE1\xBB";
    const Read read(source, options);
    CHECK(read.text.text() == "S\uFFFDá\uFFFD b\uFFFD\uFFFD");
    REQUIRE(read.diagnostics.size() == 4);
    const std::vector<std::size_t> places = {1, 5, 8, 9};
    for (std::size_t i = 0; i < places.size(); ++i) {
        CHECK(read.diagnostics[i].severity == Severity::warning);
        CHECK(read.diagnostics[i].code == "invalid-utf8");
        CHECK(read.diagnostics[i].span == Span{places[i], places[i] + 1});
    }
    CHECK(behind(read.text, "á") == "a\u0301");
    CHECK(behind(read.text, " b") == " b");
    CHECK(read.text.to_source(read.text.text().size()) == source.size());
}

TEST_CASE("a file of garbage gives no flood of diagnostics", "[text]") {
    Options options;
    options.replace_invalid_utf8 = true;
    const Read read(std::string(10000, '\xFF'), options);
    CHECK(read.diagnostics.size() >= 1);
    CHECK(read.diagnostics.size() <= 1000);
}

TEST_CASE("input is limited", "[text]") {
    Options options;
    options.max_input_bytes = 5;
    CHECK(Read("12345", options).text.text() == "12345");
    try {
        const Read read("123456", options);
        FAIL("read");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::input_too_large);
        CHECK(error.offset() == 5);
    }
    // The limit comes first: what lies behind it need not be valid.
    options.max_input_bytes = 1;
    CHECK_THROWS_AS(Read("a\xFF", options), Error);
    options.max_input_bytes = 0;
    CHECK(Read("", options).text.text().empty());
}
