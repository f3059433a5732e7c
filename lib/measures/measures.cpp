// SPDX-License-Identifier: BSL-1.0
#include "measures/measures.hpp"

#include <algorithm>

namespace tongket {
namespace {

class MeasureFinder {
  public:
    MeasureFinder(const Document& document, const Islands& islands, const IndicatorCatalogue& catalogue,
                  const Meeting& meeting, const std::vector<bool>& taken, std::vector<Diagnostic>& diagnostics)
        : document_(document),
          islands_(islands),
          catalogue_(catalogue),
          meeting_(meeting),
          taken_(taken),
          diagnostics_(diagnostics) {}

    Measures run() {
        found_.all.reserve(islands_.quantities.size());
        found_.places.reserve(islands_.quantities.size());
        std::size_t next = 0;
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            const Sentence& sentence = document_.sentences[s];
            std::size_t end = next;
            while (end < islands_.quantities.size() && islands_.quantities[end].range.first < sentence.tokens.last)
                ++end;
            if (measurable(sentence.zone) && end > next) sentence_measures(s, next, end);
            if (sentence.line != paragraph_) {
                paragraph_ = sentence.line;
                standing_period_.reset();
            }
            note_standing_period(sentence);
            next = end;
        }
        link_by_sums();
        return std::move(found_);
    }

  private:
    // Figures behind a total that add up to it exactly are its parts, whether or not a word says so.
    void link_by_sums() {
        constexpr std::size_t reach = 12;
        for (std::size_t w = 0; w < found_.all.size(); ++w) {
            const Measure& whole = found_.all[w];
            if (whole.role == MeasureRole::change || whole.baseline || !(Decimal(99) < whole.value)) continue;
            if (whole.kind != MeasureKind::money && whole.kind != MeasureKind::count &&
                whole.kind != MeasureKind::other)
                continue;
            const std::size_t line = document_.sentences[document_.sentence_of(found_.places[w])].line;
            std::vector<std::size_t> parts;
            Decimal sum;
            for (std::size_t k = w + 1; k < std::min(found_.all.size(), w + 1 + reach); ++k) {
                const Measure& part = found_.all[k];
                if (document_.sentences[document_.sentence_of(found_.places[k])].line != line) break;
                if (part.role == MeasureRole::change || part.baseline || part.kind == MeasureKind::percent) continue;
                if (part.kind != whole.kind || part.unit != whole.unit || part.part_of) break;
                const auto next = Decimal::add(sum, part.value);
                if (!next || *next > whole.value) break;
                sum = *next;
                parts.push_back(k);
                if (sum == whole.value) break;
            }
            if (parts.size() < 2 || sum != whole.value) continue;
            for (const std::size_t k : parts) {
                found_.all[k].part_of = w;
                found_.all[k].confidence.part_of = Confidence::likely;
            }
        }
    }

    // A measure of the sentence at hand, with what later ones need to know of it.
    struct Item {
        const QuantityMention* mention = nullptr;
        std::size_t found = 0;  ///< index in found_.all
        TokenRange indicator;
        std::size_t end = 0;  ///< one past the measure and its baseline
    };

    const Document& document_;
    const Islands& islands_;
    const IndicatorCatalogue& catalogue_;
    const Meeting& meeting_;
    const std::vector<bool>& taken_;
    std::vector<Diagnostic>& diagnostics_;
    Measures found_;
    std::vector<Item> items_;
    std::size_t concepts_sentence_ = static_cast<std::size_t>(-1);  // whose concepts are kept
    grammar::ConceptSet sentence_concepts_;
    TokenRange concepts_clause_;
    grammar::ConceptSet clause_concepts_;
    std::size_t paragraph_ = static_cast<std::size_t>(-1);
    std::optional<Period> standing_period_;  // 'Tính đến tháng 12/2017, ...' holds for the sentences behind it

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    [[nodiscard]] static bool measurable(ZoneKind zone) {
        return zone != ZoneKind::boilerplate && zone != ZoneKind::dateline && zone != ZoneKind::byline;
    }

    void sentence_measures(std::size_t s, std::size_t begin, std::size_t end) {
        const Sentence& sentence = document_.sentences[s];
        if (sentence.line != paragraph_) {
            paragraph_ = sentence.line;
            standing_period_.reset();
        }
        items_.clear();
        for (std::size_t q = begin; q < end; ++q) {
            if (q < taken_.size() && taken_[q]) continue;
            const QuantityMention& mention = islands_.quantities[q];
            auto measure = read_quantity(document_, mention, diagnostics_);
            if (!measure) continue;
            found_.all.push_back(std::move(*measure));
            found_.places.push_back(static_cast<std::uint32_t>(mention.range.first));
            items_.push_back(
                {&mention, found_.all.size() - 1, {}, std::max(mention.range.last, mention.quantity.last)});
            const std::size_t previous_end = items_.size() > 1 ? items_[items_.size() - 2].end : sentence.content;
            resolve(sentence, previous_end);
        }
        link_parts(sentence);
        for (const Item& item : items_) classify(s, item);
    }

    // ---- one measure ------------------------------------------------------------------------------------------

    void resolve(const Sentence& sentence, std::size_t previous_end) {
        Item& item = items_.back();
        Measure& m = found_.all[item.found];
        const std::size_t begin = item.mention->range.first;
        const std::size_t clause = clause_begin(sentence, begin);
        const std::size_t region = std::max(clause, std::min(previous_end, begin));
        m.estimated = is_estimated(region, begin);
        std::size_t verb = begin;
        find_change(m, region, begin, sentence.tokens.last, verb);
        find_baseline(m, sentence, region, item);
        find_indicator(item, m, sentence, region, verb);
        find_period(m, sentence, clause, region, item);
    }

    // After the last ';' before a token.
    [[nodiscard]] std::size_t clause_begin(const Sentence& sentence, std::size_t at) const {
        for (std::size_t t = at; t-- > sentence.tokens.first;)
            if (token(t).is_mark(';')) return t + 1;
        return sentence.content;
    }

