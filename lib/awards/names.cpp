// SPDX-License-Identifier: BSL-1.0
#include "awards/names.hpp"

#include <algorithm>

#include <tongket/names.hpp>

namespace tongket {
namespace {

// 'Kỷ niệm chương “Vì sự nghiệp ...”', 'Huân chương Lao động hạng Ba', 'Cờ thi đua xuất sắc'.
TokenRange extended(const Document& document, TokenRange range, std::size_t limit) {
    // The quotes that stand around a name don't open others.
    const bool quoted = range.first > 0 && document.token(range.first - 1).is_mark('"');
    while (range.last < limit) {
        if (document.token(range.last).is_mark('"') && !quoted) {
            std::size_t close = range.last + 1;
            while (close < limit && !document.token(close).is_mark('"')) ++close;
            if (close >= limit) break;
            range.last = close + 1;
        } else if (document.token(range.last).is_word(Keyword::hang) && range.last + 1 < limit) {
            range.last += 2;
        } else {
            break;
        }
    }
    return range;
}

// Medals of athletes are results: 'huy chương vàng', '12 huy chương'.
bool sporting(const Document& document, std::size_t at) {
    constexpr grammar::KeywordSet metals{Keyword::vang, Keyword::silver, Keyword::dong};
    const std::size_t end = at + document.match(at, LexiconClass::award).length;
    if (metals.contains(document.token(std::min(end, document.size())).word)) return true;
    return document.token(at).is_word(Keyword::huy) && !document.token(at).has(Token::capital) && at > 0 &&
           document.token(at - 1).kind == TokenKind::number;
}

// 'danh hiệu “Doanh nghiệp tiêu biểu”': any words in quotes are a title behind its word.
std::optional<AwardName> quoted_title(const Document& document, std::size_t at, std::size_t limit) {
    const PhraseMatch word = document.match(at, LexiconClass::award);
    if (!word || word.payload->attribute("quoted") != "1") return std::nullopt;
    const TokenRange name = extended(document, {at, at + word.length}, limit);
    if (name.last == at + word.length) return std::nullopt;
    return AwardName{{at + word.length, name.last}, AwardKind::title, false, false, false, false};
}

// Every 'khen thưởng' of a range.
std::vector<AwardName> unnamed_honours(const Document& document, TokenRange range) {
    std::vector<AwardName> verbs;
    for (std::size_t t = range.first; t < range.last; ++t) {
        const PhraseMatch verb = document.match(t, LexiconClass::award_verb);
        if (!verb || verb.payload->attribute("honour") != "1") continue;
        verbs.push_back({{t, t + verb.length}, AwardKind::other, false, false, false, true});
        t += verb.length - 1;
    }
    return verbs;
}

}  // namespace

std::vector<AwardName> award_names(const Document& document, TokenRange range, ZoneKind zone) {
    std::vector<AwardName> names;
    for (std::size_t t = range.first; t < range.last; ++t) {
        const PhraseMatch match = document.match(t, LexiconClass::award);
        if (!match || t + match.length > range.last) continue;
        if (match.payload->attribute("quoted") == "1") {
            if (const auto title = quoted_title(document, t, range.last)) {
                // The lexicon may know what is quoted.
                if (!document.token(title->range.first + 1).starts(LexiconClass::award)) {
                    names.push_back(*title);
                    t = title->range.last - 1;
                }
            }
            continue;
        }
        AwardName name{extended(document, {t, t + match.length}, range.last),
                       from_name<AwardKind>(match.payload->value).value_or(AwardKind::other)};
        name.of_state = match.payload->attribute("state") == "1";
        name.counts = name.kind == AwardKind::title || match.payload->attribute("counts") == "1";
        name.strict = match.payload->attribute("strict") == "1";
        if (name.kind == AwardKind::medal && sporting(document, t)) continue;
        // 'giấy chứng nhận', 'huy hiệu'.
        if (name.strict && zone != ZoneKind::awards) continue;
        names.push_back(name);
        t = name.range.last - 1;
    }
    if (zone == ZoneKind::awards) {
        const std::size_t from = names.empty() ? range.first : names.back().range.last;
        // What a name behind it says how is told with that name.
        for (const AwardName& unnamed : unnamed_honours(document, {from, range.last})) names.push_back(unnamed);
    }
    return names;
}

}  // namespace tongket
