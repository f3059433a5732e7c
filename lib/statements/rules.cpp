// SPDX-License-Identifier: BSL-1.0
#include "statements/rules.hpp"

#include <algorithm>

namespace tongket {
namespace {

constexpr std::size_t least_behind_colon = 2;  // tokens of what it opens

}  // namespace

bool ClauseRules::heading(const Sentence& sentence) const {
    constexpr std::size_t longest = 20;  // tokens
    const Token end = token(sentence.tokens.last - 1);
    if (end.is_mark('.') || end.is_mark(';') || sentence.tokens.last - sentence.content > longest) return false;
    const bool labelled = bulleted(sentence) && !token(sentence.tokens.first).has(Token::bullet);
    bool shouted = true;
    for (std::size_t t = sentence.content; t < sentence.tokens.last; ++t) {
        if (token(t).kind == TokenKind::number && labelled && !token(t - 1).is_word(Keyword::nam) &&
            !within_period(t))
            return false;
        if (token(t).kind == TokenKind::word && token(t).length > 1 && !token(t).has(Token::all_caps))
            shouted = false;
    }
    return labelled || shouted;
}

// 'Hội nghị cũng chỉ ra những hạn chế: ...'
std::size_t ClauseRules::after_announcement(TokenRange range) const {
    constexpr std::size_t reach = 40;  // tokens up to the colon
    for (std::size_t t = range.first; t < std::min(range.last, range.first + reach); ++t) {
        if (token(t).is_mark(';')) break;
        if (token(t).is_mark(':') && t + least_behind_colon < range.last &&
            has_cue({range.first, t}, Cue::shortcomings))
            return t + 1;
    }
    return range.first;
}

// A failing stated, not one prevented or overcome.
bool ClauseRules::fails(TokenRange range) const {
    constexpr grammar::KeywordSet low{Keyword::fresh, Keyword::only, Keyword::still, Keyword::not_yet};
    constexpr std::size_t negation_reach = 4;  // tokens before the failing
    // 'Tuy nhiên, cấp xã mới đạt 56%': the contrast makes a low figure a failing.
    if (token(range.first).starts(LexiconClass::cue) && document_.match_cue(range.first, Cue::adversative))
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (low.contains(token(t).word)) return true;
        }
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (!token(t).starts(LexiconClass::cue) || !document_.match_cue(t, Cue::failing)) continue;
        bool negated = false;
        for (std::size_t back = 1; back <= negation_reach && t >= range.first + back; ++back) {
            const Token k = token(t - back);
            if (k.is_word(Keyword::khong) ||
                (k.starts(LexiconClass::cue) && document_.match_cue(t - back, Cue::overcome)))
                negated = true;
        }
        if (!negated && !conceded(range, t)) return true;
    }
    return false;
}

// 'Mặc dù gặp nhiều khó khăn nhưng ...': the sentence goes on to what was achieved.
bool ClauseRules::conceded(TokenRange range, std::size_t at) const {
    constexpr grammar::KeywordSet concessions{Keyword::although, Keyword::context, Keyword::though};
    constexpr grammar::KeywordSet contrasts{Keyword::so_be, Keyword::thus};  // tuy nhiên, dù vậy
    for (std::size_t t = range.first; t < at; ++t)
        if (concessions.contains(token(t).word) && !contrasts.contains(token(t + 1).word)) return true;
    for (std::size_t t = at; t < range.last; ++t)
        if (token(t).is_word(Keyword::but) || token(t).is_word(Keyword::yet)) return true;
    return false;
}

