// SPDX-License-Identifier: BSL-1.0
/// @file
/// Quantities: `trên 520 tỷ đồng`, `158/199 xã`, `97 thuê bao/100 dân`, `20-25%`, `thứ 5/63 tỉnh`, `1 tỷ 250 triệu`.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tongket/grammar/numeral.hpp>
#include <tongket/grammar/terminals.hpp>
#include <tongket/model.hpp>

namespace tongket::grammar {

/// What is counted or measured.
struct UnitWords {
    const Payload* payload = nullptr;  ///< of class unit or noun; null for a word that the lexicon does not know
    std::uint32_t first = 0;
    std::uint32_t length = 0;  ///< tokens
    [[nodiscard]] std::size_t end() const noexcept { return first + length; }
};

/// A quantity as written.
struct QuantityExpression {
    const Payload* approximator = nullptr;
    std::size_t approximator_first = 0;
    bool ranked = false;          ///< `thứ 5`
    bool negative = false;        ///< `âm 5%`, `-5%`
    bool upper_negative = false;  ///< so is the upper end of a range: `-5% đến -3%`
    bool reversed = false;        ///< a range whose upper end is below the lower
    bool and_half = false;        ///< `rưỡi` stands behind the unit: `hai năm rưỡi`
    bool split = false;           ///< its decimals are glued behind the unit: `1m75`
    bool lowered = false;         ///< of `800 - 1 tỷ`: the lower end has the scale below that of the upper
    Amount amount;
    std::optional<Amount> retold;  ///< in a bracket behind it: `15 (mười lăm)`
    std::optional<Amount> upper;   ///< of a range
    std::optional<Amount> whole;   ///< of `158/199`
    std::optional<UnitWords>
        lower_unit;  ///< of the lower end of a range, where it is said: `800 đồng đến 1.500 đồng`
    std::optional<UnitWords> unit;
    std::optional<Amount> per_amount;
    std::optional<UnitWords> per_unit;
    const Payload* after = nullptr;  ///< approximator behind: `trở lên`
    std::size_t first = 0;
    std::size_t last = 0;  ///< one past the last token
};

/// Whether a word can head a counted noun: not a function word, not a verb.
[[nodiscard]] inline bool can_be_counted(const TokenStream& stream, std::size_t at) {
    const Token token = stream.tokens[at];
    if (token.kind != TokenKind::word) return false;
    if (is_function_word(token.word) || token.is_word(Keyword::mot)) return false;
    return (!token.starts(LexiconClass::boundary) || token.is_word(Keyword::so)) &&
           !token.starts(LexiconClass::increase) && !token.starts(LexiconClass::decrease) &&
           !token.starts(LexiconClass::estimator) && !token.starts(LexiconClass::uncounted);
}

/// Whether letters that may be a unit are none here. `5M` is no length; of some glued to their number a name is made:
/// to a single digit (`4g`, but `200g`) or to any (`đường dây 110kV`); some are units in rates alone (`15k/lượt`, but
/// `vàng 24k`).
[[nodiscard]] inline bool are_mere_letters(const TokenStream& stream, std::size_t at, const PhraseMatch& unit) {
    const Token token = stream.tokens[at];
    if (unit.length != 1 || token.kind != TokenKind::word) return false;
    if (token.length == 1 && token.has(Token::capital)) return true;
    const bool glued = at > 0 && !token.has(Token::space_before) && stream.tokens[at - 1].kind == TokenKind::number;
    const std::string_view apart = unit.payload->attribute("apart");
    if (apart == "rate") {
        const Token slash = stream.tokens[at + 1];
        if (!glued || !slash.is_mark('/') || slash.has(Token::space_before)) return true;
        return !stream.tokens[at + 2].starts(LexiconClass::noun) && !stream.tokens[at + 2].starts(LexiconClass::unit);
    }
    if (!glued) return false;
    return apart == "number" || (apart == "digit" && stream.tokens[at - 1].length == 1);
}

/// The power of ten in which a unit's figures are told, -9 to 9: -1 of `‰`, which is a tenth of a percent, 3 of
/// `15k`.
[[nodiscard]] inline int unit_power(const Payload& unit) noexcept {
    std::string_view digits = unit.attribute("scale");
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    if (digits.size() != 1 || digits[0] < '0' || digits[0] > '9') return 0;
    const int power = digits[0] - '0';
    return negative ? -power : power;
}

/// The unit or counted noun after a number.
struct UnitParser : x3::parser<UnitParser> {
    using attribute_type = UnitWords;
    static constexpr bool has_attribute = true;
    bool known_only;  ///< accept lexicon entries only

