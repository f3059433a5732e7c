// SPDX-License-Identifier: BSL-1.0
// Whole reports spliced from sentences of others and words of the lexicon (splice.hpp): sound, and the same in every
// normalisation form and with every line end.
#include <cstring>

#include "forms.hpp"
#include "splice.hpp"

using namespace tongket;

namespace {

const fuzz::Material& material() {
    static const fuzz::Material made(fuzz::sample_reports(TONGKET_SOURCE_DIR));
    return made;
}

std::size_t write(const std::string& text, std::uint8_t* out) {
    std::memcpy(out, text.data(), text.size());
    return text.size();
}

std::string without_returns(std::string_view text) {
    std::string out(text);
    std::erase(out, '\r');
    return out;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most_bytes,
                                               unsigned seed) {
    fuzz::Splicer splicer(material(), fuzz::as_text(data, size), seed);
    splicer.change();
    return write(splicer.text(most_bytes), data);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data, std::size_t size,
                                                 const std::uint8_t* other, std::size_t other_size, std::uint8_t* out,
                                                 std::size_t most_bytes, unsigned seed) {
    fuzz::Splicer splicer(material(), fuzz::as_text(data, size), seed);
    splicer.cross(fuzz::as_text(other, other_size));
    return write(splicer.text(most_bytes), out);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::as_text(data, size);
    if (find_invalid_utf8(source) != std::string_view::npos) return 0;
    const Report report = parse(source);
    fuzz::check_report(source, report);
    if (!fuzz::is_normalized(report)) return 0;
    fuzz::check_same(source, report, test::nfc(source), "in NFC", test::nfc);
    fuzz::check_same(source, report, test::crlf(source), "with CRLF", without_returns);
    return 0;
}
