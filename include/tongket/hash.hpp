// SPDX-License-Identifier: BSL-1.0
/// @file
/// std::hash for all values: keys of std::unordered_map and the like.
#pragma once

#include <cstddef>
#include <functional>

#include <tongket/api.hpp>
#include <tongket/value.hpp>

namespace tongket {

/// A hash of all that `==` compares. The same within a run of a program, not beyond.
template <Value T>
[[nodiscard]] TONGKET_API std::size_t hash_value(const T& value) noexcept;

}  // namespace tongket

template <tongket::Value T>
struct std::hash<T> {
    [[nodiscard]] std::size_t operator()(const T& value) const noexcept { return tongket::hash_value(value); }
};