// 'Năm 2018, Sở đề ra các nhiệm vụ: ...', 'Về bưu chính: ...'; but 'Xây dựng “cơ quan điện tử”: ...' is a task.
std::size_t ClauseRules::after_introduction(TokenRange range) const {
    constexpr std::size_t reach = 60;             // tokens up to the colon
    constexpr std::size_t short_label = 8;        // tokens; announces, whatever it says
    constexpr std::size_t longest_bare_verb = 2;  // tokens; longer ones are a task by themselves
    constexpr std::size_t longest_value = 8;      // tokens behind the colon, a figure first
    std::size_t first = range.first;
    for (std::size_t t = range.first; t < std::min(range.last, range.first + reach); ++t) {
        if (token(t).is_mark(';')) break;
        if (!token(t).is_mark(':') || t + least_behind_colon >= range.last) continue;
        const bool verb_first =
            token(range.first).starts(LexiconClass::task_verb) && !has_cue({range.first, t}, Cue::tasks);
        const bool announces = has_cue({range.first, t}, Cue::tasks) || has_cue({range.first, t}, Cue::request) ||
                               token(range.first).is_word(Keyword::ve) || token(range.first).is_word(Keyword::nam) ||
                               t - range.first <= short_label;
        if (verb_first && t - range.first > longest_bare_verb && !has_cue({range.first, t}, Cue::future)) break;
        // 'Sản lượng: 1,15 triệu tấn' is one task.
        if (announces && !(range.last - t <= longest_value && token(t + 1).kind == TokenKind::number)) first = t + 1;
        break;
    }
    if (first == range.first) first = after_goal(range);
    return first;
}

// 'Năm 2018, Sở đặt mục tiêu ...', 'Theo ông A, đơn vị đặt ra mục tiêu ...', '..., mục tiêu giảm 5%': what is aimed
// at begins behind the words that say that it is.
std::size_t ClauseRules::after_goal(TokenRange range) const {
    constexpr std::size_t reach = 40;  // tokens
    if (token(range.first).starts(LexiconClass::task_verb)) return range.first;
    for (std::size_t t = range.first; t < std::min(range.last, range.first + reach); ++t) {
        if (!token(t).starts(LexiconClass::cue)) continue;
        const PhraseMatch goal = document_.match_cue(t, Cue::goal);
        if (!goal) continue;
        // What stands before it may be a task of its own: 'sửa 30 trạm và đặt mục tiêu mua 12 xe'.
        if (has_figure({range.first, t}) || has_demand({range.first, t})) break;
        // 'với mục tiêu chăm sóc dân, ngành khám cho 3.000 người', 'chỉ tiêu, mục tiêu, 15 nhiệm vụ' set none.
        std::size_t comma = t + goal.length;
        while (comma < range.last && !token(comma).is_mark(',')) ++comma;
        const bool told = goal.payload->attribute("noun") != "1" ||
                          (t > range.first && token(t - 1).is_mark(',') && has_figure({t + goal.length, comma}));
        if (told && t + goal.length < range.last) return t + goal.length;
    }
    return range.first;
}

bool ClauseRules::has_demand(TokenRange range) const {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (demands(t) || token(t).is_word(Keyword::se)) return true;
    return false;
}

bool ClauseRules::has_figure(TokenRange range) const {
    // 'chương trình 2018' has a year.
    for (std::size_t t = range.first; t < range.last; ++t)
        if (token(t).kind == TokenKind::number && !within_period(t) && !is_year(document_, {t, t + 1})) return true;
    return false;
}

// Cần Thơ and Giao Thủy begin like 'cần' and 'giao'.
bool ClauseRules::names_place(std::size_t at) const {
    const Token t = token(at);
    return t.has(Token::capital) && (t.starts(LexiconClass::place) || t.starts(LexiconClass::province));
}

bool ClauseRules::demands(std::size_t at) const {
    return token(at).is_word(Keyword::phai) || (token(at).is_word(Keyword::can) && !names_place(at));
}

// A clause behind ';' is a task of its own unless it is a noun phrase that shares the verb before it.
bool ClauseRules::opens_task(std::size_t at, std::size_t end) const {
    constexpr std::size_t verb_reach = 9;     // tokens from the beginning
    constexpr std::size_t demand_reach = 16;  // likewise, of 'cần', 'đạt' or a figure
    const Token first = token(at);
    if (first.starts(LexiconClass::task_verb) || first.kind == TokenKind::number) return true;
    const bool document = first.starts(LexiconClass::document);
    const bool noun = document || first.starts(LexiconClass::delegate) || first.is_word(Keyword::cac) ||
                      first.is_word(Keyword::nhung) || first.starts(LexiconClass::noun) ||
                      first.starts(LexiconClass::agency);
    if (!noun) return true;
    for (std::size_t t = at + 1; t < std::min(end, at + demand_reach); ++t) {
        const Token k = token(t);
        if (demands(t) || k.is_word(Keyword::dat) || k.kind == TokenKind::number) return true;
        if (!document && t < at + verb_reach && k.starts(LexiconClass::task_verb) &&
            !token(t - 1).is_word(Keyword::ve))
            return true;
    }
    return false;
}

