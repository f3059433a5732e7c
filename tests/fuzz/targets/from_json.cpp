// SPDX-License-Identifier: BSL-1.0
// What from_json accepts is written and read back unchanged, and all that writes reports can take it.
#include "check.hpp"

using namespace tongket;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view json = fuzz::as_text(data, size);
    try {
        const Report report = from_json(json);
        const std::string written = to_json(report, -1);
        fuzz::check(from_json(written) == report, "from_json(to_json(report)) is another report");
        fuzz::check(to_json(from_json(written), -1) == written, "to_json(from_json(json)) is other JSON");
        fuzz::check(!to_table(report).empty(), "a table of nothing");
        fuzz::check(!to_string(report).empty(), "a report in no words");
    } catch (const Error& error) {
        fuzz::check_error(json, error, ErrorCode::invalid_json);
    }
    return 0;
}
