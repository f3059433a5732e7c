// SPDX-License-Identifier: BSL-1.0
#include "measures/subject.hpp"

#include <algorithm>
#include <array>

#include "measures/indicators.hpp"
#include "measures/noun_phrase.hpp"
#include "page/same_word.hpp"

namespace tongket {
namespace {

constexpr std::array<std::string_view, 15> rule_names{
    "object",   "own_noun", "behind_unit", "behind_percent", "behind_link", "head",   "words_before", "index",
    "activity", "topic",    "previous",    "referred",       "same_unit",   "clause", "part_name"};
static_assert(rule_names.size() == static_cast<std::size_t>(SubjectRule::part_name) + 1);

constexpr std::string_view dong = "VND";
constexpr std::string_view percent = "percent";
constexpr int million = 6;

// A subject without a known head has at most so many tokens.
constexpr std::size_t longest_subject = 24;
// A head and its figure may stand so many tokens apart with only a time between: 'Số đầu sách trong năm 235'.
constexpr std::size_t longest_time = 4;
// The index in which something ranks is named within so many tokens behind the rank.
constexpr std::size_t index_reach = 8;

class SubjectFinder {
  public:
    SubjectFinder(const Words& words, const Figure& figure, const Sentence& sentence, const Change& change,
                  const Figure* previous, const Figure* earlier)
        : words_(words),
          figure_(figure),
          m_(figure.measure),
          sentence_(sentence),
          change_(change),
          stop_(std::min(change.verb, figure.begin())),
          previous_(previous),
          earlier_(previous != nullptr ? previous : earlier) {}

    [[nodiscard]] std::optional<SubjectCandidate> best() const {
        std::optional<SubjectCandidate> chosen;
        rank([&](const SubjectCandidate& candidate) {
            chosen = candidate;
            return true;
        });
        return chosen;
    }
    [[nodiscard]] std::vector<SubjectCandidate> all() const {
        std::vector<SubjectCandidate> candidates;
        rank([&](const SubjectCandidate& candidate) {
            const auto same = [&](const SubjectCandidate& other) { return other.words == candidate.words; };
            if (std::none_of(candidates.begin(), candidates.end(), same)) candidates.push_back(candidate);
            return false;
        });
        return candidates;
    }

    // The words between the figure before and this one, without links and times.
    [[nodiscard]] TokenRange words_before() const { return plain_subject({figure_.region, figure_.begin()}); }

  private:
    const Words& words_;
    const Figure& figure_;
    const Measure& m_;
    const Sentence& sentence_;
    const Change& change_;
    std::size_t stop_;
    const Figure* previous_;  ///< in the sentence
    const Figure* earlier_;   ///< on the page

    [[nodiscard]] Token token(std::size_t at) const { return words_.token(at); }
    [[nodiscard]] TokenRange own_noun(bool with_predicate) const {
        return noun_phrase(words_, figure_, sentence_, with_predicate);
    }

    // Gives the candidates to `take`, the best first, until it returns true.
    template <class Take>
    void rank(Take take) const {
        const auto offer = [&](SubjectRule rule, TokenRange words, Confidence confidence = Confidence::certain) {
            if (words.empty() || says_nothing(words)) return false;
            if (refers_back(words)) {
                rule = SubjectRule::referred;
                words = words_of_earlier();
                confidence = Confidence::likely;
            }
            words = words_.document().trimmed(words, ",;:.-(\"'~");
            return !words.empty() && take(SubjectCandidate{rule, words, confidence});
        };
        if (rank_by_kind(offer)) return;
        if (measured()) {
            if (offer(SubjectRule::same_unit, words_of_same_unit(), Confidence::likely)) return;
            if (previous_ != nullptr && previous_->clause == figure_.clause && offer_previous(offer)) return;
        } else if (offer(SubjectRule::own_noun, own_noun(false))) {
            return;
        }
        if (offer(SubjectRule::clause, plain_subject({figure_.clause, figure_.begin()}))) return;
        offer(SubjectRule::own_noun, more_than_unit(own_noun(false)));
    }

    template <class Offer>
    [[nodiscard]] bool rank_by_kind(const Offer& offer) const {
        if ((m_.planned || moves_from_previous()) && offer_previous(offer)) return true;
        const TokenRange subject = subject_before();
        if (m_.role == MeasureRole::change) return rank_change(offer, subject);
        if (m_.kind == MeasureKind::percent) return rank_percent(offer, subject);
        const bool times = counts_times(words_.document(), *figure_.mention);
        if (m_.kind == MeasureKind::rank && (subject.empty() || names_place(subject) || names_somebody(subject)) &&
            offer(SubjectRule::index, index_named()))
            return true;
        // 'hộ nghèo còn 1.204 hộ': the words before say more than the bare noun.
        if (counted_by_own_noun() && more_than_unit(own_noun(false)).empty() && repeats_unit() &&
            offer(SubjectRule::words_before, words_before()))
            return true;
        if (counted_by_own_noun() && (inside_phrase() || bare_carrier(subject) ||
                                      !(said_head(subject) && links({subject.last, figure_.begin()}))))
            return rank_count(offer);
        if (!times && !said_head(subject) && offer(SubjectRule::behind_unit, of_unit())) return true;
        if (!said_head(subject) && offer(SubjectRule::behind_link, behind_link())) return true;
        if (offer_before(offer, subject)) return true;
        if (previous_ != nullptr && (m_.baseline || (times && m_.kind == MeasureKind::other)))
            return offer_previous(offer);
        return !times &&
               (m_.kind == MeasureKind::duration || m_.kind == MeasureKind::other ||
                m_.kind == MeasureKind::length) &&
               offer(SubjectRule::own_noun, more_than_unit(own_noun(false)));
    }

