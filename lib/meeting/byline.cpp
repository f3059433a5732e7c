// SPDX-License-Identifier: BSL-1.0
#include "meeting/byline.hpp"

#include <algorithm>

namespace tongket {
namespace {

// Whether the bracket that opens at `open` goes on to the end of a range, closed or not.
bool closes_at_end(const Document& document, std::size_t open, TokenRange range) {
    for (std::size_t t = open + 1; t < range.last; ++t)
        if (document.token(t).is_mark(')')) return t + 1 == range.last;
    return true;
}

// 'Thu Hà' of 'Bài và ảnh: Thu Hà'.
TokenRange name_in_byline(const Document& document, TokenRange byline) {
    constexpr std::size_t longest_label = 6;
    // 'Thu Hà (tổng hợp': a bracket that was cut off with the line's outer ones.
    std::size_t open = 0;
    for (std::size_t t = byline.first; t < byline.last; ++t) {
        open += document.token(t).is_mark('(') ? 1 : 0;
        open -= open > 0 && document.token(t).is_mark(')') ? 1 : 0;
    }
    if (open == 1 && document.token(byline.last).is_mark(')')) ++byline.last;
    // 'Thu Hà (tổng hợp)': what the bracket says of the name.
    for (std::size_t t = byline.first + 1; t + 1 < byline.last; ++t)
        if (document.token(t).is_mark('(') && document.match_cue(t + 1, Cue::byline) &&
            closes_at_end(document, t, byline))
            byline.last = t;
    const PhraseMatch label = document.match_cue(byline.first, Cue::byline);
    // 'Nguồn: Văn phòng Sở', 'Theo Báo ...' name a source rather than a person.
    if (!label || label.payload->attribute("source") == "1") return byline;
    const auto colon = [&](std::size_t from, std::size_t to) {
        for (std::size_t t = from; t < to; ++t)
            if (document.token(t).is_mark(':')) return t;
        return to;
    };
    const std::size_t first = colon(byline.first, std::min(byline.last, byline.first + longest_label));
    // 'Tin: Thu Hà - Ảnh: Văn Lộc': two names, each with its label.
    if (first + 1 >= byline.last || !document.token(first).is_mark(':') ||
        colon(first + 1, byline.last) != byline.last)
        return byline;
    return document.trimmed({first + 1, byline.last}, ",-");
}

}  // namespace

std::optional<TokenRange> find_author(const Document& document, TokenRange byline,
                                      const std::optional<Letterhead>& letterhead) {
    if (letterhead && letterhead->signature) {
        const TokenRange signer = letterhead->signature->name;
        if (document.sentences[document.sentence_of(signer.first)].zone == ZoneKind::byline) return signer;
    }
    if (ends_in_office(document, byline)) return std::nullopt;
    return name_in_byline(document, byline);
}

}  // namespace tongket
