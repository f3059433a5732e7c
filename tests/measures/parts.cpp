// SPDX-License-Identifier: BSL-1.0
#include "measures/parts.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::shown;

TEST_CASE("changes of the whole do not part it from its breakdown", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu đạt 900 tỷ đồng (+6%), trong đó viễn thông 700 tỷ đồng.") ==
          Lines{"900 tỷ đồng = 900000000000 VND money", "6% = 6 percent percent increase",
                "700 tỷ đồng = 700000000000 VND money of#0"});
    CHECK(shown("Năm 2016, tỉnh có 431 điểm phục vụ, bằng 103% kế hoạch; trong đó 210 điểm ở xã.") ==
          Lines{"431 điểm = 431 điểm count", "103% = 103 percent percent [kế hoạch]",
                "210 điểm = 210 điểm count of#0"});
}

TEST_CASE("a breakdown takes the whole that counts the same", "[measures]") {
    CHECK(shown("Năm 2016, Sở xử lý 84 vụ vi phạm, thu giữ 19 máy, trong đó có 6 vụ do dân báo.") ==
          Lines{"84 vụ = 84 vụ count", "19 máy = 19 máy count", "6 vụ = 6 vụ count of#0"});
}

TEST_CASE("'riêng' picks parts of the same unit out", "[measures]") {
    CHECK(shown("Năm 2016, toàn tỉnh có 915 trạm phát sóng, riêng 4G có 268 trạm.") ==
          Lines{"915 trạm = 915 trạm count", "268 trạm = 268 trạm count of#0"});
    CHECK(shown("Tỉnh có 915 trạm phát sóng, riêng năm 2016 lắp thêm 68 trạm.")[1] == "68 trạm = 68 trạm count");
}

TEST_CASE("shares behind a colon are parts of the count before it", "[measures]") {
    CHECK(shown("Năm 2016, Sở phân tích 604 vụ: 26% do lỗi người dùng, 9% do thiết bị.") ==
          Lines{"604 vụ = 604 vụ count", "26% = 26 percent percent of#0", "9% = 9 percent percent of#0"});
}

TEST_CASE("a breakdown that nothing announced as a list ends with its clause", "[measures]") {
    CHECK(shown("Năm 2016, Sở mở 31 lớp, trong đó 19 lớp cấp xã; cấp 12 giấy phép.")[2] ==
          "12 giấy phép = 12 giấy phép count");
}

TEST_CASE("'trong đó' at the head of a sentence breaks down what counts the same", "[measures]") {
    CHECK(shown("Năm 2016, toàn tỉnh xảy ra 899 vụ, làm bị thương 702 người. Trong đó, đường bộ xảy ra 810 vụ.") ==
          Lines{"899 vụ = 899 vụ count", "702 người = 702 người count", "810 vụ = 810 vụ count of#0"});
}

TEST_CASE("a bracket behind a part breaks down the part", "[measures]") {
    const Lines lines =
        shown("Năm 2016, tỉnh có 90 trạm, trong đó: A có 40 trạm (25 trạm 3G, 15 trạm 4G), B có 50 trạm.");
    REQUIRE(lines.size() == 5);
    CHECK(lines[1] == "40 trạm = 40 trạm count of#0");
    CHECK(lines[2] == "25 trạm = 25 trạm count of#1");
    CHECK(lines[3] == "15 trạm = 15 trạm count of#1");
    CHECK(lines[4] == "50 trạm = 50 trạm count of#0");
    // Brackets that give the parts themselves.
    CHECK(shown("Năm 2016, Sở mở 50 lớp, trong đó: cấp xã (30 lớp), cấp huyện (20 lớp).")[2] ==
          "20 lớp = 20 lớp count of#0");
}

