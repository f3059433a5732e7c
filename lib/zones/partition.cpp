// SPDX-License-Identifier: BSL-1.0
#include "zones/partition.hpp"

#include <algorithm>
#include <utility>

namespace tongket {

std::vector<Zone> partition(const Document& document, const LineShapes& shapes, const std::vector<ZoneKind>& kinds,
                            const std::optional<Outlet>& outlet) {
    const std::size_t size = document.source().size();
    if (size == 0) return {};
    std::vector<std::pair<std::size_t, ZoneKind>> starts;
    const auto start = [&](std::size_t token, ZoneKind kind) {
        starts.emplace_back(document.token(token).begin, kind);
    };
    for (std::size_t s = 0; s < kinds.size(); ++s) start(document.sentences[s].tokens.first, kinds[s]);
    for (const Line& line : document.lines) {
        if (line.blank() || kinds[line.first_sentence] != ZoneKind::dateline || !shapes.dated(line.tokens)) continue;
        if (const auto chrome = chrome_behind_time(document, line)) start(*chrome, ZoneKind::boilerplate);
    }
    if (outlet) {
        const std::size_t sentence = document.sentence_of(outlet->whole.first);
        const bool alone = outlet->whole.last >= document.lines[document.sentences[sentence].line].tokens.last;
        if (kinds[sentence] != ZoneKind::dateline && !alone) {
            start(outlet->whole.first, ZoneKind::dateline);
            start(outlet->whole.last, kinds[document.sentence_of(outlet->whole.last)]);
        }
    }
    if (!document.complete()) starts.emplace_back(document.read_to(), ZoneKind::boilerplate);
    // Of two starts at one place the later wins.
    std::stable_sort(starts.begin(), starts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Zone> zones;
    for (std::size_t k = 0; k < starts.size(); ++k) {
        if (k + 1 < starts.size() && starts[k + 1].first == starts[k].first) continue;
        const auto [at, kind] = starts[k];
        if (zones.empty()) {
            zones.push_back({kind, {0, 0}});
        } else if (kind != zones.back().kind) {
            const std::size_t place = document.to_source(at);
            zones.back().span.end = place;
            zones.push_back({kind, {place, place}});
        }
    }
    if (zones.empty()) zones.push_back({ZoneKind::boilerplate, {0, 0}});
    zones.back().span.end = size;
    return zones;
}

std::vector<Zone> with_furniture(const std::vector<Zone>& zones, const std::vector<Span>& furniture) {
    std::vector<Zone> parts;
    const auto add = [&](ZoneKind kind, Span span) {
        if (span.empty()) return;
        if (!parts.empty() && parts.back().kind == kind)
            parts.back().span.end = span.end;
        else
            parts.push_back({kind, span});
    };
    auto next = furniture.begin();
    for (const Zone& zone : zones) {
        std::size_t at = zone.span.begin;
        for (; next != furniture.end() && next->begin < zone.span.end; ++next) {
            add(zone.kind, {at, std::max(at, next->begin)});
            add(ZoneKind::boilerplate, {std::max(at, next->begin), std::min(next->end, zone.span.end)});
            at = std::min(next->end, zone.span.end);
        }
        add(zone.kind, {at, zone.span.end});
    }
    return parts;
}

}  // namespace tongket
