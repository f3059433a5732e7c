// SPDX-License-Identifier: BSL-1.0
// Who held the conference.
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"

using namespace tongket;

namespace {

std::string organizer(const std::string& page) {
    const auto found = parse(page).meeting.organizer;
    return found ? found->name + " | " + found->province.value_or("-") : "-";
}

struct Row {
    std::string page, organizer;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.page);
        CHECK(organizer(row.page) == row.organizer);
    }
}

}  // namespace

TEST_CASE("who holds, owns or bears the conference", "[meeting]") {
    const std::string rest = " tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017";
    check({
        {"Tin ngành y\n\nSáng 11/01/2017, Hội nghị" + rest + " do Sở Y tế tỉnh Hà Nam tổ chức.\n",
         "Sở Y tế tỉnh Hà Nam | VN-63"},
        {"Tin ngành y\n\nHội nghị" + rest + " được Sở Y tế tỉnh Hà Nam triệu tập sáng 11/01/2017.\n",
         "Sở Y tế tỉnh Hà Nam | VN-63"},
        {"Tin ngành y\n\nPhát biểu tại hội nghị" + rest +
             " của Sở Y tế tỉnh Hà Nam sáng 11/01/2017, ông Lê Văn Lộc cho "
             "rằng việc còn nhiều.\n",
         "Sở Y tế tỉnh Hà Nam | VN-63"},
        {"Tin Đảng\n\nNgày 4/7/2018, Hội nghị Thành ủy Hải Phòng sơ kết 6 tháng đầu năm 2018.\n",
         "Thành ủy Hải Phòng | VN-HP"},
        // The body beats the headline, an agency its field.
        {"Ngành Y tế Hà Nam: một năm được mùa\n\nSáng 13/01/2017, tại thành phố Phủ Lý, Sở Y tế đã" + rest + ".\n",
         "Sở Y tế | VN-63"},
        // The one at whose place it was held only where no other is named.
        {"Tin ngành\n\nSáng 11/01/2017, tại hội trường UBND huyện Kim Bảng, Sở Y tế tỉnh Hà Nam mở hội nghị" + rest +
             ".\n",
         "Sở Y tế tỉnh Hà Nam | VN-63"},
        {"Tin ngành\n\nChiều 06/10/2017, tại trụ sở Cục Thống kê tỉnh Hà Nam đã diễn ra hội nghị sơ kết 9 tháng năm "
         "2017.\n",
         "Cục Thống kê tỉnh Hà Nam | VN-63"},
    });
}

TEST_CASE("a name is whole", "[meeting]") {
    const auto page = [](const std::string& name, const std::string& verb) {
        return "Tin hội nghị\n\nSáng 11/01/2017, " + name + " " + verb +
               " hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n";
    };
    check({
        {page("Tòa án nhân dân (TAND) tỉnh Hà Nam", "mở"), "Tòa án nhân dân (TAND) tỉnh Hà Nam | VN-63"},
        {page("Sở Thông tin và Truyền thông (TT&TT)", "tổ chức"), "Sở Thông tin và Truyền thông | -"},
        {page("Sở Y tế tỉnh Hà Nam", "long trọng tổ chức"), "Sở Y tế tỉnh Hà Nam | VN-63"},
        {page("Sở Y tế Hà Nam", "mở"), "Sở Y tế Hà Nam | VN-63"},
        {page("Tập đoàn Gạch ngói Việt Nam (GNV)", "vừa tổ chức"), "Tập đoàn Gạch ngói Việt Nam | -"},
        {page("Đảng ủy, Ban Chỉ huy Quân sự huyện Kim Bảng", "đã tổ chức"),
         "Ban Chỉ huy Quân sự huyện Kim Bảng | VN-63"},
        {page("Chi cục Thuế Kim Bảng (thuộc Cục Thuế Hà Nam)", "tổ chức"), "Chi cục Thuế Kim Bảng | VN-63"},
        {page("UBND xã An Hòa", "tổ chức"), "UBND xã An Hòa | -"},
    });
    // As first written in full.
    check({{"Sở Tài nguyên và Môi trường giao ban quý III năm 2017\n\nSáng 04/10/2017, Sở TNMT họp giao ban quý III, "
            "bàn "
            "công tác quý IV.\n",
            "Sở Tài nguyên và Môi trường | -"},
           {"Cục Thuế Hà Nam tổng kết năm 2008\n\nSáng 9/1/2009, Cục thuế tỉnh tổ chức Hội nghị tổng kết công tác "
            "thuế năm "
            "2008, triển khai nhiệm vụ năm 2009.\n",
            "Cục Thuế Hà Nam | VN-63"}});
}

