// SPDX-License-Identifier: BSL-1.0
/// @file
/// Persons named in the page, with their positions and roles, and the groups that attended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// The people of a page, and who speaks in each sentence.
struct Cast {
    std::vector<Person> people;
    /// By sentence: the index in `people` of the speaker to whom a request belongs, or nothing.
    std::vector<std::optional<std::size_t>> speakers;
};

[[nodiscard]] Cast find_people(const Document& document, const Islands& islands);

[[nodiscard]] std::vector<Delegation> find_delegations(const Document& document, const Islands& islands);

}  // namespace tongket
