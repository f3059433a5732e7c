// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who is named in a page: each person once, with honorific and positions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "islands/islands.hpp"
#include "meeting/letterhead.hpp"
#include "page/document.hpp"

namespace tongket {

/// The persons named in a page, those of the body before those whom only captions and leads name.
struct NamedPersons {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<Person> people;  ///< without roles
    /// By mention in `Islands::persons`: the index in `people`; `none` for mentions by office alone and for those
    /// outside the story.
    std::vector<std::size_t> of_mention;
};

/// Gathers the mentions of each name, and who signed an agency's own report.
[[nodiscard]] NamedPersons collect_persons(const Document& document, const Islands& islands,
                                           const std::optional<Letterhead>& letterhead = std::nullopt);

/// The positions of a mention.
[[nodiscard]] std::vector<Position> positions_of(const Document& document, const grammar::PersonExpression& person);

/// Whether those named in a zone are people of the report: bylines and site chrome name others.
[[nodiscard]] bool peopled(ZoneKind zone);

/// A person from a mention: name, honorific, positions.
[[nodiscard]] Person read_person(const Document& document, const PersonMention& mention);

}  // namespace tongket
