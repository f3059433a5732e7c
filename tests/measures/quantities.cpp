// SPDX-License-Identifier: BSL-1.0
#include "measures/measures.hpp"

#include <algorithm>

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::ids;
using test::Lines;
using test::report_of;
using test::shown;

TEST_CASE("units are whole words, known to the lexicon or not", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh có 7 chi cục, 31 chi hội, 5 thẩm phán và 4 trụ cột.") ==
          Lines{"7 chi cục = 7 chi cục count", "31 chi hội = 31 chi hội count", "5 thẩm phán = 5 thẩm phán count",
                "4 trụ cột = 4 trụ cột count"});
    CHECK(shown("Năm 2016, dự án bàn giao 26 tháp nhũ.") == Lines{"26 tháp nhũ = 26 tháp nhũ count"});
}

TEST_CASE("a unit ends before what is no syllable of it", "[measures]") {
    CHECK(shown("Năm 2016, Báo Hà Nam phát hành 140 số thời sự; Sở thu hồi 9 SIM kích hoạt sẵn.") ==
          Lines{"140 số = 140 số count", "9 SIM = 9 sim count"});
}

TEST_CASE("a compound is not cut where its first syllable is counted by itself", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh có 3 máy bay, 4 nhà thầu, 12 nền kinh tế, 21 người mẫu và 5 lái xe.") ==
          Lines{"3 máy bay = 3 máy bay count", "4 nhà thầu = 4 nhà thầu count",
                "12 nền kinh tế = 12 nền kinh tế count", "21 người mẫu = 21 người mẫu count",
                "5 lái xe = 5 lái xe count"});
    // Nor is it taken for money or for a scale.
    CHECK(shown("Năm 2016, Sở tuyên dương 12 đồng nghiệp, quy hoạch 3 đô thị.") ==
          Lines{"12 đồng nghiệp = 12 đồng nghiệp count", "3 đô thị = 3 đô thị count"});
    CHECK(shown("Năm 2016, Sở thu 12 đồng và 3 đô la.") == Lines{"12 đồng = 12 VND money", "3 đô la = 3 USD money"});
}

TEST_CASE("verbs and adverbs are no units", "[measures]") {
    CHECK(shown("Thủy điện Sông Mây 2 xả lũ, tàu CSB 412 tiếp cận, máy bay Su-30 cất cánh.").empty());
    CHECK(shown("Năm 2016, thủy điện Sông Mây có 2 hồ chứa, tàu CSB có 12 thuyền viên.").size() == 2);
    CHECK(shown("Năm 2016, xe 29 chỗ bị hỏng.") == Lines{"29 chỗ = 29 chỗ count"});
    CHECK(shown("Năm 2016, Sở nhận 31 đơn; 12 giải quyết xong.") == Lines{"31 đơn = 31 đơn count"});
    CHECK(shown("Năm 2016, Sở trao 12 giải.") == Lines{"12 giải = 12 giải count"});
    CHECK(shown("Đây là ngày thứ 12 liên tiếp có mưa.").empty());
}

TEST_CASE("a number behind a name counts where a known noun follows", "[measures]") {
    CHECK(shown("Năm 2016, tại huyện Yên Mỹ 14 trạm BTS được lắp.").size() == 1);
    CHECK(shown("Năm 2016, tàu ở đông bắc Hòn Ngư 45 đến 50 hải lý.") ==
          Lines{"45 đến 50 hải lý = 45 hải lý length"});
    CHECK(shown("Năm 2016, xe 29A - 123.45 chạy quá tốc độ.").empty());
    CHECK(shown("Tàu cá QNg 91.234 bị chìm, tàu BĐ 91.234 TS và tàu KH 98.765 TS cứu được 8 ngư dân.") ==
          Lines{"8 ngư dân = 8 ngư dân count"});
    CHECK(shown("Năm 2016, thuê bao MegaABC 2.260, thu NSNN 91.234 tỷ đồng. TẶNG 1.200 SUẤT QUÀ.") ==
          Lines{"2.260 = 2260 thuê bao count", "91.234 tỷ đồng = 91234000000000 VND money",
                "1.200 SUẤT QUÀ = 1200 suất quà count"});
}

TEST_CASE("units of measure and currencies have their proper letters", "[measures]") {
    CHECK(shown("Năm 2016, mưa 50 mm, đường dây 110 kV, pin 500 mg, nóng 38 độ, máy 3,5 MW.") ==
          Lines{"50 mm = 50 mm length", "110 kV = 110 kV other", "500 mg = 500 mg other", "38 độ = 38 độ other",
                "3,5 MW = 3.5 MW other"});
    CHECK(
        shown(
            "Năm 2016, thu 5 triệu nhân dân tệ, 3 tỷ won, 40 triệu yên, 12 nghìn baht, 6 triệu rúp, 9 triệu đôla.") ==
        Lines{"5 triệu nhân dân tệ = 5000000 nhân dân tệ money", "3 tỷ won = 3000000000 won money",
              "40 triệu yên = 40000000 yên money", "12 nghìn baht = 12000 baht money",
              "6 triệu rúp = 6000000 rúp money", "9 triệu đôla = 9000000 USD money"});
    CHECK(shown("Năm 2016, quỹ nhận 3 triệu bảng; giải có 4 bảng.") ==
          Lines{"3 triệu bảng = 3000000 bảng money", "4 bảng = 4 bảng count"});
    // Letters that are no unit.
    CHECK(shown("Sở phủ sóng 4g, 5G, kéo đường dây 110kV, áp dụng 5s, 5M.").empty());
    CHECK(shown("Năm 2016, thu giữ 250g, mất 12s, dài 5m.") ==
          Lines{"250g = 250 gam other", "12s = 12 giây duration", "5m = 5 m length"});
}

TEST_CASE("hours of the day are none that last", "[measures]") {
    CHECK(shown("Từ 8h đến 16 h, Sở trực; 8h30 giao ban.").empty());
    CHECK(shown("Năm 2016, Sở xử lý xong trong 72h.") == Lines{"72h = 72 hour duration"});
}

TEST_CASE("a scale word in the denominator is a number", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh đạt 25,5 giường bệnh/vạn dân.") ==
          Lines{"25,5 giường bệnh/vạn dân = 25.5 giường bệnh rate /10000 dân"});
}

TEST_CASE("rates are taken per what is counted", "[measures]") {
    CHECK(shown("Năm 2016, hợp tác xã đạt doanh thu 7,4 tỷ đồng/HTX, hỗ trợ 40 triệu đồng/căn.") ==
          Lines{"7,4 tỷ đồng/HTX = 7400000000 VND rate /1 HTX", "40 triệu đồng/căn = 40000000 VND rate /1 căn"});
}

TEST_CASE("what is measured is taken per anything", "[measures]") {
    CHECK(shown("Năm 2016, xe chạy 60 km/h, gió 12 m/s, vàng 36,5 triệu/lượng, từ 36 đến 37 triệu/lượng.") ==
          Lines{"60 km/h = 60 km rate /1 h", "12 m/s = 12 m rate /1 s",
                "36,5 triệu/lượng = 36500000 VND rate /1 lượng",
                "từ 36 đến 37 triệu/lượng = 36000000 VND rate /1 lượng"});
    CHECK(shown("Năm 2016, giá 40.000 đồng/vé, 1.300 USD/ounce, 2 triệu đồng/mâm, 9 cent/kWh.") ==
          Lines{"40.000 đồng/vé = 40000 VND rate /1 vé", "1.300 USD/ounce = 1300 USD rate /1 ounce",
                "2 triệu đồng/mâm = 2000000 VND rate /1 mâm", "9 cent/kWh = 9 cent rate /1 kWh"});
    // What a figure is compared with is no denominator.
    CHECK(shown("Năm 2016, doanh thu đạt 12 tỷ đồng/kế hoạch 15 tỷ đồng.")[0] ==
          "12 tỷ đồng = 12000000000 VND money");
}

TEST_CASE("what is counted is taken per place, but two words for it are no rate", "[measures]") {
    CHECK(shown("Năm 2016, bình quân đạt 16 tiêu chí/xã.") == Lines{"16 tiêu chí/xã = 16 tiêu chí rate /1 xã"});
    CHECK(shown("Năm 2016, có 12 xã/phường và 48 cán bộ/chiến sĩ tham gia.") ==
          Lines{"12 xã = 12 xã count", "48 cán bộ = 48 cán bộ count"});
}

