// SPDX-License-Identifier: BSL-1.0
#include "explain/explain.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <tongket/names.hpp>

#include "frames/frames.hpp"
#include "genre/genre.hpp"
#include "zones/zones.hpp"

namespace tongket {
namespace {

std::vector<Evidence> weigh(const evidence::Model& model, const evidence::FeatureTable& features,
                            const std::vector<std::size_t>& rows, std::size_t chosen, std::size_t other) {
    std::vector<Evidence> found;
    for (const std::size_t row : rows) {
        const std::int32_t weight = model.weights(row)[chosen] - model.weights(row)[other];
        if (weight != 0) found.push_back({features.name(row), weight});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Evidence& a, const Evidence& b) { return std::abs(a.weight) > std::abs(b.weight); });
    return found;
}

Decided explain_genre(const Document& document, const Page& page) {
    const std::vector<std::size_t> rows = read_genre_features(document, page.layout, page.outline);
    const evidence::Model& model = genre_model();
    const std::int32_t margin = genre_margin(rows);
    const std::size_t chosen = margin >= 0 ? 1 : 0;
    const auto confident = page.genre >= report_genre || page.genre < least_genre;
    return {std::string(model.labels()[chosen]), std::string(model.labels()[1 - chosen]), std::abs(margin),
            confident ? Confidence::likely : Confidence::guess,
            weigh(model, genre_features(), rows, chosen, 1 - chosen)};
}

std::vector<ExplainedFrame> frames_of(const Document& document, const Islands& islands, const Sentence& sentence) {
    std::vector<ExplainedFrame> shown;
    for (const frames::Frame& frame : frames::find_frames(document, islands, sentence.tokens)) {
        ExplainedFrame one{std::string(frame.rule), {}, document.words(frame.verb), {}};
        for (std::size_t sense = 0; sense < frames::sense_names.size(); ++sense)
            if ((frame.senses >> sense & 1U) != 0) one.senses.emplace_back(frames::sense_names[sense]);
        for (const std::size_t person : frame.persons)
            one.persons.push_back(document.words(islands.persons[person].range));
        shown.push_back(std::move(one));
    }
    return shown;
}

ExplainedMeasure explain_measure(const Document& document, const Measure& measure,
                                 const MeasureCandidates& candidates) {
    ExplainedMeasure shown{{measure.text, measure.span}, {}, {}};
    for (const SubjectCandidate& one : candidates.indicator)
        shown.indicator.push_back({std::string(name_of(one.rule)), document.words(one.words), one.confidence});
    for (const PeriodCandidate& one : candidates.period)
        shown.period.push_back(
            {std::string(name_of(one.rule)), one.period ? one.period->to_string() : std::string(), one.confidence});
    return shown;
}

ExplainedCell explain_cell(const Measure& measure, const FigureSource& source) {
    static constexpr std::array unit_rules = std::to_array<std::string_view>(
        {"cell", "column", "label", "head", "table", "row_above", "noun", "comparison"});
    static constexpr std::array time_rules =
        std::to_array<std::string_view>({"head", "title", "zone", "year_before", "whole_year", "flow"});
    std::string column;
    for (const TokenRange& cell : source.column) column += (column.empty() ? "" : " / ") + source.words->words(cell);
    return {{measure.text, measure.span},
            source.words->words(source.row),
            column,
            std::string(source.holds),
            {std::string(unit_rules[static_cast<std::size_t>(source.unit)]), measure.unit.value_or(""),
             Confidence::certain},
            {std::string(time_rules[static_cast<std::size_t>(source.time)]),
             measure.period ? measure.period->to_string() : std::string(), measure.confidence.period}};
}

}  // namespace

Explanation explain_page(const Document& document, const Islands& islands, const Findings& findings) {
    const Page& page = findings.page;
    Explanation explanation;
    for (std::size_t i = 0; i < findings.tables.all.size(); ++i)
        explanation.cells.push_back(explain_cell(findings.tables.all[i], findings.tables.sources[i]));
    if (!page.story) return explanation;
    const LineShapes shapes(document, islands);
    FeatureReader reader(document, islands, shapes, page.layout, page.outline);
    explanation.genre = explain_genre(document, page);
    std::vector<std::vector<std::size_t>> rows(document.sentences.size()), clause_rows(findings.clauses.size());
    for_each_row(
        zone_features(), rows.size(), [&](std::size_t s, std::vector<Feature>& found) { reader.read(s, found); },
        [&](std::size_t s, std::size_t row) { rows[s].push_back(row); });
    ClauseReader clause_reader(document, islands, page.outline, findings.cast.speakers);
    for_each_row(
        zone_features(), clause_rows.size(),
        [&](std::size_t k, std::vector<Feature>& found) { clause_reader.read(findings.clauses[k], true, found); },
        [&](std::size_t k, std::size_t row) { clause_rows[k].push_back(row); });
    auto clause = findings.clauses.begin();
    std::size_t measure = 0;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const evidence::Decision& decision = page.zoning.decisions[s];
        ExplainedSentence sentence;
        sentence.text = document.text(document.sentences[s].tokens);
        sentence.zone = {std::string(enum_names<ZoneKind>[decision.label]),
                         std::string(enum_names<ZoneKind>[decision.next_best]), decision.margin,
                         zone_confidence(decision.margin),
                         weigh(zone_model(), zone_features(), rows[s], decision.label, decision.next_best)};
        // A page that is no report has no zones of one, whatever its sentences look like.
        if (const ZoneKind kind = page.zoning.kinds[s]; static_cast<std::size_t>(kind) != decision.label)
            sentence.zone = {std::string(name_of(kind)), sentence.zone.choice, 0, Confidence::guess, {}};
        sentence.frames = frames_of(document, islands, document.sentences[s]);
        for (; clause != findings.clauses.end() && clause->sentence == s; ++clause) {
            const auto kind = static_cast<std::size_t>(clause->kind),
                       other = static_cast<std::size_t>(clause->next_best);
            sentence.clauses.push_back(
                {document.text(clause->range),
                 {std::string(clause_kind_names[kind]), std::string(clause_kind_names[other]), clause->margin,
                  zone_confidence(clause->margin),
                  weigh(clause_model(), zone_features(),
                        clause_rows[static_cast<std::size_t>(clause - findings.clauses.begin())], kind, other)}});
        }
        for (; measure < findings.places.size() && findings.places[measure] < document.sentences[s].tokens.last;
             ++measure)
            sentence.measures.push_back(
                explain_measure(document, findings.measures[measure], findings.candidates[measure]));
        explanation.sentences.push_back(std::move(sentence));
    }
    return explanation;
}

}  // namespace tongket
