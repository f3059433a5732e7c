// SPDX-License-Identifier: BSL-1.0
// The value side of measures: what a quantity says by itself.
#include <string>
#include <string_view>
#include <utility>

#include <tongket/names.hpp>

#include "measures/measures.hpp"
#include "measures/words.hpp"
#include "text/phrase_key.hpp"

namespace tongket {
namespace {

using grammar::NumberReading;

// The unit of money that has no parts.
constexpr std::string_view dong = "VND";

MeasureKind kind_of_unit(const grammar::Payload* payload) {
    if (payload == nullptr) return MeasureKind::count;
    return from_name<MeasureKind>(payload->attribute("kind")).value_or(MeasureKind::count);
}

Approximation approximation_of(const grammar::Payload* payload) {
    if (payload == nullptr) return Approximation::exact;
    return from_name<Approximation>(payload->value).value_or(Approximation::exact);
}

// Units are whole words, and most Vietnamese words have two syllables: of a noun that the lexicon does not know the
// next syllable is a part, unless it can be no syllable of a noun or begins a word of its own.
std::size_t unit_end(const Document& document, const grammar::UnitWords& unit) {
    const std::size_t next = unit.end();
    if (unit.payload != nullptr || unit.length > 1) return next;
    // An abbreviation is a word, and so is the issue of a paper.
    const Token head = document.token(unit.first);
    if (head.has(Token::all_caps) || head.is_word(Keyword::so)) return next;
    const Token token = document.token(next);
    // 'thứ 5' is a quantity of its own.
    if (token.kind != TokenKind::word || token.has(Token::capital) || grammar::is_function_word(token.word) ||
        token.is_word(Keyword::thu))
        return next;
    for (const LexiconClass c :
         {LexiconClass::boundary, LexiconClass::increase, LexiconClass::decrease, LexiconClass::estimator,
          LexiconClass::approximator, LexiconClass::baseline, LexiconClass::link, LexiconClass::rank_verb,
          LexiconClass::measure_head, LexiconClass::noun, LexiconClass::term, LexiconClass::compound,
          LexiconClass::breakdown, LexiconClass::unit, LexiconClass::task_verb, LexiconClass::uncounted,
          LexiconClass::number_word})
        if (document.match(next, c)) return next;
    return next + 1;
}

std::string unit_name(const Document& document, const grammar::UnitWords& unit) {
    if (unit.payload != nullptr) return std::string(unit.payload->value);
    return phrase_key(document.plain_words({unit.first, unit_end(document, unit)}));
}

class QuantityReader {
  public:
    QuantityReader(const Document& document, const QuantityMention& mention, std::vector<Diagnostic>& diagnostics)
        : document_(document), mention_(mention), q_(mention.quantity), diagnostics_(diagnostics) {}

