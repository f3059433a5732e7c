// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>
#include <utility>

#include <tongket/grammar/tokenize.hpp>

#include "text/text.hpp"
#include "tokens/tokens.hpp"

namespace tongket::grammar {

struct TokenizedText::State {
    std::string source;
    std::vector<Diagnostic> diagnostics;
    NormalizedText text;
    std::shared_ptr<const LexiconIndex> lexicon;
    std::vector<PackedToken> tokens;
    TokenStream stream;

    State(std::string_view utf8, std::shared_ptr<const LexiconIndex> words, const Options& options)
        : source(utf8),
          text(source, options, diagnostics),
          lexicon(std::move(words)),
          tokens(tongket::tokenize(text.text(), lexicon.get())),
          stream{text.text(), TokenView(tokens, lexicon.get()), lexicon.get()} {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

TokenizedText::TokenizedText(std::string_view utf8, std::shared_ptr<const LexiconIndex> lexicon,
                             const Options& options)
    : state_(std::make_shared<const State>(utf8, std::move(lexicon), options)) {}

const TokenStream& TokenizedText::stream() const& noexcept { return state_->stream; }

const std::vector<Diagnostic>& TokenizedText::diagnostics() const& noexcept { return state_->diagnostics; }

Span TokenizedText::span(std::size_t first, std::size_t last) const noexcept {
    if (first < last) return state_->text.to_source(state_->tokens[first].begin, state_->tokens[last - 1].end());
    const std::size_t place = state_->text.to_source(state_->tokens[std::min(first, size())].begin);
    return {place, place};
}

std::string_view TokenizedText::words(std::size_t first, std::size_t last) const& noexcept {
    return slice(std::string_view(state_->source), span(first, last));
}

}  // namespace tongket::grammar
