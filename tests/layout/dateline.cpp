// SPDX-License-Identifier: BSL-1.0
#include "layout/dateline.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

/// A page whose lines have the zones that a test gives them.
struct Zoned {
    TestPage page;
    LineShapes shapes;
    std::vector<ZoneKind> kinds;
    Zoned(const std::string& source, const std::vector<ZoneKind>& lines)
        : page(source), shapes(page.document, page.islands) {
        for (const Sentence& sentence : page.document.sentences) kinds.push_back(lines[sentence.line]);
    }
    [[nodiscard]] std::optional<Published> published(std::optional<TokenRange> title = std::nullopt) const {
        return find_published(page.document, shapes, kinds, title);
    }
    /// `name | whole`, or nothing.
    [[nodiscard]] std::string outlet() const {
        const auto found = find_outlet(page.document, shapes, kinds);
        return found ? page.document.words(found->name) + " | " + page.document.words(found->whole) : "";
    }
};

/// A line as the page's dateline.
std::optional<Published> published(const std::string& line) { return Zoned(line, {ZoneKind::dateline}).published(); }

/// The outlet of a story that begins with a line.
std::string outlet(const std::string& line) { return Zoned(line, {ZoneKind::opening}).outlet(); }

/// The words that stand behind a dateline's time.
std::string chrome(const std::string& line) {
    const TestPage page(line);
    const auto at = chrome_behind_time(page.document, page.document.lines[0]);
    return at ? page.document.words({*at, page.document.lines[0].tokens.last}) : "";
}

}  // namespace

TEST_CASE("a dateline tells day and time", "[layout]") {
    struct Case {
        const char* line;
        Date date;
        std::optional<TimeOfDay> time;
    };
    const Case cases[] = {
        {"Thứ tư, 11/01/2017 | 16:20", {2017, 1, 11}, TimeOfDay{16, 20}},
        {"11/01/2017 08:05", {2017, 1, 11}, TimeOfDay{8, 5}},
        {"9h30 ngày 11/01/2017", {2017, 1, 11}, TimeOfDay{9, 30}},
        {"11/01/2017 - 14h05", {2017, 1, 11}, TimeOfDay{14, 5}},
        {"11/01/2017, 25h30", {2017, 1, 11}, std::nullopt},
        {"11/01/2017 hà 30", {2017, 1, 11}, std::nullopt},
        {"Ngày đăng: 03/12/2019", {2019, 12, 3}, std::nullopt},
        {"7/17/2009 9:12:44 PM", {2009, 7, 17}, TimeOfDay{21, 12}},
        {"7/17/2009 12:07:44 AM", {2009, 7, 17}, TimeOfDay{0, 7}},
        {"7/17/2009 12:07:44 PM", {2009, 7, 17}, TimeOfDay{12, 7}},
        {"11/01/2017 25:20", {2017, 1, 11}, std::nullopt},
        {"11/01/2017 16:70", {2017, 1, 11}, std::nullopt},
    };
    for (const Case& expected : cases) {
        INFO(expected.line);
        const auto found = published(expected.line);
        REQUIRE(found);
        CHECK(found->date == expected.date);
        CHECK(found->time == expected.time);
    }
}

TEST_CASE("the place of the time is that of its line without brackets", "[layout]") {
    const std::string line = "(11/01/2017 16:20)";
    const auto found = published(line);
    REQUIRE(found);
    CHECK(slice(line, found->span) == "11/01/2017 16:20");
}

TEST_CASE("a line without a full day tells no publication", "[layout]") {
    CHECK_FALSE(published("Thứ tư, 11/01"));
    CHECK_FALSE(published("16:20"));
    CHECK_FALSE(published("Báo Hà Nam"));
    CHECK_FALSE(Zoned("Sáng 11/01/2017, Sở họp.", {ZoneKind::opening}).published());
}

