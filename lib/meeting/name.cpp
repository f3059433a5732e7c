// SPDX-License-Identifier: BSL-1.0
#include "meeting/name.hpp"

#include "outline.hpp"

namespace tongket {

std::optional<Text> find_meeting_name(const Document& document, std::span<const TokenRange> opening) {
    for (const TokenRange& range : opening)
        for (std::size_t t = range.first; t < range.last; ++t) {
            if (!document.match_cue(t, Cue::meeting)) continue;
            std::size_t end = t;
            bool says_why = false;
            while (end < range.last && !document.token(end).is_mark('.') && !document.token(end).is_mark(';')) {
                says_why |= purpose_at(document, end) != Purpose::none;
                if (document.token(end).is_mark(',') && end + 1 < range.last &&
                    purpose_at(document, end + 1) == Purpose::none)
                    break;
                ++end;
            }
            if (says_why) return document.text({t, end});
        }
    return std::nullopt;
}

}  // namespace tongket
