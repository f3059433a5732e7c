// SPDX-License-Identifier: BSL-1.0
#include "layout/line_shapes.hpp"

#include <algorithm>

namespace tongket {

using grammar::cue_bit;

LineShapes::LineShapes(const Document& document, const Islands& islands) : document_(document), islands_(islands) {
    shapes_.reserve(document.lines.size());
    for (std::size_t i = 0; i < document.lines.size(); ++i) shapes_.push_back(shape_of(i));
}

CueSet LineShapes::opening_cues(std::size_t i) const {
    return line(i).first_sentence < line(i).last_sentence ? document_.sentences[line(i).first_sentence].opening_cues
                                                          : 0;
}

bool LineShapes::ends_like_prose(std::size_t i) const {
    constexpr std::size_t longest_headline = 25;  // words, of those that end in a quotation or a bracket
    if (line(i).blank()) return false;
    const Token last = token(line(i).tokens.last - 1);
    return last.is_mark('.') || last.is_mark('~') || last.is_mark(';') || last.is_mark(':') || last.is_mark('/') ||
           ((last.is_mark('"') || last.is_mark(')')) && line(i).words > longest_headline);
}

bool LineShapes::bulleted(std::size_t i) const {
    constexpr std::size_t shortest = 4;  // words
    if (line(i).words < shortest) return false;
    if (token(line(i).tokens.first).has(Token::bullet)) return true;
    const std::size_t s = line(i).first_sentence;
    return s < line(i).last_sentence && document_.sentences[s].content > document_.sentences[s].tokens.first;
}

bool LineShapes::mostly_capitals(std::size_t i) const {
    constexpr std::size_t fewest_words = 3, most = 8;  // in tenths of the words
    std::size_t capitals = 0, words = 0;
    for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
        if (token(t).kind != TokenKind::word || token(t).length < 2) continue;
        ++words;
        capitals += token(t).has(Token::all_caps) ? 1 : 0;
    }
    return words >= fewest_words && capitals * 10 >= words * most;
}

bool LineShapes::starts_small(std::size_t i) const {
    const Token first = token(line(i).tokens.first);
    return first.kind == TokenKind::word && !first.has(Token::capital);
}

// A picture's file name or placeholder.
bool LineShapes::names_image(std::size_t i) const {
    constexpr std::size_t longest = 14;          // words
    constexpr std::size_t extension_within = 2;  // tokens of the end
    if (line(i).blank() || line(i).words > longest) return false;
    const std::size_t end = line(i).tokens.last;
    const std::string_view first = document_.text_of(line(i).tokens.first);
    if (line(i).tokens.last - line(i).tokens.first == 1 && (first == "img" || first == "image" || first == "Image"))
        return true;
    if (token(line(i).tokens.first).is_mark('!') && line(i).words == 0) return true;
    for (std::size_t t = std::max(line(i).tokens.first + 1, end - std::min(end, extension_within)); t < end; ++t) {
        if (!token(t - 1).is_mark('.')) continue;
        const std::string_view text = document_.text_of(t);
        if (text == "jpg" || text == "JPG" || text == "jpeg" || text == "JPEG" || text == "png" || text == "PNG" ||
            text == "gif" || text == "GIF" || text == "webp" || text == "bmp")
            return true;
    }
    return false;
}

LineShapes::Shape LineShapes::shape_of(std::size_t i) const {
    Shape shape;
    shape.image = names_image(i);
    shape.chrome = looks_like_chrome(i);
    shape.prose = !shape.image && !shape.chrome && reads_like_prose(i);
    return shape;
}

bool LineShapes::looks_like_chrome(std::size_t i) const {
    constexpr std::size_t longest_menu_entry = 12, longest_with_cue_inside = 6, shortest_sentence = 12;  // words
    if (line(i).blank()) return false;
    if (line(i).words == 0) return true;
    const CueSet opening = opening_cues(i);
    const bool cue = (opening & (cue_bit(Cue::chrome) | cue_bit(Cue::chrome_end))) != 0;
    if (cue && (line(i).words <= longest_menu_entry || has_marks_of_chrome(i))) return true;
    // 'Quý II: bám hãng tàu để tăng thu, đối thoại với doanh nghiệp trong tháng 5.' is none.
    const bool sentence = line(i).words >= shortest_sentence && token(line(i).tokens.last - 1).is_mark('.');
    if (has(i, Cue::chrome) && !sentence && (line(i).words <= longest_with_cue_inside || has_marks_of_chrome(i)) &&
        !has(i, Cue::hold))
        return true;
    return breadcrumb(i);
}

