// SPDX-License-Identifier: BSL-1.0
// The bytes of a file become a text that can be parsed, or are refused by what they are.
#include <tongket/file_text.hpp>

#include <string>
#include <vector>

#include "catch.hpp"
#include "typed.hpp"

using namespace tongket;
using test::latin_1;
using test::typed_in;
using test::utf_16;

namespace {

const std::string text = "Chiều ngày 12/1, Sở Y tế tổ chức hội nghị tổng kết công tác năm 2016.\n";

Error error_of(const std::string& bytes, bool replace = false) {
    const Result<FileText> result = try_text_of_file(bytes, replace);
    INFO(bytes.substr(0, 80));
    REQUIRE_FALSE(result);
    CHECK_THROWS_AS(text_of_file(bytes, replace), Error);
    return result.error();
}

}  // namespace

TEST_CASE("a file that is no text is refused with what it is and what reads it", "[kinds]") {
    struct Kind {
        std::string bytes, told, remedy;
    };
    const std::vector<Kind> kinds = {
        {"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "a PDF, which is no text", "pdftotext FILE -"},
        {"<html><b>109</b>&nbsp;tỷ đồng</html>", "a page of HTML, which is no text", "pip install 'tongket[files]'"},
        {"{\\rtf1\\ansi 5 t\\u7927?}", "an RTF, which is no text", "the Python package reads it"},
        {"{\"value\": 109}", "JSON, which is no text", "only the text of a report is read"},
        {"PK\x03\x04.....word/document.xml", "a DOCX, which is no text", "the Python package reads it"},
        {"PK\x03\x04.....[Content_Types].xml", "no DOCX or ODT, which is no text", "save it as PDF or DOCX"},
        {std::string(1000, '\0'), "a file of zero bytes", "only the text of a report is read"},
    };
    for (const Kind& kind : kinds) {
        const Error error = error_of(kind.bytes);
        CHECK(error.code() == ErrorCode::not_text);
        CHECK(error.offset() == 0);
        CHECK_THAT(error.what(), Catch::Matchers::Contains(kind.told));
        CHECK_THAT(error.what(), Catch::Matchers::Contains(kind.remedy));
        // Bytes of another kind are no damaged text.
        CHECK(error_of(kind.bytes, true).code() == ErrorCode::not_text);
    }
}

TEST_CASE("a text in UTF-8 stays as it is", "[kinds]") {
    for (const std::string& same :
         {text, "\xEF\xBB\xBF" + text, std::string(), std::string("<5 tỷ đồng"), std::string("[Sở Y tế] họp")}) {
        const FileText read = text_of_file(same);
        CHECK(read.text == same);
        CHECK(read.decoded_from.empty());
    }
}

TEST_CASE("a text in another encoding is decoded, and told", "[kinds]") {
    const auto check = [](const std::string& bytes, const std::string& told) {
        const FileText read = text_of_file(bytes);
        CHECK(read.text == text);
        CHECK(read.decoded_from == told);
    };
    check(latin_1(typed_in(LegacyFont::tcvn3, text)), "TCVN3 letters in windows-1252, converted");
    check(latin_1(typed_in(LegacyFont::vni, text)), "VNI letters in windows-1252, converted");
    check(typed_in(LegacyFont::vni, text), "VNI letters in UTF-8, converted");
    CHECK(text_of_file("\xFF\xFE" + utf_16("Hoi nghi\n")).text == "Hoi nghi\n");
}

TEST_CASE("a text that is not all in its encoding is refused at the place, or repaired", "[kinds]") {
    const std::string broken = utf_16("Hoi nghi\n") + "\xD8\xD8" + utf_16("a");
    const Error error = error_of(broken);
    CHECK(error.code() == ErrorCode::not_text);
    CHECK(error.offset() == 18);
    CHECK_THAT(error.what(), Catch::Matchers::StartsWith("UTF-16-LE without a mark, but not so at byte 18; "));
    CHECK(text_of_file(broken, true).text == "Hoi nghi\n\uFFFDa");

    const std::string none = "Sở \xFF";
    CHECK(error_of(none).code() == ErrorCode::invalid_utf8);
    CHECK(error_of(none).offset() == 5);
    CHECK(text_of_file(none, true).text == none);  // the parser replaces it, and says where
}

TEST_CASE("Vietnamese without its marks is refused, in any encoding", "[kinds]") {
    const std::string bare =
        "Chieu ngay 12 thang 1, So Y te tinh Ha Nam to chuc hoi nghi tong ket cong tac nam 2016 va trien khai nhiem "
        "vu nam 2017, doanh thu dat 5 ty dong.";
    for (const std::string& bytes : {bare, "\xFF\xFE" + utf_16(bare)}) {
        const Error error = error_of(bytes);
        CHECK(error.code() == ErrorCode::not_text);
        CHECK_THAT(error.what(), Catch::Matchers::StartsWith("Vietnamese without its marks"));
    }
    CHECK(text_of_file("Hoi nghi tong ket").text == "Hoi nghi tong ket");  // too short to tell
}
