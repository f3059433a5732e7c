// SPDX-License-Identifier: BSL-1.0
// Text in other encodings and of legacy fonts; tests/python/test_encoding.py has more, on whole reports.
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include <tongket/encoding.hpp>

#include "catch.hpp"

using namespace tongket;
using namespace std::string_literals;

namespace {

const std::string sentence = "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016";
const std::string in_tcvn3 = "S\xEB Y t\xD5 t\xD8nh H\xB5 Nam t\xE6ng k\xD5t c\xABng t\xB8"s + "c n\xA8m 2016";

/// The bytes of a text in an encoding that ICU knows.
std::string encoded(const std::string& utf8, const char* encoding) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 4, '\0');
    const auto size = text.extract(0, text.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), encoding);
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::string decoded_by_icu(const std::string& bytes, const char* encoding) {
    std::string utf8;
    icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), encoding).toUTF8String(utf8);
    return utf8;
}

}  // namespace

TEST_CASE("encodings are known by a mark or by their form", "[encoding]") {
    struct Encoding {
        const char* icu;
        std::string mark;
        std::string_view name;
        std::string written;
    };
    const std::vector<Encoding> encodings = {{"UTF-16LE", "\xFF\xFE", "utf-16-le", "UTF-16-LE"},
                                             {"UTF-16BE", "\xFE\xFF", "utf-16-be", "UTF-16-BE"},
                                             {"UTF-32LE", "\xFF\xFE\0\0"s, "utf-32-le", "UTF-32-LE"},
                                             {"UTF-32BE", "\0\0\xFE\xFF"s, "utf-32-be", "UTF-32-BE"}};
    const std::string text = sentence + " \U0001F4CA";  // beyond 16 bits
    for (const Encoding& encoding : encodings) {
        INFO(encoding.written);
        const Decoded marked = decode_text(encoding.mark + encoded(text, encoding.icu));
        CHECK(marked.text == text);
        CHECK(marked.encoding == encoding.name);
        CHECK(marked.description == encoding.written + " by its mark");
        CHECK_FALSE(marked.malformed);
        const Decoded bare = decode_text(encoded(sentence, encoding.icu));
        CHECK(bare.text == sentence);
        CHECK(bare.description == encoding.written + " without a mark");
    }
    CHECK(decode_text(sentence).description == "UTF-8");
    CHECK(decode_text("\xEF\xBB\xBF" + sentence).text == sentence);
    CHECK(decode_text("\xEF\xBB\xBF" + sentence).description == "UTF-8 by its mark");
    CHECK(decode_text("").text.empty());
}

TEST_CASE("what is not of an encoding becomes U+FFFD, and its place is told", "[encoding]") {
    const Decoded alone = decode_text("\xFF\xFE"s + "a\0\0\xD8"s + "b\0"s);  // the first half of a pair
    CHECK(alone.text == "a\uFFFDb");
    CHECK(alone.malformed == 4U);
    CHECK(decode_text("\xFE\xFF\0a\0"s).text == "a\uFFFD");  // half a unit
    CHECK(decode_text("\xFE\xFF\xDC\x00"s).malformed == 2U);
    CHECK(decode_text("\0\0\xFE\xFF\0\x11\0\0"s).text == "\uFFFD");  // no code point is so large
    CHECK(decode_text("\xEF\xBB\xBF"
                      "a\xE1\xBB"
                      "b\xFF")
              .text ==
          "a\uFFFD"
          "b\uFFFD");
    CHECK(decode_text("\xEF\xBB\xBF"
                      "a\xE1\xBB")
              .malformed == 4U);
}

TEST_CASE("bytes of legacy fonts and of Windows-1258 are known by their words", "[encoding]") {
    const Decoded tcvn3 = decode_text(in_tcvn3);
    CHECK(tcvn3.text == sentence);
    CHECK(tcvn3.encoding == "windows-1252");
    CHECK(tcvn3.font == LegacyFont::tcvn3);
    const Decoded windows =
        decode_text("S\xF5\xD2 Y t\xEA\xEC t\x69\xD2nh H\x61\xCC Nam t\xF4\xD2ng k\xEA\xECt c\xF4ng t\x61\xEC"s +
                    "c n\xE3m 2016");
    CHECK(windows.text == sentence);
    CHECK(windows.encoding == "windows-1258");
    CHECK_FALSE(windows.font);
}

TEST_CASE("bytes in no encoding that is known are an error with its place", "[encoding]") {
    for (const std::string& bytes : {sentence + "\xFF", "caf\xE9"s, "\xFF"s}) {
        try {
            static_cast<void>(decode_text(bytes));
            FAIL("it was decoded");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::invalid_utf8);
            CHECK(error.offset() == bytes.size() - 1);
        }
    }
    CHECK(from_windows_1252("caf\xE9 \x80") == "café €");
    CHECK_THROWS_AS(convert_legacy("\xFF"), Error);
    CHECK_THROWS_AS(from_legacy("\xFF", LegacyFont::vni), Error);
    CHECK_THROWS_AS(lacks_marks("\xFF"), Error);
}

TEST_CASE("the code pages are those of ICU", "[encoding]") {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK(from_windows_1252(all) == decoded_by_icu(all, "windows-1252"));
}

TEST_CASE("letters of legacy fonts are converted where the text then reads as Vietnamese", "[encoding]") {
    const auto vni = convert_legacy("Sôû Thoâng tin vaø Truyeàn thoâng toång keát coâng taùc naêm");
    REQUIRE(vni);
    CHECK(vni->font == LegacyFont::vni);
    CHECK(vni->text == "Sở Thông tin và Truyền thông tổng kết công tác năm");
    CHECK(from_legacy("Së Y tÕ", LegacyFont::tcvn3) == "Sở Y tế");
    CHECK(from_legacy("ÑAÏI HOÄI", LegacyFont::vni) == "ĐẠI HỘI");
    for (const std::string& text :
         {""s, "plain English"s, "Çà et là, déjà vu: très élégant"s, "Größe über alles"s, "Ñandú"s, sentence})
        CHECK_FALSE(convert_legacy(text));
}

TEST_CASE("each letter of a font is told", "[encoding]") {
    CHECK(legacy_letters(LegacyFont::tcvn3).size() == 74);
    for (const LegacyFont font : {LegacyFont::tcvn3, LegacyFont::vni})
        for (const LegacyLetter& letter : legacy_letters(font)) {
            INFO(letter.typed);
            CHECK(from_legacy(letter.typed, font) == letter.letter);
        }
}

TEST_CASE("Vietnamese without its marks is told from other languages", "[encoding]") {
    const std::string bare =
        "Chieu ngay muoi hai thang mot, So Y te tinh Ha Nam to chuc hoi nghi tong ket cong tac nam va trien khai "
        "nhiem vu nam toi cua toan nganh";
    CHECK(lacks_marks(bare));
    CHECK(lacks_marks("Doanh thu nam 2016 dat 5 ty dong, tang 5% so voi nam 2015"));
    CHECK_FALSE(lacks_marks(bare.substr(0, 30)));  // too short to tell
    CHECK_FALSE(lacks_marks("The company had a total revenue of 5 billion in 2016 and so on"));
    CHECK_FALSE(lacks_marks(bare + " " + sentence));
    CHECK_FALSE(
        lacks_marks(sentence + ", phương hướng, nhiệm vụ năm 2017 của toàn ngành y tế trên địa bàn tỉnh nhà"));
    CHECK_FALSE(
        lacks_marks("The department of health held its annual conference on the twelfth of January to review the "
                    "work of the past "
                    "year and to discuss what is to be done in the next one"));
}
