// SPDX-License-Identifier: BSL-1.0
#include "evidence/decode.hpp"

#include <algorithm>
#include <limits>

namespace tongket::evidence {

std::vector<Decision> decode(const Model& model, const std::vector<Place>& chain) {
    std::vector<Decision> decisions(chain.size());
    if (chain.empty()) return decisions;
    const std::size_t labels = model.labels().size();
    // For each place and label: the best sum of a chain that ends there, later with the best that goes on from there.
    std::vector<Scores> best(chain.size());
    best[0] = chain[0].scores;
    for (std::size_t at = 1; at < chain.size(); ++at) {
        for (std::size_t to = 0; to < labels; ++to) best[at][to] = std::numeric_limits<std::int32_t>::min();
        for (std::size_t from = 0; from < labels; ++from) {
            const Scores& transition = model.transition(chain[at].step, from);
            for (std::size_t to = 0; to < labels; ++to)
                best[at][to] = std::max(best[at][to], best[at - 1][from] + transition[to]);
        }
        // Only differences matter; a long page must not add up to more than fits.
        const std::int32_t most = *std::max_element(best[at].begin(), best[at].begin() + labels);
        for (std::size_t to = 0; to < labels; ++to) best[at][to] += chain[at].scores[to] - most;
    }
    // Of a label at a place, the best that can follow.
    Scores onward{};
    for (std::size_t at = chain.size(); at-- > 0;) {
        Scores through = best[at];
        for (std::size_t label = 0; label < labels; ++label) through[label] += onward[label];
        std::size_t chosen = 0;
        if (at + 1 == chain.size()) {
            chosen = static_cast<std::size_t>(std::max_element(through.begin(), through.begin() + labels) -
                                              through.begin());
        } else {
            const std::size_t next = decisions[at + 1].label;
            for (std::size_t label = 1; label < labels; ++label)
                if (best[at][label] + model.transition(chain[at + 1].step, label)[next] >
                    best[at][chosen] + model.transition(chain[at + 1].step, chosen)[next])
                    chosen = label;
        }
        decisions[at].label = static_cast<std::uint8_t>(chosen);
        std::int32_t margin = std::numeric_limits<std::int32_t>::max();
        for (std::size_t label = 0; label < labels; ++label)
            if (label != chosen && through[chosen] - through[label] < margin) {
                margin = through[chosen] - through[label];
                decisions[at].next_best = static_cast<std::uint8_t>(label);
            }
        decisions[at].margin = std::max(margin, 0);
        Scores before{};
        std::int32_t most = std::numeric_limits<std::int32_t>::min();
        for (std::size_t from = 0; from < labels; ++from) {
            std::int32_t value = std::numeric_limits<std::int32_t>::min();
            for (std::size_t to = 0; to < labels; ++to)
                value =
                    std::max(value, model.transition(chain[at].step, from)[to] + chain[at].scores[to] + onward[to]);
            before[from] = value;
            most = std::max(most, value);
        }
        for (std::size_t from = 0; from < labels; ++from) before[from] -= most;
        onward = before;
    }
    return decisions;
}

}  // namespace tongket::evidence
