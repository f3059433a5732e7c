// SPDX-License-Identifier: BSL-1.0
#include "text/lower.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <new>
#include <optional>
#include <utility>

#include <tongket/grammar/fold.hpp>

#include "text/compose.hpp"

namespace tongket {
namespace {

// A letter of Vietnamese in the other case, any other character as it is.
char32_t recased(char32_t c, bool upper) {
    const grammar::FoldedLetter letter = grammar::fold(c);
    if (letter.base == 0 || letter.base >= grammar::first_digit_base || letter.upper == upper) return c;
    // ASCII and Latin-1 letters stand 32 apart, those of later blocks beside each other.
    const char32_t distance = c < 0x100 ? 0x20 : 1;
    return upper ? c - distance : c + distance;
}

// Small letters of a text that has none but the letters and the punctuation of Vietnamese, precomposed; nothing for
// any other, which is left to ICU.
std::optional<std::string> lower_vietnamese(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const grammar::CodePoint c = grammar::decode(text, at);
        if (c.length == 1) {
            const char byte = text[at];
            out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        } else {
            const bool punctuation = c.value >= 0x2010 && c.value < 0x2040;
            if (grammar::fold(c.value).base == 0 && !punctuation) return std::nullopt;
            append_utf8(out, recased(c.value, false));
        }
        at += c.length;
    }
    return out;
}

}  // namespace

std::string with_small_letters(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const grammar::CodePoint c = grammar::decode(word, at);
        append_utf8(out, recased(c.value, false));
        at += c.length;
    }
    return out;
}

std::string with_a_capital(std::string_view word) {
    const grammar::CodePoint first = grammar::decode(word, 0);
    std::string out;
    append_utf8(out, recased(first.value, true));
    out += word.substr(first.length);
    return out;
}

namespace {

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

void check(UErrorCode status) {
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
}

const icu::Normalizer2& nfc_normalizer() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    check(status);
    return *nfc;
}

}  // namespace

// By way of icu::UnicodeString would be shorter, but the way back to UTF-8 does not tell when there is no memory.
std::string lower(std::string_view text) {
    if (auto plain = lower_vietnamese(text)) return *std::move(plain);
    std::string lowered;
    icu::StringByteSink<std::string> sink(&lowered);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
    check(status);
    return to_nfc(lowered);
}

void load_normalizer() { static_cast<void>(nfc_normalizer()); }

std::string to_nfc(std::string_view text) {
    std::string normal;
    icu::StringByteSink<std::string> sink(&normal);
    UErrorCode status = U_ZERO_ERROR;
    nfc_normalizer().normalizeUTF8(0, piece(text), sink, nullptr, status);
    check(status);
    return normal;
}

}  // namespace tongket
