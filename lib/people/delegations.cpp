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
        if (sentence.zone == ZoneKind::other) return sentence.has(Cue::attend) && sentence.has(Cue::meeting);
        return sentence.has(Cue::attend) || sentence.has(Cue::meeting);
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
            constexpr std::size_t longest_phrase = 12;
            for (std::size_t from = std::max(begin, t - std::min(t, longest_phrase)); from < t; ++from)
                for (const LexiconClass c : {LexiconClass::sector, LexiconClass::delegate})
                    if (token(from).starts(c) && from + document_.match(from, c).length > t) return false;
            if (comes_from(begin, t) || shares_agencies(begin, t)) return false;
        }
        // 'Tổng công ty 90, 91'.
        if (token(next).kind == TokenKind::number)
            return token(next + 1).kind == TokenKind::word || token(next + 1).is_mark('/');
        // 'UBND các huyện và doanh nghiệp': places are shared with places only.
        const bool bare = bare_head(t, begin) && (!names_level(t - 1) || names_level(next));
        if (bare && !token(next).has(Token::capital) && !starts_people(next)) return false;
        if (bare && bare_head_at(next) == 1 && !starts_people(next)) return false;
        // 'các Sở: Nội vụ, Tài chính'; not 'doanh nghiệp viễn thông, CNTT'.
        if (token(next).starts(LexiconClass::sector) && token(next).has(Token::capital) && k.is_mark(',') &&
            !ends_in_field(t))
            return true;
        // 'Chánh án, Phó Chánh án TAND các huyện': offices of one body.
        if (token(next).starts(LexiconClass::title))
            return !goes_on_with_body(next) || !(only_offices(begin, t) || only_heads(begin, t));
        if (token(next).starts(LexiconClass::delegate)) return !only_heads(begin, t);
        if (token(next).starts(LexiconClass::agency) && starts_agency(next)) return true;
        return false;
    }
    // 'bưu chính' before `end`: a field in small letters, where 'Nội vụ' would name an agency.
    [[nodiscard]] bool ends_in_field(std::size_t end) const {
        constexpr std::size_t longest_field = 6;
        for (std::size_t length = std::min(longest_field, end); length > 0; --length)
            if (document_.match(end - length, LexiconClass::sector).length == length)
                return !token(end - length).has(Token::capital);
        return false;
    }
    // 'các bộ, ngành Trung ương', 'các sở, ban, ngành, đoàn thể': whether a head of one syllable that shares what
    // stands around it ends before `end`.
    [[nodiscard]] bool bare_head(std::size_t end, std::size_t begin) const {
        const std::size_t at = end - 1;
        if (at < begin || bare_head_at(at) != 1) return false;
        if (at == begin) return true;
        const Token before = token(at - 1);
        return before.is_word(Keyword::cac) || before.is_word(Keyword::so) || before.is_mark(',') ||
               before.is_word(Keyword::va) || before.kind == TokenKind::number || ends_group_head(at);
    }
    // 'đại diện', 'lãnh đạo', 'cơ quan' before it, and no longer name.
    [[nodiscard]] bool ends_group_head(std::size_t at) const {
        constexpr std::size_t longest_head = 3;
        bool ends = false;
        for (std::size_t length = 1; length <= std::min(longest_head, at); ++length) {
            ends |= document_.match(at - length, LexiconClass::delegate).length == length;
            if (document_.match(at - length, LexiconClass::agency).length > length) return false;
        }
        return ends;
    }
    // The length of a head that its name is left out of; 0 where none stands there.
    [[nodiscard]] std::size_t bare_head_at(std::size_t at) const {
        // VNPT is whole by itself.
        const PhraseMatch agency = document_.match(at, LexiconClass::agency);
        if (agency && agency.payload->attribute("proper") == "1") return 0;
        const std::size_t length = std::max(agency.length, document_.match(at, LexiconClass::delegate).length);
        const Token next = token(at + length);
        return next.kind != TokenKind::word || !next.has(Token::capital) ? length : 0;
    }
    // 'lãnh đạo, chuyên viên ... phòng', '21 cán bộ, công chức': heads whose body comes behind.
    [[nodiscard]] bool only_heads(std::size_t begin, std::size_t end) const {
        for (std::size_t t = begin; t < end;) {
            const PhraseMatch head = document_.match(t, LexiconClass::delegate);
            const Token k = token(t);
            const bool counts = k.kind == TokenKind::number || says_how_many(t);
            if (head.value() != "people" && !k.is_mark(',') && !k.is_word(Keyword::va) && !counts) return false;
            t += std::max<std::size_t>(head.length, 1);
        }
        return true;
    }
    // Not the end of the list behind an office: 'Phó Viện trưởng Viện kiểm sát các huyện'.
    [[nodiscard]] bool goes_on_with_body(std::size_t at) const {
        const std::size_t end = at + document_.match(at, LexiconClass::title).length;
        return token(end).kind == TokenKind::word && !token(end).is_word(Keyword::va);
    }
    // 'huyện', 'xã'; not the 'ngành' of 'các sở, ngành'.
    [[nodiscard]] bool names_level(std::size_t at) const {
        const PhraseMatch level = document_.match(at, LexiconClass::admin_level);
        return level && !level.payload->attribute("place").empty();
    }
    // 'Viện trưởng, Phó Viện trưởng': offices whose body comes behind.
    [[nodiscard]] bool only_offices(std::size_t begin, std::size_t end) const {
        for (std::size_t t = begin; t < end;) {
            const std::size_t office = document_.match(t, LexiconClass::title).length;
            const Token k = token(t);
            if (office == 0 && !k.is_mark(',') && !k.is_word(Keyword::cac)) return false;
            t += std::max<std::size_t>(office, 1);
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
        constexpr std::size_t who_reach = 6;  // tokens of 'các đại biểu', up to who they are
        range = document_.trimmed(range, ".,;:-~/");
        while (!range.empty() &&
               (token(range.first).is_word(Keyword::co) || token(range.first).is_word(Keyword::va) ||
                token(range.first).is_word(Keyword::voi) || token(range.first).is_word(Keyword::cung) ||
                token(range.first).is_word(Keyword::gom) || token(range.first).is_word(Keyword::still)))
            ++range.first;
        range = without_day(range);
        if (range.empty()) return;
        // 'các đại biểu là đại diện ...'
        if (generic(range))
            for (std::size_t t = range.first; t < std::min(range.last, range.first + who_reach); ++t)
                if (token(t).is_word(Keyword::la) || token(t).is_word(Keyword::gom)) {
                    range.first = t + 1;
                    break;
                }
        std::size_t agency_end = range.first;  // 'Ban Tổ chức Tỉnh ủy' holds nothing
        for (std::size_t t = range.first; t < range.last; ++t) {
            const PersonMention* person = person_at(t);
            if (person != nullptr && !person->person.name.empty()) return;
        }
        for (std::size_t t = range.first; t < range.last; t += document_.cue_step(t)) {
            if (t >= agency_end && token(t).starts(LexiconClass::agency) && token(t).has(Token::capital))
                agency_end = grammar::agency_end(document_.stream(), t);
            if (t >= agency_end && does_something(t)) return;
        }
        // 'Cục Thuế phối hợp với', 'Tập đoàn có một số dự án'.
        if (const std::size_t end = grammar::agency_end(document_.stream(), range.first);
            end > range.first && end < range.last &&
            (token(end).starts(LexiconClass::task_verb) || token(end).is_word(Keyword::co)))
            return;
        const Token head = token(range.first);
        if (!head.starts(LexiconClass::delegate) && !head.starts(LexiconClass::agency) &&
            !head.starts(LexiconClass::title) && head.kind != TokenKind::number &&
            !(head.starts(LexiconClass::sector) && head.has(Token::capital)) && !names_body(range))
            return;
        if ((generic(range) && !comes_from(range.first, range.last)) || says_more(range)) return;
        Text text = document_.text(range);
        found_.push_back({std::move(text.text), text.span});
    }

    // A verb of a conference; not the 'tổ chức' of 'tổ chức tín dụng'.
    [[nodiscard]] bool does_something(std::size_t at) const {
        if (!token(at).starts(LexiconClass::cue)) return false;
        const std::size_t noun = std::max(document_.match(at, LexiconClass::delegate).length,
                                          document_.match(at, LexiconClass::agency).length);
        for (const Cue cue : {Cue::chair, Cue::hold, Cue::say, Cue::request})
            if (document_.match_cue(at, cue).length > noun) return true;
        return false;
    }

    // 'các sở, ngành sáng 5/1': without the day of the meeting.
    [[nodiscard]] TokenRange without_day(TokenRange range) const {
        constexpr grammar::KeywordSet openers{Keyword::sang, Keyword::ngay, Keyword::chieu, Keyword::toi};
        for (std::size_t t = range.first; t < range.last; ++t) {
            const PeriodMention* time = islands_.periods.at(t);
            if (time == nullptr || !time->day) continue;
            while (t > range.first && openers.contains(token(t - 1).word)) --t;
            return document_.trimmed({range.first, t}, ".,;:-~/");
        }
        return range;
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

    // 'hội nghị', 'Phát biểu tại hội nghị', 'Bộ đã mua thêm', 'các cấp phải làm gương', the end of 'tổng kết cụm năm
    // 2018': a conference or a statement is no group.
    [[nodiscard]] bool says_more(TokenRange range) const {
        constexpr grammar::KeywordSet predicates{Keyword::da, Keyword::se, Keyword::so_as, Keyword::but,
                                                 Keyword::phai};
        constexpr std::size_t short_head = 2;  // tokens
        const PeriodMention* time = islands_.periods.at(range.last - 1);
        if (time != nullptr && time->range.first <= range.first + short_head) return true;
        if (document_.match_cue(range.first, Cue::meeting) || document_.match_cue(range.first, Cue::speech) ||
            islands_.periods.at(range.first) != nullptr)
            return true;
        for (std::size_t t = range.first; t < range.last; ++t)
            if (predicates.contains(token(t).word)) return true;
        return false;
    }

    // 'các cơ quan Đảng và Chính phủ': what follows a group's head whole is shared with what 'và' joins to it.
    [[nodiscard]] bool shares_agencies(std::size_t begin, std::size_t end) const {
        constexpr std::size_t head = 3;  // 'các cơ quan'
        const std::size_t name = end - 1;
        return token(end).is_word(Keyword::va) && name >= begin + head && token(name - head).is_word(Keyword::cac) &&
               document_.match(name - head + 1, LexiconClass::delegate).length == head - 1 &&
               token(name).has(Token::capital) && document_.match(name, LexiconClass::sector).length == 1 &&
               token(end + 1).starts(LexiconClass::sector);
    }
    // 'hơn 200 đại biểu đến từ các huyện' is one group, whatever is joined.
    [[nodiscard]] bool comes_from(std::size_t begin, std::size_t end) const {
        constexpr std::size_t reach = 8;
        if (!generic({begin, end})) return false;
        for (std::size_t t = begin; t < std::min(end, begin + reach); ++t)
            if (token(t).is_word(Keyword::tu)) return true;
        return false;
    }

    // 'các đại biểu', 'hơn 200 đại biểu'; not 'hơn 200 cán bộ'.
    [[nodiscard]] bool generic(TokenRange range) const {
        constexpr std::size_t words_before = 2;
        std::size_t from = range.first;
        while (from < range.last && (says_how_many(from) || token(from).kind == TokenKind::number))
            from += std::max<std::size_t>(document_.match(from, LexiconClass::delegate).length, 1);
        for (std::size_t t = from; t < std::min(range.last, from + words_before); ++t)
            if (token(t).starts(LexiconClass::delegate) &&
                document_.match(t, LexiconClass::delegate).value() == "generic")
                return true;
        return false;
    }
    [[nodiscard]] bool says_how_many(std::size_t at) const {
        const PhraseMatch word = document_.match(at, LexiconClass::delegate);
        return word && word.payload->attribute("several") == "1";
    }
    [[nodiscard]] bool starts_people(std::size_t at) const {
        return document_.match(at, LexiconClass::delegate).value() == "people" && !says_how_many(at);
    }
};

}  // namespace

std::vector<Delegation> find_delegations(const Document& document, const Islands& islands) {
    return DelegationFinder(document, islands).run();
}

}  // namespace tongket
