// SPDX-License-Identifier: BSL-1.0
#include "zones/zones.hpp"

#include <algorithm>
#include <tongket/names.hpp>

#include "zones/weights.hpp"

namespace tongket {
const evidence::Model& zone_model() {
    static const evidence::Model model(enum_names<ZoneKind>, zone_weights());
    return model;
}

Zoning find_zones(const Document& document, const Islands& islands, const LineShapes& shapes, const Layout& layout,
                  const Outline& outline) {
    const evidence::Model& model = zone_model();
    std::vector<evidence::Place> chain(document.sentences.size());
    FeatureReader reader(document, islands, shapes, layout, outline);
    for_each_row(
        zone_features(), chain.size(),
        [&](std::size_t sentence, std::vector<Feature>& features) { reader.read(sentence, features); },
        [&](std::size_t sentence, std::size_t row) { model.add(row, chain[sentence].scores); });
    for (std::size_t s = 0; s < chain.size(); ++s)
        chain[s].step = s > 0 && document.sentences[s - 1].line == document.sentences[s].line ? evidence::Step::inside
                                                                                              : evidence::Step::next;
    Zoning zoning;
    zoning.decisions = evidence::decode(model, chain);
    zoning.kinds.reserve(chain.size());
    for (const evidence::Decision& decision : zoning.decisions)
        zoning.kinds.push_back(static_cast<ZoneKind>(decision.label));
    return zoning;
}

Confidence zone_confidence(std::int32_t margin) noexcept {
    constexpr std::int32_t certain = 850, likely = 200;
    return margin >= certain ? Confidence::certain : margin >= likely ? Confidence::likely : Confidence::guess;
}

}  // namespace tongket
