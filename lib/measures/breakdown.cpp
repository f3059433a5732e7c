// SPDX-License-Identifier: BSL-1.0
#include "measures/breakdown.hpp"

#include <cmath>
#include <string_view>

namespace tongket {
namespace {

// Rounded parts may exceed their whole by this share of it, those said to be rounded by more.
constexpr double rounding = 0.005, rough_rounding = 0.02;

bool rounded(const Measure& m) noexcept { return m.approx != Approximation::exact; }

}  // namespace

bool compared(const Measure& m) noexcept { return m.role == MeasureRole::change || m.baseline || m.planned; }

bool can_be_whole(const Measure& m) noexcept {
    return m.kind == MeasureKind::count || m.kind == MeasureKind::money || m.kind == MeasureKind::duration ||
           m.kind == MeasureKind::other || m.kind == MeasureKind::percent || m.kind == MeasureKind::ratio;
}

bool comparable(const Measure& whole, const Measure& part) noexcept {
    if (whole.kind == MeasureKind::ratio && part.kind == MeasureKind::count) return part.value <= whole.value;
    if (whole.kind != part.kind) return false;
    if (whole.kind == MeasureKind::count) return part.value <= whole.value;
    // Of a loss the parts are losses.
    const bool loss = whole.value < Decimal();
    return whole.unit == part.unit &&
           (loss ? part.value <= Decimal() && whole.value <= part.value : part.value <= whole.value);
}

bool same_measure(const Measure& whole, const Measure& part) noexcept {
    return whole.kind == part.kind && (whole.kind != MeasureKind::money || whole.unit == part.unit);
}

bool same_noun(const Measure& whole, const Measure& part) noexcept {
    if (whole.unit == part.unit) return true;
    return whole.unit && part.unit && !part.unit->empty() && whole.unit->starts_with(*part.unit) &&
           whole.unit->size() > part.unit->size() && (*whole.unit)[part.unit->size()] == ' ';
}

PartSum::PartSum(const Measure& whole) noexcept
    : whole_(whole.value), shares_(whole.kind == MeasureKind::percent), rough_(rounded(whole)) {}

bool PartSum::takes(const Measure& part) noexcept {
    const auto next = Decimal::add(sum_, part.value);
    if (!next) return false;
    rough_ |= rounded(part);
    if (!shares_ && std::abs(next->to_double()) - std::abs(whole_.to_double()) > slack()) return false;
    sum_ = *next;
    return true;
}

bool PartSum::about_complete() const noexcept { return std::abs(sum_.to_double() - whole_.to_double()) <= slack(); }

double PartSum::slack() const noexcept { return (rough_ ? rough_rounding : rounding) * std::abs(whole_.to_double()); }

std::optional<SaidOpener> opener_at(const Words& words, std::size_t at) noexcept {
    static constexpr std::string_view picked_out = "apart", split_up = "split", examples = "example";
    const Token token = words.token(at);
    std::size_t length = 0;
    bool apart = false, example = false;
    if (const PhraseMatch match = words.match(at, LexiconClass::breakdown)) {
        length = match.length;
        apart = match.value() == picked_out || match.value() == split_up;
        example = match.value() == examples;
        // 'riêng năm 2016' picks out a time, 'nói riêng' nothing.
        if (match.value() == picked_out && words.inside_period(at + 1)) return std::nullopt;
    } else if (token.is_word(Keyword::gom)) {
        length = 1;
    } else if (token.is_word(Keyword::trong) && words.token(at + 1).is_word(Keyword::that)) {
        length = 2;
    } else {
        return std::nullopt;
    }
    const std::size_t end = at + length;
    return SaidOpener{at,
                      end,
                      words.token(end).is_mark(':') || token.is_word(Keyword::gom),
                      apart,
                      at > 0 && words.token(at - 1).is_mark('('),
                      example};
}

}  // namespace tongket
