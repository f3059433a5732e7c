// SPDX-License-Identifier: BSL-1.0
#include "meeting/meeting.hpp"

#include <vector>

#include "meeting/day.hpp"
#include "meeting/name.hpp"
#include "meeting/place.hpp"

namespace tongket {
namespace {

// Where the page tells of the conference: its opening, then its leads.
std::vector<TokenRange> opening_of(const Document& document) {
    std::vector<TokenRange> opening;
    for (const ZoneKind zone : {ZoneKind::opening, ZoneKind::lead})
        for (const Sentence& sentence : document.sentences)
            if (sentence.zone == zone) opening.push_back(sentence.tokens);
    return opening;
}

}  // namespace

Meeting find_meeting(const Document& document, const Islands& islands, const Outline& outline,
                     std::optional<TokenRange> title, const std::optional<Published>& published,
                     const std::optional<Text>& outlet) {
    const std::vector<TokenRange> opening = opening_of(document);
    const HeldOn held = find_day(document, islands, opening, outline, published);
    Meeting meeting;
    meeting.kind = outline.kind;
    meeting.reviews = outline.reviews;
    meeting.plans = outline.plans;
    meeting.name = find_meeting_name(document, opening);
    meeting.date = held.date;
    meeting.day_part = held.part;
    if (const auto name = find_organizer(document, islands, opening, title)) {
        meeting.organizer = read_organizer(document, *name);
        // A ministry belongs to no province.
        if (!meeting.organizer->province && meeting.organizer->kind != OrganizerKind::ministry)
            meeting.organizer->province = province_of_page(document, title, outlet);
    }
    meeting.venue = find_venue(document, opening);
    return meeting;
}

}  // namespace tongket
