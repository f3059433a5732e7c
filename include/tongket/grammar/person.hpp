// SPDX-License-Identifier: BSL-1.0
/// @file
/// Persons: `đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh`, `Giám đốc Sở Lê Thị Bình`, `Đ/c: Y Thanh Hà Niê K'đăm`.
#pragma once

#include <algorithm>
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
            const bool inside = name.last > name.first;
            if (inside && hyphen_at(stream, name.last, limit)) {
                name.last += 2;
                continue;
            }
            if (token.kind != TokenKind::word) break;
            if (inside && !token.has(Token::space_before)) break;
            const bool small_middle = inside &&
                                      (token.is_word(Keyword::middle_thi) || token.is_word(Keyword::middle_van)) &&
                                      name.last + 1 < limit && stream.tokens[name.last + 1].has(Token::capital);
            if (!token.has(Token::capital) && !small_middle) break;
            // Where the next office or agency begins the name is over: 'Hà Kế San Phó Chủ tịch'.
            if (inside && name.last - name.first >= 2 &&
                (title_here(stream, name.last) || names_agency(stream, name.last)))
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
        return undivided(stream, at, title) &&
               (title.length > 1 || (title && stream.tokens[at].has(Token::all_caps)));
    }
    // A head of two syllables, where it is one: not the 'Trường Sơn' of 'Lê Trường Sơn'.
    [[nodiscard]] static bool names_agency(const TokenStream& stream, std::size_t at) {
        const PhraseMatch head = stream.match(at, LexiconClass::agency);
        return head.length > 1 && head.payload->attribute("none") != "1" && undivided(stream, at, head);
    }
    // The 'Thành - Ủy viên' of 'Lê Văn Thành - Ủy viên' is no 'Thành ủy viên'.
    [[nodiscard]] static bool undivided(const TokenStream& stream, std::size_t at, const PhraseMatch& phrase) {
        for (std::size_t i = at; i < at + phrase.length; ++i)
            if (stream.tokens[i].is_mark('-')) return false;
        return true;
    }

  private:
    // 'Hồng-Hạnh'; not 'Lê Văn Tám-Giám đốc'.
    [[nodiscard]] static bool hyphen_at(const TokenStream& stream, std::size_t at, std::size_t limit) {
        if (at + 1 >= limit || !stream.tokens[at].is_mark('-') || stream.tokens[at].has(Token::space_before))
            return false;
        const Token next = stream.tokens[at + 1];
        return next.kind == TokenKind::word && next.has(Token::capital) && !next.has(Token::space_before) &&
               !next.starts(LexiconClass::title) && !next.starts(LexiconClass::agency);
    }
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
        std::size_t at = first.index();
        // 'kiêm Giám đốc': the word only joins.
        if (const PhraseMatch joint = around(stream, at, "join")) at += joint.length;
        const std::size_t begin = at;
        // nguyên Giám đốc, Quyền Giám đốc, Q. Giám đốc, Phó Chỉ huy trưởng.
        PhraseMatch title = stream.match(at, LexiconClass::title);
        if (!title) {
            if (const PhraseMatch prefix = around(stream, at, "")) {
                at += prefix.length;
                if (stream.tokens[at].is_mark('.')) ++at;
            }
            title = stream.match(at, LexiconClass::title);
            if (!title) return false;
        }
        const std::size_t title_first = at;
        at += title.length;
        PositionExpression position;
        position.title = {begin, at};
        if (title.payload->attribute("head") == "1") {
            // 'Trưởng' alone is an office only of a body: 'Trưởng Công an huyện'.
            const std::size_t end = agency_end(stream, at, {.office = true});
            if (end == at) return false;
            position.organization = {at, end};
        } else if (const std::size_t body =
                       title.payload->attribute("board") == "1" ? at : body_inside(stream, title_first, at);
                   body < at) {
            // 'phó trưởng Ban Tuyên giáo': the capital letter says where the body's name begins.
            position.title.last = body;
            position.organization = {body, agency_end(stream, body, {.office = true})};
        } else {
            read_body(stream, title, position);
        }
        at = std::max(position.title.last, position.organization.last);
        if (!position.organization.empty()) at = behind_organization(stream, position.organization);
        first = TokenIterator(stream, at);
        x3::traits::move_to(position, attribute);
        return true;
    }

  private:
    // Words that stand around a title, by their attribute: join for 'kiêm', after for 'chuyên trách'.
    [[nodiscard]] static PhraseMatch around(const TokenStream& stream, std::size_t at, std::string_view use) {
        const PhraseMatch found = stream.match(at, LexiconClass::title_prefix);
        if (!found) return found;
        const bool wanted = use.empty() ? found.payload->attributes.empty() : found.payload->attribute(use) == "1";
        return wanted ? found : PhraseMatch{};
    }

    // Where, inside a title in small letters, a body's name begins with a capital; `end` where none does.
    [[nodiscard]] static std::size_t body_inside(const TokenStream& stream, std::size_t first, std::size_t end) {
        for (std::size_t i = first + 1; i < end; ++i) {
            const Token token = stream.tokens[i], before = stream.tokens[i - 1];
            if (token.has(Token::capital) && !before.has(Token::capital) && before.starts(LexiconClass::title) &&
                free_name(stream, i) && agency_end(stream, i) > end)
                return i;
        }
        return end;
    }

    // Whether an agency's name begins at `at` that its head does not make up alone: 'Ban', 'Phòng'.
    [[nodiscard]] static bool free_name(const TokenStream& stream, std::size_t at) {
        const PhraseMatch head = stream.match(at, LexiconClass::agency);
        return head && (head.payload->attribute("open") == "1" || !head.payload->attribute("rank").empty());
    }

    static void read_body(const TokenStream& stream, const PhraseMatch& title, PositionExpression& position) {
        std::size_t& at = position.title.last;
        // 'Phó Chủ tịch chuyên trách Ủy ban'.
        if (const PhraseMatch more = around(stream, at, "after")) at += more.length;
        const bool board = title.payload->attribute("board") == "1";
        const std::size_t own = at - 1;  // the body that the title ends in: 'Trưởng ban', 'Trưởng phòng'
        // Trưởng Ban Tuyên giáo | Tỉnh ủy: the board is part of the title where the body it belongs to follows, or
        // nothing; in 'Trưởng ban Pháp chế của VCCI' it is the body.
        if (board)
            if (const PhraseMatch sector = stream.match(at, LexiconClass::sector);
                sector && stream.tokens[at].has(Token::capital)) {
                const std::size_t next = at + sector.length;
                // 'Trưởng ban Tuyên giáo Trung ương': of all the country, no body of its own.
                const PhraseMatch level = agency_rules::level_at(stream, next);
                const bool wide = level && level.payload->attribute("wide") == "1";
                if (wide || (stream.tokens[next].kind == TokenKind::word && !agency_rules::resumes(stream, next) &&
                             (!agency_rules::opens_predicate(stream, next) ||
                              (stream.tokens[next].is_word(Keyword::cua) &&
                               stream.tokens[next + 1].starts(LexiconClass::agency))))) {
                    position.organization = {at, agency_end(stream, own, {.office = true})};
                    if (position.organization.last > next) return;
                }
                at = next;
                const std::size_t end = agency_end(stream, at, {.head_needed = false, .office = true});
                position.organization = end > at ? TokenRange{at, end} : TokenRange{};
                return;
            }
        // Chủ tịch Hội đồng quản trị | Công ty: so is the council of a body that is named.
        if (const PhraseMatch council = stream.match(at, LexiconClass::agency);
            council && council.payload->attribute("council") == "1")
            if (const std::size_t end =
                    agency_end(stream, at + council.length, {.head_needed = false, .office = true});
                end > at + council.length) {
                at += council.length;
                position.organization = {at, end};
                return;
            }
        if (title.payload->attribute("whole") == "1") return;
        // 'Trưởng ban chỉ huy ... thành phố', 'phó trưởng phòng thuế ...': what follows belongs to the body's name.
        if (own > position.title.first && stream.tokens[own - 1].starts(LexiconClass::title) &&
            free_name(stream, own) && stream.tokens[at].kind == TokenKind::word &&
            !stream.tokens[at].starts(LexiconClass::agency))
            if (const std::size_t end = agency_end(stream, own, {.office = true}); end > at) {
                const bool apart = board || stream.tokens[at].has(Token::capital);
                position.organization = {apart ? at : own, end};
                if (!apart) at = own;
                return;
            }
        // 'Phó Vụ trưởng thuộc TAND tối cao'.
        const std::size_t body =
            stream.tokens[at].is_word(Keyword::thuoc) && stream.tokens[at + 1].starts(LexiconClass::agency) ? at + 1
                                                                                                            : at;
        std::size_t end = agency_end(stream, body, {.head_needed = body > at, .office = true});
        if (body > at && end == body) end = at;
        if (const std::size_t name = speaker_behind(stream, end, end > body)) end = name;
        if (end == at && stream.tokens[at].is_mark(',') && same_body(stream, position.title, at + 1)) {
            // 'Phó Tổng cục trưởng, Tổng cục Thủy lợi'.
            position.organization = {at + 1, agency_end(stream, at + 1, {.office = true})};
            return;
        }
        if (end > at) position.organization = {body, end};
    }

    // 'Giám đốc Cơ sở điều trị nghiện ma túy tỉnh Huỳnh Ngọc Chấn cho biết': a body whose words the lexicon does not
    // know goes on to the name of who speaks. Where that begins; 0 where none does.
    // @param named  whether a name that the lexicon knows stands before
    [[nodiscard]] static std::size_t speaker_behind(const TokenStream& stream, std::size_t at, bool named) {
        constexpr std::size_t most_words = 10, fewest_syllables = 3;
        if (stream.tokens[at].kind != TokenKind::word || (!named && !stream.tokens[at].has(Token::capital))) return 0;
        for (std::size_t i = at; i < at + most_words && stream.tokens[i].kind == TokenKind::word; ++i) {
            if (const std::size_t length = personal_name_length(stream, i); length >= fewest_syllables) {
                const std::size_t behind = i + length;
                // 'thăm hộ Lê Thị Tám chia sẻ': a small word before the name is a level.
                const bool ends = i > at && (stream.tokens[i - 1].has(Token::capital) ||
                                             stream.tokens[i - 1].starts(LexiconClass::admin_level));
                return ends && stream.match(behind, LexiconClass::cue) ? i : 0;
            }
            if (agency_rules::opens_predicate(stream, i)) return 0;
        }
        return 0;
    }

    // Whether the head of an agency's name stands in a title: 'Cục trưởng' and 'Cục Thuế'.
    [[nodiscard]] static bool same_body(const TokenStream& stream, TokenRange title, std::size_t at) {
        if (!stream.tokens[at].starts(LexiconClass::agency)) return false;
        for (std::size_t i = title.first; i < title.last; ++i)
            if (stream.tokens[i].word == stream.tokens[at].word && stream.tokens[i].word != 0) return true;
        return false;
    }

    // What follows an organization and tells no more than it: an abbreviation, 'phụ trách'. May widen it by the body
    // that it is a part of: 'Phòng Thuế, Cục Hải quan'.
    [[nodiscard]] static std::size_t behind_organization(const TokenStream& stream, TokenRange& organization) {
        const auto rank = [&](std::size_t at) {
            const PhraseMatch head = stream.match(at, LexiconClass::agency);
            return head ? head.payload->attribute("rank") : std::string_view{};
        };
        std::size_t at = organization.last;
        if (stream.tokens[at].is_mark(',') && !rank(organization.first).empty() &&
            rank(organization.first) < rank(at + 1)) {
            const std::size_t end = agency_end(stream, at + 1, {.office = true});
            const bool listed =
                stream.tokens[end].is_mark(',') && (stream.tokens[end + 1].starts(LexiconClass::agency) ||
                                                    stream.tokens[end + 1].starts(LexiconClass::sector));
            if (!listed && !stream.tokens[end].is_word(Keyword::va)) at = organization.last = end;
        }
        // 'Ngân hàng Nhà nước chi nhánh Kiên Giang'.
        if (stream.tokens[at].starts(LexiconClass::agency) && !stream.tokens[at].has(Token::capital))
            if (const PhraseMatch head = stream.match(at, LexiconClass::agency);
                head.payload->attribute("branch") == "1" && stream.tokens[at + head.length].has(Token::capital))
                at = organization.last = std::max(at, agency_end(stream, at, {.office = true}));
        if (stream.tokens[at].is_mark('('))
            if (const std::size_t close = agency_rules::bracket_end(stream, at); close > at) at = close;
        if (const PhraseMatch more = around(stream, at, "after");
            more && starts_personal_name(stream, at + more.length))
            at += more.length;
        return at;
    }
};

