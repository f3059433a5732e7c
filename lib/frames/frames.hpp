// SPDX-License-Identifier: BSL-1.0
/// @file
/// Frames: who does what in a sentence, by a clause grammar over its persons, verbs and the words that join them.
#pragma once

#include <string_view>
#include <vector>

#include "frames/items.hpp"

namespace tongket::frames {

/// Somebody's part in a sentence.
struct Frame {
    Senses senses = 0;
    std::string_view rule;             ///< the name of the rule that found it
    TokenRange verb;                   ///< the verb's words
    std::vector<std::size_t> persons;  ///< whose part it is, as indices among the page's mentions
    /// All who take part, persons and groups, as words; empty where the rule looks for one speaker.
    TokenRange parties;
};

/// The frames of a range of tokens, a sentence, in order of their places. Costs a step for each of its tokens and
/// rules.
[[nodiscard]] std::vector<Frame> find_frames(const Document& document, const Islands& islands, TokenRange range);

}  // namespace tongket::frames
