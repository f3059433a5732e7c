// SPDX-License-Identifier: BSL-1.0
#include "tables/cell.hpp"

#include <algorithm>
#include <string_view>

#include "measures/measures.hpp"

namespace tongket {
namespace {

using grammar::Amount;
using grammar::NumberReading;

bool has_digits(const Document& document, TokenRange words) {
    for (std::size_t t = words.first; t < words.last; ++t)
        if (document.text_of(t).find_first_of("0123456789") != std::string_view::npos) return true;
    return false;
}

// '-', '–', 'x', '...'
bool stands_for_nothing(const Document& document, TokenRange words) {
    for (std::size_t t = words.first; t < words.last; ++t) {
        const Token token = document.token(t);
        const bool cross = document.text_of(t) == "x" || document.text_of(t) == "X";
        if (token.is_mark('%') || (token.kind == TokenKind::word && !cross)) return false;
    }
    return true;
}

// Without '*' and '(*)' at its end.
TokenRange without_footnote(const Document& document, TokenRange words) {
    const auto ends = [&](char mark) { return !words.empty() && document.token(words.last - 1).is_mark(mark); };
    if (ends(')')) {
        TokenRange inside = words;
        --inside.last;
        while (!inside.empty() && document.token(inside.last - 1).is_mark('*')) --inside.last;
        if (inside.last + 1 < words.last && !inside.empty() && document.token(inside.last - 1).is_mark('('))
            words.last = inside.last - 1;
    }
    while (ends('*')) --words.last;
    return words;
}

// '0912345678', '024 3943': a number that begins with 0 and has no decimals.
bool is_telephone(const Document& document, const Amount& amount) {
    constexpr std::size_t shortest = 3, longest_figure = 8;  // digits
    const std::string_view digits = document.text_of(amount.first);
    if (digits.find(',') != std::string_view::npos) return false;
    if (digits.size() >= shortest && digits.front() == '0' && digits[1] != '.') return true;
    return digits.size() > longest_figure && digits.find('.') == std::string_view::npos;
}

}  // namespace

Cell read_cell(const Document& document, TokenRange words) {
    Cell cell;
    cell.words = without_footnote(document, words);
    if (cell.words.empty()) return cell;
    if (!has_digits(document, cell.words)) {
        cell.kind = stands_for_nothing(document, cell.words) ? CellKind::empty : CellKind::words;
        return cell;
    }
    cell.kind = CellKind::digits;
    std::size_t at = cell.words.first;
    if (document.token(at).is_mark('+')) {
        cell.direction = Direction::increase;
        ++at;
    }
    grammar::QuantityExpression& q = cell.mention.quantity;
    if (at == cell.words.last || match_quantity(document.stream(), at, q) != cell.words.last || q.amount.worded)
        return cell;
    cell.mention.range = {at, cell.words.last};
    // '9 tháng', '2 năm' are times, and so is a clock's.
    const bool time = q.unit && q.unit->payload != nullptr && !q.unit->payload->attribute("period").empty();
    if (time || is_telephone(document, q.amount) || q.reversed) return cell;
    if (q.negative) {
        cell.direction = Direction::decrease;
        // A bullet: '- 5 lớp'.
        if (document.token(at).is_mark('-') && document.token(at + 1).has(Token::space_before)) return cell;
    }
    cell.kind = CellKind::figure;
    return cell;
}

namespace {

// A number with one separator before three digits may be read either way: '1.027', '1,027'.
struct Separated {
    std::size_t dots = 0, commas = 0, first = 0, last = 0;  // how many digits stand first and last
    char last_mark = 0;

    explicit Separated(std::string_view digits) {
        std::size_t run = 0;
        for (const char c : digits) {
            if (c != '.' && c != ',') {
                ++run;
                continue;
            }
            if (dots + commas == 0) first = run;
            (c == '.' ? dots : commas)++;
            last_mark = c;
            run = 0;
        }
        last = run;
        zero = digits.starts_with('0');
    }
    bool zero = false;
    [[nodiscard]] bool either() const { return dots + commas == 1 && last == 3 && first <= 3 && !zero; }
    [[nodiscard]] Separators shows() const {
        if (dots + commas == 0 || either()) return Separators::unknown;
        if (dots > 0 && commas > 0) return last_mark == ',' ? Separators::vietnamese : Separators::english;
        const bool thousands = dots + commas > 1;
        return (last_mark == '.') == thousands ? Separators::vietnamese : Separators::english;
    }
};

std::vector<const Amount*> amounts_of(const grammar::QuantityExpression& q) {
    std::vector<const Amount*> amounts{&q.amount};
    if (q.upper) amounts.push_back(&*q.upper);
    if (q.whole) amounts.push_back(&*q.whole);
    return amounts;
}

class FigureReader {
  public:
    FigureReader(const Document& document, const Cell& cell, const std::optional<TableUnit>& unit,
                 Separators separators, std::vector<Diagnostic>& diagnostics)
        : document_(document), cell_(cell), unit_(unit), separators_(separators), diagnostics_(diagnostics) {}

