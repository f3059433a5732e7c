// SPDX-License-Identifier: BSL-1.0
#include "measures/measures.hpp"

#include <algorithm>
#include <utility>

#include "measures/baseline.hpp"
#include "measures/breakdown.hpp"
#include "measures/catalogue.hpp"
#include "measures/change.hpp"
#include "measures/figure.hpp"
#include "measures/listed_parts.hpp"
#include "measures/loss.hpp"
#include "measures/parts.hpp"
#include "measures/per.hpp"
#include "measures/period.hpp"
#include "measures/plan.hpp"
#include "measures/subject.hpp"
#include "measures/words.hpp"

namespace tongket {
namespace {

bool measurable(ZoneKind zone) {
    return zone != ZoneKind::boilerplate && zone != ZoneKind::dateline && zone != ZoneKind::byline;
}

class MeasureFinder {
  public:
    MeasureFinder(const Document& document, const Islands& islands, const IndicatorCatalogue& catalogue,
                  const Meeting& meeting, const std::vector<bool>& taken, std::vector<Diagnostic>& diagnostics)
        : words_(document, islands),
          listed_(words_),
          periods_(words_, meeting),
          catalogue_(words_, catalogue, meeting),
          taken_(taken),
          diagnostics_(diagnostics) {}

    [[nodiscard]] Measures run() && {
        find();
        return measures();
    }
    [[nodiscard]] std::vector<MeasureCandidates> explain() && {
        explaining_ = true;
        find();
        return std::move(candidates_);
    }

  private:
    Words words_;
    ListedParts listed_;
    PeriodFinder periods_;
    CatalogueLookup catalogue_;
    const std::vector<bool>& taken_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Figure> figures_;
    bool explaining_ = false;
    std::vector<MeasureCandidates> candidates_;  ///< of each figure, where they are to be explained

    void find() {
        const Document& document = words_.document();
        for (const PeriodMention& mention : words_.islands().periods)
            if (document.sentences[document.sentence_of(mention.range.first)].zone != ZoneKind::boilerplate)
                if (auto slip = slip_of(document, mention)) diagnostics_.push_back(*std::move(slip));
        figures_.reserve(words_.islands().quantities.size());
        std::optional<Period> standing;
        std::size_t paragraph = static_cast<std::size_t>(-1);
        for (std::size_t s = 0; s < document.sentences.size(); ++s) {
            const Sentence& sentence = document.sentences[s];
            if (sentence.line != paragraph) standing.reset();
            paragraph = sentence.line;
            if (measurable(sentence.zone)) add_sentence(s, standing);
            standing = periods_.standing_behind(sentence, standing);
        }
        const std::vector<PartLink> sums = find_parts_by_sums(words_, figures_);
        apply(sums);
        for (const PartLink& link : sums) {
            name_part(link.part, document.sentences[document.sentence_of(figures_[link.part].begin())]);
            inherit(link);
        }
        report_doubts();
    }

    // Numbers of the story that have no value.
    void report_doubts() {
        const Document& document = words_.document();
        for (const NumberDoubt& doubt : words_.islands().doubts)
            if (measurable(document.sentences[document.sentence_of(doubt.range.first)].zone))
                diagnostics_.push_back(diagnostic_of(document, doubt));
    }

    void add_sentence(std::size_t s, const std::optional<Period>& standing) {
        const Sentence& sentence = words_.document().sentences[s];
        const std::size_t first = figures_.size();
        for (const QuantityMention& mention : words_.islands().quantities.in(sentence.tokens)) {
            const std::size_t index = words_.islands().quantities.index_of(mention);
            if ((index < taken_.size() && taken_[index]) || is_per(words_, mention)) continue;
            const std::size_t noted = diagnostics_.size();
            auto measure = read_quantity(words_.document(), mention, diagnostics_);
            if (!measure) continue;
            figures_.push_back(
                {&mention, std::move(*measure), {}, std::max(mention.range.last, mention.quantity.last)});
            figures_.back().doubtful = diagnostics_.size() != noted;
            resolve(sentence, first);
        }
        for (const UnreadFigures& unread : words_.islands().unread_figures.in(sentence.tokens))
            diagnostics_.push_back(diagnostic_of(words_.document(), unread));
        apply(find_parts(words_, figures_, first, sentence));
        apply(listed_.next(figures_, first, s));
        for (std::size_t f = first; f < figures_.size(); ++f) {
            name_part(f, sentence);
            look_up(f, first, s);
            date(f, first, sentence, standing);
        }
    }

