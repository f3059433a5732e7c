// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who confers an honour.
#pragma once

#include <optional>
#include <string>

#include "awards/names.hpp"
#include "islands/islands.hpp"

namespace tongket {

/// A grantor and how sure it is.
struct Grantor {
    std::optional<std::string> name;
    Confidence confidence = Confidence::guess;
    bool of_state = false;  ///< of an honour that the State alone confers
};

/// A body that can confer or receive at a token: an agency, the office of its head, `tỉnh` before a verb.
/// @param limit  the token at which its name ends at the latest
[[nodiscard]] std::optional<TokenRange> body_at(const Document& document, std::size_t at, std::size_t limit);

/// Who confers an honour: of all who might, the one that most speaks for.
/// @param clause    the part of the sentence that tells of it
/// @param sentence  where a body may be named in full
/// @param earlier   who conferred the one before it in the same sentence
[[nodiscard]] Grantor grantor_of(const Document& document, const Islands& islands, const AwardName& award,
                                 TokenRange clause, TokenRange sentence, const Grantor& earlier);

}  // namespace tongket
