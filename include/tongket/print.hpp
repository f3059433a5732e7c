// SPDX-License-Identifier: BSL-1.0
/// @file
/// One-line forms of model values, for debuggers, logs and test messages, and text made fit for a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include <tongket/api.hpp>
#include <tongket/model.hpp>

namespace tongket {

/// `text` without anything that steers a terminal: line breaks and tabs become a blank; other control characters
/// (escape sequences begin with one), line and paragraph separators, bidirectional controls and bytes that are not
/// UTF-8 become U+FFFD. What a report quotes from its source is given as it stands there: print it through this.
[[nodiscard]] TONGKET_API std::string printable(std::string_view text);

/// A short form for people: `Measure{"trên 520 tỷ đồng" [120, 141) = 520000000000 VND}`. Not meant to be read back.
/// Nothing in it steers a terminal.
[[nodiscard]] TONGKET_API std::string to_string(const Span&);
[[nodiscard]] TONGKET_API std::string to_string(const Text&);
[[nodiscard]] TONGKET_API std::string to_string(const Zone&);
[[nodiscard]] TONGKET_API std::string to_string(const Meeting&);
[[nodiscard]] TONGKET_API std::string to_string(const Position&);
[[nodiscard]] TONGKET_API std::string to_string(const Person&);
[[nodiscard]] TONGKET_API std::string to_string(const Delegation&);
[[nodiscard]] TONGKET_API std::string to_string(const Measure&);
[[nodiscard]] TONGKET_API std::string to_string(const Statement&);
[[nodiscard]] TONGKET_API std::string to_string(const Target&);
[[nodiscard]] TONGKET_API std::string to_string(const Award&);
[[nodiscard]] TONGKET_API std::string to_string(const Citation&);
[[nodiscard]] TONGKET_API std::string to_string(const Diagnostic&);
[[nodiscard]] TONGKET_API std::string to_string(const Report&);

TONGKET_API std::ostream& operator<<(std::ostream&, const Decimal&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Date&);
TONGKET_API std::ostream& operator<<(std::ostream&, const TimeOfDay&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Period&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Span&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Text&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Zone&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Meeting&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Position&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Person&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Delegation&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Measure&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Statement&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Target&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Award&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Citation&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Diagnostic&);
TONGKET_API std::ostream& operator<<(std::ostream&, const Report&);

}  // namespace tongket