TEST_CASE("what holds no conference", "[meeting]") {
    const auto page = [](const std::string& words) {
        return "Tin hội nghị\n\nSáng 11/01/2017, " + words +
               " được nêu tại hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n";
    };
    for (const std::string words :
         {"Vụ cháy ở chợ", "chuyến đi Tây Ban Nha", "chuyến đi Hội An", "Báo cáo", "hàng của Đài Loan"}) {
        INFO(words);
        CHECK(organizer(page(words)) == "-");
    }
    CHECK(
        organizer(
            "HỘI NGHỊ TRIỂN KHAI NHIỆM VỤ NĂM HỌC 2019 - 2020\n\nHội nghị tổng kết năm học 2018 - 2019 diễn ra sáng "
            "20/8/2019.\n") == "-");
}

TEST_CASE("an outlet before the dash of a dateline is no organizer", "[meeting]") {
    const std::string rest = " tổ chức hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n";
    check({{"Tin ngành y\n\nSở YT HN - Sáng ngày 11/01/2017, Bộ Y tế" + rest, "Bộ Y tế | -"},
           {"Tin ngành y\n\nSáng ngày 11/01/2017, Sở Y tế Hà Nam - đơn vị dẫn đầu -" + rest,
            "Sở Y tế Hà Nam | VN-63"}});
}

TEST_CASE("a newspaper that tells of a conference does not hold it", "[meeting]") {
    check({{"Tin ngành dệt\n\nBáo Hà Nam đưa tin, tại Hội nghị tổng kết năm 2016 và triển khai nhiệm vụ năm 2017 của "
            "Công ty "
            "Dệt may Hà Nam diễn ra chiều 12/1/2017, doanh thu đạt 900 tỷ đồng.\n",
            "Công ty Dệt may Hà Nam | VN-63"},
           {"Tin báo chí\n\nSáng 11/01/2017, Báo Hà Nam tổ chức hội nghị tổng kết năm 2016, triển khai nhiệm vụ năm "
            "2017.\n",
            "Báo Hà Nam | VN-63"}});
}

TEST_CASE("members and programmes belong to a name", "[meeting]") {
    const std::string rest = " tổ chức hội nghị tổng kết năm 2016, triển khai nhiệm vụ năm 2017.\n";
    check(
        {{"Tin thi đua\n\nSáng 11/01/2017, Cụm thi đua các tỉnh trung du và miền núi phía Bắc" + rest,
          "Cụm thi đua các tỉnh trung du và miền núi phía Bắc | -"},
         {"Tin nông thôn\n\nSáng 11/01/2017, Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Hà Nam" + rest,
          "Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Hà Nam | VN-63"},
         {"Tin y tế\n\nSáng 11/01/2017, Sở Y tế tỉnh Hà Nam cùng các huyện" + rest, "Sở Y tế tỉnh Hà Nam | VN-63"}});
}

TEST_CASE("a head without a name, and what is only said at a conference", "[meeting]") {
    CHECK(organizer("Tin hội nghị\n\nTheo Chi cục, hội nghị tổng kết công tác năm 2016 diễn ra sáng 11/01/2017.\n") ==
          "-");
    CHECK(organizer("Tin hội nghị\n\nTheo Chi cục Thuế Kim Bảng, hội nghị tổng kết công tác năm 2016 diễn ra sáng "
                    "11/01/2017.\n") == "Chi cục Thuế Kim Bảng | VN-63");
    CHECK(organizer(
              "Tin hội nghị\n\nSáng 11/01/2017, tại hội nghị tổng kết năm 2016 của Sở Y tế Hà Nam, ông Lê Văn Lộc "
              "cho rằng việc chưa đáp ứng yêu cầu của Bộ Nội vụ.\n") == "Sở Y tế Hà Nam | VN-63");
}

