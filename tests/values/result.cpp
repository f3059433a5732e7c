// SPDX-License-Identifier: BSL-1.0
// Results: the functions that throw nothing.
#include <tongket/result.hpp>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"

using namespace tongket;

TEST_CASE("a result is a value or an error", "[result]") {
    const Result<std::string> value(std::string("a"));
    REQUIRE(value);
    CHECK(*value == "a");
    CHECK(value->size() == 1);
    CHECK(value.value() == "a");
    CHECK(value.value_or("b") == "a");

    const Result<std::string> error(Error(ErrorCode::invalid_utf8, 3, "bad"));
    REQUIRE_FALSE(error);
    CHECK(error.error().code() == ErrorCode::invalid_utf8);
    CHECK(error.error().offset() == 3);
    CHECK(error.value_or("b") == "b");
    CHECK_THROWS_AS(error.value(), Error);

    Result<std::unique_ptr<int>> only_moved(std::make_unique<int>(5));
    CHECK(*std::move(only_moved).value() == 5);
}

TEST_CASE("reading without exceptions gives the report or the error of reading with them", "[result]") {
    const std::string text = "Sở Y tế tổng kết năm 2016.";
    STATIC_REQUIRE(noexcept(try_parse(text)));
    REQUIRE(try_parse(text));
    CHECK(*try_parse(text) == parse(text));
    CHECK(*Parser().try_parse(text) == parse(text));

    const Result<Report> bad = try_parse("Sở \xFF");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code() == ErrorCode::invalid_utf8);
    CHECK(bad.error().offset() == 5);

    Options options;
    options.max_input_bytes = 3;
    REQUIRE_FALSE(try_parse(text, options));
    CHECK(try_parse(text, options).error().code() == ErrorCode::input_too_large);

    REQUIRE(Parser::make());
    const Result<Parser> parser = Parser::make({}, {{"no class", {"a"}, "", "", 9}});
    REQUIRE_FALSE(parser);
    CHECK(parser.error().code() == ErrorCode::invalid_lexicon);
    CHECK(parser.error().offset() == 9);

    REQUIRE(try_from_json(to_json(parse(text))));
    CHECK(*try_from_json(to_json(parse(text))) == parse(text));
    REQUIRE_FALSE(try_from_json("{"));
    CHECK(try_from_json("{").error().code() == ErrorCode::invalid_json);

    CHECK(try_read_lexicon("unit\tthùng\tthùng\n")->size() == 1);
    REQUIRE_FALSE(try_read_lexicon("no class\tthùng\n"));
    CHECK(try_read_lexicon("no class\tthùng\n").error().code() == ErrorCode::invalid_lexicon);
}

TEST_CASE("any call can be made without exceptions", "[result]") {
    const Result<Found<FoundDate>> dates = attempt([] { return find_dates("ngày 18/01/2018"); });
    REQUIRE(dates);
    CHECK(dates->size() == 1);
    const Result<Found<FoundDate>> refused = attempt([] { return find_dates("\xFF"); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::invalid_utf8);
    const Result<int> no_memory = attempt([]() -> int { throw std::bad_alloc(); });
    REQUIRE_FALSE(no_memory);
    CHECK(no_memory.error().code() == ErrorCode::out_of_memory);
}

TEST_CASE("what a call throws that is not the library's is an error too", "[result]") {
    STATIC_REQUIRE(noexcept(attempt([]() -> int { throw 1; })));
    const Result<int> other = attempt([]() -> int { throw std::out_of_range("no such row"); });
    REQUIRE_FALSE(other);
    CHECK(other.error().code() == ErrorCode::foreign_exception);
    CHECK(name_of(other.error().code()) == "foreign_exception");
    CHECK(std::string(other.error().what()) == "no such row");
    const Result<int> number = attempt([]() -> int { throw 1; });
    REQUIRE_FALSE(number);
    CHECK(number.error().code() == ErrorCode::foreign_exception);
    const Result<int> value = attempt([] { return 1; });
    REQUIRE(value);
    CHECK(*value == 1);
}
