// SPDX-License-Identifier: BSL-1.0
/// @file
/// The words that say what a figure measures.
#pragma once

#include "measures/change.hpp"
#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// What is measured, by its words.
struct Subject {
    TokenRange words;  ///< empty where none were found
    Confidence confidence = Confidence::guess;
};

/// Chooses between the figure's own noun, the head of a measure before it, what stands behind a percentage, the words
/// of the figure before, and the subject of the clause.
/// @param previous  the figure before it in its sentence, or null
/// @param earlier   the figure before it on the page, or null
[[nodiscard]] Subject find_subject(const Words& words, const Figure& figure, const Sentence& sentence,
                                   const Change& change, const Figure* previous, const Figure* earlier);

/// What a part measures that counts with the noun of its whole alone: '438 trường, trong đó [mầm non] 165 trường'.
/// Empty where no words stand before it, or where its own noun says more.
[[nodiscard]] TokenRange part_subject(const Words& words, const Figure& figure, const Sentence& sentence);

/// The unit and kind of a figure without either, by what it measures.
struct InferredUnit {
    std::optional<std::string> unit;
    MeasureKind kind;
};

/// '7,37 tỷ' after USD is USD; '15,8 triệu' of subscribers counts subscribers.
/// @param subject   the words that say what is measured
/// @param previous  the figure before it in its sentence, or null
/// @param earlier   the figure before it on the page, or null
[[nodiscard]] InferredUnit infer_unit(const Words& words, const Figure& figure, TokenRange subject,
                                      const Figure* previous, const Figure* earlier);

}  // namespace tongket
