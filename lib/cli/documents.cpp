// SPDX-License-Identifier: BSL-1.0
#include "cli/documents.hpp"

#include <optional>
#include <utility>

#include <tongket/encoding.hpp>
#include <tongket/file_kind.hpp>

namespace tongket::cli {
namespace {

constexpr const char* by_python =
    "the program of the Python package reads it: pip install 'tongket[files]' (docs/inputs.md)";

/// What to do with a file that is no text.
std::string remedy(const std::string& file, FileKind kind) {
    switch (kind) {
        case FileKind::pdf:
            return std::string(by_python) + "; or: pdftotext " + file + " - | tongket parse -";
        case FileKind::gzip:
            return std::string(by_python) + "; or: gunzip -c " + file + " | tongket parse -";
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
            return "unpack it and give the folder";
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

/// @throws FileError where a text is Vietnamese without its marks
void check_marks(std::string_view utf8) {
    if (lacks_marks(utf8)) throw FileError(without_marks);
}

/// The text of bytes in UTF-8 that is parsed as it is, so that places are those in the file.
Document plain(const InputFile& file, const std::string& bytes) { return {file.path, file.name, bytes, {}, {}, {}}; }

Document decoded(const InputFile& file, const std::string& bytes, bool replace_invalid) {
    std::optional<Decoded> found;
    try {
        found = decode_text(bytes);
    } catch (const Error& error) {
        // The parser replaces what is not UTF-8, where that is wanted.
        if (!replace_invalid || error.code() != ErrorCode::invalid_utf8) throw;
        return plain(file, bytes);
    }
    const bool is_utf8 = found->encoding == "utf-8" && !found->font;
    if (is_utf8) {
        if (!found->malformed) check_marks(found->text);
        return plain(file, bytes);
    }
    if (found->malformed && !replace_invalid)
        throw FileError(found->description + ", but not so at byte " + std::to_string(*found->malformed) +
                        " (see --replace-invalid-utf8)");
    check_marks(found->text);
    return {file.path,
            file.name,
            std::move(found->text),
            "read as " + found->description + "; places are those in the text in UTF-8",
            {},
            {}};
}

}  // namespace

std::vector<Document> documents_of(const InputFile& file, const std::string& bytes, const ReadingOptions& options) {
    const SniffedFile sniffed = sniff(bytes);
    if (sniffed.kind == FileKind::text) return {decoded(file, bytes, options.replace_invalid)};
    if (options.open) return options.open(file, bytes, options.max_bytes);
    throw FileError(std::string(sniffed.name) + ", which is no text: " + remedy(file.path, sniffed.kind));
}

}  // namespace tongket::cli
