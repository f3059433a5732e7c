// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where it was: the province that the page speaks of, and the house in which the conference met.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "page/document.hpp"

namespace tongket {

/// The province that a stretch names, by itself or by a place in it; a province itself before a place.
[[nodiscard]] std::optional<std::string> province_in(const Document& document, TokenRange range);

/// The province that a page speaks of: that of its headline, else the one named most.
[[nodiscard]] std::optional<std::string> province_of_page(const Document& document, std::optional<TokenRange> title,
                                                          const std::optional<Text>& outlet);

/// The house of the conference: `tại Hội trường UBND tỉnh`.
/// @param opening  where the page tells of the conference
[[nodiscard]] std::optional<Text> find_venue(const Document& document, std::span<const TokenRange> opening);

}  // namespace tongket
