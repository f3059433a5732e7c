// SPDX-License-Identifier: BSL-1.0
/// @file
/// What must not depend on the form in which a text is written.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "check.hpp"
#include "respell.hpp"

namespace tongket::fuzz {

/// Another writing of the same text is read as the same report but for the places.
/// @param report  what `source` is read as
/// @param form    how the other text is written, for the message
/// @param spell   the spelling in which words of both are compared
template <class Spell>
void check_same(std::string_view source, const Report& report, const std::string& other, const char* form,
                Spell spell) {
    const auto as_given = test::without_places(source, report, spell);
    const auto as_other = test::without_places(other, parse(other), spell);
    if (as_given != as_other)
        fail(std::string("another report of the text ") + form + ": " +
             nlohmann::json::diff(as_given, as_other).dump());
}

/// The parser refuses to normalise letters with endless combining marks.
[[nodiscard]] inline bool is_normalized(const Report& report) {
    return std::none_of(report.diagnostics.begin(), report.diagnostics.end(),
                        [](const Diagnostic& diagnostic) { return diagnostic.code == "not-normalized"; });
}

}  // namespace tongket::fuzz
