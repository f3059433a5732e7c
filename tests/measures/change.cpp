// SPDX-License-Identifier: BSL-1.0
#include "measures/change.hpp"

#include "catch.hpp"
#include "figures_page.hpp"

using namespace tongket;
using test::ids;
using test::Lines;
using test::shown;

TEST_CASE("a verb of change with its own object changes the object", "[measures]") {
    CHECK(shown("Năm 2016, toàn tỉnh giảm tỷ lệ hộ nghèo 2,3%.") == Lines{"2,3% = 2.3 percent percent decrease"});
    CHECK(shown("Năm 2016, tai nạn giao thông giảm cả 3 tiêu chí.") == Lines{"3 tiêu chí = 3 tiêu chí count"});
}

TEST_CASE("where a verb leads to a level there is no change", "[measures]") {
    CHECK(shown("Năm 2016, tỷ lệ sử dụng chữ ký số tăng lên 61,5%.") == Lines{"61,5% = 61.5 percent percent"});
    CHECK(shown("Năm 2016, số thư trễ hạn giảm xuống 14 thư.") == Lines{"14 thư = 14 thư count"});
    CHECK(shown("Năm 2016, sản lượng bưu kiện tăng gấp 2,4 lần so với năm 2015.") ==
          Lines{"2,4 lần = 2.4 lần other [so với năm 2015]"});
}

TEST_CASE("a comparative's own word says nothing of how exact its figure is", "[measures]") {
    CHECK(shown("Năm 2016, số ca mắc cao hơn 12 ca so với năm 2015.") ==
          Lines{"12 ca = 12 ca count increase [so với năm 2015]"});
    CHECK(shown("Năm 2016, số ca mắc ít hơn 12 ca so với năm 2015.") ==
          Lines{"12 ca = 12 ca count decrease [so với năm 2015]"});
    CHECK(shown("Năm 2016, số ca mắc cao hơn gần 12 ca so với năm 2015.") ==
          Lines{"gần 12 ca = 12 ca count nearly increase [so với năm 2015]"});
    CHECK(shown("Năm 2016, tỉnh có hơn 12 ca mắc.") == Lines{"hơn 12 ca = 12 ca count over"});
}

TEST_CASE("how far something reaches is a change only beside a comparison", "[measures]") {
    CHECK(shown("Năm 2016, đỉnh núi cao hơn 1.700 m, tuyến đường dài hơn 20 km, hồ nhỏ hơn 5 ha.") ==
          Lines{"hơn 1.700 m = 1700 m length over", "hơn 20 km = 20 km length over",
                "nhỏ hơn 5 ha = 5 ha other under"});
    CHECK(shown("Năm 2016, mặt đê cao hơn 2 m so với thiết kế.") ==
          Lines{"2 m = 2 m length increase [so với thiết kế]"});
    CHECK(shown("Năm 2016, doanh thu vượt quá 100 tỉ đồng.") ==
          Lines{"quá 100 tỉ đồng = 100000000000 VND money over"});
    CHECK(shown("Năm 2016, doanh thu vượt quá 5% kế hoạch.") == Lines{"5% = 5 percent percent increase [kế hoạch]"});
}

TEST_CASE("bounds are levels", "[measures]") {
    CHECK(
        shown("Năm 2016, giá bán không cao hơn 17.500 đồng, không dưới 12.000 đồng, chưa đầy 12 xã, chưa tới 40%.") ==
        Lines{"không cao hơn 17.500 đồng = 17500 VND money at_most",
              "không dưới 12.000 đồng = 12000 VND money at_least", "chưa đầy 12 xã = 12 xã count under",
              "chưa tới 40% = 40 percent percent under"});
}

