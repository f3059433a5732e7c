// SPDX-License-Identifier: BSL-1.0
// The page on extending shows the example that is built and run.
#include <string>

#include "catch.hpp"
#include "files.hpp"

TEST_CASE("docs/extending.md shows examples/own_rule.cpp", "[grammar]") {
    const std::string page = tongket::test::read_file(TONGKET_SOURCE_DIR "/docs/extending.md");
    const std::string example = tongket::test::read_file(TONGKET_SOURCE_DIR "/examples/own_rule.cpp");
    const std::string opens = "```cpp\nnamespace g = ";
    const std::size_t begin = page.find(opens);
    REQUIRE(begin != std::string::npos);
    const std::size_t code = page.find('\n', begin) + 1;
    const std::size_t end = page.find("```", code);
    REQUIRE(end != std::string::npos);
    CHECK(example.find(page.substr(code, end - code)) != std::string::npos);
}
