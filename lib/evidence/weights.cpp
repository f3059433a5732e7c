// SPDX-License-Identifier: BSL-1.0
#include "evidence/weights.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>
#include <unordered_map>

namespace tongket::evidence {
namespace {

// The text before `mark`, which is cut off `rest` with it.
std::string_view cut(std::string_view& rest, char mark) {
    const std::size_t end = std::min(rest.find(mark), rest.size());
    const std::string_view head = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return head;
}

[[noreturn]] void refuse(std::string_view line, const char* why) {
    throw std::invalid_argument("weights: " + std::string(why) + ": " + std::string(line));
}

}  // namespace

Weights read_weights(std::string_view text, std::span<const std::string_view> labels,
                     std::span<const std::string> features) {
    Weights weights;
    const std::size_t lanes = Model::lanes(labels.size());
    weights.features.resize((features.size() + 1) * lanes);
    weights.transitions.resize(step_names.size() * labels.size() * lanes);
    std::unordered_map<std::string, Weight*> targets;
    for (std::size_t row = 0; row < features.size(); ++row)
        targets.emplace(features[row], weights.features.data() + row * lanes);
    for (std::size_t step = 0; step < step_names.size(); ++step)
        for (std::size_t from = 0; from < labels.size(); ++from)
            targets.emplace(std::string(step_names[step]) + ":" + std::string(labels[from]),
                            weights.transitions.data() + (step * labels.size() + from) * lanes);
    while (!text.empty()) {
        const std::string_view line = cut(text, '\n');
        if (line.empty() || line.front() == '#') continue;
        if (line.find('\t') == std::string_view::npos) refuse(line, "no tab");
        std::string_view rest = line;
        const auto target = targets.find(std::string(cut(rest, '\t')));
        if (target == targets.end()) refuse(line, "unknown feature");
        while (!rest.empty()) {
            std::string_view pair = cut(rest, ' ');
            const std::string_view name = cut(pair, '=');
            const auto label = std::find(labels.begin(), labels.end(), name);
            if (label == labels.end()) refuse(line, "unknown label");
            std::int32_t weight = 0;
            const char* const end = pair.data() + pair.size();
            const auto read = std::from_chars(pair.data(), end, weight);
            if (read.ec != std::errc{} || read.ptr != end) refuse(line, "no weight");
            Weight& sum = target->second[label - labels.begin()];
            weight += sum;
            using Range = std::numeric_limits<Weight>;
            if (weight < Range::min() || weight > Range::max()) refuse(line, "a weight too large");
            sum = static_cast<Weight>(weight);
        }
    }
    return weights;
}

}  // namespace tongket::evidence
