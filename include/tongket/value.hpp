// SPDX-License-Identifier: BSL-1.0
/// @file
/// The closed list of the library's value types: what can be printed, formatted and hashed.
#pragma once

#include <concepts>

#include <tongket/date.hpp>
#include <tongket/decimal.hpp>
#include <tongket/error.hpp>
#include <tongket/explain.hpp>
#include <tongket/found.hpp>
#include <tongket/gazetteer.hpp>
#include <tongket/lexicon.hpp>
#include <tongket/model.hpp>
#include <tongket/span.hpp>

namespace tongket {

namespace detail {

template <class T, class... Types>
concept one_of = (std::same_as<T, Types> || ...);

}  // namespace detail

/// A value type of the library. Each has `==`, `to_string`, `<<`, std::hash and, where the standard library has it,
/// std::formatter. Enumerations have the same by their names (`NamedEnum`).
template <class T>
concept Value = detail::one_of<T, Award, Citation, Date, Decided, Decimal, Delegation, Diagnostic, Evidence,
                               ExplainedCandidate, ExplainedCell, ExplainedClause, ExplainedFrame, ExplainedMeasure,
                               ExplainedSentence, Explanation, FoundDate, FoundPeriod, LexiconEntry, LineColumn,
                               Measure, MeasureConfidence, Meeting, Organizer, Per, Period, Period::Part, Person,
                               Position, Province, Published, Report, Span, Statement, Target, Text, TimeOfDay, Zone>;

}  // namespace tongket