    constexpr explicit UnitParser(bool lexicon_only) : known_only(lexicon_only) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        if (first == last) return false;
        const TokenStream& stream = first.stream();
        const std::size_t at = first.index();
        const PhraseMatch unit = stream.match(at, LexiconClass::unit);
        if (unit && are_mere_letters(stream, at, unit)) return false;
        const PhraseMatch noun = stream.match(at, LexiconClass::noun);
        // 'giải' is counted, 'giải quyết' is not.
        const PhraseMatch verb = stream.match(at, LexiconClass::uncounted);
        if (verb.length > std::max(unit.length, noun.length)) return false;
        UnitWords words{nullptr, static_cast<std::uint32_t>(at), 1};
        if (unit || noun) {
            const PhraseMatch& best = noun.length > unit.length ? noun : unit;
            words.payload = best.payload;
            words.length = static_cast<std::uint32_t>(best.length);
        } else if (known_only || !can_be_counted(stream, at)) {
            return false;
        }
        if (static_cast<std::ptrdiff_t>(words.length) > last - first) return false;
        first += static_cast<std::ptrdiff_t>(words.length);
        x3::traits::move_to(words, attribute);
        return true;
    }
};

/// The `m75` of `1m75`: a unit between a number and its decimals, all glued. `m2` is a unit of its own.
struct SplitUnitParser : x3::parser<SplitUnitParser> {
    using attribute_type = UnitWords;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        constexpr std::size_t most_decimals = 2;
        if (first == last || first->kind != TokenKind::word || first->word != 0 || first->has(Token::space_before))
            return false;
        const TokenStream& stream = first.stream();
        const std::string_view text = stream.text_of(*first);
        const std::size_t letters = text.find_first_of("0123456789");
        if (letters == 0 || letters == std::string_view::npos || text.size() - letters > most_decimals ||
            !detail::all_digits(text.substr(letters)))
            return false;
        const std::uint32_t node = stream.lexicon->word(word_key(text.substr(0, letters))).node;
        const PhraseMatch unit = stream.lexicon->match_to(node, LexiconClass::unit);
        if (!unit || unit.payload->attribute("split") != "1") return false;
        x3::traits::move_to(UnitWords{unit.payload, static_cast<std::uint32_t>(first.index()), 1}, attribute);
        ++first;
        return true;
    }
};

/// Whether the comma of `20,805` parts thousands, by what is counted: nothing is counted in thousandths, no đồng has
/// them, and nobody writes a decimal that ends in 0 (`26,500 đồng`, `1,500 tấn`); `1,234 tấn` and `15,811 USD/ounce`
/// may be either.
/// @param unit    null where it is not said, or not known
/// @param digits  as they are written
[[nodiscard]] inline bool comma_parts_thousands(const Payload* unit, std::string_view digits) noexcept {
    const std::string_view kind = unit != nullptr ? unit->attribute("kind") : std::string_view{};
    if (kind == "percent") return false;
    const bool foreign = kind == "money" && unit->value != "VND";
    return digits.ends_with('0') || !(kind == "other" || foreign);
}

/// The same for a whole quantity, whose numbers are all written in one way: in `1,234 đến 2,000 tấn` the second says
/// how the first is meant, in `1,5 đến 2,250 tấn` the first how the second is.
/// @param unit  of the quantity, said or shared; nothing where there is none
[[nodiscard]] inline bool commas_part_thousands(const TokenStream& stream, const QuantityExpression& q,
                                                const std::optional<UnitWords>& unit) {
    const Payload* payload = unit ? unit->payload : nullptr;
    bool thousands = false;
    for (const Amount* amount : {&q.amount, q.upper ? &*q.upper : nullptr, q.whole ? &*q.whole : nullptr}) {
        if (amount == nullptr || !amount->value) continue;
        const std::string_view digits = stream.text_of(stream.tokens[amount->first]);
        if (amount->form == NumberReading::Form::comma_thousands && amount->scale == 0)
            thousands |= comma_parts_thousands(payload, digits);
        else if (digits.find(',') != std::string_view::npos)
            return false;
    }
    return thousands;
}

/// The value of an amount of a quantity, its comma read by what is counted; nothing where it has none.
[[nodiscard]] inline std::optional<Decimal> counted_value(const TokenStream& stream, const Amount& amount,
                                                          const QuantityExpression& q) {
    if (!amount.value || amount.form != NumberReading::Form::comma_thousands || amount.scale != 0 ||
        !commas_part_thousands(stream, q, q.unit))
        return amount.value;
    return read_number(stream.text_of(stream.tokens[amount.first])).alternative;
}

