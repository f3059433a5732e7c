// SPDX-License-Identifier: BSL-1.0
#include "text/phrase_key.hpp"

#include <unicode/uchar.h>

#include <cstddef>

#include <tongket/grammar/fold.hpp>

#include "text/lower.hpp"
#include "text/plain_letters.hpp"

namespace tongket {
namespace {

// Whether nothing but letters of Vietnamese and ASCII stands there, with single blanks: so are nearly all phrases.
bool plainly_written(std::string_view text) {
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const grammar::CodePoint c = grammar::decode(text, at);
        const bool plain = c.value < 0x80 ? c.value >= U' ' : grammar::fold(c.value).base != 0;
        if (!plain || (blank && c.value == U' ')) return false;
        blank = c.value == U' ';
        at += c.length;
    }
    return true;
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const grammar::CodePoint c = grammar::decode(text, at);
        if (u_isUWhiteSpace(static_cast<UChar32>(c.value)) == 0)
            out += text.substr(at, c.length);
        else if (!out.ends_with(' '))
            out += ' ';
        at += c.length;
    }
    return out;
}

}  // namespace

std::string phrase_key(std::string_view words) {
    if (plainly_written(words)) return lower(words);
    std::string plain;
    ShiftTable shifts;
    return with_single_blanks(lower(make_plain(words, plain, shifts) ? plain : words));
}

}  // namespace tongket
