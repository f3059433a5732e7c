// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a mistyped word was meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongket::cli {

/// The word that is nearest to a mistyped one: at most a third of its letters are wrong, missing, too many or swapped
/// with the next. The first of several; nothing where there is none.
[[nodiscard]] std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& words);

/// `; did you mean 'word'?`, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed, const std::vector<std::string>& words);

}  // namespace tongket::cli
