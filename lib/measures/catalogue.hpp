// SPDX-License-Identifier: BSL-1.0
/// @file
/// From a figure and its words to an id of the catalogue.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "measures/figure.hpp"
#include "measures/indicators.hpp"
#include "measures/words.hpp"

namespace tongket {

/// The id of what a figure measures.
struct IndicatorId {
    std::optional<std::string> id;
    Confidence confidence = Confidence::guess;
};

/// Looks figures up, in the order of the page; keeps the concepts of the clause and the sentence last looked at.
class CatalogueLookup {
  public:
    CatalogueLookup(const Words& words, const IndicatorCatalogue& catalogue) noexcept
        : words_(words), catalogue_(catalogue) {}

    /// By the figure's own words, then by those of its clause, its sentence and the sentence before.
    /// @param sentence  the index of the figure's sentence
    /// @param whole     of which the figure is a part, or null
    [[nodiscard]] IndicatorId find(const Figure& figure, std::size_t sentence, const Measure* whole);

  private:
    const Words& words_;
    const IndicatorCatalogue& catalogue_;
    std::size_t sentence_ = static_cast<std::size_t>(-1);  // whose concepts are kept
    grammar::ConceptSet sentence_concepts_;
    TokenRange clause_;
    grammar::ConceptSet clause_concepts_;

    [[nodiscard]] const grammar::ConceptSet& concepts_of_clause(const Figure& figure, const Sentence& sentence);
    [[nodiscard]] const grammar::ConceptSet& concepts_of_sentence(std::size_t sentence);
};

}  // namespace tongket
