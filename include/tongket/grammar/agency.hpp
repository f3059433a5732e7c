// SPDX-License-Identifier: BSL-1.0
/// @file
/// Names of agencies: `Sở Thông tin và Truyền thông tỉnh Hà Nam`, `UBND tỉnh`, `Ban Tuyên giáo Tỉnh ủy`.
#pragma once

#include <cstddef>

#include <tongket/grammar/terminals.hpp>

namespace tongket::grammar {

/// Whether a personal name begins at `at`: a surname and one to four more capitalised syllables, and no place.
[[nodiscard]] inline bool starts_personal_name(const TokenStream& stream, std::size_t at) {
    const Token token = stream.tokens[at];
    if (token.kind != TokenKind::word || !token.has(Token::capital) || !token.starts(LexiconClass::surname))
        return false;
    if (token.starts(LexiconClass::province) || token.starts(LexiconClass::place) ||
        token.starts(LexiconClass::sector))
        return false;
    // Đoàn is a surname and heads an agency's name.
    if (token.starts(LexiconClass::agency)) {
        const Token next = stream.tokens[at + 1];
        if (stream.match(at, LexiconClass::agency).length > 1 || !next.has(Token::capital) ||
            next.starts(LexiconClass::sector) || next.starts(LexiconClass::agency) || next.has(Token::all_caps))
            return false;
    }
    std::size_t capitals = 1;
    while (at + capitals < stream.tokens.size() && stream.tokens[at + capitals].kind == TokenKind::word &&
           stream.tokens[at + capitals].has(Token::capital) && capitals < 6)
        ++capitals;
    return capitals >= 2 && capitals <= 5;
}

/// The words of an agency's name from token `at`, where the lexicon knows its head or what it deals with.
/// @returns the index after the name, `at` where there is none
[[nodiscard]] inline std::size_t agency_end(const TokenStream& stream, std::size_t at, bool head_needed = true) {
    const auto& tokens = stream.tokens;
    std::size_t i = at;
    if (!head_needed && starts_personal_name(stream, at)) return at;
    if (const PhraseMatch head = stream.match(i, LexiconClass::agency); head)
        i += head.length;
    else if (head_needed)
        return at;
    std::size_t lower_run = 0;
    constexpr std::size_t longest_name = 40;
    while (i < tokens.size() && i - at < longest_name) {
        const Token token = tokens[i];
        // A further part: a sector, a place, another agency that this one belongs to.
        PhraseMatch part = stream.match(i, LexiconClass::sector);
        for (const LexiconClass c : {LexiconClass::province, LexiconClass::place, LexiconClass::agency})
            if (const PhraseMatch other = stream.match(i, c);
                other.length > part.length &&
                (token.has(Token::capital) || (other.length > 2 && c == LexiconClass::province)))
                part = other;
        if (part && (token.has(Token::capital) || part.length > 2)) {
            i += part.length;
            lower_run = 0;
            continue;
        }
        // 'Sở Thông tin và Truyền thông (TT&TT) tỉnh Hà Nam': an abbreviation inside the name.
        if (token.is_mark('(') && i > at && i + 2 < tokens.size() && tokens[i + 1].starts(LexiconClass::sector)) {
            const std::size_t close = i + 1 + stream.match(i + 1, LexiconClass::sector).length;
            if (close + 1 < tokens.size() && tokens[close].is_mark(')') &&
                (tokens[close + 1].starts(LexiconClass::province) ||
                 tokens[close + 1].starts(LexiconClass::admin_level))) {
                i = close + 1;
                continue;
            }
        }
        if (token.kind == TokenKind::mark) {
            const bool joins = token.mark == '&' || token.mark == '-' || token.mark == '/';
            if (!joins || i + 1 >= tokens.size() || tokens[i + 1].kind != TokenKind::word) break;
            const bool spaced = token.has(Token::space_before);
            if (token.mark == '-' && spaced &&
                (!tokens[i + 1].has(Token::capital) || tokens[i + 1].is_word(Keyword::sang) ||
                 tokens[i + 1].is_word(Keyword::ngay) || tokens[i + 1].is_word(Keyword::chieu) ||
                 tokens[i + 1].is_word(Keyword::toi) || tokens[i + 1].starts(LexiconClass::title) ||
                 starts_personal_name(stream, i + 1)))
                break;
            ++i;
            continue;
        }
        if (token.kind != TokenKind::word) break;
        if (token.starts(LexiconClass::admin_level)) {
            const PhraseMatch level = stream.match(i, LexiconClass::admin_level);
            i += level.length;
            lower_run = 0;
            continue;
        }
        if (token.is_word(Keyword::va)) {
            if (i > at && i + 1 < tokens.size() && tokens[i + 1].has(Token::capital) &&
                tokens[i - 1].has(Token::capital) && !tokens[i + 1].starts(LexiconClass::agency) &&
                !tokens[i + 1].starts(LexiconClass::title) && !starts_personal_name(stream, i + 1)) {
                ++i;
                continue;
            }
            break;
        }
        if (token.has(Token::capital)) {
            if (starts_personal_name(stream, i) || token.starts(LexiconClass::title) ||
                token.starts(LexiconClass::honorific))
                break;
            ++i;
            lower_run = 0;
            continue;
        }
        // Small second syllables: Công đoàn, Cựu chiến binh.
        const bool functional = is_function_word(token.word);
        if (functional || token.starts(LexiconClass::boundary) || token.starts(LexiconClass::cue) ||
            token.starts(LexiconClass::award_verb) || token.starts(LexiconClass::award) ||
            token.starts(LexiconClass::task_verb) || token.starts(LexiconClass::increase) ||
            token.starts(LexiconClass::honorific) || token.starts(LexiconClass::title) ||
            token.starts(LexiconClass::recipient) || i == at || !tokens[i - 1].has(Token::capital) || ++lower_run > 1)
            break;
        ++i;
    }
    return i;
}

/// Matches an agency's name; the attribute is a `Phrase` whose payload is that of its head.
struct AgencyParser : x3::parser<AgencyParser> {
    using attribute_type = Phrase;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        if (first == last) return false;
        const TokenStream& stream = first.stream();
        const PhraseMatch head = stream.match(first.index(), LexiconClass::agency);
        if (!head) return false;
        const std::size_t end = agency_end(stream, first.index());
        x3::traits::move_to(Phrase{head.payload, first.index(), end - first.index()}, attribute);
        first = TokenIterator(stream, end);
        return true;
    }
};

/// An agency's name.
inline const x3::rule<struct AgencyRule, Phrase> agency_rule = "agency";
inline const auto agency_rule_def = AgencyParser{};
BOOST_SPIRIT_DEFINE(agency_rule)

}  // namespace tongket::grammar
