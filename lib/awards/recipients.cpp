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

bool gives(const Document& document, TokenRange between) {
    for (std::size_t t = between.first; t < between.last; ++t)
        if (document.token(t).is_word(Keyword::cho)) return true;
    return false;
}

std::optional<TokenRange> person_name(const Islands& islands, std::size_t at) {
    const PersonMention* mention = islands.persons.at(at);
    if (mention == nullptr || mention->person.name.empty() || mention->person.name.first != at) return std::nullopt;
    return mention->person.name;
}

std::string body_words(const Document& document, TokenRange body) {
    return document.words(document.trimmed(body, ",-"));
}

// 'tặng X cho Sở Y tế'.
std::optional<std::string> given_to(const Document& document, const Islands& islands, TokenRange behind) {
    for (std::size_t t = behind.first; t < behind.last; ++t) {
        if (document.token(t).is_mark(',') || document.token(t).starts(LexiconClass::award)) break;
        if (!document.token(t).is_word(Keyword::cho)) continue;
        std::size_t k = t + 1;
        if (k < behind.last) k += document.match(k, LexiconClass::honorific).length;
        if (const auto name = person_name(islands, k)) return document.words(*name);
        if (const auto body = body_at(document, k, behind.last)) return body_words(document, *body);
        if (document.token(k).is_word(Keyword::cac) && k + 1 < behind.last) ++k;
        if (const PhraseMatch group = document.match(k, LexiconClass::recipient))
            return std::string(group.payload->value);
        break;
    }
    return std::nullopt;
}

// 'Sở Y tế được Bộ tặng X', 'Sở Y tế nhận X'.
std::optional<std::string> received_by(const Document& document, const Islands& islands, TokenRange before,
                                       TokenRange behind) {
    constexpr std::size_t most_words_between = 4;
    constexpr grammar::KeywordSet verbs{Keyword::duoc, Keyword::nhan};
    for (std::size_t t = before.first; t < before.last; ++t) {
        if (!verbs.contains(document.token(t).word)) continue;
        for (std::size_t k = before.first; k < t; ++k) {
            if (const auto name = person_name(islands, k)) return document.words(*name);
            if (document.token(k).starts(LexiconClass::title)) continue;
            const auto body = body_at(document, k, t);
            if (body && body->last + most_words_between >= t && !document.token(t - 1).is_mark('('))
                return body_words(document, *body);
        }
        // 'được Bộ tặng cờ thi đua ... mà Sở đã đạt được': the one that the sentence goes on to name.
        for (std::size_t k = behind.first; k + 1 < behind.last; ++k)
            if (document.token(k).is_word(Keyword::which))
                if (const auto body = body_at(document, k + 1, behind.last)) return document.words(*body);
        break;
    }
    return std::nullopt;
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
        const PhraseMatch recipient = document.match(noun, LexiconClass::recipient);
        if (zone != ZoneKind::awards) {
            // Groups are counted everywhere; only some nouns are always those who are honoured.
            if (!recipient) continue;
            if (recipient.payload->attribute("plain") != "1" && !near_award(document, mention.range)) continue;
        } else if (!recipient && (document.token(noun).starts(LexiconClass::award) ||
                                  document.token(noun).starts(LexiconClass::unit))) {
            continue;
        }
        counts.push_back({mention.range, islands.quantities.index_of(mention), *number,
                          std::string(recipient ? recipient.payload->value : individual)});
    }
    return counts;
}

std::optional<RecipientCount> counted_title(const Document& document, const Islands& islands, const AwardName& name) {
    if (name.kind != AwardKind::title || name.range.first == 0) return std::nullopt;
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
    if (after && receives(document, {count.range.last, names[*after].range.first})) {
        // Not past another award's own 'cho'.
        if (!before || !gives(document, {names[*before].range.last, count.range.first})) return after;
    }
    return before;
}

std::optional<std::string> named_recipient(const Document& document, const Islands& islands, const AwardName& award,
                                           TokenRange range) {
    const TokenRange before{range.first, award.range.first};
    const TokenRange behind{award.range.last, range.last};
    if (auto recipient = given_to(document, islands, behind)) return recipient;
    return received_by(document, islands, before, behind);
}

}  // namespace tongket
