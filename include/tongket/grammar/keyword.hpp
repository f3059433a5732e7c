// SPDX-License-Identifier: BSL-1.0
/// @file
/// The function words that the grammars name. Content words live in the lexicon files; some rules in lib/
/// compare a few further words as text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
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
    X(rieng, "riêng") X(cap, "cấp") X(at, "ở") X(only, "chỉ") X(not_yet, "chưa") X(although, "dù") \
    X(context, "bối") X(though, "tuy") X(so_be, "nhiên") X(thus, "vậy") X(but, "nhưng") X(yet, "song") \
    X(before, "trước") X(such, "kêu") X(underway, "đang") X(enough, "đủ") X(this_one, "này") X(rang, "rằng") \
    X(nhan, "nhận") X(vang, "vàng") X(silver, "bạc") X(huy, "huy") X(mat, "mặt") X(propose, "đề") X(lai, "lại") \
    X(hom, "hôm") X(kinh, "kính") X(gui, "gửi") X(thua, "thừa") X(qua, "qua") X(coming, "tới") X(thi, "thi") \
    X(cuoc, "cuộc") X(niem, "niệm") X(hoc, "học") X(thuc, "thực") X(sau, "sau") X(cong, "cộng") X(hoa, "hòa") \
    X(nganh, "ngành") X(tet, "tết") X(half, "nửa") X(dem, "đêm") X(rang_sang, "rạng") \
    X(just_now, "vừa") X(roman_v, "V") X(roman_vi, "VI") X(roman_vii, "VII") X(roman_viii, "VIII") X(middle_thi, "thị") X(middle_van, "văn") X(tien, "tiên") \
    X(q1, "Q1") X(q2, "Q2") X(q3, "Q3") X(q4, "Q4") X(level, "mức") X(thuoc, "thuộc") X(each, "hằng") X(every, "hàng") X(last_year, "ngoái") X(for_each, "cứ")
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

/// A set of keywords; asking costs two instructions or three.
class KeywordSet {
  public:
    constexpr KeywordSet(std::initializer_list<Keyword> keywords) noexcept {
        for (const Keyword k : keywords) words_[static_cast<WordId>(k) / 64] |= bit(static_cast<WordId>(k));
    }
    /// Whether a word is one of them; no word never is.
    [[nodiscard]] constexpr bool contains(WordId word) const noexcept {
        return word < static_cast<WordId>(Keyword::count_) && (words_[word / 64] & bit(word)) != 0;
    }

  private:
    std::array<std::uint64_t, static_cast<std::size_t>(Keyword::count_) / 64 + 1> words_{};
    [[nodiscard]] static constexpr std::uint64_t bit(WordId word) noexcept { return std::uint64_t{1} << word % 64; }
};

/// Whether a keyword only joins other words: such a word is never part of a name nor counted.
[[nodiscard]] constexpr bool is_function_word(WordId word) noexcept {
    constexpr KeywordSet function_words{
        Keyword::va,       Keyword::cua,   Keyword::cac,     Keyword::nhung,   Keyword::den,      Keyword::tu,
        Keyword::trong,    Keyword::that,  Keyword::tren,    Keyword::duoi,    Keyword::voi,      Keyword::la,
        Keyword::dat,      Keyword::co,    Keyword::duoc,    Keyword::da,      Keyword::cho,      Keyword::tai,
        Keyword::so_as,    Keyword::nham,  Keyword::ve,      Keyword::theo,    Keyword::still,    Keyword::se,
        Keyword::can,      Keyword::phai,  Keyword::khi,     Keyword::which,   Keyword::but_then, Keyword::cung,
        Keyword::by_agent, Keyword::khong, Keyword::nhu,     Keyword::compare, Keyword::thang,    Keyword::nam,
        Keyword::sang,     Keyword::chieu, Keyword::toi,     Keyword::tro,     Keyword::len,      Keyword::xuong,
        Keyword::into,     Keyword::moi,   Keyword::or_word, Keyword::this_one};
    return function_words.contains(word);
}

}  // namespace tongket::grammar
