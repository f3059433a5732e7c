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

/// `text` without anything that steers a terminal: line breaks and tabs become a blank; other control characters,
/// bidirectional controls, line and paragraph separators and bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// `text` where it is at most `width` columns wide, otherwise its beginning and `…`, together that wide at most.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

}  // namespace tongket
