// SPDX-License-Identifier: BSL-1.0
#include "phrase.hpp"

using namespace tongket;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz::fuzz_phrase(fuzz::as_text(data, size), [](std::string_view text) {
        const auto with_year = parse_period(text, 2018);
        const auto without = parse_period(text);
        fuzz::check(!without || without == with_year, "the default year changes a year that is given");
        return with_year;
    });
}
