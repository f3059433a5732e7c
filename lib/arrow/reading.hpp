// SPDX-License-Identifier: BSL-1.0
/// @file
/// What became of a text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <tongket/model.hpp>
#include <tongket/result.hpp>

namespace tongket::arrow {

struct Reading {
    Result<Report> report;
    /// What the spans of the report count, where that is not the text itself.
    std::optional<std::string> source;
};

/// Reads a text; several threads call it at once.
using Read = std::function<Reading(std::string_view)>;

}  // namespace tongket::arrow
