// SPDX-License-Identifier: BSL-1.0
#include "awards/recipients.hpp"

#include <algorithm>

#include "awards/grantor.hpp"

namespace tongket {
namespace {

constexpr std::string_view individual = "individual";

std::optional<std::int64_t> whole_number(const grammar::Amount& amount) {
    constexpr double largest = 1e15;
    if (!amount.value || !amount.value->is_integer() || amount.scale > 0 || amount.value->to_double() > largest)
        return std::nullopt;
    return static_cast<std::int64_t>(amount.value->to_double());
}

bool near_award(const Document& document, TokenRange range) {
    constexpr std::size_t reach = 14;
    const std::size_t from = range.first >= reach ? range.first - reach : 0;
    for (std::size_t t = from; t < std::min(range.last + reach, document.size()); ++t)
        if (document.token(t).starts(LexiconClass::award)) return true;
    return false;
}

// '03 tập thể được tặng', '03 tập thể nhận': the honour follows.
bool receives(const Document& document, TokenRange between) {
    constexpr grammar::KeywordSet verbs{Keyword::duoc, Keyword::dat, Keyword::nhan};
    for (std::size_t t = between.first; t < between.last; ++t)
        if (verbs.contains(document.token(t).word)) return true;
    return false;
}

// 'cho 03 tập thể': given to those that are counted.
bool gives_to_number(const Document& document, TokenRange between) {
    for (std::size_t t = between.first; t < between.last; ++t)
        if (document.token(t).is_word(Keyword::cho) && document.token(t + 1).kind == TokenKind::number) return true;
    return between.last > between.first && document.token(between.last - 1).is_word(Keyword::cho);
}

std::optional<TokenRange> person_name(const Islands& islands, std::size_t at) {
    const PersonMention* mention = islands.persons.at(at);
    if (mention == nullptr || mention->person.name.empty() || mention->person.name.first != at) return std::nullopt;
    return mention->person.name;
}

std::string body_words(const Document& document, TokenRange body) {
    return document.words(document.trimmed(body, ",-"));
}

// 'cho huyện Hương Khê': a place honoured.
std::optional<TokenRange> place_at(const Document& document, std::size_t at, std::size_t limit) {
    const std::size_t level = document.match(at, LexiconClass::admin_level).length;
    if (level == 0 || !document.token(at + level).has(Token::capital)) return std::nullopt;
    std::size_t end = at + level;
    while (end < limit && document.token(end).kind == TokenKind::word && document.token(end).has(Token::capital))
        ++end;
    return TokenRange{at, end};
}

// The 'nhận' of 'công nhận' is no receiving; that of 'đón nhận' is.
bool ends_conferring_verb(const Document& document, std::size_t at) {
    if (at == 0 || document.token(at).is_word(Keyword::duoc)) return false;
    const PhraseMatch verb = document.match(at - 1, LexiconClass::award_verb);
    return verb.length > 1 && verb.payload->attribute("receives") != "1";
}

bool only_small_words(const Document& document, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (document.token(t).kind != TokenKind::word || document.token(t).has(Token::capital) ||
            grammar::is_function_word(document.token(t).word) || document.token(t).starts(LexiconClass::cue) ||
            document.token(t).starts(LexiconClass::award_verb))
            return false;
    return !range.empty();
}

// Someone named, and where.
struct Named {
    std::string words;
    TokenRange range;
};

std::optional<Named> named_at(const Document& document, const Islands& islands, std::size_t at, std::size_t limit) {
    const std::size_t name = at < limit ? at + document.match(at, LexiconClass::honorific).length : at;
    if (const auto person = person_name(islands, name))
        return Named{document.words(*person), {at, std::max(person->last, islands.persons.at(name)->range.last)}};
    // 'Thứ trưởng Lê Văn Lộc': the person, not the office.
    if (const PersonMention* person = islands.persons.at(at);
        person != nullptr && person->range.first == at && !person->person.name.empty())
        return Named{document.words(person->person.name), person->range};
    if (const auto body = body_at(document, at, limit)) return Named{body_words(document, *body), *body};
    if (const auto place = place_at(document, at, limit)) return Named{document.words(*place), *place};
    return std::nullopt;
}

// 'A, B và C'. What follows a person behind a comma is an office rather than another recipient.
std::vector<Named> list_at(const Document& document, const Islands& islands, std::size_t at, std::size_t limit) {
    std::vector<Named> list;
    while (at < limit) {
        auto one = named_at(document, islands, at, limit);
        if (!one) break;
        const bool person = islands.persons.at(at) != nullptr;
        at = one->range.last;
        list.push_back(std::move(*one));
        if (at >= limit) break;
        if (!document.token(at).is_word(Keyword::va) && !(document.token(at).is_mark(',') && !person)) break;
        ++at;
    }
    return list;
}

// Groups without a number, each kind once, and where they end.
struct Groups {
    std::vector<std::string> kinds;
    std::size_t last = 0;
};

// 'các tập thể, cá nhân': both.
Groups groups_at(const Document& document, std::size_t at, std::size_t limit) {
    Groups groups{{}, at};
    while (at < limit) {
        if (document.token(at).is_word(Keyword::cac)) ++at;
        const PhraseMatch group = at < limit ? document.match(at, LexiconClass::recipient) : PhraseMatch{};
        if (!group || document.token(at).has(Token::capital)) break;
        if (std::find(groups.kinds.begin(), groups.kinds.end(), group.payload->value) == groups.kinds.end())
            groups.kinds.emplace_back(group.payload->value);
        groups.last = at + group.length;
        at = groups.last;
        if (!document.token(at).is_mark(',') && !document.token(at).is_word(Keyword::va)) break;
        ++at;
    }
    return groups;
}

std::vector<std::string> words_of(std::vector<Named> list) {
    std::vector<std::string> words;
    for (Named& one : list) words.push_back(std::move(one.words));
    return words;
}

}  // namespace

std::vector<RecipientCount> recipient_counts(const Document& document, const Islands& islands, TokenRange range,
                                             ZoneKind zone) {
    std::vector<RecipientCount> counts;
    for (const QuantityMention& mention : islands.quantities.in(range)) {
        const grammar::QuantityExpression& quantity = mention.quantity;
        if (quantity.whole || quantity.upper || quantity.ranked || !quantity.unit) continue;
        const auto number = whole_number(quantity.amount);
        if (!number) continue;
        const std::size_t noun = quantity.unit->first;
        // '05 Chiến sĩ thi đua' is read with the title.
        if (document.token(noun).starts(LexiconClass::award)) continue;
        const PhraseMatch recipient = document.match(noun, LexiconClass::recipient);
        if (zone != ZoneKind::awards) {
            // Groups are counted everywhere; only some nouns are always those who are honoured.
            if (!recipient) continue;
            if (recipient.payload->attribute("plain") != "1" && !near_award(document, mention.range)) continue;
        } else if (!recipient && document.token(noun).starts(LexiconClass::unit)) {
            continue;
        }
        counts.push_back({mention.range, islands.quantities.index_of(mention), *number,
                          std::string(recipient ? recipient.payload->value : individual)});
    }
    return counts;
}

std::optional<RecipientCount> counted_name(const Document& document, const Islands& islands, const AwardName& name) {
    if (name.range.first == 0) return std::nullopt;
    const QuantityMention* mention = islands.quantities.at(name.range.first - 1);
    if (mention == nullptr || mention->quantity.amount.end() != name.range.first) return std::nullopt;
    const auto number = whole_number(mention->quantity.amount);
    if (!number) return std::nullopt;
    const PhraseMatch group = document.match(name.range.first, LexiconClass::recipient);
    return RecipientCount{{mention->range.first, name.range.last},
                          islands.quantities.index_of(*mention),
                          *number,
                          std::string(group ? group.payload->value : individual)};
}

std::optional<std::size_t> award_of(const Document& document, const RecipientCount& count,
                                    const std::vector<AwardName>& names) {
    std::optional<std::size_t> before, after;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].range.last <= count.range.first) before = i;
        if (names[i].range.first >= count.range.last && !after) after = i;
    }
    if (after) {
        // '9 tập thể “Tập thể lao động xuất sắc”'.
        constexpr std::size_t most_marks_between = 2;
        const TokenRange between{count.range.last, names[*after].range.first};
        const bool adjacent = between.last <= between.first + most_marks_between &&
                              (between.empty() || document.token(between.first).is_mark('"'));
        if (adjacent || !before) return after;
        // Not past another award's own 'cho'.
        if (receives(document, between) && !gives_to_number(document, {names[*before].range.last, count.range.first}))
            return after;
    }
    return before;
}

