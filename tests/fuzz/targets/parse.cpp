// SPDX-License-Identifier: BSL-1.0
#include "check.hpp"

using namespace tongket;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::as_text(data, size);
    try {
        fuzz::check_report(source, parse(source));
    } catch (const Error& error) {
        fuzz::check_error(source, error, ErrorCode::invalid_utf8);
        static const Parser repairing(Options{.replace_invalid_utf8 = true});
        Report report = repairing.parse(source);
        for (const std::string& problem : test::span_problems(source, report)) fuzz::fail(problem);
    }
    return 0;
}
