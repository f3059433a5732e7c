// SPDX-License-Identifier: BSL-1.0
#include "measures/subject.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::Lines;
using test::report_of;
using test::subjects;

TEST_CASE("behind a percentage its whole is not what is measured", "[measures]") {
    CHECK(subjects("Năm 2016, nợ xấu chiếm 1,9% tổng dư nợ.") == Lines{"1,9%: nợ xấu"});
    CHECK(subjects("Năm 2016, vùng phủ sóng di động đạt 98,5% dân số.") == Lines{"98,5%: vùng phủ sóng di động"});
    CHECK(subjects("Năm 2016, toàn tỉnh có 95% dân số dùng điện thoại.") == Lines{"95%: dân số dùng điện thoại"});
}

TEST_CASE("a bare carrier takes what it is said of", "[measures]") {
    CHECK(subjects("Năm 2016, các trạm chuyển tuyến 702 ca (tỷ lệ 2,8%).")[1] ==
          "2,8%: " + subjects("Năm 2016, các trạm chuyển tuyến 702 ca.")[0].substr(8));
    CHECK(subjects("Năm 2016, hồ sơ trả đúng hạn đạt tỷ lệ hơn 98%.") == Lines{"hơn 98%: hồ sơ trả đúng hạn"});
    CHECK(subjects("Năm 2016, tỷ lệ xã đạt tiêu chí về y tế là 84%.") == Lines{"84%: tỷ lệ xã đạt tiêu chí về y tế"});
}

TEST_CASE("a verb of change, 'trong số' and 'của' name nothing", "[measures]") {
    CHECK(subjects("Năm 2016, doanh thu tăng (+)12%.") == Lines{"12%: doanh thu"});
    for (const std::string& line : subjects("Tăng (+)12%, giảm (-)5%.")) {
        CHECK(line.find("Tăng") == std::string::npos);
        CHECK(line.find("giảm") == std::string::npos);
    }
    CHECK(subjects("Trong số 20 vụ, có 5 vụ mới.")[0] == "20 vụ: vụ");
    CHECK(subjects("Năm 2016, số hộ nghèo của 5 xã và của 3 phường giảm 5%.").back().find("của") ==
          std::string::npos);
}

TEST_CASE("words that point back mean the figure before", "[measures]") {
    CHECK(
        subjects("Năm 2016, thu nhập bình quân đầu người là 5.400 USD. Dự kiến năm 2017 con số này là 6.000 USD.") ==
        Lines{"5.400 USD: thu nhập bình quân đầu người", "6.000 USD: thu nhập bình quân đầu người"});
}

TEST_CASE("units of measure are no indicators", "[measures]") {
    CHECK(subjects("Năm 2016, Sở đã bê tông hóa 27 km đường thôn.") == Lines{"27 km: đường thôn"});
    CHECK(subjects("Năm 2016, Sở xử phạt 46 vụ, 187 triệu đồng.")[1] == "187 triệu đồng: Sở xử phạt");
    CHECK(subjects("Năm 2016, thời gian cấp phép xây trạm xuống còn 15 ngày.") ==
          Lines{"15 ngày: thời gian cấp phép xây trạm"});
}

TEST_CASE("places say where, not what", "[measures]") {
    CHECK(subjects("Về an toàn thông tin, toàn tỉnh xảy ra 46 vụ.") == Lines{"46 vụ: an toàn thông tin"});
    CHECK(subjects("Tốt nghiệp THPT năm 2016 toàn tỉnh đạt 97,2%.") == Lines{"97,2%: Tốt nghiệp THPT"});
}

TEST_CASE("a percentage of change may stand before its object", "[measures]") {
    CHECK(subjects("Năm 2016, Sở đã cắt giảm 15% chi phí quản lý.") == Lines{"15%: chi phí quản lý"});
}

TEST_CASE("half a word is no subject", "[measures]") {
    CHECK(subjects("Dự kiến các trường sẽ dành 25% học bổng.") != Lines{"25%: kiến các trường sẽ dành"});
    CHECK(subjects("Năm 2016, Sở mua sắm thiết bị trị giá 35 tỷ đồng.") ==
          Lines{"35 tỷ đồng: Sở mua sắm thiết bị trị giá"});
}

