// SPDX-License-Identifier: BSL-1.0
#include "measures/plan.hpp"

namespace tongket {
namespace {

// Tokens between the name of a plan and its figure: 'chỉ tiêu năm 2018 là'.
constexpr std::size_t longest_gap = 6;

// What may stand there: a time, 'là', 'đạt', ':'.
bool leads_on(const Words& words, std::size_t at) {
    const Token token = words.token(at);
    return token.is_word(Keyword::la) || token.is_word(Keyword::dat) || token.is_mark(':') || words.inside_period(at);
}

bool names_plan(const Words& words, std::size_t at) {
    const PhraseMatch plan = words.match(at, LexiconClass::baseline);
    return plan && plan.payload->attribute("plan") == "1" && !words.inside_compound(at);
}

// 'đạt 91% (chỉ tiêu', 'đạt 91%, kế hoạch', 'đạt 91% so với kế hoạch'.
bool set_beside(const Words& words, std::size_t plan, std::size_t from) {
    if (plan == from) return false;
    const Token before = words.token(plan - 1);
    return words.ends_phrase(plan - 1) || before.is_mark('/') || before.is_mark('-') ||
           words.inside_baseline(plan - 1);
}

bool same_measured(const Measure& m, const Measure& reached) {
    return m.kind == reached.kind && (!m.unit || !reached.unit || *m.unit == *reached.unit);
}

}  // namespace

bool tells_plan(const Words& words, const Figure& figure, const Figure* previous) {
    if (previous == nullptr || previous->measure.role != MeasureRole::level ||
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