TEST_CASE("'mỗi' is a slash in words, behind a figure and before one", "[measures]") {
    CHECK(shown("Năm 2016, thu 3 triệu đồng mỗi tháng, họp 2 lần mỗi quý, hỗ trợ 5 triệu đồng cho mỗi hộ.") ==
          Lines{"3 triệu đồng mỗi tháng = 3000000 VND rate /1 tháng", "2 lần mỗi quý = 2 lần rate /1 quý",
                "5 triệu đồng cho mỗi hộ = 5000000 VND rate /1 hộ"});
    CHECK(shown("Năm 2016, Sở tặng 20 hộ, mỗi hộ 5 triệu đồng; giúp 30 em mỗi em 2 suất quà.") ==
          Lines{"20 hộ = 20 hộ count", "5 triệu đồng = 5000000 VND rate /1 hộ", "30 em = 30 em count",
                "2 suất quà = 2 suất quà rate /1 em"});
}

TEST_CASE("more than the whole is an address, a pair or a day", "[measures]") {
    CHECK(shown("Cơ sở ở 134/2 Trường Chinh, trạm 220/110 kV, huyết áp 95/60 mmHg.").empty());
    CHECK(shown("Ngày hội diễn ra tối 23/9 tập trung đông người.").empty());
    CHECK(shown("Năm 2016, tuyển chọn không quá 3/1 chỉ tiêu.").empty());
    CHECK(shown("Năm 2016, học phí 1,5 triệu/12 buổi, hỗ trợ 1 triệu/1 tàu.") ==
          Lines{"1,5 triệu/12 buổi = 1500000 VND rate /12 buổi", "1 triệu/1 tàu = 1000000 VND rate /1 tàu"});
    CHECK(shown("Năm 2016, Sở tiến hành 131/128 cuộc thanh tra.") == Lines{"131/128 cuộc = 131 cuộc ratio"});
}

TEST_CASE("a scale that serves both numbers of a ratio leaves no doubt about their commas", "[measures]") {
    CHECK(shown("Năm 2016, Sở thu hồi 4,125/5,5 tỷ đồng.") == Lines{"4,125/5,5 tỷ đồng = 4125000000 VND ratio"});
}

TEST_CASE("ratios whose noun stands before them", "[measures]") {
    CHECK(shown("Năm 2016, số xã đạt chuẩn là 12/15.") == Lines{"12/15 = 12 xã ratio"});
    CHECK(shown("Khu dân cư văn hóa: 88/90; thị trấn: 02/02; cơ quan: 08.").size() == 3);
    CHECK(shown("Hạn nộp báo cáo là 12/10. Thời gian: 02/02.").empty());
}

TEST_CASE("congresses and half words count nothing; neighbours are a range", "[measures]") {
    CHECK(shown("Sở quán triệt Nghị quyết Hội nghị Trung ương 6, 7 khóa XII.").empty());
    CHECK(shown("Năm 2016, Sở tổ chức 7 khóa tập huấn.") == Lines{"7 khóa = 7 khóa count"});
    CHECK(shown("Năm 2016, tòa thiếu 2, 3 thẩm phán.").size() == 1);
    CHECK(shown("Năm 2016, Sở mở 4, 9 và 12 lớp.").size() == 3);
    CHECK(shown("Số mạng xã hội được cấp phép là 77.") == Lines{"77 = 77 - count"});
    CHECK(shown("Sở phụng dưỡng 4 Mẹ Việt Nam anh hùng.").size() == 1);
    CHECK(shown("Tạo việc làm tăng thêm cho 400 lao động.") == Lines{"400 lao động = 400 lao động count"});
}

namespace {

// The codes of the diagnostics of a page, in order of their places.
Lines doubts(const std::string& body) {
    Lines codes;
    for (const Diagnostic& d : test::report_of(body).diagnostics) codes.push_back(d.code);
    return codes;
}

}  // namespace

TEST_CASE("money near a loss is none", "[measures]") {
    for (const char* sentence :
         {"Doanh nghiệp thua lỗ nợ thuế 500 tỷ đồng.", "Doanh nghiệp thua lỗ có 500 tỷ đồng nợ thuế.",
          "Dự án thua lỗ được cấp 500 tỷ đồng.", "Tỉnh cấp bù lỗ 500 tỷ đồng cho tuyến xe buýt.",
          "Nguy cơ thua lỗ, doanh nghiệp cần vay 500 tỷ đồng.", "Công ty không lỗ 500 tỷ đồng như báo cáo."}) {
        INFO(sentence);
        CHECK(shown(sentence)[0] == "500 tỷ đồng = 500000000000 VND money");
    }
    for (const char* sentence : {"Số lỗ 5 tỷ đồng được bù đắp.", "Công ty lỗ 5 tỷ đồng.", "Lỗ lũy kế là 5 tỷ đồng.",
                                 "Lỗ của 3 công ty là 5 tỷ đồng."}) {
        INFO(sentence);
        CHECK(shown(sentence).back() == "5 tỷ đồng = -5000000000 VND money");
    }
}

TEST_CASE("a figure below zero is a loss or a decrease", "[measures]") {
    CHECK(shown("Năm 2016, tăng trưởng âm 5%.") == Lines{"âm 5% = 5 percent percent decrease"});
    CHECK(shown("Năm 2016, tốc độ tăng trưởng đạt -5%.") == Lines{"-5% = 5 percent percent decrease"});
    CHECK(shown("Năm 2016, chỉ số IIP −3,5%.") == Lines{"−3,5% = 3.5 percent percent decrease"});
    CHECK(shown("Năm 2016, thu 40 tỷ đồng (-18,19%).") ==
          Lines{"40 tỷ đồng = 40000000000 VND money", "-18,19% = 18.19 percent percent decrease"});
    CHECK(shown("Năm 2016, lợi nhuận âm 12 tỷ đồng.") == Lines{"âm 12 tỷ đồng = -12000000000 VND money"});
    CHECK(shown("Năm 2016, lợi nhuận âm gần 12 tỷ đồng.") ==
          Lines{"âm gần 12 tỷ đồng = -12000000000 VND money nearly"});
    CHECK(shown("Năm 2016, lợi nhuận ở mức – 3,2 tỷ đồng.") == Lines{"– 3,2 tỷ đồng = -3200000000 VND money"});
    CHECK(shown("Năm 2016, lãi suất là - 2,1%.") == Lines{"- 2,1% = 2.1 percent percent decrease"});
    CHECK(shown("Năm 2016, lãi suất âm tới 6,2 phần trăm.") == Lines{"âm tới 6,2 phần trăm = -6.2 percent percent"});
    CHECK(shown("Năm 2016, lãi suất âm 0,5%.") == Lines{"âm 0,5% = -0.5 percent percent"});
    const Report range = test::report_of("Năm 2016, lãi suất từ âm 3% đến 5%, rồi âm 3-5%.");
    REQUIRE(range.measures.size() == 2);
    CHECK(range.measures[0].value == Decimal(-3));
    CHECK(range.measures[0].to == Decimal(5));
    CHECK(range.measures[1].value == Decimal(-5));
    CHECK(range.measures[1].to == Decimal(-3));
    CHECK(shown("Năm 2016, lãi suất đạt -3-5%.").empty());
    CHECK(doubts("Năm 2016, lãi suất đạt -3-5%.") == Lines{"unread-number"});
}

TEST_CASE("dashes that are no sign", "[measures]") {
    CHECK(shown("Năm 2016, tỷ lệ đạt 20 -25%.") == Lines{"20 -25% = 20 percent percent"});
    CHECK(shown("Sở Y tế - 12 cán bộ, lãi suất - 5%.") ==
          Lines{"12 cán bộ = 12 cán bộ count", "5% = 5 percent percent"});
    CHECK(shown("- 12 hộ thoát nghèo\n-15 hộ cận nghèo") == Lines{"12 hộ = 12 hộ count", "15 hộ = 15 hộ count"});
    CHECK(shown("Công tác tuyên truyền -12 buổi.") == Lines{"12 buổi = 12 buổi count"});
    CHECK(shown("Năm 2016, Sở ghi âm 5 buổi.") == Lines{"5 buổi = 5 buổi count"});
    CHECK(shown("Máy bay Tu -22 m cất cánh.") == Lines{"22 m = 22 m length"});
}

TEST_CASE("numbers are whole phrases", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh thu 2 nghìn 350 tỷ đồng từ một nghìn hai trăm hộ.") ==
          Lines{"2 nghìn 350 tỷ đồng = 2350000000000 VND money", "một nghìn hai trăm hộ = 1200 hộ count"});
    CHECK(shown("Năm 2016, tỉnh chi bốn phẩy hai tỷ đồng.") == Lines{"bốn phẩy hai tỷ đồng = 4200000000 VND money"});
    CHECK(shown("Năm 2016, quỹ chi nửa triệu đồng/hộ.") == Lines{"nửa triệu đồng/hộ = 500000 VND rate /1 hộ"});
    CHECK(shown("Năm 2016, vài ba trăm hộ thoát nghèo.").empty());
    CHECK(shown("Trong năm hai nghìn không trăm mười sáu.").empty());
    CHECK(shown("Năm 2016, hai ba trăm hộ thoát nghèo.").empty());
    CHECK(doubts("Năm 2016, hai ba trăm hộ thoát nghèo.") == Lines{"unread-number"});
    CHECK(doubts("Năm 2016, có 2,7 N lượt khách.") == Lines{"unread-number"});
    CHECK(shown("Năm 2016, quỹ chi hai tỷ một năm.") == Lines{"hai tỷ một năm = 2000000000 VND rate /1 năm"});
    CHECK(shown("Năm 2016, tỉnh trồng 1 triệu hai cây xanh.").empty());
    CHECK(doubts("Năm 2016, tỉnh trồng 1 triệu hai cây xanh.") == Lines{"unread-number"});
    CHECK(doubts("Năm 2016, Sở chi 12 5 tỷ đồng.") == Lines{"unread-number"});
    CHECK(doubts("Năm 2016, Sở chi 5 tỷ tỷ đồng.") == Lines{"unread-number"});
}

