// SPDX-License-Identifier: BSL-1.0
/// @file
/// The tokenised page in lines and sentences: what all later stages look at.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/grammar/person.hpp>
#include <tongket/grammar/token.hpp>
#include <tongket/model.hpp>

#include "text/text.hpp"

namespace tongket {

using grammar::Cue;
using grammar::CueSet;
using grammar::Keyword;
using grammar::LexiconClass;
using grammar::PhraseMatch;
using grammar::Token;
using grammar::TokenKind;
using grammar::TokenRange;

/// A line of the page without its line break.
struct Line {
    TokenRange tokens;
    std::uint32_t first_sentence = 0;
    std::uint32_t last_sentence = 0;  ///< one past the last
    std::uint32_t words = 0;
    CueSet cues = 0;  ///< of all its sentences
    [[nodiscard]] bool blank() const noexcept { return tokens.empty(); }
};

/// A sentence; never crosses a line break.
struct Sentence {
    static constexpr unsigned cue_bits = 56;
    static_assert(static_cast<unsigned>(Cue::count_) <= cue_bits);

    TokenRange tokens;
    std::uint32_t line = 0;
    std::uint32_t content = 0;            ///< first token after bullets, numbering and quotes
    CueSet opening_cues : cue_bits = 0;   ///< of the phrases that start at `content`
    ZoneKind zone : 8 = ZoneKind::other;  // beside it, for a page has many sentences
    CueSet cues = 0;                      ///< of all phrases in it
    grammar::ClassSet classes = 0;        ///< of all phrases in it
    [[nodiscard]] bool opens_with(Cue c) const noexcept { return (opening_cues & grammar::cue_bit(c)) != 0; }
    [[nodiscard]] bool has(Cue c) const noexcept { return (cues & grammar::cue_bit(c)) != 0; }
    [[nodiscard]] bool has(LexiconClass c) const noexcept { return (classes & grammar::class_bit(c)) != 0; }
};

static_assert(sizeof(Sentence) <= 48);

/// The page.
class Document {
  public:
    /// @param most_tokens  as for `tokenize`
    Document(const NormalizedText& text, const grammar::LexiconIndex& lexicon,
             std::size_t most_tokens = static_cast<std::size_t>(-1));
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    std::vector<Line> lines;
    std::vector<Sentence> sentences;

    [[nodiscard]] const grammar::TokenStream& stream() const noexcept { return stream_; }
    /// The token at a place. Before the first and behind the last stands the end, of kind `end`, here as in all
    /// questions about one token.
    [[nodiscard]] Token token(std::size_t at) const noexcept { return tokens_[std::min(at, size())]; }
    /// Number of tokens without the last, which is of kind `end`.
    [[nodiscard]] std::size_t size() const noexcept { return tokens_.size() - 1; }
    [[nodiscard]] std::string_view text_of(std::size_t at) const noexcept { return stream_.text_of(token(at)); }
    [[nodiscard]] PhraseMatch match(std::size_t at, LexiconClass c) const noexcept {
        return stream_.match(std::min(at, size()), c);
    }
    /// The tokens of the word that begins at a token, as the longest phrase of the lexicon has it; 1 where it has
    /// none.
    [[nodiscard]] std::size_t word_length(std::size_t at) const noexcept {
        return std::max<std::size_t>(1, stream_.lexicon->longest_to(token(at).phrase));
    }
    /// Where the next cue may begin: behind the word, for 'dự' of 'dự án' marks nothing; but a cue may hold others,
    /// as 'dự hội nghị' does.
    [[nodiscard]] std::size_t cue_step(std::size_t at) const noexcept {
        const std::size_t length = word_length(at);
        return match(at, LexiconClass::cue).length == length ? 1 : length;
    }
    /// Calls `visit(PhraseMatch)` for every phrase of a class that begins at a token, the longest first.
    template <class Visit>
    void for_each_evidence(std::size_t at, Visit visit) const {
        stream_.lexicon->for_each_evidence_to(token(at).phrase, visit);
    }
    /// Where the reading ended, in the normalised text.
    [[nodiscard]] std::size_t read_to() const noexcept { return tokens_[size()].begin; }
    /// Whether all was read.
    [[nodiscard]] bool complete() const noexcept { return read_to() == text_.text().size(); }
    /// The cues of all phrases that start at a token.
    [[nodiscard]] CueSet cues_at(std::size_t at) const noexcept;
    /// The longest cue phrase of a kind at a token; length 0 where none is.
    [[nodiscard]] PhraseMatch match_cue(std::size_t at, Cue cue) const noexcept;
    /// The sentence that holds a token.
    [[nodiscard]] std::size_t sentence_of(std::size_t token) const noexcept;

    /// A part of a sentence as if it were one: its content begins at its first token.
    [[nodiscard]] Sentence part(const Sentence& sentence, TokenRange range) const noexcept;

    /// The place in the source of a range of tokens.
    [[nodiscard]] Span span(TokenRange range) const noexcept;
    /// The words of a range of tokens, in the letters of the source: as they stand there, but in a text whose lines
    /// were joined with single blanks, without line breaks and without the furniture between them.
    [[nodiscard]] std::string words(TokenRange range) const;
    /// The words of a range of tokens and their place in the source.
    [[nodiscard]] Text text(TokenRange range) const;
    /// Those of the text in letters that are normalised and seen.
    [[nodiscard]] std::string_view plain_words(TokenRange range) const noexcept {
        const std::size_t begin = tokens_[range.first].begin;
        return stream_.text.substr(begin, tokens_[range.last - 1].end() - begin);
    }
    /// As those of the text.
    [[nodiscard]] const std::vector<Span>& furniture() const noexcept { return text_.furniture(); }
    /// Source text between two places of the normalised text.
    [[nodiscard]] std::size_t to_source(std::size_t normalized) const noexcept { return text_.to_source(normalized); }
    [[nodiscard]] std::string_view source() const noexcept { return text_.source(); }
    /// A range without blanks, quotes and separators at its ends.
    [[nodiscard]] TokenRange trimmed(TokenRange range, std::string_view marks) const noexcept;

  private:
    const NormalizedText& text_;
    std::vector<grammar::PackedToken> packed_;
    grammar::TokenView tokens_;
    grammar::TokenStream stream_;

    void split_lines();
    void find_numbered_headings();
    [[nodiscard]] bool is_next_to_item(std::size_t line, std::size_t label) const;
    void split_sentences(std::size_t line);
    [[nodiscard]] bool ends_sentence(std::size_t at, std::size_t line_end) const noexcept;
};

/// Whether words may be a year and nothing else: `2016`.
[[nodiscard]] bool is_year(const Document& document, TokenRange words);

}  // namespace tongket