    [[nodiscard]] bool is_estimated(std::size_t region, std::size_t begin) const {
        for (std::size_t t = begin; t-- > region && begin - t <= 14;) {
            if (token(t).starts(LexiconClass::estimator)) {
                const std::size_t length = document_.match(t, LexiconClass::estimator).length;
                // 'ước đạt' right before, or 'ước nộp ngân sách gần': no comma between.
                for (std::size_t k = t + length; k < begin; ++k)
                    if (token(k).is_mark(',') || token(k).is_mark('(') || token(k).is_mark(':')) return false;
                return true;
            }
        }
        return false;
    }

    // ---- change and baseline ----------------------------------------------------------------------------------

    void find_change(Measure& m, std::size_t region, std::size_t begin, std::size_t, std::size_t& verb) const {
        for (std::size_t t = begin; t-- > region && begin - t <= 10;) {
            const bool up = token(t).starts(LexiconClass::increase), down = token(t).starts(LexiconClass::decrease);
            if (!up && !down) continue;
            const PhraseMatch match = document_.match(t, up ? LexiconClass::increase : LexiconClass::decrease);
            if (t + match.length > begin + 2) continue;
            // Between verb and number only what belongs to them: approximators, 'được', 'thêm', a baseline.
            bool reaches = true, to_level = false;
            for (std::size_t k = t + match.length; k < begin && reaches; ++k) {
                const Token between = token(k);
                if (between.is_word(Keyword::dat) || between.is_word(Keyword::la) || between.is_word(Keyword::len) ||
                    between.is_word(Keyword::still) || between.is_word(Keyword::xuong))
                    to_level = true;
                if (between.is_mark(',') || between.is_mark(';')) reaches = false;
            }
            const std::size_t gap = begin > t + match.length ? begin - t - match.length : 0;
            if (!reaches) return;
            if (gap > 0 && !to_level && !only_baseline({t + match.length, begin})) {
                // 'tăng 6 tháng' apart: a verb whose object has its own number is no change of it.
                if (gap > 2) continue;
                if (gap > 1 && !token(t + match.length).starts(LexiconClass::estimator)) continue;
                if (gap == 1 && token(t + match.length).starts(LexiconClass::noun)) continue;
            }
            verb = t;
            if (to_level) return;
            // 'tăng từ 20 lên 35': both ends are levels.
            if (m.to == std::nullopt && begin > 0 && token(begin).is_word(Keyword::tu)) return;
            if (begin > 0 && token(begin - 1).is_word(Keyword::tu)) return;
            m.role = MeasureRole::change;
            m.direction = up ? Direction::increase : Direction::decrease;
            return;
        }
    }

    [[nodiscard]] bool only_baseline(TokenRange range) const {
        return !range.empty() && token(range.first).starts(LexiconClass::baseline);
    }

    void find_baseline(Measure& m, const Sentence& sentence, std::size_t region, Item& item) {
        const std::size_t end = item.mention->quantity.last;
        std::size_t t = std::max(end, item.mention->range.last);
        const std::size_t limit = std::min(sentence.tokens.last, t + 14);
        const bool compares = m.role == MeasureRole::change || m.kind == MeasureKind::percent || m.unit == "lần" ||
                              m.kind == MeasureKind::count || m.kind == MeasureKind::money;
        if (!compares) return;
        // Behind the number, at once or after a few words of its noun.
        for (std::size_t k = t; k < limit; ++k) {
            if (ends_phrase(k) || (token(k).kind == TokenKind::number && !inside_period(k))) break;
            if (!token(k).starts(LexiconClass::baseline)) {
                if (m.unit == "lần" && k == t &&
                    (token(k).is_word(Keyword::nam) || token(k).starts(LexiconClass::noun))) {
                    item.end = baseline_end(k, sentence);
                    m.baseline = document_.words({k, item.end});
                    return;
                }
                if (k - t >= 8) break;
                continue;
            }
            const PhraseMatch opener = document_.match(k, LexiconClass::baseline);
            // The bare words (kế hoạch, chỉ tiêu) must follow at once, and only a comparison has them.
            if (opener.payload->value == "bare" &&
                (k != t || (m.kind != MeasureKind::percent && m.role != MeasureRole::change)))
                continue;
            item.end = baseline_end(k, sentence);
            m.baseline = document_.words({k, item.end});
            return;
        }
        // Before it: 'so với cùng kỳ tăng 12%'.
        if (m.role != MeasureRole::change && m.kind != MeasureKind::percent) return;
        for (std::size_t k = region; k < item.mention->range.first; ++k) {
            if (!token(k).starts(LexiconClass::baseline) ||
                document_.match(k, LexiconClass::baseline).value() != "so")
                continue;
            std::size_t stop = k;
            while (stop < item.mention->range.first && !token(stop).starts(LexiconClass::increase) &&
                   !token(stop).starts(LexiconClass::decrease) && !token(stop).is_mark(',') &&
                   !token(stop).is_word(Keyword::dat))
                ++stop;
            m.baseline = document_.words({k, stop});
            return;
        }
        // A change beside another shares its baseline.
        if (m.role == MeasureRole::change && items_.size() > 1) {
            const Item& before = items_[items_.size() - 2];
            const Measure& previous = found_.all[before.found];
            if (previous.baseline && previous.role == MeasureRole::change &&
                same_clause(before.mention->range.last, item.mention->range.first))
                m.baseline = previous.baseline;
        }
    }

    [[nodiscard]] bool same_clause(std::size_t from, std::size_t to) const {
        for (std::size_t t = from; t < to; ++t)
            if (token(t).is_mark(';')) return false;
        return true;
    }

    [[nodiscard]] bool ends_phrase(std::size_t at) const {
        const Token t = token(at);
        return t.kind == TokenKind::mark && (t.mark == ',' || t.mark == ';' || t.mark == '.' || t.mark == ')' ||
                                             t.mark == '(' || t.mark == ':' || t.mark == '~');
    }