namespace quantity_rules {

inline constexpr auto set_first = [](auto& ctx) {
    x3::_val(ctx).first = x3::_attr(ctx).first;
    x3::_val(ctx).amount = x3::_attr(ctx);
};
inline constexpr auto set_approximator = [](auto& ctx) {
    const Phrase& found = x3::_attr(ctx);
    const Token token = x3::_where(ctx).begin().stream().tokens[found.first];
    // An ellipsis is no '~', and what opens a line quotes it.
    const bool other_mark = token.kind == TokenKind::mark && (token.length > 1 || token.has(Token::line_start));
    if (found.payload->attribute("place") == "after" || other_mark) {
        x3::_pass(ctx) = false;
        return;
    }
    x3::_val(ctx).approximator = found.payload;
    x3::_val(ctx).approximator_first = found.first;
};
inline constexpr auto set_after = [](auto& ctx) {
    const Phrase& found = x3::_attr(ctx);
    x3::_pass(ctx) = found.payload->attribute("place") == "after";
    if (x3::_pass(ctx)) x3::_val(ctx).after = found.payload;
};
inline constexpr auto set_upper = [](auto& ctx) { x3::_val(ctx).upper = x3::_attr(ctx); };
inline constexpr auto set_whole = [](auto& ctx) { x3::_val(ctx).whole = x3::_attr(ctx); };
inline constexpr auto set_unit = [](auto& ctx) { x3::_val(ctx).unit = x3::_attr(ctx); };
/// Words that are no number are no denominator: '12 tỷ đồng trên hai ba huyện'.
inline constexpr auto set_per_amount = [](auto& ctx) {
    x3::_pass(ctx) = x3::_attr(ctx).value.has_value();
    if (x3::_pass(ctx)) x3::_val(ctx).per_amount = x3::_attr(ctx);
};
inline constexpr auto set_per_unit = [](auto& ctx) { x3::_val(ctx).per_unit = x3::_attr(ctx); };
inline constexpr auto set_ranked = [](auto& ctx) { x3::_val(ctx).ranked = true; };
inline constexpr auto set_lower_unit = [](auto& ctx) { x3::_val(ctx).lower_unit = x3::_attr(ctx); };
[[nodiscard]] inline bool is_unit(const UnitWords& words) {
    return words.payload != nullptr && words.payload->word_class == LexiconClass::unit;
}
/// Money, lengths, times and the like: they are taken per anything.
[[nodiscard]] inline bool is_measured(const QuantityExpression& q) {
    constexpr int millions = 6;  // without a unit they are money
    return q.unit ? is_unit(*q.unit) && q.unit->payload->attribute("kind") != "count"
                  : q.amount.scale >= millions || (q.upper && q.upper->scale >= millions);
}
[[nodiscard]] inline bool is_money(const QuantityExpression& q) {
    return q.unit ? is_unit(*q.unit) && q.unit->payload->attribute("kind") == "money" : is_measured(q);
}
/// What rates are taken per: time, space, weight; a noun that often stands there (`người`), a part of the country but
/// for another (`12 tiêu chí/xã`, not `12 xã/phường`).
[[nodiscard]] inline bool is_common_denominator(const QuantityExpression& q, const UnitWords& below) {
    const auto says = [](const UnitWords& words, std::string_view key, std::string_view value) {
        return words.payload != nullptr && words.payload->attribute(key) == value;
    };
    if (says(below, "per", "1")) return true;
    if (!q.unit) return false;
    if (says(below, "territory", "1")) return !says(*q.unit, "territory", "1");
    return is_unit(below) &&
           (says(below, "kind", "duration") || says(below, "kind", "length") || says(below, "kind", "other"));
}
/// Rates are taken per 1, 10, 100 ... of something, per any time; of a set as large as it is a figure is a
/// ratio ('12 xã/15 xã'). '64.120 học sinh/2.310 lớp' are two figures.
inline constexpr auto is_rate = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    Decimal power(1);
    constexpr int largest = 7;
    for (int zeros = 0; zeros < largest && power < *q.per_amount->value; ++zeros) power = power.scaled(1);
    const bool round = power == *q.per_amount->value;
    const bool same = q.unit && q.unit->payload == q.per_unit->payload && q.unit->payload != nullptr;
    // '1 bác sĩ/1.200 dân'
    const bool one = q.amount.value == Decimal(1);
    // '300.000 đồng/5 kg', '12 người/5 km2'; not '27 cánh đồng/1.480 ha'
    constexpr int few = 100;
    const bool measured = is_unit(*q.per_unit) && (is_measured(q) || *q.per_amount->value < Decimal(few));
    x3::_pass(ctx) = round || same || one || measured ||
                     (q.per_unit->payload != nullptr && q.per_unit->payload->attribute("kind") == "duration");
    if (x3::_pass(ctx)) return;
    q.per_amount.reset();
    q.per_unit.reset();
};
/// What a figure is compared with is no denominator: '12 tỷ đồng/kế hoạch 15 tỷ'.
template <class Context>
[[nodiscard]] bool is_compared_with(const Context& ctx) {
    return x3::_where(ctx).begin().stream().tokens[x3::_attr(ctx).first].starts(LexiconClass::baseline);
}
/// A denominator behind a slash.
inline constexpr auto is_denominator = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = (is_measured(q) || is_common_denominator(q, x3::_attr(ctx))) && !is_compared_with(ctx);
    if (x3::_pass(ctx)) q.per_unit = x3::_attr(ctx);
};
/// A denominator that the lexicon does not know, of what is taken per anything; a percentage is of it: `35%/tổng
/// chi`.
inline constexpr auto is_strange_denominator = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    const bool share = q.unit && is_unit(*q.unit) && q.unit->payload->attribute("kind") == "percent";
    x3::_pass(ctx) = is_measured(q) && !share && !is_compared_with(ctx);
    if (x3::_pass(ctx)) q.per_unit = x3::_attr(ctx);
};
/// Whether what stands behind 'mỗi hộ' tells of each of them: 'tặng 12 hộ nghèo mỗi hộ 5 triệu đồng'.
[[nodiscard]] inline bool tells_of_each(const Token& next) {
    constexpr KeywordSet verbs{Keyword::duoc, Keyword::co, Keyword::gom, Keyword::phai, Keyword::se, Keyword::da};
    return next.kind == TokenKind::number || next.starts(LexiconClass::number_word) ||
           next.starts(LexiconClass::approximator) || verbs.contains(next.word);
}
/// Behind 'mỗi' anything, but not what is counted itself, and nothing that is told of each.
inline constexpr auto is_each = [](auto& ctx) {
    const UnitWords& below = x3::_attr(ctx);
    QuantityExpression& q = x3::_val(ctx);
    const TokenIterator next = x3::_where(ctx).begin();
    x3::_pass(ctx) = (q.unit ? below.payload != q.unit->payload : is_measured(q)) && !tells_of_each(*next);
    if (x3::_pass(ctx)) q.per_unit = below;
};
/// '45.000 đồng một kg', '25 học sinh một lớp': as 'mỗi', but not 'một lần' (once), 'một năm trước', nor of times ('3
/// ngày một đêm') or multiples ('gấp 3 lần một con voi').
inline constexpr auto is_one_each = [](auto& ctx) {
    constexpr KeywordSet no_denominators{Keyword::lan, Keyword::so};
    constexpr KeywordSet of_calendar{Keyword::before, Keyword::qua, Keyword::nay, Keyword::sau, Keyword::coming};
    constexpr std::string_view duration = "duration";
    const UnitWords& below = x3::_attr(ctx);
    QuantityExpression& q = x3::_val(ctx);
    const TokenIterator next = x3::_where(ctx).begin();
    const TokenStream& stream = next.stream();
    const auto kind = [](const UnitWords& words) {
        return words.payload != nullptr ? words.payload->attribute("kind") : std::string_view{};
    };
    const bool lasts = q.unit && kind(*q.unit) == duration;
    const bool multiple = q.unit && stream.tokens[q.unit->first].is_word(Keyword::lan) && kind(below) != duration;
    x3::_pass(ctx) = !lasts && !multiple && !no_denominators.contains(stream.tokens[below.first].word) &&
                     !of_calendar.contains(next->word) && (!q.unit || below.payload != q.unit->payload) &&
                     (is_money(q) || is_common_denominator(q, below)) && !tells_of_each(*next);
    if (x3::_pass(ctx)) q.per_unit = below;
};
/// 'đồng/người/tháng': the denominator is the product.
inline constexpr auto widen_denominator = [](auto& ctx) {
    auto& unit = x3::_val(ctx).per_unit;
    if (unit) unit->length = static_cast<std::uint32_t>(x3::_attr(ctx).end()) - unit->first;
};
/// Both ends of a range are in one unit.
inline constexpr auto is_one_unit = [](auto& ctx) {
    const QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = !q.lower_unit ||
                     (q.unit && q.unit->payload != nullptr && q.unit->payload->value == q.lower_unit->payload->value);
};
/// 'hai năm rưỡi', '2-3 km rưỡi': the half is of the unit; behind a scale, and with decimals, nobody knows of what.
inline constexpr auto add_half = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    Amount& last = q.upper ? *q.upper : q.amount;
    q.and_half = true;
    if (!last.value) return;
    const bool whole = last.scale == 0 && last.form == NumberReading::Form::plain && last.value->is_integer();
    last.value = whole ? Decimal::add(*last.value, Decimal(5, -1)) : std::nullopt;
    if (!last.value) last.form = NumberReading::Form::unread;
};
/// '1m75' is 1.75 m, '1m6' 1.6 m.
[[nodiscard]] inline bool add_decimals(const TokenStream& stream, const UnitWords& unit, Amount& amount) {
    if (amount.worded || amount.scale != 0 || !amount.value || !amount.value->is_integer() ||
        amount.form != NumberReading::Form::plain)
        return false;
    const std::string_view text = stream.text_of(stream.tokens[unit.first]);
    const std::string_view digits = text.substr(text.find_first_of("0123456789"));
    amount.value = Decimal::add(*amount.value, read_number(digits).value->scaled(-static_cast<int>(digits.size())));
    return amount.value.has_value();
}
inline constexpr auto set_split_unit = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = add_decimals(x3::_where(ctx).begin().stream(), x3::_attr(ctx), q.upper ? *q.upper : q.amount);
    if (!x3::_pass(ctx)) return;
    q.unit = x3::_attr(ctx);
    q.split = true;
};
inline constexpr auto set_split_lower_unit = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = add_decimals(x3::_where(ctx).begin().stream(), x3::_attr(ctx), q.amount);
    if (x3::_pass(ctx)) q.lower_unit = x3::_attr(ctx);
};
/// 'gấp đôi' has its unit in it.
inline constexpr auto takes_unit = [](auto& ctx) { x3::_pass(ctx) = !x3::_val(ctx).amount.times; };
inline constexpr auto set_negative = [](auto& ctx) { x3::_val(ctx).negative = true; };
/// A number told in digits is told again in words, or the other way round.
inline constexpr auto set_retold = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    const Retold& again = x3::_attr(ctx);
    const bool other_unit = again.unit != nullptr && (!q.unit || again.unit != q.unit->payload);
    // 'hai mươi xã (2016)'
    const bool other_number = again.amount.value != q.amount.value && q.amount.worded;
    x3::_pass(ctx) = again.amount.worded != q.amount.worded && !other_unit && !other_number;
    if (x3::_pass(ctx)) q.retold = again.amount;
};
/// The scale of the upper end of a range serves both ends, unless the lower is then above it: '12.500 đến 17 nghìn',
/// '800 - 1 tỷ'.
inline constexpr auto share_scale = [](auto& ctx) {
    constexpr int step = 3;
    QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = q.amount.value && q.upper->value;
    if (!x3::_pass(ctx) || q.amount.scale > 0 || q.upper->scale == 0 || q.lower_unit) return;
    const Decimal alone = *q.amount.value;
    int scale = q.upper->scale;
    if (!(alone.scaled(scale) < *q.upper->value)) {
        if (!(alone < Decimal(1, step)) && alone < *q.upper->value) return;
        q.lowered = scale > step && !(alone < Decimal(100)) && alone.scaled(scale - step) < *q.upper->value;
        if (q.lowered) scale -= step;
    }
    q.amount.value = alone.scaled(scale);
    q.amount.scale = scale;
};
/// The upper end is not below the lower. Where both surely are numbers of things it is a slip; else it is no range.
inline constexpr auto finish_range = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    if (!q.upper->value) return;
    // '58,9 tỷ - 112%'
    const bool share = q.unit && q.unit->payload != nullptr && q.unit->payload->attribute("kind") == "percent";
    x3::_pass(ctx) = !share || q.amount.scale == 0;
    if (!x3::_pass(ctx)) return;
    const TokenStream& stream = x3::_where(ctx).begin().stream();
    const Decimal lower = *counted_value(stream, q.amount, q), upper = *counted_value(stream, *q.upper, q);
    // '-5% đến -3%'
    if (q.upper_negative ? upper < lower : lower < upper) return;
    // 'năm 2018 tới 20 xã'
    const bool may_be_next = stream.tokens[q.upper->first - 1].is_word(Keyword::coming);
    q.reversed = !may_be_next && q.unit && q.unit->payload != nullptr &&
                 q.unit->payload->attribute("period").empty() && lower != upper;
    x3::_pass(ctx) = q.reversed;
};
/// 'ba đến năm ngày', 'hai, ba hộ': both ends are in words; behind a comma the upper is the next number.
inline constexpr auto finish_worded_range = [](auto& ctx) {
    const QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = q.amount.worded && q.upper->worded && q.amount.value && q.upper->value &&
                     Decimal(0) < *q.amount.value && *q.amount.value < *q.upper->value;
};
inline constexpr auto are_neighbours = [](auto& ctx) {
    const QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = q.amount.value && q.upper->value && q.amount.scale == 0 &&
                     Decimal::add(*q.amount.value, Decimal(1)) == q.upper->value;
};
/// 'một nửa', 'nửa số xã': 1 of 2.
inline constexpr auto set_half = [](auto& ctx) {
    const Phrase& found = x3::_attr(ctx);
    const bool of_number =
        found.payload->value == numeral_parts::halved && x3::_where(ctx).begin()->is_word(Keyword::so);
    x3::_pass(ctx) = found.payload->value == numeral_parts::one_half || of_number;
    if (!x3::_pass(ctx)) return;
    Amount& amount = x3::_val(ctx).amount;
    amount.first = static_cast<std::uint32_t>(found.first);
    amount.length = static_cast<std::uint32_t>(found.length);
    amount.worded = true;
    x3::_val(ctx).whole = amount;
    amount.value = Decimal(1);
    x3::_val(ctx).whole->value = Decimal(2);
};
/// 'hai phần ba': a part of few.
inline constexpr auto finish_fraction = [](auto& ctx) {
    constexpr int largest_denominator = 20;
    const QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = q.amount.value && q.whole && q.whole->value && q.amount.scale == 0 && q.whole->scale == 0 &&
                     q.amount.value->is_integer() && q.whole->value->is_integer() &&
                     *q.amount.value < *q.whole->value && !(Decimal(largest_denominator) < *q.whole->value);
};
/// '12 trên 15 xã', '12 trong 15 xã': not '97 trên 100 dân'.
inline constexpr auto is_part = [](auto& ctx) {
    const QuantityExpression& q = x3::_val(ctx);
    const TokenStream& stream = x3::_where(ctx).begin().stream();
    // 'hoàn thành 14 trong 25 chỉ tiêu'; not 'số người mắc là 12 trong 15 xã'
    const std::size_t first = q.amount.first;
    const bool reached = first > 0 && (stream.tokens[first - 1].is_word(Keyword::dat) ||
                                       (first > 1 && stream.match(first - 2, LexiconClass::link).length == 2));
    if (stream.tokens[q.amount.end()].is_word(Keyword::trong) && !reached) {
        x3::_pass(ctx) = false;
        return;
    }
    x3::_pass(ctx) = q.amount.value && q.whole->value && q.amount.scale == 0 && q.whole->scale == 0 &&
                     q.amount.value->is_integer() && q.whole->value->is_integer() &&
                     !(*q.whole->value < *q.amount.value) && q.unit->payload != nullptr &&
                     q.unit->payload->word_class == LexiconClass::noun && q.unit->payload->attribute("per").empty();
};

