// SPDX-License-Identifier: BSL-1.0
#include "zones/features.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include <tongket/names.hpp>

namespace tongket {
namespace {

constexpr std::size_t opening_words = 12;  // what counts as among a sentence's first
constexpr std::size_t first_words = 4;
constexpr std::size_t period_opens_within = 5;  // tokens from the beginning
constexpr std::size_t speech_behind_name = 8;   // tokens
constexpr std::size_t heading_words = 16;

constexpr auto kind_names = std::to_array<std::string_view>(
    {"line",   "place",  "length", "ending", "shape", "position", "opens", "period", "people", "figures", "honours",
     "agency", "behind", "modal",  "cue",    "near",  "first",    "has",   "start",  "zone",   "clause",  "rule"});
static_assert(kind_names.size() == static_cast<std::size_t>(FeatureKind::count_));

constexpr auto whose_names = std::to_array<std::string_view>({"", "before-", "after-"});

constexpr auto line_names = std::to_array<std::string_view>(
    {"blank", "chrome", "image", "title", "dateline", "caption", "lead", "body", "byline"});
static_assert(line_names.size() == static_cast<std::size_t>(LineRole::byline) + 1);

constexpr auto place_names = std::to_array<std::string_view>({"only", "first", "inner", "last"});
static_assert(place_names.size() == static_cast<std::size_t>(At::count_));

constexpr std::array<std::size_t, 6> length_bounds{3, 7, 14, 25, 45, 80};
constexpr auto length_names = std::to_array<std::string_view>({"3", "7", "14", "25", "45", "80", "more"});

constexpr auto ending_names = std::to_array<std::string_view>({"word", ".", ";", ":", ",", "\"", ")", "?", "other"});

enum class Look : std::uint8_t {
    bullet,
    numbered,
    capitals,
    small,
    quotation,
    heading,
    clauses,
    says,
    repeated,
    glued,
    bracket,
    slash,
    told_again
};
constexpr auto shape_names =
    std::to_array<std::string_view>({"bullet", "numbered", "capitals", "small", "quotation", "heading", "clauses",
                                     "says", "repeated", "glued", "bracket", "slash", "told-again"});

// In the story: before it, by lines from its beginning, behind it; then its last line, and the quarters.
enum class Placed : std::uint8_t { head, from_beginning, tail = from_beginning + 6, last, quarter };
constexpr std::array<std::size_t, 5> position_bounds{0, 1, 2, 5, 10};
constexpr std::size_t quarters = 4;
constexpr auto position_names = std::to_array<std::string_view>(
    {"head", "0", "1", "2", "3", "6", "later", "tail", "last", "quarter-1", "quarter-2", "quarter-3", "quarter-4"});
static_assert(static_cast<std::size_t>(Placed::tail) ==
              static_cast<std::size_t>(Placed::from_beginning) + position_bounds.size() + 1);
static_assert(position_names.size() == static_cast<std::size_t>(Placed::quarter) + quarters);

enum class Of : std::uint8_t { reviewed, planned, later, earlier, day, undated };
constexpr auto period_names =
    std::to_array<std::string_view>({"reviewed", "planned", "later", "earlier", "day", "undated"});

enum class Persons : std::uint8_t { first, one, more, office, says, none };
constexpr auto people_names = std::to_array<std::string_view>({"first", "one", "more", "office", "says", "none"});

constexpr auto figure_names = std::to_array<std::string_view>({"0", "1", "2", "4", "more"});

enum class Honour : std::uint8_t { name, verb, counted, conferred };
constexpr auto honour_names = std::to_array<std::string_view>({"name", "verb", "counted", "conferred"});

enum class Subject : std::uint8_t { opens, near, document };
constexpr auto agency_names = std::to_array<std::string_view>({"opens", "near", "document"});

// By LineRole, then these.
enum class Behind : std::uint8_t { colon = line_names.size(), semicolon, heading, blank, count_ };
constexpr auto behind_names =
    std::to_array<std::string_view>({"blank-line", "chrome", "image", "title", "dateline", "caption", "lead", "body",
                                     "byline", "colon", "semicolon", "heading", "gap"});
static_assert(behind_names.size() == static_cast<std::size_t>(Behind::count_));

constexpr auto modals = std::to_array<Keyword>({Keyword::da, Keyword::se, Keyword::can, Keyword::phai, Keyword::duoc,
                                                Keyword::khong, Keyword::still, Keyword::fresh});
constexpr auto modal_names =
    std::to_array<std::string_view>({"done", "will", "need", "must", "passive", "not", "still", "only-now"});

constexpr auto rule_names = std::to_array<std::string_view>(
    {"fails", "asks", "task-verb", "heading", "announces", "goes-on", "speaker", "short", "speaker-asks"});
static_assert(rule_names.size() == static_cast<std::size_t>(ClauseRule::count_));

std::span<const std::string_view> argument_names(FeatureKind kind) {
    switch (kind) {
        case FeatureKind::line:
            return line_names;
        case FeatureKind::place:
            return place_names;
        case FeatureKind::length:
            return length_names;
        case FeatureKind::ending:
            return ending_names;
        case FeatureKind::shape:
            return shape_names;
        case FeatureKind::position:
            return position_names;
        case FeatureKind::opens:
        case FeatureKind::period:
            return period_names;
        case FeatureKind::people:
            return people_names;
        case FeatureKind::figures:
            return figure_names;
        case FeatureKind::honours:
            return honour_names;
        case FeatureKind::agency:
            return agency_names;
        case FeatureKind::behind:
            return behind_names;
        case FeatureKind::modal:
            return modal_names;
        case FeatureKind::cue:
        case FeatureKind::near:
        case FeatureKind::first:
            return grammar::cue_names;
        case FeatureKind::zone:
            return enum_names<ZoneKind>;
        case FeatureKind::clause:
            return place_names;
        case FeatureKind::rule:
            return rule_names;
        default:
            return {};
    }
}

std::size_t bucket(std::size_t value, std::span<const std::size_t> bounds) {
    return static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), value) - bounds.begin());
}

