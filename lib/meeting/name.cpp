// SPDX-License-Identifier: BSL-1.0
#include "meeting/name.hpp"

#include <algorithm>

#include "outline.hpp"

namespace tongket {
namespace {

// 'do Sở Y tế tổ chức', 'được tổ chức', 'tại Hà Nội', 'vào sáng 3/1', 'đã khai mạc': no part of a name.
constexpr grammar::KeywordSet ends_name{Keyword::by_agent, Keyword::duoc, Keyword::tai, Keyword::into, Keyword::da};

// Whether the words behind a comma go on a name: they say a purpose, or the period that is still to come ('công tác
// quản lý, bảo vệ rừng 9 tháng đầu năm').
bool goes_on(const Document& document, const Islands& islands, std::size_t comma, std::size_t last, bool dated) {
    constexpr std::size_t reach = 16;
    if (comma + 1 < last && purpose_at(document, comma + 1) != Purpose::none) return true;
    if (dated) return false;
    for (std::size_t t = comma + 1; t < std::min(last, comma + reach); ++t) {
        if (const PeriodMention* period = islands.periods.at(t)) return !period->day;
        if (ends_name.contains(document.token(t).word) || document.match_cue(t, Cue::hold) ||
            document.match_cue(t, Cue::attend) || document.token(t).has(Token::capital))
            return false;
    }
    return false;
}

}  // namespace

std::optional<Text> find_meeting_name(const Document& document, const Islands& islands,
                                      std::span<const Telling> tellings) {
    for (const Telling& telling : tellings) {
        if (telling.standing == Standing::title) continue;
        const TokenRange range = telling.range;
        for (std::size_t t = range.first; t < range.last; ++t) {
            const PhraseMatch meeting = document.match_cue(t, Cue::meeting);
            if (!meeting) continue;
            std::size_t end = t + meeting.length;
            bool says_why = purpose_at(document, t) != Purpose::none, dated = false;
            constexpr std::size_t longest_name = 80;
            for (; end < std::min(range.last, t + longest_name); ++end) {
                const Token token = document.token(end);
                if (token.is_mark('.') || token.is_mark(';') || token.is_mark('"')) break;
                const PeriodMention* period = islands.periods.at(end);
                if (period != nullptr && period->day) break;
                dated |= period != nullptr;
                if (says_why && (ends_name.contains(token.word) || document.match_cue(end, Cue::attend))) break;
                if (token.is_mark(',') && !goes_on(document, islands, end, range.last, dated)) break;
                says_why |= purpose_at(document, end) != Purpose::none;
            }
            if (says_why) return document.text(document.trimmed({t, end}, ",-("));
        }
    }
    return std::nullopt;
}

}  // namespace tongket
