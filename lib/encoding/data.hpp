// SPDX-License-Identifier: BSL-1.0
/// @file
/// The data files of this folder, as they are compiled in: lines of fields that tabs part.
#pragma once

#include <string_view>

namespace tongket {

/// letters.tsv
[[nodiscard]] std::string_view legacy_letter_lines() noexcept;
/// syllables.tsv
[[nodiscard]] std::string_view syllable_lines() noexcept;

/// Takes what stands before the next `end` off `text`, and `end` itself.
[[nodiscard]] inline std::string_view take_until(std::string_view& text, char end) noexcept {
    const std::string_view taken = text.substr(0, text.find(end));
    text.remove_prefix(taken.size() < text.size() ? taken.size() + 1 : taken.size());
    return taken;
}

}  // namespace tongket