bool same_span(const Period& a, const Period& b) {
    return a == b || (a.kind() == b.kind() && a.year() == b.year() && a.first.index == b.first.index);
}

// Gathers what the words of a sentence or clause say by themselves.
class WordGatherer {
  public:
    WordGatherer(const Document& document, const Islands& islands, const Outline& outline, const Sentence& sentence,
                 std::vector<Feature>& features)
        : document_(document), islands_(islands), outline_(outline), sentence_(sentence), found_(features) {}

    void run() {
        periods();
        people();
        figures_and_honours();
        words();
    }

  private:
    const Document& document_;
    const Islands& islands_;
    const Outline& outline_;
    const Sentence& sentence_;
    std::vector<Feature>& found_;

    template <class Argument>
    void add(FeatureKind kind, Argument argument) {
        found_.push_back({kind, static_cast<std::uint16_t>(argument)});
    }
    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }
    [[nodiscard]] std::size_t end_of_first(std::size_t words) const {
        return std::min<std::size_t>(sentence_.tokens.last, sentence_.content + words);
    }

    // Which period a mention names, as the outline tells them apart.
    [[nodiscard]] Of tell(const PeriodMention& mention) const {
        if (mention.day) return Of::day;
        const auto period =
            mention.period.resolve(outline_.reviews ? std::optional<int>(outline_.reviews->year()) : std::nullopt);
        if (!period) return Of::undated;
        if (outline_.plans && same_span(*period, *outline_.plans)) return Of::planned;
        if (!outline_.reviews) return Of::undated;
        if (same_span(*period, *outline_.reviews)) return Of::reviewed;
        // 'Đề án giai đoạn 2021-2025' is no plan of the coming period.
        if (mention.period.of_years() && !outline_.reviews->is_range()) return Of::undated;
        return outline_.reviews->last_day() < period->first_day() ? Of::later : Of::earlier;
    }

    void periods() {
        std::array<bool, period_names.size()> seen{};
        bool opened = false;
        for (const PeriodMention& mention : islands_.periods.in(sentence_.tokens)) {
            const Of of = tell(mention);
            if (!opened && mention.range.first <= sentence_.content + period_opens_within) {
                add(FeatureKind::opens, of);
                opened = true;
            }
            if (!seen[static_cast<std::size_t>(of)]) add(FeatureKind::period, of);
            seen[static_cast<std::size_t>(of)] = true;
        }
    }

    void people() {
        const auto mentions = islands_.persons.in(sentence_.tokens);
        const auto named = [](const PersonMention& m) { return !m.person.name.empty(); };
        const auto names = static_cast<std::size_t>(std::count_if(mentions.begin(), mentions.end(), named));
        if (mentions.empty()) add(FeatureKind::people, Persons::none);
        if (names == 1) add(FeatureKind::people, Persons::one);
        if (names > 1) add(FeatureKind::people, Persons::more);
        if (mentions.empty()) return;
        if (mentions.front().range.first <= sentence_.content + 1) add(FeatureKind::people, Persons::first);
        if (names < mentions.size()) add(FeatureKind::people, Persons::office);
        for (const PersonMention& mention : mentions)
            for (std::size_t t = mention.range.last;
                 t < std::min<std::size_t>(sentence_.tokens.last, mention.range.last + speech_behind_name); ++t)
                if ((document_.cues_at(t) & (grammar::cue_bit(Cue::say) | grammar::cue_bit(Cue::speech))) != 0) {
                    add(FeatureKind::people, Persons::says);
                    return;
                }
    }

    void figures_and_honours() {
        constexpr std::array<std::size_t, 4> bounds{0, 1, 3, 6};
        add(FeatureKind::figures, bucket(islands_.quantities.in(sentence_.tokens).size(), bounds));
        const bool award = sentence_.has(LexiconClass::award), verb = sentence_.has(LexiconClass::award_verb);
        bool counted = false;
        for (std::size_t t = sentence_.tokens.first + 1;
             t < sentence_.tokens.last && award && sentence_.has(LexiconClass::recipient); ++t)
            counted |= token(t).starts(LexiconClass::recipient) && token(t - 1).kind == TokenKind::number;
        if (award) add(FeatureKind::honours, Honour::name);
        if (verb) add(FeatureKind::honours, Honour::verb);
        if (counted) add(FeatureKind::honours, Honour::counted);
        if (award && verb) add(FeatureKind::honours, Honour::conferred);
        const Token opening = token(sentence_.content);
        if (opening.starts(LexiconClass::agency) && opening.has(Token::capital))
            add(FeatureKind::agency, Subject::opens);
        for (std::size_t t = sentence_.content; t < end_of_first(opening_words); ++t)
            if (token(t).starts(LexiconClass::agency) && token(t).has(Token::capital)) {
                add(FeatureKind::agency, Subject::near);
                break;
            }
        if (islands_.citations.any_in(sentence_.tokens)) add(FeatureKind::agency, Subject::document);
    }

    void words() {
        CueSet near = 0;
        const std::size_t end_near = end_of_first(opening_words), end_first = end_of_first(first_words);
        std::array<bool, modals.size()> seen{};
        const auto phrases = static_cast<std::ptrdiff_t>(found_.size());
        for (std::size_t t = sentence_.content; t < sentence_.tokens.last; ++t) {
            const Token k = token(t);
            if (k.kind != TokenKind::word) continue;
            if (t < end_near) {
                if (k.starts(LexiconClass::cue)) near |= document_.cues_at(t);
                for (std::size_t m = 0; m < modals.size(); ++m) seen[m] |= k.is_word(modals[m]);
            }
            if (!k.starts(LexiconClass::evidence)) continue;
            document_.for_each_match(t, LexiconClass::evidence, [&](const PhraseMatch& phrase) {
                const auto number = static_cast<std::size_t>(phrase.payload->number);
                if (number > std::numeric_limits<std::uint16_t>::max()) return;  // of a user's lexicon
                add(FeatureKind::has, number);
                if (t < end_first) add(FeatureKind::start, number);
            });
        }
        // A phrase said twice speaks no louder.
        std::sort(found_.begin() + phrases, found_.end(), [](Feature a, Feature b) { return a.key() < b.key(); });
        found_.erase(std::unique(found_.begin() + phrases, found_.end()), found_.end());
        for (std::size_t m = 0; m < modals.size(); ++m)
            if (seen[m]) add(FeatureKind::modal, m);
        const auto add_cues = [&](FeatureKind kind, CueSet cues) {
            for (std::size_t c = 0; c < grammar::cue_names.size(); ++c)
                if ((cues & grammar::cue_bit(static_cast<Cue>(c))) != 0) add(kind, c);
        };
        add_cues(FeatureKind::cue, sentence_.cues);
        add_cues(FeatureKind::near, near);
        add_cues(FeatureKind::first, sentence_.opening_cues);
    }
};

