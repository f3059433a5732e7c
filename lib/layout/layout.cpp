// SPDX-License-Identifier: BSL-1.0
#include "layout/layout.hpp"

#include <algorithm>
#include <utility>

#include <tongket/grammar/agency.hpp>

#include "layout/captions.hpp"

namespace tongket {
namespace {

using grammar::cue_bit;

// Lengths of lines, in words.
constexpr std::size_t shortest_title = 4, longest_title = 60;
constexpr std::size_t shortest_sentence = 6;  // with its stop
constexpr std::size_t shortest_lead = 12;     // without one
constexpr std::size_t longest_byline = 14, longest_outlet = 6, longest_dateline = 16;

// How well a line serves as the headline, in points.
namespace title_points {
constexpr int none = -100;  // for what cannot be one
constexpr int least = -1;
constexpr int meeting = 2, kind = 3, plan = 1, agency = 1, year = 1, long_enough = 1, capitals = 1;
constexpr int short_with_day = -4, like_prose = -3, starts_small = -3, site_name = -4;
}  // namespace title_points

class LayoutFinder {
  public:
    LayoutFinder(const Document& document, const Islands& islands, const LineShapes& shapes)
        : document_(document), islands_(islands), shapes_(shapes) {
        layout_.roles.assign(document.lines.size(), LineRole::blank);
        layout_.repeated.assign(document.lines.size(), false);
    }

    Layout run() {
        find_image_lines();
        find_story();
        if (layout_.story()) {
            find_list_above();
            find_title();
            find_second_report();
            find_tail();
            label_head();
        }
        return std::move(layout_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    const LineShapes& shapes_;
    Layout layout_;
    bool figures_tell_ = false;  // no line is prose, and those with figures are what is told

    [[nodiscard]] const Line& line(std::size_t i) const { return document_.lines[i]; }
    [[nodiscard]] Token token(std::size_t i) const { return document_.token(i); }

    void find_image_lines() {
        for (std::size_t i = 0; i < layout_.roles.size(); ++i)
            if (shapes_.image(i)) layout_.roles[i] = LineRole::image;
    }

    void find_story() {
        constexpr std::size_t shortest_alone = 8;  // words
        constexpr std::size_t few_lines = 3;
        constexpr std::size_t least_telling = 3;  // one line in so many
        const std::size_t n = document_.lines.size();
        layout_.first_body = n;
        for (std::size_t i = 0; i < n; ++i) {
            if (!shapes_.prose(i)) continue;
            layout_.first_body = i;
            break;
        }
        if (layout_.first_body < n) return;
        // No prose: a headline alone is a story if it speaks of a conference, a lone sentence if it gives figures,
        // and so are lines of which many do.
        layout_.prose = false;
        std::size_t lines = 0, telling = 0, of_site = 0;
        for (std::size_t i = 0; i < n; ++i) {
            if (line(i).blank()) continue;
            ++lines;
            const bool tells = shapes_.tells_figures(i);
            telling += tells ? 1 : 0;
            of_site += !tells && shapes_.chrome(i) ? 1 : 0;
        }
        const bool few = lines <= few_lines, list = telling * least_telling >= lines && telling > of_site;
        figures_tell_ = few || list;
        for (std::size_t i = 0; i < n; ++i) {
            if (line(i).blank() || layout_.roles[i] == LineRole::image) continue;
            const bool figures = islands_.quantities.any_in(line(i).tokens) || (few && doubted(line(i).tokens));
            // A sentence on its own has no site around it whose words these could be: 'Điện thoại: 120 máy; ...'.
            const bool alone = figures && few && shapes_.ends_like_prose(i) && !shapes_.opens(i, Cue::chrome) &&
                               !shapes_.opens(i, Cue::chrome_end);
            const bool tells = list && shapes_.tells_figures(i);
            if (shapes_.chrome(i) && !alone && !tells) continue;
            const bool headline = shapes_.has(i, Cue::meeting) && line(i).words >= shortest_alone;
            const bool sentence = figures && (shapes_.ends_like_prose(i) || few);
            if (!headline && !sentence && !tells) continue;
            layout_.first_body = i;
            break;
        }
    }

    // A list of figures right above the first paragraph is a part of the story, with the line that opens it.
    void find_list_above() {
        constexpr std::size_t shortest_list = 2;  // lines
        std::size_t items = layout_.prose ? 0 : shortest_list, top = layout_.first_body;
        for (std::size_t i = layout_.first_body; i-- > 0;) {
            if (line(i).blank()) continue;
            if (shapes_.lists_figures(i)) {
                ++items;
                top = i;
                continue;
            }
            if (opens_list(i)) top = i;
            break;
        }
        if (items >= shortest_list) layout_.first_body = top;
    }
    [[nodiscard]] bool opens_list(std::size_t i) const {
        return token(line(i).tokens.last - 1).is_mark(':') && !shapes_.chrome(i);
    }

    // Whether a number stands there that has no value.
    [[nodiscard]] bool doubted(TokenRange range) const {
        return std::any_of(islands_.doubts.begin(), islands_.doubts.end(), [&](const NumberDoubt& doubt) {
            return range.first <= doubt.range.first && doubt.range.first < range.last;
        });
    }

    [[nodiscard]] int title_score(std::size_t i) const {
        namespace points = title_points;
        constexpr std::size_t fair_length = 7, shortest_with_day = 12;  // words
        if (line(i).blank() || layout_.roles[i] == LineRole::image || shapes_.chrome(i)) return points::none;
        const std::size_t words = line(i).words;
        if (words < shortest_title || words > longest_title) return points::none;
        int score = 0;
        const CueSet cues = line(i).cues;
        if ((cues & cue_bit(Cue::meeting)) != 0) score += points::meeting;
        if ((cues & (cue_bit(Cue::annual) | cue_bit(Cue::interim) | cue_bit(Cue::briefing))) != 0)
            score += points::kind;
        if ((cues & cue_bit(Cue::plan)) != 0) score += points::plan;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
            if (token(t).starts(LexiconClass::agency) && token(t).has(Token::capital)) {
                score += points::agency;
                break;
            }
        }
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t)
            if (token(t).is_word(Keyword::nam) && token(t + 1).kind == TokenKind::number) {
                score += points::year;
                break;
            }
        if (words >= fair_length) score += points::long_enough;
        if (shapes_.mostly_capitals(i)) score += points::capitals;
        if (shapes_.day_in(line(i).tokens) != nullptr && words < shortest_with_day) score += points::short_with_day;
        if (shapes_.ends_like_prose(i)) score += points::like_prose;
        if (shapes_.starts_small(i)) score += points::starts_small;
        if (names_site(i)) score += points::site_name;
        return score;
    }

