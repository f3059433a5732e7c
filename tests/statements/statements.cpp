// SPDX-License-Identifier: BSL-1.0
#include "statements/statements.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "spans.hpp"

using namespace tongket;

namespace {

using Lines = std::vector<std::string>;

Report report_of(const std::string& body) {
    return test::parse_checked(
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
        "tổng kết công tác năm "
        "2016, triển khai nhiệm vụ năm 2017.\n\nNăm 2016, ngành đã tiêm chủng cho 9.214 trẻ.\n\n" +
        body + "\n");
}

Lines targets(const std::string& body) {
    Lines lines;
    for (const Target& target : report_of(body).targets) lines.push_back(target.source + ": " + target.text);
    return lines;
}

}  // namespace

TEST_CASE("each clause of the tasks is a target", "[statements]") {
    CHECK(targets("Năm 2017, ngành tập trung thực hiện các nhiệm vụ: nâng cao chất lượng khám bệnh; mua sắm thêm "
                  "thiết bị; đào tạo 30 bác sĩ.") ==
          Lines{"plan: nâng cao chất lượng khám bệnh", "plan: mua sắm thêm thiết bị", "plan: đào tạo 30 bác sĩ"});
}

TEST_CASE("a heading that names its period is no target", "[statements]") {
    for (const std::string heading : {"III. Nhiệm vụ trọng tâm 6 tháng cuối năm", "2. Nhiệm vụ quý I và cả năm 2017",
                                      "II. Phương hướng nhiệm vụ giai đoạn 2016-2020"})
        CHECK(targets(heading + "\n- Nâng cao chất lượng khám bệnh;\n- Đào tạo 30 bác sĩ.") ==
              Lines{"plan: Nâng cao chất lượng khám bệnh", "plan: Đào tạo 30 bác sĩ"});
    // A figure makes it a task.
    CHECK(targets("II. Nhiệm vụ trọng tâm năm 2017\n1. Đào tạo 30 bác sĩ\n2. Mua sắm 12 thiết bị") ==
          Lines{"plan: Đào tạo 30 bác sĩ", "plan: Mua sắm 12 thiết bị"});
}

TEST_CASE("bullets are targets without their bullet and closing mark", "[statements]") {
    CHECK(targets("Nhiệm vụ trọng tâm năm 2017:\n- Nâng cao chất lượng khám bệnh;\n- Mua sắm thêm thiết bị;\n+ Đào "
                  "tạo 30 bác sĩ.") ==
          Lines{"plan: Nâng cao chất lượng khám bệnh", "plan: Mua sắm thêm thiết bị", "plan: Đào tạo 30 bác sĩ"});
}

TEST_CASE("what a speaker asks for is a target of that speaker", "[statements]") {
    CHECK(targets("Phát biểu tại hội nghị, đồng chí Đoàn Thế Vinh, Phó Chủ tịch UBND tỉnh đề nghị ngành Y tế quan "
                  "tâm y tế cơ sở; tăng cường kiểm tra hành "
                  "nghề y tư nhân.") == Lines{"Đoàn Thế Vinh: ngành Y tế quan tâm y tế cơ sở",
                                              "Đoàn Thế Vinh: tăng cường kiểm tra hành nghề y tư nhân"});
}

TEST_CASE("a place whose name begins like a request asks for nothing", "[statements]") {
    for (const std::string place : {"huyện Cần Giuộc", "thành phố Cần Thơ", "huyện Giao Thủy"})
        CHECK(targets("Phát biểu tại hội nghị, đồng chí Đoàn Thế Vinh biểu dương cán bộ y tế " + place +
                      " trong năm qua.")
                  .empty());
}

TEST_CASE("failings are shortcomings", "[statements]") {
    const Report report = report_of(
        "Tuy nhiên, công tác y tế còn một số tồn tại, hạn chế: thiếu bác sĩ ở tuyến xã; trang thiết bị chưa đồng "
        "bộ.");
    REQUIRE(report.shortcomings.size() == 2);
    CHECK(report.shortcomings[0].text.ends_with("thiếu bác sĩ ở tuyến xã"));
    CHECK(report.shortcomings[1].text == "trang thiết bị chưa đồng bộ");
}

TEST_CASE("statements know their measures and targets their due date", "[statements]") {
    const Report report = report_of(
        "Năm 2017, ngành tập trung thực hiện các nhiệm vụ: mua sắm thiết bị; phấn đấu đến năm 2020 có 95% xã có bác "
        "sĩ.");
    REQUIRE(report.measures.size() == 2);
    REQUIRE(report.achievements.size() == 1);
    CHECK(report.achievements[0].measures == std::vector<std::size_t>{0});
    REQUIRE(report.targets.size() == 2);
    CHECK(report.targets[0].measures.empty());
    CHECK(report.targets[1].measures == std::vector<std::size_t>{1});
    CHECK(report.targets[1].due == Period::of_year(2020));
    CHECK(report.measures[1].period == Period::of_year(2020));
}
