// SPDX-License-Identifier: BSL-1.0
// The normalisation form of a text makes no difference but to the places in it.
#include "forms.hpp"

using namespace tongket;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::as_text(data, size);
    // Text with invalid bytes has no normalisation form.
    if (find_invalid_utf8(source) != std::string_view::npos) return 0;
    const Report report = parse(source);
    if (fuzz::is_normalized(report)) fuzz::check_same(source, report, test::nfc(source), "in NFC", test::nfc);
    return 0;
}
