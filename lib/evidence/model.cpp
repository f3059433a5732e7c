// SPDX-License-Identifier: BSL-1.0
#include "evidence/model.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>
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

Model::Model(std::string_view text, std::span<const std::string_view> labels, std::span<const std::string> features)
    : labels_(labels), rows_(features.size() + 1) {
    std::unordered_map<std::string_view, Scores*> targets;
    for (std::size_t row = 0; row < features.size(); ++row) targets.emplace(features[row], &rows_[row]);
    std::vector<std::string> transition_names;
    transition_names.reserve(step_names.size() * labels.size());
    for (std::size_t step = 0; step < step_names.size(); ++step)
        for (std::size_t from = 0; from < labels.size(); ++from) {
            transition_names.push_back(std::string(step_names[step]) + ":" + std::string(labels[from]));
            targets.emplace(transition_names.back(), &transitions_[step][from]);
        }
    while (!text.empty()) {
        const std::string_view line = cut(text, '\n');
        if (line.empty() || line.front() == '#') continue;
        if (line.find('\t') == std::string_view::npos) refuse(line, "no tab");
        std::string_view rest = line;
        const auto target = targets.find(cut(rest, '\t'));
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
            (*target->second)[static_cast<std::size_t>(label - labels.begin())] += weight;
        }
    }
}

}  // namespace tongket::evidence
