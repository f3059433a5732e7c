// SPDX-License-Identifier: BSL-1.0
#include "awards/grantor.hpp"

#include <algorithm>

namespace tongket {
namespace {

Grantor named(const Document& document, TokenRange body, Confidence confidence) {
    return {document.words(document.trimmed(body, ",-")), confidence};
}

// 'Bằng khen của Chủ tịch UBND tỉnh'.
std::optional<TokenRange> owner(const Document& document, TokenRange behind) {
    if (behind.first + 1 >= behind.last) return std::nullopt;
    const Token link = document.token(behind.first);
    if (!link.is_word(Keyword::cua) && !link.is_word(Keyword::cap)) return std::nullopt;
    return body_at(document, behind.first + 1, behind.last);
}

// '... được UBND tỉnh tặng Bằng khen'.
std::optional<TokenRange> agent(const Document& document, TokenRange before) {
    constexpr std::size_t reach = 4;
    for (std::size_t t = before.last; t-- > before.first;) {
        if (!document.token(t).is_word(Keyword::duoc)) continue;
        for (std::size_t k = t + 1; k < std::min(before.last, t + 1 + reach); ++k)
            if (const auto body = body_at(document, k, before.last)) return body;
        break;
    }
    return std::nullopt;
}

// 'thừa ủy quyền của X', 'thay mặt X'.
std::optional<TokenRange> principal(const Document& document, TokenRange before) {
    constexpr std::size_t reach = 3;
    constexpr grammar::KeywordSet acting_for{Keyword::quyen, Keyword::mat};
    for (std::size_t t = before.first; t < before.last; ++t) {
        if (!acting_for.contains(document.token(t).word)) continue;
        for (std::size_t k = t + 1; k < std::min(before.last, t + 1 + reach); ++k)
            if (const auto body = body_at(document, k, before.last)) return body;
    }
    return std::nullopt;
}

std::optional<TokenRange> first_body(const Document& document, TokenRange before) {
    for (std::size_t t = before.first; t < before.last; ++t)
        if (const auto body = body_at(document, t, before.last)) return body;
    return std::nullopt;
}

}  // namespace

std::optional<TokenRange> body_at(const Document& document, std::size_t at, std::size_t limit) {
    if (document.match_cue(at, Cue::meeting)) return std::nullopt;
    const Token token = document.token(at);
    if (const PhraseMatch title = document.match(at, LexiconClass::title))
        return TokenRange{at, std::min(grammar::agency_end(document.stream(), at + title.length, false), limit)};
    const std::size_t agency = token.starts(LexiconClass::agency) ? grammar::agency_end(document.stream(), at) : at;
    if (token.starts(LexiconClass::issuer))
        return TokenRange{at,
                          std::min(std::max(at + document.match(at, LexiconClass::issuer).length, agency), limit)};
    if (token.starts(LexiconClass::agency) && token.has(Token::capital))
        return TokenRange{at, std::min(agency, limit)};
    return std::nullopt;
}

Grantor grantor_of(const Document& document, const AwardName& award, TokenRange range,
                   const std::optional<std::string>& earlier) {
    // An honour named in an earlier clause has nothing before it in this one.
    const TokenRange before{range.first, std::max(range.first, award.range.first)};
    if (const auto body = owner(document, {award.range.last, range.last}))
        return named(document, *body, Confidence::certain);
    if (const auto body = agent(document, before)) return named(document, *body, Confidence::certain);
    std::size_t verb = before.first;
    while (verb < before.last && !document.token(verb).starts(LexiconClass::award_verb)) ++verb;
    if (verb == before.last) {
        // Said once for the whole sentence.
        if (earlier) return {earlier, Confidence::guess};
        return {};
    }
    const TokenRange subject{before.first, verb};
    for (std::size_t t = subject.first; t < subject.last; ++t)
        if (document.token(t).is_word(Keyword::duoc)) return {};
    if (const auto body = principal(document, subject)) return named(document, *body, Confidence::certain);
    // 'Giám đốc Sở tặng giấy khen cho ...': the body before the verb.
    if (const auto body = first_body(document, subject)) return named(document, *body, Confidence::likely);
    return {};
}

}  // namespace tongket
