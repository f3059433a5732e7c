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

/// The source of an agency's own report that ends in some lines.
std::string report(const std::string& lines) { return "SỞ Y TẾ\nSố: 15/BC-SYT\n" + motto + body + lines; }

/// `office | name`, or nothing.
std::string signature(const std::string& lines) {
    const TestPage page(report(lines));
    REQUIRE(page.parts.letterhead);
    const auto& signed_by = page.parts.letterhead->signature;
    if (!signed_by) return "";
    return page.document.words(signed_by->office.title) + " | " + page.document.words(signed_by->name);
}

/// Who wrote a page whose last zone is of bylines, or nothing.
std::string author(const std::string& source, const std::string& byline) {
    TestPage page(source);
    const std::size_t first = source.find(byline);
    TokenRange range{page.document.size(), page.document.size()};
    for (Sentence& sentence : page.document.sentences) {
        if (page.document.span(sentence.tokens).begin < first) continue;
        if (range.empty()) range = sentence.tokens;
        sentence.zone = ZoneKind::byline;
    }
    const auto name = find_author(page.document, range, find_letterhead(page.document));
    return name ? page.document.words(*name) : "";
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

TEST_CASE("a banner over a menu is no letterhead", "[meeting]") {
    const std::string story =
        "\nThị xã Tân Lập tổng kết công tác năm 2017\n\nSáng 12/01/2018, UBND thị xã Tân Lập tổ chức hội nghị tổng "
        "kết công tác năm 2017.\n";
    const std::string own = "\nBÁO CÁO\nTổng kết công tác năm 2017\n\nNăm 2017, Sở đã xây 12 trạm mới.\n";
    // Neither motto nor report.
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/KH-SYT Kế hoạch tuyển dụng\n" + story).empty());
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/KH-SYT\n" + story).empty());
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/KH-SYT\nBáo cáo\n" + story).empty());
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/KH-SYT\nBÁO CÁO\nVĂN BẢN\n" + story).empty());
    // More in the line than a number has beside it.
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/BC-SYT Kế hoạch tuyển dụng\n" + own).empty());
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/BC-SYT ngày 3/1/2018 về tuyển dụng\n" + own).empty());
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/BC-SYT\n" + own) == "SỞ Y TẾ HÀ NAM | 45/BC-SYT");
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/BC-SYT    Phủ Lý, ngày    tháng 12 năm 2017\n" + own) ==
          "SỞ Y TẾ HÀ NAM | 45/BC-SYT");
    CHECK(letterhead("SỞ Y TẾ HÀ NAM\nSố: 45/BC-SYT    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + story) ==
          "SỞ Y TẾ HÀ NAM | 45/BC-SYT");
}

TEST_CASE("a name that the letterhead cuts is that of the text", "[meeting]") {
    CHECK(letterhead("UBND\nHUYỆN KIM BẢNG\nSố: 15/BC-UBND\n" + body) == "UBND huyện Kim Bảng | 15/BC-UBND");
    CHECK(letterhead("SỞ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN\nSố: 15/BC-SNN\n" + body) ==
          "Sở Nông nghiệp và Phát triển nông thôn | 15/BC-SNN");
}

TEST_CASE("a name that is cut is no other agency's", "[meeting]") {
    const auto cut = [](const std::string& lines, const std::string& sentence) {
        return letterhead(lines + "\nSố: 15/BC-UBND\n\nBÁO CÁO\nTổng kết năm 2017\n\n" + sentence + "\n");
    };
    const std::string committee = "ỦY BAN NHÂN DÂN\nHUYỆN KIM BẢNG";
    CHECK(cut(committee, "Ủy ban nhân dân huyện Tân Yên phối hợp làm 12 km đường.") == committee + " | 15/BC-UBND");
    CHECK(cut(committee, "Ủy ban nhân dân huyện Tân Yên cùng Ủy ban nhân dân huyện Kim Bảng làm 12 km đường.") ==
          "Ủy ban nhân dân huyện Kim Bảng | 15/BC-UBND");
    const std::string department = "SỞ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN";
    CHECK(cut(department, "Sở Nông nghiệp và Môi trường Cần Thơ thăm Sở.") == department + " | 15/BC-UBND");
    CHECK(cut(department, "Sở Nông nghiệp và Phát triển nông thôn Cần Thơ thăm Sở.") == department + " | 15/BC-UBND");
    CHECK(cut(department + "\nTỈNH HÀ NAM", "Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Nam đã trồng rừng.") ==
          "Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Nam | 15/BC-UBND");
    // The motto stands between the lines: they are no one place of the source.
    CHECK(cut("ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN KIM BẢNG", "Huyện đã làm 12 km đường.") ==
          "ỦY BAN NHÂN DÂN | 15/BC-UBND");
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
}

TEST_CASE("the name of a signature may be in capitals", "[meeting]") {
    CHECK(signature("GIÁM ĐỐC\nLÊ VĂN TÁM\n") == "GIÁM ĐỐC | LÊ VĂN TÁM");
    CHECK(signature("TM. UBND TỈNH\nCHỦ TỊCH\n(Đã ký)\nLÊ VĂN TÁM\n") == "CHỦ TỊCH | LÊ VĂN TÁM");
    CHECK(signature("Nơi nhận:                GIÁM ĐỐC\n- UBND tỉnh;\n- Lưu VT.\n\nLÊ VĂN TÁM\n") ==
          "GIÁM ĐỐC | LÊ VĂN TÁM");
}

TEST_CASE("the signature is the first name below its office", "[meeting]") {
    CHECK(signature("GIÁM ĐỐC\nLê Văn Tám\n\nBạn đọc viết:\nTrần Thị Nga\n") == "GIÁM ĐỐC | Lê Văn Tám");
    CHECK(signature("GIÁM ĐỐC\n(Đã ký)\n- Lưu VT\n").empty());
    CHECK(signature("Nơi nhận:\n- Như trên.\nTM. UBND TỈNH\n").empty());
    // An office in small letters, or within a sentence, signs nothing.
    CHECK(signature("Giám đốc\nLê Văn Tám\n").empty());
}

TEST_CASE("who signs a report is its byline", "[meeting]") {
    const std::string signed_report = report("Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLê Văn Tám\n");
    CHECK(author(signed_report, "Lê Văn Tám") == "Lê Văn Tám");
    CHECK(author(signed_report, "GIÁM ĐỐC") == "Lê Văn Tám");
    // What stands outside the byline is none: a report that a page of news ends in.
    TestPage page(report("GIÁM ĐỐC\nLê Văn Tám\n\nBài: Thu Hà\n"));
    for (Sentence& sentence : page.document.sentences) sentence.zone = ZoneKind::other;
    page.document.sentences.back().zone = ZoneKind::byline;
    const auto name =
        find_author(page.document, page.document.sentences.back().tokens, find_letterhead(page.document));
    REQUIRE(name);
    CHECK(page.document.words(*name) == "Thu Hà");
}

TEST_CASE("an office alone is no byline", "[meeting]") {
    CHECK(author(report("TM. UBND TỈNH\n"), "TM. UBND") == "");
    CHECK(author(report("Nơi nhận:    GIÁM ĐỐC\n"), "Nơi nhận") == "");
    CHECK(author(report("BS. LÊ VĂN TÁM\n"), "BS.") == "BS. LÊ VĂN TÁM");
    CHECK(author("Tin hội nghị\n\nSở Y tế đã xây 12 trạm mới.\n\nBÁO HÀ NAM\n", "BÁO HÀ NAM") == "BÁO HÀ NAM");
    CHECK(author("Tin hội nghị\n\nSở Y tế đã xây 12 trạm mới.\n\nThu Hà\n", "Thu Hà") == "Thu Hà");
}