// Gathers what the place and look of a sentence in the page say.
class PlaceGatherer {
  public:
    PlaceGatherer(const Document& document, const LineShapes& shapes, const Layout& layout, std::size_t sentence,
                  std::vector<Feature>& features)
        : document_(document),
          shapes_(shapes),
          layout_(layout),
          index_(sentence),
          sentence_(document.sentences[sentence]),
          line_(document.lines[sentence_.line]),
          found_(features) {}

    void run() {
        shape();
        position();
        behind();
    }

  private:
    const Document& document_;
    const LineShapes& shapes_;
    const Layout& layout_;
    std::size_t index_;
    const Sentence& sentence_;
    const Line& line_;
    std::vector<Feature>& found_;

    template <class Argument>
    void add(FeatureKind kind, Argument argument) {
        found_.push_back({kind, static_cast<std::uint16_t>(argument)});
    }
    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    void shape() {
        add(FeatureKind::line, layout_.roles[sentence_.line]);
        const bool first = index_ == line_.first_sentence, last = index_ + 1 == line_.last_sentence;
        add(FeatureKind::place, first ? (last ? At::only : At::first) : (last ? At::last : At::inner));
        std::size_t words = 0, capitals = 0, clauses = 0;
        bool quoted = false, says = false, slash = false;
        for (std::size_t t = sentence_.content; t < sentence_.tokens.last; ++t) {
            const Token k = token(t);
            if (k.kind == TokenKind::word || k.kind == TokenKind::number) ++words;
            if (k.kind == TokenKind::word && (k.has(Token::all_caps) || k.length == 1)) ++capitals;
            if (k.kind != TokenKind::mark) continue;
            clauses += k.mark == ';' ? 1 : 0;
            slash |= k.mark == '|' || k.mark == '>';
            says |= k.mark == ':' && t + 1 < sentence_.tokens.last && token(t + 1).is_mark('"');
            quoted |= k.mark == '"';
        }
        const std::size_t length = bucket(words, length_bounds);
        add(FeatureKind::length, length);
        const Token end = token(sentence_.tokens.last - 1);
        std::size_t ending = 0;
        if (end.kind == TokenKind::mark) {
            ending = ending_names.size() - 1;
            for (std::size_t k = 1; k + 1 < ending_names.size(); ++k)
                if (end.mark == ending_names[k].front()) ending = k;
        }
        add(FeatureKind::ending, ending);
        if (first && shapes_.bulleted(sentence_.line)) add(FeatureKind::shape, Look::bullet);
        if (sentence_.content > sentence_.tokens.first && token(sentence_.content - 1).kind == TokenKind::mark &&
            !token(sentence_.tokens.first).has(Token::bullet))
            add(FeatureKind::shape, Look::numbered);
        if (words >= 2 && capitals == words) add(FeatureKind::shape, Look::capitals);
        const Token opening =
            token(sentence_.content < sentence_.tokens.last ? sentence_.content : sentence_.tokens.first);
        if (opening.kind == TokenKind::word && !opening.has(Token::capital)) add(FeatureKind::shape, Look::small);
        if (token(sentence_.tokens.first).is_mark('"')) add(FeatureKind::shape, Look::quotation);
        if (token(sentence_.tokens.first).is_mark('(')) add(FeatureKind::shape, Look::bracket);
        if (first && words <= heading_words && (ending == 0 || end.is_mark(':')))
            add(FeatureKind::shape, Look::heading);
        if (clauses > 0) add(FeatureKind::shape, Look::clauses);
        if (says || (quoted && end.is_mark('"'))) add(FeatureKind::shape, Look::says);
        if (slash) add(FeatureKind::shape, Look::slash);
        if (layout_.repeated[sentence_.line]) {
            add(FeatureKind::shape, Look::repeated);
            if (layout_.roles[sentence_.line] == LineRole::lead) add(FeatureKind::shape, Look::told_again);
        }
        if (ending == 0 && !last && !token(document_.sentences[index_ + 1].tokens.first).has(Token::space_before))
            add(FeatureKind::shape, Look::glued);
    }

