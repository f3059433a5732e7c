// SPDX-License-Identifier: BSL-1.0
#include "people/people.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

using Lines = std::vector<std::string>;

std::string page_of(const std::string& body) {
    return "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
           "tổng kết công tác năm 2016, "
           "triển khai nhiệm vụ năm 2017. " +
           body + "\n";
}

std::string shown(const Person& person) {
    std::string out = person.honorific.value_or("-") + " " + person.name;
    for (const Position& position : person.positions)
        out += " | " + position.title + " @ " + position.organization.value_or("-");
    out += " |";
    for (const Role role : person.roles) out += " " + std::string(name_of(role));
    return out;
}

Lines people(const std::string& body) {
    const TestPage page(page_of(body));
    Lines lines;
    for (const Person& person : find_people(page.document, page.islands).people) lines.push_back(shown(person));
    return lines;
}

Lines delegations(const std::string& body) {
    const TestPage page(page_of(body));
    Lines lines;
    for (const Delegation& delegation : find_delegations(page.document, page.islands))
        lines.push_back(delegation.text);
    return lines;
}

}  // namespace

TEST_CASE("people have honorific, positions and roles", "[people]") {
    CHECK(people("Đồng chí Lương Thị Nga, Giám đốc Sở chủ trì hội nghị.") ==
          Lines{"đồng chí Lương Thị Nga | Giám đốc @ Sở | chair"});
    CHECK(people("Đến dự có ông Đoàn Thế Vinh - Phó Chủ tịch UBND tỉnh.") ==
          Lines{"ông Đoàn Thế Vinh | Phó Chủ tịch @ UBND tỉnh | guest"});
    CHECK(people("Phát biểu kết luận hội nghị, đồng chí Lương Thị Nga - Giám đốc Sở yêu cầu các đơn vị khắc phục tồn "
                 "tại.") == Lines{"đồng chí Lương Thị Nga | Giám đốc @ Sở | speaker closing"});
    CHECK(people("Đồng chí Đoàn Thế Vinh, Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh dự và phát biểu chỉ đạo hội "
                 "nghị.") ==
          Lines{"đồng chí Đoàn Thế Vinh | Ủy viên BTV @ Tỉnh ủy | Phó Chủ tịch @ UBND tỉnh | guest speaker"});
}

TEST_CASE("a person is listed once, with the first position told", "[people]") {
    const Lines lines = people(
        "Đồng chí Lương Thị Nga, Giám đốc Sở chủ trì hội nghị. Phát biểu kết luận hội nghị, đồng chí Lương Thị Nga "
        "cảm ơn các đại biểu.");
    CHECK(lines == Lines{"đồng chí Lương Thị Nga | Giám đốc @ Sở | chair speaker closing"});
}

TEST_CASE("a name is spelled as at its place, the first mention", "[people]") {
    const std::string source =
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nQuang cảnh hội nghị, đồng chí Vũ thị Kim Oanh phát "
        "biểu\n\n"
        "Sáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm "
        "2017. "
        "Đồng chí Vũ Thị Kim Oanh, Phó Giám đốc Sở dự hội nghị.\n";
    const TestPage page(source);
    const std::vector<Person> people = find_people(page.document, page.islands).people;
    REQUIRE(people.size() == 1);
    CHECK(people[0].name == "Vũ thị Kim Oanh");
    CHECK(slice(source, people[0].span) == people[0].name);
}

TEST_CASE("one honorific may serve a list", "[people]") {
    const Lines lines =
        people("Tham dự có các đồng chí: Đoàn Thế Vinh, Phó Chủ tịch UBND tỉnh; Lương Thị Nga, Giám đốc Sở.");
    CHECK(lines == Lines{"đồng chí Đoàn Thế Vinh | Phó Chủ tịch @ UBND tỉnh | guest",
                         "đồng chí Lương Thị Nga | Giám đốc @ Sở | guest"});
}

TEST_CASE("places and agencies are not people", "[people]") {
    CHECK(
        people("Tham dự có đại diện UBND tỉnh, Ban Tuyên giáo Tỉnh ủy, lãnh đạo huyện Bình Lục và thành phố Phủ Lý.")
            .empty());
}

TEST_CASE("a body that an office gives its name is no person", "[people]") {
    CHECK(people("Đồng chí Lương Thị Nga, Giám đốc Sở chủ trì hội nghị.\n\nBan Giám đốc Sở đã xử lý các kiến nghị "
                 "của cử tri.") == Lines{"đồng chí Lương Thị Nga | Giám đốc @ Sở | chair"});
}

TEST_CASE("who is spoken for hands out nothing", "[people]") {
    const std::string guest = "Đến dự có ông Đoàn Thế Vinh - Chủ tịch UBND tỉnh.\n\n";
    const Lines guest_only{"ông Đoàn Thế Vinh | Chủ tịch @ UBND tỉnh | guest"};
    CHECK(
        people(guest + "Dịp này, thừa ủy quyền của Chủ tịch UBND tỉnh, lãnh đạo Sở trao Bằng khen cho 3 tập thể.") ==
        guest_only);
    CHECK(people(guest + "Dịp này, Chủ tịch UBND tỉnh trao Bằng khen cho 3 tập thể.") != guest_only);
}

TEST_CASE("who asks others to launch a campaign does not launch it", "[people]") {
    const std::string speech = "Đến dự có ông Đoàn Thế Vinh.\n\nPhát biểu tại hội nghị, ông Đoàn Thế Vinh ";
    CHECK(people(speech + "đề nghị ngành tiếp tục phát động các đợt thi đua.") ==
          Lines{"ông Đoàn Thế Vinh | guest speaker"});
    CHECK(people(speech + "phát động phong trào thi đua năm 2017.") ==
          Lines{"ông Đoàn Thế Vinh | guest speaker launcher"});
}

TEST_CASE("groups that attended are split between heads", "[people]") {
    CHECK(delegations("Tham dự hội nghị có đại diện lãnh đạo Ban Tuyên giáo Tỉnh ủy; Hội Nhà báo; các cơ quan báo "
                      "chí địa phương.") ==
          Lines{"đại diện lãnh đạo Ban Tuyên giáo Tỉnh ủy", "Hội Nhà báo", "các cơ quan báo chí địa phương"});
    CHECK(delegations(
              "Tham dự hội nghị có đại diện lãnh đạo Văn phòng UBND tỉnh và Phòng Y tế các huyện, thành phố.") ==
          Lines{"đại diện lãnh đạo Văn phòng UBND tỉnh", "Phòng Y tế các huyện, thành phố"});
    CHECK(delegations("Các đại biểu đã thảo luận sôi nổi.").empty());
    CHECK(delegations(
              "Tham dự hội nghị có đại diện Ban Tổ chức Tỉnh ủy; Tỉnh đoàn Hà Nam; lãnh đạo UBND huyện Thanh Ba.") ==
          Lines{"đại diện Ban Tổ chức Tỉnh ủy", "Tỉnh đoàn Hà Nam", "lãnh đạo UBND huyện Thanh Ba"});
}