/// '41,8/129 tỷ đồng': the scale serves both numbers.
inline constexpr auto finish_ratio = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    if (q.amount.scale > 0 || !q.whole || q.whole->scale == 0 || !q.amount.value) return;
    q.amount.value = q.amount.value->scaled(q.whole->scale);
    q.amount.scale = q.whole->scale;
};

inline constexpr NumeralParser amount{};
inline constexpr NumeralParser amount_or_year{NumeralWords::years};
inline constexpr RetoldParser retold{};
inline constexpr UnitParser unit{false};
inline constexpr UnitParser known_unit{true};
inline constexpr SplitUnitParser split_unit{};

inline const auto approximator = phrase(LexiconClass::approximator)[set_approximator];
inline const auto after = phrase(LexiconClass::approximator)[set_after];
inline const auto dash = mark('-') | (-word(Keyword::cho) >> (word(Keyword::den) | word(Keyword::coming)));
inline const auto below_slash = (-(word(Keyword::tong) >> word(Keyword::so)) >> amount[set_per_amount] >>
                                 unit[set_per_unit] >> x3::eps[is_rate]) |
                                known_unit[is_denominator] | (tight >> unit[is_strange_denominator]);
inline const auto each = (-(word(Keyword::cho) | word(Keyword::tren)) >> word(Keyword::moi) >> known_unit[is_each]) |
                         (word(Keyword::mot) >> known_unit[is_one_each]);
