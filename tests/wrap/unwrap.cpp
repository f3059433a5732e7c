// SPDX-License-Identifier: BSL-1.0
#include "wrap/unwrap.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace tongket;

namespace {

/// A text with its lines joined, or as it is where none was.
std::string joined(const std::string& text, Wrap wrap = Wrap::automatic) {
    const auto result = unwrap(text, wrap);
    return result ? result->text : text;
}

const std::string paragraph =
    "Trong 6 tháng đầu năm, Sở đã cấp 1.204 giấy phép cho các tổ\n"
    "chức, cá nhân; doanh thu của các doanh nghiệp ước đạt 1.027\n"
    "tỷ đồng, tăng 5% so với cùng kỳ. Ông Trần Văn Hai, Phó Giám\n"
    "đốc Sở cho biết, các chỉ tiêu đều đạt kế hoạch.\n";
const std::string joined_paragraph =
    "Trong 6 tháng đầu năm, Sở đã cấp 1.204 giấy phép cho các tổ chức, cá nhân; doanh thu của các doanh nghiệp ước "
    "đạt 1.027 tỷ đồng, tăng 5% so với cùng kỳ. Ông Trần Văn Hai, Phó Giám đốc Sở cho biết, các chỉ tiêu đều đạt kế "
    "hoạch.\n";

}  // namespace

TEST_CASE("the lines of a wrapped paragraph are joined", "[wrap]") {
    CHECK(joined(paragraph) == joined_paragraph);
    CHECK(joined(paragraph + paragraph) == joined_paragraph + joined_paragraph);
    CHECK(joined(paragraph + "\n" + paragraph) == joined_paragraph + "\n" + joined_paragraph);
    // As few as two.
    CHECK(joined("Doanh thu bưu chính năm 2016 đạt 109 tỷ đồng, tăng 5% so\nvới năm 2015.\n") ==
          "Doanh thu bưu chính năm 2016 đạt 109 tỷ đồng, tăng 5% so với năm 2015.\n");
    const auto result = unwrap(paragraph, Wrap::automatic);
    REQUIRE(result);
    CHECK(result->joined == 3);
    CHECK(result->place == Span{0, paragraph.size() - 1});
    CHECK(result->furniture.empty());
}

TEST_CASE("what surrounds a line break is left out with it", "[wrap]") {
    // Indentation, CRLF, blanks that make the edge straight, quoted lines' own blanks.
    CHECK(joined("    Trong năm qua, toàn ngành đã cấp phép cho 240 tổ chức và\r\n"
                 "  cá nhân;  doanh  thu của các doanh nghiệp ước đạt 1.027  \r\n"
                 "  tỷ đồng, tăng 5% so với cùng kỳ năm ngoái.\r\n") ==
          "    Trong năm qua, toàn ngành đã cấp phép cho 240 tổ chức và cá nhân; doanh thu của các doanh nghiệp ước "
          "đạt "
          "1.027 tỷ đồng, tăng 5% so với cùng kỳ năm ngoái.\r\n");
    // A word that has a hyphen of its own.
    CHECK(joined("Sở đã triển khai đầy đủ các nội dung của Nghị định số 64/NĐ-\n"
                 "CP và tham mưu cho Ủy ban nhân dân tỉnh ban hành 27 văn bản\n"
                 "chỉ đạo, điều hành; 158/199 xã đã có điểm bưu điện văn hóa.\n") ==
          "Sở đã triển khai đầy đủ các nội dung của Nghị định số 64/NĐ-CP và tham mưu cho Ủy ban nhân dân tỉnh ban "
          "hành "
          "27 văn bản chỉ đạo, điều hành; 158/199 xã đã có điểm bưu điện văn hóa.\n");
}

