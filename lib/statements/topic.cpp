// SPDX-License-Identifier: BSL-1.0
#include "statements/topic.hpp"

#include <array>

#include <tongket/names.hpp>

namespace tongket {

Topic topic_of(const Document& document, TokenRange range) {
    std::array<int, enum_names<Topic>.size()> votes{};
    std::array<std::size_t, enum_names<Topic>.size()> first{};
    for (std::size_t t = range.first; t < range.last; ++t) {
        const PhraseMatch term = document.match(t, LexiconClass::term);
        if (!term) continue;
        if (const auto topic = from_name<Topic>(term.payload->attribute("topic"))) {
            const auto k = static_cast<std::size_t>(*topic);
            if (votes[k]++ == 0) first[k] = t;
        }
        t += term.length - 1;
    }
    const auto count = [&](Topic t) -> int& { return votes[static_cast<std::size_t>(t)]; };
    count(Topic::general) = 0;
    if (count(Topic::postal) > 0 && count(Topic::telecom) > 0) {
        count(Topic::postal_telecom) += count(Topic::postal) + count(Topic::telecom);
        count(Topic::postal) = count(Topic::telecom) = 0;
    }
    std::size_t best = static_cast<std::size_t>(Topic::general);
    for (std::size_t k = 0; k < votes.size(); ++k)
        if (votes[k] > votes[best] || (votes[k] == votes[best] && votes[k] > 0 && first[k] < first[best])) best = k;
    return static_cast<Topic>(best);
}

}  // namespace tongket
