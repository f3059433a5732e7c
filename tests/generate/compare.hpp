// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether a report says what was generated.
#pragma once

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

}  // namespace tongket::test
