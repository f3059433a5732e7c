// SPDX-License-Identifier: BSL-1.0
#include "layout/captions.hpp"

#include <algorithm>

#include "layout/repeats.hpp"

namespace tongket {
namespace {

constexpr std::size_t longest_menu_entry = 12;  // words, of those that stray into a story
// Lengths of captions, in words.
constexpr std::size_t longest_caption = 45;
constexpr std::size_t longest_behind_picture = 60;  // without a stop
constexpr std::size_t longest_with_label = 25;      // 'Ảnh: ...'
constexpr std::size_t longest_of_person = 30;       // '<person> phát biểu tại Hội nghị.'
// Where what a caption says of a person stands, in tokens.
constexpr std::size_t person_reach = 2;   // from the beginning
constexpr std::size_t meeting_reach = 4;  // from the end
// The summary before a story.
constexpr std::size_t most_summary_lines = 3;
constexpr std::size_t longest_summary_line = 90;  // words
constexpr std::size_t day_reach = 9;  // tokens from the beginning of the line that tells of the conference

class CaptionFinder {
  public:
    CaptionFinder(Layout layout, const Document& document, const Islands& islands, const LineShapes& shapes)
        : document_(document),
          islands_(islands),
          shapes_(shapes),
          layout_(std::move(layout)),
          repeats_(document, layout_.first_body, std::min(layout_.last_body + 1, document.lines.size())) {}