    std::optional<Measure> run() {
        const grammar::QuantityExpression& q = cell_.mention.quantity;
        // A number that is read otherwise than in prose, where its table says how.
        QuantityMention mention = cell_.mention;
        if (!settle(mention.quantity.amount) || (q.upper && !settle(*mention.quantity.upper)) ||
            (q.whole && !settle(*mention.quantity.whole))) {
            diagnostics_.push_back({Severity::warning, "unread-number",
                                    "a number of a table that cannot be read for sure; left out", place(),
                                    std::nullopt});
            return std::nullopt;
        }
        auto measure = read_quantity(document_, mention, diagnostics_);
        if (!measure) return std::nullopt;
        if (!cell_.tells_unit() && unit_) take_unit(*measure);
        return measure;
    }

  private:
    const Document& document_;
    const Cell& cell_;
    const std::optional<TableUnit>& unit_;
    Separators separators_;
    std::vector<Diagnostic>& diagnostics_;

    [[nodiscard]] Span place() const { return document_.span(cell_.words); }

    // Decides how a number that may be read either way is read; false where nothing says so.
    [[nodiscard]] bool settle(Amount& amount) {
        const std::string_view digits = document_.text_of(amount.first);
        const Separated separated(digits);
        if (!amount.value) return amount.form == NumberReading::Form::too_large;  // read_quantity says so
        if (separators_ == Separators::english && amount.form == NumberReading::Form::english)
            amount.form = NumberReading::Form::plain;  // as in all of its table
        if (amount.joined || !separated.either()) return true;
        bool thousands = separated.last_mark == '.';
        switch (separators_) {
            case Separators::vietnamese:
                break;
            case Separators::english:
                thousands = !thousands;
                break;
            case Separators::mixed:
                return false;
            case Separators::unknown:
                if (!thousands && !parts_thousands()) return false;
                if (thousands && is_percent()) return false;
                if (!thousands) note("the comma of this number is read as a thousands separator");
                thousands = true;
                break;
        }
        const auto number = grammar::read_number(digits);
        const bool alternative = number.form == NumberReading::Form::comma_thousands ? thousands : !thousands;
        const auto value = alternative ? number.alternative : number.value;
        if (!value) return false;
        amount.value = value->scaled(amount.scale);
        amount.form = NumberReading::Form::plain;
        amount.ambiguous = false;
        return true;
    }
    // Nothing is counted in thousandths; a sum of millions may have them.
    [[nodiscard]] bool parts_thousands() const {
        if (cell_.mention.quantity.unit || !unit_) return false;
        constexpr int thousands = 3;
        return unit_->kind == MeasureKind::count || (unit_->kind == MeasureKind::money && unit_->scale <= thousands);
    }
    [[nodiscard]] bool is_percent() const {
        const auto& own = cell_.mention.quantity.unit;
        if (own) return own->payload != nullptr && own->payload->attribute("kind") == "percent";
        return unit_ && unit_->kind == MeasureKind::percent;
    }
    void note(const char* message) {
        diagnostics_.push_back({Severity::note, "ambiguous-separator", message, place(), std::nullopt});
    }

    void take_unit(Measure& measure) const {
        measure.value = measure.value.scaled(unit_->scale);
        if (measure.to) measure.to = measure.to->scaled(unit_->scale);
        if (measure.of) measure.of = measure.of->scaled(unit_->scale);
        measure.unit = unit_->unit;
        measure.per = unit_->per;
        if (measure.kind != MeasureKind::ratio && measure.kind != MeasureKind::rank) measure.kind = unit_->kind;
    }
};

}  // namespace

Separators separators_of(const Document& document, const std::vector<Cell>& figures) {
    Separators all = Separators::unknown;
    for (const Cell& cell : figures) {
        if (!cell.figure()) continue;
        for (const Amount* amount : amounts_of(cell.mention.quantity)) {
            const Separators one = Separated(document.text_of(amount->first)).shows();
            if (one == Separators::unknown) continue;
            if (all != Separators::unknown && all != one) return Separators::mixed;
            all = one;
        }
    }
    return all;
}

std::optional<Measure> read_figure(const Document& document, const Cell& cell, const std::optional<TableUnit>& unit,
                                   Separators separators, std::vector<Diagnostic>& diagnostics) {
    return FigureReader(document, cell, unit, separators, diagnostics).run();
}

}  // namespace tongket