namespace person_rules {

/// Succeeds without moving where `Test(stream, index)` passes.
template <class Test>
struct HereAt : x3::parser<HereAt<Test>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    Test test;

    constexpr explicit HereAt(Test t) : test(t) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&, Attribute&) const {
        return first != last && test(first.stream(), first.index());
    }
};

inline constexpr auto set_honorific = [](auto& ctx) { x3::_val(ctx).honorific = x3::_attr(ctx); };
inline constexpr auto set_name = [](auto& ctx) { x3::_val(ctx).name = x3::_attr(ctx); };
inline constexpr auto add_position = [](auto& ctx) { x3::_val(ctx).positions.push_back(x3::_attr(ctx)); };
inline constexpr auto not_first = [](auto& ctx) { x3::_pass(ctx) = !x3::_val(ctx).positions.empty(); };
inline constexpr auto known_honorific = [](auto& ctx) { x3::_pass(ctx) = x3::_val(ctx).honorific.has_value(); };
inline constexpr auto no_honorific = [](auto& ctx) { x3::_pass(ctx) = !x3::_val(ctx).honorific.has_value(); };

// The bound keeps a run of titles without a name from being read again and again.
inline constexpr int most_titles = 8;
inline constexpr PositionParser position{};
// 'kiêm Giám đốc'.
inline const auto joint_here = HereAt([](const TokenStream& stream, std::size_t at) {
    const PhraseMatch joint = stream.match(at, LexiconClass::title_prefix);
    return joint && joint.payload->attribute("join") == "1";
});
// In 'A, Phó Giám đốc Sở B' the office is B's.
inline const auto own_position = position >> !HereAt([](const TokenStream& stream, std::size_t at) {
                                     return personal_name_length(stream, at) >= 3;
                                 });
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
inline const auto after_mark =
    ((mark('-') | mark(',') | mark(':')) >> -mark('(')) | mark('(') | mark('/') | word(Keyword::la);
