// SPDX-License-Identifier: BSL-1.0
/// @file
/// What kind of file bytes are, by what they hold.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <tongket/api.hpp>
#include <tongket/names.hpp>

namespace tongket {

/// The kinds of files that are told apart. Only `text` can be parsed; the Python package finds the text of some
/// others.
enum class FileKind : std::uint8_t {
    text,  ///< in any encoding
    html,
    xml,
    json,
    eml,  ///< an e-mail, or a page saved as MHTML
    rtf,
    pdf,
    docx,
    odt,
    doc,               ///< of Word before 2007
    office,            ///< another kind of Office file, or an e-book
    encrypted_office,  ///< an Office file with a password
    zip,
    gzip,
    archive,  ///< packed otherwise
    picture,
    sqlite,
    parquet,
    binary  ///< no text, of a kind that is not known
};

template <>
inline constexpr std::array enum_names<FileKind> = std::to_array<std::string_view>(
    {"text", "html", "xml", "json", "eml", "rtf", "pdf", "docx", "odt", "doc", "office", "encrypted_office", "zip",
     "gzip", "archive", "picture", "sqlite", "parquet", "binary"});

/// A kind, and its name in a sentence: `a picture (PNG)`.
struct SniffedFile {
    FileKind kind = FileKind::text;
    std::string_view name;  ///< of static lifetime
};

/// Tells the kind of a file by its bytes; whatever it is called says nothing. Reads no deeper than it must: a damaged
/// file is of the kind that it begins as.
[[nodiscard]] TONGKET_API SniffedFile sniff(std::string_view bytes);

}  // namespace tongket