    Layout run() {
        for (std::size_t i = layout_.first_body; i <= layout_.last_body && i < layout_.roles.size(); ++i)
            layout_.repeated[i] = !line(i).blank() && repeats_.another_line_like(i);
        find_captions();
        find_leads();
        return std::move(layout_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    const LineShapes& shapes_;
    Layout layout_;
    Repeats repeats_;

    [[nodiscard]] const Line& line(std::size_t i) const { return document_.lines[i]; }
    [[nodiscard]] Token token(std::size_t i) const { return document_.token(i); }

    // Captions: short lines beside pictures, lines printed twice, lines that name a scene.
    void find_captions() {
        for (std::size_t i = layout_.first_body; i <= layout_.last_body && i < layout_.roles.size(); ++i) {
            if (layout_.roles[i] != LineRole::body) continue;
            const std::size_t words = line(i).words;
            if (shapes_.chrome(i) && words <= longest_menu_entry && !shapes_.bulleted(i) && shapes_.figures(i) == 0) {
                layout_.roles[i] = LineRole::chrome;
                continue;
            }
            const Token last = token(line(i).tokens.last - 1);
            const bool stops = last.is_mark('.') || last.is_mark(':') || last.is_mark(';');
            if (shapes_.bulleted(i) || words > longest_behind_picture || last.is_mark(':')) continue;
            if (shapes_.opens(i, Cue::speech) || shapes_.opens(i, Cue::closing) || shapes_.opens(i, Cue::occasion))
                continue;
            const bool scene = shapes_.has(i, Cue::caption) || shapes_.has(i, Cue::speech) ||
                               shapes_.has(i, Cue::report) || shows_awarding(i);
            const bool one_sentence = line(i).last_sentence - line(i).first_sentence == 1;
            const bool caption =
                (one_sentence && words <= longest_of_person && scene && names_person_first(i) &&
                 ends_at_meeting(i)) ||
                (one_sentence && words <= longest_caption && repeats_.another_line_like(i)) ||
                (behind_picture(layout_, shapes_, i) && (!stops || (scene && words <= longest_caption))) ||
                (!stops && words <= longest_caption && scene && !shapes_.mostly_capitals(i) && !shapes_.heading(i)) ||
                (shapes_.opens(i, Cue::caption) && words <= longest_with_label) ||
                (words <= longest_caption && !stops && repeats_.another_line_like(i));
            if (caption) layout_.roles[i] = LineRole::caption;
        }
        // A picture or caption right behind the story's last line belongs to the story.
        for (std::size_t i = layout_.last_body + 1; i < layout_.roles.size(); ++i) {
            if (line(i).blank() || layout_.roles[i] == LineRole::image) continue;
            if (layout_.roles[i] == LineRole::chrome && line(i).words <= longest_caption &&
                (shapes_.opens(i, Cue::caption) ||
                 (behind_picture(layout_, shapes_, i) && shapes_.has(i, Cue::caption))))
                layout_.roles[i] = LineRole::caption;
            break;
        }
    }

    [[nodiscard]] bool names_person_first(std::size_t i) const {
        return islands_.persons.any_in({line(i).tokens.first, line(i).tokens.first + person_reach});
    }
    [[nodiscard]] bool ends_at_meeting(std::size_t i) const {
        const std::size_t end = line(i).tokens.last;
        for (std::size_t t = end - std::min(end, meeting_reach); t < end; ++t)
            if (token(t).starts(LexiconClass::cue) && document_.match_cue(t, Cue::meeting)) return true;
        return false;
    }

    [[nodiscard]] bool shows_awarding(std::size_t i) const {
        bool award = false, verb = false;
        for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence; ++s) {
            award |= document_.sentences[s].has(LexiconClass::award);
            verb |= document_.sentences[s].has(LexiconClass::award_verb);
        }
        return award && verb;
    }

    void find_leads() {
        if (repeats_.empty()) return find_summary();
        const auto in_body = [&](std::size_t line) { return layout_.roles[line] == LineRole::body; };
        bool any = false;
        for (std::size_t i = layout_.first_body; i <= layout_.last_body && i < layout_.roles.size(); ++i) {
            if (layout_.roles[i] != LineRole::body) continue;
            bool repeated = repeats_.comes_later(line(i).tokens, i, in_body);
            for (std::size_t s = line(i).first_sentence; s < line(i).last_sentence && !repeated; ++s) {
                const TokenRange range = document_.sentences[s].tokens;
                repeated =
                    range.last - range.first > Repeats::long_sentence && repeats_.comes_later(range, i, in_body);
            }
            if (!repeated) break;
            layout_.roles[i] = LineRole::lead;
            any = true;
        }
        if (!any) find_summary();
    }

    // Paragraphs before the one that opens with the conference's day are a summary.
    void find_summary() {
        std::vector<std::size_t> before;
        for (std::size_t i = layout_.first_body;
             i <= layout_.last_body && i < layout_.roles.size() && before.size() < most_summary_lines; ++i) {
            if (layout_.roles[i] != LineRole::body) continue;
            const bool convenes =
                shapes_.has(i, Cue::hold) &&
                (shapes_.has(i, Cue::meeting) || shapes_.has(i, Cue::annual) || shapes_.has(i, Cue::interim));
            if (convenes && day_opens(i)) {
                for (const std::size_t k : before) layout_.roles[k] = LineRole::lead;
                return;
            }
            if (line(i).words > longest_summary_line || shapes_.has(i, Cue::attend) || shapes_.bulleted(i)) return;
            before.push_back(i);
        }
    }

    [[nodiscard]] bool day_opens(std::size_t i) const {
        const std::size_t begin = line(i).tokens.first;
        const PeriodMention* first = islands_.periods.first_in({begin, begin + day_reach});
        return first != nullptr && first->day.has_value();
    }
};

}  // namespace

Layout with_captions_and_leads(Layout layout, const Document& document, const Islands& islands,
                               const LineShapes& shapes) {
    if (!layout.story()) return layout;
    return CaptionFinder(std::move(layout), document, islands, shapes).run();
}

bool behind_picture(const Layout& layout, const LineShapes& shapes, std::size_t line) {
    for (std::size_t k = line; k-- > 0;) {
        if (shapes.line(k).blank()) continue;
        return layout.roles[k] == LineRole::image || layout.roles[k] == LineRole::caption;
    }
    return false;
}

}  // namespace tongket