TEST_CASE("from one level to another are two levels", "[measures]") {
    CHECK(shown("Năm 2016, số hội viên tăng từ 8.000 lên 10.000 người.") ==
          Lines{"8.000 = 8000 người count", "10.000 người = 10000 người count"});
    CHECK(shown("Năm 2016, số hội viên từ 8.000 tăng lên 10.000 người.") ==
          Lines{"8.000 = 8000 người count", "10.000 người = 10000 người count"});
    CHECK(shown("Năm 2016, chỉ số được nâng từ 2,2 lên 9 điểm.") ==
          Lines{"2,2 = 2.2 điểm count", "9 điểm = 9 điểm count"});
    // The scale serves both where the figures then go the way that is said.
    CHECK(shown("Năm 2016, sản lượng tăng từ 1,2 lên 2,5 triệu tấn, nợ giảm từ 900 xuống còn 750 tỷ đồng.") ==
          Lines{"1,2 = 1200000 tấn other", "2,5 triệu tấn = 2500000 tấn other", "900 = 900000000000 VND money",
                "750 tỷ đồng = 750000000000 VND money"});
    CHECK(shown("Năm 2016, lượt truy cập tăng từ 8.000 lên 1,2 triệu lượt.") ==
          Lines{"8.000 = 8000 lượt count", "1,2 triệu lượt = 1200000 lượt count"});
    CHECK(shown("Năm 2016, Sở đi từ 8 giờ lên huyện.").empty());
}

TEST_CASE("a change between two bounds is one change", "[measures]") {
    const Report report = test::report_of("Năm 2016, giá xăng giảm từ 800 đồng đến 1.500 đồng/lít.");
    CHECK(shown(report) == Lines{"từ 800 đồng đến 1.500 đồng/lít = 800 VND rate /1 lít decrease"});
    CHECK(report.measures[0].to == Decimal(1500));
    CHECK(shown("Năm 2016, mưa từ 40 mm đến 5 giờ.").size() == 1);
}

TEST_CASE("a bracket behind a change tells it once more", "[measures]") {
    CHECK(shown("Năm 2016, số vụ vi phạm giảm 36 vụ (18%) so với năm 2015.") ==
          Lines{"36 vụ = 36 vụ count decrease [so với năm 2015]",
                "18% = 18 percent percent decrease [so với năm 2015]"});
    CHECK(shown("Năm 2016, doanh thu viễn thông tăng 40 tỷ đồng (tương đương 9%).") ==
          Lines{"40 tỷ đồng = 40000000000 VND money increase", "9% = 9 percent percent increase"});
}

TEST_CASE("a sign tells the direction", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu bưu chính đạt 71 tỷ đồng (+6,5%).") ==
          Lines{"71 tỷ đồng = 71000000000 VND money", "6,5% = 6.5 percent percent increase"});
}

TEST_CASE("a sign in a bracket repeats its verb", "[measures]") {
    CHECK(shown("Năm 2016, số thuê bao giảm (−)1.204 thuê bao.") ==
          Lines{"(−)1.204 thuê bao = 1204 thuê bao count decrease"});
    CHECK(shown("Năm 2016, doanh thu giảm (-) 3,5%, lợi nhuận tăng (+) 12%.") ==
          Lines{"(-) 3,5% = 3.5 percent percent decrease", "12% = 12 percent percent increase"});
    CHECK(shown("Năm 2016, số đơn giảm (-) 12.") == Lines{"(-) 12 = 12 đơn count decrease"});
    // Without one it is a sign as any.
    CHECK(shown("Năm 2016, lợi nhuận (-) 12 tỷ đồng, tỷ suất (-) 2,5%.") ==
          Lines{"(-) 12 tỷ đồng = -12000000000 VND money", "(-) 2,5% = 2.5 percent percent decrease"});
    // It opens a line of a list, or explains another sign.
    CHECK(
        shown(
            "Năm 2016, Sở đã giảm lãi cho các hộ:\n(-) 12 hộ thoát nghèo được vay vốn;\n(+) 15 hộ cận nghèo được vay "
            "vốn.") == Lines{"12 hộ = 12 hộ count", "15 hộ = 15 hộ count"});
    CHECK(shown("Năm 2016, dấu trừ (-) ghi 15 hộ.") == Lines{"15 hộ = 15 hộ count"});
}

TEST_CASE("something may change by a half of itself", "[measures]") {
    CHECK(shown("Năm 2016, số vụ giảm một nửa.") == Lines{"một nửa = 1 vụ ratio decrease"});
    CHECK(shown("Năm 2016, số vụ giảm hơn một nửa so với năm 2015.") ==
          Lines{"hơn một nửa = 1 vụ ratio over decrease [so với năm 2015]"});
    CHECK(shown("Năm 2016, số vụ giảm được phân nửa.") == Lines{"phân nửa = 1 vụ ratio decrease"});
    CHECK(shown("Năm 2016, số vụ giảm một nửa và 12 xã đạt chuẩn.")[0] == "một nửa = 1 vụ ratio decrease");
    CHECK(shown("Năm 2016, Sở làm xong một nửa; dùng phân nửa quỹ, giảm một nửa thời gian chờ.").empty());
    CHECK(shown("Năm 2016, Sở yêu cầu cắt giảm một nửa các khoản chi này.").empty());
    CHECK(shown("Năm 2016, số vụ giảm nửa vời.").empty());
}

