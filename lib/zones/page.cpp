// SPDX-License-Identifier: BSL-1.0
#include "zones/page.hpp"

#include <algorithm>

#include "genre/genre.hpp"
#include "layout/dateline.hpp"
#include "zones/partition.hpp"

namespace tongket {
namespace {

// The first run of sentences of a kind that stand in one line.
std::optional<TokenRange> first_of(const Document& document, const std::vector<ZoneKind>& kinds, ZoneKind kind) {
    const auto first = std::find(kinds.begin(), kinds.end(), kind);
    if (first == kinds.end()) return std::nullopt;
    const Sentence& sentence = document.sentences[static_cast<std::size_t>(first - kinds.begin())];
    TokenRange range = sentence.tokens;
    for (std::size_t s = static_cast<std::size_t>(first - kinds.begin()) + 1;
         s < kinds.size() && kinds[s] == kind && document.sentences[s].line == sentence.line; ++s)
        range.last = document.sentences[s].tokens.last;
    return range;
}

// Zones that tell of a conference.
bool of_report(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::opening:
        case ZoneKind::achievements:
        case ZoneKind::shortcomings:
        case ZoneKind::tasks:
        case ZoneKind::speech:
        case ZoneKind::awards:
            return true;
        default:
            return false;
    }
}

// Gives lines of a role their zone where the page has no such zone at all: the evidence of one line may be too little
// for what the layout of the page makes plain.
void supply_zone(const Document& document, const Layout& layout, LineRole role, ZoneKind zone,
                 std::vector<ZoneKind>& kinds) {
    if (std::find(kinds.begin(), kinds.end(), zone) != kinds.end()) return;
    for (std::size_t i = 0; i < layout.roles.size(); ++i) {
        if (layout.roles[i] != role || (layout.title && document.lines[i].tokens.first < layout.title->first))
            continue;
        for (std::size_t s = document.lines[i].first_sentence; s < document.lines[i].last_sentence; ++s)
            if (kinds[s] == ZoneKind::boilerplate) kinds[s] = zone;
        return;
    }
}

// Zones whose figures are not read.
bool outside_story(ZoneKind kind) {
    return kind == ZoneKind::boilerplate || kind == ZoneKind::dateline || kind == ZoneKind::byline;
}

// Whether a line looks like one of a site.
bool of_site(const LineShapes& shapes, std::size_t line) {
    return (shapes.chrome(line) || shapes.image(line)) && !shapes.tells_figures(line);
}

bool has_site(const Document& document, const LineShapes& shapes) {
    for (std::size_t i = 0; i < document.lines.size(); ++i)
        if (!document.lines[i].blank() && of_site(shapes, i)) return true;
    return false;
}

// A line of the story that tells figures as prose or lists do is none of the site's, whatever its words; nor is any
// line where nothing is prose and nothing looks like a site.
void keep_figures(const Document& document, const LineShapes& shapes, const Layout& layout,
                  std::vector<ZoneKind>& kinds) {
    const bool site = layout.prose || has_site(document, shapes);
    for (std::size_t s = 0; s < kinds.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (!outside_story(kinds[s]) || shapes.figures(sentence.line, sentence.tokens) == 0) continue;
        const LineRole role = layout.roles[sentence.line];
        const bool in_story = role == LineRole::body || role == LineRole::lead;
        const bool tells = shapes.lists_figures(sentence.line) || shapes.ends_like_prose(sentence.line) ||
                           (!layout.prose && !shapes.chrome(sentence.line));
        if (!site || (in_story && tells)) kinds[s] = ZoneKind::other;
    }
}

// A text without a story has no site around it: all is read but what looks like a site, and counts in the entries of
// its menus: 'Tin tức 12 bài'.
std::vector<ZoneKind> zones_without_story(const Document& document, const LineShapes& shapes) {
    constexpr std::size_t longest_entry = 5;  // words
    const bool site = has_site(document, shapes);
    std::vector<ZoneKind> kinds;
    kinds.reserve(document.sentences.size());
    for (const Sentence& sentence : document.sentences) {
        const std::size_t line = sentence.line;
        const bool entry = site && document.lines[line].words <= longest_entry && !shapes.lists_figures(line) &&
                           !shapes.ends_like_prose(line);
        kinds.push_back(of_site(shapes, line) || (entry && shapes.figures(line) != 0) ? ZoneKind::boilerplate
                                                                                      : ZoneKind::other);
    }
    return kinds;
}

LeftFigures left_figures(const Document& document, const LineShapes& shapes, const std::vector<ZoneKind>& kinds) {
    LeftFigures left;
    for (std::size_t s = 0; s < kinds.size(); ++s) {
        if (!outside_story(kinds[s])) continue;
        const Sentence& sentence = document.sentences[s];
        const std::size_t count = shapes.figures(sentence.line, sentence.tokens);
        if (count == 0) continue;
        if (left.count == 0) left.range.first = sentence.tokens.first;
        left.range.last = sentence.tokens.last;
        left.count += count;
    }
    return left;
}

}  // namespace

Page read_page(Document& document, const Islands& islands) {
    Page page;
    const LineShapes shapes(document, islands);
    page.layout = lay_out(document, islands, shapes);
    page.story = page.layout.story();
    if (page.story) {
        page.outline = outline_of(document, islands, page.layout);
        page.genre = genre_of(document, page.layout, page.outline);
        // Months and years that some page tells of make no review of it.
        constexpr double likely_meeting = 0.15;
        if (page.outline.inferred && page.genre < likely_meeting) {
            page.outline.reviews.reset();
            page.outline.plans.reset();
            page.outline.kind = MeetingKind::other;
        }
        page.zoning = find_zones(document, islands, shapes, page.layout, page.outline);
        supply_zone(document, page.layout, LineRole::byline, ZoneKind::byline, page.zoning.kinds);
        supply_zone(document, page.layout, LineRole::dateline, ZoneKind::dateline, page.zoning.kinds);
        keep_figures(document, shapes, page.layout, page.zoning.kinds);
        if (page.genre < least_genre)
            for (ZoneKind& kind : page.zoning.kinds)
                if (of_report(kind)) kind = ZoneKind::other;
    } else {
        page.zoning.kinds = zones_without_story(document, shapes);
    }
    const std::vector<ZoneKind>& kinds = page.zoning.kinds;
    for (std::size_t s = 0; s < kinds.size(); ++s) document.sentences[s].zone = kinds[s];
    page.title = first_of(document, kinds, ZoneKind::title);
    page.byline = first_of(document, kinds, ZoneKind::byline);
    if (page.byline) page.byline = document.trimmed(*page.byline, "()");
    if (page.byline && page.byline->empty()) page.byline.reset();
    page.published = find_published(document, shapes, kinds, page.title);
    const auto outlet = find_outlet(document, shapes, kinds);
    if (outlet) page.outlet = outlet->name;
    page.letterhead = find_letterhead(document);
    page.left = left_figures(document, shapes, kinds);
    page.zones = with_furniture(partition(document, shapes, kinds, outlet), document.furniture());
    return page;
}

}  // namespace tongket
