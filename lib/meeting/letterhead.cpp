// SPDX-License-Identifier: BSL-1.0
#include "meeting/letterhead.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/grammar/fold.hpp>

#include "meeting/agency_name.hpp"
#include "page/same_word.hpp"

namespace tongket {
namespace {

// ---- over the report -------------------------------------------------------------------------------------------------

// Where an abbreviation behind the slash ends: 'BC-SYT', 'BC-TT&TT'.
std::size_t code_end(const Document& document, std::size_t at, std::size_t limit) {
    std::size_t end = at;
    while (end < limit && (end == at || !document.token(end).has(Token::space_before)) &&
           (document.token(end).has(Token::all_caps) || document.token(end).kind == TokenKind::number ||
            document.token(end).is_mark('-') || document.token(end).is_mark('/') || document.token(end).is_mark('&')))
        ++end;
    return end;
}

// 'CỘNG HÒA XÃ HỘI ...' in capitals: the motto of the Republic.
bool motto_at(const Document& document, std::size_t at) {
    return document.token(at).is_word(Keyword::cong) && document.token(at).has(Token::all_caps) &&
           document.token(at + 1).is_word(Keyword::hoa) && document.token(at + 1).has(Token::all_caps);
}
bool has_motto(const Document& document, TokenRange line) {
    for (std::size_t t = line.first; t + 1 < line.last; ++t)
        if (motto_at(document, t)) return true;
    return false;
}

// 'Hà Nam, ngày 20 tháng 9 năm 2024', the figures of the day maybe left out.
bool is_place_and_day(const Document& document, TokenRange range) {
    constexpr std::size_t longest_place = 8;
    constexpr grammar::KeywordSet of_days{Keyword::ngay, Keyword::thang, Keyword::nam};
    std::size_t day = range.first;
    while (day < range.last && !document.token(day).is_word(Keyword::ngay)) {
        if (document.token(day).kind == TokenKind::word && !document.token(day).has(Token::capital)) return false;
        ++day;
    }
    if (day == range.last || day - range.first > longest_place) return false;
    for (std::size_t t = day; t < range.last; ++t)
        if (document.token(t).kind == TokenKind::word && !of_days.contains(document.token(t).word)) return false;
    return true;
}

// 'Số: 123/BC-SYT' in a line that holds no more; the motto or the place and the day may stand beside it.
std::optional<Letterhead> number_in(const Document& document, TokenRange line) {
    if (!document.token(line.first).is_word(Keyword::so)) return std::nullopt;
    constexpr std::size_t longest_number = 6;
    for (std::size_t t = line.first + 1; t + 1 < std::min(line.last, line.first + longest_number); ++t) {
        if (!document.token(t).is_mark('/') || !document.token(t + 1).has(Token::all_caps)) continue;
        const std::size_t end = code_end(document, t + 1, line.last);
        const TokenRange beside = document.trimmed({end, line.last}, "-_,.;");
        if (!beside.empty() && !motto_at(document, beside.first) && !is_place_and_day(document, beside))
            return std::nullopt;
        const bool counted = document.token(t - 1).kind == TokenKind::number;
        return Letterhead{{}, {line.first, end}, counted ? TokenRange{t - 1, end} : TokenRange{}, std::nullopt};
    }
    return std::nullopt;
}

// The 'BC' of 'Số: 123/BC-SYT': which kind of document it numbers.
std::string_view kind_in_number(const Document& document, TokenRange number_line) {
    for (std::size_t t = number_line.first + 1; t < number_line.last; ++t)
        if (document.token(t - 1).is_mark('/') && document.token(t).has(Token::all_caps)) return document.text_of(t);
    return {};
}

// 'BÁO CÁO Kết quả công tác' under a number with 'BC': a line that names, in capitals, the kind of document that is
// numbered.
bool names_kind(const Document& document, TokenRange line, TokenRange number_line) {
    const std::size_t words = document.match(line.first, LexiconClass::document).length;
    std::string initials;
    for (std::size_t t = line.first; t < line.first + words; ++t) {
        if (!document.token(t).has(Token::all_caps)) return false;
        initials += document.text_of(t).substr(0, grammar::decode(document.text_of(t), 0).length);
    }
    return words > 0 && initials == kind_in_number(document, number_line);
}

// The 'Y' of 'SỞ Y TẾ' too.
bool in_capitals(const Document& document, std::size_t at) {
    const std::string_view text = document.text_of(at);
    return document.token(at).has(Token::all_caps) ||
           (document.token(at).has(Token::capital) && grammar::decode(text, 0).length == text.size());
}

// The words in capitals that a line begins with, up to the motto of the Republic, which may stand beside them.
TokenRange capitals_in(const Document& document, TokenRange line) {
    std::size_t end = line.first;
    while (end < line.last && !motto_at(document, end) &&
           (document.token(end).kind != TokenKind::word || in_capitals(document, end)))
        ++end;
    return document.trimmed({line.first, end}, "-_,.");
}

// 'SỞ Y TẾ'.
bool starts_name(const Document& document, TokenRange line) {
    return document.token(line.first).has(Token::all_caps) && starts_agency(document, line.first);
}

// 'HUYỆN TÂN YÊN' under 'ỦY BAN NHÂN DÂN', 'VÀ PHÁT TRIỂN NÔNG THÔN' under 'SỞ NÔNG NGHIỆP': the name goes on.
bool goes_on(const Document& document, TokenRange line) {
    const Token first = document.token(line.first);
    return in_capitals(document, line.first) &&
           (first.is_word(Keyword::va) || first.starts(LexiconClass::admin_level));
}

// An agency's name, in as many lines as it is cut into.
using NameLines = std::vector<TokenRange>;

// Where the words of a name end that stand from `at` on too; `at` where others do.
std::size_t behind_same_words(const Document& document, const NameLines& name, std::size_t at) {
    std::size_t end = at;
    for (const TokenRange line : name)
        for (std::size_t t = line.first; t < line.last; ++t, ++end)
            if (end >= document.size() || !same_word(document, end, t)) return at;
    return end;
}

// Where the text writes in one line a name that the letterhead cuts. A name that goes on is another agency's,
// unless the letterhead's own says which place is meant: 'Sở Nông nghiệp và Môi trường Hà Nam'.
std::optional<TokenRange> written_out(const Document& document, const NameLines& name) {
    for (std::size_t t = name.back().last; t < document.size(); ++t) {
        if (!document.token(t).starts(LexiconClass::agency)) continue;
        const std::size_t words_end = behind_same_words(document, name, t);
        if (words_end == t || !starts_agency(document, t)) continue;
        const std::size_t end = agency_name_end(document, t, document.size());
        if (end == words_end || (end > words_end && ends_with_place(document, {t, words_end})))
            return TokenRange{t, end};
    }
    return std::nullopt;
}

// All the lines of a name where nothing stands between them, else the first.
TokenRange joined(const Document& document, const NameLines& name) {
    for (std::size_t i = 1; i < name.size(); ++i)
        for (std::size_t t = name[i - 1].last; t < name[i].first; ++t)
            if (document.token(t).kind != TokenKind::newline) return name.front();
    return {name.front().first, name.back().last};
}

// The head alone; nothing where a page has none.
std::optional<Letterhead> find_head(const Document& document) {
    constexpr std::size_t first_lines = 16;
    NameLines name;
    std::optional<Letterhead> head;
    bool official = false;
    std::size_t written = 0;
    for (const Line& line : document.lines) {
        if (line.blank()) continue;
        if (++written > first_lines || (head && official)) break;
        official |=
            has_motto(document, line.tokens) || (head && names_kind(document, line.tokens, head->number_line));
        if (head) continue;
        if ((head = number_in(document, line.tokens))) {
            if (name.empty()) return std::nullopt;
            continue;
        }
        // 'UBND TỈNH' over 'SỞ Y TẾ': the last reports.
        if (starts_name(document, line.tokens))
            name = {capitals_in(document, line.tokens)};
        else if (!name.empty() && goes_on(document, line.tokens))
            name.push_back(capitals_in(document, line.tokens));
    }
    if (!head || !official) return std::nullopt;
    head->agency = name.size() == 1 ? name.front() : written_out(document, name).value_or(joined(document, name));
    return head;
}

// ---- under it --------------------------------------------------------------------------------------------------------

// Whether the words of a range are all in capitals.
bool all_in_capitals(const Document& document, TokenRange range) {
    for (std::size_t t = range.first; t < range.last; ++t)
        if (document.token(t).kind == TokenKind::word && !in_capitals(document, t)) return false;
    return true;
}

// Of a line its last tokens, `most` of them or all.
std::size_t last_of(TokenRange line, std::size_t most) { return line.last - std::min(line.last - line.first, most); }

// Whether a name may begin at a token: not within other words in capitals, nor a list's item.
bool may_begin_name(const Document& document, TokenRange line, std::size_t at) {
    if (at == line.first) return true;
    const Token before = document.token(at - 1);
    if (before.kind == TokenKind::word) return !before.has(Token::capital) || before.starts(LexiconClass::academic);
    return !before.has(Token::bullet);
}

// 'Lê Văn Tám', 'LÊ VĂN TÁM'; not 'Lưu VT'.
bool evenly_written(const Document& document, TokenRange name) {
    if (all_in_capitals(document, name)) return true;
    for (std::size_t t = name.first; t < name.last; ++t)
        if (document.token(t).has(Token::all_caps)) return false;
    return true;
}

// The personal name that a line ends in: it may stand beside the list of those who get a copy.
std::optional<TokenRange> name_ending(const Document& document, TokenRange line) {
    constexpr std::size_t longest_name = 6;
    for (std::size_t t = last_of(line, longest_name); t < line.last; ++t) {
        const std::size_t length = grammar::personal_name_length(document.stream(), t);
        if (length > 0 && t + length == line.last && may_begin_name(document, line, t) &&
            evenly_written(document, {t, line.last}))
            return TokenRange{t, line.last};
    }
    return std::nullopt;
}

constexpr std::size_t longest_office = 16;  // tokens

// The office in capitals that a line ends in.
std::optional<grammar::PositionExpression> office_ending(const Document& document, TokenRange line) {
    for (std::size_t t = last_of(line, longest_office); t < line.last; ++t) {
        if (!document.token(t).has(Token::all_caps) || !document.token(t).starts(LexiconClass::title)) continue;
        grammar::PositionExpression office;
        if (match_position(document.stream(), t, office) == line.last && all_in_capitals(document, {t, line.last}))
            return office;
    }
    return std::nullopt;
}

// The signature that stands lowest in the story: an office, and the first name below it.
std::optional<Signature> find_signature(const Document& document) {
    constexpr std::size_t last_lines = 40, reach = 8;
    std::vector<TokenRange> below;  // the lines that are passed, the lowest first
    for (auto line = document.lines.rbegin(); line != document.lines.rend() && below.size() < last_lines; ++line) {
        // A reader's comment is no signature.
        if (line->blank() || document.sentences[line->first_sentence].zone == ZoneKind::boilerplate) continue;
        if (const auto office = office_ending(document, line->tokens))
            for (std::size_t i = below.size(); i-- > 0 && below.size() - i <= reach;) {
                if (const auto name = name_ending(document, below[i])) return Signature{*office, *name};
                if (office_ending(document, below[i])) break;
            }
        below.push_back(line->tokens);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Letterhead> find_letterhead(const Document& document) {
    auto head = find_head(document);
    if (head) head->signature = find_signature(document);
    return head;
}

bool ends_in_office(const Document& document, TokenRange line) {
    if (office_ending(document, line)) return true;
    // 'TM. UBND TỈNH'; a doctor's title is abbreviated too.
    for (std::size_t t = last_of(line, longest_office); t + 2 < line.last; ++t)
        if (document.token(t).has(Token::all_caps) && !document.token(t).starts(LexiconClass::academic) &&
            document.token(t + 1).is_mark('.') && starts_agency(document, t + 2) &&
            all_in_capitals(document, {t, line.last}))
            return true;
    return false;
}

}  // namespace tongket
