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
        if (page.genre < least_genre)
            for (ZoneKind& kind : page.zoning.kinds)
                if (of_report(kind)) kind = ZoneKind::other;
    } else {
        page.zoning.kinds.assign(document.sentences.size(), ZoneKind::boilerplate);
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
    page.zones = with_furniture(partition(document, shapes, kinds, outlet), document.furniture());
    return page;
}

}  // namespace tongket
