// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lexicon entries: the words that the parser knows, as data.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>
#include <tongket/error.hpp>
#include <tongket/result.hpp>

namespace tongket {

/// One line of a lexicon: phrases with a class and a payload. docs/lexicon.md lists the classes and their values.
struct LexiconEntry {
    std::string word_class;            ///< `unit`, `title`, `agency`, `term`, ...
    std::vector<std::string> phrases;  ///< alternative spellings; case and tone-mark placement do not matter
    std::string value;                 ///< what the phrase stands for, by class
    std::string attributes;            ///< `key=value` pairs separated by `;`
    std::size_t offset = 0;            ///< what errors about the entry give as their offset: where its line begins

    /// Entries are equal wherever they stand.
    friend bool operator==(const LexiconEntry& a, const LexiconEntry& b) {
        return a.word_class == b.word_class && a.phrases == b.phrases && a.value == b.value &&
               a.attributes == b.attributes;
    }
};

/// Reads lexicon lines: four tab-separated columns (class, phrases separated by `|`, value, attributes; the last two
/// may be left out), UTF-8 in any normalisation form, `#` begins a comment line. What the words say together is
/// looked at by `Parser`.
/// @param text  the content of a lexicon file
/// @returns the entries in NFC, each with the byte offset of its line
/// @throws Error invalid_lexicon (unknown class, no phrase, too many columns) or invalid_utf8, with the byte offset
[[nodiscard]] TONGKET_API std::vector<LexiconEntry> read_lexicon(std::string_view text);
/// The same without exceptions.
[[nodiscard]] TONGKET_API Result<std::vector<LexiconEntry>> try_read_lexicon(std::string_view text) noexcept;

/// The built-in lexicon as text in the same form.
[[nodiscard]] TONGKET_API std::string_view builtin_lexicon() noexcept;

/// The indicator catalogue as CSV with a header line: id, label_vi, label_en, dimension, topic.
[[nodiscard]] TONGKET_API std::string_view builtin_indicators() noexcept;

}  // namespace tongket
