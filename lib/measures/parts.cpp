// SPDX-License-Identifier: BSL-1.0
#include "measures/parts.hpp"

#include <algorithm>
#include <string>

#include "measures/breakdown.hpp"
#include "page/same_word.hpp"

namespace tongket {
namespace {

// A bracket opens a breakdown where its first figure follows within so many tokens.
constexpr std::size_t bracket_reach = 12;
// Parts that add up to a whole follow it within so many figures; a small number is soon the sum of others.
constexpr std::size_t sum_reach = 24;
constexpr int least_sum = 99;
// Three parts and more that add up exactly hardly do so by chance.
constexpr int least_sum_of_many = 20;
constexpr std::size_t many_parts = 3;

// 'cần 156.000 tỷ đồng. Trong đó, ngân sách 35%, vốn vay 14,5%'.
bool shares_of(const Measure& whole, const Measure& part) {
    constexpr int all = 100;
    return part.kind == MeasureKind::percent && !(Decimal(all) < part.value) &&
           (whole.kind == MeasureKind::count || whole.kind == MeasureKind::money);
}

enum class Opener { bracket, with, colon };

// Whether a breakdown that no word opened ends between two places: at its closing bracket or at ';'.
class Breakdown {
  public:
    Breakdown(const Words& words, Opener opener, std::size_t from)
        : words_(words), opener_(opener), opened_(opener != Opener::bracket), at_(from) {}

    [[nodiscard]] bool ended_before(std::size_t to) {
        for (; at_ < to && !ended_; ++at_) {
            const Token t = words_.token(at_);
            if (t.is_mark('(')) {
                ++depth_;
                opened_ = true;
            }
            if (t.is_mark(')')) {
                if (depth_ > 0) --depth_;
                if (opener_ == Opener::bracket && depth_ == 0) ended_ = true;
            }
            if (t.is_mark(';') && depth_ == 0) ended_ = true;
        }
        return ended_ || !opened_;
    }

  private:
    const Words& words_;
    Opener opener_;
    bool opened_;
    bool ended_ = false;
    std::size_t depth_ = 0;
    std::size_t at_;
};

// One past 'trong số', 'trong tổng số', 'trên tổng số' before a whole; `at` itself where none stands.
std::size_t behind_among(const Words& words, std::size_t at) {
    if (!words.token(at).is_word(Keyword::trong) && !words.token(at).is_word(Keyword::tren)) return at;
    const std::size_t number = at + (words.token(at + 1).is_word(Keyword::tong) ? 2 : 1);
    return words.token(number).is_word(Keyword::so) ? number + 1 : at;
}

class PartFinder {
  public:
    PartFinder(const Words& words, std::span<const Figure> figures, std::size_t first)
        : words_(words), figures_(figures), first_(first), linked_(figures.size() - first) {}

    [[nodiscard]] std::vector<PartLink> run(const Sentence& sentence) && {
        link_to_sentence_before(sentence);
        for (std::size_t t = sentence.content; t < sentence.tokens.last; ++t) {
            const auto opener = opener_at(words_, t);
            if (opener && words_.token(t).is_word(Keyword::trong)) link_share_before(*opener, sentence);
            if (opener && t < figures_.back().begin()) link_said(*opener, sentence);
            const bool on = words_.token(t).is_word(Keyword::tren) && behind_among(words_, t) != t;
            if (!opener && (on || words_.token(t).is_word(Keyword::trong))) link_among(t, sentence);
        }
        for (std::size_t i = first_; i + 1 < figures_.size(); ++i) {
            const Measure& whole = figures_[i].measure;
            if (whole.role != MeasureRole::change && can_be_whole(whole)) link_unsaid(i);
        }
        return std::move(links_);
    }

  private:
    const Words& words_;
    std::span<const Figure> figures_;
    std::size_t first_;
    std::vector<bool> linked_;  ///< of the sentence's figures: which are parts by now
    std::vector<PartLink> links_;

    [[nodiscard]] bool is_part(std::size_t figure) const {
        return figure < first_ ? figures_[figure].measure.part_of.has_value() : linked_[figure - first_];
    }
    void link(std::size_t part, std::size_t whole, Confidence confidence) {
        linked_[part - first_] = true;
        links_.push_back({part, whole, confidence});
    }

