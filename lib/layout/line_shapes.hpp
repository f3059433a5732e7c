// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a line of the page looks like by itself: prose, chrome, a picture's name, a bullet, a heading, a date.
#pragma once

#include <optional>
#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// Answers questions about lines by their index. What is asked again and again is settled at construction, in time
/// linear in the page.
class LineShapes {
  public:
    /// Both must outlive it.
    LineShapes(const Document& document, const Islands& islands);

    [[nodiscard]] const Line& line(std::size_t i) const { return document_.lines[i]; }
    /// Number of lines.
    [[nodiscard]] std::size_t size() const { return shapes_.size(); }

    /// Whether a cue opens its first sentence.
    [[nodiscard]] bool opens(std::size_t i, Cue cue) const { return (opening_cues(i) & grammar::cue_bit(cue)) != 0; }
    /// Whether a cue stands anywhere in it.
    [[nodiscard]] bool has(std::size_t i, Cue cue) const { return (line(i).cues & grammar::cue_bit(cue)) != 0; }
    /// The cues that open its first sentence.
    [[nodiscard]] CueSet opening_cues(std::size_t i) const;

    /// A picture's file name or placeholder.
    [[nodiscard]] bool image(std::size_t i) const { return shapes_[i].image; }
    /// Words of the site, not of the story: menus, counters, breadcrumbs.
    [[nodiscard]] bool chrome(std::size_t i) const { return shapes_[i].chrome; }
    /// A paragraph of text.
    [[nodiscard]] bool prose(std::size_t i) const { return shapes_[i].prose; }
    [[nodiscard]] bool ends_like_prose(std::size_t i) const;
    [[nodiscard]] bool bulleted(std::size_t i) const;
    /// A short line behind a bullet or a number.
    [[nodiscard]] bool heading(std::size_t i) const;
    [[nodiscard]] bool mostly_capitals(std::size_t i) const;
    [[nodiscard]] bool starts_small(std::size_t i) const;
    /// 'Trang chủ > Tin tức'.
    [[nodiscard]] bool breadcrumb(std::size_t i) const;
    /// How many figures a part of it tells; 0 where they are the site's: counters, ratings, sizes of letters.
    [[nodiscard]] std::size_t figures(std::size_t i, TokenRange part) const;
    [[nodiscard]] std::size_t figures(std::size_t i) const { return figures(i, line(i).tokens); }
    /// Whether it tells figures and is no entry of a menu: `Tin tức 12 bài`.
    [[nodiscard]] bool tells_figures(std::size_t i) const {
        return figures(i) != 0 && (!chrome(i) || lists_figures(i) || ends_like_prose(i));
    }
    /// An item of a list of figures: `- Thu 109 tỷ đồng`, `Thu: 109 tỷ đồng`.
    [[nodiscard]] bool lists_figures(std::size_t i) const;

    /// The first full day (with a year) inside a range of tokens; null where none is.
    [[nodiscard]] const PeriodMention* day_in(TokenRange range) const;
    /// A day as servers write it: '2024-10-08', '21 Tháng 1 2013', '7/17/2009 9:12:44 AM'.
    [[nodiscard]] std::optional<Date> day_as_of_servers(TokenRange range) const;
    /// Whether either day stands there.
    [[nodiscard]] bool dated(TokenRange range) const;

  private:
    struct Shape {
        bool image = false;
        bool chrome = false;
        bool prose = false;
    };
    const Document& document_;
    const Islands& islands_;
    std::vector<Shape> shapes_;  // by line

    [[nodiscard]] Token token(std::size_t i) const { return document_.token(i); }
    [[nodiscard]] Shape shape_of(std::size_t i) const;
    [[nodiscard]] bool names_image(std::size_t i) const;
    [[nodiscard]] bool looks_like_chrome(std::size_t i) const;
    [[nodiscard]] bool has_marks_of_chrome(std::size_t i) const;
    [[nodiscard]] bool reads_like_prose(std::size_t i) const;
    [[nodiscard]] bool says_what(std::size_t i) const;
    [[nodiscard]] std::optional<Date> american_day(TokenRange range) const;
    [[nodiscard]] int number(std::size_t at) const;
};

}  // namespace tongket
