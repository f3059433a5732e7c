// SPDX-License-Identifier: BSL-1.0
#include "frames/frames.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <functional>
#include <optional>
#include <utility>

namespace tongket::frames {
namespace {

namespace x3 = boost::spirit::x3;

using Iterator = std::vector<Item>::const_iterator;

// ---- terminals over items ---------------------------------------------------------------------------------------------

// What all of them are to X3: parsers whose attribute nobody asks for.
template <class Parser>
struct ItemParser : x3::parser<Parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
};

struct KindParser : ItemParser<KindParser> {
    ItemKind kind;
    constexpr explicit KindParser(ItemKind wanted) : kind(wanted) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
        if (first == last || first->kind != kind) return false;
        ++first;
        return true;
    }
};

// What a rule finds.
struct Found {
    std::vector<std::size_t> persons;
    std::size_t last_segment = 0;  // index in persons of the first behind the last ';'
    Senses senses = 0;
    TokenRange verb;
};
struct FoundTag {};

// A person, who is noted.
struct PersonItem : ItemParser<PersonItem> {
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
        if (first == last || (first->kind != ItemKind::person && first->kind != ItemKind::office)) return false;
        x3::get<FoundTag>(context).get().persons.push_back(first->person);
        ++first;
        return true;
    }
};

// A verb of one of some senses, which is noted.
struct VerbItem : ItemParser<VerbItem> {
    Senses senses;
    constexpr explicit VerbItem(Senses wanted) : senses(wanted) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
        if (first == last || (first->senses & senses) == 0) return false;
        Found& found = x3::get<FoundTag>(context).get();
        if (found.senses == 0) found.verb = first->tokens;
        found.verb.last = first->tokens.last;
        found.senses |= first->senses;
        ++first;
        return true;
    }
};

// Whether a verb stands here behind which comes, without another word, who is there.
struct PresenceHere : ItemParser<PresenceHere> {
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
        return first != last && first->of_presence && first + 1 != last && (first + 1)->opens_group;
    }
};
// A meeting, or a verb whose words name one.
struct MeetingItem : ItemParser<MeetingItem> {
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
        if (first == last || !first->of_meeting) return false;
        ++first;
        return true;
    }
};
// Whether a group may begin here.
struct GroupHere : ItemParser<GroupHere> {
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
        return first != last && first->opens_group;
    }
};
// The ';' of a list.
struct NextSegment : ItemParser<NextSegment> {
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
        if (first == last || first->kind != ItemKind::semicolon) return false;
        Found& found = x3::get<FoundTag>(context).get();
        found.last_segment = found.persons.size();
        ++first;
        return true;
    }
};

constexpr KindParser is(ItemKind kind) { return KindParser(kind); }

constexpr Senses convenes = sense_bit(Sense::attend) | sense_bit(Sense::chair);
constexpr Senses takes_floor = sense_bit(Sense::speak) | sense_bit(Sense::report) | sense_bit(Sense::conclude);
constexpr Senses speaks = takes_floor | sense_bit(Sense::say) | sense_bit(Sense::request) | sense_bit(Sense::launch);
constexpr Senses opens_lists = convenes | sense_bit(Sense::side);
constexpr Senses any_sense = convenes | speaks | sense_bit(Sense::confer);

// ---- rules: the names are for people ------------------------------------------------------------------------------------

constexpr int words_of_group = 60;   // that attends
constexpr int most_stretches = 4;    // between commas, before a speaker
constexpr int words_of_topic = 24;   // between a meeting and those with whom it is held
constexpr int few_words = 8;         // between a verb and what it opens, or a subject and its verb
constexpr int unknown_words = 4;     // of an office, before the next mark
constexpr int words_of_speech = 24;  // between a speaker and the verb

const PersonItem person{};
const NextSegment next_segment{};
const auto word = is(ItemKind::word);
const auto comma = is(ItemKind::comma);
const auto joins = is(ItemKind::joins) | is(ItemKind::with);
const auto adverb = is(ItemKind::adverb);
const auto name = is(ItemKind::name) | is(ItemKind::meeting);
const auto of_office = is(ItemKind::of) >> x3::repeat(1, few_words)[name];

