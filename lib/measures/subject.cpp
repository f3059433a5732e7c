// SPDX-License-Identifier: BSL-1.0
#include "measures/subject.hpp"

#include <algorithm>

#include "measures/indicators.hpp"
#include "measures/noun_phrase.hpp"

namespace tongket {
namespace {

constexpr std::string_view dong = "VND";
constexpr int million = 6;

// A subject without a known head has at most so many tokens.
constexpr std::size_t longest_subject = 24;
// A head and its figure may stand so many tokens apart with only a time between: 'Số đầu sách trong năm 235'.
constexpr std::size_t longest_time = 4;

class SubjectFinder {
  public:
    SubjectFinder(const Words& words, const Figure& figure, const Reach& reach, std::size_t verb,
                  const Figure* previous)
        : words_(words),
          figure_(figure),
          m_(figure.measure),
          reach_(reach),
          stop_(std::min(verb, figure.begin())),
          previous_(previous) {}

    [[nodiscard]] Subject run() const {
        Subject chosen = choose();
        if (chosen.words.empty() && figure_.mention->quantity.unit) chosen.words = own_noun(false);
        if (chosen.words.empty()) chosen.words = plain_subject({reach_.clause, figure_.begin()});
        chosen.words = words_.document().trimmed(chosen.words, ",;:.-(\"'~");
        if (chosen.words.empty()) return {};
        return chosen;
    }

  private:
    const Words& words_;
    const Figure& figure_;
    const Measure& m_;
    const Reach& reach_;
    std::size_t stop_;
    const Figure* previous_;

    [[nodiscard]] Token token(std::size_t at) const { return words_.token(at); }
    [[nodiscard]] TokenRange own_noun(bool with_predicate) const {
        return noun_phrase(words_, figure_, reach_.sentence, with_predicate);
    }

    [[nodiscard]] Subject choose() const {
        const TokenRange subject = subject_before();
        if (m_.role == MeasureRole::change) return of_change(subject);
        if (m_.kind == MeasureKind::percent) return of_percent(subject);
        const bool times = counts_times(words_.document(), *figure_.mention);
        if (counted_by_own_noun() && !(said_head(subject) && links({subject.last, figure_.begin()})))
            return {of_count(), Confidence::certain};
        if (m_.kind == MeasureKind::other && !times) {
            const TokenRange behind = noun_behind_unit(words_, figure_, reach_.sentence);
            if (!behind.empty()) return {behind, Confidence::certain};
        }
        if (!subject.empty()) return {subject, Confidence::certain};
        if (!times &&
            (m_.kind == MeasureKind::duration || m_.kind == MeasureKind::other || m_.kind == MeasureKind::length))
            return {own_noun(false), Confidence::certain};
        if (previous_ != nullptr && (m_.baseline || (times && m_.kind == MeasureKind::other))) return of_previous();
        return {{}, Confidence::certain};
    }

    [[nodiscard]] Subject of_previous() const {
        if (previous_ == nullptr) return {{}, Confidence::certain};
        return {previous_->indicator, Confidence::likely};
    }

    [[nodiscard]] Subject of_change(TokenRange subject) const {
        Subject chosen = subject.empty() ? of_previous() : Subject{subject, Confidence::certain};
        if (chosen.words.empty() && counted_by_own_noun()) chosen.words = own_noun(false);
        return chosen;
    }

    [[nodiscard]] Subject of_percent(TokenRange subject) const {
        if (!m_.baseline && !said_head(subject)) {
            const TokenRange behind = phrase_behind_percent(words_, figure_, reach_.sentence);
            if (!behind.empty()) return {behind, Confidence::certain};
        }
        return subject.empty() ? of_previous() : Subject{subject, Confidence::certain};
    }

    [[nodiscard]] TokenRange of_count() const {
        const TokenRange noun = own_noun(m_.kind == MeasureKind::ratio);
        // 'Đăng ký khai sinh 24.806 trường hợp': a noun that says nothing gives way to what was done.
        if (generic_alone(noun)) {
            const TokenRange activity = plain_subject({reach_.region, stop_});
            if (!activity.empty()) return activity;
        }
        return noun;
    }

