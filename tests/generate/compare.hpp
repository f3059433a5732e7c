// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether a report says what was generated.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generate/generate.hpp"

namespace tongket::test {

/// The generated report in another spelling of the same text.
/// @param respell  keeps what stands before a place apart from what stands after it, as NFD and CRLF do
[[nodiscard]] GeneratedReport respelled(const GeneratedReport& report,
                                        const std::function<std::string(std::string_view)>& respell);

/// What `parsed` has otherwise than `expected`, a line for each item; items are compared value for value with their
/// places, as far as the generator knows them.
[[nodiscard]] std::vector<std::string> differences(const GeneratedReport& expected, const Report& parsed);

/// How many items the generator knows of a report: zones, people, measures and all other lists.
[[nodiscard]] std::size_t items_of(const GeneratedReport& report);

/// Which share of the items may be read otherwise, a missing and a made up one both counted: what is weighed is not
/// always right.
inline constexpr double most_differences = 0.06;

}  // namespace tongket::test
