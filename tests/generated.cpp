// SPDX-License-Identifier: BSL-1.0
// What was generated is what is parsed, value for value and place for place, in every spelling of the text.
#include "generate/generate.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generate/compare.hpp"
#include "respell.hpp"
#include "spans.hpp"

using namespace tongket;
using test::GeneratedReport;

namespace {

// Under a sanitizer everything takes ten times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t reports = 60;
#else
constexpr std::uint64_t reports = 200;
#endif

// The real reports have 5 to 13 KB.
std::size_t size_of(std::uint64_t seed) { return 3000 + seed * 7919 % 12000; }

// What was written and what of it was read otherwise.
struct Tally {
    std::size_t items = 0;
    std::size_t differences = 0;
    std::string examples;

    void add(const Parser& parser, const GeneratedReport& generated) {
        items += test::items_of(generated);
        constexpr std::size_t most_shown = 2000;
        for (const std::string& difference :
             test::differences(generated, test::parse_checked(parser, generated.text))) {
            ++differences;
            if (examples.size() < most_shown) examples += difference + "\n";
        }
    }
};

void check_nearly_all(const Tally& tally) {
    INFO(tally.examples);
    INFO(tally.differences << " differences among " << tally.items << " items");
    CHECK(static_cast<double>(tally.differences) <= test::most_differences * static_cast<double>(tally.items));
}

}  // namespace

TEST_CASE("what was generated is what is parsed", "[generated]") {
    const Parser parser;
    Tally tally;
    for (std::uint64_t seed = 1; seed <= reports; ++seed)
        tally.add(parser, test::generate_report(seed, size_of(seed)));
    check_nearly_all(tally);
}

TEST_CASE("what is generated is read the same decomposed or with CRLF", "[generated]") {
    const Parser parser;
    for (std::uint64_t seed = 1; seed <= reports / 4; ++seed) {
        const GeneratedReport generated = test::generate_report(seed, size_of(seed));
        INFO("seed " << seed);
        Tally plain, decomposed, crlf, both;
        plain.add(parser, generated);
        decomposed.add(parser, test::respelled(generated, test::nfd));
        crlf.add(parser, test::respelled(generated, test::crlf));
        both.add(parser,
                 test::respelled(generated, [](std::string_view text) { return test::nfd(test::crlf(text)); }));
        CHECK(decomposed.differences == plain.differences);
        CHECK(crlf.differences == plain.differences);
        CHECK(both.differences == plain.differences);
    }
}

TEST_CASE("a long report is read like a short one", "[generated]") {
    Tally tally;
    tally.add(Parser(), test::generate_report(1, 20000 * reports));
    check_nearly_all(tally);
}

TEST_CASE("the generator knows what it wrote", "[generated]") {
    for (std::uint64_t seed = 1; seed <= reports; ++seed) {
        const GeneratedReport generated = test::generate_report(seed, size_of(seed));
        INFO("seed " << seed);
        test::check_spans(generated.text, generated.truth);
        CHECK(test::nfc(generated.text) == generated.text);
        CHECK(generated.text.size() > size_of(seed) * 9 / 10);
        CHECK(generated.text.size() < size_of(seed) * 11 / 10 + 1500);
    }
}

TEST_CASE("generated reports are as dense as real ones and do not repeat", "[generated]") {
    std::size_t bytes = 0, measures = 0, people = 0, targets = 0, sentences = 0;
    std::set<std::string> different;
    for (const GeneratedReport& report : test::generate_corpus(1, 500000)) {
        bytes += report.text.size();
        measures += report.truth.measures.size();
        people += report.truth.people.size();
        targets += report.truth.targets.size();
        for (std::size_t at = 0, end = 0; (end = report.text.find(". ", at)) != std::string::npos; at = end + 2) {
            different.insert(report.text.substr(at, end - at));
            ++sentences;
        }
    }
    // Per thousand bytes, the five real reports have 0.2 to 3.3, 0.1 to 0.25, 0.8 to 2.4.
    const double thousands = static_cast<double>(bytes) / 1000;
    CHECK(static_cast<double>(measures) / thousands > 1.8);
    CHECK(static_cast<double>(measures) / thousands < 2.8);
    CHECK(static_cast<double>(people) / thousands < 0.35);
    CHECK(static_cast<double>(targets) / thousands < 2.2);
    CHECK(static_cast<double>(different.size()) / static_cast<double>(sentences) > 0.97);
}

TEST_CASE("a seed gives one text everywhere", "[generated]") {
    CHECK(test::checksum(test::generate_corpus(1, 100000)) == 0xF14117A44755C9DDU);
    CHECK(test::generate_report(5).text == test::generate_report(5).text);
    CHECK(test::generate_report(5).text != test::generate_report(6).text);
}

TEST_CASE("a difference is found", "[generated]") {
    const GeneratedReport generated = test::generate_report(3);
    REQUIRE(generated.truth.measures.size() > 3);
    CHECK(test::differences(generated, generated.truth).empty());
    Report other = generated.truth;
    other.measures[2].value = Decimal(77);
    CHECK(test::differences(generated, other).size() == 2);
    other = generated.truth;
    other.people.pop_back();
    CHECK(test::differences(generated, other).size() == 1);
    other = generated.truth;
    other.targets[0].span.begin += 1;
    CHECK(test::differences(generated, other).size() == 2);
    other = generated.truth;
    other.meeting.date.reset();
    CHECK(test::differences(generated, other).size() == 1);
}
