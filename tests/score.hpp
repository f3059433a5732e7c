// SPDX-License-Identifier: BSL-1.0
/// @file
/// Scores reports against gold annotations: how much of what a careful reader finds does the parser find?
/// docs/data-model.md and docs/quality.md fix the meaning of the gold.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tongket/model.hpp>

namespace tongket::test {

/// The components in the order of a table of scores. Each is a number from 0 to 1.
inline constexpr std::string_view score_components[] = {
    "zones",      ///< characters, white space aside, put in the right zone
    "meeting",    ///< fields of the conference and the page
    "people",     ///< F1 over names
    "positions",  ///< F1 over (name, title, organization)
    "roles",      ///< F1 over (name, role)
    "delegations",
    "measures",  ///< F1: the places overlap and the values are equal
    "unit",      ///< this and the following, up to `period`: over the measures found
    "kind",         "approx",  "estimated",
    "whole",      ///< `of`, `per` and `to`, where the gold has one
    "change",     ///< role, direction and baseline
    "part_of",    ///< where the gold has one
    "indicator",  ///< F1 of words
    "indicator_id",
    "period",  ///< where the gold says or implies one
    "shortcomings", "targets", "target_source",
    "awards",       ///< F1: the places overlap and the kinds are equal
    "award_facts",  ///< count, recipient and grantor of those found
    "citations"     ///< F1: the places overlap, type and number are equal
};

/// Adds up over reports.
class Scores {
  public:
    /// Scores `report`, parsed from `source`, against `gold`, the JSON text of an annotation.
    /// @throws std::runtime_error: the gold is not JSON, lacks a key, or quotes what the source does not say
    void add(std::string_view source, std::string_view gold, const Report& report);

    /// The score of a component; nothing where no gold asked for it. `total` is the mean of all that there are.
    [[nodiscard]] std::optional<double> operator[](std::string_view component) const;

    /// Adds up what another counted.
    void add(const Scores& other);

    /// What was missed or made up, a line each: `component: gold -> parsed`.
    [[nodiscard]] const std::vector<std::string>& misses() const { return misses_; }

  private:
    struct Cell {
        double hits = 0;
        double of = 0;
    };
    std::map<std::string, Cell, std::less<>> cells_;
    std::vector<std::string> misses_;

    friend class ReportScorer;
};

/// A table of scores: a line for each component, a column for each named set.
[[nodiscard]] std::string score_table(const std::vector<std::pair<std::string, Scores>>& columns);

}  // namespace tongket::test
