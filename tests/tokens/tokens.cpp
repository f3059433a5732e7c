// SPDX-License-Identifier: BSL-1.0
#include "tokens/tokens.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tongket/grammar/fold.hpp>
#include <tongket/lexicon.hpp>

#include "catch.hpp"
#include "grammar/tokenized.hpp"
#include "text/lower.hpp"

using namespace tongket;
using grammar::PackedToken;
using grammar::Token;
using grammar::TokenKind;

namespace {

char letter_of(const PackedToken& token) {
    switch (token.kind) {
        case TokenKind::word:
            return 'w';
        case TokenKind::number:
            return 'n';
        case TokenKind::mark:
            return 'm';
        case TokenKind::newline:
            return 'l';
        case TokenKind::end:
            return 'e';
    }
    return '?';
}

/// `w:Sở n:12 m:, l: e:`, the words of a newline left out.
std::string shown(std::string_view text) {
    std::string out;
    for (const PackedToken& token : tokenize(text, nullptr)) {
        if (!out.empty()) out += ' ';
        out += letter_of(token);
        out += ':';
        if (token.kind != TokenKind::newline) out += text.substr(token.begin, token.length);
    }
    return out;
}

/// The ASCII forms of the marks of a text.
std::string marks(std::string_view text) {
    std::string out;
    for (const PackedToken& token : tokenize(text, nullptr))
        if (token.kind == TokenKind::mark) out += token.mark;
    return out;
}

PackedToken first(std::string_view text) { return tokenize(text, nullptr).front(); }

}  // namespace

