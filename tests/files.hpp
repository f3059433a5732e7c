// SPDX-License-Identifier: BSL-1.0
/// @file
/// The texts that tests read: samples, the corpus, and the real reports where they are there.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"

namespace tongket::test {

[[nodiscard]] inline std::string read_file(const std::filesystem::path& path) {
    INFO(path.string());
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A report with its gold annotation.
struct Sample {
    std::string name;
    std::string text;
    std::string gold;
};

[[nodiscard]] inline Sample read_sample(const std::filesystem::path& directory, const std::string& name) {
    return {name, read_file(directory / "reports" / (name + ".txt")),
            read_file(directory / "gold" / (name + ".json"))};
}

/// All samples of a directory with `reports` and `gold`, by name.
[[nodiscard]] inline std::vector<Sample> read_samples(const std::filesystem::path& directory) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(directory / "gold"))
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    std::vector<Sample> samples;
    for (const std::string& name : names) samples.push_back(read_sample(directory, name));
    return samples;
}

/// The samples of one split (`dev`, `test`) of the corpus.
[[nodiscard]] inline std::vector<Sample> read_split(const std::string& split) {
    const std::filesystem::path corpus = TONGKET_SOURCE_DIR "/tests/corpus";
    std::istringstream lines(read_file(corpus / "split.tsv"));
    std::vector<Sample> samples;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        INFO(line);
        REQUIRE(tab != std::string::npos);
        if (line.substr(tab + 1) == split) samples.push_back(read_sample(corpus, line.substr(0, tab)));
    }
    return samples;
}

/// Every report that this repository has.
[[nodiscard]] inline std::vector<Sample> read_all_samples() {
    std::vector<Sample> samples = read_samples(TONGKET_SOURCE_DIR "/examples");
    for (Sample& sample : read_samples(TONGKET_SOURCE_DIR "/tests/corpus")) samples.push_back(std::move(sample));
    return samples;
}

}  // namespace tongket::test
