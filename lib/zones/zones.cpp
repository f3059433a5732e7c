// SPDX-License-Identifier: BSL-1.0
#include "zones/zones.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <tuple>

namespace tongket {
namespace {

using grammar::cue_bit;

// A line's part in the page, before its sentences are looked at.
enum class LineRole : std::uint8_t { blank, chrome, image, title, dateline, caption, lead, body, byline };

class LayoutFinder {
  public:
    LayoutFinder(Document& document, const Islands& islands)
        : document_(document), islands_(islands), roles_(document.lines.size(), LineRole::blank) {
        shapes_.reserve(document.lines.size());
        for (std::size_t i = 0; i < document.lines.size(); ++i) shapes_.push_back(shape_of(i));
    }

    Layout run() {
        find_image_lines();
        find_story();
        if (first_body_ < document_.lines.size()) {
            find_title();
            find_tail();
            label_head();
            find_captions();
            find_leads();
            find_outline();
            label_story();
            merge_passing_failings();
            layout_.story = true;
        }
        find_published();
        write_zones();
        return std::move(layout_);
    }

  private:
    Document& document_;
    const Islands& islands_;
    std::vector<LineRole> roles_;
    Layout layout_;
    // What is asked of a line again and again.
    struct Shape {
        bool image = false;
        bool chrome = false;
        bool prose = false;
    };
    std::vector<Shape> shapes_;   // by line
    std::size_t first_body_ = 0;  // first line of the story proper
    std::size_t last_body_ = 0;   // its last line

    // ---- what lines look like ---------------------------------------------------------------------------------

    [[nodiscard]] const Line& line(std::size_t i) const { return document_.lines[i]; }
    [[nodiscard]] Token token(std::size_t i) const { return document_.token(i); }

    [[nodiscard]] CueSet line_cues(std::size_t i) const { return line(i).cues; }
    [[nodiscard]] CueSet line_opening_cues(std::size_t i) const {
        return line(i).first_sentence < line(i).last_sentence
                   ? document_.sentences[line(i).first_sentence].opening_cues
                   : 0;
    }
    [[nodiscard]] bool opens(std::size_t i, Cue cue) const { return (line_opening_cues(i) & cue_bit(cue)) != 0; }
    [[nodiscard]] bool has(std::size_t i, Cue cue) const { return (line_cues(i) & cue_bit(cue)) != 0; }