TEST_CASE("who speaks is not measured", "[measures]") {
    CHECK(subjects("Tổng Giám đốc Nguyễn Văn An cho rằng doanh thu quảng cáo giảm 40%.") ==
          Lines{"40%: doanh thu quảng cáo"});
}

TEST_CASE("a share of a whole is of what was measured before", "[measures]") {
    CHECK(subjects("Năm 2016, nợ thuế còn 73 tỷ đồng, chiếm 5% tổng thu.") ==
          Lines{"73 tỷ đồng: nợ thuế", "5%: nợ thuế"});
}

TEST_CASE("a part that counts with the noun of its whole is named by the words before it", "[measures]") {
    CHECK(subjects("Năm 2016, tỉnh có 438 trường, trong đó mầm non 165 trường, phổ thông 262 trường.") ==
          Lines{"438 trường: trường", "165 trường: mầm non", "262 trường: phổ thông"});
}

TEST_CASE("what follows a unit behind a function word is no noun of it", "[measures]") {
    CHECK(subjects("Năm 2016, tiêu thụ 602 tấn với giá cao.") == Lines{"602 tấn: tiêu thụ"});
    CHECK(subjects("Năm 2016, tiêu thụ 602 tấn gạo.") == Lines{"602 tấn: gạo"});
}

TEST_CASE("totals and averages alone give way to the noun", "[measures]") {
    CHECK(subjects("Năm 2016, các nhà mạng khai thác tổng số 1.245 trạm phát sóng di động.") ==
          Lines{"1.245 trạm: trạm phát sóng di động"});
    CHECK(subjects("Năm 2016, tổng số trạm phát sóng là 1.245 trạm.") == Lines{"1.245 trạm: tổng số trạm phát sóng"});
    CHECK(subjects("Năm 2016, dâu tằm được mua với giá bình quân 98 nghìn đồng/kg.")[0].ends_with("giá bình quân"));
    CHECK(subjects("Năm 2016, khách ở lại ngắn (bình quân 1,6 ngày).") == Lines{"1,6 ngày: khách ở lại ngắn"});
}

TEST_CASE("a share in a bracket is of the figure before it, and so is what follows the bracket", "[measures]") {
    CHECK(subjects("Năm 2016, doanh thu viễn thông ước 374 tỷ đồng (tương đương 12% GRDP), tăng 8%.") ==
          Lines{"374 tỷ đồng: doanh thu viễn thông", "12%: doanh thu viễn thông", "8%: doanh thu viễn thông"});
    CHECK(subjects("Năm 2016, Sở có 14 lớp (12% số lớp toàn tỉnh).").size() == 2);
}

TEST_CASE("money is of the noun behind it or of what was done", "[measures]") {
    CHECK(subjects("Năm 2016, Sở thu nộp 343 triệu đồng tiền phạt.") == Lines{"343 triệu đồng: tiền phạt"});
    CHECK(subjects("Năm 2016, huyện góp 5 tỷ đồng để xây trường.")[0] == "5 tỷ đồng: huyện góp");
    CHECK(subjects("Năm 2016, Sở xử phạt 12 cơ sở với 140 triệu đồng.")[1] == "140 triệu đồng: Sở xử phạt");
}

TEST_CASE("what remains is named behind its number", "[measures]") {
    CHECK(subjects("Năm 2016, thuê bao cố định là 2 triệu, còn lại 9,8 triệu là thuê bao di động.")[1] ==
          "9,8 triệu: thuê bao di động");
}

TEST_CASE("a rank is of the index", "[measures]") {
    CHECK(subjects("Năm 2016, Việt Nam xếp thứ 59 thế giới về chỉ số đổi mới sáng tạo.") ==
          Lines{"thứ 59: chỉ số đổi mới sáng tạo"});
    CHECK(subjects("Theo bảng xếp hạng chuyển đổi số, tỉnh đứng thứ 21/63 tỉnh.") ==
          Lines{"thứ 21/63 tỉnh: bảng xếp hạng chuyển đổi số"});
    CHECK(subjects("Năm 2016, chỉ số cải cách hành chính của Sở xếp thứ 6/19 sở.") ==
          Lines{"thứ 6/19 sở: chỉ số cải cách hành chính"});
}