    template <class Offer>
    [[nodiscard]] bool rank_change(const Offer& offer, TokenRange subject) const {
        if (offer(SubjectRule::object, change_.object)) return true;
        // 'tăng 6% về số lượng và 12% về giá trị'
        const std::size_t behind_figure = figure_.mention->range.last;
        if (m_.kind == MeasureKind::percent && token(behind_figure).is_word(Keyword::ve) &&
            offer(SubjectRule::behind_percent, phrase_at(words_, figure_, sentence_, behind_figure + 1)))
            return true;
        // 'giảm 100 tỷ đồng doanh thu', 'so với năm 2016 giảm 40 vụ tai nạn': the noun behind says more than what
        // stands apart.
        if (!said_head(subject) && offer(SubjectRule::behind_unit, of_unit())) return true;
        if (counted_by_own_noun() && stands_apart(subject) && !compared_behind() &&
            offer(SubjectRule::own_noun, more_than_unit(own_noun(false))))
            return true;
        // 'tập đoàn cắt giảm 6.000 lao động': who does it is not what is counted.
        if (counted_by_own_noun() && !said_head(subject) && !names_unit(subject) && !previous_names_unit() &&
            !generic_alone(own_noun(false)) && offer(SubjectRule::own_noun, own_noun(false)))
            return true;
        // 'cắt giảm 5% chi phí quản lý'
        if (m_.kind == MeasureKind::percent && !m_.baseline && !said_head(subject)) {
            const TokenRange behind = phrase_behind_percent(words_, figure_, sentence_);
            if (!behind.empty() && (is_whole(behind) || words_.noun_like(behind.first)) &&
                offer(SubjectRule::behind_percent, behind))
                return true;
        }
        if (offer_before(offer, subject) || offer_previous(offer)) return true;
        return counted_by_own_noun() && offer(SubjectRule::own_noun, own_noun(false));
    }

    template <class Offer>
    [[nodiscard]] bool rank_percent(const Offer& offer, TokenRange subject) const {
        // 'tổng doanh thu 374 tỷ đồng (tương đương 12% GDP)', '14 hồ sơ (91%)'
        if (adds_to_previous() && offer_previous(offer)) return true;
        if (!m_.baseline && !said_head(subject)) {
            const TokenRange behind = phrase_behind_percent(words_, figure_, sentence_);
            if (!behind.empty() && is_whole(behind)) {
                // 'nợ thuế còn 73 tỷ đồng, chiếm 5% tổng thu'
                if (subject.empty() && previous_ != nullptr && shares() && offer_previous(offer)) return true;
                if (governs(subject) && offer_before(offer, subject)) return true;
            }
            if (offer(SubjectRule::behind_percent, behind)) return true;
        }
        return offer_before(offer, subject) || offer_previous(offer);
    }

    template <class Offer>
    [[nodiscard]] bool rank_count(const Offer& offer) const {
        const TokenRange noun = own_noun(m_.kind == MeasureKind::ratio);
        // 'Đăng ký khai sinh 24.806 trường hợp': a noun that says nothing gives way to what was done; not 'giám sát
        // với 3.900 mẫu'.
        if (generic_alone(noun) && !adds_noun()) {
            const TokenRange activity = plain_subject({figure_.region, stop_});
            const bool told = !activity.empty() && !names_place(activity);
            if (told && says_activity(activity) && offer(SubjectRule::activity, activity)) return true;
            if (!told && offer(SubjectRule::topic, topic())) return true;
            if (measured()) return false;
        }
        // 'lắp 12 trạm phát sóng, nâng tổng số lên 80 trạm'
        if (summed_up() && more_than_unit(noun).empty() && previous_ != nullptr &&
            previous_->measure.unit == m_.unit && offer_previous(offer))
            return true;
        return offer(SubjectRule::own_noun, noun);
    }

    // 'tỷ lệ sử dụng ở Việt Nam 28%, Thái Lan 49%, hay Nhật Bản 63%': of each place the same share is told.
    [[nodiscard]] bool one_of_several(TokenRange subject) const {
        constexpr grammar::KeywordSet joints{Keyword::hoac_la, Keyword::va, Keyword::nhu, Keyword::or_word};
        if (subject.empty() || previous_ == nullptr || m_.kind != MeasureKind::percent ||
            previous_->measure.kind != m_.kind || !said_head(previous_->indicator))
            return false;
        if (joints.contains(token(subject.first).word)) ++subject.first;
        return !subject.empty() && names_somebody(subject);
    }

    template <class Offer>
    [[nodiscard]] bool offer_before(const Offer& offer, TokenRange subject) const {
        if (one_of_several(subject) && offer_previous(offer)) return true;
        return offer(said_head(subject) ? SubjectRule::head : SubjectRule::words_before, subject);
    }
    template <class Offer>
    [[nodiscard]] bool offer_previous(const Offer& offer) const {
        // 'xử phạt 12 cơ sở với 140 triệu đồng': the money is of what was done, not of whom it was done to.
        if (previous_ != nullptr && m_.kind == MeasureKind::money && previous_->measure.kind == MeasureKind::count &&
            previous_->indicator.first >= previous_->begin() && last_head() == stop_ &&
            offer(SubjectRule::activity, plain_subject({previous_->region, previous_->begin()}), Confidence::likely))
            return true;
        return previous_ != nullptr && offer(SubjectRule::previous, previous_->indicator, Confidence::likely);
    }

