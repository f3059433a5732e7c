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

TEST_CASE("what a figure is compared with is no part of it", "[measures]") {
    CHECK(shown("Năm 2016, phát hiện 612 trường hợp so với 507 trường hợp trong năm 2014-2015.")[1] ==
          "507 trường hợp = 507 trường hợp count");
    CHECK(shown("Năm 2016, Sở mở 40 lớp với 25 lớp cấp xã.")[1] == "25 lớp = 25 lớp count of#0");
}