// 'A; B, C - Giám đốc Sở': persons with what stands between them, but no verb.
const auto list = person >>
                  *(person | name | of_office | comma | joins | adverb | next_segment | is(ItemKind::bracket) |
                    (x3::repeat(1, unknown_words)[word] >> &(comma | is(ItemKind::semicolon))));
// 'và phát biểu chỉ đạo', ', chỉ đạo'; but 'với sự tham dự của' begins anew.
const auto further_verbs = *(-comma >> -joins >> -adverb >> !PresenceHere{} >> VerbItem(any_sense) >>
                             !(is(ItemKind::of) | is(ItemKind::presents)));

// 'A, Giám đốc Sở; B cùng dự và chỉ đạo'
const x3::rule<struct SubjectFirst> subject_first = "those named before the verb";
const auto subject_first_def = list >> x3::repeat(0, few_words)[word | name | comma | joins | adverb] >>
                               VerbItem(convenes) >> further_verbs;

// 'Dự hội nghị còn có: A; B', 'Chủ trì hội nghị là C', 'với sự tham dự của D', 'Về phía tỉnh có E'
const x3::rule<struct VerbFirst> verb_first = "those named behind the verb";
const auto verb_first_def =
    VerbItem(opens_lists) >> further_verbs >>
    -VerbItem(sense_bit(Sense::side)) >> x3::repeat(0, few_words)[word | name | adverb | joins | comma] >>
    *(is(ItemKind::presents) | is(ItemKind::of) | adverb | joins | is(ItemKind::passive));

// 'Hội nghị có mặt đại diện các sở'
const x3::rule<struct PresenceFirst> presence_first = "the groups behind the verb";
const auto presence_first_def = PresenceHere{} >> VerbItem(opens_lists);

// 'Phát biểu tại hội nghị, ông A', 'Kết luận hội nghị, B', 'Theo ông C'
const x3::rule<struct SpeechFirst> speech_first = "the speaker behind the verb";
const auto before_speaker = *(word | name | adverb | joins | is(ItemKind::bracket)) >>
                            (comma | is(ItemKind::presents) | is(ItemKind::of));
const auto speech_first_def =
    (VerbItem(takes_floor) >> further_verbs >> x3::repeat(1, most_stretches)[before_speaker] >> person) |
    (VerbItem(sense_bit(Sense::source)) >> person);

// 'Ông A, Giám đốc Sở cho biết'
const x3::rule<struct SpeakerFirst> speaker_first = "the speaker before the verb";
const auto speaker_first_def = person >>
                               x3::repeat(0,
                                          words_of_speech)[word | name | comma | adverb | joins | is(ItemKind::of) |
                                                           is(ItemKind::presents) | is(ItemKind::bracket)] >>
                               VerbItem(speaks) >> further_verbs;

// 'Đại diện lãnh đạo các sở, ngành cùng dự'
const x3::rule<struct GroupFirst> group_first = "the groups before the verb";
const auto group_first_def =
    name >>
    x3::repeat(0,
               words_of_group)[word | name | comma | joins | adverb | of_office | is(ItemKind::semicolon) | person] >>
    VerbItem(sense_bit(Sense::attend)) >> further_verbs;

// 'hội nghị trực tuyến tổng kết năm 2018 với các địa phương', 'phiên giao ban của Thường trực UBND với các sở'
const x3::rule<struct MetWith> met_with = "the groups with whom one meets";
const auto met_with_def = MeetingItem{} >>
                          x3::repeat(0, words_of_topic)[word | name | adverb | is(ItemKind::joins) | of_office] >>
                          is(ItemKind::with) >> GroupHere{};

BOOST_SPIRIT_DEFINE(group_first, presence_first, met_with, subject_first, verb_first, speech_first, speaker_first)

template <class Rule>
std::optional<std::pair<Found, Iterator>> match(const Rule& rule, Iterator at, Iterator end) {
    Found found;
    if (!x3::parse(at, end, x3::with<FoundTag>(std::ref(found))[rule])) return std::nullopt;
    return std::pair{std::move(found), at};
}