TEST_CASE("who sets a goal is not measured", "[measures]") {
    CHECK(subjects("Năm 2016, ngành Thương mại đặt mục tiêu xuất khẩu 37 tỷ USD.") == Lines{"37 tỷ USD: xuất khẩu"});
}

TEST_CASE("a bare verb gives way to a noun of cases, not to one of people", "[measures]") {
    CHECK(subjects("Năm 2016, xử phạt 31 trường hợp.") == Lines{"31 trường hợp: trường hợp"});
    CHECK(subjects("Đăng ký khai sinh 24.806 trường hợp.") == Lines{"24.806 trường hợp: Đăng ký khai sinh"});
    CHECK(subjects("Năm 2016, bị thương 88 người.") == Lines{"88 người: bị thương"});
}

TEST_CASE("candidates have the chosen first and each range once", "[measures]") {
    CHECK(name_of(SubjectRule::own_noun) == "own_noun");
    CHECK(name_of(SubjectRule::part_name) == "part_name");
}

TEST_CASE("comparisons, times and other figures are no indicators", "[measures]") {
    CHECK(subjects("Năm 2016, doanh thu vận tải đạt 6.500 tỷ đồng, tuy nhiên so với năm 2015 giảm 12%.")[1] ==
          "12%: doanh thu vận tải");
    CHECK(subjects("Năm 2016, doanh thu vận tải đạt 6.500 tỷ đồng, so với 2015 giảm 12%.")[1] ==
          "12%: doanh thu vận tải");
    CHECK(subjects("Năm 2016, ngành thu được khá. So với năm 2015 tăng 39 vụ cháy rừng.").back() ==
          "39 vụ: vụ cháy rừng");
}

TEST_CASE("commas within a bracket do not part a subject", "[measures]") {
    CHECK(subjects("Năm 2016, tổ hợp A01 (Toán, Lý, Tiếng Anh) chiếm 30%.") ==
          Lines{"30%: tổ hợp A01 (Toán, Lý, Tiếng Anh)"});
    CHECK(subjects("Năm 2016, thu phí môi trường rừng (dịch vụ) đạt 517 tỷ đồng.") ==
          Lines{"517 tỷ đồng: thu phí môi trường rừng (dịch vụ)"});
}

TEST_CASE("billions without a unit are money but where a head says what is counted", "[measures]") {
    using test::shown;
    CHECK(shown("Năm 2016, kế hoạch dành 7.000 tỷ cho đường sắt.") == Lines{"7.000 tỷ = 7000000000000 VND money"});
    CHECK(shown("Năm 2016, tổng số thuê bao đạt 1,2 tỷ.") == Lines{"1,2 tỷ = 1200000000 thuê bao count"});
}

TEST_CASE("a count inside the words of another figure", "[measures]") {
    CHECK(subjects("Doanh thu của 21 công ty xổ số phía Nam đạt 705 tỷ đồng.") ==
          Lines{"21 công ty: công ty xổ số phía Nam", "705 tỷ đồng: Doanh thu"});
    CHECK(
        subjects("Lương bình quân của 2.100 lao động (người địa phương chiếm 54%) là 4,3 triệu đồng/người/tháng.") ==
        Lines{"2.100 lao động: lao động", "54%: người địa phương", "4,3 triệu đồng/người/tháng: Lương bình quân"});
}

TEST_CASE("what a change is about may stand behind it", "[measures]") {
    CHECK(subjects("Năm 2016, xuất bản phẩm tăng 6,9% về số lượng và tăng 43% về doanh thu.") ==
          Lines{"6,9%: số lượng", "43%: doanh thu"});
    CHECK(subjects("Mưa lũ làm giảm 100 tỷ đồng doanh thu vận tải.") == Lines{"100 tỷ đồng: doanh thu vận tải"});
    CHECK(subjects("Năm 2016, bị thương 702 người; so với năm 2015 giảm 94 vụ tai nạn, giảm 30 người chết.")[2] ==
          "30 người: người chết");
}