std::vector<std::string> given_to(const Document& document, const Islands& islands, const AwardName& award,
                                  TokenRange clause) {
    for (std::size_t t = award.range.last; t < clause.last; ++t) {
        if (document.token(t).is_mark(',') || document.token(t).starts(LexiconClass::award)) break;
        // '... tặng bà Lê Thị Na'.
        const bool to_person = document.token(t).starts(LexiconClass::award_verb) && t + 1 < clause.last &&
                               islands.persons.at(t + 1) != nullptr;
        if (!document.token(t).is_word(Keyword::cho) && !to_person) continue;
        auto named = words_of(list_at(document, islands, t + 1, clause.last));
        if (!named.empty()) return named;
        return groups_at(document, t + 1, clause.last).kinds;
    }
    return {};
}

std::vector<std::string> received_by(const Document& document, const Islands& islands, const AwardName& award,
                                     TokenRange clause) {
    constexpr std::size_t most_words_between = 4;
    constexpr grammar::KeywordSet verbs{Keyword::duoc, Keyword::nhan};
    std::size_t from = clause.first;  // behind the honour before
    for (std::size_t t = clause.first; t < award.range.first; ++t)
        if (document.token(t).starts(LexiconClass::award)) from = t + 1;
    const auto receives = [&](std::size_t t) {
        return verbs.contains(document.token(t).word) && !ends_conferring_verb(document, t);
    };
    // 'nhiều tập thể, cá nhân được nhận': right before the last verb. 'Ngành được ghi nhận' is one that may be named
    // elsewhere.
    std::size_t verb = award.range.first;
    while (verb > from && !receives(verb - 1)) --verb;
    for (std::size_t k = from; k + 1 < verb; ++k)
        if (const PhraseMatch group = document.match(k, LexiconClass::recipient);
            group && group.payload->attribute("plain") == "1")
            if (Groups groups = groups_at(document, k, verb - 1); groups.last + most_words_between >= verb - 1)
                return std::move(groups.kinds);
    // Those named stand before the first.
    for (std::size_t t = from; t < award.range.first; ++t) {
        if (!receives(t)) continue;
        std::vector<std::string> persons;
        for (const PersonMention& mention : islands.persons.in({from, t}))
            if (!mention.person.name.empty()) persons.push_back(document.words(mention.person.name));
        if (!persons.empty()) return persons;
        for (std::size_t k = from; k < t; ++k) {
            if (document.token(k).starts(LexiconClass::title) || !body_at(document, k, t)) continue;
            auto list = list_at(document, islands, k, t);
            const TokenRange last = list.back().range;
            if (last.last + most_words_between >= t && !document.token(t - 1).is_mark('(')) {
                // 'Trung tâm Trợ giúp pháp lý được': the name runs up to the verb.
                if (only_small_words(document, {last.last, t})) list.back().words = document.words({last.first, t});
                return words_of(std::move(list));
            }
            k = std::max(last.last, k + 1) - 1;
        }
        // 'được Bộ tặng cờ thi đua ... mà Sở đã đạt được': the one that the sentence goes on to name.
        for (std::size_t k = award.range.last; k + 1 < clause.last; ++k)
            if (document.token(k).is_word(Keyword::which))
                if (const auto body = body_at(document, k + 1, clause.last)) return {document.words(*body)};
        break;
    }
    return {};
}

}  // namespace tongket
