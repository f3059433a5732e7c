// SPDX-License-Identifier: BSL-1.0
// Who is named in a text, with which positions: forms seen on pages, with names of our own.
#include "people/persons.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "grammar/tokenized.hpp"
#include "islands/islands.hpp"
#include "page/document.hpp"
#include "text/text.hpp"

using namespace tongket;

namespace {

// `name: title @ organization; ...`, a line for each person.
std::vector<std::string> persons(const std::string& source) {
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    const Document document(text, test::builtin_index());
    const Islands islands = find_islands(document);
    std::vector<std::string> lines;
    for (const Person& person : collect_persons(document, islands).people) {
        std::string line = person.name + ":";
        for (const Position& position : person.positions)
            line += std::string(line.back() == ':' ? " " : "; ") + position.title + " @ " +
                    position.organization.value_or("-");
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

struct Row {
    std::string text;
    Lines people;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(persons(row.text) == row.people);
    }
}

}  // namespace

TEST_CASE("an organization goes on to the end of its name", "[people]") {
    check({
        {"ông Lê Văn Tám, Phó Chủ tịch Ủy ban An toàn giao thông quốc gia, cho biết",
         {"Lê Văn Tám: Phó Chủ tịch @ Ủy ban An toàn giao thông quốc gia"}},
        {"bà Lê Thị Nga - Chủ tịch Hội công chứng viên tỉnh đề nghị",
         {"Lê Thị Nga: Chủ tịch @ Hội công chứng viên tỉnh"}},
        {"ông Lê Văn Tám, Giám đốc Công ty CP công nghệ sinh học Hoa Ban.",
         {"Lê Văn Tám: Giám đốc @ Công ty CP công nghệ sinh học Hoa Ban"}},
        {"ông Lê Văn Tám - Chủ tịch Ủy ban Quốc gia về chuyển đổi số;",
         {"Lê Văn Tám: Chủ tịch @ Ủy ban Quốc gia về chuyển đổi số"}},
        {"ông Lê Văn Tám, Giám đốc Ban Quản lý rừng phòng hộ Nam Sơn Đông phát biểu",
         {"Lê Văn Tám: Giám đốc @ Ban Quản lý rừng phòng hộ Nam Sơn Đông"}},
        {"ông Lê Văn Tám - Phó Tổng cục trưởng Tổng cục Lâm nghiệp cho rằng",
         {"Lê Văn Tám: Phó Tổng cục trưởng @ Tổng cục Lâm nghiệp"}},
        {"ông Lê Văn Tám - Chủ tịch Hiệp hội chè Việt Nam - nói", {"Lê Văn Tám: Chủ tịch @ Hiệp hội chè Việt Nam"}},
        {"bà Lê Thị Nga, Phó Chủ nhiệm Ủy ban Khoa học, Công nghệ và Môi trường của Quốc hội; ",
         {"Lê Thị Nga: Phó Chủ nhiệm @ Ủy ban Khoa học, Công nghệ và Môi trường của Quốc hội"}},
        {"ông Lê Văn Tám, Phó trưởng Ban Chỉ đạo Đổi mới và phát triển doanh nghiệp, cho biết",
         {"Lê Văn Tám: Phó trưởng @ Ban Chỉ đạo Đổi mới và phát triển doanh nghiệp"}},
        {"ông Lê Văn Tám - Trưởng phòng, Phòng Quản lý đô thị - nêu",
         {"Lê Văn Tám: Trưởng phòng @ Phòng Quản lý đô thị"}},
        {"ông Lê Văn Tám, Chi cục trưởng Chi cục Kiểm lâm, Sở Nông nghiệp và PTNT tỉnh Hà Nam, cho hay",
         {"Lê Văn Tám: Chi cục trưởng @ Chi cục Kiểm lâm, Sở Nông nghiệp và PTNT tỉnh Hà Nam"}},
        {"Bà Lê Thị Nga, chủ tịch UBND phường 4, nói", {"Lê Thị Nga: chủ tịch @ UBND phường 4"}},
        {"ông Lê Văn Tám, Giám đốc Ngân hàng TMCP Đầu tư và Phát triển chi nhánh Bến Tre;",
         {"Lê Văn Tám: Giám đốc @ Ngân hàng TMCP Đầu tư và Phát triển chi nhánh Bến Tre"}},
        {"bà Lê Thị Nga - Chủ tịch Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
         {"Lê Thị Nga: Chủ tịch @ Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"}},
        {"ông Lê Văn Tám, Giám đốc Ngân hàng Chính sách xã hội tỉnh",
         {"Lê Văn Tám: Giám đốc @ Ngân hàng Chính sách xã hội tỉnh"}},
        {"ông Lê Văn Tám, Chánh án Tòa án nhân dân (TAND) tỉnh Hà Nam",
         {"Lê Văn Tám: Chánh án @ Tòa án nhân dân (TAND) tỉnh Hà Nam"}},
        {"Phó vụ trưởng Vụ 1A, Ủy ban Kiểm tra T.Ư Lê Thị Nga dự",
         {"Lê Thị Nga: Phó vụ trưởng @ Vụ 1A, Ủy ban Kiểm tra T.Ư"}},
        {"ông Lê Văn Tám, Phó Chủ tịch Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp, nói",
         {"Lê Văn Tám: Phó Chủ tịch @ Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp"}},
        {"ông Lê Văn Tám, Cụm phó Cụm thi đua số 5, nói", {"Lê Văn Tám: Cụm phó @ Cụm thi đua số 5"}},
        {"bà Lê Thị Nga, Chi hội trưởng Chi hội Luật gia tỉnh,",
         {"Lê Thị Nga: Chi hội trưởng @ Chi hội Luật gia tỉnh"}},
        {"ông Lê Văn Tám, Trưởng ban Pháp chế của VCCI, nói", {"Lê Văn Tám: Trưởng ban @ Pháp chế của VCCI"}},
        {"ông Lê Văn Tám, Trưởng phòng Quản lý đô thị cho biết", {"Lê Văn Tám: Trưởng phòng @ Quản lý đô thị"}},
        {"ông Lê Văn Tám, Chủ tịch UBND đặc khu Vân Đồn báo cáo", {"Lê Văn Tám: Chủ tịch @ UBND đặc khu Vân Đồn"}},
        {"bà Lê Thị Nga, Giám đốc Sở Dân tộc và Tôn giáo; ", {"Lê Thị Nga: Giám đốc @ Sở Dân tộc và Tôn giáo"}},
        {"bà Lê Thị Nga, Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Vũ Ninh;",
         {"Lê Thị Nga: Trưởng phòng @ Kinh tế, Hạ tầng và Đô thị phường Vũ Ninh"}},
        {"ông Lê Văn Tám, Chủ tịch UBND xã Tân Sơn Đông báo cáo", {"Lê Văn Tám: Chủ tịch @ UBND xã Tân Sơn Đông"}},
    });
}

TEST_CASE("an organization ends where a verb or a person's name begins", "[people]") {
    check({
        {"ông Lê Văn Tám, Giám đốc Sở VHTTDL Khánh Hòa kể về", {"Lê Văn Tám: Giám đốc @ Sở VHTTDL Khánh Hòa"}},
        {"ông Lê Văn Tám, Giám đốc Sở chủ tọa hội nghị", {"Lê Văn Tám: Giám đốc @ Sở"}},
        {"ông Lê Văn Tám, Chủ tịch HĐND TP. HCM trò chuyện", {"Lê Văn Tám: Chủ tịch @ HĐND TP. HCM"}},
        {"bà Lê Thị Nga, Giám đốc Công ty cảm ơn UBND tỉnh", {"Lê Thị Nga: Giám đốc @ Công ty"}},
        {"bà Lê Thị Nga, Giám đốc Công ty phấn khởi, tự hào", {"Lê Thị Nga: Giám đốc @ Công ty"}},
        {"bà Lê Thị Nga, Chủ tịch Hội Nông dân huyện giao các chi hội",
         {"Lê Thị Nga: Chủ tịch @ Hội Nông dân huyện"}},
        {"Cụm trưởng Cụm thi đua số 2 Trung tướng, GS.TS Lê Văn Tám nói",
         {"Lê Văn Tám: Cụm trưởng @ Cụm thi đua số 2"}},
        {"Giám đốc Sở VH,TT Lê Văn Tám chủ trì", {"Lê Văn Tám: Giám đốc @ Sở VH,TT"}},
        {"Trưởng Thuế tỉnh Lê Văn Tám chủ trì", {"Lê Văn Tám: Trưởng @ Thuế tỉnh"}},
        {"Giám đốc Công ty Hoa Mai Nguyễn Văn Sáu cho biết", {"Nguyễn Văn Sáu: Giám đốc @ Công ty Hoa Mai"}},
        {"Chủ tịch UBND phường Mai Động Lê Hoàng Long nói", {"Lê Hoàng Long: Chủ tịch @ UBND phường Mai Động"}},
        {"Chủ tịch Hội LHPN huyện Ba Tri Đoàn Thị Nga nói", {"Đoàn Thị Nga: Chủ tịch @ Hội LHPN huyện Ba Tri"}},
        {"Phó Chánh Văn phòng UBND TP Võ Tám cho hay", {"Võ Tám: Phó Chánh Văn phòng @ UBND TP"}},
        {"bà Lê Thị Nga, Hiệu trưởng Trường Đại học Y Thái Bình nói",
         {"Lê Thị Nga: Hiệu trưởng @ Trường Đại học Y Thái Bình"}},
        {"Hiệu trưởng Trường THPT Lê Quý Đôn, bà Trần Thị Lụa, đề nghị",
         {"Trần Thị Lụa: Hiệu trưởng @ Trường THPT Lê Quý Đôn"}},
    });
}

TEST_CASE("words between a title and its body belong to the title", "[people]") {
    check({
        {"ông Lê Văn Tám - phó chủ tịch chuyên trách Ủy ban ATGT quốc gia - nói",
         {"Lê Văn Tám: phó chủ tịch chuyên trách @ Ủy ban ATGT quốc gia"}},
        {"Phó Thủ tướng Thường trực Chính phủ Lê Văn Tám", {"Lê Văn Tám: Phó Thủ tướng Thường trực @ Chính phủ"}},
        {"ông Lê Văn Tám, Phó Chủ tịch Thường trực UBND tỉnh", {"Lê Văn Tám: Phó Chủ tịch Thường trực @ UBND tỉnh"}},
        {"ông Lê Văn Tám - Chủ tịch Hội đồng quản trị Công ty Hoa Ban",
         {"Lê Văn Tám: Chủ tịch Hội đồng quản trị @ Công ty Hoa Ban"}},
        {"ông Lê Văn Tám - Chủ tịch Hội đồng thành viên kiêm Tổng Giám đốc Công ty chủ trì",
         {"Lê Văn Tám: Chủ tịch @ Hội đồng thành viên; Tổng Giám đốc @ Công ty"}},
        {"ông Lê Văn Tám, Trưởng Ban Tuyên giáo Tỉnh ủy", {"Lê Văn Tám: Trưởng Ban Tuyên giáo @ Tỉnh ủy"}},
        {"ông Lê Văn Tám, Trưởng phòng Văn hóa và Thông tin huyện Bình Lục",
         {"Lê Văn Tám: Trưởng phòng @ Văn hóa và Thông tin huyện Bình Lục"}},
        {"ông Lê Văn Tám - phó trưởng Ban Tuyên giáo Trung ương - nói",
         {"Lê Văn Tám: phó trưởng Ban @ Tuyên giáo Trung ương"}},
        {"ông Lê Văn Tám, Trưởng ban Nội chính Trung ương, nói", {"Lê Văn Tám: Trưởng ban @ Nội chính Trung ương"}},
        {"bà Lê Thị Nga, trưởng Ban Kinh tế Trung ương, nói", {"Lê Thị Nga: trưởng Ban @ Kinh tế Trung ương"}},
        {"bà Lê Thị Nga, Trưởng Ban Tổ chức Tỉnh ủy, nói", {"Lê Thị Nga: Trưởng Ban Tổ chức @ Tỉnh ủy"}},
        {"Thượng tá Lê Văn Tám, Trưởng Công an huyện, nói", {"Lê Văn Tám: Trưởng @ Công an huyện"}},
        {"Thống đốc Ngân hàng Nhà nước Lê Văn Tám", {"Lê Văn Tám: Thống đốc @ Ngân hàng Nhà nước"}},
        {"Trưởng đoàn Đại biểu Quốc hội tỉnh Hà Nam Lê Văn Tám",
         {"Lê Văn Tám: Trưởng đoàn @ Đại biểu Quốc hội tỉnh Hà Nam"}},
        {"ông Lê Văn Tám, Trưởng ban Quản lý rừng phòng hộ Nam Sơn Đông",
         {"Lê Văn Tám: Trưởng ban @ Quản lý rừng phòng hộ Nam Sơn Đông"}},
        {"ông Lê Văn Tám, phó phòng kinh tế huyện Bình Lục, nói", {"Lê Văn Tám: phó @ phòng kinh tế huyện Bình Lục"}},
        {"Tổng Thanh tra Chính phủ Lê Văn Tám", {"Lê Văn Tám: Tổng Thanh tra @ Chính phủ"}},
        {"Bộ trưởng Quốc phòng, ông Lê Văn Tám, nói", {"Lê Văn Tám: Bộ trưởng @ Quốc phòng"}},
        {"đồng chí Lê Văn Tám - Bí thư Ban Cán sự Đảng, Viện trưởng VKSND tỉnh",
         {"Lê Văn Tám: Bí thư @ Ban Cán sự Đảng; Viện trưởng @ VKSND tỉnh"}},
        {"ông Lê Văn Tám, cựu Giám đốc Sở Y tế", {"Lê Văn Tám: cựu Giám đốc @ Sở Y tế"}},
    });
}

TEST_CASE("two offices may be held in one body", "[people]") {
    check({
        {"ông Lê Văn Tám, Phó Tổng Thư ký, Chánh Văn phòng Hội Làm vườn Việt Nam",
         {"Lê Văn Tám: Phó Tổng Thư ký @ Hội Làm vườn Việt Nam; Chánh Văn phòng @ Hội Làm vườn Việt Nam"}},
        {"ông Lê Văn Tám, Phó Bí thư, Chủ tịch UBND huyện", {"Lê Văn Tám: Phó Bí thư @ -; Chủ tịch @ UBND huyện"}},
        {"ông Lê Văn Tám, Tỉnh ủy viên, Giám đốc Công ty", {"Lê Văn Tám: Tỉnh ủy viên @ -; Giám đốc @ Công ty"}},
    });
}

TEST_CASE("an office may stand in brackets, or before an honorific", "[people]") {
    check({
        {"Giám đốc Sở Nội vụ (NV) Lê Văn Tám đã chủ trì", {"Lê Văn Tám: Giám đốc @ Sở Nội vụ"}},
        {"ông Lê Văn Tám, (Trưởng ban) nói", {"Lê Văn Tám: Trưởng ban @ -"}},
        {"ông Lê Văn Tám (bìa phải), Giám đốc Sở nói", {"Lê Văn Tám: Giám đốc @ Sở"}},
        {"ông Lê Văn Tám, 45 tuổi, Giám đốc Sở nói", {"Lê Văn Tám: Giám đốc @ Sở"}},
        {"ông Lê Văn Tám (Phó Giám đốc Sở) nói", {"Lê Văn Tám: Phó Giám đốc @ Sở"}},
        {"Bà Lê Thị Nga - chánh án - Ảnh: T.N.", {"Lê Thị Nga: chánh án @ -"}},
        {"bưu tá Lê Văn Tám (Bưu điện huyện Bình Lục) nhận", {"Lê Văn Tám: bưu tá @ Bưu điện huyện Bình Lục"}},
        {"Giám đốc Sở Lê Văn Tám (Sở Y tế) nói", {"Lê Văn Tám: Giám đốc @ Sở"}},
        {"bổ nhiệm bà Lê Thị Nga giữ chức Phó Cục trưởng Cục Thuế tỉnh.",
         {"Lê Thị Nga: Phó Cục trưởng @ Cục Thuế tỉnh"}},
        {"Chánh Văn phòng Sở, đồng chí Lê Thị Nga trình bày", {"Lê Thị Nga: Chánh Văn phòng @ Sở"}},
        {"Chi cục trưởng Chi cục Thuế huyện Bình Lục ông Lê Văn Tám",
         {"Lê Văn Tám: Chi cục trưởng @ Chi cục Thuế huyện Bình Lục"}},
        {"Thừa ủy quyền của Giám đốc Sở, đồng chí Lê Thị Nga đã trao", {"Lê Thị Nga:"}},
        {"các Phó Giám đốc Sở: bà Lê Thị Nga, ông Vũ Văn Bảy;",
         {"Lê Thị Nga: Phó Giám đốc @ Sở", "Vũ Văn Bảy: Phó Giám đốc @ Sở"}},
        {"Giám đốc Sở: bà Lê Thị Nga, ông Vũ Văn Bảy;", {"Lê Thị Nga: Giám đốc @ Sở", "Vũ Văn Bảy:"}},
    });
}

TEST_CASE("an office is not its neighbour's", "[people]") {
    check({
        {"Phó Chủ tịch UBND tỉnh Lê Văn Tám, Phó Cục trưởng Cục Thuế Vũ Văn Bảy dự",
         {"Lê Văn Tám: Phó Chủ tịch @ UBND tỉnh", "Vũ Văn Bảy: Phó Cục trưởng @ Cục Thuế"}},
        {"ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh; ông Vũ Văn Bảy",
         {"Lê Văn Tám: Phó Chủ tịch @ UBND tỉnh", "Vũ Văn Bảy:"}},
        {"ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh, ông Vũ Văn Bảy",
         {"Lê Văn Tám: Phó Chủ tịch @ UBND tỉnh", "Vũ Văn Bảy:"}},
        {"ông Lê Văn Tám, ông Vũ Văn Bảy - Phó Giám đốc Sở",
         {"Lê Văn Tám: Phó Giám đốc @ Sở", "Vũ Văn Bảy: Phó Giám đốc @ Sở"}},
        {"ông Lê Văn Tám, ông Vũ Văn Bảy - Giám đốc Sở", {"Lê Văn Tám:", "Vũ Văn Bảy: Giám đốc @ Sở"}},
        {"các đồng chí: Đại tá Lê Văn Tám - Phó Chỉ huy trưởng Bộ CHQS tỉnh, Vũ Văn Bảy - Bí thư Huyện ủy",
         {"Lê Văn Tám: Phó Chỉ huy trưởng @ Bộ CHQS tỉnh", "Vũ Văn Bảy: Bí thư @ Huyện ủy"}},
    });
}

TEST_CASE("names come in many forms", "[people]") {
    check({
        {"bà Y Thanh Hà Niê K'đăm, Phó Bí thư Tỉnh ủy", {"Y Thanh Hà Niê K'đăm: Phó Bí thư @ Tỉnh ủy"}},
        {"Anh Siu Blanh nói", {"Siu Blanh:"}},
        {"bà Lê Thị Hồng-Hạnh nói", {"Lê Thị Hồng-Hạnh:"}},
        {"ông Lê Văn Tám-Giám đốc Sở nói", {"Lê Văn Tám: Giám đốc @ Sở"}},
        {"ông LÊ VĂN TÁM nói", {"LÊ VĂN TÁM:"}},
        {"nghệ nhân Lê Văn Tám nói", {"Lê Văn Tám:"}},
        {"ông Lê Văn Tám, Vũ Văn Bảy cùng nói", {"Lê Văn Tám:", "Vũ Văn Bảy:"}},
        {"ông Lê Minh Anh, Giám đốc Sở. Theo ông Minh Anh, mọi việc đều tốt.", {"Lê Minh Anh: Giám đốc @ Sở"}},
        {"ông Lê Trường Sơn, Giám đốc Sở nói", {"Lê Trường Sơn: Giám đốc @ Sở"}},
        {"ông Lê Văn Thành - Ủy viên Ban Thường vụ Tỉnh ủy, nói", {"Lê Văn Thành: Ủy viên Ban Thường vụ @ Tỉnh ủy"}},
        {"Giám đốc Trung tâm Y tế huyện Kỳ Sơn Vi Thị Hoa nói",
         {"Vi Thị Hoa: Giám đốc @ Trung tâm Y tế huyện Kỳ Sơn"}},
        {"đền Bà Chúa Kho", {}},
        {"Công nghệ của Hà Lan, Thái Lan", {}},
    });
}

TEST_CASE("who signs an agency's own report is one of its people", "[people]") {
    const std::string source =
        "SỞ Y TẾ\nSố: 15/BC-SYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBÁO CÁO Kết quả công tác năm 2024\n\nSở đã "
        "xây 12 trạm mới.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nLÊ VĂN TÁM\n";
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    const Document document(text, test::builtin_index());
    const std::vector<Person> people =
        collect_persons(document, find_islands(document), find_letterhead(document)).people;
    REQUIRE(people.size() == 1);
    CHECK(people[0].name == "LÊ VĂN TÁM");
    REQUIRE(people[0].positions.size() == 1);
    CHECK(people[0].positions[0].title == "PHÓ GIÁM ĐỐC");
}

TEST_CASE("a name is one person's however its words are written", "[people]") {
    const std::string first = "Ông Lê Văn Tám, Giám đốc Sở dự. ";
    for (const char* name :
         {"Lê  Văn Tám", "Lê\u00A0Văn Tám", "L\u200Bê Văn T\u00ADám", "LÊ VĂN TÁM", "Le\u0302 Va\u0306n Ta\u0301m"}) {
        INFO(name);
        CHECK(persons(first + "Ông " + name + " cho biết").size() == 1);
        // By itself a name is only one that is known.
        CHECK(persons(first + name + " cho biết").size() == 1);
        CHECK(persons(std::string("Ông ") + name + " dự. Lê Văn Tám cho biết").size() == 1);
    }
    for (const char* name : {"Lê  Văn Tâm", "Le\u0302 Va\u0306n Ta\u0302m", "Lê Văn\u00A0Tạm"}) {
        INFO(name);
        CHECK(persons(first + "Ông " + name + " cho biết").size() == 2);
    }
}

TEST_CASE("a body whose words are unknown goes on to the name of who speaks", "[people]") {
    check({
        {"Giám đốc Cơ sở điều trị nghiện ma túy tỉnh Lê Ngọc Tám cho biết",
         {"Lê Ngọc Tám: Giám đốc @ Cơ sở điều trị nghiện ma túy tỉnh"}},
        {"Giám đốc Chi nhánh Văn phòng Đăng ký đất đai huyện Chư Prông Lê Ngọc Tám cho hay",
         {"Lê Ngọc Tám: Giám đốc @ Chi nhánh Văn phòng Đăng ký đất đai huyện Chư Prông"}},
        // Nobody speaks.
        {"Giám đốc Cơ sở hạ tầng Lê Ngọc Tám xuống", {}},
    });
}

TEST_CASE("the branch of a bank and what an office belongs to", "[people]") {
    check({
        {"ông Lê Văn Tám, Giám đốc Ngân hàng Nhà nước chi nhánh Kiên Giang phát biểu",
         {"Lê Văn Tám: Giám đốc @ Ngân hàng Nhà nước chi nhánh Kiên Giang"}},
        {"ông Lê Văn Tám, Phó Vụ trưởng thuộc TAND tối cao dự", {"Lê Văn Tám: Phó Vụ trưởng @ TAND tối cao"}},
        {"ông Lê Văn Tám, Phó Vụ trưởng thuộc diện quy hoạch", {"Lê Văn Tám: Phó Vụ trưởng @ -"}},
    });
}

TEST_CASE("a verb's syllable may head the name of a sector", "[people]") {
    const Report report = Parser().parse(
        "Sở Y tế tổng kết năm 2017\n\nSáng 5/3/2018, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết năm 2017.\n\nThứ "
        "trưởng Giao thông vận tải Nguyễn Văn Tám phát biểu tại hội nghị.\n");
    REQUIRE(report.people.size() == 1);
    CHECK(report.people[0].name == "Nguyễn Văn Tám");
    REQUIRE(report.people[0].positions.size() == 1);
    CHECK(report.people[0].positions[0].organization == "Giao thông vận tải");
}