    [[nodiscard]] bool generic_alone(TokenRange phrase) const {
        const auto& unit = figure_.mention->quantity.unit;
        return unit && unit->payload != nullptr && unit->payload->attribute("generic") == "1" &&
               phrase.last == unit->end();
    }

    [[nodiscard]] bool counted_by_own_noun() const {
        if (!figure_.mention->quantity.unit) return figure_.mention->shared_unit.has_value();
        if (m_.kind == MeasureKind::count || m_.kind == MeasureKind::ratio) return true;
        return m_.kind == MeasureKind::duration && !m_.per;
    }

    [[nodiscard]] bool said_head(TokenRange subject) const {
        return !subject.empty() && token(subject.first).starts(LexiconClass::measure_head);
    }

    [[nodiscard]] bool links(TokenRange between) const {
        if (between.empty()) return true;
        for (std::size_t t = between.first; t < between.last; ++t)
            if (words_.is_link(t)) return true;
        return between.last - between.first <= longest_time;
    }

    // The words between the figure before and this one that say what is measured, without times and linking verbs.
    [[nodiscard]] TokenRange subject_before() const {
        if (reach_.region >= stop_) return {};
        if (const std::size_t head = last_head(); head != stop_) {
            const std::size_t end = subject_end(head);
            // 'Thuê bao Internet đạt mật độ 6,2': the head stands alone behind its verb.
            if (end <= head + head_length(head) && head > reach_.region) {
                const TokenRange wider = plain_subject({reach_.region, head});
                if (!wider.empty() && (words_.is_link(head - 1) || token(head - 1).is_word(Keyword::voi) ||
                                       token(head - 1).is_word(Keyword::co)))
                    return wider;
            }
            if (end > head) return {head, end};
        }
        if (m_.kind == MeasureKind::count && m_.role != MeasureRole::change && m_.unit) return {};
        return plain_subject({reach_.region, stop_});
    }

    [[nodiscard]] std::size_t head_length(std::size_t head) const {
        return words_.match(head, LexiconClass::measure_head).length;
    }

    // The last head of a measure ('tổng số', 'doanh thu') before the figure; `stop_` where there is none.
    [[nodiscard]] std::size_t last_head() const {
        std::size_t head = stop_;
        for (std::size_t t = reach_.region; t < stop_; ++t) {
            if (!token(t).starts(LexiconClass::measure_head)) continue;
            const std::size_t length = head_length(t);
            if (t + length > stop_ || words_.inside_term(t)) continue;
            // 'nâng tổng số': a new subject; a head inside a subject ('tỷ lệ ... số') does not open a second one.
            if (head == stop_ || (m_.kind != MeasureKind::rank && separated({head, t}))) head = t;
            t += length - 1;
        }
        return head;
    }

    // Whether a comma or a link parts two heads.
    [[nodiscard]] bool separated(TokenRange between) const {
        constexpr grammar::KeywordSet parting{Keyword::nang, Keyword::la, Keyword::voi};
        for (std::size_t t = between.first; t < between.last; ++t) {
            const Token k = token(t);
            if (k.is_mark(',') || k.is_mark(';') || k.is_mark(':') || k.is_mark('(') || parting.contains(k.word))
                return true;
        }
        return false;
    }

