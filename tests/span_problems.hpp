// SPDX-License-Identifier: BSL-1.0
/// @file
/// What must hold for the places and links of every report; needs no test framework.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tongket/tongket.hpp>

#include "text/text.hpp"

namespace tongket::test {

/// Finds what is wrong with the places in a report: see `span_problems`.
class SpanChecker {
  public:
    explicit SpanChecker(std::string_view source) : source_(source) {}

    std::vector<std::string> run(const Report& report) {
        joined_ = std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                              [](const Diagnostic& one) { return one.code == "wrapped-lines"; });
        if (report.offsets != Offsets::byte) add("report", "offsets do not count bytes");
        text("title", report.title);
        if (report.published) place("published", report.published->span);
        text("outlet", report.outlet);
        text("byline", report.byline);
        text("meeting.name", report.meeting.name);
        text("meeting.venue", report.meeting.venue);
        if (const auto& organizer = report.meeting.organizer)
            words("meeting.organizer", organizer->name, organizer->span);
        zones(report.zones);
        for (const Person& person : report.people) words("person", person.name, person.span);
        for (const Delegation& delegation : report.delegations) words("delegation", delegation.text, delegation.span);
        statements("achievement", report.achievements, report.measures);
        statements("shortcoming", report.shortcomings, report.measures);
        statements("target", report.targets, report.measures);
        measures(report.measures);
        for (const Award& award : report.awards) words("award", award.text, award.span);
        citations(report.citations);
        for (const Diagnostic& diagnostic : report.diagnostics) {
            range("diagnostic", diagnostic.span);
            if (diagnostic.related) range("diagnostic.related", *diagnostic.related);
        }
        return std::move(problems_);
    }

  private:
    std::string_view source_;
    bool joined_ = false;  // lines of the text were
    std::vector<std::string> problems_;

    void add(const std::string& node, const std::string& what) { problems_.push_back(node + ": " + what); }

    // Inside a code point: a byte that continues a UTF-8 sequence. In repaired input such a byte may be a place of
    // its own, so only bytes of a valid sequence count.
    [[nodiscard]] bool splits_a_letter(std::size_t at) const {
        if (at >= source_.size() || (static_cast<unsigned char>(source_[at]) & 0xC0U) != 0x80U) return false;
        std::size_t lead = at;
        while (lead > 0 && at - lead < 3 && (static_cast<unsigned char>(source_[lead]) & 0xC0U) == 0x80U) --lead;
        const auto byte = static_cast<unsigned char>(source_[lead]);
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return lead + length > at && lead + length <= source_.size() &&
               find_invalid_utf8(source_.substr(lead, length)) == std::string_view::npos;
    }

    void range(const std::string& node, const Span& span) {
        if (span.begin > span.end || span.end > source_.size()) {
            add(node, to_string(span) + " runs out of the source of " + std::to_string(source_.size()) + " bytes");
            return;
        }
        if (splits_a_letter(span.begin) || splits_a_letter(span.end))
            add(node, to_string(span) + " cuts through a code point");
    }

    /// A place that says something.
    void place(const std::string& node, const Span& span) {
        range(node, span);
        if (span.empty()) add(node, to_string(span) + " is empty");
    }

    /// The words of a place; where lines were joined, with single blanks and without what stands between them.
    void words(const std::string& node, const std::string& said, const Span& span) {
        place(node, span);
        if (said.empty()) add(node, to_string(span) + " has no words");
        if (span.end > source_.size() || slice(source_, span) == said) return;
        const std::string_view there = slice(source_, span);
        const bool in_one_line = said.find_first_of("\r\n\f\v") == std::string::npos &&
                                 said.find("  ") == std::string::npos && said.front() != ' ' && said.back() != ' ';
        const bool joined = joined_ || there.find_first_of("\r\n\f\v") != std::string_view::npos;
        if (!joined || !in_one_line || !stand_at(said, source_, span))
            add(node, "claims '" + said + "' but " + to_string(span) + " holds '" + std::string(there) + "'");
    }

    void text(const std::string& node, const std::optional<Text>& said) {
        if (said) words(node, said->text, said->span);
    }

    void zones(const std::vector<Zone>& list) {
        if (list.empty()) {
            if (!source_.empty()) add("zones", "none");
            return;
        }
        if (list.front().span.begin != 0) add("zones", "the first begins at " + to_string(list.front().span));
        if (list.back().span.end != source_.size()) add("zones", "the last ends at " + to_string(list.back().span));
        for (std::size_t i = 0; i < list.size(); ++i) {
            range("zone", list[i].span);
            if (list[i].span.empty() && !source_.empty()) add("zone", to_string(list[i]) + " is empty");
            if (i == 0) continue;
            if (list[i].span.begin != list[i - 1].span.end)
                add("zones", to_string(list[i - 1]) + " and " + to_string(list[i]) + " do not join");
            if (list[i].kind == list[i - 1].kind)
                add("zones", to_string(list[i - 1]) + " and " + to_string(list[i]) + " are of one kind");
        }
    }

    template <class T>
    void statements(const std::string& node, const std::vector<T>& list, const std::vector<Measure>& measures) {
        for (const T& statement : list) {
            words(node, statement.text, statement.span);
            for (std::size_t i = 0; i < statement.measures.size(); ++i) {
                const std::size_t index = statement.measures[i];
                if (index >= measures.size())
                    add(node, "names measure " + std::to_string(index) + " of " + std::to_string(measures.size()));
                else if (!statement.span.overlaps(measures[index].span))
                    add(node, to_string(statement.span) + " does not hold its measure " + to_string(measures[index]));
                if (i > 0 && statement.measures[i - 1] >= index) add(node, "measures out of order");
            }
        }
    }

    void measures(const std::vector<Measure>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Measure& measure = list[i];
            words("measure", measure.text, measure.span);
            text("measure.indicator", measure.indicator);
            if (i > 0 && list[i - 1].span.end > measure.span.begin)
                add("measures",
                    to_string(list[i - 1]) + " and " + to_string(measure) + " overlap or are out of order");
            if (measure.part_of && (*measure.part_of >= list.size() || *measure.part_of == i))
                add("measure", to_string(measure) + " is part of " + std::to_string(*measure.part_of));
            if ((measure.role == MeasureRole::change) != measure.direction.has_value())
                add("measure", to_string(measure) + " is a change without direction, or the other way round");
        }
    }

    void citations(const std::vector<Citation>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            words("citation", list[i].text, list[i].span);
            if (i > 0 && list[i - 1].span.end > list[i].span.begin) add("citations", "out of order");
            if (list[i].full_mention && (*list[i].full_mention >= list.size() || *list[i].full_mention == i))
                add("citation", to_string(list[i]) + " points at " + std::to_string(*list[i].full_mention));
        }
    }
};

/// What is wrong with the places in a report, a line each:
///  - the words of a node are those of the source at its span, where lines were joined in one line; spans end between
///    code points
///  - zones partition the source, no two neighbours are of one kind
///  - measures and citations are in order; indices lead to other nodes
[[nodiscard]] inline std::vector<std::string> span_problems(std::string_view source, const Report& report) {
    return SpanChecker(source).run(report);
}

}  // namespace tongket::test