    // 'Trong đó, ...', 'Cụ thể: ...' at the head of a sentence break down a figure of those before it: the last that
    // counts the same, or else the last.
    void link_to_sentence_before(const Sentence& sentence) {
        if (first_ == 0 || !looks_back(sentence)) return;
        const Measure* lead = nullptr;
        for (std::size_t k = first_; k < figures_.size() && lead == nullptr; ++k)
            if (!compared(figures_[k].measure)) lead = &figures_[k].measure;
        if (lead == nullptr) return;
        std::optional<std::size_t> whole = same_before(*lead, sentence);
        for (std::size_t w = first_; w-- > 0 && near(w, sentence) && !whole;)
            if (is_level(figures_[w].measure) && !is_part(w)) whole = w;
        if (whole) link_level_parts(*whole, sentence);
    }
    // The last figure of the sentences before that counts the same and can hold a part: one that is a part itself
    // only where its sentence has no other.
    [[nodiscard]] std::optional<std::size_t> same_before(const Measure& part, const Sentence& sentence) const {
        const Document& document = words_.document();
        for (std::size_t w = first_; w-- > 0 && near(w, sentence);) {
            const Measure& m = figures_[w].measure;
            if (!is_level(m) || m.unit != part.unit || !comparable(m, part)) continue;
            if (!is_part(w)) return w;
            const std::size_t own = document.sentence_of(figures_[w].begin());
            bool alone = true;
            for (std::size_t other = w; alone && other-- > 0 && document.sentence_of(figures_[other].begin()) == own;)
                alone = !is_level(figures_[other].measure) || figures_[other].measure.unit != m.unit;
            if (alone) return w;
        }
        return std::nullopt;
    }
    // 'Đáng chú ý, trong số đó có ...' does so behind its first words too.
    [[nodiscard]] bool looks_back(const Sentence& sentence) const {
        if (const auto opener = opener_at(words_, sentence.content)) return !opener->apart;
        constexpr std::size_t first_words = 6;
        for (std::size_t t = sentence.content; t < std::min(figures_[first_].begin(), sentence.content + first_words);
             ++t)
            if (words_.token(t).is_word(Keyword::trong))
                if (const auto opener = opener_at(words_, t)) return !opener->apart;
        return false;
    }
    [[nodiscard]] bool near(std::size_t figure, const Sentence& sentence) const {
        const Document& document = words_.document();
        return document.sentence_of(figures_[figure].begin()) + 2 >= document.sentence_of(sentence.content);
    }
    // Figures that count something else are parts of what counts the same: '25 vụ làm 300 người mắc. Trong đó, 7 vụ
    // làm 90 người mắc'.
    void link_level_parts(std::size_t w, const Sentence& sentence) {
        const Measure& whole = figures_[w].measure;
        PartSum sum(whole);
        bool full = false;
        for (std::size_t k = first_; k < figures_.size(); ++k) {
            const Measure& part = figures_[k].measure;
            if (compared(part) || breaks_down_part(k, w)) continue;
            if (shares_of(whole, part)) {
                if (names_share(k, sentence)) link(k, w, Confidence::guess);
                continue;
            }
            if (!comparable(whole, part)) {
                const auto other = same_before(part, sentence);
                if (other && part.value != figures_[*other].measure.value) link(k, *other, Confidence::guess);
                continue;
            }
            if (const auto named = namesake_before(k, w)) {
                link(k, *named, Confidence::likely);
                continue;
            }
            // The same figure once more opens no breakdown.
            full |= part.value == whole.value || !sum.takes(part);
            if (!full) link(k, w, Confidence::likely);
        }
    }

    // 'Trong đó, ngân sách 35%'; not 'Cụ thể, lãi suất 3,3%', 'Hải Phòng (78%)'.
    [[nodiscard]] bool names_share(std::size_t part, const Sentence& sentence) const {
        const TokenRange indicator = figures_[part].indicator;
        const bool rate = !indicator.empty() && words_.token(indicator.first).starts(LexiconClass::measure_head);
        return words_.token(sentence.content).is_word(Keyword::trong) && !rate &&
               !words_.token(figures_[part].begin() - 1).is_mark('(');
    }