    [[nodiscard]] std::size_t baseline_end(std::size_t at, const Sentence& sentence) const {
        std::size_t t = at + std::max<std::size_t>(document_.match(at, LexiconClass::baseline).length, 1);
        while (t < sentence.tokens.last && t < at + 16) {
            if (ends_phrase(t)) break;
            if (token(t).starts(LexiconClass::increase) || token(t).starts(LexiconClass::decrease) ||
                token(t).is_word(Keyword::dat) || token(t).is_word(Keyword::la))
                break;
            if (token(t).is_word(Keyword::va) && t + 1 < sentence.tokens.last &&
                (token(t + 1).starts(LexiconClass::increase) || token(t + 1).starts(LexiconClass::decrease) ||
                 token(t + 1).kind == TokenKind::number))
                break;
            if (bounds(t) && !token(t).is_word(Keyword::va) && t > at + 2 && !inside_period(t)) break;
            ++t;
        }
        return t;
    }

    [[nodiscard]] const PeriodMention* period_at(std::size_t at) const {
        auto p = std::upper_bound(islands_.periods.begin(), islands_.periods.end(), at,
                                  [](std::size_t t, const PeriodMention& m) { return t < m.range.first; });
        if (p == islands_.periods.begin()) return nullptr;
        --p;
        return p->range.last > at ? &*p : nullptr;
    }
    [[nodiscard]] bool inside_period(std::size_t at) const { return period_at(at) != nullptr; }

    // ---- what is measured -------------------------------------------------------------------------------------

    void find_indicator(Item& item, Measure& m, const Sentence& sentence, std::size_t region, std::size_t verb) {
        const std::size_t begin = item.mention->range.first;
        const std::size_t stop = std::min(verb, begin);
        TokenRange subject = subject_before(region, stop, m);
        const bool own_noun = counted_by_own_noun(m, item);
        Confidence confidence = Confidence::certain;
        const bool said_head = !subject.empty() && token(subject.first).starts(LexiconClass::measure_head);
        TokenRange chosen;
        if (m.role == MeasureRole::change) {
            if (!subject.empty()) {
                chosen = subject;
            } else if (items_.size() > 1) {
                chosen = items_[items_.size() - 2].indicator;
                confidence = Confidence::likely;
            }
            if (chosen.empty() && own_noun) chosen = noun_phrase(item, sentence, false);
        } else if (m.kind == MeasureKind::percent) {
            const TokenRange after = said_head ? TokenRange{} : phrase_after(item, sentence);
            if (!after.empty() && !m.baseline) {
                chosen = after;
            } else if (!subject.empty()) {
                chosen = subject;
            } else if (items_.size() > 1) {
                chosen = items_[items_.size() - 2].indicator;
                confidence = Confidence::likely;
            }
        } else if (own_noun && !(said_head && links(subject.last, begin))) {
            chosen = noun_phrase(item, sentence, m.kind == MeasureKind::ratio);
            // 'Đăng ký khai sinh 24.806 trường hợp': a noun that says nothing gives way to what was done.
            if (generic_alone(chosen, item)) {
                const TokenRange activity = plain_subject(region, stop);
                if (!activity.empty()) chosen = activity;
            }
        } else if (m.kind == MeasureKind::other && m.unit != "lần" && !noun_behind(item, sentence).empty()) {
            chosen = noun_behind(item, sentence);
        } else if (!subject.empty()) {
            chosen = subject;
        } else if (m.unit != "lần" && (m.kind == MeasureKind::duration || m.kind == MeasureKind::other ||
                                       m.kind == MeasureKind::length)) {
            chosen = noun_phrase(item, sentence, false);
        } else if (items_.size() > 1 && (m.baseline || (m.unit == "lần" && m.kind == MeasureKind::other))) {
            chosen = items_[items_.size() - 2].indicator;
            confidence = Confidence::likely;
        }
        if (chosen.empty() && item.mention->quantity.unit) chosen = noun_phrase(item, sentence, false);
        if (chosen.empty()) chosen = earlier_subject(sentence, begin);
        chosen = document_.trimmed(chosen, ",;:.-(\"'~");
        if (chosen.empty()) return;
        item.indicator = chosen;
        infer_unit(m, item);
        m.indicator = document_.text(chosen);
        m.confidence.indicator = confidence;
        if (!m.unit) m.unit = noun_in(chosen);
    }

    [[nodiscard]] static bool generic_alone(TokenRange phrase, const Item& item) {
        const auto& unit = item.mention->quantity.unit;
        return unit && unit->payload != nullptr && unit->payload->attribute("generic") == "1" &&
               phrase.last == unit->end();
    }

    // '5,2 triệu tấn gạo': what the unit is of.
    [[nodiscard]] TokenRange noun_behind(const Item& item, const Sentence& sentence) const {
        if (!item.mention->quantity.unit) return {};
        const TokenRange phrase = noun_phrase(item, sentence, false);
        return {item.mention->quantity.unit->end(), phrase.last};
    }

    // '7,37 tỷ' after USD is USD; '15,8 triệu' of subscribers counts subscribers.
    void infer_unit(Measure& m, const Item& item) const {
        const auto& q = item.mention->quantity;
        if (q.unit || item.mention->shared_unit || q.amount.scale < 6 || m.kind != MeasureKind::money) return;
        const Measure* previous = nullptr;
        if (items_.size() > 1)
            previous = &found_.all[items_[items_.size() - 2].found];
        else if (item.found > 0)
            previous = &found_.all[item.found - 1];
        if (previous != nullptr && previous->kind == MeasureKind::money && previous->unit != "VND") {
            m.unit = previous->unit;
            return;
        }
        static constexpr std::string_view money = "money";
        const auto concept_id = document_.stream().lexicon->concept_id(money);
        if (concept_id && concepts_in(document_, item.indicator).test(*concept_id)) return;
        if (const auto noun = noun_in(item.indicator)) {
            m.unit = noun;
            m.kind = MeasureKind::count;
        } else if (items_.size() > 1 && previous->kind == MeasureKind::count && q.amount.scale == 6) {
            m.unit = previous->unit;
            m.kind = MeasureKind::count;
        }
    }

