// SPDX-License-Identifier: BSL-1.0
/// @file
/// Persons: `đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh`, `Giám đốc Sở Lê Thị Bình`, `Đ/c: Y Thanh Hà Niê K'đăm`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <tongket/grammar/agency.hpp>
#include <tongket/grammar/terminals.hpp>

namespace tongket::grammar {

/// A range of tokens.
struct TokenRange {
    std::size_t first = 0;
    std::size_t last = 0;  ///< one past the end
    [[nodiscard]] bool empty() const noexcept { return first >= last; }
    bool operator==(const TokenRange&) const = default;
};

/// A position as written.
struct PositionExpression {
    TokenRange title;
    TokenRange organization;  ///< empty where none is said
};

/// A person as written.
struct PersonExpression {
    std::optional<Phrase> honorific;
    std::vector<PositionExpression> positions;
    TokenRange name;
    std::size_t last = 0;  ///< one past all that belongs to the person
};

/// A personal name: two to six capitalised syllables; the middle ones `thị` and `văn` may be small.
struct NameParser : x3::parser<NameParser> {
    using attribute_type = TokenRange;
    static constexpr bool has_attribute = true;
    bool surname_needed;  ///< only names that begin with a known surname

    constexpr explicit NameParser(bool needs_surname) : surname_needed(needs_surname) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        const TokenStream& stream = first.stream();
        TokenRange name{first.index(), first.index()};
        const std::size_t limit = last.index();
        if (name.first >= limit) return false;
        const Token head = stream.tokens[name.first];
        if (surname_needed && !head.starts(LexiconClass::surname)) return false;
        while (name.last < limit && name.last - name.first < 6) {
            const Token token = stream.tokens[name.last];
            if (token.kind != TokenKind::word) break;
            const bool inside = name.last > name.first;
            if (inside && !token.has(Token::space_before)) break;
            const std::string_view text = stream.text_of(token);
            const bool small_middle = inside && (text == "thị" || text == "văn") && name.last + 1 < limit &&
                                      stream.tokens[name.last + 1].has(Token::capital);
            if (!token.has(Token::capital) && !small_middle) break;
            // Where the next office or agency begins the name is over: 'Hà Kế San Phó Chủ tịch'.
            if (inside && name.last - name.first >= 2 &&
                (title_here(stream, name.last) || stream.match(name.last, LexiconClass::agency).length > 1))
                break;
            if (!inside && title_here(stream, name.last)) return false;
            if (token.has(Token::all_caps) && token.length > 2 && !all_capitals(stream, name.first, limit)) break;
            ++name.last;
        }
        const std::size_t syllables = name.last - name.first;
        // K'Brết is a whole name.
        const bool one_word_name =
            syllables == 1 && !surname_needed && stream.text_of(head).find_first_of("'\xE2") == 1;
        if (syllables < 2 && !one_word_name) return false;
        if (head.starts(LexiconClass::province) || head.starts(LexiconClass::agency) ||
            head.starts(LexiconClass::sector) || head.starts(LexiconClass::place)) {
            for (const LexiconClass c :
                 {LexiconClass::province, LexiconClass::agency, LexiconClass::sector, LexiconClass::place}) {
                const PhraseMatch other = stream.match(name.first, c);
                if (other &&
                    (other.length >= syllables || (other.length > 1 && c != LexiconClass::place && surname_needed) ||
                     (other.length == 1 && c == LexiconClass::agency && surname_needed &&
                      !head.starts(LexiconClass::surname))))
                    return false;
            }
        }
        first = TokenIterator(stream, name.last);
        x3::traits::move_to(name, attribute);
        return true;
    }

    [[nodiscard]] static bool title_here(const TokenStream& stream, std::size_t at) {
        const PhraseMatch title = stream.match(at, LexiconClass::title);
        return title.length > 1 || (title && stream.tokens[at].has(Token::all_caps));
    }

  private:
    [[nodiscard]] static bool all_capitals(const TokenStream& stream, std::size_t first, std::size_t limit) {
        return first + 1 < limit && stream.tokens[first].has(Token::all_caps) &&
               stream.tokens[first + 1].has(Token::all_caps);
    }
};

