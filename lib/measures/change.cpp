// SPDX-License-Identifier: BSL-1.0
#include "measures/change.hpp"

#include <algorithm>
#include <string_view>

#include "islands/comparison.hpp"
#include "page/same_word.hpp"

namespace tongket {
namespace {

// How far before a figure its verb, or the word that calls it an estimate, may begin.
constexpr std::size_t verb_reach = 10;
constexpr std::size_t growth_reach = 16;
constexpr std::size_t estimator_reach = 14;
constexpr std::string_view percent = "percent";
// A phrase of the lexicon may run on into the figure: its approximator and its number.
constexpr std::size_t overlap = 2;

// What stands between a verb and its figure.
struct Between {
    bool joined = true;     // no comma
    bool to_level = false;  // 'tăng lên', 'giảm còn', 'tăng gấp'
};

Between between(const Words& words, TokenRange range) {
    constexpr grammar::KeywordSet level_words{Keyword::dat,   Keyword::la,    Keyword::len,
                                              Keyword::still, Keyword::xuong, Keyword::gap};
    Between found;
    for (std::size_t t = range.first; t < range.last && found.joined; ++t) {
        const Token token = words.token(t);
        // 'tăng lần lượt là 29% và 34%'
        if (const PhraseMatch link = words.match(t, LexiconClass::link);
            link && link.value() == lexicon_values::in_order_link) {
            t += link.length - 1;
            continue;
        }
        if (level_words.contains(token.word)) found.to_level = true;
        if (token.is_mark(',') || token.is_mark(';')) found.joined = false;
    }
    return found;
}

// 'cao hơn', 'thấp hơn', 'vượt quá': what it is compared with may stand between it and the figure.
bool may_compare(const PhraseMatch& verb) {
    return verb.value() == lexicon_values::compare_verb || verb.value() == lexicon_values::extent_verb ||
           verb.value() == lexicon_values::limit_verb;
}

// Between verb and figure only what belongs to them: approximators, 'được', 'thêm', a baseline. A verb whose object
// has its own number ('tăng 6 tháng') changes no figure behind it.
bool governs(const Words& words, TokenRange gap) {
    constexpr std::size_t loose_words = 2;
    if (gap.empty() || words.token(gap.first).starts(LexiconClass::baseline)) return true;
    // 'tăng lần lượt là 29% và 34%'
    if (const PhraseMatch link = words.match(gap.first, LexiconClass::link);
        link && link.value() == lexicon_values::in_order_link && gap.first + link.length == gap.last)
        return true;
    const std::size_t length = gap.last - gap.first;
    // 'tạo việc làm tăng thêm cho 400 lao động'
    if (words.token(gap.first).is_word(Keyword::cho)) return false;
    if (length > loose_words || words.token(gap.last - 1).is_word(Keyword::ca)) return false;
    if (length == loose_words) return words.token(gap.first).starts(LexiconClass::estimator);
    return !words.token(gap.first).starts(LexiconClass::noun);
}

// Nothing but words of one noun phrase.
bool plain_words(const Words& words, TokenRange range) {
    constexpr std::size_t longest = 8;
    if (range.last - range.first > longest) return false;
    for (std::size_t t = range.first; t < range.last; ++t)
        if (words.token(t).kind != TokenKind::word || words.bounds(t) || words.is_link(t) || words.inside_period(t) ||
            words.token(t).starts(LexiconClass::baseline) || words.token(t).starts(LexiconClass::task_verb))
            return false;
    return true;
}

// 'giảm tỷ lệ hộ nghèo 2%', 'tăng thêm vốn nhà nước 8.700 tỷ đồng': the object of the verb is what changes.
bool changes_object(const Words& words, const Figure& figure, TokenRange gap) {
    constexpr std::size_t short_object = 4;  // tokens; of a share no more than that it is of words need be known
    if (gap.empty() || !plain_words(words, gap)) return false;
    const bool noun = words.token(gap.first).starts(LexiconClass::measure_head) || words.noun_like(gap.first);
    if (figure.measure.kind == MeasureKind::percent) return noun || gap.last - gap.first <= short_object;
    return noun && figure.measure.kind == MeasureKind::money;
}

// 'tăng từ 20 lên 35': both ends are levels.
bool begins_span(const Words& words, const Figure& figure) {
    const std::size_t begin = figure.begin();
    if (begin == 0) return false;
    return words.token(begin - 1).is_word(Keyword::tu) ||
           (!figure.measure.to && words.token(begin).is_word(Keyword::tu));
}

// Tokens of a sign in a bracket before a figure, which repeats its verb: 'tăng (+) 12%'.
std::size_t bracketed_plus(const Words& words, std::size_t begin) {
    constexpr std::size_t length = 3;
    const bool stands = begin >= length && words.token(begin - 1).is_mark(')') &&
                        words.token(begin - 2).is_mark('+') && words.token(begin - length).is_mark('(') &&
                        !words.token(begin - length).has(Token::line_start);
    return stands ? length : 0;
}

// '+12%'
bool signed_up(const Words& words, std::size_t begin) {
    return begin > 0 && !words.token(begin).has(Token::space_before) && words.token(begin - 1).is_mark('+');
}

// '45 vụ (-13 vụ; -22,4%)': below zero in a bracket right behind a figure of its kind.
bool signed_down(const Words& words, const Figure& figure, const Figure* previous) {
    if (!figure.mention->quantity.negative || previous == nullptr || figure.begin() == 0 ||
        (figure.mention->quantity.unit && previous->measure.unit != figure.measure.unit))
        return false;
    return words.token(figure.begin() - 1).is_mark('(') && previous->mention->range.last + 1 == figure.begin();
}

// 'tăng trưởng âm là 3,5%', 'tăng trưởng âm (3,5%)'
bool below_zero(const Words& words, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (words.match(t, LexiconClass::number_part).value() == grammar::numeral_parts::minus) return true;
    return false;
}

// How many words of its own noun phrase a figure has behind its unit, before a mark.
std::size_t words_behind(const Words& words, std::size_t from) {
    constexpr std::size_t longest = 6;
    std::size_t t = from;
    while (t < from + longest && words.token(t).kind == TokenKind::word && !words.bounds(t) &&
           !words.token(t).starts(LexiconClass::baseline))
        ++t;
    return t - from;
}

// 'Giảm cả 3 tiêu chí: số vụ (12,5%), số người chết (5,6%)': the verb before the colon tells of all in brackets.
std::optional<Direction> told_before_colon(const Words& words, const Figure& figure) {
    constexpr std::size_t longest_head = 8;
    const std::size_t begin = figure.begin();
    if (figure.measure.kind != MeasureKind::percent || begin == 0 || !words.token(begin - 1).is_mark('(') ||
        !words.token(figure.mention->range.last).is_mark(')'))
        return std::nullopt;
    std::size_t colon = begin;
    while (colon > figure.clause && !words.token(colon - 1).is_mark(':')) --colon;
    if (colon == figure.clause) return std::nullopt;
    const std::size_t head = colon - 1;
    // What the bracket is told of is a count: 'số vụ (12,5%)'.
    std::size_t noun = begin - 1;
    while (noun > colon && words.token(noun - 1).kind == TokenKind::word) --noun;
    if (!words.token(noun).is_word(Keyword::so)) return std::nullopt;
    for (std::size_t t = head; t > figure.clause && head - t < longest_head; --t)
        if (words.changes(t - 1))
            return words.token(t - 1).starts(LexiconClass::increase) ? Direction::increase : Direction::decrease;
    return std::nullopt;
}

// 'giảm 12 vụ, tương đương 9,1%': the same change in other terms.
bool restates(const Words& words, const Figure& figure, const Figure* previous) {
    if (previous == nullptr || previous->measure.role != MeasureRole::change) return false;
    constexpr std::size_t longest_noun = 6;
    for (std::size_t t = previous->mention->range.last, words_between = 0;
         t < figure.begin() && words_between <= longest_noun; ++t, ++words_between) {
        const PhraseMatch link = words.match(t, LexiconClass::link);
        if (link && link.value() == lexicon_values::same_link) return t + link.length == figure.begin();
        // 'giảm 23 vụ, bằng 6,9%'; not 'bằng 6,9% kế hoạch', nor 'giảm 3 vụ, bằng 94%': of the year before
        const Token behind = words.token(figure.mention->range.last);
        if (words.token(t).is_word(Keyword::bang) && figure.measure.kind == MeasureKind::percent &&
            previous->measure.kind == MeasureKind::count && previous->mention->range.last + 2 >= t)
            return t + 1 == figure.begin() && figure.measure.value < Decimal(50) &&
                   (behind.is_mark('.') || behind.is_mark(';') || behind.is_mark(')'));
        // 'giảm 23 vụ = 6,9%'
        if (words.token(t).is_mark('=') && figure.measure.kind == MeasureKind::percent)
            return t + 1 == figure.begin();
        if (words.token(t).kind != TokenKind::word && !words.token(t).is_mark(',')) return false;
    }
    return false;
}

// 'giảm 120 vụ (15%)', 'giảm 120 vụ (tương đương 15%)', 'giảm 8 người chết (12,5%)': the same change once more.
bool repeats(const Words& words, const Figure& figure, const Figure* previous) {
    if (previous == nullptr || previous->measure.role != MeasureRole::change ||
        figure.measure.kind != MeasureKind::percent || !words.token(figure.mention->range.last).is_mark(')'))
        return false;
    std::size_t t = figure.begin();
    while (t > previous->mention->range.last && words.token(t - 1).kind == TokenKind::word) --t;
    const std::size_t behind = previous->mention->range.last;
    if (t <= behind || !words.token(t - 1).is_mark('(') || t - 1 != behind + words_behind(words, behind))
        return false;
    return t == figure.begin() || (words.token(t).starts(LexiconClass::link) &&
                                   t + words.match(t, LexiconClass::link).length == figure.begin());
}

// 'tăng 5 xã và 30 xã đạt 15 tiêu chí': what has a verb of its own is no part of a list.
bool has_verb_behind(const Words& words, const Figure& figure) {
    constexpr grammar::KeywordSet verbs{Keyword::co, Keyword::duoc, Keyword::dat, Keyword::la};
    constexpr std::size_t words_behind = 6;
    const std::size_t behind = figure.mention->range.last;
    for (std::size_t t = behind; t < behind + words_behind && !words.ends_phrase(t); ++t)
        if (verbs.contains(words.token(t).word)) return true;
    return false;
}

// 'vượt 3,1% và 40%': one verb for both; in 'tăng 5% và 85% số hộ' the second has words of its own.
bool shares_verb(const Words& words, const Figure& figure, const Figure* previous) {
    if (previous == nullptr || previous->measure.role != MeasureRole::change ||
        previous->measure.kind != figure.measure.kind || previous->measure.unit != figure.measure.unit)
        return false;
    const std::size_t link = previous->mention->range.last;
    const std::size_t behind = figure.mention->range.last;
    if (link + 1 != figure.begin()) return false;
    // 'giảm lần lượt 5%, 6% và 7%'
    if (words.token(link).is_mark(','))
        return words.token(behind).kind == TokenKind::mark || words.token(behind).is_word(Keyword::va);
    return words.token(link).is_word(Keyword::va) && !words.noun_like(behind) &&
           !words.token(behind).starts(LexiconClass::measure_head) && !has_verb_behind(words, figure);
}

// 'khởi tố 50 vụ, giảm 8 vụ, 60 bị can': where the clause has told levels, each change belongs to one of them.
bool levels_told(const Figure& figure, std::span<const Figure> earlier) {
    bool any = false;
    std::ptrdiff_t without_change = 0;
    for (const Figure& told : earlier) {
        const bool level = told.measure.role == MeasureRole::level;
        any = any || (level && told.clause == figure.clause);
        if (told.measure.unit == figure.measure.unit) without_change += level ? 1 : -1;
    }
    return !any || without_change > 0;
}

// 'giảm 659 vụ tai nạn, 49 người chết và 464 người bị thương', 'giảm 25% số vụ, 40% diện tích': counts, or shares of
// something each, that nothing but a comma or 'và' parts from the change before.
bool continues_list(const Words& words, const Figure& figure, const Figure* previous,
                    std::span<const Figure> earlier) {
    if (previous == nullptr || previous->measure.role != MeasureRole::change ||
        previous->measure.kind != figure.measure.kind)
        return false;
    const bool compared_behind = previous->measure.baseline &&
                                 previous->end > std::max(previous->mention->range.last, previous->indicator.last);
    if (compared_behind) return false;
    const bool counts = figure.measure.kind == MeasureKind::count && figure.mention->quantity.unit;
    const std::size_t behind = figure.mention->range.last;
    const bool share = figure.measure.kind == MeasureKind::percent &&
                       (words.noun_like(behind) || words.token(behind).starts(LexiconClass::measure_head) ||
                        words.token(behind).is_word(Keyword::ve));
    if (!counts && !share) return false;
    const bool named_behind = previous->indicator.first >= previous->mention->range.first;
    if (share && !named_behind) return false;
    const std::size_t from = named_behind ? std::max(previous->end, previous->indicator.last) : previous->end;
    if (from >= figure.begin()) return false;
    for (std::size_t t = from; t < figure.begin(); ++t)
        if (!words.token(t).is_mark(',') && !(counts && words.token(t).is_mark(';')) &&
            !words.token(t).is_word(Keyword::va))
            return false;
    return share || (!has_verb_behind(words, figure) && levels_told(figure, earlier));
}

// Whether words name a branch of the economy.
bool names_branch(const Words& words, TokenRange range) {
    const PhraseMatch branch = words.match(range.first, LexiconClass::branch);
    return branch && range.first + branch.length == range.last;
}

// 'số vụ khám phá' behind 'số vụ': some of them.
bool is_part_of(const Words& words, TokenRange noun, TokenRange whole) {
    for (; whole.first < whole.last; ++noun.first, ++whole.first)
        if (noun.first >= noun.last || !same_word(words.document(), noun.first, whole.first)) return false;
    return true;
}

// Whether each counts things of its own: 'số vụ', 'số người chết'.
bool count_both(const Words& words, TokenRange first, TokenRange second) {
    return !first.empty() && !second.empty() && words.token(first.first).is_word(Keyword::so) &&
           words.token(second.first).is_word(Keyword::so) && !is_part_of(words, second, first) &&
           !words.quantity_starts(second.first + 1);
}

// 'trồng trọt tăng 2,2%, chăn nuôi 4,4%', 'số vụ giảm 5%, số người chết 6%': branches or counts beside each other,
// one with a verb.
bool shares_growth(const Words& words, const Figure& figure, const Figure* previous) {
    if (previous == nullptr || previous->measure.role != MeasureRole::change ||
        previous->measure.kind != MeasureKind::percent || figure.measure.kind != MeasureKind::percent ||
        previous->measure.unit != figure.measure.unit || previous->indicator.first >= previous->begin())
        return false;
    const std::size_t mark = previous->end;
    const TokenRange noun{mark + 1, figure.begin()};
    const bool listed =
        words.token(mark).is_mark(',') || words.token(mark).is_mark(';') || words.token(mark).is_word(Keyword::va);
    if (!listed || noun.empty()) return false;
    if (count_both(words, previous->indicator, noun)) {
        for (std::size_t t = noun.first; t < noun.last; ++t)
            if (words.token(t).kind != TokenKind::word || words.is_link(t)) return false;
    } else if (!names_branch(words, noun) || !names_branch(words, previous->indicator)) {
        return false;
    }
    const Token behind = words.token(figure.mention->range.last);
    return behind.kind == TokenKind::mark || behind.kind == TokenKind::newline || behind.is_word(Keyword::va) ||
           behind.starts(LexiconClass::baseline);
}

// 'tốc độ tăng GDP đạt 6%', 'tăng trưởng kinh tế là 6%': a rate of growth, whatever links it with its figure.
bool names_growth(const Words& words, const Figure& figure, std::size_t at) {
    const bool share = figure.measure.unit == percent;
    const bool head = words.token(at).starts(LexiconClass::measure_head) &&
                      words.match(at, LexiconClass::measure_head).value() == lexicon_values::growth;
    // 'mức tăng 43 đồng'; not 'tốc độ tăng của 12 tỉnh'.
    const bool rate = head && (share || at + words.match(at, LexiconClass::measure_head).length == figure.begin());
    const bool noun = share && words.changes(at) &&
                      words.match(at, LexiconClass::increase).value() == lexicon_values::growth &&
                      words.match(at, LexiconClass::increase).length < figure.begin() - at;
    return (rate || noun) && between(words, {at, figure.begin()}).joined;
}

}  // namespace

Change find_change(const Words& words, const Figure& figure, const Figure* previous,
                   std::span<const Figure> earlier) {
    const std::size_t plus = bracketed_plus(words, figure.begin());
    const std::size_t begin = figure.begin() - plus;
    Change change{MeasureRole::level, std::nullopt, begin, {}, {}};
    if (signed_down(words, figure, previous)) {
        change.role = MeasureRole::change;
        change.direction = Direction::decrease;
        return change;
    }
    if (const auto told = told_before_colon(words, figure)) {
        change.role = MeasureRole::change;
        change.direction = *told;
        return change;
    }
    if (signed_up(words, begin)) {
        change.role = MeasureRole::change;
        change.direction = Direction::increase;
        return change;
    }
    if (repeats(words, figure, previous) || restates(words, figure, previous) ||
        shares_verb(words, figure, previous) || continues_list(words, figure, previous, earlier) ||
        shares_growth(words, figure, previous)) {
        change.role = MeasureRole::change;
        change.direction = previous->measure.direction;
        return change;
    }
    for (std::size_t t = begin; t-- > figure.region && begin - t <= growth_reach;) {
        if (names_growth(words, figure, t)) {
            change.role = MeasureRole::change;
            change.direction = below_zero(words, {t, begin}) ? Direction::decrease : Direction::increase;
            return change;
        }
        if (begin - t > verb_reach || !words.changes(t)) continue;
        const bool up = words.token(t).starts(LexiconClass::increase);
        const PhraseMatch verb = words.match(t, up ? LexiconClass::increase : LexiconClass::decrease);
        const TokenRange gap{t + verb.length, begin};
        if (gap.first > begin + overlap) continue;
        // 'cao hơn 2.000 m': the figure has taken the verb's word.
        if (gap.first > begin && may_compare(verb)) return change;
        const Between found = between(words, gap);
        if (!found.joined) return change;
        if (!found.to_level && !governs(words, gap)) {
            if (may_compare(verb) && plain_words(words, gap))
                change.compared = gap;
            else if (changes_object(words, figure, gap))
                change.object = gap;
            else
                continue;
        } else if (!gap.empty() && words.token(gap.first).starts(LexiconClass::baseline)) {
            change.compared = gap;
        }
        change.verb = t;
        if (found.to_level || begins_span(words, figure)) return change;
        change.role = MeasureRole::change;
        change.direction = up ? Direction::increase : Direction::decrease;
        return change;
    }
    if (plus > 0) {
        change.role = MeasureRole::change;
        change.direction = Direction::increase;
    }
    return change;
}

bool is_negative_growth(const Words& words, const Figure& figure, const Change& change) {
    // 'từ âm 3% đến 5%' is no decrease.
    if (!figure.mention->quantity.negative || (figure.measure.to && Decimal() < *figure.measure.to)) return false;
    if (change.role == MeasureRole::change) return true;
    if (figure.measure.kind != MeasureKind::percent) return false;
    const Token sign = words.token(figure.begin());
    if (sign.is_mark('-') || sign.is_mark('(')) return true;
    for (std::size_t t = figure.region; t < figure.begin(); ++t)
        if (words.token(t).starts(LexiconClass::increase)) return true;
    return false;
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