    void position() {
        const std::size_t line = sentence_.line;
        if (line > layout_.last_body) {
            add(FeatureKind::position, Placed::tail);
        } else if (line < layout_.first_body) {
            add(FeatureKind::position, Placed::head);
        } else {
            const std::size_t behind = line - layout_.first_body;
            const std::size_t lines = layout_.last_body - layout_.first_body + 1;
            add(FeatureKind::position,
                static_cast<std::size_t>(Placed::quarter) + std::min(quarters - 1, quarters * behind / lines));
            add(FeatureKind::position,
                static_cast<std::size_t>(Placed::from_beginning) + bucket(behind, position_bounds));
        }
        if (line == layout_.last_body) add(FeatureKind::position, Placed::last);
    }

    void behind() {
        if (index_ == 0) return;
        const Sentence& before = document_.sentences[index_ - 1];
        const Token end = token(before.tokens.last - 1);
        if (end.is_mark(':')) add(FeatureKind::behind, Behind::colon);
        if (end.is_mark(';')) add(FeatureKind::behind, Behind::semicolon);
        if (before.line == sentence_.line) return;
        add(FeatureKind::behind, layout_.roles[before.line]);
        if (before.tokens.last - before.tokens.first <= heading_words && end.kind == TokenKind::word)
            add(FeatureKind::behind, Behind::heading);
        if (before.line + 2 < sentence_.line) add(FeatureKind::behind, Behind::blank);
    }
};

}  // namespace

