// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether two words of a page are one, for comparing names.
#pragma once

#include <tongket/grammar/fold.hpp>

#include "page/document.hpp"

namespace tongket {

/// Whether two tokens are the same word, in capitals or not, or the same mark.
[[nodiscard]] inline bool same_word(const Document& document, std::size_t a, std::size_t b) {
    const Token one = document.token(a), other = document.token(b);
    if (one.kind != other.kind) return false;
    if (one.kind == TokenKind::mark) return one.mark == other.mark;
    return grammar::word_key(document.text_of(a)) == grammar::word_key(document.text_of(b));
}

}  // namespace tongket