/// `12 trong số 98 xã`, `gần 600 trên tổng số hơn 700 đơn vị`.
inline const auto some_of = (word(Keyword::trong) | word(Keyword::tren)) >> -word(Keyword::tong) >> word(Keyword::so);
inline const auto slash_of = mark('/') >> -(word(Keyword::tong) >> word(Keyword::so));
inline const auto out_of = (slash_of | some_of) >> -x3::omit[phrase(LexiconClass::approximator)];
/// 'xã trên 98 xã' behind 12: a part of as many or more. Amounts of money are two figures.
inline constexpr auto is_same_unit = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    const UnitWords& same = x3::_attr(ctx);
    x3::_pass(ctx) = q.unit && !is_unit(*q.unit) && same.payload == q.unit->payload && q.amount.value &&
                     q.per_amount && q.per_amount->value && !(*q.per_amount->value < *q.amount.value);
    if (x3::_pass(ctx)) q.per_unit = same;
};
inline const auto of_the_same = word(Keyword::tren) >> amount[set_per_amount] >> known_unit[is_same_unit];
inline const auto per = of_the_same |
                        (mark('/') >> below_slash >> -(tight >> mark('/') >> known_unit[widen_denominator])) |
                        (word(Keyword::tren) >> amount[set_per_amount] >> known_unit[is_denominator]) | each;
