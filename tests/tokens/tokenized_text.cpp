// SPDX-License-Identifier: BSL-1.0
// Tokens for rules of one's own: what they view lives, and leads back to the text as it was given.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <tongket/grammar/date.hpp>
#include <tongket/grammar/tokenize.hpp>

#include "catch.hpp"

using namespace tongket;
namespace g = tongket::grammar;

TEST_CASE("a text is cut into tokens that outlive it", "[tokenize]") {
    auto source = std::make_unique<std::string>("Sáng 18/01/2018, họp.");
    g::TokenizedText text = Parser().tokenize(*source);
    source.reset();
    const std::vector<g::TokenizedText> copies(3, text);
    const g::TokenStream& stream = copies[2].stream();
    text = g::tokenize("");
    g::DayExpression day;
    const std::size_t end = g::parse_at(stream, 0, g::day_rule, day);
    CHECK(copies[0].words(0, end) == "Sáng 18/01/2018");
    CHECK(copies[0].words(end, end).empty());
    CHECK(day.resolve(std::nullopt) == Date{2018, 1, 18});
    CHECK(copies[0].size() == stream.tokens.size() - 1);
    CHECK(copies[0][copies[0].size()].kind == g::TokenKind::end);
}

TEST_CASE("tokens lead back to the text as it was given", "[tokenize]") {
    const std::string source = "\xEF\xBB\xBFQuy\xCC\x81 I";  // a byte order mark, a decomposed letter
    const g::TokenizedText text = g::tokenize(source);
    REQUIRE(text.size() == 2);
    CHECK(text.span(0, 1) == Span{3, 8});
    CHECK(text.words(0, 2) == source.substr(3));
    CHECK(text.span(2, 2) == Span{source.size(), source.size()});
    CHECK_THROWS_AS(g::tokenize("\xFF"), Error);
    Options options;
    options.wrap = Wrap::always;
    const g::TokenizedText joined = Parser(options).tokenize("hai\ndòng");
    CHECK(joined.diagnostics().at(0).code == "wrapped-lines");
}

TEST_CASE("nothing matches where there is no token", "[tokenize]") {
    g::DayExpression day;
    const g::TokenizedText empty = g::tokenize("");
    CHECK(empty.size() == 0);
    CHECK(g::parse_at(empty.stream(), 0, g::day_rule, day) == 0);
    CHECK(g::parse_at(empty.stream(), 5, g::day_rule, day) == 5);
    CHECK(g::parse_at(g::TokenStream{}, 0, g::day_rule, day) == 0);
    const g::TokenizedText two = g::tokenize("ngày 18");
    CHECK(g::parse_at(two.stream(), 2, g::day_rule, day) == 2);
}
