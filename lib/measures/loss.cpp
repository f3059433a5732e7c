// SPDX-License-Identifier: BSL-1.0
#include "measures/loss.hpp"

#include <algorithm>

namespace tongket {
namespace {

// Tokens of the words of a loss that begin at a token; 0 where none do.
std::size_t loss_at(const Words& words, std::size_t at) {
    if (!words.token(at).starts(LexiconClass::measure_head) || words.inside_compound(at)) return 0;
    const PhraseMatch head = words.match(at, LexiconClass::measure_head);
    return head.value() == lexicon_values::loss_head && words.longest_noun(at) <= head.length ? head.length : 0;
}

}  // namespace

bool names_loss(const Words& words, TokenRange subject) {
    const std::size_t length = loss_at(words, subject.first);
    if (length == 0) return false;
    constexpr grammar::KeywordSet had{Keyword::co, Keyword::duoc};
    const std::size_t behind = subject.first + length;
    return words.token(behind).is_word(Keyword::cua) ||
           (behind >= subject.last && !had.contains(words.token(behind).word));
}

bool follows_loss(const Words& words, std::size_t at) {
    constexpr std::size_t longest_link = 2, longest_head = 3;
    for (std::size_t links = 0; links <= longest_link; ++links, --at) {
        for (std::size_t length = 1; length <= std::min(longest_head, at); ++length)
            if (loss_at(words, at - length) == length) return true;
        if (at == 0 || !words.is_link(at - 1) || words.token(at - 1).is_word(Keyword::co)) return false;
    }
    return false;
}

}  // namespace tongket
