// SPDX-License-Identifier: BSL-1.0
// The reader of lexicon files: refuses lines, or reads entries that can be written and compiled.
#include <tongket/grammar/lexicon_index.hpp>

#include "check.hpp"

using namespace tongket;

namespace {

std::string as_lines(const std::vector<LexiconEntry>& entries) {
    std::string lines;
    for (const LexiconEntry& entry : entries) {
        lines += entry.word_class;
        char separator = '\t';
        for (const std::string& phrase : entry.phrases) {
            (lines += separator) += phrase;
            separator = '|';
        }
        ((((lines += '\t') += entry.value) += '\t') += entry.attributes) += '\n';
    }
    return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view lines = fuzz::as_text(data, size);
    std::vector<LexiconEntry> entries;
    try {
        entries = read_lexicon(lines);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::invalid_utf8) fuzz::check_error(lines, error, ErrorCode::invalid_lexicon);
        return 0;
    }
    fuzz::check(read_lexicon(as_lines(entries)) == entries, "entries written as lines are read as others");
    try {
        const grammar::LexiconIndex index(entries);
    } catch (const Error& error) {
        fuzz::check_error(lines, error, ErrorCode::invalid_lexicon);
    }
    return 0;
}
