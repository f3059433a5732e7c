// SPDX-License-Identifier: BSL-1.0
#include "people/delegations.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

Lines delegations(const std::string& source, ZoneKind zone = ZoneKind::opening) {
    TestPage page(source);
    for (Sentence& sentence : page.document.sentences) sentence.zone = zone;
    Lines lines;
    for (const Delegation& delegation : find_delegations(page.document, page.islands)) {
        CHECK(slice(page.source, delegation.span) == delegation.text);
        lines.push_back(delegation.text);
    }
    return lines;
}

}  // namespace

TEST_CASE("each element of a list of groups is one", "[people]") {
    CHECK(
        delegations("Tham dự hội nghị có đại diện lãnh đạo Ban Dân vận Tỉnh ủy; Hội Chữ thập đỏ; các cơ quan báo chí "
                    "địa phương.") ==
        Lines{"đại diện lãnh đạo Ban Dân vận Tỉnh ủy", "Hội Chữ thập đỏ", "các cơ quan báo chí địa phương"});
    CHECK(delegations("Dự hội nghị có đại diện Văn phòng UBND tỉnh, Sở Tài chính và Sở Nội vụ.") ==
          Lines{"đại diện Văn phòng UBND tỉnh", "Sở Tài chính", "Sở Nội vụ"});
    CHECK(delegations("Dự hội nghị có lãnh đạo Sở Y tế cùng đại diện Sở Tài chính.") ==
          Lines{"lãnh đạo Sở Y tế", "đại diện Sở Tài chính"});
}

TEST_CASE("a name with a comma or 'và' in it is one group", "[people]") {
    CHECK(delegations("Dự hội nghị có đại diện Sở Văn hóa, Thể thao và Du lịch; Sở Nông nghiệp và Phát triển nông "
                      "thôn.") ==
          Lines{"đại diện Sở Văn hóa, Thể thao và Du lịch", "Sở Nông nghiệp và Phát triển nông thôn"});
}

TEST_CASE("heads that share a body or places are one group", "[people]") {
    CHECK(delegations("Dự hội nghị có đại diện UBND các huyện, thị xã, thành phố.") ==
          Lines{"đại diện UBND các huyện, thị xã, thành phố"});
    CHECK(delegations("Dự hội nghị có đại diện các sở, ban, ngành của tỉnh.") ==
          Lines{"đại diện các sở, ban, ngành của tỉnh"});
    CHECK(delegations("Dự hội nghị có lãnh đạo, chuyên viên các phòng thuộc Sở.") ==
          Lines{"lãnh đạo, chuyên viên các phòng thuộc Sở"});
}

TEST_CASE("a shared tail stays with the last group", "[people]") {
    CHECK(delegations("Dự hội nghị có đại diện Sở Y tế; Phòng Y tế các huyện, thành phố.") ==
          Lines{"đại diện Sở Y tế", "Phòng Y tế các huyện, thành phố"});
}

TEST_CASE("persons among groups are no groups", "[people]") {
    CHECK(delegations("Tham dự hội nghị có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh; đại diện Sở Tài chính; bà Ngô Thị "
                      "Diễm, Giám đốc Sở Y tế.") == Lines{"đại diện Sở Tài chính"});
    CHECK(delegations("Tham dự hội nghị có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh.").empty());
}

TEST_CASE("groups may stand before the verb", "[people]") {
    CHECK(delegations("Đại diện lãnh đạo Sở Tài chính, Sở Nội vụ cùng dự.") ==
          Lines{"Đại diện lãnh đạo Sở Tài chính", "Sở Nội vụ"});
}

TEST_CASE("'các đại biểu' is no delegation", "[people]") {
    CHECK(delegations("Tham dự hội nghị có đông đảo các đại biểu.").empty());
    CHECK(delegations("Tham dự hội nghị có các đại biểu; đại diện Sở Tài chính.") == Lines{"đại diện Sở Tài chính"});
    CHECK(delegations("Các đại biểu tham dự hội nghị đã thảo luận.").empty());
}

TEST_CASE("where no attendance is told no group attended", "[people]") {
    CHECK(delegations("Sở Tài chính phối hợp với Sở Nội vụ mua xe cứu thương.").empty());
    CHECK(delegations("").empty());
}

TEST_CASE("attendance is told in the opening", "[people]") {
    const std::string sentence = "Tham dự hội nghị có đại diện Sở Tài chính.";
    CHECK(delegations(sentence).size() == 1);
    for (const ZoneKind zone :
         {ZoneKind::boilerplate, ZoneKind::title, ZoneKind::achievements, ZoneKind::tasks, ZoneKind::byline})
        CHECK(delegations(sentence, zone).empty());
    // Elsewhere in the story it may be of something else.
    CHECK(delegations("Tham dự lớp tập huấn có đại diện Sở Tài chính.", ZoneKind::other).empty());
}

TEST_CASE("a lead tells what the opening tells again", "[people]") {
    TestPage page("Tham dự hội nghị có đại diện Sở Nội vụ.\nTham dự hội nghị có đại diện Sở Tài chính.\n");
    const auto found = [&](ZoneKind first, ZoneKind second) {
        page.document.sentences[0].zone = first;
        page.document.sentences[1].zone = second;
        Lines lines;
        for (const Delegation& delegation : find_delegations(page.document, page.islands))
            lines.push_back(delegation.text);
        return lines;
    };
    CHECK(found(ZoneKind::lead, ZoneKind::opening) == Lines{"đại diện Sở Tài chính"});
    CHECK(found(ZoneKind::lead, ZoneKind::achievements) == Lines{"đại diện Sở Nội vụ"});
}
