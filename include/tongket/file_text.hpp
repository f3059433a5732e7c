// SPDX-License-Identifier: BSL-1.0
/// @file
/// The text that the bytes of a file are.
#pragma once

#include <string>

#include <tongket/api.hpp>
#include <tongket/error.hpp>
#include <tongket/file_kind.hpp>
#include <tongket/result.hpp>

namespace tongket {

/// The text of a file, in UTF-8.
struct FileText {
    std::string text;
    /// What the bytes were, in words: `UTF-16-LE by its mark`. Empty where they are the text as they stand, so that
    /// places in it are places in the file.
    std::string decoded_from;
};

/// Makes bytes of unknown origin a text that can be parsed: UTF-8 stays as it is, other encodings and the letters of
/// legacy fonts are decoded as by `decode_text`.
/// @param bytes  what the file holds
/// @param replace_invalid_utf8  leaves bytes that are not UTF-8 to a parser with the option of this name, and takes
/// U+FFFD for what is not of another encoding
/// @throws Error not_text: a file of another kind (`sniff`), told by its name and what reads it; a text that is not
/// all in its encoding, with the place; Vietnamese without its marks (`lacks_marks`).
/// invalid_utf8: text in no encoding that is known; the offset is that of the first byte that is not UTF-8.
/// input_too_large: as `decode_text`
[[nodiscard]] TONGKET_API FileText text_of_file(std::string bytes, bool replace_invalid_utf8 = false);
/// The same without exceptions.
[[nodiscard]] TONGKET_API Result<FileText> try_text_of_file(std::string bytes,
                                                            bool replace_invalid_utf8 = false) noexcept;

}  // namespace tongket
