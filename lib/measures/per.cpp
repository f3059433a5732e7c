// SPDX-License-Identifier: BSL-1.0
#include "measures/per.hpp"

#include <algorithm>
#include <utility>

#include "text/phrase_key.hpp"

namespace tongket {
namespace {

// Tokens between what each is told of and the figure: a verb, a place, links.
constexpr std::size_t reach = 10;

std::string unit_text(const Words& words, TokenRange range) {
    return phrase_key(words.document().plain_words(range));
}

// The noun behind 'mỗi': 'mỗi kiểm lâm viên'.
TokenRange noun_behind(const Words& words, std::size_t at) {
    return {at, at + std::max<std::size_t>({words.longest_noun(at), words.match(at, LexiconClass::unit).length, 1})};
}

// 'đào tạo 300 cán bộ y tế mỗi năm': a time behind the noun.
std::optional<Per> per_behind(const Words& words, const Figure& figure) {
    constexpr std::size_t noun_reach = 6;
    constexpr grammar::KeywordSet times{Keyword::nam, Keyword::thang, Keyword::ngay, Keyword::tuan, Keyword::quy};
    const std::size_t end = figure.mention->range.last;
    for (std::size_t t = end; t < end + noun_reach; ++t) {
        if (words.token(t).kind != TokenKind::word || words.bounds(t)) return std::nullopt;
        if (words.token(t).is_word(Keyword::moi) && times.contains(words.token(t + 1).word))
            return Per{Decimal(1), unit_text(words, {t + 1, t + 2})};
    }
    return std::nullopt;
}

// Whether what stands before says what is measured: 'giá trị', 'năng suất'.
bool measured_before(const Words& words, std::size_t at) {
    for (std::size_t t = at; t > 0 && t + reach > at && !words.ends_phrase(t - 1); --t)
        if (words.token(t - 1).starts(LexiconClass::measure_head) && !words.inside_compound(t - 1)) return true;
    return false;
}

// The figure behind a mention, with no mark between; null where there is none.
const QuantityMention* next_in_phrase(const Words& words, const QuantityMention& mention) {
    const auto next = words.islands().quantities.from(mention.range.last);
    if (next == words.islands().quantities.end() || next->range.first > mention.range.last + reach) return nullptr;
    for (std::size_t t = mention.range.last; t < next->range.first; ++t)
        if (words.ends_phrase(t)) return nullptr;
    return &*next;
}

// 'Cứ 10.000 dân có 9 bác sĩ', 'bình quân 1 cán bộ quản lý 85 hộ'
bool opens_rate(const Words& words, const QuantityMention& mention) {
    const grammar::QuantityExpression& q = mention.quantity;
    const std::size_t first = mention.range.first;
    if (first == 0 || q.upper || q.whole || q.per_unit || !q.unit || q.unit->payload == nullptr || !q.amount.value)
        return false;
    bool opens = words.token(first - 1).is_word(Keyword::for_each);
    for (std::size_t length = 1; length <= 2 && length <= first && q.amount.value == Decimal(1) && !opens; ++length) {
        const PhraseMatch head = words.match(first - length, LexiconClass::measure_head);
        opens = head.length == length && head.value() == lexicon_values::average_head;
    }
    const QuantityMention* next = opens ? next_in_phrase(words, mention) : nullptr;
    return next != nullptr && next->quantity.unit && !next->quantity.per_unit;
}

}  // namespace

bool is_per(const Words& words, const QuantityMention& mention) {
    if (opens_rate(words, mention)) return true;
    const grammar::QuantityExpression& q = mention.quantity;
    if (!words.token(mention.range.first).is_word(Keyword::tren) || q.upper || q.whole || q.per_unit || !q.unit ||
        q.unit->payload == nullptr || q.amount.value != Decimal(1))
        return false;
    // 'giá trị sản xuất trên 1 ha đạt', 'năng suất trên 1 ha'; 'thu hồi trên 1 ha của 5 hộ', 'đạt trên 1 ha' count.
    const std::size_t before = mention.range.first;
    if (before == 0 || words.token(before - 1).kind != TokenKind::word || words.is_link(before - 1) ||
        words.token(before - 1).is_word(Keyword::co) || !measured_before(words, before))
        return false;
    const QuantityMention* next = next_in_phrase(words, mention);
    return next != nullptr && next->quantity.unit && next->quantity.unit->payload != q.unit->payload;
}

std::optional<Per> per_of_sentence(const Words& words, const Sentence& sentence, const Figure& figure) {
    constexpr grammar::KeywordSet each{Keyword::moi, Keyword::each, Keyword::every},
        times{Keyword::nam, Keyword::thang, Keyword::ngay, Keyword::tuan, Keyword::quy};
    const std::size_t first = sentence.content;
    if (!each.contains(words.token(first).word) || !times.contains(words.token(first + 1).word) ||
        !words.token(first + 2).is_mark(',') || words.parted({first, figure.begin()}))
        return std::nullopt;
    return Per{Decimal(1), unit_text(words, {first + 1, first + 2})};
}

std::optional<Per> per_told(const Words& words, const Figure& figure) {
    if (auto behind = per_behind(words, figure)) return behind;
    const std::size_t begin = figure.begin();
    const std::size_t from = begin - std::min(begin, reach);
    for (std::size_t t = begin; t > from && !words.ends_phrase(t - 1); --t) {
        const QuantityMention* mention = words.islands().quantities.at(t - 1);
        if (mention != nullptr) {
            if (!is_per(words, *mention)) return std::nullopt;
            const grammar::UnitWords& unit = *mention->quantity.unit;
            return Per{mention->quantity.amount.value.value_or(Decimal(1)),
                       unit_text(words, {unit.first, unit.end()})};
        }
        if (!words.token(t - 1).is_word(Keyword::moi)) continue;
        const std::size_t one = words.token(t).is_word(Keyword::mot) ? 1 : 0;  // 'mỗi một năm'
        const TokenRange unit = noun_behind(words, t + one);
        if (unit.last > begin || words.token(t).kind == TokenKind::number) return std::nullopt;
        Per per{Decimal(1), unit_text(words, unit)};
        // 'mỗi doanh nghiệp trong tổng số 120 doanh nghiệp'
        return per.unit == figure.measure.unit ? std::nullopt : std::optional(std::move(per));
    }
    return std::nullopt;
}

}  // namespace tongket
