// SPDX-License-Identifier: BSL-1.0
#include <tongket/span.hpp>

#include <unicode/uchar.h>

#include "text/code_point.hpp"

namespace tongket {
namespace {

constexpr std::string_view line_breaks = "\n\r\f\v";

/// Takes the next code point that is seen off the front of a text; empty at its end.
std::string_view take_seen(std::string_view& text) noexcept {
    while (!text.empty()) {
        const CodePoint c = take_code_point(text);
        // Control characters are blanks to the parser.
        const bool seen = c.value < 0 || (u_iscntrl(c.value) == 0 && u_isUWhiteSpace(c.value) == 0 &&
                                          u_hasBinaryProperty(c.value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0);
        if (seen) return c.bytes;
    }
    return {};
}

}  // namespace

bool stand_at(std::string_view words, std::string_view source, const Span& span) noexcept {
    std::string_view there = slice(source, span);
    if (there == words) return true;
    if (words.find_first_of(line_breaks) != std::string_view::npos) return false;
    const bool over_lines = there.find_first_of(line_breaks) != std::string_view::npos;
    std::string_view last;
    for (std::string_view letter = take_seen(words); !letter.empty(); letter = take_seen(words)) {
        std::string_view found = take_seen(there);
        while (over_lines && !last.empty() && !found.empty() && found != letter) found = take_seen(there);
        if (found != letter) return false;
        last = letter;
    }
    // Where some letters were passed over, the last may have been found too early.
    std::string_view end = last;
    for (std::string_view found = take_seen(there); !found.empty(); found = take_seen(there)) {
        if (!over_lines) return false;
        end = found;
    }
    return !last.empty() && end == last;
}

}  // namespace tongket
