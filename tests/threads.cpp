// SPDX-License-Identifier: BSL-1.0
// Many threads at once: one parser for all of them, parsers made and copied meanwhile, and what a process makes once.
// A program of its own, so that ThreadSanitizer's build needs no other test (`make tsan`).
#include <algorithm>
#include <cstddef>
#include <exception>
#include <functional>
#include <latch>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <tongket/gazetteer.hpp>
#include <tongket/tongket.hpp>

#include "files.hpp"
#include "respell.hpp"

using namespace tongket;

namespace {

constexpr std::size_t thread_count = 8;

/// Runs `work(number of the thread)` in all threads, which begin together.
/// @returns what went wrong in each: nothing, or the message of an exception
std::vector<std::string> in_threads(const std::function<void(std::size_t)>& work) {
    std::vector<std::string> messages(thread_count);
    std::latch all_ready(thread_count);
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < thread_count; ++number)
        threads.emplace_back([&, number] {
            all_ready.arrive_and_wait();
            try {
                work(number);
            } catch (const std::exception& error) {
                messages[number] = error.what();
            }
        });
    for (std::thread& thread : threads) thread.join();
    return messages;
}

const std::vector<std::string> all_well(thread_count);

void require(bool holds, const char* what) {
    if (!holds) throw std::runtime_error(what);
}

const std::vector<LexiconEntry> own_words = {{"unit", {"cây số"}, "km", "kind=length"}};

/// What every thread does with a parser, its own or a common one.
void use_phrase_parsers(const Parser& parser) {
    require(parser.parse_quantity("trên 520 tỷ đồng").has_value(), "parse_quantity");
    require(parser.parse_date("ngày 18/01/2018").has_value(), "parse_date");
    require(parser.parse_period("6 tháng đầu năm 2018").has_value(), "parse_period");
    require(parser.parse_citation("Nghị định số 64/2007/NĐ-CP").has_value(), "parse_citation");
    require(parser.parse_person("đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh").has_value(), "parse_person");
    require(parser.parse_agency("Sở Thông tin và Truyền thông tỉnh Hà Nam").has_value(), "parse_agency");
    require(parser.find_quantities("Cấp 12 giấy phép, thu 5 tỷ đồng.").size() == 2, "find_quantities");
    require(parser.find_dates("Ngày 18/01/2018.").size() == 1, "find_dates");
    require(!parser.try_parse("\xFF").has_value(), "try_parse");
    require(!parser.options().replace_invalid_utf8, "options");
}

/// A text and all that is to come of it.
struct Expected {
    std::string text;
    Report report;
    std::string json;
    std::string table;
};

std::vector<Expected> read_examples(const Parser& parser) {
    std::vector<Expected> all;
    for (const test::Sample& sample : test::read_samples(TONGKET_SOURCE_DIR "/examples")) {
        for (const std::string& text : {sample.text, test::nfd(sample.text)}) {
            const Report report = parser.parse(text);
            all.push_back({text, report, to_json(report), to_table(report)});
        }
    }
    return all;
}

}  // namespace

// The first test: nothing was made yet.
TEST_CASE("what a process makes once may be asked for by many threads at first", "[threads]") {
    CHECK(in_threads([](std::size_t number) {
              switch (number % 4) {
                  case 0:
                      require(parse("chữ").measures.empty(), "parse");
                      break;
                  case 1:
                      use_phrase_parsers(Parser());
                      break;
                  case 2:
                      require(Parser({}, own_words).parse_quantity("12 cây số").has_value(), "own words");
                      break;
                  default:
                      require(parse_quantity("520 ty\u0309 \u0111o\u0302\u0300ng").has_value(), "NFD");
              }
              require(parse_date("ngày 18/01/2018").has_value(), "the shared parser");
          }) == all_well);
}

TEST_CASE("a parser is used by many threads while others are made", "[threads]") {
    const Parser parser;
    const std::vector<Expected> all = read_examples(parser);
    REQUIRE(all.size() > thread_count);
    CHECK(in_threads([&](std::size_t number) {
              const Parser copy = parser;
              for (std::size_t i = 0; i < all.size(); ++i) {
                  // Each thread begins with another text.
                  const Expected& expected = all[(i + number) % all.size()];
                  const Report report = (i % 2 == 0 ? parser : copy).parse(expected.text);
                  require(report == expected.report, "report");
                  require(to_json(report) == expected.json, "to_json");
                  require(to_table(report) == expected.table, "to_table");
                  require(from_json(expected.json) == report, "from_json");
                  use_phrase_parsers(parser);
                  if (i % 4 == number % 4) {
                      use_phrase_parsers(Parser({}, own_words));
                      require(parse(expected.text) == report, "parse");
                  }
              }
          }) == all_well);
}

TEST_CASE("a batch is read by many threads", "[threads]") {
    const Parser parser;
    const std::vector<Expected> all = read_examples(parser);
    std::vector<std::string> texts;
    for (const Expected& expected : all) texts.push_back(expected.text);
    texts.emplace_back("\xFF");
    const std::vector<Result<Report>> reports =
        parse_many(std::span<const std::string>(texts), static_cast<unsigned>(thread_count), parser);
    REQUIRE(reports.size() == texts.size());
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(reports[i].value_or(Report{}) == all[i].report);
    CHECK_FALSE(reports.back());
}

TEST_CASE("threads refuse bad input each for itself", "[threads]") {
    const Parser parser;
    CHECK(in_threads([&](std::size_t number) {
              const std::string text = std::string(number, 'a') + "\xFF";
              for (int n = 0; n < 50; ++n) {
                  try {
                      static_cast<void>(parser.parse(text));
                      require(false, "not refused");
                  } catch (const Error& error) {
                      require(error.code() == ErrorCode::invalid_utf8 && error.offset() == number, "another's error");
                  }
              }
          }) == all_well);
}

TEST_CASE("a parser outlives the one that it was copied from", "[threads]") {
    auto parser = std::make_unique<const Parser>(Options{}, own_words);
    std::vector<Parser> copies(thread_count, *parser);
    CHECK(in_threads([&](std::size_t number) {
              if (number == 0) parser.reset();
              const Parser own = std::move(copies[number]);
              require(own.parse_quantity("12 cây số").has_value(), "own words");
          }) == all_well);
}