// What may stand between a name and its offices: '(bìa phải)', ', 45 tuổi'.
struct InsertionParser : x3::parser<InsertionParser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&, Attribute&) const {
        if (first == last) return false;
        const TokenStream& stream = first.stream();
        const std::size_t at = first.index();
        std::size_t end = at;
        if (stream.tokens[at].is_mark('(')) {
            constexpr std::size_t longest = 8;
            std::size_t close = at + 1;
            while (close < at + longest && stream.tokens[close].kind <= TokenKind::number &&
                   !stream.tokens[close].starts(LexiconClass::title))
                ++close;
            if (stream.tokens[close].is_mark(')')) end = close + 1;
        } else if (stream.tokens[at].is_mark(',') && stream.tokens[at + 1].kind == TokenKind::number &&
                   stream.tokens[at + 2].kind == TokenKind::word) {
            end = at + 3;
        }
        if (end == at || stream.tokens[end].kind != TokenKind::mark ||
            !(stream.tokens[end + 1].starts(LexiconClass::title) ||
              stream.tokens[end + 1].starts(LexiconClass::title_prefix)))
            return false;
        first = TokenIterator(stream, end);
        return true;
    }
};

// 'giữ chức Phó Cục trưởng': leads from a name to the office that its bearer is given.
struct GivenParser : x3::parser<GivenParser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&, Attribute&) const {
        if (first == last) return false;
        const PhraseMatch found = first.stream().match(first.index(), LexiconClass::title_prefix);
        if (!found || found.payload->attribute("given") != "1") return false;
        first = TokenIterator(first.stream(), first.index() + found.length);
        return true;
    }
};

inline const auto titles_after =
    -InsertionParser{} >> -(capital_here >> own_position[add_position]) >>
    x3::repeat(
        0, most_titles)[(GivenParser{} | (after_mark >> -GivenParser{})) >> own_position[add_position] >>
                        x3::repeat(0, most_titles)[(word(Keyword::va) | joint_here) >> own_position[add_position]]] >>
    -mark(')');

}  // namespace person_rules

/// A person with honorific or position before the name, positions after it.
inline const x3::rule<struct PersonRule, PersonExpression> person_rule = "person";
inline const auto person_rule_def = -person_rules::honorific >> x3::omit[person_rules::rank] >>
                                    -person_rules::titles_before >> x3::omit[person_rules::rank] >>
                                    person_rules::name >> -person_rules::titles_after;
BOOST_SPIRIT_DEFINE(person_rule)

}  // namespace tongket::grammar
