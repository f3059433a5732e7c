// SPDX-License-Identifier: BSL-1.0
// Writes generated reports to learn from, with their labels in the form of tools/train/pages.
//   tongket-generated FOLDER FIRST_SEED COUNT
// FOLDER gets generated-SEED.txt and generated-SEED.json for each seed. The tests judge by the seeds 1 to 999: take
// others.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <tongket/names.hpp>

#include "generate/generate.hpp"

namespace {

using namespace tongket;
using nlohmann::json;

std::size_t code_points(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

json labels_of(std::uint64_t seed, const test::GeneratedReport& generated) {
    const auto place = [&](std::size_t byte) {
        return code_points(std::string_view(generated.text).substr(0, byte));
    };
    const Report& truth = generated.truth;
    json labels = {{"found", "tests/generate, seed " + std::to_string(seed)}, {"genre", "review"}};
    for (const Zone& zone : truth.zones)
        labels["zones"].push_back({place(zone.span.begin), std::string(name_of(zone.kind))});
    labels["delegations"] = labels["shortcomings"] = labels["targets"] = json::array();
    for (const Delegation& one : truth.delegations)
        labels["delegations"].push_back({place(one.span.begin), place(one.span.end)});
    for (const Statement& one : truth.shortcomings)
        labels["shortcomings"].push_back({place(one.span.begin), place(one.span.end)});
    for (const Target& one : truth.targets)
        labels["targets"].push_back(
            {place(one.span.begin), place(one.span.end), one.source == "plan" ? "task" : "request"});
    return labels;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: tongket-generated FOLDER FIRST_SEED COUNT\n";
        return 2;
    }
    const std::uint64_t first = std::stoull(argv[2]), count = std::stoull(argv[3]);
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const test::GeneratedReport generated = test::generate_report(seed, 3000 + seed * 7919 % 12000);
        const std::string stem = std::string(argv[1]) + "/generated-" + std::to_string(seed);
        std::ofstream text(stem + ".txt", std::ios::binary), labels(stem + ".json", std::ios::binary);
        text << generated.text;
        labels << labels_of(seed, generated).dump() << '\n';
        if (!text.flush() || !labels.flush()) {
            std::cerr << "tongket-generated: cannot write " << stem << ".txt and .json\n";
            return 1;
        }
    }
}
