// SPDX-License-Identifier: BSL-1.0
/// @file
/// The wordings of made-up reports, as a grammar.
///
/// A line that does not begin with a blank names a rule; the lines under it are its alternatives, all equally likely.
/// `-` alone is the empty alternative, `#` begins a comment. `field.health` is the rule `field` of the sector
/// `health`.
///
///   {rule}   {*rule}   {^rule}     an alternative of the rule; of the sector's; with its first letter a capital
///   {$year}  {^$agency}            a fact of the report; with its first letter a capital
///   {@q LO..HI UNIT}               a quantity; marks after `q`: `~` a word of approximation may stand before it, `!`
///   at
///                                  least, `e` it is estimated, `+` an increase, `-` a decrease
///   {@range LO..HI UNIT}           two numbers of a unit          {@of HI NOUN}      n/m of a set
///   {@per LO..HI UNIT/N UNIT}      a rate                         {@rank HI NOUN}    a place among HI
///   {@cite}                        a document by its number       {@name}            a person's name
///   {@asof}                        a day near the period's end, for which the rest of the sentence holds
///   [person: [name: ] ]            words that are an item or a part of one: organizer, morning, afternoon, person
///   with
///                                  honorific, name, position, title, organization; baseline and parts of the measure
///                                  before; award with grantor and honour
#pragma once

#include <string_view>

