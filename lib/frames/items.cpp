// SPDX-License-Identifier: BSL-1.0
#include "frames/items.hpp"

#include <algorithm>
#include <array>
#include <string_view>
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

// Whether a verb of attendance has an attribute: there for 'có mặt', side for 'về phía'.
bool attends(const Document& document, std::size_t at, std::string_view attribute) {
    const PhraseMatch verb = document.match_cue(at, Cue::attend);
    return verb && verb.payload->attribute(attribute) == "1";
}

Senses senses_of(const Document& document, std::size_t at) {
    Senses senses = 0;
    const CueSet cues = document.cues_at(at);
    // The 'giao' of 'giao ban' asks for nothing.
    const std::size_t meeting = document.match_cue(at, Cue::meeting).length;
    for (const auto& [cue, sense] : cue_senses)
        if ((cues & grammar::cue_bit(cue)) != 0 && document.match_cue(at, cue).length >= meeting)
            senses |= sense_bit(sense);
    if (attends(document, at, "side")) senses = sense_bit(Sense::side);
    if (document.match(at, LexiconClass::award_verb)) senses |= sense_bit(Sense::confer);
    if (document.token(at).is_word(Keyword::theo)) senses |= sense_bit(Sense::source);
    return senses;
}

ItemKind kind_of_word(const Document& document, std::size_t at) {
    constexpr grammar::KeywordSet presents{Keyword::co, Keyword::gom, Keyword::la};
    constexpr grammar::KeywordSet of{Keyword::cua, Keyword::by_agent};
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
    if (token.is_word(Keyword::va)) return ItemKind::joins;
    if (token.is_word(Keyword::voi)) return ItemKind::with;
    if (adverbs.contains(token.word)) return ItemKind::adverb;
    if (token.is_word(Keyword::duoc)) return ItemKind::passive;
    // The capital of 'Ngoài ra, còn có sự tham dự của' is the sentence's.
    if ((document.cues_at(at) & grammar::cue_bit(Cue::continuing)) != 0) return ItemKind::word;
    if (token.has(Token::capital) || (token.classes & names) != 0 || token.is_word(Keyword::cac))
        return ItemKind::name;
    return ItemKind::word;
}

// 'đại diện các sở', '12 doanh nghiệp', 'Sở Y tế': behind words and figures that say how many.
bool opens_group(const Document& document, std::size_t at) {
    constexpr std::size_t most_words_before = 4;
    for (std::size_t t = at; t < std::min(at + most_words_before, document.size());) {
        const Token token = document.token(t);
        const PhraseMatch word = document.match(t, LexiconClass::delegate);
        if (word && word.payload->attribute("several") == "1")
            t += word.length;
        else if (token.kind == TokenKind::number)
            ++t;
        else
            return (word && word.value() != "generic") || token.starts(LexiconClass::title) ||
                   (token.starts(LexiconClass::agency) && token.has(Token::capital) &&
                    !document.match_cue(t, Cue::meeting));
    }
    return false;
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

// '"Chúng tôi thiếu người"'; two or three words are a title: '"Đường về"'.
bool quotes_speech(const Document& document, TokenRange behind) {
    constexpr std::size_t shortest = 4;  // tokens
    if (behind.empty() || !document.token(behind.first).is_mark('"')) return false;
    for (std::size_t t = behind.first + 1; t < std::min(behind.last, behind.first + 1 + shortest); ++t)
        if (document.token(t).is_mark('"')) return false;
    return behind.last > behind.first + shortest;
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
                // 'Ông A, Trưởng phòng: "Chúng tôi ..."': the quotation is a verb of its own.
                if (token.is_mark(':') && quotes_speech(document, {item.tokens.last, range.last})) {
                    item.kind = ItemKind::verb;
                    item.senses = sense_bit(Sense::say);
                }
            } else if (token.kind == TokenKind::word) {
                // 'Kết luận số 45-KL/TW' is a document.
                if (islands.citations.at(at) == nullptr) item.senses = senses_of(document, at);
                item.kind = item.senses != 0 ? ItemKind::verb : kind_of_word(document, at);
                item.of_presence = attends(document, at, "there");
                for (std::size_t t = at; t < item.tokens.last; ++t)
                    item.of_meeting |= (document.cues_at(t) & grammar::cue_bit(Cue::meeting)) != 0;
            }
        }
        item.opens_group = opens_group(document, at);
        at = item.tokens.last;
        items.push_back(item);
    }
    return items;
}

}  // namespace tongket::frames
