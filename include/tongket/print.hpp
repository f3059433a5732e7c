// SPDX-License-Identifier: BSL-1.0
/// @file
/// One-line forms of model values, for debuggers, logs and test messages, and text made fit for a line or a terminal.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include <tongket/api.hpp>
#include <tongket/found.hpp>
#include <tongket/names.hpp>
#include <tongket/value.hpp>

namespace tongket {

/// `text` in one line: one blank for each run of white space, whichever that is (line breaks, form feeds, tabs,
/// no-break blanks), and none at its ends. For cells of tables: what a report quotes has the blanks of its source.
[[nodiscard]] TONGKET_API std::string in_one_line(std::string_view text);

/// `text` without anything that steers a terminal: line breaks, form feeds and tabs become a blank; other control
/// characters (escape sequences begin with one), line and paragraph separators, bidirectional controls and bytes that
/// are not UTF-8 become U+FFFD. What a report quotes from its source is given as it stands there: print it through
/// this.
[[nodiscard]] TONGKET_API std::string printable(std::string_view text);

/// A short form for people: `Measure{"trên 520 tỷ đồng" [120, 141) = 520000000000 VND}`. Not meant to be read back,
/// but for `Decimal`, `Date`, `TimeOfDay` and `Period`, which have the form of their members of this name. Words
/// stand in one line (`in_one_line`), and nothing steers a terminal.
[[nodiscard]] TONGKET_API std::string to_string(const Award&);
[[nodiscard]] TONGKET_API std::string to_string(const Citation&);
[[nodiscard]] TONGKET_API std::string to_string(const Date&);
[[nodiscard]] TONGKET_API std::string to_string(const Decided&);
[[nodiscard]] TONGKET_API std::string to_string(const Decimal&);
[[nodiscard]] TONGKET_API std::string to_string(const Delegation&);
[[nodiscard]] TONGKET_API std::string to_string(const Diagnostic&);
[[nodiscard]] TONGKET_API std::string to_string(const Evidence&);
[[nodiscard]] TONGKET_API std::string to_string(const ExplainedCandidate&);
[[nodiscard]] TONGKET_API std::string to_string(const ExplainedCell&);
[[nodiscard]] TONGKET_API std::string to_string(const ExplainedClause&);
[[nodiscard]] TONGKET_API std::string to_string(const ExplainedFrame&);
[[nodiscard]] TONGKET_API std::string to_string(const ExplainedMeasure&);
[[nodiscard]] TONGKET_API std::string to_string(const ExplainedSentence&);
[[nodiscard]] TONGKET_API std::string to_string(const Explanation&);
[[nodiscard]] TONGKET_API std::string to_string(const FoundDate&);
[[nodiscard]] TONGKET_API std::string to_string(const FoundPeriod&);
[[nodiscard]] TONGKET_API std::string to_string(const LexiconEntry&);
[[nodiscard]] TONGKET_API std::string to_string(const LineColumn&);
[[nodiscard]] TONGKET_API std::string to_string(const Measure&);
[[nodiscard]] TONGKET_API std::string to_string(const MeasureConfidence&);
[[nodiscard]] TONGKET_API std::string to_string(const Meeting&);
[[nodiscard]] TONGKET_API std::string to_string(const Organizer&);
[[nodiscard]] TONGKET_API std::string to_string(const Per&);
[[nodiscard]] TONGKET_API std::string to_string(const Period&);
[[nodiscard]] TONGKET_API std::string to_string(const Period::Part&);
[[nodiscard]] TONGKET_API std::string to_string(const Person&);
[[nodiscard]] TONGKET_API std::string to_string(const Position&);
[[nodiscard]] TONGKET_API std::string to_string(const Province&);
[[nodiscard]] TONGKET_API std::string to_string(const Published&);
[[nodiscard]] TONGKET_API std::string to_string(const Report&);
[[nodiscard]] TONGKET_API std::string to_string(const Span&);
[[nodiscard]] TONGKET_API std::string to_string(const Statement&);
[[nodiscard]] TONGKET_API std::string to_string(const Target&);
[[nodiscard]] TONGKET_API std::string to_string(const Text&);
[[nodiscard]] TONGKET_API std::string to_string(const TimeOfDay&);
[[nodiscard]] TONGKET_API std::string to_string(const Zone&);

/// Writes `to_string(value)`.
template <Value T>
std::ostream& operator<<(std::ostream& out, const T& value) {
    return out << to_string(value);
}

/// Writes the name of an enumerator.
template <NamedEnum Enum>
std::ostream& operator<<(std::ostream& out, Enum value) {
    return out << name_of(value);
}

/// Writes all that was found, one a line; how many diagnostics there are in the last.
template <Value T>
std::ostream& operator<<(std::ostream& out, const Found<T>& found) {
    for (const T& item : found) out << item << '\n';
    return out << found.size() << " found, " << found.diagnostics.size() << " diagnostics";
}

}  // namespace tongket