    [[nodiscard]] bool ends_like_prose(std::size_t i) const {
        if (line(i).blank()) return false;
        const Token last = token(line(i).tokens.last - 1);
        return last.is_mark('.') || last.is_mark('~') || last.is_mark(';') || last.is_mark(':') ||
               last.is_mark('/') || (last.is_mark('"') && line(i).words > 20) ||
               (last.is_mark(')') && line(i).words > 20);
    }
    [[nodiscard]] bool bulleted(std::size_t i) const {
        if (line(i).blank()) return false;
        const Token first = token(line(i).tokens.first);
        if (first.has(Token::bullet) && line(i).words > 3) return true;
        const std::size_t s = line(i).first_sentence;
        return s < line(i).last_sentence && document_.sentences[s].content > document_.sentences[s].tokens.first &&
               line(i).words > 3;
    }
    [[nodiscard]] bool mostly_capitals(std::size_t i) const {
        std::size_t capitals = 0, words = 0;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
            if (token(t).kind != TokenKind::word || token(t).length < 2) continue;
            ++words;
            capitals += token(t).has(Token::all_caps) ? 1 : 0;
        }
        return words >= 3 && capitals * 10 >= words * 8;
    }
    [[nodiscard]] bool starts_small(std::size_t i) const {
        const Token first = token(line(i).tokens.first);
        return first.kind == TokenKind::word && !first.has(Token::capital);
    }
    // A picture's file name or placeholder.
    [[nodiscard]] bool names_image(std::size_t i) const {
        if (line(i).blank() || line(i).words > 14) return false;
        const std::size_t end = line(i).tokens.last;
        const std::string_view first = document_.text_of(line(i).tokens.first);
        if (line(i).tokens.last - line(i).tokens.first == 1 &&
            (first == "img" || first == "image" || first == "Image"))
            return true;
        if (token(line(i).tokens.first).is_mark('!') && line(i).words == 0) return true;
        for (std::size_t t = std::max(line(i).tokens.first + 1, end - std::min<std::size_t>(end, 2)); t < end; ++t) {
            if (!token(t - 1).is_mark('.')) continue;
            const std::string_view text = document_.text_of(t);
            if (text == "jpg" || text == "JPG" || text == "jpeg" || text == "JPEG" || text == "png" ||
                text == "PNG" || text == "gif" || text == "GIF" || text == "webp" || text == "bmp")
                return true;
        }
        return false;
    }
    [[nodiscard]] bool chrome(std::size_t i) const { return shapes_[i].chrome; }
    [[nodiscard]] bool prose(std::size_t i) const { return shapes_[i].prose; }
    [[nodiscard]] Shape shape_of(std::size_t i) const {
        Shape shape;
        shape.image = names_image(i);
        shape.chrome = looks_like_chrome(i);
        shape.prose = !shape.image && !shape.chrome && reads_like_prose(i);
        return shape;
    }
    [[nodiscard]] bool looks_like_chrome(std::size_t i) const {
        if (line(i).blank()) return false;
        if (line(i).words == 0) return true;
        const CueSet opening = line_opening_cues(i);
        const bool cue = (opening & (cue_bit(Cue::chrome) | cue_bit(Cue::chrome_end))) != 0;
        if (cue && (line(i).words <= 12 || has_marks_of_chrome(i))) return true;
        if (has(i, Cue::chrome) && (line(i).words <= 6 || has_marks_of_chrome(i)) && !has(i, Cue::hold)) return true;
        return breadcrumb(i);
    }
    [[nodiscard]] bool has_marks_of_chrome(std::size_t i) const {
        std::size_t marks = 0;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t)
            marks += token(t).is_mark('|') || token(t).is_mark('@') || token(t).is_mark('>') ||
                             token(t).is_mark('?') || token(t).is_mark(':') || token(t).is_mark('_')
                         ? 1
                         : 0;
        return marks >= 1 && line(i).words <= 45 && !has(i, Cue::hold);
    }
    [[nodiscard]] bool breadcrumb(std::size_t i) const {
        if (line(i).words > 40 || ends_like_prose(i)) return false;
        std::size_t marks = 0, numbers = 0;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
            numbers += token(t).kind == TokenKind::number ? 1 : 0;
            if (token(t).kind != TokenKind::mark) continue;
            marks += token(t).mark == '>' || token(t).mark == '|' || document_.text_of(t) == "»" ||
                             document_.text_of(t) == "›"
                         ? 1
                         : 0;
        }
        // A row of a table has numbers.
        return marks >= 1 && (numbers < 2 || day_in(line(i).tokens) != nullptr);
    }
    [[nodiscard]] bool reads_like_prose(std::size_t i) const {
        if (line(i).blank()) return false;
        if (line(i).words >= 30) return true;
        if (line(i).words >= 12 && (opens(i, Cue::speech) || opens(i, Cue::closing) || opens(i, Cue::occasion)))
            return true;
        return line(i).words >= 14 && ends_like_prose(i) && !mostly_capitals(i);
    }
    // '7/17/2009 9:12:44 AM' as some servers write it.
    [[nodiscard]] std::optional<Date> american_day(TokenRange range) const {
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
    [[nodiscard]] int number(std::size_t at) const {
        const auto value = grammar::read_number(document_.text_of(at)).value;
        return value ? static_cast<int>(value->to_double()) : 0;
    }
    [[nodiscard]] bool dated(TokenRange range) const {
        return day_in(range) != nullptr || american_day(range).has_value();
    }

    [[nodiscard]] const PeriodMention* day_in(TokenRange range) const {
        const auto at = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), range.first,
                                         [](const PeriodMention& m, std::size_t t) { return m.range.first < t; });
        for (auto p = at; p != islands_.periods.end() && p->range.first < range.last; ++p)
            if (p->day && p->day->year != 0) return &*p;
        return nullptr;
    }

    // ---- lines ------------------------------------------------------------------------------------------------

    void find_image_lines() {
        for (std::size_t i = 0; i < roles_.size(); ++i)
            if (shapes_[i].image) roles_[i] = LineRole::image;
    }

    // A report of a conference says so somewhere.
    [[nodiscard]] bool speaks_of_conference() const {
        constexpr CueSet wanted =
            cue_bit(Cue::meeting) | cue_bit(Cue::annual) | cue_bit(Cue::interim) | cue_bit(Cue::briefing);
        return std::any_of(document_.sentences.begin(), document_.sentences.end(),
                           [](const Sentence& s) { return (s.cues & wanted) != 0; });
    }

    void find_story() {
        const std::size_t n = document_.lines.size();
        first_body_ = n;
        if (!speaks_of_conference()) return;
        for (std::size_t i = 0; i < n; ++i) {
            if (!prose(i)) continue;
            first_body_ = i;
            break;
        }
        if (first_body_ == n) {
            // No prose: a headline alone is a story if it speaks of a conference.
            for (std::size_t i = 0; i < n; ++i)
                if (!line(i).blank() && !chrome(i) && has(i, Cue::meeting) && line(i).words >= 8) {
                    first_body_ = i;
                    break;
                }
        }
    }

    [[nodiscard]] int title_score(std::size_t i) const {
        if (line(i).blank() || roles_[i] == LineRole::image || chrome(i)) return -100;
        const std::size_t words = line(i).words;
        if (words < 4 || words > 60) return -100;
        int score = 0;
        const CueSet cues = line_cues(i);
        if ((cues & cue_bit(Cue::meeting)) != 0) score += 2;
        if ((cues & (cue_bit(Cue::annual) | cue_bit(Cue::interim) | cue_bit(Cue::briefing))) != 0) score += 3;
        if ((cues & cue_bit(Cue::plan)) != 0) score += 1;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
            if (token(t).starts(LexiconClass::agency) && token(t).has(Token::capital)) {
                score += 1;
                break;
            }
        }
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t)
            if (token(t).is_word(Keyword::nam) && token(t + 1).kind == TokenKind::number) {
                score += 1;
                break;
            }
        if (words >= 7) score += 1;
        if (mostly_capitals(i)) score += 1;
        if (day_in(line(i).tokens) != nullptr && words < 12) score -= 4;
        if (ends_like_prose(i)) score -= 3;
        if (starts_small(i)) score -= 3;
        return score;
    }

    void find_title() {
        int best_score = -1;
        std::size_t best = document_.lines.size();
        for (std::size_t i = 0; i <= first_body_ && i < document_.lines.size(); ++i) {
            if (i == first_body_ && prose(i)) break;
            const int score = title_score(i);
            if (score >= best_score) {
                best_score = score;
                best = i;
            }
        }
        if (best == document_.lines.size()) return;
        // A repeated headline (once in the page's chrome) counts where the story begins: the last one won already.
        roles_[best] = LineRole::title;
        layout_.title = line(best).tokens;
        // A kicker or a stray word before: 'null <headline>'.
        TokenRange& title = *layout_.title;
        if (document_.text_of(title.first) == "null") ++title.first;
        if (best == first_body_) first_body_ = best + 1;
    }

    // Where the story ends: at 'other news', else after the last prose; then byline, then chrome.
    void find_tail() {
        const std::size_t n = document_.lines.size();
        std::size_t stop = n;
        for (std::size_t i = first_body_ + 1; i < n; ++i) {
            if (opens(i, Cue::chrome_end) && line(i).words <= 10) {
                stop = i;
                break;
            }
        }
        last_body_ = std::min(first_body_, n - 1);
        std::size_t gap = 0;
        for (std::size_t i = first_body_; i < stop; ++i) {
            if (line(i).blank()) continue;
            if (prose(i) || (bulleted(i) && !chrome(i) && gap < 6)) {
                // Prose after a long stretch of chrome is another story or a footer.
                if (gap >= 12) break;
                last_body_ = i;
                gap = 0;
            } else if (!chrome(i) && ends_like_prose(i) && line(i).words >= 6 && gap < 4) {
                last_body_ = i;
                gap = 0;
            } else {
                ++gap;
            }
        }
        // The byline: the first short line after the story that looks like one.
        for (std::size_t i = last_body_ + 1; i < std::min(n, last_body_ + 12); ++i) {
            if (line(i).blank() || roles_[i] == LineRole::image) continue;
            if (looks_like_byline(i)) {
                roles_[i] = LineRole::byline;
                layout_.byline = document_.trimmed(line(i).tokens, "()");
                // 'Nguồn: ...' on the lines behind it.
                for (std::size_t k = i + 1; k < std::min(n, i + 4); ++k)
                    if (!line(k).blank() && opens(k, Cue::byline) && line(k).words <= 14 && looks_like_byline(k))
                        roles_[k] = LineRole::byline;
                break;
            }
            if (chrome(i) || line(i).words > 14 || i >= stop) break;
        }
    }

    [[nodiscard]] bool looks_like_byline(std::size_t i) const {
        const std::size_t words = line(i).words;
        if (words == 0 || words > 14) return false;
        std::size_t first_word = line(i).tokens.first;
        while (first_word + 1 < line(i).tokens.last && token(first_word).kind == TokenKind::mark) ++first_word;
        if ((opens(i, Cue::byline) || document_.match_cue(first_word, Cue::byline)) && !opens(i, Cue::chrome_end)) {
            for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t)
                if (token(t).is_mark(':') || token(t).has(Token::capital)) return true;
        }
        if (opens(i, Cue::chrome_end) || (line_opening_cues(i) & cue_bit(Cue::chrome)) != 0) return false;
        std::size_t capitals = 0, counted = 0, small_run = 0;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
            const Token tk = token(t);
            if (tk.kind == TokenKind::number && tk.has(Token::space_before)) return false;
            if (tk.kind != TokenKind::word) continue;
            ++counted;
            if (tk.has(Token::capital))
                ++capitals;
            else
                ++small_run;
        }
        return counted >= 1 && counted <= 10 && token(first_word).has(Token::capital) &&
               (first_word == line(i).tokens.first || token(line(i).tokens.first).is_mark('(')) &&
               capitals * 2 >= counted && !ends_like_prose_strict(i);
    }
    [[nodiscard]] bool ends_like_prose_strict(std::size_t i) const {
        return token(line(i).tokens.last - 1).is_mark(':') || token(line(i).tokens.last - 1).is_mark(';');
    }

    void label_head() {
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            if (roles_[i] != LineRole::blank || line(i).blank()) continue;
            if (i < first_body_)
                roles_[i] = head_role(i);
            else if (i > last_body_)
                roles_[i] = LineRole::chrome;
            else
                roles_[i] = LineRole::body;
        }
    }

    [[nodiscard]] LineRole head_role(std::size_t i) const {
        if (is_dateline(i)) return LineRole::dateline;
        const bool after_title = layout_.title && line(i).tokens.first > layout_.title->first;
        if (after_title && !chrome(i)) {
            if (is_outlet(i)) return LineRole::dateline;
            if ((line(i).words >= 12 || (line(i).words >= 6 && ends_like_prose(i))) && !breadcrumb(i))
                return LineRole::lead;
            if (after_image(i)) return LineRole::caption;
        }
        return LineRole::chrome;
    }

    [[nodiscard]] bool is_outlet(std::size_t i) const {
        return line(i).words <= 6 && token(line(i).tokens.first).is_mark('(') && !day_in(line(i).tokens);
    }

    [[nodiscard]] bool is_dateline(std::size_t i) const {
        if (line(i).words > 16 || !dated(line(i).tokens)) return false;
        // Dates among menu words or another headline are no dateline.
        std::size_t others = 0;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
            const Token tk = token(t);
            if (tk.kind != TokenKind::word) continue;
            const CueSet cues = document_.cues_at(t);
            if ((cues & (cue_bit(Cue::dateline) | cue_bit(Cue::chrome))) != 0) {
                t += std::max<std::size_t>(document_.match(t, LexiconClass::cue).length, 1) - 1;
                continue;
            }
            if (const PhraseMatch weekday = document_.match(t, LexiconClass::weekday)) {
                t += weekday.length - 1;
                continue;
            }
            if (tk.is_word(Keyword::ngay) || tk.is_word(Keyword::thang) || tk.is_word(Keyword::nam) ||
                tk.has(Token::all_caps) || tk.is_word(Keyword::h) || tk.is_word(Keyword::luc) ||
                tk.is_word(Keyword::gio) || tk.is_word(Keyword::phut))
                continue;
            ++others;
        }
        return others <= 3;
    }

    [[nodiscard]] bool after_image(std::size_t i) const {
        for (std::size_t k = i; k-- > 0;) {
            if (line(k).blank()) continue;
            return roles_[k] == LineRole::image || roles_[k] == LineRole::caption;
        }
        return false;
    }

    // Captions: short lines beside pictures, lines printed twice, lines that name a scene.
    void find_captions() {
        find_occurrences();
        for (std::size_t i = first_body_; i <= last_body_ && i < roles_.size(); ++i) {
            if (roles_[i] != LineRole::body) continue;
            const std::size_t words = line(i).words;
            if (chrome(i) && words <= 12 && !bulleted(i)) {
                roles_[i] = LineRole::chrome;
                continue;
            }
            const Token last = token(line(i).tokens.last - 1);
            const bool stops = last.is_mark('.') || last.is_mark(':') || last.is_mark(';');
            if (bulleted(i) || words > 60 || last.is_mark(':')) continue;
            if (opens(i, Cue::speech) || opens(i, Cue::closing) || opens(i, Cue::occasion)) continue;
            const bool scene =
                has(i, Cue::caption) || has(i, Cue::speech) || has(i, Cue::report) || shows_awarding(i);
            const bool one_sentence = line(i).last_sentence - line(i).first_sentence == 1;
            const bool caption =
                (one_sentence && words <= 30 && scene && names_person_first(i) && ends_at_meeting(i)) ||
                (one_sentence && words <= 45 && another_line_like(i)) ||
                (after_image(i) && (!stops || (scene && words <= 45))) ||
                (!stops && words <= 45 && scene && !mostly_capitals(i) && !heading(i)) ||
                (opens(i, Cue::caption) && words <= 25) || (words <= 45 && !stops && another_line_like(i));
            if (caption) roles_[i] = LineRole::caption;
        }
        // A picture or caption right behind the story's last line belongs to the story.
        for (std::size_t i = last_body_ + 1; i < roles_.size(); ++i) {
            if (line(i).blank() || roles_[i] == LineRole::image) continue;
            if (roles_[i] == LineRole::chrome && line(i).words <= 45 &&
                (opens(i, Cue::caption) || (after_image(i) && has(i, Cue::caption))))
                roles_[i] = LineRole::caption;
            break;
        }
    }

    [[nodiscard]] bool names_person_first(std::size_t i) const {
        const auto p = std::lower_bound(islands_.persons.begin(), islands_.persons.end(), line(i).tokens.first,
                                        [](const PersonMention& m, std::size_t t) { return m.range.first < t; });
        return p != islands_.persons.end() && p->range.first <= line(i).tokens.first + 1;
    }
    [[nodiscard]] bool ends_at_meeting(std::size_t i) const {
        const std::size_t end = line(i).tokens.last;
        for (std::size_t t = end > 4 ? end - 4 : 0; t < end; ++t)
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::meeting)) return true;
        return false;
    }

    [[nodiscard]] bool heading(std::size_t i) const {
        const std::size_t s = line(i).first_sentence;
        return line(i).words <= 12 && s < line(i).last_sentence &&
               document_.sentences[s].content > document_.sentences[s].tokens.first;
    }

    [[nodiscard]] bool shows_awarding(std::size_t i) const {
        bool award = false, verb = false;
        for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence; ++s) {
            award |= document_.sentences[s].has(LexiconClass::award);
            verb |= document_.sentences[s].has(LexiconClass::award_verb);
        }
        return award && verb;
    }

    // Of the words, whatever stands between them.
    [[nodiscard]] std::uint64_t hash(TokenRange range) const {
        constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
        std::uint64_t h = range.last - range.first;
        for (std::size_t t = range.first; t < range.last; ++t) {
            std::string_view text = document_.text_of(t);
            h ^= text.size();
            for (; text.size() > 8; text.remove_prefix(8)) h = (h ^ load<std::uint64_t>(text, 0)) * prime;
            h = (h ^ up_to_eight_bytes(text)) * prime;
            h ^= h >> 29;
        }
        return h;
    }
    template <class Integer>
    [[nodiscard]] static Integer load(std::string_view text, std::size_t at) {
        Integer value = 0;
        std::memcpy(&value, text.data() + at, sizeof value);
        return value;
    }
    // All bytes of a text of one to eight bytes; those in the middle maybe twice.
    [[nodiscard]] static std::uint64_t up_to_eight_bytes(std::string_view text) {
        const std::size_t n = text.size();
        if (n == 8) return load<std::uint64_t>(text, 0);
        if (n >= 4) return load<std::uint32_t>(text, 0) | std::uint64_t{load<std::uint32_t>(text, n - 4)} << 32;
        return static_cast<std::uint8_t>(text[0]) | std::uint64_t{static_cast<std::uint8_t>(text[n / 2])} << 8 |
               std::uint64_t{static_cast<std::uint8_t>(text[n - 1])} << 16;
    }

    // The lines and long sentences of the story that come twice, by their words.
    struct Occurrence {
        std::uint64_t hash;
        std::size_t line;
        bool whole_line;
        TokenRange range;
        bool operator<(const Occurrence& other) const {
            return std::tie(hash, line) < std::tie(other.hash, other.line);
        }
    };
    std::vector<Occurrence> occurrences_;
    std::vector<bool> repeats_;                       // by line: it or a sentence of it is among them
    static constexpr std::size_t long_sentence = 12;  // tokens

    // Tells most ranges apart at a few words' cost, and without a look at their letters.
    [[nodiscard]] std::uint64_t signature(TokenRange range) const {
        constexpr std::size_t looked_at = 3;
        constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
        const std::size_t count = range.last - range.first;
        std::uint64_t h = count;
        const auto add = [&](std::size_t t) {
            h = (h ^ (std::uint64_t{token(t).word} << 16U | token(t).length)) * prime;
            h ^= h >> 29U;
        };
        for (std::size_t k = 0; k < std::min(looked_at, count); ++k) add(range.first + k);
        for (std::size_t k = 0; k < std::min(looked_at, count); ++k) add(range.last - 1 - k);
        return h;
    }

    void find_occurrences() {
        occurrences_.reserve(roles_.size() + document_.sentences.size());
        for (std::size_t i = first_body_; i <= last_body_ && i < roles_.size(); ++i) {
            if (line(i).blank()) continue;
            occurrences_.push_back({signature(line(i).tokens), i, true, line(i).tokens});
            // A line of one sentence is already there.
            if (line(i).last_sentence - line(i).first_sentence < 2) continue;
            for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence; ++s) {
                const TokenRange range = document_.sentences[s].tokens;
                if (range.last - range.first > long_sentence)
                    occurrences_.push_back({signature(range), i, false, range});
            }
        }
        keep_repeated();
        for (Occurrence& o : occurrences_) o.hash = hash(o.range);
        keep_repeated();
        std::sort(occurrences_.begin(), occurrences_.end());
        repeats_.assign(roles_.size(), false);
        for (const Occurrence& o : occurrences_) repeats_[o.line] = true;
    }
    // Drops most of those whose hash no other has: those alone in a table's slot. In the order of the page, for to
    // sort them all first would cost most of this stage on a long one.
    void keep_repeated() {
        std::vector<std::uint8_t> counts(std::bit_ceil(8 * occurrences_.size() + 1));
        const auto count_of = [&](const Occurrence& o) -> std::uint8_t& {
            return counts[(o.hash ^ o.hash >> 32U) & (counts.size() - 1)];
        };
        for (const Occurrence& o : occurrences_) count_of(o) = count_of(o) == 0 ? 1 : 2;
        std::erase_if(occurrences_, [&](const Occurrence& o) { return count_of(o) < 2; });
    }
    [[nodiscard]] bool another_line_like(std::size_t i) const {
        if (!repeats_[i]) return false;
        const std::uint64_t wanted = hash(line(i).tokens);
        auto at = std::lower_bound(occurrences_.begin(), occurrences_.end(), Occurrence{wanted, 0, false, {}});
        std::size_t lines = 0;
        for (; at != occurrences_.end() && at->hash == wanted && lines < 2; ++at) lines += at->whole_line ? 1 : 0;
        return lines > 1;
    }
    [[nodiscard]] bool comes_later(TokenRange range, std::size_t i) const {
        if (!repeats_[i]) return false;
        const std::uint64_t wanted = hash(range);
        const auto at = std::upper_bound(occurrences_.begin(), occurrences_.end(), Occurrence{wanted, i, false, {}});
        return at != occurrences_.end() && at->hash == wanted;
    }

    // Paragraphs that come again later, or else a summary before the story proper opens.
    void find_leads() {
        if (occurrences_.empty()) return find_summary();
        occurrences_.erase(std::remove_if(occurrences_.begin(), occurrences_.end(),
                                          [&](const Occurrence& o) { return roles_[o.line] != LineRole::body; }),
                           occurrences_.end());
        bool any = false;
        for (std::size_t i = first_body_; i <= last_body_ && i < roles_.size(); ++i) {
            if (roles_[i] != LineRole::body) continue;
            bool repeated = comes_later(line(i).tokens, i);
            for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence && !repeated; ++s) {
                const TokenRange range = document_.sentences[s].tokens;
                repeated = range.last - range.first > long_sentence && comes_later(range, i);
            }
            if (!repeated) break;
            roles_[i] = LineRole::lead;
            any = true;
        }
        if (!any) find_summary();
    }

    // Paragraphs before the one that opens with the conference's day are a summary.
    void find_summary() {
        std::vector<std::size_t> before;
        for (std::size_t i = first_body_; i <= last_body_ && i < roles_.size() && before.size() < 3; ++i) {
            if (roles_[i] != LineRole::body) continue;
            const bool convenes =
                has(i, Cue::hold) && (has(i, Cue::meeting) || has(i, Cue::annual) || has(i, Cue::interim));
            if (convenes && day_opens(i)) {
                for (const std::size_t k : before) roles_[k] = LineRole::lead;
                return;
            }
            if (line(i).words > 90 || has(i, Cue::attend) || bulleted(i)) return;
            before.push_back(i);
        }
    }

    [[nodiscard]] bool day_opens(std::size_t i) const {
        const std::size_t begin = line(i).tokens.first;
        const auto at = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), begin,
                                         [](const PeriodMention& m, std::size_t t) { return m.range.first < t; });
        return at != islands_.periods.end() && at->day && at->range.first <= begin + 8;
    }

    void find_outline() {
        std::vector<TokenRange> where;
        if (layout_.title) where.push_back(*layout_.title);
        std::size_t taken = 0;
        for (std::size_t i = first_body_; i < roles_.size() && taken < 3; ++i) {
            if (roles_[i] != LineRole::body && roles_[i] != LineRole::lead) continue;
            for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence && taken < 3; ++s) {
                if (!document_.sentences[s].has(Cue::meeting) && !document_.sentences[s].has(Cue::annual) &&
                    !document_.sentences[s].has(Cue::interim))
                    continue;
                where.push_back(document_.sentences[s].tokens);
                ++taken;
            }
        }
        layout_.outline = outline(document_, islands_, where);
    }

    // ---- the story's sentences --------------------------------------------------------------------------------

    struct Features {
        bool period_reviewed = false;  ///< opens with the period reviewed
        bool period_planned = false;   ///< opens with the period planned
        bool plan_opens = false;       ///< the period planned stands at the sentence's head
        bool review_opens = false;
        bool convenes = false;
        bool attends = false;
        bool award = false;
        bool award_count = false;
        bool verb = false;  ///< an award verb
        bool person = false;
        bool person_first = false;
        bool failing = false;
        bool figures = false;  ///< two quantities or more
    };

    [[nodiscard]] Features features(const Sentence& s) const {
        Features f;
        const bool reviews = s.has(Cue::annual) || s.has(Cue::interim);
        f.convenes = (s.has(Cue::hold) && (s.has(Cue::meeting) || reviews)) || (reviews && held_on_a_day(s));
        f.attends = s.has(Cue::attend) || s.has(Cue::chair);
        const bool award = s.has(LexiconClass::award), verb = s.has(LexiconClass::award_verb);
        bool recipient = false;
        for (std::size_t t = s.tokens.first + 1; t < s.tokens.last && award && s.has(LexiconClass::recipient); ++t)
            recipient |= token(t).starts(LexiconClass::recipient) && token(t - 1).kind == TokenKind::number;
        f.award = award && verb;
        f.verb = verb;
        f.award_count = award && recipient;
        const auto person = std::lower_bound(islands_.persons.begin(), islands_.persons.end(), s.tokens.first,
                                             [](const PersonMention& m, std::size_t t) { return m.range.first < t; });
        f.person = person != islands_.persons.end() && person->range.first < s.tokens.last;
        f.person_first = f.person && person->range.first <= s.content + 1;
        f.failing = s.has(Cue::failing);
        const auto quantity =
            std::lower_bound(islands_.quantities.begin(), islands_.quantities.end(), s.tokens.first,
                             [](const QuantityMention& m, std::size_t t) { return m.range.first < t; });
        f.figures = islands_.quantities.end() - quantity >= 2 && (quantity + 1)->range.first < s.tokens.last;
        for (auto p = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), s.tokens.first,
                                       [](const PeriodMention&m, std::size_t t) { return m.range.first < t; });
             p != islands_.periods.end() && p->range.first < std::min<std::size_t>(s.tokens.last, s.content + 10);
             ++p) {
            const auto period = p->period.resolve(
                layout_.outline.reviews ? std::optional<int>(layout_.outline.reviews->year) : std::nullopt);
            if (!period || p->day) continue;
            // 'Đề án giai đoạn 2021-2025' is no plan of the coming period.
            if (period->kind == Period::Kind::years && layout_.outline.reviews &&
                layout_.outline.reviews->kind != Period::Kind::years)
                continue;
            const bool later = layout_.outline.reviews && layout_.outline.reviews->last_day() < period->first_day();
            const bool opens =
                p->range.first <= s.content + (period->kind == Period::Kind::years || s.has(Cue::tasks) ? 5 : 2);
            if (later || (layout_.outline.plans && same_span(*period, *layout_.outline.plans))) {
                f.period_planned = true;
                f.plan_opens |= opens && !f.review_opens;
            } else if (layout_.outline.reviews && same_span(*period, *layout_.outline.reviews)) {
                f.period_reviewed = true;
                f.review_opens |= opens && !f.plan_opens;
            }
        }
        return f;
    }
    [[nodiscard]] static bool same_span(const Period& a, const Period& b) {
        return a == b || (a.year == b.year && a.kind == b.kind && a.index == b.index);
    }

    // 'Ngày 12/1, Hội Tin học tỉnh tổng kết ...'
    [[nodiscard]] bool held_on_a_day(const Sentence& s) const {
        const auto p = std::lower_bound(islands_.periods.begin(), islands_.periods.end(), s.tokens.first,
                                        [](const PeriodMention& m, std::size_t t) { return m.range.first < t; });
        return p != islands_.periods.end() && p->day && p->range.first <= s.content + 2;
    }
    // What has been done: 'đã', 'hiện có', without 'sẽ'.
    [[nodiscard]] bool looks_back(const Sentence& s) const {
        bool done = false;
        for (std::size_t t = s.content; t < std::min<std::size_t>(s.tokens.last, s.content + 40); ++t) {
            if (token(t).is_word(Keyword::se)) return false;
            done |= token(t).is_word(Keyword::da) || token(t).is_word(Keyword::hien);
        }
        return done;
    }

    [[nodiscard]] ZoneKind next_zone(ZoneKind now, const Sentence& s, bool line_start, bool is_bullet) const {
        const Features f = features(s);
        const Token end = token(s.tokens.last - 1);
        const bool labelled = line_start && s.content > s.tokens.first && !token(s.tokens.first).has(Token::bullet);
        const bool heading =
            line_start &&
            ((labelled && s.tokens.last - s.tokens.first <= 24 && !end.is_mark('.') && !end.is_mark(';')) ||
             (s.tokens.last - s.tokens.first <= 16 && (end.is_mark(':') || shouted(s))));
        const bool in_list = is_bullet && !heading;
        const bool fails = f.failing || (s.opens_with(Cue::adversative) && weakly(s)) ||
                           (s.has(Cue::shortcomings) && announces_failings(s));
        if (now == ZoneKind::opening) {
            const bool spoken = s.has(Cue::speech) || (s.has(Cue::say) && person_says(s));
            if ((f.convenes || f.attends || f.person_first) && !s.opens_with(Cue::speech) && (f.attends || !spoken) &&
                !(reports(s) && f.period_reviewed))
                return ZoneKind::opening;
        }
        if (s.opens_with(Cue::told) && s.has(Cue::meeting)) return ZoneKind::opening;
        // Honours.
        if (f.award && (s.opens_with(Cue::occasion) || f.award_count) && now != ZoneKind::opening && !in_list &&
            !s.has(Cue::launch))
            return ZoneKind::awards;
        if (s.opens_with(Cue::occasion) && (f.award || f.verb)) return ZoneKind::awards;
        if (now == ZoneKind::awards && f.award) return ZoneKind::awards;
        // What a report tells is a result, whoever reads it.
        if (line_start && !in_list && reports(s) && !s.opens_with(Cue::speech) && now != ZoneKind::tasks &&
            !f.convenes && !s.has(Cue::request))
            return fails && announces_failings(s) ? ZoneKind::shortcomings : ZoneKind::achievements;
        // Speeches.
        if (!in_list && !heading && (s.opens_with(Cue::speech) || s.opens_with(Cue::closing)) && !discussion(s))
            return ZoneKind::speech;
        if (!in_list && f.person && s.has(Cue::launch)) return ZoneKind::speech;
        if (!in_list && f.person && (s.has(Cue::speech) || (s.has(Cue::say) && person_says(s))) && !reports(s))
            return ZoneKind::speech;
        if (!in_list && discussion(s)) return ZoneKind::other;
        if (now == ZoneKind::speech && !leaves_speech(s, f, line_start, in_list, heading)) return ZoneKind::speech;
        // Plans.
        if (in_list && f.plan_opens && now != ZoneKind::tasks && (s.has(Cue::tasks) || s.has(Cue::future)))
            return ZoneKind::tasks;
        if (!in_list && !s.opens_with(Cue::shortcomings)) {
            if (f.plan_opens && now != ZoneKind::opening && !f.convenes) return ZoneKind::tasks;
            if (f.period_planned && s.has(Cue::tasks) && (f.plan_opens || line_start) && !f.convenes)
                return ZoneKind::tasks;
            if (heading && (s.has(Cue::future) || f.period_planned) && !f.period_reviewed &&
                !s.has(Cue::achievements) && !s.has(Cue::shortcomings))
                return ZoneKind::tasks;
            if (line_start && !heading && has_future(s) && s.has(Cue::tasks) && !f.period_reviewed &&
                !s.has(Cue::report) && !looks_back(s))
                return ZoneKind::tasks;
            if (!line_start && s.opens_with(Cue::future) && s.has(Cue::tasks) && f.period_planned && !looks_back(s))
                return ZoneKind::tasks;
        }
        // Failings.
        if (now != ZoneKind::tasks && now != ZoneKind::awards && s.opens_with(Cue::shortcomings) &&
            (fails || heading))
            return ZoneKind::shortcomings;
        if (now != ZoneKind::tasks && now != ZoneKind::awards && !in_list && announces_failings(s))
            return ZoneKind::shortcomings;
        if (heading && s.has(Cue::shortcomings)) return ZoneKind::shortcomings;
        // Results.
        if (line_start && !in_list && (f.review_opens || (f.period_reviewed && now != ZoneKind::tasks)) &&
            !f.convenes)
            return ZoneKind::achievements;
        if (heading && (s.has(Cue::achievements) || f.period_reviewed)) return ZoneKind::achievements;
        if (now == ZoneKind::shortcomings && line_start && !fails && !in_list &&
            (heading || s.opens_with(Cue::field)) && !s.has(Cue::shortcomings))
            return ZoneKind::achievements;
        if (now == ZoneKind::shortcomings && !line_start && !fails &&
            (f.period_reviewed || s.opens_with(Cue::field) || f.figures))
            return ZoneKind::achievements;
        if (now == ZoneKind::opening) return ZoneKind::achievements;
        if (now == ZoneKind::awards)
            return f.award || f.award_count || f.verb || in_list ? ZoneKind::awards : ZoneKind::other;
        return now;
    }

    // 'Tuy nhiên, ... mới đạt 56%', '... chỉ chiếm 6,8%'.
    [[nodiscard]] bool weakly(const Sentence& s) const {
        for (std::size_t t = s.content; t < s.tokens.last; ++t) {
            const std::string_view text = document_.text_of(t);
            if (text == "mới" || text == "chỉ" || text == "còn" || text == "chưa") return true;
        }
        return false;
    }

    // A heading in capitals.
    [[nodiscard]] bool shouted(const Sentence& s) const {
        std::size_t capitals = 0, words = 0;
        for (std::size_t t = s.content; t < s.tokens.last; ++t) {
            if (token(t).kind != TokenKind::word) continue;
            ++words;
            capitals += token(t).has(Token::all_caps) || token(t).length == 1 ? 1 : 0;
        }
        return words >= 2 && capitals == words;
    }
    // 'chỉ ra một số tồn tại: ...', 'hạn chế của 9 tháng là ...': the word for failings close to the sentence's
    // start, followed by what they are.
    [[nodiscard]] bool announces_failings(const Sentence& s) const {
        if (!s.has(Cue::shortcomings)) return false;
        for (std::size_t t = s.content; t < std::min<std::size_t>(s.tokens.last, s.content + 16); ++t) {
            if (!token(t).starts(LexiconClass::cue)) continue;
            const PhraseMatch cue = document_.match_cue(t, Cue::shortcomings);
            if (!cue) continue;
            if (t > 0 && token(t - 1).starts(LexiconClass::cue) && document_.match_cue(t - 1, Cue::overcome))
                continue;
            for (std::size_t k = t + cue.length; k < std::min(s.tokens.last, t + cue.length + 8); ++k)
                if (token(k).is_mark(':') || (token(k).is_word(Keyword::la) && s.has(Cue::failing)) ||
                    (token(k).is_mark('.') && s.opens_with(Cue::shortcomings)))
                    return true;
        }
        return false;
    }
    // A speech ends where a paragraph opens another matter by its period or as a heading.
    [[nodiscard]] bool leaves_speech(const Sentence& s, const Features& f, bool line_start, bool in_list,
                                     bool heading) const {
        if (!line_start || in_list) return false;
        if (heading)
            return s.has(Cue::tasks) || s.has(Cue::future) || s.has(Cue::shortcomings) || s.has(Cue::achievements) ||
                   shouted(s);
        if (s.has(Cue::request) && f.person) return false;
        if ((f.plan_opens || f.review_opens) && !s.has(Cue::request)) return true;
        return s.opens_with(Cue::shortcomings) && f.failing && !s.has(Cue::request);
    }

    // 'trong thời gian tới', 'sẽ', 'phát huy những kết quả'.
    [[nodiscard]] bool has_future(const Sentence& s) const {
        for (std::size_t t = s.content; t < std::min<std::size_t>(s.tokens.last, s.content + 30); ++t)
            if (token(t).is_word(Keyword::se) ||
                (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::future)))
                return true;
        return false;
    }
    // The subject of 'nhấn mạnh', 'yêu cầu' is a person: one stands before the verb.
    [[nodiscard]] bool person_says(const Sentence& s) const {
        auto p = std::lower_bound(islands_.persons.begin(), islands_.persons.end(), s.tokens.first,
                                  [](const PersonMention& m, std::size_t t) { return m.range.first < t; });
        for (; p != islands_.persons.end() && p->range.first < s.tokens.last; ++p) {
            if (p->range.first > s.content + 12) return false;
            for (std::size_t t = p->range.last; t < std::min(s.tokens.last, p->range.last + 10); ++t)
                if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::say)) return true;
        }
        return false;
    }
    // Somebody who only reads the report out does not speak for himself.
    [[nodiscard]] static bool reports(const Sentence& s) { return s.has(Cue::report); }
    [[nodiscard]] bool discussion(const Sentence& s) const {
        if (!s.has(Cue::discussion)) return false;
        std::size_t count = 0;
        std::size_t first = s.tokens.last;
        for (std::size_t t = s.content; t < s.tokens.last; ++t)
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::discussion)) {
                ++count;
                first = std::min(first, t);
            }
        if (count == 0 || reports(s)) return false;
        if (s.opens_with(Cue::at_meeting) && first <= s.content + 30) return true;
        return first <= s.content + 6 && (count >= 2 || s.opens_with(Cue::discussion));
    }

    // One failing told amid results stays with them; the statement itself is found by its words.
    void merge_passing_failings() {
        auto& sentences = document_.sentences;
        for (std::size_t s = 1; s + 1 < sentences.size(); ++s) {
            if (sentences[s].zone != ZoneKind::shortcomings || sentences[s - 1].zone == ZoneKind::shortcomings)
                continue;
            if (sentences[s + 1].zone == ZoneKind::achievements && sentences[s - 1].zone == ZoneKind::achievements &&
                sentences[s - 1].line == sentences[s].line)
                sentences[s].zone = ZoneKind::achievements;
        }
    }

    void label_story() {
        ZoneKind now = ZoneKind::opening;
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence; ++s) {
                Sentence& sentence = document_.sentences[s];
                switch (roles_[i]) {
                    case LineRole::title:
                        sentence.zone = ZoneKind::title;
                        break;
                    case LineRole::dateline:
                        sentence.zone = ZoneKind::dateline;
                        break;
                    case LineRole::caption:
                        sentence.zone = ZoneKind::caption;
                        break;
                    case LineRole::lead:
                        sentence.zone = s == line(i).first_sentence && glued_caption(i) && !comes_again(s)
                                            ? ZoneKind::caption
                                            : ZoneKind::lead;
                        break;
                    case LineRole::byline:
                        sentence.zone = ZoneKind::byline;
                        break;
                    case LineRole::body:
                        if (s == line(i).first_sentence && glued_caption(i)) {
                            sentence.zone = ZoneKind::caption;
                            break;
                        }
                        now = next_zone(now, sentence, s == line(i).first_sentence, bulleted(i));
                        sentence.zone = now;
                        break;
                    default:
                        sentence.zone = ZoneKind::boilerplate;
                }
            }
        }
    }

    [[nodiscard]] bool comes_again(std::size_t s) const {
        const std::uint64_t wanted = hash(document_.sentences[s].tokens);
        for (std::size_t k = s + 1; k < std::min(document_.sentences.size(), s + 40); ++k)
            if (hash(document_.sentences[k].tokens) == wanted) return true;
        return false;
    }

    // 'Đ/c ... cho Sở TT&TT Bắc GiangNgày 17/01/2009': the first sentence has no stop and the next opens a paragraph.
    [[nodiscard]] bool glued_caption(std::size_t i) const {
        if (line(i).last_sentence - line(i).first_sentence < 2) return false;
        const Sentence& first = document_.sentences[line(i).first_sentence];
        const Sentence& second = document_.sentences[line(i).first_sentence + 1];
        const Token end = token(first.tokens.last - 1);
        return end.kind == TokenKind::word && !token(second.tokens.first).has(Token::space_before);
    }

    // ---- publication ------------------------------------------------------------------------------------------

    void find_published() {
        std::size_t best = roles_.size();
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            if (roles_[i] != LineRole::dateline || !dated(line(i).tokens)) continue;
            // The first behind the headline; a clock above it only where there is no other.
            const bool behind = layout_.title && line(i).tokens.first > layout_.title->first;
            if (best == roles_.size() || (behind && line(best).tokens.first < layout_.title->first)) best = i;
        }
        for (std::size_t i = 0; i < roles_.size(); ++i)
            if (roles_[i] == LineRole::dateline && i != best && dated(line(i).tokens)) relabel(i, LineRole::chrome);
        if (best == roles_.size()) return;
        const TokenRange range = line(best).tokens;
        Published published;
        const auto time = time_of(range);
        auto date = american_day(range);
        if (!date) date = day_in(range)->day->resolve(std::nullopt);
        if (!date) return;
        published.date = *date;
        if (time) published.time = *time;
        published.span = document_.span(document_.trimmed(range, "()|-"));
        layout_.published = published;
    }

    void relabel(std::size_t i, LineRole role) {
        roles_[i] = role;
        for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence; ++s)
            document_.sentences[s].zone = ZoneKind::boilerplate;
    }

    // HH:MM(:SS), maybe with AM or PM; 9h30.
    [[nodiscard]] std::optional<TimeOfDay> time_of(TokenRange range) const {
        for (std::size_t t = range.first; t + 2 <= range.last; ++t) {
            if (token(t).kind != TokenKind::number || token(t).length > 2) continue;
            const bool colon = token(t + 1).is_mark(':') || token(t + 1).is_word(Keyword::h);
            if (!colon || token(t + 2).kind != TokenKind::number || token(t + 2).length != 2) continue;
            int hour = number(t);
            const int minute = number(t + 2);
            for (std::size_t k = t + 3; k < std::min(range.last, t + 7); ++k) {
                const std::string_view text = document_.text_of(k);
                if ((text == "PM" || text == "pm") && hour < 12) hour += 12;
                if ((text == "AM" || text == "am") && hour == 12) hour = 0;
            }
            if (hour > 23 || minute > 59) continue;
            return TimeOfDay{static_cast<std::uint8_t>(hour), static_cast<std::uint8_t>(minute)};
        }
        return std::nullopt;
    }

    // ---- zones ------------------------------------------------------------------------------------------------

    // 'YênBái' as outlets write themselves.
    [[nodiscard]] bool inner_capital(std::size_t at) const {
        const std::string_view text = document_.text_of(at);
        for (std::size_t i = 1; i < text.size();) {
            const auto c = grammar::decode(text, i);
            if (grammar::fold(c.value).upper) return true;
            i += c.length;
        }
        return false;
    }

    // '(Mic.gov.vn) - ' before the first sentence, or alone on its line.
    void find_outlet(std::vector<std::pair<std::size_t, ZoneKind>>& starts) {
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            if (line(i).blank() ||
                (roles_[i] != LineRole::body && roles_[i] != LineRole::lead && roles_[i] != LineRole::dateline))
                continue;
            const TokenRange range = line(i).tokens;
            std::size_t t = range.first;
            if (token(t).is_mark('-') && i == first_body_ && t + 1 < range.last) {
                // '- Ngày 14/1': a stray dash before the story.
                return;
            }
            if (token(t).is_mark('(')) {
                std::size_t close = t;
                while (close < std::min(range.last, t + 9) && !token(close).is_mark(')')) ++close;
                if (close < range.last && token(close).is_mark(')') && close > t + 1 && !day_in({t, close})) {
                    layout_.outlet = TokenRange{t + 1, close};
                    std::size_t after = close + 1;
                    if (after < range.last && token(after).is_mark('-')) ++after;
                    if (roles_[i] != LineRole::dateline && after < range.last) {
                        starts.emplace_back(token(t).begin, ZoneKind::dateline);
                        starts.emplace_back(token(after).begin,
                                            ZoneKind{document_.sentences[document_.sentence_of(after)].zone});
                    }
                    return;
                }
            } else if (roles_[i] != LineRole::dateline) {
                // 'TTH.VN - Sáng 5/1', 'GD&TĐ - ': capitals, then a spaced dash.
                std::size_t k = t;
                while (k < std::min(range.last, t + 5) &&
                       (token(k).kind == TokenKind::word
                            ? token(k).has(Token::all_caps) || document_.text_of(k) == "vn"
                            : token(k).is_mark('.') || token(k).is_mark('&')))
                    ++k;
                if (k == t && inner_capital(k)) ++k;
                // 'Sở TTTT BĐ - Sáng ngày ...'
                for (std::size_t dash = t + 1; dash + 1 < std::min(range.last, t + 10); ++dash)
                    if (token(dash).is_mark('-') && token(dash + 1).has(Token::capital) &&
                        (token(dash + 1).is_word(Keyword::sang) || token(dash + 1).is_word(Keyword::ngay) ||
                         token(dash + 1).is_word(Keyword::chieu) || token(dash + 1).is_word(Keyword::toi)))
                        k = dash;
                if (k > t && k + 1 < range.last && token(k).is_mark('-') && token(k + 1).has(Token::space_before)) {
                    layout_.outlet = TokenRange{t, k};
                    starts.emplace_back(token(t).begin, ZoneKind::dateline);
                    starts.emplace_back(token(k + 1).begin,
                                        ZoneKind{document_.sentences[document_.sentence_of(k + 1)].zone});
                }
                return;
            }
        }
    }

    // '04/01/2024 | Lượt xem: 113': what follows the time on the line is chrome.
    void cut_datelines(std::vector<std::pair<std::size_t, ZoneKind>>& starts) const {
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            if (roles_[i] != LineRole::dateline || !dated(line(i).tokens)) continue;
            bool date_seen = false;
            for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
                date_seen |= token(t).kind == TokenKind::number;
                if (!date_seen || token(t).kind != TokenKind::word) continue;
                const bool chrome_word = (document_.cues_at(t) & cue_bit(Cue::chrome)) != 0 ||
                                         (token(t).length == 1 && t + 1 < line(i).tokens.last &&
                                          token(t + 1).is_mark('-') && document_.text_of(t) == "A");
                if (!chrome_word) continue;
                std::size_t from = t;
                if (from > line(i).tokens.first && token(from - 1).kind == TokenKind::mark &&
                    !token(from - 1).is_mark(')') && !token(from - 1).is_mark(']'))
                    --from;
                starts.emplace_back(token(from).begin, ZoneKind::boilerplate);
                break;
            }
        }
    }

    void write_zones() {
        const std::size_t size = document_.source().size();
        if (size == 0) return;
        std::vector<std::pair<std::size_t, ZoneKind>> starts;
        for (const Sentence& sentence : document_.sentences)
            starts.emplace_back(token(sentence.tokens.first).begin,
                                layout_.story || first_body_ < roles_.size() ? sentence.zone : ZoneKind::boilerplate);
        if (first_body_ < roles_.size()) {
            cut_datelines(starts);
            find_outlet(starts);
        }
        if (!document_.complete()) starts.emplace_back(document_.read_to(), ZoneKind::boilerplate);
        // The outlet cuts its sentence in two: of two starts at one place the later wins.
        std::stable_sort(starts.begin(), starts.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        ZoneKind previous = ZoneKind::boilerplate;
        for (std::size_t k = 0; k < starts.size(); ++k) {
            if (k + 1 < starts.size() && starts[k + 1].first == starts[k].first) continue;
            const auto [at, kind] = starts[k];
            if (layout_.zones.empty()) {
                layout_.zones.push_back({kind, {0, 0}});
            } else if (kind != previous) {
                const std::size_t place = document_.to_source(at);
                layout_.zones.back().span.end = place;
                layout_.zones.push_back({kind, {place, place}});
            }
            previous = kind;
        }
        if (layout_.zones.empty()) layout_.zones.push_back({ZoneKind::boilerplate, {0, 0}});
        layout_.zones.back().span.end = size;
    }
};

}  // namespace

Layout lay_out(Document& document, const Islands& islands) { return LayoutFinder(document, islands).run(); }

}  // namespace tongket
