// SPDX-License-Identifier: BSL-1.0
/// @file
/// The names that the JSON form gives to the closed sets of the model.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <tongket/error.hpp>
#include <tongket/model.hpp>

namespace tongket {

/// The names of an enumeration, in the order of its enumerators. Specialised for every enumeration of the model.
template <class Enum>
inline constexpr std::array<std::string_view, 0> enum_names{};

template <>
inline constexpr std::array enum_names<ZoneKind> =
    std::to_array<std::string_view>({"boilerplate", "title", "dateline", "lead", "caption", "opening", "achievements",
                                     "shortcomings", "tasks", "speech", "awards", "other", "byline"});
template <>
inline constexpr std::array enum_names<MeetingKind> =
    std::to_array<std::string_view>({"annual_review", "interim_review", "kickoff", "briefing", "other"});
template <>
inline constexpr std::array enum_names<DayPart> = std::to_array<std::string_view>({"morning", "afternoon",
                                                                                   "evening"});
template <>
inline constexpr std::array enum_names<OrganizerKind> =
    std::to_array<std::string_view>({"department", "ministry", "office", "committee", "other"});
template <>
inline constexpr std::array enum_names<Role> = std::to_array<std::string_view>({"chair", "guest", "speaker",
                                                                                "closing", "presenter", "launcher"});
template <>
inline constexpr std::array enum_names<MeasureKind> = std::to_array<std::string_view>(
    {"count", "money", "percent", "ratio", "rate", "rank", "duration", "length", "other"});
template <>
inline constexpr std::array enum_names<Approximation> =
    std::to_array<std::string_view>({"exact", "about", "nearly", "over", "under", "at_least", "at_most"});
template <>
inline constexpr std::array enum_names<MeasureRole> = std::to_array<std::string_view>({"level", "change"});
template <>
inline constexpr std::array enum_names<Direction> = std::to_array<std::string_view>({"increase", "decrease"});
template <>
inline constexpr std::array enum_names<Topic> = std::to_array<std::string_view>(
    {"press", "publishing", "broadcasting", "grassroots", "external", "postal", "telecom", "postal+telecom", "it",
     "security", "administration", "planning", "inspection", "training", "emulation", "general"});
template <>
inline constexpr std::array enum_names<AwardKind> = std::to_array<std::string_view>({"flag", "certificate", "merit",
                                                                                     "title", "medal", "other"});
template <>
inline constexpr std::array enum_names<CitationType> = std::to_array<std::string_view>(
    {"decree", "decision", "circular", "directive", "resolution", "law", "plan", "programme", "dispatch", "other"});
template <>
inline constexpr std::array enum_names<Severity> = std::to_array<std::string_view>({"note", "warning"});
template <>
inline constexpr std::array enum_names<Offsets> = std::to_array<std::string_view>({"byte", "codepoint"});
template <>
inline constexpr std::array enum_names<Confidence> = std::to_array<std::string_view>({"certain", "likely", "guess"});
template <>
inline constexpr std::array enum_names<ErrorCode> = std::to_array<std::string_view>(
    {"invalid_utf8", "input_too_large", "invalid_json", "invalid_lexicon", "file_not_found", "not_a_file",
     "unreadable_file", "not_text", "out_of_memory", "foreign_exception"});
template <>
inline constexpr std::array enum_names<Period::Kind> =
    std::to_array<std::string_view>({"year", "half", "quarter", "months", "month", "day", "range"});

/// An enumeration of the model.
template <class T>
concept NamedEnum = !enum_names<T>.empty();

/// The name of an enumerator as the JSON form writes it.
template <NamedEnum Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) noexcept {
    return enum_names<Enum>[static_cast<std::size_t>(value)];
}

/// The enumerator of that name, or nothing.
template <NamedEnum Enum>
[[nodiscard]] constexpr std::optional<Enum> from_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < enum_names<Enum>.size(); ++i)
        if (enum_names<Enum>[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace tongket