TEST_CASE("blanks between digits", "[measures]") {
    CHECK(shown("Năm 2016, mỗi hộ được 1 000 000 đồng.") == Lines{"1 000 000 đồng = 1000000 VND rate /1 hộ"});
    CHECK(doubts("Năm 2016, mỗi hộ được 1 000 000 đồng.").empty());
    CHECK(shown("Năm 2016, tỉnh thu 2 500 tỷ đồng.") == Lines{"2 500 tỷ đồng = 2500000000000 VND money"});
    CHECK(doubts("Năm 2016, tỉnh thu 2 500 tỷ đồng.") == Lines{"ambiguous-separator"});
    CHECK(shown("Năm 2016, tỉnh thu 12, 5 tỷ đồng, đạt 29, 46%.") ==
          Lines{"12, 5 tỷ đồng = 12500000000 VND money", "29, 46% = 29.46 percent percent"});
    CHECK(shown("Năm 2016, tỉnh thu 45 . 300 tỷ đồng, đạt 92. 5%.") ==
          Lines{"45 . 300 tỷ đồng = 45300000000000 VND money", "92. 5% = 92.5 percent percent"});
    CHECK(doubts("Năm 2016, tỉnh thu 45 . 300 tỷ đồng.") == Lines{"ambiguous-separator"});
    // These may be the end of a sentence, and what is counted behind it.
    for (const std::string number : {"12. 500 hộ", "50.000. 000 đồng", "3 .500.000 đồng"}) {
        INFO(number);
        CHECK(shown("Năm 2016, Sở hỗ trợ " + number + ".").empty());
        CHECK(doubts("Năm 2016, Sở hỗ trợ " + number + ".") == Lines{"unread-number"});
    }
    CHECK(shown("Năm 2016, mưa lũ kéo dài hết tháng 12. 500 hộ được hỗ trợ.") == Lines{"500 hộ = 500 hộ count"});
    CHECK(shown("Sở hỗ trợ: 1. 500 hộ nghèo; 2. 300 hộ cận nghèo.").size() == 2);
    CHECK(shown("Năm 2016, sửa Quốc lộ 1 500 m.") == Lines{"500 m = 500 m length"});
    CHECK(shown("Năm 2016, Trung đoàn 8 tổ chức tuyên truyền, Ban Chỉ đạo 389 tỉnh kiểm tra 12 cơ sở.") ==
          Lines{"12 cơ sở = 12 cơ sở count"});
    CHECK(shown("Năm 2016, tổng đài 1022 hoạt động ổn định, 3 trung đoàn tham gia.") ==
          Lines{"3 trung đoàn = 3 trung đoàn count"});
    CHECK(shown("Năm 2016, lần lượt đạt 29, 46%.").size() == 2);
}

TEST_CASE("a comma parts the thousands of money and weights", "[measures]") {
    CHECK(shown("Năm 2016, giá bán 26,500 đồng/kg, thu 1,250 USD và 1,500 tấn.") ==
          Lines{"26,500 đồng/kg = 26500 VND rate /1 kg", "1,250 USD = 1250 USD money", "1,500 tấn = 1500 tấn other"});
    CHECK(doubts("Năm 2016, giá bán 26,500 đồng.") == Lines{"ambiguous-separator"});
    CHECK(shown("Năm 2016, khai thác 1,234 tấn, thu 1,234 tỷ đồng.") ==
          Lines{"1,234 tấn = 1.234 tấn other", "1,234 tỷ đồng = 1234000000 VND money"});
}

TEST_CASE("what stands unread is said where it surely counts", "[measures]") {
    CHECK(doubts("Năm 2016, giá vé 15.000 mỗi lượt.") == Lines{"unread-number"});
    CHECK(doubts("Năm 2016, tuyến đường vành đai 2.5 được mở.").empty());
    CHECK(doubts("Đó là ca mổ thứ 5.000 của bệnh viện.").empty());
    CHECK(doubts("Xe biển số 36B -002.22 qua trạm, xe 29E2 dừng lại.").empty());
    CHECK(doubts("Chúc một năm vạn sự tốt đẹp.").empty());
    CHECK(shown("Năm 2016, giá vàng 15,811 USD/ounce.").size() == 1);
    CHECK(doubts("Năm 2016, giá vàng 15,811 USD.") == Lines{"ambiguous-separator"});
    CHECK(shown("Năm 2016, giá vàng 15,811 USD.") == Lines{"15,811 USD = 15.811 USD money"});
}

TEST_CASE("what is counted in pieces is no unit", "[measures]") {
    for (const std::string words :
         {"418 tr ạm", "98 đ iểm", "60 tri ệu đồng", "7 tr iệu đồng", "15 d ự án", "20 ng ười", "6 l ớp", "5 h ộ",
          "từ 10 đến 12 x ã", "trên 120 hu yện", "hơn 5 nghìn h ộ"}) {
        INFO(words);
        CHECK(shown("Năm 2016, tỉnh có " + words + ".").empty());
        CHECK(doubts("Năm 2016, tỉnh có " + words + ".") == Lines{"unread-number"});
    }
    // A letter before a word is a unit, but where other words of the page are in pieces.
    CHECK(shown("Năm 2016, mỗi hộ lắp 30 m ống nước.") == Lines{"30 m = 30 m length"});
    CHECK(doubts("Năm 2016, tỉnh có 30 m ô hình ở các hu yện, tri ển khai tốt.") ==
          Lines{"damaged-text", "unread-number"});
    CHECK(shown("Năm 2016, tỉnh hỗ trợ 10 tr ủng hộ.") == Lines{"10 tr = 10000000 VND money"});
    CHECK(shown("Năm 2016, tỉnh bán 98 đ ở chợ.") == Lines{"98 đ = 98 VND money"});
}

TEST_CASE("numbers in a row behind different words count something that is not said", "[measures]") {
    CHECK(doubts("Năm 2016, tòa xử phạt khiển trách 15, cảnh cáo 6 và sa thải 3.") ==
          Lines{"unread-number", "unread-number", "unread-number"});
    CHECK(doubts("Năm 2016, Sở có 42 cán bộ (trong đó nam 12, nữ 31).") == Lines{"unread-number", "unread-number"});
    // Names are none.
    CHECK(doubts("Năm 2016, tỉnh nằm trong top 5, có ngành trong top 10.").empty());
    CHECK(doubts("Năm 2016, Sở sửa vành đai 2, vành đai 3.").empty());
    CHECK(doubts("Năm 2016, Sở thực hiện kết luận 19, chỉ thị 56.").empty());
    CHECK(doubts("Năm 2016, Sở sửa nhà ở khu phố 5, phường Lộc An, quận 7.").empty());
    CHECK(doubts("Năm 2016, lớp học ở lầu 3. Sở dự án giai đoạn 2.").empty());
}

TEST_CASE("thousands of percent are those of a growth", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu tăng 1.700%, tỷ lệ đạt 99.123%.") ==
          Lines{"1.700% = 1700 percent percent increase", "99.123% = 99.123 percent percent"});
    CHECK(doubts("Năm 2016, doanh thu tăng 1.700%.") == Lines{"ambiguous-separator"});
}

TEST_CASE("a doubtful value makes no link certain", "[measures]") {
    const Report report = test::report_of("Năm 2016, doanh thu đạt 26,500 đồng.");
    REQUIRE(report.measures.size() == 1);
    CHECK(report.measures[0].confidence.indicator != Confidence::certain);
    CHECK(report.measures[0].confidence.period != Confidence::certain);
}

TEST_CASE("malformed numbers and reversed ranges have no value", "[measures]") {
    for (const std::string number :
         {"1.000.00 hộ", "12.34,56 tỷ đồng", "1,5,3 tỷ đồng", "1e9 đồng", "12.,5 tỷ đồng"}) {
        INFO(number);
        CHECK(shown("Năm 2016, Sở chi " + number + ".").empty());
        CHECK(doubts("Năm 2016, Sở chi " + number + ".") == Lines{"malformed-number"});
    }
    CHECK(shown("Năm 2016, có từ 10 đến 5 xã.").empty());
    CHECK(doubts("Năm 2016, có từ 10 đến 5 xã.") == Lines{"reversed-range"});
    CHECK(shown("Năm 2016, nghèo giảm từ 25% đến 20%.").size() == 2);
    CHECK(shown("Máy chủ 192.168.1.1 và phần mềm 4.0.1 đã cài.").empty());
    CHECK(doubts("Máy chủ 192.168.1.1 và phần mềm 4.0.1 đã cài.").empty());
}

