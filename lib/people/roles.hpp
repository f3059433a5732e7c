// SPDX-License-Identifier: BSL-1.0
/// @file
/// What part each person has in the conference, and who speaks where.
#pragma once

#include <optional>
#include <vector>

#include "people/persons.hpp"

namespace tongket {

/// The people of a page, and who speaks in each sentence.
struct Cast {
    std::vector<Person> people;
    /// By sentence: the index in `people` of the speaker to whom a request belongs, or nothing.
    std::vector<std::optional<std::size_t>> speakers;
};

/// Gives the persons their roles by the frames of all sentences.
[[nodiscard]] Cast with_roles(NamedPersons named, const Document& document, const Islands& islands);

}  // namespace tongket