TEST_CASE("places lead back through joined lines", "[wrap]") {
    const std::string text = "  " + paragraph + "\f" + "    " + paragraph;
    const auto result = unwrap(text, Wrap::automatic);
    REQUIRE(result);
    for (const std::string word : {"chức,", "tỷ", "đốc", "kế"})
        for (std::size_t at = 0, in_text = 0; (at = result->text.find(word, at)) != std::string::npos; ++at) {
            in_text = text.find(word, in_text);
            CHECK(result->shifts.to_source(at) == in_text++);
        }
}

TEST_CASE("list items, headings, tables and verse stay apart", "[wrap]") {
    const std::vector<std::string> apart = {
        // items behind a full line, and an item of two lines
        "- Tăng cường công tác thanh tra, kiểm tra trên địa bàn tỉnh\n- Đẩy mạnh cải cách hành chính ở các đơn vị\n",
        "1. Tiếp tục tham mưu cho UBND tỉnh các văn bản còn thiếu.\n2. Mở 12 lớp tập huấn cho cán bộ cấp xã.\n",
        "a) Hạ tầng\nb) Ứng dụng\n",
        "II. NHIỆM VỤ TRỌNG TÂM CỦA NGÀNH TRONG SÁU THÁNG CUỐI NĂM\nNăm nay, Sở tập trung vào ba việc.\n",
        "Chỉ tiêu              Kế hoạch      Thực hiện\nDoanh thu (tỷ đồng)   1.000         1.027\n",
        "Trang chủ | Giới thiệu | Tin tức | Văn bản | Liên hệ | Hỏi đáp\nSở Y tế họp bàn công tác quý II\n",
        "Nguyễn Văn An\nTrần Thị Bình\nLê Văn Chung\n",
        "Số 12, đường Lê Lợi, phường 3\nĐiện thoại: 0123 456\n",
        "Sở Y tế tỉnh An Bình tổng kết công tác năm và bàn việc mới\n10:05 | 13/01/2017\n",
        "https://an-binh.example/hinh-anh/2017/hoi-nghi-tong-ket.jpg\nQuang cảnh hội nghị.\n",
    };
    for (const std::string& lines : apart) {
        INFO(lines);
        CHECK(joined(paragraph + "\n" + lines + "\n" + paragraph) ==
              joined_paragraph + "\n" + lines + "\n" + joined_paragraph);
    }
    // A byline behind a paragraph whose last line is full.
    const std::string full =
        "Trong 6 tháng đầu năm, Sở đã cấp 1.204 giấy phép cho các tổ\n"
        "chức, cá nhân trên địa bàn của tất cả các huyện, thị trên.\n";
    CHECK(joined(paragraph + full + "Văn phòng Sở\n") == joined_paragraph + full.substr(0, full.find('\n')) + " " +
                                                             full.substr(full.find('\n') + 1) + "Văn phòng Sở\n");
}

TEST_CASE("a dash at the beginning of a line opens an item only on pages that have items", "[wrap]") {
    const std::string sentence =
        "Đến dự có các đồng chí Phạm Văn Nam, Phó Giám đốc Sở Y tế\n"
        "- Trưởng ban chỉ đạo, cùng đại diện lãnh đạo các huyện và\n"
        "thành phố; đồng chí Lê Thị Hoa, Giám đốc Sở chủ trì họp.\n";
    CHECK(joined(sentence).find("Sở Y tế - Trưởng") != std::string::npos);
    const std::string items = "- Mở 12 lớp tập huấn.\n- Cấp 120 giấy phép.\n- Kiểm tra 15 đơn vị.\n";
    CHECK(joined(items + "\n" + sentence).find("Sở Y tế\n- Trưởng") != std::string::npos);
}