TEST_CASE("ranges share the scale that makes them rise", "[measures]") {
    CHECK(shown("Năm 2016, có 3 đến 5 trăm hộ, 12.500 đến 17 nghìn lượt.") ==
          Lines{"3 đến 5 trăm hộ = 300 hộ count", "12.500 đến 17 nghìn lượt = 12500 lượt count"});
    CHECK(shown("Năm 2016, mỗi xã chi từ 800 - 1 tỷ đồng.") ==
          Lines{"từ 800 - 1 tỷ đồng = 800000000 VND rate /1 xã"});
    CHECK(doubts("Năm 2016, mỗi xã chi từ 800 - 1 tỷ đồng.") == Lines{"reversed-range"});
}

TEST_CASE("a range whose ends lie a thousandfold apart is told", "[measures]") {
    for (const std::string range : {"1,2 đến 1.300 tỷ đồng", "1,5 - 1.800 tấn", "từ 2 đến 2.400 tỷ đồng"}) {
        INFO(range);
        CHECK(shown("Năm 2016, tỉnh đạt " + range + ".").size() == 1);
        CHECK(doubts("Năm 2016, tỉnh đạt " + range + ".") == Lines{"uneven-range"});
    }
    for (const std::string range : {"1,2 đến 1,3 nghìn tỷ đồng", "500 nghìn đến 1 tỷ đồng", "từ 1 đến 1.300 hộ",
                                    "1,5 - 180 tấn", "0,5 - 500 m", "0,1-150%", "1 triệu đến 1 tỷ đồng"}) {
        INFO(range);
        CHECK(shown("Năm 2016, tỉnh đạt " + range + ".").size() == 1);
        CHECK(doubts("Năm 2016, tỉnh đạt " + range + ".").empty());
    }
}

TEST_CASE("decimals may be glued behind their unit", "[measures]") {
    CHECK(shown("Năm 2016, kè cao 1m75, cầu rộng 2m5, đường dài 3km5.") ==
          Lines{"1m75 = 1.75 m length", "2m5 = 2.5 m length", "3km5 = 3.5 km length"});
    const Report range = test::report_of("Năm 2016, cây cao từ 1m65 đến 1m8.");
    REQUIRE(range.measures.size() == 1);
    CHECK(range.measures[0].value == Decimal(165, -2));
    CHECK(range.measures[0].to == Decimal(18, -1));
    CHECK(shown("Năm 2016, xây 2m2 tường, đổ 3m3 bê tông.") == Lines{"2m2 = 2 m2 other", "3m3 = 3 m3 other"});
    CHECK(shown("Mã 5m1234, lớp 2a5 và máy 1,5m75.").empty());
}

TEST_CASE("'k' is a thousand in the price of something", "[measures]") {
    CHECK(shown("Năm 2016, phí gửi xe là 15k/lượt, vé từ 20-30k/người.") ==
          Lines{"15k/lượt = 15000 VND rate /1 lượt", "từ 20-30k/người = 20000 VND rate /1 người"});
    CHECK(shown("Nhẫn vàng 24k, phim 4k, quy tắc 5K, đường chạy 10k.").empty());
    CHECK(shown("Nhẫn vàng 18k/24k, giải chạy 5k/10k.").empty());
}

TEST_CASE("a number told again in a bracket is one figure", "[measures]") {
    CHECK(shown("Năm 2016, có 15 (mười lăm) trường hợp và 05 (năm) tập thể.") ==
          Lines{"15 (mười lăm) trường hợp = 15 trường hợp count", "05 (năm) tập thể = 5 tập thể count"});
    CHECK(shown("Năm 2016, chi 1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng).") ==
          Lines{"1.250.000 đồng = 1250000 VND money"});
    CHECK(doubts("Năm 2016, có 15 (mười sáu) trường hợp.") == Lines{"disputed-number"});
    CHECK(shown("Năm 2016, có 15 xã (2 xã miền núi).").size() == 2);
}

TEST_CASE("multiples, fractions and ranks in words", "[measures]") {
    CHECK(shown("Năm 2016, sản lượng gấp đôi năm 2010.") == Lines{"gấp đôi = 2 lần other [năm 2010]"});
    CHECK(shown("Năm 2016, sản lượng gấp ba lần năm 2010.") == Lines{"ba lần = 3 lần other [năm 2010]"});
    CHECK(shown("Năm 2016, hai phần ba cán bộ đã học; 12 trên 15 xã đạt chuẩn; một nửa số xã có chợ.") ==
          Lines{"hai phần ba cán bộ = 2 cán bộ ratio", "12 trên 15 xã = 12 xã ratio", "một nửa số xã = 1 xã ratio"});
    CHECK(shown("Năm 2016, tỉnh lớn thứ 4 cả nước.").size() == 1);
    CHECK(shown("Năm 2016, vay khoản 40 triệu USD ở mức 6-7%.") ==
          Lines{"40 triệu USD = 40000000 USD money", "6-7% = 6 percent percent"});
    CHECK(shown("Tỉnh đón cách mạng công nghiệp 4.0 và dùng Web 2.0.").empty());
}

TEST_CASE("multiples without 'lần', and a half more", "[measures]") {
    CHECK(shown("Năm 2016, sản lượng gấp rưỡi năm 2010.") == Lines{"gấp rưỡi = 1.5 lần other [năm 2010]"});
    CHECK(shown("Năm 2016, sản lượng tăng gấp đôi rưỡi so với năm 2010.")
              .front()
              .starts_with("gấp đôi rưỡi = 2.5 lần other"));
    CHECK(shown("Năm 2016, sản lượng gấp ba rưỡi năm 2010.").front().starts_with("gấp ba rưỡi = 3.5 lần other"));
    CHECK(shown("Năm 2016, sản lượng gấp ba năm 2010.").front().starts_with("ba = 3 lần other"));
    CHECK(shown("Năm 2016, sản lượng gấp 2,5 so với năm 2010.").front().starts_with("2,5 = 2.5 lần other"));
    CHECK(
        shown("Năm 2016, sản lượng gấp hai lần rưỡi năm 2010.").front().starts_with("hai lần rưỡi = 2.5 lần other"));
    // What is folded, and what is urgent, is counted.
    CHECK(shown("Năm 2016, Sở in 12 tờ gấp, sửa gấp 3 công trình.") ==
          Lines{"12 tờ gấp = 12 tờ gấp count", "3 công trình = 3 công trình count"});
}

TEST_CASE("a half behind the unit is a half of it", "[measures]") {
    CHECK(shown("Năm 2016, tuyến đường dài 2 km rưỡi.") == Lines{"2 km rưỡi = 2.5 km length"});
    CHECK(shown("Chiến dịch kéo dài hai năm rưỡi.") == Lines{"hai năm rưỡi = 2.5 năm duration"});
    CHECK(shown("Năm 2016, mỗi hộ thu hai đến ba tấn rưỡi.").front().starts_with("hai đến ba tấn rưỡi = 2 tấn"));
    // Of what it is a half behind a scale, nobody knows.
    CHECK(shown("Năm 2016, Sở chi 2 tỷ đồng rưỡi.").empty());
    CHECK(doubts("Năm 2016, Sở chi 2 tỷ đồng rưỡi.") == Lines{"unread-number"});
    CHECK(shown("Năm 2016, Sở chi 2 tỷ rưỡi đồng.") == Lines{"2 tỷ rưỡi đồng = 2500000000 VND money"});
}

TEST_CASE("money is in no unit that the lexicon does not know", "[measures]") {
    CHECK(shown("Năm 2016, tỉnh chi 640 tỷ nạo vét kênh, 12 tỷ lát vỉa hè.") ==
          Lines{"640 tỷ = 640000000000 VND money", "12 tỷ = 12000000000 VND money"});
    CHECK(shown("Năm 2016, Sở chi 35 triệu tu sửa nhà, 20 triệu tiền thưởng.") ==
          Lines{"35 triệu = 35000000 VND money", "20 triệu = 20000000 VND money"});
    // But things that are counted, and money that is named.
    CHECK(shown("Năm 2016, mạng có 2 tỷ tin nhắn, 3 triệu quyển, 4 tỷ kroner, 5 tỷ gram.") ==
          Lines{"2 tỷ tin nhắn = 2000000000 tin nhắn count", "3 triệu quyển = 3000000 quyển count",
                "4 tỷ kroner = 4000000000 krone money", "5 tỷ gram = 5000000000 gam other"});
}

