// SPDX-License-Identifier: BSL-1.0
/// @file
/// What holds for every parser of a single concept.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "check.hpp"

namespace tongket::fuzz {

inline void add(Report& report, const Measure& measure) {
    check(!measure.indicator && !measure.indicator_id && !measure.period && !measure.part_of,
          "a measure by itself has no links");
    report.measures.push_back(measure);
}
inline void add(Report& report, const Date& date) {
    check(date.valid(), "a day that the calendar does not have");
    report.meeting.date = date;
}
inline void add(Report& report, const Period& period) {
    check(period.first_day() <= period.last_day(), "a period that ends before it begins");
    report.meeting.reviews = period;
}
/// Whether `text` ends with the words of `number`, which has one blank for whatever blanks the text has there.
inline bool ends_with_words(std::string_view text, std::string_view number) {
    if (text.empty() || number.empty() || text.back() != number.back()) return false;
    std::size_t behind = text.size();
    for (auto letter = number.rbegin(); letter != number.rend(); ++letter) {
        if (*letter == ' ') continue;
        if (behind == 0) return false;
        behind = text.rfind(*letter, behind - 1);
        if (behind == std::string_view::npos) return false;
    }
    return true;
}
inline void add(Report& report, const Citation& citation) {
    check(ends_with_words(citation.text, citation.number), "a citation whose text does not end with its number");
    report.citations.push_back(citation);
}
inline void add(Report& report, const Person& person) {
    check(person.roles.empty(), "a person by itself has no roles");
    report.people.push_back(person);
}
inline void add(Report& report, const Organizer& organizer) { report.meeting.organizer = organizer; }

/// What was found, as a report of nothing else: what must hold for reports must hold for it.
template <class Found>
Report as_report(std::string_view source, const std::optional<Found>& found) {
    Report report;
    report.zones = {{ZoneKind::other, {0, source.size()}}};
    if (found) add(report, *found);
    // The words of a phrase of several lines are in one where these were joined.
    if (source.find_first_of("\r\n\f\v") != std::string_view::npos)
        report.diagnostics.push_back({Severity::note, "wrapped-lines", "", {0, source.size()}, std::nullopt});
    return report;
}

template <class Found>
std::optional<Found> without_place(std::optional<Found> found) {
    if constexpr (requires { found->span; })
        if (found) found->span = {};
    return found;
}

/// Reads `source` with `parse`, and once more with blanks around it, which must not matter.
template <class Parse>
int fuzz_phrase(std::string_view source, Parse parse) {
    try {
        const auto found = parse(source);
        const Report report = as_report(source, found);
        check_report(source, report);
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (source.starts_with(byte_order_mark)) return 0;
        // CR alone ends lines only in a text without LF.
        const bool ends_with_cr =
            source.find('\r') != std::string_view::npos && source.find('\n') == std::string_view::npos;
        const std::string line_break = ends_with_cr ? "\r" : "\n";
        // A blank before the first of several lines indents it, which may tell how they are wrapped.
        const bool one_line = source.find_first_of("\r\n") == std::string_view::npos;
        const std::string indent = one_line ? " " : "";
        const std::string wide = " " + line_break + indent + std::string(source) + line_break + " ";
        const auto found_wide = parse(wide);
        const Report wide_report = as_report(wide, found_wide);
        check_report(wide, wide_report);
        if (without_place(found) != without_place(found_wide))
            fail("blanks around a phrase change it: " + to_json(report, -1) + to_json(wide_report, -1));
    } catch (const Error& error) {
        check_error(source, error, ErrorCode::invalid_utf8);
    }
    return 0;
}

}  // namespace tongket::fuzz
