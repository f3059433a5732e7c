// SPDX-License-Identifier: BSL-1.0
#include "find/find.hpp"

#include <algorithm>
#include <utility>

#include "measures/measures.hpp"
#include "measures/period.hpp"
#include "meeting/agency_name.hpp"
#include "meeting/organizer.hpp"

namespace tongket {
namespace {

// Why a time has no value: it is a slip, a list with gaps, or its year is not said.
Diagnostic why_no_time(const Document& document, const PeriodMention& mention) {
    if (auto slip = slip_of(document, mention)) return *std::move(slip);
    if (mention.period.gapped)
        return {Severity::warning, "split-period", "times with others between them, which no period holds; left out",
                document.span(mention.range), std::nullopt};
    return {Severity::note, "no-year", "a time whose year is not said; left out", document.span(mention.range),
            std::nullopt};
}

bool is_day(const PeriodMention& mention) { return mention.period.kind() == Period::Kind::day; }

}  // namespace

Found<Measure> quantities_in(const Document& document, const Islands& islands) {
    Found<Measure> found;
    for (const QuantityMention& mention : islands.quantities)
        if (auto quantity = read_quantity(document, mention, found.diagnostics))
            found.items.push_back(*std::move(quantity));
    for (const UnreadFigures& unread : islands.unread_figures)
        found.diagnostics.push_back(diagnostic_of(document, unread));
    for (const NumberDoubt& doubt : islands.doubts) found.diagnostics.push_back(diagnostic_of(document, doubt));
    return found;
}

Found<FoundDate> dates_in(const Document& document, const Islands& islands, std::optional<int> default_year) {
    Found<FoundDate> found;
    for (const PeriodMention& mention : islands.periods) {
        if (!mention.day) continue;
        const auto days = mention.period.resolve(default_year);
        if (!days) {
            found.diagnostics.push_back(why_no_time(document, mention));
            continue;
        }
        Text text = document.text(mention.range);
        found.items.push_back({std::move(text.text), text.span, days->first_day(),
                               is_day(mention) ? std::nullopt : std::optional(days->last_day())});
    }
    return found;
}

Found<FoundPeriod> periods_in(const Document& document, const Islands& islands, std::optional<int> default_year) {
    Found<FoundPeriod> found;
    for (const PeriodMention& mention : islands.periods) {
        if (is_day(mention)) continue;
        const auto period = mention.period.resolve(default_year);
        if (!period) {
            found.diagnostics.push_back(why_no_time(document, mention));
            continue;
        }
        Text text = document.text(mention.range);
        found.items.push_back({std::move(text.text), text.span, *period});
    }
    return found;
}

Found<Organizer> agencies_in(const Document& document) {
    Found<Organizer> found;
    for (const Sentence& sentence : document.sentences)
        for (std::size_t t = sentence.tokens.first; t < sentence.tokens.last;) {
            const TokenRange name{
                t, starts_agency(document, t) ? agency_name_end(document, t, sentence.tokens.last) : t};
            // 'Ngành Y tế' is what agencies work in.
            const bool names_field = document.match(t, LexiconClass::agency).payload != nullptr &&
                                     document.match(t, LexiconClass::agency).payload->attribute("field") == "1";
            if (!name.empty() && !names_field) found.items.push_back(read_organizer(document, name));
            t = std::max(name.last, t + 1);
        }
    return found;
}

}  // namespace tongket