// Goes over the items and tries the rules where they can begin.
class FrameFinder {
  public:
    explicit FrameFinder(std::vector<Item> items) : items_(std::move(items)) {}

    std::vector<Frame> run() {
        if (!items_.empty()) clause_begin_ = items_.front().tokens.first;
        for (auto at = items_.cbegin(); at != items_.cend();) at = std::max(step(at), at + 1);
        close_list(items_.cend());
        for (auto at = items_.cbegin(); at != items_.cend(); ++at)
            if (at->of_meeting) meet(at);
        std::stable_sort(frames_.begin(), frames_.end(),
                         [](const Frame& a, const Frame& b) { return a.verb.first < b.verb.first; });
        return std::move(frames_);
    }

  private:
    std::vector<Item> items_;
    std::vector<Frame> frames_;
    std::size_t clause_begin_ = 0;  // the token behind the last verb that had its subject before it, or mark
    bool list_open_ = false;        // the last frame's verb opened a list that goes on

    Iterator step(Iterator at) {
        if (at->kind == ItemKind::mark) {
            close_list(at);
            clause_begin_ = at->tokens.last;
        }
        if ((at->senses & opens_lists) != 0) {
            if (const auto found = match(presence_first, at, items_.cend()))
                return open_list(at, *found, presence_first.name);
            if (const auto found = match(verb_first, at, items_.cend()); found && opens_list(*found))
                return open_list(at, *found, verb_first.name);
        }
        if ((at->senses & (takes_floor | sense_bit(Sense::source))) != 0 && !list_open_) {
            if (const auto found = match(speech_first, at, items_.cend())) {
                add(*found, speech_first.name, 0);
                // The speaker may have a verb of his own.
                return found->second - 1;
            }
        }
        if (at->kind == ItemKind::person || at->kind == ItemKind::office) return step_person(at);
        if (at->kind == ItemKind::name && !list_open_ && opens_clause(at)) {
            if (const auto found = match(group_first, at, items_.cend());
                found && !opens_list_at(found->first.verb)) {
                add(*found, group_first.name, 0);
                frames_.back().parties = {clause_begin_, found->first.verb.first};
                clause_begin_ = found->first.verb.last;
                return found->second;
            }
        }
        return at;
    }

    Iterator step_person(Iterator at) {
        if (const auto found = match(subject_first, at, items_.cend()); found && !begins_anew(found->first)) {
            // In a list that a verb opened only the last has a verb of his own.
            const std::size_t own = !list_open_                     ? 0
                                    : found->first.last_segment > 0 ? found->first.last_segment
                                                                    : found->first.persons.size() - 1;
            for (std::size_t k = 0; k < own; ++k) frames_.back().persons.push_back(found->first.persons[k]);
            Frame opened;
            if (list_open_) opened = {frames_.back().senses, frames_.back().rule, frames_.back().verb, {}, {}};
            close_list(at);
            add(*found, subject_first.name, own);
            if (own == 0) frames_.back().parties = {clause_begin_, found->first.verb.first};
            clause_begin_ = found->first.verb.last;
            if (opened.senses != 0 && goes_on(found->second)) return reopen_list(std::move(opened), found->second);
            return found->second;
        }
        if (list_open_) {
            frames_.back().persons.push_back(at->person);
            // 'Chủ trì hội nghị, ông A nhấn mạnh'.
            const bool introduced =
                frames_.back().persons.size() == 1 && at != items_.cbegin() && (at - 1)->kind == ItemKind::comma;
            if (!introduced) return at + 1;
            if (const auto found = match(speaker_first, at, items_.cend())) {
                close_list(at + 1);
                add(*found, speaker_first.name, 0);
            }
            return at + 1;
        }
        if (const auto found = match(speaker_first, at, items_.cend())) {
            add(*found, speaker_first.name, 0);
            return at + 1;
        }
        return at + 1;
    }

    // 'Chủ trì là A, Giám đốc Sở; cùng dự có lãnh đạo B': a verb right behind ';' that opens a list has no subject
    // before it.
    [[nodiscard]] bool begins_anew(const Found& found) const {
        return found.last_segment == found.persons.size() && opens_list_at(found.verb);
    }

