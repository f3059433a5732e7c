// SPDX-License-Identifier: BSL-1.0
/// @file
/// Changes of a text that must not change what is read in it, or in a known way only. No gold is needed: any page
/// tests them.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

namespace tongket::test {

/// One change of a text, and what stays.
struct Relation {
    std::string name;   ///< what is done to the text
    std::string keeps;  ///< what stays the same, for people
    /// The text with the change; none where the text has nothing to change.
    std::function<std::optional<std::string>(const Parser&, const std::string& text, std::mt19937_64&)> rewrite;
    /// What stays the same of a report, in one spelling and without places.
    std::function<nlohmann::json(std::string_view source, const Report&)> kept;
    /// The code of the diagnostic that the change must bring, if any.
    std::string brings{};
    /// The share of the texts with another outcome that is known and borne.
    double most_broken = 0;
};

/// All of them.
[[nodiscard]] const std::vector<Relation>& relations();

/// A text put to a relation.
struct Trial {
    bool applies = false;               ///< whether the text had something to change
    std::vector<std::string> problems;  ///< what is read otherwise, wrong spans of either report
};

/// @param seed  the same seed changes the same text alike, on every machine
[[nodiscard]] Trial try_relation(const Relation& relation, const Parser& parser, const std::string& text,
                                 std::uint64_t seed);

}  // namespace tongket::test