    // The words of the figure before it, which may stand in the sentence before.
    [[nodiscard]] TokenRange words_of_earlier() const {
        if (earlier_ == nullptr) return {};
        const Document& document = words_.document();
        const std::size_t here = document.sentence_of(figure_.begin());
        return document.sentence_of(earlier_->begin()) + 1 < here ? TokenRange{} : earlier_->indicator;
    }
    // '... đạt 6.000 USD, năm 2018 đạt 7.500 USD': what the same unit measured before.
    [[nodiscard]] TokenRange words_of_same_unit() const {
        if (earlier_ == nullptr || earlier_->measure.unit != m_.unit || earlier_->measure.kind != m_.kind) return {};
        return words_of_earlier();
    }

    // 'giảm từ 50% xuống còn 20%': the other end of one movement.
    [[nodiscard]] bool moves_from_previous() const {
        constexpr grammar::KeywordSet movement{Keyword::xuong, Keyword::len, Keyword::still, Keyword::den,
                                               Keyword::coming};
        if (previous_ == nullptr || previous_->measure.kind != m_.kind || previous_->measure.unit != m_.unit ||
            previous_->end >= figure_.begin())
            return false;
        for (std::size_t t = previous_->end; t < figure_.begin(); ++t)
            if (!movement.contains(token(t).word)) return false;
        return true;
    }

    // Whether it stands in a bracket right behind the figure before, with nothing but links before it.
    [[nodiscard]] bool adds_to_previous() const {
        if (previous_ == nullptr) return false;
        std::size_t t = figure_.begin();
        while (t > previous_->end && !token(t - 1).is_mark('(')) {
            const std::size_t length = link_ending_at(t, previous_->end);
            if (length == 0) return false;
            t -= length;
        }
        return t > previous_->end && t - 1 <= std::max(previous_->end, previous_->indicator.last);
    }

    // 'thu 343 triệu đồng tiền phạt', '602 tấn gạo': of what the unit is.
    [[nodiscard]] TokenRange of_unit() const {
        const TokenRange behind = noun_behind_unit(words_, figure_, sentence_);
        if (m_.kind == MeasureKind::rate && !measured() && !behind.empty() &&
            behind.last < figure_.mention->range.last)
            return own_noun(false);
        if (m_.kind == MeasureKind::other || m_.kind == MeasureKind::length) return behind;
        const bool amount = m_.kind == MeasureKind::money || m_.kind == MeasureKind::rate;
        if (!amount || behind.empty() || token(behind.first).is_word(Keyword::dong)) return {};
        const Token first = token(behind.first);
        return words_.noun_like(behind.first) || first.starts(LexiconClass::measure_head) ? behind : TokenRange{};
    }

    // 'còn lại 9,8 triệu là thuê bao cố định'
    [[nodiscard]] TokenRange behind_link() const {
        const std::size_t link = figure_.mention->range.last;
        if (!token(link).is_word(Keyword::la) || !words_.noun_like(link + 1)) return {};
        return phrase_at(words_, figure_, sentence_, link + 1);
    }

    // 'Theo bảng xếp hạng chuyển đổi số, tỉnh đứng thứ 12', 'đứng thứ 12 về chỉ số cải cách hành chính'.
    [[nodiscard]] TokenRange index_named() const {
        std::size_t behind = figure_.mention->range.last;
        const std::size_t limit = std::min(behind + index_reach, sentence_.tokens.last);
        while (behind < limit && !token(behind).is_word(Keyword::ve) && !words_.ends_phrase(behind)) ++behind;
        if (behind < limit && token(behind).is_word(Keyword::ve) &&
            token(behind + 1).starts(LexiconClass::measure_head))
            return phrase_at(words_, figure_, sentence_, behind + 1);
        for (std::size_t t = figure_.begin(); t-- > sentence_.content;)
            if (token(t).starts(LexiconClass::measure_head) && !words_.inside_term(t) &&
                words_.match(t, LexiconClass::measure_head).value() == lexicon_values::index_head)
                return {t, std::min(subject_end(t), stretch_end(t))};
        return {};
    }
    [[nodiscard]] std::size_t stretch_end(std::size_t from) const {
        std::size_t t = from;
        while (t < figure_.begin() && !words_.ends_phrase(t)) ++t;
        return t;
    }
    [[nodiscard]] bool names_who_ranks(std::size_t at) const {
        return token(at).has(Token::capital) || token(at).starts(LexiconClass::admin_level);
    }
    // 'Lạng Sơn', 'Việt Nam': a name of at most so many words.
    [[nodiscard]] bool names_somebody(TokenRange subject) const {
        constexpr std::size_t longest = 4;
        if (subject.last - subject.first > longest) return false;
        for (std::size_t t = subject.first; t < subject.last; ++t)
            if (!token(t).has(Token::capital)) return false;
        return true;
    }

    // A bare verb says less than some nouns: 'xử phạt 12 trường hợp', but 'bị thương 12 người'.
    [[nodiscard]] bool says_activity(TokenRange words) const {
        constexpr std::size_t bare_verb = 2;
        const auto& unit = figure_.mention->quantity.unit;
        const bool says_something =
            unit && unit->payload != nullptr && unit->payload->attribute("generic") == lexicon_values::generic_case;
        return !says_something || words.last - words.first > bare_verb;
    }

