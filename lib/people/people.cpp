// SPDX-License-Identifier: BSL-1.0
#include "people/people.hpp"

namespace tongket {

Cast find_people(const Document& document, const Islands& islands, const std::optional<Letterhead>& letterhead) {
    return with_roles(collect_persons(document, islands, letterhead), document, islands);
}

}  // namespace tongket
