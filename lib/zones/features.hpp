// SPDX-License-Identifier: BSL-1.0
/// @file
/// What speaks for and against each zone of a sentence: named features.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "layout/layout.hpp"
#include "outline.hpp"
#include "zones/feature_names.hpp"
#include "zones/quotation.hpp"
#include "zones/voice.hpp"

namespace tongket {

/// Calls `visit(place, row)` for all that speaks about each of `count` places of a chain: its own features, which
/// `read(place, features)` puts into a vector, and what its neighbours have.
template <class Read, class Visit>
void for_each_row(const evidence::FeatureTable& table, std::size_t count, Read read, Visit visit) {
    std::vector<Feature> features;
    for (std::size_t place = 0; place < count; ++place) {
        read(place, features);
        for (const Feature& feature : features) {
            visit(place, row_of(table, feature));
            if (!reaches_neighbours(feature.kind)) continue;
            if (place + 1 < count) visit(place + 1, row_of(table, feature, Whose::before));
            if (place > 0) visit(place - 1, row_of(table, feature, Whose::after));
        }
    }
}

/// Which phrases were seen since it was last cleared.
class SeenPhrases {
  public:
    void clear() noexcept { ++round_; }
    /// Whether a phrase is seen for the first time.
    [[nodiscard]] bool add(std::size_t phrase);

  private:
    std::vector<std::uint32_t> seen_in_;  // by phrase: the round in which it was seen
    std::uint32_t round_ = 0;
};

/// Reads the features that words have by themselves.
class WordFeatureReader {
  public:
    /// All must outlive it.
    WordFeatureReader(const Document& document, const Islands& islands, const Outline& outline)
        : document_(document), islands_(islands), outline_(outline) {}
    /// Replaces `features` by those of the words of a sentence, or of a clause given as one, each once. Costs a step
    /// for each of its tokens.
    void read(const Sentence& sentence, std::vector<Feature>& features);

  private:
    const Document& document_;
    const Islands& islands_;
    const Outline& outline_;
    SeenPhrases phrases_;
};

/// Reads the features of a page's sentences.
class FeatureReader {
  public:
    /// All must outlive it.
    FeatureReader(const Document& document, const Islands& islands, const LineShapes& shapes, const Layout& layout,
                  const Outline& outline);
    /// Replaces `features` by those of a sentence. Costs a step for each of its tokens.
    void read(std::size_t sentence, std::vector<Feature>& features);

  private:
    std::vector<Feature> of_headline_;  // all sentences have them
    WordFeatureReader words_;
    std::vector<Quoted> quotations_;
    Voices voices_;
    const Document& document_;
    const LineShapes& shapes_;
    const Layout& layout_;

    void traits(const Speaker& speaker, std::vector<Feature>& features) const;
};

}  // namespace tongket