TEST_CASE("pages that are not wrapped are left as they are", "[wrap]") {
    std::string unwrapped;
    for (int i = 0; i < 6; ++i) unwrapped += joined_paragraph;
    const std::vector<std::string> texts = {
        "",
        "\n\n",
        "Sở Y tế tổng kết năm 2016.",
        unwrapped,
        "Trang chủ\nGiới thiệu\nTin tức\n" + unwrapped + "Các tin khác\nSở Y tế họp\nvà bàn việc mới\n",
        // lines of verse, however they begin
        "Việc làng việc nước chung tay\ncùng nhau vun đắp hôm nay quê mình\nmột lòng giữ trọn nghĩa tình\nmai sau "
        "con cháu quang vinh đời đời\n",
        // a list in small letters
        "các xã, phường:\nxã An Hòa\nxã An Bình\nphường Một\nphường Hai\n",
        // a column of a table
        "Chỉ tiêu\nđơn vị\ntỷ đồng\nngười\nlượt\n",
        // a sentence a line, one of them cut
        "Sáng 12/1, Sở Y tế tỉnh An Bình tổ chức hội nghị tổng kết công tác năm 2016 và triển khai nhiệm vụ năm 2017 "
        "cho "
        "toàn ngành từ tỉnh\nđến cơ sở.\nNăm qua, ngành đã khám bệnh cho 1,2 triệu lượt người.\nHội nghị đã trao "
        "giấy "
        "khen cho 12 tập thể.\n",
        // a headline in two lines above paragraphs of one line each
        "Sở Thông tin và Truyền thông tỉnh An Bình tổ chức hội nghị\ntổng kết công tác năm 2016\n" + unwrapped,
    };
    for (const std::string& text : texts) {
        INFO(text);
        CHECK(!unwrap(text, Wrap::automatic));
    }
}

TEST_CASE("the caller may decide", "[wrap]") {
    CHECK(!unwrap(paragraph, Wrap::never));
    const std::string short_lines = "Doanh thu đạt 1.027\ntỷ đồng, tăng 5%\nso với năm 2015.\n";
    CHECK(!unwrap(short_lines, Wrap::automatic));
    CHECK(joined(short_lines, Wrap::always) == "Doanh thu đạt 1.027 tỷ đồng, tăng 5% so với năm 2015.\n");
    CHECK(joined(paragraph, Wrap::always) == joined_paragraph);
    CHECK(!unwrap("", Wrap::always));
    CHECK(!unwrap(joined_paragraph, Wrap::always));
}

TEST_CASE("what stands where pages turn is left out, also amid a sentence", "[wrap]") {
    const std::size_t half = paragraph.find("tỷ đồng");
    const std::string first = paragraph + paragraph.substr(0, half), second = paragraph.substr(half) + paragraph;
    const std::string whole = joined_paragraph + joined_paragraph + joined_paragraph;
    const std::vector<std::string> turns = {
        "\f", "\n  1\n\f", "\n        - 1 -\n\n\f", "\nTrang 1/2\n\f", "\n\f2\n\n",
    };
    for (const std::string& turn : turns) {
        INFO(turn);
        CHECK(joined(first + turn + second) == whole);
    }
    // Headers that come again; numbers without form feeds.
    const std::string header = "BẢN TIN NGÀNH Y TẾ\n\n";
    CHECK(joined(header + first + "\n1\n\f" + header + second + "\n2\n\f") == whole.substr(0, whole.size() - 1));
    CHECK(joined(first + "\nTrang 1/2\n\n" + second + "\nTrang 2/2\n") == whole.substr(0, whole.size() - 1));

    const std::string text = first + "\n1\n\f" + header + second + "\n2\n\f" + header + paragraph;
    const auto result = unwrap(text, Wrap::automatic);
    REQUIRE(result);
    REQUIRE(result->furniture.size() == 2);
    CHECK(result->furniture[0] == Span{first.size() + 1, text.find("tỷ đồng", first.size())});
}

TEST_CASE("numbered lines of the text are no page numbers", "[wrap]") {
    const std::string text =
        paragraph + "Phụ lục 1\n" + paragraph + "Phụ lục 2\n" + paragraph + "Phụ lục 3\n" + paragraph;
    CHECK(joined(text) == joined_paragraph + "Phụ lục 1\n" + joined_paragraph + "Phụ lục 2\n" + joined_paragraph +
                              "Phụ lục 3\n" + joined_paragraph);
}