/// A position: a title, further words of it, and the body in which it is held.
struct PositionParser : x3::parser<PositionParser> {
    using attribute_type = PositionExpression;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        if (first == last) return false;
        const TokenStream& stream = first.stream();
        const std::size_t begin = first.index();
        std::size_t at = begin;
        // nguyên Giám đốc, Quyền Giám đốc, Q. Giám đốc.
        if (const PhraseMatch prefix = stream.match(at, LexiconClass::title_prefix)) {
            at += prefix.length;
            if (stream.tokens[at].is_mark('.')) ++at;
        }
        const PhraseMatch title = stream.match(at, LexiconClass::title);
        if (!title) return false;
        at += title.length;
        // Trưởng Ban Tuyên giáo | Tỉnh ủy: the board is part of the title.
        if (title.payload->attribute("board") == "1")
            if (const PhraseMatch board = stream.match(at, LexiconClass::sector);
                board && stream.tokens[at].has(Token::capital))
                at += board.length;
        PositionExpression position;
        position.title = {begin, at};
        if (title.payload->attribute("whole") != "1") {
            const std::size_t end = agency_end(stream, at, false);
            if (end > at) position.organization = {at, end};
            at = end;
        }
        first = TokenIterator(stream, at);
        x3::traits::move_to(position, attribute);
        return true;
    }
};

namespace person_rules {

inline constexpr auto set_honorific = [](auto& ctx) { x3::_val(ctx).honorific = x3::_attr(ctx); };
inline constexpr auto set_name = [](auto& ctx) { x3::_val(ctx).name = x3::_attr(ctx); };
inline constexpr auto add_position = [](auto& ctx) { x3::_val(ctx).positions.push_back(x3::_attr(ctx)); };
inline constexpr auto not_first = [](auto& ctx) { x3::_pass(ctx) = !x3::_val(ctx).positions.empty(); };
inline constexpr auto known_honorific = [](auto& ctx) { x3::_pass(ctx) = x3::_val(ctx).honorific.has_value(); };
inline constexpr auto no_honorific = [](auto& ctx) { x3::_pass(ctx) = !x3::_val(ctx).honorific.has_value(); };

// The bound keeps a run of titles without a name from being read again and again.
inline constexpr int most_titles = 8;
inline constexpr PositionParser position{};
inline const auto rank = x3::repeat(0, most_titles)[phrase(LexiconClass::academic) >> -mark('.') >> -mark(',')];
inline const auto honorific = phrase(LexiconClass::honorific)[set_honorific] >> -mark(':');
inline const auto titles_before =
    position[add_position] >>
    x3::repeat(0, most_titles)[-(mark(',') | mark('-') | word(Keyword::va)) >> position[add_position]] >>
    -(mark(',') | mark('-')) >> -mark(':');
inline const auto name =
    (x3::eps[known_honorific] >> NameParser{false}[set_name]) | (x3::eps[no_honorific] >> NameParser{true}[set_name]);
inline const auto separator = mark('-') | mark(',') | mark(':') | (word(Keyword::va));
inline const auto capital_here = HereTerminal([](const Token& t) { return t.has(Token::capital); });
inline const auto after_mark = mark('-') | mark(',') | mark(':') | mark('(') | mark('/') | word(Keyword::la);
inline const auto titles_after =
    -(capital_here >> position[add_position]) >>
    x3::repeat(0, most_titles)[after_mark >> position[add_position] >>
                               x3::repeat(0, most_titles)[word(Keyword::va) >> position[add_position]]] >>
    -mark(')');

}  // namespace person_rules

/// A person with honorific or position before the name, positions after it.
inline const x3::rule<struct PersonRule, PersonExpression> person_rule = "person";
inline const auto person_rule_def = -person_rules::honorific >> x3::omit[person_rules::rank] >>
                                    -person_rules::titles_before >> x3::omit[person_rules::rank] >>
                                    person_rules::name >> -person_rules::titles_after;
BOOST_SPIRIT_DEFINE(person_rule)

}  // namespace tongket::grammar