    // 'Doanh thu 800 tỷ đồng, lợi nhuận 90 tỷ đồng. Trong đó, công ty mẹ có doanh thu 300 tỷ đồng, lợi nhuận 40 tỷ
    // đồng': of the figures of a sentence that count the same the one that measures the same.
    [[nodiscard]] std::optional<std::size_t> namesake_before(std::size_t part, std::size_t whole) const {
        const Document& document = words_.document();
        const auto names = [&](std::size_t figure) {
            const TokenRange indicator = figures_[figure].indicator, other = figures_[part].indicator;
            // 'Thụ lý 512 vụ', 'cấp tỉnh thụ lý 112 vụ'
            return indicator.first < indicator.last && other.first < other.last &&
                   (same_word(document, indicator.first, other.first) ||
                    same_word(document, indicator.last - 1, other.last - 1));
        };
        if (names(whole)) return std::nullopt;
        const std::size_t own = document.sentence_of(figures_[whole].begin());
        for (std::size_t w = first_; w-- > 0 && document.sentence_of(figures_[w].begin()) >= own;) {
            const Measure& m = figures_[w].measure;
            if (document.sentence_of(figures_[w].begin()) == own && is_level(m) &&
                m.unit == figures_[part].measure.unit && comparable(m, figures_[part].measure) &&
                m.value != figures_[part].measure.value && names(w))
                return w;
        }
        return std::nullopt;
    }

    // 'Gần 49% trong số đó', '120 người trong số này': a share or a part of what was told before.
    void link_share_before(const SaidOpener& opener, const Sentence& sentence) {
        std::size_t k = first_;
        while (k < figures_.size() && figures_[k].mention->range.last != opener.first) ++k;
        if (k == figures_.size() || is_part(k) || compared(figures_[k].measure)) return;
        const Measure& part = figures_[k].measure;
        for (std::size_t w = k; w-- > 0 && near(w, sentence);) {
            const Measure& m = figures_[w].measure;
            const bool share = part.kind == MeasureKind::percent && m.kind != MeasureKind::percent;
            if (!is_level(m) || !(share || comparable(m, part))) continue;
            link(k, w, Confidence::likely);
            return;
        }
    }

    // '40 doanh nghiệp trong tổng số 45', 'trong số 20 vụ có 9 vụ do ...': the whole stands behind the words. 'Trong
    // số các vụ vi phạm có 9 vụ do ...': it was told before.
    void link_among(std::size_t at, const Sentence& sentence) {
        const std::size_t behind = behind_among(words_, at);
        const bool among = behind != at;
        std::size_t w = first_;
        while (w < figures_.size() && figures_[w].begin() < (among ? behind : at + 1)) ++w;
        if (w == figures_.size()) return;
        if (figures_[w].begin() != (among ? behind : at + 1)) {
            if (among) link_said({at, behind, false}, sentence);
            return;
        }
        if (!is_level(figures_[w].measure)) return;
        const Measure& whole = figures_[w].measure;
        const bool before = w > first_ && !is_part(w - 1) && !compared(figures_[w - 1].measure) &&
                            comparable(whole, figures_[w - 1].measure) && unbroken({figures_[w - 1].end, at});
        if (before) return link(w - 1, w, Confidence::likely);
        PartSum sum(whole);
        std::size_t then = 0;  // the last 'thì' before the figure
        for (std::size_t k = w + 1; k < figures_.size() && figures_[k].clause <= figures_[w].begin(); ++k) {
            const Measure& part = figures_[k].measure;
            for (std::size_t t = figures_[k - 1].mention->range.last; t < figures_[k].begin(); ++t)
                if (words_.token(t).is_word(Keyword::but_then)) then = t;
            if (compared(part) || is_part(k)) continue;
            // 'trong 19 vụ thì có 9 vụ', 'trong số 20 vụ làm 10 người chết thì có 9 người chết'.
            const bool said = then >= figures_[w].end;
            if (!among && !said) return;
            if (said && part.unit != whole.unit) {
                std::size_t other = k - 1;
                while (other > w && (figures_[other].measure.unit != part.unit || then < figures_[other].end))
                    --other;
                if (other > w && is_level(figures_[other].measure) && comparable(figures_[other].measure, part))
                    link(k, other, Confidence::guess);
                continue;
            }
            const bool share = part.kind == MeasureKind::percent && whole.kind == MeasureKind::count &&
                               words_.token(figures_[k].begin() - 1).is_mark('(');
            if (share) link(k, w, Confidence::guess);
            if (part.kind != whole.kind || part.unit != whole.unit) continue;
            if (!sum.takes(part)) return;
            link(k, w, Confidence::likely);
        }
    }
    [[nodiscard]] bool unbroken(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t)
            if (words_.ends_phrase(t)) return false;
        return true;
    }

