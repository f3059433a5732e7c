// SPDX-License-Identifier: BSL-1.0
/// @file
/// Why a report was read as it was: what spoke for and against each decision that was weighed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>
#include <tongket/model.hpp>

namespace tongket {

/// One observation and how much it favours what was decided over what came next; below zero where it speaks against.
struct Evidence {
    std::string feature;  ///< `kind:argument`, as the weight files name it
    std::int32_t weight = 0;
    bool operator==(const Evidence&) const = default;
};

/// A decision between names, with its evidence.
struct Decided {
    std::string choice;
    std::string next_best;
    std::int32_t margin =
        0;  ///< how far ahead the whole page's best reading is of the best one with another choice here
    Confidence confidence = Confidence::guess;
    std::vector<Evidence> evidence;  ///< strongest first, those that favour neither left out
    bool operator==(const Decided&) const = default;
};

/// Somebody's part in a sentence, as the clause grammar found it.
struct ExplainedFrame {
    std::string rule;                 ///< its name, for people
    std::vector<std::string> senses;  ///< attend, chair, speak ...
    std::string verb;                 ///< words as written
    std::vector<std::string> persons;
    bool operator==(const ExplainedFrame&) const = default;
};

/// A clause of a sentence: whether it states a failing, a task, a request, or none of them.
struct ExplainedClause {
    Text text;
    Decided kind;
    bool operator==(const ExplainedClause&) const = default;
};

/// Something between which a rule chose.
struct ExplainedCandidate {
    std::string rule;   ///< its name, for people
    std::string value;  ///< words as written, or a period; empty for a period that the page does not tell
    Confidence confidence = Confidence::guess;
    bool operator==(const ExplainedCandidate&) const = default;
};

/// A figure: between which words and periods its indicator and its period were chosen. The first of each is the
/// choice, but that a target's deadline replaces a period by rule `zone`.
struct ExplainedMeasure {
    Text text;
    std::vector<ExplainedCandidate> indicator;  ///< empty where no words say what is measured
    std::vector<ExplainedCandidate> period;
    bool operator==(const ExplainedMeasure&) const = default;
};

/// A figure of a table: where it stands, and by which rules it became its measure.
struct ExplainedCell {
    Text text;
    std::string row;            ///< the label of its row
    std::string column;         ///< the cells of the head above it, the highest first, with ` / ` between them
    std::string rule;           ///< what the column was found to hold: plan, actual, growth ...
    ExplainedCandidate unit;    ///< its rule says where the unit is told: head, label, table ...
    ExplainedCandidate period;  ///< likewise
    bool operator==(const ExplainedCell&) const = default;
};

/// A sentence of the page.
struct ExplainedSentence {
    Text text;
    Decided zone;
    std::vector<ExplainedFrame> frames;
    std::vector<ExplainedClause> clauses;
    std::vector<ExplainedMeasure> measures;
    bool operator==(const ExplainedSentence&) const = default;
};

/// What was weighed, in order of the text. Spans are bytes of the source.
struct Explanation {
    std::optional<Decided> genre;              ///< `report` or `other`; none where the text has no story
    std::vector<ExplainedSentence> sentences;  ///< none where the text has no story
    std::vector<ExplainedCell> cells;          ///< the figures of tables, of which no sentence tells
    bool operator==(const Explanation&) const = default;
};

/// The explanation as text for a terminal, a paragraph a sentence.
/// @param most  pieces of evidence shown for each decision
[[nodiscard]] TONGKET_API std::string to_text(const Explanation& explanation, std::size_t most = 5);
/// The explanation as JSON.
/// @param indent  spaces per level; negative for one line
[[nodiscard]] TONGKET_API std::string to_json(const Explanation& explanation, int indent = 2);

}  // namespace tongket
