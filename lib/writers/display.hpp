// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text on a terminal: how wide it is and what of it may be shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tongket {

/// Terminal columns that `text` takes: combining marks none, East Asian wide characters two.
/// Bytes that are not UTF-8 count as U+FFFD each.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// Whether a terminal may obey a code point instead of showing it: control characters (escape sequences begin with
/// one), line and paragraph separators, bidirectional controls.
[[nodiscard]] constexpr bool steers_terminal(char32_t c) noexcept {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c < 0x20 || within(0x7F, 0x9F) || c == 0x061C || within(0x200E, 0x200F) || within(0x2028, 0x202E) ||
           within(0x2066, 0x2069);
}

/// `text` where it is at most `width` columns wide, otherwise its beginning and `…`, together that wide at most.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

}  // namespace tongket