TEST_CASE("text falls into words, numbers and marks", "[tokens]") {
    struct Row {
        std::string text;
        std::string tokens;
    };
    const std::vector<Row> rows = {
        {"", "e:"},
        {"   ", "e:"},
        {"Sở TT&TT", "w:Sở w:TT m:& w:TT e:"},
        {"487.362 máy", "n:487.362 w:máy e:"},
        {"3,5 triệu", "n:3,5 w:triệu e:"},
        {"năm 2017.", "w:năm n:2017 m:. e:"},
        {"1,2, 3", "n:1,2 m:, n:3 e:"},
        {"29,46%", "n:29,46 m:% e:"},
        {"158/199 xã", "n:158 m:/ n:199 w:xã e:"},
        {"100dân", "n:100 w:dân e:"},
        {"QH12", "w:QH12 e:"},
        {"4G", "n:4 w:G e:"},
        {"K'đăm", "w:K'đăm e:"},
        {"K’đăm", "w:K’đăm e:"},
        {"'đăm'", "m:' w:đăm m:' e:"},
        {"km²", "w:km² e:"},
        {"a\nb", "w:a l: w:b e:"},
        {"a\r\nb", "w:a l: w:b e:"},
        {"a\rb\n\nc", "w:a l: w:b l: w:c e:"},
        {"a \r\n \u00A0\n\tb", "w:a l: w:b e:"},  // blank lines mean nothing
        {"a\u2028b", "w:a l: w:b e:"},
        {std::string("a\0b\x01"
                     "c",
                     5),
         "w:a w:b w:c e:"},
        {"a\u00A0b\u200Bc\u3000d", "w:a w:b w:c w:d e:"},
        {"Bắc GiangNgày 5", "w:Bắc w:Giang w:Ngày n:5 e:"},
        {"Bắc GiangNgày\u00A05", "w:Bắc w:Giang w:Ngày n:5 e:"},
        {"Bắc GiangVừa\u2009qua", "w:Bắc w:Giang w:Vừa w:qua e:"},
        {"Bắc GiangNgàynay", "w:Bắc w:GiangNgàynay e:"},
        {"Bắc GiangNgày", "w:Bắc w:GiangNgày e:"},
        {"iPhone", "w:iPhone e:"},
        {"“tốt”", "m:“ w:tốt m:” e:"},
        {"\U0001F600", "m:\U0001F600 e:"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(shown(row.text) == row.tokens);
    }
}

TEST_CASE("marks have an ASCII form", "[tokens]") {
    CHECK(marks("- – — ‑ − ―") == "------");
    CHECK(marks("\" “ ” „ « »") == "\"\"\"\"\"\"");
    CHECK(marks("' ‘ ’") == "'''");
    CHECK(marks("• · ● ▪ \uF0B7") == "*****");
    CHECK(marks("… ％ ， ； ：") == "~%,;:");
    CHECK(marks("( ) / & ; : . , + !") == "()/&;:.,+!");
    CHECK(marks("£") == "?");
    // Signs that count are words of the lexicon.
    CHECK(marks("€ ≥ ≤ ≈ ₫ ‰").empty());
}

TEST_CASE("tokens know their shape", "[tokens]") {
    CHECK(first("Sở").has(Token::capital));
    CHECK_FALSE(first("Sở").has(Token::all_caps));
    CHECK(first("Đoàn").has(Token::capital));
    CHECK(first("Ủy").has(Token::capital));
    CHECK_FALSE(first("ủy").has(Token::capital));
    CHECK(first("UBND").has(Token::all_caps));
    CHECK(first("ĐẢNG").has(Token::all_caps));
    CHECK(first("QH12").has(Token::all_caps));
    CHECK_FALSE(first("A").has(Token::all_caps));
    CHECK_FALSE(first("TTg").has(Token::all_caps));
    CHECK_FALSE(first("12").has(Token::capital));
}

TEST_CASE("tokens know what is before them", "[tokens]") {
    const std::string text = "a b\n\u00A0c,d";
    const auto tokens = tokenize(text, nullptr);
    REQUIRE(tokens.size() == 7);
    CHECK_FALSE(tokens[0].has(Token::space_before));
    CHECK(tokens[0].has(Token::line_start));
    CHECK(tokens[1].has(Token::space_before));
    CHECK_FALSE(tokens[1].has(Token::line_start));
    CHECK(tokens[3].has(Token::space_before));
    CHECK(tokens[3].has(Token::line_start));
    CHECK_FALSE(tokens[4].has(Token::space_before));
    CHECK_FALSE(tokens[5].has(Token::space_before));
    CHECK(tokens[6].kind == TokenKind::end);
    CHECK(tokens[6].begin == text.size());
    CHECK(tokens[6].length == 0);
}

TEST_CASE("tokens are in order and overlap nowhere", "[tokens]") {
    const std::string text = "Sáng 12-1,  Sở TT&TT “…” (4G)\r\n- 1.234,5 km²/người; K'đăm\u00A0…";
    std::size_t at = 0;
    for (const PackedToken& token : tokenize(text, nullptr)) {
        CHECK(token.begin >= at);
        at = token.end();
        CHECK(at <= text.size());
    }
}

TEST_CASE("a word longer than a token can be is cut", "[tokens]") {
    const std::string text(200000, 'x');
    const auto tokens = tokenize(text, nullptr);
    std::size_t at = 0;
    for (const PackedToken& token : tokens) {
        CHECK(token.begin == at);
        at = token.end();
    }
    CHECK(at == text.size());
    CHECK(tokens.size() == 5);
}

TEST_CASE("words found by their spelling are those found letter by letter", "[tokens]") {
    const grammar::LexiconIndex& index = test::builtin_index();
    // Behind a word the text goes on for the fast way, and ends for the careful one.
    const std::string rest = " và nhiều đơn vị khác nữa";
    std::size_t known = 0;
    for (const LexiconEntry& entry : read_lexicon(builtin_lexicon())) {
        if (entry.word_class == "indicator") continue;
        for (const std::string& phrase : entry.phrases)
            for (const PackedToken& part : tokenize(phrase, nullptr)) {
                if (part.kind != TokenKind::word) continue;
                const std::string word = phrase.substr(part.begin, part.length);
                for (const std::string& spelled : {word, with_small_letters(word), with_a_capital(word)}) {
                    const test::Tokenized in_text(spelled + rest, index), alone(spelled, index);
                    const Token fast = in_text.tokens[0], careful = alone.tokens[0];
                    known += fast.word != 0 ? 1 : 0;
                    if (fast.length != careful.length || fast.word != careful.word || fast.kind != careful.kind ||
                        (fast.flags & (Token::capital | Token::all_caps)) !=
                            (careful.flags & (Token::capital | Token::all_caps)) ||
                        index.word(grammar::word_key(spelled)).id != fast.word) {
                        CAPTURE(spelled);
                        FAIL_CHECK("read otherwise");
                    }
                }
            }
    }
    CHECK(known > 1000);
}

TEST_CASE("a word ends at the first sign that is no letter", "[tokens]") {
    const grammar::LexiconIndex& index = test::builtin_index();
    const std::string filler(20, ' ');
    for (const std::string sign : {",", ".", ";", ":", ")", "\n", "\t", "“", "–", "…", "_", "[", "{", "~", "\x7F"}) {
        const test::Tokenized text("tỉnh" + sign + filler + "x", index);
        INFO(sign);
        CHECK(text.tokens[0].length == std::string("tỉnh").size());
        CHECK(text.tokens[0].word == index.word(grammar::word_key("tỉnh")).id);
    }
    for (const std::string joined : {"tỉnh's", "tỉnh’s", "tỉnhx", "m2", "TỉnhTỉnh"})
        CHECK(tokenize(joined + filler + "x", &index).front().length == joined.size());
    CHECK(tokenize("tỉnh9" + filler, &index).front().length == std::string("tỉnh9").size());
    CHECK(tokenize("số942" + filler, &index).front().length == std::string("số").size());
    CHECK(tokenize("GiangNgày 5" + filler, &index).front().length == std::string("Giang").size());
    CHECK(tokenize("ngườitronggiađìnhnhiềuthếhệ" + filler, &index).front().phrase == 0);
}