/// What is measured may stand between its unit and the slash: '26,1 m2 sàn/người'.
inline constexpr auto measures_stuff = [](auto& ctx) {
    const QuantityExpression& q = x3::_val(ctx);
    x3::_pass(ctx) = is_measured(q) && !is_money(q) && q.unit;
};
/// Not '12 ha rừng/năm 2016'.
inline constexpr auto is_undated = [](auto& ctx) {
    x3::_pass(ctx) = x3::_where(ctx).begin()->kind != TokenKind::number;
    if (!x3::_pass(ctx)) x3::_val(ctx).per_unit.reset();
};
inline const auto per_behind_noun = x3::eps[measures_stuff] >> x3::omit[unit] >>
                                    mark('/') >> known_unit[is_denominator] >> x3::eps[is_undated] >>
                                    -(tight >> mark('/') >> known_unit[widen_denominator]);
/// '1,5 tỷ/người', '36 triệu mỗi lượng': money without its đồng.
inline const auto bare_per = (mark('/') >> (known_unit[is_denominator] | (tight >> unit[is_strange_denominator])) >>
                              -(tight >> mark('/') >> known_unit[widen_denominator])) |
                             each;
inline const auto half_behind = PartTerminal{numeral_parts::half}[add_half];
inline const auto split = split_unit[set_split_unit];
inline const auto tail = split | (unit[set_unit] >> -half_behind >> -(per | per_behind_noun)) | bare_per;
inline constexpr auto set_upper_negative = [](auto& ctx) {
    x3::_pass(ctx) = x3::_val(ctx).negative;
    x3::_val(ctx).upper_negative = x3::_pass(ctx);
};
/// `âm tới 6%`
inline constexpr auto minus_word = PartTerminal{numeral_parts::minus}[set_negative] >>
                                   -(word(Keyword::coming) | word(Keyword::den));