    // 'gồm', 'trong đó', 'riêng' within a sentence.
    void link_said(const SaidOpener& opener, const Sentence& sentence) {
        std::size_t k = first_;
        while (k < figures_.size() && (figures_[k].begin() < opener.last || compared(figures_[k].measure))) ++k;
        if (k == figures_.size() || is_part(k)) return;
        auto w = whole_before(opener, figures_[k].measure, sentence);
        if (!w && looks_further(opener)) {
            w = same_before(figures_[k].measure, sentence);
            if (w && figures_[*w].measure.value == figures_[k].measure.value) w.reset();
        }
        if (!w) return;
        const Measure& whole = figures_[*w].measure;
        PartSum sum(whole);
        std::size_t from = opener.last;
        std::size_t depth = 0;
        for (; k < figures_.size(); ++k) {
            const Measure& part = figures_[k].measure;
            const TokenRange between{from, figures_[k].begin()};
            // Where nothing announced a list, the breakdown ends with its clause, unless it is whole only behind it,
            // and with the bracket that holds it.
            if (!opener.listed && !opener.bracket && words_.parted(between) && !completed_from(k, whole, sum)) return;
            const auto inside = depth_behind(between, depth);
            if (!inside) return;
            depth = *inside;
            from = figures_[k].begin();
            if (compared(part) || is_part(k) || breaks_down_part(k, *w)) continue;
            // 'riêng tàu trên 90 CV 12 chiếc': the unit counts whatever is named.
            if (opener.apart && part.unit != whole.unit && !counts_anything(*figures_[k].mention)) return;
            if (!comparable(whole, part) && !same_measure(whole, part)) {
                // A share said of the whole is a part of it too; other figures between do not belong.
                if (shares_of(whole, part)) link(k, *w, Confidence::guess);
                continue;
            }
            // 'trong đó 31 đơn thuộc thẩm quyền, đã giải quyết 30 đơn': done of the part before it.
            if (k > first_ && is_part(k - 1) && done_of(k - 1, k)) {
                link(k, k - 1, Confidence::likely);
                continue;
            }
            if (!sum.takes(part)) return;
            link(k, *w, opener.apart ? Confidence::likely : Confidence::certain);
            if (sum.complete()) return;
        }
    }

    // 'cụ thể', 'trong số các vụ' may look back further than 'trong đó' and 'gồm'.
    [[nodiscard]] bool looks_further(const SaidOpener& opener) const {
        return !opener.apart && !words_.token(opener.last - 1).is_word(Keyword::that) &&
               !words_.token(opener.last - 1).is_word(Keyword::gom);
    }

    // Whether the figures from one on make the whole of what is summed so far.
    [[nodiscard]] bool completed_from(std::size_t k, const Measure& whole, PartSum sum) const {
        for (; k < figures_.size(); ++k) {
            const Measure& part = figures_[k].measure;
            if (compared(part) || is_part(k)) continue;
            if (part.kind != whole.kind || part.unit != whole.unit || !sum.takes(part)) return false;
            if (sum.about_complete()) return true;
        }
        return false;
    }

    [[nodiscard]] bool done_of(std::size_t before, std::size_t figure) const {
        const Measure& part = figures_[figure].measure;
        if (part.unit != figures_[before].measure.unit || !comparable(figures_[before].measure, part)) return false;
        std::size_t t = figures_[figure].begin();
        while (t > figures_[before].end && !words_.ends_phrase(t - 1)) --t;
        return words_.token(t).is_word(Keyword::da) && words_.token(t - 1).is_mark(',');
    }

