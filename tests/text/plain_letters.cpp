// SPDX-License-Identifier: BSL-1.0
#include "text/plain_letters.hpp"

#include <string>

#include "catch.hpp"
#include "text/text.hpp"

using namespace tongket;

namespace {

std::string plain(const std::string& text) {
    std::string out;
    ShiftTable shifts;
    return make_plain(text, out, shifts) ? out : text;
}

}  // namespace

TEST_CASE("hidden letters are left out", "[text]") {
    CHECK(plain("ng\u00ADhị") == "nghị");
    CHECK(plain("1\u200B000") == "1000");
    CHECK(plain("\u200Dhộ\u2060\uFEFF") == "hộ");
    CHECK(plain("1\u200E.\u202C5") == "1.5");
}

TEST_CASE("digits of all scripts and full-width letters are those of ASCII", "[text]") {
    CHECK(plain("１２，５％") == "12,5%");
    CHECK(plain("\u0661\u0662 xã") == "12 xã");
    CHECK(plain("\U0001D7CF\U0001D7D0") == "12");
    CHECK(plain("Ａ") == "A");
}

TEST_CASE("what is seen stays: blanks, raised digits, fractions, signs", "[text]") {
    for (const std::string text : {"1\u00A0000", "10⁶ km²", "3½", "–12 ₫ ‰", "hội nghị", ""}) {
        std::string out;
        ShiftTable shifts;
        CHECK_FALSE(make_plain(text, out, shifts));
    }
}

TEST_CASE("a blank between a letter and its mark is left out", "[text]") {
    CHECK(plain("ke \u0302 \u0301 hoa \u0323ch") == "ke\u0302\u0301 hoa\u0323ch");
    for (const std::string text : {"hoa \u2019", "12 \u0301", "a  \u0301", " \u0301a", "\u0301"})
        CHECK(plain(text) == text);
    const std::string source = "ke \u0302 \u0301 hoa \u0323ch";
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    CHECK(text.text() == "kế hoạch");
    CHECK(text.to_source(0, std::string("kế").size()) == Span{0, 8});
    CHECK(text.to_source(text.text().size()) == source.size());
}

TEST_CASE("places in plain text lead to the source", "[text]") {
    const std::string source = "a\u00ADb \uFF11x";
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    CHECK(text.text() == "ab 1x");
    CHECK(text.to_source(0) == 0);
    CHECK(text.to_source(1) == 3);  // behind the soft hyphen
    CHECK(text.to_source(3) == 5);
    CHECK(text.to_source(4) == 8);
    CHECK(text.to_source(5) == 9);
}

TEST_CASE("hidden letters part no letter from its marks", "[text]") {
    const std::string source = "he\u00AD\u0323\u0302n";
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    CHECK(text.text() == "hện");
    CHECK(text.to_source(text.text().size()) == source.size());
}

TEST_CASE("places end before hidden letters", "[text]") {
    const std::string source = "xã\u200B\u00AD 5";
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    const Span place = text.to_source(0, 3);
    CHECK(source.substr(place.begin, place.end - place.begin) == "xã");
    CHECK(length_as_seen("\u200B") == 0);
    CHECK(length_as_seen("") == 0);
    CHECK(length_as_seen("ệ") == 3);
}
