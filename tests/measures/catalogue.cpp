// SPDX-License-Identifier: BSL-1.0
#include "measures/catalogue.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::ids;
using test::Lines;

TEST_CASE("changes and shares have the id of what they are of", "[measures]") {
    CHECK(ids("Năm 2016, Sở kiểm tra, phát hiện 36 vụ vi phạm, tăng 12% so với năm 2015.") ==
          Lines{"36 vụ: inspection.violations", "12%: inspection.violations"});
}

TEST_CASE("land whose crop was lost or harvested is not what was sown", "[measures]") {
    CHECK(ids("Năm 2016, diện tích lúa ngập úng 1.200 ha, diện tích rau màu hư hại 30 ha.") ==
          Lines{"1.200 ha: -", "30 ha: -"});
    CHECK(ids("Năm 2016, diện tích lúa gieo cấy 20.000 ha.") == Lines{"20.000 ha: agriculture.sown_area"});
}

TEST_CASE("parts have the id of their whole, or a closer one", "[measures]") {
    CHECK(ids("Năm 2016, doanh thu bưu chính, viễn thông đạt 900 tỷ đồng, trong đó viễn thông 830 tỷ đồng.") ==
          Lines{"900 tỷ đồng: revenue.postal_telecom", "830 tỷ đồng: revenue.telecom"});
}

TEST_CASE("what was done with it is said before it", "[measures]") {
    CHECK(ids("Năm 2016, huyện trồng mới 906 ha rừng.") == Lines{"906 ha: forest.planted"});
}

TEST_CASE("the verb right before a figure may make it another", "[measures]") {
    CHECK(ids("Năm 2016, tỉnh phát triển mới 6.400 thuê bao điện thoại, nâng tổng số lên 96.000 thuê bao điện "
              "thoại.") == Lines{"6.400 thuê bao: phone.subscribers.new", "96.000 thuê bao: phone.subscribers"});
}

TEST_CASE("a part whose noun is the beginning of its whole's has its id", "[measures]") {
    CHECK(ids("Năm 2022, tỉnh mở 903 dịch vụ công trực tuyến, gồm 412 dịch vụ toàn trình và 491 dịch vụ một phần.") ==
          Lines{"903 dịch vụ công: egov.online_services", "412 dịch vụ: egov.online_services",
                "491 dịch vụ: egov.online_services"});
}

TEST_CASE("dossiers that are settled in time, or by a one-stop shop, are those of procedures", "[measures]") {
    CHECK(ids("Năm 2022, Sở tiếp nhận 1.318 hồ sơ, giải quyết đúng hạn 99,2%.")[0] == "1.318 hồ sơ: admin.dossiers");
    CHECK(ids("Năm 2022, Trung tâm Phục vụ hành chính công giải quyết 834 hồ sơ.") ==
          Lines{"834 hồ sơ: admin.dossiers"});
    CHECK(ids("Năm 2022, Sở giải quyết đúng hạn 99,2%, có 4 hồ sơ trễ hạn.")[1] == "4 hồ sơ: -");
    CHECK(ids("Năm 2022, ngành quản lý 7.816 hồ sơ người có công.") == Lines{"7.816 hồ sơ: -"});
}

TEST_CASE("fines are paid in, and other sums too", "[measures]") {
    CHECK(ids("Năm 2018, Sở xử phạt 06 trường hợp, thu nộp 46,5 triệu đồng.")[1] ==
          "46,5 triệu đồng: inspection.fines");
    CHECK(ids("Năm 2018, Chi cục thu nộp ngân sách 91,2 tỷ đồng, phát hiện 12 vụ vi phạm.")[0] !=
          "91,2 tỷ đồng: inspection.fines");
}

TEST_CASE("the headline tells whose revenue it is", "[measures]") {
    CHECK(ids("Doanh thu toàn ngành đạt 1.386 tỷ đồng.") == Lines{"1.386 tỷ đồng: revenue.postal_telecom"});
}

TEST_CASE("violations of forests are not those of inspections", "[measures]") {
    CHECK(ids("Năm 2016, lực lượng kiểm lâm phát hiện 98 vụ vi phạm.") == Lines{"98 vụ: forest.violations"});
}

TEST_CASE("documents that stand near are not counted", "[measures]") {
    CHECK(ids("Sở triển khai kế hoạch tới 62 điểm cầu.") == Lines{"62 điểm cầu: -"});
}

TEST_CASE("who was trained counts with any noun of people", "[measures]") {
    CHECK(ids("Năm 2016, Sở tập huấn cho 136 cộng tác viên.") == Lines{"136 cộng tác viên: training.trainees"});
}

TEST_CASE("the catalogue says what is a stock", "[measures]") {
    const IndicatorCatalogue catalogue{grammar::LexiconIndex{read_lexicon(builtin_lexicon())}};
    CHECK(catalogue.timing("bts.total") == IndicatorCatalogue::Timing::stock);
    CHECK(catalogue.timing("revenue.telecom") == IndicatorCatalogue::Timing::flow);
    CHECK(catalogue.timing("no.such") == IndicatorCatalogue::Timing::unknown);
}