bool reaches_neighbours(FeatureKind kind) noexcept {
    switch (kind) {
        case FeatureKind::shape:
        case FeatureKind::opens:
        case FeatureKind::period:
        case FeatureKind::people:
        case FeatureKind::agency:
        case FeatureKind::modal:
        case FeatureKind::cue:
        case FeatureKind::near:
        case FeatureKind::first:
        case FeatureKind::rule:
            return true;
        default:
            return false;
    }
}

evidence::FeatureTable feature_table(const std::vector<std::string>& phrases) {
    std::vector<std::string> names;
    for (const std::string_view whose : whose_names)
        for (const std::string_view kind : kind_names) names.push_back(std::string(whose) + std::string(kind));
    std::vector<evidence::FeatureGroup> groups;
    for (std::size_t k = 0; k < names.size(); ++k) {
        const auto kind = static_cast<FeatureKind>(k % kind_names.size());
        evidence::FeatureGroup group{names[k], {}};
        if (k >= kind_names.size() && !reaches_neighbours(kind)) {
            // An empty group: the row of such a feature is that of unknown ones.
        } else if (kind == FeatureKind::has || kind == FeatureKind::start) {
            group.arguments.assign(phrases.begin(), phrases.end());
        } else {
            const auto arguments = argument_names(kind);
            group.arguments.assign(arguments.begin(), arguments.end());
        }
        groups.push_back(std::move(group));
    }
    return evidence::FeatureTable(groups);
}

FeatureReader::FeatureReader(const Document& document, const Islands& islands, const LineShapes& shapes,
                             const Layout& layout, const Outline& outline)
    : document_(document), islands_(islands), shapes_(shapes), layout_(layout), outline_(outline) {}

void FeatureReader::read(std::size_t sentence, std::vector<Feature>& features) const {
    read_word_features(document_, islands_, outline_, document_.sentences[sentence], features);
    PlaceGatherer(document_, shapes_, layout_, sentence, features).run();
}

void read_word_features(const Document& document, const Islands& islands, const Outline& outline,
                        const Sentence& sentence, std::vector<Feature>& features) {
    features.clear();
    WordGatherer(document, islands, outline, sentence, features).run();
}

}  // namespace tongket
