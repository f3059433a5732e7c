// SPDX-License-Identifier: BSL-1.0
#include <tongket/gazetteer.hpp>

#include <algorithm>

#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/lexicon.hpp>

namespace tongket {

const std::vector<Province>& provinces() {
    static const std::vector<Province> all = [] {
        std::vector<Province> found;
        for (const LexiconEntry& entry : read_lexicon(builtin_lexicon())) {
            if (entry.word_class != "province") continue;
            const grammar::Payload payload{grammar::LexiconClass::province, entry.value, entry.attributes, 0, {}, 0};
            const std::string_view label = payload.attribute("label"), successor = payload.attribute("successor");
            found.push_back({entry.value, std::string(label.empty() ? entry.phrases.front() : label),
                             std::string(successor.empty() ? entry.value : successor)});
        }
        return found;
    }();
    return all;
}

std::optional<Province> find_province(std::string_view code) {
    const auto& all = provinces();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Province& p) { return p.code == code; });
    if (found == all.end()) return std::nullopt;
    return *found;
}

}  // namespace tongket
