// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whose words a page gives: the last person or agency before a sentence, or in it, that is said to speak.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"
#include "zones/feature_names.hpp"
#include "zones/quotation.hpp"

namespace tongket {

/// A word of speaking stands within so many tokens behind a name.
inline constexpr std::size_t speech_behind_name = 8;

/// A voice at a sentence.
struct Voice {
    std::size_t speaker = 0;  ///< in `Voices::speakers`
    Manner manner = Manner::speaks;
    std::uint32_t sentences_ago = 0;  ///< since the speaker was named
};

/// Who speaks, as the whole page shows it.
struct Speaker {
    SpeakerRank rank = SpeakerRank::unknown;
    Side side = Side::unknown;
    bool requests = false;        ///< asks something of others at least once
    bool chairs = false;          ///< said to chair
    bool in_headline = false;     ///< named in the first sentence of the page
    std::uint32_t turn = 0;       ///< the how manieth to speak, from 1; 0 who never does, and agencies
    std::uint32_t sentences = 0;  ///< how many are theirs
    std::uint32_t figures = 0;    ///< how many stand in these
};

/// The voices of a page.
struct Voices {
    std::vector<std::optional<Voice>> by_sentence;  ///< none before the first, and where it was last heard long ago
    std::vector<Speaker> speakers;
    std::uint32_t turns = 0;  ///< how many speak
};

/// What a quotation holds are the words of whoever is named where it closes.
/// Costs a step for each person mentioned and for each token of the sentences that address somebody.
[[nodiscard]] Voices voices_of(const Document& document, const Islands& islands,
                               const std::vector<Quoted>& quotations);

}  // namespace tongket