TEST_CASE("what a bracket added is not broken down behind it", "[measures]") {
    CHECK(shown("Năm 2016, Sở tập huấn cho 450 người (nữ 90 người), trong đó cấp xã 300 người.")[2] ==
          "300 người = 300 người count of#0");
    CHECK(shown("Năm 2016, 100% đơn vị (158 đơn vị) áp dụng, trong đó 31 đơn vị dùng bản mới.")[2] ==
          "31 đơn vị = 31 đơn vị count of#1");
}

TEST_CASE("examples are parts of what they exemplify", "[measures]") {
    CHECK(shown("Năm 2016, Sở thu 146 tỷ đồng. Tiêu biểu: phí bưu chính 38 tỷ đồng; phí viễn thông 27 tỷ đồng.") ==
          Lines{"146 tỷ đồng = 146000000000 VND money", "38 tỷ đồng = 38000000000 VND money of#0",
                "27 tỷ đồng = 27000000000 VND money of#0"});
}

TEST_CASE("what a sentence picks out of the one before may stand behind its first words", "[measures]") {
    CHECK(shown("Năm 2016, Sở thu 146 tỷ đồng. Đáng chú ý là trong số đó có 38 tỷ đồng từ phí bưu chính.")[1] ==
          "38 tỷ đồng = 38000000000 VND money of#0");
    CHECK(shown("Năm 2016, Sở thu 146 tỷ đồng. Đáng chú ý là Sở thu 38 tỷ đồng từ phí bưu chính.")[1] ==
          "38 tỷ đồng = 38000000000 VND money");
}

TEST_CASE("what was done of a part is of the part", "[measures]") {
    CHECK(shown("Năm 2016, Sở nhận 120 đơn, trong đó 31 đơn thuộc thẩm quyền, đã giải quyết 30 đơn.")[2] ==
          "30 đơn = 30 đơn count of#1");
    CHECK(shown("Năm 2016, Sở nhận 120 đơn, trong đó có 38 đơn khiếu nại và 82 đơn tố cáo.")[2] ==
          "82 đơn = 82 đơn count of#0");
}

TEST_CASE("a change in a bracket does not part a whole from its breakdown", "[measures]") {
    CHECK(shown("Năm 2016, Sở mở 120 lớp (tăng 12%) gồm 80 lớp cấp xã và 40 lớp cấp huyện.")[3] ==
          "40 lớp = 40 lớp count of#0");
}

TEST_CASE("a figure in brackets behind a baseline is what is compared with", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu đạt 980 tỷ đồng, tăng 12% so với năm 2015 (875 tỷ đồng).")[2] ==
          "875 tỷ đồng = 875000000000 VND money");
    CHECK(shown("Năm 2016, Sở mở 40 lớp, tăng 12% so với năm 2015 (25 lớp cấp xã, 15 lớp cấp huyện).")[2] ==
          "25 lớp = 25 lớp count of#0");
    CHECK(shown("Năm 2016, Sở mở 40 lớp, đạt 105% kế hoạch (cấp xã 25 lớp).")[2] == "25 lớp = 25 lớp count of#0");
}

TEST_CASE("a whole behind 'trong số' has the figures around it as parts", "[measures]") {
    CHECK(shown("Năm 2016, Sở hoàn thành cổ phần hóa 30 doanh nghiệp trong tổng số 42 doanh nghiệp.") ==
          Lines{"30 doanh nghiệp = 30 doanh nghiệp count of#1", "42 doanh nghiệp = 42 doanh nghiệp count"});
    CHECK(shown("Năm 2016, tỉnh có 12 xã trên tổng số 98 xã đạt chuẩn.")[0] == "12 xã = 12 xã count of#1");
    CHECK(shown("Trong số 812 hồ sơ trễ hạn, 640 hồ sơ đã có thư xin lỗi (78,8%) và 172 hồ sơ chưa có.") ==
          Lines{"812 hồ sơ = 812 hồ sơ count", "640 hồ sơ = 640 hồ sơ count of#0",
                "78,8% = 78.8 percent percent of#0", "172 hồ sơ = 172 hồ sơ count of#0"});
    CHECK(shown("Trong 14 vụ tai nạn thì có 6 vụ do rượu bia.")[1] == "6 vụ = 6 vụ count of#0");
    CHECK(shown("Trong 14 trạm có 6 máy phát.")[1] == "6 máy = 6 máy count");
}