namespace tongket::test {

inline constexpr std::string_view report_wordings = R"(
# ---- first lines -----------------------------------------------------------------------------------------------------
title.annual
    {$short} tổng kết công tác {$reviewed}, triển khai nhiệm vụ {$planned}
    {$short} tổ chức hội nghị tổng kết công tác {$reviewed} và triển khai nhiệm vụ {$planned}
    Hội nghị tổng kết công tác {$reviewed}, phương hướng nhiệm vụ {$planned} ngành {$sector}
    {$short}: Hội nghị tổng kết công tác {$reviewed}, triển khai nhiệm vụ {$planned}
    Ngành {$sector} {$province} tổng kết công tác {$reviewed}, triển khai nhiệm vụ {$planned}
title.interim
    {$short} sơ kết công tác {$reviewed}
    {$short} tổ chức hội nghị sơ kết công tác {$reviewed}
    Hội nghị sơ kết công tác {$reviewed} ngành {$sector}
    {$short}: Sơ kết công tác {$reviewed}, triển khai nhiệm vụ {$planned}
    Ngành {$sector} {$province} sơ kết công tác {$reviewed}
title.kickoff
    {$short} triển khai nhiệm vụ {$planned}
    Ngành {$sector} {$province} triển khai nhiệm vụ {$planned}
    {$short} tổ chức hội nghị triển khai nhiệm vụ {$planned}
occasion.annual
    tổng kết công tác {$reviewed} và triển khai nhiệm vụ {$planned}
    tổng kết công tác {$reviewed}, triển khai nhiệm vụ {$planned}
    tổng kết công tác {$reviewed}, triển khai phương hướng, nhiệm vụ {$planned}
occasion.interim
    sơ kết công tác {$reviewed} và triển khai nhiệm vụ {$planned}
    sơ kết công tác {$reviewed}, triển khai nhiệm vụ {$planned}
occasion.kickoff
    triển khai nhiệm vụ {$planned}
    triển khai công tác {$planned}
lead
    Nhiều kết quả nổi bật trong {*topic}, {*topic} là điểm nhấn của ngành {$sector} {$province} trong {$reviewed}.
    Những chuyển biến về {*topic} đã góp phần {purpose}.

heading.achievements
    I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ
    I. KẾT QUẢ CÔNG TÁC
    I. Kết quả thực hiện nhiệm vụ {$reviewed}
heading.shortcomings
    II. HẠN CHẾ, TỒN TẠI
    II. TỒN TẠI, HẠN CHẾ
    II. Hạn chế và nguyên nhân
heading.tasks
    III. NHIỆM VỤ TRỌNG TÂM
    III. PHƯƠNG HƯỚNG, NHIỆM VỤ
    III. Nhiệm vụ trọng tâm
caption
    Quang cảnh hội nghị
    Toàn cảnh Hội nghị
    Các đại biểu dự hội nghị
    Các đại biểu tham dự Hội nghị
picture
    {@digits}.jpg
    DSC_{@digits}.JPG
    img
chrome_head
    Các tin khác
    Tin liên quan
    Tin cùng chuyên mục
    Các tin đã đưa
chrome
    Sở {$sector} {$province} tiếp đoàn công tác của huyện {district}
    Hội thi tìm hiểu về {*topic} năm {$last}
    {^agent} thăm, tặng quà tại xã {commune}, huyện {district}
    Tập huấn về {*topic} cho cán bộ huyện {district}

# ---- opening ---------------------------------------------------------------------------------------------------------
day_before
    [morning:Sáng ngày]
    [morning:Sáng]
    [afternoon:Chiều ngày]
    [afternoon:Chiều]
    Ngày
place
    -
    -
    tại thành phố {district},
    tại Hội trường UBND tỉnh,
    tại trụ sở UBND tỉnh,
    tại Trung tâm Hội nghị tỉnh,
held
    [organizer:{$organizer}] tổ chức Hội nghị {$occasion}.
    [organizer:{$organizer}] đã tổ chức Hội nghị {$occasion}.
    [organizer:{$organizer}] tiến hành Hội nghị {$occasion}.
    [organizer:{$organizer}] đã tiến hành hội nghị {$occasion}.
attended
    Dự hội nghị có
    Tham dự hội nghị có
    Đến dự hội nghị có
    Đến dự có
    Tới dự có
    Tham dự có
delegation
    đại diện lãnh đạo {department}
    lãnh đạo {department}
    đại diện lãnh đạo {party_body}
    đại diện {party_body}
    lãnh đạo các doanh nghiệp {enterprise} trên địa bàn tỉnh
    đại diện các doanh nghiệp {enterprise}
    lãnh đạo các phòng, đơn vị trực thuộc Sở
    {party_body}
    các cơ quan báo chí địa phương
    lãnh đạo UBND các huyện, thị xã, thành phố
    lãnh đạo Phòng {$office} các huyện, thành phố
    cán bộ, công chức, viên chức của Sở
    đại diện lãnh đạo UBND huyện {district}
    Công ty Cổ phần {company}
department
    Sở Tài chính
    Sở Nội vụ
    Sở Kế hoạch và Đầu tư
    Sở Tư pháp
    Sở Xây dựng
    Sở Công Thương
    Sở Giao thông vận tải
    Sở Tài nguyên và Môi trường
    Sở Ngoại vụ
    Văn phòng UBND tỉnh
    Văn phòng Đoàn đại biểu Quốc hội tỉnh
    Ban Thi đua - Khen thưởng tỉnh
    Ban Dân tộc tỉnh
    Công an tỉnh
    Bộ Chỉ huy Quân sự tỉnh
    Cục Thuế tỉnh
    Cục Thống kê tỉnh
    Kho bạc Nhà nước tỉnh
    Đảng ủy Khối các cơ quan tỉnh
party_body
    Ban Tuyên giáo Tỉnh ủy
    Ban Dân vận Tỉnh ủy
    Văn phòng Tỉnh ủy
    Ban Tổ chức Tỉnh ủy
    Ban Nội chính Tỉnh ủy
    Hội Nhà báo tỉnh
    Hội Nông dân tỉnh
    Hội Cựu chiến binh tỉnh
    Hội Liên hiệp Phụ nữ tỉnh
    Liên đoàn Lao động tỉnh
    Tỉnh đoàn {$province}
    Báo {$province}
    Đài Phát thanh và Truyền hình tỉnh
enterprise
    bưu chính, viễn thông
    công nghệ thông tin
    vận tải
    xây dựng
    in, phát hành
    dược phẩm
    chế biến nông sản
    du lịch
company
    Cấp nước {$province}
    Môi trường đô thị {$province}
    Dược phẩm {$province}
    In Báo {$province}
    Xây dựng {district}
    Vận tải {district}
guest
    [person:[honorific:{comrade}] [name:{@name}]{dash}{leader}]
    [person:[honorific:{comrade}] [name:{@name}]{dash}{leader}]
    [person:[honorific:{mister}] [name:{@name}]{dash}{leader}]
    [person:[position:[title:Phó Chủ tịch] [organization:UBND tỉnh]] [name:{@name}]]
guests
    các đồng chí: [person:{@comrade}[name:{@name}] - {leader}]
    các đồng chí: [person:{@comrade}[name:{@name}] - {leader}]; [person:{@comrade}[name:{@name}] - {department_head}]
second_guest
    [person:[position:[title:Phó Giám đốc] [organization:{department_of_head}]] [name:{@name}]]
    [person:[honorific:{comrade}] [name:{@name}]{dash}{department_head}]
    [person:[honorific:{mister}] [name:{@name}]{dash}{department_head}]
chair
    [person:[honorific:{comrade}] [name:{@name}]{dash}{own_head}]
    [person:[honorific:{mister}] [name:{@name}]{dash}{own_head}]
chaired
    chủ trì hội nghị
    chủ trì Hội nghị
comrade
    đồng chí
mister
    ông
    bà
dash
     - 
    , 
leader
    [position:[title:Ủy viên BTV] [organization:Tỉnh ủy]], [position:[title:Phó Chủ tịch] [organization:UBND tỉnh]]
    [position:[title:Ủy viên Ban Thường vụ] [organization:Tỉnh ủy]], [position:[title:Phó Chủ tịch Thường trực] [organization:UBND tỉnh]]
    [position:[title:Phó Bí thư] [organization:Tỉnh ủy]], [position:[title:Chủ tịch] [organization:UBND tỉnh]]
    [position:[title:Phó Bí thư Thường trực] [organization:Tỉnh ủy]], [position:[title:Chủ tịch] [organization:HĐND tỉnh]]
    [position:[title:Ủy viên Ban Chấp hành] [organization:Đảng bộ tỉnh]], [position:[title:Phó Chủ tịch] [organization:HĐND tỉnh]]
    [position:[title:Phó Chủ tịch] [organization:UBND tỉnh]]
    [position:[title:Phó Chủ tịch] [organization:HĐND tỉnh]]
    [position:[title:Trưởng Ban Tuyên giáo] [organization:Tỉnh ủy]]
    [position:[title:Thứ trưởng] [organization:Bộ {$sector}]]
department_head
    [position:[title:Phó Giám đốc] [organization:Sở Tài chính]]
    [position:[title:Phó Giám đốc] [organization:Sở Nội vụ]]
    [position:[title:Phó Giám đốc] [organization:Công an tỉnh]]
    [position:[title:Phó Chánh Văn phòng] [organization:UBND tỉnh]]
    [position:[title:Chủ tịch] [organization:Hội Nông dân tỉnh]]
    [position:[title:Phó Chủ tịch] [organization:UBND huyện {district}]]
    [position:[title:Chủ tịch] [organization:Liên đoàn Lao động tỉnh]]
department_of_head
    Sở Tài chính
    Sở Nội vụ
    Sở Xây dựng
    Sở Công Thương
own_head
    [position:[title:Giám đốc] [organization:Sở]]
    [position:[title:Giám đốc] [organization:Sở]]
    [position:[title:Giám đốc] [organization:{$organizer}]]

# ---- names -----------------------------------------------------------------------------------------------------------
surname
    Nguyễn
    Nguyễn
    Nguyễn
    Trần
    Trần
    Lê
    Lê
    Phạm
    Hoàng
    Phan
    Vũ
    Võ
    Đặng
    Bùi
    Đỗ
    Hồ
    Ngô
    Dương
    Lý
    Đào
    Đinh
    Trịnh
    Trương
    Lương
    Tô
    Tạ
    Chu
    Nông
    Hứa
    Phùng
    Lưu
    Lâm
    Huỳnh
    Thái
    Quách
middle_name
    Văn
    Văn
    Thị
    Thị
    Đức
    Minh
    Quang
    Thanh
    Ngọc
    Hữu
    Xuân
    Đình
    Công
    Thế
    Mạnh
    Hồng
    Kim
    Tiến
    Bá
    Duy
    Trọng
    Viết
    Quốc
    Hoài
    Gia
    Phương
    Tuấn
    Trung
given_name
    An
    Bình
    Bảo
    Châu
    Chiến
    Cường
    Dũng
    Đạt
    Giang
    Hà
    Hải
    Hạnh
    Hiếu
    Hòa
    Hoàn
    Hùng
    Hưng
    Hương
    Khánh
    Khoa
    Kiên
    Lan
    Liên
    Linh
    Long
    Mai
    Nam
    Nga
    Nghĩa
    Nhung
    Phong
    Phúc
    Quân
    Quý
    Sơn
    Tâm
    Thắng
    Thảo
    Thịnh
    Thủy
    Toàn
    Trang
    Tú
    Tuyến
    Tùng
    Vân
    Việt
    Vinh
    Yến
district
    An Biên
    An Khê
    Ba Bể
    Ba Tơ
    Bắc Hà
    Bát Xát
    Bến Cát
    Bình Lục
    Buôn Đôn
    Cam Lộ
    Can Lộc
    Cẩm Khê
    Cần Giuộc
    Chợ Lách
    Con Cuông
    Diên Khánh
    Duy Tiên
    Đại Lộc
    Đầm Hà
    Đông Hưng
    Đức Thọ
    Giao Thủy
    Gò Dầu
    Hải Hậu
    Hạ Lang
    Hàm Yên
    Hoa Lư
    Hương Sơn
    Kế Sách
    Khoái Châu
    Krông Pắc
    Lạc Thủy
    Lập Thạch
    Lộc Bình
    Lục Ngạn
    Mai Sơn
    Mộ Đức
    Mường Khương
    Na Hang
    Nghi Xuân
    Núi Thành
    Phổ Yên
    Phù Cát
    Quế Võ
    Quỳ Châu
    Sa Pa
    Sông Hinh
    Tam Đảo
    Thạch Thành
    Thanh Ba
    Tiên Lãng
    Trà Cú
    Trảng Bàng
    Tủa Chùa
    Tuy Phước
    Văn Giang
    Văn Yên
    Vị Xuyên
    Vũ Quang
    Yên Khánh
commune
    {commune_first} {commune_second}
commune_first
    Tân
    Phú
    Vĩnh
    Hòa
    Thạnh
    Đông
    Long
    Mỹ
    Bình
    Hưng
    Quảng
    Diễn
    Nghĩa
    Hải
    Cẩm
    Thượng
commune_second
    Lộc
    Thành
    Khánh
    Trung
    Hội
    Lâm
    Phong
    Thịnh
    Hiệp
    Xuân
    Tiến
    Cường
    Quới
    Điền
    Lương
    Thạch

# ---- prose without figures -------------------------------------------------------------------------------------------
field
    công tác cải cách hành chính
    công tác thanh tra, kiểm tra
    công tác phòng, chống tham nhũng
    công tác tiếp công dân
    công tác tổ chức cán bộ
    công tác đào tạo, bồi dưỡng đội ngũ cán bộ
    công tác thi đua, khen thưởng
    công tác xây dựng Đảng và các đoàn thể
    công tác quy hoạch
    công tác phổ biến, giáo dục pháp luật
    công tác phối hợp với các sở, ngành
    công tác văn thư, lưu trữ
    công tác bảo vệ bí mật nhà nước
    công tác dân vận của chính quyền
    công tác quốc phòng, quân sự địa phương
    công tác kế hoạch, tài chính
    công tác quản lý tài sản công
    công tác pháp chế
    công tác bình đẳng giới
    hoạt động của Công đoàn, Đoàn Thanh niên
    phong trào văn nghệ, thể thao quần chúng
    phong trào thi đua yêu nước
    việc thực hiện quy chế dân chủ ở cơ sở
    việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
    việc xử lý văn bản trên môi trường mạng
    việc cung cấp thông tin cho báo chí
    việc sắp xếp tổ chức bộ máy
    việc công khai ngân sách
    chế độ hội họp
    kỷ luật, kỷ cương hành chính
    nền nếp làm việc của cơ quan
field.ict
    công tác quản lý báo chí
    công tác thông tin cơ sở
    công tác thông tin đối ngoại
    hoạt động xuất bản, in và phát hành
    hoạt động của các cơ quan báo chí
    việc ứng dụng công nghệ thông tin trong các cơ quan nhà nước
    công tác bảo đảm an toàn thông tin mạng
    hoạt động bưu chính, chuyển phát
    hoạt động viễn thông
    hạ tầng viễn thông
    mạng lưới bưu chính
    việc quản lý thuê bao di động trả trước
    hệ thống truyền thanh cơ sở
    Cổng thông tin điện tử của tỉnh
    các trang thông tin điện tử của sở, ngành
    việc ngầm hóa, chỉnh trang cáp viễn thông
    công tác số hóa truyền dẫn, phát sóng truyền hình mặt đất
    dịch vụ Internet và trò chơi điện tử
field.health
    công tác y tế dự phòng
    hoạt động khám, chữa bệnh
    công tác an toàn vệ sinh thực phẩm
    công tác dân số - kế hoạch hóa gia đình
    công tác chăm sóc sức khỏe ban đầu
    việc luân phiên cán bộ về tuyến dưới
    công tác dược và vật tư y tế
    mạng lưới y tế thôn, bản
    chương trình tiêm chủng mở rộng
    công tác giám sát dịch bệnh
    việc thực hiện bảo hiểm y tế toàn dân
    công tác phục hồi chức năng
    quy tắc ứng xử trong các bệnh viện
    công tác kết hợp quân dân y
    hoạt động truyền thông giáo dục sức khỏe
    công tác phòng, chống HIV/AIDS
field.education
    công tác giáo dục toàn diện học sinh
    công tác phổ cập giáo dục
    công tác phân luồng, hướng nghiệp
    việc đổi mới phương pháp dạy học
    hoạt động của các trung tâm học tập cộng đồng
    công tác bồi dưỡng học sinh giỏi
    công tác quản lý dạy thêm, học thêm
    việc sắp xếp mạng lưới trường, lớp
    công tác xây dựng trường chuẩn quốc gia
    việc đánh giá, xếp loại học sinh
    hoạt động giáo dục kỹ năng sống
    công tác y tế trường học
    công tác khuyến học, khuyến tài
    hệ thống trường phổ thông dân tộc nội trú
    việc tổ chức các kỳ thi
    công tác quản lý văn bằng
field.agriculture
    công tác khuyến nông, khuyến ngư
    công tác thú y và bảo vệ thực vật
    công tác thủy lợi, phòng, chống thiên tai
    việc chuyển đổi cơ cấu cây trồng
    công tác quản lý, bảo vệ rừng
    phong trào xây dựng nông thôn mới
    việc liên kết sản xuất theo chuỗi giá trị
    hoạt động của các hợp tác xã
    công tác quản lý chất lượng nông sản
    việc cấp nước sạch nông thôn
    hoạt động khai thác, nuôi trồng thủy sản
    công tác giống cây trồng, vật nuôi
    việc cơ giới hóa khâu làm đất, thu hoạch
    công tác bố trí dân cư vùng sạt lở
    chương trình mỗi xã một sản phẩm
field.science
    công tác quản lý nhiệm vụ khoa học
    hoạt động sở hữu trí tuệ
    công tác tiêu chuẩn, đo lường, chất lượng
    công tác an toàn bức xạ
    việc chuyển giao tiến bộ kỹ thuật
    hoạt động thông tin khoa học
    việc ứng dụng kết quả nghiên cứu vào sản xuất
    công tác thẩm định công nghệ
    hoạt động đổi mới sáng tạo, khởi nghiệp
    việc xây dựng chỉ dẫn địa lý cho nông sản
    công tác kiểm định phương tiện đo
    công tác quản lý khoa học ở cấp huyện
field.culture
    công tác bảo tồn, phát huy giá trị di sản
    hoạt động quảng bá, xúc tiến du lịch
    phong trào toàn dân đoàn kết xây dựng đời sống văn hóa
    hoạt động thư viện, bảo tàng
    công tác gia đình
    hoạt động biểu diễn nghệ thuật
    công tác quản lý lễ hội
    hoạt động thể thao thành tích cao
    phong trào rèn luyện thân thể theo gương Bác Hồ vĩ đại
    hoạt động chiếu bóng lưu động
    công tác trùng tu di tích
    hoạt động của các câu lạc bộ dân ca
    công tác sưu tầm hiện vật
    dịch vụ lưu trú, lữ hành
field.labour
    công tác chăm sóc người có công
    công tác bảo trợ xã hội
    công tác giải quyết việc làm
    hoạt động giáo dục nghề nghiệp
    công tác giảm nghèo bền vững
    công tác bảo vệ, chăm sóc trẻ em
    công tác phòng, chống tệ nạn xã hội
    việc đưa lao động đi làm việc ở nước ngoài
    công tác an toàn, vệ sinh lao động
    việc chi trả bảo hiểm thất nghiệp
    phong trào đền ơn đáp nghĩa
    công tác quản lý, nâng cấp nghĩa trang liệt sĩ
    quan hệ lao động trong các doanh nghiệp
field.justice
    công tác hòa giải ở cơ sở
    công tác xây dựng, thẩm định văn bản quy phạm pháp luật
    công tác hộ tịch, chứng thực
    công tác lý lịch tư pháp
    hoạt động bổ trợ tư pháp
    hoạt động công chứng
    công tác trợ giúp pháp lý
    công tác bán đấu giá tài sản
    công tác theo dõi thi hành pháp luật
    hoạt động của các tổ chức hành nghề luật sư
    công tác kiểm soát thủ tục hành chính
    công tác nuôi con nuôi
field.trade
    hoạt động khuyến công
    công tác quản lý thị trường
    hoạt động xúc tiến thương mại
    công tác phát triển chợ, siêu thị
    hoạt động xuất, nhập khẩu
    công tác quản lý điện năng
    việc phát triển cụm công nghiệp
    công tác bảo vệ người tiêu dùng
    việc cung ứng hàng hóa dịp Tết
    công tác an toàn hóa chất
    hoạt động thương mại điện tử
    việc khôi phục làng nghề truyền thống
action
    tham mưu cho UBND tỉnh ban hành các văn bản chỉ đạo, điều hành
    phối hợp chặt chẽ với {partner} trong {shared_work}
    hướng dẫn {locality} thực hiện {guideline}
    kịp thời nắm bắt, phản ánh tình hình ở {area}
    xử lý dứt điểm các kiến nghị của cử tri
    tổ chức tuyên truyền {propaganda}
    duy trì nghiêm nền nếp làm việc
    rà soát, bổ sung {guideline}
    thực hiện tốt quy chế dân chủ ở cơ quan
    đôn đốc các đơn vị hoàn thành nhiệm vụ được giao
    ứng dụng mạnh mẽ công nghệ thông tin vào {shared_work}
    nâng cao chất lượng phục vụ {beneficiary}
    chủ động xây dựng kế hoạch, phân công nhiệm vụ cụ thể cho từng bộ phận
    bảo đảm điều kiện phục vụ {event}
    cử cán bộ xuống {locality} nắm tình hình
    thực hành tiết kiệm, chống lãng phí
    bố trí cán bộ tiếp nhận và trả kết quả theo cơ chế một cửa
    tổ chức sinh hoạt chuyên đề, nói chuyện truyền thống
    chăm lo đời sống vật chất, tinh thần cho cán bộ, viên chức
    giữ gìn cảnh quan cơ quan xanh, sạch, đẹp
action.ict
    chỉ đạo các cơ quan báo chí thông tin đúng định hướng
    hướng dẫn các doanh nghiệp dùng chung cột, cống bể
    cập nhật thường xuyên Cổng thông tin điện tử của tỉnh
    bảo đảm thông tin liên lạc phục vụ {event}
    đưa sóng di động về các xã {commune}, {commune} của huyện {district}
    vận hành ổn định Trung tâm tích hợp dữ liệu của tỉnh
    triển khai phần mềm một cửa điện tử tại huyện {district}
    điểm báo hằng ngày phục vụ lãnh đạo tỉnh
action.health
    triển khai các biện pháp dập dịch tại xã {commune}, huyện {district}
    chuyển giao kỹ thuật mới cho Trung tâm Y tế huyện {district}
    duy trì đường dây nóng tiếp nhận ý kiến của người bệnh
    cải tiến quy trình khám bệnh tại các khoa, phòng
    tăng cường giám sát các bếp ăn tập thể
    tuyên truyền phòng bệnh cho đồng bào các xã {commune}, {commune}
    bảo đảm đủ thuốc thiết yếu cho {area}
action.education
    tổ chức tốt kỳ thi tuyển sinh vào lớp đầu cấp
    điều động giáo viên tăng cường cho huyện {district}
    sáp nhập các điểm trường lẻ ở xã {commune}, huyện {district}
    đổi mới sinh hoạt chuyên môn theo hướng nghiên cứu bài học
    tổ chức hội thi giáo viên giỏi cấp tỉnh
    vận động học sinh ở {area} ra lớp
    xây dựng thư viện thân thiện trong các nhà trường
action.agriculture
    chỉ đạo gieo cấy đúng khung thời vụ ở huyện {district}
    tiêm phòng cho đàn gia súc, gia cầm ở {area}
    nạo vét kênh mương nội đồng tại các xã {commune}, {commune}
    chuyển giao kỹ thuật canh tác cho nông dân huyện {district}
    trồng rừng thay thế ở {area}
    vận hành hồ chứa an toàn trong mùa mưa lũ
    hỗ trợ các hợp tác xã ở xã {commune} xây dựng nhãn hiệu
action.science
    nghiệm thu các đề tài về cây dược liệu ở huyện {district}
    hỗ trợ doanh nghiệp xây dựng hệ thống quản lý chất lượng
    kiểm định phương tiện đo tại các chợ của huyện {district}
    đưa giống lúa chất lượng cao về các xã {commune}, {commune}
    tổ chức ngày hội khởi nghiệp cho thanh niên
    tư vấn cho {beneficiary} về sở hữu trí tuệ
action.culture
    tổ chức thành công ngày hội văn hóa các dân tộc tại huyện {district}
    đưa văn nghệ về phục vụ các xã {commune}, {commune}
    tu bổ các di tích lịch sử ở huyện {district}
    tham gia các giải thể thao khu vực và toàn quốc
    quảng bá hình ảnh của tỉnh tại các hội chợ du lịch
    hướng dẫn các cơ sở lưu trú thực hiện {guideline}
action.labour
    tổ chức phiên giao dịch việc làm lưu động tại huyện {district}
    thăm hỏi các gia đình chính sách ở xã {commune}, huyện {district}
    hỗ trợ hộ nghèo ở {area} sửa chữa nhà ở
    mở lớp dạy nghề cho lao động nông thôn ở các xã {commune}, {commune}
    tư vấn pháp luật lao động cho {beneficiary}
    chi trả kịp thời chế độ cho người có công
action.justice
    trợ giúp pháp lý lưu động tại các xã {commune}, {commune} của huyện {district}
    bồi dưỡng nghiệp vụ cho hòa giải viên ở huyện {district}
    rà soát, hệ thống hóa văn bản quy phạm pháp luật
    triển khai phần mềm đăng ký khai sinh ở huyện {district}
    tổ chức Ngày Pháp luật tại {area}
action.trade
    đưa hàng Việt về bán tại các xã {commune}, {commune} của huyện {district}
    tổ chức kết nối cung cầu cho {beneficiary}
    kiểm tra, kiểm soát thị trường dịp Tết
    tháo gỡ thủ tục cho các dự án ở cụm công nghiệp {commune}
    phát triển lưới điện ở {area}
predicate
    được tăng cường
    được triển khai đồng bộ, hiệu quả
    được quan tâm chỉ đạo thường xuyên
    có nhiều chuyển biến tích cực
    đi vào nền nếp
    được duy trì ổn định
    được đổi mới cả về nội dung và hình thức
    được thực hiện đúng quy định
    bám sát nhiệm vụ chính trị của tỉnh
    được thực hiện kịp thời, đúng tiến độ
    tiếp tục được củng cố, kiện toàn
    đạt kết quả khá toàn diện
    phát huy hiệu quả tích cực
    được dư luận đánh giá cao
    hoạt động ổn định, an toàn
    được các cấp, các ngành đồng tình hưởng ứng
    từng bước được hiện đại hóa
    được rà soát, sắp xếp tinh gọn
    đáp ứng tốt yêu cầu nhiệm vụ
    được tiến hành công khai, dân chủ
    có bước phát triển vững chắc
    được mở rộng đến vùng sâu, vùng xa
    được gắn với việc rút kinh nghiệm từng chuyên đề
    được lồng ghép trong các cuộc họp, sinh hoạt thường kỳ
    thu hút đông đảo quần chúng tham gia
    để lại nhiều dấu ấn trong lòng nhân dân
    nhận được sự đồng thuận của xã hội
    có sự phân công, phân cấp rõ ràng
tail
    -
    -
    , góp phần {purpose}
    , đáp ứng {need}
    , tạo điều kiện thuận lợi cho {beneficiary}
    , qua đó {effect}
    , nhất là ở {area}
    , điển hình là huyện {district}
    , tiêu biểu như các xã {commune}, {commune}
purpose
    ổn định tình hình chính trị, trật tự an toàn xã hội
    thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội của tỉnh
    nâng cao hiệu lực, hiệu quả quản lý nhà nước
    định hướng dư luận, tạo sự đồng thuận trong nhân dân
    nâng cao đời sống vật chất, tinh thần của nhân dân
    xây dựng nông thôn mới
    đẩy nhanh tiến độ xây dựng chính quyền điện tử
    phục vụ công tác chỉ đạo, điều hành của cấp ủy, chính quyền
    giữ vững quốc phòng, an ninh
    xây dựng nền hành chính chuyên nghiệp, minh bạch
    cải thiện môi trường đầu tư, kinh doanh
    bảo đảm an sinh xã hội
    thu hẹp khoảng cách giữa các vùng, miền
    lan tỏa gương người tốt, việc tốt trong cộng đồng
need
    nhu cầu thông tin của nhân dân
    yêu cầu quản lý trong tình hình mới
    nhu cầu của người dân và doanh nghiệp
    yêu cầu chỉ đạo, điều hành của lãnh đạo tỉnh
    yêu cầu của thời kỳ hội nhập
    nguyện vọng chính đáng của cán bộ, nhân dân
    mong mỏi của đồng bào các dân tộc
    tiêu chuẩn của ngành
beneficiary
    tổ chức và công dân đến giao dịch
    các doanh nghiệp phát triển sản xuất, kinh doanh
    người dân tiếp cận dịch vụ
    đồng bào vùng dân tộc
    các địa phương chủ động thực hiện
    cán bộ, công chức yên tâm công tác
    các hộ gia đình chính sách
    thanh niên lập thân, lập nghiệp
    nhà đầu tư trong và ngoài tỉnh
effect
    nhận thức của cán bộ và nhân dân được nâng lên
    môi trường hoạt động của ngành lành mạnh hơn
    kỷ luật, kỷ cương hành chính được giữ vững
    niềm tin của nhân dân được củng cố
    đời sống của người dân từng bước được cải thiện
    hoạt động của các đơn vị đi vào nền nếp
    mối quan hệ giữa các cơ quan ngày càng gắn bó
    ý thức chấp hành pháp luật được nâng cao
area
    vùng sâu, vùng xa
    các xã biên giới
    khu vực nông thôn
    các trung tâm huyện
    vùng đồng bào dân tộc
    các khu dân cư mới
    vùng ven biển
    khu vực giáp ranh
    các khu công nghiệp
    huyện {district}
    các huyện {district}, {district}
    xã {commune}, huyện {district}
locality
    các địa phương
    các huyện {district}, {district}
    huyện {district}
    UBND xã {commune}
    các xã {commune}, {commune}
    cơ sở
agent
    Sở
    ngành
    toàn ngành
    ngành {$sector}
    lãnh đạo Sở
    Ban Giám đốc Sở
    các phòng chuyên môn
    các đơn vị trực thuộc
    Văn phòng Sở
    Thanh tra Sở
    Đảng ủy Sở
    Công đoàn ngành
    đội ngũ cán bộ, công chức của ngành
    tập thể cán bộ, viên chức các đơn vị sự nghiệp
    các doanh nghiệp trên địa bàn
    {$office_body} huyện {district}
partner
    các sở, ban, ngành
    UBND các huyện, thành phố
    UBND huyện {district}
    Công an tỉnh
    Đài Phát thanh và Truyền hình tỉnh
    Ban Tuyên giáo Tỉnh ủy
    các đoàn thể
    Mặt trận Tổ quốc các cấp
    Bộ đội Biên phòng tỉnh
    Hội Liên hiệp Phụ nữ tỉnh
    Liên đoàn Lao động tỉnh
    Tỉnh đoàn
    các cơ quan chức năng
shared_work
    công tác quản lý nhà nước
    công tác tuyên truyền
    việc giải quyết thủ tục hành chính
    công tác kiểm tra, giám sát
    xử lý các vướng mắc phát sinh
    công tác bảo đảm an ninh, trật tự
    quản lý các hoạt động dịch vụ
    việc vận động xã hội hóa
    chăm lo đời sống đoàn viên
    quản lý cán bộ
guideline
    các quy định của pháp luật
    các quy hoạch, kế hoạch đã được phê duyệt
    quy chế làm việc của cơ quan
    các cơ chế, chính sách thuộc lĩnh vực phụ trách
    bộ tiêu chí đánh giá cán bộ
    danh mục thủ tục thuộc thẩm quyền
    quy trình phối hợp liên ngành
    nội quy, quy ước của đơn vị
    định mức kinh tế - kỹ thuật
propaganda
    chủ trương của Đảng, chính sách, pháp luật của Nhà nước
    các sự kiện chính trị, ngày lễ lớn
    về xây dựng nông thôn mới
    về an toàn giao thông
    bảo vệ chủ quyền biển, đảo
    gương người tốt, việc tốt
    về cải cách hành chính
    về truyền thống cách mạng của quê hương
    phòng, chống cháy, nổ
    về {*topic}
event
    các kỳ họp của HĐND tỉnh
    công tác phòng, chống lụt bão
    các ngày lễ lớn
    đại hội Đảng bộ các cấp
    diễn tập khu vực phòng thủ
    các hoạt động đối ngoại của tỉnh
    các đoàn công tác của Trung ương
    lễ kỷ niệm ngày thành lập tỉnh
adverb
    -
    chủ động
    thường xuyên
    tích cực
    đã
    đã chủ động
    đã kịp thời
    luôn
    nghiêm túc
connective
    Bên cạnh đó,
    Cùng với đó,
    Ngoài ra,
    Đồng thời,
    Trong quá trình thực hiện,
    Cùng với nhiệm vụ chuyên môn,
    Thực hiện chủ trương của tỉnh,
    Được sự đồng ý của UBND tỉnh,
leadership
    sự lãnh đạo của Tỉnh ủy
    sự chỉ đạo của UBND tỉnh
    sự quan tâm của lãnh đạo tỉnh
    sự hướng dẫn của Bộ {$sector}
    sự phối hợp của các cấp, các ngành
    sự ủng hộ của nhân dân
    sự vào cuộc của cả hệ thống chính trị
    sự giúp đỡ của {partner}
any_field
    {field}
    {*field}
    {*field}
any_action
    {action}
    {*action}
plain
    {^any_field} {predicate}{tail}.
    {^any_field} {predicate}{tail}.
    {^any_field} và {any_field} {predicate}{tail}.
    {^any_field} {predicate}; {any_field} {predicate}{tail}.
    {^any_field}, {any_field} {predicate}, {predicate}{tail}.
    {^agent} {adverb} {any_action}{tail}.
    {^agent} {adverb} {any_action}, {any_action}{tail}.
    {^agent} và {partner} {adverb} {any_action}{tail}.
    {connective} {agent} {adverb} {any_action}{tail}.
    {connective} {any_field} {predicate}{tail}.
    Được {leadership}, {leadership}, {agent} {adverb} {any_action}{tail}.
    Nhờ {leadership}, {any_field} {predicate}, {any_field} {predicate}.
    Dưới {leadership}, {any_field} {predicate}{tail}.
    {^agent} {adverb} {any_action}; {any_field} {predicate}{tail}.
    Tại huyện {district}, {any_field} {predicate}; ở xã {commune}, {agent} {adverb} {any_action}.
    Xác định {any_field} là nhiệm vụ quan trọng, {agent} {adverb} {any_action}{tail}.
    Về {*topic}, {agent} {adverb} {any_action}; {any_field} {predicate}.
    Các cuộc vận động, các phong trào thi đua {predicate}{tail}.

# ---- figures ---------------------------------------------------------------------------------------------------------
before
    năm {$last}
    cùng kỳ năm {$last}
    cùng kỳ năm trước
    cùng kỳ
change
    , tăng {@q+ 1..28 %} [baseline:so với {before}]
    , giảm {@q- 1..28 %} [baseline:so với {before}]
    , bằng {@q 82..119 %} [baseline:so với {before}]
    -
    {tail}
plan_share
    , đạt {@q 82..119 %} [baseline:kế hoạch]
    , bằng {@q 82..119 %} [baseline:kế hoạch năm]
    , vượt {@q+ 1..19 %} [baseline:kế hoạch]
    -
amount
    đạt {@q~ 3..2400 tỷ đồng}
    ước đạt {@q~e 3..2400 tỷ đồng}
    là {@q 3..2400 tỷ đồng}
    {@q 12..940 triệu đồng}
any_figures
    {figures}
    {*figures}
    {*figures}
    {*figures}
figures
    {^agent} đã hoàn thành {@of 40 chỉ tiêu} được giao, đạt {@q 71..99 %}.
    Có {@of 90 đơn vị} hoàn thành nhiệm vụ về {*topic}{tail}.
    Bình quân mỗi đơn vị có {@range 3..20 sáng kiến}{tail}.
    {^agent} đã tham mưu UBND tỉnh ban hành {@q 2..40 Quyết định}, {@q 2..60 Kế hoạch} về {*topic}.
    {^agent} đã tham mưu UBND tỉnh ban hành {@q 20..90 văn bản}, [parts:trong đó có {@q 2..9 Quyết định}, {@q 2..9 Chỉ thị}].
    Thanh tra Sở tiến hành {@q 4..60 cuộc} thanh tra, xử phạt {@q 2..40 cơ sở} vi phạm với số tiền {@q~ 12..900 triệu đồng}.
    Sở đã mở {@q 2..40 lớp} tập huấn về {*topic} cho {@q~ 90..4100 học viên}{tail}.
    {^agent} đã thẩm định {@q 2..70 dự án} về {*topic} với tổng mức đầu tư {@q~ 12..880 tỷ đồng}.
    Bộ phận một cửa của Sở tiếp nhận {@q~ 900..31000 hồ sơ}, [parts:trong đó có {@q 100..800 hồ sơ} trực tuyến]{tail}.
    Tỷ lệ hồ sơ được giải quyết đúng hạn đạt {@q~ 81..99 %}{tail}.
    Chỉ số cải cách hành chính của Sở {@rank 20 sở}, tăng {@q+ 1..12 bậc} [baseline:so với năm {$last}].
    Cơ quan đã tổ chức {@q 2..30 hội nghị} trực tuyến{tail}.
    Tổng kinh phí thực hiện {amount}{change}.
    Sở cử {@q~ 12..220 cán bộ} tham gia các lớp bồi dưỡng, [parts:trong đó có {@q 2..11 cán bộ} học sau đại học].
    Thực hiện {@cite}, {any_field} {predicate}{tail}.
    Căn cứ {@cite}, {agent} {adverb} {any_action}.
    {^agent} đã tổ chức quán triệt {@cite}.
figures.ict
    Tổng doanh thu {revenue} ước đạt {@q~e 12..2400 tỷ đồng}{plan_share}{change}.
    Doanh thu {revenue} {amount}{change}; nộp ngân sách nhà nước {@q~ 2..190 tỷ đồng}.
    {@asof}, tổng số trạm BTS trên địa bàn tỉnh là {@q 400..3900 trạm}{change}.
    Toàn tỉnh có {@q 190..480 điểm} phục vụ bưu chính, [parts:trong đó có {@q 11..60 bưu cục}, {@q 70..120 điểm} bưu điện văn hóa xã].
    Tổng số thuê bao điện thoại đạt {@q~ 210000..990000 thuê bao}, mật độ đạt {@per 61..140 thuê bao/100 dân}.
    {@asof}, số thuê bao Internet là {@q 21000..290000 thuê bao}, tăng {@q+ 900..19000 thuê bao} [baseline:so với {before}].
    Tỷ lệ {share} đạt {@q~ 31..99 %}{change}.
    Có {@of 20 sở} sử dụng {system}; {@of 180 xã} được kết nối Internet cáp quang.
    Chỉ số {index} của tỉnh {@rank 63 tỉnh}, tăng {@q+ 1..20 bậc} [baseline:so với năm {$last}].
    Báo {$province} phát hành {@q 90..360 số} báo, đăng tải {@q~ 2000..21000 tin}, bài.
    Đài Phát thanh và Truyền hình tỉnh phát sóng {@q 2100..9900 giờ} phát thanh và {@q~ 2100..9900 giờ} truyền hình.
    Sở đã cấp {@q 12..120 giấy phép} xuất bản tài liệu không kinh doanh{tail}.
    Bán kính phục vụ bình quân là {@q 1..4 km}; thời lượng phát sóng bình quân {@per 3..19 giờ/ngày}.
    Các doanh nghiệp đã ngầm hóa {@q~ 3..90 km} cáp viễn thông tại huyện {district}{tail}.
    Trung tâm Hành chính công tiếp nhận {@q 210..1900 thủ tục} thuộc thẩm quyền của Sở{tail}.
figures.health
    Tổng số lượt khám bệnh đạt {@q~ 210000..1900000 lượt}{plan_share}{change}.
    Công suất sử dụng giường bệnh đạt {@q~ 71..119 %}, tăng {@q+ 1..9 %}.
    Công suất sử dụng giường bệnh đạt {@q~ 71..119 %}{change}.
    Toàn tỉnh có {@q 120..290 trạm y tế}, [parts:trong đó có {@q 20..110 trạm y tế} đạt chuẩn quốc gia].
    Tỷ lệ trẻ em được tiêm chủng đầy đủ đạt {@q~ 81..99 %}{tail}.
    {@asof}, tỷ lệ bao phủ bảo hiểm y tế đạt {@q 71..97 %}, tăng {@q+ 1..9 điểm %} [baseline:so với {before}].
    Ngành đã kiểm tra {@q 900..9900 cơ sở} thực phẩm, nhắc nhở {@q 20..700 cơ sở}.
    Đạt {@per 5..14 bác sĩ/vạn dân}; có {@of 190 xã} đạt tiêu chí quốc gia về y tế.
    Bệnh viện Đa khoa tỉnh triển khai {@q 3..40 kỹ thuật} mới với kinh phí {@q~ 2..90 tỷ đồng}.
    Trung tâm Y tế huyện {district} khám cho {@q~ 900..19000 người} cao tuổi{tail}.
    Các đơn vị tổ chức {@q 20..300 buổi} truyền thông tại {area}.
figures.education
    Toàn tỉnh có {@q 320..890 trường}, [parts:trong đó có {@q 60..300 trường} đạt chuẩn quốc gia].
    Tỷ lệ tốt nghiệp trung học phổ thông đạt {@q 81..99 %}{change}.
    Tỷ lệ huy động trẻ ra lớp đạt {@q~ 61..99 %}{tail}.
    Ngành đã tuyển dụng {@q~ 60..900 giáo viên} cho {area}.
    Học sinh của tỉnh đạt {@q 12..90 giải} cấp quốc gia{tail}.
    Toàn ngành có {@q~ 9000..21000 cán bộ}, giáo viên; {@q 71..99 %} đạt chuẩn trình độ đào tạo.
    Đã xây mới {@q 40..900 phòng học} với kinh phí {@q~ 20..900 tỷ đồng}{tail}.
    Quỹ khuyến học của tỉnh trao {@q 90..2100 học bổng} trị giá {@q~ 200..900 triệu đồng}.
    Kỳ thi có {@q~ 4000..19000 thí sinh} dự thi tại {@q 12..60 điểm} thi.
figures.agriculture
    Tổng sản lượng lương thực ước đạt {@q~e 90000..990000 tấn}{plan_share}{change}.
    Diện tích gieo trồng đạt {@q 9000..290000 ha}{plan_share}{change}.
    Năng suất lúa bình quân {@per 41..72 tạ/ha}{tail}.
    Tỷ lệ che phủ rừng đạt {@q 31..72 %}{tail}.
    {@asof}, toàn tỉnh có {@of 190 xã} đạt chuẩn nông thôn mới{tail}.
    Trồng mới {@q~ 900..9900 ha} rừng{plan_share}.
    Tổng đàn gia cầm đạt {@q~ 2..19 triệu con}{change}.
    Sản lượng thủy sản đạt {@q~ 9000..190000 tấn}{change}.
    Đã tiêm phòng {@q~ 90000..900000 liều vắc xin} cho đàn gia súc ở {area}.
    Các đơn vị nạo vét {@q~ 30..900 km} kênh mương tại huyện {district}.
    Có {@q 12..190 sản phẩm} được công nhận; {@q~ 60..400 hợp tác xã} hoạt động hiệu quả.
figures.science
    Sở quản lý {@q 20..90 đề tài}, [parts:trong đó có {@q 3..19 đề tài} cấp quốc gia].
    Đã nghiệm thu {@q 4..40 đề tài}, {@q 2..20 dự án}{tail}.
    Kiểm định {@q~ 2000..39000 phương tiện} đo{plan_share}{change}.
    Sở hướng dẫn {@q 12..190 tổ chức} lập hồ sơ đăng ký {@q 12..190 nhãn hiệu}.
    Cấp {@q 4..60 giấy phép} sử dụng thiết bị bức xạ{tail}.
    Kinh phí sự nghiệp khoa học {amount}{change}.
    Có {@q 20..300 sáng kiến} được công nhận{tail}.
    Tỷ lệ nhiệm vụ được ứng dụng sau nghiệm thu đạt {@q~ 61..96 %}{tail}.
figures.culture
    Tổng lượt khách du lịch ước đạt {@q~e 210000..4900000 lượt khách}{plan_share}{change}.
    Doanh thu từ du lịch {amount}{change}.
    Toàn tỉnh có {@q~ 40000..290000 gia đình} đạt danh hiệu văn hóa, đạt tỷ lệ {@q 71..94 %}.
    Tu bổ {@q 3..40 di tích} với kinh phí {@q~ 3..190 tỷ đồng}{tail}.
    Các đội chiếu bóng lưu động tổ chức {@q 300..1900 buổi} chiếu tại {area}.
    Đoàn thể thao của tỉnh giành {@q 90..400 huy chương}, [parts:trong đó có {@q 12..70 huy chương} vàng].
    Tỷ lệ người tập luyện thể thao thường xuyên đạt {@q~ 21..39 %}{change}.
    Thư viện tỉnh bổ sung {@q~ 1200..9900 bản} sách, phục vụ {@q~ 12000..99000 lượt người}.
    Toàn tỉnh có {@q 120..900 cơ sở lưu trú}{change}.
figures.labour
    Toàn tỉnh giải quyết việc làm cho {@q~ 9000..39000 lao động}{plan_share}{change}.
    Tỷ lệ hộ nghèo giảm {@q- 1..4 %} [baseline:so với {before}].
    Tỷ lệ lao động qua đào tạo đạt {@q~ 41..76 %}{tail}.
    Đưa {@q~ 200..2900 lao động} đi làm việc ở nước ngoài{plan_share}.
    Hỗ trợ xây mới, sửa chữa {@q~ 120..2900 nhà ở} cho người có công với kinh phí {@q~ 3..90 tỷ đồng}.
    Các trường nghề tuyển sinh {@q~ 3000..19000 người}{plan_share}{change}.
    Quỹ đền ơn đáp nghĩa vận động {@q~ 3..40 tỷ đồng}{tail}.
    Sàn giao dịch việc làm tổ chức {@q 12..40 phiên}, tư vấn cho {@q~ 900..19000 lượt người}.
    Trao {@q~ 900..19000 suất quà} cho các gia đình chính sách ở {area}.
figures.justice
    Toàn ngành thụ lý {@q 900..9000 việc}, giải quyết xong {@q 600..890 việc}{tail}.
    Tỷ lệ hòa giải thành đạt {@q~ 71..96 %}{change}.
    Trung tâm trợ giúp pháp lý nhà nước tư vấn cho {@q~ 400..4900 người} ở {area}.
    Toàn tỉnh có {@q~ 900..4900 tổ} hòa giải với {@q~ 6000..19000 hòa giải viên}.
    Sở đã thẩm định {@q 20..190 dự thảo} văn bản quy phạm pháp luật{tail}.
    Các tổ chức công chứng thực hiện {@q~ 9000..49000 hợp đồng}{change}.
    Cấp {@q~ 2000..9900 phiếu} lý lịch tư pháp{tail}.
    Tổ chức {@q 300..2900 buổi} tuyên truyền cho {@q~ 20000..190000 lượt người}.
figures.trade
    Giá trị sản xuất công nghiệp ước đạt {@q~e 900..49000 tỷ đồng}{plan_share}{change}.
    Tổng mức bán lẻ hàng hóa đạt {@q~ 2000..49000 tỷ đồng}{plan_share}{change}.
    Kim ngạch xuất khẩu ước đạt {@q~e 90..900 triệu USD}{plan_share}{change}.
    Lực lượng quản lý thị trường kiểm tra {@q 900..4900 vụ}, xử lý {@q 300..880 vụ}, thu nộp ngân sách {@q~ 3..19 tỷ đồng}.
    Toàn tỉnh có {@q 60..190 chợ}, {@q 3..19 siêu thị}{tail}.
    Hỗ trợ {@q 12..60 đề án} khuyến công với kinh phí {@q~ 3..12 tỷ đồng}.
    Tỷ lệ hộ sử dụng điện đạt {@q 91..99 %}{tail}.
    {@asof}, có {@q 3..30 cụm công nghiệp} đi vào hoạt động với diện tích {@q~ 60..900 ha}.
revenue
    bưu chính, viễn thông
    viễn thông
    bưu chính
    dịch vụ công nghệ thông tin
    hoạt động in, phát hành
topic.ict
    công nghệ thông tin
    báo chí, xuất bản
    bưu chính, viễn thông
    thông tin cơ sở
    an toàn thông tin
    chuyển đổi số
topic.health
    khám, chữa bệnh
    y tế dự phòng
    an toàn thực phẩm
    dân số và phát triển
    dược và mỹ phẩm
topic.education
    giáo dục mầm non
    giáo dục phổ thông
    giáo dục thường xuyên
    bồi dưỡng giáo viên
    kiểm định chất lượng
topic.agriculture
    trồng trọt
    chăn nuôi, thú y
    lâm nghiệp
    thủy lợi
    phát triển nông thôn
topic.science
    sở hữu trí tuệ
    đổi mới công nghệ
    tiêu chuẩn, đo lường
    công nghệ sinh học
    an toàn bức xạ
topic.culture
    di sản văn hóa
    phát triển du lịch
    thể dục, thể thao
    đời sống văn hóa cơ sở
    gia đình
topic.labour
    giảm nghèo bền vững
    việc làm
    giáo dục nghề nghiệp
    bảo vệ trẻ em
    ưu đãi người có công
topic.justice
    hộ tịch
    trợ giúp pháp lý
    hòa giải ở cơ sở
    công chứng, chứng thực
    phổ biến pháp luật
topic.trade
    phát triển công nghiệp
    thương mại nội địa
    xuất khẩu
    tiết kiệm năng lượng
    an toàn điện
share
    văn bản điện tử trao đổi giữa các cơ quan nhà nước
    cán bộ, công chức sử dụng thư điện tử công vụ
    hộ gia đình có máy thu hình
    xã có sóng di động
system
    phần mềm quản lý văn bản và điều hành
    hệ thống một cửa điện tử
    chữ ký số chuyên dùng
    hệ thống hội nghị truyền hình
index
    ICT Index
    chuyển đổi số

# ---- shortcomings ----------------------------------------------------------------------------------------------------
failing_first
    Tuy nhiên, {failing}
    Tuy vậy, {failing}
    Bên cạnh những kết quả đạt được, {failing}
    Bên cạnh kết quả đạt được, {failing}
    Tuy nhiên, bên cạnh những kết quả đạt được, {failing}
failing
    {any_field} còn hạn chế
    {any_field} còn nhiều hạn chế, bất cập
    {any_field} chưa đáp ứng yêu cầu
    {any_field} còn chậm so với kế hoạch đề ra
    {any_field} chưa đồng đều giữa các địa phương
    {any_field} ở {area} còn gặp nhiều khó khăn
    {any_field} chưa được quan tâm đúng mức
    sự phối hợp giữa {partner} và {agent} chưa chặt chẽ
    trình độ của một bộ phận cán bộ ở {area} còn yếu
    kinh phí dành cho {*topic} còn thiếu
    cơ sở vật chất của một số đơn vị ở huyện {district} đã xuống cấp

# ---- tasks -----------------------------------------------------------------------------------------------------------
tasks_open
    {^$planned}, {tasks_agent} tập trung thực hiện các nhiệm vụ trọng tâm:
    {^$planned}, {tasks_agent} đề ra các nhiệm vụ trọng tâm:
    {^$planned}, {tasks_agent} xác định các nhiệm vụ trọng tâm:
    Trong {$planned}, {tasks_agent} xác định các nhiệm vụ trọng tâm:
    Trong {$planned}, {tasks_agent} tập trung vào các nhiệm vụ:
    Bước sang {$planned}, {tasks_agent} tập trung vào các nhiệm vụ sau:
    Phát huy kết quả đạt được, {$planned}, {tasks_agent} tập trung thực hiện các nhiệm vụ:
tasks_agent
    Sở
    ngành {$sector}
    ngành
    toàn ngành
any_task
    {task}
    {task}
    {task}
    {task}
    {task}
    {task}
    {task}
    {task_figures}
    {task_figures}
    triển khai có hiệu quả {@cite}
task
    tiếp tục {any_action}
    tăng cường {task_field}
    đẩy mạnh {task_field}
    nâng cao hiệu quả {task_field}
    chú trọng {task_field}
    phối hợp với {partner} {task_action}
    chủ động {task_action}
    {task_action}
    {task_action}{task_tail}
task_figures
    phấn đấu tỷ lệ hồ sơ được giải quyết đúng hạn đạt {@q! 60..99 %}
    tổ chức {@q! 3..30 cuộc} thanh tra chuyên ngành
    mở {@q! 3..30 lớp} tập huấn về {*topic} cho {@q~ 90..2100 học viên}
    phấn đấu {@range 60..95 %} hồ sơ được xử lý trên môi trường mạng
    tổ chức {@range 5..40 cuộc} kiểm tra ở {area}
    hoàn thành {@q! 3..40 nhiệm vụ} về {*topic}
    hỗ trợ {@q! 12..60 doanh nghiệp} ở huyện {district} về {*topic}
task_field
    công tác quản lý nhà nước về {*topic}
    công tác tuyên truyền {propaganda}
    ứng dụng công nghệ thông tin trong {shared_work}
    công tác thanh tra, kiểm tra
    cải cách thủ tục hành chính
    đào tạo, bồi dưỡng cán bộ ở {area}
    xã hội hóa các hoạt động về {*topic}
    hợp tác với các tỉnh trong khu vực về {*topic}
task_action
    tham mưu UBND tỉnh ban hành các văn bản về {*topic}
    hoàn thiện {guideline}
    tổ chức tuyên truyền {propaganda}
    bảo đảm điều kiện phục vụ {event}
    thực hiện có hiệu quả {guideline}
    xây dựng cơ sở dữ liệu dùng chung về {*topic}
    rà soát, sắp xếp đội ngũ cán bộ ở {area}
    kiện toàn tổ chức bộ máy của {$office_body} huyện {district}
    huy động các nguồn lực đầu tư cho {area}
    nhân rộng các mô hình hay về {*topic} ở huyện {district}
task_tail
    , góp phần {purpose}
    , đáp ứng {need}
     nhằm {purpose}

# ---- discussion, speeches --------------------------------------------------------------------------------------------
discussion
    Hội nghị đã dành nhiều thời gian trao đổi, thảo luận về {shared_work}.
    Tại hội nghị, các đại biểu đã tập trung thảo luận về {shared_work}, {shared_work}.
    Các đại biểu đã trao đổi kinh nghiệm về {shared_work} ở {area}.
    Hội nghị đã nghe các tham luận của {partner}, {$office_body} huyện {district} về {*topic}.
praise
    chúc mừng những thành tích của ngành trong {$reviewed}
    biểu dương tinh thần vượt khó của {$office_body} huyện {district}
    ghi nhận những kết quả mà ngành đã đạt được
    biểu dương những cố gắng của cán bộ, công chức toàn ngành
    đánh giá cao những kết quả của ngành trong {$reviewed}
    ghi nhận, biểu dương những thành tích của {$short}
spoke
    Phát biểu chỉ đạo hội nghị,
    Phát biểu tại hội nghị,
requested
    ngành {task}
    Sở {task}
    các phòng, đơn vị {task}
    cán bộ, công chức toàn ngành {task}

# ---- awards ----------------------------------------------------------------------------------------------------------
award_occasion
    Nhân dịp này,
    Dịp này,
    Tại hội nghị,
award
    [award:[grantor:{province_grantor}] tặng [honour:Bằng khen] cho {@recipients}]
    [award:[grantor:{province_grantor}] tặng danh hiệu [honour:Tập thể lao động xuất sắc] cho {@collectives}]
    [award:[grantor:Giám đốc Sở] tặng [honour:Giấy khen] cho {@recipients}]
    [award:{@recipients} được [grantor:{province_grantor}] tặng [honour:Bằng khen]]
    [award:{@recipients} được [grantor:Giám đốc Sở] tặng [honour:Giấy khen]]
    [award:{@people} được [grantor:Bộ {$sector}] tặng [honour:Kỷ niệm chương]]
    [award:{@people} được [grantor:{province_grantor}] tặng danh hiệu [honour:Chiến sĩ thi đua cấp tỉnh]]
    [award:{@people} được công nhận danh hiệu [honour:Chiến sĩ thi đua cơ sở]]
    [award:thừa ủy quyền của [grantor:Chủ tịch UBND tỉnh], lãnh đạo Sở trao [honour:Bằng khen] cho {@recipients}]
    [award:[grantor:Thủ tướng Chính phủ] tặng [honour:Bằng khen] cho {@people}]
province_grantor
    UBND tỉnh
    Chủ tịch UBND tỉnh

# ---- last lines ------------------------------------------------------------------------------------------------------
byline
    {middle_name} {given_name}
    {surname} {middle_name} {given_name}
    {surname} {given_name}
)";

}  // namespace tongket::test
