// SPDX-License-Identifier: BSL-1.0
#include "measures/noun_phrase.hpp"

#include <algorithm>

namespace tongket {
namespace {

// A figure's own clause before it, behind a comma, has at most so many tokens.
constexpr std::size_t longest_lead_in = 8;

class PhraseEnd {
  public:
    PhraseEnd(const Words& words, std::size_t limit, bool with_predicate)
        : words_(words), limit_(limit), with_predicate_(with_predicate) {}

    // Where a noun phrase ends: at punctuation, a function word, a verb; a comma only where no noun follows.
    [[nodiscard]] std::size_t of(std::size_t begin) const {
        std::size_t t = begin;
        std::size_t last_comma = 0;
        for (; t < limit_; ++t) {
            const Token k = token(t);
            if (k.kind == TokenKind::newline) break;
            if (k.kind == TokenKind::mark) {
                const std::optional<std::size_t> last = over_mark(t);
                if (!last) break;
                if (k.mark == ',') last_comma = t;
                t = *last;
                continue;
            }
            if (k.kind == TokenKind::number) {
                if (t > begin && words_.inside_period(t)) break;
                continue;
            }
            // A known term is one word: 'điểm phục vụ', 'phát triển mới'.
            if (const std::size_t length = term_length(t); length > 1) {
                t += length - 1;
                continue;
            }
            if (with_predicate_ ? ends_predicate(t) : ends_noun(t, t == begin)) break;
        }
        // A next quantity behind a comma or 'và': those do not belong.
        while (t > begin && trailing_word(t - 1)) --t;
        if (with_predicate_ && t == limit_ && limit_ < words_.document().size() && last_comma > begin &&
            words_.quantity_starts(limit_))
            t = before_lead_in(begin, t);
        return t;
    }

  private:
    const Words& words_;
    std::size_t limit_;
    bool with_predicate_;

    [[nodiscard]] Token token(std::size_t at) const { return words_.token(at); }

    // The next mark of a kind; the limit where none is.
    [[nodiscard]] std::size_t find_mark(std::size_t from, char mark) const {
        std::size_t t = from;
        while (t < limit_ && !token(t).is_mark(mark)) ++t;
        return t;
    }

    // The last token that a mark brings into the phrase; nothing where it ends it.
    [[nodiscard]] std::optional<std::size_t> over_mark(std::size_t t) const {
        switch (token(t).mark) {
            case '"': {  // a quoted name belongs as a whole
                const std::size_t close = find_mark(t + 1, '"');
                return close < limit_ ? close : t;
            }
            case '/':  // '64.120 học sinh/2.310 lớp'
                if (token(t + 1).kind == TokenKind::number) return std::nullopt;
                return t;
            case '-':
            case '&':
            case '\'':
                return t;
            case '(': {
                if (!with_predicate_) return std::nullopt;
                const std::size_t close = find_mark(t, ')');
                if (close >= limit_) return std::nullopt;
                return close;
            }
            case ',':
                if (goes_on_after_comma(t)) return t;
                return std::nullopt;
            default:
                return std::nullopt;
        }
    }

    [[nodiscard]] std::size_t term_length(std::size_t t) const {
        if (!token(t).starts(LexiconClass::term) || token(t).starts(LexiconClass::increase)) return 0;
        const std::size_t length = words_.match(t, LexiconClass::term).length;
        return t + length <= limit_ ? length : 0;
    }

    [[nodiscard]] bool ends_predicate(std::size_t t) const {
        const Token k = token(t);
        if (k.starts(LexiconClass::increase) && token(t + 1).kind == TokenKind::number) return true;
        return k.starts(LexiconClass::boundary) &&
               words_.match(t, LexiconClass::boundary).value() == lexicon_values::part_boundary;
    }

    [[nodiscard]] bool ends_noun(std::size_t t, bool first) const {
        const Token k = token(t);
        if (k.is_word(Keyword::va) || k.is_word(Keyword::cua)) {
            if (t + 1 >= limit_ || token(t + 1).kind == TokenKind::number) return true;
            return k.is_word(Keyword::va) && !words_.noun_like(t + 1);
        }
        if (words_.bounds(t) && !first) return true;
        if (k.starts(LexiconClass::boundary) && !k.starts(LexiconClass::noun) && !k.starts(LexiconClass::term))
            return true;
        return words_.changes(t) || words_.inside_period(t);
    }

    [[nodiscard]] bool trailing_word(std::size_t t) const {
        constexpr grammar::KeywordSet trailing{Keyword::va,  Keyword::cua,   Keyword::voi,  Keyword::co,
                                               Keyword::cho, Keyword::trong, Keyword::that, Keyword::tren};
        const Token k = token(t);
        return k.is_mark(',') || k.is_mark('-') || trailing.contains(k.word);
    }

    // '75% cán bộ ... thư điện tử, 40% văn bản': stop at the comma before the next figure's own clause.
    [[nodiscard]] std::size_t before_lead_in(std::size_t begin, std::size_t end) const {
        for (std::size_t k = limit_; k-- > begin;) {
            if (!token(k).is_mark(',')) continue;
            return limit_ - k <= longest_lead_in ? std::min(end, k) : end;
        }
        return end;
    }

