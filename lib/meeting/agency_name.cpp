// SPDX-License-Identifier: BSL-1.0
#include "meeting/agency_name.hpp"

#include <algorithm>
#include <array>

#include <tongket/names.hpp>

namespace tongket {
namespace {

constexpr std::array name_parts{LexiconClass::sector, LexiconClass::province, LexiconClass::place,
                                LexiconClass::agency, LexiconClass::admin_level};

bool names_part(const Document& document, std::size_t at) {
    return std::any_of(name_parts.begin(), name_parts.end(),
                       [&](LexiconClass c) { return document.token(at).starts(c); });
}

// Whether a word is the second of a place's name ('Hải Phòng') or of another name ('Tây Ban Nha').
bool goes_on_a_name(const Document& document, std::size_t at) {
    if (at == 0 || document.token(at).has(Token::line_start) || !document.token(at - 1).has(Token::capital) ||
        document.token(at - 1).has(Token::all_caps) || grammar::is_function_word(document.token(at - 1).word))
        return false;
    return std::none_of(name_parts.begin(), name_parts.end(), [&](LexiconClass c) {
        // 'Tỉnh Hà Nam Sở Y tế': a name that ends before.
        return document.match(at - 1, c).length == 1;
    });
}

// The 'Chính phủ' of 'Tổng thanh tra Chính phủ'.
bool ends_longer_name(const Document& document, std::size_t at) {
    constexpr std::size_t reach = 3;
    for (std::size_t back = 1; back <= std::min(reach, at); ++back)
        if (document.match(at - back, LexiconClass::agency).length > back) return true;
    return false;
}

// Whether a word with a small letter may begin a name: not the 'ban' of 'giao ban', nor the 'trường' of 'hội trường'.
bool begins_phrase(const Document& document, std::size_t at) {
    if (at == 0 || document.token(at).has(Token::line_start)) return true;
    const Token before = document.token(at - 1);
    return before.kind != TokenKind::word || grammar::is_function_word(before.word);
}

// Whether a part that the lexicon knows ends a name: of the classes given, one that ends at `end`.
template <std::size_t n>
bool ends_with(const Document& document, TokenRange name, const std::array<LexiconClass, n>& classes) {
    for (std::size_t t = name.last; t-- > name.first;)
        for (const LexiconClass c : classes)
            if (t + document.match(t, c).length == name.last) return true;
    return false;
}
constexpr std::array where{LexiconClass::province, LexiconClass::place, LexiconClass::admin_level};

// 'Việt Nam', 'quốc gia', 'Trung ương'.
bool wide_part(const Document& document, std::size_t at) {
    const PhraseMatch part = document.match(at, LexiconClass::sector);
    return part && part.payload->attribute("wide") == "1";
}

// The 'TỔNG KẾT' of 'SỞ Y TẾ HÀ NAM TỔNG KẾT CÔNG TÁC': in capitals no small letter tells that a name has ended.
bool verb_in_capitals(const Document& document, std::size_t at) {
    if (!document.token(at).has(Token::all_caps)) return false;
    constexpr std::array verbs{Cue::annual, Cue::interim, Cue::plan, Cue::briefing, Cue::hold};
    const std::size_t part = name_part(document, at);
    return std::any_of(verbs.begin(), verbs.end(),
                       [&](Cue verb) { return document.match_cue(at, verb).length > part; });
}

}  // namespace

std::optional<OrganizerKind> organizer_kind(const Document& document, std::size_t at) {
    const PhraseMatch head = document.match(at, LexiconClass::agency);
    // 'Hội nghị' is no Hội, 'Hội trường' neither.
    if (!head || head.payload->attribute("none") == "1" ||
        document.match_cue(at, Cue::meeting).length >= head.length ||
        document.match(at, LexiconClass::venue).length > head.length)
        return std::nullopt;
    return from_name<OrganizerKind>(head.payload->value).value_or(OrganizerKind::other);
}

bool is_press(const Document& document, std::size_t at) {
    return document.match(at, LexiconClass::agency).payload->attribute("press") == "1";
}

bool starts_agency(const Document& document, std::size_t at) {
    const Token token = document.token(at);
    if (!token.starts(LexiconClass::agency) || !organizer_kind(document, at)) return false;
    const std::size_t head = document.match(at, LexiconClass::agency).length;
    if (grammar::starts_personal_name(document.stream(), at) || goes_on_a_name(document, at) ||
        ends_longer_name(document, at))
        return false;
    for (const LexiconClass place : {LexiconClass::province, LexiconClass::place})
        if (document.match(at, place).length > head) return false;  // 'Hội An'
    const Token next = document.token(at + head);
    const bool named = next.has(Token::capital) && (names_part(document, at + head) || is_press(document, at));
    if (!token.has(Token::capital)) return named && begins_phrase(document, at);
    if (head > 1) return true;
    // One syllable alone names nothing, but an abbreviation may: 'HĐND, UBND'.
    if (next.kind != TokenKind::word) return token.has(Token::all_caps) && !next.is_mark('-');
    // In a line of capitals only what the lexicon knows goes on a name.
    if (token.has(Token::all_caps) && next.has(Token::all_caps)) return names_part(document, at + head);
    // 'Phòng cảnh sát giao thông'.
    return next.has(Token::capital) || next.starts(LexiconClass::admin_level) ||
           document.match(at + head, LexiconClass::sector).length > 1;
}

bool ends_with_place(const Document& document, TokenRange name) { return ends_with(document, name, where); }
bool ends_with_known_part(const Document& document, TokenRange name) {
    constexpr std::array known{LexiconClass::province, LexiconClass::place, LexiconClass::admin_level,
                               LexiconClass::sector};
    return ends_with(document, name, known);
}

std::size_t name_part(const Document& document, std::size_t at) {
    std::size_t longest = 0;
    for (const LexiconClass c : name_parts) longest = std::max(longest, document.match(at, c).length);
    return longest;
}

std::size_t behind_abbreviation(const Document& document, std::size_t at, std::size_t limit) {
    constexpr std::size_t longest = 6;
    if (!document.token(at).is_mark('(')) return at;
    for (std::size_t t = at + 1; t < std::min(limit, at + longest); ++t) {
        if (document.token(t).is_mark(')')) return t + 1;
        if (document.token(t).kind == TokenKind::word && !document.token(t).has(Token::all_caps)) return at;
    }
    return at;
}

std::size_t without_function_words(const Document& document, TokenRange name) {
    std::size_t end = name.last;
    while (
        end > name.first + 1 && !document.token(end - 1).has(Token::capital) &&
        (grammar::is_function_word(document.token(end - 1).word) || document.token(end - 1).is_word(Keyword::ngay)))
        --end;
    return end;
}

std::size_t agency_name_end(const Document& document, std::size_t at, std::size_t limit) {
    constexpr std::size_t most_small_syllables = 4, longest_name = 60;
    std::size_t end = std::min(grammar::agency_end(document.stream(), at), limit);
    for (bool longer = true; longer && end < std::min(limit, at + longest_name);) {
        longer = false;
        // 'Thư viện Nguyễn Du': a house named after a person.
        const std::size_t head = document.match(at, LexiconClass::agency).length;
        if (end == at + head && document.match(at, LexiconClass::agency).payload->attribute("house") == "1" &&
            grammar::starts_personal_name(document.stream(), end)) {
            while (end < limit && document.token(end).kind == TokenKind::word &&
                   document.token(end).has(Token::capital))
                ++end;
            break;
        }
        // 'Tòa án nhân dân (TAND) tỉnh Hà Nam'.
        if (const std::size_t behind = behind_abbreviation(document, end, limit); behind > end && behind < limit) {
            const Token next = document.token(behind);
            if (next.kind == TokenKind::word && names_part(document, behind) &&
                (next.has(Token::capital) || next.starts(LexiconClass::admin_level))) {
                end = std::min(limit, std::max(behind + 1, grammar::agency_end(document.stream(), behind,
                                                                               {.head_needed = false})));
                longer = true;
                continue;
            }
        }
        // 'Ủy ban An toàn giao thông quốc gia'.
        if (wide_part(document, end)) {
            end = std::min(limit, end + document.match(end, LexiconClass::sector).length);
            longer = true;
            continue;
        }
        // 'Tập đoàn Than khoáng sản Việt Nam': small syllables before a part that the lexicon knows.
        if (ends_with_place(document, {at, end})) break;
        std::size_t t = end;
        while (t < std::min(limit, end + most_small_syllables) && document.token(t).kind == TokenKind::word &&
               !document.token(t).has(Token::capital) && !grammar::is_function_word(document.token(t).word) &&
               !document.token(t).starts(LexiconClass::cue) && !document.token(t).starts(LexiconClass::title) &&
               !document.token(t).starts(LexiconClass::honorific) && !document.token(t).starts(LexiconClass::venue))
            ++t;
        if (t > end && t < limit && document.token(t).has(Token::capital) && names_part(document, t) &&
            !document.token(t).starts(LexiconClass::title) && !grammar::starts_personal_name(document.stream(), t)) {
            end = std::min(limit, std::max(t + 1, grammar::agency_end(document.stream(), t, {.head_needed = false})));
            longer = true;
        }
    }
    // 'Phòng CSGT đường': the first syllable of what goes on behind an abbreviation.
    if (end > at + 2 && document.token(end - 1).kind == TokenKind::word &&
        !document.token(end - 1).has(Token::capital) && document.token(end - 2).has(Token::all_caps) &&
        !ends_with(document, {at, end}, name_parts))
        --end;
    for (std::size_t t = at + document.match(at, LexiconClass::agency).length; t < end; ++t)
        if (verb_in_capitals(document, t)) return t;
    // A place ends a name: 'Hải quan TP. HCM bị', 'Sở Y tế Hà Nam mở Hội nghị' ran on.
    for (std::size_t t = at; t < end;) {
        const std::size_t part = name_part(document, t);
        std::size_t place = 0;
        // 'Ban Chỉ đạo Trung ương về phòng, chống tham nhũng' goes on.
        for (const LexiconClass c : where)
            if (const PhraseMatch found = document.match(t, c); found && found.payload->attribute("wide") != "1")
                place = std::max(place, found.length);
        const std::size_t behind = t + part;
        if (place > 0 && place == part && behind < end && document.token(behind).kind == TokenKind::word &&
            !document.token(behind).has(Token::capital) && !names_part(document, behind))
            return behind;
        t += std::max<std::size_t>(part, 1);
    }
    return without_function_words(document, {at, end});
}

}  // namespace tongket
