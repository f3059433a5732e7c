// SPDX-License-Identifier: BSL-1.0
/// @file
/// The features of sentences and clauses: their kinds, what each kind tells apart, and their names.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <tongket/grammar/keyword.hpp>

#include "evidence/feature_table.hpp"
#include "layout/line_role.hpp"

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
    voice,     ///< whose words it may be, by rank, and for how long
    side,      ///< whether the speaker is of the host or a guest, and for how long
    manner,    ///< how the speaker is said to speak, and for how long
    turn,      ///< the how manieth speaker it is
    quoted,    ///< place in a quotation of several sentences
    speaker,   ///< what the whole page shows of the speaker
    title,     ///< a cue phrase in the headline
    headline,  ///< what else the headline gives
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

/// What a sentence looks like.
enum class Look : std::uint8_t {
    bullet,
    numbered,
    capitals,
    small,
    quotation,
    heading,
    clauses,
    says,
    repeated,
    glued,
    bracket,
    slash,
    told_again
};

/// Words of a sentence, by steps.
inline constexpr std::array<std::size_t, 6> length_bounds{3, 7, 14, 25, 45, 80};

/// The marks that a sentence may end with; without one it ends with a word.
inline constexpr std::string_view ending_marks = ".;:,\")?";

/// In the story: before it, by lines from its beginning, behind it; then its last line, and the quarters.
enum class Placed : std::uint8_t { head, from_beginning, tail = from_beginning + 6, last, quarter };
inline constexpr std::array<std::size_t, 5> position_bounds{0, 1, 2, 5, 10};
inline constexpr std::size_t quarters = 4;

/// A period, as the outline tells them apart.
enum class Of : std::uint8_t { reviewed, planned, later, earlier, day, undated };

/// Persons in a sentence.
enum class Persons : std::uint8_t { first, one, more, office, says, none };

/// Honours in it.
enum class Honour : std::uint8_t { name, verb, counted, conferred };

/// What an agency or document is in it.
enum class Subject : std::uint8_t { opens, near, document };

/// What stands before it: a `LineRole`, or one of these.
enum class Behind : std::uint8_t {
    colon = static_cast<std::uint8_t>(LineRole::byline) + 1,
    semicolon,
    heading,
    blank,
    count_
};

/// What office the speaker holds, as the page told it where it named that person.
enum class SpeakerRank : std::uint8_t { state, minister, business, other, agency, delegate, unknown };

/// What the whole page shows of a speaker: what they do, where among the speakers they stand, how much is theirs and
/// how many figures they give.
enum class Trait : std::uint8_t { requests, chairs, headline, alone, last, short_one, long_one, dry, some, many };

/// Places of a sentence in a quotation of several.
enum class Quotation : std::uint8_t { none, opens, inside, closes };

/// What a headline gives.
enum class Headline : std::uint8_t { person, quotation, colon, figure };

/// Of whose body the speaker is.
enum class Side : std::uint8_t { host, guest, unknown };

/// How the speaker is said to speak.
enum class Manner : std::uint8_t { reports, requests, speaks };

/// Sentences since a voice was last named, by steps.
inline constexpr std::array<std::size_t, 3> voice_steps{0, 1, 3};
inline constexpr std::size_t voice_ages = voice_steps.size() + 1;

/// The how manieth speaker, by steps.
inline constexpr std::array<std::size_t, 3> turn_steps{1, 2, 3};

/// Words that colour a verb.
inline constexpr auto modals = std::to_array<grammar::Keyword>(
    {grammar::Keyword::da, grammar::Keyword::se, grammar::Keyword::can, grammar::Keyword::phai,
     grammar::Keyword::duoc, grammar::Keyword::khong, grammar::Keyword::still, grammar::Keyword::fresh});

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
[[nodiscard]] constexpr bool reaches_neighbours(FeatureKind kind) noexcept {
    switch (kind) {
        case FeatureKind::shape:
        case FeatureKind::opens:
        case FeatureKind::period:
        case FeatureKind::people:
        case FeatureKind::agency:
        case FeatureKind::modal:
        case FeatureKind::cue:
        case FeatureKind::near:
        case FeatureKind::first:
        case FeatureKind::rule:
            return true;
        default:
            return false;
    }
}

/// The names of all features by row: a group for each kind, then those of the neighbours, `before-` and `after-` it.
/// @param phrases  the phrases of class `evidence`, by number; what they view must outlive the table
[[nodiscard]] evidence::FeatureTable feature_table(const std::vector<std::string_view>& phrases);

/// The row of a feature in a table of `feature_table`.
[[nodiscard]] inline std::size_t row_of(const evidence::FeatureTable& table, Feature feature,
                                        Whose whose = Whose::own) noexcept {
    constexpr auto kinds = static_cast<std::size_t>(FeatureKind::count_);
    return table.row(static_cast<std::size_t>(whose) * kinds + static_cast<std::size_t>(feature.kind),
                     feature.argument);
}

/// The table of the built-in lexicon; made at first use, then shared.
[[nodiscard]] const evidence::FeatureTable& zone_features();

}  // namespace tongket