TEST_CASE("'trong số đó' behind a share means what was told before", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh có 8.100 người nghiện, 40% trong số đó không có việc làm.")[1] ==
          "40% = 40 percent percent of#0");
    CHECK(shown("Doanh thu xổ số đạt 705 tỷ đồng. Gần 49% trong số đó đã được trả thưởng.")[1] ==
          "Gần 49% = 49 percent percent nearly of#0");
}

TEST_CASE("words that pick out may look back over a sentence, 'trong đó' does not", "[measures]") {
    CHECK(
        shown("Năm 2016, toàn tỉnh xảy ra 310 vụ tai nạn. Nhiều vụ do khách quan, cụ thể như 48 vụ do mưa bão.")[1] ==
        "48 vụ = 48 vụ count of#0");
    CHECK(shown("Năm 2016, biên phòng phát hiện 264 lượt tàu. Trong số các tàu vi phạm có 207 lượt tàu cá.")[1] ==
          "207 lượt = 207 lượt count of#0");
    CHECK(
        shown("Năm 2016, tỉnh dạy nghề cho 9.000 người. Sở thực hiện chế độ người có công, trong đó trợ cấp cho 700 "
              "người.")[1] == "700 người = 700 người count");
}

TEST_CASE("parts of several figures each take the one that counts or measures the same", "[measures]") {
    CHECK(shown("Năm 2016, xảy ra 25 vụ ngộ độc khiến 900 người nhập viện. Trong đó, 7 vụ ở trường học làm 310 người "
                "nhập viện.") == Lines{"25 vụ = 25 vụ count", "900 người = 900 người count", "7 vụ = 7 vụ count of#0",
                                       "310 người = 310 người count of#1"});
    CHECK(
        shown("Năm 2016, doanh thu đạt 800 tỷ đồng, lợi nhuận đạt 90 tỷ đồng. Trong đó, doanh thu của công ty mẹ đạt "
              "300 tỷ đồng.")[2] == "300 tỷ đồng = 300000000000 VND money of#0");
}

TEST_CASE("a part that stands alone in its sentence may be broken down in the next", "[measures]") {
    const Lines lines = shown(
        "Năm 2016, tỉnh tinh giản 912 người. Cụ thể, 6 tháng đầu năm giải quyết cho 530 người. Trong đó 450 người "
        "nghỉ "
        "hưu, 80 "
        "người thôi việc.");
    REQUIRE(lines.size() == 4);
    CHECK(lines[2] == "450 người = 450 người count of#1");
    CHECK(lines[3] == "80 người = 80 người count of#1");
}

TEST_CASE("a bracket holds all parts that it opens, and a list goes on where it makes the whole", "[measures]") {
    CHECK(shown("Năm 2016, có 435 doanh nghiệp mới và trở lại (trong đó số thành lập mới là 285 doanh nghiệp, tăng "
                "6%; số "
                "trở lại là 150 doanh nghiệp).")[3] == "150 doanh nghiệp = 150 doanh nghiệp count of#0");
    CHECK(shown("Năm 2016, tuyển mới hơn 2 triệu người, trong đó cao đẳng 220.000 người; sơ cấp hơn 1,8 triệu người.")
              [2] == "hơn 1,8 triệu người = 1800000 người count over of#0");
    CHECK(shown("Năm 2016, tuyển mới 2.000 người, trong đó cao đẳng 220 người; cấp thẻ cho 800 người.")[2] ==
          "800 người = 800 người count");
}

