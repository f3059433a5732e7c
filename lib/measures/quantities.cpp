// SPDX-License-Identifier: BSL-1.0
// The value side of measures: what a quantity says by itself.
#include <string>
#include <utility>

#include <tongket/names.hpp>

#include "measures/measures.hpp"
#include "measures/words.hpp"
#include "text/lower.hpp"

namespace tongket {
namespace {

using grammar::NumberReading;

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
          LexiconClass::breakdown, LexiconClass::unit, LexiconClass::task_verb, LexiconClass::uncounted})
        if (document.match(next, c)) return next;
    return next + 1;
}

std::string unit_name(const Document& document, const grammar::UnitWords& unit) {
    if (unit.payload != nullptr) return std::string(unit.payload->value);
    return lower(document.words({unit.first, unit_end(document, unit)}));
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
        if (!value || !holds(q_.upper) || !holds(q_.whole) || !holds(q_.per_amount)) {
            diagnostics_.push_back({Severity::warning, "inexact-number",
                                    "a number that cannot be held exactly; left out", text.span, std::nullopt});
            return std::nullopt;
        }
        measure_.value = *value;
        if (q_.upper) measure_.to = read(*q_.upper);
        if (q_.whole) measure_.of = read(*q_.whole);
        if (ratio_of_amounts()) {
            measure_.kind = MeasureKind::ratio;
            measure_.of = read(*q_.per_amount);
        } else if (q_.per_unit) {
            measure_.per = per();
        }
        measure_.approx = approximation_of(q_.approximator);
        if (q_.after != nullptr) measure_.approx = approximation_of(q_.after);
        return std::move(measure_);
    }

  private:
    const Document& document_;
    const QuantityMention& mention_;
    const grammar::QuantityExpression& q_;
    std::vector<Diagnostic>& diagnostics_;
    Measure measure_;

    // '4,15 tỷ đồng/9,8 tỷ đồng', '158 xã/199 xã': both sides in one unit.
    [[nodiscard]] bool ratio_of_amounts() const {
        return q_.per_amount && q_.per_unit && q_.unit && q_.unit->payload != nullptr &&
               q_.per_unit->payload == q_.unit->payload;
    }

    [[nodiscard]] Per per() {
        const Decimal amount = q_.per_amount ? read(*q_.per_amount).value_or(Decimal(1)) : Decimal(1);
        // 'giường/vạn dân' is per 10,000 dân.
        if (const grammar::Payload* unit = q_.per_unit->payload; unit != nullptr && !q_.per_amount) {
            const std::string_view times = unit->attribute("times");
            const auto multiple = times.empty() ? std::nullopt : Decimal::from_string(times);
            if (multiple) return Per{*multiple, std::string(unit->value)};
        }
        const std::string written = lower(document_.words({q_.per_unit->first, q_.per_unit->end()}));
        // 'kWh', 'HTX' in their proper letters.
        const grammar::Payload* unit = q_.per_unit->payload;
        const bool same = unit != nullptr && written == lower(unit->value);
        return Per{amount, same ? std::string(unit->value) : written};
    }

    void set_unit() {
        const auto& unit = q_.unit ? q_.unit : mention_.shared_unit;
        if (unit) {
            measure_.unit = unit_name(document_, *unit);
            measure_.kind = kind_of_unit(unit->payload);
            if (is_small() && unit->payload != nullptr)
                measure_.kind = from_name<MeasureKind>(unit->payload->attribute("small")).value_or(measure_.kind);
        } else if (q_.amount.scale >= 6 && !q_.ranked) {
            measure_.unit = "VND";
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
        if (!amount.value) return std::nullopt;
        const bool integral = measure_.kind == MeasureKind::count || measure_.kind == MeasureKind::ratio ||
                              measure_.kind == MeasureKind::rank || measure_.kind == MeasureKind::duration ||
                              measure_.kind == MeasureKind::length;
        if (amount.form == NumberReading::Form::comma_thousands && amount.scale == 0 && integral) {
            decided("the comma of this number is read as a thousands separator");
            return alternative(amount);
        }
        if (amount.form == NumberReading::Form::plain && amount.ambiguous && measure_.kind == MeasureKind::percent &&
            amount.scale == 0) {
            decided("the point of this percentage is read as a decimal mark");
            return alternative(amount);
        }
        if (amount.form == NumberReading::Form::english) decided("separators in the English order");
        return amount.value;
    }

    [[nodiscard]] std::optional<Decimal> alternative(const grammar::Amount& amount) const {
        return grammar::read_number(document_.text_of(amount.first)).alternative;
    }

    void decided(const char* message) {
        diagnostics_.push_back({Severity::note, "ambiguous-separator", message, measure_.span, std::nullopt});
    }
};

}  // namespace

std::optional<Measure> read_quantity(const Document& document, const QuantityMention& mention,
                                     std::vector<Diagnostic>& diagnostics) {
    return QuantityReader(document, mention, diagnostics).run();
}

}  // namespace tongket
