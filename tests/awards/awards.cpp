// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"

using namespace tongket;

namespace {

using Lines = std::vector<std::string>;

Lines awards(const std::string& body) {
    const Report report = parse(
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
        "tổng kết công tác năm "
        "2016, triển khai nhiệm vụ năm 2017.\n\n" +
        body + "\n");
    Lines lines;
    for (const Award& award : report.awards) {
        std::string line = award.text + " | " + award.name + " " + std::string(name_of(award.kind));
        line += " | " + award.grantor.value_or("-") + " | " + award.recipient.value_or("-");
        line += " " + (award.count ? std::to_string(*award.count) : "-");
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("an award for each kind and group of recipients", "[awards]") {
    CHECK(awards("Tại hội nghị, Chủ tịch UBND tỉnh đã tặng Bằng khen cho 03 tập thể và 05 cá nhân.") ==
          Lines{"03 tập thể | Bằng khen certificate | Chủ tịch UBND tỉnh | collective 3",
                "05 cá nhân | Bằng khen certificate | Chủ tịch UBND tỉnh | individual 5"});
    CHECK(awards("Dịp này, Giám đốc Sở đã tặng Giấy khen cho 21 tập thể.") ==
          Lines{"21 tập thể | Giấy khen merit | Giám đốc Sở | collective 21"});
}

TEST_CASE("a named recipient without a count is quoted by the award", "[awards]") {
    const Lines lines = awards("Tại hội nghị, Sở Y tế vinh dự được Chính phủ tặng Cờ thi đua.");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("Cờ thi đua | Cờ thi đua flag | Chính phủ | "));
    CHECK(lines[0].ends_with(" -"));
}

TEST_CASE("a report without honours has none", "[awards]") {
    CHECK(awards("Năm 2016, ngành đã khám cho 12 tập thể và 40 cá nhân.").empty());
}

TEST_CASE("every award has its own grantor", "[awards]") {
    // Said once for the sentence.
    CHECK(
        awards(
            "Dịp này, Bộ Y tế tặng Cờ thi đua cho Sở Y tế; tặng Bằng khen cho 12 tập thể; công nhận danh hiệu Chiến "
            "sĩ thi đua cho 3 cá nhân.") == Lines{"Cờ thi đua | Cờ thi đua flag | Bộ Y tế | Sở Y tế -",
                                                  "12 tập thể | Bằng khen certificate | Bộ Y tế | collective 12",
                                                  "3 cá nhân | Chiến sĩ thi đua title | Bộ Y tế | individual 3"});
    // Two verbs, two grantors.
    CHECK(awards("Dịp này, Bộ Y tế trao Bằng khen cho 106 tập thể và Cục Dân số trao giấy khen cho 11 cá nhân.") ==
          Lines{"106 tập thể | Bằng khen certificate | Bộ Y tế | collective 106",
                "11 cá nhân | giấy khen merit | Cục Dân số | individual 11"});
    // Who hands an order of the State over does not confer it, nor does a named person who hands over.
    CHECK(awards("Dịp này, Bộ trưởng trao Huân chương Lao động hạng Ba cho 2 cá nhân.") ==
          Lines{"2 cá nhân | Huân chương Lao động hạng Ba medal | - | individual 2"});
    CHECK(
        awards(
            "Dịp này, thừa ủy quyền của Bộ trưởng Bộ Y tế, ông Lê Văn Lộc, Phó Chủ tịch UBND tỉnh đã trao Bằng khen "
            "của Bộ trưởng cho 02 tập thể.") ==
        Lines{"02 tập thể | Bằng khen certificate | Bộ trưởng Bộ Y tế | collective 2"});
    // A verb of receiving leaves it open.
    CHECK(awards("Dịp này, UBND tỉnh tặng Bằng khen cho 2 tập thể; 3 cá nhân đón nhận danh hiệu Chiến sĩ thi đua.") ==
          Lines{"2 tập thể | Bằng khen certificate | UBND tỉnh | collective 2",
                "3 cá nhân | Chiến sĩ thi đua title | - | individual 3"});
    CHECK(awards("Dịp này, 12 tập thể và 25 cá nhân được huyện khen thưởng.") ==
          Lines{"12 tập thể | khen thưởng other | huyện | collective 12",
                "25 cá nhân | khen thưởng other | huyện | individual 25"});
}

TEST_CASE("an award for everyone who is named", "[awards]") {
    CHECK(awards("Dịp này, Sở Nội vụ, Sở Tư pháp được nhận Cờ thi đua của UBND tỉnh.") ==
          Lines{"Cờ thi đua | Cờ thi đua flag | UBND tỉnh | Sở Nội vụ -",
                "Cờ thi đua | Cờ thi đua flag | UBND tỉnh | Sở Tư pháp -"});
    CHECK(awards("Dịp này, Giám đốc Sở tặng Giấy khen cho bà Đỗ Thị Na và 15 cá nhân tiêu biểu.") ==
          Lines{"Giấy khen | Giấy khen merit | Giám đốc Sở | Đỗ Thị Na -",
                "15 cá nhân | Giấy khen merit | Giám đốc Sở | individual 15"});
}

TEST_CASE("a group takes the award that is said of it", "[awards]") {
    CHECK(awards("Dịp này, 2 tập thể nhận “Cờ thi đua”; 9 tập thể “Tập thể lao động xuất sắc”.") ==
          Lines{"2 tập thể | Cờ thi đua flag | - | collective 2",
                "9 tập thể | Tập thể lao động xuất sắc title | - | collective 9"});
    CHECK(awards("Dịp này, UBND tỉnh khen thưởng 19 doanh nghiệp bằng hình thức Bằng khen.") ==
          Lines{"19 doanh nghiệp | Bằng khen certificate | UBND tỉnh | collective 19"});
    CHECK(awards("Dịp này, Sở Y tế khen thưởng 07 tập thể; đồng chí Lê Văn Lộc trao Giấy khen và tặng hoa.") ==
          Lines{"07 tập thể | Giấy khen merit | Sở Y tế | collective 7"});
    CHECK(awards("Dịp này, 12 đơn vị được trao danh hiệu “Doanh nghiệp vàng”.") ==
          Lines{"12 đơn vị | Doanh nghiệp vàng title | - | collective 12"});
}

TEST_CASE("a closing year belongs to all items", "[awards]") {
    const Report report = parse(
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
        "tổng "
        "kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n\nDịp này, UBND tỉnh tặng Bằng khen cho 3 tập thể; "
        "Giám "
        "đốc Sở tặng Giấy khen cho 11 tập thể có thành tích trong năm 2016.\n");
    REQUIRE(report.awards.size() == 2);
    CHECK(report.awards[0].year == 2016);
    CHECK(report.awards[1].year == 2016);
}

TEST_CASE("medals of athletes are results", "[awards]") {
    CHECK(awards("Năm 2016, đoàn của tỉnh giành 12 huy chương, trong đó 3 huy chương vàng.").empty());
}

TEST_CASE("titles in quotes are told apart", "[awards]") {
    CHECK(awards("Dịp này, có 2 tập thể nhận “Cờ thi đua của UBND tỉnh”; 9 tập thể “Tập thể lao động xuất sắc” và 12 "
                 "cá nhân “Chiến sĩ thi đua cơ sở”.") ==
          Lines{"2 tập thể | Cờ thi đua flag | UBND tỉnh | collective 2",
                "9 tập thể | Tập thể lao động xuất sắc title | UBND tỉnh | collective 9",
                "12 cá nhân | Chiến sĩ thi đua cơ sở title | UBND tỉnh | individual 12"});
    CHECK(
        awards("Dịp này, Sở công nhận danh hiệu “Tập thể lao động xuất sắc” cho 4 đơn vị và “Chiến sĩ thi đua cơ sở” "
               "cho 23 cá nhân.") == Lines{"4 đơn vị | Tập thể lao động xuất sắc title | Sở | collective 4",
                                           "23 cá nhân | Chiến sĩ thi đua cơ sở title | Sở | individual 23"});
}

TEST_CASE("a grantor may stand right behind the honour, a receiver is none", "[awards]") {
    CHECK(awards("Dịp này, đã tặng Bằng khen UBND tỉnh cho 15 tập thể.") ==
          Lines{"15 tập thể | Bằng khen certificate | UBND tỉnh | collective 15"});
    CHECK(awards("Dịp này, Sở Y tế đón nhận Cờ thi đua của Bộ Y tế.") ==
          Lines{"Cờ thi đua | Cờ thi đua flag | Bộ Y tế | Sở Y tế -"});
    CHECK(awards("Nhân dịp này, Sở Y tế đã khen thưởng cho 14 chi nhánh và Hội đồng thi đua đã khen thưởng cho 6 tập "
                 "thể.") == Lines{"14 chi nhánh | khen thưởng other | Sở Y tế | collective 14",
                                  "6 tập thể | khen thưởng other | Hội đồng thi đua | collective 6"});
}

TEST_CASE("groups without a number are an award each", "[awards]") {
    CHECK(awards("Dịp này, Giám đốc Sở đã trao giấy khen cho các tập thể, cá nhân có thành tích xuất sắc.") ==
          Lines{"giấy khen | giấy khen merit | Giám đốc Sở | collective -",
                "giấy khen | giấy khen merit | Giám đốc Sở | individual -"});
    CHECK(awards("Dịp này, Trung tâm Y tế đón nhận bức trướng của Bộ Y tế và nhiều tập thể, cá nhân được nhận bằng "
                 "khen của UBND tỉnh.") == Lines{"bức trướng | bức trướng other | Bộ Y tế | Trung tâm Y tế -",
                                                 "bằng khen | bằng khen certificate | UBND tỉnh | collective -",
                                                 "bằng khen | bằng khen certificate | UBND tỉnh | individual -"});
    // A caption tells of both as well, and of neither again.
    CHECK(awards("Giám đốc Sở trao giấy khen cho các tập thể, cá nhân - Ảnh: Lê Nam").size() == 2);
    CHECK(awards("Dịp này, Giám đốc Sở đã trao giấy khen cho các tập thể, cá nhân.\n\nGiám đốc Sở trao giấy khen cho "
                 "các tập thể, cá nhân - Ảnh: Lê Nam")
              .size() == 2);
}

TEST_CASE("who received it stands before the first verb of receiving", "[awards]") {
    CHECK(awards("Dịp này, Sở Y tế được Bộ Y tế biểu dương và đón nhận Cờ thi đua của Chính phủ.") ==
          Lines{"Cờ thi đua | Cờ thi đua flag | Chính phủ | Sở Y tế -"});
}

TEST_CASE("a number before an honour counts it where only groups receive it", "[awards]") {
    CHECK(awards("Dịp này, Giám đốc Sở đã trao 36 giấy khen cho các cá nhân có thành tích xuất sắc.") ==
          Lines{"36 giấy khen | giấy khen merit | Giám đốc Sở | individual 36"});
    CHECK(awards("Dịp này, Giám đốc Sở đã trao 20 giấy khen cho 20 cá nhân.") ==
          Lines{"20 cá nhân | giấy khen merit | Giám đốc Sở | individual 20"});
}
