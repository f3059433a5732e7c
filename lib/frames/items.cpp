// SPDX-License-Identifier: BSL-1.0
#include "frames/items.hpp"

#include <array>
#include <utility>

namespace tongket::frames {
namespace {

// Which cues say what.
constexpr auto cue_senses = std::to_array<std::pair<Cue, Sense>>({{Cue::attend, Sense::attend},
                                                                  {Cue::chair, Sense::chair},
                                                                  {Cue::speech, Sense::speak},
                                                                  {Cue::say, Sense::say},
                                                                  {Cue::tell, Sense::say},
                                                                  {Cue::report, Sense::report},
                                                                  {Cue::request, Sense::request},
                                                                  {Cue::closing, Sense::conclude},
                                                                  {Cue::launch, Sense::launch}});

Senses senses_of(const Document& document, std::size_t at) {
    Senses senses = 0;
    const CueSet cues = document.cues_at(at);
    for (const auto& [cue, sense] : cue_senses)
        if ((cues & grammar::cue_bit(cue)) != 0) senses |= sense_bit(sense);
    constexpr grammar::KeywordSet places{Keyword::tai, Keyword::ve, Keyword::at};
    if ((senses & sense_bit(Sense::attend)) != 0 && places.contains(document.token(at).word))
        senses = sense_bit(Sense::side);
    if (document.match(at, LexiconClass::award_verb)) senses |= sense_bit(Sense::confer);
    if (document.token(at).is_word(Keyword::theo)) senses |= sense_bit(Sense::source);
    return senses;
}

ItemKind kind_of_word(const Document& document, std::size_t at) {
    constexpr grammar::KeywordSet presents{Keyword::co, Keyword::gom, Keyword::la};
    constexpr grammar::KeywordSet of{Keyword::cua, Keyword::by_agent};
    constexpr grammar::KeywordSet joins{Keyword::va, Keyword::voi};
    constexpr grammar::KeywordSet adverbs{Keyword::da,    Keyword::cung, Keyword::dong,
                                          Keyword::still, Keyword::se,   Keyword::tai};
    constexpr grammar::ClassSet names =
        grammar::class_bit(LexiconClass::agency) | grammar::class_bit(LexiconClass::sector) |
        grammar::class_bit(LexiconClass::delegate) | grammar::class_bit(LexiconClass::admin_level) |
        grammar::class_bit(LexiconClass::title) | grammar::class_bit(LexiconClass::province) |
        grammar::class_bit(LexiconClass::place);
    const Token token = document.token(at);
    if ((document.cues_at(at) & grammar::cue_bit(Cue::meeting)) != 0) return ItemKind::meeting;
    if (presents.contains(token.word)) return ItemKind::presents;
    if (of.contains(token.word)) return ItemKind::of;
    if (joins.contains(token.word)) return ItemKind::joins;
    if (adverbs.contains(token.word)) return ItemKind::adverb;
    if (token.is_word(Keyword::duoc)) return ItemKind::passive;
    if (token.has(Token::capital) || (token.classes & names) != 0 || token.is_word(Keyword::cac))
        return ItemKind::name;
    return ItemKind::word;
}

ItemKind kind_of_mark(const Token& token) {
    switch (token.mark) {
        case ',':
        case '-':
            return ItemKind::comma;
        case '(':
        case ')':
            return ItemKind::bracket;
        case ';':
            return ItemKind::semicolon;
        case '/':
        case '&':
        case '"':
            return ItemKind::word;
        case ':':
            return ItemKind::presents;
        default:
            return ItemKind::mark;
    }
}

}  // namespace

std::vector<Item> items_of(const Document& document, const Islands& islands, TokenRange range) {
    std::vector<Item> items;
    for (std::size_t at = range.first; at < range.last;) {
        Item item;
        if (const PersonMention* mention = islands.persons.at(at); mention != nullptr && mention->range.first == at) {
            item.kind = mention->person.name.empty() ? ItemKind::office : ItemKind::person;
            item.person = islands.persons.index_of(*mention);
            item.tokens = {at, std::min(range.last, mention->range.last)};
        } else {
            const Token token = document.token(at);
            item.tokens = {at, std::min(range.last, at + document.word_length(at))};
            if (token.kind == TokenKind::mark) {
                item.kind = kind_of_mark(token);
                item.tokens.last = at + 1;
            } else if (token.kind == TokenKind::word) {
                item.senses = senses_of(document, at);
                item.kind = item.senses != 0 ? ItemKind::verb : kind_of_word(document, at);
            }
        }
        at = item.tokens.last;
        items.push_back(item);
    }
    return items;
}

}  // namespace tongket::frames