    // How many brackets are open behind a range; nothing where it closes the one that was open before all of them.
    [[nodiscard]] std::optional<std::size_t> depth_behind(TokenRange range, std::size_t depth) const {
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (words_.token(t).is_mark('(')) ++depth;
            if (!words_.token(t).is_mark(')')) continue;
            if (depth == 0) return std::nullopt;
            --depth;
        }
        return depth;
    }

    // 'trong đó: A 40 trạm (25 trạm 3G, ...)': a bracket right behind a part breaks down that part.
    [[nodiscard]] bool breaks_down_part(std::size_t figure, std::size_t whole) const {
        std::size_t bracket = figures_[figure].begin();
        std::size_t closed = 0;
        while (bracket > figures_[whole].begin()) {
            const Token token = words_.token(--bracket);
            if (token.is_mark(')')) ++closed;
            if (token.is_mark('(') && closed-- == 0) break;
        }
        if (!words_.token(bracket).is_mark('(')) return false;
        std::size_t before = figure;
        while (before > first_ && (figures_[before].begin() > bracket || compared(figures_[before].measure)))
            --before;
        if (before == whole || !is_part(before)) return false;
        // Changes of the part may stand between.
        std::size_t from = figures_[before].end;
        for (std::size_t k = before + 1; k < figure && figures_[k].begin() < bracket; ++k) from = figures_[k].end;
        return unbroken({from, bracket});
    }

    // Of the figures before an opener the nearest that counts the same as the first part; where none does, the
    // nearest that it can be a part of. A ';' ends the search, unless the opener stands behind it.
    [[nodiscard]] std::optional<std::size_t> whole_before(const SaidOpener& opener, const Measure& part,
                                                          const Sentence& sentence) const {
        std::optional<std::size_t> nearest, bracketed;
        std::size_t clause = words_.clause_begin(sentence, opener.first);
        if (clause == opener.first && clause > sentence.tokens.first)
            clause = words_.clause_begin(sentence, clause - 1);
        for (std::size_t w = figures_.size(); w-- > first_;) {
            const Measure& m = figures_[w].measure;
            if (figures_[w].begin() >= opener.first) continue;
            if (figures_[w].begin() < clause) break;
            if (m.role == MeasureRole::change || !can_be_whole(m)) continue;
            if (m.baseline && m.kind == MeasureKind::percent) continue;
            // 'A 40 xã (B 12 xã), trong đó ...': what a bracket added is broken down behind it only where nothing
            // else can be.
            const bool fits = comparable(m, part);
            if (!depth_behind({figures_[w].begin(), opener.first}, 0)) {
                if (fits && m.unit == part.unit && !bracketed) bracketed = w;
                continue;
            }
            if (fits && m.unit == part.unit) return w;
            if (!nearest && !opener.apart && (fits || shares_of(m, part))) nearest = w;
        }
        return nearest ? nearest : bracketed;
    }

    // '120 lớp (80 lớp cấp xã, 40 lớp cấp huyện)', '120 lớp với 80 lớp ...'
    void link_unsaid(std::size_t w) {
        const Measure& whole = figures_[w].measure;
        // Changes and comparisons of the whole itself may stand between.
        std::size_t k = w + 1;
        while (k < figures_.size() && compared(figures_[k].measure)) ++k;
        if (k == figures_.size() || is_part(k)) return;
        const std::size_t behind = figures_[w].mention->range.last;
        const auto opener = unsaid_opener({behind, figures_[k].begin()});
        // A part is broken down by brackets alone.
        if (!opener || (is_part(w) && *opener != Opener::bracket)) return;
        // '1.350 tỷ đồng (năm 2017 là 1.120 tỷ đồng)': alone in its bracket it is that of another year.
        const PeriodMention* other = words_.islands().periods.first_in({behind, figures_[k].begin()});
        if (*opener == Opener::bracket && other != nullptr && other->period.year() != 0 &&
            words_.token(figures_[k].mention->range.last).is_mark(')') && other->range.first == behind + 1)
            return;
        if (*opener == Opener::bracket && is_compared_with({behind, figures_[k].begin()}, figures_[k])) return;
        PartSum sum(whole);
        Breakdown breakdown(words_, *opener, behind);
        for (; k < figures_.size(); ++k) {
            const Measure& part = figures_[k].measure;
            if (compared(part) || is_part(k)) continue;
            if (breakdown.ended_before(figures_[k].begin())) return;
            if (*opener == Opener::colon && part.unit != whole.unit && part.kind != MeasureKind::percent) return;
            // '300 vụ: 26% do ..., 12% do ...'
            if (*opener == Opener::colon && part.kind == MeasureKind::percent && whole.kind == MeasureKind::count)
                link(k, w, Confidence::guess);
            if (!comparable(whole, part) && !same_measure(whole, part)) continue;
            if (!sum.takes(part)) return;
            link(k, w, Confidence::likely);
            if (sum.complete()) return;
        }
    }

