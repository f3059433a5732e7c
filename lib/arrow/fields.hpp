// SPDX-License-Identifier: BSL-1.0
/// @file
/// The columns of `tongket.arrow/1`, node by node: docs/arrow.md. Behind a published minor version columns are only
/// added.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <tongket/model.hpp>

#include "arrow/columns.hpp"

namespace tongket::arrow {

// The span of a node that has one.
inline constexpr Field begin{"begin", [](const auto& node) { return Place{node.span.begin}; }};
inline constexpr Field end{"end", [](const auto& node) { return Place{node.span.end}; }};

template <>
struct Fields<Span> {
    static constexpr std::tuple list{Field{"begin", [](const Span& span) { return Place{span.begin}; }},
                                     Field{"end", [](const Span& span) { return Place{span.end}; }}};
};

template <>
struct Fields<Text> {
    static constexpr std::tuple list{Field{"text", &Text::text}, begin, end};
};

template <>
struct Fields<Period> {
    static constexpr std::tuple list{Field{"text", &Period::to_string}, Field{"start", &Period::first_day},
                                     Field{"end", &Period::last_day}};
};

template <>
struct Fields<Published> {
    static constexpr std::tuple list{Field{"date", &Published::date}, Field{"time", &Published::time}, begin, end};
};

template <>
struct Fields<Zone> {
    static constexpr std::tuple list{Field{"kind", &Zone::kind}, begin, end};
};

template <>
struct Fields<Organizer> {
    static constexpr std::tuple list{Field{"name", &Organizer::name}, Field{"kind", &Organizer::kind},
                                     Field{"province", &Organizer::province}, begin, end};
};

template <>
struct Fields<Meeting> {
    static constexpr std::tuple list{Field{"kind", &Meeting::kind},           Field{"name", &Meeting::name},
                                     Field{"date", &Meeting::date},           Field{"day_part", &Meeting::day_part},
                                     Field{"organizer", &Meeting::organizer}, Field{"venue", &Meeting::venue},
                                     Field{"reviews", &Meeting::reviews},     Field{"plans", &Meeting::plans}};
};

template <>
struct Fields<Position> {
    static constexpr std::tuple list{Field{"title", &Position::title}, Field{"organization", &Position::organization},
                                     Field{"confidence", &Position::confidence}};
};

template <>
struct Fields<Person> {
    static constexpr std::tuple list{Field{"name", &Person::name},
                                     Field{"honorific", &Person::honorific},
                                     Field{"positions", &Person::positions},
                                     Field{"roles", &Person::roles},
                                     begin,
                                     end};
};

template <>
struct Fields<Delegation> {
    static constexpr std::tuple list{Field{"text", &Delegation::text}, begin, end};
};

template <>
struct Fields<Per> {
    static constexpr std::tuple list{Field{"value", &Per::value}, Field{"unit", &Per::unit}};
};

template <>
struct Fields<MeasureConfidence> {
    static constexpr std::tuple list{
        Field{"indicator", &MeasureConfidence::indicator}, Field{"indicator_id", &MeasureConfidence::indicator_id},
        Field{"period", &MeasureConfidence::period}, Field{"part_of", &MeasureConfidence::part_of}};
};

template <>
struct Fields<Measure> {
    static constexpr std::tuple list{
        Field{"text", &Measure::text},
        Field{"value", &Measure::value},
        Field{"to", &Measure::to},
        Field{"unit", &Measure::unit},
        Field{"kind", &Measure::kind},
        Field{"approx", &Measure::approx},
        Field{"estimated", &Measure::estimated},
        Field{"planned", &Measure::planned},
        Field{"of", &Measure::of},
        Field{"per", &Measure::per},
        Field{"role", &Measure::role},
        Field{"direction", &Measure::direction},
        Field{"baseline", &Measure::baseline},
        Field{"indicator", &Measure::indicator},
        Field{"indicator_id", &Measure::indicator_id},
        Field{"period", &Measure::period},
        Field{"part_of", &Measure::part_of},
        Field{"confidence", &Measure::confidence},
        Field{"zone", [](const Measure& measure) { return ZoneAround{measure.span.begin}; }},
        begin,
        end};
};

template <>
struct Fields<Statement> {
    static constexpr std::tuple list{Field{"text", &Statement::text}, Field{"topic", &Statement::topic},
                                     Field{"measures", &Statement::measures}, begin, end};
};

template <>
struct Fields<Target> {
    static constexpr std::tuple list = std::tuple_cat(
        Fields<Statement>::list, std::tuple{Field{"source", &Target::source}, Field{"due", &Target::due}});
};

template <>
struct Fields<Award> {
    static constexpr std::tuple list{Field{"text", &Award::text},
                                     Field{"name", &Award::name},
                                     Field{"kind", &Award::kind},
                                     Field{"grantor", &Award::grantor},
                                     Field{"recipient", &Award::recipient},
                                     Field{"count", &Award::count},
                                     Field{"year", &Award::year},
                                     Field{"grantor_confidence", &Award::grantor_confidence},
                                     begin,
                                     end};
};

template <>
struct Fields<Citation> {
    static constexpr std::tuple list{Field{"text", &Citation::text},
                                     Field{"type", &Citation::type},
                                     Field{"number", &Citation::number},
                                     Field{"normalized_number", &Citation::normalized_number},
                                     Field{"date", &Citation::date},
                                     Field{"issuer", &Citation::issuer},
                                     Field{"full_mention", &Citation::full_mention},
                                     begin,
                                     end};
};

template <>
struct Fields<Diagnostic> {
    static constexpr std::tuple list{Field{"severity", &Diagnostic::severity},
                                     Field{"code", &Diagnostic::code},
                                     Field{"message", &Diagnostic::message},
                                     begin,
                                     end,
                                     Field{"related", &Diagnostic::related}};
};

/// Why a page has no report.
struct Failure {
    std::string_view code;
    std::optional<std::size_t> offset;  ///< in code points
};

template <>
struct Fields<Failure> {
    static constexpr std::tuple list{Field{"code", &Failure::code}, Field{"offset", &Failure::offset}};
};

/// A row: a page with its report, or why it has none.
struct Row {
    std::optional<std::string_view> id;
    std::optional<Failure> error;
    const Report* report = nullptr;
};

/// A part of the report, which a page with an error has not.
template <class T>
constexpr auto part(const char* name, T Report::*member) {
    return Field{name, [member](const Row& row) -> const T* {
                     return row.report != nullptr ? &(row.report->*member) : nullptr;
                 }};
}

template <>
struct Fields<Row> {
    static constexpr std::tuple list{Field{"id", &Row::id},
                                     Field{"error", &Row::error},
                                     part("genre", &Report::genre),
                                     part("title", &Report::title),
                                     part("published", &Report::published),
                                     part("outlet", &Report::outlet),
                                     part("byline", &Report::byline),
                                     part("zones", &Report::zones),
                                     part("meeting", &Report::meeting),
                                     part("people", &Report::people),
                                     part("delegations", &Report::delegations),
                                     part("achievements", &Report::achievements),
                                     part("measures", &Report::measures),
                                     part("shortcomings", &Report::shortcomings),
                                     part("targets", &Report::targets),
                                     part("awards", &Report::awards),
                                     part("citations", &Report::citations),
                                     part("diagnostics", &Report::diagnostics)};
};

}  // namespace tongket::arrow