    // 'CỤC HẢI QUAN TỈNH LONG AN': an agency's name and nothing else, or what stands above the site's menu.
    [[nodiscard]] bool names_site(std::size_t i) const {
        if (line(i).cues != 0 || !shapes_.mostly_capitals(i)) return false;
        const TokenRange tokens = line(i).tokens;
        if (token(tokens.first).starts(LexiconClass::agency) &&
            grammar::agency_end(document_.stream(), tokens.first) == tokens.last)
            return true;
        std::size_t next = i + 1;
        while (next < document_.lines.size() && line(next).blank()) ++next;
        return next < document_.lines.size() && shapes_.breadcrumb(next) && !shapes_.dated(line(next).tokens);
    }

    void find_title() {
        int best_score = title_points::least;
        std::size_t best = document_.lines.size();
        for (std::size_t i = 0; i <= layout_.first_body && i < document_.lines.size(); ++i) {
            // Neither prose nor a lone sentence is a headline.
            if (i == layout_.first_body && (shapes_.prose(i) || !shapes_.has(i, Cue::meeting))) break;
            const int score = title_score(i);
            if (score >= best_score) {
                best_score = score;
                best = i;
            }
        }
        if (best == document_.lines.size()) return;
        // A repeated headline (once in the page's chrome) counts where the story begins: the last one won already.
        layout_.roles[best] = LineRole::title;
        layout_.title = line(best).tokens;
        // A kicker or a stray word before: 'null <headline>'.
        TokenRange& title = *layout_.title;
        if (document_.text_of(title.first) == "null") ++title.first;
        if (best == layout_.first_body && best + 1 < document_.lines.size()) layout_.first_body = best + 1;
    }

    // 'Sáng 12/1, Sở Y tế tổ chức hội nghị', 'Chiều 12/1, huyện tổng kết công tác năm'.
    [[nodiscard]] bool tells_of_conference(std::size_t i) const {
        return shapes_.prose(i) && (shapes_.has(i, Cue::meeting) || shapes_.has(i, Cue::annual) ||
                                    shapes_.has(i, Cue::interim) || shapes_.has(i, Cue::briefing));
    }

