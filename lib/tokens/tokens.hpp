// SPDX-License-Identifier: BSL-1.0
/// @file
/// Second stage: text to tokens, in one pass.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <tongket/grammar/token.hpp>

namespace tongket {

/// Tokenises normalised text. Blanks and control characters separate tokens and are no tokens; a byte belongs to one
/// token at most. With a lexicon, tokens lead to the words and phrases that start at them: read them with a
/// TokenView.
/// @param lexicon      may be null
/// @param most_tokens  where there are more, what follows them is left out
/// @returns tokens in order, the last of kind `end` and where the reading ended
/// Time is linear in the text.
[[nodiscard]] std::vector<grammar::PackedToken> tokenize(std::string_view text, const grammar::LexiconIndex* lexicon,
                                                         std::size_t most_tokens = static_cast<std::size_t>(-1));

/// The lexicon key of a token.
[[nodiscard]] std::uint64_t token_key(std::string_view text, const grammar::PackedToken& token) noexcept;

}  // namespace tongket
