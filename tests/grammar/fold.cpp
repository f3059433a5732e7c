// SPDX-License-Identifier: BSL-1.0
#include <tongket/grammar/fold.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"

using namespace tongket::grammar;

TEST_CASE("code points are decoded", "[fold]") {
    const std::string text = "aở\u20AC\U0001F600";
    std::vector<std::pair<char32_t, std::uint32_t>> seen;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        seen.emplace_back(c.value, c.length);
        at += c.length;
    }
    CHECK(seen == std::vector<std::pair<char32_t, std::uint32_t>>{{U'a', 1}, {U'ở', 3}, {0x20AC, 3}, {0x1F600, 4}});
    CHECK(decode(text, text.size()).length == 0);
}

TEST_CASE("letters are taken apart", "[fold]") {
    struct Row {
        char32_t letter;
        char32_t plain;  // of the same base, no tone
        int tone;
        bool upper;
    };
    const std::vector<Row> rows = {{U'a', U'a', 0, false}, {U'à', U'a', 1, false}, {U'Á', U'a', 2, true},
                                   {U'ả', U'a', 3, false}, {U'Ã', U'a', 4, true},  {U'ạ', U'a', 5, false},
                                   {U'ậ', U'â', 5, false}, {U'Ừ', U'ư', 1, true},  {U'ỡ', U'ơ', 4, false},
                                   {U'ệ', U'ê', 5, false}, {U'Đ', U'đ', 0, true},  {U'Ỹ', U'y', 4, true},
                                   {U'Ẳ', U'ă', 3, true},  {U'ố', U'ô', 2, false}};
    for (const Row& row : rows) {
        const FoldedLetter letter = fold(row.letter);
        INFO(static_cast<std::uint32_t>(row.letter));
        CHECK(letter.base != 0);
        CHECK(letter.base == fold(row.plain).base);
        CHECK(letter.tone == row.tone);
        CHECK(letter.upper == row.upper);
    }
    CHECK(fold(U',').base == 0);
    CHECK(fold(U'€').base == 0);
    CHECK(fold(0x10FFFF).base == 0);
    std::set<int> bases;
    for (const char32_t c : U"abcdefghijklmnopqrstuvwxyzăâđêôơư0123456789")
        if (c != 0) bases.insert(fold(c).base);
    CHECK(bases.size() == 26 + 7 + 10);
}

TEST_CASE("spellings of one word have one key", "[fold]") {
    const std::vector<std::pair<std::string, std::string>> same = {
        {"hoà", "hòa"},   {"Hoà", "HÒA"},     {"hoá", "hóa"}, {"thuỷ", "thủy"}, {"uỷ", "Ủy"},   {"quí", "quý"},
        {"QUÝ", "quí"},   {"kỹ", "kĩ"},       {"kỳ", "kì"},   {"mỹ", "mĩ"},     {"tỷ", "tỉ"},   {"sỹ", "sĩ"},
        {"lý", "lí"},     {"khoẻ", "khỏe"},   {"toạ", "tọa"}, {"loè", "lòe"},   {"tuỳ", "tùy"}, {"hoạ", "họa"},
        {"ĐẢNG", "đảng"}, {"Thông", "thông"}, {"luỹ", "lũy"}, {"xoá", "xóa"},   {"đội", "ĐỘI"}, {"hy", "hi"}};
    for (const auto& [a, b] : same) {
        INFO(a << " " << b);
        CHECK(word_key(a) == word_key(b));
    }
}

TEST_CASE("other words have other keys", "[fold]") {
    const std::vector<std::string> words = {"tay",  "tai",     "thuý",   "thúi", "ma",  "má",  "mà",   "mả",
                                            "mã",   "mạ",      "mâ",     "mă",   "dan", "đan", "cong", "côn",
                                            "công", "con",     "trạm",   "tram", "y",   "i",   "đ",    "d",
                                            "",     "nghiêng", "nghiên", "quy",  "qua", "TT",  "TTTT"};
    std::set<std::uint64_t> keys;
    for (const std::string& word : words) keys.insert(word_key(word));
    CHECK(keys.size() == words.size());
}

TEST_CASE("long words do not collide with their beginnings", "[fold]") {
    std::set<std::uint64_t> keys;
    std::string word;
    for (int i = 0; i < 200; ++i) {
        keys.insert(word_key(word));
        word += static_cast<char>('a' + i % 26);
    }
    CHECK(keys.size() == 200);
}
