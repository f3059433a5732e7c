// SPDX-License-Identifier: BSL-1.0
/// @file
/// The phrase corpus of tests/phrases: a value and the many ways to write it. tests/phrases/README.md tells its form.
#pragma once

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"

namespace tongket::test {

/// A value with its phrases.
struct PhraseGroup {
    nlohmann::json value;
    std::vector<std::string> phrases;
    std::optional<int> default_year;
    bool in_report = false;
    bool negative = false;  ///< the phrases must not match; `value` is null
    std::string reason;     ///< of a pending group
};

/// One file of the corpus.
struct PhraseFile {
    std::string concept_name;
    std::vector<PhraseGroup> groups;   ///< what must hold: `values`, `in_report`, `not`, `not_in_report`
    std::vector<PhraseGroup> pending;  ///< what does not hold yet
    std::string before, after;         ///< the carrier's parts

    [[nodiscard]] std::size_t phrase_count() const {
        std::size_t count = 0;
        for (const PhraseGroup& group : groups)
            if (!group.negative) count += group.phrases.size();
        return count;
    }
};

[[nodiscard]] inline PhraseGroup read_phrase_group(const nlohmann::json& entry) {
    PhraseGroup group;
    group.value = entry.value("value", nlohmann::json());
    group.phrases = entry.at("phrases").get<std::vector<std::string>>();
    if (entry.contains("default_year")) group.default_year = entry.at("default_year").get<int>();
    group.in_report = entry.value("in_report", false);
    group.negative = entry.value("not", false);
    group.reason = entry.value("reason", "");
    REQUIRE((group.negative || !group.value.is_null()));
    return group;
}

/// Reads tests/phrases/`concept_name`.json.
[[nodiscard]] inline PhraseFile read_phrases(const std::string& concept_name) {
    std::ifstream in(TONGKET_SOURCE_DIR "/tests/phrases/" + concept_name + ".json", std::ios::binary);
    REQUIRE(in);
    const auto json = nlohmann::json::parse(in);
    PhraseFile file;
    file.concept_name = json.at("concept").get<std::string>();
    REQUIRE(file.concept_name == concept_name);
    for (const char* list : {"values", "in_report"}) {
        if (!json.contains(list)) continue;
        for (const auto& entry : json.at(list)) {
            PhraseGroup group = read_phrase_group(entry);
            group.in_report = list == std::string("in_report");
            file.groups.push_back(std::move(group));
        }
    }
    for (const char* list : {"not", "not_in_report"}) {
        if (!json.contains(list)) continue;
        PhraseGroup group;
        group.phrases = json.at(list).get<std::vector<std::string>>();
        group.negative = true;
        group.in_report = list == std::string("not_in_report");
        file.groups.push_back(std::move(group));
    }
    for (const auto& entry : json.at("pending")) file.pending.push_back(read_phrase_group(entry));
    if (json.contains("carrier")) {
        file.before = json.at("carrier").at(0).get<std::string>();
        file.after = json.at("carrier").at(1).get<std::string>();
    }
    return file;
}

}  // namespace tongket::test
