// SPDX-License-Identifier: BSL-1.0
// The members of each value are named by a structured binding, so that one that is added cannot be forgotten.
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <tongket/hash.hpp>

namespace tongket {
namespace {

// What has a hash of its own in the standard library.
template <class T>
requires(std::is_arithmetic_v<T> || std::is_enum_v<T> || std::same_as<T, std::string>) std::size_t
    hash_of(const T& value)
noexcept { return std::hash<T>{}(value); }
template <Value T>
std::size_t hash_of(const T& value) noexcept {
    return hash_value(value);
}

// Not linear: the same change of two members must not give the same hash.
std::size_t joined(std::size_t seed, std::size_t hash) noexcept {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ULL, mix = 0xD6E8FEB86659FD93ULL;
    std::uint64_t state = seed * spread + hash;
    state = (state ^ state >> 32U) * mix;
    return static_cast<std::size_t>(state ^ state >> 32U);
}

// An optional that is empty is another than one of a value with hash 0, and so is an empty list.
template <class T>
std::size_t hash_of(const std::optional<T>& value) noexcept {
    return value ? joined(1, hash_of(*value)) : 0;
}
template <class T>
std::size_t hash_of(const std::vector<T>& values) noexcept {
    std::size_t hash = values.size();
    for (const T& value : values) hash = joined(hash, hash_of(value));
    return hash;
}

template <class... Members>
std::size_t hash_all(const Members&... members) noexcept {
    std::size_t hash = sizeof...(Members);
    ((hash = joined(hash, hash_of(members))), ...);
    return hash;
}

std::size_t members_hash(const Award& value) noexcept {
    const auto& [text, span, name, kind, grantor, recipient, count, year, grantor_confidence] = value;
    return hash_all(text, span, name, kind, grantor, recipient, count, year, grantor_confidence);
}
std::size_t members_hash(const Citation& value) noexcept {
    const auto& [text, span, type, number, normalized_number, date, issuer, full_mention] = value;
    return hash_all(text, span, type, number, normalized_number, date, issuer, full_mention);
}
std::size_t members_hash(const Date& value) noexcept {
    const auto& [year, month, day] = value;
    return hash_all(year, month, day);
}
std::size_t members_hash(const Decided& value) noexcept {
    const auto& [choice, next_best, margin, confidence, evidence] = value;
    return hash_all(choice, next_best, margin, confidence, evidence);
}
std::size_t members_hash(const Decimal& value) noexcept { return hash_all(value.coefficient(), value.exponent()); }
std::size_t members_hash(const Delegation& value) noexcept {
    const auto& [text, span] = value;
    return hash_all(text, span);
}
std::size_t members_hash(const Diagnostic& value) noexcept {
    const auto& [severity, code, message, span, related] = value;
    return hash_all(severity, code, message, span, related);
}
std::size_t members_hash(const Evidence& value) noexcept {
    const auto& [feature, weight] = value;
    return hash_all(feature, weight);
}
std::size_t members_hash(const ExplainedCandidate& value) noexcept {
    const auto& [rule, candidate, confidence] = value;
    return hash_all(rule, candidate, confidence);
}
std::size_t members_hash(const ExplainedCell& value) noexcept {
    const auto& [text, row, column, rule, unit, period] = value;
    return hash_all(text, row, column, rule, unit, period);
}
std::size_t members_hash(const ExplainedClause& value) noexcept {
    const auto& [text, kind] = value;
    return hash_all(text, kind);
}
std::size_t members_hash(const ExplainedFrame& value) noexcept {
    const auto& [rule, senses, verb, persons] = value;
    return hash_all(rule, senses, verb, persons);
}
std::size_t members_hash(const ExplainedMeasure& value) noexcept {
    const auto& [text, indicator, period] = value;
    return hash_all(text, indicator, period);
}
std::size_t members_hash(const ExplainedSentence& value) noexcept {
    const auto& [text, zone, frames, clauses, measures] = value;
    return hash_all(text, zone, frames, clauses, measures);
}
std::size_t members_hash(const Explanation& value) noexcept {
    const auto& [genre, sentences, cells] = value;
    return hash_all(genre, sentences, cells);
}
std::size_t members_hash(const FoundDate& value) noexcept {
    const auto& [text, span, date, to] = value;
    return hash_all(text, span, date, to);
}
std::size_t members_hash(const FoundPeriod& value) noexcept {
    const auto& [text, span, period] = value;
    return hash_all(text, span, period);
}
// Entries are equal wherever they stand.
std::size_t members_hash(const LexiconEntry& value) noexcept {
    const auto& [word_class, phrases, entry, attributes, offset] = value;
    static_cast<void>(offset);
    return hash_all(word_class, phrases, entry, attributes);
}
std::size_t members_hash(const LineColumn& value) noexcept {
    const auto& [line, column] = value;
    return hash_all(line, column);
}
std::size_t members_hash(const Measure& value) noexcept {
    const auto& [text, span, number, to, unit, kind, approx, estimated, planned, of, per, role, direction, baseline,
                 indicator, indicator_id, period, part_of, confidence] = value;
    return hash_all(text, span, number, to, unit, kind, approx, estimated, planned, of, per, role, direction,
                    baseline, indicator, indicator_id, period, part_of, confidence);
}
std::size_t members_hash(const MeasureConfidence& value) noexcept {
    const auto& [indicator, indicator_id, period, part_of] = value;
    return hash_all(indicator, indicator_id, period, part_of);
}
std::size_t members_hash(const Meeting& value) noexcept {
    const auto& [kind, name, date, day_part, organizer, venue, reviews, plans] = value;
    return hash_all(kind, name, date, day_part, organizer, venue, reviews, plans);
}
std::size_t members_hash(const Organizer& value) noexcept {
    const auto& [name, kind, province, span] = value;
    return hash_all(name, kind, province, span);
}
std::size_t members_hash(const Per& value) noexcept {
    const auto& [number, unit] = value;
    return hash_all(number, unit);
}
std::size_t members_hash(const Period& value) noexcept {
    const auto& [first, last] = value;
    return hash_all(first, last);
}
std::size_t members_hash(const Period::Part& value) noexcept {
    const auto& [kind, year, index, day] = value;
    return hash_all(kind, year, index, day);
}
std::size_t members_hash(const Person& value) noexcept {
    const auto& [name, honorific, positions, roles, span] = value;
    return hash_all(name, honorific, positions, roles, span);
}
std::size_t members_hash(const Position& value) noexcept {
    const auto& [title, organization, confidence] = value;
    return hash_all(title, organization, confidence);
}
std::size_t members_hash(const Province& value) noexcept {
    const auto& [code, name, successor] = value;
    return hash_all(code, name, successor);
}
std::size_t members_hash(const Published& value) noexcept {
    const auto& [date, time, span] = value;
    return hash_all(date, time, span);
}
std::size_t members_hash(const Report& value) noexcept {
    const auto& [offsets, genre, title, published, outlet, byline, zones, meeting, people, delegations, achievements,
                 measures, shortcomings, targets, awards, citations, diagnostics] = value;
    return hash_all(offsets, genre, title, published, outlet, byline, zones, meeting, people, delegations,
                    achievements, measures, shortcomings, targets, awards, citations, diagnostics);
}
std::size_t members_hash(const Span& value) noexcept {
    const auto& [begin, end] = value;
    return hash_all(begin, end);
}
std::size_t members_hash(const Statement& value) noexcept {
    const auto& [text, span, topic, measures] = value;
    return hash_all(text, span, topic, measures);
}
// A structured binding cannot name the members of a base.
std::size_t members_hash(const Target& value) noexcept {
    return joined(members_hash(static_cast<const Statement&>(value)), hash_all(value.source, value.due));
}
std::size_t members_hash(const Text& value) noexcept {
    const auto& [text, span] = value;
    return hash_all(text, span);
}
std::size_t members_hash(const TimeOfDay& value) noexcept {
    const auto& [hour, minute] = value;
    return hash_all(hour, minute);
}
std::size_t members_hash(const Zone& value) noexcept {
    const auto& [kind, span] = value;
    return hash_all(kind, span);
}

}  // namespace

template <Value T>
std::size_t hash_value(const T& value) noexcept {
    return members_hash(value);
}

template TONGKET_API std::size_t hash_value(const Award&) noexcept;
template TONGKET_API std::size_t hash_value(const Citation&) noexcept;
template TONGKET_API std::size_t hash_value(const Date&) noexcept;
template TONGKET_API std::size_t hash_value(const Decided&) noexcept;
template TONGKET_API std::size_t hash_value(const Decimal&) noexcept;
template TONGKET_API std::size_t hash_value(const Delegation&) noexcept;
template TONGKET_API std::size_t hash_value(const Diagnostic&) noexcept;
template TONGKET_API std::size_t hash_value(const Evidence&) noexcept;
template TONGKET_API std::size_t hash_value(const ExplainedCandidate&) noexcept;
template TONGKET_API std::size_t hash_value(const ExplainedCell&) noexcept;
template TONGKET_API std::size_t hash_value(const ExplainedClause&) noexcept;
template TONGKET_API std::size_t hash_value(const ExplainedFrame&) noexcept;
template TONGKET_API std::size_t hash_value(const ExplainedMeasure&) noexcept;
template TONGKET_API std::size_t hash_value(const ExplainedSentence&) noexcept;
template TONGKET_API std::size_t hash_value(const Explanation&) noexcept;
template TONGKET_API std::size_t hash_value(const FoundDate&) noexcept;
template TONGKET_API std::size_t hash_value(const FoundPeriod&) noexcept;
template TONGKET_API std::size_t hash_value(const LexiconEntry&) noexcept;
template TONGKET_API std::size_t hash_value(const LineColumn&) noexcept;
template TONGKET_API std::size_t hash_value(const Measure&) noexcept;
template TONGKET_API std::size_t hash_value(const MeasureConfidence&) noexcept;
template TONGKET_API std::size_t hash_value(const Meeting&) noexcept;
template TONGKET_API std::size_t hash_value(const Organizer&) noexcept;
template TONGKET_API std::size_t hash_value(const Per&) noexcept;
template TONGKET_API std::size_t hash_value(const Period&) noexcept;
template TONGKET_API std::size_t hash_value(const Period::Part&) noexcept;
template TONGKET_API std::size_t hash_value(const Person&) noexcept;
template TONGKET_API std::size_t hash_value(const Position&) noexcept;
template TONGKET_API std::size_t hash_value(const Province&) noexcept;
template TONGKET_API std::size_t hash_value(const Published&) noexcept;
template TONGKET_API std::size_t hash_value(const Report&) noexcept;
template TONGKET_API std::size_t hash_value(const Span&) noexcept;
template TONGKET_API std::size_t hash_value(const Statement&) noexcept;
template TONGKET_API std::size_t hash_value(const Target&) noexcept;
template TONGKET_API std::size_t hash_value(const Text&) noexcept;
template TONGKET_API std::size_t hash_value(const TimeOfDay&) noexcept;
template TONGKET_API std::size_t hash_value(const Zone&) noexcept;

}  // namespace tongket