TEST_CASE("signs and glued words of numbers", "[measures]") {
    CHECK(shown("Năm 2016, chi 520 tỷđồng, 520.000₫, 3tr5, 3½ triệu đồng, 10⁶ đồng; tỷ suất 5‰.") ==
          Lines{"520 tỷđồng = 520000000000 VND money", "520.000₫ = 520000 VND money", "3tr5 = 3500000 VND money",
                "3½ triệu đồng = 3500000 VND money", "10⁶ đồng = 1000000 VND money", "5‰ = 0.5 percent percent"});
}

namespace {

/// `text = lower..upper` of ranges, `text = part of whole` of ratios.
Lines ends(const std::string& body) {
    Lines lines;
    for (const Measure& m : test::report_of(body).measures)
        lines.push_back(m.text + " = " + m.value.to_string() + (m.to ? ".." + m.to->to_string() : "") +
                        (m.of ? " of " + m.of->to_string() : ""));
    return lines;
}

}  // namespace

TEST_CASE("the ends of a range are compared as their commas are read", "[measures]") {
    CHECK(ends("Năm 2016, Sở hỗ trợ từ 500 đến 1,500 hộ nghèo.") == Lines{"từ 500 đến 1,500 hộ nghèo = 500..1500"});
    CHECK(ends("Năm 2016, thu từ 12,5 đến 13,125% số thuế.") == Lines{"từ 12,5 đến 13,125% = 12.5..13.125"});
    CHECK(ends("Năm 2016, Sở hỗ trợ 12/1,500 hộ nghèo.") == Lines{"12/1,500 hộ nghèo = 12 of 1500"});
    // The other way round it is a slip, unless something falls.
    const Report slip = test::report_of("Năm 2016, Sở hỗ trợ từ 1,500 đến 900 hộ nghèo.");
    CHECK(slip.measures.empty());
    REQUIRE(slip.diagnostics.size() == 1);
    CHECK(slip.diagnostics[0].code == "reversed-range");
    CHECK(ends("Năm 2016, số hộ nghèo giảm từ 1,500 hộ đến 900 hộ.") == Lines{"1,500 hộ = 1500", "900 hộ = 900"});
}

TEST_CASE("a range may be in words", "[measures]") {
    CHECK(ends("Năm 2016, hồ sơ được giải quyết từ ba đến năm ngày.") == Lines{"từ ba đến năm ngày = 3..5"});
    CHECK(ends("Năm 2016, hồ sơ được giải quyết từ năm đến bảy ngày.") == Lines{"từ năm đến bảy ngày = 5..7"});
    CHECK(ends("Năm 2016, mỗi xã có ba đến năm hộ nghèo.") == Lines{"ba đến năm hộ nghèo = 3..5"});
    CHECK(ends("Năm 2016, mỗi xã có hai, ba trạm BTS.") == Lines{"hai, ba trạm BTS = 2..3"});
    CHECK(ends("Năm 2016, mỗi xã có từ hai mươi đến năm mươi hộ nghèo.") ==
          Lines{"từ hai mươi đến năm mươi hộ nghèo = 20..50"});
    CHECK(ends("Năm 2016, Sở hỗ trợ từ hai đến năm tỷ đồng.") ==
          Lines{"từ hai đến năm tỷ đồng = 2000000000..5000000000"});
    // A year is none.
    CHECK(ends("Mỗi năm đến mười hộ thoát nghèo.") == Lines{"mười hộ = 10"});
    CHECK(ends("Từ quý ba đến năm học mới, Sở có 12 lớp.") == Lines{"12 lớp = 12"});
    CHECK(ends("Đề án đầu tư đến năm 2020 có 12 dự án.") == Lines{"12 dự án = 12"});
    // 'hai, năm hộ' are two numbers.
    for (const std::string& line : ends("Năm 2016, mỗi xã có hai, năm hộ nghèo."))
        CHECK(line.find("..") == std::string::npos);
}

TEST_CASE("both ends of a range may be below zero", "[measures]") {
    CHECK(ends("Năm 2016, lợi nhuận đạt âm 12 tỷ đồng đến âm 5 tỷ đồng.") ==
          Lines{"âm 12 tỷ đồng đến âm 5 tỷ đồng = -12000000000..-5000000000"});
    CHECK(ends("Năm 2016, chỉ số giá ở mức -5% đến -3%.") == Lines{"-5% đến -3% = 3..5"});
    CHECK(ends("Năm 2016, lợi nhuận đạt âm 3 tỷ đồng đến 5 tỷ đồng.") ==
          Lines{"âm 3 tỷ đồng đến 5 tỷ đồng = -3000000000..5000000000"});
}

TEST_CASE("blanks may part the groups of both ends of a range", "[measures]") {
    CHECK(ends("Năm 2016, Sở hỗ trợ 2 500 đến 3 500 hộ nghèo.") == Lines{"2 500 đến 3 500 hộ nghèo = 2500..3500"});
}

TEST_CASE("a bracket that tells a number with a comma again disputes nothing", "[measures]") {
    const Report told = test::report_of("Năm 2016, Sở hỗ trợ 1,500 (một nghìn năm trăm) hộ nghèo.");
    REQUIRE(told.measures.size() == 1);
    CHECK(told.measures[0].value == Decimal(1500));
    for (const Diagnostic& diagnostic : told.diagnostics) CHECK(diagnostic.code != "disputed-number");
}

TEST_CASE("a figure stays where what follows it is no denominator", "[measures]") {
    CHECK(ends("Năm 2016, thu ngân sách đạt 12 tỷ đồng trên hai ba huyện.") == Lines{"12 tỷ đồng = 12000000000"});
}

TEST_CASE("a unit ends before a number in words", "[measures]") {
    const Lines both = shown("Năm 2016, dự án bàn giao 26 tháp ba nhà thầu dựng.");
    CHECK(both == Lines{"26 tháp = 26 tháp count", "ba nhà thầu = 3 nhà thầu count"});
    CHECK(shown("Năm 2016, dự án dựng 26 tháp năm ngoái.").front() == "26 tháp = 26 tháp count");
    CHECK(shown("Năm 2016, dự án bàn giao 26 tháp nhũ.").front() == "26 tháp nhũ = 26 tháp nhũ count");
}

TEST_CASE("a unit is the same however the words of the text stand", "[measures]") {
    for (const char* words : {"26 tháp  nhũ", "26 tháp\u00A0nhũ", "26 th\u00ADáp nhũ"}) {
        INFO(words);
        const Lines found = shown("Năm 2016, dự án bàn giao " + std::string(words) + ".");
        REQUIRE(found.size() == 1);
        CHECK(found.front().ends_with(" = 26 tháp nhũ count"));
    }
}

TEST_CASE("the commas of one quantity are read in one way", "[measures]") {
    const auto values = [](const std::string& body) {
        const Measure m = test::report_of(body).measures.at(0);
        return m.value.to_string() + (m.to ? ".." + m.to->to_string() : "") + (m.of ? "/" + m.of->to_string() : "");
    };
    CHECK(values("Năm 2016, Sở thu 1,234 đến 2,000 tấn chè.") == "1234..2000");
    CHECK(values("Năm 2016, Sở trồng 1,234/2,000 ha chè.") == "1234/2000");
    CHECK(values("Năm 2016, Sở thu từ 1,500 đến 1,755 tấn chè.") == "1500..1755");
    CHECK(values("Năm 2016, Sở thu 1,5 đến 2,250 tấn chè.") == "1.5..2.25");
}

TEST_CASE("a verb of rank is no unit of the number before it", "[measures]") {
    CHECK(shown("Năm 2016, trạm số 12 xếp hạng 5 trong huyện.").size() == 1);
    const Lines items = shown("Năm 2016, huyện làm xong 12 hạng mục.");
    REQUIRE(items.size() == 1);
    CHECK(items.front().find("12 hạng mục") != std::string::npos);
}

TEST_CASE("symbols say how exact a figure is, and which money", "[measures]") {
    CHECK(shown("Năm 2016, có > 90% xã, < 3% hộ, ≥ 98% hồ sơ, ≤5 ngày, ~ 300 học viên và ≈ 40 hộ.") ==
          Lines{"> 90% = 90 percent percent over", "< 3% = 3 percent percent under",
                "≥ 98% = 98 percent percent at_least", "≤5 ngày = 5 day duration at_most",
                "~ 300 học viên = 300 học viên count about", "≈ 40 hộ = 40 hộ count about"});
    CHECK(shown("Năm 2016, Sở mở các lớp… 300 học viên dự.") == Lines{"300 học viên = 300 học viên count"});
    CHECK(shown("Năm 2016, quỹ nhận $2,5 triệu, US$300, 5.000$ và bán với giá €25/tấn.") ==
          Lines{"$2,5 triệu = 2500000 USD money", "US$300 = 300 USD money", "5.000$ = 5000 USD money",
                "€25/tấn = 25 EUR rate /1 tấn"});
    // A letter of another script is no sign.
    CHECK(shown("Năm 2016, Sở mở 5 \u043C.") == Lines{"5 \u043C = 5 \u043C count"});
    const Report range = test::report_of("Năm 2016, quỹ nhận $2-3 triệu.");
    REQUIRE(range.measures.size() == 1);
    CHECK(range.measures[0].value == Decimal(2'000'000));
    CHECK(range.measures[0].to == Decimal(3'000'000));
    CHECK(shown("Năm 2016, còn chưa quá 10 hồ sơ.") == Lines{"chưa quá 10 hồ sơ = 10 hồ sơ count at_most"});
}

