// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whose words a page gives: the last person before a sentence, or in it, who is said to speak.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"
#include "zones/feature_names.hpp"

namespace tongket {

/// A word of speaking stands within so many tokens behind a name.
inline constexpr std::size_t speech_behind_name = 8;

/// A voice at a sentence.
struct Voice {
    SpeakerRank rank = SpeakerRank::unknown;
    Side side = Side::unknown;
    Manner manner = Manner::speaks;
    std::uint32_t sentences_ago = 0;  ///< since the speaker was named
};

/// The voice at each sentence; none before the first, and where it was last heard long ago.
/// Costs a step for each person mentioned and for each token of the sentences that address somebody.
[[nodiscard]] std::vector<std::optional<Voice>> voices_of(const Document& document, const Islands& islands);

}  // namespace tongket
