// SPDX-License-Identifier: BSL-1.0
#include "reader.hpp"

#include <limits>
#include <utility>

#include "text/repaired.hpp"
#include "text/text.hpp"

using namespace tongket;  // NOLINT(google-build-using-namespace)

Reader::Reader(const Options& options, const std::vector<LexiconEntry>& entries) : parser_(options, entries) {
    if (!options.replace_invalid_utf8) return;
    Options of_repaired = options;
    of_repaired.max_input_bytes = std::numeric_limits<std::size_t>::max();
    of_repaired.replace_invalid_utf8 = false;
    parser_of_repaired_.emplace(of_repaired, entries);
}

arrow::Reading Reader::read(std::string_view utf8) const {
    try {
        Report report = parser_.parse(utf8);
        if (parser_of_repaired_ && find_invalid_utf8(utf8) != std::string_view::npos)
            return read_repaired(utf8, std::move(report));
        return {std::move(report), std::nullopt};
    } catch (const Error& error) {
        return {error, std::nullopt};
    }
}

arrow::Reading Reader::read_repaired(std::string_view utf8, Report report) const {
    Repaired repaired(utf8);
    Report told = parser_of_repaired_->parse(repaired.text);
    std::vector<Diagnostic> diagnostics;
    for (Diagnostic& diagnostic : report.diagnostics) {
        if (diagnostic.code != "invalid-utf8") continue;
        diagnostic.span = {repaired.position(diagnostic.span.begin), repaired.position(diagnostic.span.end)};
        diagnostics.push_back(std::move(diagnostic));
    }
    told.diagnostics.insert(told.diagnostics.begin(), diagnostics.begin(), diagnostics.end());
    return {std::move(told), std::move(repaired.text)};
}