/// `là - 2,1%`: behind a verb of level a dash apart from its digits is a sign too.
inline constexpr auto behind_level = [](auto& ctx) {
    constexpr KeywordSet levels{Keyword::la, Keyword::dat, Keyword::still, Keyword::xuong, Keyword::level};
    const TokenIterator& digits = x3::_where(ctx).begin();
    constexpr std::size_t back = 2;
    if (digits.index() < back) {
        x3::_pass(ctx) = false;
        return;
    }
    // '5.600 ha (- 120 ha)'
    const Token before = digits.stream().tokens[digits.index() - back];
    x3::_pass(ctx) = levels.contains(before.word) || before.is_mark('(');
};
/// `giảm (-)1.204 hộ`
inline constexpr auto bracketed_minus = mark('(') >> mark('-')[set_negative] >> mark(')');
inline constexpr auto sign =
    minus_word | bracketed_minus | (mark('-')[set_negative] >> (tight | x3::eps[behind_level]));
inline constexpr auto upper_sign =
    PartTerminal{numeral_parts::minus}[set_upper_negative] | (mark('-')[set_upper_negative] >> tight);
inline const auto range =
    -word(Keyword::tu) >> amount[set_first] >>
    -(split_unit[set_split_lower_unit] | known_unit[set_lower_unit]) >> dash >> -upper_sign >>
    -x3::omit[phrase(LexiconClass::approximator)] >> amount[set_upper] >> x3::eps[share_scale] >> -tail
    >> x3::eps[is_one_unit] >> x3::eps[finish_range];
/// `năm` is a number behind another one in words where something is counted behind it; behind `từ`, too, where a
/// range follows. 'Mỗi năm đến mười hộ' begins with a year.
inline const auto first_in_words = (word(Keyword::tu) >> amount_or_year[set_first]) | amount[set_first];
inline const auto worded_range = ((first_in_words >> dash >> amount_or_year[set_upper]) |
                                  (-word(Keyword::tu) >> amount[set_first] >> mark(',') >>
                                   amount_or_year[set_upper] >> x3::eps[are_neighbours])) >>
                                 x3::eps[finish_worded_range] >> known_unit[set_unit] >> -half_behind >> -per;
inline const auto part =
    amount[set_first] >>
    (word(Keyword::tren) | word(Keyword::trong)) >> amount[set_whole] >> unit[set_unit] >> x3::eps[is_part];
/// `giảm gần một nửa`: of itself.
inline constexpr auto changes_by_half = [](auto& ctx) {
    const QuantityExpression& q = x3::_val(ctx);
    const TokenStream& stream = x3::_where(ctx).begin().stream();
    const std::size_t first = q.approximator != nullptr ? q.approximator_first : q.amount.first;
    const auto changes = [&](std::size_t at) {
        return stream.tokens[at].starts(LexiconClass::increase) || stream.tokens[at].starts(LexiconClass::decrease);
    };
    // 'giảm được một nửa'
    x3::_pass(ctx) = (first > 0 && changes(first - 1)) ||
                     (first > 1 && stream.tokens[first - 1].is_word(Keyword::duoc) && changes(first - 2));
};
inline const auto half = phrase(LexiconClass::number_part)[set_half] >>
                         ((-word(Keyword::so) >> unit[set_unit]) | x3::eps[changes_by_half]);
inline const auto fraction = amount[set_first] >>
                             word(Keyword::phan) >> amount[set_whole] >> x3::eps[finish_fraction] >>
                             -word(Keyword::so) >> unit[set_unit];
/// `3/4 số xã`, `1/3 số này`.
inline const auto unit_of_number = (word(Keyword::so) >> unit[set_unit]) | unit[set_unit];
inline const auto ratio =
    (amount[set_first] >> out_of >> amount[set_whole] >> unit_of_number >> x3::eps[finish_ratio]) | part | fraction;
