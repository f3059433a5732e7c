// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a page reviews where neither headline nor first sentences say so: the period that most of it tells of.
#pragma once

#include <optional>

#include "islands/islands.hpp"
#include "layout/layout.hpp"
#include "told_time.hpp"

namespace tongket {

/// The year whose results the page tells: that before the conference or, late in a year, the year itself; else the
/// one that most speaks for, a sentence's first words counting double. What a year is yet to bring speaks for the
/// one before it; years of comparison do not count.
/// @param told_on  the day of the conference or of the page
[[nodiscard]] std::optional<Period> year_told(const Document& document, const Islands& islands, const Layout& layout,
                                              const Dating& dating, const std::optional<Date>& told_on);

/// The year or part of a year that most speaks for of those that ended about when the conference was held: 'kết thúc
/// năm 2020', 'từ đầu năm đến hết tháng 6', 'sau 6 tháng', 'từ 16/12/2014 đến 15/6/2015'. Nothing where little
/// speaks for any, or as much for another.
/// @param told_on  the day of the conference or of the page
[[nodiscard]] std::optional<Period> period_told(const Document& document, const Islands& islands,
                                                const Layout& layout, const Date& told_on);

}  // namespace tongket
