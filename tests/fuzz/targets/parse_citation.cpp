// SPDX-License-Identifier: BSL-1.0
#include "phrase.hpp"

using namespace tongket;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz::fuzz_phrase(fuzz::as_text(data, size), [](std::string_view text) { return parse_citation(text); });
}
