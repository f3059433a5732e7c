// SPDX-License-Identifier: BSL-1.0
/// @file
/// When and where the page was published.
#pragma once

#include <optional>
#include <vector>

#include "layout/line_shapes.hpp"

namespace tongket {

/// The outlet's name before the story: '(Mic.gov.vn) -', 'TTH.VN -'.
struct Outlet {
    TokenRange name;
    TokenRange whole;  ///< with its brackets and the dash behind it
};

/// @param kinds  the zones of the document's sentences
/// @param title  the headline, where there is one
[[nodiscard]] std::optional<Published> find_published(const Document& document, const LineShapes& shapes,
                                                      const std::vector<ZoneKind>& kinds,
                                                      std::optional<TokenRange> title);
/// Looks where the story begins, and on datelines before it.
[[nodiscard]] std::optional<Outlet> find_outlet(const Document& document, const LineShapes& shapes,
                                                const std::vector<ZoneKind>& kinds);
/// Where what a dateline says of the time ends and chrome begins ('04/01/2024 | Lượt xem: 113'), or nothing.
[[nodiscard]] std::optional<std::size_t> chrome_behind_time(const Document& document, const Line& line);

}  // namespace tongket