TEST_CASE("the lines of a short page are not repeated for being at both its edges", "[wrap]") {
    const std::vector<std::string> lines = {
        "Toàn ngành đã khám bệnh cho 1,2 triệu lượt người, đầu tư xây",
        "mới và đưa vào dùng 12 phòng khám khu vực ở các huyện, đào",
        "tạo lại cho 320 cán bộ của các trạm y tế xã, phường, cùng",
        "các bệnh viện huyện.",
    };
    std::string text = paragraph, whole = joined_paragraph;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += lines[i] + "\n" + std::to_string(i + 1) + "\n\f";
        whole += (i > 0 ? " " : "") + lines[i];
    }
    CHECK(joined(text) == whole);
}

TEST_CASE("figures at the edges of pages are no headers", "[wrap]") {
    const std::string beds = "Tổng số giường bệnh: 1.200 giường.\n", more = "Tổng số giường bệnh: 1.300 giường.\n";
    const auto result = unwrap(paragraph + beds + "\f" + paragraph + more, Wrap::automatic);
    REQUIRE(result);
    CHECK(result->furniture.empty());
    // Not even where they are the same, for they end as sentences do.
    CHECK(unwrap(paragraph + beds + "\f" + paragraph + beds, Wrap::automatic)->furniture.empty());
}

TEST_CASE("labelled figures that count up are no page numbers", "[wrap]") {
    const std::size_t half = paragraph.find("tỷ đồng");
    std::string text = paragraph;
    for (const std::string year : {"Năm 2015: 120", "Năm 2016: 180", "Năm 2017: 240", "Điều 14", "Điều 15"})
        text += paragraph.substr(0, half) + "\n" + year + "\n" + paragraph.substr(half);
    const auto result = unwrap(text, Wrap::automatic);
    REQUIRE(result);
    CHECK(result->furniture.empty());
}

TEST_CASE("the lines of a text may end as on old Macs", "[wrap]") {
    std::string text = paragraph + "\n" + paragraph, expected = joined_paragraph + "\n" + joined_paragraph;
    for (std::string* of : {&text, &expected})
        for (char& c : *of)
            if (c == '\n') c = '\r';
    CHECK(joined(text) == expected);
}

TEST_CASE("the lines of a quoted mail are joined without their marks", "[wrap]") {
    CHECK(
        joined("> Trong 6 tháng đầu năm, Sở đã cấp 1.204 giấy phép cho các tổ\n"
               "> chức, cá nhân; doanh thu của các doanh nghiệp ước đạt 1.027\n"
               "> tỷ đồng, tăng 5% so với cùng kỳ.\n"
               ">\n"
               "> Năm tới, Sở tập trung vào ba việc.\n") ==
        "> Trong 6 tháng đầu năm, Sở đã cấp 1.204 giấy phép cho các tổ chức, cá nhân; doanh thu của các doanh nghiệp "
        "ước đạt 1.027 tỷ đồng, tăng 5% so với cùng kỳ.\n"
        ">\n"
        "> Năm tới, Sở tập trung vào ba việc.\n");
    // A mark in a sentence stays.
    CHECK(joined(paragraph + "> chức\n") == joined_paragraph + "> chức\n");
}