    // Words that can only link a subject with its figure.
    [[nodiscard]] bool is_link(std::size_t t) const {
        const Token k = token(t);
        return k.is_word(Keyword::la) || k.is_word(Keyword::dat) || k.is_mark(':') ||
               k.starts(LexiconClass::estimator) || k.is_word(Keyword::still) || k.is_word(Keyword::chiem) ||
               k.is_word(Keyword::bang) || k.is_word(Keyword::gap) || k.starts(LexiconClass::approximator) ||
               k.is_word(Keyword::len);
    }
    [[nodiscard]] bool links(std::size_t from, std::size_t to) const {
        if (from >= to) return true;
        for (std::size_t t = from; t < to; ++t)
            if (is_link(t)) return true;
        // Only a time between: 'Số đầu sách trong năm 235'.
        return to - from <= 4;
    }

    [[nodiscard]] static bool counted_by_own_noun(const Measure& m, const Item& item) {
        if (!item.mention->quantity.unit) return item.mention->shared_unit.has_value();
        if (m.kind == MeasureKind::count || m.kind == MeasureKind::ratio) return true;
        return m.kind == MeasureKind::duration && !m.per;
    }

    // The subject of a figure: the words between the figure before and this one that say what is measured, without
    // times and linking verbs.
    [[nodiscard]] TokenRange subject_before(std::size_t region, std::size_t stop, const Measure& m) const {
        if (region >= stop) return {};
        // From the last head of a measure ('tổng số', 'doanh thu'), if there is one.
        std::size_t head = stop;
        for (std::size_t t = region; t < stop; ++t) {
            if (!token(t).starts(LexiconClass::measure_head)) continue;
            const PhraseMatch match = document_.match(t, LexiconClass::measure_head);
            if (t + match.length > stop || inside_term(t)) continue;
            // 'nâng tổng số': a new subject; a head inside a subject ('tỷ lệ ... số') does not open a second one.
            if (head == stop || (separated(head, t) && m.kind != MeasureKind::rank)) head = t;
            t += match.length - 1;
        }
        if (head != stop) {
            const std::size_t end = subject_end(head, stop, m);
            const std::size_t head_length = document_.match(head, LexiconClass::measure_head).length;
            // 'Thuê bao Internet đạt mật độ 6,2': the head stands alone behind its verb.
            if (end <= head + head_length && head > region) {
                const TokenRange wider = plain_subject(region, head);
                if (!wider.empty() && (is_link(head - 1) || token(head - 1).is_word(Keyword::voi) ||
                                       token(head - 1).is_word(Keyword::co)))
                    return wider;
            }
            if (end > head) return {head, end};
        }
        if (m.kind == MeasureKind::count && m.role != MeasureRole::change && m.unit) return {};
        return plain_subject(region, stop);
    }

    // A boundary word that is not a syllable of a longer word: 'hiện' of 'thực hiện' bounds nothing.
    [[nodiscard]] bool bounds(std::size_t at) const {
        if (!token(at).starts(LexiconClass::boundary)) return false;
        for (std::size_t back = 1; back <= 2 && back <= at; ++back)
            if (token(at - back).starts(LexiconClass::compound) &&
                document_.match(at - back, LexiconClass::compound).length > back)
                return false;
        return true;
    }

    // 'số' of 'chữ ký số' is no head.
    [[nodiscard]] bool inside_term(std::size_t at) const {
        if (token(at).is_word(Keyword::so) && token(at + 1).kind == TokenKind::number) return true;
        for (std::size_t back = 0; back <= 4 && back <= at; ++back) {
            if (back > 0 && token(at - back).starts(LexiconClass::term) &&
                document_.match(at - back, LexiconClass::term).length > back)
                return true;
            if (token(at - back).starts(LexiconClass::compound) &&
                document_.match(at - back, LexiconClass::compound).length > back)
                return true;
        }
        return false;
    }

    // Whether a comma or a link parts two heads.
    [[nodiscard]] bool separated(std::size_t from, std::size_t to) const {
        for (std::size_t t = from; t < to; ++t)
            if (token(t).is_mark(',') || token(t).is_mark(';') || token(t).is_mark(':') || token(t).is_mark('(') ||
                token(t).is_word(Keyword::nang) || token(t).is_word(Keyword::la) || token(t).is_word(Keyword::voi))
                return true;
        return false;
    }

    [[nodiscard]] std::size_t subject_end(std::size_t from, std::size_t stop, const Measure& m) const {
        std::size_t t = from + std::max<std::size_t>(document_.match(from, LexiconClass::measure_head).length, 1);
        for (; t < stop; ++t) {
            if (is_link(t) || token(t).starts(LexiconClass::rank_verb)) break;
            if (token(t).is_word(Keyword::cua) && m.kind == MeasureKind::rank) break;
            if (inside_period(t)) break;
            if (bounds(t)) {
                const PhraseMatch b = document_.match(t, LexiconClass::boundary);
                if (b.payload->value == "time" || b.payload->value == "place") break;
            }
            if (token(t).is_mark('(') || token(t).is_mark(';') || token(t).is_mark(':')) break;
        }
        while (t > from + 1 && (token(t - 1).is_mark(',') || token(t - 1).is_word(Keyword::trong) ||
                                token(t - 1).is_word(Keyword::den) || token(t - 1).is_word(Keyword::het) ||
                                token(t - 1).is_word(Keyword::uoc) || token(t - 1).is_word(Keyword::co) ||
                                token(t - 1).is_word(Keyword::duoc) || token(t - 1).is_word(Keyword::da)))
            --t;
        return t;
    }

    // A subject without a known head: the last stretch of words before the linking verb.
    [[nodiscard]] TokenRange plain_subject(std::size_t region, std::size_t stop) const {
        std::size_t end = stop;
        // Strip the linking words next to the figure.
        while (end > region && trailing_link(end - 1)) --end;
        std::size_t begin = end;
        std::size_t open = 0;
        while (begin > region && end - begin < 24) {
            const Token t = token(begin - 1);
            if (t.kind == TokenKind::mark &&
                (t.mark == ',' || t.mark == ';' || t.mark == ':' || t.mark == '.' || t.mark == '(')) {
                if (t.mark != '(' || open == 0) break;
                --open;
            }
            if (t.is_mark(')')) ++open;
            if (inside_period(begin - 1)) break;
            if (t.is_word(Keyword::la) || t.starts(LexiconClass::estimator)) break;
            --begin;
        }
        while (begin < end && trailing_link(begin)) ++begin;
        // Keep to the part before a place: 'Thuê bao Internet trên địa bàn tỉnh'.
        for (std::size_t t = begin + 1; t < end; ++t)
            if (bounds(t) && document_.match(t, LexiconClass::boundary).value() == "place") {
                end = t;
                break;
            }
        return {begin, end};
    }

