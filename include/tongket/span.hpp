// SPDX-License-Identifier: BSL-1.0
/// @file
/// A place in the source text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tongket/api.hpp>

namespace tongket {

/// A half-open range [begin, end) of positions in the source as it was given. C++ counts UTF-8 bytes, and counts a
/// byte order mark; the Python package shows the same places in code points.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Span&) const = default;

    /// Length in the span's own unit (bytes in C++).
    [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
    /// Whether `other` lies wholly inside this span.
    [[nodiscard]] constexpr bool contains(const Span& other) const noexcept {
        return begin <= other.begin && other.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(const Span& other) const noexcept {
        return begin < other.end && other.begin < end;
    }
};

/// The part of `source` that `span` covers; cut short where the span runs past the end. The result views `source`.
[[nodiscard]] constexpr std::string_view slice(std::string_view source, const Span& span) noexcept {
    if (span.begin >= source.size() || span.end <= span.begin) return {};
    return source.substr(span.begin, span.end - span.begin);
}
/// A view into a temporary would dangle.
std::string_view slice(std::string&&, const Span&) = delete;

/// Whether words are those of a place, as a report gives them (docs/data-model.md#text): the same; or, as where lines
/// of a wrapped text were joined, without line breaks, with other blanks (control characters are such), and without
/// some of what stands between the first line and the last. Time is linear in the length of the span.
[[nodiscard]] TONGKET_API bool stand_at(std::string_view words, std::string_view source, const Span& span) noexcept;

}  // namespace tongket
