// SPDX-License-Identifier: BSL-1.0
#include "zones/features.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <utility>

namespace tongket {
namespace {

constexpr std::size_t opening_words = 12;  // what counts as among a sentence's first
constexpr std::size_t first_words = 4;
constexpr std::size_t period_opens_within = 5;  // tokens from the beginning
constexpr std::size_t heading_words = 16;

std::size_t bucket(std::size_t value, std::span<const std::size_t> bounds) {
    return static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), value) - bounds.begin());
}

bool same_span(const Period& a, const Period& b) {
    // Of days alone the month counts, of ranges of years the first.
    if (a == b) return true;
    if (a.kind() != b.kind() || a.first.year != b.first.year || a.first.index != b.first.index) return false;
    return !a.is_range() || (a.of_whole_years() && b.of_whole_years());
}

// Gathers what the words of a sentence or clause say by themselves.
class WordGatherer {
  public:
    WordGatherer(const Document& document, const Islands& islands, const Outline& outline, const Sentence& sentence,
                 SeenPhrases& phrases, std::vector<Feature>& features)
        : document_(document),
          islands_(islands),
          outline_(outline),
          sentence_(sentence),
          phrases_(phrases),
          found_(features) {}

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
    SeenPhrases& phrases_;
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
        const auto period = mention.period.resolve_in(outline_.reviews);
        if (!period) return Of::undated;
        if (outline_.plans && same_span(*period, *outline_.plans)) return Of::planned;
        if (!outline_.reviews) return Of::undated;
        if (same_span(*period, *outline_.reviews)) return Of::reviewed;
        // 'Đề án giai đoạn 2021-2025' is no plan of the coming period.
        if (mention.period.of_years() && !outline_.reviews->is_range()) return Of::undated;
        return outline_.reviews->last_day() < period->first_day() ? Of::later : Of::earlier;
    }

    void periods() {
        std::array<bool, static_cast<std::size_t>(Of::undated) + 1> seen{};
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
        for (std::size_t t = sentence_.content; t < end_near; ++t) {
            const Token k = token(t);
            if (k.kind != TokenKind::word) continue;
            if (k.starts(LexiconClass::cue)) near |= document_.cues_at(t);
            for (std::size_t m = 0; m < modals.size(); ++m) seen[m] |= k.is_word(modals[m]);
        }
        evidence(FeatureKind::start, {sentence_.content, end_first});
        evidence(FeatureKind::has, {sentence_.content, sentence_.tokens.last});
        for (std::size_t m = 0; m < modals.size(); ++m)
            if (seen[m]) add(FeatureKind::modal, m);
        cues(FeatureKind::cue, sentence_.cues);
        cues(FeatureKind::near, near);
        cues(FeatureKind::first, sentence_.opening_cues);
    }

    // A phrase said twice speaks no louder.
    void evidence(FeatureKind kind, TokenRange range) {
        phrases_.clear();
        for (std::size_t t = range.first; t < range.last; ++t)
            document_.for_each_evidence(t, [&](std::size_t phrase) {
                if (phrases_.add(phrase)) add(kind, phrase);
            });
    }

    void cues(FeatureKind kind, CueSet cues) {
        for (; cues != 0; cues &= cues - 1) add(kind, std::countr_zero(cues));
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
        if (end.kind == TokenKind::mark) ending = 1 + std::min(ending_marks.find(end.mark), ending_marks.size());
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

// What the headline says speaks for all that stands below it.
std::vector<Feature> headline_features(const Document& document, const Islands& islands, const Layout& layout) {
    std::vector<Feature> found;
    if (!layout.title) return found;
    const TokenRange title = *layout.title;
    const auto add = [&](FeatureKind kind, auto argument) {
        found.push_back({kind, static_cast<std::uint16_t>(argument)});
    };
    CueSet cues = 0;
    bool quotation = false, colon = false;
    for (std::size_t t = title.first; t < title.last; ++t) {
        const Token token = document.token(t);
        cues |= document.cues_at(t);
        quotation |= token.is_mark('"');
        colon |= token.is_mark(':');
    }
    for (; cues != 0; cues &= cues - 1) add(FeatureKind::title, std::countr_zero(cues));
    if (islands.persons.any_in(title)) add(FeatureKind::headline, Headline::person);
    if (quotation) add(FeatureKind::headline, Headline::quotation);
    if (colon) add(FeatureKind::headline, Headline::colon);
    if (islands.quantities.any_in(title)) add(FeatureKind::headline, Headline::figure);
    return found;
}

}  // namespace

