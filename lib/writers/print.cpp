// SPDX-License-Identifier: BSL-1.0
#include <tongket/names.hpp>
#include <tongket/print.hpp>

#include "text/code_point.hpp"
#include "writers/display.hpp"

namespace tongket {
namespace {

/// `words` in quotes, in one line: quotes and what steers a terminal are escaped.
std::string quoted(std::string_view words) {
    constexpr std::string_view hex = "0123456789abcdef";
    const std::string line = in_one_line(words);
    std::string out = "\"";
    for (std::string_view text = line; !text.empty();) {
        const CodePoint code_point = take_code_point(text);
        if (code_point.value == '"' || code_point.value == '\\') {
            (out += '\\') += code_point.bytes;
        } else if (code_point.value >= 0 && !steers_terminal(static_cast<char32_t>(code_point.value))) {
            out += code_point.bytes;
        } else {
            for (const char c : code_point.bytes) {
                const auto byte = static_cast<unsigned char>(c);
                ((out += "\\x") += hex[byte >> 4U]) += hex[byte & 0xFU];
            }
        }
    }
    return out + '"';
}

/// `"words" [10, 17)`, the head of every node that has text.
std::string quoted_at(std::string_view text, const Span& span) { return quoted(text) + " " + to_string(span); }

template <class Enum>
std::string named(Enum value) {
    return std::string(name_of(value));
}

/// `, label value`, or nothing where there is no value. `write` turns the value into a string.
template <class T, class Write>
std::string labelled(std::string_view label, const std::optional<T>& value, Write write) {
    if (!value) return {};
    return ", " + std::string(label) + " " + write(*value);
}

template <class T>
std::string labelled(std::string_view label, const std::optional<T>& value) {
    return labelled(label, value, [](const T& it) { return it.to_string(); });
}

std::string labelled_words(std::string_view label, const std::optional<std::string>& words) {
    return labelled(label, words, [](const std::string& it) { return quoted(it); });
}

std::string labelled_text(std::string_view label, const std::optional<Text>& text) {
    return labelled(label, text, [](const Text& it) { return quoted_at(it.text, it.span); });
}

/// `#3`, an index into another list of the report.
std::string index_name(std::size_t index) {
    std::string out = "#";
    return out += std::to_string(index);
}

std::string labelled_index(std::string_view label, const std::optional<std::size_t>& index) {
    return labelled(label, index, index_name);
}

/// `write(item)` of every item with commas between.
template <class Items, class Write>
std::string listed(const Items& items, Write write) {
    std::string out;
    for (const auto& item : items) {
        if (!out.empty()) out += ", ";
        out += write(item);
    }
    return out;
}

/// What statements and targets have in common.
std::string statement_fields(const Statement& statement) {
    std::string out = quoted_at(statement.text, statement.span) + ", " + named(statement.topic);
    if (!statement.measures.empty()) out += ", measures " + listed(statement.measures, index_name);
    return out;
}

std::string organizer_fields(const Organizer& organizer) {
    return quoted_at(organizer.name, organizer.span) + " " + named(organizer.kind) +
           (organizer.province ? " " + printable(*organizer.province) : "");
}

std::string per_fields(const Per& per) { return per.value.to_string() + " " + printable(per.unit); }

}  // namespace

std::string to_string(const Span& span) {
    std::string out = "[";
    out += std::to_string(span.begin);
    out += ", ";
    out += std::to_string(span.end);
    return out += ")";
}

std::string to_string(const Text& text) { return "Text{" + quoted_at(text.text, text.span) + "}"; }

std::string to_string(const Zone& zone) { return "Zone{" + named(zone.kind) + " " + to_string(zone.span) + "}"; }

std::string to_string(const Organizer& organizer) { return "Organizer{" + organizer_fields(organizer) + "}"; }

std::string to_string(const Published& published) {
    return "Published{" + published.date.to_string() + (published.time ? " " + published.time->to_string() : "") +
           " " + to_string(published.span) + "}";
}

std::string to_string(const Per& per) { return "Per{" + per_fields(per) + "}"; }

std::string to_string(const MeasureConfidence& confidence) {
    return "MeasureConfidence{indicator " + named(confidence.indicator) + ", id " + named(confidence.indicator_id) +
           ", period " + named(confidence.period) + ", part of " + named(confidence.part_of) + "}";
}

std::string to_string(const Meeting& meeting) {
    return "Meeting{" + named(meeting.kind) + labelled_text("name", meeting.name) + labelled("date", meeting.date) +
           labelled("day part", meeting.day_part, named<DayPart>) +
           labelled("organizer", meeting.organizer, organizer_fields) + labelled_text("venue", meeting.venue) +
           labelled("reviews", meeting.reviews) + labelled("plans", meeting.plans) + "}";
}

std::string to_string(const Position& position) {
    return "Position{" + quoted(position.title) + labelled_words("of", position.organization) + ", " +
           named(position.confidence) + "}";
}

std::string to_string(const Person& person) {
    std::string out = "Person{" + quoted_at(person.name, person.span) + labelled_words("honorific", person.honorific);
    for (const Position& position : person.positions) out += ", " + to_string(position);
    if (!person.roles.empty()) out += ", roles " + listed(person.roles, named<Role>);
    return out + "}";
}

std::string to_string(const Delegation& delegation) {
    return "Delegation{" + quoted_at(delegation.text, delegation.span) + "}";
}

std::string to_string(const Measure& measure) {
    std::string out = "Measure{" + quoted_at(measure.text, measure.span) + " = ";
    if (measure.approx != Approximation::exact) out += named(measure.approx) + " ";
    out += measure.value.to_string();
    if (measure.to) out += ".." + measure.to->to_string();
    if (measure.of) out += " of " + measure.of->to_string();
    if (measure.unit) out += " " + printable(*measure.unit);
    if (measure.per) out += " per " + per_fields(*measure.per);
    out += ", " + named(measure.kind);
    if (measure.estimated) out += ", estimated";
    if (measure.planned) out += ", planned";
    if (measure.role == MeasureRole::change) out += ", change";
    return out + labelled("direction", measure.direction, named<Direction>) +
           labelled_words("baseline", measure.baseline) + labelled_text("indicator", measure.indicator) +
           labelled_words("id", measure.indicator_id) + labelled("period", measure.period) +
           labelled_index("part of", measure.part_of) + "}";
}

std::string to_string(const Statement& statement) { return "Statement{" + statement_fields(statement) + "}"; }

std::string to_string(const Target& target) {
    return "Target{" + statement_fields(target) + ", source " + quoted(target.source) + labelled("due", target.due) +
           "}";
}

std::string to_string(const Award& award) {
    const auto number = [](auto value) { return std::to_string(value); };
    return "Award{" + quoted_at(award.text, award.span) + ", " + named(award.kind) + " " + quoted(award.name) +
           labelled_words("from", award.grantor) + labelled_words("to", award.recipient) +
           labelled("count", award.count, number) + labelled("year", award.year, number) + "}";
}

std::string to_string(const Citation& citation) {
    return "Citation{" + quoted_at(citation.text, citation.span) + ", " + named(citation.type) + " " +
           quoted(citation.number) + " = " + quoted(citation.normalized_number) + labelled("date", citation.date) +
           labelled_words("issuer", citation.issuer) + labelled_index("same as", citation.full_mention) + "}";
}

std::string to_string(const Diagnostic& diagnostic) {
    return "Diagnostic{" + named(diagnostic.severity) + " " + printable(diagnostic.code) + " " +
           to_string(diagnostic.span) + ": " + quoted(diagnostic.message) +
           labelled("related", diagnostic.related, [](const Span& span) { return to_string(span); }) + "}";
}

std::string to_string(const Report& report) {
    const auto counted = [](std::size_t count, std::string_view noun) {
        return ", " + std::to_string(count) + " " + std::string(noun);
    };
    return "Report{" + (report.title ? quoted_at(report.title->text, report.title->span) : "no title") + ", " +
           to_string(report.meeting) + counted(report.zones.size(), "zones") +
           counted(report.people.size(), "people") + counted(report.delegations.size(), "delegations") +
           counted(report.achievements.size(), "achievements") + counted(report.measures.size(), "measures") +
           counted(report.shortcomings.size(), "shortcomings") + counted(report.targets.size(), "targets") +
           counted(report.awards.size(), "awards") + counted(report.citations.size(), "citations") +
           counted(report.diagnostics.size(), "diagnostics") + "}";
}

// ---- what stands beside the report -------------------------------------------------------------------------------

std::string to_string(const Decimal& value) { return value.to_string(); }
std::string to_string(const Date& value) { return value.to_string(); }
std::string to_string(const TimeOfDay& value) { return value.to_string(); }
std::string to_string(const Period& value) { return value.to_string(); }
std::string to_string(const Period::Part& value) { return Period{value, value}.to_string(); }

std::string to_string(const LineColumn& place) {
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string to_string(const LexiconEntry& entry) {
    return "LexiconEntry{" + printable(entry.word_class) + " " + listed(entry.phrases, quoted) + " = " +
           quoted(entry.value) + (entry.attributes.empty() ? "" : ", " + quoted(entry.attributes)) + "}";
}

std::string to_string(const Province& province) {
    return "Province{" + printable(province.code) + " " + quoted(province.name) +
           (province.successor == province.code ? "" : ", successor " + printable(province.successor)) + "}";
}

std::string to_string(const FoundDate& found) {
    return "FoundDate{" + quoted_at(found.text, found.span) + " = " + found.date.to_string() +
           (found.to ? ".." + found.to->to_string() : "") + "}";
}

std::string to_string(const FoundPeriod& found) {
    return "FoundPeriod{" + quoted_at(found.text, found.span) + " = " + found.period.to_string() + "}";
}

// ---- explanations ------------------------------------------------------------------------------------------------

std::string to_string(const Evidence& evidence) {
    return "Evidence{" + quoted(evidence.feature) + " " + std::to_string(evidence.weight) + "}";
}

std::string to_string(const Decided& decided) {
    return "Decided{" + printable(decided.choice) + " before " + printable(decided.next_best) + " by " +
           std::to_string(decided.margin) + ", " + named(decided.confidence) + ", " +
           std::to_string(decided.evidence.size()) + " evidence}";
}

std::string to_string(const ExplainedFrame& frame) {
    return "ExplainedFrame{" + printable(frame.rule) + ": " + quoted(frame.verb) + ", senses " +
           listed(frame.senses, printable) + ", persons " + listed(frame.persons, quoted) + "}";
}

std::string to_string(const ExplainedClause& clause) {
    return "ExplainedClause{" + quoted_at(clause.text.text, clause.text.span) + ", " + to_string(clause.kind) + "}";
}

std::string to_string(const ExplainedCandidate& candidate) {
    return "ExplainedCandidate{" + printable(candidate.rule) + " " + quoted(candidate.value) + ", " +
           named(candidate.confidence) + "}";
}

std::string to_string(const ExplainedMeasure& measure) {
    const auto candidate = [](const ExplainedCandidate& it) { return to_string(it); };
    return "ExplainedMeasure{" + quoted_at(measure.text.text, measure.text.span) + ", indicator " +
           listed(measure.indicator, candidate) + ", period " + listed(measure.period, candidate) + "}";
}

std::string to_string(const ExplainedCell& cell) {
    return "ExplainedCell{" + quoted_at(cell.text.text, cell.text.span) + ", row " + quoted(cell.row) + ", column " +
           quoted(cell.column) + " " + printable(cell.rule) + ", unit " + to_string(cell.unit) + ", period " +
           to_string(cell.period) + "}";
}

std::string to_string(const ExplainedSentence& sentence) {
    return "ExplainedSentence{" + quoted_at(sentence.text.text, sentence.text.span) + ", " +
           to_string(sentence.zone) + ", " + std::to_string(sentence.frames.size()) + " frames, " +
           std::to_string(sentence.clauses.size()) + " clauses, " + std::to_string(sentence.measures.size()) +
           " measures}";
}

std::string to_string(const Explanation& explanation) {
    return "Explanation{" + (explanation.genre ? to_string(*explanation.genre) : "no genre") + ", " +
           std::to_string(explanation.sentences.size()) + " sentences, " + std::to_string(explanation.cells.size()) +
           " cells}";
}

}  // namespace tongket
