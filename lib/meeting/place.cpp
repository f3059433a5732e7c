// SPDX-License-Identifier: BSL-1.0
#include "meeting/place.hpp"

#include <algorithm>
#include <map>

#include <tongket/gazetteer.hpp>
#include <tongket/names.hpp>

namespace tongket {
namespace {

// What a name of a place says for its province.
constexpr int province_weight = 3;
constexpr int place_weight = 1;
constexpr int outlet_weight = 3;  // the page's own outlet says it that much more

struct Place {
    std::string code;
    std::size_t length = 0;
    int weight = 0;
};

std::optional<Place> place_at(const Document& document, std::size_t at, std::size_t limit) {
    const Token t = document.token(at);
    if (t.kind != TokenKind::word || !t.has(Token::capital)) return std::nullopt;
    for (const auto& [c, weight] :
         {std::pair{LexiconClass::province, province_weight}, std::pair{LexiconClass::place, place_weight}}) {
        if (!t.starts(c)) continue;
        const PhraseMatch found = document.match(at, c);
        if (!found || at + found.length > limit || !document.token(at + found.length - 1).has(Token::capital))
            continue;
        // Part of a longer name: 'Nguyễn Thái Bình', 'Thái Bình Dương'.
        if (at > 0 && document.token(at - 1).has(Token::capital) &&
            document.token(at - 1).starts(LexiconClass::surname) &&
            !document.token(at - 1).starts(LexiconClass::agency))
            continue;
        return Place{std::string(found.payload->value), found.length, weight};
    }
    return std::nullopt;
}

// Whether the conference is held by the agency that stands at a token.
bool holds(const Document& document, std::size_t agency) {
    constexpr std::size_t verb_within = 2;
    const std::size_t end = grammar::agency_end(document.stream(), agency);
    for (std::size_t t = end; t < std::min(end + verb_within, document.size()); ++t)
        if (document.match_cue(t, Cue::hold)) return true;
    return false;
}

}  // namespace

std::optional<std::string> province_in(const Document& document, TokenRange range) {
    for (const bool provinces_only : {true, false})
        for (std::size_t t = range.first; t < range.last; ++t) {
            const auto place = place_at(document, t, range.last);
            if (place && (!provinces_only || place->weight == province_weight)) return place->code;
        }
    return std::nullopt;
}

std::optional<std::string> province_of_page(const Document& document, std::optional<TokenRange> title,
                                            const std::optional<Text>& outlet) {
    if (title)
        if (auto code = province_in(document, *title)) return code;
    // The whole page: the place named most, provinces counting more than places within them.
    std::map<std::string, int> votes;
    for (const Sentence& s : document.sentences) {
        if (s.zone == ZoneKind::boilerplate || s.zone == ZoneKind::byline) continue;
        for (std::size_t t = s.tokens.first; t < s.tokens.last; ++t) {
            const auto place = place_at(document, t, s.tokens.last);
            if (!place) continue;
            votes[place->code] += place->weight;
            t += place->length - 1;
        }
    }
    if (outlet)
        for (std::size_t t = 0; t < document.size(); ++t) {
            const Span where = document.span({t, t + 1});
            if (where.begin < outlet->span.begin) continue;
            if (where.begin >= outlet->span.end) break;
            if (const auto place = place_at(document, t, document.size()))
                votes[place->code] += outlet_weight * place->weight;
        }
    // Failing all else, the chrome of the agency's own site.
    if (votes.empty())
        for (std::size_t t = 0; t < document.size(); ++t)
            if (const auto place = place_at(document, t, document.size())) votes[place->code] += place->weight;
    const auto most = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == votes.end()) return std::nullopt;
    // A page that goes from province to province is of none.
    int all = 0;
    for (const auto& [code, count] : votes) all += count;
    return most->second * 2 >= all ? std::optional(most->first) : std::nullopt;
}

std::optional<std::string> province_behind(const Document& document, std::size_t end) {
    const Token opener = document.token(end);
    if (!opener.is_mark(',') && !opener.is_mark('(')) return std::nullopt;
    std::size_t t = end + 1;
    if (document.token(t).starts(LexiconClass::admin_level))
        t += document.match(t, LexiconClass::admin_level).length;
    else if (opener.is_mark(','))
        return std::nullopt;
    const auto place = place_at(document, t, document.size());
    return place && place->weight == province_weight ? std::optional(place->code) : std::nullopt;
}

std::string province_as_of(const std::string& code, const Date& day) {
    constexpr Date mergers{2025, 7, 1};
    if (day < mergers) return code;
    const auto province = find_province(code);
    return province ? province->successor : code;
}

std::optional<Text> find_venue(const Document& document, std::span<const Telling> tellings) {
    constexpr std::size_t least_words = 2;  // of a venue's name before another name may begin
    // 'tại Hội trường Sở có Ban Giám đốc', 'tại trụ sở Bộ đã diễn ra'.
    constexpr grammar::KeywordSet ends_venue{Keyword::da, Keyword::co, Keyword::gom, Keyword::voi, Keyword::duoc};
    std::optional<TokenRange> town;
    for (const Telling& telling : tellings) {
        if (telling.standing == Standing::title) continue;
        const TokenRange range = telling.range;
        for (std::size_t t = range.first; t + 1 < range.last; ++t) {
            if (!document.token(t).is_word(Keyword::tai)) continue;
            const std::size_t begin = t + 1;
            if (!document.token(begin).starts(LexiconClass::venue)) {
                const std::size_t level = document.match(begin, LexiconClass::admin_level).length;
                const auto place = place_at(document, begin, range.last);
                const auto levelled = place ? place : place_at(document, begin + level, range.last);
                if (levelled && !town) town = TokenRange{begin, begin + (place ? 0 : level) + levelled->length};
                continue;
            }
            std::size_t end = begin;
            for (; end < range.last && document.token(end).kind == TokenKind::word; ++end) {
                if (ends_venue.contains(document.token(end).word)) break;
                if (end < begin + least_words) continue;
                if (document.token(end).starts(LexiconClass::cue)) break;
                const PhraseMatch agency = document.match(end, LexiconClass::agency);
                if (agency.value() == name_of(OrganizerKind::department) && holds(document, end)) break;
            }
            return document.text({begin, end});
        }
    }
    return town ? std::optional(document.text(*town)) : std::nullopt;
}

}  // namespace tongket
