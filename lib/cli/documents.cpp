// SPDX-License-Identifier: BSL-1.0
#include "cli/documents.hpp"

#include <utility>

#include <tongket/file_kind.hpp>
#include <tongket/file_text.hpp>

namespace tongket::cli {

std::vector<Document> documents_of(const InputFile& file, const std::string& bytes, const ReadingOptions& options) {
    if (options.open && sniff(bytes).kind != FileKind::text) return options.open(file, bytes, options.max_bytes);
    FileText text = text_of_file(bytes, options.replace_invalid);
    std::string note;
    if (!text.decoded_from.empty()) note = "read as " + text.decoded_from + "; places are those in the text in UTF-8";
    return {{file.path, file.name, std::move(text.text), std::move(note), {}}};
}

}  // namespace tongket::cli
