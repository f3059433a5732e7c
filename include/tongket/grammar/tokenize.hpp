// SPDX-License-Identifier: BSL-1.0
/// @file
/// From a text to tokens: what rules of one's own are run on.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>
#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/grammar/token.hpp>
#include <tongket/model.hpp>
#include <tongket/parse.hpp>
#include <tongket/span.hpp>

namespace tongket::grammar {

/// A text cut into tokens, with the lexicon that they were looked up in. Owns both and its copy of the text; copies
/// share them and are cheap. What its members view, and the payloads of phrases found in it, stay where they are as
/// long as there is a copy.
class TONGKET_API TokenizedText {
  public:
    /// Cuts a text; `Parser::tokenize` does it with the parser's own lexicon and options.
    /// @param utf8     need not outlive the call
    /// @param lexicon  not null
    /// @param options  all but `max_work`
    /// @throws Error invalid_utf8 or input_too_large
    TokenizedText(std::string_view utf8, std::shared_ptr<const LexiconIndex> lexicon, const Options& options = {});

    TokenizedText(const TokenizedText&) noexcept = default;
    TokenizedText& operator=(const TokenizedText&) noexcept = default;
    ~TokenizedText() = default;

    /// For `parse_at`. Its last token is of kind `end`; an empty text has no other.
    [[nodiscard]] const TokenStream& stream() const& noexcept;
    const TokenStream& stream() const&& = delete;

    /// That lines were joined, or bytes replaced.
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const& noexcept;
    const std::vector<Diagnostic>& diagnostics() const&& = delete;

    /// Number of tokens without the last.
    [[nodiscard]] std::size_t size() const noexcept { return stream().tokens.size() - 1; }
    /// The token at an index up to `size()`.
    [[nodiscard]] Token operator[](std::size_t at) const noexcept { return stream().tokens[at]; }

    /// The place of the tokens from `first` to before `last`, in bytes of the text as it was given.
    [[nodiscard]] Span span(std::size_t first, std::size_t last) const noexcept;
    /// Their words, as the text was given.
    [[nodiscard]] std::string_view words(std::size_t first, std::size_t last) const& noexcept;
    std::string_view words(std::size_t, std::size_t) const&& = delete;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

/// `Parser().tokenize(utf8)`, with the built-in lexicon.
/// @throws Error invalid_utf8 or input_too_large
[[nodiscard]] TONGKET_API TokenizedText tokenize(std::string_view utf8);

}  // namespace tongket::grammar