TEST_CASE("a change behind a part does not part it from its bracket", "[measures]") {
    const Lines lines = shown(
        "Năm 2016, xuất khẩu thủy sản đạt 900 triệu USD. Trong đó: cá 226 triệu USD; tôm 358 triệu USD, giảm 7% (tôm "
        "thẻ "
        "248 triệu USD; tôm sú 81 triệu USD).");
    REQUIRE(lines.size() == 6);
    CHECK(lines[4] == "248 triệu USD = 248000000 USD money of#2");
    CHECK(lines[5] == "81 triệu USD = 81000000 USD money of#2");
}

TEST_CASE("parts that add up may stand in the next line", "[measures]") {
    const Lines lines = shown(
        "Năm 2016, cả tỉnh xảy ra 46 vụ ùn tắc.\nDo tai nạn là 33 vụ (72%), do xe đông: 7 vụ, nguyên "
        "nhân khác 6 vụ.");
    REQUIRE(lines.size() == 5);
    CHECK(lines[1] == "33 vụ = 33 vụ count of#0");
    CHECK(lines[4] == "6 vụ = 6 vụ count of#0");
    CHECK(shown("Năm 2016, cả tỉnh xảy ra 46 vụ ùn tắc.\nSở xử lý 33 vụ trên quốc lộ, 12 vụ trên tỉnh lộ.")[1] ==
          "33 vụ = 33 vụ count");
}

TEST_CASE("shares of money and parts of a loss", "[measures]") {
    CHECK(shown("Năm 2016, chương trình cần 156 tỷ đồng. Trong đó, ngân sách 35%, vốn vay 14,5%.") ==
          Lines{"156 tỷ đồng = 156000000000 VND money", "35% = 35 percent percent of#0",
                "14,5% = 14.5 percent percent of#0"});
    CHECK(shown("Năm 2016, bốn đơn vị lỗ 131 tỷ đồng, trong đó đơn vị A lỗ 24 tỷ đồng.")[2] ==
          "24 tỷ đồng = -24000000000 VND money of#1");
}

TEST_CASE("what stands before 'gồm' is no part of what was told before", "[measures]") {
    CHECK(shown("Năm 2016, đoàn có 11 xe. Tuyến hai gồm 5 xe chạy hằng ngày.")[1] == "5 xe = 5 xe count");
    CHECK(shown("Năm 2016, có 6 nước dự thi. Giải nhất về 2 nước gồm Lào và Thái Lan.")[1] ==
          "2 nước = 2 nước count");
}

TEST_CASE("rates are no shares of what was told before", "[measures]") {
    CHECK(shown("Năm 2016, kho bạc bán 108 tỷ đồng trái phiếu. Cụ thể, lãi suất trúng thầu là 3,3%.")[1] ==
          "3,3% = 3.3 percent percent");
    CHECK(shown("Năm 2016, có 42 tỉnh vượt định mức. Trong đó, Hải Phòng đạt 178% định mức.")[1].find("of#") ==
          std::string::npos);
}

TEST_CASE("what a figure is compared with is no part of it", "[measures]") {
    CHECK(shown("Năm 2016, phát hiện 612 trường hợp so với 507 trường hợp trong năm 2014-2015.")[1] ==
          "507 trường hợp = 507 trường hợp count");
    CHECK(shown("Năm 2016, Sở mở 40 lớp với 25 lớp cấp xã.")[1] == "25 lớp = 25 lớp count of#0");
}

TEST_CASE("each part is one of what was done with it", "[measures]") {
    const Lines lines = shown(
        "Năm 2016, ngành thụ lý 512 vụ, giải quyết 401 vụ, còn lại 111 vụ. Trong đó: cấp tỉnh thụ lý 112 vụ, giải "
        "quyết 90 vụ; cấp huyện thụ lý 400 vụ, giải quyết 311 vụ.");
    REQUIRE(lines.size() == 7);
    CHECK(lines[3] == "112 vụ = 112 vụ count of#0");
    CHECK(lines[4] == "90 vụ = 90 vụ count of#1");
    CHECK(lines[5] == "400 vụ = 400 vụ count of#0");
    CHECK(lines[6] == "311 vụ = 311 vụ count of#1");
}

