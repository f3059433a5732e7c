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
    if (line(i).blank()) return false;
    const Token last = token(line(i).tokens.last - 1);
    return last.is_mark('.') || last.is_mark('~') || last.is_mark(';') || last.is_mark(':') || last.is_mark('/') ||
           (last.is_mark('"') && line(i).words > 20) || (last.is_mark(')') && line(i).words > 20);
}

bool LineShapes::bulleted(std::size_t i) const {
    if (line(i).blank()) return false;
    const Token first = token(line(i).tokens.first);
    if (first.has(Token::bullet) && line(i).words > 3) return true;
    const std::size_t s = line(i).first_sentence;
    return s < line(i).last_sentence && document_.sentences[s].content > document_.sentences[s].tokens.first &&
           line(i).words > 3;
}

bool LineShapes::mostly_capitals(std::size_t i) const {
    std::size_t capitals = 0, words = 0;
    for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
        if (token(t).kind != TokenKind::word || token(t).length < 2) continue;
        ++words;
        capitals += token(t).has(Token::all_caps) ? 1 : 0;
    }
    return words >= 3 && capitals * 10 >= words * 8;
}

bool LineShapes::starts_small(std::size_t i) const {
    const Token first = token(line(i).tokens.first);
    return first.kind == TokenKind::word && !first.has(Token::capital);
}

// A picture's file name or placeholder.
bool LineShapes::names_image(std::size_t i) const {
    if (line(i).blank() || line(i).words > 14) return false;
    const std::size_t end = line(i).tokens.last;
    const std::string_view first = document_.text_of(line(i).tokens.first);
    if (line(i).tokens.last - line(i).tokens.first == 1 && (first == "img" || first == "image" || first == "Image"))
        return true;
    if (token(line(i).tokens.first).is_mark('!') && line(i).words == 0) return true;
    for (std::size_t t = std::max(line(i).tokens.first + 1, end - std::min<std::size_t>(end, 2)); t < end; ++t) {
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
    if (line(i).blank()) return false;
    if (line(i).words == 0) return true;
    const CueSet opening = opening_cues(i);
    const bool cue = (opening & (cue_bit(Cue::chrome) | cue_bit(Cue::chrome_end))) != 0;
    if (cue && (line(i).words <= 12 || has_marks_of_chrome(i))) return true;
    if (has(i, Cue::chrome) && (line(i).words <= 6 || has_marks_of_chrome(i)) && !has(i, Cue::hold)) return true;
    return breadcrumb(i);
}

bool LineShapes::has_marks_of_chrome(std::size_t i) const {
    std::size_t marks = 0;
    for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t)
        marks += token(t).is_mark('|') || token(t).is_mark('@') || token(t).is_mark('>') || token(t).is_mark('?') ||
                         token(t).is_mark(':') || token(t).is_mark('_')
                     ? 1
                     : 0;
    return marks >= 1 && line(i).words <= 45 && !has(i, Cue::hold);
}

bool LineShapes::breadcrumb(std::size_t i) const {
    if (line(i).words > 40 || ends_like_prose(i)) return false;
    std::size_t marks = 0, numbers = 0;
    for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
        numbers += token(t).kind == TokenKind::number ? 1 : 0;
        if (token(t).kind != TokenKind::mark) continue;
        marks +=
            token(t).mark == '>' || token(t).mark == '|' || document_.text_of(t) == "»" || document_.text_of(t) == "›"
                ? 1
                : 0;
    }
    // A row of a table has numbers.
    return marks >= 1 && (numbers < 2 || day_in(line(i).tokens) != nullptr);
}

bool LineShapes::reads_like_prose(std::size_t i) const {
    if (line(i).blank()) return false;
    if (line(i).words >= 30) return true;
    if (line(i).words >= 12 && (opens(i, Cue::speech) || opens(i, Cue::closing) || opens(i, Cue::occasion)))
        return true;
    return line(i).words >= 14 && ends_like_prose(i) && !mostly_capitals(i);
}

// '7/17/2009 9:12:44 AM' as some servers write it.
std::optional<Date> LineShapes::american_day(TokenRange range) const {
    bool half_day = false;
    for (std::size_t t = range.first; t < range.last; ++t) {
        const std::string_view text = document_.text_of(t);
        half_day |= text == "AM" || text == "PM";
    }
    if (!half_day) return std::nullopt;
    for (std::size_t t = range.first; t + 4 < range.last; ++t) {
        if (token(t).kind != TokenKind::number || !token(t + 1).is_mark('/') ||
            token(t + 2).kind != TokenKind::number || !token(t + 3).is_mark('/') ||
            token(t + 4).kind != TokenKind::number || token(t + 4).length != 4 || token(t).length > 2 ||
            token(t + 2).length > 2)
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

bool LineShapes::dated(TokenRange range) const { return day_in(range) != nullptr || american_day(range).has_value(); }

const PeriodMention* LineShapes::day_in(TokenRange range) const {
    const auto mentions = islands_.periods.in(range);
    const auto day = std::find_if(mentions.begin(), mentions.end(),
                                  [](const PeriodMention& mention) { return mention.day && mention.day->year != 0; });
    return day == mentions.end() ? nullptr : mentions.data() + (day - mentions.begin());
}

bool LineShapes::heading(std::size_t i) const {
    const std::size_t s = line(i).first_sentence;
    return line(i).words <= 12 && s < line(i).last_sentence &&
           document_.sentences[s].content > document_.sentences[s].tokens.first;
}

}  // namespace tongket
