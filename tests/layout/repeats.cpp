// SPDX-License-Identifier: BSL-1.0
#include "layout/repeats.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

constexpr auto any_line = [](std::size_t) { return true; };

/// For each line that is not blank whether another has its words: 'x' or '.'.
std::string repeated(const std::string& source, std::size_t first = 0, std::size_t last = 1000) {
    const TestPage page(source);
    const std::size_t lines = page.document.lines.size();
    const Repeats repeats(page.document, first, std::min(last, lines));
    std::string shown;
    for (std::size_t i = 0; i < lines; ++i)
        if (!page.document.lines[i].blank()) shown += repeats.another_line_like(i) ? 'x' : '.';
    return shown;
}

const std::string long_one = "Năm 2016, ngành y tế tỉnh Hà Nam đã khám bệnh cho 812.400 lượt người dân ở vùng cao.";

}  // namespace

TEST_CASE("a line that comes twice is like another", "[layout]") {
    CHECK(repeated("Toàn cảnh hội nghị\nTrời mưa\nToàn cảnh hội nghị\n") == "x.x");
    CHECK(repeated("Toàn cảnh hội nghị\n\nToàn cảnh hội nghị\nToàn cảnh hội nghị") == "xxx");
    CHECK(repeated("Toàn cảnh hội nghị\nTrời mưa\n") == "..");
}

TEST_CASE("the words count, not the blanks between them", "[layout]") {
    CHECK(repeated("Toàn cảnh  hội nghị \nToàn cảnh hội nghị\n") == "xx");
    CHECK(repeated("Toàn cảnh hội nghị\nToàn cảnh hội nghị.\n") == "..");
    CHECK(repeated("Toàn cảnh hội nghị\nToàn cảnh Hội nghị\n") == "..");
}

TEST_CASE("lines that differ in their middle are not alike", "[layout]") {
    CHECK(repeated("Sở Y tế trao quà cho huyện Hoa Lư tỉnh Ninh Bình\nSở Y tế trao quà cho huyện Gia Lư tỉnh Ninh "
                   "Bình\n") == "..");
    CHECK(repeated("a b c dddddddd e f g\na b c dddddddx e f g\na b c ddddxddd e f g\n") == "...");
    CHECK(repeated("a b c ddddddddddddddddd e f g\na b c dddddddddxddddddd e f g\n") == "..");
}

TEST_CASE("only the lines looked at count", "[layout]") {
    const std::string source = "Toàn cảnh hội nghị\nTrời mưa\nToàn cảnh hội nghị\nTrời mưa\n";
    CHECK(repeated(source, 1, 4) == ".x.x");
    CHECK(repeated(source, 0, 2) == "....");
    CHECK(repeated(source, 0, 0) == "....");
}

TEST_CASE("what comes later is told from what came before", "[layout]") {
    const TestPage page("Toàn cảnh hội nghị\nTrời mưa\nToàn cảnh hội nghị\n");
    const Repeats repeats(page.document, 0, page.document.lines.size());
    const auto tokens = [&](std::size_t line) { return page.document.lines[line].tokens; };
    CHECK(repeats.comes_later(tokens(0), 0, any_line));
    CHECK_FALSE(repeats.comes_later(tokens(1), 1, any_line));
    CHECK_FALSE(repeats.comes_later(tokens(2), 2, any_line));
    CHECK_FALSE(repeats.comes_later(tokens(0), 0, [](std::size_t line) { return line == 1; }));
    CHECK(repeats.comes_later(tokens(0), 0, [](std::size_t line) { return line == 2; }));
}

TEST_CASE("a long sentence comes again inside a longer line", "[layout]") {
    const TestPage page(long_one + " Trời mưa to.\nDịch bệnh được kiểm soát. " + long_one + "\n");
    const Repeats repeats(page.document, 0, page.document.lines.size());
    CHECK_FALSE(repeats.empty());
    CHECK_FALSE(repeats.another_line_like(0));
    CHECK(repeats.comes_later(page.document.sentences[0].tokens, 0, any_line));
    CHECK_FALSE(repeats.comes_later(page.document.sentences[1].tokens, 0, any_line));
}

TEST_CASE("a line of one sentence comes again inside a longer line", "[layout]") {
    const TestPage page(long_one + "\nDịch bệnh được kiểm soát. " + long_one + "\n");
    const Repeats repeats(page.document, 0, page.document.lines.size());
    CHECK(repeats.comes_later(page.document.lines[0].tokens, 0, any_line));
    CHECK_FALSE(repeats.another_line_like(0));
}

TEST_CASE("that a short sentence comes twice says nothing", "[layout]") {
    const TestPage page("Trời mưa to. Đường trơn.\nDịch bệnh giảm. Trời mưa to.\n");
    const Repeats repeats(page.document, 0, page.document.lines.size());
    CHECK_FALSE(repeats.comes_later(page.document.sentences[0].tokens, 0, any_line));
}

TEST_CASE("a page where nothing comes twice has no repeats", "[layout]") {
    const TestPage page("Trời mưa\nTrời nắng\n\n\n");
    CHECK(Repeats(page.document, 0, page.document.lines.size()).empty());
}
