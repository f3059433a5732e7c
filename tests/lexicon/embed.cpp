// SPDX-License-Identifier: BSL-1.0
// What embed.cmake compiled in is what the data files say, byte for byte, without comments and empty lines.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <tongket/lexicon.hpp>

#include "catch.hpp"

TEST_CASE("the compiled-in lexicon is that of the data files", "[lexicon]") {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(TONGKET_SOURCE_DIR "/lib/lexicon")) {
        if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
    REQUIRE_FALSE(files.empty());
    std::sort(files.begin(), files.end());

    std::string expected;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        REQUIRE(in);
        for (std::string line; std::getline(in, line);) {
            if (!line.empty() && line.back() == '\r') line.pop_back();
            if (!line.empty() && line.front() != '#') expected += line + '\n';
        }
    }
    CHECK((tongket::builtin_lexicon() == expected));
}
