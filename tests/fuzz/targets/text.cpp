// SPDX-License-Identifier: BSL-1.0
// The first stage, beside ICU: what is valid, what NFC is, and where its letters stand in the source.
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <string>
#include <vector>

#include "check.hpp"
#include "respell.hpp"
#include "text/plain_letters.hpp"

using namespace tongket;

namespace {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // in ICU's macro
std::size_t first_invalid(std::string_view text) {
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length;) {
        const int32_t begin = at;
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);
        if (c < 0) return static_cast<std::size_t>(begin);
    }
    return std::string_view::npos;
}
#pragma GCC diagnostic pop

bool begins_letter(std::string_view text, std::size_t at) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    fuzz::check(U_SUCCESS(status) != 0, "ICU has no NFC");
    UChar32 c = 0;
    U8_GET(reinterpret_cast<const std::uint8_t*>(text.data()), 0, static_cast<int32_t>(at),
           static_cast<int32_t>(text.size()), c);
    return form->hasBoundaryBefore(c) != 0;
}

bool continues_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Without hidden letters and blanks before marks, the digits of all scripts as those of ASCII.
std::string plain(std::string_view text) {
    std::string out;
    ShiftTable shifts;
    return make_plain(text, out, shifts) ? out : std::string(text);
}

/// Every letter is the NFC of the letter at its place in the source, and these places join.
void check_places(const NormalizedText& text) {
    const std::string_view normal = text.text(), source = text.source();
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= normal.size(); ++end) {
        if (end < normal.size() && (continues_letter(normal[end]) || !begins_letter(normal, end))) continue;
        const Span place = text.to_source(begin, end);
        fuzz::check(place.begin < place.end && place.end <= source.size(), "a letter without a place in the source");
        fuzz::check(test::nfc(plain(slice(source, place))) == normal.substr(begin, end - begin),
                    "another letter stands at its place in the source");
        begin = end;
    }
    fuzz::check(text.to_source(normal.size()) == source.size(), "the end is not the end of the source");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::as_text(data, size);
    std::vector<Diagnostic> diagnostics;
    const std::size_t invalid = first_invalid(source);
    fuzz::check(find_invalid_utf8(source) == invalid, "another first invalid byte than ICU's");
    if (invalid != std::string_view::npos) {
        const NormalizedText repaired(source, Options{.replace_invalid_utf8 = true, .wrap = Wrap::never},
                                      diagnostics);
        fuzz::check(first_invalid(repaired.text()) == std::string_view::npos, "a repaired text is not valid");
        fuzz::check(!diagnostics.empty(), "a text repaired in silence");
        return 0;
    }
    const NormalizedText text(source, Options{.wrap = Wrap::never}, diagnostics);
    // Letters with endless combining marks are left as they are.
    if (!diagnostics.empty()) return 0;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const std::string_view unmarked =
        source.starts_with(byte_order_mark) ? source.substr(byte_order_mark.size()) : source;
    fuzz::check(text.text() == test::nfc(plain(unmarked)), "another NFC than ICU's");
    check_places(text);
    return 0;
}
