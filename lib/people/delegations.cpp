// SPDX-License-Identifier: BSL-1.0
#include "people/delegations.hpp"

#include <algorithm>
#include <utility>

#include <tongket/grammar/agency.hpp>

#include "frames/frames.hpp"

namespace tongket {
namespace {

class DelegationFinder {
  public:
    DelegationFinder(const Document& document, const Islands& islands) : document_(document), islands_(islands) {}

    std::vector<Delegation> run() {
        // A lead tells what the opening tells again.
        for (const auto& zones : {std::pair{ZoneKind::opening, ZoneKind::other}, {ZoneKind::lead, ZoneKind::lead}}) {
            for (const Sentence& sentence : document_.sentences)
                if ((sentence.zone == zones.first || sentence.zone == zones.second) && tells_attendance(sentence))
                    attendance(sentence);
            if (!found_.empty()) break;
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

    // Outside of the opening somebody may attend something else.
    [[nodiscard]] static bool tells_attendance(const Sentence& sentence) {
        return sentence.has(Cue::attend) && (sentence.zone != ZoneKind::other || sentence.has(Cue::meeting));
    }

    void attendance(const Sentence& sentence) {
        constexpr frames::Senses attending =
            frames::sense_bit(frames::Sense::attend) | frames::sense_bit(frames::Sense::side);
        for (const frames::Frame& frame : frames::find_frames(document_, islands_, sentence.tokens))
            if ((frame.senses & attending) != 0 && !frame.parties.empty()) list(frame.parties);
    }

    // The groups of a list, between its persons.
    void list(TokenRange parties) {
        std::size_t t = parties.first;
        std::size_t begin = t;
        for (; t <= parties.last; ++t) {
            const bool end = t == parties.last;
            if (!end && person_at(t) != nullptr && begin == t) {
                t = person_at(t)->range.last;
                if (t >= parties.last) break;
                // What trails a person up to the next separator belongs to him.
                while (t < parties.last && !token(t).is_mark(';') && !token(t).is_mark(',') &&
                       !token(t).is_word(Keyword::va) && !token(t).is_word(Keyword::cung))
                    ++t;
                begin = t + 1;
                continue;
            }
            if (!end && !separates(t, begin, parties)) continue;
            take({begin, t});
            begin = t + 1;
            if (!end && token(t).is_word(Keyword::cung) && begin < parties.last && token(begin).is_word(Keyword::voi))
                ++begin;
        }
    }

    // ';' always; ',' 'và' 'cùng' only where a new group begins behind them.
    [[nodiscard]] bool separates(std::size_t t, std::size_t begin, TokenRange parties) const {
        const Token k = token(t);
        if (k.is_mark(';')) return true;
        if (!k.is_mark(',') && !k.is_word(Keyword::va) && !k.is_word(Keyword::cung)) return false;
        std::size_t next = t + 1;
        if (next >= parties.last) return true;
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
        if (token(next).starts(LexiconClass::delegate)) return !only_heads(begin, t);
        if (token(next).starts(LexiconClass::agency) && starts_agency(next)) return true;
        return false;
    }
    // 'các bộ, ngành Trung ương', 'các sở, ban, ngành, đoàn thể': heads that share what stands around them.
    [[nodiscard]] bool bare_head(std::size_t at, std::size_t begin) const {
        if (at < begin || !bare_head_word(at)) return false;
        if (at == begin) return true;
        const Token before = token(at - 1);
        return before.is_word(Keyword::cac) || before.is_word(Keyword::so) || before.is_mark(',') ||
               before.is_word(Keyword::va) || before.starts(LexiconClass::delegate) || ends_group_head(at - 1);
    }
    // 'đại diện', 'lãnh đạo', 'cơ quan' before it.
    [[nodiscard]] bool ends_group_head(std::size_t at) const {
        return at > 0 && document_.match(at - 1, LexiconClass::delegate).length >= 2;
    }
    [[nodiscard]] bool bare_head_word(std::size_t at) const {
        const Token next = token(at + 1);
        // VNPT is whole by itself.
        const PhraseMatch agency = document_.match(at, LexiconClass::agency);
        if (agency && agency.payload->attribute("proper") == "1") return false;
        return (token(at).starts(LexiconClass::agency) || token(at).starts(LexiconClass::delegate)) &&
               document_.match(at, LexiconClass::agency).length <= 1 &&
               (next.kind != TokenKind::word || !next.has(Token::capital));
    }
    // 'lãnh đạo, chuyên viên ... phòng', 'toàn thể cán bộ, công chức': heads whose body comes behind.
    [[nodiscard]] bool only_heads(std::size_t begin, std::size_t end) const {
        for (std::size_t t = begin; t < end;) {
            const PhraseMatch head = document_.match(t, LexiconClass::delegate);
            const Token k = token(t);
            if (head.value() != "people" && !k.is_mark(',') && !k.is_word(Keyword::va)) return false;
            t += std::max<std::size_t>(head.length, 1);
        }
        return true;
    }

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
            !(head.starts(LexiconClass::sector) && head.has(Token::capital)) && !names_body(range))
            return;
        if (generic(range)) return;
        Text text = document_.text(range);
        found_.push_back({std::move(text.text), text.span});
    }

    // A body or a group stands in it, and a noun before.
    [[nodiscard]] bool names_body(TokenRange range) const {
        if (grammar::is_function_word(token(range.first).word)) return false;
        for (std::size_t t = range.first; t < range.last; ++t)
            if ((token(t).starts(LexiconClass::agency) && token(t).has(Token::capital)) ||
                token(t).starts(LexiconClass::delegate))
                return true;
        return false;
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
