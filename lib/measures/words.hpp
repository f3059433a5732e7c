// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the rules of this room ask of the words around figures.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// Whether a token lies behind the first of a compound that has nothing to do with its parts: 'trường' of 'môi
/// trường' is no school.
[[nodiscard]] bool inside_opaque_compound(const Document& document, std::size_t at) noexcept;

/// The page and its islands, with the questions that several rules ask. Does not own its parts.
class Words {
  public:
    Words(const Document& document, const Islands& islands) noexcept : document_(document), islands_(islands) {}

    [[nodiscard]] const Document& document() const noexcept { return document_; }
    [[nodiscard]] const Islands& islands() const noexcept { return islands_; }
    [[nodiscard]] Token token(std::size_t at) const noexcept { return document_.token(at); }
    [[nodiscard]] PhraseMatch match(std::size_t at, LexiconClass c) const noexcept { return document_.match(at, c); }
    /// Whether a token starts an increase or a decrease: 'tăng' of 'tốc độ tăng' does not.
    [[nodiscard]] bool changes(std::size_t at) const noexcept;
    /// Whether a token lies in a period or a day.
    [[nodiscard]] bool inside_period(std::size_t at) const noexcept { return islands_.periods.at(at) != nullptr; }
    /// Whether a quantity starts at a token.
    [[nodiscard]] bool quantity_starts(std::size_t at) const noexcept {
        return islands_.quantities.any_in({at, at + 1});
    }
    /// After the last ';' of the sentence before a token.
    [[nodiscard]] std::size_t clause_begin(const Sentence& sentence, std::size_t at) const noexcept;
    /// Whether a mark ends the phrase before it.
    [[nodiscard]] bool ends_phrase(std::size_t at) const noexcept;
    /// Whether a ';' stands in a range.
    [[nodiscard]] bool parted(TokenRange range) const noexcept;
    /// The last bracket that opens before a range and closes in it.
    [[nodiscard]] std::optional<TokenRange> closed_bracket(TokenRange range) const noexcept;
    /// Words that can only link a subject with its figure: 'là', 'đạt', 'khoảng'.
    [[nodiscard]] bool is_link(std::size_t at) const noexcept;
    /// A boundary word that is not a syllable of a longer word: 'hiện' of 'thực hiện' bounds nothing.
    [[nodiscard]] bool bounds(std::size_t at) const noexcept;
    /// Whether a token lies behind the first of a compound or of a rate of growth ('tốc độ tăng').
    [[nodiscard]] bool inside_compound(std::size_t at) const noexcept;
    /// Whether a token lies behind the first of words that compare: 'với' of 'so với' opens no parts.
    [[nodiscard]] bool inside_baseline(std::size_t at) const noexcept;
    /// Whether a token lies behind the first of a compound or a term: 'số' of 'chữ ký số' is no head.
    [[nodiscard]] bool inside_term(std::size_t at) const noexcept;
    /// Whether a noun or the like begins at a token.
    [[nodiscard]] bool noun_like(std::size_t at) const noexcept;
    /// The length of the longest noun, term, compound or baseline at a token; 0 where none begins.
    [[nodiscard]] std::size_t longest_noun(std::size_t at) const noexcept;
    /// Whether the title of an office begins at a token: 'Tổng giám đốc' is no total.
    [[nodiscard]] bool begins_title(std::size_t at) const noexcept;
    /// The counted noun inside the words that say what is measured: 'tổng số thuê bao điện thoại' counts thuê bao.
    [[nodiscard]] std::optional<std::string> noun_in(TokenRange range) const;

  private:
    const Document& document_;
    const Islands& islands_;
};

/// Whether a quantity counts times: '02 lần', '1,5 lần'.
[[nodiscard]] bool counts_times(const Document& document, const QuantityMention& mention) noexcept;

/// Whether a quantity's noun counts whatever is named: 'người', 'chiếc', 'trường hợp'.
[[nodiscard]] bool counts_anything(const QuantityMention& mention) noexcept;

/// What lexicon lines say of boundaries, heads, links and baselines.
namespace lexicon_values {
inline constexpr std::string_view time_boundary = "time";
inline constexpr std::string_view place_boundary = "place";
inline constexpr std::string_view part_boundary = "part";
inline constexpr std::string_view event_boundary = "event";
inline constexpr std::string_view dated_event = "dated_event";
inline constexpr std::string_view dated_birth = "dated_birth";
inline constexpr std::string_view index_head = "index";
inline constexpr std::string_view total_head = "total";
inline constexpr std::string_view average_head = "average";
inline constexpr std::string_view growth = "growth";
inline constexpr std::string_view loss_head = "loss";
inline constexpr std::string_view amount_head = "amount";
inline constexpr std::string_view opaque_compound = "opaque";
inline constexpr std::string_view generic_case = "2";
inline constexpr std::string_view goal_link = "goal";
inline constexpr std::string_view in_order_link = "in_order";
inline constexpr std::string_view same_link = "same";
inline constexpr std::string_view comparing_baseline = "so";
inline constexpr std::string_view bare_baseline = "bare";
}  // namespace lexicon_values

}  // namespace tongket