bool LineShapes::has_marks_of_chrome(std::size_t i) const {
    constexpr std::size_t longest = 45;  // words
    std::size_t marks = 0;
    for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t)
        marks += token(t).is_mark('|') || token(t).is_mark('@') || token(t).is_mark('>') || token(t).is_mark('?') ||
                         token(t).is_mark(':') || token(t).is_mark('_')
                     ? 1
                     : 0;
    return marks >= 1 && line(i).words <= longest && !has(i, Cue::hold);
}

bool LineShapes::breadcrumb(std::size_t i) const {
    constexpr std::size_t longest = 40;       // words
    constexpr std::size_t least_figures = 2;  // of a row of a table
    if (line(i).words > longest || ends_like_prose(i)) return false;
    std::size_t marks = 0, numbers = 0;
    for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
        numbers += token(t).kind == TokenKind::number ? 1 : 0;
        if (token(t).kind != TokenKind::mark) continue;
        marks +=
            token(t).mark == '>' || token(t).mark == '|' || document_.text_of(t) == "»" || document_.text_of(t) == "›"
                ? 1
                : 0;
    }
    return marks >= 1 && (numbers < least_figures || day_in(line(i).tokens) != nullptr);
}

namespace {

bool is_duration(const grammar::QuantityExpression& quantity) {
    const grammar::Payload* const unit = quantity.unit ? quantity.unit->payload : nullptr;
    return unit != nullptr && unit->attribute("kind") == "duration";
}

}  // namespace

std::size_t LineShapes::figures(std::size_t i, TokenRange part) const {
    const auto mentions = islands_.quantities.in(part);
    if (mentions.empty() || image(i) || !says_what(i)) return 0;
    return static_cast<std::size_t>(std::count_if(mentions.begin(), mentions.end(), [&](const QuantityMention& each) {
        // Money, shares, weights: no site counts its visits in them.
        const bool lasts = is_duration(each.quantity);
        if (grammar::quantity_rules::is_measured(each.quantity) && !lasts) return true;
        // 'Trong năm: 129.925', '5 giờ trước'
        const bool age = lasts && token(each.range.last).is_word(Keyword::before);
        if (!each.quantity.unit || age || breadcrumb(i)) return false;
        return !chrome(i) || each.quantity.unit->payload != nullptr;
    }));
}

// Whether words stand beside its figures and times that are not those of sites; where the line looks like one of the
// site, before them: 'Thuê bao trong tháng: 12', but not 'Tổng số lượt truy cập: 12'.
bool LineShapes::says_what(std::size_t i) const {
    constexpr CueSet of_sites = cue_bit(Cue::chrome) | cue_bit(Cue::chrome_end) | cue_bit(Cue::dateline);
    const TokenRange tokens = line(i).tokens;
    const auto quantities = islands_.quantities.in(tokens);
    const auto periods = islands_.periods.in(tokens);
    auto quantity = quantities.begin();
    auto period = periods.begin();
    for (std::size_t t = tokens.first; t < tokens.last;) {
        while (period != periods.end() && period->range.last <= t) ++period;
        if (quantity != quantities.end() && quantity->range.first <= t) {
            if (chrome(i)) return false;
            t = std::max(t + 1, quantity++->range.last);
        } else if (period != periods.end() && period->range.first <= t) {
            t = period->range.last;
        } else if (token(t).kind != TokenKind::word || token(t).is_word(Keyword::so)) {
            ++t;
        } else if (const PhraseMatch head = document_.match(t, LexiconClass::measure_head);
                   head && !head.payload->attribute("carrier").empty()) {
            t += head.length;
        } else if ((document_.cues_at(t) & of_sites) != 0) {
            t += std::max<std::size_t>(document_.match(t, LexiconClass::cue).length, 1);
        } else {
            return true;
        }
    }
    return false;
}