    // 'Nợ xấu chiếm 2% tổng dư nợ': behind the percentage stands the whole, not what is measured.
    [[nodiscard]] bool is_whole(TokenRange phrase) const {
        return token(phrase.first).starts(LexiconClass::measure_head) && !words_.inside_term(phrase.first);
    }
    [[nodiscard]] bool shares() const {
        const Token before = token(figure_.begin() - 1);
        return before.is_word(Keyword::chiem) || before.is_word(Keyword::bang);
    }
    // Whether a subject leads to the figure by a link and says more than a place.
    [[nodiscard]] bool governs(TokenRange subject) const {
        return !subject.empty() && !names_place(subject) && subject.last < figure_.begin() &&
               words_.is_link(figure_.begin() - 1);
    }
    // 'cả nước', 'toàn tỉnh', 'Huyện': where, not what.
    [[nodiscard]] bool names_place(TokenRange subject) const {
        constexpr std::size_t longest = 4;
        constexpr grammar::KeywordSet before_places{Keyword::ca, Keyword::toan, Keyword::tai, Keyword::cac};
        if (subject.last - subject.first > longest) return false;
        std::size_t at = subject.first;
        if (token(at).is_word(Keyword::ca) || token(at).is_word(Keyword::toan)) return true;
        if (before_places.contains(token(at).word) ||
            (token(at).starts(LexiconClass::boundary) && !token(at).starts(LexiconClass::noun)))
            ++at;
        // 'cấp tỉnh thụ lý'
        for (std::size_t t = at; t < subject.last; ++t)
            if (token(t).starts(LexiconClass::uncounted) && t > at) return false;
        return at < subject.last &&
               (token(at).starts(LexiconClass::admin_level) || token(at).starts(LexiconClass::province));
    }
    // 'so với năm 2015', '2017', '5.400 USD': what it is compared with, a time, another figure.
    [[nodiscard]] bool says_nothing(TokenRange words) const {
        if (words_.match(words.first, LexiconClass::baseline).value() == lexicon_values::comparing_baseline)
            return true;
        // '(cùng kỳ 2018 là 9,9%)'
        const std::size_t baseline = words.first + words_.match(words.first, LexiconClass::baseline).length;
        const PeriodMention* period = words_.islands().periods.at(baseline);
        if (baseline > words.first && words.last <= figure_.begin() &&
            (m_.role == MeasureRole::change || m_.kind == MeasureKind::percent) &&
            (baseline >= words.last || (period != nullptr && period->range.last >= words.last)))
            return true;
        const QuantityMention* figure = words_.islands().quantities.at(words.first);
        if (figure != nullptr && words.first == figure->range.first && words.last <= figure->range.last) return true;
        // 'trong số', 'của 3 phường'
        const bool whole_alone = token(words.first).is_word(Keyword::trong) &&
                                 words_.inside_compound(words.last - 1) &&
                                 token(words.last - 1).is_word(Keyword::so) && words.last <= words.first + 3;
        if (whole_alone || token(words.first).is_word(Keyword::cua)) return true;
        // 'tăng (+)', 'giảm' of 'giảm (-)5%': the verb of a change alone.
        std::size_t first = words.first;
        if (m_.role == MeasureRole::change && words_.changes(first) &&
            words_.match(first, LexiconClass::increase).value() != lexicon_values::growth)
            first += std::max(words_.match(first, LexiconClass::increase).length,
                              words_.match(first, LexiconClass::decrease).length);
        for (std::size_t t = first; t < words.last; ++t)
            if (token(t).kind == TokenKind::word) return false;
        return true;
    }
    // 'con số này', 'tỷ lệ đó', 'số này': the figure before it is meant.
    [[nodiscard]] bool refers_back(TokenRange subject) const {
        constexpr std::size_t reach = 3;
        if (subject.empty() || !token(subject.first).starts(LexiconClass::measure_head)) return false;
        const std::size_t last = std::min(figure_.begin(), subject.first + reach);
        for (std::size_t t = subject.first + 1; t < last; ++t)
            if (token(t).is_word(Keyword::this_one) || token(t).is_word(Keyword::that)) return true;
        return false;
    }

    // Whether words name what the figure counts.
    [[nodiscard]] bool names_unit(TokenRange subject) const {
        const auto& unit =
            figure_.mention->quantity.unit ? figure_.mention->quantity.unit : figure_.mention->shared_unit;
        if (!unit) return false;
        for (std::size_t t = subject.first; t < subject.last; ++t)
            if (same_word(words_.document(), t, unit->first)) return true;
        return false;
    }
    // Whether the words before begin with the noun that the figure counts, and go on: 'hộ nghèo còn 1.204 hộ'.
    [[nodiscard]] bool repeats_unit() const {
        const auto& unit = figure_.mention->quantity.unit;
        const TokenRange before = words_before();
        return unit && before.last > before.first + unit->length &&
               same_word(words_.document(), before.first, unit->first);
    }
    [[nodiscard]] bool previous_names_unit() const {
        return previous_ != nullptr && (previous_->measure.unit == m_.unit || names_unit(previous_->indicator));
    }
    [[nodiscard]] bool compared_behind() const {
        return token(figure_.mention->range.last).starts(LexiconClass::baseline);
    }
    // Whether a comma or a bracket parts a subject from the verb of change.
    [[nodiscard]] bool stands_apart(TokenRange subject) const {
        if (subject.empty() || says_nothing(subject)) return true;
        for (std::size_t t = subject.last; t < stop_; ++t)
            if (words_.ends_phrase(t)) return true;
        return false;
    }
    // 'số lượng hơn 131.000 doanh nghiệp thành lập mới': what is counted stands behind the figure.
    [[nodiscard]] bool bare_carrier(TokenRange subject) const {
        return said_head(subject) && carries(subject.first) && subject.last == figure_.begin() &&
               !more_than_unit(own_noun(false)).empty() &&
               subject.last == subject.first + head_length(subject.first) && !sums_up(subject.first);
    }
    // 'doanh thu của 21 công ty', 'các doanh nghiệp lớn như 3 doanh nghiệp', 'trong số 20 vụ': what stands before
    // says nothing of the figure.
    [[nodiscard]] bool inside_phrase() const {
        const std::size_t begin = figure_.begin();
        return token(begin - 1).is_word(Keyword::cua) || token(begin - 1).is_word(Keyword::nhu) ||
               (token(begin - 1).is_word(Keyword::so) && words_.inside_compound(begin - 1));
    }

