// SPDX-License-Identifier: BSL-1.0
#include "text.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>

namespace tongket {
namespace {

// Length of the valid sequence at `at`, 0 where there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return byte(1) >= low && byte(1) <= high && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return byte(1) >= low && byte(1) <= high && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Copies `text` with every bad byte replaced, noting where positions shift.
std::string repair(std::string_view text, std::size_t offset, std::vector<Shift>& shifts,
                   std::vector<Diagnostic>& diagnostics) {
    constexpr std::size_t reported_at_most = 100;
    std::string out;
    out.reserve(text.size());
    std::size_t bad = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t length = sequence_length(text, at); length != 0) {
            out.append(text, at, length);
            at += length;
            continue;
        }
        if (bad++ < reported_at_most)
            diagnostics.push_back({Severity::warning,
                                   "invalid-utf8",
                                   "a byte that is not UTF-8, read as U+FFFD",
                                   {offset + at, offset + at + 1},
                                   std::nullopt});
        out += replacement;
        ++at;
        shifts.push_back({static_cast<std::uint32_t>(out.size()), static_cast<std::uint32_t>(at)});
    }
    return out;
}

std::size_t map_back(const std::vector<Shift>& shifts, std::size_t position) noexcept {
    const auto after = std::upper_bound(shifts.begin(), shifts.end(), position,
                                        [](std::size_t p, const Shift& s) { return p < s.normalized; });
    if (after == shifts.begin()) return position;
    const Shift& shift = *std::prev(after);
    return shift.source + (position - shift.normalized);
}

// Whether a letter carries more combining marks than any writing has; reordering them costs quadratic time (UAX #15,
// stream-safe text format, allows 30).
bool has_endless_marks(std::string_view text) noexcept {
    constexpr std::size_t most_marks = 128;
    std::size_t run = 0;
    for (std::size_t i = 0; i + 1 < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]), trail = static_cast<unsigned char>(text[i + 1]);
        const bool mark = lead == 0xCC || (lead == 0xCD && trail <= 0xAF);
        if (!mark) {
            run = 0;
            ++i;
            continue;
        }
        if (++run > most_marks) return true;
        i += 2;
    }
    return false;
}

// Normalises to NFC. Returns false where the text is NFC already and nothing was written.
bool normalize(std::string_view text, std::string& out, std::vector<Shift>& shifts) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
    const bool normal = nfc->isNormalizedUTF8(piece, status) != 0;
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    if (normal) return false;
    icu::Edits edits;
    out.reserve(text.size());
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, piece, sink, &edits, status);
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    auto change = edits.getFineChangesIterator();
    while (change.next(status) != 0) {
        const auto normalized_end = static_cast<std::uint32_t>(change.destinationIndex() + change.newLength());
        const auto source_end = static_cast<std::uint32_t>(change.sourceIndex() + change.oldLength());
        shifts.push_back({normalized_end, source_end});
    }
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    return true;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        // Eight ASCII bytes at a time.
        if (at + 8 <= text.size()) {
            std::uint64_t block = 0;
            std::memcpy(&block, text.data() + at, 8);
            if ((block & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

NormalizedText::NormalizedText(std::string_view source, const Options& options, std::vector<Diagnostic>& diagnostics)
    : source_(source), text_(source) {
    // Positions are kept in 32 bits, and ICU counts in signed 32 bits.
    // Repair may triple the text and NFC may grow it.
    constexpr std::size_t hard_limit = std::numeric_limits<std::int32_t>::max() / 9;
    const std::size_t limit = std::min(options.max_input_bytes, hard_limit);
    if (source.size() > limit)
        throw Error(ErrorCode::input_too_large, limit,
                    "input of " + std::to_string(source.size()) + " bytes is longer than the limit of " +
                        std::to_string(limit));
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.starts_with(byte_order_mark)) {
        offset_ = byte_order_mark.size();
        text_.remove_prefix(offset_);
    }
    if (const std::size_t bad = find_invalid_utf8(text_); bad != std::string_view::npos) {
        if (!options.replace_invalid_utf8) {
            static constexpr char digits[] = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(text_[bad]);
            throw Error(ErrorCode::invalid_utf8, offset_ + bad,
                        std::string("byte 0x") + digits[byte >> 4U] + digits[byte & 15U] + " is not valid UTF-8");
        }
        repaired_ = repair(text_, offset_, repair_shifts_, diagnostics);
        text_ = repaired_;
    }
    if (has_endless_marks(text_))
        diagnostics.push_back({Severity::warning, "not-normalized",
                               "a letter with more than 128 combining marks; the text is read without normalisation",
                               {0, source.size()}, std::nullopt});
    else if (normalize(text_, normalized_, normalization_shifts_))
        text_ = normalized_;
}

std::size_t NormalizedText::to_source(std::size_t normalized) const noexcept {
    return offset_ + map_back(repair_shifts_, map_back(normalization_shifts_, normalized));
}

}  // namespace tongket