    // What the last figure says in its sentence, but for parts, id and period.
    void resolve(const Sentence& sentence, std::size_t first) {
        Figure& figure = figures_.back();
        const Figure* earlier = figures_.size() > 1 ? &figures_[figures_.size() - 2] : nullptr;
        const Figure* previous = figures_.size() > first + 1 ? earlier : nullptr;
        Measure& m = figure.measure;
        const std::size_t begin = figure.begin();
        figure.clause = std::min(words_.clause_begin(sentence, begin), begin);
        std::size_t previous_end = previous == nullptr ? sentence.content : end_of_words(*previous);
        // '$186.240 ...' may begin before the content.
        if (previous == nullptr && previous_end > begin) previous_end = begin;
        // 'vượt 246 triệu kWh (vượt 2,2%) so với kế hoạch': the words of the figure before reach over this one.
        if (previous_end > begin) previous_end = previous->mention->range.last;
        figure.region = std::max(figure.clause, std::min(previous_end, begin));
        // '374 tỷ đồng (tương đương 12% GRDP), tăng 8%': what the bracket holds is told of the figure before it.
        if (const auto bracket = words_.closed_bracket({figure.region, begin})) {
            figure.region = bracket->last;
            while (previous != nullptr && previous->begin() > bracket->first)
                previous = previous == &figures_[first] ? nullptr : previous - 1;
            if (previous == nullptr) previous = figures_.size() > first + 1 ? earlier : nullptr;
        }
        if (previous != nullptr && is_inside(*previous, figure)) figure.region = previous->region;
        // 'vụ tai nạn giao thông (TNGT) làm chết 3 người'
        if (words_.token(figure.region).is_mark('('))
            if (const auto bracket = words_.closed_bracket({figure.region + 1, begin})) figure.region = bracket->last;

        m.estimated = is_estimated(words_, {figure.region, begin});
        const Change change =
            find_change(words_, figure, previous, std::span(figures_).subspan(first, figures_.size() - first - 1));
        m.role = change.role;
        m.direction = change.direction;
        if (is_negative_growth(words_, figure, change)) make_decrease(m);
        if (auto baseline = find_baseline(words_, figure, change, sentence, previous)) {
            m.baseline = std::move(baseline->text);
            figure.end = baseline->end;
        }
        if (m.kind == MeasureKind::ratio && compares_times(figure))
            diagnostics_.push_back({Severity::note, "ambiguous-ratio",
                                    "read as a part of a whole; it may be a figure and that of the time before",
                                    m.span, std::nullopt});
        if (may_be_the_plan(m, previous))
            diagnostics_.push_back({Severity::note, "ambiguous-change",
                                    "read as by how much the plan was exceeded; it may be what was planned", m.span,
                                    std::nullopt});
        m.planned = tells_plan(words_, figure, previous);
        if (explaining_)
            candidates_.push_back({subject_candidates(words_, figure, sentence, change, previous, earlier), {}});
        const auto subject = find_subject(words_, figure, sentence, change, previous, earlier);
        if (subject) {
            InferredUnit inferred = infer_unit(words_, figure, subject->words, previous, earlier);
            m.unit = inferred.unit ? std::move(inferred.unit) : words_.noun_in(subject->words);
            m.kind = inferred.kind;
            m.indicator = words_.document().text(subject->words);
            m.confidence.indicator = subject->confidence;
            figure.indicator = subject->words;
        }
        if (m.role == MeasureRole::level && !m.per && can_be_told_per(m.kind)) {
            m.per = per_told(words_, figure);
            if (!m.per && previous != nullptr && shares_per(*previous, figure)) m.per = previous->measure.per;
            if (!m.per && (m.kind == MeasureKind::count || m.kind == MeasureKind::money))
                m.per = per_of_sentence(words_, sentence, figure);
            if (m.per) m.kind = MeasureKind::rate;
        }
        if (m.role == MeasureRole::level && m.kind == MeasureKind::money &&
            ((subject && names_loss(words_, subject->words)) || follows_loss(words_, begin)))
            negate(m);
    }

    // 'Doanh thu của 21 công ty đạt 70 tỷ đồng': a count inside the words of the figure behind it.
    [[nodiscard]] bool is_inside(const Figure& figure, const Figure& behind) const {
        if (figure.measure.kind != MeasureKind::count || behind.measure.kind == MeasureKind::count ||
            !words_.token(figure.begin() - 1).is_word(Keyword::cua))
            return false;
        std::size_t open = 0;
        for (std::size_t t = figure.mention->range.last; t < behind.begin(); ++t) {
            if (words_.token(t).is_mark('(')) ++open;
            if (words_.token(t).is_mark(')') && open > 0) --open;
            if (open == 0 && words_.ends_phrase(t) && !words_.token(t).is_mark(')')) return false;
        }
        return open == 0;
    }