TEST_CASE("names one below the other stay apart, whatever the width of their lines", "[wrap]") {
    const std::string names =
        "Nguyễn Văn An, Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Nam\n"
        "Trần Thị Bình - Giám đốc Sở Công Thương tỉnh Hà Nam ta\n"
        "Đồng chí Lê Quang Cường, Chi cục trưởng Chi cục Thuế và\n"
        "các cán bộ chi cục\n"
        "Phạm Minh Dũng (Phó Giám đốc Sở Công Thương tỉnh Hà Nam)\n";
    CHECK(joined(paragraph + "\n" + names) ==
          joined_paragraph + "\n" + names.substr(0, names.find("\ncác")) + " " + names.substr(names.find("các cán")));
    // A place, a weekday and a name are no list.
    const std::string story =
        "Nam Lâm: 120 tổ tự quản giữ yên thôn xóm\nThứ Tư, 18/01/2017\n"
        "Ngày 17/1, huyện tổng kết phong trào thi đua. Tới dự có ông\n"
        "Nguyễn Văn An, Phó Chủ tịch UBND tỉnh, cùng gần 120 đại biểu\nlà bí thư, trưởng bản và công an viên.\n";
    CHECK(joined(paragraph + "\n" + story).find("ông Nguyễn Văn An, Phó") != std::string::npos);
    // Those of a sentence are joined.
    const std::string sentence =
        "Tham dự hội nghị có lãnh đạo các sở, ngành của tỉnh và ông\n"
        "Nguyễn Văn An, Phó Chủ tịch UBND tỉnh; các đồng chí nguyên\n"
        "lãnh đạo Sở qua các thời kỳ.\n";
    CHECK(joined(paragraph + "\n" + sentence).find("ông Nguyễn Văn An, Phó") != std::string::npos);
}

TEST_CASE("ranges that a line break parts are joined", "[wrap]") {
    const std::string begin =
        paragraph +
        "Trong 6 tháng đầu năm, Sở đã cấp 1.204 giấy phép cho các tổ\nchức, cá nhân; doanh thu của mỗi doanh "
        "nghiệp chỉ đạt từ";
    const std::string text =
        joined_paragraph +
        "Trong 6 tháng đầu năm, Sở đã cấp 1.204 giấy phép cho các tổ chức, cá nhân; doanh thu của mỗi "
        "doanh nghiệp chỉ đạt từ";
    CHECK(joined(begin + " 4,5\n- 5 tỷ đồng một năm, cao hơn cùng kỳ.\n") ==
          text + " 4,5 - 5 tỷ đồng một năm, cao hơn cùng kỳ.\n");
    CHECK(joined(begin + " 4 -\n5 tỷ đồng một năm, cao hơn cùng kỳ.\n") ==
          text + " 4 - 5 tỷ đồng một năm, cao hơn cùng kỳ.\n");
    CHECK(joined(begin + " 4-\n5 tỷ đồng một năm, cao hơn cùng kỳ.\n") ==
          text + " 4-5 tỷ đồng một năm, cao hơn cùng kỳ.\n");
    // Items of a list.
    const std::string items = "\n- 3 tỷ đồng chi cho y tế.\n- 5 tỷ đồng chi cho giáo dục.\n";
    CHECK(joined(begin + " 4,5" + items) == text + " 4,5" + items);
    // A converter joined the lines and left the dash out; it is a blank in the text.
    const std::string source =
        paragraph + paragraph + begin + " 4,5 5 tỷ đồng một năm, cao hơn cùng kỳ nhiều năm trước đây.\n";
    const auto result = unwrap(source, Wrap::automatic);
    REQUIRE(result);
    CHECK(result->text == joined_paragraph + joined_paragraph + text +
                              " 4,5-5 tỷ đồng một năm, cao hơn cùng kỳ nhiều năm trước đây.\n");
    const std::size_t place = result->text.find("5 tỷ đồng một");
    CHECK(source.substr(result->shifts.to_source(place), 4) == "5 t\xE1");
}

TEST_CASE("a line that ends with 'của' goes on", "[wrap]") {
    const std::string last =
        "Sở tiếp tục thực hiện Quyết định số 18/2013/QĐ-UBND của\nUBND tỉnh về quản lý các trạm thu phát sóng.\n";
    CHECK(joined(paragraph + last).find("QĐ-UBND của UBND tỉnh") != std::string::npos);
}
