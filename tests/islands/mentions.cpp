// SPDX-License-Identifier: BSL-1.0
#include "islands/mentions.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace tongket;
using grammar::TokenRange;

namespace {

struct Mark {
    TokenRange range;
    char name = '?';
};

/// a: [2, 4), b: [4, 7), c: [10, 11).
Mentions<Mark> marks() {
    Mentions<Mark> mentions;
    mentions.push_back({{2, 4}, 'a'});
    mentions.push_back({{4, 7}, 'b'});
    mentions.push_back({{10, 11}, 'c'});
    return mentions;
}

std::string names(const Mentions<Mark>& mentions, TokenRange range) {
    std::string found;
    for (const Mark& mark : mentions.in(range)) found += mark.name;
    return found;
}

char name_at(const Mentions<Mark>& mentions, std::size_t token) {
    const Mark* const mark = mentions.at(token);
    return mark == nullptr ? '-' : mark->name;
}

}  // namespace

TEST_CASE("mentions in a range are those that begin in it", "[islands]") {
    const Mentions<Mark> mentions = marks();
    CHECK(names(mentions, {0, 20}) == "abc");
    CHECK(names(mentions, {2, 10}) == "ab");
    CHECK(names(mentions, {2, 11}) == "abc");
    CHECK(names(mentions, {3, 5}) == "b");
    // One that began before, or begins at the end, is outside.
    CHECK(names(mentions, {3, 4}).empty());
    CHECK(names(mentions, {5, 10}).empty());
    CHECK(names(mentions, {11, 20}).empty());
    // An end may reach beyond the range.
    CHECK(names(mentions, {4, 5}) == "b");
}

TEST_CASE("an empty or inverted range holds no mention", "[islands]") {
    const Mentions<Mark> mentions = marks();
    CHECK(names(mentions, {4, 4}).empty());
    CHECK(names(mentions, {10, 2}).empty());
    CHECK(mentions.first_in({4, 4}) == nullptr);
    CHECK_FALSE(mentions.any_in({2, 2}));
}

TEST_CASE("the first mention in a range is found", "[islands]") {
    const Mentions<Mark> mentions = marks();
    REQUIRE(mentions.first_in({3, 20}) != nullptr);
    CHECK(mentions.first_in({3, 20})->name == 'b');
    CHECK(mentions.first_in({0, 2}) == nullptr);
    CHECK(mentions.any_in({0, 3}));
    CHECK_FALSE(mentions.any_in({7, 10}));
}

TEST_CASE("the mention that covers a token is found", "[islands]") {
    const Mentions<Mark> mentions = marks();
    std::string covered;
    for (std::size_t token = 0; token < 13; ++token) covered += name_at(mentions, token);
    CHECK(covered == "--aabbb---c--");
}

TEST_CASE("mentions from a token on begin at it or behind", "[islands]") {
    const Mentions<Mark> mentions = marks();
    CHECK(mentions.from(0)->name == 'a');
    CHECK(mentions.from(2)->name == 'a');
    CHECK(mentions.from(3)->name == 'b');
    CHECK(mentions.from(7)->name == 'c');
    CHECK(mentions.from(11) == mentions.end());
}

TEST_CASE("without mentions nothing is found", "[islands]") {
    const Mentions<Mark> none;
    CHECK(none.empty());
    CHECK(none.size() == 0);
    CHECK(none.in({0, 9}).empty());
    CHECK(none.at(0) == nullptr);
    CHECK(none.from(0) == none.end());
}

TEST_CASE("mentions are a sequence", "[islands]") {
    Mentions<Mark> mentions = marks();
    CHECK(mentions.size() == 3);
    CHECK(mentions.index_of(*mentions.at(5)) == 1);
    CHECK(mentions.back().name == 'c');
    mentions[1].name = 'x';
    CHECK(name_at(mentions, 6) == 'x');
    mentions.pop_back();
    CHECK(mentions.back().name == 'x');
    CHECK(mentions.at(10) == nullptr);
    std::string all;
    for (const Mark& mark : mentions) all += mark.name;
    CHECK(all == "ax");
}
