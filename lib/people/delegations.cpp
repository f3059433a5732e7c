// SPDX-License-Identifier: BSL-1.0
#include "people/delegations.hpp"

#include <algorithm>
#include <utility>

#include <tongket/grammar/agency.hpp>

namespace tongket {
namespace {

class DelegationFinder {
  public:
    DelegationFinder(const Document& document, const Islands& islands) : document_(document), islands_(islands) {}

    std::vector<Delegation> run() {
        for (const Sentence& sentence : document_.sentences) {
            if (sentence.zone != ZoneKind::opening || !sentence.has(Cue::attend)) {
                continue;
            }
            list(sentence);
        }
        return std::move(found_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    std::vector<Delegation> found_;

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    [[nodiscard]] const PersonMention* person_at(std::size_t at) const {
        const PersonMention* mention = islands_.persons.at(at);
        return mention != nullptr && !mention->person.name.empty() ? mention : nullptr;
    }

    void list(const Sentence& sentence) {
        std::size_t t = sentence.tokens.last;
        for (std::size_t k = sentence.tokens.first; k < sentence.tokens.last; ++k) {
            if (!token(k).starts(LexiconClass::cue)) continue;
            if (const PhraseMatch cue = document_.match_cue(k, Cue::attend)) {
                t = k + cue.length;
                break;
            }
        }
        // 'Dự hội nghị (còn) có (các đại biểu gồm):'
        while (t < sentence.tokens.last &&
               (token(t).is_word(Keyword::co) || token(t).is_mark(':') || token(t).is_word(Keyword::cua) ||
                token(t).is_word(Keyword::still) || token(t).is_word(Keyword::gom) || token(t).is_mark(',') ||
                (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::meeting)) ||
                token(t).is_word(Keyword::nhu)))
            t += token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::meeting)
                     ? document_.match_cue(t, Cue::meeting).length
                     : 1;
        // 'Tại điểm cầu các huyện có lãnh đạo ...'
        for (std::size_t k = t; k < std::min(sentence.tokens.last, t + 14); ++k) {
            if (token(k).is_mark(';') || person_at(k) != nullptr) break;
            if (token(k).is_word(Keyword::co) && k + 1 < sentence.tokens.last &&
                !token(k + 1).is_word(Keyword::so_as)) {
                t = k + 1;
                break;
            }
        }
        std::size_t begin = t;
        for (; t <= sentence.tokens.last; ++t) {
            const bool end = t == sentence.tokens.last;
            if (!end && person_at(t) != nullptr && begin == t) {
                t = person_at(t)->range.last;
                if (t >= sentence.tokens.last) break;
                // What trails a person up to the next separator belongs to him.
                while (t < sentence.tokens.last && !token(t).is_mark(';') && !token(t).is_mark(',') &&
                       !token(t).is_word(Keyword::va) && !token(t).is_word(Keyword::cung))
                    ++t;
                begin = t + 1;
                continue;
            }
            if (!end && !separates(t, begin, sentence)) continue;
            take({begin, t});
            begin = t + 1;
            if (!end && token(t).is_word(Keyword::cung) && begin < sentence.tokens.last &&
                token(begin).is_word(Keyword::voi))
                ++begin;
        }
    }

