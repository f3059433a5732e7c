// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the fuzz targets check.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <tongket/tongket.hpp>

#include "span_problems.hpp"

namespace tongket::fuzz {

/// Nobody catches it under libFuzzer, which takes the end of the process for a crash and keeps the input.
struct CheckFailed : std::logic_error {
    using std::logic_error::logic_error;
};

[[noreturn]] inline void fail(const std::string& what) { throw CheckFailed(what); }

inline void check(bool holds, const char* what) {
    if (!holds) fail(what);
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// All places of a report lead into its source, and its JSON form is read back as the same report.
inline void check_report(std::string_view source, const Report& report) {
    for (const std::string& problem : test::span_problems(source, report)) fail(problem);
    check(from_json(to_json(report, -1)) == report, "from_json(to_json(report)) is another report");
}

/// An error that is fair: of the code that the input can give, at a place inside it.
inline void check_error(std::string_view source, const Error& error, ErrorCode code) {
    if (error.code() != code) fail(std::string("an error of another kind: ") + error.what());
    check(error.offset() <= source.size(), "an error outside the input");
    check(*error.what() != '\0', "an error without a message");
}

}  // namespace tongket::fuzz
