// SPDX-License-Identifier: BSL-1.0
/// @file
/// From text to typed data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>
#include <tongket/error.hpp>
#include <tongket/explain.hpp>
#include <tongket/found.hpp>
#include <tongket/lexicon.hpp>
#include <tongket/model.hpp>
#include <tongket/names.hpp>
#include <tongket/result.hpp>

namespace tongket {

namespace grammar {
class TokenizedText;
}

/// Whether the lines of a text are wrapped, as those of PDF files and mails are, and to be joined to paragraphs.
enum class Wrap : std::uint8_t {
    automatic,  ///< as the text looks
    never,
    always
};
template <>
inline constexpr std::array enum_names<Wrap> = std::to_array<std::string_view>({"auto", "never", "always"});

/// How to read a report.
struct Options {
    /// Longer input is refused with `input_too_large`.
    std::size_t max_input_bytes = std::size_t{64} << 20;
    /// Reads bytes that are not UTF-8 as U+FFFD, with a diagnostic each, instead of throwing.
    bool replace_invalid_utf8 = false;
    /// Units of work after which the rest of a text is left unread, with the diagnostic `work-budget` beside what was
    /// found. A token costs one unit, a place where a grammar is tried eight; half of the budget is for tokens. Prose
    /// takes less than one unit a byte, so twice the length of the pages at hand stops none but hostile ones.
    std::size_t max_work = std::numeric_limits<std::size_t>::max();
    /// Joined lines are told by the diagnostic `wrapped-lines`; spans stay those of the text as it was given.
    Wrap wrap = Wrap::automatic;

    bool operator==(const Options&) const = default;
};

/// A parser that can be kept: owns its lexicon and options. Copies are cheap and share them. All parsing members are
/// const and may be called from several threads at once.
class TONGKET_API Parser {
  public:
    /// A parser with the built-in lexicon, made anew with `entries` added; an added entry wins over a built-in one of
    /// the same class and phrase (cues and terms add up with it).
    /// @throws Error invalid_lexicon or invalid_utf8, at the entry's offset: one that cannot be (docs/lexicon.md)
    explicit Parser(Options options = {}, const std::vector<LexiconEntry>& entries = {});
    /// The same without exceptions.
    [[nodiscard]] static Result<Parser> make(Options options = {},
                                             const std::vector<LexiconEntry>& entries = {}) noexcept;

    /// Reads one report.
    /// @param utf8  the page's text, UTF-8 in any normalisation form; need not outlive the call
    /// @returns the report, its spans in bytes of `utf8`. Text whose genre is below `least_genre` gives figures,
    /// people and citations only, with the diagnostic `no-report`.
    /// @throws Error invalid_utf8 or input_too_large
    /// Time and memory are linear in the length of the input.
    [[nodiscard]] Report parse(std::string_view utf8) const;
    /// The same without exceptions.
    [[nodiscard]] Result<Report> try_parse(std::string_view utf8) const noexcept;

    /// Says why the text is read as it is: its genre, for each sentence its zone, who does what in it, and what its
    /// clauses state, each with the evidence, and for each figure between what its indicator and period were chosen.
    /// Takes a few times as long as `parse`.
    /// @throws Error invalid_utf8 or input_too_large
    [[nodiscard]] Explanation explain(std::string_view utf8) const;

    /// The single-concept parsers read a string that is wholly one phrase of the concept, blanks around it aside.
    /// @returns nothing where the string is anything else
    /// @throws Error invalid_utf8 or input_too_large

    /// `trên 520 tỷ đồng`, `158/199 xã`, `15 giờ/ngày`, `20-25%`; the indicator, the period and links stay empty.
    [[nodiscard]] std::optional<Measure> parse_quantity(std::string_view utf8) const;
    /// `ngày 18/01/2018`, `04 tháng 9 năm 2007`, `chiều 6-1`.
    /// @param default_year  for a day without a year; without it such a day is no date
    [[nodiscard]] std::optional<Date> parse_date(std::string_view utf8, std::optional<int> default_year = {}) const;
    /// `năm 2017`, `6 tháng đầu năm 2018`, `quý I/2023`, `giai đoạn 2006 - 2015`.
    /// @param default_year  for a period without a year; without it such a period is none
    [[nodiscard]] std::optional<Period> parse_period(std::string_view utf8,
                                                     std::optional<int> default_year = {}) const;
    /// `Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ`; `text` is the part up to the number.
    [[nodiscard]] std::optional<Citation> parse_citation(std::string_view utf8) const;
    /// `đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh`; roles stay empty.
    [[nodiscard]] std::optional<Person> parse_person(std::string_view utf8) const;
    /// `Sở Thông tin và Truyền thông tỉnh Hà Nam`.
    [[nodiscard]] std::optional<Organizer> parse_agency(std::string_view utf8) const;

