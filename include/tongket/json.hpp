// SPDX-License-Identifier: BSL-1.0
/// @file
/// The JSON form of a report (JSON schema `tongket.report/1`).
#pragma once

#include <string>
#include <string_view>

#include <tongket/api.hpp>
#include <tongket/error.hpp>
#include <tongket/model.hpp>
#include <tongket/result.hpp>

namespace tongket {

/// Writes a report as JSON with a stable key order. Characters that a terminal would obey are escaped; bytes that are
/// not UTF-8 become U+FFFD.
/// @param indent  spaces per level; negative for one line without spaces
[[nodiscard]] TONGKET_API std::string to_json(const Report& report, int indent = 2);

/// Reads what `to_json` wrote: `from_json(to_json(r)) == r`.
/// @throws Error invalid_json: no JSON, or no report whose parts fit together (docs/data-model.md); the offset is
/// where it breaks or where the wrong value begins, and the message names the value
[[nodiscard]] TONGKET_API Report from_json(std::string_view json);
/// The same without exceptions.
[[nodiscard]] TONGKET_API Result<Report> try_from_json(std::string_view json) noexcept;

}  // namespace tongket