TEST_CASE("a part may leave out words of the noun of its whole", "[measures]") {
    const std::string body =
        "Năm 2016, toàn huyện có 1.120 phòng học; kiên cố 486 phòng, bán kiên cố 371 phòng, tạm 263 phòng.";
    const Lines lines = shown(body);
    REQUIRE(lines.size() == 4);
    CHECK(lines[1] == "486 phòng = 486 phòng count of#0");
    CHECK(lines[3] == "263 phòng = 263 phòng count of#0");
    CHECK(test::subjects(body)[1] == "486 phòng: kiên cố");
}

TEST_CASE("parts that add up may have other figures between them", "[measures]") {
    const Lines lines = shown(
        "Năm 2016, các đội thụ lý 5.846 việc; thi hành xong 3.702 việc (đạt 63%), đang làm 2.110 việc của 12 huyện, "
        "đình chỉ 34 việc.");
    REQUIRE(lines.size() == 6);
    CHECK(lines[1] == "3.702 việc = 3702 việc count of#0");
    CHECK(lines[3] == "2.110 việc = 2110 việc count of#0");
    CHECK(lines[5] == "34 việc = 34 việc count of#0");
    // Two small ones only where they are told in one breath.
    CHECK(shown("Năm 2016, Sở được giao 34 nhiệm vụ, xong 31 nhiệm vụ, chậm 3 nhiệm vụ.")[2] ==
          "3 nhiệm vụ = 3 nhiệm vụ count of#0");
    CHECK(shown("Năm 2016, Sở được giao 34 nhiệm vụ. Xong 31 nhiệm vụ, thêm 3 nhiệm vụ.")[2] ==
          "3 nhiệm vụ = 3 nhiệm vụ count");
}

TEST_CASE("shares that make all of it are shares of what was counted before", "[measures]") {
    const Lines lines = shown("Năm 2016, toàn tỉnh có 1.120 phòng học, kiên cố 43,4%, bán kiên cố 33,1%, tạm 23,5%.");
    REQUIRE(lines.size() == 4);
    CHECK(lines[1] == "43,4% = 43.4 percent percent of#0");
    CHECK(lines[3] == "23,5% = 23.5 percent percent of#0");
    CHECK(shown("Năm 2016, toàn tỉnh có 1.120 phòng học, kiên cố 43,4%, bán kiên cố 33,1%, tạm 20%.")[1] ==
          "43,4% = 43.4 percent percent");
}

TEST_CASE("figures that add up by chance are no parts", "[measures]") {
    const auto whole = [](const std::string& text) {
        for (const std::string& line : shown(text))
            if (line.find("of#") != std::string::npos) return false;
        return true;
    };
    CHECK(whole("Năm 2016, xảy ra 24 vụ, làm chết 9 người, bị thương 15 người."));
    CHECK(whole("Năm 2016, thu ngân sách 500 tỷ đồng, chi 300 tỷ đồng, nợ 200 tỷ đồng."));
    CHECK(whole("Năm 2015 có 45 vụ, năm 2016 có 25 vụ, năm 2017 có 20 vụ."));
    CHECK(whole("Năm 2016, tỉnh có 30 trạm. Tỷ lệ trẻ tiêm đủ 95%, tỷ lệ suy dinh dưỡng 5%."));
}

TEST_CASE("another currency and another time break nothing down", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu 45,6 triệu đồng (2.005 USD).")[1].find("of#") == std::string::npos);
    CHECK(shown("Năm 2016, huyện thu 45 tỷ đồng (cùng kỳ 30 tỷ).")[1].find("of#") == std::string::npos);
    CHECK(shown("Năm 2016, huyện thu 45 tỷ đồng (thuế 30 tỷ đồng).")[1].find("of#0") != std::string::npos);
}
