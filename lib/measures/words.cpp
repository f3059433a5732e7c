// SPDX-License-Identifier: BSL-1.0
#include "measures/words.hpp"

#include <algorithm>

namespace tongket {
namespace {

// How many tokens back a longer word may begin.
constexpr std::size_t longest_compound = 3;
constexpr std::size_t longest_term = 4;

// Whether a phrase of a class that begins some tokens before reaches a token.
bool covered(const Document& document, std::size_t at, std::size_t back, LexiconClass c) noexcept {
    return document.token(at - back).starts(c) && document.match(at - back, c).length > back;
}

// 'suất' of 'năng suất'; what stands behind 'số' is counted: 'số hộ'.
bool ends_head(const Document& document, std::size_t at) noexcept {
    return at > 0 && covered(document, at, 1, LexiconClass::measure_head) &&
           !document.token(at - 1).is_word(grammar::Keyword::so);
}

}  // namespace

bool Words::changes(std::size_t at) const noexcept {
    if (!token(at).starts(LexiconClass::increase) && !token(at).starts(LexiconClass::decrease)) return false;
    // 'gia tăng', 'cắt giảm' are one verb.
    const bool behind_first = at > 0 && (covered(document_, at, 1, LexiconClass::increase) ||
                                         covered(document_, at, 1, LexiconClass::decrease));
    return !behind_first && !inside_compound(at);
}

std::size_t Words::clause_begin(const Sentence& sentence, std::size_t at) const noexcept {
    for (std::size_t t = at; t-- > sentence.tokens.first;)
        if (token(t).is_mark(';')) return t + 1;
    return sentence.content;
}

bool Words::ends_phrase(std::size_t at) const noexcept {
    const Token t = token(at);
    return t.kind == TokenKind::mark && (t.mark == ',' || t.mark == ';' || t.mark == '.' || t.mark == ')' ||
                                         t.mark == '(' || t.mark == ':' || t.mark == '~');
}

bool Words::parted(TokenRange range) const noexcept {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (token(t).is_mark(';')) return true;
    return false;
}

std::optional<TokenRange> Words::closed_bracket(TokenRange range) const noexcept {
    std::size_t open = 0, last = 0;
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (token(t).is_mark('(')) ++open;
        if (!token(t).is_mark(')')) continue;
        if (open > 0)
            --open;
        else
            last = t + 1;
    }
    if (last == 0) return std::nullopt;
    std::size_t depth = 1, first = last - 1;
    while (first > 0 && depth > 0 && token(first - 1).kind != TokenKind::newline) {
        --first;
        if (token(first).is_mark(')')) ++depth;
        if (token(first).is_mark('(')) --depth;
    }
    return TokenRange{first, last};
}

bool Words::is_link(std::size_t at) const noexcept {
    const Token k = token(at);
    constexpr grammar::KeywordSet links{Keyword::la,   Keyword::dat, Keyword::still, Keyword::chiem,
                                        Keyword::bang, Keyword::gap, Keyword::len};
    // 'số xã đạt chuẩn', 'nhiệm vụ quá hạn'
    if (k.starts(LexiconClass::compound) && match(at, LexiconClass::compound)) return false;
    return links.contains(k.word) || k.is_mark(':') || k.starts(LexiconClass::estimator) ||
           k.starts(LexiconClass::approximator);
}

bool Words::bounds(std::size_t at) const noexcept {
    return token(at).starts(LexiconClass::boundary) && !inside_compound(at);
}

bool inside_opaque_compound(const Document& document, std::size_t at) noexcept {
    for (std::size_t back = 0; back <= longest_compound && back <= at; ++back)
        if (covered(document, at, back, LexiconClass::compound) &&
            document.match(at - back, LexiconClass::compound).value() == lexicon_values::opaque_compound)
            return true;
    return false;
}

bool Words::inside_compound(std::size_t at) const noexcept {
    for (std::size_t back = 1; back <= longest_compound && back <= at; ++back)
        if (covered(document_, at, back, LexiconClass::compound) ||
            (covered(document_, at, back, LexiconClass::measure_head) &&
             match(at - back, LexiconClass::measure_head).value() == lexicon_values::growth))
            return true;
    return false;
}

bool Words::inside_baseline(std::size_t at) const noexcept {
    for (std::size_t back = 1; back <= longest_compound && back <= at; ++back)
        if (covered(document_, at, back, LexiconClass::baseline)) return true;
    return false;
}

bool Words::inside_term(std::size_t at) const noexcept {
    if (token(at).is_word(Keyword::so) && token(at + 1).kind == TokenKind::number) return true;
    for (std::size_t back = 0; back <= longest_term && back <= at; ++back) {
        if (back > 0 && covered(document_, at, back, LexiconClass::term)) return true;
        if (covered(document_, at, back, LexiconClass::compound)) return true;
    }
    return false;
}

bool Words::noun_like(std::size_t at) const noexcept {
    const Token k = token(at);
    return k.kind == TokenKind::word &&
           (k.starts(LexiconClass::noun) || k.starts(LexiconClass::term) || k.starts(LexiconClass::sector) ||
            k.starts(LexiconClass::document) || k.is_word(Keyword::cac)) &&
           !k.starts(LexiconClass::task_verb);
}

std::size_t Words::longest_noun(std::size_t at) const noexcept {
    std::size_t longest = 0;
    for (const LexiconClass c :
         {LexiconClass::noun, LexiconClass::term, LexiconClass::compound, LexiconClass::baseline})
        longest = std::max(longest, match(at, c).length);
    return longest;
}

bool Words::begins_title(std::size_t at) const noexcept {
    return token(at).starts(LexiconClass::title) && match(at, LexiconClass::title).length > 1;
}

std::optional<std::string> Words::noun_in(TokenRange range) const {
    for (std::size_t t = range.first; t < range.last; ++t) {
        // 'Chỉ tiêu kết nạp đảng viên là 120': what is planned counts no plans.
        const PhraseMatch plan = match(t, LexiconClass::baseline);
        if (t == range.first && plan && plan.payload->attribute("plan") == "1") continue;
        // 'vụ' of 'phục vụ' counts nothing, nor does who pays, or what each is told of: 'Sở hỗ trợ mỗi hộ 15 triệu'.
        if (!token(t).starts(LexiconClass::noun) || inside_compound(t) || ends_head(document_, t) ||
            (t > 0 && covered(document_, t, 1, LexiconClass::link)))
            continue;
        const bool agency = token(t).has(Token::capital) && token(t).starts(LexiconClass::agency);
        if (agency || (t > 0 && token(t - 1).is_word(Keyword::moi))) continue;
        const PhraseMatch noun = match(t, LexiconClass::noun);
        // 'giải quyết' is no prize.
        const auto is_verb = [&](LexiconClass c) { return token(t).starts(c) && match(t, c).length > noun.length; };
        if (is_verb(LexiconClass::task_verb) || is_verb(LexiconClass::uncounted)) continue;
        if (noun && noun.payload->attribute("period").empty()) return std::string(noun.payload->value);
    }
    return std::nullopt;
}

bool counts_anything(const QuantityMention& mention) noexcept {
    const auto& unit = mention.quantity.unit;
    return unit && unit->payload != nullptr && !unit->payload->attribute("generic").empty();
}

bool counts_times(const Document& document, const QuantityMention& mention) noexcept {
    if (mention.quantity.amount.times) return true;
    const auto& unit = mention.quantity.unit ? mention.quantity.unit : mention.shared_unit;
    return unit && unit->length == 1 && document.token(unit->first).is_word(Keyword::lan);
}

}  // namespace tongket
