// SPDX-License-Identifier: BSL-1.0
#include "meeting/letterhead.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <tongket/grammar/fold.hpp>

#include "meeting/agency_name.hpp"
#include "text/lower.hpp"

namespace tongket {
namespace {

// The lines that are not blank, as many as are asked for, from the first or from the last.
std::vector<TokenRange> written_lines(const Document& document, std::size_t most, bool from_the_last) {
    std::vector<TokenRange> lines;
    const std::size_t all = document.lines.size();
    for (std::size_t i = 0; i < all && lines.size() < most; ++i) {
        const Line& line = document.lines[from_the_last ? all - 1 - i : i];
        if (!line.blank()) lines.push_back(line.tokens);
    }
    return lines;
}

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

// 'Số: 123/BC-SYT'; the place and the day may stand beside it.
std::optional<Letterhead> number_in(const Document& document, TokenRange line) {
    if (!document.token(line.first).is_word(Keyword::so)) return std::nullopt;
    constexpr std::size_t longest_number = 6;
    for (std::size_t t = line.first + 1; t + 1 < std::min(line.last, line.first + longest_number); ++t) {
        if (!document.token(t).is_mark('/') || !document.token(t + 1).has(Token::all_caps)) continue;
        const std::size_t end = code_end(document, t + 1, line.last);
        const bool counted = document.token(t - 1).kind == TokenKind::number;
        return Letterhead{{}, {line.first, end}, counted ? TokenRange{t - 1, end} : TokenRange{}};
    }
    return std::nullopt;
}

// The 'Y' of 'SỞ Y TẾ' too.
bool in_capitals(const Document& document, std::size_t at) {
    const std::string_view text = document.text_of(at);
    return document.token(at).has(Token::all_caps) ||
           (document.token(at).has(Token::capital) && grammar::decode(text, 0).length == text.size());
}

// 'SỞ Y TẾ': a line of capitals up to the motto of the Republic, which may stand beside it.
std::optional<TokenRange> agency_in(const Document& document, TokenRange line) {
    if (!document.token(line.first).has(Token::all_caps) || !starts_agency(document, line.first)) return std::nullopt;
    std::size_t end = line.first + 1;
    const auto motto = [&](std::size_t at) {
        const Token token = document.token(at);
        return (token.is_word(Keyword::cong) && document.token(at + 1).is_word(Keyword::hoa)) ||
               (token.kind == TokenKind::word && !in_capitals(document, at));
    };
    while (end < line.last && !motto(end)) ++end;
    return document.trimmed({line.first, end}, "-_,.");
}

// 'HUYỆN TÂN YÊN' under 'ỦY BAN NHÂN DÂN', 'VÀ PHÁT TRIỂN NÔNG THÔN' under 'SỞ NÔNG NGHIỆP': the name goes on.
bool goes_on(const Document& document, TokenRange line) {
    const Token first = document.token(line.first);
    return in_capitals(document, line.first) &&
           (first.is_word(Keyword::va) || first.starts(LexiconClass::admin_level));
}

// Where the text writes in one line a name that the letterhead cuts; `further` is the first token of its second line.
std::optional<TokenRange> written_out(const Document& document, TokenRange cut, std::size_t further) {
    const auto same_word = [&](std::size_t a, std::size_t b) {
        return with_small_letters(document.text_of(a)) == with_small_letters(document.text_of(b));
    };
    const std::size_t words = cut.last - cut.first;
    for (std::size_t t = cut.last; t + words < document.size(); ++t) {
        if (!document.token(t).starts(LexiconClass::agency) || !starts_agency(document, t)) continue;
        std::size_t same = 0;
        while (same < words && same_word(t + same, cut.first + same)) ++same;
        const std::size_t end = agency_name_end(document, t, document.size());
        if (same == words && end > t + words && same_word(t + words, further)) return TokenRange{t, end};
    }
    return std::nullopt;
}

// ---- under it --------------------------------------------------------------------------------------------------------

// The personal name that a line ends in: it may stand beside the list of those who get a copy.
std::optional<TokenRange> name_ending(const Document& document, TokenRange line) {
    for (std::size_t t = line.first; t < line.last; ++t) {
        const std::size_t length = grammar::personal_name_length(document.stream(), t);
        const bool starts_word = t == line.first || document.token(t - 1).kind != TokenKind::word ||
                                 !document.token(t - 1).has(Token::capital) ||
                                 document.token(t - 1).starts(LexiconClass::academic);
        if (length > 0 && t + length == line.last && starts_word && !document.token(t).has(Token::all_caps))
            return TokenRange{t, line.last};
    }
    return std::nullopt;
}

// The office in capitals that a line ends in.
std::optional<grammar::PositionExpression> office_ending(const Document& document, TokenRange line) {
    for (std::size_t t = line.first; t < line.last; ++t) {
        if (!document.token(t).has(Token::all_caps) || !document.token(t).starts(LexiconClass::title)) continue;
        grammar::PositionExpression office;
        if (match_position(document.stream(), t, office) == line.last) return office;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Letterhead> find_letterhead(const Document& document) {
    constexpr std::size_t first_lines = 16;
    std::optional<TokenRange> agency;
    TokenRange further;  // a second line of its name, where it has one
    for (const TokenRange line : written_lines(document, first_lines, false)) {
        if (auto head = number_in(document, line)) {
            if (!agency) return std::nullopt;
            head->agency = !further.empty() ? written_out(document, *agency, further.first).value_or(*agency) : *agency;
            return head;
        }
        // 'UBND TỈNH' over 'SỞ Y TẾ': the last reports.
        if (const auto name = agency_in(document, line)) {
            agency = name;
            further = {};
        } else if (agency && further.empty() && goes_on(document, line)) {
            further = line;
        }
    }
    return std::nullopt;
}

std::optional<Signature> find_signature(const Document& document) {
    constexpr std::size_t last_lines = 40, reach = 8;
    if (!find_letterhead(document)) return std::nullopt;
    const std::vector<TokenRange> lines = written_lines(document, last_lines, true);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto name = name_ending(document, lines[i]);
        if (!name) continue;
        for (std::size_t above = i + 1; above < std::min(lines.size(), i + 1 + reach); ++above)
            if (const auto office = office_ending(document, lines[above])) return Signature{*office, *name};
    }
    return std::nullopt;
}

}  // namespace tongket
