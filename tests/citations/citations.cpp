// SPDX-License-Identifier: BSL-1.0
#include "citations/citations.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

std::vector<Citation> citations(const std::string& body) {
    const TestPage page(
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
        "tổng kết công tác năm "
        "2016, triển khai nhiệm vụ năm 2017.\n\n" +
        body + "\n");
    return find_citations(page.document, page.islands, page.parts.published, page.parts.letterhead);
}

}  // namespace

TEST_CASE("documents are cited with number, date and issuer", "[citations]") {
    const auto found = citations(
        "Năm 2016, ngành đã thực hiện Nghị định số 43/2006/NĐ-CP ngày 25/4/2006 của Chính phủ và Kế hoạch "
        "15/KH-SYT.");
    REQUIRE(found.size() == 2);
    CHECK(found[0].text == "Nghị định số 43/2006/NĐ-CP");
    CHECK(found[0].type == CitationType::decree);
    CHECK(found[0].number == "43/2006/NĐ-CP");
    CHECK(found[0].date == Date{2006, 4, 25});
    CHECK(found[0].issuer == "Chính phủ");
    CHECK(found[1].text == "Kế hoạch 15/KH-SYT");
    CHECK(found[1].type == CitationType::plan);
    CHECK_FALSE(found[1].date);
}

TEST_CASE("stray blanks and dashes are written as they are and normalised beside", "[citations]") {
    const auto found = citations("Năm 2016, ngành đã thực hiện Nghị quyết 46 –NQ/TW và Quyết định 03/2007/QĐ- BYT.");
    REQUIRE(found.size() == 2);
    CHECK(found[0].number == "46 –NQ/TW");
    CHECK(found[0].normalized_number == "46-NQ/TW");
    CHECK(found[1].number == "03/2007/QĐ- BYT");
    CHECK(found[1].normalized_number == "03/2007/QĐ-BYT");
}

TEST_CASE("a short mention leads to the full one", "[citations]") {
    const auto found = citations(
        "Năm 2016, ngành đã thực hiện Nghị quyết số 46-NQ/TW của Bộ Chính trị. Nhiều huyện triển khai tốt Nghị quyết "
        "46. "
        "Một số xã chậm triển khai Nghị quyết 11.");
    REQUIRE(found.size() == 3);
    CHECK_FALSE(found[0].full_mention);
    CHECK(found[1].full_mention == 0U);
    CHECK_FALSE(found[2].full_mention);
}

TEST_CASE("counts and years beside a document's word are no numbers of documents", "[citations]") {
    CHECK(citations("Năm 2016, ngành đã ban hành 03 Quyết định, xây dựng kế hoạch 2017 và kế hoạch 15 lớp tập huấn.")
              .empty());
}

TEST_CASE("a bare number is a document's where nothing is counted behind it", "[citations]") {
    for (const char* text :
         {"Ngành đã sơ kết một năm thực hiện quy định 1374.", "Thành phố đưa ra kế hoạch 6650 với 8 giải pháp.",
          "Ngành đã triển khai công văn 2662 khuyến cáo người dân.",
          "Sau 2 năm thực hiện Phương án 3597, tình hình đã tốt hơn."}) {
        INFO(text);
        CHECK(citations(text).size() == 1);
    }
    for (const char* text :
         {"Doanh thu đạt kế hoạch 120, tăng so với năm 2015.", "Theo báo cáo 5 năm, toàn tỉnh có 12 xã đạt chuẩn.",
          "Trung ương giao kế hoạch 350, thực hiện 360.", "Theo kế hoạch 100% xã đạt chuẩn."}) {
        INFO(text);
        CHECK(citations(text).empty());
    }
}