    // 'mỗi ngày có hơn 22 người chết và hơn 46 người bị thương'
    [[nodiscard]] bool shares_per(const Figure& figure, const Figure& behind) const {
        constexpr std::size_t reach = 6;  // tokens between them
        const std::size_t end = figure.mention->range.last;
        // 'mỗi xã được cấp 02 máy tính và 01 máy in'; not 'mỗi xã có 12 thôn và 98 xã đạt chuẩn'
        if (!figure.measure.per || figure.mention->quantity.per_unit ||
            figure.measure.per->unit == behind.measure.unit || behind.begin() > end + reach ||
            !words_.token(behind.begin() - 1).is_word(Keyword::va))
            return false;
        for (std::size_t t = end; t < behind.begin(); ++t)
            if (words_.ends_phrase(t)) return false;
        return true;
    }

    static bool can_be_told_per(MeasureKind kind) {
        return kind == MeasureKind::count || kind == MeasureKind::money || kind == MeasureKind::duration ||
               kind == MeasureKind::other;
    }

    // 'đạt 96%, vượt chỉ tiêu 95%'
    [[nodiscard]] static bool may_be_the_plan(const Measure& m, const Figure* previous) {
        if (m.role != MeasureRole::change || !m.baseline || m.kind != MeasureKind::percent || previous == nullptr ||
            previous->measure.role != MeasureRole::level || previous->measure.kind != MeasureKind::percent)
            return false;
        const auto twice = Decimal::multiply(m.value, Decimal(2));
        return !(previous->measure.value < m.value) && twice && !(*twice < previous->measure.value);
    }

    // '45/52 vụ so với năm 2017', '45/52 vụ (-13,5%)', '45 vụ/52 vụ cùng kỳ'
    [[nodiscard]] bool compares_times(const Figure& figure) const {
        const std::size_t behind = figure.mention->range.last;
        const Token next = words_.token(behind);
        if (next.starts(LexiconClass::baseline)) return true;
        if (next.is_word(Keyword::cua)) return words_.token(behind + 1).is_word(Keyword::nam);
        const Token sign = words_.token(behind + 1);
        return next.is_mark('(') && (sign.is_mark('-') || sign.is_mark('+')) &&
               words_.token(behind + 2).kind == TokenKind::number;
    }

    static void make_decrease(Measure& measure) {
        negate(measure);
        measure.role = MeasureRole::change;
        measure.direction = Direction::decrease;
    }

    // The noun of a part that its whole counts as well says nothing of the part.
    void name_part(std::size_t f, const Sentence& sentence) {
        Figure& figure = figures_[f];
        Measure& m = figure.measure;
        // '12 xã trong tổng số 98 xã' is named by its noun.
        if (!m.part_of || *m.part_of > f || m.kind != MeasureKind::count ||
            !same_noun(figures_[*m.part_of].measure, m))
            return;
        const TokenRange words = part_subject(words_, figure, sentence);
        if (words.empty()) return;
        figure.indicator = words;
        m.indicator = words_.document().text(words);
        m.confidence.indicator = Confidence::likely;
        if (!explaining_) return;
        auto& indicator = candidates_[f].indicator;
        indicator.insert(indicator.begin(), {SubjectRule::part_name, words, Confidence::likely});
    }

    // One past a figure and the words behind it that are its own.
    [[nodiscard]] static std::size_t end_of_words(const Figure& figure) {
        return figure.indicator.first >= figure.begin() ? std::max(figure.end, figure.indicator.last) : figure.end;
    }

    // The figure before one in its sentence; null for the first.
    [[nodiscard]] const Figure* before(std::size_t figure, std::size_t first) const {
        return figure > first ? &figures_[figure - 1] : nullptr;
    }

    void date(std::size_t f, std::size_t first, const Sentence& sentence, const std::optional<Period>& standing) {
        Figure& figure = figures_[f];
        const Figure* previous = before(f, first);
        const bool shares =
            previous != nullptr && !figure.indicator.empty() && previous->indicator == figure.indicator &&
            (figure.measure.role == MeasureRole::change || figure.measure.baseline || figure.measure.planned);
        figure.timing = catalogue_.timing(figure);
        if (shares && figure.timing == IndicatorCatalogue::Timing::unknown) figure.timing = previous->timing;
        PeriodCandidates candidates = periods_.candidates(figure, sentence, standing, figure.timing);
        // A part holds for the time of its whole, a change for that of the level whose words it shares.
        const auto& whole = figure.measure.part_of;
        if (whole && *whole < f) {
            if (const auto of_whole = period_of(figures_[*whole], figure, PeriodRule::whole))
                candidates.set(*of_whole);
        } else if (shares) {
            if (const auto shared = period_of(*previous, figure, PeriodRule::shared)) candidates.set(*shared);
        }
        if (explaining_) candidates_[f].period = candidates.ranked();
        const PeriodCandidate* best = candidates.best();
        figure.measure.period = best->period;
        figure.measure.confidence.period = best->confidence;
        // 'năm 2018 là 1.256 tỷ, năm 2017 là 1.120 tỷ, tăng 12,1%': it grew in the later year.
        if (figure.measure.role == MeasureRole::change && f >= first + 2 && !figure.measure.baseline) {
            const Measure &now = figures_[f - 2].measure, &then = figures_[f - 1].measure;
            if (now.role == MeasureRole::level && then.role == MeasureRole::level && now.unit == then.unit &&
                now.period && then.period && then.period == figure.measure.period &&
                then.period->last_day() < now.period->first_day())
                figure.measure.period = now.period;
        }
        figure.up_to = best->up_to;
        if (!best->split.empty()) note_split(best->split);
    }

