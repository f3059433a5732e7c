// SPDX-License-Identifier: BSL-1.0
/// @file
/// From the words of a measure to an id of the indicator catalogue.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <tongket/grammar/lexicon_index.hpp>

#include "page/document.hpp"

namespace tongket {

/// The indicator catalogue's patterns, compiled from the lexicon once.
class IndicatorCatalogue {
  public:
    /// @param overruled  so many indicator entries come first that later ones may overrule: the built-in ones
    /// @throws Error invalid_lexicon, at the offset of the entry: a pattern names a concept that no term has or an
    /// unknown kind, or it can never be chosen: it requires nothing, it forbids what it requires, or it is another
    /// indicator's too
    explicit IndicatorCatalogue(const grammar::LexiconIndex& lexicon, std::size_t overruled = 0);

    struct Match {
        std::string_view id;       ///< views the catalogue
        bool by_own_words = true;  ///< no concept had to be fetched from the context
        bool has_own = true;       ///< some concept is of its own words
        bool has_unit = false;     ///< the pattern names units
        std::size_t score = 0;     ///< how specific the pattern is
    };

    /// The most specific pattern that the concepts of a measure's own words (and of its context, which holds its own)
    /// fulfil. Costs a test per pattern that the concepts lead to, not per pattern.
    /// @param around  what else stands near, which may forbid a pattern but not fulfil it
    [[nodiscard]] std::optional<Match> find(const grammar::ConceptSet& own, const grammar::ConceptSet& context,
                                            MeasureKind kind, std::string_view unit,
                                            const grammar::ConceptSet& around = {}) const;

    /// Whether an indicator tells of a moment or of a period.
    enum class Timing : std::uint8_t { unknown, stock, flow };
    /// By the catalogue's column `time`.
    [[nodiscard]] Timing timing(std::string_view id) const noexcept;

  private:
    std::vector<std::pair<std::string_view, Timing>> timings_;  ///< in order of their ids
    struct Pattern {
        std::string id;
        grammar::ConceptSet required;
        grammar::ConceptSet required_in_context;
        grammar::ConceptSet forbidden;
        grammar::ConceptSet forbidden_in_context;
        unsigned kinds = 0;  ///< bit per MeasureKind; 0 means any
        std::vector<std::string> units;
        std::size_t score = 0;  ///< how specific it is; never 0 in patterns_

        /// What a text must say for it to fit, in an order.
        [[nodiscard]] auto conditions() const {
            return std::tuple(required.words(), required_in_context.words(), forbidden.words(),
                              forbidden_in_context.words(), kinds, units);
        }
    };
    std::vector<Pattern> patterns_;
    // Every pattern stands under one concept that it requires, the one that the fewest patterns require.
    using PatternIds = std::vector<std::uint32_t>;
    std::array<PatternIds, grammar::ConceptSet::capacity> by_own_concept_;
    std::array<PatternIds, grammar::ConceptSet::capacity> by_context_concept_;
    PatternIds by_unit_alone_;  // those that require no concept

    void add_patterns(const LexiconEntry& entry, const grammar::LexiconIndex& lexicon);
    void index_patterns();
};

/// The concepts of all terms in a range of tokens.
[[nodiscard]] grammar::ConceptSet concepts_in(const Document& document, TokenRange range);

}  // namespace tongket