TEST_CASE("a verb inside another word changes nothing", "[measures]") {
    CHECK(shown("Năm 2016, ngân sách thâm hụt 3,8 tỷ đồng, điện năng hao hụt 5%, tỉnh thiếu hụt 40 giáo viên.") ==
          Lines{"3,8 tỷ đồng = 3800000000 VND money", "5% = 5 percent percent", "40 giáo viên = 40 giáo viên count"});
    CHECK(ids("Năm 2016, ngân sách thâm hụt 3,8 tỷ đồng.") == Lines{"3,8 tỷ đồng: -"});
    CHECK(shown("Năm 2016, thu ngân sách hụt 3,8 tỷ đồng.") == Lines{"3,8 tỷ đồng = 3800000000 VND money decrease"});
}

TEST_CASE("one verb changes all figures that are joined behind it", "[measures]") {
    CHECK(shown("Năm 2016, doanh thu và lợi nhuận lần lượt vượt 3,1% và 40% so với kế hoạch.") ==
          Lines{"3,1% = 3.1 percent percent increase", "40% = 40 percent percent increase [so với kế hoạch]"});
    CHECK(shown("Năm 2016, doanh thu tăng 5%, 85% số hộ có điện.")[1] == "85% = 85 percent percent");
    CHECK(shown("Năm 2016, doanh thu tăng 5% và 85% số hộ có điện.")[1] == "85% = 85 percent percent");
    CHECK(shown("Năm 2016, số vụ giảm 5% và số hộ có điện đạt 85%.")[1] == "85% = 85 percent percent");
}

TEST_CASE("rates of growth are changes, whatever links them with their figure", "[measures]") {
    CHECK(shown("Năm 2016, tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) ước đạt 5,9%.") ==
          Lines{"5,9% = 5.9 percent percent estimated increase"});
    CHECK(shown("Ngành phấn đấu đạt tốc độ tăng trưởng GDP trên 3%.") ==
          Lines{"trên 3% = 3 percent percent over increase"});
    CHECK(shown("Năm 2016, tăng trưởng kinh tế của tỉnh là 7,1%.") == Lines{"7,1% = 7.1 percent percent increase"});
    CHECK(shown("Năm 2016, tỷ lệ phủ sóng tăng lên 71%.") == Lines{"71% = 71 percent percent"});
}

TEST_CASE("the object of a verb of change may be any words before a share, a noun before money", "[measures]") {
    CHECK(shown("Năm 2017, ngành phấn đấu giảm tai nạn giao thông 5-7%.") ==
          Lines{"5-7% = 5 percent percent decrease"});
    CHECK(shown("Kiểm toán kiến nghị tăng thêm vốn nhà nước gần 870 tỷ đồng.") ==
          Lines{"gần 870 tỷ đồng = 870000000000 VND money nearly increase"});
    CHECK(shown("Năm 2016, công tác giảm nghèo được hỗ trợ 12 tỷ đồng.") ==
          Lines{"12 tỷ đồng = 12000000000 VND money"});
}

TEST_CASE("a change may be told once more in a bracket before its baseline", "[measures]") {
    CHECK(shown("Năm 2016, sản xuất điện vượt 246 triệu kWh (vượt 2,2%) so với kế hoạch.") ==
          Lines{"246 triệu kWh = 246000000 kWh other increase [so với kế hoạch]",
                "2,2% = 2.2 percent percent increase [so với kế hoạch]"});
}

TEST_CASE("a list behind a verb of change changes all of it", "[measures]") {
    CHECK(shown("Năm 2016, cả tỉnh giảm 65 vụ tai nạn giao thông, 9 người chết và 46 người bị thương.") ==
          Lines{"65 vụ = 65 vụ count decrease", "9 người = 9 người count decrease",
                "46 người = 46 người count decrease"});
    CHECK(shown("Năm 2016, cả tỉnh giảm 25% số vụ, 40% diện tích thiệt hại.") ==
          Lines{"25% = 25 percent percent decrease", "40% = 40 percent percent decrease"});
    CHECK(shown("Năm 2016, cả tỉnh giảm 65 vụ tai nạn, có 9 người chết.")[1] == "9 người = 9 người count");
}