TEST_CASE("rates of growth are measured by their own words", "[measures]") {
    CHECK(subjects("Năm 2016, tốc độ tăng tổng giá trị sản lượng đạt 3,6%.") ==
          Lines{"3,6%: tốc độ tăng tổng giá trị sản lượng"});
}

TEST_CASE("a short name in brackets is no part of what is measured", "[measures]") {
    CHECK(subjects("Năm 2016, xảy ra 669 vụ tai nạn giao thông (TNGT) làm chết 304 người.")[1] ==
          "304 người: làm chết");
}

TEST_CASE("'xổ số' and 'vé số' are no head", "[measures]") {
    CHECK(subjects("Năm 2016, tiền bán vé số truyền thống đạt 91 tỷ đồng.") ==
          Lines{"91 tỷ đồng: tiền bán vé số truyền thống"});
}

TEST_CASE("who makes it fewer is not what is counted", "[measures]") {
    CHECK(subjects("Năm 2016, tập đoàn này đã cắt giảm tới 6.000 lao động.") == Lines{"6.000 lao động: lao động"});
    CHECK(subjects("Năm 2016, công ty có lãi hơn 25 tỷ đồng.") == Lines{"hơn 25 tỷ đồng: lãi"});
    CHECK(subjects("Nguồn vốn cho vay từ năm 2010 đến nay đạt 900 tỷ đồng.") ==
          Lines{"900 tỷ đồng: Nguồn vốn cho vay"});
}

TEST_CASE("a bare head right before a figure gives way to what is counted behind it", "[measures]") {
    CHECK(subjects("Năm 2016, số lượng hơn 1.300 doanh nghiệp thành lập mới.") ==
          Lines{"hơn 1.300 doanh nghiệp: doanh nghiệp thành lập mới"});
}

TEST_CASE("words before that begin with the counted noun say more than it", "[measures]") {
    CHECK(subjects("Năm 2016, hộ nghèo còn 1.204 hộ.") == Lines{"1.204 hộ: hộ nghèo"});
    CHECK(subjects("Năm 2016, năng suất lúa đứng thứ hai.").back().find("suất lúa") != std::string::npos);
    CHECK(report_of("Năm 2016, năng suất lúa đứng thứ hai khu vực.").measures.back().unit != "suất");
    CHECK(subjects("Năm 2016, giá trị nhập khẩu tới 7,3 tỷ USD.") == Lines{"7,3 tỷ USD: giá trị nhập khẩu"});
}

TEST_CASE("both ends of a movement measure the same", "[measures]") {
    CHECK(subjects("Năm 2016, mức khuyến mãi thuê bao trả trước giảm từ 50% xuống 20%.") ==
          Lines{"50%: khuyến mãi thuê bao trả trước", "20%: khuyến mãi thuê bao trả trước"});
    CHECK(subjects("Năm 2016, tỷ lệ hộ nghèo từ 12% xuống còn 9% ảnh hưởng đến kế hoạch.")[1] ==
          "9%: tỷ lệ hộ nghèo");
}

TEST_CASE("of several places or bodies one share is told", "[measures]") {
    const Lines lines = subjects("Năm 2016, tỷ lệ người học nghề ở Việt Nam là 28%, Thái Lan 49%, hay Nhật Bản 63%.");
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].starts_with("49%: tỷ lệ người học nghề"));
    CHECK(lines[2].starts_with("63%: tỷ lệ người học nghề"));
    // A name alone is what is told of.
    CHECK(subjects("Năm 2016, Krông Pa đạt 68%, Ia Pa 91%.")[1] == "91%: Ia Pa");
}

