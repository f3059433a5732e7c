// SPDX-License-Identifier: BSL-1.0
/// @file
/// First stage: bytes to valid, NFC-normalised text of plain letters with a map back to the source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/parse.hpp>

#include "text/compose.hpp"
#include "text/shift_table.hpp"
#include "wrap/unwrap.hpp"

namespace tongket {

/// Chooses parts of a text, whole lines in order, that are not read as prose.
using SetAside = std::function<std::vector<Span>(std::string_view text)>;

/// Valid NFC text without hidden letters, one paragraph a line. Views the source where that is so already, else owns
/// its own copy.
class NormalizedText {
  public:
    /// @param set_aside  asked once, before lines are joined; what it chooses is left out of `text()`
    /// @throws Error invalid_utf8, input_too_large
    NormalizedText(std::string_view source, const Options& options, std::vector<Diagnostic>& diagnostics,
                   const SetAside& set_aside = {});
    NormalizedText(const NormalizedText&) = delete;
    NormalizedText& operator=(const NormalizedText&) = delete;

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] std::string_view source() const noexcept { return source_; }
    /// The place in the source of a place in `text()`. Exact at every boundary between letters.
    [[nodiscard]] std::size_t to_source(std::size_t normalized) const noexcept;
    /// The place of a part of `text()`, without hidden letters behind it.
    [[nodiscard]] Span to_source(std::size_t begin, std::size_t end) const noexcept;
    /// The place of a part of the text that `SetAside` was given.
    [[nodiscard]] Span whole_to_source(std::size_t begin, std::size_t end) const noexcept;
    /// Whether `text()` has joined lines of the source.
    [[nodiscard]] bool unwrapped() const noexcept { return unwrapped_.has_value(); }
    /// Page numbers, headers and footers of the source that `text()` is without, in order.
    [[nodiscard]] const std::vector<Span>& furniture() const noexcept { return furniture_; }

  private:
    std::string_view source_;
    std::string_view text_;
    std::size_t offset_ = 0;  ///< of text_ in source_ while nothing was changed: the byte order mark
    std::string repaired_;
    std::string plain_;
    std::string normalized_;
    std::string prose_;
    ShiftTable repair_shifts_;
    ShiftTable plain_shifts_;
    ShiftTable normalization_shifts_;
    ShiftTable prose_shifts_;
    std::optional<Unwrapped> unwrapped_;
    std::vector<Span> furniture_;

    void normalize(TextCheck check, std::vector<Diagnostic>& diagnostics);
    void leave_out(const std::vector<Span>& parts);
    void join_lines(Wrap wrap, std::vector<Diagnostic>& diagnostics);
    [[nodiscard]] std::size_t whole_to_source(std::size_t place) const noexcept;
    [[nodiscard]] std::size_t wrapped_to_source(std::size_t place) const noexcept;
    [[nodiscard]] Span as_seen(Span place) const noexcept;
};

/// The offset of the first byte that is not part of a valid UTF-8 sequence, or npos.
[[nodiscard]] inline std::size_t find_invalid_utf8(std::string_view text) noexcept {
    return check_text(text).invalid;
}

}  // namespace tongket
