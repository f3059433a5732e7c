// SPDX-License-Identifier: BSL-1.0
#include <utility>

#include "check.hpp"

using namespace tongket;

namespace {

void check_places(const Parser& parser, std::string_view source) {
    for (const std::string& problem : test::span_problems(source, parser.parse(source))) fuzz::fail(problem);
}

/// What the finders find, as a report of nothing else: its places must lead into the source too.
void check_found(const Parser& parser, std::string_view source) {
    Report found;
    found.zones = {{ZoneKind::other, {0, source.size()}}};
    Found<Measure> quantities = parser.find_quantities(source);
    found.measures = std::move(quantities.items);
    found.diagnostics = std::move(quantities.diagnostics);
    found.citations = parser.find_citations(source).items;
    found.people = parser.find_people(source).items;
    // Its words are in one line where lines were joined.
    found.diagnostics.push_back({Severity::note, "wrapped-lines", "", {0, source.size()}, std::nullopt});
    for (const std::string& problem : test::span_problems(source, found)) fuzz::fail(problem);
    for (const Organizer& agency : parser.find_agencies(source))
        fuzz::check(agency.span.begin < agency.span.end && agency.span.end <= source.size(), "an agency nowhere");
    for (const FoundDate& day : parser.find_dates(source))
        fuzz::check(day.date.valid() && stand_at(day.text, source, day.span), "a day that is none or nowhere");
    for (const FoundPeriod& period : parser.find_periods(source))
        fuzz::check(period.period.valid() && stand_at(period.text, source, period.span),
                    "a period that is none or nowhere");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::as_text(data, size);
    static const Parser repairing(Options{.replace_invalid_utf8 = true});
    static const Parser hurried(Options{.max_work = 1000});
    static const Parser joining(Options{.wrap = Wrap::always});
    try {
        fuzz::check_report(source, parse(source));
        check_places(hurried, source);
        check_places(joining, source);
        check_found(joining, source);
    } catch (const Error& error) {
        fuzz::check_error(source, error, ErrorCode::invalid_utf8);
        check_places(repairing, source);
        check_found(repairing, source);
    }
    return 0;
}