    // 'năm đợt giám sát với 3.900 mẫu tại 15 điểm': what it has, or where it is; not 'đối với 12 trường hợp'.
    [[nodiscard]] bool adds_noun() const {
        constexpr grammar::KeywordSet prepositions{Keyword::voi, Keyword::tai};
        const std::size_t at = figure_.begin() - 1;
        return !measured() && prepositions.contains(token(at).word) && !words_.inside_compound(at) &&
               words_.match(at - 1, LexiconClass::link).length < 2 &&
               words_.match(at - 1, LexiconClass::boundary).length < 2;
    }

    // Units of measure say nothing by themselves: 'đồng', 'km', 'ngày'.
    [[nodiscard]] bool measured() const {
        const auto& unit = figure_.mention->quantity.unit;
        return !unit || (unit->payload != nullptr && unit->payload->word_class == LexiconClass::unit);
    }
    [[nodiscard]] TokenRange more_than_unit(TokenRange phrase) const {
        const auto& unit = figure_.mention->quantity.unit;
        return unit && phrase.last == unit->end() ? TokenRange{} : phrase;
    }

    // 'Về an toàn giao thông, cả nước xảy ra 46 vụ'.
    [[nodiscard]] TokenRange topic() const {
        const std::size_t first = sentence_.content;
        if (!token(first).is_word(Keyword::ve)) return {};
        for (std::size_t t = first + 1; t < figure_.begin() && t <= first + longest_subject; ++t)
            if (words_.ends_phrase(t)) return {first + 1, t};
        return {};
    }

    [[nodiscard]] bool generic_alone(TokenRange phrase) const {
        const auto& unit = figure_.mention->quantity.unit;
        return unit && unit->payload != nullptr && phrase.last == unit->end() &&
               (!unit->payload->attribute("generic").empty() || measured());
    }

    [[nodiscard]] bool counted_by_own_noun() const {
        const auto& shared = figure_.mention->shared_unit;
        if (!figure_.mention->quantity.unit)
            return shared && shared->payload != nullptr && shared->payload->word_class == LexiconClass::noun;
        if (m_.kind == MeasureKind::count || m_.kind == MeasureKind::ratio) return true;
        // '300 người mỗi tháng' are people all the same.
        const auto& below = figure_.mention->quantity.per_unit;
        if (below && !measured() && token(below->first - 1).is_word(Keyword::moi)) return true;
        return m_.kind == MeasureKind::duration && !m_.per;
    }

    [[nodiscard]] bool said_head(TokenRange subject) const {
        return !subject.empty() && token(subject.first).starts(LexiconClass::measure_head);
    }

    [[nodiscard]] bool links(TokenRange between) const {
        if (between.empty()) return true;
        for (std::size_t t = between.first; t < between.last; ++t)
            if (token(t).is_mark('"')) return false;
        for (std::size_t t = between.first; t < between.last; ++t)
            if (words_.is_link(t)) return true;
        return between.last - between.first <= longest_time;
    }

    // The words between the figure before and this one that say what is measured, without times and linking verbs.
    [[nodiscard]] TokenRange subject_before() const {
        if (figure_.region >= stop_) return {};
        if (const std::size_t head = last_head(); head != stop_) {
            const std::size_t end = subject_end(head);
            if (end <= head + head_length(head) && carries(head)) {
                const TokenRange bare = of_bare_head(head);
                if (!bare.empty()) return bare;
                // 'khai thác tổng số 1.245 trạm thu phát sóng', 'bình quân 25 người/sở': the noun says more.
                if (sums_up(head) && counts_a_noun()) return {};
            }
            if (end > head) return with_activity({head, end});
        }
        if (m_.kind == MeasureKind::count && m_.role != MeasureRole::change && m_.unit) return {};
        const TokenRange subject = plain_subject({figure_.region, stop_});
        // 'thị trấn: 2/2' counts towns.
        const bool counted = m_.kind == MeasureKind::ratio && !m_.unit;
        if (subject.empty() || counted || !names_place(subject)) return subject;
        // 'Tốt nghiệp năm 2016 toàn tỉnh đạt 98%': what stands before the place; 'cấp huyện 98%, cấp xã 95%': what
        // was said of the place before.
        const TokenRange before = plain_subject({figure_.region, subject.first});
        const bool joined = subject.first > figure_.region && token(subject.first - 1).kind != TokenKind::mark;
        if (joined && !before.empty() && !names_place(before)) return before;
        if (previous_ != nullptr && previous_->measure.kind == m_.kind && !previous_->indicator.empty())
            return previous_->indicator;
        return subject;
    }

