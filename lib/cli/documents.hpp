// SPDX-License-Identifier: BSL-1.0
/// @file
/// From the content of a file to texts that can be parsed.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/inputs.hpp"

namespace tongket::cli {

/// A text to parse, of a file or of one that is packed in it.
struct Document {
    std::string path;   ///< as messages name it; behind that of an archive stand the names in it
    std::string name;   ///< what its report is called
    std::string text;   ///< UTF-8, unless `error` is told
    std::string note;   ///< how the text was made of the file, where its places are others than in the file
    std::string error;  ///< why it cannot be read
};

/// Finds the texts of files that are none. May be called by several threads at once.
using Opener =
    std::function<std::vector<Document>(const InputFile& file, const std::string& bytes, std::size_t max_bytes)>;

/// How contents are made text.
struct ReadingOptions {
    std::size_t max_bytes = 0;  ///< of one file when it is unpacked
    bool replace_invalid = false;
    Opener open;  ///< may be empty
};

/// The texts of a file, most often one: in UTF-8 as it is, decoded where it is in another encoding or typed in a
/// legacy font, found by `options.open` where it is no text.
/// @throws FileError by `options.open`
/// @throws Error as `text_of_file`
[[nodiscard]] std::vector<Document> documents_of(const InputFile& file, const std::string& bytes,
                                                 const ReadingOptions& options);

}  // namespace tongket::cli