TEST_CASE("national bodies are of no province", "[meeting]") {
    const auto page = [](const std::string& name) {
        return "Tin hội nghị\n\nSáng 11/01/2017, tại Hà Nam, " + name +
               " tổ chức hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n";
    };
    check({{page("Tổng cục Dân số"), "Tổng cục Dân số | -"},
           {page("Hội Nhà báo Việt Nam"), "Hội Nhà báo Việt Nam | -"},
           {page("Ủy ban An toàn giao thông quốc gia"), "Ủy ban An toàn giao thông quốc gia | -"},
           {page("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | VN-63"}});
}

TEST_CASE("the day decides which provinces there are", "[meeting]") {
    const auto page = [](const std::string& day, const std::string& name) {
        return "Tin hội nghị\n\nSáng " + day + ", " + name +
               " tổ chức hội nghị tổng kết công tác cải cách hành chính, triển khai nhiệm vụ năm sau.\n";
    };
    check({{page("11/01/2017", "UBND huyện Tân Yên"), "UBND huyện Tân Yên | VN-54"},
           {page("11/12/2025", "UBND xã Tân Yên, tỉnh Bắc Ninh"), "UBND xã Tân Yên | VN-56"},
           {page("11/12/2025", "UBND xã Tân Yên"), "UBND xã Tân Yên | VN-56"},
           {page("11/12/2025", "Sở Khoa học và Công nghệ tỉnh Bắc Giang"),
            "Sở Khoa học và Công nghệ tỉnh Bắc Giang | VN-56"},
           {page("11/12/2025", "Phòng Văn hóa - Xã hội xã Ia Grai, tỉnh Gia Lai"),
            "Phòng Văn hóa - Xã hội xã Ia Grai | VN-30"},
           {page("11/12/2025", "Trung tâm Phục vụ hành chính công tỉnh Hà Nam"),
            "Trung tâm Phục vụ hành chính công tỉnh Hà Nam | VN-18"},
           {page("11/12/2025", "Thuế cơ sở 5 tỉnh Gia Lai"), "Thuế cơ sở 5 tỉnh Gia Lai | VN-30"}});
}

TEST_CASE("an agency's own report names it in the letterhead", "[meeting]") {
    const std::string report =
        "\nSố: 123/BC-SYT\nHà Nam, ngày 20 tháng 9 năm 2024\n\nBÁO CÁO Kết quả công tác y tế 9 tháng đầu năm, phương "
        "hướng nhiệm vụ quý IV năm 2024\n\nKính gửi: UBND tỉnh Hà Nam.\n\nThực hiện chỉ đạo tại hội nghị của UBND "
        "tỉnh, Sở Y "
        "tế báo cáo như sau:\n\nSở đã khám cho 1.200 hộ và xây 12 trạm mới ở các xã.\n";
    CHECK(organizer("UBND TỈNH HÀ NAM\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" + report) == "SỞ Y TẾ | VN-63");
    CHECK(organizer("UBND TỈNH HÀ NAM\nSỞ Y TẾ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" + report) == "SỞ Y TẾ | VN-63");
    CHECK(organizer("UBND TỈNH HÀ NAM    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ    Độc lập - Tự do - Hạnh phúc" +
                    report) == "SỞ Y TẾ | VN-63");
    CHECK(organizer("ỦY BAN NHÂN DÂN\nHUYỆN TÂN YÊN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" + report) ==
          "ỦY BAN NHÂN DÂN\nHUYỆN TÂN YÊN | VN-54");
}

TEST_CASE("the banner of a site does not hold what its stories tell of", "[meeting]") {
    CHECK(
        organizer("SỞ Y TẾ HÀ NAM\nTrang chủ | Văn bản\nSố: 45/KH-SYT Kế hoạch tuyển dụng\n\nHuyện Tân Yên tổng kết "
                  "công tác năm 2016\n\nSáng 11/01/2017, UBND huyện Tân Yên tổ chức hội nghị tổng kết công tác năm "
                  "2016, triển khai nhiệm vụ năm 2017.\n") == "UBND huyện Tân Yên | VN-54");
}

TEST_CASE("in a headline of capitals the verb ends a name", "[meeting]") {
    const auto page = [](const std::string& headline) {
        return headline +
               "\n\nHội nghị diễn ra sáng 11/01/2017. Năm 2016, toàn ngành khám bệnh cho 12.000 lượt người; xây 12 "
               "trạm "
               "mới ở các xã.\n\nNăm 2017, ngành phấn đấu xây 14 trạm.\n";
    };
    check({{page("SỞ Y TẾ HÀ NAM TỔNG KẾT CÔNG TÁC NĂM 2016"), "SỞ Y TẾ HÀ NAM | VN-63"},
           {page("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TRIỂN KHAI NHIỆM VỤ NĂM 2017"),
            "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI | -"},
           {page("CỤC THUẾ TỈNH HÀ NAM SƠ KẾT 6 THÁNG ĐẦU NĂM 2016"), "CỤC THUẾ TỈNH HÀ NAM | VN-63"},
           // No verb is what a name holds.
           {page("SỞ KẾ HOẠCH VÀ ĐẦU TƯ HÀ NAM TỔNG KẾT CÔNG TÁC NĂM 2016"), "SỞ KẾ HOẠCH VÀ ĐẦU TƯ HÀ NAM | VN-63"},
           {page("VĂN PHÒNG TỔ CHỨC CÁN BỘ HÀ NAM TỔNG KẾT NĂM 2016"), "VĂN PHÒNG TỔ CHỨC CÁN BỘ HÀ NAM | VN-63"}});
}

TEST_CASE("a head that no name follows is no organizer", "[meeting]") {
    const std::string page =
        "MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HÀ NAM\n\nHội nghị diễn ra sáng 11/01/2017. Năm 2016, các cấp vận động 12 tỷ "
        "đồng; xây 12 nhà ở các xã.\n\nNăm 2017, Mặt trận phấn đấu xây 14 nhà.\n";
    const auto found = parse(page).meeting.organizer;
    CHECK((!found || !found->name.empty()));
}

TEST_CASE("the first of several that hold it, and whole names", "[meeting]") {
    const std::string held = " tổ chức hội nghị tổng kết công tác năm 2018.\n";
    check({
        {"Tin ngành\n\nSáng 5/1, Hội Luật gia tỉnh Hà Nam và Sở Tư pháp" + held, "Hội Luật gia tỉnh Hà Nam | VN-63"},
        {"Tin ngành\n\nSáng 5/1, Tổng cục Lâm nghiệp (Bộ NN&PTNT)" + held, "Tổng cục Lâm nghiệp | -"},
        {"Tin ngành\n\nSáng 5/1, Bộ Tư lệnh Bộ đội Biên phòng" + held, "Bộ Tư lệnh Bộ đội Biên phòng | -"},
        {"Tin ngành\n\nSáng 5/1, Bộ Tư lệnh Vùng 3 Hải quân" + held, "Bộ Tư lệnh Vùng 3 Hải quân | -"},
        {"Tin ngành\n\nSáng 5/1, Ban Chỉ đạo Trung ương về phòng chống lụt bão" + held,
         "Ban Chỉ đạo Trung ương về phòng chống lụt bão | -"},
        {"Tin ngành\n\nPhát biểu tại cuộc họp tổng kết năm 2018 của Phòng cảnh sát giao thông Hà Nam, ông Lê Văn "
         "Lộc cho biết tình hình đã tốt hơn.\n",
         "Phòng cảnh sát giao thông Hà Nam | VN-63"},
    });
}

TEST_CASE("who speaks for the host where nobody is said to hold it", "[meeting]") {
    const std::string opening = "Tin ngành\n\nSáng 5/1, tại hội nghị tổng kết công tác năm 2018, ";
    check({
        {opening + "Chủ tịch UBND TP Hải Phòng Lê Văn Lộc cho biết kế hoạch đã hoàn thành.\n",
         "UBND TP Hải Phòng | VN-HP"},
        {opening + "Bộ trưởng Y tế Lê Văn Lộc cho biết kế hoạch đã hoàn thành.\n\nNăm 2018, Bộ Y tế đã tiếp nhận 120 "
                   "hồ sơ.\n",
         "Bộ Y tế | -"},
        {opening + "ông Lê Văn Lộc cho biết kế hoạch đã hoàn thành.\n\nTheo Cục Đăng kiểm Việt Nam, năm 2018 có 120 "
                   "xe.\n\nTheo báo cáo của Cục Đăng kiểm Việt Nam, có 15 tàu.\n",
         "Cục Đăng kiểm Việt Nam | -"},
        // An office without a body leads to none.
        {opening +
             "Thứ trưởng Lê Văn Lộc cho biết kế hoạch đã hoàn thành.\n\nTheo Cục Đăng kiểm Việt Nam, năm 2018 có "
             "120 xe.\n",
         "-"},
        // Once is a mention.
        {opening + "ông Lê Văn Lộc cho biết kế hoạch đã hoàn thành.\n\nTheo Cục Đăng kiểm Việt Nam, năm 2018 có 120 "
                   "xe.\n",
         "-"},
    });
}

TEST_CASE("a name has no function word at its end", "[meeting]") {
    check({
        {"Tin hội luật gia\n\nSáng 11/01/2017, Hội Luật gia tỉnh Hà Nam và tổ chức hội nghị tổng kết công tác năm "
         "2016.\n",
         "Hội Luật gia tỉnh Hà Nam | VN-63"},
    });
}

TEST_CASE("whose conference it is stands right behind it", "[meeting]") {
    check({
        {"Tin giảm nghèo\n\nPhó Thủ tướng đề nghị Bộ Y tế làm rõ xu hướng này tại cuộc họp sơ kết 6 tháng đầu năm "
         "của "
         "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng ngày 25-7-2018.\n",
         "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng | -"},
        // A resolution's, and that of those who came.
        {"Tin cải cách\n\nChiều 18/7/2018, tại hội nghị sơ kết 6 tháng, Chủ tịch UBND tỉnh Hà Nam cho biết tỉnh gặp "
         "khó khi sắp xếp lại đơn vị theo Nghị quyết của Quốc hội.\n",
         "UBND tỉnh Hà Nam | VN-63"},
    });
}
