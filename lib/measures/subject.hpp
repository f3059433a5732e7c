// SPDX-License-Identifier: BSL-1.0
/// @file
/// The words that say what a figure measures.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "measures/change.hpp"
#include "measures/figure.hpp"
#include "measures/words.hpp"

namespace tongket {

/// How the words that say what is measured were found. Which rule goes first depends on the figure.
enum class SubjectRule : std::uint8_t {
    object,          ///< what changes, between its verb and the figure: 'giảm tỷ lệ hộ nghèo 2%'
    own_noun,        ///< the noun that the figure counts
    behind_unit,     ///< of what the unit is: '5,2 triệu tấn gạo'
    behind_percent,  ///< of what the share is: '97% cơ quan sử dụng thư điện tử'
    behind_link,     ///< 'còn lại 9,8 triệu là thuê bao cố định'
    head,            ///< a head of a measure before it: 'doanh thu viễn thông đạt'
    words_before,    ///< other words before it
    index,           ///< the index in which something ranks
    activity,        ///< what was done, where the noun says nothing
    topic,           ///< 'Về an toàn giao thông, ...'
    previous,        ///< the words of the figure before it in its sentence
    referred,        ///< those to which 'con số này' points back
    same_unit,       ///< those of the figure before it that has its unit
    clause,          ///< the words of its clause before it
    part_name        ///< the name of a part that counts with the noun of its whole
};

/// The rule's name: `own_noun`.
[[nodiscard]] std::string_view name_of(SubjectRule rule) noexcept;

/// Words that may say what is measured.
struct SubjectCandidate {
    SubjectRule rule;
    TokenRange words;  ///< never empty
    Confidence confidence = Confidence::guess;
};

/// Chooses between the figure's own noun, the head of a measure before it, what stands behind a percentage, the words
/// of the figure before, and the subject of the clause.
/// @param previous  the figure before it in its sentence, or null
/// @param earlier   the figure before it on the page, or null
/// @returns nothing where no words say it
[[nodiscard]] std::optional<SubjectCandidate> find_subject(const Words& words, const Figure& figure,
                                                           const Sentence& sentence, const Change& change,
                                                           const Figure* previous, const Figure* earlier);

/// All between which `find_subject` chooses, the chosen first; each range of words once.
[[nodiscard]] std::vector<SubjectCandidate> subject_candidates(const Words& words, const Figure& figure,
                                                               const Sentence& sentence, const Change& change,
                                                               const Figure* previous, const Figure* earlier);

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
