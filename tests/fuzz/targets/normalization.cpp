// SPDX-License-Identifier: BSL-1.0
// The normalisation form of a text makes no difference but to the places in it.
#include "check.hpp"
#include "respell.hpp"

using namespace tongket;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::as_text(data, size);
    // Text with invalid bytes has no normalisation form.
    if (find_invalid_utf8(source) != std::string_view::npos) return 0;
    const Report report = parse(source);
    // The parser refuses to normalise letters with endless combining marks.
    for (const Diagnostic& diagnostic : report.diagnostics)
        if (diagnostic.code == "not-normalized") return 0;
    const std::string normal = test::nfc(source);
    const auto as_given = test::without_places(source, report, test::nfc);
    const auto as_normal = test::without_places(normal, parse(normal), test::nfc);
    if (as_given != as_normal)
        fuzz::fail("another report of the normalised text: " + nlohmann::json::diff(as_given, as_normal).dump());
    return 0;
}
