// SPDX-License-Identifier: BSL-1.0
/// @file
/// Decimals as Arrow keeps them: 38 digits, 9 of them behind the point.
#pragma once

#include <optional>
#include <vector>

#include <tongket/decimal.hpp>
#include <tongket/model.hpp>

namespace tongket::arrow {

__extension__ using Wide = __int128;

inline constexpr int decimal_precision = 38;
inline constexpr int decimal_scale = 9;

/// The number in units of its last digit; nothing where it does not fit.
[[nodiscard]] std::optional<Wide> unscaled(Decimal value) noexcept;

/// A diagnostic `decimal-overflow` for each number of the report that does not fit.
[[nodiscard]] std::vector<Diagnostic> decimal_overflows(const Report& report);

}  // namespace tongket::arrow