TEST_CASE("an agency's own report is cited by its number", "[citations]") {
    const TestPage page(
        "UBND TỈNH HÀ NAM\nSỞ Y TẾ\nSố: 15/BC-SYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nam, ngày 20 tháng 9 năm "
        "2024\n\nBÁO CÁO Kết quả công tác 9 tháng đầu năm, nhiệm vụ quý IV năm 2024\n\nKính gửi: UBND tỉnh Hà "
        "Nam.\n\nThực hiện Kế hoạch số 27/KH-UBND, Sở Y tế đã xây 12 trạm mới ở các xã.\n");
    const auto found = find_citations(page.document, page.islands, page.parts.published, page.parts.letterhead);
    REQUIRE(found.size() == 2);
    CHECK(found[0].text == "Số: 15/BC-SYT");
    CHECK(found[0].type == CitationType::other);
    CHECK(found[0].number == "15/BC-SYT");
    CHECK(found[0].date == Date{2024, 9, 20});
    CHECK(found[0].issuer == "SỞ Y TẾ");
    CHECK(found[1].text == "Kế hoạch số 27/KH-UBND");
}

TEST_CASE("citations are in order where words stand over a letterhead", "[citations]") {
    TestPage page(
        "Thực hiện Kế hoạch số 12/KH-UBND về y tế\n\nUBND TỈNH HÀ NAM\nSỞ Y TẾ\nSố: 15/BC-SYT\nCỘNG HÒA XÃ HỘI CHỦ "
        "NGHĨA VIỆT NAM\nHà Nam, ngày 20 tháng 9 năm 2024\n\nBÁO CÁO Kết quả công tác 9 tháng đầu năm, nhiệm vụ quý "
        "IV "
        "năm 2024\n\nKính gửi: UBND tỉnh Hà Nam.\n\nThực hiện Kế hoạch số 27/KH-UBND, Sở Y tế đã xây 12 trạm mới.\n");
    for (Sentence& sentence : page.document.sentences) sentence.zone = ZoneKind::other;
    std::vector<std::string> numbers;
    for (const Citation& citation :
         find_citations(page.document, page.islands, page.parts.published, page.parts.letterhead))
        numbers.push_back(citation.number);
    CHECK(numbers == std::vector<std::string>{"12/KH-UBND", "15/BC-SYT", "27/KH-UBND"});
}

TEST_CASE("the number of a menu is no number of the page", "[citations]") {
    const TestPage page(
        "SỞ Y TẾ HÀ NAM\nSố: 45/KH-SYT Kế hoạch tuyển dụng\n\nHuyện Tân Yên tổng kết công tác năm 2016\n\nSáng "
        "11/01/2017, UBND huyện Tân Yên tổ chức hội nghị tổng kết công tác năm 2016.\n");
    CHECK(find_citations(page.document, page.islands, page.parts.published, page.parts.letterhead).empty());
}

