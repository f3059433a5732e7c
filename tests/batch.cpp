// SPDX-License-Identifier: BSL-1.0
// Many texts by several threads: the same reports as one by one, in order.
#include <tongket/batch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "files.hpp"

using namespace tongket;

TEST_CASE("many texts give what each gives alone, with any number of threads", "[batch]") {
    std::vector<std::string> texts;
    for (const test::Sample& sample : test::read_samples(TONGKET_SOURCE_DIR "/examples"))
        texts.push_back(sample.text);
    texts.insert(texts.begin() + 2, "Sở \xFF");
    texts.emplace_back();
    for (const unsigned threads : {0U, 1U, 3U, 64U}) {
        INFO(threads);
        const std::vector<Result<Report>> reports = parse_many(std::span<const std::string>(texts), threads);
        REQUIRE(reports.size() == texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            REQUIRE(reports[i].has_value() == (i != 2));
            if (i == 2)
                CHECK(reports[i].error().code() == ErrorCode::invalid_utf8);
            else
                CHECK(*reports[i] == parse(texts[i]));
        }
    }
    CHECK(parse_many(std::span<const std::string_view>()).empty());
}

TEST_CASE("a batch is read with the parser that it is given", "[batch]") {
    const Parser parser({}, {{"unit", {"thùng loa"}, "loa", "", 0}});
    const std::vector<std::string_view> texts{"Đã lắp đặt 12 thùng loa."};
    const auto reports = parse_many(std::span(texts), 2, parser);
    REQUIRE(reports.at(0));
    CHECK(reports[0]->measures.at(0).unit == "loa");
}
