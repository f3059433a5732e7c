// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a clause may state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tongket {

/// What a clause states. `other` holds results and all that is none of the rest.
enum class ClauseKind : std::uint8_t { other, failing, task, request };
/// The names of the kinds in weight files, in the order of `ClauseKind`.
inline constexpr std::array clause_kind_names =
    std::to_array<std::string_view>({"other", "failing", "task", "request"});
static_assert(clause_kind_names.size() == static_cast<std::size_t>(ClauseKind::request) + 1);

}  // namespace tongket
