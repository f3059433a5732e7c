// SPDX-License-Identifier: BSL-1.0
#include "meeting/organizer.hpp"

#include <algorithm>

#include <tongket/names.hpp>

#include "meeting/place.hpp"

namespace tongket {
namespace {

std::optional<OrganizerKind> organizer_kind(const Document& document, std::size_t at) {
    const PhraseMatch head = document.match(at, LexiconClass::agency);
    // 'Hội nghị' is no Hội.
    if (!head || document.match_cue(at, Cue::meeting).length >= head.length) return std::nullopt;
    return from_name<OrganizerKind>(head.payload->value).value_or(OrganizerKind::other);
}

bool starts_agency(const Document& document, std::size_t at) {
    const Token token = document.token(at);
    return token.starts(LexiconClass::agency) && token.has(Token::capital) && organizer_kind(document, at);
}

// 'Giám đốc Sở ...': the agency of an office is not the subject.
bool inside_position(const Islands& islands, std::size_t at) { return islands.persons.at(at) != nullptr; }

// An agency after 'tại' is where it was held, and so is one after 'tại Hội trường'.
bool names_place(const Document& document, std::size_t at, std::size_t first) {
    constexpr std::size_t longest_venue = 6;
    for (std::size_t t = at; t-- > first && at - t <= longest_venue;) {
        if (document.token(t).kind != TokenKind::word) return false;
        if (document.token(t).is_word(Keyword::tai))
            return t + 1 == at || document.token(t + 1).starts(LexiconClass::venue);
    }
    return false;
}

// 'Trung tâm Thông tin và Ứng dụng tiến bộ khoa học tổ chức': a name whose words the lexicon does not know runs
// up to the verb.
std::size_t up_to_holding(const Document& document, std::size_t end, std::size_t limit) {
    constexpr std::size_t reach = 10;
    for (std::size_t t = end; t < std::min(limit, end + reach); ++t) {
        const Token token = document.token(t);
        if (token.is_word(Keyword::da) || document.match_cue(t, Cue::hold)) return t;
        if (token.kind != TokenKind::word || (grammar::is_function_word(token.word) && !token.is_word(Keyword::va)))
            return end;
    }
    return end;
}

// The subject of 'tổ chức': the agency that stands first before the verb.
std::optional<TokenRange> subject_of_holding(const Document& document, const Islands& islands, TokenRange range) {
    std::optional<TokenRange> subject;
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (starts_agency(document, t)) {
            const std::size_t end = std::min(grammar::agency_end(document.stream(), t), range.last);
            if (!subject && !inside_position(islands, t) && !names_place(document, t, range.first))
                subject = TokenRange{t, up_to_holding(document, end, range.last)};
            t = std::max(end, t + 1) - 1;
            continue;
        }
        if (subject && document.match_cue(t, Cue::hold)) return subject;
    }
    return std::nullopt;
}

std::optional<TokenRange> first_agency(const Document& document, const Islands& islands, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (starts_agency(document, t) && !inside_position(islands, t))
            return TokenRange{t, std::min(grammar::agency_end(document.stream(), t), range.last)};
    return std::nullopt;
}

}  // namespace

Organizer read_organizer(const Document& document, TokenRange name) {
    Organizer organizer;
    Text text = document.text(name);
    organizer.name = std::move(text.text);
    organizer.span = text.span;
    organizer.kind = organizer_kind(document, name.first).value_or(OrganizerKind::other);
    organizer.province = province_in(document, name);
    return organizer;
}

std::optional<TokenRange> find_organizer(const Document& document, const Islands& islands,
                                         std::span<const TokenRange> opening, std::optional<TokenRange> title) {
    for (const TokenRange& range : opening)
        if (const auto subject = subject_of_holding(document, islands, range)) return subject;
    if (title)
        if (const auto agency = first_agency(document, islands, *title)) return agency;
    for (const TokenRange& range : opening)
        if (const auto agency = first_agency(document, islands, range)) return agency;
    return std::nullopt;
}

}  // namespace tongket
