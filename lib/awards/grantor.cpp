// SPDX-License-Identifier: BSL-1.0
#include "awards/grantor.hpp"

#include <algorithm>
#include <vector>

#include "meeting/agency_name.hpp"
#include "text/lower.hpp"

namespace tongket {
namespace {

// What speaks for a body as the grantor, and how sure that makes it.
constexpr int points_owner = 10;     // 'Bằng khen của Chủ tịch UBND tỉnh'
constexpr int points_agent = 9;      // 'được UBND tỉnh tặng Bằng khen'
constexpr int points_principal = 8;  // 'thừa ủy quyền của Chủ tịch nước, ... trao Huân chương'
constexpr int points_subject = 6;    // 'Giám đốc Sở tặng Giấy khen'
constexpr int least_certain = points_principal, least_likely = points_subject;

struct Claim {
    TokenRange body;
    int points = 0;
};

bool says(const PhraseMatch& phrase, std::string_view attribute) {
    return phrase && phrase.payload->attribute(attribute) == "1";
}

bool any_passive(const Document& document, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (document.token(t).is_word(Keyword::duoc)) return true;
    return false;
}

// The verbs of a range; the 'nhận' of 'công nhận' is none.
std::vector<std::size_t> verbs_in(const Document& document, TokenRange range) {
    std::vector<std::size_t> verbs;
    for (std::size_t t = range.first; t < range.last; ++t)
        if (const PhraseMatch verb = document.match(t, LexiconClass::award_verb)) {
            verbs.push_back(t);
            t += verb.length - 1;
        }
    return verbs;
}

// The verb that confers an honour: the last before it, or itself. `clause.last` where none is.
std::size_t verb_of(const Document& document, const AwardName& award, TokenRange clause) {
    if (award.verb) return award.range.first;
    const auto verbs = verbs_in(document, {clause.first, award.range.first});
    return verbs.empty() ? clause.last : verbs.back();
}

std::optional<TokenRange> owner(const Document& document, TokenRange behind) {
    if (behind.first + 1 >= behind.last) return std::nullopt;
    const Token link = document.token(behind.first);
    // 'Bằng khen UBND tỉnh', 'Giấy khen Giám đốc Sở'.
    if (link.has(Token::capital)) return body_at(document, behind.first, behind.last);
    if (!link.is_word(Keyword::cua) && !link.is_word(Keyword::cap)) return std::nullopt;
    return body_at(document, behind.first + 1, behind.last);
}

std::optional<TokenRange> agent(const Document& document, TokenRange before, std::size_t limit) {
    constexpr std::size_t reach = 4;
    for (std::size_t t = before.last; t-- > before.first;) {
        if (!document.token(t).is_word(Keyword::duoc)) continue;
        for (std::size_t k = t + 1; k < std::min(before.last, t + 1 + reach); ++k)
            if (const auto body = body_at(document, k, limit)) return body;
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

// 'cho Sở Y tế', 'cho 14 chi nhánh Hoa Mai'.
bool given_to_body(const Document& document, std::size_t first, std::size_t at) {
    if (at > first && document.token(at - 1).kind == TokenKind::number) --at;
    return at > first && document.token(at - 1).is_word(Keyword::cho);
}

// The body nearest before the verb that neither receives ('cho Sở Y tế') nor is the office of a named person who only
// hands the honour over.
std::optional<TokenRange> subject(const Document& document, const Islands& islands, TokenRange before,
                                  std::size_t verb) {
    const bool hands_over = says(document.match(verb, LexiconClass::award_verb), "hands_over");
    std::optional<TokenRange> nearest;
    for (std::size_t t = before.first; t < before.last; ++t) {
        const auto body = body_at(document, t, before.last);
        if (!body) continue;
        const bool receives = given_to_body(document, before.first, t);
        const PersonMention* person = islands.persons.at(t);
        const bool presenter = hands_over && person != nullptr && !person->person.name.empty();
        if (!receives && !presenter && !nearest) nearest = body;
        t = std::max(body->last, t + 1) - 1;
    }
    return nearest;
}

// 'Bộ trưởng' where the sentence has said 'Bộ trưởng Bộ Y tế' before: the same words first, and more of them.
TokenRange in_full(const Document& document, TokenRange body, TokenRange sentence) {
    const auto words = [](TokenRange range) { return range.last - range.first; };
    constexpr std::size_t reach = 120;
    for (std::size_t t = std::max(sentence.first, body.first - std::min(body.first, reach)); t < body.first; ++t) {
        const auto other = body_at(document, t, sentence.last);
        if (!other || words(*other) <= words(body)) continue;
        const bool same = [&] {
            for (std::size_t i = 0; i < words(body); ++i)
                if (with_small_letters(document.text_of(t + i)) !=
                    with_small_letters(document.text_of(body.first + i)))
                    return false;
            return true;
        }();
        if (same && !document.token(t + words(body)).is_mark(',')) return *other;
    }
    return body;
}

bool is_state(const Document& document, TokenRange body) {
    return says(document.match(body.first, LexiconClass::issuer), "state") ||
           says(document.match(body.first, LexiconClass::admin_level), "state");
}

}  // namespace

std::optional<TokenRange> body_at(const Document& document, std::size_t at, std::size_t limit) {
    if (document.match_cue(at, Cue::meeting)) return std::nullopt;
    const Token token = document.token(at);
    if (const PhraseMatch title = document.match(at, LexiconClass::title)) {
        const std::size_t office = at + title.length;
        const std::size_t end = document.token(office).starts(LexiconClass::agency)
                                    ? agency_name_end(document, office, limit)
                                    : grammar::agency_end(document.stream(), office, {.head_needed = false});
        return TokenRange{at, std::min(end, limit)};
    }
    const std::size_t agency = token.starts(LexiconClass::agency) ? agency_name_end(document, at, limit) : at;
    if (token.starts(LexiconClass::issuer))
        return TokenRange{at,
                          std::min(std::max(at + document.match(at, LexiconClass::issuer).length, agency), limit)};
    if (token.starts(LexiconClass::agency) && (token.has(Token::capital) || starts_agency(document, at)))
        return TokenRange{at, std::min(agency, limit)};
    // '... được huyện khen thưởng', 'Nhà nước tặng'.
    const std::size_t level = document.match(at, LexiconClass::admin_level).length;
    if (level > 0 && document.token(at + level).starts(LexiconClass::award_verb)) return TokenRange{at, at + level};
    return std::nullopt;
}

Grantor grantor_of(const Document& document, const Islands& islands, const AwardName& award, TokenRange clause,
                   TokenRange sentence, const Grantor& earlier) {
    // An honour named in an earlier clause has nothing before it in this one.
    const TokenRange before{clause.first, std::max(clause.first, award.range.first)};
    const std::size_t verb = verb_of(document, award, clause);
    std::vector<Claim> claims;
    const auto claim = [&](const std::optional<TokenRange>& body, int points) {
        if (body && (!award.of_state || points != points_subject || is_state(document, *body)))
            claims.push_back({*body, points});
    };
    claim(owner(document, {award.range.last, clause.last}), points_owner);
    claim(agent(document, before, before.last), points_agent);
    bool active = true;
    if (verb < clause.last) {
        // From the verb before: 'Bộ A trao X cho ... và cục B trao Y'.
        std::size_t from = before.first;
        for (const std::size_t t : verbs_in(document, {before.first, verb}))
            if (t == before.first || !document.token(t - 1).is_word(Keyword::duoc)) from = t;
        const bool whole = from == before.first;
        claim(principal(document, {before.first, verb}), points_principal);
        active =
            !any_passive(document, {from, verb}) && !says(document.match(verb, LexiconClass::award_verb), "receives");
        if (active) claim(subject(document, islands, {from, verb}, verb), points_subject);
        // The clause's first verb may have the subject of all: 'UBND tỉnh tặng X cho ..., công nhận Y'.
        if (active && !whole && claims.empty() && !earlier.name)
            claim(subject(document, islands, {before.first, from}, from), points_subject);
    }
    const auto best = std::max_element(claims.begin(), claims.end(),
                                       [](const Claim& a, const Claim& b) { return a.points < b.points; });
    if (best != claims.end()) {
        const TokenRange body = in_full(document, document.trimmed(best->body, ",-"), sentence);
        return {document.words(document.trimmed(body, ",-")),
                best->points >= least_certain  ? Confidence::certain
                : best->points >= least_likely ? Confidence::likely
                                               : Confidence::guess,
                award.of_state};
    }
    // Said once for the whole sentence; a passive leaves open who confers.
    if (active && award.of_state == earlier.of_state) return {earlier.name, Confidence::guess, award.of_state};
    return {};
}

}  // namespace tongket
