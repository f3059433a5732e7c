// SPDX-License-Identifier: BSL-1.0
#include "evidence/phrases.hpp"

#include <algorithm>

#include <tongket/lexicon.hpp>

namespace tongket {

std::vector<std::string_view> evidence_phrases() {
    constexpr std::string_view opener = "evidence\t";
    std::vector<std::string_view> phrases;
    std::string_view rest = builtin_lexicon();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.starts_with(opener)) continue;
        line.remove_prefix(opener.size());
        phrases.push_back(line.substr(0, line.find('\t')));
    }
    return phrases;
}

}  // namespace tongket