TEST_CASE("'một' behind a figure is a slash in words, but 'một lần' is once", "[measures]") {
    CHECK(shown("Năm 2016, giá lúa 6.500 đồng một kg, năng suất 65 tạ một ha, 25 học sinh một lớp.") ==
          Lines{"6.500 đồng một kg = 6500 VND rate /1 kg", "65 tạ một ha = 65 tạ rate /1 ha",
                "25 học sinh một lớp = 25 học sinh rate /1 lớp"});
    CHECK(shown("Năm 2016, trợ cấp 5 triệu đồng một lần, 120 tỷ đồng một số công trình, 200 hồ sơ một cửa.") ==
          Lines{"5 triệu đồng = 5000000 VND money", "120 tỷ đồng = 120000000000 VND money",
                "200 hồ sơ = 200 hồ sơ count"});
}

TEST_CASE("what each is told of does not count its money", "[measures]") {
    CHECK(shown("Năm 2016, Sở thưởng mỗi cá nhân 2 triệu, hỗ trợ mỗi hộ 1tr5.") ==
          Lines{"2 triệu = 2000000 VND rate /1 cá nhân", "1tr5 = 1500000 VND rate /1 hộ"});
    CHECK(shown("Năm 2016, số lượt xem đạt 1,2 triệu.") == Lines{"1,2 triệu = 1200000 lượt count"});
}

TEST_CASE("parts and halves may be of a 'số'", "[measures]") {
    CHECK(shown("Năm 2016, 3/4 số xã, hơn nửa số hộ và gần một nửa số bản đạt chuẩn.") ==
          Lines{"3/4 số xã = 3 xã ratio", "hơn nửa số hộ = 1 hộ ratio over",
                "gần một nửa số bản = 1 bản ratio nearly"});
    CHECK(test::periods("Nửa đầu năm 2016 có 5 dự án.") == Lines{"5 dự án: 2016-H1"});
}

TEST_CASE("'tới' makes a range where both ends count the same", "[measures]") {
    const Report report = test::report_of("Năm 2016, mỗi đội có từ 5 tới 7 người, học 10 tới 15 ngày.");
    REQUIRE(report.measures.size() == 2);
    CHECK(report.measures[0].to == Decimal(7));
    CHECK(report.measures[1].to == Decimal(15));
    CHECK(shown("Trong 3 năm tới 12 xã sẽ đạt chuẩn, quý tới 5 xã.") ==
          Lines{"12 xã = 12 xã count", "5 xã = 5 xã count"});
}

TEST_CASE("products and alternatives have no value", "[measures]") {
    CHECK(shown("Năm 2016, trạm có 2 x 63 MVA, mỗi suất 300 nghìn x 20 suất.").empty());
    CHECK(doubts("Năm 2016, trạm có 2 x 63 MVA, mỗi suất 300 nghìn x 20 suất.") ==
          Lines{"unread-number", "unread-number"});
    CHECK(doubts("Năm 2016, Sở chọn 2 hoặc 3 đơn vị, mời khoảng 20 hay 30 hộ.") ==
          Lines{"unread-number", "unread-number"});
}

TEST_CASE("both of two levels may have their times behind them", "[measures]") {
    CHECK(shown("Số doanh nghiệp tăng từ 1.200 năm 2014 lên 1.850 năm 2016.") ==
          Lines{"1.200 = 1200 doanh nghiệp count", "1.850 = 1850 doanh nghiệp count"});
}

TEST_CASE("a loss has a negative value", "[measures]") {
    CHECK(shown("Năm 2016, công ty lỗ 246 tỷ đồng, giảm lỗ 74 tỷ đồng so với năm 2015.") ==
          Lines{"246 tỷ đồng = -246000000000 VND money",
                "74 tỷ đồng = 74000000000 VND money decrease [so với năm 2015]"});
    CHECK(shown("Năm 2016, lỗ hổng bảo mật gây thiệt hại 5 tỷ đồng.") == Lines{"5 tỷ đồng = 5000000000 VND money"});
    CHECK(shown("Năm 2016, Sở vá 12 lỗ hổng bảo mật.") == Lines{"12 lỗ hổng = 12 lỗ hổng count"});
}

TEST_CASE("a lower end without its thousands has those of the upper", "[measures]") {
    const Report report = test::report_of("Năm 2016, mỗi xe chở 10 - 15.000 gói.");
    CHECK(shown(report) == Lines{"10 - 15.000 gói = 10000 gói rate /1 xe"});
    CHECK(report.measures[0].to == Decimal(15000));
    CHECK(std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                      [](const Diagnostic& d) { return d.code == "reversed-range"; }));
    CHECK(report.measures[0].confidence.indicator != Confidence::certain);
    CHECK(shown("Năm 2016, phí là 500 - 1.000 đồng.")[0] == "500 - 1.000 đồng = 500 VND money");
    CHECK(shown("Năm 2016, có 1 - 2.000 người tham dự.")[0] == "1 - 2.000 người = 1 người count");
    CHECK(shown("Năm 2016, Sở tặng từ 1 đến 1.000 cây.")[0] == "từ 1 đến 1.000 cây = 1 cây count");
}

TEST_CASE("n of m whose numbers have points need no noun", "[measures]") {
    const Report report = report_of("Năm 2016, các cấp hòa giải thành 1.181/1.380.");
    REQUIRE(report.measures.size() == 1);
    CHECK(report.measures.front().value == Decimal(1181));
    CHECK(report.measures.front().of == Decimal(1380));
}

TEST_CASE("the number of an item is no part of a figure", "[measures]") {
    for (const std::string label : {"3. ", "4) ", "(5) ", "a) ", "IV. ", "- ", "+ ", "6.1. "}) {
        CAPTURE(label);
        for (const std::string body : {"13 công trình", "13 - 15 công trình", "13/15 công trình", "13% công trình"}) {
            CAPTURE(body);
            const Report alone = test::parse_checked(label + body + " chậm tiến độ.\n");
            REQUIRE(alone.measures.size() == 1);
            CHECK(alone.measures.front().value == Decimal(13));
            CHECK(report_of(label + body + " chậm tiến độ.").measures.front().value == Decimal(13));
        }
    }
    // Behind '-' and '/' the lines beside it tell.
    CHECK(shown("1- 13 công trình chậm.\n2- 15 công trình xong.") ==
          Lines{"13 công trình = 13 công trình count", "15 công trình = 15 công trình count"});
    CHECK(shown("Năm 2016, Sở có các kết quả sau.\n10/ 320 hộ có nhà.\n11/ 50 hộ có việc làm.") ==
          Lines{"320 hộ = 320 hộ count", "50 hộ = 50 hộ count"});
    CHECK(shown("10/ 12 xã đạt chuẩn nông thôn mới trong năm.") == Lines{"10/ 12 xã = 10 xã ratio"});
    CHECK(shown("3- 5 triệu đồng mỗi hộ được vay.").front().starts_with("3- 5 triệu đồng"));
    // A sign before the number is no bullet.
    CHECK(test::parse_checked("$186.240 là số tiền thu được.\n").measures.size() == 1);
    for (const std::string line :
         {"-- $186.240 (12%), -5%", "* +3% là mức tăng.", "-(-2%) là mức giảm.", "~ 5%", "$"})
        (void)report_of(line);
}

TEST_CASE("n in m of something is a ratio", "[measures]") {
    CHECK(shown("Năm 2016, hoàn thành 14 trong 25 chỉ tiêu.") == Lines{"14 trong 25 chỉ tiêu = 14 chỉ tiêu ratio"});
    CHECK(ids("Năm 2016, số người mắc sởi là 12 trong 15 xã.").size() == 2);
    CHECK(shown("Năm 2016, chỉ số xếp 31/63, tăng 5 bậc.").front().starts_with("31/63 = 31"));
    CHECK(report_of("Năm 2016, chỉ số xếp 31/63, tăng 5 bậc.").measures.front().kind == MeasureKind::rank);
    // Days, addresses and what is open all day.
    CHECK(
        shown("Năm 2016, kỷ niệm 30/4 và 2/9, trực 24/24, nhà số 21/63, ngõ 12/58, quy hoạch tỷ lệ 1/500.").empty());
    CHECK(shown("Năm 2016, đo bản đồ tỷ lệ 1.000/5.000.").empty());
}

