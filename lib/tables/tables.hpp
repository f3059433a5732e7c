// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tables of figures: they are set aside before the text is read, and read by themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <tongket/model.hpp>

#include "islands/work.hpp"
#include "measures/indicators.hpp"
#include "tables/table_text.hpp"
#include "tables/unit.hpp"
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

/// By which rule the period of a figure was found.
enum class TimeRule : std::uint8_t {
    head,         ///< its column says it
    title,        ///< a line above the table does
    zone,         ///< the period of the text around the table
    year_before,  ///< `Cùng kỳ`: a year before that of the table
    whole_year,   ///< `Kế hoạch năm`: the year of the table's time
    flow          ///< a day in the head, up to which something went on in the table's time
};

/// What made a figure of a table a measure.
struct FigureSource {
    const Document* words = nullptr;  ///< of its table
    TokenRange row;                   ///< the label of its row
    std::vector<TokenRange> column;   ///< the cells of its head
    std::string_view holds;           ///< what its column holds, for people
    UnitRule unit = UnitRule::cell;
    TimeRule time = TimeRule::zone;
};

/// Measures of tables and, beside each, where it is from.
struct TableMeasures {
    std::vector<Measure> all;
    std::vector<FigureSource> sources;
};

/// Reads tables as measures, in order of their spans; `part_of` is an index into them. A table whose head is not
/// understood, or whose percentages do not follow from its figures, gives none and a diagnostic `unread-table`.
/// @param text    in which they were found
/// @param report  of which zones and meeting are known
[[nodiscard]] TableMeasures read_tables(const std::vector<FoundTable>& tables, const NormalizedText& text,
                                        const IndicatorCatalogue& catalogue, const Report& report,
                                        std::vector<Diagnostic>& diagnostics);

/// Puts the measures of tables among those of the text, in order of their spans.
void add_measures(Report& report, std::vector<Measure> measures);

}  // namespace tongket