    std::optional<Measure> run() {
        TokenRange range = mention_.range;
        if (q_.unit && q_.unit->end() == range.last) range.last = unit_end(document_, *q_.unit);
        Text text = document_.text(range);
        measure_.text = std::move(text.text);
        measure_.span = text.span;
        set_unit();
        const auto value = read(q_.amount);
        const auto holds = [](const std::optional<grammar::Amount>& amount) {
            return !amount || amount->value.has_value();
        };
        if (!value || !holds(q_.upper) || !holds(q_.whole) || (q_.per_unit && !holds(q_.per_amount))) {
            diagnostics_.push_back({Severity::warning, "inexact-number",
                                    "a number that cannot be held exactly; left out", text.span, std::nullopt});
            return std::nullopt;
        }
        measure_.value = *value;
        if (q_.upper) measure_.to = read(*q_.upper);
        if (in_thousands_of_upper()) {
            measure_.value = *Decimal::multiply(measure_.value, Decimal(thousand));
            note("reversed-range", "the lower end of this range is read in thousands, as the upper is written");
        }
        check_retold();
        if (behind_dash())
            note("ambiguous-sign", q_.negative ? "the dash before this number is read as its sign"
                                               : "the dash before this number is not read as its sign");
        if (is_uneven())
            diagnostics_.push_back(
                {Severity::warning, "uneven-range",
                 "the ends of this range lie a thousandfold apart; each may have a scale of its own", measure_.span,
                 std::nullopt});
        if (q_.lowered)
            note("reversed-range", "the lower end of this range is read with the scale below that of the upper");
        if (q_.whole) measure_.of = read(*q_.whole);
        if (is_rate_of_round()) {
            measure_.kind = MeasureKind::rate;
            measure_.per = Per{*measure_.of, measure_.unit.value_or("")};
            measure_.of.reset();
            measure_.unit.reset();
        }
        if (ratio_of_amounts()) {
            measure_.kind = MeasureKind::ratio;
            measure_.of = read(*q_.per_amount);
        } else if (q_.per_unit) {
            measure_.per = per();
        }
        measure_.approx = approximation_of(q_.approximator);
        if (q_.after != nullptr) measure_.approx = approximation_of(q_.after);
        turn_negated_bound();
        if (q_.negative) set_sign();
        return std::move(measure_);
    }

  private:
    static constexpr int thousand = 1000;

    // '10 - 15.000 gói': the thousands are written once. Not '500 - 1.000 đồng', nor 'từ 1 đến 1.000 cây'.
    [[nodiscard]] bool in_thousands_of_upper() const {
        if (!q_.upper || !measure_.to || q_.lower_unit || q_.lowered || q_.amount.scale != 0 ||
            q_.upper->scale != 0 || q_.amount.worded || q_.upper->worded || q_.negative ||
            q_.upper->first < q_.amount.end() + 1)
            return false;
        const bool grouped = document_.text_of(q_.upper->first).find('.') != std::string_view::npos &&
                             measure_.to->is_integer() && !(*measure_.to < Decimal(thousand));
        const bool joined = document_.token(q_.upper->first - 1).is_mark('-');
        const Decimal& lower = measure_.value;
        if (!grouped || !joined || !lower.is_integer() || !(Decimal(1) < lower) || !(lower < Decimal(thousand)))
            return false;
        const auto times = Decimal::multiply(lower, Decimal(thousand));
        return times && *times < *measure_.to;
    }

    const Document& document_;
    const QuantityMention& mention_;
    const grammar::QuantityExpression& q_;
    std::vector<Diagnostic>& diagnostics_;
    Measure measure_;

    // '18/100.000 trẻ đẻ sống', '12,5/1.000 trẻ': of so many each. '8.500/10.000 hộ nghèo' are of a set.
    [[nodiscard]] bool is_rate_of_round() const {
        if (!measure_.of || measure_.kind != MeasureKind::ratio || !measure_.unit || !q_.unit ||
            q_.unit->payload == nullptr || q_.unit->payload->word_class != LexiconClass::noun)
            return false;
        const bool round = *measure_.of == Decimal(10000) || *measure_.of == Decimal(100000);
        const bool few = !measure_.value.is_integer() || measure_.value * Decimal(20) < *measure_.of;
        return (round && few) || (*measure_.of == Decimal(1000) && !measure_.value.is_integer());
    }

    // '4,15 tỷ đồng/9,8 tỷ đồng', '158 xã/199 xã': both sides in one unit.
    [[nodiscard]] bool ratio_of_amounts() const {
        return q_.per_amount && q_.per_unit && q_.unit && q_.unit->payload != nullptr &&
               q_.per_unit->payload == q_.unit->payload;
    }