    // 'xử phạt vi phạm hành chính với số tiền 95 triệu đồng', 'tài sản trị giá 14 tỷ đồng': a bare head says of what
    // it is by the words before it.
    [[nodiscard]] TokenRange with_activity(TokenRange subject) const {
        const std::size_t head = subject.first;
        // '31 trường hợp với số tiền 12 triệu đồng'
        if (subject.last > head + head_length(head) || head <= figure_.region ||
            token(head - 1).is_word(Keyword::voi) ||
            words_.match(head, LexiconClass::measure_head).value() != lexicon_values::amount_head)
            return subject;
        const TokenRange wider = plain_subject({figure_.region, head});
        return wider.empty() || names_place(wider) || says_nothing(wider) ? subject
                                                                          : TokenRange{wider.first, subject.last};
    }

    // What a head is said of that stands alone before its figure.
    [[nodiscard]] TokenRange of_bare_head(std::size_t head) const {
        const bool growth = words_.match(head, LexiconClass::measure_head).value() == lexicon_values::growth;
        // 'dư nợ bán lẻ ổn định với mức tăng 35%'
        if (growth && !(head > figure_.region && token(head - 1).is_word(Keyword::voi))) return {};
        const TokenRange wider = head > figure_.region ? plain_subject({figure_.region, head}) : TokenRange{};
        if (averages(head) && !wider.empty()) {
            // 'thu hút bình quân 7.500 lượt/ngày'
            if (counts_a_noun()) return {};
            // 'giá bình quân 98 nghìn đồng/kg', 'thời gian lưu trú còn ngắn (bình quân 1,6 ngày)'
            return wider.last == head ? TokenRange{wider.first, head + head_length(head)} : wider;
        }
        // 'Thuê bao Internet đạt mật độ 6,2': the head stands alone behind its verb.
        if (!wider.empty() && (words_.is_link(head - 1) || token(head - 1).is_word(Keyword::voi) ||
                               token(head - 1).is_word(Keyword::co)))
            return wider;
        // 'chuyển tuyến 702 ca (tỷ lệ 2,8%)', '2,87 triệu thuê bao, bình quân 84 thuê bao/100 dân'
        const bool shares = m_.kind == MeasureKind::percent || (m_.kind == MeasureKind::rate && averages(head));
        return shares && previous_ != nullptr ? previous_->indicator : TokenRange{};
    }
    [[nodiscard]] bool averages(std::size_t head) const {
        return words_.match(head, LexiconClass::measure_head).value() == lexicon_values::average_head;
    }
    [[nodiscard]] bool sums_up(std::size_t head) const {
        return averages(head) || words_.match(head, LexiconClass::measure_head).value() == lexicon_values::total_head;
    }
    [[nodiscard]] bool summed_up() const {
        const std::size_t head = last_head();
        return head != stop_ && sums_up(head);
    }
    [[nodiscard]] bool counts_a_noun() const {
        return counted_by_own_noun() || (m_.kind == MeasureKind::rate && !measured());
    }

    // Heads that say nothing without what follows them: 'tỷ lệ', 'mật độ', 'số'.
    [[nodiscard]] bool carries(std::size_t head) const {
        return words_.match(head, LexiconClass::measure_head).payload->attribute("carrier") == "1";
    }

    [[nodiscard]] std::size_t head_length(std::size_t head) const {
        return words_.match(head, LexiconClass::measure_head).length;
    }

