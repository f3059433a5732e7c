// SPDX-License-Identifier: BSL-1.0
#include "zones/zones.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <tongket/lexicon.hpp>
#include <tongket/names.hpp>

#include "zones/weights.hpp"

namespace tongket {
namespace {

// The phrases of class `evidence` by their number, as the built-in lexicon has them.
std::vector<std::string> evidence_phrases() {
    constexpr std::string_view opener = "evidence\t";
    std::vector<std::string> phrases;
    std::string_view rest = builtin_lexicon();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.starts_with(opener)) continue;
        line.remove_prefix(opener.size());
        phrases.emplace_back(line.substr(0, line.find('\t')));
    }
    return phrases;
}

}  // namespace

const FeatureTable& zone_features() {
    static const FeatureTable table(evidence_phrases());
    return table;
}

const evidence::Model& zone_model() {
    static const evidence::Model model(zone_weights(), enum_names<ZoneKind>, zone_features().names());
    return model;
}

Zoning find_zones(const Document& document, const Islands& islands, const LineShapes& shapes, const Layout& layout,
                  const Outline& outline) {
    const FeatureTable& table = zone_features();
    const evidence::Model& model = zone_model();
    const FeatureReader reader(document, islands, shapes, layout, outline);
    std::vector<evidence::Place> chain(document.sentences.size());
    std::vector<Feature> features;
    for (std::size_t s = 0; s < chain.size(); ++s) {
        reader.read(s, features);
        for (const Feature& feature : features) model.add(table.row(feature), chain[s].scores);
        chain[s].step = s > 0 && document.sentences[s - 1].line == document.sentences[s].line ? evidence::Step::inside
                                                                                              : evidence::Step::next;
    }
    Zoning zoning;
    zoning.decisions = evidence::decode(model, chain);
    zoning.kinds.reserve(chain.size());
    for (const evidence::Decision& decision : zoning.decisions)
        zoning.kinds.push_back(static_cast<ZoneKind>(decision.label));
    return zoning;
}

Confidence zone_confidence(std::int32_t margin) noexcept {
    constexpr std::int32_t certain = 500, likely = 150;
    return margin >= certain ? Confidence::certain : margin >= likely ? Confidence::likely : Confidence::guess;
}

}  // namespace tongket
