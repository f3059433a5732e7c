// SPDX-License-Identifier: BSL-1.0
#include "measures/plan.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::report_of;
using test::subjects;

namespace {

// Of each figure whether it is planned.
std::vector<bool> planned(const std::string& body) {
    std::vector<bool> found;
    for (const Measure& m : report_of(body).measures) found.push_back(m.planned);
    return found;
}

}  // namespace

TEST_CASE("what a plan asked for stands beside what was reached", "[measures]") {
    const std::string bracket = "Năm 2016, tỷ lệ xã có bác sĩ đạt 88% (chỉ tiêu 85%).";
    CHECK(planned(bracket) == std::vector{false, true});
    CHECK(subjects(bracket) == Lines{"88%: tỷ lệ xã có bác sĩ", "85%: tỷ lệ xã có bác sĩ"});
    CHECK_FALSE(report_of(bracket).measures[1].part_of.has_value());
    const Report report = report_of("Năm 2016, thu ngân sách đạt 1.250 tỷ đồng, dự toán tỉnh giao là 1.200 tỷ đồng.");
    REQUIRE(report.measures.size() == 2);
    CHECK(report.measures[1].planned);
    CHECK(report.measures[1].indicator_id == report.measures[0].indicator_id);
    CHECK(report.measures[1].period == report.measures[0].period);
    CHECK(planned("Năm 2016, giường bệnh/vạn dân đạt 27 (KH: 26).") == std::vector{false, true});
    CHECK(planned("Năm 2016, trồng mới 120 ha rừng, kế hoạch 150 ha.") == std::vector{false, true});
}

TEST_CASE("how far a plan was reached is no plan", "[measures]") {
    CHECK(planned("Năm 2016, thu ngân sách đạt 1.250 tỷ đồng, đạt 104% kế hoạch.") == std::vector{false, false});
    CHECK(planned("Năm 2016, thu ngân sách 1.250 tỷ đồng, hoàn thành kế hoạch 104%.") == std::vector{false, false});
    CHECK(planned("Năm 2016, Sở ban hành 12 quyết định, kế hoạch mở 5 lớp.") == std::vector{false, false});
    CHECK(planned("Năm 2016, ngân sách tỉnh 5 tỷ đồng, nghị quyết 30a 3 tỷ đồng.") == std::vector{false, false});
    CHECK(planned("Năm 2016, thu ngân sách đạt 12 tỷ đồng, kế hoạch vốn 3 tỷ đồng.") == std::vector{false, false});
    CHECK(planned("Năm 2016, toàn tỉnh có 15 xã, mục tiêu quốc gia 12 xã.") == std::vector{false, false});
    CHECK(planned("Năm 2016, doanh thu đạt 12 tỷ đồng, vượt kế hoạch 2 tỷ đồng.") == std::vector{false, false});
}

TEST_CASE("a plan that opens a comparison, and what is planned", "[measures]") {
    CHECK(planned("Chỉ tiêu giao 85%, thực hiện 87,5%.") == std::vector{true, false});
    CHECK(planned("Dự toán giao 850 tỷ đồng, thực hiện 912 tỷ đồng.") == std::vector{true, false});
    CHECK(test::shown("Chỉ tiêu kết nạp đảng viên năm 2016 là 120.") == Lines{"120 = 120 đảng viên count"});
}