bool LineShapes::lists_figures(std::size_t i) const {
    constexpr std::size_t reach = 3;  // tokens from the colon: 'Thu: đạt 109 tỷ đồng'
    if (figures(i) == 0) return false;
    const TokenRange tokens = line(i).tokens;
    if (token(tokens.first).has(Token::bullet) || document_.sentences[line(i).first_sentence].content > tokens.first)
        return true;
    // No headline: 'Duy Tiên: 12 xã về đích'.
    const TokenRange figure = islands_.quantities.first_in(tokens)->range;
    if (figure.last < tokens.last && token(figure.last).kind == TokenKind::word) return false;
    for (std::size_t t = figure.first; t > tokens.first && figure.first - t < reach; --t)
        if (token(t - 1).is_mark(':')) return true;
    return false;
}

bool LineShapes::reads_like_prose(std::size_t i) const {
    constexpr std::size_t shortest_by_length = 30, shortest_behind_cue = 12, shortest_with_stop = 14;  // words
    if (line(i).words >= shortest_by_length) return true;
    if (line(i).words >= shortest_behind_cue &&
        (opens(i, Cue::speech) || opens(i, Cue::closing) || opens(i, Cue::occasion)))
        return true;
    return line(i).words >= shortest_with_stop && ends_like_prose(i) && !mostly_capitals(i);
}

// '2024-10-08', '21 Tháng 1 2013'.
std::optional<Date> LineShapes::day_as_of_servers(TokenRange range) const {
    constexpr std::size_t year_digits = 4, most_day_digits = 2;
    const auto digits = [&](std::size_t at, std::size_t most) {
        return token(at).kind == TokenKind::number && token(at).length <= most;
    };
    const auto year = [&](std::size_t at) { return digits(at, year_digits) && token(at).length == year_digits; };
    for (std::size_t t = range.first; t + 3 < range.last; ++t) {
        grammar::DayExpression day;
        if (digits(t, most_day_digits) && token(t + 1).is_word(Keyword::thang) && digits(t + 2, most_day_digits) &&
            year(t + 3))
            day = {std::nullopt, false, number(t), number(t + 2), number(t + 3)};
        else if (t + 4 < range.last && year(t) && token(t + 1).is_mark('-') && digits(t + 2, most_day_digits) &&
                 token(t + 3).is_mark('-') && digits(t + 4, most_day_digits))
            day = {std::nullopt, false, number(t + 4), number(t + 2), number(t)};
        else
            continue;
        if (const auto date = day.resolve(std::nullopt)) return date;
    }
    return american_day(range);
}

// '7/17/2009 9:12:44 AM' as some servers write it.
std::optional<Date> LineShapes::american_day(TokenRange range) const {
    constexpr std::size_t year_digits = 4, most_day_digits = 2;
    bool half_day = false;
    for (std::size_t t = range.first; t < range.last; ++t) {
        const std::string_view text = document_.text_of(t);
        half_day |= text == "AM" || text == "PM";
    }
    if (!half_day) return std::nullopt;
    for (std::size_t t = range.first; t + 4 < range.last; ++t) {
        if (token(t).kind != TokenKind::number || !token(t + 1).is_mark('/') ||
            token(t + 2).kind != TokenKind::number || !token(t + 3).is_mark('/') ||
            token(t + 4).kind != TokenKind::number || token(t + 4).length != year_digits ||
            token(t).length > most_day_digits || token(t + 2).length > most_day_digits)
            continue;
        const grammar::DayExpression day{std::nullopt, false, number(t + 2), number(t), number(t + 4)};
        return day.resolve(std::nullopt);
    }
    return std::nullopt;
}

int LineShapes::number(std::size_t at) const {
    const auto value = grammar::read_number(document_.text_of(at)).value;
    return value ? static_cast<int>(value->to_double()) : 0;
}

bool LineShapes::dated(TokenRange range) const {
    return day_in(range) != nullptr || day_as_of_servers(range).has_value();
}

const PeriodMention* LineShapes::day_in(TokenRange range) const {
    const auto mentions = islands_.periods.in(range);
    const auto day = std::find_if(mentions.begin(), mentions.end(),
                                  [](const PeriodMention& mention) { return mention.day && mention.day->year != 0; });
    return day == mentions.end() ? nullptr : mentions.data() + (day - mentions.begin());
}

bool LineShapes::heading(std::size_t i) const {
    constexpr std::size_t longest = 12;  // words
    const std::size_t s = line(i).first_sentence;
    return line(i).words <= longest && s < line(i).last_sentence &&
           document_.sentences[s].content > document_.sentences[s].tokens.first;
}

}  // namespace tongket
