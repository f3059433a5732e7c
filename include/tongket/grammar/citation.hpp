// SPDX-License-Identifier: BSL-1.0
/// @file
/// Documents named by number: `Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ`, `Nghị quyết 26 –NQ/TW`.
/// Forms of numbers follow Nghị định 30/2020/NĐ-CP on records management and the party's Hướng dẫn 36-HD/VPTW.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <tongket/grammar/agency.hpp>
#include <tongket/grammar/date.hpp>
#include <tongket/grammar/person.hpp>
#include <tongket/grammar/terminals.hpp>

namespace tongket::grammar {

/// A citation as written.
struct CitationExpression {
    Phrase type;
    TokenRange number;
    bool coded = false;  ///< the number has a year or letters: `64/2007`, `26-NQ/TW`
    std::optional<DayExpression> date;
    TokenRange issuer;
    std::size_t last = 0;  ///< one past date and issuer
};

/// The number of a document: digits, then parts after `/` or a dash that are digits or an abbreviation in capitals.
struct DocumentNumberParser : x3::parser<DocumentNumberParser> {
    using attribute_type = TokenRange;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        const TokenStream& stream = first.stream();
        const std::size_t begin = first.index(), limit = last.index();
        if (begin >= limit || stream.tokens[begin].kind != TokenKind::number || stream.tokens[begin].length > 5)
            return false;
        std::size_t at = begin + 1;
        // 36a/NQ-CP
        if (at < limit && stream.tokens[at].kind == TokenKind::word && !stream.tokens[at].has(Token::space_before) &&
            (stream.tokens[at].length == 1 || is_code(stream, at)))
            ++at;
        while (at + 1 < limit && at - begin < 24) {
            const Token joint = stream.tokens[at];
            const Token part = stream.tokens[at + 1];
            if (joint.kind != TokenKind::mark || (joint.mark != '/' && joint.mark != '-' && joint.mark != '&')) break;
            if (part.kind == TokenKind::number) {
                // 64/2007, 41/2009/QH12; not 'Nghị quyết 11 - 15 xã'.
                if (joint.has(Token::space_before) || part.has(Token::space_before)) break;
                at += 2;
                if (at < limit && is_code(stream, at) && !stream.tokens[at].has(Token::space_before)) ++at;
            } else if (is_code(stream, at + 1)) {
                at += 2;
                // CTr/TU; QH12 is one token, 'VTPT&LN' goes on with '&'.
            } else {
                break;
            }
        }
        x3::traits::move_to(TokenRange{begin, at}, attribute);
        first = TokenIterator(stream, at);
        return true;
    }

    /// An abbreviation: `NQ`, `CTr`, `TTg`, `QH12`, `BTTTT`.
    [[nodiscard]] static bool is_code(const TokenStream& stream, std::size_t at) {
        const Token token = stream.tokens[at];
        if (token.kind != TokenKind::word || !token.has(Token::capital) || token.length > 16) return false;
        if (token.has(Token::all_caps)) return true;
        std::size_t capitals = 0;
        const std::string_view text = stream.text_of(token);
        for (std::size_t i = 0; i < text.size();) {
            const CodePoint c = decode(text, i);
            capitals += fold(c.value).upper ? 1 : 0;
            i += c.length;
        }
        return capitals >= 2;
    }
};

/// Who issued a document: `Thủ tướng Chính phủ` as the lexicon has it, or an agency's name, `UBND tỉnh`; the longer.
/// An office is said with its agency: `Bộ trưởng Bộ Y tế`.
struct IssuerParser : x3::parser<IssuerParser> {
    using attribute_type = Phrase;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context& context, RuleContext& rule,
               Attribute& attribute) const {
        TokenIterator known = first;
        TokenIterator agency = first;
        Phrase known_name;
        Phrase agency_name;
        const bool is_known = phrase(LexiconClass::issuer).parse(known, last, context, rule, known_name);
        const bool is_agency = AgencyParser{}.parse(agency, last, context, rule, agency_name);
        if (!is_known && !is_agency) return false;
        if (is_known && first->starts(LexiconClass::title) && known->has(Token::capital)) {
            Phrase led;
            if (AgencyParser{}.parse(known, last, context, rule, led)) known_name.length += led.length;
        }
        const bool take_agency = is_agency && (!is_known || agency_name.length > known_name.length);
        first = take_agency ? agency : known;
        x3::traits::move_to(take_agency ? agency_name : known_name, attribute);
        return true;
    }
};

namespace citation_rules {

inline constexpr auto set_type = [](auto& ctx) { x3::_val(ctx).type = x3::_attr(ctx); };
inline constexpr auto set_number = [](auto& ctx) {
    x3::_val(ctx).number = x3::_attr(ctx);
    x3::_val(ctx).coded = x3::_attr(ctx).last - x3::_attr(ctx).first > 1;
};
inline constexpr auto coded_only = [](auto& ctx) {
    x3::_pass(ctx) = x3::_attr(ctx).last - x3::_attr(ctx).first > 2;
    x3::_val(ctx).number = x3::_attr(ctx);
    x3::_val(ctx).coded = true;
};
inline constexpr auto set_date = [](auto& ctx) { x3::_val(ctx).date = x3::_attr(ctx); };
inline constexpr auto set_issuer = [](auto& ctx) {
    const Phrase& issuer = x3::_attr(ctx);
    x3::_val(ctx).issuer = {issuer.first, issuer.first + issuer.length};
};

/// `Quyết định 37 năm 2018`; not `kế hoạch 5 năm 2016 - 2020`.
inline const auto its_year =
    word(Keyword::nam) >> x3::omit[four_digits] >> !(mark('-') | mark(',') | word(Keyword::den) | word(Keyword::va));

/// Words between a document's type and its number: the name of a law, `liên tịch`.
inline constexpr auto name_word = TokenTerminal([](const Token& t) {
    return t.kind == TokenKind::word && !t.is_word(Keyword::so) && !t.starts(LexiconClass::document);
});

}  // namespace citation_rules

/// A citation with its date and issuer.
inline const x3::rule<struct CitationRule, CitationExpression> citation_rule = "citation";
inline const auto citation_rule_def =
    phrase(LexiconClass::document)[citation_rules::set_type] >>
    ((-word(Keyword::so) >> -mark(':') >> DocumentNumberParser{}[citation_rules::set_number]) |
     (x3::repeat(1, 12)[citation_rules::name_word] >> -mark('(') >> word(Keyword::so) >> -mark(':') >>
      DocumentNumberParser{}[citation_rules::coded_only])) >>
    -((-mark(',') >> -mark('(') >> day_rule[citation_rules::set_date] >> -mark(')')) | citation_rules::its_year) >>
    -(-mark(',') >> -mark('(') >> word(Keyword::cua) >> IssuerParser{}[citation_rules::set_issuer] >> -mark(')'));
BOOST_SPIRIT_DEFINE(citation_rule)

}  // namespace tongket::grammar