    [[nodiscard]] bool trailing_link(std::size_t t) const {
        const Token k = token(t);
        if (k.kind == TokenKind::mark) return k.mark != '"';
        return is_link(t) || k.is_word(Keyword::va) || k.is_word(Keyword::that) || k.is_word(Keyword::bao) ||
               k.is_word(Keyword::nang) ||
               (k.starts(LexiconClass::link) && document_.match(t, LexiconClass::link).length == 1) ||
               (t > 0 && token(t - 1).starts(LexiconClass::link) &&
                document_.match(t - 1, LexiconClass::link).length == 2) ||
               k.starts(LexiconClass::rank_verb);
    }

    // 'Cả tỉnh có ..., tổng thu ...' where nothing stands near: the subject at the head of the sentence.
    [[nodiscard]] TokenRange earlier_subject(const Sentence& sentence, std::size_t begin) const {
        return plain_subject(clause_begin(sentence, begin), begin);
    }

    // The counted noun with what belongs to it.
    [[nodiscard]] TokenRange noun_phrase(const Item& item, const Sentence& sentence, bool with_predicate) const {
        const auto& q = item.mention->quantity;
        const auto& unit = q.unit ? q.unit : item.mention->shared_unit;
        if (!unit) return {};
        std::size_t t = unit->end();
        const std::size_t limit = std::min(sentence.tokens.last, next_quantity(item, sentence));
        if (q.per_unit) t = q.per_unit->end();
        if (const PhraseMatch term = document_.match(unit->first, LexiconClass::term);
            term && unit->first + term.length <= limit)
            t = std::max(t, unit->first + term.length);
        // 'xã có điểm bưu điện', 'trường đạt chuẩn': a predicate right behind the noun tells which.
        if (t < limit &&
            (token(t).is_word(Keyword::co) || token(t).is_word(Keyword::dat) || document_.text_of(t) == "đang" ||
             document_.text_of(t) == "đủ") &&
            t + 1 < limit && token(t + 1).kind == TokenKind::word && !token(t + 1).starts(LexiconClass::approximator))
            with_predicate = true;
        t = phrase_end(t, limit, with_predicate);
        return {unit->first, std::max(t, unit->end())};
    }

    // What stands behind a percentage: '97% cơ quan, đơn vị sử dụng hộp thư điện tử'.
    [[nodiscard]] TokenRange phrase_after(const Item& item, const Sentence& sentence) const {
        std::size_t begin = item.mention->quantity.last;
        const std::size_t limit = std::min(sentence.tokens.last, next_quantity(item, sentence));
        if (begin < limit && token(begin).is_word(Keyword::so)) {
            // '100% số xã', but not '20% so với'
            ++begin;
        }
        if (begin >= limit || token(begin).kind != TokenKind::word) return {};
        if (token(begin).starts(LexiconClass::baseline) || token(begin).starts(LexiconClass::increase) ||
            token(begin).starts(LexiconClass::decrease))
            return {};
        if (token(begin).starts(LexiconClass::boundary) && !token(begin).starts(LexiconClass::noun)) return {};
        if (token(begin).is_word(Keyword::va) || token(begin).is_word(Keyword::tro) ||
            token(begin).is_word(Keyword::trong))
            return {};
        return {begin, phrase_end(begin, limit, true)};
    }

    [[nodiscard]] std::size_t next_quantity(const Item& item, const Sentence& sentence) const {
        auto next =
            std::upper_bound(islands_.quantities.begin(), islands_.quantities.end(), item.mention->range.first,
                             [](std::size_t t, const QuantityMention& q) { return t < q.range.first; });
        std::size_t stop = sentence.tokens.last;
        if (next != islands_.quantities.end()) stop = std::min(stop, next->range.first);
        return stop;
    }

    // Where a noun phrase ends: at punctuation, a function word, a verb; a comma only where no noun follows.
    [[nodiscard]] std::size_t phrase_end(std::size_t t, std::size_t limit, bool with_predicate) const {
        const std::size_t begin = t;
        std::size_t last_comma = 0;
        for (; t < limit; ++t) {
            const Token k = token(t);
            if (k.kind == TokenKind::newline) break;
            if (k.kind == TokenKind::mark) {
                if (k.mark == '"') {
                    // A quoted name belongs as a whole.
                    std::size_t close = t + 1;
                    while (close < limit && !token(close).is_mark('"')) ++close;
                    if (close < limit) t = close;
                    continue;
                }
                if (k.mark == '-' || k.mark == '/' || k.mark == '&' || k.mark == '\'') continue;
                if (k.mark == '(') {
                    if (!with_predicate) break;
                    std::size_t close = t;
                    while (close < limit && !token(close).is_mark(')')) ++close;
                    if (close >= limit) break;
                    t = close;
                    continue;
                }
                if (k.mark != ',') break;
                if (!goes_on_after_comma(t, limit, with_predicate)) break;
                last_comma = t;
                continue;
            }
            if (k.kind == TokenKind::number) {
                if (t > begin && inside_period(t)) break;
                continue;
            }
            // A known term is one word: 'điểm phục vụ', 'phát triển mới'.
            if (k.starts(LexiconClass::term) && !k.starts(LexiconClass::increase)) {
                if (const PhraseMatch term = document_.match(t, LexiconClass::term);
                    term.length > 1 && t + term.length <= limit) {
                    t += term.length - 1;
                    continue;
                }
            }
            if (with_predicate) {
                if (k.starts(LexiconClass::increase) && token(t + 1).kind == TokenKind::number) break;
                const bool place =
                    k.starts(LexiconClass::boundary) && document_.match(t, LexiconClass::boundary).value() == "part";
                if (place) break;
                continue;
            }
            if (k.is_word(Keyword::va) || k.is_word(Keyword::cua)) {
                if (t + 1 >= limit || token(t + 1).kind == TokenKind::number) break;
                if (k.is_word(Keyword::va) && !noun_like(t + 1)) break;
                continue;
            }
            if (bounds(t) && t > begin) break;
            if (k.starts(LexiconClass::boundary) && !k.starts(LexiconClass::noun) && !k.starts(LexiconClass::term))
                break;
            if (k.starts(LexiconClass::increase) || k.starts(LexiconClass::decrease)) break;
            if (inside_period(t)) break;
        }
        // A next quantity behind a comma or 'và': those do not belong.
        while (t > begin && trailing_word(t - 1)) --t;
        if (with_predicate && t == limit && limit < document_.size() && last_comma > begin &&
            quantity_starts(limit)) {
            // '75% cán bộ ... thư điện tử, 40% văn bản': stop at the comma before the next figure's own clause.
            for (std::size_t k = limit; k-- > begin;)
                if (token(k).is_mark(',')) {
                    if (limit - k <= 8) t = std::min(t, k);
                    break;
                }
        }
        return t;
    }