TEST_CASE("short forms of money", "[measures]") {
    CHECK(shown("Năm 2016, Quỹ chi 1.920 trđ, nợ 12 tr.đ, thu 3 tỷđ và 900 ngđ.") ==
          Lines{"1.920 trđ = 1920000000 VND money", "12 tr.đ = 12000000 VND money", "3 tỷđ = 3000000000 VND money",
                "900 ngđ = 900000 VND money"});
}

TEST_CASE("a dash between money and a share makes no range", "[measures]") {
    CHECK(shown("Năm 2016, doanh nghiệp nhà nước nộp 58,9 tỷ - 112% dự toán.") ==
          Lines{"58,9 tỷ = 58900000000 VND money", "112% = 112 percent percent [dự toán]"});
    CHECK(shown("Năm 2016, thu 3 - 5 tỷ đồng.").front().starts_with("3 - 5 tỷ đồng = 3000000000"));
}

TEST_CASE("bronze is no money", "[measures]") {
    CHECK(shown("Năm 2016, đoàn giành 143 huy chương (32 vàng, 41 bạc, 70 đồng).")[3] ==
          "70 đồng = 70 đồng count of#0");
    CHECK(shown("Năm 2016, thu 70 đồng.") == Lines{"70 đồng = 70 VND money"});
}

TEST_CASE("hours of the day last no time", "[measures]") {
    CHECK(shown("Năm 2016, 4 vụ xảy ra trong khung 18 giờ đến 22 giờ.") == Lines{"4 vụ = 4 vụ count"});
    CHECK(shown("Năm 2016, thời gian xử lý giảm còn 3 đến 5 giờ.").size() == 1);
}

namespace {
// The diagnostics of numbers.
Lines codes(const std::string& body) {
    Lines found;
    for (const Diagnostic& d : report_of(body).diagnostics)
        if (d.code.ends_with("-number") || d.code.starts_with("ambiguous-")) found.emplace_back(d.code);
    return found;
}
}  // namespace

TEST_CASE("a list shares its scale with its unit", "[measures]") {
    CHECK(shown("Năm 2016, các đơn vị nhận 10, 7 và 5 triệu đồng.") ==
          Lines{"10 = 10000000 VND money", "7 = 7000000 VND money", "5 triệu đồng = 5000000 VND money"});
    CHECK(shown("Năm 2016, mức phạt là 3-5, 5-7 và 7-10 triệu đồng.")[0] == "3-5 = 3000000 VND money");
    CHECK(shown("Năm 2016, hai loại đạt 123,4 và 56,7 nghìn tấn.")[0] == "123,4 = 123400 tấn other");
    CHECK(shown("Năm 2016, các hộ nhận 500.000 và 1,2 triệu đồng.")[0] == "500.000 = 500000 VND money");
}

TEST_CASE("a year and a figure behind its comma are no number", "[measures]") {
    CHECK(shown("Năm 2016, cả năm 2017,5 tỷ đồng được giải ngân.").empty());
    CHECK(codes("Năm 2016, cả năm 2017,5 tỷ đồng được giải ngân.") == Lines{"unread-number"});
    CHECK(shown("Năm 2016, thu 2017,5 tỷ đồng.") == Lines{"2017,5 tỷ đồng = 2017500000000 VND money"});
}

TEST_CASE("digits that strange marks join have no value", "[measures]") {
    for (const char* number : {"123'456", "15…20", "123_456"}) {
        INFO(number);
        CHECK(shown("Năm 2016, thu " + std::string(number) + " triệu đồng.").empty());
        CHECK_FALSE(codes("Năm 2016, thu " + std::string(number) + " triệu đồng.").empty());
    }
    CHECK(shown("Năm 2016, đê cao 3÷5 m.") == Lines{"3÷5 m = 3 m length"});
}

TEST_CASE("a dash behind a colon may be a sign", "[measures]") {
    CHECK(shown("Năm 2016, lợi nhuận sau thuế: -12,5 tỷ đồng.") == Lines{"-12,5 tỷ đồng = -12500000000 VND money"});
    CHECK(codes("Năm 2016, lợi nhuận sau thuế: -12,5 tỷ đồng.") == Lines{"ambiguous-sign"});
    CHECK(codes("Năm 2016, số hộ nghèo: - 120 hộ.") == Lines{"ambiguous-sign"});
    CHECK(codes("Năm 2016, số hộ nghèo: 120 hộ.").empty());
    CHECK(shown("Năm 2016, doanh thu âm 5-7%.")[0].starts_with("âm 5-7% = -7"));
}

TEST_CASE("a figure told twice is one", "[measures]") {
    CHECK(shown("Năm 2016, toàn tỉnh có 1.200 hộ (một nghìn hai trăm hộ).") == Lines{"1.200 hộ = 1200 hộ count"});
    CHECK(shown("Năm 2016, hỗ trợ 500 triệu đồng (500.000.000 đồng).").size() == 1);
    CHECK(codes("Năm 2016, toàn tỉnh có 1.200 hộ (một nghìn ba trăm hộ).") == Lines{"disputed-number"});
    CHECK(shown("Năm 2016, toàn tỉnh có 1.200 hộ (800 hộ ở huyện).").size() == 2);
}

TEST_CASE("units in brackets, in quotation marks, before the number and with blanks", "[measures]") {
    CHECK(shown("Năm 2016, thu 123.456.789 (nghìn đồng).") == Lines{"123.456.789 = 123456789000 VND money"});
    CHECK(shown("Năm 2016, xóa 17 \"điểm đen\" về tai nạn.") == Lines{"17 \"điểm đen\" = 17 điểm đen count"});
    CHECK(shown("Năm 2016, tỷ suất sinh 15,2%o.") == Lines{"15,2%o = 1.52 percent percent"});
    CHECK(shown("Năm 2016, diện tích 1.234,5 km 2.") == Lines{"1.234,5 km 2 = 1234.5 km2 other"});
    CHECK(shown("Năm 2016, vận chuyển 1.567 triệu tấn.km.")[0].ends_with("tấn.km other"));
    CHECK(shown("Tổng số đảng viên năm 2016: 56.789 đ/c.") == Lines{"56.789 đ/c = 56789 đ/c count"});
}

TEST_CASE("'trên' of a place or a ground is not 'over'", "[measures]") {
    CHECK(shown("Năm 2016, chấm điểm dựa trên 5 tiêu chí.") == Lines{"5 tiêu chí = 5 tiêu chí count"});
    CHECK(shown("Năm 2016, Sở chấm trên 5 tiêu chí.")[0].ends_with("over"));
    const Report ranked = report_of("Năm 2016, tỉnh xếp thứ 12 trên 63 tỉnh.");
    REQUIRE(ranked.measures.size() == 1);
    CHECK(ranked.measures[0].of == Decimal(63));
}

TEST_CASE("versions are no counts", "[measures]") {
    CHECK(shown("Năm 2016, cách mạng công nghiệp 4.0 bên cạnh thời cơ là thách thức.").empty());
}

TEST_CASE("letters among digits, and digits parted by blanks, are told and not read", "[measures]") {
    const auto doubts = [](const std::string& sentence) {
        const std::string page = test::page_of(sentence);
        const Report report = test::parse_checked(page);
        CHECK(report.measures.empty());
        Lines told;
        for (const Diagnostic& each : report.diagnostics)
            told.push_back(each.code + ": " + std::string(slice(page, each.span)));
        return told;
    };
    for (const std::string number : {"l,5 tỷ đồng", "l2,5 tỷ", "O,5 tỷ", "1.25O,5 tỷ", "l.250 tỷ đồng",
                                     "1.25O tỷ đồng", "1O2%", "12O vụ", "3O ha", "34o giấy phép", "45.6oo tỷ"})
        CHECK(doubts("Năm 2016, Sở đạt " + number + ".") == Lines{"malformed-number: " + number});
    for (const std::string number :
         {"5 ,6%", "4 , 5%", "45 . 6 tỷ đồng", "45. 6 tỷ đồng", "12, 500 hộ", "12 , 500 hộ", "450/400 tỷ đồng"})
        CHECK(doubts("Năm 2016, Sở đạt " + number + ".") == Lines{"unread-number: " + number});
    CHECK(doubts("Năm 2016, mức thưởng là 4 triệu 800/tháng.") == Lines{"unread-number: 4 triệu 800/"});
    CHECK(shown("Năm 2016, Sở dùng 5l xăng, 12 bình O2.")[0] == "5l = 5 lít other");
}