TEST_CASE("what was done may be said with the figure before it", "[measures]") {
    CHECK(test::ids("Năm 2016, thanh tra, kiểm tra 28 cuộc đối với 164 tổ chức; xử phạt 12 tổ chức.")[1] ==
          "164 tổ chức: inspection.establishments");
    CHECK(test::ids("Năm 2016, mở 28 lớp cho 164 tổ chức.")[1] != "164 tổ chức: inspection.establishments");
}

TEST_CASE("medals by their colours are medals", "[measures]") {
    CHECK(test::ids("Năm 2016, thể thao đoạt 97 huy chương, gồm 31 HCV, 66 HCB.")[1] == "31 HCV: sports.medals");
    CHECK(test::ids("Năm 2016, vận động viên đoạt 41 chiếc.")[0] == "41 chiếc: -");
}

TEST_CASE("decisions of sanction count sanctions", "[measures]") {
    CHECK(ids("Năm 2016, thanh tra ra 48 quyết định xử phạt.") == Lines{"48 quyết định: inspection.sanctions"});
    CHECK(ids("Năm 2016, Sở ban hành 48 quyết định.") == Lines{"48 quyết định: documents.decisions"});
    CHECK(ids("Năm 2016, thanh tra đình chỉ hoạt động 4 cơ sở, cảnh cáo 8 cơ sở.") ==
          Lines{"4 cơ sở: inspection.sanctions", "8 cơ sở: inspection.sanctions"});
    CHECK(ids("Năm 2016, quản lý thị trường phát hiện 96 vụ buôn lậu.") == Lines{"96 vụ: inspection.violations"});
}

TEST_CASE("a noun names what is counted only where it is counted", "[measures]") {
    CHECK(ids("Năm 2016, hiện có 5 nhà xuất bản phát hành xuất bản phẩm điện tử.") == Lines{"5 nhà xuất bản: -"});
    CHECK(ids("Năm 2016, cổ phần hóa 40 doanh nghiệp của kế hoạch.") == Lines{"40 doanh nghiệp: -"});
}

TEST_CASE("reports of crimes are no news, passengers no tourists", "[measures]") {
    CHECK(ids("Năm 2016, Công an tỉnh tiếp nhận 388 tin tố giác tội phạm.") == Lines{"388 tin: -"});
    CHECK(ids("Năm 2016, vận tải hành khách ước 3,1 triệu lượt khách.") == Lines{"3,1 triệu lượt khách: -"});
    CHECK(ids("Năm 2016, tỉnh đón 3,1 triệu lượt khách du lịch.") == Lines{"3,1 triệu lượt khách: tourism.visitors"});
}

TEST_CASE("a change of places is one of the rank before it", "[measures]") {
    CHECK(ids("Năm 2016, chỉ số ICT Index của tỉnh xếp hạng 21/63, tăng 6 hạng so với năm 2015.")[1] ==
          "6 hạng: ict_index.rank");
}

TEST_CASE("what is counted with a unit of its own is told by its clause", "[measures]") {
    CHECK(ids("Năm 2016, các mạng dựng mới 22 trạm BTS, toàn tỉnh hiện có 715 trạm.") ==
          Lines{"22 trạm BTS: bts.total", "715 trạm: bts.total"});
    CHECK(ids("Năm 2016, mỗi xã đạt 7,4 tiêu chí.") == Lines{"7,4 tiêu chí: rural.criteria"});
    CHECK(ids("Năm 2016, kiểm tra đột xuất 17 đại lý Internet.") == Lines{"17 đại lý: inspection.establishments"});
    CHECK(ids("Năm 2016, kiểm tra học kỳ đạt trên 8 điểm.") == Lines{"trên 8 điểm: -"});
}

TEST_CASE("parts that are found by their sum have the id of their whole", "[measures]") {
    const Lines lines =
        ids("Năm 2016, Sở được giao 34 nhiệm vụ khoa học và công nghệ, xong 31 nhiệm vụ, chậm 3 nhiệm vụ.");
    REQUIRE(lines.size() == 3);
    CHECK(lines[1] == "31 nhiệm vụ: science.tasks");
    CHECK(lines[2] == "3 nhiệm vụ: science.tasks");
}

TEST_CASE("a share has the id of its whole", "[measures]") {
    CHECK(ids("Năm 2016, 5 thị trường lớn chiếm 82% tổng kim ngạch xuất khẩu.")[1] == "82%: trade.exports");
    CHECK(ids("Năm 2016, 5 thị trường lớn chiếm 82% diện tích.")[1] == "82%: -");
}

TEST_CASE("a syllable of another word is no concept", "[measures]") {
    CHECK(ids("Năm 2016, ô nhiễm môi trường tăng gấp 3 so với năm 2015.") == test::Lines{"3: -"});
    CHECK(ids("Năm 2016, tỷ lệ của Thái Lan đạt 49%.") == test::Lines{"49%: -"});
    CHECK(ids("Năm 2016, mật độ dân số 1.234 người/km2.") == test::Lines{"1.234 người/km2: -"});
}
