// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a report says, as plain values. Field meanings follow docs/data-model.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tongket/date.hpp>
#include <tongket/decimal.hpp>
#include <tongket/span.hpp>

namespace tongket {

/// Words of the source and where they stand: those of `slice(source, span)`, but in a text whose lines were joined
/// with single blanks for line breaks and without what stands where pages turn. `stand_at(text, source, span)` is
/// true.
struct Text {
    std::string text;
    Span span;
    bool operator==(const Text&) const = default;
};

/// How sure a resolved link is, by the tier of rules that found it.
enum class Confidence : std::uint8_t {
    certain,  ///< said next to the item (apposition, same clause)
    likely,   ///< from the same sentence or a neighbouring item
    guess     ///< from a default of the paragraph, the zone or the page
};

/// What a stretch of the page is.
enum class ZoneKind : std::uint8_t {
    boilerplate,
    title,
    dateline,
    lead,
    caption,
    opening,
    achievements,
    shortcomings,
    tasks,
    speech,
    awards,
    other,
    byline
};

/// One stretch of the page; the zones of a report partition its source.
struct Zone {
    ZoneKind kind = ZoneKind::other;
    Span span;
    bool operator==(const Zone&) const = default;
};

enum class MeetingKind : std::uint8_t { annual_review, interim_review, kickoff, briefing, other };
enum class DayPart : std::uint8_t { morning, afternoon, evening };
enum class OrganizerKind : std::uint8_t { department, ministry, office, committee, other };

/// The agency that held the conference.
struct Organizer {
    std::string name;  ///< as first written in full
    OrganizerKind kind = OrganizerKind::other;
    std::optional<std::string> province;  ///< ISO 3166-2 code, `VN-54`
    Span span;
    bool operator==(const Organizer&) const = default;
};

/// The conference itself.
struct Meeting {
    MeetingKind kind = MeetingKind::other;
    std::optional<Text> name;  ///< the words that name the conference
    std::optional<Date> date;
    std::optional<DayPart> day_part;
    std::optional<Organizer> organizer;
    std::optional<Text> venue;
    std::optional<Period> reviews;  ///< the period reviewed
    std::optional<Period> plans;    ///< the period planned
    bool operator==(const Meeting&) const = default;
};

/// One office that a person holds, words as written.
struct Position {
    std::string title;
    std::optional<std::string> organization;
    Confidence confidence = Confidence::certain;
    bool operator==(const Position&) const = default;
};

enum class Role : std::uint8_t { chair, guest, speaker, closing, presenter, launcher };

/// A person named in the body, once.
struct Person {
    std::string name;
    std::optional<std::string> honorific;
    std::vector<Position> positions;
    std::vector<Role> roles;  ///< each at most once, in the order of `Role`
    Span span;                ///< the first mention of the name
    bool operator==(const Person&) const = default;
};

/// A group that attended.
struct Delegation {
    std::string text;
    Span span;
    bool operator==(const Delegation&) const = default;
};

enum class MeasureKind : std::uint8_t { count, money, percent, ratio, rate, rank, duration, length, other };
enum class Approximation : std::uint8_t { exact, about, nearly, over, under, at_least, at_most };
enum class MeasureRole : std::uint8_t { level, change };
enum class Direction : std::uint8_t { increase, decrease };

/// The denominator of a rate: `/100 dân` is {100, "dân"}.
struct Per {
    Decimal value;
    std::string unit;
    bool operator==(const Per&) const = default;
};

/// Which tier found each resolved link of a measure.
struct MeasureConfidence {
    Confidence indicator = Confidence::guess;
    Confidence indicator_id = Confidence::guess;
    Confidence period = Confidence::guess;
    Confidence part_of = Confidence::guess;
    bool operator==(const MeasureConfidence&) const = default;
};

/// A quantity of the report.
struct Measure {
    std::string text;  ///< from the qualifier to the end of the unit or counted noun
    Span span;
    Decimal value;              ///< scale applied, in `unit`
    std::optional<Decimal> to;  ///< upper end of a range
    std::optional<std::string> unit;
    MeasureKind kind = MeasureKind::count;
    Approximation approx = Approximation::exact;
    bool estimated = false;
    bool planned = false;       ///< what was to be reached: 'Kế hoạch 2016', '(chỉ tiêu 90%)'
    std::optional<Decimal> of;  ///< the whole of a ratio or a rank
    std::optional<Per> per;
    MeasureRole role = MeasureRole::level;
    std::optional<Direction> direction;       ///< of a change
    std::optional<std::string> baseline;      ///< what a change or comparison is against, as written
    std::optional<Text> indicator;            ///< the words that say what is measured
    std::optional<std::string> indicator_id;  ///< from the indicator catalogue
    std::optional<Period> period;
    std::optional<std::size_t> part_of;  ///< index into `Report::measures` of the measure that this one breaks down
    MeasureConfidence confidence;
    bool operator==(const Measure&) const = default;
};

enum class Topic : std::uint8_t {
    press,
    publishing,
    broadcasting,
    grassroots,
    external,
    postal,
    telecom,
    postal_telecom,
    it,
    security,
    administration,
    planning,
    inspection,
    training,
    emulation,
    general
};

/// A sentence or clause of the report with its topic.
struct Statement {
    std::string text;
    Span span;
    Topic topic = Topic::general;
    std::vector<std::size_t> measures;  ///< indices into `Report::measures`
    bool operator==(const Statement&) const = default;
};

/// A result reported.
using Achievement = Statement;
/// A failing reported.
using Shortcoming = Statement;

/// Something to be done in the coming period.
struct Target : Statement {
    std::string source = "plan";  ///< `plan`, or the name of the person who asked for it
    std::optional<Period> due;
    bool operator==(const Target&) const = default;
};

enum class AwardKind : std::uint8_t { flag, certificate, merit, title, medal, other };

/// An honour conferred on one recipient or group of recipients.
struct Award {
    std::string text;  ///< the count with its noun, or the award's name
    Span span;
    std::string name;
    AwardKind kind = AwardKind::other;
    std::optional<std::string> grantor;
    std::optional<std::string> recipient;  ///< `collective`, `individual`, or the recipient as written
    std::optional<std::int64_t> count;
    std::optional<int> year;
    Confidence grantor_confidence = Confidence::guess;
    bool operator==(const Award&) const = default;
};

enum class CitationType : std::uint8_t {
    decree,
    decision,
    circular,
    directive,
    resolution,
    law,
    plan,
    programme,
    dispatch,
    other
};

/// A legal or administrative document named by its number.
struct Citation {
    std::string text;
    Span span;
    CitationType type = CitationType::other;
    std::string number;             ///< as written
    std::string normalized_number;  ///< without stray spaces, dashes unified: `03/2007/QĐ-BTTTT`
    std::optional<Date> date;
    std::optional<std::string> issuer;  ///< as written
    std::optional<std::size_t>
        full_mention;  ///< index into `Report::citations` of the fuller mention of the same document
    bool operator==(const Citation&) const = default;
};

enum class Severity : std::uint8_t { note, warning };

/// Something that the reader of the result should know.
struct Diagnostic {
    Severity severity = Severity::note;
    std::string code;     ///< stable, kebab-case: `ambiguous-separator`
    std::string message;  ///< English, for people
    Span span;
    std::optional<Span> related;  ///< the other side of a comparison
    bool operator==(const Diagnostic&) const = default;
};

/// Publication time of the page.
struct Published {
    Date date;
    std::optional<TimeOfDay> time;
    Span span;
    bool operator==(const Published&) const = default;
};

/// What the spans of a report count.
enum class Offsets : std::uint8_t { byte, codepoint };

/// A text of this genre or more is a report of a review conference, or next to it: docs/quality.md has the share of
/// reports that reach it and of other news that does. Below it a report has the diagnostic `doubtful-genre`.
inline constexpr double report_genre = 0.5;
/// Below this genre a text is read for its figures, people and citations only: it gets no meeting, delegations,
/// achievements, shortcomings, targets and awards.
inline constexpr double least_genre = 0.02;

/// One conference report as typed data. Spans lead into the source as it was given.
struct Report {
    Offsets offsets = Offsets::byte;
    /// How likely the text is a report of a review conference, 0 to 1 in thousandths: see `report_genre`. None where
    /// a report does not say.
    std::optional<double> genre;
    std::optional<Text> title;
    std::optional<Published> published;
    std::optional<Text> outlet;
    std::optional<Text> byline;
    std::vector<Zone> zones;  ///< a partition of the source, in order
    Meeting meeting;
    std::vector<Person> people;  ///< in order of the first mention
    std::vector<Delegation> delegations;
    std::vector<Achievement> achievements;
    std::vector<Measure> measures;  ///< in order of their spans
    std::vector<Shortcoming> shortcomings;
    std::vector<Target> targets;
    std::vector<Award> awards;
    std::vector<Citation> citations;
    std::vector<Diagnostic> diagnostics;
    bool operator==(const Report&) const = default;
};

}  // namespace tongket