    Iterator open_list(Iterator at, const std::pair<Found, Iterator>& found, std::string_view rule) {
        close_list(at);
        frames_.push_back({found.first.senses, rule, found.first.verb, {}, {}});
        frames_.back().parties.first = found.second->tokens.first;
        list_open_ = true;
        clause_begin_ = found.second->tokens.first;
        return found.second;
    }

    // Those with whom one meets: names, with a word or two between them.
    void meet(Iterator meeting) {
        constexpr std::ptrdiff_t between_names = 2;
        const auto found = match(met_with, meeting, items_.cend());
        if (!found) return;
        Iterator last = found->second;
        for (auto at = last; at != items_.cend() && at - last <= between_names; ++at) {
            if (at->kind == ItemKind::mark) last = at - 1;
            if (at->kind == ItemKind::name)
                last = at;
            else if (at->kind != ItemKind::word && at->kind != ItemKind::comma && at->kind != ItemKind::joins &&
                     at->kind != ItemKind::of)
                break;
        }
        Frame frame{sense_bit(Sense::attend), met_with.name, meeting->tokens, {}, {}};
        frame.parties = {found->second->tokens.first, last->tokens.last};
        frames_.push_back(std::move(frame));
    }

    // 'Sở tổ chức hội nghị, tới dự có A': a verb that opens a list has no subject before it.
    [[nodiscard]] bool opens_list_at(TokenRange verb) const {
        const auto at = std::find_if(items_.cbegin(), items_.cend(),
                                     [&](const Item& item) { return item.tokens.first == verb.first; });
        const auto found = match(verb_first, at, items_.cend());
        return found && opens_list(*found);
    }

    // 'Dự có A; B chủ trì; các Phó Giám đốc': groups behind one of the list who has a verb of his own.
    [[nodiscard]] bool goes_on(Iterator at) const {
        while (at != items_.cend() && at->kind == ItemKind::meeting) ++at;
        return at != items_.cend() && at->kind == ItemKind::semicolon && at + 1 != items_.cend() &&
               (at + 1)->kind != ItemKind::person && (at + 1)->opens_group;
    }
    Iterator reopen_list(Frame opened, Iterator at) {
        while (at->kind != ItemKind::semicolon) ++at;
        opened.parties.first = (at + 1)->tokens.first;
        clause_begin_ = opened.parties.first;
        frames_.push_back(std::move(opened));
        list_open_ = true;
        return at + 1;
    }

    void add(const std::pair<Found, Iterator>& found, std::string_view rule, std::size_t from) {
        Frame frame{found.first.senses, rule, found.first.verb, {}, {}};
        frame.persons.assign(found.first.persons.begin() + static_cast<std::ptrdiff_t>(from),
                             found.first.persons.end());
        frames_.push_back(std::move(frame));
    }

    // Behind the verb comes somebody, or a word that says so.
    [[nodiscard]] bool opens_list(const std::pair<Found, Iterator>& found) const {
        if (found.second == items_.cend()) return false;
        if (found.second->kind == ItemKind::person || found.second->kind == ItemKind::office) return true;
        // 'là khách mời của hội nghị'.
        if (found.second->kind == ItemKind::meeting) return false;
        const Item& before = *(found.second - 1);
        return before.kind == ItemKind::presents || before.kind == ItemKind::of;
    }
    // Nothing but a mark stands before.
    [[nodiscard]] bool opens_clause(Iterator at) const {
        if (at == items_.cbegin()) return true;
        const ItemKind before = (at - 1)->kind;
        return before == ItemKind::mark || before == ItemKind::comma || before == ItemKind::semicolon ||
               before == ItemKind::joins || before == ItemKind::with || before == ItemKind::presents;
    }

    void close_list(Iterator at) {
        if (!list_open_) return;
        list_open_ = false;
        frames_.back().parties.last = at == items_.cend() ? items_.back().tokens.last : at->tokens.first;
    }
};

}  // namespace

std::vector<Frame> find_frames(const Document& document, const Islands& islands, TokenRange range) {
    return FrameFinder(items_of(document, islands, range)).run();
}

}  // namespace tongket::frames