    void note_split(TokenRange periods) {
        const Span span = words_.document().span(periods);
        if (!diagnostics_.empty() && diagnostics_.back().code == "split-period" && diagnostics_.back().span == span)
            return;
        diagnostics_.push_back({Severity::warning, "split-period",
                                "times with others between them, or without an end, which no period holds; figures "
                                "of them are left without one",
                                span, std::nullopt});
    }

    // The period of one figure as that of another; a change up to a day or a month is one of the period that ends
    // then.
    [[nodiscard]] static std::optional<PeriodCandidate> period_of(const Figure& source, const Figure& figure,
                                                                  PeriodRule rule) {
        const Measure& m = source.measure;
        if (!m.period || m.confidence.period == Confidence::guess) return std::nullopt;
        if (figure.measure.role == MeasureRole::change && source.up_to && is_point(*m.period)) return std::nullopt;
        return PeriodCandidate{rule, m.period, Confidence::likely, source.up_to};
    }

    void apply(const std::vector<PartLink>& links) {
        for (const PartLink& link : links) {
            Measure& part = figures_[link.part].measure;
            part.part_of = link.whole;
            part.confidence.part_of = link.confidence;
        }
    }

    void look_up(std::size_t f, std::size_t first, std::size_t sentence) {
        Measure& m = figures_[f].measure;
        const Figure* whole = m.part_of ? &figures_[*m.part_of] : nullptr;
        IndicatorId found = catalogue_.find(figures_[f], sentence, before(f, first), whole);
        m.indicator_id = std::move(found.id);
        m.confidence.indicator_id = found.confidence;
    }

    // A part that was found last has the id and the period of its whole where its own words gave none.
    void inherit(const PartLink& link) {
        Measure& part = figures_[link.part].measure;
        const Measure& whole = figures_[link.whole].measure;
        if (part.confidence.period == Confidence::guess)
            if (const auto period = period_of(figures_[link.whole], figures_[link.part], PeriodRule::whole)) {
                part.period = period->period;
                part.confidence.period = period->confidence;
            }
        // 'thu 500 tỷ đồng, chi 300 tỷ đồng': sums of money may be of other things.
        if (part.indicator_id || !whole.indicator_id || whole.kind == MeasureKind::money) return;
        part.indicator_id = whole.indicator_id;
        part.confidence.indicator_id = Confidence::likely;
    }

    // What hangs on a value that was chosen between readings is not certain.
    static void doubt(MeasureConfidence& confidence) {
        for (Confidence* of :
             {&confidence.indicator, &confidence.indicator_id, &confidence.period, &confidence.part_of})
            if (*of == Confidence::certain) *of = Confidence::likely;
    }

    [[nodiscard]] Measures measures() {
        Measures found;
        found.all.reserve(figures_.size());
        found.places.reserve(figures_.size());
        for (Figure& figure : figures_) {
            found.places.push_back(static_cast<std::uint32_t>(figure.begin()));
            if (figure.doubtful) doubt(figure.measure.confidence);
            found.all.push_back(std::move(figure.measure));
        }
        return found;
    }
};

}  // namespace

Measures find_measures(const Document& document, const Islands& islands, const IndicatorCatalogue& catalogue,
                       const Meeting& meeting, const std::vector<bool>& taken, std::vector<Diagnostic>& diagnostics) {
    return MeasureFinder(document, islands, catalogue, meeting, taken, diagnostics).run();
}

std::vector<MeasureCandidates> measure_candidates(const Document& document, const Islands& islands,
                                                  const IndicatorCatalogue& catalogue, const Meeting& meeting,
                                                  const std::vector<bool>& taken) {
    std::vector<Diagnostic> diagnostics;
    return MeasureFinder(document, islands, catalogue, meeting, taken, diagnostics).explain();
}

}  // namespace tongket