void WordFeatureReader::read(const Sentence& sentence, std::vector<Feature>& features) {
    features.clear();
    WordGatherer(document_, islands_, outline_, sentence, phrases_, features).run();
}

FeatureReader::FeatureReader(const Document& document, const Islands& islands, const LineShapes& shapes,
                             const Layout& layout, const Outline& outline)
    : of_headline_(headline_features(document, islands, layout)),
      words_(document, islands, outline),
      quotations_(quotations_of(document)),
      voices_(voices_of(document, islands, quotations_)),
      document_(document),
      shapes_(shapes),
      layout_(layout) {}

void FeatureReader::read(std::size_t sentence, std::vector<Feature>& features) {
    words_.read(document_.sentences[sentence], features);
    PlaceGatherer(document_, shapes_, layout_, sentence, features).run();
    features.insert(features.end(), of_headline_.begin(), of_headline_.end());
    if (quotations_[sentence].place != Quotation::none)
        features.push_back({FeatureKind::quoted, static_cast<std::uint16_t>(quotations_[sentence].place)});
    if (const auto& voice = voices_.by_sentence[sentence]) {
        const Speaker& speaker = voices_.speakers[voice->speaker];
        const std::size_t age = bucket(voice->sentences_ago, voice_steps);
        const auto aged = [&](auto what) {
            return static_cast<std::uint16_t>(static_cast<std::size_t>(what) * voice_ages + age);
        };
        features.push_back({FeatureKind::voice, aged(speaker.rank)});
        if (speaker.side != Side::unknown) features.push_back({FeatureKind::side, aged(speaker.side)});
        features.push_back({FeatureKind::manner, aged(voice->manner)});
        traits(speaker, features);
    } else {
        constexpr std::size_t none = (static_cast<std::size_t>(SpeakerRank::unknown) + 1) * voice_ages;
        features.push_back({FeatureKind::voice, static_cast<std::uint16_t>(none)});
    }
}

void FeatureReader::traits(const Speaker& speaker, std::vector<Feature>& features) const {
    constexpr std::uint32_t few_sentences = 2, many_sentences = 8;
    const auto add = [&](Trait trait) {
        features.push_back({FeatureKind::speaker, static_cast<std::uint16_t>(trait)});
    };
    if (speaker.requests) add(Trait::requests);
    if (speaker.chairs) add(Trait::chairs);
    if (speaker.in_headline) add(Trait::headline);
    if (speaker.sentences <= few_sentences) add(Trait::short_one);
    if (speaker.sentences >= many_sentences) add(Trait::long_one);
    add(speaker.figures == 0 ? Trait::dry : speaker.figures < speaker.sentences ? Trait::some : Trait::many);
    if (speaker.turn == 0) return;
    features.push_back({FeatureKind::turn, static_cast<std::uint16_t>(bucket(speaker.turn, turn_steps))});
    if (voices_.turns == 1)
        add(Trait::alone);
    else if (speaker.turn == voices_.turns)
        add(Trait::last);
}

bool SeenPhrases::add(std::size_t phrase) {
    if (phrase >= seen_in_.size()) seen_in_.resize(phrase + 1, 0);
    return std::exchange(seen_in_[phrase], round_) != round_;
}

}  // namespace tongket
