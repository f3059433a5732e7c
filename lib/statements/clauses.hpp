// SPDX-License-Identifier: BSL-1.0
/// @file
/// The clauses of sentences, and what each is: a result, a failing, a task, a request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "evidence/decode.hpp"
#include "islands/islands.hpp"
#include "outline.hpp"
#include "page/document.hpp"
#include "statements/clause_kind.hpp"
#include "zones/features.hpp"

namespace tongket {

/// A clause of a sentence.
struct Clause {
    TokenRange range;
    std::uint32_t sentence = 0;
    ClauseKind kind = ClauseKind::other;
    std::int32_t margin = 0;  ///< how far ahead of the next best kind
    ClauseKind next_best = ClauseKind::other;
};

/// Cuts a range at `;` outside brackets.
[[nodiscard]] std::vector<TokenRange> cut_clauses(const Document& document, TokenRange range);
/// The clauses of all sentences that may state something: those of the story but headline, captions and dateline.
[[nodiscard]] std::vector<Clause> clauses_of(const Document& document);

/// Reads the features of clauses.
class ClauseReader {
  public:
    /// All must outlive it.
    /// @param speakers  by sentence: who speaks
    ClauseReader(const Document& document, const Islands& islands, const Outline& outline,
                 const std::vector<std::optional<std::size_t>>& speakers)
        : words_(document, islands, outline), document_(document), islands_(islands), speakers_(speakers) {}
    /// Replaces `features` by those of a clause.
    /// @param with_zone  whether the zone of its sentence is one of them
    void read(const Clause& clause, bool with_zone, std::vector<Feature>& features);

  private:
    WordFeatureReader words_;
    const Document& document_;
    const Islands& islands_;
    const std::vector<std::optional<std::size_t>>& speakers_;
};

/// The weights that clauses are decided by; made at first use, then shared. Their features are `zone_features()`.
[[nodiscard]] const evidence::Model& clause_model();

/// Decides the kind of all clauses of a page.
[[nodiscard]] std::vector<Clause> classify_clauses(const Document& document, const Islands& islands,
                                                   const Outline& outline,
                                                   const std::vector<std::optional<std::size_t>>& speakers);

}  // namespace tongket
