// SPDX-License-Identifier: BSL-1.0
#include "layout/dateline.hpp"

#include <algorithm>

#include <tongket/grammar/fold.hpp>
#include <tongket/grammar/number.hpp>

namespace tongket {
namespace {

using grammar::cue_bit;

ZoneKind zone_of(const Line& line, const std::vector<ZoneKind>& kinds) {
    return line.blank() ? ZoneKind::boilerplate : kinds[line.first_sentence];
}

int number(const Document& document, std::size_t at) {
    const auto value = grammar::read_number(document.text_of(at)).value;
    return value ? static_cast<int>(value->to_double()) : 0;
}

// A time of day, and the token behind it.
struct Clock {
    int hour = 0;
    int minute = 0;
    std::size_t last = 0;
};

// '9:30', '9h30', '9h 30': hour and minutes from token `at`.
std::optional<Clock> clock_at(const Document& document, std::size_t at, std::size_t limit) {
    constexpr std::size_t most_digits = 2;
    if (at + 1 >= limit || document.token(at).kind != TokenKind::number || document.token(at).length > most_digits)
        return std::nullopt;
    const Token parting = document.token(at + 1);
    // 'h30' is one word.
    const std::string_view word = document.text_of(at + 1);
    if (word.size() == most_digits + 1 && (word[0] == 'h' || word[0] == 'H')) {
        const auto minute = grammar::read_number(word.substr(1)).value;
        if (minute) return Clock{number(document, at), static_cast<int>(minute->to_double()), at + 2};
    }
    if ((!parting.is_mark(':') && !parting.is_word(Keyword::h)) || at + 2 >= limit ||
        document.token(at + 2).kind != TokenKind::number || document.token(at + 2).length != most_digits)
        return std::nullopt;
    return Clock{number(document, at), number(document, at + 2), at + 3};
}

// HH:MM(:SS), maybe with AM or PM; 9h30.
std::optional<TimeOfDay> time_of(const Document& document, TokenRange range) {
    constexpr std::size_t reach = 4;  // of AM and PM, behind seconds
    for (std::size_t t = range.first; t < range.last; ++t) {
        auto clock = clock_at(document, t, range.last);
        if (!clock) continue;
        for (std::size_t k = clock->last; k < std::min(range.last, clock->last + reach); ++k) {
            const std::string_view text = document.text_of(k);
            if ((text == "PM" || text == "pm") && clock->hour < 12) clock->hour += 12;
            if ((text == "AM" || text == "am") && clock->hour == 12) clock->hour = 0;
        }
        if (clock->hour > 23 || clock->minute > 59) continue;
        return TimeOfDay{static_cast<std::uint8_t>(clock->hour), static_cast<std::uint8_t>(clock->minute)};
    }
    return std::nullopt;
}

// 'YênBái' as outlets write themselves.
bool inner_capital(std::string_view text) {
    for (std::size_t i = 1; i < text.size();) {
        const auto c = grammar::decode(text, i);
        if (grammar::fold(c.value).upper) return true;
        i += c.length;
    }
    return false;
}

// '(Mic.gov.vn) - '.
std::optional<Outlet> bracketed_outlet(const Document& document, const LineShapes& shapes, TokenRange line) {
    constexpr std::size_t longest = 9;
    std::size_t close = line.first;
    while (close < std::min(line.last, line.first + longest) && !document.token(close).is_mark(')')) ++close;
    if (close >= line.last || !document.token(close).is_mark(')') || close <= line.first + 1 ||
        shapes.day_in({line.first, close}) != nullptr)
        return std::nullopt;
    std::size_t after = close + 1;
    if (after < line.last && document.token(after).is_mark('.')) ++after;
    if (after < line.last && document.token(after).is_mark('-')) ++after;
    return Outlet{{line.first + 1, close}, {line.first, after}};
}

// 'TTH.VN - Sáng 5/1', 'GD&TĐ - ': capitals, then a spaced dash.
std::optional<Outlet> dashed_outlet(const Document& document, TokenRange line) {
    const auto token = [&](std::size_t at) { return document.token(at); };
    constexpr std::size_t longest_capitals = 5, longest = 10;
    constexpr grammar::KeywordSet day_openers{Keyword::sang, Keyword::ngay, Keyword::chieu, Keyword::toi};
    std::size_t end = line.first;
    while (end < std::min(line.last, line.first + longest_capitals) &&
           (token(end).kind == TokenKind::word
                ? token(end).has(Token::all_caps) || (end > line.first && token(end - 1).is_mark('.'))
                : token(end).is_mark('.') || token(end).is_mark('&')))
        ++end;
    if (end == line.first && inner_capital(document.text_of(end))) ++end;
    // 'Sở TTTT BĐ - Sáng ngày ...'
    for (std::size_t dash = line.first + 1; dash + 1 < std::min(line.last, line.first + longest); ++dash)
        if (token(dash).is_mark('-') && token(dash + 1).has(Token::capital) &&
            day_openers.contains(token(dash + 1).word))
            end = dash;
    if (end == line.first || end + 1 >= line.last || !token(end).is_mark('-') ||
        !token(end + 1).has(Token::space_before))
        return std::nullopt;
    return Outlet{{line.first, end}, {line.first, end + 1}};
}

}  // namespace

std::optional<Published> find_published(const Document& document, const LineShapes& shapes,
                                        const std::vector<ZoneKind>& kinds, std::optional<TokenRange> title) {
    const Line* best = nullptr;
    for (const Line& line : document.lines) {
        if (zone_of(line, kinds) != ZoneKind::dateline || !shapes.dated(line.tokens)) continue;
        // The first behind the headline; a clock above it only where there is no other.
        const bool behind = title && line.tokens.first > title->first;
        if (best == nullptr || (behind && best->tokens.first < title->first)) best = &line;
    }
    if (best == nullptr) return std::nullopt;
    auto date = shapes.day_as_of_servers(best->tokens);
    if (const PeriodMention* const day = shapes.day_in(best->tokens); !date && day != nullptr)
        date = day->day->resolve(std::nullopt);
    if (!date) return std::nullopt;
    Published published;
    published.date = *date;
    published.time = time_of(document, best->tokens);
    published.span = document.span(document.trimmed(best->tokens, "()|-"));
    return published;
}

std::optional<Outlet> find_outlet(const Document& document, const LineShapes& shapes,
                                  const std::vector<ZoneKind>& kinds) {
    constexpr auto stands_outside = [](ZoneKind kind) {
        return kind == ZoneKind::boilerplate || kind == ZoneKind::title || kind == ZoneKind::caption ||
               kind == ZoneKind::byline;
    };
    for (const Line& line : document.lines) {
        const ZoneKind zone = zone_of(line, kinds);
        if (line.blank() || stands_outside(zone)) continue;
        if (document.token(line.tokens.first).is_mark('(')) return bracketed_outlet(document, shapes, line.tokens);
        if (zone != ZoneKind::dateline) return dashed_outlet(document, line.tokens);
    }
    return std::nullopt;
}

std::optional<std::size_t> chrome_behind_time(const Document& document, const Line& line) {
    bool date_seen = false;
    for (std::size_t t = line.tokens.first; t < line.tokens.last; ++t) {
        date_seen |= document.token(t).kind == TokenKind::number;
        if (!date_seen || document.token(t).kind != TokenKind::word) continue;
        // 'A- A A+': the size of the letters.
        const bool letter_size = document.token(t).length == 1 && t + 1 < line.tokens.last &&
                                 document.token(t + 1).is_mark('-') && document.text_of(t) == "A";
        if ((document.cues_at(t) & cue_bit(Cue::chrome)) == 0 && !letter_size) continue;
        const bool parted = t > line.tokens.first && document.token(t - 1).kind == TokenKind::mark &&
                            !document.token(t - 1).is_mark(')') && !document.token(t - 1).is_mark(']');
        return parted ? t - 1 : t;
    }
    return std::nullopt;
}

}  // namespace tongket
