// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>

#include <tongket/explain.hpp>
#include <tongket/names.hpp>
#include <tongket/print.hpp>

#include "writers/json_writer.hpp"

namespace tongket {
namespace {

void write_text(std::string& out, const Decided& decided, std::size_t most) {
    out += decided.choice + " (" + std::string(name_of(decided.confidence)) + ", " + std::to_string(decided.margin) +
           " before " + decided.next_best + ")";
    const std::size_t shown = std::min(most, decided.evidence.size());
    for (std::size_t k = 0; k < shown; ++k)
        out += (k == 0 ? ": " : ", ") + decided.evidence[k].feature + (decided.evidence[k].weight > 0 ? " +" : " ") +
               std::to_string(decided.evidence[k].weight);
    out += '\n';
}

void write(JsonWriter& json, const Text& text) {
    json.key("text");
    json.string(text.text);
    json.key("span");
    json.begin_array();
    json.integer(text.span.begin);
    json.integer(text.span.end);
    json.end_array();
}

template <class Items, class Write>
void write_each(JsonWriter& json, const char* name, const Items& items, Write write_one) {
    json.key(name);
    json.begin_array();
    for (const auto& item : items) write_one(item);
    json.end_array();
}

void write(JsonWriter& json, const char* name, const std::vector<std::string>& words) {
    write_each(json, name, words, [&](const std::string& word) { json.string(word); });
}

void write(JsonWriter& json, const Decided& decided) {
    json.begin_object();
    json.key("choice");
    json.string(decided.choice);
    json.key("next_best");
    json.string(decided.next_best);
    json.key("margin");
    json.integer(decided.margin);
    json.key("confidence");
    json.string(name_of(decided.confidence));
    write_each(json, "evidence", decided.evidence, [&](const Evidence& evidence) {
        json.begin_object();
        json.key("feature");
        json.string(evidence.feature);
        json.key("weight");
        json.integer(evidence.weight);
        json.end_object();
    });
    json.end_object();
}

void write(JsonWriter& json, const ExplainedFrame& frame) {
    json.begin_object();
    json.key("rule");
    json.string(frame.rule);
    write(json, "senses", frame.senses);
    json.key("verb");
    json.string(frame.verb);
    write(json, "persons", frame.persons);
    json.end_object();
}

void write(JsonWriter& json, const ExplainedClause& clause) {
    json.begin_object();
    write(json, clause.text);
    json.key("kind");
    write(json, clause.kind);
    json.end_object();
}

void write(JsonWriter& json, const ExplainedCandidate& candidate) {
    json.begin_object();
    json.key("rule");
    json.string(candidate.rule);
    json.key("value");
    json.string(candidate.value);
    json.key("confidence");
    json.string(name_of(candidate.confidence));
    json.end_object();
}

void write(JsonWriter& json, const ExplainedMeasure& measure) {
    const auto candidate = [&](const ExplainedCandidate& one) { write(json, one); };
    json.begin_object();
    write(json, measure.text);
    write_each(json, "indicator", measure.indicator, candidate);
    write_each(json, "period", measure.period, candidate);
    json.end_object();
}

void write(JsonWriter& json, const ExplainedCell& cell) {
    json.begin_object();
    write(json, cell.text);
    json.key("row");
    json.string(cell.row);
    json.key("column");
    json.string(cell.column);
    json.key("rule");
    json.string(cell.rule);
    json.key("unit");
    write(json, cell.unit);
    json.key("period");
    write(json, cell.period);
    json.end_object();
}

void write(JsonWriter& json, const ExplainedSentence& sentence) {
    json.begin_object();
    write(json, sentence.text);
    json.key("zone");
    write(json, sentence.zone);
    const auto part = [&](const auto& one) { write(json, one); };
    write_each(json, "frames", sentence.frames, part);
    write_each(json, "clauses", sentence.clauses, part);
    write_each(json, "measures", sentence.measures, part);
    json.end_object();
}

// 'own_noun "văn bản" (certain), not clause "đã ban hành" (guess)'
std::string listed(const std::vector<ExplainedCandidate>& candidates) {
    std::string out;
    for (const ExplainedCandidate& candidate : candidates)
        out += (out.empty() ? "" : ", not ") + candidate.rule + " '" + printable(candidate.value) + "' (" +
               std::string(name_of(candidate.confidence)) + ")";
    return out.empty() ? "none" : out;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : std::string(between)) + word;
    return out;
}

}  // namespace

std::string to_text(const Explanation& explanation, std::size_t most) {
    std::string out;
    if (explanation.genre) {
        out += "genre: ";
        write_text(out, *explanation.genre, most);
        out += '\n';
    }
    for (const ExplainedSentence& sentence : explanation.sentences) {
        out += printable(sentence.text.text) + "\n  zone: ";
        write_text(out, sentence.zone, most);
        for (const ExplainedFrame& frame : sentence.frames)
            out += "  " + joined(frame.senses, "+") + " by '" + printable(frame.verb) + "', " + frame.rule + ": " +
                   (frame.persons.empty() ? "groups" : printable(joined(frame.persons, "; "))) + "\n";
        for (const ExplainedClause& clause : sentence.clauses) {
            if (clause.kind.choice == "other") continue;
            out += "  states: ";
            write_text(out, clause.kind, most);
            out += "    " + printable(clause.text.text) + "\n";
        }
        for (const ExplainedMeasure& measure : sentence.measures)
            out += "  figure " + printable(measure.text.text) + "\n    indicator: " + listed(measure.indicator) +
                   "\n    period: " + listed(measure.period) + "\n";
        out += '\n';
    }
    for (const ExplainedCell& cell : explanation.cells)
        out += "figure " + printable(cell.text.text) + " of a table\n  row: '" + printable(cell.row) +
               "'\n  column: '" + printable(cell.column) + "', " + cell.rule + "\n  unit: " + listed({cell.unit}) +
               "\n  period: " + listed({cell.period}) + "\n";
    return out;
}

std::string to_json(const Explanation& explanation, int indent) {
    JsonWriter json(indent);
    json.begin_object();
    json.key("genre");
    if (explanation.genre)
        write(json, *explanation.genre);
    else
        json.null();
    write_each(json, "sentences", explanation.sentences,
               [&](const ExplainedSentence& sentence) { write(json, sentence); });
    write_each(json, "cells", explanation.cells, [&](const ExplainedCell& cell) { write(json, cell); });
    json.end_object();
    return json.take();
}

}  // namespace tongket