inline const auto at_least = word(Keyword::tu) >> amount[set_first] >> -tail >> after;
/// `$2,5 triệu`, `US$300`: a sign of money before its number.
inline constexpr auto set_sign_of_money = [](auto& ctx) {
    const UnitWords& symbol = x3::_attr(ctx);
    x3::_pass(ctx) = symbol.payload->attribute("before") == "1";
    if (x3::_pass(ctx)) x3::_val(ctx).unit = symbol;
};
inline constexpr auto drop_upper = [](auto& ctx) { x3::_val(ctx).upper.reset(); };
inline const auto up_to = mark('-') >> amount[set_upper] >> x3::eps[share_scale] >> x3::eps[finish_range];
inline const auto priced = known_unit[set_sign_of_money] >> tight >> amount[set_first] >>
                           (up_to | x3::eps[drop_upper]) >> -per;
/// `15 (mười lăm) triệu đồng`: the scale stands behind what was told again, and belongs to both.
inline constexpr auto set_scale_behind = [](auto& ctx) {
    QuantityExpression& q = x3::_val(ctx);
    const int power = x3::_attr(ctx).payload->number;
    x3::_pass(ctx) = q.retold && q.amount.value && power > 0;
    if (!x3::_pass(ctx)) return;
    q.amount.value = q.amount.value->scaled(power);
    q.amount.scale += power;
    if (q.retold->value && q.retold->scale == 0) {
        q.retold->value = q.retold->value->scaled(power);
        q.retold->scale = power;
    }
};
inline const auto plain = amount[set_first] >>
                          -(retold[set_retold] >> *(phrase(LexiconClass::scale)[set_scale_behind])) >>
                          -(split |
                            (x3::eps[takes_unit] >> unit[set_unit] >> -half_behind >> -(per | per_behind_noun) >>
                             -retold[set_retold]) |
                            bare_per);

}  // namespace quantity_rules

/// A quantity with a lower and an upper end: `20-25%`, `từ 3 đến 5 ngày`, `12 đến 17 triệu máy`.
inline const x3::rule<struct RangeRule, QuantityExpression> range_rule = "range";
inline const auto range_rule_def =
    -quantity_rules::sign >> -quantity_rules::approximator >> quantity_rules::range >> -quantity_rules::after;
BOOST_SPIRIT_DEFINE(range_rule)

/// The same in number words of which one may be `năm`: `từ ba đến năm ngày`; `hai, ba hộ`.
inline const x3::rule<struct WordedRangeRule, QuantityExpression> worded_range_rule = "range in words";
inline const auto worded_range_rule_def = -quantity_rules::approximator >> quantity_rules::worded_range;
BOOST_SPIRIT_DEFINE(worded_range_rule)

/// n of m of a set: `158/199 xã`.
inline const x3::rule<struct RatioRule, QuantityExpression> ratio_rule = "ratio";
inline const auto ratio_rule_def = -quantity_rules::approximator >> quantity_rules::ratio;
BOOST_SPIRIT_DEFINE(ratio_rule)

/// Half of a set: `một nửa số xã`, `hơn nửa số hộ`.
inline const x3::rule<struct HalfRule, QuantityExpression> half_rule = "half";
inline const auto half_rule_def = -quantity_rules::approximator >> quantity_rules::half;
BOOST_SPIRIT_DEFINE(half_rule)

namespace quantity_rules {
inline constexpr auto is_time = [](auto& ctx) {
    const UnitWords& words = x3::_attr(ctx);
    x3::_pass(ctx) = words.payload != nullptr && words.payload->attribute("kind") == "duration";
};
/// What is ranked among so many: not `thứ 3 trong 6 tháng đầu năm`.
inline const auto ranked_among =
    (out_of | word(Keyword::tren) | word(Keyword::trong)) >> !(amount >> x3::omit[known_unit[is_time]]);
}  // namespace quantity_rules

/// A place in an order: `thứ 5/63 tỉnh`, `hạng 12`, `thứ hai`.
inline const x3::rule<struct RankRule, QuantityExpression> rank_rule = "rank";
inline const auto rank_rule_def = ((word(Keyword::thu)[quantity_rules::set_ranked]) |
                                   (word(Keyword::hang)[quantity_rules::set_ranked])) >>
                                  quantity_rules::amount[quantity_rules::set_first] >>
                                  -(quantity_rules::ranked_among >>
                                    quantity_rules::amount[quantity_rules::set_whole] >>
                                    -quantity_rules::unit[quantity_rules::set_unit]);
BOOST_SPIRIT_DEFINE(rank_rule)

/// A number with what it counts.
inline const x3::rule<struct PlainQuantityRule, QuantityExpression> plain_quantity_rule = "quantity";
inline const auto plain_quantity_rule_def =
    quantity_rules::at_least | (-quantity_rules::approximator >> quantity_rules::priced) |
    (-quantity_rules::sign >> -quantity_rules::approximator >> quantity_rules::plain >> -quantity_rules::after);
BOOST_SPIRIT_DEFINE(plain_quantity_rule)

}  // namespace tongket::grammar
