// SPDX-License-Identifier: BSL-1.0
/// @file
/// The wordings of made-up reports, as a grammar.
///
/// A line that does not begin with a blank names a rule, the lines under it are its alternatives, all equally likely.
/// `-` alone is the empty alternative; `#` begins a comment.
///   {rule}      one of the rule's alternatives          {^rule}   the same with its first letter a capital
///   {$name}     a fact of the report: {$year}           [tag: ]   words that are an item or a part of one
///   {@q LO..HI UNIT}   a quantity from LO to HI; marks after the q: `~` a word of approximation may stand before it,
///                      `e` the words before it say that it is estimated, `+` increase, `-` decrease, `!` at least
///   {@of HI NOUN}      n/m of a set                     {@per LO..HI UNIT/N UNIT}   a rate
///   {@rank HI NOUN}    a rank                           {@range LO..HI UNIT}        a range
///   {@cite}            a document                       [vs: ]    the baseline of the quantity before it
#pragma once

#include <string_view>

namespace tongket::test {

inline constexpr std::string_view report_wordings = R"(
# ---- first lines ----
title
    {$organizer_short} tổng kết công tác {$period}, triển khai nhiệm vụ {$planned}
    {$organizer_short} tổ chức hội nghị tổng kết công tác {$period} và triển khai nhiệm vụ {$planned}
    Hội nghị tổng kết công tác {$period}, phương hướng nhiệm vụ {$planned} ngành {$sector}
title_interim
    {$organizer_short} sơ kết công tác {$period}
    {$organizer_short} tổ chức hội nghị sơ kết công tác {$period}
    Hội nghị sơ kết công tác {$period} ngành {$sector}

# ---- opening ----
held
    {$organizer} tổ chức Hội nghị {$occasion}.
    {$organizer} đã tổ chức Hội nghị {$occasion}.
    {$organizer} tiến hành Hội nghị {$occasion}.
attended
    Dự hội nghị có
    Tham dự hội nghị có
    Đến dự hội nghị có
    Đến dự có
delegation
    [delegation:đại diện lãnh đạo {department}]
    [delegation:lãnh đạo {department}]
    [delegation:đại diện {party_body}]
    [delegation:lãnh đạo các doanh nghiệp {enterprise} trên địa bàn tỉnh]
    [delegation:lãnh đạo các phòng, đơn vị trực thuộc Sở]
    [delegation:{party_body}]
    [delegation:các cơ quan báo chí địa phương]
department
    Sở Tài chính
    Sở Nội vụ
    Sở Kế hoạch và Đầu tư
    Sở Tư pháp
    Sở Xây dựng
    Sở Công Thương
    Văn phòng UBND tỉnh
    Ban Thi đua - Khen thưởng tỉnh
    Công an tỉnh
party_body
    Ban Tuyên giáo Tỉnh ủy
    Ban Dân vận Tỉnh ủy
    Văn phòng Tỉnh ủy
    Hội Nhà báo tỉnh
    Hội Nông dân tỉnh
    Liên đoàn Lao động tỉnh
enterprise
    bưu chính, viễn thông
    công nghệ thông tin
    vận tải
    xây dựng
    in và phát hành

# ---- prose without figures ----
field
    công tác quản lý báo chí
    công tác thông tin cơ sở
    công tác thông tin đối ngoại
    hoạt động xuất bản, in và phát hành
    hoạt động của các cơ quan báo chí
    việc ứng dụng công nghệ thông tin trong các cơ quan nhà nước
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
    công tác bảo đảm an toàn thông tin mạng
    công tác phối hợp với các sở, ngành
    hoạt động bưu chính
    hoạt động viễn thông
    hạ tầng viễn thông
    mạng lưới bưu chính
    việc quản lý thuê bao di động trả trước
    việc xử lý văn bản trên môi trường mạng
    việc cung cấp thông tin cho báo chí
    hệ thống truyền thanh cơ sở
    cổng thông tin điện tử của tỉnh
    các trang thông tin điện tử của sở, ngành
    công tác văn thư, lưu trữ
    công tác bảo vệ bí mật nhà nước
    phong trào văn nghệ, thể thao quần chúng
    công tác dân vận của chính quyền
    công tác khoa học và công nghệ
    công tác bảo vệ môi trường
    công tác phòng, chống thiên tai
    công tác y tế dự phòng
    hoạt động khám, chữa bệnh
    công tác giáo dục toàn diện học sinh
    công tác bảo tồn, phát huy giá trị di sản
    hoạt động quảng bá, xúc tiến du lịch
    công tác hòa giải ở cơ sở
    công tác khuyến nông
    công tác quản lý đất đai
    công tác quản lý thị trường
    hoạt động khuyến công
    công tác chăm sóc người có công
    công tác bảo trợ xã hội
    công tác đăng kiểm phương tiện
    việc duy tu hệ thống đường giao thông nông thôn
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
tail
    -
    -
    , góp phần {purpose}
    , đáp ứng {need}
    , tạo điều kiện thuận lợi cho {beneficiary}
    , qua đó {effect}
    , nhất là ở {area}
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
need
    nhu cầu thông tin của nhân dân
    yêu cầu quản lý trong tình hình mới
    nhu cầu của người dân và doanh nghiệp
    yêu cầu chỉ đạo, điều hành của lãnh đạo tỉnh
    yêu cầu của thời kỳ hội nhập
beneficiary
    tổ chức và công dân đến giao dịch
    các doanh nghiệp phát triển sản xuất, kinh doanh
    người dân tiếp cận thông tin
    đồng bào vùng dân tộc
    các địa phương chủ động thực hiện
    cán bộ, công chức yên tâm công tác
effect
    nhận thức của cán bộ và nhân dân được nâng lên
    môi trường hoạt động của ngành lành mạnh hơn
    kỷ luật, kỷ cương hành chính được giữ vững
    niềm tin của nhân dân được củng cố
    thông tin liên lạc luôn thông suốt
    hoạt động của các đơn vị đi vào nền nếp
area
    vùng sâu, vùng xa
    các xã biên giới
    khu vực nông thôn
    các trung tâm huyện
    vùng đồng bào dân tộc
    các khu dân cư tập trung
agent
    Sở
    ngành
    toàn ngành
    lãnh đạo Sở
    các phòng chuyên môn
    các đơn vị trực thuộc
    Văn phòng Sở
    đội ngũ cán bộ, công chức của ngành
    các doanh nghiệp trên địa bàn
action
    tham mưu cho UBND tỉnh ban hành các văn bản chỉ đạo, điều hành
    phối hợp chặt chẽ với {partner} trong {shared_work}
    hướng dẫn các địa phương thực hiện {guideline}
    kịp thời nắm bắt, phản ánh tình hình ở {area}
    tổ chức tuyên truyền {propaganda}
    duy trì nghiêm chế độ thông tin, báo cáo
    rà soát, bổ sung {guideline}
    thực hiện tốt quy chế dân chủ ở cơ quan
    đôn đốc các đơn vị hoàn thành nhiệm vụ được giao
    ứng dụng mạnh mẽ công nghệ thông tin vào {shared_work}
    nâng cao chất lượng phục vụ {beneficiary}
    chủ động xây dựng kế hoạch, phân công nhiệm vụ cụ thể cho từng bộ phận
    xử lý dứt điểm các kiến nghị của cử tri
    bảo đảm thông tin liên lạc phục vụ {event}
partner
    các sở, ban, ngành
    UBND các huyện, thành phố
    Công an tỉnh
    Đài Phát thanh và Truyền hình tỉnh
    Ban Tuyên giáo Tỉnh ủy
    các đoàn thể
    Mặt trận Tổ quốc các cấp
    các cơ quan chức năng
shared_work
    công tác quản lý nhà nước
    công tác tuyên truyền
    việc giải quyết thủ tục hành chính
    công tác kiểm tra, giám sát
    xử lý các vướng mắc phát sinh
    công tác bảo đảm an ninh, trật tự
    quản lý các hoạt động dịch vụ
guideline
    các quy định của pháp luật
    các quy hoạch, kế hoạch đã được phê duyệt
    quy chế làm việc của cơ quan
    các cơ chế, chính sách thuộc lĩnh vực phụ trách
    bộ tiêu chí đánh giá cán bộ
    danh mục thủ tục thuộc thẩm quyền
propaganda
    chủ trương của Đảng, chính sách, pháp luật của Nhà nước
    các sự kiện chính trị, ngày lễ lớn
    về xây dựng nông thôn mới
    về an toàn giao thông
    bảo vệ chủ quyền biển, đảo
    gương người tốt, việc tốt
    về cải cách hành chính
event
    các kỳ họp của HĐND tỉnh
    công tác phòng, chống lụt bão
    các ngày lễ lớn
    đại hội Đảng bộ các cấp
    diễn tập khu vực phòng thủ
    các hoạt động đối ngoại của tỉnh
adverb
    -
    chủ động
    kịp thời
    thường xuyên
    tích cực
    đã
    đã chủ động
    luôn
connective
    Bên cạnh đó,
    Cùng với đó,
    Ngoài ra,
    Đồng thời,
    Trong quá trình thực hiện,
leadership
    sự lãnh đạo của Tỉnh ủy
    sự chỉ đạo của UBND tỉnh
    sự quan tâm của lãnh đạo tỉnh
    sự hướng dẫn của Bộ chủ quản
    sự phối hợp của các cấp, các ngành
    sự ủng hộ của nhân dân
plain
    {^field} {predicate}{tail}.
    {^field} {predicate}{tail}.
    {^field} và {field} {predicate}{tail}.
    {^field} {predicate}; {field} {predicate}{tail}.
    {^agent} {adverb} {action}{tail}.
    {^agent} {adverb} {action}, {action}{tail}.
    {connective} {agent} {adverb} {action}{tail}.
    {connective} {field} {predicate}{tail}.
    Được {leadership}, {leadership}, {agent} {adverb} {action}{tail}.
    Nhờ {leadership}, {field} {predicate}, {field} {predicate}.
    Dưới {leadership}, {field} {predicate}{tail}.
    {^agent} {adverb} {action}; {field} {predicate}{tail}.

# ---- figures ----
figures
    Tổng doanh thu {revenue} ước đạt {@q~e 12..2400 tỷ đồng}, bằng {@q 92..118 %} [vs:kế hoạch], tăng {@q+ 2..24 %} [vs:so với {before}].
    Doanh thu {revenue} đạt {@q~ 12..2400 tỷ đồng}, tăng {@q+ 2..24 %} [vs:so với {before}]; nộp ngân sách nhà nước {@q~ 2..190 tỷ đồng}.
    Tổng số trạm BTS trên địa bàn tỉnh là {@q 400..3900 trạm}, tăng {@q+ 2..30 %} [vs:so với {before}].
    Toàn tỉnh có {@q 90..480 điểm} phục vụ bưu chính{tail}.
    Tổng số thuê bao điện thoại đạt {@q~ 210000..990000 thuê bao}, mật độ đạt {@per 61..140 thuê bao/100 dân}.
    Số thuê bao Internet là {@q 21000..290000 thuê bao}, tăng {@q+ 900..32000 thuê bao} [vs:so với {before}].
    {^agent} đã tham mưu UBND tỉnh ban hành {@q 2..40 Quyết định}, {@q 2..60 Kế hoạch} về {topic}.
    Thanh tra Sở tiến hành {@q 4..60 cuộc} thanh tra, xử phạt {@q 2..40 cơ sở} vi phạm với số tiền {@q~ 12..900 triệu đồng}.
    Sở đã mở {@q 2..40 lớp} tập huấn cho {@q~ 90..4100 học viên}{tail}.
    {^agent} đã thẩm định {@q 2..70 dự án} về {topic} với tổng mức đầu tư {@q~ 12..880 tỷ đồng}.
    Tỷ lệ {share} đạt {@q~ 31..99 %}{tail}.
    Có {@of 20 sở} sử dụng {system}; {@of 180 xã} được kết nối Internet cáp quang.
    Chỉ số {index} của tỉnh xếp {@rank 63 tỉnh}, tăng {@q+ 1..20 bậc} [vs:so với năm {$last}].
    Báo {$province} phát hành {@q 90..360 số} báo, đăng tải {@q~ 2000..21000 tin}, bài.
    Đài Phát thanh và Truyền hình tỉnh phát sóng {@q 2100..9900 giờ} phát thanh và {@q~ 2100..9900 giờ} truyền hình.
    Sở đã cấp {@q 12..120 giấy phép} xuất bản tài liệu không kinh doanh{tail}.
    Thực hiện {@cite}, {field} {predicate}{tail}.
    Căn cứ {@cite}, {agent} {adverb} {action}.
before
    năm {$last}
    cùng kỳ năm {$last}
    cùng kỳ năm trước
revenue
    bưu chính, viễn thông
    viễn thông
    bưu chính
    dịch vụ công nghệ thông tin
    hoạt động in, phát hành
topic
    công nghệ thông tin
    báo chí, xuất bản
    bưu chính, viễn thông
    cải cách hành chính
    thông tin cơ sở
    an toàn thông tin
share
    văn bản điện tử trao đổi giữa các cơ quan nhà nước
    cán bộ, công chức sử dụng thư điện tử công vụ
    hồ sơ được giải quyết đúng hạn
    hộ gia đình có máy thu hình
    xã có sóng di động
system
    phần mềm quản lý văn bản và điều hành
    hệ thống một cửa điện tử
    chữ ký số chuyên dùng
    hệ thống hội nghị truyền hình
index
    ICT Index
    cải cách hành chính
    chuyển đổi số

# ---- shortcomings ----
shortcoming_first
    Tuy nhiên, {failing}
    Bên cạnh những kết quả đạt được, {failing}
failing
    {field} còn hạn chế
    {field} chưa đáp ứng yêu cầu
    {field} còn chậm so với kế hoạch đề ra
    {field} chưa đồng đều giữa các địa phương
    {field} ở {area} còn gặp nhiều khó khăn
    trình độ của một bộ phận cán bộ còn yếu
    kinh phí dành cho {field} còn thiếu

# ---- tasks ----
tasks_open
    {^$planned}, {tasks_agent} tập trung thực hiện các nhiệm vụ trọng tâm:
    {^$planned}, {tasks_agent} đề ra các nhiệm vụ trọng tâm:
    Trong {$planned}, {tasks_agent} xác định các nhiệm vụ trọng tâm:
tasks_agent
    Sở
    ngành {$sector}
    toàn ngành
task
    tiếp tục {task_action}
    tăng cường {task_field}
    đẩy mạnh {task_field}
    nâng cao hiệu quả {task_field}
    phối hợp với {partner} {task_action}
    {task_action}
    {task_action}{task_tail}
    phấn đấu tỷ lệ {share} đạt {@q! 60..99 %}
    tổ chức {@q! 3..30 cuộc} thanh tra chuyên ngành
    mở {@q! 3..30 lớp} tập huấn cho {@q~ 90..2100 học viên}
task_field
    công tác quản lý nhà nước về {topic}
    công tác tuyên truyền {propaganda}
    ứng dụng công nghệ thông tin trong {shared_work}
    công tác thanh tra, kiểm tra
    cải cách thủ tục hành chính
    đào tạo, bồi dưỡng cán bộ ở {area}
task_action
    tham mưu UBND tỉnh ban hành các văn bản về {topic}
    hoàn thiện {guideline}
    củng cố hệ thống truyền thanh ở {area}
    phát triển hạ tầng viễn thông ở {area}
    tổ chức tuyên truyền {propaganda}
    bảo đảm thông tin liên lạc phục vụ {event}
    thực hiện có hiệu quả {guideline}
    xây dựng cơ sở dữ liệu dùng chung về {topic}
task_tail
    , góp phần {purpose}
    , đáp ứng {need}
    nhằm {purpose}

# ---- discussion, speeches ----
discussion
    Tại hội nghị, các đại biểu đã tập trung thảo luận về {shared_work}, {shared_work}.
    Các đại biểu đã trao đổi kinh nghiệm về {shared_work} ở {area}.
praise
    ghi nhận những kết quả mà ngành đã đạt được
    biểu dương những cố gắng của cán bộ, công chức toàn ngành
    đánh giá cao những kết quả của ngành trong {$period}
request_open
    Đồng chí đề nghị
    Đồng chí yêu cầu
requested
    ngành {task}
    Sở {task}
    các phòng, đơn vị {task}

# ---- awards ----
occasion
    Nhân dịp này,
    Dịp này,
    Tại hội nghị,
)";

}  // namespace tongket::test