std::optional<Period> ClauseRules::due_of(TokenRange range, std::optional<int> year) const {
    std::optional<Period> due;
    for (const PeriodMention& mention : periods_.in(range)) {
        const std::size_t at = mention.range.first;
        if (at == range.first || mention.period.of_years()) continue;
        const Token before = token(at - 1);
        const bool deadline = before.is_word(Keyword::den) || before.is_word(Keyword::het) ||
                              before.is_word(Keyword::before) || before.is_word(Keyword::trong) ||
                              before.is_word(Keyword::cuoi);
        if (!deadline) continue;
        if (const auto period = mention.period.resolve(year)) due = period;
    }
    return due;
}

bool ClauseRules::has_task_verb(TokenRange range) const {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (token(t).starts(LexiconClass::task_verb)) return true;
    return false;
}

// Where what is asked for begins: behind the last 'đề nghị', 'yêu cầu' of the first clause, or at the subject of
// 'cần'.
std::optional<std::size_t> ClauseRules::after_request(TokenRange range) const {
    constexpr std::size_t too_short_to_search = 4;  // tokens; holds no addressee to leave out
    bool aside = false;
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (token(t).is_mark(';')) break;
        if (!token(t).starts(LexiconClass::cue)) continue;
        const PhraseMatch cue = document_.match_cue(t, Cue::request);
        if (!cue) continue;
        // The 'giao' of 'giao thông' asks for nothing.
        if (document_.word_length(t) > cue.length) continue;
        // 'ý kiến chỉ đạo', 'sự chỉ đạo', 'đáp ứng yêu cầu' are nouns.
        if (t > range.first && (nominal(t) || names_place(t))) continue;
        if (inside_task({range.first, t})) {
            aside = true;
            continue;
        }
        std::size_t start = t + cue.length;
        if (start >= range.last) continue;
        if (token(start).starts(LexiconClass::cue) && document_.match_cue(start, Cue::meeting)) continue;
        while (start < range.last && (token(start).is_mark(':') || token(start).is_mark(','))) ++start;
        if (range.last - start < too_short_to_search) return start;
        // Appeals leave out whom they address.
        if (cue.payload->attribute("addressee") == "out" || token(t).is_word(Keyword::such)) {
            for (std::size_t k = start; k < range.last; ++k)
                if (token(k).starts(LexiconClass::task_verb) && k > start) return k;
        }
        return start;
    }
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (!demands(t) || (t + 1 < range.last && token(t + 1).kind != TokenKind::word)) continue;
        const std::size_t start = behind_attribution({range.first, t});
        // 'những tồn tại cần khắc phục' asks nobody.
        if (start < t && has_cue({start, start + 1}, Cue::shortcomings)) continue;
        return start;
    }
    return aside ? std::optional(range.first) : std::nullopt;
}

// 'Sở tập trung rà soát, trên cơ sở đó đề xuất ...', 'ngành cần làm rõ, nhất là đề xuất ...': what is to be done is
// told before a verb of asking, and nobody who asks stands right before it.
bool ClauseRules::inside_task(TokenRange before) const {
    for (const Cue speaking : {Cue::say, Cue::tell, Cue::report, Cue::speech, Cue::launch, Cue::closing})
        if (has_cue(before, speaking)) return false;
    bool told = false;
    for (std::size_t t = before.first; t < before.last && !told; ++t)
        told = demands(t) || (token(t).starts(LexiconClass::task_verb) && !token(t).has(Token::capital));
    return told && !ends_in_asker(before);
}