TEST_CASE("a figure behind a level and its change is a level", "[measures]") {
    for (const char* sentence :
         {"Khởi tố 50 vụ, giảm 8 vụ, 60 bị can.", "Tổ chức 5 lớp tập huấn, tăng 2 lớp, 100 người tham dự.",
          "Có 120 doanh nghiệp thành lập mới, tăng 20 doanh nghiệp, 15 doanh nghiệp giải thể.",
          "Có 20 xã đạt chuẩn, tăng 5 xã và 30 xã đạt 15 tiêu chí."}) {
        const Lines lines = shown(sentence);
        INFO(sentence);
        REQUIRE(lines.size() >= 3);
        CHECK(lines[1].find("crease") != std::string::npos);
        CHECK(lines[2].find("crease") == std::string::npos);
    }
    CHECK(shown("Tỉnh giảm 12 xã, 5 huyện có 30 xã.")[1] == "5 huyện = 5 huyện count");
    CHECK(shown("Xảy ra 90 vụ, làm 40 người chết, 70 người bị thương, giảm 8 vụ, 5 người chết và 6 người bị thương.")
              [5] == "6 người = 6 người count decrease");
}

TEST_CASE("one verb for figures in order", "[measures]") {
    CHECK(shown("Năm 2016, dư nợ bán lẻ và dư nợ FDI tăng lần lượt là 29% và 34%.") ==
          Lines{"29% = 29 percent percent increase", "34% = 34 percent percent increase"});
    CHECK(shown("Năm 2016, so với năm 2015 giảm 731 vụ, giảm 90 người chết và 118 người bị thương.")[2] ==
          "118 người = 118 người count decrease [so với năm 2015]");
}

TEST_CASE("a deficit is no decrease", "[measures]") {
    CHECK(shown("Năm 2016, thâm hụt thương mại 375 tỷ đồng.") == Lines{"375 tỷ đồng = 375000000000 VND money"});
    CHECK(shown("Năm 2016, giá điện có mức tăng 43 đồng.") == Lines{"43 đồng = 43 VND money increase"});
}

TEST_CASE("'tăng' of a name is no verb, and that of 'gia tăng' is one with its first word", "[measures]") {
    CHECK(shown("Năm 2016, giá trị gia tăng ngành nông nghiệp đạt 2.310 tỷ đồng.") ==
          Lines{"2.310 tỷ đồng = 2310000000000 VND money"});
    CHECK(shown("Năm 2016, giá trị gia tăng khoảng 2,9%.") == Lines{"khoảng 2,9% = 2.9 percent percent about"});
    CHECK(shown("Năm 2016, giá trị gia tăng tăng 2,9%.") == Lines{"2,9% = 2.9 percent percent increase"});
    CHECK(test::subjects("Năm 2016, số thuê bao gia tăng 12%.") == Lines{"12%: số thuê bao"});
    CHECK(test::subjects("Năm 2016, chi thường xuyên cắt giảm 12%.") == Lines{"12%: chi thường xuyên"});
}

TEST_CASE("one verb of change for a list of nouns with their shares", "[measures]") {
    CHECK(shown("Năm 2016, nông nghiệp tăng 2,4%, công nghiệp 9,7%, dịch vụ 7,1%.") ==
          Lines{"2,4% = 2.4 percent percent increase", "9,7% = 9.7 percent percent increase",
                "7,1% = 7.1 percent percent increase"});
    CHECK(shown("Năm 2016, dư nợ tăng 15%, nợ xấu 0,8%.")[1] == "0,8% = 0.8 percent percent");
    CHECK(shown("Năm 2016, GRDP tăng 8%, nông nghiệp 20%, dịch vụ 35%.")[1] == "20% = 20 percent percent");
    CHECK(shown("Năm 2016, tỷ lệ hộ nghèo hạ xuống 5%.") == Lines{"5% = 5 percent percent"});
    CHECK(shown("Năm 2016, nông nghiệp tăng 2,4%, tỷ lệ hộ nghèo 3,1%.")[1] == "3,1% = 3.1 percent percent");
    CHECK(shown("Năm 2016, nông nghiệp tăng 2,4%, dịch vụ chiếm 41%.")[1] == "41% = 41 percent percent");
    CHECK(shown("Năm 2016, nông nghiệp tăng 2,4%, dịch vụ 41% cơ cấu kinh tế.")[1] == "41% = 41 percent percent");
}

