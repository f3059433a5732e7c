// SPDX-License-Identifier: BSL-1.0
#include "measures/listed_parts.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::report_of;
using test::shown;

namespace {

// Of each figure the whole that it is a part of, by its index; -1 where there is none.
std::vector<int> wholes(const std::string& body) {
    std::vector<int> found;
    for (const Measure& m : report_of(body).measures) found.push_back(m.part_of ? static_cast<int>(*m.part_of) : -1);
    return found;
}

}  // namespace

TEST_CASE("parts stand in the lines behind 'trong đó:'", "[measures]") {
    CHECK(
        wholes("Năm 2016, dư nợ đạt 824 tỷ đồng, chiếm 39% tổng dư nợ (2.102 tỷ đồng). Trong đó:\n"
               "- Hộ nghèo 118 tỷ đồng;\n- Hộ cận nghèo 571 tỷ đồng, tăng 12 tỷ đồng;\n- Đối tượng khác 4 tỷ đồng.\n"
               "Năm 2016, ngân hàng tặng quà trị giá 2 tỷ đồng cho các hộ dân.") ==
        std::vector{-1, -1, -1, 0, 0, -1, 0, -1});
    CHECK(wholes("Năm 2016, Sở lập biên bản 468 vụ, giảm 71 vụ so với năm 2015. Chia ra:\n"
                 "+ Phá rừng 112 vụ;\n+ Khai thác trái phép 139 vụ;\n+ Vi phạm khác 38 vụ.") ==
          std::vector{-1, -1, 0, 0, 0});
}

TEST_CASE("one part of each unit a line", "[measures]") {
    CHECK(wholes("- Năm 2016, diện tích lúa đạt 55.412 ha, sản lượng 293.738 tấn, trong đó:\n"
                 "+ Hè Thu: 39.870 ha, sản lượng 234.834 tấn;\n+ Vụ Mùa: 11.424 ha, sản lượng 36.214 tấn.\n"
                 "- Năm 2016, chuyển đổi 1.156 ha đất lúa.") == std::vector{-1, -1, 0, 1, 0, 1, -1});
}

TEST_CASE("what is told 'cụ thể' need be no part", "[measures]") {
    CHECK(wholes("Năm 2016, toàn tỉnh thu 1.200 tỷ đồng, kết quả cụ thể như sau:\n- Chi ngân sách 150 tỷ đồng.\n"
                 "- Nợ thuế 30 tỷ đồng.") == std::vector{-1, -1, -1});
}

TEST_CASE("a list of parts ends where the next does not fit", "[measures]") {
    CHECK(wholes("Năm 2016, Sở cấp 100 giấy phép, gồm:\n- 60 giấy phép bản tin;\n- 90 giấy phép họp báo;\n"
                 "- 10 giấy phép khác.") == std::vector{-1, 0, -1, -1});
    CHECK(wholes("Năm 2016, Sở cấp 100 giấy phép. Kết quả:\n- 60 giấy phép bản tin.") == std::vector{-1, -1});
    // Another line stands between.
    CHECK(wholes("Năm 2016, Sở cấp 100 giấy phép, gồm:\n- 60 giấy phép bản tin.\nNăm 2016, Sở Thông tin và Truyền "
                 "thông đã phối hợp với các cơ quan của tỉnh tổ chức nhiều lớp tập huấn cho cán bộ ở các xã.\n"
                 "- 12 giấy phép.") == std::vector{-1, 0, -1});
}
