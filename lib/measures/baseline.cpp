// SPDX-License-Identifier: BSL-1.0
#include "measures/baseline.hpp"

#include <algorithm>

namespace tongket {
namespace {

// A baseline begins within so many tokens behind its figure, of which some may be words of the counted noun.
constexpr std::size_t reach_behind = 14;
constexpr std::size_t words_between = 8;
constexpr std::size_t longest_bracket = 5;
constexpr std::size_t longest_baseline = 16;
// Tokens after which a boundary ends it: 'so với' and a word come first.
constexpr std::size_t least_words = 2;

// One past the baseline that begins at a token.
std::size_t baseline_end(const Words& words, std::size_t at, std::size_t limit) {
    std::size_t t = at + std::max<std::size_t>(words.match(at, LexiconClass::baseline).length, 1);
    for (; t < limit && t < at + longest_baseline; ++t) {
        const Token token = words.token(t);
        if (words.ends_phrase(t) || words.changes(t) || token.is_word(Keyword::dat) || token.is_word(Keyword::la))
            break;
        if (token.is_word(Keyword::va)) {
            if (t + 1 < limit && (words.changes(t + 1) || words.token(t + 1).kind == TokenKind::number)) break;
        } else if (words.bounds(t) && t > at + least_words && !words.inside_period(t)) {
            break;
        }
    }
    return t;
}

bool compares(const Measure& m, bool times) {
    return m.role == MeasureRole::change || m.kind == MeasureKind::percent || times || m.kind == MeasureKind::count ||
           m.kind == MeasureKind::money;
}

// 'giảm 120 vụ (15%) so với năm 2016': over a bracket that holds a figure and nothing else.
std::size_t behind_bracket(const Words& words, std::size_t at) {
    if (!words.token(at).is_mark('(')) return at;
    const QuantityMention* inside = words.islands().quantities.first_in({at + 1, at + longest_bracket});
    if (inside == nullptr || !words.token(inside->range.last).is_mark(')')) return at;
    const std::size_t behind = inside->range.last + 1;
    return words.token(behind).starts(LexiconClass::baseline) ? behind : at;
}

// 'gấp 1,5 lần năm 2010', 'gấp 2 lần lượng án ở tỉnh khác', 'bằng 108% cuối năm 2015': without a word for it.
bool compares_with(const Words& words, const Figure& figure, std::size_t at, bool times) {
    const Token token = words.token(at);
    const bool time = token.is_word(Keyword::nam) || token.is_word(Keyword::cuoi) || token.is_word(Keyword::dau) ||
                      words.inside_period(at);
    if (times) return time || token.starts(LexiconClass::noun) || token.starts(LexiconClass::measure_head);
    return time && figure.measure.kind == MeasureKind::percent && figure.begin() > 0 &&
           words.token(figure.begin() - 1).is_word(Keyword::bang);
}

// Behind the number, at once or after a few words of its noun.
TokenRange baseline_behind(const Words& words, const Figure& figure, const Sentence& sentence, bool times) {
    const Measure& m = figure.measure;
    const std::size_t begin =
        behind_bracket(words, std::max(figure.mention->quantity.last, figure.mention->range.last));
    const std::size_t limit = std::min(sentence.tokens.last, begin + reach_behind);
    for (std::size_t t = begin; t < limit; ++t) {
        const Token token = words.token(t);
        if (words.ends_phrase(t) || (token.kind == TokenKind::number && !words.inside_period(t))) break;
        if (!token.starts(LexiconClass::baseline)) {
            if (t == begin && compares_with(words, figure, t, times))
                return {t, baseline_end(words, t, sentence.tokens.last)};
            if (t - begin >= words_between) break;
            continue;
        }
        // The bare words (kế hoạch, chỉ tiêu) must follow at once, and only a comparison has them.
        if (words.match(t, LexiconClass::baseline).value() == lexicon_values::bare_baseline &&
            (t != begin || (m.kind != MeasureKind::percent && m.role != MeasureRole::change && !times)))
            continue;
        return {t, baseline_end(words, t, sentence.tokens.last)};
    }
    return {};
}

// 'so với cùng kỳ tăng 12%'.
TokenRange baseline_before(const Words& words, TokenRange before) {
    for (std::size_t t = before.first; t < before.last; ++t) {
        if (!words.token(t).starts(LexiconClass::baseline) ||
            words.match(t, LexiconClass::baseline).value() != lexicon_values::comparing_baseline)
            continue;
        std::size_t stop = t;
        while (stop < before.last && !words.changes(stop) && !words.token(stop).is_mark(',') &&
               !words.token(stop).is_mark(':') && !words.token(stop).is_word(Keyword::dat))
            ++stop;
        return {t, stop};
    }
    return {};
}

// 'Các nhóm đều tăng so với năm 2016: cá đạt 2 tỷ đồng, tăng 26%; ...', 'So với năm 2016: ...': what stands before
// the colon of a list.
TokenRange baseline_of_list(const Words& words, TokenRange before) {
    for (std::size_t colon = before.last; colon-- > before.first;) {
        if (!words.token(colon).is_mark(':')) continue;
        for (std::size_t t = colon; t-- > before.first && colon - t <= longest_baseline;) {
            if (words.token(t).kind == TokenKind::mark && !words.inside_period(t)) break;
            if (words.token(t).starts(LexiconClass::baseline) &&
                words.match(t, LexiconClass::baseline).value() == lexicon_values::comparing_baseline)
                return {t, colon};
        }
        return {};
    }
    return {};
}

// 'thu hẹp từ 2,1 lần năm 2008 còn 1,8 lần năm 2017': what stands behind such a word has a time, and is no multiple
// of another figure.
bool of_level_span(const Token& before) {
    constexpr grammar::KeywordSet words{Keyword::tu, Keyword::still, Keyword::xuong};
    return words.contains(before.word);
}

}  // namespace

std::optional<Baseline> find_baseline(const Words& words, const Figure& figure, const Change& change,
                                      const Sentence& sentence, const Figure* previous) {
    const Measure& m = figure.measure;
    const bool times =
        counts_times(words.document(), *figure.mention) && !of_level_span(words.token(figure.begin() - 1));
    if (!compares(m, times)) return std::nullopt;
    if (const TokenRange behind = baseline_behind(words, figure, sentence, times); !behind.empty())
        return Baseline{words.document().words(behind), behind.last};
    if (m.role != MeasureRole::change && m.kind != MeasureKind::percent) return std::nullopt;
    if (m.role == MeasureRole::change && !change.compared.empty())
        return Baseline{words.document().words(change.compared), figure.end};
    if (const TokenRange before = baseline_before(words, {figure.region, figure.begin()}); !before.empty())
        return Baseline{words.document().words(before), figure.end};
    // A change beside another shares its baseline.
    if (m.role == MeasureRole::change && previous != nullptr && previous->measure.baseline &&
        previous->measure.role == MeasureRole::change &&
        !words.parted({previous->mention->range.last, figure.begin()}))
        return Baseline{*previous->measure.baseline, figure.end};
    if (m.role == MeasureRole::change)
        if (const TokenRange listed = baseline_of_list(words, {sentence.content, figure.begin()}); !listed.empty())
            return Baseline{words.document().words(listed), figure.end};
    return std::nullopt;
}

}  // namespace tongket
