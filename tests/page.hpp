// SPDX-License-Identifier: BSL-1.0
/// @file
/// The first stages run on a page, for tests of the later ones alone.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tongket/names.hpp>

#include "grammar/tokenized.hpp"
#include "islands/islands.hpp"
#include "page/document.hpp"
#include "text/text.hpp"
#include "zones/page.hpp"

namespace tongket::test {

/// A page with its zones. The members are in the order in which the stages make them.
struct TestPage {
    std::string source;
    std::vector<Diagnostic> diagnostics;
    NormalizedText text;
    Document document;
    Islands islands;
    tongket::Page parts;

    explicit TestPage(std::string words)
        : source(std::move(words)),
          text(source, Options{}, diagnostics),
          document(text, builtin_index()),
          islands(find_islands(document)),
          parts(read_page(document, islands)) {}
    TestPage(const TestPage&) = delete;
    TestPage& operator=(const TestPage&) = delete;
};

/// `kind: first words`, a line for each zone.
[[nodiscard]] inline std::vector<std::string> shown_zones(const TestPage& page, std::size_t words = 2) {
    std::vector<std::string> lines;
    for (const Zone& zone : page.parts.zones) {
        std::string text(slice(page.source, zone.span));
        std::size_t end = 0;
        for (std::size_t n = 0; n < words && end != std::string::npos; ++n)
            end = text.find_first_of(" \n", end == 0 ? 0 : end + 1);
        lines.push_back(std::string(name_of(zone.kind)) + ": " + text.substr(0, end));
    }
    return lines;
}

}  // namespace tongket::test