    // 'không để xảy ra quá 5 vụ' is at most five, 'chưa đạt 50%' below it; 'chưa đạt 3 tiêu chí' are three.
    void turn_negated_bound() {
        constexpr std::size_t reach = 8;
        constexpr grammar::KeywordSet allowed{Keyword::so_as, Keyword::co, Keyword::duoc};
        const std::size_t first = q_.approximator != nullptr ? q_.approximator_first : mention_.range.first;
        const bool amount = measure_.kind == MeasureKind::percent || measure_.kind == MeasureKind::money;
        if (amount && q_.approximator == nullptr && q_.after == nullptr && first >= 2 &&
            document_.token(first - 1).is_word(Keyword::dat) &&
            (document_.token(first - 2).is_word(Keyword::not_yet) ||
             document_.token(first - 2).is_word(Keyword::khong)))
            measure_.approx = Approximation::under;
        if (measure_.approx != Approximation::over) return;
        for (std::size_t back = 1; back <= reach && back <= first; ++back) {
            const Token before = document_.token(first - back);
            if (before.kind != TokenKind::word) return;
            if (before.is_word(Keyword::khong) && allowed.contains(document_.token(first - back + 1).word)) {
                measure_.approx = Approximation::at_most;
                return;
            }
        }
    }

    [[nodiscard]] Per per() {
        const Decimal amount = q_.per_amount ? read(*q_.per_amount).value_or(Decimal(1)) : Decimal(1);
        // 'giường/vạn dân' is per 10,000 dân.
        if (const grammar::Payload* unit = q_.per_unit->payload; unit != nullptr && !q_.per_amount) {
            const std::string_view times = unit->attribute("times");
            const auto multiple = times.empty() ? std::nullopt : Decimal::from_string(times);
            if (multiple) return Per{*multiple, std::string(unit->value)};
        }
        const std::string written = phrase_key(document_.plain_words({q_.per_unit->first, q_.per_unit->end()}));
        // 'kWh', 'HTX' in their proper letters.
        const grammar::Payload* unit = q_.per_unit->payload;
        const bool same = unit != nullptr && written == phrase_key(unit->value);
        return Per{amount, same ? std::string(unit->value) : written};
    }

    void set_unit() {
        const auto& unit = q_.unit ? q_.unit : mention_.shared_unit;
        if (unit) {
            measure_.unit = unit_name(document_, *unit);
            measure_.kind = kind_of_unit(unit->payload);
            if (is_small() && unit->payload != nullptr)
                measure_.kind = from_name<MeasureKind>(unit->payload->attribute("small")).value_or(measure_.kind);
        } else if (q_.amount.times) {
            measure_.unit = std::string(grammar::keyword_spellings[static_cast<std::size_t>(Keyword::lan)]);
            measure_.kind = MeasureKind::other;
        } else if ((q_.amount.scale >= 6 || q_.amount.money) && !q_.ranked) {
            measure_.unit = std::string(dong);
            measure_.kind = MeasureKind::money;
        }
        if (q_.ranked || mention_.ranked)
            measure_.kind = MeasureKind::rank;
        else if (q_.whole)
            measure_.kind = MeasureKind::ratio;
        else if (q_.per_unit)
            measure_.kind = MeasureKind::rate;
        if (counts_times(document_, mention_) && is_multiple()) measure_.kind = MeasureKind::other;
    }

    // '350 triệu bảng' is money, '4 bảng' are not.
    [[nodiscard]] bool is_small() const {
        constexpr int hundreds = 1000;
        return q_.amount.value && *q_.amount.value < Decimal(hundreds);
    }

    // 'gấp 2 lần', '1,5 lần' compare; '02 lần' counts.
    [[nodiscard]] bool is_multiple() const {
        if (!q_.amount.value || !q_.amount.value->is_integer()) return true;
        if (mention_.range.first == 0) return false;
        const std::size_t first = q_.approximator != nullptr ? q_.approximator_first : q_.amount.first;
        const Token before = document_.token(first - 1);
        return before.is_word(Keyword::gap) || before.starts(LexiconClass::increase) ||
               before.starts(LexiconClass::decrease);
    }