    // ';' always; ',' 'và' 'cùng' only where a new group begins behind them.
    [[nodiscard]] bool separates(std::size_t t, std::size_t begin, const Sentence& sentence) const {
        const Token k = token(t);
        if (k.is_mark(';')) return true;
        if (!k.is_mark(',') && !k.is_word(Keyword::va) && !k.is_word(Keyword::cung)) return false;
        std::size_t next = t + 1;
        if (next >= sentence.tokens.last) return true;
        if (token(next).is_word(Keyword::voi) || token(next).is_word(Keyword::va) ||
            token(next).is_word(Keyword::cung))
            return true;
        if (k.is_word(Keyword::cung)) return true;
        if (person_at(next) != nullptr) return true;
        // Inside a name: 'Văn hóa, Thể thao', 'bưu chính, viễn thông', 'các huyện, thị xã, thành phố', 'cán bộ, công
        // chức'.
        if (t > begin) {
            for (std::size_t from = begin; from < t; ++from) {
                if (!token(from).starts(LexiconClass::sector)) continue;
                if (from + document_.match(from, LexiconClass::sector).length > t) return false;
            }
        }
        if (token(next).kind == TokenKind::number) return true;
        if (bare_head(t - 1, begin) && !token(next).has(Token::capital)) return false;
        if (bare_head(t - 1, begin) && bare_head_word(next)) return false;
        if (token(next).starts(LexiconClass::sector) && token(next).has(Token::capital) && k.is_mark(','))
            return true;
        if (token(next).starts(LexiconClass::delegate)) return !(k.is_word(Keyword::va) && same_head(begin, t));
        if (token(next).starts(LexiconClass::agency) && starts_agency(next)) return true;
        return false;
    }
    // 'các bộ, ngành Trung ương', 'các sở, ban, ngành, đoàn thể': heads that share what stands around them.
    [[nodiscard]] bool bare_head(std::size_t at, std::size_t begin) const {
        if (at < begin || !bare_head_word(at)) return false;
        if (at == begin) return true;
        const Token before = token(at - 1);
        return before.is_word(Keyword::cac) || before.is_word(Keyword::so) || before.is_mark(',') ||
               before.is_word(Keyword::va) || before.starts(LexiconClass::delegate) ||
               document_.text_of(at - 1) == "quan" || document_.text_of(at - 1) == "diện" ||
               document_.text_of(at - 1) == "đạo";
    }
    [[nodiscard]] bool bare_head_word(std::size_t at) const {
        const Token next = token(at + 1);
        return (token(at).starts(LexiconClass::agency) || token(at).starts(LexiconClass::delegate)) &&
               document_.match(at, LexiconClass::agency).length <= 1 &&
               (next.kind != TokenKind::word || !next.has(Token::capital));
    }
    // 'lãnh đạo, chuyên viên ... phòng': two heads of one body.
    [[nodiscard]] static bool same_head(std::size_t begin, std::size_t t) { return t - begin <= 2; }

    [[nodiscard]] bool starts_agency(std::size_t at) const {
        const PhraseMatch head = document_.match(at, LexiconClass::agency);
        if (!head) return false;
        return token(at).has(Token::capital) || head.length > 1 ||
               grammar::agency_end(document_.stream(), at) > at + head.length;
    }

    void take(TokenRange range) {
        range = document_.trimmed(range, ".,;:-~/");
        while (!range.empty() &&
               (token(range.first).is_word(Keyword::co) || token(range.first).is_word(Keyword::va) ||
                token(range.first).is_word(Keyword::voi) || token(range.first).is_word(Keyword::cung) ||
                token(range.first).is_word(Keyword::gom) || token(range.first).is_word(Keyword::still)))
            ++range.first;
        if (range.empty()) return;
        // 'các đại biểu là đại diện ...'
        if (generic(range))
            for (std::size_t t = range.first; t < std::min(range.last, range.first + 6); ++t)
                if (token(t).is_word(Keyword::la) || token(t).is_word(Keyword::gom)) {
                    range.first = t + 1;
                    break;
                }
        std::size_t agency_end = range.first;  // 'Ban Tổ chức Tỉnh ủy' holds nothing
        for (std::size_t t = range.first; t < range.last; ++t) {
            const PersonMention* person = person_at(t);
            if (person != nullptr && !person->person.name.empty()) return;
            if (t >= agency_end && token(t).starts(LexiconClass::agency) && token(t).has(Token::capital))
                agency_end = grammar::agency_end(document_.stream(), t);
            if (t > range.first && t >= agency_end && token(t).starts(LexiconClass::cue) &&
                (document_.match_cue(t, Cue::chair) || document_.match_cue(t, Cue::hold))) {
                return;
            }
        }
        const Token head = token(range.first);
        if (!head.starts(LexiconClass::delegate) && !head.starts(LexiconClass::agency) &&
            !head.starts(LexiconClass::title) && head.kind != TokenKind::number &&
            !(head.starts(LexiconClass::sector) && head.has(Token::capital)))
            return;
        if (generic(range)) return;
        Text text = document_.text(range);
        found_.push_back({std::move(text.text), text.span});
    }

    // 'các đại biểu', 'đông đảo đại biểu'.
    [[nodiscard]] bool generic(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t)
            if (token(t).starts(LexiconClass::delegate) &&
                document_.match(t, LexiconClass::delegate).value() == "generic" && t <= range.first + 1)
                return true;
        return false;
    }
};

}  // namespace

std::vector<Delegation> find_delegations(const Document& document, const Islands& islands) {
    return DelegationFinder(document, islands).run();
}

}  // namespace tongket
