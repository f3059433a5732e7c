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
    CatalogueLookup(const Words& words, const IndicatorCatalogue& catalogue, const Meeting& meeting);

    /// By the figure's own words, by the words between it and the figure before, by what it shares with another
    /// figure, then by its clause, its sentence and the sentence before, and by the headline.
    /// @param sentence  the index of the figure's sentence
    /// @param previous  the figure before it in its sentence, or null
    /// @param whole     of which the figure is a part, or null
    [[nodiscard]] IndicatorId find(const Figure& figure, std::size_t sentence, const Figure* previous,
                                   const Figure* whole);

    /// Whether what a figure measures is a stock or a flow: by its id, or else by words that always tell of a flow
    /// ('giải ngân').
    [[nodiscard]] IndicatorCatalogue::Timing timing(const Figure& figure) const;

  private:
    const Words& words_;
    const IndicatorCatalogue& catalogue_;
    std::optional<std::size_t> flow_;                      // the concept of words that tell of a flow
    grammar::ConceptSet page_concepts_;                    // of the headline
    std::size_t sentence_ = static_cast<std::size_t>(-1);  // whose concepts are kept
    grammar::ConceptSet sentence_concepts_;
    TokenRange clause_;
    grammar::ConceptSet clause_concepts_;

    [[nodiscard]] static std::optional<std::string> shared_id(const Figure& figure, const Figure* previous,
                                                              const Figure* whole);
    [[nodiscard]] TokenRange lead_in(const Figure& figure) const;
    [[nodiscard]] std::optional<std::string> id_of_whole(const Figure& figure) const;
    [[nodiscard]] bool only_links(TokenRange between, const Figure& before) const;
    [[nodiscard]] const grammar::ConceptSet& concepts_of_clause(const Figure& figure, const Sentence& sentence);
    [[nodiscard]] const grammar::ConceptSet& concepts_of_sentence(std::size_t sentence);
};

}  // namespace tongket
