// SPDX-License-Identifier: BSL-1.0
/// @file
/// The function words that the grammars name. Content words live in the lexicon files; some rules in lib/
/// compare a few further words as text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tongket::grammar {

/// A word of the vocabulary; 0 is no word.
using WordId = std::uint16_t;

// clang-format off
#define TONGKET_KEYWORDS(X) \
    X(ngay, "ngày") X(thang, "tháng") X(nam, "năm") X(quy, "quý") X(dau, "đầu") X(cuoi, "cuối") X(sang, "sáng") \
    X(chieu, "chiều") X(toi, "tối") X(trua, "trưa") X(nay, "nay") X(gio, "giờ") X(phut, "phút") X(so, "số") \
    X(va, "và") X(cua, "của") X(cac, "các") X(nhung, "những") X(den, "đến") X(tu, "từ") X(trong, "trong") \
    X(that, "đó") X(tren, "trên") X(duoi, "dưới") X(thu, "thứ") X(hang, "hạng") X(lan, "lần") X(diem, "điểm") \
    X(phan, "phần") X(tram, "trăm") X(into, "vào") X(giai, "giai") X(doan, "đoạn") X(nhiem, "nhiệm") X(ky, "kỳ") \
    X(cung, "cùng") X(voi, "với") X(la, "là") X(dat, "đạt") X(co, "có") X(duoc, "được") X(da, "đã") X(cho, "cho") \
    X(tai, "tại") X(so_as, "để") X(nham, "nhằm") X(gom, "gồm") X(bao, "bao") X(h, "h") X(i, "I") X(ii, "II") \
    X(iii, "III") X(iv, "IV") X(tro, "trở") X(len, "lên") X(xuong, "xuống") X(moi, "mỗi") X(ve, "về") \
    X(theo, "theo") X(bang, "bằng") X(gap, "gấp") X(still, "còn") X(khoa, "khóa") X(compare, "so") \
    X(quyen, "quyền") X(nguyen, "nguyên") X(fresh, "mới") X(but_then, "thì") X(which, "mà") X(nien, "niên") \
    X(het, "hết") X(tinh, "tính") X(mot, "một") X(vi, "vị") X(hien, "hiện") X(dong, "đồng") X(by_agent, "do") \
    X(bac, "bậc") X(or_word, "hoặc") X(p, "p") X(nang, "nâng") X(lieu, "liệu") X(chiem, "chiếm") \
    X(khong, "không") X(nhu, "như") X(tong, "tổng") X(hoac_la, "hay") X(tuc, "tức") X(hoi, "hồi") X(luc, "lúc") \
    X(dip, "dịp") X(le, "lễ") X(tuan, "tuần") X(ro, "rõ") X(vuot, "vượt") X(gia, "gia") X(uoc, "ước") \
    X(khi, "khi") X(se, "sẽ") X(can, "cần") X(phai, "phải") X(ca, "cả") X(toan, "toàn") X(mien, "miền") \
    X(rieng, "riêng") X(cap, "cấp")
// clang-format on

/// Names in the enumeration drop the tone marks; where two words would collide an English word tells them apart.
enum class Keyword : WordId {
    none = 0,
#define TONGKET_ENUMERATOR(name, spelling) name,
    TONGKET_KEYWORDS(TONGKET_ENUMERATOR)
#undef TONGKET_ENUMERATOR
        count_
};

/// Spellings by enumerator, from 1.
inline constexpr std::array keyword_spellings = std::to_array<std::string_view>({"",
#define TONGKET_SPELLING(name, spelling) spelling,
                                                                                 TONGKET_KEYWORDS(TONGKET_SPELLING)
#undef TONGKET_SPELLING
});
#undef TONGKET_KEYWORDS
static_assert(keyword_spellings.size() == static_cast<std::size_t>(Keyword::count_));

/// Whether a keyword only joins other words: such a word is never part of a name nor counted.
[[nodiscard]] constexpr bool is_function_word(WordId word) noexcept {
    switch (static_cast<Keyword>(word)) {
        case Keyword::va:
        case Keyword::cua:
        case Keyword::cac:
        case Keyword::nhung:
        case Keyword::den:
        case Keyword::tu:
        case Keyword::trong:
        case Keyword::that:
        case Keyword::tren:
        case Keyword::duoi:
        case Keyword::voi:
        case Keyword::la:
        case Keyword::dat:
        case Keyword::co:
        case Keyword::duoc:
        case Keyword::da:
        case Keyword::cho:
        case Keyword::tai:
        case Keyword::so_as:
        case Keyword::nham:
        case Keyword::ve:
        case Keyword::theo:
        case Keyword::still:
        case Keyword::se:
        case Keyword::can:
        case Keyword::phai:
        case Keyword::khi:
        case Keyword::which:
        case Keyword::but_then:
        case Keyword::cung:
        case Keyword::by_agent:
        case Keyword::khong:
        case Keyword::nhu:
        case Keyword::compare:
        case Keyword::thang:
        case Keyword::nam:
        case Keyword::sang:
        case Keyword::chieu:
        case Keyword::toi:
        case Keyword::tro:
        case Keyword::len:
        case Keyword::xuong:
        case Keyword::into:
        case Keyword::moi:
        case Keyword::or_word:
            return true;
        default:
            return false;
    }
}

}  // namespace tongket::grammar
