// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

#include <tongket/file_kind.hpp>

#include "encoding/wide.hpp"
#include "text/text.hpp"

namespace tongket {
namespace {

using namespace std::string_view_literals;

/// Bytes by which a kind of file begins, at a place.
struct Mark {
    std::size_t at;
    std::string_view bytes;
    SniffedFile file;
};

constexpr auto marks = std::to_array<Mark>({
    {0, "{\\rtf", {FileKind::rtf, "an RTF"}},
    {0, "\x1F\x8B", {FileKind::gzip, "a file packed by gzip"}},
    {0, "\x89PNG\r\n", {FileKind::picture, "a picture (PNG)"}},
    {0, "\xFF\xD8\xFF", {FileKind::picture, "a picture (JPEG)"}},
    {0, "GIF8", {FileKind::picture, "a picture (GIF)"}},
    {0, "II*\0"sv, {FileKind::picture, "a picture (TIFF)"}},
    {0, "MM\0*"sv, {FileKind::picture, "a picture (TIFF)"}},
    {8, "WEBP", {FileKind::picture, "a picture (WebP)"}},
    {0, "7z\xBC\xAF\x27\x1C", {FileKind::archive, "a 7z archive"}},
    {0, "Rar!\x1A\x07", {FileKind::archive, "a RAR archive"}},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     {FileKind::archive, "a file packed by xz"}},
    {0, "BZh", {FileKind::archive, "a file packed by bzip2"}},
    {0, "\x28\xB5\x2F\xFD", {FileKind::archive, "a file packed by zstd"}},
    {257, "ustar", {FileKind::archive, "a TAR archive"}},
    {0, "SQLite format 3\0"sv, {FileKind::sqlite, "an SQLite database"}},
    {0, "PAR1", {FileKind::parquet, "a Parquet file"}},
});

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr SniffedFile pdf{FileKind::pdf, "a PDF"};
constexpr SniffedFile other_package{FileKind::office, "an Office file or e-book that is no DOCX or ODT"};

bool has_at(std::string_view bytes, std::size_t at, std::string_view part) noexcept {
    return bytes.size() >= at && bytes.substr(at).starts_with(part);
}

bool contains(std::string_view bytes, std::string_view part) noexcept {
    return bytes.find(part) != std::string_view::npos;
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
char small(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_word_letter(char c) noexcept { return is_digit(c) || (small(c) >= 'a' && small(c) <= 'z') || c == '_'; }

std::string_view without(std::string_view text, std::string_view leading) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(leading), text.size()));
    return text;
}

/// Whether `text` begins with `part`, which is in small letters.
bool begins_in_any_case(std::string_view text, std::string_view part) noexcept {
    return text.size() >= part.size() &&
           std::equal(part.begin(), part.end(), text.begin(), [](char a, char b) { return a == small(b); });
}

// ---- marks ------------------------------------------------------------------------------------------------------------

constexpr std::size_t pdf_mark_within = 1024;  // bytes from the beginning: programs that read PDF look no further

bool is_pdf(std::string_view bytes) noexcept {
    std::string_view head = bytes.substr(0, pdf_mark_within);
    if (head.starts_with(utf8_mark)) head.remove_prefix(utf8_mark.size());
    return without(head, " \t\r\n\v\f").starts_with("%PDF-");
}

/// Whether a PDF begins behind a few other lines; a text may tell of that.
bool is_late_pdf(std::string_view bytes) {
    constexpr std::string_view mark = "%PDF-";
    const std::string_view head = bytes.substr(0, pdf_mark_within);
    for (std::size_t at = head.find(mark, 1); at != std::string_view::npos; at = head.find(mark, at + 1)) {
        const bool begins_line = "\r\n\0"sv.find(head[at - 1]) != std::string_view::npos;
        if (begins_line && at + mark.size() < head.size() && is_digit(head[at + mark.size()]))
            return contains(bytes, "\0"sv) || find_invalid_utf8(bytes) != std::string_view::npos;
    }
    return false;
}

// The first file in a package of OpenDocument or an e-book, which says what the package is.
constexpr std::string_view declaration = "mimetype", odt = "application/vnd.oasis.opendocument.text";

/// Whether the directory of an archive has a declaration that is packed, and of an ODT: its length and check sum say
/// so, which are those of what was packed.
bool lists_packed_odt(std::string_view bytes) noexcept {
    constexpr std::string_view entry = "PK\x01\x02", check_sum = "\x5E\xC6\x32\x0C", length = "\x27\0\0\0"sv;
    constexpr std::size_t check_sum_at = 16, length_at = 24, name_at = 46;
    for (std::size_t at = bytes.find(entry); at != std::string_view::npos; at = bytes.find(entry, at + 1))
        if (has_at(bytes, at + name_at, declaration))
            return has_at(bytes, at + check_sum_at, check_sum) && has_at(bytes, at + length_at, length);
    return false;
}

/// By the names in the archive's directory, which are not packed.
SniffedFile sniff_zip(std::string_view bytes) noexcept {
    if (contains(bytes, "word/document.xml")) return {FileKind::docx, "a DOCX"};
    constexpr std::size_t name_at = 30;
    if (has_at(bytes, name_at, declaration)) {
        // Stored as it is, as it should be, it stands behind its name.
        const bool is_odt = has_at(bytes, name_at + declaration.size(), odt) || lists_packed_odt(bytes);
        return is_odt ? SniffedFile{FileKind::odt, "an ODT"} : other_package;
    }
    if (contains(bytes, "[Content_Types].xml")) return other_package;
    return {FileKind::zip, "a ZIP archive"};
}

