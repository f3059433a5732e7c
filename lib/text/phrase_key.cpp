// SPDX-License-Identifier: BSL-1.0
#include "text/phrase_key.hpp"

#include <unicode/uchar.h>

#include <cstddef>

#include <tongket/grammar/fold.hpp>

#include "text/lower.hpp"
#include "text/plain_letters.hpp"

namespace tongket {
namespace {

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
    std::string plain;
    ShiftTable shifts;
    return with_single_blanks(lower(make_plain(words, plain, shifts) ? plain : words));
}

}  // namespace tongket
