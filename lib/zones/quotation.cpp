// SPDX-License-Identifier: BSL-1.0
#include "zones/quotation.hpp"

namespace tongket {
namespace {

constexpr std::uint32_t longest_quotation = 8;  // sentences

enum class Turned : std::uint8_t { in, out, either };

// A mark with a blank on one side only belongs to the other.
Turned turn_of(const Document& document, std::size_t at) {
    const Token mark = document.token(at);
    const bool before = mark.has(Token::space_before) || mark.has(Token::line_start);
    const Token next = document.token(at + 1);
    if (next.is_mark(',') || next.is_mark('.') || next.is_mark(')')) return Turned::out;
    const bool behind = next.has(Token::space_before) || next.has(Token::line_start) || at + 1 >= document.size();
    if (before == behind) return mark.has(Token::line_start) ? Turned::in : Turned::either;
    return before ? Turned::in : Turned::out;
}

}  // namespace

std::vector<Quoted> quotations_of(const Document& document) {
    std::vector<Quoted> found(document.sentences.size());
    bool open = false;
    std::uint32_t opened_in = 0;
    for (std::uint32_t s = 0; s < found.size(); ++s) {
        found[s].closed_by = s;
        open = open && s <= opened_in + longest_quotation;
        const TokenRange tokens = document.sentences[s].tokens;
        for (std::size_t t = tokens.first; t < tokens.last; ++t) {
            if (!document.token(t).is_mark('"')) continue;
            const Turned turned = turn_of(document, t);
            if (turned == Turned::in || (turned == Turned::either && !open)) {
                open = true;
                // A mark that opens what follows may have stayed with the sentence before.
                opened_in = t + 1 == tokens.last ? s + 1 : s;
            } else if (open) {
                for (std::uint32_t in = opened_in; in < s; ++in)
                    found[in] = {in == opened_in ? Quotation::opens : Quotation::inside, s};
                if (opened_in < s) found[s].place = Quotation::closes;
                open = false;
            }
        }
    }
    return found;
}

}  // namespace tongket