TEST_CASE("growth below zero is a decrease, however it is linked", "[measures]") {
    CHECK(shown("Năm 2016, mức tăng trưởng âm là 3,5%.") == Lines{"3,5% = 3.5 percent percent decrease"});
    CHECK(shown("Năm 2016, tăng trưởng âm (3,5%).") == Lines{"3,5% = 3.5 percent percent decrease"});
    CHECK(shown("Năm 2016, mức tăng trưởng là 3,5%.") == Lines{"3,5% = 3.5 percent percent increase"});
}

TEST_CASE("a change told once more in other terms", "[measures]") {
    CHECK(shown("Năm 2016, tai nạn giảm 8 người chết (12,5%).")[1] == "12,5% = 12.5 percent percent decrease");
    CHECK(shown("Năm 2016, số vụ giảm 12 vụ, tương đương 9,1%.")[1] == "9,1% = 9.1 percent percent decrease");
    CHECK(shown("Năm 2016, hộ nghèo giảm 1,12% tương đương 3.245 hộ.")[1] == "3.245 hộ = 3245 hộ count decrease");
    CHECK(shown("Năm 2016, giảm 30% về số vụ, 20% về số người chết.")[1] == "20% = 20 percent percent decrease");
    CHECK(shown("Năm 2016, giảm 12 vụ, cả năm còn 91 vụ.")[1] == "91 vụ = 91 vụ count");
}

TEST_CASE("past a mark is above it, not so much more", "[measures]") {
    CHECK(shown("Năm 2016, thu ngân sách vượt mốc 100 tỉ đồng.") ==
          Lines{"vượt mốc 100 tỉ đồng = 100000000000 VND money over"});
    CHECK(shown("Năm 2016, thu ngân sách vượt 10 tỉ đồng.")[0].find("increase") != std::string::npos);
}

TEST_CASE("one verb tells of several shares", "[measures]") {
    const auto falls = [](const std::string& sentence, std::size_t from) {
        const Lines lines = shown(sentence);
        return std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(),
                           [](const std::string& line) { return line.find(" decrease") != std::string::npos; });
    };
    CHECK(falls("Số vụ, số người chết và bị thương giảm lần lượt 5%, 6%, 7%.", 0));
    CHECK(falls("Giảm cả 3 tiêu chí: số vụ (12,5%), số người chết (5,6%), số người bị thương (3,2%).", 1));
    CHECK(falls("Cả ba tiêu chí đều giảm: số vụ giảm 5%, số người chết 6%, số người bị thương 7%.", 1));
    CHECK(falls("Năm 2016, giảm 23 vụ = 6,9%.", 0));
    CHECK(falls("Năm 2016, giảm 23 vụ, bằng 6,9%.", 0));
    CHECK_FALSE(falls("Số vụ giảm 5%, số vụ phá án đạt 80%.", 0));
    CHECK_FALSE(falls("Năm 2016, giảm 23 vụ, bằng 90% kế hoạch.", 0));
    CHECK_FALSE(falls("Năm 2016, giảm 3 vụ, bằng 94%.", 0));
    CHECK_FALSE(falls("Số vụ giảm 5%, số vụ khám phá 80%.", 0));
}

TEST_CASE("shorter terms fall, and what may be the plan is told", "[measures]") {
    CHECK(shown("Năm 2016, thời gian giải quyết rút ngắn 5 ngày so với quy định.")[0] ==
          "5 ngày = 5 day duration decrease [so với quy định]");
    CHECK(shown("Năm 2016, lợi nhuận sụt 12% so với năm 2015.")[0].find(" decrease") != std::string::npos);
    const Report report = test::report_of("Năm 2016, tỷ lệ tiêm chủng đạt 96%, vượt chỉ tiêu 95%.");
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].code == "ambiguous-change");
    const Report planned = test::report_of("Năm 2016, GRDP tăng 7,85%, vượt kế hoạch đề ra là 7,5%.");
    REQUIRE(planned.measures.size() == 2);
    CHECK(planned.measures[1].planned);
}
