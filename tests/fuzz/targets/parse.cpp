// SPDX-License-Identifier: BSL-1.0
#include "check.hpp"

using namespace tongket;

namespace {

void check_places(const Parser& parser, std::string_view source) {
    for (const std::string& problem : test::span_problems(source, parser.parse(source))) fuzz::fail(problem);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::as_text(data, size);
    static const Parser repairing(Options{.replace_invalid_utf8 = true});
    static const Parser hurried(Options{.max_work = 1000});
    static const Parser joining(Options{.wrap = Wrap::always});
    try {
        fuzz::check_report(source, parse(source));
        check_places(hurried, source);
        check_places(joining, source);
    } catch (const Error& error) {
        fuzz::check_error(source, error, ErrorCode::invalid_utf8);
        check_places(repairing, source);
    }
    return 0;
}