    /// The finders look for all of one kind in any text, by the readers that `parse` has. The text need be no report.
    /// Spans are bytes of `utf8`; the diagnostics say what was not surely read.
    /// @throws Error invalid_utf8 or input_too_large
    /// Time and memory are linear in the length of the input.

    /// Figures with value, unit and kind; the indicator, the period and links stay empty. A number that cannot be
    /// read for sure is left out with a diagnostic; one read in the likelier of two ways is there with a diagnostic.
    [[nodiscard]] Found<Measure> find_quantities(std::string_view utf8) const;
    /// Days, and those from one to another. A day that the calendar has not is left out with `implausible-period`.
    /// @param default_year  for days without a year; without it these are left out with `no-year`
    [[nodiscard]] Found<FoundDate> find_dates(std::string_view utf8, std::optional<int> default_year = {}) const;
    /// Periods but single days.
    /// @param default_year  as for `find_dates`
    [[nodiscard]] Found<FoundPeriod> find_periods(std::string_view utf8, std::optional<int> default_year = {}) const;
    /// Every mention of a document by its number; short ones lead to the full one.
    [[nodiscard]] Found<Citation> find_citations(std::string_view utf8) const;
    /// Everybody named, once, with what part they have in a conference.
    [[nodiscard]] Found<Person> find_people(std::string_view utf8) const;
    /// Every mention of an agency by its name.
    [[nodiscard]] Found<Organizer> find_agencies(std::string_view utf8) const;

    /// Cuts a text into tokens, read with the lexicon of this parser: what rules of one's own are run on. Needs
    /// <tongket/grammar/tokenize.hpp>.
    /// @throws Error invalid_utf8 or input_too_large
    [[nodiscard]] grammar::TokenizedText tokenize(std::string_view utf8) const;

    [[nodiscard]] const Options& options() const noexcept;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

/// `Parser(options).parse(utf8)`, with the built-in lexicon shared by all calls.
[[nodiscard]] TONGKET_API Report parse(std::string_view utf8, const Options& options = {});
/// The same without exceptions.
[[nodiscard]] TONGKET_API Result<Report> try_parse(std::string_view utf8, const Options& options = {}) noexcept;

/// The members of the same names of a `Parser` with default options and the built-in lexicon.
[[nodiscard]] TONGKET_API std::optional<Measure> parse_quantity(std::string_view utf8);
[[nodiscard]] TONGKET_API std::optional<Date> parse_date(std::string_view utf8, std::optional<int> default_year = {});
[[nodiscard]] TONGKET_API std::optional<Period> parse_period(std::string_view utf8,
                                                             std::optional<int> default_year = {});
[[nodiscard]] TONGKET_API std::optional<Citation> parse_citation(std::string_view utf8);
[[nodiscard]] TONGKET_API std::optional<Person> parse_person(std::string_view utf8);
[[nodiscard]] TONGKET_API std::optional<Organizer> parse_agency(std::string_view utf8);

[[nodiscard]] TONGKET_API Found<Measure> find_quantities(std::string_view utf8);
[[nodiscard]] TONGKET_API Found<FoundDate> find_dates(std::string_view utf8, std::optional<int> default_year = {});
[[nodiscard]] TONGKET_API Found<FoundPeriod> find_periods(std::string_view utf8,
                                                          std::optional<int> default_year = {});
[[nodiscard]] TONGKET_API Found<Citation> find_citations(std::string_view utf8);
[[nodiscard]] TONGKET_API Found<Person> find_people(std::string_view utf8);
[[nodiscard]] TONGKET_API Found<Organizer> find_agencies(std::string_view utf8);

}  // namespace tongket