TEST_CASE("a sign in a bracket behind a figure says how it changed", "[measures]") {
    CHECK(shown("Năm 2016, xảy ra 45 vụ (-13 vụ; -22,4%).")[1] == "-13 vụ = 13 vụ count decrease");
    CHECK(shown("Năm 2016, xảy ra 45 vụ (-5 vụ).")[1] == "-5 vụ = 5 vụ count decrease");
    CHECK(shown("Năm 2016, diện tích lúa 5.600 ha (- 120 ha).")[1] == "- 120 ha = 120 ha other decrease");
    CHECK(shown("Năm 2016, sản lượng đạt 45.000 tấn (-1.200 tấn).")[1] == "-1.200 tấn = 1200 tấn other decrease");
    CHECK(shown("Số vụ: 45 (+5).")[1] == "5 = 5 vụ count increase");
    CHECK(shown("Số vụ: 12 (-3).")[1] == "-3 = 3 vụ count decrease");
    const Report report = report_of("Năm 2016, có 12 người bị thương, -3 người so với năm 2015.");
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].code == "ambiguous-sign");
}

TEST_CASE("what is counted by people stands behind a noun phrase", "[measures]") {
    CHECK(shown("Năm 2016, có 98 thuê bao điện thoại/100 dân.") ==
          Lines{"98 thuê bao điện thoại/100 dân = 98 thuê bao rate /100 dân"});
    CHECK(shown("Năm 2016, có 12 bác sĩ, dược sĩ/vạn dân.") ==
          Lines{"12 bác sĩ, dược sĩ/vạn dân = 12 bác sĩ rate /10000 dân"});
    CHECK(shown("Năm 2016, có 1.126 lượt phương tiện/5.893 lao động.").size() == 2);
    CHECK(shown("Năm 2016, giá lúa là 45 nghìn/kg.") == Lines{"45 nghìn/kg = 45000 VND rate /1 kg"});
    CHECK(shown("Năm 2016, tỷ lệ nợ là 0,56%/tổng dư nợ.") == Lines{"0,56% = 0.56 percent percent"});
    CHECK(shown("Năm 2016, thu nhập 6 triệu rưỡi/người/tháng.")[0].ends_with("rate /1 người/tháng"));
    CHECK(shown("Cứ 10.000 dân có 9 bác sĩ.") == Lines{"9 bác sĩ = 9 bác sĩ rate /10000 dân"});
    CHECK(shown("Bình quân 1 cán bộ thuế quản lý 85 hộ.") == Lines{"85 hộ = 85 hộ rate /1 cán bộ"});
}

TEST_CASE("so much in each month or quarter is no date", "[measures]") {
    CHECK(shown("Trung bình mỗi tháng 5 vụ.") == Lines{"5 vụ = 5 vụ rate /1 tháng"});
    CHECK(shown("Mỗi quý 3 cuộc kiểm tra.") == Lines{"3 cuộc = 3 cuộc rate /1 quý"});
    CHECK(shown("Tiền lương bình quân tháng 12 triệu đồng.") == Lines{"12 triệu đồng = 12000000 VND money"});
    CHECK(test::periods("Trung bình tháng 5 đạt 12 vụ.") == Lines{"12 vụ: 2016-05"});
}

TEST_CASE("a ratio that may be of two times is told", "[measures]") {
    const auto told = [](const std::string& sentence) {
        const Report report = report_of(sentence);
        return std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                           [](const Diagnostic& each) { return each.code == "ambiguous-ratio"; });
    };
    CHECK(told("Số vụ: 45/52 vụ (-13,5%)."));
    CHECK(told("Năm 2016, xảy ra 45/52 vụ so với năm 2015."));
    CHECK(told("Năm 2016, xảy ra 45 vụ/52 vụ của năm 2015."));
    CHECK_FALSE(told("Năm 2016, có 45/52 xã đạt chuẩn (86,5%)."));
}

TEST_CASE("one amount in two units, ages of nobody, terms in two units", "[measures]") {
    CHECK(shown("Năm 2016, xã thu 12 tấn 500 kg lúa.") == Lines{"12 tấn 500 kg = 12.5 tấn other"});
    CHECK(shown("Năm 2016, mở 12 km 500 m đường.") == Lines{"12 km 500 m = 12.5 km length"});
    CHECK(shown("Năm 2016, xã thu 12 tấn lúa, 500 kg ngô.").size() == 2);
    CHECK(shown("Năm 2016, tuổi thọ trung bình đạt 73,5 tuổi.") == Lines{"73,5 tuổi = 73.5 tuổi duration"});
    CHECK(shown("Năm 2016, ông Hải, 45 tuổi, được khen.").empty());
    CHECK(shown("Năm 2016, bị cáo bị phạt 18 tháng tù.") == Lines{"18 tháng = 18 tháng duration"});
    const Report report = report_of("Năm 2016, bị cáo bị phạt 1 năm 6 tháng tù.");
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].code == "unread-number");
}

TEST_CASE("a scale behind a number told again belongs to both", "[measures]") {
    CHECK(shown("Năm 2016, kinh phí 45 (bốn mươi lăm) tỷ đồng.") ==
          Lines{"45 (bốn mươi lăm) tỷ đồng = 45000000000 VND money"});
    CHECK(shown("Năm 2016, hỗ trợ 25 (hai mươi lăm) nghìn hộ.") ==
          Lines{"25 (hai mươi lăm) nghìn hộ = 25000 hộ count"});
    CHECK(shown("Năm 2016, chi 3 (ba) triệu đồng/người.")[0].ends_with("3000000 VND rate /1 người"));
    CHECK(report_of("Năm 2016, chi 3 (bốn) triệu đồng.").diagnostics.size() == 1);
}

TEST_CASE("a bound behind a negation is turned round", "[measures]") {
    CHECK(shown("Năm 2016, không để xảy ra quá 5 vụ cháy.")[0].ends_with("at_most"));
    CHECK(shown("Năm 2016, xảy ra quá 5 vụ cháy.")[0].ends_with("over"));
    CHECK(shown("Năm 2016, có 12 xã chưa đạt 3 tiêu chí.")[1] == "3 tiêu chí = 3 tiêu chí count");
    CHECK(shown("Năm 2016, toàn vùng có 98 xã, vùng 12 xã đạt chuẩn.").size() == 2);
    CHECK(shown("Năm 2016, thu ngân sách chưa đạt 50% kế hoạch.")[0].find(" under") != std::string::npos);
}

TEST_CASE("ranked among others, not among months", "[measures]") {
    CHECK(shown("Tỉnh xếp thứ 3 trong 63 tỉnh.")[0] == "thứ 3 trong 63 tỉnh = 3 tỉnh rank");
    CHECK(shown("Tỉnh xếp thứ 3 trong 6 tháng đầu năm.")[0] == "thứ 3 = 3 tỉnh rank");
    CHECK(shown("Tỉnh xếp thứ 3 trong 5 năm qua.")[0] == "thứ 3 = 3 tỉnh rank");
}

TEST_CASE("of so many thousand each", "[measures]") {
    CHECK(shown("Tỷ suất tử vong mẹ là 18/100.000 trẻ đẻ sống.")[0].ends_with("= 18 - rate /100000 trẻ"));
    CHECK(shown("Tỷ suất tử vong là 12,5/1.000 trẻ.")[0].ends_with("= 12.5 - rate /1000 trẻ"));
    CHECK(shown("Năm 2016, có 85/1.000 học sinh đạt giải.")[0].find("ratio") != std::string::npos);
    CHECK(shown("Năm 2016, đã hỗ trợ 8.500/10.000 hộ nghèo.")[0].find("ratio") != std::string::npos);
    CHECK(shown("Mỗi tháng, Trung tâm tiếp nhận 3.000 hồ sơ.") == Lines{"3.000 hồ sơ = 3000 hồ sơ rate /1 tháng"});
    CHECK(shown("Lương tăng từ 1,3 triệu đồng lên 1,39 triệu đồng/tháng.")[0] ==
          "1,3 triệu đồng = 1300000 VND rate /1 tháng");
}

TEST_CASE("a number whose unit stands in the next line is told", "[measures]") {
    const Report report = parse("Doanh thu bưu chính năm 2016 đạt 1.027\ntỷ đồng, tăng 5% so với năm 2015.");
    CHECK(std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                      [](const Diagnostic& each) { return each.code == "unread-number"; }));
    CHECK(report.measures.size() == 1);
}

TEST_CASE("parts by which something changed are told, hours that move are read", "[measures]") {
    for (const std::string sentence : {"Năm 2016, số vụ vi phạm giảm 1/3 so với năm 2015.", "Số vụ giảm gần 1/2."}) {
        const Report report = report_of(sentence);
        INFO(sentence);
        REQUIRE(report.diagnostics.size() == 1);
        CHECK(report.diagnostics[0].code == "unread-number");
    }
    CHECK(shown("Năm 2016, tăng 1/5 số vụ.").size() == 1);
    CHECK(shown("Năm 2016, thời gian rút ngắn từ 36 giờ xuống còn 28 giờ.").size() == 2);
    CHECK(shown("Năm 2016, Sở trực từ 7 giờ đến 17 giờ.").empty());
}
