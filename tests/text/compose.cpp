// SPDX-License-Identifier: BSL-1.0
// The short ways round ICU give what ICU gives.
#include "text/compose.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include <tongket/grammar/fold.hpp>

#include "catch.hpp"
#include "text/lower.hpp"

using namespace tongket;

namespace {

const icu::Normalizer2& nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
    REQUIRE(U_SUCCESS(status));
    return *instance;
}

std::string utf8(char32_t c) {
    std::string out;
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(out);
    return out;
}

std::string composed_by_icu(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    nfc().normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
    REQUIRE(U_SUCCESS(status));
    return out;
}

std::vector<char32_t> vietnamese_letters() {
    std::vector<char32_t> letters{U'đ', U'Đ', U'b', U'Z'};
    for (const char32_t c : grammar::detail::toned_letters) letters.push_back(c);
    for (const char32_t c : grammar::detail::toned_upper_letters) letters.push_back(c);
    return letters;
}

}  // namespace

TEST_CASE("what is taken for normalised is normalised wherever it stands", "[text]") {
    std::size_t taken = 0;
    for (char32_t c = 1; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const std::string text = "a" + utf8(c);
        const TextCheck check = check_text(text);
        if (check.invalid != std::string_view::npos) FAIL("valid UTF-8 taken for invalid");
        if (!check.normalized) continue;
        ++taken;
        UErrorCode status = U_ZERO_ERROR;
        const bool safe = nfc().quickCheck(icu::UnicodeString(static_cast<UChar32>(c)), status) == UNORM_YES &&
                          u_getCombiningClass(static_cast<UChar32>(c)) == 0;
        if (!safe) {
            CAPTURE(static_cast<unsigned>(c));
            FAIL_CHECK("not NFC everywhere");
        }
    }
    CHECK(taken > 0x600);
}

TEST_CASE("cut sequences are invalid at their lead", "[text]") {
    for (const std::string letter : {"ư", "ệ", "–", "●", "字", "𝄞"})
        for (std::size_t kept = 1; kept < letter.size(); ++kept) {
            CHECK(check_text("Sở " + letter.substr(0, kept)).invalid == 5);
            CHECK(check_text("Sở " + letter.substr(0, kept) + "x").invalid == 5);
        }
}

TEST_CASE("letters and marks in any order compose as ICU composes them", "[text]") {
    const std::vector<char32_t> marks{0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31B, 0x308};
    std::size_t composed = 0;
    for (const char32_t letter : vietnamese_letters())
        for (const char32_t first : marks)
            for (const char32_t second : marks) {
                const std::string text =
                    "x" + utf8(letter) + utf8(first) + utf8(second) + "y " + utf8(letter) + utf8(second) + "!";
                std::string out;
                ShiftTable shifts;
                if (!compose_vietnamese(text, out, shifts)) continue;
                ++composed;
                if (out != composed_by_icu(text)) {
                    CAPTURE(text, out);
                    FAIL_CHECK("not what ICU makes of it");
                }
                if (shifts.size() != 2) FAIL_CHECK("two letters were composed");
            }
    CHECK(composed > 80);
}

TEST_CASE("a page in NFD is composed without ICU", "[text]") {
    UErrorCode status = U_ZERO_ERROR;
    std::string page, decomposed, out;
    for (const char32_t letter : vietnamese_letters()) page += utf8(letter) + " – ";
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    REQUIRE(U_SUCCESS(status));
    nfd->normalize(icu::UnicodeString::fromUTF8(page), status).toUTF8String(decomposed);
    REQUIRE(U_SUCCESS(status));
    ShiftTable shifts;
    REQUIRE(compose_vietnamese(decomposed, out, shifts));
    CHECK(out == page);
    CHECK_FALSE(check_text(decomposed).normalized);
}

TEST_CASE("small letters are those of ICU", "[text]") {
    for (const char32_t letter : vietnamese_letters()) {
        const std::string text = "A–“" + utf8(letter) + "9";
        std::string expected;
        icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()).toUTF8String(expected);
        CHECK(lower(text) == expected);
        const std::string word = utf8(letter) + "Ô";
        CHECK(with_small_letters(word) == lower(word));
        CHECK(lower(with_a_capital(word)) == lower(word));
        CHECK(u_tolower(static_cast<UChar32>(grammar::decode(with_a_capital(word), 0).value)) ==
              u_tolower(static_cast<UChar32>(letter)));
        CHECK(grammar::fold(grammar::decode(with_a_capital(word), 0).value).upper);
    }
    CHECK(lower("ΑΒΓ İ Ǆ") == lower(lower("ΑΒΓ İ Ǆ")));
}