TEST_CASE("an amount is of what was done", "[measures]") {
    CHECK(subjects("Năm 2016, Sở xử phạt vi phạm hành chính với số tiền 95 triệu đồng.") ==
          Lines{"95 triệu đồng: số tiền"});
    CHECK(subjects("Năm 2016, Sở thu giữ tài sản trị giá 95 triệu đồng.") ==
          Lines{"95 triệu đồng: Sở thu giữ tài sản trị giá"});
    CHECK(subjects("Năm 2016, chợ được khởi công với diện tích 12 ha.") == Lines{"12 ha: diện tích"});
}

TEST_CASE("who did it, and what it is told with, is not what is counted", "[measures]") {
    CHECK(subjects("Năm 2016, công an tỉnh đã thu hồi 12 tỷ đồng.") == Lines{"12 tỷ đồng: thu hồi"});
    CHECK(subjects("Năm 2016, tỉnh sẽ giải ngân 90 tỷ đồng.") == Lines{"90 tỷ đồng: giải ngân"});
    CHECK(subjects("Năm 2016, Sở tổ chức năm đợt giám sát với 3.900 mẫu.").back() == "3.900 mẫu: mẫu");
    CHECK(subjects("Năm 2016, thanh tra phát hiện 12 vụ.") == Lines{"12 vụ: thanh tra phát hiện"});
}

TEST_CASE("what falls is named behind the figure", "[measures]") {
    CHECK(subjects("Năm 2016, xảy ra 43 vụ, bị thương 70 người; so với cùng kỳ 2015 giảm 28 người chết.")[2] ==
          "28 người: người chết");
}

TEST_CASE("a noun phrase ends before what is said of it", "[measures]") {
    CHECK(subjects("Năm 2016, Sở kiểm tra 11 đơn vị đối với hàng nhập khẩu.") == Lines{"11 đơn vị: đơn vị"});
    CHECK(subjects("Năm 2016, toàn tỉnh có 5 xã chưa có trạm y tế.") == Lines{"5 xã: xã chưa có trạm y tế"});
    CHECK(subjects("Năm 2016, GDP của vùng có thể tăng 5%.") == Lines{"5%: GDP của vùng"});
}

TEST_CASE("words that look like links belong to longer ones", "[measures]") {
    CHECK(subjects("Năm 2016, số nhiệm vụ quá hạn chiếm 1,15%.") == Lines{"1,15%: số nhiệm vụ quá hạn"});
    CHECK(subjects("Năm 2016, Sở giao 76 nhiệm vụ (trong hạn: 73, quá hạn: 3).")[1] == "73: trong hạn");
}

TEST_CASE("a list in brackets is no subject where a noun stands behind it", "[measures]") {
    CHECK(subjects("Năm 2016, khu vực 1 (gồm các quận 1, 3, Tân Bình) thửa đất sau khi tách là 36 m2.") ==
          Lines{"36 m2: thửa đất sau khi tách"});
}

TEST_CASE("millions without a unit", "[measures]") {
    CHECK(test::shown("Năm 2016, giải nhất 5 triệu, giải nhì 3 triệu.") ==
          Lines{"5 triệu = 5000000 VND money", "3 triệu = 3000000 VND money"});
    const auto units = [](const std::string& text) {
        Lines found;
        for (const Measure& m : report_of(text).measures) found.push_back(m.unit.value_or("-"));
        return found;
    };
    CHECK(units("Năm 2016, mua 1.234 thẻ trị giá 567 triệu.") == Lines{"thẻ", "VND"});
    CHECK(units("Năm 2016, sản lượng lúa đạt 1,2 triệu tấn, ngô 0,3 triệu.") == Lines{"tấn", "tấn"});
    CHECK(units("Năm 2016, lô hàng trị giá USD 3 triệu.") == Lines{"USD"});
    CHECK(units("Năm 2016, tổng số lượt truy cập đạt 1,2 triệu.") == Lines{"lượt truy cập"});
    CHECK(units("Năm 2016, tỷ lệ (%): 15,5.") == Lines{"percent"});
    CHECK(units("Năm 2016, Tòa án đã giải quyết 12.300, thụ lý 13.400.") == Lines{"-", "-"});
}
