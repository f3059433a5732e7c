// SPDX-License-Identifier: BSL-1.0
#include "meeting/meeting.hpp"

#include <algorithm>
#include <vector>

#include "meeting/day.hpp"
#include "meeting/name.hpp"
#include "meeting/place.hpp"
#include "meeting/tellings.hpp"

namespace tongket {
namespace {

// When the page was written: which provinces there are depends on it.
std::optional<Date> written_on(const Meeting& meeting, const std::optional<Published>& published) {
    if (meeting.date) return meeting.date;
    if (published) return published->date;
    if (meeting.reviews) return meeting.reviews->last_day();
    return std::nullopt;
}

// The period that tasks are told for where they say one: 'Nhiệm vụ 9 tháng cuối năm: ...', 'Năm 2018, ...'.
std::optional<Period> said_with_tasks(const Document& document, const Islands& islands, const Period& reviews) {
    constexpr std::size_t reach = 8;  // tokens from the beginning of a sentence
    for (const Sentence& sentence : document.sentences) {
        if (sentence.zone != ZoneKind::tasks) continue;
        const std::size_t last = std::min(sentence.tokens.last, sentence.content + reach);
        for (std::size_t t = sentence.content; t < last; ++t)
            if (names_rest_of_year(document, t)) return rest_of_year_behind(reviews);
        for (const PeriodMention& mention : islands.periods.in({sentence.content, last})) {
            if (mention.day) continue;
            const auto period = mention.period.resolve_in(reviews);
            if (period && reviews.last_day() < period->last_day()) return period;
        }
    }
    return std::nullopt;
}

// What a page sets as tasks when it reviews a period is for the next one, unless it says for which.
std::optional<Period> planned(const Document& document, const Islands& islands, const Outline& outline) {
    constexpr int school_year = 1;  // years from its first to its last
    if (outline.plans || !outline.reviews || outline.kind == MeetingKind::other || outline.of_event ||
        outline.reviews->last_year() > outline.reviews->year() + school_year)
        return outline.plans;
    const bool sets_tasks = std::any_of(document.sentences.begin(), document.sentences.end(),
                                        [](const Sentence& sentence) { return sentence.zone == ZoneKind::tasks; });
    if (!sets_tasks) return std::nullopt;
    const auto said = said_with_tasks(document, islands, *outline.reviews);
    return said ? said : following(*outline.reviews);
}

}  // namespace

Meeting find_meeting(const Document& document, const Islands& islands, const Outline& outline,
                     std::optional<TokenRange> title, const std::optional<Published>& published,
                     const std::optional<Text>& outlet, const std::optional<Letterhead>& letterhead) {
    const std::vector<Telling> tellings = tellings_of(document, title);
    const HeldOn held = find_day(document, islands, tellings, outline, published);
    Meeting meeting;
    meeting.kind = outline.kind;
    meeting.reviews = outline.reviews;
    meeting.plans = planned(document, islands, outline);
    meeting.name = find_meeting_name(document, islands, tellings);
    meeting.date = held.date;
    meeting.day_part = held.part;
    if (const auto name = find_organizer(document, islands, tellings, letterhead)) {
        meeting.organizer = read_organizer(document, *name);
        // A national body belongs to no province.
        if (!meeting.organizer->province && meeting.organizer->kind != OrganizerKind::ministry &&
            !works_beyond_provinces(document, *name))
            meeting.organizer->province = province_of_page(document, title, outlet);
        if (const auto day = written_on(meeting, published); day && meeting.organizer->province)
            meeting.organizer->province = province_as_of(*meeting.organizer->province, *day);
    }
    meeting.venue = find_venue(document, tellings);
    return meeting;
}

}  // namespace tongket
