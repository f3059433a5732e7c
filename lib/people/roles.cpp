// SPDX-License-Identifier: BSL-1.0
#include "people/roles.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "frames/frames.hpp"
#include "text/phrase_key.hpp"

namespace tongket {
namespace {

using frames::Frame;
using frames::Sense;
using frames::sense_bit;

class RoleFinder {
  public:
    RoleFinder(NamedPersons named, const Document& document, const Islands& islands)
        : document_(document), islands_(islands), mention_person_(std::move(named.of_mention)) {
        cast_.people = std::move(named.people);
    }

    Cast run() {
        cast_.speakers.resize(document_.sentences.size());
        for (const Person& person : cast_.people) {
            auto& held = offices_.emplace_back();
            for (const Position& position : person.positions) held.push_back(office(position));
        }
        for (std::size_t s = 0; s < document_.sentences.size(); ++s)
            if (peopled(document_.sentences[s].zone)) assign_roles(s);
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

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    [[nodiscard]] static Office office(const Position& position) {
        return {phrase_key(position.title), phrase_key(position.organization.value_or(""))};
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

    void assign_roles(std::size_t s) {
        const Sentence& sentence = document_.sentences[s];
        if (sentence.line != speaker_paragraph_ && sentence.zone != ZoneKind::speech) current_speaker_.reset();
        speaker_paragraph_ = sentence.line;
        const auto mentions = islands_.persons.in(sentence.tokens);
        std::size_t subject = none;
        if (!mentions.empty()) {
            const std::vector<Frame> found = frames::find_frames(document_, islands_, sentence.tokens);
            for (const Frame& frame : found) {
                for (const std::size_t m : frame.persons) {
                    const std::size_t speaker = play(frame, resolve(m), sentence);
                    if (subject == none) subject = speaker;
                }
            }
            attendance_of_the_rest(sentence, mentions, found);
            find_presenters(mentions, sentence.tokens.last);
        }
        if (subject != none) current_speaker_ = subject;
        // 'Đồng chí yêu cầu ...' without a name: the speaker of the sentence before.
        if (current_speaker_) cast_.speakers[s] = current_speaker_;
    }

    // Gives a person the roles of a frame. Returns the person who speaks in it, or none.
    std::size_t play(const Frame& frame, std::size_t person, const Sentence& sentence) {
        if (person == none) return none;
        const auto is = [&](Sense sense) { return (frame.senses & sense_bit(sense)) != 0; };
        // Outside of what tells the meeting, somebody may attend or chair something else.
        const bool of_meeting = tells_meeting(sentence.zone) || sentence.has(Cue::meeting);
        if (of_meeting && is(Sense::chair))
            give(person, Role::chair);
        else if (of_meeting && (is(Sense::attend) || is(Sense::side)))
            give(person, Role::guest);
        if (is(Sense::launch)) give(person, Role::launcher);
        constexpr frames::Senses speaking =
            sense_bit(Sense::speak) | sense_bit(Sense::say) | sense_bit(Sense::report) | sense_bit(Sense::request) |
            sense_bit(Sense::conclude) | sense_bit(Sense::launch) | sense_bit(Sense::source);
        if ((frame.senses & speaking) == 0) return none;
        give(person, Role::speaker);
        if (is(Sense::conclude)) give(person, Role::closing);
        return person;
    }

    [[nodiscard]] static bool tells_meeting(ZoneKind zone) {
        return zone == ZoneKind::opening || zone == ZoneKind::lead || zone == ZoneKind::caption ||
               zone == ZoneKind::speech || zone == ZoneKind::other;
    }

    // Who is named where attendance is told, and whom no frame has, attended.
    void attendance_of_the_rest(const Sentence& sentence, std::span<const PersonMention> mentions,
                                const std::vector<Frame>& found) {
        if ((sentence.zone != ZoneKind::opening && sentence.zone != ZoneKind::lead) || !sentence.has(Cue::attend))
            return;
        for (const PersonMention& mention : mentions) {
            const std::size_t m = islands_.persons.index_of(mention);
            const bool framed = std::any_of(found.begin(), found.end(), [&](const Frame& frame) {
                return std::find(frame.persons.begin(), frame.persons.end(), m) != frame.persons.end();
            });
            if (!framed && !mention.person.name.empty()) give(resolve(m), Role::guest);
        }
    }

    // Those before a verb that hands an honour over, and those joined to them: 'A và B trao Bằng khen'.
    void find_presenters(std::span<const PersonMention> mentions, std::size_t end) {
        bool next_presents = false;
        for (std::size_t k = mentions.size(); k-- > 0;) {
            const PersonMention& mention = mentions[k];
            const std::size_t until = k + 1 == mentions.size() ? end : mentions[k + 1].range.first;
            const bool presents = (next_presents && joined({mention.range.last, until})) ||
                                  handed_by(mention.range, until) ||
                                  (!on_behalf(mention.range.first) &&
                                   award_follows(mention.range.last, until, mention.person.name.empty()));
            if (presents) give(resolve(islands_.persons.index_of(mention)), Role::presenter);
            next_presents = presents;
        }
    }
    // Whether nothing stands between two persons but 'và', a comma, or a bracket.
    [[nodiscard]] bool joined(TokenRange between) const {
        bool bracket = false;
        for (std::size_t t = between.first; t < between.last; ++t) {
            if (token(t).is_mark('(')) bracket = true;
            const bool joins = token(t).is_word(Keyword::va) || token(t).is_mark(',');
            if (!joins && !bracket) return false;
            if (token(t).is_mark(')')) bracket = false;
        }
        return !between.empty();
    }
    // 'Bằng khen của UBND tỉnh do đồng chí A trao'.
    [[nodiscard]] bool handed_by(TokenRange person, std::size_t until) const {
        constexpr std::size_t reach = 4;  // tokens behind the person
        if (person.first == 0 || !token(person.first - 1).is_word(Keyword::by_agent)) return false;
        for (std::size_t t = person.last; t < std::min(until, person.last + reach); ++t)
            if (const PhraseMatch verb = document_.match(t, LexiconClass::award_verb))
                return document_.word_length(t) <= verb.length && hands_over(verb, false);
        return false;
    }

    // 'Thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở trao': not the one who is spoken for.
    [[nodiscard]] bool on_behalf(std::size_t at) const {
        constexpr std::size_t authorised = 3;  // thừa ủy quyền
        if (at <= authorised || !token(at - 1).is_word(Keyword::cua)) return false;
        const std::size_t occasion = at - 1 - authorised;
        return token(occasion).starts(LexiconClass::cue) &&
               document_.match_cue(occasion, Cue::occasion).length == authorised;
    }

    // An office without a name may be the grantor of what is 'tặng', not the one who hands it over.
    [[nodiscard]] static bool hands_over(const PhraseMatch& verb, bool office_alone) {
        const std::string_view hand = verb.payload->attribute("hand");
        return hand == "anybody" || (hand == "named" && !office_alone);
    }

    // 'X ... trao Bằng khen', 'X thay mặt Bộ tặng cờ': a person before an award verb and an award.
    [[nodiscard]] bool award_follows(std::size_t from, std::size_t to, bool office_alone) const {
        constexpr std::size_t reach = 24;  // tokens behind the person
        bool verb = false;
        for (std::size_t t = from; t < std::min(to, from + reach); ++t) {
            if (token(t).is_mark(';') || token(t).is_mark('.')) return false;
            if (token(t).is_word(Keyword::duoc)) return false;
            // 'tặng hoa' is a word of its own.
            const PhraseMatch match = document_.match(t, LexiconClass::award_verb);
            if (match && document_.word_length(t) <= match.length && hands_over(match, office_alone)) verb = true;
            if (verb && (token(t).starts(LexiconClass::award) || token(t).starts(LexiconClass::recipient)))
                return true;
        }
        return false;
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

}  // namespace

Cast with_roles(NamedPersons named, const Document& document, const Islands& islands) {
    return RoleFinder(std::move(named), document, islands).run();
}

}  // namespace tongket
