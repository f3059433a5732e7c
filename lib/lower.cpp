// SPDX-License-Identifier: BSL-1.0
#include "lower.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <new>

namespace tongket {

std::string lower(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    auto folded = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    folded = nfc->normalize(folded.toLower(icu::Locale::getRoot()), status);
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    std::string out;
    folded.toUTF8String(out);
    return out;
}

std::string to_nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    const auto normal = nfc->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), status);
    if (U_FAILURE(status) != 0) throw std::bad_alloc();
    std::string out;
    normal.toUTF8String(out);
    return out;
}

}  // namespace tongket
