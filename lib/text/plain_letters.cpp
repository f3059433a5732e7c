// SPDX-License-Identifier: BSL-1.0
#include "text/plain_letters.hpp"

#include <unicode/uchar.h>

#include <cstddef>

#include <tongket/grammar/fold.hpp>

namespace tongket {
namespace {

// Soft hyphen, zero-width spaces and joiners, marks of the direction of writing, invisible operators.
constexpr bool hidden(char32_t c) noexcept {
    return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

// Marks over and under letters.
constexpr bool combining(char32_t c) noexcept { return c >= 0x300 && c <= 0x36F; }

// Whether a letter ends before a place, maybe with marks of its own.
bool is_letter_before(std::string_view text, std::size_t end) noexcept {
    std::size_t begin = end;
    do {
        if (begin == 0) return false;
        --begin;
    } while ((static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
    const char32_t c = grammar::decode(text, begin).value;
    return combining(c) || (grammar::fold(c).base != 0 && grammar::fold(c).base < grammar::first_digit_base);
}

// The letter of ASCII that stands for a code point beyond; 0 where none does.
char plain_form(char32_t c) noexcept {
    constexpr char32_t full_width_first = 0xFF01, full_width_last = 0xFF5E, first_foreign_digit = 0x660;
    if (c >= full_width_first && c <= full_width_last) return static_cast<char>(c - full_width_first + U'!');
    if (c < first_foreign_digit) return 0;
    const int digit = u_charDigitValue(static_cast<UChar32>(c));
    return digit < 0 ? '\0' : static_cast<char>('0' + digit);
}

}  // namespace

bool make_plain(std::string_view text, std::string& out, ShiftTable& shifts) {
    out.clear();
    shifts.clear();
    std::size_t copied = 0;  // of the source
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const grammar::CodePoint c = grammar::decode(text, at);
        const std::size_t next = at + c.length;
        const char plain = plain_form(c.value);
        if (combining(c.value) && at > copied + 1 && text[at - 1] == ' ' && is_letter_before(text, at - 1)) {
            out.append(text, copied, at - 1 - copied);
            shifts.push(out.size(), at);
            copied = at;
            at = next;
            continue;
        }
        if (plain == 0 && !hidden(c.value)) {
            at = next;
            continue;
        }
        if (copied == 0) out.reserve(text.size());
        out.append(text, copied, at - copied);
        if (plain != 0) out += plain;
        shifts.push(out.size(), next);
        copied = at = next;
    }
    if (shifts.empty()) return false;
    out.append(text, copied);
    return true;
}

std::size_t length_as_seen(std::string_view text) noexcept {
    std::size_t end = text.size();
    while (end > 0) {
        std::size_t begin = end - 1;
        while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
        if (!hidden(grammar::decode(text, begin).value)) break;
        end = begin;
    }
    return end;
}

}  // namespace tongket