namespace {

// `text|type|date|issuer`, a line for each.
std::vector<std::string> shown(const std::string& body) {
    std::vector<std::string> lines;
    for (const Citation& c : citations(body))
        lines.push_back(c.text + "|" + std::string(name_of(c.type)) + "|" + (c.date ? c.date->to_string() : "-") +
                        "|" + c.issuer.value_or("-"));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a part of a document is no count of documents", "[citations]") {
    CHECK(shown("Theo Điều 12 Nghị định 93/2015/NĐ-CP, ngành đã xử phạt 7 cơ sở.") ==
          Lines{"Nghị định 93/2015/NĐ-CP|decree|-|Chính phủ"});
    CHECK(shown("Theo khoản 2, 3 Điều 5 Thông tư 41/2015/TT-BYT, ngành đã xử phạt 7 cơ sở.") ==
          Lines{"Thông tư 41/2015/TT-BYT|circular|-|Bộ Y tế"});
    CHECK(shown("Ngành đã ban hành 12 nghị định, điều 12 xe chở thuốc.").empty());
}

TEST_CASE("documents by a bare number, with what they do, their day, their year or who issued them", "[citations]") {
    CHECK(shown("Nghị định 217 quy định mức thu mới.") == Lines{"Nghị định 217|decree|-|-"});
    for (const std::string rest : {"quy định mức thu mới.", "phê duyệt đề án.", "của Chính phủ về giảm nghèo."})
        CHECK(shown("Quyết định 1956 " + rest)[0].starts_with("Quyết định 1956"));
    CHECK(shown("Nghị quyết 2016 của tỉnh đã có hiệu lực.").empty());
    CHECK(shown("Sở đã hướng dẫn 15/19 sở, ngành.").empty());
    CHECK(shown("Sở ban hành Hướng dẫn 15/2016 về thi đua.").size() == 1);
    CHECK(shown("Pháp lệnh 07 quy định mức thu mới.") == Lines{"Pháp lệnh 07|law|-|-"});
    CHECK(shown("Báo cáo 12 quyết định xử phạt, kế hoạch 5 hướng dẫn.").empty());
    CHECK(shown("Theo công văn 1634 hướng dẫn các huyện, ngành đã mở 7 lớp.") == Lines{"công văn 1634|dispatch|-|-"});
    CHECK(shown("Thực hiện Thông tư 09 ngày 14-3-2016, ngành đã mở 7 lớp.") ==
          Lines{"Thông tư 09|circular|2016-03-14|-"});
    CHECK(shown("Thực hiện Quyết định 39 năm 2015 của UBND tỉnh, ngành đã mở 7 lớp.") ==
          Lines{"Quyết định 39|decision|-|UBND tỉnh"});
    CHECK(shown("Thực hiện Kết luận 12 của Bộ Chính trị và Quy định 07 về nêu gương, ngành đã mở 7 lớp.") ==
          Lines{"Kết luận 12|other|-|Bộ Chính trị", "Quy định 07|other|-|-"});
    CHECK(shown("Theo quy định số 104-QĐ/TW và thông báo số 16/TB-SYT, ngành đã mở 7 lớp.").size() == 2);
    CHECK(shown("Thực hiện Thông tư số 15/2014/TT-BYT của Bộ trưởng Bộ Y tế hướng dẫn mức thu.") ==
          Lines{"Thông tư số 15/2014/TT-BYT|circular|-|Bộ trưởng Bộ Y tế"});
    for (const std::string body :
         {"Ngành thực hiện kế hoạch 5 năm 2016 - 2020.", "Ngành đã báo cáo 12 nội dung và thông báo 3 lần.",
          "Ngành quyết định 5 kế hoạch, hướng dẫn 12 xã.", "Ngành gửi công văn 3 lần.",
          "Kết luận 10 vụ việc, ngành thu hồi tiền."}) {
        INFO(body);
        CHECK(shown(body).empty());
    }
}

TEST_CASE("day and issuer may stand before the verb", "[citations]") {
    CHECK(shown("Ngày 5/9/2016, UBND tỉnh đã ban hành Quyết định số 172/QĐ-UBND về mức thu.") ==
          Lines{"Quyết định số 172/QĐ-UBND|decision|2016-09-05|UBND tỉnh"});
    CHECK(shown("Ngày 5/9/2016, Thủ tướng ký Chỉ thị số 23 về mức thu.") ==
          Lines{"Chỉ thị số 23|directive|2016-09-05|Thủ tướng"});
    CHECK(shown("Ngày 5/9/2016, ngành mở hội nghị triển khai Nghị định số 172/2016/NĐ-CP.") ==
          Lines{"Nghị định số 172/2016/NĐ-CP|decree|-|Chính phủ"});
    CHECK(shown("Ngày 5/9/2016, ngành phối hợp với Sở Tài chính ban hành Hướng dẫn số 172/HD-SYT.") ==
          Lines{"Hướng dẫn số 172/HD-SYT|other|-|-"});
}

TEST_CASE("a document is counted and cited", "[citations]") {
    CHECK(shown("Ngành đã tham mưu ban hành 01 Nghị quyết số 27-NQ/TU.") ==
          Lines{"Nghị quyết số 27-NQ/TU|resolution|-|Tỉnh ủy"});
}

TEST_CASE("what somebody issues is cited whoever it is", "[citations]") {
    CHECK(shown("Thủ tướng ban hành Quyết định số 178 về thông tin.").size() == 1);
    CHECK(shown("Bộ ban hành Quyết định số 178 về thông tin.").size() == 1);
}
