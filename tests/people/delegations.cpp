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

TEST_CASE("the end of a conference's name and what is said of others are no groups", "[people]") {
    CHECK(delegations("Tham dự hội nghị tổng kết Cụm thi đua các huyện và Cụm năm 2018 có đại diện Sở Tài chính.")
              .back() == "đại diện Sở Tài chính");
    CHECK(delegations("Tham dự hội nghị có đại diện Sở Tài chính; các cấp phải làm gương.") ==
          Lines{"đại diện Sở Tài chính"});
    CHECK(delegations("Tham dự hội nghị có các đơn vị trong Khối thi đua năm 2018.") ==
          Lines{"các đơn vị trong Khối thi đua năm 2018"});
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

TEST_CASE("a verb of presence needs no further word before the groups", "[people]") {
    CHECK(
        delegations("Hội nghị có mặt đại diện các phòng chuyên môn, giám đốc các bệnh viện và 6/6 trung tâm y tế.") ==
        Lines{"đại diện các phòng chuyên môn", "giám đốc các bệnh viện", "6/6 trung tâm y tế"});
    CHECK(delegations("Thành phần dự họp gồm Ban Giám đốc, trưởng các khoa, phòng và 12 trưởng trạm y tế.") ==
          Lines{"Ban Giám đốc", "trưởng các khoa, phòng", "12 trưởng trạm y tế"});
    CHECK(delegations("Thành phần còn có đại diện các sở: Tài chính, Nội vụ.") ==
          Lines{"đại diện các sở: Tài chính", "Nội vụ"});
    CHECK(delegations("Hội nghị được đón ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh, đại diện phòng Y tế 3 huyện.") ==
          Lines{"đại diện phòng Y tế 3 huyện"});
    CHECK(delegations("Ngoài ra, còn có sự góp mặt của đại diện Hội Đông y, Công an tỉnh.") ==
          Lines{"đại diện Hội Đông y", "Công an tỉnh"});
}

TEST_CASE("groups before the verb may be invited or look on", "[people]") {
    CHECK(delegations("Phòng Y tế các huyện và Hội Đông y tỉnh được mời dự.") ==
          Lines{"Phòng Y tế các huyện", "Hội Đông y tỉnh"});
    CHECK(delegations("Lãnh đạo Phòng Y tế 6 huyện theo dõi qua cầu truyền hình.") ==
          Lines{"Lãnh đạo Phòng Y tế 6 huyện"});
    CHECK(delegations("Giám đốc 12 bệnh viện về dự.") == Lines{"Giám đốc 12 bệnh viện"});
    CHECK(delegations("Ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh là khách mời của hội nghị.").empty());
}

TEST_CASE("groups go on behind one of the list who has a verb of his own", "[people]") {
    CHECK(delegations("Đến dự có ông Tạ Văn Lộc, Phó Chủ tịch UBND tỉnh; về phía Sở có bà Ngô Thị Diễm, Giám đốc Sở "
                      "chủ trì hội nghị; các Phó Giám đốc; trưởng các phòng, giám đốc 8 bệnh viện.") ==
          Lines{"các Phó Giám đốc", "trưởng các phòng", "giám đốc 8 bệnh viện"});
    CHECK(delegations("Đến dự có ông Tạ Văn Lộc; bà Ngô Thị Diễm chủ trì hội nghị; ông Lê Văn Tám đọc báo cáo.")
              .empty());
}

TEST_CASE("delegates are a group where they come from somewhere, or are members of it", "[people]") {
    CHECK(delegations("Dự hội nghị có hơn 200 đại biểu đến từ các sở, ngành và 6 huyện.") ==
          Lines{"hơn 200 đại biểu đến từ các sở, ngành và 6 huyện"});
    CHECK(delegations("Dự hội nghị có hơn 200 đại biểu là lãnh đạo các sở, ngành, UBND các huyện và doanh nghiệp.") ==
          Lines{"lãnh đạo các sở, ngành", "UBND các huyện", "doanh nghiệp"});
    CHECK(delegations("Dự hội nghị có đông đảo công chức của Sở.") == Lines{"đông đảo công chức của Sở"});
    CHECK(delegations("Dự hội nghị có 21 công chức, người lao động của Sở.") ==
          Lines{"21 công chức, người lao động của Sở"});
    CHECK(delegations("Dự hội nghị có hơn 200 đại biểu.").empty());
}

TEST_CASE("agencies named by what they belong to share their head", "[people]") {
    CHECK(delegations("Dự hội nghị có đại diện các cơ quan Đảng và Chính phủ.") ==
          Lines{"đại diện các cơ quan Đảng và Chính phủ"});
    CHECK(delegations("Dự hội nghị có đại diện các sở: Tài chính, Nội vụ.") ==
          Lines{"đại diện các sở: Tài chính", "Nội vụ"});
    CHECK(delegations("Dự hội nghị có các doanh nghiệp bưu chính, viễn thông, CNTT.") ==
          Lines{"các doanh nghiệp bưu chính, viễn thông, CNTT"});
}

TEST_CASE("offices of one body are one group", "[people]") {
    CHECK(delegations("Dự hội nghị có đại diện Sở Tư pháp; Chánh án, Phó Chánh án Tòa án các huyện.") ==
          Lines{"đại diện Sở Tư pháp", "Chánh án, Phó Chánh án Tòa án các huyện"});
    CHECK(delegations("Dự hội nghị có các Phó Giám đốc, Kế toán trưởng; lãnh đạo các sở, ban, ngành, đoàn thể cấp "
                      "tỉnh.") ==
          Lines{"các Phó Giám đốc", "Kế toán trưởng", "lãnh đạo các sở, ban, ngành, đoàn thể cấp tỉnh"});
    CHECK(delegations("Dự hội nghị có Công an tỉnh, hạt trưởng 9 hạt kiểm lâm.") ==
          Lines{"Công an tỉnh", "hạt trưởng 9 hạt kiểm lâm"});
}

TEST_CASE("a clause about something else is no group", "[people]") {
    CHECK(delegations("Dự hội nghị có lãnh đạo Sở Tài chính; Sở Y tế đã mua thêm 20 xe.") ==
          Lines{"lãnh đạo Sở Tài chính"});
    CHECK(delegations("Tại điểm cầu Trung ương, ông Tạ Văn Lộc dự và phát biểu.").empty());
}

TEST_CASE("groups with whom a meeting is held attended it", "[people]") {
    CHECK(delegations(
              "Giám đốc Sở Y tế chủ trì hội nghị trực tuyến tổng kết năm 2018 với các địa phương trong tỉnh.") ==
          Lines{"các địa phương trong tỉnh"});
    CHECK(delegations("Tại buổi giao ban của lãnh đạo UBND tỉnh với các sở, ngành sáng 5/1, nhiều việc được bàn.") ==
          Lines{"các sở, ngành"});
    CHECK(delegations("Tại hội nghị, Sở Y tế ký chương trình phối hợp với chủ đề mới.").empty());
}

TEST_CASE("what a body does is no group", "[people]") {
    CHECK(delegations("Cục Thuế phối hợp với Sở Tài chính tham gia hội nghị.").empty());
    CHECK(delegations("Người đứng đầu Chính phủ yêu cầu các cấp tham dự.").empty());
    CHECK(delegations("Công ty có một số dự án tham gia hội nghị.").empty());
    CHECK(delegations("Đại diện các tổ chức tín dụng tham dự hội nghị.") == Lines{"Đại diện các tổ chức tín dụng"});
}

TEST_CASE("behind the chair another verb opens the list of the groups", "[people]") {
    CHECK(delegations(
              "Chủ trì hội nghị là đồng chí Lê Quý Thành, Giám đốc Sở; cùng dự có lãnh đạo Văn phòng UBND tỉnh, "
              "Hội Kiến trúc sư.") == Lines{"lãnh đạo Văn phòng UBND tỉnh", "Hội Kiến trúc sư"});
    CHECK(delegations("Cùng họp có chủ tịch UBND 11 xã, thị trấn; Tham gia có lãnh đạo Sở Tài chính.") ==
          Lines{"chủ tịch UBND 11 xã, thị trấn", "lãnh đạo Sở Tài chính"});
}

TEST_CASE("offices that are counted are a group, no office of the person before", "[people]") {
    CHECK(delegations("Dự hội nghị có ông Lê Văn Mười, Phó Chi cục trưởng, Hạt trưởng 14 Hạt Kiểm lâm.") ==
          Lines{"Hạt trưởng 14 Hạt Kiểm lâm"});
    CHECK(delegations("Dự hội nghị có ông Lê Văn Mười, Phó Giám đốc Sở, Trưởng Ban Chỉ đạo 389 tỉnh.").empty());
}
