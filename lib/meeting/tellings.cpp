// SPDX-License-Identifier: BSL-1.0
#include "meeting/tellings.hpp"

#include <algorithm>

namespace tongket {
namespace {

bool speaks_of_conference(const Sentence& sentence) {
    return sentence.has(Cue::meeting) || sentence.has(Cue::annual) || sentence.has(Cue::interim) ||
           sentence.has(Cue::briefing);
}

}  // namespace

std::vector<Telling> tellings_of(const Document& document, std::optional<TokenRange> title) {
    constexpr std::size_t first_paragraphs = 4;
    std::vector<Telling> tellings;
    for (const auto& [zone, standing] :
         {std::pair{ZoneKind::opening, Standing::opening}, std::pair{ZoneKind::lead, Standing::lead}})
        for (const Sentence& sentence : document.sentences)
            if (sentence.zone == zone) tellings.push_back({sentence.tokens, standing});
    std::size_t paragraphs = 0;
    std::optional<std::uint32_t> line;
    for (const Sentence& sentence : document.sentences) {
        if (!tells_story(sentence.zone)) continue;
        if (line != sentence.line && ++paragraphs > first_paragraphs) break;
        line = sentence.line;
        if (sentence.zone != ZoneKind::opening && sentence.zone != ZoneKind::lead && speaks_of_conference(sentence))
            tellings.push_back({sentence.tokens, Standing::early});
    }
    if (title) tellings.push_back({*title, Standing::title});
    return tellings;
}

}  // namespace tongket
