// SPDX-License-Identifier: BSL-1.0
#include <tongket/file_text.hpp>

#include <optional>
#include <string_view>
#include <utility>

#include <tongket/encoding.hpp>

namespace tongket {
namespace {

[[noreturn]] void refuse(const std::string& why, std::size_t offset = 0) {
    throw Error(ErrorCode::not_text, offset, why);
}

/// What to do with a file that is no text.
std::string remedy(FileKind kind) {
    const std::string by_python = "the Python package reads it: pip install 'tongket[files]' (docs/inputs.md)";
    switch (kind) {
        case FileKind::pdf:
            return by_python + "; or: pdftotext FILE - | tongket parse -";
        case FileKind::gzip:
            return by_python + "; or: gunzip -c FILE | tongket parse -";
        case FileKind::text:
        case FileKind::html:
        case FileKind::eml:
        case FileKind::rtf:
        case FileKind::docx:
        case FileKind::odt:
        case FileKind::doc:
        case FileKind::zip:
            return by_python;
        case FileKind::office:
            return "save it as PDF or DOCX";
        case FileKind::encrypted_office:
            return "save it without a password";
        case FileKind::archive:
            return "unpack it and give the files in it";
        case FileKind::picture:
            return "ocrmypdf makes a PDF with text of a scanned page";
        case FileKind::xml:
        case FileKind::json:
        case FileKind::sqlite:
        case FileKind::parquet:
        case FileKind::binary:
            break;
    }
    return "only the text of a report is read";
}

/// Refuses Vietnamese without its marks, of which hardly a word would be understood.
void check_marks(std::string_view utf8) {
    if (lacks_marks(utf8))
        refuse("Vietnamese without its marks, which is not understood: take the text as it was typed with them");
}

}  // namespace

FileText text_of_file(std::string bytes, bool replace_invalid_utf8) {
    if (const SniffedFile file = sniff(bytes); file.kind != FileKind::text)
        refuse(std::string(file.name) + ", which is no text: " + remedy(file.kind));
    std::optional<Decoded> found;
    try {
        found = decode_text(bytes);
    } catch (const Error& error) {
        if (!replace_invalid_utf8 || error.code() != ErrorCode::invalid_utf8) throw;
        return {std::move(bytes), {}};
    }
    if (found->encoding == "utf-8" && !found->font) {
        if (!found->malformed) check_marks(found->text);
        return {std::move(bytes), {}};
    }
    if (found->malformed && !replace_invalid_utf8)
        refuse(found->description + ", but not so at byte " + std::to_string(*found->malformed) +
                   "; Options::replace_invalid_utf8 (--replace-invalid-utf8) reads it with U+FFFD there",
               *found->malformed);
    check_marks(found->text);
    return {std::move(found->text), std::move(found->description)};
}

Result<FileText> try_text_of_file(std::string bytes, bool replace_invalid_utf8) noexcept {
    return attempt([&] { return text_of_file(std::move(bytes), replace_invalid_utf8); });
}

}  // namespace tongket
