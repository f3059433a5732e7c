// SPDX-License-Identifier: BSL-1.0
/// @file
/// The period or day for which a figure holds.
#pragma once

#include "measures/figure.hpp"
#include "measures/indicators.hpp"
#include "measures/words.hpp"

namespace tongket {

/// When a figure holds.
struct Dating {
    std::optional<Period> period;
    Confidence confidence = Confidence::guess;
};

/// Dates figures by what is said in their clause and sentence, by the day that stands over their paragraph, and by
/// what their zone reports on.
class PeriodFinder {
  public:
    PeriodFinder(const Words& words, const Meeting& meeting) noexcept : words_(words), meeting_(meeting) {}

    /// @param standing  the day that sentences before it left standing
    /// @param timing    of what it measures: 'tính đến 31/12' holds for stocks, not for flows
    [[nodiscard]] Dating find(const Figure& figure, const Sentence& sentence, const std::optional<Period>& standing,
                              IndicatorCatalogue::Timing timing) const;

    /// The day that stands behind a sentence: 'Tính đến tháng 12/2017, ...' goes on holding until the paragraph ends
    /// or another time is named.
    /// @param before  what stood before it
    [[nodiscard]] std::optional<Period> standing_behind(const Sentence& sentence,
                                                        const std::optional<Period>& before) const;

  private:
    const Words& words_;
    const Meeting& meeting_;

    [[nodiscard]] std::optional<int> default_year(ZoneKind zone) const;
    [[nodiscard]] std::optional<Period> zone_period(ZoneKind zone) const;
    [[nodiscard]] bool dates_figures(const PeriodMention& mention, std::size_t clause) const;
    [[nodiscard]] bool as_of(std::size_t at) const;
    [[nodiscard]] bool whole_year(TokenRange range) const;
    [[nodiscard]] std::optional<std::size_t> bracket_of(const PeriodMention& mention) const;
    [[nodiscard]] bool against_baseline(std::size_t at, std::size_t clause) const;
    [[nodiscard]] std::size_t stretch_end(std::size_t from, const Sentence& sentence) const;
    [[nodiscard]] bool same_stretch(TokenRange between) const;
    [[nodiscard]] bool opens_stretch(std::size_t at, std::size_t clause) const;
};

}  // namespace tongket
