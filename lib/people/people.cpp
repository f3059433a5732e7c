// SPDX-License-Identifier: BSL-1.0
#include "people/people.hpp"

#include <algorithm>
#include <string>

#include "people/persons.hpp"
#include "text/lower.hpp"

namespace tongket {
namespace {

class PeopleFinder {
  public:
    PeopleFinder(const Document& document, const Islands& islands) : document_(document), islands_(islands) {}

    Cast run() {
        cast_.speakers.resize(document_.sentences.size());
        NamedPersons named = collect_persons(document_, islands_);
        cast_.people = std::move(named.people);
        mention_person_ = std::move(named.of_mention);
        for (const Person& person : cast_.people) {
            auto& held = offices_.emplace_back();
            for (const Position& position : person.positions) held.push_back(office(position));
        }
        std::size_t m = 0;
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            const Sentence& sentence = document_.sentences[s];
            while (m < islands_.persons.size() && islands_.persons[m].range.first < sentence.tokens.first) ++m;
            std::size_t end = m;
            while (end < islands_.persons.size() && islands_.persons[end].range.first < sentence.tokens.last) ++end;
            if (peopled(sentence.zone)) assign_roles(s, m, end);
        }
        sort_by_place();
        return std::move(cast_);
    }

  private:
    static constexpr std::size_t none = NamedPersons::none;
    const Document& document_;
    const Islands& islands_;
    Cast cast_;
    // A position in small letters, to be compared.
    struct Office {
        std::string title;
        std::string organization;
    };
    std::vector<std::vector<Office>> offices_;  // by person
    std::vector<std::size_t> mention_person_;
    std::optional<std::size_t> current_speaker_;
    std::size_t speaker_paragraph_ = none;
    const Sentence* sentence_ = nullptr;  // whose roles are assigned

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    [[nodiscard]] static Office office(const Position& position) {
        return {lower(position.title), lower(position.organization.value_or(""))};
    }

    // 'đồng chí Phó Chủ tịch UBND tỉnh' is the one person who holds that office; 'Đồng chí' alone the last who spoke.
    [[nodiscard]] std::size_t resolve(std::size_t m) const {
        if (mention_person_[m] != none) return mention_person_[m];
        const PersonMention& mention = islands_.persons[m];
        if (mention.person.positions.empty()) return current_speaker_.value_or(none);
        const Office wanted = office(positions_of(document_, mention.person).front());
        std::size_t found = none;
        // Those named first hold the offices that a report goes on speaking of; the bound keeps the cost linear.
        constexpr std::size_t considered = 200;
        for (std::size_t p = 0; p < std::min(offices_.size(), considered); ++p) {
            const bool holds = std::any_of(offices_[p].begin(), offices_[p].end(), [&](const Office& o) {
                if (o.title != wanted.title) return false;
                return o.organization.empty() || wanted.organization.empty() ||
                       o.organization.starts_with(wanted.organization) ||
                       wanted.organization.starts_with(o.organization);
            });
            if (!holds) continue;
            if (found != none) return current_speaker_ == p ? p : found;
            found = p;
        }
        return found;
    }

    void give(std::size_t person, Role role) {
        if (person == none) return;
        auto& roles = cast_.people[person].roles;
        if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
        std::sort(roles.begin(), roles.end());
    }