    [[nodiscard]] bool goes_on_after_comma(std::size_t comma) const {
        const std::size_t next = comma + 1;
        if (next >= limit_) return false;
        if (!words_.noun_like(next)) return with_predicate_ && predicate_goes_on(next);
        // The item must not be the subject of the next figure: 'tin, bài' but not 'văn bản, số thuê bao 120'.
        if (token(next).starts(LexiconClass::measure_head)) return false;
        for (std::size_t t = next; t < limit_; ++t) {
            if (token(t).is_mark(',') || token(t).is_mark(';') || token(t).is_mark('.')) return true;
            if (words_.is_link(t) && !with_predicate_) return false;
        }
        // It runs up to the next figure: its subject, unless a conjunction stands between.
        if (limit_ < words_.document().size() && words_.quantity_starts(limit_))
            return token(limit_ - 1).is_word(Keyword::va) || token(limit_ - 1).is_mark(',') ||
                   token(limit_ - 1).is_word(Keyword::cho) || with_predicate_;
        return true;
    }

    [[nodiscard]] bool predicate_goes_on(std::size_t next) const {
        const Token k = token(next);
        return k.kind == TokenKind::word && !k.starts(LexiconClass::boundary) &&
               !k.starts(LexiconClass::measure_head) && !k.has(Token::capital) && !words_.changes(next) &&
               !k.is_word(Keyword::trong);
    }
};

// The next figure of the sentence, or its end.
std::size_t next_quantity(const Words& words, const Figure& figure, const Sentence& sentence) {
    const QuantityMention* next = words.islands().quantities.first_in({figure.begin() + 1, sentence.tokens.last});
    return next == nullptr ? sentence.tokens.last : next->range.first;
}

// 'xã có điểm bưu điện', 'trường đạt chuẩn': a predicate right behind the noun tells which.
bool predicate_follows(const Words& words, std::size_t t, std::size_t limit) {
    constexpr grammar::KeywordSet openers{Keyword::co,     Keyword::dat,  Keyword::underway,
                                          Keyword::enough, Keyword::duoc, Keyword::not_yet};
    return t + 1 < limit && openers.contains(words.token(t).word) && words.token(t + 1).kind == TokenKind::word &&
           !words.token(t + 1).starts(LexiconClass::approximator);
}

}  // namespace

TokenRange noun_phrase(const Words& words, const Figure& figure, const Sentence& sentence, bool with_predicate) {
    const auto& q = figure.mention->quantity;
    const auto& unit = q.unit ? q.unit : figure.mention->shared_unit;
    if (!unit) return {};
    // '98 thuê bao điện thoại/100 dân'
    if (q.per_unit) {
        const std::size_t below = q.per_amount ? q.per_amount->first : q.per_unit->first;
        if (below > unit->end() + 1 && words.token(below - 1).is_mark('/')) return {unit->first, below - 1};
    }
    const std::size_t limit = next_quantity(words, figure, sentence);
    std::size_t t = q.per_unit ? q.per_unit->end() : std::max<std::size_t>(unit->end(), figure.mention->range.last);
    if (const PhraseMatch term = words.match(unit->first, LexiconClass::term);
        term && unit->first + term.length <= limit)
        t = std::max(t, unit->first + term.length);
    if (predicate_follows(words, t, limit)) with_predicate = true;
    t = PhraseEnd(words, limit, with_predicate).of(t);
    // '215 đơn/230 đơn tiếp nhận'
    const bool told_twice = q.unit && q.per_unit && q.per_amount && q.per_unit->payload == q.unit->payload;
    return {told_twice ? q.per_unit->first : unit->first, std::max(t, unit->end())};
}

TokenRange noun_behind_unit(const Words& words, const Figure& figure, const Sentence& sentence) {
    if (!figure.mention->quantity.unit) return {};
    // 'tiêu thụ 600 tấn với giá cao': no noun of the unit.
    const Token first = words.token(figure.mention->quantity.unit->end());
    if (first.starts(LexiconClass::boundary) && !first.starts(LexiconClass::noun)) return {};
    // '12 tấn 500 kg' ends behind its second unit.
    const std::size_t begin = std::max<std::size_t>(figure.mention->quantity.unit->end(), figure.mention->range.last);
    return {begin, std::max(begin, noun_phrase(words, figure, sentence, false).last)};
}

TokenRange phrase_at(const Words& words, const Figure& figure, const Sentence& sentence, std::size_t begin) {
    return {begin, PhraseEnd(words, next_quantity(words, figure, sentence), false).of(begin)};
}

TokenRange phrase_behind_percent(const Words& words, const Figure& figure, const Sentence& sentence) {
    constexpr grammar::KeywordSet never_first{Keyword::va, Keyword::tro, Keyword::trong};
    std::size_t begin = figure.mention->quantity.last;
    const std::size_t limit = next_quantity(words, figure, sentence);
    // '100% số xã', but not '20% so với'
    if (begin < limit && words.token(begin).is_word(Keyword::so)) ++begin;
    if (begin >= limit) return {};
    const Token first = words.token(begin);
    if (first.kind != TokenKind::word || first.starts(LexiconClass::baseline) || words.changes(begin) ||
        never_first.contains(first.word) || words.inside_period(begin))
        return {};
    if (first.starts(LexiconClass::boundary) && !first.starts(LexiconClass::noun)) return {};
    return {begin, PhraseEnd(words, limit, true).of(begin)};
}

}  // namespace tongket
