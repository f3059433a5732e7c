// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the language itself says of a clause: that it tells a failing, asks for something, or where what it says
/// begins.
#pragma once

#include <optional>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// Answers questions about ranges of tokens inside a sentence. All cost a step for each token at most.
class ClauseRules {
  public:
    /// Both must outlive it.
    ClauseRules(const Document& document, const Mentions<PeriodMention>& periods)
        : document_(document), periods_(periods) {}

    /// A labelled or shouted line without figures and without a stop: the title of a section.
    [[nodiscard]] bool heading(const Sentence& sentence) const;
    /// A failing stated, not one prevented or overcome.
    [[nodiscard]] bool fails(TokenRange range) const;
    /// Where what is asked for begins: behind the last 'đề nghị', 'yêu cầu', or at the subject of 'cần'.
    [[nodiscard]] std::optional<std::size_t> after_request(TokenRange range) const;
    /// Behind 'Năm 2018, Sở đề ra các nhiệm vụ:'; the range's beginning where nothing introduces it.
    [[nodiscard]] std::size_t after_introduction(TokenRange range) const;
    /// Behind 'Hội nghị cũng chỉ ra những hạn chế:'; likewise.
    [[nodiscard]] std::size_t after_announcement(TokenRange range) const;
    /// Behind 'Ông A cho biết'; likewise.
    [[nodiscard]] std::size_t after_saying(TokenRange range) const;
    /// Without who said it: the range up to the closing quotation mark of '...", ông A nhấn mạnh'.
    [[nodiscard]] TokenRange before_attribution(TokenRange range) const;
    /// Whether a clause behind ';' is a task of its own, no noun phrase that shares the verb before it.
    [[nodiscard]] bool opens_task(std::size_t at, std::size_t end) const;
    [[nodiscard]] bool has_task_verb(TokenRange range) const;
    /// A sentence that goes on with what was asked for: a bullet, a task's verb, 'bên cạnh đó'.
    [[nodiscard]] bool continues_request(const Sentence& sentence) const;
    /// The period by which something is to be done.
    /// @param year  of mentions without one
    [[nodiscard]] std::optional<Period> due_of(TokenRange range, std::optional<int> year) const;
    [[nodiscard]] bool has_cue(TokenRange range, Cue cue) const;

  private:
    const Document& document_;
    const Mentions<PeriodMention>& periods_;

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }
    [[nodiscard]] static bool bulleted(const Sentence& s) { return s.content > s.tokens.first; }
    [[nodiscard]] std::size_t after_goal(TokenRange range) const;
    [[nodiscard]] bool has_figure(TokenRange range) const;
    [[nodiscard]] bool has_demand(TokenRange range) const;
    [[nodiscard]] bool conceded(TokenRange range, std::size_t at) const;
    [[nodiscard]] bool within_period(std::size_t at) const { return periods_.at(at) != nullptr; }
    [[nodiscard]] bool names_place(std::size_t at) const;
    [[nodiscard]] bool demands(std::size_t at) const;
    [[nodiscard]] bool inside_task(TokenRange before) const;
    [[nodiscard]] bool ends_in_asker(TokenRange range) const;
    [[nodiscard]] bool nominal(std::size_t at) const;
    [[nodiscard]] std::size_t behind_attribution(TokenRange range) const;
};

}  // namespace tongket