    // Decides between the readings of an ambiguous number by what it counts.
    std::optional<Decimal> read(const grammar::Amount& amount) {
        const auto value = in_unit(digits_of(amount));
        if (value && amount.joined) decided("blanks stand between the digits of this number");
        return value;
    }
    std::optional<Decimal> digits_of(const grammar::Amount& amount) {
        if (!amount.value) return std::nullopt;
        if (amount.form == NumberReading::Form::comma_thousands && amount.scale == 0) return behind_comma(amount);
        // '1,250 tỷ': 1 tỷ 250 triệu, or 1,250 tỷ by the habit of some pages.
        if (amount.form == NumberReading::Form::comma_thousands && ends_in_zero(amount))
            decided("the comma of this number is read as a decimal mark");
        if (amount.form == NumberReading::Form::plain && amount.ambiguous && unit_kind() == MeasureKind::percent &&
            amount.scale == 0) {
            // No share has thousands of percent; a growth and a multiple may.
            if (changes()) {
                decided("the point of this percentage is read as a thousands separator");
                return amount.value;
            }
            decided("the point of this percentage is read as a decimal mark");
            return alternative(amount);
        }
        if (amount.form == NumberReading::Form::english) decided("separators in the English order");
        return amount.value;
    }
    std::optional<Decimal> behind_comma(const grammar::Amount& amount) {
        if (unit_kind() == MeasureKind::percent) return amount.value;
        const auto& unit = q_.unit ? q_.unit : mention_.shared_unit;
        const bool thousands = grammar::commas_part_thousands(document_.stream(), q_, unit);
        decided(thousands ? "the comma of this number is read as a thousands separator"
                          : "the comma of this number is read as a decimal mark");
        return thousands ? alternative(amount) : amount.value;
    }
    [[nodiscard]] bool ends_in_zero(const grammar::Amount& amount) const {
        return document_.text_of(amount.first).ends_with('0');
    }

    // The kind of what is counted, also in a rate, a ratio or a rank.
    [[nodiscard]] MeasureKind unit_kind() const {
        const auto& unit = q_.unit ? q_.unit : mention_.shared_unit;
        return unit ? kind_of_unit(unit->payload) : measure_.kind;
    }
    // 'tăng 1.700%', 'gấp hơn 1.200%'
    [[nodiscard]] bool changes() const {
        const std::size_t first = q_.approximator != nullptr ? q_.approximator_first : q_.amount.first;
        if (first == 0) return false;
        const Token before = document_.token(first - 1);
        if (before.is_word(Keyword::gap)) return true;
        constexpr std::size_t longest_verb = 3;
        for (std::size_t back = 1; back <= longest_verb && back <= first; ++back)
            for (const LexiconClass c : {LexiconClass::increase, LexiconClass::decrease})
                if (document_.match(first - back, c).length >= back) return true;
        return false;
    }

    // '5‰' is half a percent, '15k' 15,000 đồng.
    [[nodiscard]] std::optional<Decimal> in_unit(std::optional<Decimal> value) const {
        const auto& unit = q_.unit ? q_.unit : mention_.shared_unit;
        if (!value || !unit || unit->payload == nullptr) return value;
        const int power = grammar::unit_power(*unit->payload);
        return power == 0 ? value : value->scaled(power);
    }

    // 'âm 3-5%' and '-5% đến -3%' are below zero at both ends, 'âm 3% đến 5%' at the lower.
    void set_sign() {
        if (q_.upper_negative) std::swap(measure_.value, *measure_.to);  // negate() gives them back in this order
        const bool rises_above =
            q_.upper && !q_.upper_negative && document_.token(q_.upper->first - 1).is_word(Keyword::den);
        const std::optional<Decimal> upper = measure_.to;
        if (rises_above && !document_.token(q_.first).is_mark('-'))
            note("ambiguous-sign", "the sign of this range is read of its lower end alone");
        if (rises_above) measure_.to.reset();
        negate(measure_);
        if (rises_above) measure_.to = upper;
    }

