// SPDX-License-Identifier: BSL-1.0
#include "measures/change.hpp"

namespace tongket {
namespace {

// How far before a figure its verb, or the word that calls it an estimate, may begin.
constexpr std::size_t verb_reach = 10;
constexpr std::size_t estimator_reach = 14;
// A phrase of the lexicon may run on into the figure: its approximator and its number.
constexpr std::size_t overlap = 2;

// What stands between a verb and its figure.
struct Between {
    bool joined = true;     // no comma
    bool to_level = false;  // 'tăng lên', 'giảm còn', 'tăng, đạt'
};

Between between(const Words& words, TokenRange range) {
    constexpr grammar::KeywordSet level_words{Keyword::dat, Keyword::la, Keyword::len, Keyword::still,
                                              Keyword::xuong};
    Between found;
    for (std::size_t t = range.first; t < range.last && found.joined; ++t) {
        const Token token = words.token(t);
        if (level_words.contains(token.word)) found.to_level = true;
        if (token.is_mark(',') || token.is_mark(';')) found.joined = false;
    }
    return found;
}

// Between verb and figure only what belongs to them: approximators, 'được', 'thêm', a baseline. A verb whose object
// has its own number ('tăng 6 tháng') changes no figure behind it.
bool governs(const Words& words, TokenRange gap) {
    constexpr std::size_t loose_words = 2;
    if (gap.empty() || words.token(gap.first).starts(LexiconClass::baseline)) return true;
    const std::size_t length = gap.last - gap.first;
    if (length > loose_words) return false;
    if (length == loose_words) return words.token(gap.first).starts(LexiconClass::estimator);
    return !words.token(gap.first).starts(LexiconClass::noun);
}

// 'tăng từ 20 lên 35': both ends are levels.
bool begins_span(const Words& words, const Figure& figure) {
    const std::size_t begin = figure.begin();
    if (begin == 0) return false;
    return words.token(begin - 1).is_word(Keyword::tu) ||
           (!figure.measure.to && words.token(begin).is_word(Keyword::tu));
}

}  // namespace

Change find_change(const Words& words, const Figure& figure, std::size_t region) {
    const std::size_t begin = figure.begin();
    Change change{MeasureRole::level, std::nullopt, begin};
    for (std::size_t t = begin; t-- > region && begin - t <= verb_reach;) {
        if (!words.changes(t)) continue;
        const bool up = words.token(t).starts(LexiconClass::increase);
        const std::size_t end = t + words.match(t, up ? LexiconClass::increase : LexiconClass::decrease).length;
        if (end > begin + overlap) continue;
        const Between gap = between(words, {end, begin});
        if (!gap.joined) return change;
        if (!gap.to_level && !governs(words, {end, begin})) continue;
        change.verb = t;
        if (gap.to_level || begins_span(words, figure)) return change;
        change.role = MeasureRole::change;
        change.direction = up ? Direction::increase : Direction::decrease;
        return change;
    }
    return change;
}

bool is_estimated(const Words& words, TokenRange before) {
    for (std::size_t t = before.last; t-- > before.first && before.last - t <= estimator_reach;) {
        if (!words.token(t).starts(LexiconClass::estimator)) continue;
        // 'ước đạt' right before, or 'ước nộp ngân sách gần': no comma between.
        for (std::size_t k = t + words.match(t, LexiconClass::estimator).length; k < before.last; ++k)
            if (words.token(k).is_mark(',') || words.token(k).is_mark('(') || words.token(k).is_mark(':'))
                return false;
        return true;
    }
    return false;
}

}  // namespace tongket