TEST_CASE("a time behind the headline wins over a clock above it", "[layout]") {
    const std::string source = "Hôm nay 20/02/2017\nSở Y tế họp\n11/01/2017\n12/01/2017\n";
    const std::vector<ZoneKind> lines{ZoneKind::dateline, ZoneKind::title, ZoneKind::dateline, ZoneKind::dateline};
    const Zoned page(source, lines);
    const auto behind = page.published(page.page.document.lines[1].tokens);
    REQUIRE(behind);
    CHECK(behind->date == Date{2017, 1, 11});
    const auto first = page.published();
    REQUIRE(first);
    CHECK(first->date == Date{2017, 2, 20});
    const Zoned above(source, {ZoneKind::dateline, ZoneKind::title, ZoneKind::opening, ZoneKind::opening});
    const auto clock = above.published(above.page.document.lines[1].tokens);
    REQUIRE(clock);
    CHECK(clock->date == Date{2017, 2, 20});
}

TEST_CASE("an outlet stands in brackets or before a dash", "[layout]") {
    CHECK(outlet("(Mic.gov.vn) - Sáng 5/1, Sở Y tế họp.") == "Mic.gov.vn | (Mic.gov.vn) -");
    CHECK(outlet("(Báo Hà Nam) Sáng 5/1, Sở Y tế họp.") == "Báo Hà Nam | (Báo Hà Nam)");
    CHECK(outlet("HNO - Sáng 5/1, Sở Y tế họp.") == "HNO | HNO -");
    CHECK(outlet("HNM.VN - Sáng 5/1, Sở Y tế họp.") == "HNM.VN | HNM.VN -");
    CHECK(outlet("GD&TĐ - Sáng 5/1, Sở Y tế họp.") == "GD&TĐ | GD&TĐ -");
    CHECK(outlet("Sở YT HN - Sáng ngày 5/1, ngành họp.") == "Sở YT HN | Sở YT HN -");
}

TEST_CASE("what merely looks like an outlet is none", "[layout]") {
    CHECK(outlet("Sáng 5/1, Sở Y tế họp (tại Phủ Lý) - đông đủ.").empty());
    CHECK(outlet("(Ngày 05/01/2017) - Sở Y tế họp.").empty());
    CHECK(outlet("() - Sở Y tế họp.").empty());
    CHECK(outlet("(Hội nghị này do Sở Y tế tỉnh Hà Nam cùng các đơn vị tổ chức) Sáng 5/1, ngành họp.").empty());
    CHECK(outlet("UBND tỉnh - Sở Y tế họp.").empty());
    CHECK(outlet("Ngành y tế - dân số họp.").empty());
    CHECK(outlet("HNO-Sáng nay họp.").empty());
    CHECK(outlet("").empty());
}

TEST_CASE("an outlet is looked for where the story begins, not above it", "[layout]") {
    const std::string source = "HNO - Sức khỏe\nHNB - Sáng 5/1, Sở Y tế họp.\n";
    CHECK(Zoned(source, {ZoneKind::boilerplate, ZoneKind::opening}).outlet() == "HNB | HNB -");
    CHECK(Zoned(source, {ZoneKind::title, ZoneKind::lead}).outlet() == "HNB | HNB -");
    CHECK(Zoned(source, {ZoneKind::boilerplate, ZoneKind::byline}).outlet().empty());
    CHECK(Zoned("11/01/2017\nHNB - Sáng 5/1, Sở Y tế họp.", {ZoneKind::dateline, ZoneKind::opening}).outlet() ==
          "HNB | HNB -");
    // Only its first line.
    CHECK(Zoned("Sáng 5/1, Sở Y tế họp.\nHNB - Chiều 5/1, Sở họp.", {ZoneKind::opening, ZoneKind::opening})
              .outlet()
              .empty());
}

TEST_CASE("chrome behind a time is cut off", "[layout]") {
    CHECK(chrome("04/01/2024 | Lượt xem: 113") == "| Lượt xem: 113");
    CHECK(chrome("04/01/2024 Lượt xem: 113") == "Lượt xem: 113");
    CHECK(chrome("(04/01/2024) Lượt xem: 113") == "Lượt xem: 113");
    CHECK(chrome("04/01/2024 16:20 A- A A+") == "A- A A+");
    CHECK(chrome("Thứ năm, 04/01/2024 16:20").empty());
    // Before the time it is a part of the dateline.
    CHECK(chrome("Lượt xem vào 04/01/2024").empty());
}