    [[nodiscard]] bool trailing_word(std::size_t t) const {
        const Token k = token(t);
        return k.is_mark(',') || k.is_word(Keyword::va) || k.is_word(Keyword::cua) || k.is_word(Keyword::voi) ||
               k.is_word(Keyword::co) || k.is_mark('-') || k.is_word(Keyword::cho) || k.is_word(Keyword::trong) ||
               k.is_word(Keyword::that) || k.is_word(Keyword::tren);
    }

    [[nodiscard]] bool quantity_starts(std::size_t at) const {
        auto q = std::lower_bound(islands_.quantities.begin(), islands_.quantities.end(), at,
                                  [](const QuantityMention& m, std::size_t t) { return m.range.first < t; });
        return q != islands_.quantities.end() && q->range.first == at;
    }

    [[nodiscard]] bool noun_like(std::size_t at) const {
        const Token k = token(at);
        return k.kind == TokenKind::word &&
               (k.starts(LexiconClass::noun) || k.starts(LexiconClass::term) || k.starts(LexiconClass::sector) ||
                k.starts(LexiconClass::document) || k.is_word(Keyword::cac)) &&
               !k.starts(LexiconClass::task_verb);
    }

    [[nodiscard]] bool goes_on_after_comma(std::size_t comma, std::size_t limit, bool with_predicate) const {
        const std::size_t next = comma + 1;
        if (next >= limit) return false;
        if (!noun_like(next)) return with_predicate && predicate_goes_on(next, limit);
        // The item must not be the subject of the next figure: 'tin, bài' but not 'văn bản, số thuê bao 120'.
        if (token(next).starts(LexiconClass::measure_head)) return false;
        for (std::size_t t = next; t < limit; ++t) {
            if (token(t).is_mark(',') || token(t).is_mark(';') || token(t).is_mark('.')) return true;
            if (is_link(t) && !with_predicate) return false;
        }
        // It runs up to the next figure: its subject, unless a conjunction stands between.
        if (limit < document_.size() && quantity_starts(limit))
            return token(limit - 1).is_word(Keyword::va) || token(limit - 1).is_mark(',') ||
                   token(limit - 1).is_word(Keyword::cho) || with_predicate;
        return true;
    }
    [[nodiscard]] bool predicate_goes_on(std::size_t next, std::size_t) const {
        const Token k = token(next);
        return k.kind == TokenKind::word && !k.starts(LexiconClass::boundary) &&
               !k.starts(LexiconClass::measure_head) && !k.has(Token::capital) && !k.starts(LexiconClass::increase) &&
               !k.starts(LexiconClass::decrease) && !k.is_word(Keyword::trong);
    }

    // The counted noun inside the words that say what is measured: 'tổng số thuê bao điện thoại' counts thuê bao.
    [[nodiscard]] std::optional<std::string> noun_in(TokenRange range) const {
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (!token(t).starts(LexiconClass::noun)) continue;
            const PhraseMatch noun = document_.match(t, LexiconClass::noun);
            if (noun && noun.payload->attribute("period").empty()) return std::string(noun.payload->value);
        }
        return std::nullopt;
    }

    // ---- period -----------------------------------------------------------------------------------------------