    // '980 tỷ đồng, tăng 12% so với năm 2015 (875 tỷ đồng)': a figure alone in brackets behind a baseline is its own.
    [[nodiscard]] bool is_compared_with(TokenRange between, const Figure& figure) const {
        if (!words_.token(figure.mention->range.last).is_mark(')')) return false;
        const bool alone = words_.token(figure.begin() - 1).is_mark('(');
        for (std::size_t t = between.first; t < between.last; ++t)
            if (words_.token(t).starts(LexiconClass::baseline) && (alone || words_.token(t - 1).is_mark('(')))
                return true;
        return false;
    }

    [[nodiscard]] std::optional<Opener> unsaid_opener(TokenRange between) const {
        for (std::size_t t = between.first; t < between.last; ++t) {
            const Token token = words_.token(t);
            if (token.is_mark(';') || token.is_mark('.') || opener_at(words_, t)) return std::nullopt;
            if (token.is_mark('(') && between.last - t <= bracket_reach) return Opener::bracket;
            // not 'so với 507 trường hợp'
            if (token.is_word(Keyword::voi) && t + 1 == between.last && !words_.inside_baseline(t))
                return Opener::with;
            if (token.is_mark(':') && t + 1 == between.last) return Opener::colon;
        }
        return std::nullopt;
    }
};

// Whether parts of a whole may be found by their sum.
bool can_be_sum(const Measure& m) {
    if (compared(m) || m.value < Decimal(least_sum_of_many)) return false;
    // 'giao 172/172 tân binh'
    if (m.kind == MeasureKind::ratio) return m.of == m.value;
    return m.kind == MeasureKind::money || m.kind == MeasureKind::count || m.kind == MeasureKind::other;
}

// 'loại 1: 41, loại 2: 97', of '172/172 tân binh' also 'loại 3: 34 người': a number that says no noun of its own
// counts what its whole counts.
bool may_add_up(const Measure& whole, const Figure& part) {
    const Measure& m = part.measure;
    if (m.kind != MeasureKind::count || (whole.kind != MeasureKind::count && whole.kind != MeasureKind::ratio))
        return m.kind == whole.kind && same_noun(whole, m);
    return same_noun(whole, m) || !part.mention->quantity.unit ||
           (whole.kind == MeasureKind::ratio && counts_anything(*part.mention));
}

// Figures of different times make no whole: '45 vụ năm 2015, 25 vụ năm 2016'.
bool of_other_time(const Measure& whole, const Measure& part) {
    return whole.confidence.period != Confidence::guess && part.confidence.period != Confidence::guess &&
           whole.period != part.period;
}

// Round numbers add up by chance: the digits before the zeros at the end.
std::size_t telling_digits(const Decimal& value) {
    const std::string text = value.to_string();
    std::size_t last = text.size();
    while (last > 0 && text[last - 1] == '0') --last;
    return last;
}

// Figures that add up to one before them, whatever stands between; shares that add up to all of it.
class SumFinder {
  public:
    SumFinder(const Document& document, std::span<const Figure> figures)
        : document_(document), figures_(figures), found_(figures.size()) {
        sentences_.reserve(figures.size());
        for (const Figure& figure : figures) sentences_.push_back(document.sentence_of(figure.begin()));
    }

