// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tables of figures: they are set aside before the text is read, and read by themselves.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include <tongket/model.hpp>

#include "islands/work.hpp"
#include "measures/indicators.hpp"
#include "tables/table_text.hpp"
#include "text/text.hpp"

namespace tongket {

/// A table of figures where it was found.
struct FoundTable {
    Span place;  ///< of its rows, titles and notes, whole lines, in the text without hidden letters
    std::unique_ptr<const TableText> words;
};

/// Finds the tables of a text that have figures; programmes, lists of names and what else is typed in columns are
/// left where they are. Time is linear in the text.
/// @param text    normalised
/// @param budget  a token of a table costs one unit; where it is used up, the rest of the tables is not found
[[nodiscard]] std::vector<FoundTable> find_tables(std::string_view text, const grammar::LexiconIndex& lexicon,
                                                  WorkBudget& budget);

/// Reads tables as measures, in order of their spans; `part_of` is an index into them. A table whose head is not
/// understood, or whose percentages do not follow from its figures, gives none and a diagnostic `unread-table`.
/// @param text    in which they were found
/// @param report  of which zones and meeting are known
[[nodiscard]] std::vector<Measure> read_tables(const std::vector<FoundTable>& tables, const NormalizedText& text,
                                               const IndicatorCatalogue& catalogue, const Report& report,
                                               std::vector<Diagnostic>& diagnostics);

/// Puts the measures of tables among those of the text, in order of their spans.
void add_measures(Report& report, std::vector<Measure> measures);

}  // namespace tongket
