// SPDX-License-Identifier: BSL-1.0
/// @file
/// Names of agencies: `Sở Thông tin và Truyền thông tỉnh Hà Nam`, `UBND tỉnh`, `Ban Tuyên giáo Tỉnh ủy`.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <tongket/grammar/terminals.hpp>

namespace tongket::grammar {

/// The syllables of the personal name that begins at `at`: a surname and one to four more that are capitalised, and
/// no place; 0 where none does.
[[nodiscard]] inline std::size_t personal_name_length(const TokenStream& stream, std::size_t at) {
    const Token token = stream.tokens[at];
    if (token.kind != TokenKind::word || !token.has(Token::capital) || !token.starts(LexiconClass::surname)) return 0;
    if (token.starts(LexiconClass::province) || token.starts(LexiconClass::place) ||
        token.starts(LexiconClass::sector) || token.starts(LexiconClass::namesake))
        return 0;
    std::size_t capitals = 1;
    while (at + capitals < stream.tokens.size() && stream.tokens[at + capitals].kind == TokenKind::word &&
           stream.tokens[at + capitals].has(Token::capital) && capitals < 6)
        ++capitals;
    // Đoàn is a surname and heads an agency's name.
    if (token.starts(LexiconClass::agency)) {
        const Token next = stream.tokens[at + 1];
        if (stream.match(at, LexiconClass::agency).length > 1 || !next.has(Token::capital) ||
            next.starts(LexiconClass::sector) || next.starts(LexiconClass::agency) || next.has(Token::all_caps))
            return 0;
    }
    return capitals >= 2 && capitals <= 5 ? capitals : 0;
}

/// Whether a personal name begins at `at`.
[[nodiscard]] inline bool starts_personal_name(const TokenStream& stream, std::size_t at) {
    return personal_name_length(stream, at) > 0;
}

namespace agency_rules {

/// What the name holds so far ends in; says how it may go on.
enum class Part : std::uint8_t {
    head,     ///< the head alone
    word,     ///< the capitalised first syllable of a word: 'Ủy ban An'
    proper,   ///< capitalised syllables in a row: 'Công ty Hoa Mai'
    letters,  ///< an abbreviation: 'Sở VHTTDL', 'Công ty TNHH'
    sector,   ///< what it deals with, known to the lexicon
    place,    ///< a province, a district, a level, or the name behind a level
    small     ///< small words
};

/// 'tỉnh', 'quốc gia'; not the 'xã' of 'xã hội'.
[[nodiscard]] inline PhraseMatch level_at(const TokenStream& stream, std::size_t at) {
    const PhraseMatch level = stream.match(at, LexiconClass::admin_level);
    if (!level) return level;
    for (const LexiconClass c : {LexiconClass::term, LexiconClass::noun, LexiconClass::sector})
        if (stream.match(at, c).length > level.length) return {};
    return level;
}

/// A phrase of the lexicon that names what an agency may deal with.
[[nodiscard]] inline std::size_t subject_length(const TokenStream& stream, std::size_t at) {
    std::size_t longest = 0;
    for (const LexiconClass c : {LexiconClass::sector, LexiconClass::term, LexiconClass::noun})
        longest = std::max(longest, stream.match(at, c).length);
    return longest;
}

/// A mark, or the end of the line, behind which no name goes on.
[[nodiscard]] inline bool closes_name(const TokenStream& stream, std::size_t at) {
    const Token token = stream.tokens[at];
    if (token.kind == TokenKind::newline || token.kind == TokenKind::end) return true;
    if (token.is_mark('-')) return token.has(Token::space_before);
    return token.is_mark(',') || token.is_mark(';') || token.is_mark('.') || token.is_mark(':') ||
           token.is_mark('(') || token.is_mark(')');
}

/// Whether a sentence goes on with the word at `at`: 'giao' does, but not in 'giao thông'.
[[nodiscard]] inline bool opens_predicate(const TokenStream& stream, std::size_t at) {
    std::size_t predicate = is_function_word(stream.tokens[at].word) ? 1 : 0;
    for (const LexiconClass c :
         {LexiconClass::boundary, LexiconClass::cue, LexiconClass::award_verb, LexiconClass::award,
          LexiconClass::increase, LexiconClass::honorific, LexiconClass::title})
        predicate = std::max(predicate, stream.match(at, c).length);
    return predicate > 0 && predicate >= subject_length(stream, at);
}

/// Whether a personal name begins at `at`, inside what may be an agency's name: 'Công ty Hoa Mai | Nguyễn Văn An'.
/// @param named  whether a name of its own is expected there, as behind 'Công ty' and 'xã'
/// @param place  whether that is a place's
[[nodiscard]] inline bool name_follows(const TokenStream& stream, std::size_t at, bool named, bool place) {
    const std::size_t length = personal_name_length(stream, at);
    if (length == 0) return false;
    const auto common = [&](std::size_t i) {
        const PhraseMatch surname = stream.match(i, LexiconClass::surname);
        return surname && surname.payload->attribute("common") == "1";
    };
    const bool sure = common(at);
    // 'Trường Đại học Y Thái Bình'.
    if (named && !sure && stream.match(at + 1, LexiconClass::province).length + 1 == length) return false;
    // 'huyện Kỳ Sơn | Vi Thị Hoa': what stands before 'Thị' is the surname.
    constexpr KeywordSet middles{Keyword::middle_thi, Keyword::middle_van};
    if (named && !sure && length > 3 && stream.tokens[at + 1].starts(LexiconClass::surname) &&
        middles.contains(stream.tokens[at + 2].word))
        return false;
    // A better one begins inside: names have three syllables, or four.
    for (std::size_t i = at + 1; i + 3 <= at + length; ++i)
        if (common(i) && at + length - i <= 4 && (!sure || length > 4) && personal_name_length(stream, i) > 0)
            return false;
    return length > 2 || (!place && (sure || !named));
}

/// 'Sở Thông tin và Truyền thông (TT&TT) tỉnh Hà Nam', 'Cục An toàn thực phẩm (Bộ Y tế)': where a bracket that
/// belongs to a name ends; `at` where it does not.
[[nodiscard]] inline std::size_t bracket_end(const TokenStream& stream, std::size_t at) {
    constexpr std::size_t longest_abbreviation = 6;
    const auto& tokens = stream.tokens;
    std::size_t close = at + 1;
    while (close < tokens.size() && close <= at + longest_abbreviation && !tokens[close].is_mark(')') &&
           (tokens[close].has(Token::all_caps) || tokens[close].starts(LexiconClass::sector) ||
            tokens[close].is_mark('&') || tokens[close].is_mark('-') || tokens[close].is_word(Keyword::va) ||
            tokens[close].kind == TokenKind::number))
        ++close;
    return close > at + 1 && close < tokens.size() && tokens[close].is_mark(')') ? close + 1 : at;
}

/// Where small words of a name end: they belong to it as far as they lead to a mark, a name or a place and no verb
/// stands between, or as far as the lexicon knows them.
/// @param office  whether somebody holds an office there: right behind the head all words up to a mark belong to it
/// @returns `at` where they do not belong to it
[[nodiscard]] inline std::size_t small_words_end(const TokenStream& stream, std::size_t at, Part part, bool open,
                                                 bool office = false) {
    const auto& tokens = stream.tokens;
    if (part == Part::place ||
        (opens_predicate(stream, at) && !(open && part == Part::head && tokens[at].is_word(Keyword::cac))))
        return at;
    // The second syllable of 'Công đoàn', 'Cựu chiến binh'.
    std::size_t known = part == Part::word && !tokens[at].starts(LexiconClass::task_verb) ? at + 1 : at;
    if (!open) return known;
    const bool subject = subject_length(stream, at) > 0;
    constexpr std::size_t longest_run = 12;
    for (std::size_t i = at; i < at + longest_run;) {
        const Token token = tokens[i];
        if (closes_name(stream, i)) {
            const bool abbreviated = token.is_mark('(') && bracket_end(stream, i) > i;
            const bool all = subject || abbreviated || part == Part::word || (office && part == Part::head);
            return all ? i : known;
        }
        if (token.kind == TokenKind::number) return subject || part == Part::word ? i : known;
        if (token.kind != TokenKind::word) return known;
        if (i > at && level_at(stream, i)) return i;
        if (token.has(Token::capital)) {
            // 'Liên hiệp các Hội Khoa học', but not 'Công ty cảm ơn Sở'.
            const bool other = token.starts(LexiconClass::agency) && !starts_personal_name(stream, i);
            const bool several = i == at + 1 && tokens[at].is_word(Keyword::cac);
            constexpr std::size_t longest_verb = 2;
            return other && !subject && !several && part != Part::word && i <= at + longest_verb ? known : i;
        }
        if (token.is_word(Keyword::va)) {
            // Of a list inside the name; a further agency, person or verb begins otherwise.
            if (i == at || opens_predicate(stream, i + 1) || tokens[i + 1].kind != TokenKind::word) return known;
            ++i;
            continue;
        }
        if (i > at && opens_predicate(stream, i)) return known;
        const std::size_t length = subject_length(stream, i);
        if (length > 0 && (known == i || (known + 1 == i && tokens[i - 1].is_word(Keyword::va)))) known = i + length;
        i += std::max<std::size_t>(length, 1);
    }
    return known;
}

/// Whether what stands at `at`, behind a bracket, goes on with an agency's name.
[[nodiscard]] inline bool resumes(const TokenStream& stream, std::size_t at) {
    const Token token = stream.tokens[at];
    return token.starts(LexiconClass::province) || level_at(stream, at) ||
           (token.has(Token::capital) && token.starts(LexiconClass::agency) && !starts_personal_name(stream, at));
}

/// 'Khoa học, Công nghệ và Môi trường': whether a comma at `at` stands inside a name, for 'và' joins its last part.
[[nodiscard]] inline bool comma_inside(const TokenStream& stream, std::size_t at) {
    const auto part_begins = [&](std::size_t i) {
        const Token token = stream.tokens[i];
        return token.kind == TokenKind::word && token.has(Token::capital) && !token.starts(LexiconClass::agency) &&
               !token.starts(LexiconClass::title) && !token.starts(LexiconClass::honorific) &&
               !token.starts(LexiconClass::province) && !token.starts(LexiconClass::place) &&
               !starts_personal_name(stream, i);
    };
    constexpr std::size_t longest_list = 16;
    const std::size_t end = std::min(at + longest_list, stream.tokens.size() - 1);
    for (std::size_t i = at; i < end; ++i) {
        const Token token = stream.tokens[i];
        const bool joined = token.is_word(Keyword::va);
        if (joined || token.is_mark(',')) {
            if (!part_begins(i + 1)) return false;
            if (joined) return true;
        } else if (token.kind != TokenKind::word || opens_predicate(stream, i)) {
            return false;
        }
    }
    return false;
}

/// Whether a rank or a degree at `at` stands before a personal name: 'Trung tướng, GS.TS Lê Văn Tám'.
[[nodiscard]] inline bool names_person(const TokenStream& stream, std::size_t at) {
    constexpr std::size_t longest_row = 8;
    for (std::size_t i = at; i < at + longest_row && i < stream.tokens.size();) {
        const Token token = stream.tokens[i];
        const std::size_t rank = stream.match(i, LexiconClass::academic).length;
        if (rank == 0 && !token.is_mark('.') && !token.is_mark(',')) return starts_personal_name(stream, i);
        i += std::max<std::size_t>(rank, 1);
    }
    return false;
}

}  // namespace agency_rules

/// Where an agency's name stands.
struct AgencyPlace {
    bool head_needed = true;  ///< whether a name without a head known to the lexicon is none
    bool bracketed = false;   ///< in a bracket: then none is looked for inside it
    bool office = false;  ///< behind an office held there: 'Giám đốc Trung tâm kiểm định và đánh giá chất lượng'
};

/// The words of an agency's name from token `at`, where the lexicon knows its head or what it deals with.
/// @returns the index after the name, `at` where there is none
[[nodiscard]] inline std::size_t agency_end(const TokenStream& stream, std::size_t at, AgencyPlace place = {}) {
    using agency_rules::Part;
    const auto& tokens = stream.tokens;
    std::size_t i = at;
    if (!place.head_needed && starts_personal_name(stream, at)) return at;
    // 'Thủ tướng ban hành Quyết định': no Ban; but 'Thứ trưởng Giao thông vận tải'.
    if (const PhraseMatch head = stream.match(at, LexiconClass::agency);
        head && stream.match(at, LexiconClass::uncounted).length > head.length)
        return at;
    // A head with attribute open may have any name: 'Hội', 'Công ty', but not 'Sở'.
    bool open = false;
    bool office = false;  // a part of an agency in which somebody holds an office: 'Trung tâm', but not 'Công ty'
    Part part = Part::head;
    std::size_t behind_level = 0;    // names of places stand here
    bool in_place_name = false;      // some of it stands before the token looked at
    std::size_t behind_commune = 0;  // names of communes, some of which bear a person's
    if (const PhraseMatch head = stream.match(i, LexiconClass::agency);
        head && head.length >= stream.match(i, LexiconClass::sector).length) {
        i += head.length;
        open = head.payload->attribute("open") == "1";
        office = place.office && !head.payload->attribute("rank").empty();
        // 'Trường THPT Lê Văn Tám' has a person's name of its own.
        if (head.payload->attribute("named") == "1")
            if (const std::size_t length = personal_name_length(stream, i); length > 0 && length <= 4) {
                i += length;
                part = Part::proper;
            }
    } else if (place.head_needed) {
        return at;
    }
    constexpr std::size_t longest_name = 40;
    while (i < tokens.size() && i - at < longest_name) {
        const Token token = tokens[i];
        if (i > at && agency_rules::name_follows(stream, i, in_place_name || (open && part != Part::place),
                                                 i == behind_commune))
            break;
        // A further part: a sector, a place, another agency that this one belongs to.
        PhraseMatch phrase = stream.match(i, LexiconClass::sector);
        Part kind = Part::sector;
        for (const LexiconClass c : {LexiconClass::province, LexiconClass::place, LexiconClass::agency})
            if (const PhraseMatch other = stream.match(i, c);
                other.length > phrase.length &&
                (token.has(Token::capital) || (other.length > 2 && c == LexiconClass::province))) {
                phrase = other;
                kind = c == LexiconClass::agency ? Part::head : Part::place;
            }
        if (phrase && (token.has(Token::capital) || phrase.length > 2)) {
            if (kind == Part::head) open = phrase.payload->attribute("open") == "1";
            i += phrase.length;
            part = kind;
            continue;
        }
        if (token.is_mark('(') && i > at) {
            const std::size_t close = agency_rules::bracket_end(stream, i);
            if (close > i && agency_rules::resumes(stream, close)) {
                i = close;
                continue;
            }
            // 'Cục An toàn thực phẩm (Bộ Y tế)': whose it is.
            if (open && !place.bracketed && tokens[i + 1].starts(LexiconClass::agency)) {
                const std::size_t inner = agency_end(stream, i + 1, {.bracketed = true});
                if (inner > i + 2 && tokens[inner].is_mark(')')) return inner + 1;
            }
            break;
        }
        if (token.kind == TokenKind::mark) {
            if (token.mark == ',' && open && part != Part::head && agency_rules::comma_inside(stream, i)) {
                ++i;
                continue;
            }
            const bool joins = token.mark == '&' || token.mark == '-' || token.mark == '/';
            if (i == at || !joins || i + 1 >= tokens.size() || tokens[i + 1].kind != TokenKind::word) break;
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
        // 'Đội 5', 'phường 3', 'Ban Chỉ đạo 389 tỉnh': a number that is a name.
        if (token.kind == TokenKind::number && i > at && token.length <= 3 && (open || behind_level == i) &&
            (agency_rules::closes_name(stream, i + 1) || agency_rules::level_at(stream, i + 1) ||
             tokens[i + 1].has(Token::capital) || agency_rules::opens_predicate(stream, i + 1))) {
            // 'Vụ 1A'.
            if (tokens[i + 1].length == 1 && !tokens[i + 1].has(Token::space_before) &&
                tokens[i + 1].kind == TokenKind::word)
                ++i;
            ++i;
            continue;
        }
        if (token.kind != TokenKind::word) break;
        if (const PhraseMatch level = agency_rules::level_at(stream, i)) {
            i += level.length;
            part = level.payload->attribute("state") == "1" ? Part::sector : Part::place;  // 'Nhà nước'
            const std::string_view level_of = level.payload->attribute("place");
            if (!level_of.empty()) behind_level = i;
            in_place_name = false;
            if (level_of == "commune") behind_commune = i;
            continue;
        }
        if (token.is_word(Keyword::va)) {
            if (i > at && i + 1 < tokens.size() && tokens[i + 1].has(Token::capital) &&
                (tokens[i - 1].has(Token::capital) || (open && (part == Part::small || part == Part::sector))) &&
                !tokens[i + 1].starts(LexiconClass::agency) && !tokens[i + 1].starts(LexiconClass::title) &&
                !starts_personal_name(stream, i + 1)) {
                ++i;
                continue;
            }
            break;
        }
        // 'Ủy ban Quốc gia về chuyển đổi số', 'Quỹ Nhi đồng tại Việt Nam', 'Ủy ban Pháp luật của Quốc hội'.
        if (open && i > at && part != Part::head && (token.is_word(Keyword::ve) || token.is_word(Keyword::tai)) &&
            agency_rules::subject_length(stream, i + 1) > 0) {
            if (tokens[i + 1].has(Token::capital)) {
                ++i;
                continue;
            }
            const std::size_t end = agency_rules::small_words_end(stream, i + 1, Part::head, true);
            if (end == i + 1) break;
            i = end;
            part = Part::small;
            continue;
        }
        // 'Cụm thi đua số 5'.
        if (open && i > at && token.is_word(Keyword::so) && tokens[i + 1].kind == TokenKind::number) {
            i += 2;
            continue;
        }
        if (open && i > at && part != Part::head && token.is_word(Keyword::cua) &&
            tokens[i + 1].has(Token::capital) && tokens[i + 1].starts(LexiconClass::agency)) {
            ++i;
            continue;
        }
        if (token.has(Token::capital)) {
            if (token.starts(LexiconClass::title) || token.starts(LexiconClass::honorific)) break;
            // 'Cụm thi đua số 2 | Trung tướng Lê Văn Tám': a rank before a name.
            if (token.starts(LexiconClass::academic) && agency_rules::names_person(stream, i)) break;
            const bool in_place = behind_level == i;
            const bool row = part == Part::word || part == Part::proper;
            part = in_place                     ? Part::place
                   : token.has(Token::all_caps) ? Part::letters
                   : row                        ? Part::proper
                                                : Part::word;
            ++i;
            if (in_place) {
                if (behind_commune == behind_level) behind_commune = i;
                behind_level = i;
                in_place_name = true;
            }
            continue;
        }
        if (i == at) break;
        const std::size_t end = agency_rules::small_words_end(stream, i, part, open, office);
        if (end == i) break;
        i = end;
        part = Part::small;
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
