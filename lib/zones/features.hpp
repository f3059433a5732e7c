// SPDX-License-Identifier: BSL-1.0
/// @file
/// What speaks for and against each zone of a sentence: named features.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "evidence/feature_table.hpp"
#include "layout/layout.hpp"
#include "outline.hpp"

namespace tongket {

/// Kinds of features. `feature_names` gives the names that weight files know them by.
enum class FeatureKind : std::uint8_t {
    line,      ///< part of the line in the page, by its shape (`LineRole`)
    place,     ///< of the sentence in its line
    length,    ///< in words
    ending,    ///< mark at its end
    shape,     ///< bullet, number, capitals, quotation ...
    position,  ///< in the story
    opens,     ///< which period it opens with
    period,    ///< which periods stand in it
    people,    ///< persons and where they stand
    figures,   ///< how many
    honours,   ///< awards and their verbs
    agency,    ///< an agency as its subject
    behind,    ///< what the line or sentence before looked like
    modal,     ///< `đã`, `sẽ`, `cần` ... in its first words
    cue,       ///< a cue phrase anywhere
    near,      ///< a cue phrase among its first words
    first,     ///< a cue phrase that opens it
    has,       ///< a phrase of class `evidence` anywhere
    start,     ///< such a phrase among its first words
    zone,      ///< of the sentence that holds a clause
    clause,    ///< place of a clause in its sentence
    rule,      ///< what a rule of the language says of a clause
    count_
};

/// Places of a sentence in its line and of a clause in its sentence.
enum class At : std::uint8_t { only, first, inner, last, count_ };

/// What the language says of a clause.
enum class ClauseRule : std::uint8_t {
    fails,
    asks,
    task_verb,
    heading,
    announces,
    goes_on,
    speaker,
    short_one,
    speaker_asks,
    count_
};

/// One observation. What the argument means depends on the kind.
struct Feature {
    FeatureKind kind;
    std::uint16_t argument;
    bool operator==(const Feature&) const = default;
    /// A number of its own.
    [[nodiscard]] std::uint32_t key() const noexcept { return static_cast<std::uint32_t>(kind) << 16U | argument; }
};

/// Whose feature it is: a place's own, or its neighbour's.
enum class Whose : std::uint8_t { own, before, after };

/// Whether features of a kind speak for the neighbours of their sentence or clause too.
[[nodiscard]] bool reaches_neighbours(FeatureKind kind) noexcept;

/// The names of all features by row: a group for each kind, then those of the neighbours, `before-` and `after-` it.
/// @param phrases  the phrases of class `evidence`, by number
[[nodiscard]] evidence::FeatureTable feature_table(const std::vector<std::string>& phrases);

/// The row of a feature in a table of `feature_table`.
[[nodiscard]] inline std::size_t row_of(const evidence::FeatureTable& table, Feature feature,
                                        Whose whose = Whose::own) noexcept {
    constexpr auto kinds = static_cast<std::size_t>(FeatureKind::count_);
    return table.row(static_cast<std::size_t>(whose) * kinds + static_cast<std::size_t>(feature.kind),
                     feature.argument);
}

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

/// Reads the features of a page's sentences.
class FeatureReader {
  public:
    /// All must outlive it.
    FeatureReader(const Document& document, const Islands& islands, const LineShapes& shapes, const Layout& layout,
                  const Outline& outline);
    /// Replaces `features` by those of a sentence. Costs a step for each of its tokens.
    void read(std::size_t sentence, std::vector<Feature>& features) const;

  private:
    const Document& document_;
    const Islands& islands_;
    const LineShapes& shapes_;
    const Layout& layout_;
    const Outline& outline_;
};

/// Replaces `features` by those that the words of a sentence, or of a clause given as one, have by themselves, each
/// once.
void read_word_features(const Document& document, const Islands& islands, const Outline& outline,
                        const Sentence& sentence, std::vector<Feature>& features);

}  // namespace tongket