    // 'từ 1,2 đến 1.300 tỷ', '1,5 - 1.800 tấn': the lower may be in nghìn tỷ, in nghìn tấn. What is counted in ones
    // may lie so far apart, and so may ends that have each a scale: 'từ 500 nghìn đến 1 tỷ đồng'.
    [[nodiscard]] bool is_uneven() const {
        constexpr int power = 3;  // of ten: a thousandfold
        if (!measure_.to || q_.lower_unit || q_.lowered || q_.amount.length > 1 || !(Decimal(0) < measure_.value))
            return false;
        return (q_.amount.scale > 0 || !measure_.value.is_integer()) && measure_.value.scaled(power) < *measure_.to &&
               measure_.kind != MeasureKind::percent;
    }

    // 'Lợi nhuận: -12 tỷ đồng', 'Tăng trưởng: - 5,6%': a sign, or a dash that opens an item.
    [[nodiscard]] bool behind_dash() const {
        const std::size_t dash = q_.negative ? q_.first : mention_.range.first - 1;
        if (mention_.range.first < 2 || (q_.negative && mention_.range.first != q_.first)) return false;
        // 'bị thương -3 người'
        if (!q_.negative && document_.token(dash).is_mark('-') && document_.token(dash).has(Token::space_before) &&
            !document_.token(dash).has(Token::line_start) && !document_.token(dash + 1).has(Token::space_before))
            return true;
        return dash > 0 && document_.token(dash).is_mark('-') && document_.token(dash - 1).is_mark(':') &&
               !document_.token(dash).has(Token::line_start);
    }

    // '15 (mười lăm) trường hợp'
    void check_retold() {
        if (q_.retold && q_.retold->value != q_.amount.value && q_.retold->value != measure_.value)
            diagnostics_.push_back({Severity::warning, "disputed-number", "the number in the bracket is another",
                                    measure_.span, std::nullopt});
    }

    [[nodiscard]] std::optional<Decimal> alternative(const grammar::Amount& amount) const {
        return grammar::read_number(document_.text_of(amount.first)).alternative;
    }

    void note(const char* code, const char* message) {
        Diagnostic note{Severity::note, code, message, measure_.span, std::nullopt};
        if (diagnostics_.empty() || diagnostics_.back() != note) diagnostics_.push_back(std::move(note));
    }
    void decided(const char* message) { note("ambiguous-separator", message); }
};

}  // namespace

void negate(Measure& measure) {
    if (measure.to) std::swap(measure.value, *measure.to);
    measure.value = -measure.value;
    if (measure.to) measure.to = -*measure.to;
}

std::optional<Measure> read_quantity(const Document& document, const QuantityMention& mention,
                                     std::vector<Diagnostic>& diagnostics) {
    return QuantityReader(document, mention, diagnostics).run();
}

Diagnostic diagnostic_of(const Document& document, const UnreadFigures& unread) {
    return {Severity::warning, "long-list",
            std::to_string(unread.count) + " more figures of an unbroken list, or of a table, are not read",
            document.span(unread.range), std::nullopt};
}

Diagnostic diagnostic_of(const Document& document, const NumberDoubt& doubt) {
    const Span span = document.span(doubt.range);
    switch (doubt.kind) {
        case NumberDoubt::Kind::malformed:
            return {Severity::warning, "malformed-number", "digits and separators that make no number; left out",
                    span, std::nullopt};
        case NumberDoubt::Kind::reversed:
            return {Severity::warning, "reversed-range", "a range whose upper end is below the lower; left out", span,
                    std::nullopt};
        case NumberDoubt::Kind::unread:
            break;
    }
    return {Severity::warning, "unread-number", "a number that cannot be read for sure as a whole; left out", span,
            std::nullopt};
}

}  // namespace tongket