    // The first token of a cue phrase in [from, to), or `to`.
    [[nodiscard]] std::size_t find_cue(Cue cue, std::size_t from, std::size_t to) const {
        if (!sentence_->has(cue)) return to;
        for (std::size_t t = from; t < to; ++t)
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, cue)) return t;
        return to;
    }

    void assign_roles(std::size_t s, std::size_t begin, std::size_t end) {
        const Sentence& sentence = document_.sentences[s];
        sentence_ = &sentence;
        if (sentence.line != speaker_paragraph_ && sentence.zone != ZoneKind::speech) current_speaker_.reset();
        speaker_paragraph_ = sentence.line;
        const std::size_t first = sentence.tokens.first, last = sentence.tokens.last;
        const std::size_t attend = find_cue(Cue::attend, first, last);
        const std::size_t chair = find_cue(Cue::chair, first, last);
        for (std::size_t m = begin; m < end; ++m) {
            const PersonMention& mention = islands_.persons[m];
            const std::size_t person = resolve(m);
            if (person == none) continue;
            const std::size_t until = m + 1 < end ? islands_.persons[m + 1].range.first : last;
            if (sentence.zone == ZoneKind::opening || sentence.zone == ZoneKind::lead ||
                sentence.zone == ZoneKind::caption)
                attendance_roles(sentence, m, begin, end, person, attend, chair, until);
            if (!on_behalf(mention.range.first) &&
                award_follows(mention.range.last, until, mention.person.name.empty()))
                give(person, Role::presenter);
            if (reads_report(sentence, mention, until)) give(person, Role::speaker);
        }
        speech_roles(s, begin, end);
    }

    void attendance_roles(const Sentence& sentence, std::size_t m, std::size_t begin, std::size_t end,
                          std::size_t person, std::size_t attend, std::size_t chair, std::size_t until) {
        const PersonMention& mention = islands_.persons[m];
        if (mention.person.name.empty()) return;
        const std::size_t last = sentence.tokens.last;
        bool chairs = false;
        if (chair < last) {
            // 'X - Giám đốc Sở, chủ trì hội nghị' or 'Chủ trì hội nghị có X; Y'.
            const std::size_t after = find_cue(Cue::chair, mention.range.last, until);
            if (after < until && after <= mention.range.last + 12 && !find_names(mention.range.last, after))
                chairs = true;
            // In 'A, B đồng chủ trì' all before the verb chair.
            if (!chairs && chair > mention.range.last && (attend >= last || attend > chair) &&
                same_list(mention.range.last, chair) && m < end)
                chairs = true;
            const std::size_t latest_chair = last_cue(Cue::chair, sentence.tokens.first, mention.range.first);
            const std::size_t latest_attend = last_cue(Cue::attend, sentence.tokens.first, mention.range.first);
            if (!chairs && latest_chair < mention.range.first &&
                (latest_attend >= mention.range.first || latest_attend < latest_chair))
                chairs = mention.range.first <= latest_chair + 40 &&
                         follows_directly(latest_chair, mention.range.first, begin, m);
        }
        if (chairs)
            give(person, Role::chair);
        else if (attend < last || sentence.has(Cue::attend))
            give(person, Role::guest);
    }

    [[nodiscard]] bool find_names(std::size_t from, std::size_t to) const {
        for (auto p = std::lower_bound(islands_.persons.begin(), islands_.persons.end(), from,
                                       [](const PersonMention&m, std::size_t t) { return m.range.first < t; });
             p != islands_.persons.end() && p->range.first < to; ++p)
            if (!p->person.name.empty()) return true;
        return false;
    }
    [[nodiscard]] std::size_t last_cue(Cue cue, std::size_t from, std::size_t to) const {
        for (std::size_t t = to; t-- > from;)
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, cue)) return t;
        return to;
    }
    // Between the verb and this person stand only the conference's words and other persons of the list.
    [[nodiscard]] bool follows_directly(std::size_t verb, std::size_t at, std::size_t begin, std::size_t m) const {
        std::size_t t = verb;
        for (std::size_t k = begin; k <= m; ++k) {
            const TokenRange range = islands_.persons[k].range;
            if (range.first < verb) continue;
            for (; t < std::min(range.first, at); ++t)
                if (token(t).is_mark('.') || (token(t).is_mark(';') && k == begin)) return false;
            if (range.first - std::min(t, range.first) > 8) return false;
            t = range.last;
        }
        return true;
    }
    [[nodiscard]] bool same_list(std::size_t from, std::size_t to) const {
        for (std::size_t t = from; t < to; ++t) {
            if (token(t).is_mark('.')) return false;
            if (token(t).kind == TokenKind::word && !token(t).has(Token::capital) && !inside_person(t) &&
                !token(t).is_word(Keyword::va) && !token(t).is_word(Keyword::dong) &&
                !token(t).is_word(Keyword::cung) && !token(t).is_word(Keyword::cac))
                return false;
        }
        return true;
    }
    [[nodiscard]] bool inside_person(std::size_t at) const {
        auto p = std::upper_bound(islands_.persons.begin(), islands_.persons.end(), at,
                                  [](std::size_t t, const PersonMention& m) { return t < m.range.first; });
        return p != islands_.persons.begin() && std::prev(p)->range.last > at;
    }

    // 'Báo cáo tại hội nghị, X cho biết', 'X trình bày báo cáo', 'theo bà X'.
    [[nodiscard]] bool reads_report(const Sentence& sentence, const PersonMention& mention, std::size_t until) const {
        if (mention.person.name.empty() || sentence.zone == ZoneKind::caption) return false;
        if (mention.range.first == sentence.content + 1 && token(sentence.content).is_word(Keyword::theo))
            return true;
        const std::size_t report = find_cue(Cue::report, mention.range.last, std::min(until, mention.range.last + 6));
        return report < std::min(until, mention.range.last + 6);
    }

    // 'Thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở trao': not the one who is spoken for.
    [[nodiscard]] bool on_behalf(std::size_t at) const {
        constexpr std::size_t authorised = 3;  // thừa ủy quyền
        if (at <= authorised || !token(at - 1).is_word(Keyword::cua)) return false;
        const std::size_t occasion = at - 1 - authorised;
        return token(occasion).starts(LexiconClass::cue) &&
               document_.match_cue(occasion, Cue::occasion).length == authorised;
    }

    // 'X ... trao Bằng khen', 'X thay mặt Bộ tặng cờ': a person before an award verb and an award.
    // An office without a name may be the grantor, not the one who hands over: it must 'trao'.
    [[nodiscard]] bool award_follows(std::size_t from, std::size_t to, bool office_alone) const {
        bool verb = false;
        for (std::size_t t = from; t < std::min(to, from + 24); ++t) {
            if (token(t).is_mark(';') || token(t).is_mark('.')) return false;
            if (token(t).is_word(Keyword::duoc)) return false;
            if (token(t).starts(LexiconClass::award_verb)) {
                const std::string_view text = document_.text_of(t);
                if (text == "trao" || (!office_alone && text == "tặng")) verb = true;
            }
            if (verb && (token(t).starts(LexiconClass::award) || token(t).starts(LexiconClass::recipient)))
                return true;
        }
        return false;
    }

    // ---- speeches ---------------------------------------------------------------------------------------------

    void speech_roles(std::size_t s, std::size_t begin, std::size_t end) {
        const Sentence& sentence = document_.sentences[s];
        const std::size_t first = sentence.tokens.first, last = sentence.tokens.last;
        const bool in_speech = sentence.zone == ZoneKind::speech;
        std::size_t subject = none;
        for (std::size_t m = begin; m < end; ++m) {
            const std::size_t person = resolve(m);
            if (person == none) continue;
            const TokenRange range = islands_.persons[m].range;
            const std::size_t say =
                std::min(find_cue(Cue::say, range.last, last), find_cue(Cue::speech, range.last, last));
            const bool opened = find_cue(Cue::speech, first, range.first) < range.first ||
                                find_cue(Cue::closing, first, range.first) < range.first;
            // 'đề nghị Sở phát động ...' launches nothing yet.
            const std::size_t launch = find_cue(Cue::launch, range.last, last);
            const bool launches = launch < last && find_cue(Cue::request, range.last, launch) == launch;
            if (launches && (in_speech || sentence.zone == ZoneKind::other || sentence.zone == ZoneKind::awards)) {
                give(person, Role::launcher);
                give(person, Role::speaker);
                if (subject == none) subject = person;
            }
            const bool says = (say < last && say <= range.last + 24 && subject == none) ||
                              (opened && subject == none && range.first <= first + 14);
            if (!says) continue;
            if (!in_speech && sentence.zone != ZoneKind::opening && sentence.zone != ZoneKind::other &&
                sentence.zone != ZoneKind::caption)
                continue;
            // In the opening only an explicit speech counts.
            if (sentence.zone == ZoneKind::opening && !(find_cue(Cue::speech, first, last) < last)) continue;
            if (sentence.zone == ZoneKind::caption && !(find_cue(Cue::speech, first, last) < last)) continue;
            if (sentence.zone == ZoneKind::caption && !cast_.people[person].roles.empty()) continue;
            subject = person;
            give(person, Role::speaker);
            if (find_cue(Cue::closing, first, last) < last) give(person, Role::closing);
        }
        if (subject != none) current_speaker_ = subject;
        // 'Đồng chí yêu cầu ...' without a name: the speaker of the sentence before.
        if (in_speech && current_speaker_) cast_.speakers[s] = current_speaker_;
    }

    void sort_by_place() {
        std::vector<std::size_t> order(cast_.people.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return cast_.people[a].span.begin < cast_.people[b].span.begin;
        });
        std::vector<std::size_t> place(order.size());
        std::vector<Person> sorted;
        for (std::size_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            sorted.push_back(std::move(cast_.people[order[i]]));
        }
        cast_.people = std::move(sorted);
        for (auto& speaker : cast_.speakers)
            if (speaker) speaker = place[*speaker];
    }
};

// ---- delegations --------------------------------------------------------------------------------------------------

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
        auto p = std::upper_bound(islands_.persons.begin(), islands_.persons.end(), at,
                                  [](std::size_t t, const PersonMention& m) { return t < m.range.first; });
        if (p == islands_.persons.begin()) return nullptr;
        --p;
        return p->range.last > at && !p->person.name.empty() ? &*p : nullptr;
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

Cast find_people(const Document& document, const Islands& islands) { return PeopleFinder(document, islands).run(); }

std::vector<Delegation> find_delegations(const Document& document, const Islands& islands) {
    return DelegationFinder(document, islands).run();
}

}  // namespace tongket
