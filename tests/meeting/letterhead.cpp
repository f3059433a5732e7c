// SPDX-License-Identifier: BSL-1.0
#include "meeting/letterhead.hpp"

#include <string>

#include "catch.hpp"
#include "meeting/byline.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

const std::string motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
const std::string body =
    "Hà Nam, ngày 20 tháng 9 năm 2024\n\nBÁO CÁO Kết quả công tác 9 tháng đầu năm, nhiệm vụ quý IV năm 2024\n\nKính "
    "gửi: UBND tỉnh Hà Nam.\n\nSở Nông nghiệp và Phát triển nông thôn báo cáo UBND huyện Kim Bảng đã xây 12 trạm mới "
    "ở các "
    "xã.\n\n";

/// `agency | number`, or nothing.
std::string letterhead(const std::string& page_text) {
    const TestPage page(page_text);
    const auto head = find_letterhead(page.document);
    if (!head) return "";
    return page.document.words(head->agency) + " | " +
           (head->number.empty() ? "" : page.document.words(head->number));
}

/// `office | name`, or nothing.
std::string signature(const std::string& lines) {
    const TestPage page("SỞ Y TẾ\nSố: 15/BC-SYT\n" + motto + body + lines);
    const auto signed_by = find_signature(page.document);
    if (!signed_by) return "";
    return page.document.words(signed_by->office.title) + " | " + page.document.words(signed_by->name);
}

}  // namespace

TEST_CASE("a letterhead is an agency in capitals over a number", "[meeting]") {
    CHECK(letterhead("UBND TỈNH HÀ NAM\nSỞ Y TẾ\nSố: 15/BC-SYT\n" + motto + body) == "SỞ Y TẾ | 15/BC-SYT");
    CHECK(letterhead("SỞ Y TẾ\nSố: 15/BC-TT&TT      Hà Nam, ngày 20 tháng 9 năm 2024\n" + body) ==
          "SỞ Y TẾ | 15/BC-TT&TT");
    CHECK(letterhead("SỞ Y TẾ\nSố:     /BC-SYT\n" + body) == "SỞ Y TẾ | ");
    CHECK(letterhead("SỞ Y TẾ\n" + motto + body).empty());
    CHECK(letterhead("Số: 15/BC-SYT\n" + body).empty());
    CHECK(letterhead("Sở Y tế\nSố lượng 15/20 xã\n" + body).empty());
}

TEST_CASE("a name that the letterhead cuts is that of the text", "[meeting]") {
    CHECK(letterhead("UBND\nHUYỆN KIM BẢNG\nSố: 15/BC-UBND\n" + body) == "UBND huyện Kim Bảng | 15/BC-UBND");
    CHECK(letterhead("SỞ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN\nSố: 15/BC-SNN\n" + body) ==
          "Sở Nông nghiệp và Phát triển nông thôn | 15/BC-SNN");
}

TEST_CASE("the signature is an office over a name", "[meeting]") {
    CHECK(signature("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\n(Đã ký)\nLê Văn Tám\n") ==
          "GIÁM ĐỐC | Lê Văn Tám");
    CHECK(signature("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nLê Thị Nga\nNơi nhận:\n- Như trên.\n") ==
          "PHÓ GIÁM ĐỐC | Lê Thị Nga");
    CHECK(signature("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Văn Inh\n") == "PHÓ CHỦ TỊCH | Lò Văn Inh");
    CHECK(signature(
              "Nơi nhận:                GIÁM ĐỐC\n- Như trên;             (đã ký)\n- Lưu: VT.          BS. Lê Văn "
              "Tám\n") == "GIÁM ĐỐC | Lê Văn Tám");
    CHECK(signature("Nơi nhận:\n- Như trên.\n").empty());
    CHECK(signature("Lê Văn Tám\n").empty());
    // A page of a newspaper has none.
    CHECK_FALSE(find_signature(TestPage("Tin hội nghị\n\n" + body + "GIÁM ĐỐC\nLê Văn Tám\n").document));
}

TEST_CASE("who signs a report is its byline", "[meeting]") {
    const TestPage page("SỞ Y TẾ\nSố: 15/BC-SYT\n" + motto + body + "Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLê Văn Tám\n");
    REQUIRE(page.parts.byline);
    CHECK(page.document.words(name_in_byline(page.document, *page.parts.byline)) == "Lê Văn Tám");
}