    [[nodiscard]] std::size_t subject_end(std::size_t from) const {
        std::size_t t = from + std::max<std::size_t>(head_length(from), 1);
        while (t < stop_ && !ends_subject(t)) ++t;
        while (t > from + 1 && trailing(t - 1)) --t;
        return t;
    }
    [[nodiscard]] bool ends_subject(std::size_t t) const {
        const Token k = token(t);
        if (words_.is_link(t) || k.starts(LexiconClass::rank_verb) || words_.inside_period(t)) return true;
        if (k.is_word(Keyword::cua) && m_.kind == MeasureKind::rank) return true;
        if (words_.bounds(t)) {
            const std::string_view boundary = words_.match(t, LexiconClass::boundary).value();
            if (boundary == lexicon_values::time_boundary || boundary == lexicon_values::place_boundary) return true;
        }
        return k.is_mark('(') || k.is_mark(';') || k.is_mark(':');
    }
    [[nodiscard]] bool trailing(std::size_t t) const {
        constexpr grammar::KeywordSet trailing_words{Keyword::trong, Keyword::den,  Keyword::het, Keyword::uoc,
                                                     Keyword::co,    Keyword::duoc, Keyword::da};
        return token(t).is_mark(',') || trailing_words.contains(token(t).word);
    }

    // A subject without a known head: the last stretch of words before the linking verb.
    [[nodiscard]] TokenRange plain_subject(TokenRange before) const {
        std::size_t end = before.last;
        // Strip the linking words next to the figure.
        while (end > before.first && trailing_link(end - 1)) --end;
        std::size_t begin = end;
        std::size_t open = 0;
        while (begin > before.first && end - begin < longest_subject) {
            const Token t = token(begin - 1);
            if (t.is_mark('(')) {
                if (open == 0) break;
                --open;
            } else if (t.is_mark(',') || t.is_mark(';') || t.is_mark(':') || t.is_mark('.')) {
                break;
            }
            if (t.is_mark(')')) ++open;
            if (words_.inside_period(begin - 1) || t.is_word(Keyword::la) || t.starts(LexiconClass::estimator)) break;
            --begin;
        }
        while (begin < end && trailing_link(begin)) ++begin;
        // Keep to the part before a place: 'Thuê bao Internet trên địa bàn tỉnh'.
        for (std::size_t t = begin + 1; t < end; ++t)
            if (words_.bounds(t) && words_.match(t, LexiconClass::boundary).value() == lexicon_values::place_boundary)
                return {begin, t};
        return {begin, end};
    }

    [[nodiscard]] bool trailing_link(std::size_t t) const {
        constexpr grammar::KeywordSet trailing_words{Keyword::va, Keyword::that, Keyword::bao, Keyword::nang};
        const Token k = token(t);
        if (k.kind == TokenKind::mark) return k.mark != '"';
        return words_.is_link(t) || trailing_words.contains(k.word) || k.starts(LexiconClass::rank_verb) ||
               linking_phrase(t, 1) || (t > 0 && linking_phrase(t - 1, 2));
    }
    [[nodiscard]] bool linking_phrase(std::size_t at, std::size_t length) const {
        return token(at).starts(LexiconClass::link) && words_.match(at, LexiconClass::link).length == length;
    }
};

}  // namespace

Subject find_subject(const Words& words, const Figure& figure, const Reach& reach, std::size_t verb,
                     const Figure* previous) {
    return SubjectFinder(words, figure, reach, verb, previous).run();
}

InferredUnit infer_unit(const Words& words, const Figure& figure, TokenRange subject, const Figure* previous,
                        const Figure* earlier) {
    const Measure& m = figure.measure;
    const auto& q = figure.mention->quantity;
    if (q.unit || figure.mention->shared_unit || q.amount.scale < million || m.kind != MeasureKind::money)
        return {m.unit, m.kind};
    if (earlier != nullptr && earlier->measure.kind == MeasureKind::money && earlier->measure.unit != dong)
        return {earlier->measure.unit, m.kind};
    static constexpr std::string_view money = "money";
    const auto concept_id = words.document().stream().lexicon->concept_id(money);
    if (concept_id && concepts_in(words.document(), subject).test(*concept_id)) return {m.unit, m.kind};
    if (auto noun = words.noun_in(subject)) return {std::move(noun), MeasureKind::count};
    if (previous != nullptr && previous->measure.kind == MeasureKind::count && q.amount.scale == million)
        return {previous->measure.unit, MeasureKind::count};
    return {m.unit, m.kind};
}

}  // namespace tongket
