// SPDX-License-Identifier: BSL-1.0
#include "measures/plan.hpp"

namespace tongket {
namespace {

// Tokens between the name of a plan and its figure: 'chỉ tiêu năm 2018 là'.
constexpr std::size_t longest_gap = 6;

// What may stand there: a time, 'là', 'đạt', ':'.
bool leads_on(const Words& words, std::size_t at) {
    const Token token = words.token(at);
    // 'kế hoạch đề ra là', 'chỉ tiêu được giao'
    constexpr grammar::KeywordSet links{Keyword::la, Keyword::dat, Keyword::propose, Keyword::duoc};
    return links.contains(token.word) || token.is_mark(':') || words.inside_period(at) ||
           (at > 0 && words.token(at - 1).is_word(Keyword::propose)) || words.inside_baseline(at);
}

bool names_plan(const Words& words, std::size_t at) {
    const PhraseMatch plan = words.match(at, LexiconClass::baseline);
    return plan && plan.payload->attribute("plan") == "1" && !words.inside_compound(at);
}

// 'đạt 91% (chỉ tiêu', 'đạt 91%, kế hoạch', 'đạt 91% so với kế hoạch'.
bool set_beside(const Words& words, std::size_t plan, std::size_t from) {
    if (plan == from) return false;
    const Token before = words.token(plan - 1);
    return words.ends_phrase(plan - 1) || words.changes(plan - 1) || before.is_mark('/') || before.is_mark('-') ||
           words.inside_baseline(plan - 1);
}

bool same_measured(const Measure& m, const Measure& reached) {
    return m.kind == reached.kind && (!m.unit || !reached.unit || *m.unit == *reached.unit);
}

// 'Chỉ tiêu giao 85%, thực hiện 87,5%': the plan, and behind it what was reached.
bool opens_comparison(const Words& words, const Figure& figure) {
    const std::size_t first = figure.clause, behind = figure.mention->range.last;
    if (figure.measure.role != MeasureRole::level || !names_plan(words, first) ||
        figure.begin() > first + longest_gap)
        return false;
    return words.token(behind).is_mark(',') && words.token(behind + 1).is_word(Keyword::thuc) &&
           words.token(behind + 2).is_word(Keyword::hien);
}

}  // namespace

bool tells_plan(const Words& words, const Figure& figure, const Figure* previous) {
    if (opens_comparison(words, figure)) return true;
    // 'tăng 7,85%, vượt kế hoạch đề ra là 7,5%'
    const bool told = figure.begin() > 0 && words.token(figure.begin() - 1).is_word(Keyword::la);
    if (previous == nullptr || (previous->measure.role != MeasureRole::level && !told) ||
        figure.measure.role != MeasureRole::level || !same_measured(figure.measure, previous->measure))
        return false;
    const std::size_t from = previous->mention->range.last;
    for (std::size_t t = figure.begin(); t-- > from && figure.begin() - t <= longest_gap;) {
        if (names_plan(words, t)) {
            const std::size_t behind = t + words.match(t, LexiconClass::baseline).length;
            std::size_t k = behind;
            while (k < figure.begin() && leads_on(words, k)) ++k;
            return k == figure.begin() && set_beside(words, t, from);
        }
    }
    return false;
}

}  // namespace tongket
