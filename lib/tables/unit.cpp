// SPDX-License-Identifier: BSL-1.0
#include "tables/unit.hpp"

#include <string_view>

#include <tongket/grammar/number.hpp>
#include <tongket/grammar/quantity.hpp>
#include <tongket/names.hpp>

#include "text/phrase_key.hpp"

namespace tongket {
namespace {

class UnitReader {
  public:
    UnitReader(const Document& document, TokenRange words, bool trusted)
        : document_(document), at_(words.first), end_(words.last), trusted_(trusted) {}

    std::optional<TableUnit> run() {
        constexpr int largest_scale = 18;  // '1.000 tỷ tỷ' is no unit
        TableUnit unit;
        if (!read_factor(unit) || unit.scale > largest_scale) return std::nullopt;
        if (at_ == end_) return money_by_scale(unit);
        if (!read_counted(unit)) return std::nullopt;
        if (at_ != end_ && !read_denominator(unit)) return std::nullopt;
        return unit;
    }

  private:
    const Document& document_;
    std::size_t at_, end_;
    bool trusted_;
    bool worded_ = false;  // a scale word was there
    bool money_ = false;   // it had its `đồng` in it

    [[nodiscard]] Token token() const { return document_.token(at_); }
    // The longest phrase of a class that ends within the words.
    [[nodiscard]] PhraseMatch match(LexiconClass c) const {
        if (at_ >= end_) return {};
        const PhraseMatch found = document_.match(at_, c);
        return at_ + found.length <= end_ ? found : PhraseMatch{};
    }

    // '1.000', 'triệu', 'Tr.'
    [[nodiscard]] bool read_factor(TableUnit& unit) {
        if (at_ < end_ && token().kind == TokenKind::number) {
            const auto number = grammar::read_number(document_.text_of(at_));
            // '1,000 đồng': nobody counts in single đồng with three decimals.
            const auto value = number.alternative && number.form == grammar::NumberReading::Form::comma_thousands
                                   ? number.alternative
                                   : number.value;
            if (!value || value->coefficient() != 1) return false;
            unit.scale = value->exponent();
            ++at_;
        }
        while (const PhraseMatch scale = match(LexiconClass::scale)) {
            worded_ = true;
            unit.scale += scale.payload->number;
            money_ |= !scale.payload->attribute("money").empty();
            at_ += scale.length;
            if (at_ + 1 < end_ && token().is_mark('.')) ++at_;
        }
        return true;
    }

    // 'tỷ', 'triệuđồng'
    [[nodiscard]] std::optional<TableUnit> money_by_scale(TableUnit unit) const {
        constexpr int million = 6;
        if (!money_ && (!worded_ || unit.scale < million)) return std::nullopt;
        unit.unit = "VND";
        unit.kind = MeasureKind::money;
        return unit;
    }

    [[nodiscard]] bool read_counted(TableUnit& unit) {
        if (money_) {
            unit.unit = "VND";
            unit.kind = MeasureKind::money;
            return token().is_mark('/');
        }
        if (const PhraseMatch word = match(LexiconClass::column); trusted_ && word.value() == "short") {
            unit.unit = word.payload->attribute("unit");
            unit.kind = from_name<MeasureKind>(word.payload->attribute("kind")).value_or(MeasureKind::count);
            if (const auto power = Decimal::from_string(word.payload->attribute("power")))
                unit.scale += static_cast<int>(power->to_double());
            at_ += word.length;
            return true;
        }
        const PhraseMatch measured = match(LexiconClass::unit), noun = match(LexiconClass::noun);
        const PhraseMatch& best = noun.length > measured.length ? noun : measured;
        const std::size_t slash = find_slash();
        // All of the words, or those before the slash.
        if (best && (at_ + best.length == slash || !trusted_)) {
            unit.unit = best.payload->value;
            unit.kind = from_name<MeasureKind>(best.payload->attribute("kind")).value_or(MeasureKind::count);
            unit.scale += grammar::unit_power(*best.payload);
            at_ += best.length;
            return true;
        }
        return trusted_ && read_strange(unit, slash);
    }
    // A noun that the lexicon does not know, or knows the beginning of.
    [[nodiscard]] bool read_strange(TableUnit& unit, std::size_t slash) {
        constexpr std::size_t longest = 5;  // words
        if (slash == at_ || slash - at_ > longest) return false;
        for (std::size_t t = at_; t < slash; ++t)
            if (document_.token(t).kind != TokenKind::word) return false;
        // 'Phòng Bưu chính' is no unit.
        if (slash - at_ > 1 && token().has(Token::capital) && token().starts(LexiconClass::agency)) return false;
        unit.unit = phrase_key(document_.plain_words({at_, slash}));
        unit.kind = MeasureKind::count;
        at_ = slash;
        return true;
    }
    [[nodiscard]] std::size_t find_slash() const {
        std::size_t at = at_;
        while (at < end_ && !document_.token(at).is_mark('/')) ++at;
        return at;
    }

    // '/100 dân', '/người/tháng'
    [[nodiscard]] bool read_denominator(TableUnit& unit) {
        if (!token().is_mark('/') || ++at_ == end_) return false;
        Per per{Decimal(1), {}};
        if (token().kind == TokenKind::number) {
            const auto value = grammar::read_number(document_.text_of(at_)).value;
            if (!value || ++at_ == end_) return false;
            per.value = *value;
        }
        while (const PhraseMatch scale = match(LexiconClass::scale)) {
            const auto scaled = Decimal::scale(per.value, scale.payload->number);
            if (!scaled) return false;
            per.value = *scaled;
            at_ += scale.length;
        }
        if (at_ == end_) return false;
        for (std::size_t t = at_; t < end_; ++t)
            if (document_.token(t).kind != TokenKind::word && !document_.token(t).is_mark('/')) return false;
        const PhraseMatch noun = match(LexiconClass::noun), measured = match(LexiconClass::unit);
        const PhraseMatch& best = noun.length > measured.length ? noun : measured;
        if (!trusted_ && !best) return false;
        per.unit = phrase_key(document_.plain_words({at_, end_}));
        at_ = end_;
        unit.per = std::move(per);
        unit.kind = MeasureKind::rate;
        return true;
    }
};

}  // namespace

std::optional<TableUnit> read_unit(const Document& document, TokenRange words, bool trusted) {
    if (words.empty()) return std::nullopt;
    return UnitReader(document, words, trusted).run();
}

}  // namespace tongket
