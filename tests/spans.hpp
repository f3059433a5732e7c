// SPDX-License-Identifier: BSL-1.0
/// @file
/// Parsing for tests: a report that comes from `parse_checked` has had every span and index checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "span_problems.hpp"

namespace tongket::test {

/// Fails the test for each of them.
inline void check_spans(std::string_view source, const Report& report) {
    const std::vector<std::string> problems = span_problems(source, report);
    for (const std::string& problem : problems) {
        INFO(problem);
        CHECK(problem.empty());
    }
    if (problems.empty()) SUCCEED();
}

/// Parses and checks all spans: what tests use instead of `parse`.
[[nodiscard]] inline Report parse_checked(const Parser& parser, std::string_view source) {
    Report report = parser.parse(source);
    check_spans(source, report);
    return report;
}
[[nodiscard]] inline Report parse_checked(std::string_view source, const Options& options = {}) {
    return parse_checked(Parser(options), source);
}

}  // namespace tongket::test