    [[nodiscard]] std::optional<int> default_year(ZoneKind zone) const {
        if (zone == ZoneKind::tasks && meeting_.plans) return meeting_.plans->year;
        if (meeting_.reviews) return meeting_.reviews->year;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Period> zone_period(ZoneKind zone) const {
        switch (zone) {
            case ZoneKind::tasks:
                return meeting_.plans;
            case ZoneKind::achievements:
            case ZoneKind::lead:
            case ZoneKind::shortcomings:
            case ZoneKind::title:
            case ZoneKind::caption:
            case ZoneKind::speech:
                return meeting_.reviews;
            default:
                return std::nullopt;
        }
    }

    // A mention that dates figures: not a baseline, not a document's date, not a plan's name.
    [[nodiscard]] bool dates_figures(const PeriodMention& mention, std::size_t clause) const {
        if (mention.period.kind == Period::Kind::years) return false;
        const std::size_t at = mention.range.first;
        for (std::size_t back = 1; back <= 5 && at >= clause + back; ++back) {
            const Token before = token(at - back);
            if (before.starts(LexiconClass::baseline) &&
                document_.match(at - back, LexiconClass::baseline).length >= back - 1)
                return false;
            if (before.kind == TokenKind::mark) break;
        }
        if (mention.day) {
            const Token before = at > 0 ? token(at - 1) : token(at);
            const bool as_of = before.is_word(Keyword::den) || before.is_word(Keyword::het) ||
                               before.is_word(Keyword::tinh) || before.is_word(Keyword::den);
            const bool deadline = document_.text_of(at > 0 ? at - 1 : at) == "trước";
            if (!as_of && !deadline) return false;
        }
        const auto citation =
            std::upper_bound(islands_.citations.begin(), islands_.citations.end(), at,
                             [](std::size_t t, const CitationMention& c) { return t < c.range.first; });
        return citation == islands_.citations.begin() || at >= std::prev(citation)->citation.last;
    }

    void find_period(Measure& m, const Sentence& sentence, std::size_t clause, std::size_t region, const Item& item) {
        const std::size_t begin = item.mention->range.first, end = item.mention->range.last;
        const auto year = default_year(sentence.zone);
        std::optional<Period> in_clause, in_sentence;
        for (auto p = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), sentence.tokens.first,
                                       [](const PeriodMention&q, std::size_t t) { return q.range.first < t; });
             p != islands_.periods.end() && p->range.first < sentence.tokens.last; ++p) {
            if (!dates_figures(*p, clause) || (m.baseline && p->range.first >= end && p->range.first < item.end))
                continue;
            const auto period = p->period.resolve(year);
            if (!period) continue;
            if (p->range.first >= region && p->range.last <= begin) {
                in_clause = period;
            } else if (p->range.first >= end && p->range.first < end + 8 && same_stretch(end, p->range.first)) {
                if (!in_clause) in_clause = period;
            } else if (p->range.last <= begin && p->range.first >= clause) {
                // The latest mention before the figure within its clause.
                if (opens_stretch(p->range.first, clause)) in_sentence = period;
            } else if (p->range.last <= begin && !in_sentence && p->range.first <= sentence.content + 3) {
                in_sentence = period;
            }
        }
        if (in_clause) {
            m.period = in_clause;
            m.confidence.period = Confidence::certain;
        } else if (in_sentence && m.role != MeasureRole::change) {
            m.period = in_sentence;
            m.confidence.period = Confidence::likely;
        } else if (standing_period_ && m.role != MeasureRole::change) {
            m.period = standing_period_;
            m.confidence.period = Confidence::likely;
        } else {
            m.period = zone_period(sentence.zone);
            m.confidence.period = Confidence::guess;
        }
    }

    [[nodiscard]] bool same_stretch(std::size_t from, std::size_t to) const {
        for (std::size_t t = from; t < to; ++t)
            if (ends_phrase(t) || token(t).starts(LexiconClass::baseline)) return false;
        return true;
    }
    [[nodiscard]] bool opens_stretch(std::size_t at, std::size_t clause) const {
        for (std::size_t back = 1; back <= 4 && at >= clause + back; ++back)
            if (token(at - back).kind == TokenKind::mark) return true;
        return at <= clause + 4;
    }

    // 'Tính đến tháng 12/2017, ...' goes on holding until the paragraph ends or another time is named.
    void note_standing_period(const Sentence& sentence) {
        auto p = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), sentence.tokens.first,
                                  [](const PeriodMention& q, std::size_t t) { return q.range.first < t; });
        if (p == islands_.periods.end() || p->range.first >= sentence.tokens.last) return;
        if (p->range.first > sentence.content + 4 || !dates_figures(*p, sentence.content)) return;
        const auto period = p->period.resolve(default_year(sentence.zone));
        if (!period) return;
        if (p->range.first > sentence.tokens.first &&
            (token(p->range.first - 1).is_word(Keyword::den) || token(p->range.first - 1).is_word(Keyword::het)))
            standing_period_ = period;
        else
            standing_period_.reset();
    }

    // ---- parts ------------------------------------------------------------------------------------------------

    // 'gồm', 'trong đó', '(', 'với' after a level open its breakdown; it ends with its sentence, at ';', or where the
    // parts reach the whole.
    void link_parts(const Sentence& sentence) {
        link_to_previous_sentence(sentence);
        for (std::size_t i = 0; i + 1 < items_.size(); ++i) {
            const Measure& whole = found_.all[items_[i].found];
            if (whole.role == MeasureRole::change || whole.part_of) continue;
            if (!can_be_whole(whole)) continue;
            link_parts_of(i);
        }
    }

    // 'Trong đó, ...', 'Cụ thể: ...' at the head of a sentence break down the last figure of the one before.
    void link_to_previous_sentence(const Sentence& sentence) {
        if (items_.empty() || items_.front().found == 0) return;
        const std::size_t at = sentence.content;
        const bool opens = (token(at).is_word(Keyword::trong) && token(at + 1).is_word(Keyword::that)) ||
                           token(at).starts(LexiconClass::breakdown);
        if (!opens) return;
        std::size_t w = items_.front().found;
        while (w-- > 0) {
            const Measure& whole = found_.all[w];
            if (document_.sentence_of(found_.places[w]) + 2 < document_.sentence_of(at)) return;
            if (whole.role == MeasureRole::change || whole.baseline || whole.part_of || !can_be_whole(whole))
                continue;
            Decimal sum;
            for (const Item& item : items_) {
                Measure& part = found_.all[item.found];
                if (part.role == MeasureRole::change || part.baseline || !comparable(whole, part)) continue;
                const auto next = Decimal::add(sum, part.value);
                if (!next || next->to_double() > 1.005 * whole.value.to_double()) return;
                sum = *next;
                part.part_of = w;
                part.confidence.part_of = Confidence::likely;
            }
            return;
        }
    }

    [[nodiscard]] static bool can_be_whole(const Measure& m) {
        return m.kind == MeasureKind::count || m.kind == MeasureKind::money || m.kind == MeasureKind::duration ||
               m.kind == MeasureKind::other || m.kind == MeasureKind::percent || m.kind == MeasureKind::ratio;
    }

    void link_parts_of(std::size_t i) {
        const Measure& whole = found_.all[items_[i].found];
        std::size_t k = i + 1;
        // Changes and comparisons of the whole itself may stand between.
        while (k < items_.size() &&
               (found_.all[items_[k].found].role == MeasureRole::change || found_.all[items_[k].found].baseline))
            ++k;
        if (k >= items_.size() || found_.all[items_[k].found].part_of) return;
        const auto opener = breakdown_opener(items_[i].mention->range.last, items_[k].mention->range.first);
        if (!opener) return;
        Decimal sum;
        Breakdown breakdown(document_, *opener, items_[i].mention->range.last);
        for (; k < items_.size(); ++k) {
            Measure& part = found_.all[items_[k].found];
            if (part.role == MeasureRole::change || part.baseline) continue;
            if (part.part_of) continue;
            if (breakdown.ended_before(items_[k].mention->range.first)) return;
            if (!comparable(whole, part)) {
                // A share said of the whole is a part of it too; other figures between do not belong.
                if (part.kind == MeasureKind::percent && *opener == Opener::said && whole.kind == MeasureKind::count)
                    part.part_of = items_[i].found;
                if (part.kind != whole.kind) continue;
            }
            const auto next = Decimal::add(sum, part.value);
            // Rounded parts may exceed their whole a little.
            const double excess = next ? next->to_double() - whole.value.to_double() : 0;
            if (!next || (whole.kind != MeasureKind::percent && excess > 0.005 * whole.value.to_double())) return;
            sum = *next;
            part.part_of = items_[i].found;
            part.confidence.part_of = *opener == Opener::said ? Confidence::certain : Confidence::likely;
            if (sum == whole.value) return;
        }
    }

    [[nodiscard]] static bool comparable(const Measure& whole, const Measure& part) {
        if (whole.kind == MeasureKind::ratio && part.kind == MeasureKind::count) return part.value <= whole.value;
        if (whole.kind != part.kind) return false;
        if (whole.kind == MeasureKind::count) return part.value <= whole.value;
        return whole.unit == part.unit && part.value <= whole.value;
    }

    enum class Opener { said, bracket, with };

    [[nodiscard]] std::optional<Opener> breakdown_opener(std::size_t from, std::size_t to) const {
        for (std::size_t t = from; t < to; ++t) {
            if (token(t).is_mark(';') || token(t).is_mark('.')) return std::nullopt;
            if (token(t).is_word(Keyword::gom)) return Opener::said;
            if (token(t).starts(LexiconClass::breakdown)) return Opener::said;
            if (token(t).is_word(Keyword::that) && t > from && token(t - 1).is_word(Keyword::trong))
                return Opener::said;
            if (token(t).is_mark('(') && to - t <= 12) return Opener::bracket;
            if (token(t).is_word(Keyword::voi) && t + 1 == to && t >= from) return Opener::with;
        }
        return std::nullopt;
    }

    // Whether the breakdown ends between two places: at its closing bracket, or at ';' where no word opened it.
    class Breakdown {
      public:
        Breakdown(const Document& document, Opener opener, std::size_t from)
            : document_(document), opener_(opener), opened_(opener != Opener::bracket), at_(from) {}

        [[nodiscard]] bool ended_before(std::size_t to) {
            for (; at_ < to && !ended_; ++at_) {
                const Token t = document_.token(at_);
                if (t.is_mark('(')) {
                    ++depth_;
                    opened_ = true;
                }
                if (t.is_mark(')')) {
                    if (depth_ > 0) --depth_;
                    if (opener_ == Opener::bracket && depth_ == 0) ended_ = true;
                }
                if (t.is_mark(';') && depth_ == 0 && opener_ != Opener::said) ended_ = true;
            }
            return ended_ || !opened_;
        }

      private:
        const Document& document_;
        Opener opener_;
        bool opened_;
        bool ended_ = false;
        std::size_t depth_ = 0;
        std::size_t at_;
    };

    // ---- catalogue --------------------------------------------------------------------------------------------

    void classify(std::size_t s, const Item& item) {
        Measure& m = found_.all[item.found];
        const Sentence& sentence = document_.sentences[s];
        grammar::ConceptSet own = concepts_in(document_, item.indicator);
        own |= concepts_in(document_, item.mention->range);
        const std::size_t clause = clause_begin(sentence, item.mention->range.first);
        std::size_t clause_end =
            std::max(clause, concepts_clause_.first == clause ? concepts_clause_.last : item.mention->range.last);
        while (clause_end < sentence.tokens.last && !token(clause_end).is_mark(';')) ++clause_end;
        if (concepts_clause_ != TokenRange{clause, clause_end}) {
            concepts_clause_ = {clause, clause_end};
            clause_concepts_ = concepts_in(document_, concepts_clause_);
        }
        grammar::ConceptSet context = own | clause_concepts_;
        m.confidence.indicator_id = Confidence::certain;
        auto match = catalogue_.find(own, context, m.kind, m.unit.value_or(""));
        if (!match || !match->by_own_words) {
            if (concepts_sentence_ != s) {
                concepts_sentence_ = s;
                sentence_concepts_ = concepts_in(document_, sentence.tokens);
                if (s > 0 && document_.sentences[s - 1].line == sentence.line)
                    sentence_concepts_ |= concepts_in(document_, document_.sentences[s - 1].tokens);
            }
            context |= sentence_concepts_;
            match = catalogue_.find(own, context, m.kind, m.unit.value_or(""));
            m.confidence.indicator_id = Confidence::likely;
        }
        // A percentage that is a change is of its indicator, whatever kind that has.
        if (!match && (m.role == MeasureRole::change || m.baseline)) {
            for (const MeasureKind kind :
                 {MeasureKind::money, MeasureKind::count, MeasureKind::rate, MeasureKind::duration})
                if ((match = catalogue_.find(own, context, kind, noun_in(item.indicator).value_or("")))) break;
        }
        if (match)
            m.indicator_id = std::string(match->id);
        else if (m.part_of && found_.all[*m.part_of].indicator_id && m.unit == found_.all[*m.part_of].unit &&
                 m.kind == MeasureKind::duration)
            m.indicator_id = found_.all[*m.part_of].indicator_id;
    }
};

}  // namespace

Measures find_measures(const Document& document, const Islands& islands, const IndicatorCatalogue& catalogue,
                       const Meeting& meeting, const std::vector<bool>& taken, std::vector<Diagnostic>& diagnostics) {
    return MeasureFinder(document, islands, catalogue, meeting, taken, diagnostics).run();
}

}  // namespace tongket
