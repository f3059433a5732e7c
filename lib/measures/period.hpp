// SPDX-License-Identifier: BSL-1.0
/// @file
/// The period or day for which a figure holds.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "measures/figure.hpp"
#include "measures/indicators.hpp"
#include "measures/words.hpp"

namespace tongket {

/// Whether a period is a day or a month: figures may be counted up to it.
[[nodiscard]] bool is_point(const Period& period) noexcept;

/// A diagnostic `implausible-period` for a time that no calendar has: 'tháng 13/2017'.
[[nodiscard]] std::optional<Diagnostic> slip_of(const Document& document, const PeriodMention& mention);

/// How a period was found for a figure, from the surest way to the last resort.
enum class PeriodRule : std::uint8_t {
    bracket,     ///< '48% (năm 2015)'
    in_order,    ///< 'các năm 2015, 2016 lần lượt là 40 và 50 xã'
    adjacent,    ///< right behind the figure: 'từ 12% năm 2010 xuống 5% năm 2016'
    before,      ///< between the figure before and this one
    behind,      ///< behind the figure, in its stretch
    whole_year,  ///< 'cả năm'
    opening,     ///< opens the sentence, the clause or a stretch of it
    standing,    ///< the day that the sentences before left standing
    whole,       ///< that of the figure of which it is a part
    shared,      ///< that of the figure before, with which it shares its words
    zone         ///< what the zone reports on
};

/// The rule's name: `in_order`.
[[nodiscard]] std::string_view name_of(PeriodRule rule) noexcept;

/// A period that may be a figure's.
struct PeriodCandidate {
    PeriodRule rule;
    std::optional<Period> period;  ///< nothing where the page does not say what its zone reports on
    Confidence confidence = Confidence::guess;
    bool up_to = false;  ///< 'đến 31/12': up to it, not in it
    TokenRange split{};  ///< of a list that no period holds: 'quý I và quý III'; otherwise empty
};

/// The candidates for a figure's period, at most one by each rule.
class PeriodCandidates {
  public:
    /// Takes one; a later one by the same rule replaces it.
    void set(const PeriodCandidate& candidate) { by_rule_[index(candidate.rule)] = candidate; }
    /// The one that a rule found; null where it found none.
    [[nodiscard]] const PeriodCandidate* by(PeriodRule rule) const noexcept {
        const auto& found = by_rule_[index(rule)];
        return found ? &*found : nullptr;
    }
    /// The first in the order of the rules: the figure's period. Null where there is none.
    [[nodiscard]] const PeriodCandidate* best() const noexcept;
    /// All, the best first.
    [[nodiscard]] std::vector<PeriodCandidate> ranked() const;

  private:
    static constexpr std::size_t count = static_cast<std::size_t>(PeriodRule::zone) + 1;
    std::array<std::optional<PeriodCandidate>, count> by_rule_;

    [[nodiscard]] static constexpr std::size_t index(PeriodRule rule) noexcept {
        return static_cast<std::size_t>(rule);
    }
};

/// Dates figures by what is said in their clause and sentence, by the day that stands over their paragraph, and by
/// what their zone reports on.
class PeriodFinder {
  public:
    /// Both must outlive it.
    PeriodFinder(const Words& words, const Meeting& meeting);

    /// The candidates by the words around the figure and by its zone; none by other figures.
    /// @param standing  the day that sentences before it left standing
    /// @param timing    of what it measures: 'tính đến 31/12' holds for stocks, not for flows
    [[nodiscard]] PeriodCandidates candidates(const Figure& figure, const Sentence& sentence,
                                              const std::optional<Period>& standing,
                                              IndicatorCatalogue::Timing timing) const;

    /// The day that stands behind a sentence: 'Tính đến tháng 12/2017, ...' goes on holding until the paragraph ends
    /// or another time is named.
    /// @param before  what stood before it
    [[nodiscard]] std::optional<Period> standing_behind(const Sentence& sentence,
                                                        const std::optional<Period>& before) const;

  private:
    const Words& words_;
    const Meeting& meeting_;
    std::optional<Period> told_reviews_;  // those of the meeting, of a school year its months
    std::optional<Period> told_plans_;

    // The period that a zone tells of, in whose years periods without a year lie.
    [[nodiscard]] std::optional<Period> told_of(ZoneKind zone) const;
    [[nodiscard]] std::optional<Period> zone_period(ZoneKind zone) const;
    [[nodiscard]] std::optional<Period> day_counted(const Measure& measure, const Sentence& sentence) const;
    [[nodiscard]] bool dates_figures(const PeriodMention& mention, std::size_t clause) const;
    [[nodiscard]] bool as_of(std::size_t at) const;
    [[nodiscard]] bool up_to_end(std::size_t at) const;
    [[nodiscard]] bool whole_year(TokenRange range) const;
    [[nodiscard]] std::optional<std::size_t> bracket_of(const PeriodMention& mention) const;
    [[nodiscard]] bool against_baseline(std::size_t at, std::size_t clause) const;
    [[nodiscard]] bool of_other_event(TokenRange period) const;
    [[nodiscard]] bool of_last_year(std::size_t behind) const;
    [[nodiscard]] bool in_closed_bracket(TokenRange behind) const;
    [[nodiscard]] bool dates_law(std::size_t at) const;
    /// A range of which the page tells one end alone; no period where nothing closes it.
    struct OpenRange {
        std::optional<Period> period;
    };
    [[nodiscard]] std::optional<OpenRange> open_range(TokenRange period) const;
    [[nodiscard]] std::optional<Period> year_beside(TokenRange range, const std::optional<Period>& reported) const;
    [[nodiscard]] bool names_programme(std::size_t at, std::size_t clause) const;
    [[nodiscard]] std::size_t stretch_end(std::size_t from, const Sentence& sentence) const;
    [[nodiscard]] bool same_stretch(TokenRange between) const;
    [[nodiscard]] bool opens_stretch(std::size_t at, std::size_t clause) const;
    [[nodiscard]] bool reaches(TokenRange period, const Figure& figure, ZoneKind zone) const;
    [[nodiscard]] std::optional<Period> rest_of_year(TokenRange range) const;
    [[nodiscard]] std::optional<Period> opening_year(TokenRange range) const;
    [[nodiscard]] std::optional<Period> this_year(TokenRange range) const;
    [[nodiscard]] std::optional<Period> same_time_before(const Figure& figure,
                                                         const std::optional<Period>& reported) const;
    [[nodiscard]] std::optional<Period> years_past(TokenRange range, const std::optional<Period>& reported) const;
    [[nodiscard]] bool stands_alone(std::size_t at, std::size_t clause) const;
    [[nodiscard]] std::span<const PeriodMention> listed_from(std::span<const PeriodMention> mentions) const;
    [[nodiscard]] std::vector<Period> list_at(const PeriodMention& mention, const std::optional<Period>& whole) const;
    [[nodiscard]] std::optional<Period> in_order(const Figure& figure, const Sentence& sentence) const;
};

}  // namespace tongket
