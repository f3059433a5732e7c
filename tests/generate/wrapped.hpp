// SPDX-License-Identifier: BSL-1.0
/// @file
/// A page as mails and PDF files give it: wrapped lines, straight edges, indentation, pages of paper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/span.hpp>

namespace tongket::test {

/// How a page is set.
struct Setting {
    std::size_t width = 80;        ///< columns of a line, or as many letters of mean width
    bool proportional = false;     ///< letters have the widths of a book face, so that columns vary
    bool justified = false;        ///< blanks are doubled until lines have the full width
    std::size_t indent = 0;        ///< columns before each line
    std::size_t first_indent = 0;  ///< more columns before the first line of a paragraph
    std::size_t lines_a_page = 0;  ///< with a header, a number and a form feed each; 0 for one endless page
    bool breaks_at_hyphens = false;
    bool blank_lines = true;  ///< whether the blank lines of the page stay
};

/// A page that was set.
struct WrappedPage {
    std::string text;
    std::vector<std::size_t> origin;  ///< for each byte of `text` its place in the page, or that of the next it has

    /// The place in the page of a place in `text`.
    [[nodiscard]] Span to_page(const Span& span) const {
        return span.empty() ? Span{} : Span{origin[span.begin], origin[span.end - 1] + 1};
    }
};

/// Sets a page; lines that fit stay as they are.
[[nodiscard]] WrappedPage wrapped(std::string_view page, const Setting& setting);

}  // namespace tongket::test
