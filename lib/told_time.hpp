// SPDX-License-Identifier: BSL-1.0
/// @file
/// When a page was written and of which year it tells, where it does not say so: by the days, years and verbs in it.
#pragma once

#include <optional>

#include "islands/islands.hpp"
#include "layout/layout.hpp"

namespace tongket {

/// Whether words compare with the period behind them: 'so với năm 2016', 'so với cùng kỳ'.
[[nodiscard]] bool compares(const Document& document, std::size_t at);

/// Whether what stands before a token, as far as the comma, compares with it: 'so với 6 tháng đầu năm 2016'.
[[nodiscard]] bool is_compared(const Document& document, TokenRange sentence, std::size_t at);

/// How many days lie between two; negative where the second is the earlier.
[[nodiscard]] int days_between(const Date& first, const Date& last);

/// Whether what is said of a period is still to come: 'năm 2019 ngành sẽ', 'phải làm trong năm 2019'. Looks at some
/// tokens on both sides.
/// @param sentence  the tokens around the period that are looked at, to the marks that part its clause
[[nodiscard]] bool looks_ahead(const Document& document, TokenRange sentence, TokenRange period);

/// Whether a day is that of a document: 'Quyết định số 12/QĐ-UBND ngày 3/4/2015'.
[[nodiscard]] bool dates_document(const Islands& islands, std::size_t day);

/// Whether the page names a year other than in a day or a document's number.
[[nodiscard]] bool names_year(const Document& document, const Islands& islands, int year);

/// No report tells of more years than so many: 'tổng kết 99 năm' counts something else.
inline constexpr int most_years_told = 50;

/// What a page dates itself by.
struct Dating {
    std::optional<Date> latest;  ///< the last day until which it tells figures
    int year = 0;                ///< it cannot lie before this year; 0 where it names none
};

/// Time is linear in the periods of the page.
[[nodiscard]] Dating dating_of(const Document& document, const Islands& islands);

/// Places a day without a year behind the day until which the page tells figures: those until 15/11/2017 are told on
/// a 3/1 of 2018. Nothing where that lies more than some months back, or before a year that the page names.
[[nodiscard]] std::optional<Date> day_behind(const Dating& dating, const grammar::DayExpression& day);

}  // namespace tongket