bool ClauseRules::ends_in_asker(TokenRange range) const {
    constexpr grammar::KeywordSet adverbs{Keyword::cung, Keyword::da, Keyword::still, Keyword::va, Keyword::just_now};
    constexpr std::size_t longest = 4;
    std::size_t end = range.last;
    while (end > range.first && (adverbs.contains(token(end - 1).word) || token(end - 1).is_mark(','))) --end;
    if (end == range.first || token(end - 1).has(Token::capital)) return true;
    for (std::size_t length = 1; length <= longest && range.first + length <= end; ++length) {
        for (const LexiconClass c :
             {LexiconClass::title, LexiconClass::agency, LexiconClass::honorific, LexiconClass::delegate})
            if (document_.match(end - length, c).length == length) return true;
        for (const Cue cue : {Cue::say, Cue::tell, Cue::speech})
            if (document_.match_cue(end - length, cue).length == length) return true;
    }
    return false;
}

// 'ông A cam kết sẽ giảm giá vé': what is said begins behind the words of saying, who says it right before them.
std::size_t ClauseRules::after_saying(TokenRange range) const {
    constexpr std::size_t reach = 40, least_said = 5;  // tokens
    for (std::size_t t = range.first + 1; t < std::min(range.last, range.first + reach); ++t) {
        if (!token(t).starts(LexiconClass::cue) || nominal(t)) continue;
        for (const Cue cue : {Cue::say, Cue::tell}) {
            const PhraseMatch said = document_.match_cue(t, cue);
            if (!said || document_.word_length(t) > said.length || !ends_in_asker({range.first, t})) continue;
            std::size_t start = t + said.length;
            while (start < range.last &&
                   (token(start).kind == TokenKind::mark || token(start).is_word(Keyword::rang)))
                ++start;
            return start + least_said <= range.last ? start : range.first;
        }
    }
    return range.first;
}

TokenRange ClauseRules::before_attribution(TokenRange range) const {
    constexpr std::size_t longest = 20;  // tokens of an attribution
    const std::size_t reach = range.last - std::min(longest, range.last - range.first);
    for (std::size_t t = range.last; t-- > reach;)
        if (token(t).is_mark('"') && t > range.first && t + 1 < range.last)
            return token(t + 1).kind == TokenKind::mark &&
                           (has_cue({t, range.last}, Cue::say) || has_cue({t, range.last}, Cue::tell))
                       ? TokenRange{range.first, t}
                       : range;
    return range;
}

// Where begins what is said before a demand: behind 'ông A cho rằng', 'Theo ông A,' or a colon; else at the
// beginning, for a reason stays with what it is given for.
std::size_t ClauseRules::behind_attribution(TokenRange range) const {
    std::size_t start = range.first;
    const bool sourced = token(range.first).is_word(Keyword::theo);
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (token(t).is_mark(':') || (sourced && start == range.first && token(t).is_mark(','))) start = t + 1;
        if (!token(t).starts(LexiconClass::cue)) continue;
        for (const Cue cue : {Cue::say, Cue::tell, Cue::report})
            if (const PhraseMatch said = document_.match_cue(t, cue); said && document_.word_length(t) <= said.length)
                start = std::max(start, std::min(range.last, t + said.length));
    }
    while (start < range.last && (token(start).kind == TokenKind::mark || token(start).is_word(Keyword::rang)))
        ++start;
    return start;
}

// 'theo đề nghị', 'những yêu cầu': a noun; so are those inside a longer word, 'ý kiến chỉ đạo'.
bool ClauseRules::nominal(std::size_t at) const {
    constexpr grammar::KeywordSet before_nouns{Keyword::nhung, Keyword::cac, Keyword::theo, Keyword::voi,
                                               Keyword::cua};
    if (before_nouns.contains(token(at - 1).word)) return true;
    constexpr std::size_t longest = 3;
    for (std::size_t back = 1; back <= longest && back <= at; ++back)
        if (document_.word_length(at - back) > back) return true;
    return false;
}

bool ClauseRules::continues_request(const Sentence& sentence) const {
    if (bulleted(sentence)) return true;
    const Token first = token(sentence.content);
    if (first.starts(LexiconClass::task_verb)) return true;
    if (sentence.opens_with(Cue::continuing)) return true;
    return false;
}

bool ClauseRules::has_cue(TokenRange range, Cue cue) const {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, cue)) return true;
    return false;
}

}  // namespace tongket
