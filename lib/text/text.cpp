// SPDX-License-Identifier: BSL-1.0
#include "text/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <limits>
#include <new>

#include "text/plain_letters.hpp"

namespace tongket {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Copies `text` with every bad byte replaced, noting where positions shift.
std::string repair(std::string_view text, std::size_t offset, ShiftTable& shifts,
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
        shifts.push(out.size(), at);
    }
    return out;
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

// Normalises to NFC what check_text did not know for NFC. Returns false where it was and nothing was written.
bool compose(std::string_view text, std::string& out, ShiftTable& shifts) {
    if (compose_vietnamese(text, out, shifts)) return !shifts.empty();
    out.clear();
    shifts.clear();
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
    // ICU itself does not look whether there was memory for all edits.
    if (edits.copyErrorTo(status) != 0) throw std::bad_alloc();
    auto change = edits.getFineChangesIterator();
    while (change.next(status) != 0) {
        const std::int32_t normalized_end = change.destinationIndex() + change.newLength();
        const std::int32_t source_end = change.sourceIndex() + change.oldLength();
        shifts.push(static_cast<std::size_t>(normalized_end), static_cast<std::size_t>(source_end));
    }
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    return true;
}

bool is_white(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

NormalizedText::NormalizedText(std::string_view source, const Options& options, std::vector<Diagnostic>& diagnostics,
                               const SetAside& set_aside)
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
    TextCheck check = check_text(text_);
    if (const std::size_t bad = check.invalid; bad != std::string_view::npos) {
        if (!options.replace_invalid_utf8) {
            static constexpr char digits[] = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(text_[bad]);
            throw Error(ErrorCode::invalid_utf8, offset_ + bad,
                        std::string("byte 0x") + digits[byte >> 4U] + digits[byte & 15U] + " is not valid UTF-8");
        }
        repaired_ = repair(text_, offset_, repair_shifts_, diagnostics);
        text_ = repaired_;
        check = check_text(text_);
    }
    if (!check.common && make_plain(text_, plain_, plain_shifts_)) {
        text_ = plain_;
        check = check_text(text_);
    }
    normalize(check, diagnostics);
    if (set_aside) leave_out(set_aside(text_));
    join_lines(options.wrap, diagnostics);
}

void NormalizedText::normalize(TextCheck check, std::vector<Diagnostic>& diagnostics) {
    if (check.normalized) return;
    if (has_endless_marks(text_))
        diagnostics.push_back({Severity::warning,
                               "not-normalized",
                               "a letter with more than 128 combining marks; the text is read without normalisation",
                               {0, source_.size()},
                               std::nullopt});
    else if (compose(text_, normalized_, normalization_shifts_))
        text_ = normalized_;
}

void NormalizedText::leave_out(const std::vector<Span>& parts) {
    if (parts.empty()) return;
    prose_.reserve(text_.size());
    std::size_t at = 0;
    for (const Span& part : parts) {
        prose_.append(text_, at, part.begin - at);
        at = part.end;
        prose_shifts_.push(prose_.size(), at);
    }
    prose_.append(text_, at);
    text_ = prose_;
}

void NormalizedText::join_lines(Wrap wrap, std::vector<Diagnostic>& diagnostics) {
    unwrapped_ = unwrap(text_, wrap);
    if (!unwrapped_) return;
    text_ = unwrapped_->text;
    const auto span = [&](Span place) { return Span{wrapped_to_source(place.begin), wrapped_to_source(place.end)}; };
    for (const Span& place : unwrapped_->furniture) furniture_.push_back(span(place));
    diagnostics.push_back({Severity::note, "wrapped-lines",
                           "the text is wrapped: " + std::to_string(unwrapped_->joined) +
                               (unwrapped_->joined == 1 ? " line is" : " lines are") +
                               " read as going on with the line before",
                           span(unwrapped_->place), std::nullopt});
}

std::size_t NormalizedText::wrapped_to_source(std::size_t place) const noexcept {
    return whole_to_source(prose_shifts_.to_source(place));
}

std::size_t NormalizedText::whole_to_source(std::size_t place) const noexcept {
    return offset_ + repair_shifts_.to_source(plain_shifts_.to_source(normalization_shifts_.to_source(place)));
}

std::size_t NormalizedText::to_source(std::size_t normalized) const noexcept {
    return wrapped_to_source(unwrapped_ ? unwrapped_->shifts.to_source(normalized) : normalized);
}

Span NormalizedText::to_source(std::size_t begin, std::size_t end) const noexcept {
    Span place{to_source(begin), to_source(end)};
    if (unwrapped_)  // behind a dash at the end of a line stands the rest of the word
        while (place.end > place.begin && is_white(source_[place.end - 1])) --place.end;
    return as_seen(place);
}

Span NormalizedText::whole_to_source(std::size_t begin, std::size_t end) const noexcept {
    return as_seen({whole_to_source(begin), whole_to_source(end)});
}

Span NormalizedText::as_seen(Span place) const noexcept {
    if (plain_shifts_.empty()) return place;
    return {place.begin, place.begin + length_as_seen(source_.substr(place.begin, place.end - place.begin))};
}

}  // namespace tongket