/// By the names of the streams in it, which are in UTF-16.
SniffedFile sniff_compound(std::string_view bytes) {
    const auto has_stream = [&](std::string_view name) {
        std::string wide;
        for (const char c : name) (wide += c) += '\0';
        return contains(bytes, wide);
    };
    if (has_stream("EncryptedPackage")) return {FileKind::encrypted_office, "an Office file that is encrypted"};
    if (has_stream("WordDocument")) return {FileKind::doc, "a DOC"};
    return {FileKind::office, "an Office file that is no Word document"};
}

// ---- text -------------------------------------------------------------------------------------------------------------

/// Bytes as text of which the ASCII letters are right, from its first sign on.
std::string_view letters_of(std::string_view bytes, std::string& room) {
    if (const WideEncoding* const encoding = find_wide_encoding(bytes)) {
        room = read_wide(bytes, *encoding).text;
        bytes = room;
    }
    while (true) {
        bytes = without(bytes, " \t\r\n");
        if (!bytes.starts_with(utf8_mark)) return bytes;
        bytes.remove_prefix(utf8_mark.size());
    }
}

bool is_html(std::string_view text) noexcept {
    constexpr auto elements = std::to_array<std::string_view>(
        {"html", "head", "body", "meta", "title", "div", "main", "article", "section", "table", "p",
         "h1",   "h2",   "h3",   "h4",   "h5",    "h6",  "ul",   "ol",      "span",    "br"});
    if (!text.starts_with('<')) return false;
    text.remove_prefix(1);
    if (text.starts_with("!--")) return true;
    constexpr std::string_view doctype = "!doctype";
    if (begins_in_any_case(text, doctype)) {
        const std::string_view behind = text.substr(doctype.size());
        const std::string_view name = without(behind, " \t\r\n\v\f");
        return name.size() < behind.size() && begins_in_any_case(name, "html");
    }
    return std::any_of(elements.begin(), elements.end(), [&](std::string_view name) {
        return begins_in_any_case(text, name) && (text.size() == name.size() || !is_word_letter(text[name.size()]));
    });
}

/// Whether a text is JSON, or has JSON as its first line: a sentence may begin with a bracket and a quote too.
bool is_json(std::string_view text) {
    if (text.empty() || (text.front() != '[' && text.front() != '{')) return false;
    const std::string_view second = without(text.substr(1), " \t\r\n");
    if (second.empty() || "[{\""sv.find(second.front()) == std::string_view::npos) return false;
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    return nlohmann::json::accept(line) || nlohmann::json::accept(text);
}

/// The length of a mail's field name at the beginning of a line; 0 where there is none.
std::size_t field_length(std::string_view line) noexcept {
    std::size_t length = 0;
    while (length < line.size() && ((is_word_letter(line[length]) && line[length] != '_') || line[length] == '-'))
        ++length;
    const bool is_field =
        length > 0 && length < line.size() && line[length] == ':' && !is_digit(line[0]) && line[0] != '-';
    return is_field ? length : 0;
}

/// Whether a text begins with a block of a mail's fields.
bool is_mail(std::string_view text) noexcept {
    constexpr auto fields = std::to_array<std::string_view>({"bcc", "cc", "content-type", "date", "delivered-to",
                                                             "from", "message-id", "mime-version", "received",
                                                             "reply-to", "return-path", "sender", "subject", "to"});
    if (field_length(text) == 0) return false;
    std::size_t known = 0;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.empty() || line == "\r") break;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t length = field_length(line);
        known += std::any_of(fields.begin(), fields.end(), [&](std::string_view name) {
            return name.size() == length && begins_in_any_case(line, name);
        });
    }
    return known >= 2;
}

SniffedFile sniff_text(std::string_view bytes) {
    constexpr std::size_t head_size = std::size_t{1} << 16U;
    const std::string_view head = bytes.substr(0, head_size);
    if (!bytes.empty() && bytes.find_first_not_of('\0') == std::string_view::npos)
        return {FileKind::binary, "a file of zero bytes, as a copy that was broken off leaves it"};
    if (contains(head, "\0"sv) && find_wide_encoding(head) == nullptr)
        return {FileKind::binary, "a file that is no text, of a kind that is not known"};
    std::string room;
    std::string_view text = letters_of(head, room);
    const bool is_xml = begins_in_any_case(text, "<?xml");
    if (const std::size_t end = text.find("?>"); is_xml && end != std::string_view::npos)
        text = without(text.substr(end + 2), " \t\r\n");
    if (is_html(text)) return {FileKind::html, "a page of HTML"};
    if (is_xml) return {FileKind::xml, "XML that is no page of HTML"};
    if (!text.empty() && (text.front() == '[' || text.front() == '{')) {
        std::string whole;
        if (is_json(letters_of(bytes, whole))) return {FileKind::json, "JSON"};
    }
    if (is_mail(text)) return {FileKind::eml, "an e-mail"};
    return {FileKind::text, "a text"};
}

}  // namespace

SniffedFile sniff(std::string_view bytes) {
    constexpr std::string_view zip = "PK\x03\x04", empty_zip = "PK\x05\x06",
                               compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (is_pdf(bytes)) return pdf;
    if (bytes.starts_with(zip) || bytes.starts_with(empty_zip)) return sniff_zip(bytes);
    if (bytes.starts_with(compound)) return sniff_compound(bytes);
    for (const Mark& mark : marks)
        if (has_at(bytes, mark.at, mark.bytes)) return mark.file;
    return is_late_pdf(bytes) ? pdf : sniff_text(bytes);
}

}  // namespace tongket
