// SPDX-License-Identifier: BSL-1.0
// Places in code points, within blocks and at their edges.
#include "arrow/code_points.hpp"

#include <string>

#include "catch.hpp"

using namespace tongket::arrow;

TEST_CASE("a place is what counting from the beginning gives", "[arrow]") {
    std::string text;
    for (const char* part : {"", "a", "ệ", "\xF0\x9F\x93\x88", "Sở Y tế tổng kết năm 2016, thu 1.250 tỷ đồng. "}) {
        for (int times = 0; times < 5; ++times) text += part;
        for (const std::size_t size : {text.size(), text.size() / 64 * 64}) {
            const std::string_view source = std::string_view(text).substr(0, size);
            const CodePoints points(source);
            for (std::size_t at = 0; at <= source.size(); ++at) {
                INFO(source.size() << " " << at);
                REQUIRE(points.before(at) == count_code_points(source.substr(0, at)));
            }
            CHECK(points.before(source.size() + 100) == count_code_points(source));
        }
    }
}
