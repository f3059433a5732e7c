// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>
#include <vector>

#include <tongket/file_kind.hpp>
#include <tongket/names.hpp>

#include "catch.hpp"
#include "typed.hpp"

using tongket::FileKind;
using tongket::test::utf_16;
using namespace std::string_literals;

namespace {

FileKind kind_of(const std::string& bytes) { return tongket::sniff(bytes).kind; }

}  // namespace

TEST_CASE("an ODT is one, whether its declaration is packed or not", "[kinds]") {
    // The directory's entry of a file that is packed, with the check sum and the length of what it holds.
    const auto listed = [](const std::string& check_sum, char length) {
        return "PK\x03\x04" + std::string(26, '.') + "mimetype....content.xml" + "PK\x01\x02" + std::string(12, '.') +
               check_sum + "...." + length + std::string(3, '\0') + std::string(18, '.') + "mimetype";
    };
    const std::string of_text = "\x5E\xC6\x32\x0C", of_sheet = "\x85\x6C\x39\x8A";
    CHECK(kind_of(listed(of_text, 39)) == FileKind::odt);
    CHECK(kind_of(listed(of_sheet, 46)) == FileKind::office);
    CHECK(kind_of(listed(of_text, 38)) == FileKind::office);
}

TEST_CASE("a file's kind is told by what it holds", "[kinds]") {
    const std::vector<std::pair<std::string, FileKind>> kinds = {
        {"", FileKind::text},
        {"Sở Y tế", FileKind::text},
        {"\xEF\xBB\xBFSở Y tế", FileKind::text},
        {utf_16("So Y te."), FileKind::text},
        {"<5 tỷ đồng", FileKind::text},
        {"<pre> là một thẻ", FileKind::text},
        {" \r\n<P>Sở Y tế", FileKind::html},
        {"\xEF\xBB\xBF\n<!DocType  HTML>", FileKind::html},
        {"<!-- -->", FileKind::html},
        {"<?xml version=\"1.0\"?>\n<html>", FileKind::html},
        {"<?xml version=\"1.0\"?>\n<report>", FileKind::xml},
        {utf_16("<html>.."), FileKind::html},
        {"[{\"a\": 1}]", FileKind::json},
        {"{\"a\": 1}\n{\"a\": 2}", FileKind::json},
        {utf_16("[\"a\", 1]"), FileKind::json},
        {utf_16("[So Y te tinh Ha Nam] hop tong ket."), FileKind::text},
        {utf_16("{So Y te tinh Ha Nam} hop tong ket."), FileKind::text},
        {"[\"Sở\"] họp", FileKind::text},
        {"[" + std::string(100000, '['), FileKind::text},
        {"Subject: a\nDATE: b\n\nSở Y tế", FileKind::eml},
        {"Subject: a\n\nDate: b", FileKind::text},
        {"Kính gửi: a\nSubject: b\nDate: c\n", FileKind::text},
        {"%PDF-1.7", FileKind::pdf},
        {"\xEF\xBB\xBF \n%PDF-1.7", FileKind::pdf},
        {"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n\xE2\xE3\xCF\xD3", FileKind::pdf},
        {"Sở Y tế\n%PDF-1.7 là đầu tệp", FileKind::text},
        {"PK\x03\x04", FileKind::zip},
        {"PK\x05\x06", FileKind::zip},
        {"PK\x03\x04" + std::string(26, '.') + "mimetypeapplication/vnd.oasis.opendocument.text", FileKind::odt},
        {"PK\x03\x04" + std::string(26, '.') + "mimetypeapplication/epub+zip", FileKind::office},
        {"PK\x03\x04..word/document.xml", FileKind::docx},
        {"PK\x03\x04..[Content_Types].xml", FileKind::office},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + utf_16("WordDocument"), FileKind::doc},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + utf_16("EncryptedPackage"), FileKind::encrypted_office},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + utf_16("Workbook"), FileKind::office},
        {"{\\rtf1", FileKind::rtf},
        {"\x1F\x8B\x08", FileKind::gzip},
        {"BZh9", FileKind::archive},
        {std::string(257, 'a') + "ustar", FileKind::archive},
        {"RIFF....WEBPVP8 ", FileKind::picture},
        {"II*\0"s, FileKind::picture},
        {"SQLite format 3\0"s, FileKind::sqlite},
        {"PAR1", FileKind::parquet},
        {"a\0\0\0b"s, FileKind::binary},
        {std::string(1000, '\0'), FileKind::binary},
        {std::string(999, '\0'), FileKind::binary},
        {"a\0\0\0b\0\0\0"s, FileKind::text},  // UTF-32
    };
    for (const auto& [bytes, kind] : kinds) {
        INFO(bytes.substr(0, 80));
        CHECK(name_of(kind_of(bytes)) == name_of(kind));
        CHECK_FALSE(tongket::sniff(bytes).name.empty());
    }
}