    // The first day that is named, if any.
    [[nodiscard]] const grammar::DayExpression* day_in(TokenRange tokens) const {
        for (const PeriodMention& mention : islands_.periods.in(tokens))
            if (mention.day) return &*mention.day;
        return nullptr;
    }

    // The day on which a line, opening a report, says that a conference was held; null where it says no such thing.
    [[nodiscard]] const grammar::DayExpression* day_of_opening(std::size_t i) const {
        constexpr std::size_t reach = 40;  // tokens
        if (!shapes_.prose(i) || !shapes_.has(i, Cue::hold) || !shapes_.has(i, Cue::meeting)) return nullptr;
        const TokenRange tokens = line(i).tokens;
        return day_in({tokens.first, std::min(tokens.last, tokens.first + reach)});
    }

    // Two pages in one text: behind the byline of the first, or with a date of its own, comes the headline of a
    // conference, and then prose that opens with another day on which one was held.
    void find_second_report() {
        constexpr int headline_of_conference = title_points::kind + title_points::year;
        constexpr std::size_t head_lines = 6;  // between headline and opening: date, outlet, lead
        const grammar::DayExpression* first_day = nullptr;
        bool closed = false;
        std::optional<std::size_t> headline;
        bool parted = false;  // whether something says that the headline begins another page
        std::size_t behind_headline = 0;
        for (std::size_t i = layout_.first_body; i < document_.lines.size(); ++i) {
            if (line(i).blank()) continue;
            if (headline && ++behind_headline > head_lines) headline.reset();
            if (first_day == nullptr && tells_of_conference(i)) first_day = day_in(line(i).tokens);
            // What opens a report tells of a conference: the first day is known by now.
            if (const auto* const day = day_of_opening(i)) {
                const bool another = day->day != first_day->day || day->month != first_day->month;
                if (headline && parted && another) {
                    layout_.second_report = headline;
                    return;
                }
                closed = false;
            } else if (title_score(i) >= headline_of_conference) {
                headline = i;
                parted = closed;
                behind_headline = 0;
            } else if (shapes_.prose(i)) {
                closed = false;
            } else {
                parted |= is_dateline(i);
                closed |= looks_like_byline(i);
            }
        }
    }

    // Where the story ends: at 'other news', else after the last prose; then byline, then chrome.
    void find_tail() {
        constexpr std::size_t longest_end = 10;  // words of 'other news'
        // So many lines of other things part from the story what comes behind them.
        constexpr std::size_t gap_before_prose = 12, gap_before_bullet = 6, gap_before_short_line = 4;
        constexpr std::size_t byline_reach = 12;  // lines from the end of the story
        constexpr std::size_t source_reach = 4;   // lines from the byline
        const std::size_t n = document_.lines.size();
        std::size_t stop = n;
        for (std::size_t i = layout_.first_body + 1; i < n; ++i) {
            if (shapes_.opens(i, Cue::chrome_end) && line(i).words <= longest_end) {
                stop = i;
                break;
            }
        }
        layout_.last_body = std::min(layout_.first_body, n - 1);
        std::size_t gap = 0;
        bool in_list = false, opened = false;  // whether the last line of the story is of a list, or opens one
        for (std::size_t i = layout_.first_body; i < stop; ++i) {
            if (line(i).blank()) continue;
            const bool listed = (figures_tell_ && shapes_.tells_figures(i)) ||
                                (shapes_.lists_figures(i) && (gap == 0 || (gap == 1 && (opened || in_list))));
            opened = opens_list(i);
            if (shapes_.prose(i) || (shapes_.bulleted(i) && !shapes_.chrome(i) && gap < gap_before_bullet)) {
                // Prose after a long stretch of chrome is another story or a footer.
                if (gap >= gap_before_prose) break;
                layout_.last_body = i;
                gap = 0;
                in_list = listed;
            } else if (listed || (!shapes_.chrome(i) && shapes_.ends_like_prose(i) &&
                                  line(i).words >= shortest_sentence && gap < gap_before_short_line)) {
                layout_.last_body = i;
                gap = 0;
                in_list = listed;
            } else {
                ++gap;
            }
        }
        bool caption_passed = false;
        // The byline: the first short line after the story that looks like one.
        for (std::size_t i = layout_.last_body + 1; i < std::min(n, layout_.last_body + byline_reach); ++i) {
            if (line(i).blank() || layout_.roles[i] == LineRole::image) continue;
            if (looks_like_byline(i)) {
                layout_.roles[i] = LineRole::byline;
                // 'Nguồn: ...' on the lines behind it.
                for (std::size_t k = i + 1; k < std::min(n, i + source_reach); ++k)
                    if (!line(k).blank() && shapes_.opens(k, Cue::byline) && line(k).words <= longest_byline &&
                        looks_like_byline(k))
                        layout_.roles[k] = LineRole::byline;
                break;
            }
            if (shapes_.chrome(i) || i >= stop) break;
            // The words below one last picture may stand before it.
            if (line(i).words > longest_byline && std::exchange(caption_passed, true)) break;
        }
    }

