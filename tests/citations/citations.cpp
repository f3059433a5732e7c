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

TEST_CASE("the number of a menu is no number of the page", "[citations]") {
    const TestPage page(
        "SỞ Y TẾ HÀ NAM\nSố: 45/KH-SYT Kế hoạch tuyển dụng\n\nHuyện Tân Yên tổng kết công tác năm 2016\n\nSáng "
        "11/01/2017, UBND huyện Tân Yên tổ chức hội nghị tổng kết công tác năm 2016.\n");
    CHECK(find_citations(page.document, page.islands, page.parts.published, page.parts.letterhead).empty());
}
