// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where it was: the province that the page speaks of, and the house in which the conference met.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "meeting/tellings.hpp"
#include "page/document.hpp"

namespace tongket {

/// The province that a stretch names, by itself or by a place in it; a province itself before a place.
[[nodiscard]] std::optional<std::string> province_in(const Document& document, TokenRange range);

/// The province that is said right behind a name: `UBND xã Tân Yên, tỉnh Bắc Ninh`, `Thư viện Nguyễn Du (Bến Tre)`.
[[nodiscard]] std::optional<std::string> province_behind(const Document& document, std::size_t end);

/// The province that a page speaks of: that of its headline, else the one named most; none where it speaks of many.
[[nodiscard]] std::optional<std::string> province_of_page(const Document& document, std::optional<TokenRange> title,
                                                          const std::optional<Text>& outlet);

/// The code of a province as of a day: from 1 July 2025 that of the one that it belongs to since.
[[nodiscard]] std::string province_as_of(const std::string& code, const Date& day);

/// Where the conference met: a house (`tại Hội trường UBND tỉnh`), failing that a place (`tại Hà Nội`).
[[nodiscard]] std::optional<Text> find_venue(const Document& document, std::span<const Telling> tellings);

}  // namespace tongket