    [[nodiscard]] bool looks_like_byline(std::size_t i) const {
        constexpr std::size_t longest_names = 10;  // words
        const std::size_t words = line(i).words;
        if (words == 0 || words > longest_byline) return false;
        std::size_t first_word = line(i).tokens.first;
        while (first_word + 1 < line(i).tokens.last && token(first_word).kind == TokenKind::mark) ++first_word;
        if ((shapes_.opens(i, Cue::byline) || document_.match_cue(first_word, Cue::byline)) &&
            !shapes_.opens(i, Cue::chrome_end)) {
            for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t)
                if (token(t).is_mark(':') || token(t).has(Token::capital)) return true;
        }
        if (shapes_.opens(i, Cue::chrome_end) || (shapes_.opening_cues(i) & cue_bit(Cue::chrome)) != 0) return false;
        std::size_t capitals = 0, counted = 0;
        for (std::size_t t = line(i).tokens.first; t < line(i).tokens.last; ++t) {
            const Token tk = token(t);
            if (tk.kind == TokenKind::number && tk.has(Token::space_before)) return false;
            if (tk.kind != TokenKind::word) continue;
            ++counted;
            if (tk.has(Token::capital)) ++capitals;
        }
        return counted >= 1 && counted <= longest_names && token(first_word).has(Token::capital) &&
               (first_word == line(i).tokens.first || token(line(i).tokens.first).is_mark('(')) &&
               capitals * 2 >= counted && !ends_like_prose_strict(i);
    }
    [[nodiscard]] bool ends_like_prose_strict(std::size_t i) const {
        return token(line(i).tokens.last - 1).is_mark(':') || token(line(i).tokens.last - 1).is_mark(';');
    }

    void label_head() {
        for (std::size_t i = 0; i < layout_.roles.size(); ++i) {
            if (layout_.roles[i] != LineRole::blank || line(i).blank()) continue;
            if (i < layout_.first_body)
                layout_.roles[i] = head_role(i);
            else if (i > layout_.last_body)
                layout_.roles[i] = LineRole::chrome;
            else
                layout_.roles[i] = LineRole::body;
        }
    }

    [[nodiscard]] LineRole head_role(std::size_t i) const {
        if (is_dateline(i)) return LineRole::dateline;
        const bool after_title = layout_.title && line(i).tokens.first > layout_.title->first;
        if (after_title && !shapes_.chrome(i)) {
            if (is_outlet(i)) return LineRole::dateline;
            if ((line(i).words >= shortest_lead ||
                 (line(i).words >= shortest_sentence && shapes_.ends_like_prose(i))) &&
                !shapes_.breadcrumb(i))
                return LineRole::lead;
            if (behind_picture(layout_, shapes_, i)) return LineRole::caption;
        }
        return LineRole::chrome;
    }

    [[nodiscard]] bool is_outlet(std::size_t i) const {
        return line(i).words <= longest_outlet && token(line(i).tokens.first).is_mark('(') &&
               !shapes_.day_in(line(i).tokens);
    }

    [[nodiscard]] bool is_dateline(std::size_t i) const {
        constexpr std::size_t most_other_words = 3;
        if (line(i).words > longest_dateline || !shapes_.dated(line(i).tokens) || shapes_.figures(i) != 0)
            return false;
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
        return others <= most_other_words;
    }
};

}  // namespace

Layout lay_out(const Document& document, const Islands& islands, const LineShapes& shapes) {
    return with_captions_and_leads(LayoutFinder(document, islands, shapes).run(), document, islands, shapes);
}

}  // namespace tongket
