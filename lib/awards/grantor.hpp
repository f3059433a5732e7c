// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who confers an honour.
#pragma once

#include <optional>
#include <string>

#include "awards/names.hpp"

namespace tongket {

/// A grantor and how sure it is.
struct Grantor {
    std::optional<std::string> name;
    Confidence confidence = Confidence::guess;
};

/// A body that can confer at a token: an agency, or the office of its head.
/// @param limit  the token at which its name ends at the latest
[[nodiscard]] std::optional<TokenRange> body_at(const Document& document, std::size_t at, std::size_t limit);

/// Who confers an honour.
/// @param range    the part of the sentence that tells of it
/// @param earlier  who conferred the one before it in the same sentence
[[nodiscard]] Grantor grantor_of(const Document& document, const AwardName& award, TokenRange range,
                                 const std::optional<std::string>& earlier);

}  // namespace tongket
