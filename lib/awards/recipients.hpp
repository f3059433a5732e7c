// SPDX-License-Identifier: BSL-1.0
/// @file
/// On whom honours are conferred: groups by their number, persons and bodies by name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "awards/names.hpp"
#include "islands/islands.hpp"

namespace tongket {

/// `03 tập thể`.
struct RecipientCount {
    TokenRange range;          ///< count with its noun
    std::size_t quantity = 0;  ///< index of the quantity
    std::int64_t count = 0;
    std::string recipient;  ///< collective or individual
};

/// The groups that a range counts, in order.
[[nodiscard]] std::vector<RecipientCount> recipient_counts(const Document& document, const Islands& islands,
                                                           TokenRange range, ZoneKind zone);

/// `05 Chiến sĩ thi đua cơ sở`, `12 giấy khen`: a number right before an honour counts those who receive it.
[[nodiscard]] std::optional<RecipientCount> counted_name(const Document& document, const Islands& islands,
                                                         const AwardName& name);

/// Which of the honours a group received. `<n> tập thể được ... tặng X` looks ahead, `tặng X cho <n> tập thể` back.
[[nodiscard]] std::optional<std::size_t> award_of(const Document& document, const RecipientCount& count,
                                                  const std::vector<AwardName>& names);

/// Those named right behind an honour's `cho`: `tặng Bằng khen cho Sở Y tế và ông ...`; `collective` or `individual`
/// for groups without a number, each once.
[[nodiscard]] std::vector<std::string> given_to(const Document& document, const Islands& islands,
                                                const AwardName& award, TokenRange clause);

/// Those named before a verb of receiving: `Sở TT&TT được Bộ tặng Cờ thi đua`.
[[nodiscard]] std::vector<std::string> received_by(const Document& document, const Islands& islands,
                                                   const AwardName& award, TokenRange clause);

}  // namespace tongket