    // The last head of a measure ('tổng số', 'doanh thu') before the figure; `stop_` where there is none.
    [[nodiscard]] std::size_t last_head() const {
        std::size_t head = stop_;
        for (std::size_t t = figure_.region; t < stop_; ++t) {
            if (!token(t).starts(LexiconClass::measure_head)) continue;
            const std::size_t length = head_length(t);
            if (t + length > stop_ || words_.inside_term(t) || words_.begins_title(t)) continue;
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
        if (words_.is_link(t) && !goes_on(t)) return true;
        if (k.starts(LexiconClass::rank_verb) || words_.inside_period(t)) return true;
        if (k.is_word(Keyword::cua) && (m_.kind == MeasureKind::rank || words_.quantity_starts(t + 1))) return true;
        // 'Theo bảng xếp hạng chuyển đổi số, tỉnh đứng thứ 12'
        if (k.is_mark(',') && m_.kind == MeasureKind::rank && names_who_ranks(t + 1)) return true;
        if (words_.bounds(t)) {
            const std::string_view boundary = words_.match(t, LexiconClass::boundary).value();
            if (boundary == lexicon_values::time_boundary || boundary == lexicon_values::place_boundary ||
                boundary == lexicon_values::part_boundary)
                return true;
        }
        return k.is_mark('(') || k.is_mark(';') || k.is_mark(':');
    }
    // 'tỷ lệ xã đạt tiêu chí quốc gia 84%', 'tỷ lệ trẻ dưới 5 tuổi': a link inside the subject, no link to the
    // figure.
    [[nodiscard]] bool goes_on(std::size_t t) const {
        if (t + 2 >= stop_) return false;
        const Token next = token(t + 1);
        if (token(t).starts(LexiconClass::approximator) && next.kind == TokenKind::number) return true;
        return token(t).is_word(Keyword::dat) && words_.noun_like(t + 1) &&
               !next.starts(LexiconClass::measure_head) && !next.starts(LexiconClass::baseline) &&
               !next.starts(LexiconClass::estimator);
    }
    [[nodiscard]] bool trailing(std::size_t t) const {
        constexpr grammar::KeywordSet trailing_words{Keyword::trong, Keyword::den,   Keyword::het, Keyword::uoc,
                                                     Keyword::nang,  Keyword::tu,    Keyword::co,  Keyword::duoc,
                                                     Keyword::da,    Keyword::coming};
        return token(t).is_mark(',') || trailing_words.contains(token(t).word);
    }

    // A subject without a known head: the last stretch of words before the linking verb.
    [[nodiscard]] TokenRange plain_subject(TokenRange before) const {
        std::size_t end = before.last;
        // Strip the linking words and times next to the figure.
        while (end > before.first) {
            const PeriodMention* time = words_.islands().periods.at(end - 1);
            const std::size_t length = time != nullptr && time->range.first >= before.first
                                           ? end - time->range.first
                                           : link_ending_at(end, before.first);
            if (length == 0 || closes_bracket({before.first, end})) break;
            end -= length;
        }
        std::size_t begin = end;
        std::size_t open = 0;
        while (begin > before.first && end - begin < longest_subject) {
            const Token t = token(begin - 1);
            if (t.is_mark('(')) {
                if (open == 0) break;
                --open;
            } else if (open == 0 && (t.is_mark(',') || t.is_mark(';') || t.is_mark(':') || t.is_mark('.'))) {
                break;
            }
            if (t.is_mark(')')) ++open;
            if (words_.inside_period(begin - 1) || t.is_word(Keyword::la) || t.is_word(Keyword::rang)) break;
            if (const std::size_t length = opener_length(begin - 1); length > 0) {
                begin = std::min(end, begin - 1 + length);
                break;
            }
            --begin;
        }
        begin = behind_actor({behind_bracket({begin, end}), end});
        while (begin < end) {
            const std::size_t length = link_starting_at(begin);
            if (length == 0) break;
            begin += length;
        }
        begin = std::min(begin, end);
        // Keep to the part before a place: 'Thuê bao Internet trên địa bàn tỉnh'.
        for (std::size_t t = begin + 1; t < end; ++t)
            if (words_.bounds(t) && words_.match(t, LexiconClass::boundary).value() == lexicon_values::place_boundary)
                return {begin, t};
        return {begin, end};
    }

    // 'Công an tỉnh đã khởi tố 12 vụ': who does it is not what is counted.
    [[nodiscard]] std::size_t behind_actor(TokenRange subject) const {
        constexpr grammar::KeywordSet done{Keyword::da, Keyword::se};
        if (subject.empty() || !(token(subject.first).starts(LexiconClass::agency) ||
                                 token(subject.first).starts(LexiconClass::admin_level)))
            return subject.first;
        for (std::size_t t = subject.first + 1; t + 1 < subject.last; ++t)
            if (done.contains(token(t).word)) return t + 1;
        return subject.first;
    }

    // 'Khu vực 1 (gồm các quận 1, 3 và 4) thửa đất sau khi tách': a noun behind a list in brackets is the subject.
    [[nodiscard]] std::size_t behind_bracket(TokenRange subject) const {
        bool listed = false;
        for (std::size_t t = subject.first; t + 1 < subject.last; ++t) {
            listed |= token(t).is_mark(',');
            if (listed && token(t).is_mark(')') && words_.noun_like(t + 1)) return t + 1;
        }
        return subject.first;
    }

    // 'tổ hợp A01 (Toán, Lý)': a bracket that belongs to the words before it.
    [[nodiscard]] bool closes_bracket(TokenRange range) const {
        if (!token(range.last - 1).is_mark(')')) return false;
        for (std::size_t t = range.last - 1; t > range.first + 1; --t)
            if (token(t - 1).is_mark('(')) return token(t - 2).kind == TokenKind::word;
        return false;
    }

    // The length of words behind which a subject begins: 'ước', 'đặt mục tiêu'; 0 where none stand.
    [[nodiscard]] std::size_t opener_length(std::size_t at) const {
        if (token(at).starts(LexiconClass::estimator)) return words_.match(at, LexiconClass::estimator).length;
        const PhraseMatch link = words_.match(at, LexiconClass::link);
        return link && link.value() == lexicon_values::goal_link ? link.length : 0;
    }

    // One word that only links.
    [[nodiscard]] bool linking_word(std::size_t t) const {
        constexpr grammar::KeywordSet linking{Keyword::va, Keyword::that, Keyword::bao, Keyword::nang,
                                              Keyword::xuong};
        const Token k = token(t);
        if (k.kind == TokenKind::mark) return k.mark != '"';
        return words_.is_link(t) || linking.contains(k.word) || k.starts(LexiconClass::rank_verb);
    }
    // The length of the linking words that end before a token.
    [[nodiscard]] std::size_t link_ending_at(std::size_t end, std::size_t first) const {
        constexpr std::size_t longest_link = 3;
        constexpr grammar::KeywordSet negations{Keyword::not_yet, Keyword::khong};
        for (std::size_t length = longest_link; length > 0; --length)
            // 'hiện' of 'phát hiện' links nothing.
            if (end >= first + length && token(end - length).starts(LexiconClass::link) &&
                words_.match(end - length, LexiconClass::link).length == length &&
                !words_.inside_compound(end - length))
                // 'chưa hoàn thành: 76'
                return end > first + length && negations.contains(token(end - length - 1).word) ? 0 : length;
        return linking_word(end - 1) && !words_.inside_compound(end - 1) ? 1 : 0;
    }
    // That of the linking words which begin at a token and are no beginning of a longer word: 'chỉ' of 'chỉ tiêu'.
    [[nodiscard]] std::size_t link_starting_at(std::size_t at) const {
        if (token(at).starts(LexiconClass::link)) {
            const std::size_t length = words_.match(at, LexiconClass::link).length;
            if (length >= words_.longest_noun(at)) return length;
        }
        return linking_word(at) && words_.longest_noun(at) <= 1 ? 1 : 0;
    }
};

}  // namespace

std::string_view name_of(SubjectRule rule) noexcept { return rule_names[static_cast<std::size_t>(rule)]; }

std::optional<SubjectCandidate> find_subject(const Words& words, const Figure& figure, const Sentence& sentence,
                                             const Change& change, const Figure* previous, const Figure* earlier) {
    return SubjectFinder(words, figure, sentence, change, previous, earlier).best();
}

std::vector<SubjectCandidate> subject_candidates(const Words& words, const Figure& figure, const Sentence& sentence,
                                                 const Change& change, const Figure* previous,
                                                 const Figure* earlier) {
    return SubjectFinder(words, figure, sentence, change, previous, earlier).all();
}

TokenRange part_subject(const Words& words, const Figure& figure, const Sentence& sentence) {
    const auto& unit = figure.mention->quantity.unit;
    // 'tỉnh 41' in a bracket has the noun of its whole.
    if (unit ? figure.indicator != TokenRange{unit->first, unit->end()} : !figure.mention->shared_unit) return {};
    const Change none{MeasureRole::level, std::nullopt, figure.begin(), {}, {}};
    const TokenRange before = SubjectFinder(words, figure, sentence, none, nullptr, nullptr).words_before();
    // A noun names the part: 'mầm non 165 trường'; a verb tells what was done with it.
    return words.document().trimmed(before, ",;:.-(\"'~");
}

namespace {
// The currency that stands before a number: 'USD 3 triệu'.
std::optional<std::string> currency_before(const Words& words, std::size_t begin) {
    if (begin == 0) return std::nullopt;
    const PhraseMatch unit = words.match(begin - 1, LexiconClass::unit);
    if (!unit || unit.length != 1 || unit.payload->attribute("kind") != "money" ||
        !words.token(begin - 1).has(Token::all_caps))
        return std::nullopt;
    return std::string(unit.payload->value);
}
// 'Tỷ lệ (%)', 'tỷ lệ % hộ nghèo'
bool percent_told(const Words& words, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (words.token(t).is_mark('%')) return true;
    return false;
}
// 'trị giá 567 triệu', 'với số tiền 12 triệu'
bool amount_head_in(const Words& words, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (words.token(t).starts(LexiconClass::measure_head) &&
            words.match(t, LexiconClass::measure_head).value() == lexicon_values::amount_head)
            return true;
    return false;
}
}  // namespace

InferredUnit infer_unit(const Words& words, const Figure& figure, TokenRange subject, const Figure* previous,
                        const Figure* earlier) {
    const Measure& m = figure.measure;
    const auto& q = figure.mention->quantity;
    // 'Tỷ lệ (%): 15,5'
    if (!q.unit && !figure.mention->shared_unit && !m.unit && m.kind == MeasureKind::count &&
        percent_told(words, {previous != nullptr ? previous->end : figure.region, figure.begin()}))
        return {std::string(percent), MeasureKind::percent};
    if (q.unit || figure.mention->shared_unit || q.amount.money || q.amount.scale < million ||
        m.kind != MeasureKind::money)
        return {m.unit, m.kind};
    // 'trị giá USD 3 triệu'
    if (const auto currency = currency_before(words, figure.begin())) return {currency, m.kind};
    if (earlier != nullptr && earlier->measure.kind == MeasureKind::money && earlier->measure.unit != dong)
        return {earlier->measure.unit, m.kind};
    static constexpr std::string_view money = "money";
    const auto concept_id = words.document().stream().lexicon->concept_id(money);
    const auto tells_money = [&](TokenRange range) {
        return concept_id && concepts_in(words.document(), range).test(*concept_id);
    };
    const TokenRange own{previous != nullptr ? previous->end : figure.region, figure.begin()};
    if (tells_money(subject) || tells_money(own) || amount_head_in(words, own)) return {m.unit, m.kind};
    // 'sản lượng lúa đạt 1,2 triệu tấn, ngô 0,3 triệu'
    if (previous != nullptr && previous->measure.kind == MeasureKind::other && q.amount.scale == million &&
        previous->mention->quantity.amount.scale == million && previous->measure.unit)
        return {previous->measure.unit, previous->measure.kind};
    // 'giải nhất 5 triệu', 'suất quà 2 triệu': what it is worth.
    for (std::size_t t = subject.first; t < subject.last; ++t)
        if (const PhraseMatch noun = words.match(t, LexiconClass::noun);
            noun && !noun.payload->attribute("priced").empty() && !words.token(subject.first).is_word(Keyword::so))
            return {m.unit, m.kind};
    // 'kế hoạch dành 7.000 tỷ' is money; nothing but 'số lượt xem đạt 1,2 tỷ' counts so many.
    const bool counted = q.amount.scale == million ||
                         (!subject.empty() && words.token(subject.first).starts(LexiconClass::measure_head));
    if (auto noun = words.noun_in(subject); noun && counted) return {std::move(noun), MeasureKind::count};
    if (previous != nullptr && previous->measure.kind == MeasureKind::count && q.amount.scale == million)
        return {previous->measure.unit, MeasureKind::count};
    return {m.unit, m.kind};
}

}  // namespace tongket