    [[nodiscard]] std::vector<PartLink> run() && {
        for (std::size_t w = 0; w < figures_.size(); ++w) {
            if (!can_be_sum(figures_[w].measure)) continue;
            link(w, parts_of(w));
            link(w, shares_of_all(w));
        }
        return std::move(links_);
    }

  private:
    const Document& document_;
    std::span<const Figure> figures_;
    std::vector<bool> found_;
    std::vector<std::size_t> sentences_;
    std::vector<PartLink> links_;

    [[nodiscard]] std::size_t line_of(std::size_t figure) const {
        return document_.sentences[sentences_[figure]].line;
    }
    void link(std::size_t whole, const std::vector<std::size_t>& parts) {
        for (const std::size_t k : parts) {
            found_[k] = true;
            links_.push_back({k, whole, Confidence::likely});
        }
    }
    [[nodiscard]] bool taken(std::size_t figure) const {
        return figures_[figure].measure.part_of.has_value() || found_[figure];
    }

    [[nodiscard]] std::vector<std::size_t> parts_of(std::size_t w) const {
        const Measure& whole = figures_[w].measure;
        std::vector<std::size_t> parts;
        Decimal sum;
        // The parts may stand in the lines behind.
        std::size_t line = line_of(w);
        for (std::size_t k = w + 1; k < std::min(figures_.size(), w + 1 + sum_reach); ++k) {
            const Measure& part = figures_[k].measure;
            if (compared(part) || part.kind == MeasureKind::percent) continue;
            if (line_of(k) > line + 1) break;
            if (!may_add_up(whole, figures_[k]) || taken(k) || of_other_time(whole, part)) continue;
            line = line_of(k);
            const auto next = Decimal::add(sum, part.value);
            if (!next || *next > whole.value) {
                if (parts.empty()) continue;
                break;
            }
            sum = *next;
            parts.push_back(k);
            if (sum == whole.value) break;
        }
        const bool told_at_once = sentences_[parts.empty() ? w : parts.back()] == sentences_[w];
        constexpr std::size_t least_digits = 2, least_digits_of_two = 3;
        const std::size_t digits = telling_digits(whole.value);
        const bool two =
            parts.size() == 2 && (told_at_once ? digits >= least_digits
                                               : digits >= least_digits_of_two && Decimal(least_sum) < whole.value);
        const bool enough = two || (parts.size() >= many_parts && digits >= least_digits);
        return enough && sum == whole.value ? parts : std::vector<std::size_t>{};
    }

    // '1.120 phòng, kiên cố 43,4%, bán kiên cố 33,1%, tạm 23,5%'; not 'tỷ lệ tiêm đủ 95%, tỷ lệ suy dinh dưỡng 5%'.
    [[nodiscard]] std::vector<std::size_t> shares_of_all(std::size_t w) const {
        constexpr int all = 100;
        std::vector<std::size_t> parts;
        Decimal sum;
        for (std::size_t k = w + 1; k < std::min(figures_.size(), w + 1 + sum_reach); ++k) {
            const Measure& part = figures_[k].measure;
            if (sentences_[k] > sentences_[w] + 1) break;
            if (compared(part)) continue;
            // A share is of the last that was counted, but for its parts: 'kiên cố 486 phòng = 43,4%'.
            if (part.kind != MeasureKind::percent && parts.empty() && can_be_sum(part) && !found_[k]) break;
            if (part.kind != MeasureKind::percent || taken(k)) continue;
            if (part.indicator_id && part.indicator_id != figures_[w].measure.indicator_id) break;
            const auto next = Decimal::add(sum, part.value);
            if (!next || *next > Decimal(all)) break;
            sum = *next;
            parts.push_back(k);
            if (sum == Decimal(all)) break;
        }
        return parts.size() >= many_parts && sum == Decimal(all) ? parts : std::vector<std::size_t>{};
    }
};

}  // namespace

std::vector<PartLink> find_parts(const Words& words, std::span<const Figure> figures, std::size_t first,
                                 const Sentence& sentence) {
    if (first == figures.size()) return {};
    return PartFinder(words, figures, first).run(sentence);
}

std::vector<PartLink> find_parts_by_sums(const Words& words, std::span<const Figure> figures) {
    return SumFinder(words.document(), figures).run();
}

}  // namespace tongket
