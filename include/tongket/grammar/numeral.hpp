// SPDX-License-Identifier: BSL-1.0
/// @file
/// Numerals, in digits, in words or in both: `487.362`, `1 000 000`, `2 nghìn 350 tỷ`, `hai trăm linh năm`, `3tr5`,
/// `bốn phẩy hai tỷ`, `10⁶`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <tongket/grammar/number.hpp>
#include <tongket/grammar/terminals.hpp>

namespace tongket::grammar {

/// A number with its scale words.
struct Amount {
    std::optional<Decimal> value;  ///< scale applied; nothing where the words or digits make no number
    int scale = 0;                 ///< power of ten of the scale words
    NumberReading::Form form = NumberReading::Form::plain;  ///< of the digits, or of all of it
    bool ambiguous = false;                                 ///< the digits have a NumberReading::alternative
    bool worded = false;                                    ///< written in number words
    bool joined = false;       ///< of digits that blanks part: `2 500`, `12, 5`; they may be two numbers
    bool money = false;        ///< the scale word has its `đồng` in it: `tỷđồng`
    bool times = false;        ///< says by itself that it counts times: `gấp đôi`
    std::uint32_t first = 0;   ///< first token
    std::uint32_t length = 0;  ///< tokens

    [[nodiscard]] std::size_t end() const noexcept { return first + length; }
};

/// The values of lexicon lines of class `number_part`.
namespace numeral_parts {
inline constexpr std::string_view zero = "zero";          ///< không
inline constexpr std::string_view gap = "gap";            ///< linh, lẻ: no tens
inline constexpr std::string_view point = "point";        ///< phẩy
inline constexpr std::string_view half = "half";          ///< rưỡi: half of the scale before it
inline constexpr std::string_view halved = "halved";      ///< nửa: half of the scale behind it
inline constexpr std::string_view one_half = "one_half";  ///< một nửa
inline constexpr std::string_view minus = "minus";        ///< âm
inline constexpr std::string_view vague = "vague";        ///< vài, mấy: the number behind it is none
inline constexpr std::string_view in_words = "in_words";  ///< bằng chữ: the number is told again
}  // namespace numeral_parts

namespace detail {

/// The decimal that a sign such as ½ stands for; nothing for other text and for fractions that no decimal holds.
[[nodiscard]] constexpr std::optional<Decimal> fraction_sign(std::string_view sign) noexcept {
    switch (decode(sign, 0).value) {
        case 0xBC:
            return Decimal(25, -2);
        case 0xBD:
            return Decimal(5, -1);
        case 0xBE:
            return Decimal(75, -2);
        case 0x2155:
            return Decimal(2, -1);
        case 0x2156:
            return Decimal(4, -1);
        case 0x2157:
            return Decimal(6, -1);
        case 0x2158:
            return Decimal(8, -1);
        case 0x215B:
            return Decimal(125, -3);
        case 0x215C:
            return Decimal(375, -3);
        case 0x215D:
            return Decimal(625, -3);
        case 0x215E:
            return Decimal(875, -3);
        default:
            return std::nullopt;
    }
}

/// The value of a superscript digit, or -1.
[[nodiscard]] constexpr int superscript(char32_t c) noexcept {
    if (c == 0xB9) return 1;
    if (c == 0xB2 || c == 0xB3) return static_cast<int>(c - 0xB0);
    return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? static_cast<int>(c - 0x2070) : -1;
}

[[nodiscard]] constexpr bool all_digits(std::string_view text) noexcept {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

}  // namespace detail

/// Whether a sign of multiplication stands at a token: `3 x 10^6`, `2 × 63 MVA`.
[[nodiscard]] inline bool multiplies(const TokenStream& stream, std::size_t at) {
    const Token token = stream.tokens[at];
    const std::string_view text = stream.text_of(token);
    return token.is_mark('*') || text == "x" || text == "\u00D7";
}

/// Which number words may stand alone where a numeral begins.
enum class NumeralWords : std::uint8_t {
    usual,  ///< those that are nothing else
    years,  ///< also `năm`, which is a year too
    any     ///< also those that begin no numeral elsewhere, such as `lăm` and `không`
};

/// Reads one numeral from left to right. What was read is kept as terms of falling scale; a scale word takes all that
/// is below it (`2 nghìn 350 tỷ` is 2,350 tỷ), so one rule serves tens, hundreds and the rest. The whole phrase is
/// taken, or it has no value: a number is never what its last words say.
class NumeralReader {
  public:
    NumeralReader(const TokenIterator& at, const TokenIterator& last,
                  NumeralWords words = NumeralWords::usual) noexcept
        : at_(at), last_(last), words_(words) {}

    /// @returns nothing where no numeral begins
    [[nodiscard]] std::optional<Amount> run() {
        amount_.first = static_cast<std::uint32_t>(at_.index());
        if (!begins()) return std::nullopt;
        while (!failed_ && step()) {
        }
        if (!failed_) finish();
        if (failed_) take_rest();
        amount_.length = static_cast<std::uint32_t>(at_.index()) - amount_.first;
        return amount_;
    }
    /// Behind the numeral.
    [[nodiscard]] const TokenIterator& end() const noexcept { return at_; }

  private:
    using Form = NumberReading::Form;
    static constexpr int tens = 1, hundreds = 2, thousands = 3, millions = 6;
    static constexpr int largest_scale = 15;
    static constexpr std::size_t longest_group = 3;

    struct Term {
        Decimal value;
        int scale = 0;  ///< of its last scale word: what follows is less
        int total = 0;  ///< of all its scale words
    };

    TokenIterator at_;
    TokenIterator last_;
    NumeralWords words_;
    Amount amount_;
    std::array<Term, 8> terms_{};
    std::size_t depth_ = 0;
    std::optional<Decimal> pending_;  ///< what no scale word has taken yet
    bool worded_pending_ = false;     ///< it is one number word
    bool bare_ = false;       ///< it stands right behind a scale word: 'triệu hai' is 1.2 million, if anything
    bool after_gap_ = false;  ///< 'linh' stands before it
    bool closed_ = false;     ///< only scale words may follow
    bool fraction_ = false;   ///< it has decimals
    bool failed_ = false;

    [[nodiscard]] const TokenStream& stream() const noexcept { return at_.stream(); }
    [[nodiscard]] Token token(std::size_t ahead) const {
        const std::size_t index = at_.index() + ahead;
        return index < stream().tokens.size() ? stream().tokens[index] : Token{};
    }
    [[nodiscard]] bool left(std::size_t tokens) const { return last_ - at_ >= static_cast<std::ptrdiff_t>(tokens); }

    // A word of the class at a token, unless a longer word begins there: 'tỷ' of 'tỷ lệ', 'tư' of 'tư vấn'.
    [[nodiscard]] PhraseMatch own_word(std::size_t ahead, LexiconClass c) const {
        if (!left(ahead + 1)) return {};
        const std::size_t index = at_.index() + ahead;
        const PhraseMatch found = stream().match(index, c);
        if (!found) return {};
        const auto longer = [&](LexiconClass other) { return stream().match(index, other).length > found.length; };
        if (longer(LexiconClass::number_part)) return {};
        if (c == LexiconClass::scale && (longer(LexiconClass::measure_head) || longer(LexiconClass::cue))) return {};
        return found;
    }
    [[nodiscard]] PhraseMatch part(std::size_t ahead, std::string_view value) const {
        const PhraseMatch found = own_word(ahead, LexiconClass::number_part);
        return found.value() == value ? found : PhraseMatch{};
    }
    [[nodiscard]] bool is_tail(const PhraseMatch& number) const { return number.payload->attribute("tail") == "1"; }

    // Whether a word behind a number word makes it a number beyond doubt: a scale, 'mươi', 'phẩy', a bracket that
    // tells it again.
    [[nodiscard]] bool goes_on(std::size_t ahead) const {
        if (own_word(ahead, LexiconClass::scale) || part(ahead, numeral_parts::point)) return true;
        return token(ahead).is_mark('(') && token(ahead + 1).kind == TokenKind::number &&
               token(ahead + 2).is_mark(')');
    }

    [[nodiscard]] bool begins() {
        if (at_ == last_) return false;
        if (at_->kind == TokenKind::number) return true;
        if (const PhraseMatch number = own_word(0, LexiconClass::number_word)) {
            amount_.worded = true;
            return !is_tail(number) || words_ == NumeralWords::any ||
                   (number.payload->attribute("head") == "1" &&
                    (words_ == NumeralWords::years || goes_on(number.length) || tens_follow(number.length)));
        }
        if (part(0, numeral_parts::zero)) {
            amount_.worded = true;
            return static_cast<bool>(part(1, numeral_parts::point)) || words_ == NumeralWords::any;
        }
        if (const PhraseMatch halved = part(0, numeral_parts::halved)) {
            const PhraseMatch scale = own_word(halved.length, LexiconClass::scale);
            amount_.worded = true;
            return scale && scale.payload->number >= thousands;
        }
        return false;
    }

    // Takes what stands here. Returns false where it is no part of the numeral.
    [[nodiscard]] bool step() {
        if (at_ == last_) return false;
        const Token here = *at_;
        if (here.kind == TokenKind::number) return closed_ ? misfit() : digits();
        if (here.kind == TokenKind::mark) return fraction_sign();
        if (here.kind != TokenKind::word) return false;
        if (const PhraseMatch scale = own_word(0, LexiconClass::scale)) return take_scale(scale);
        if (!closed_) {
            if (const PhraseMatch number = own_word(0, LexiconClass::number_word)) return number_word(number);
            if (here.starts(LexiconClass::number_part)) return number_part();
        }
        return glued_scale();
    }

    bool fail(Form form = Form::unread) {
        failed_ = true;
        amount_.value.reset();
        amount_.form = form;
        return false;
    }
    // A number behind what can have none: 'năm tỷ rưỡi hai', '1,5 tỷ 250 triệu'.
    bool misfit() { return fail(); }

    void set_pending(Decimal value, bool worded) {
        pending_ = value;
        worded_pending_ = worded;
        bare_ = depth_ > 0 && terms_[depth_ - 1].scale >= hundreds && !after_gap_;
        after_gap_ = false;
    }

    // ---- scale words ------------------------------------------------------------------------------------------

    bool take_scale(const PhraseMatch& match) {
        const int scale = match.payload->number;
        // 'hai trăm bốn triệu' is 204 or 240 million.
        if (pending_ && bare_ && worded_pending_ && scale > terms_[depth_ - 1].scale) return fail();
        Decimal sum = pending_.value_or(Decimal());
        const bool counted = pending_.has_value();
        std::size_t taken = 0;
        while (depth_ > 0 && terms_[depth_ - 1].scale < scale) {
            const auto next = Decimal::add(sum, terms_[depth_ - 1].value);
            if (!next) return fail(Form::too_large);
            sum = *next;
            --depth_;
            ++taken;
        }
        if (!counted && taken == 0) return depth_ == 0 ? false : fail();
        // 'trăm' and 'chục' count single things.
        if (scale <= hundreds && (taken > 0 || !(sum < Decimal(10)))) return fail();
        const bool alone = taken == 1 && !counted;
        if (!push({sum.scaled(scale), scale, alone ? scale + terms_[depth_].total : scale})) return false;
        amount_.money |= match.payload->attribute("money") == "1";
        pending_.reset();
        closed_ = false;
        at_ += static_cast<std::ptrdiff_t>(match.length);
        return true;
    }

    bool push(const Term& term) {
        if (term.total > largest_scale) return fail(Form::too_large);
        if (depth_ == terms_.size()) return fail();
        if (depth_ > 0 &&
            (terms_[depth_ - 1].scale <= term.scale || !(term.value < Decimal(1, terms_[depth_ - 1].scale))))
            return fail();
        terms_[depth_++] = term;
        return true;
    }

    // '3tr5', '3tr500': the digits are parts of the scale.
    bool glued_scale() {
        if (!pending_ || depth_ > 0 || fraction_ || at_->word != 0 || at_->has(Token::space_before))
            return exponent();
        const std::string_view text = stream().text_of(*at_);
        const std::size_t letters = text.find_first_of("0123456789");
        if (letters == std::string_view::npos || letters == 0) return exponent();
        const std::string_view behind = text.substr(letters);
        const std::uint32_t node = stream().lexicon->word(word_key(text.substr(0, letters))).node;
        const PhraseMatch scale = stream().lexicon->match_to(node, LexiconClass::scale);
        if (!scale || !detail::all_digits(behind) || behind.size() > thousands) return exponent();
        const int power = scale.payload->number;
        const auto less = read_number(behind).value;
        if (!less || power < thousands) return exponent();
        if (!push({pending_->scaled(power), power, power})) return false;
        pending_ = less->scaled(power - static_cast<int>(behind.size()));
        worded_pending_ = bare_ = false;
        closed_ = true;
        ++at_;
        return true;
    }

    // '1e9' is how machines write.
    bool exponent() {
        if (depth_ > 0 || !pending_ || amount_.worded || at_->has(Token::space_before)) return false;
        const std::string_view text = stream().text_of(*at_);
        if (text[0] != 'e' && text[0] != 'E') return false;
        if (detail::all_digits(text.substr(1))) {
            ++at_;
            return fail(Form::malformed);
        }
        const Token sign = token(1), power = token(2);
        if (text.size() == 1 && left(3) && (sign.is_mark('+') || sign.is_mark('-')) &&
            power.kind == TokenKind::number && !sign.has(Token::space_before) && !power.has(Token::space_before)) {
            at_ += 3;
            return fail(Form::malformed);
        }
        return false;
    }

    // ---- number words -----------------------------------------------------------------------------------------

    bool number_word(const PhraseMatch& word) {
        const int number = word.payload->number;
        if (word.payload->attribute("times") == "1") {
            if (pending_ || depth_ > 0) return fail();
            amount_.times = true;
            closed_ = true;
        }
        if (number == 10) return ten(word);
        const bool head = word.payload->attribute("head") == "1";
        const bool first = !pending_ && depth_ == 0;
        // 'mười năm', 'hai trăm năm': years, where nothing makes it a number.
        if (head && !first && !pending_ && !after_gap_ && !goes_on(word.length) && !tens_follow(word.length))
            return false;
        // 'hai năm' are years, 'hai năm trăm' two or five hundred.
        if (head && pending_) return own_word(word.length, LexiconClass::scale) ? fail() : false;
        if (pending_) {
            // 'hai trăm bốn lăm', 'hai mốt'; but 'hai ba trăm' is two or three hundred.
            const bool joint = word.payload->attribute("joint") == "1";
            const bool in_hundreds = depth_ > 0 && terms_[depth_ - 1].scale == hundreds && bare_;
            if (!worded_pending_) return false;
            if (!pending_is_digit() || (!joint && !in_hundreds)) return fail();
            if (!push({pending_->scaled(tens), tens, 0})) return false;
            pending_.reset();
        } else if (!first && terms_[depth_ - 1].scale >= hundreds && !after_gap_ && !goes_on(word.length) &&
                   !tens_follow(word.length) && !joins(word.length)) {
            return behind_scale(word);
        }
        const bool half = word.payload->attribute("half") == "1";
        set_pending(half ? Decimal(number * 10 + 5, -1) : Decimal(number), true);
        at_ += static_cast<std::ptrdiff_t>(word.length);
        return true;
    }
    [[nodiscard]] bool pending_is_digit() const { return *pending_ < Decimal(10) && Decimal(0) < *pending_; }
    [[nodiscard]] bool tens_follow(std::size_t ahead) const {
        const PhraseMatch next = own_word(ahead, LexiconClass::number_word);
        return next && next.payload->number == 10 && is_tail(next);
    }
    // 'bốn' of 'hai trăm bốn lăm'.
    [[nodiscard]] bool joins(std::size_t ahead) const {
        const PhraseMatch next = own_word(ahead, LexiconClass::number_word);
        return next && next.payload->number < 10 && next.payload->attribute("head").empty();
    }
    // 'hai triệu tư', 'một trăm hai' at the end of a phrase; 'hai tỷ một năm' is two a year, 'ba triệu hai lần' may
    // be either.
    bool behind_scale(const PhraseMatch& word) {
        const bool said = is_tail(word) && word.payload->attribute("head").empty();
        if (!said) {
            if (word.payload->number == 1) return false;
            if (token(word.length).kind == TokenKind::word) return fail();
        }
        if (!amount_.worded) return fail();
        set_pending(Decimal(word.payload->number), true);
        at_ += static_cast<std::ptrdiff_t>(word.length);
        return true;
    }

    bool ten(const PhraseMatch& word) {
        if (is_tail(word)) {
            if (!pending_ || !worded_pending_ || !pending_is_digit()) return fail();
            if (!push({pending_->scaled(tens), tens, 0})) return false;
            pending_.reset();
        } else {
            if (pending_) return fail();
            if (!push({Decimal(10), tens, 0})) return false;
        }
        after_gap_ = false;
        at_ += static_cast<std::ptrdiff_t>(word.length);
        return true;
    }

    bool number_part() {
        const PhraseMatch word = own_word(0, LexiconClass::number_part);
        if (!word) return false;
        const std::string_view value = word.value();
        if (value == numeral_parts::zero) {
            const PhraseMatch scale = own_word(word.length, LexiconClass::scale);
            const bool no_hundreds = scale && scale.payload->number == hundreds && depth_ > 0;
            if (pending_ || !(no_hundreds || part(word.length, numeral_parts::point) ||
                              (words_ == NumeralWords::any && depth_ == 0)))
                return false;
            set_pending(Decimal(0), true);
            bare_ = false;
        } else if (value == numeral_parts::gap) {
            if (pending_ || depth_ == 0 || terms_[depth_ - 1].scale < hundreds) return false;
            if (!own_word(word.length, LexiconClass::number_word) && token(word.length).kind != TokenKind::number)
                return false;
            after_gap_ = true;
        } else if (value == numeral_parts::halved) {
            if (pending_ || depth_ > 0) return false;
            set_pending(Decimal(5, -1), false);
        } else if (value == numeral_parts::half) {
            return half(word);
        } else if (value == numeral_parts::point) {
            return point(word);
        } else {
            return false;
        }
        at_ += static_cast<std::ptrdiff_t>(word.length);
        return true;
    }

    // 'tỷ rưỡi', 'trăm rưỡi triệu'; of 'nghìn tỷ rưỡi' nobody knows which half.
    bool half(const PhraseMatch& word) {
        if (pending_ || depth_ == 0 || terms_[depth_ - 1].scale < hundreds) return false;
        const Term& whole = terms_[depth_ - 1];
        if (whole.total != whole.scale || fraction_) return fail();
        if (!push({Decimal(5, whole.scale - 1), whole.scale - 1, 0})) return false;
        closed_ = true;
        at_ += static_cast<std::ptrdiff_t>(word.length);
        return true;
    }

    // 'bốn phẩy hai', 'mười hai phẩy không năm', '4 phẩy 2'.
    bool point(const PhraseMatch& word) {
        Decimal sum = pending_.value_or(Decimal());
        bool counted = pending_.has_value();
        while (depth_ > 0 && terms_[depth_ - 1].scale < thousands) {
            sum = Decimal::add(sum, terms_[--depth_].value).value_or(sum);
            counted = true;
        }
        if (!counted || fraction_ || (bare_ && worded_pending_)) return false;
        at_ += static_cast<std::ptrdiff_t>(word.length);
        const auto decimals = read_decimals();
        const auto value = decimals ? Decimal::add(sum, *decimals) : std::nullopt;
        if (!value) return fail();
        pending_ = value;
        worded_pending_ = bare_ = false;
        fraction_ = closed_ = true;
        return true;
    }
    // 'không năm', 'hai lăm', 'mười lăm', '25'.
    [[nodiscard]] std::optional<Decimal> read_decimals() {
        constexpr int most = 6;
        std::int64_t digits = 0;
        int count = 0;
        if (at_ != last_ && at_->kind == TokenKind::number) {
            const std::string_view text = stream().text_of(*at_);
            if (!detail::all_digits(text) || text.size() > most) return std::nullopt;
            ++at_;
            return read_number(text).value->scaled(-static_cast<int>(text.size()));
        }
        while (count < most) {
            if (const PhraseMatch zero = part(0, numeral_parts::zero)) {
                digits *= 10;
                at_ += static_cast<std::ptrdiff_t>(zero.length);
                ++count;
                continue;
            }
            const PhraseMatch number = own_word(0, LexiconClass::number_word);
            if (!number || number.payload->attribute("times") == "1") break;
            const bool ten = number.payload->number == 10;
            // 'hai phẩy ba năm' is as good as 2.3 years.
            if (number.payload->attribute("head") == "1" && digits > 0 && !goes_on(number.length)) break;
            if (ten && is_tail(number)) {
                // 'phẩy hai mươi lăm': the tens stand there already.
                if (count != 1) return std::nullopt;
                const PhraseMatch next = own_word(number.length, LexiconClass::number_word);
                if (!next) {
                    digits *= 10;
                    ++count;
                }
            } else if (ten) {
                if (count != 0) return std::nullopt;
                digits = 1;
                const PhraseMatch next = own_word(number.length, LexiconClass::number_word);
                if (!next) digits = 10;
                count = next ? 1 : 2;
            } else {
                digits = digits * 10 + number.payload->number;
                ++count;
            }
            at_ += static_cast<std::ptrdiff_t>(number.length);
        }
        if (count == 0) return std::nullopt;
        return Decimal(digits, -count);
    }

    // ---- digits -----------------------------------------------------------------------------------------------

    bool digits() {
        if (depth_ > 0 || pending_) return lesser_digits();
        const std::string_view text = stream().text_of(*at_);
        NumberReading reading = read_number(text);
        const std::size_t groups = reading.form == Form::plain && text.size() <= 3 ? groups_behind(text) : 0;
        if (groups > 0 && !name_before()) {
            if (!joins_groups(groups)) {
                at_ += static_cast<std::ptrdiff_t>(groups + 1);
                return fail();
            }
            reading = read_groups(groups);
        } else if (parted_thousands(text)) {
            reading = read_parted_thousands();
        } else if (const std::size_t decimals = decimals_behind(text)) {
            reading = read_parted_decimals(decimals);
        } else {
            ++at_;
        }
        amount_.form = reading.form;
        amount_.ambiguous = reading.alternative.has_value();
        if (!reading.value) return fail(reading.form);
        fraction_ = !reading.value->is_integer() || reading.form == Form::comma_thousands;
        set_pending(*reading.value, false);
        return power(text);
    }

    // Groups of three digits that blanks part, the last perhaps with decimals.
    [[nodiscard]] std::size_t groups_behind(std::string_view text) const {
        if (!detail::all_digits(text) || text[0] == '0') return 0;
        std::size_t groups = 0;
        while (left(groups + 2)) {
            const Token next = token(groups + 1);
            if (next.kind != TokenKind::number || !next.has(Token::space_before)) break;
            const std::string_view group = stream().text_of(next);
            if (!detail::all_digits(group.substr(0, 3)) || group.size() < 3) break;
            if (group.size() > 3 && group[3] != ',') break;
            ++groups;
            if (group.size() > 3) break;
        }
        return groups;
    }
    // One group may be a number of its own: 'Quốc lộ 1 500 m'. Of more, and behind blanks that do not break a line,
    // there is no doubt.
    [[nodiscard]] bool joins_groups(std::size_t groups) const {
        if (number_before()) return false;
        if (groups > 1) return true;
        const std::size_t behind = at_->end();
        if (stream().text[behind] != ' ') return true;
        if (capital_before()) return false;
        return left(groups + 2) && (counts(token(groups + 1)) || upper_end_joins(groups + 1));
    }
    // 'từ 2 500 đến 3 500 hộ': what counts stands behind the upper end of a range.
    [[nodiscard]] bool upper_end_joins(std::size_t ahead) const {
        return left(ahead + 4) && token(ahead).is_word(Keyword::den) && token(ahead + 1).kind == TokenKind::number &&
               is_group(token(ahead + 2)) && counts(token(ahead + 3));
    }
    [[nodiscard]] bool is_group(const Token& token) const {
        const std::string_view text = stream().text_of(token);
        return token.kind == TokenKind::number && token.has(Token::space_before) && text.size() == 3 &&
               detail::all_digits(text);
    }
    [[nodiscard]] static bool counts(const Token& token) {
        return token.starts(LexiconClass::unit) || token.starts(LexiconClass::noun) ||
               token.starts(LexiconClass::scale);
    }
    [[nodiscard]] NumberReading read_groups(std::size_t groups) {
        std::array<char, 32> joined{};
        std::size_t length = 0;
        for (std::size_t i = 0; i <= groups; ++i, ++at_)
            for (const char c : stream().text_of(*at_))
                if (length < joined.size()) joined[length++] = c;
        amount_.joined = groups == 1;
        NumberReading reading = read_number({joined.data(), length});
        // More than they can hold, or decimals of three digits: the groups before them say which mark parts what.
        if (length == joined.size()) reading = {Form::too_large, std::nullopt, std::nullopt, false};
        reading.alternative.reset();
        if (reading.form == Form::comma_thousands) reading.form = Form::plain;
        return reading;
    }

    // '12. 500 hộ', '45 . 300 tỷ', '3 .500.000 đồng': a blank beside the point of thousands, or the end of a sentence
    // before what is counted.
    [[nodiscard]] bool parted_thousands(std::string_view text) const {
        if (text[0] == '0' || !left(4) || !token(1).is_mark('.') || at_->has(Token::line_start)) return false;
        if (text.find(',') != std::string_view::npos || (text.size() > longest_group && detail::all_digits(text)))
            return false;
        const Token group = token(2);
        const std::string_view behind = stream().text_of(group);
        if (group.kind != TokenKind::number || !counts(token(3))) return false;
        if (!group.has(Token::space_before) && !token(1).has(Token::space_before)) return false;
        if (!detail::all_digits(behind.substr(0, longest_group)) || behind.size() < longest_group ||
            (behind.size() > longest_group && behind[longest_group] != '.'))
            return false;
        const bool listed = before().is_mark(',') || before().is_mark(':') || before().is_mark(';');
        return !name_before() && !number_before() && !listed && !capital_before();
    }
    // Only three digits before what is measured surely go on the number.
    [[nodiscard]] NumberReading read_parted_thousands() {
        const std::string_view text = stream().text_of(*at_);
        const Token group = token(2), behind = token(3);
        NumberReading reading;
        reading.form = Form::unread;
        if (text.size() <= longest_group && group.length == longest_group && !behind.starts(LexiconClass::noun)) {
            reading.form = Form::plain;
            reading.value =
                Decimal::add(read_number(text).value->scaled(thousands), *read_number(stream().text_of(group)).value);
        }
        at_ += 3;
        amount_.joined = true;
        return reading;
    }

    // '12, 5 tỷ', '29, 46%', '92. 5%': tokens up to the decimals; 0 where these are two numbers.
    [[nodiscard]] std::size_t decimals_behind(std::string_view text) const {
        if (!detail::all_digits(text) || text.size() > longest_group || !left(4)) return 0;
        if (!token(1).is_mark(',') && !(token(1).is_mark('.') && token(3).is_mark('%'))) return 0;
        const Token decimals = token(2);
        if (decimals.kind != TokenKind::number) return 0;
        if (!token(1).has(Token::space_before) && !decimals.has(Token::space_before)) return 0;
        const std::string_view behind = stream().text_of(decimals);
        if (!detail::all_digits(behind) || behind.size() > 2 || behind.back() == '0') return 0;
        if (!token(3).is_mark('%') && !own_word(3, LexiconClass::scale)) return 0;
        if (name_before() || number_before() || before().is_mark(',') || capital_before() || listed_before())
            return 0;
        // 'hai, ba': neighbours are a range.
        if (read_number(behind).value == Decimal::add(*read_number(text).value, Decimal(1))) return 0;
        return 2;
    }
    [[nodiscard]] NumberReading read_parted_decimals(std::size_t ahead) {
        const std::string_view whole = stream().text_of(*at_), behind = stream().text_of(token(ahead));
        at_ += static_cast<std::ptrdiff_t>(ahead + 1);
        amount_.joined = true;
        NumberReading reading;
        reading.value = Decimal::add(*read_number(whole).value,
                                     read_number(behind).value->scaled(-static_cast<int>(behind.size())));
        return reading;
    }

    [[nodiscard]] Token before() const { return at_.index() > 0 ? stream().tokens[at_.index() - 1] : Token{}; }
    [[nodiscard]] bool name_before() const { return before().starts(LexiconClass::numbered); }
    [[nodiscard]] bool number_before() const {
        return before().kind == TokenKind::number || before().is_mark('/') || before().is_mark('-');
    }
    [[nodiscard]] bool capital_before() const {
        const bool opens_sentence =
            before().has(Token::line_start) || (at_.index() > 1 && stream().tokens[at_.index() - 2].is_mark('.'));
        return before().has(Token::capital) && !opens_sentence && !before().starts(LexiconClass::approximator);
    }
    [[nodiscard]] bool listed_before() const {
        for (std::size_t back = 1; back <= 3 && back <= at_.index(); ++back)
            if (stream().match(at_.index() - back, LexiconClass::link).value() == "in_order") return true;
        return false;
    }

    // '10⁶', '10^6', '3 x 10^6'.
    bool power(std::string_view text) {
        if (left(3) && multiplies(stream(), at_.index()) && token(1).kind == TokenKind::number &&
            stream().text_of(token(1)) == "10" && exponent_length(token(1).end()) > 0) {
            at_ += 2;
        } else if (exponent_length(stream().tokens[at_.index() - 1].end()) == 0) {
            return true;
        } else if (text == "10") {
            pending_ = Decimal(1);
        } else {
            skip_exponent();
            return fail(Form::malformed);
        }
        const int exponent = skip_exponent();
        if (exponent > largest_scale) return fail(Form::too_large);
        pending_ = pending_->scaled(exponent);
        return true;
    }
    // Bytes of an exponent at a place of the text.
    [[nodiscard]] std::size_t exponent_length(std::size_t from) const {
        const std::string_view text = stream().text;
        std::size_t end = from;
        if (text.substr(from, 1) == "^") {
            for (end = from + 1; end < text.size() && text[end] >= '0' && text[end] <= '9';) ++end;
            return end == from + 1 ? 0 : end - from;
        }
        for (CodePoint c = decode(text, end); detail::superscript(c.value) >= 0; c = decode(text, end))
            end += c.length;
        return end - from;
    }
    // Steps over the exponent behind the last token; its value.
    int skip_exponent() {
        constexpr int beyond = 100;
        const std::size_t from = stream().tokens[at_.index() - 1].end();
        const std::size_t end = from + exponent_length(from);
        int value = 0;
        for (std::size_t i = from; i < end;) {
            const CodePoint c = decode(stream().text, i);
            i += c.length;
            const int digit =
                c.value >= '0' && c.value <= '9' ? static_cast<int>(c.value - '0') : detail::superscript(c.value);
            if (digit >= 0 && value < beyond) value = value * 10 + digit;
        }
        while (at_ != last_ && at_->begin < end) ++at_;
        return value;
    }

    // '3½ triệu'.
    bool fraction_sign() {
        if (!pending_ || closed_ || fraction_ || worded_pending_ || at_->mark != '?') return false;
        const auto part = detail::fraction_sign(stream().text_of(*at_));
        const auto value = part ? Decimal::add(*pending_, *part) : std::nullopt;
        if (!value) return false;
        pending_ = value;
        fraction_ = closed_ = true;
        ++at_;
        return true;
    }

    // '5 nghìn 2 trăm tỷ', '3 nghìn 500', '1 tỷ 500 đồng'.
    bool lesser_digits() {
        const Token number = *at_, next = token(1);
        const std::string_view text = stream().text_of(number);
        // '5 tỷ 12%', '2 triệu 31/12', '3 tỷ 2016' are two.
        if (next.is_mark('%') || next.is_mark('/') || next.is_mark('-')) return false;
        if (pending_) return false;
        const int above = terms_[depth_ - 1].scale;
        if (above >= millions && text.size() == 4 && detail::all_digits(text)) return false;
        const NumberReading reading = read_number(text);
        if (!reading.value || fraction_ || closed_) return fail();
        const PhraseMatch scale = own_word(1, LexiconClass::scale);
        fraction_ = !reading.value->is_integer();
        if (!scale && !after_gap_ && (fraction_ || text.size() < 3 || !(above == thousands || money_behind())))
            return fail();
        if (!(*reading.value < Decimal(1, above))) return fail();
        set_pending(*reading.value, false);
        ++at_;
        return true;
    }

    [[nodiscard]] bool money_behind() const {
        const PhraseMatch unit = left(2) ? stream().match(at_.index() + 1, LexiconClass::unit) : PhraseMatch{};
        return unit && unit.payload->attribute("kind") == "money";
    }

    // ---- the end ----------------------------------------------------------------------------------------------

    void finish() {
        Decimal sum;
        for (std::size_t i = 0; i < depth_; ++i) {
            const auto next = Decimal::add(sum, terms_[i].value);
            if (!next) {
                fail(Form::too_large);
                return;
            }
            sum = *next;
        }
        if (pending_) {
            Decimal last = *pending_;
            if (bare_ && worded_pending_) last = last.scaled(terms_[depth_ - 1].scale - 1);
            const auto next = Decimal::add(sum, last);
            if (!next) {
                fail(Form::too_large);
                return;
            }
            sum = *next;
        }
        amount_.scale = depth_ > 0 ? terms_[0].total : 0;
        amount_.value = sum;
    }

    // All that belongs to a phrase that is no number, so that nothing begins in its middle.
    void take_rest() {
        while (
            at_ != last_ &&
            (at_->kind == TokenKind::number ? at_->has(Token::space_before) && !token(1).is_mark('/') : rest_word()))
            ++at_;
    }
    [[nodiscard]] bool rest_word() const {
        if (own_word(0, LexiconClass::scale)) return true;
        if (const PhraseMatch number = own_word(0, LexiconClass::number_word))
            return number.payload->attribute("head").empty() || goes_on(number.length) || tens_follow(number.length);
        const PhraseMatch word = own_word(0, LexiconClass::number_part);
        return word.value() == numeral_parts::half || word.value() == numeral_parts::gap ||
               word.value() == numeral_parts::point ||
               (word.value() == numeral_parts::zero && own_word(word.length, LexiconClass::scale));
    }
};

/// A word inside numbers by its part; no attribute.
struct PartTerminal : x3::parser<PartTerminal> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    std::string_view part;

    constexpr explicit PartTerminal(std::string_view value) : part(value) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&, Attribute&) const {
        if (first == last) return false;
        const PhraseMatch found = first.stream().match(first.index(), LexiconClass::number_part);
        if (found.value() != part) return false;
        first += static_cast<std::ptrdiff_t>(found.length);
        return true;
    }
};

/// A numeral; the attribute has no value where its phrase is none.
struct NumeralParser : x3::parser<NumeralParser> {
    using attribute_type = Amount;
    static constexpr bool has_attribute = true;
    NumeralWords words;

    constexpr explicit NumeralParser(NumeralWords which = NumeralWords::usual) : words(which) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        NumeralReader reader(first, last, words);
        const auto amount = reader.run();
        if (!amount) return false;
        first = reader.end();
        x3::traits::move_to(*amount, attribute);
        return true;
    }
};

/// A number told again.
struct Retold {
    Amount amount;
    const Payload* unit = nullptr;  ///< null where it is not told again
};

/// A number told again in a bracket: `(mười lăm)`, `(bằng chữ: một triệu đồng)`, `(15)`.
struct RetoldParser : x3::parser<RetoldParser> {
    using attribute_type = Retold;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(TokenIterator& first, const TokenIterator& last, const Context&, RuleContext&,
               Attribute& attribute) const {
        TokenIterator at = first;
        if (at == last || !at->is_mark('(')) return false;
        ++at;
        const auto skip_words = [&] {
            const PhraseMatch found =
                at == last ? PhraseMatch{} : at.stream().match(at.index(), LexiconClass::number_part);
            if (found.value() == numeral_parts::in_words) at += static_cast<std::ptrdiff_t>(found.length);
        };
        skip_words();
        if (at != last && at->is_mark(':')) ++at;
        NumeralReader reader(at, last, NumeralWords::any);
        const auto amount = reader.run();
        if (!amount || !amount->value) return false;
        at = reader.end();
        const PhraseMatch unit = at == last ? PhraseMatch{} : at.stream().match(at.index(), LexiconClass::unit);
        at += static_cast<std::ptrdiff_t>(unit.length);
        skip_words();
        if (at != last && at->is_mark('.')) ++at;
        if (at == last || !at->is_mark(')')) return false;
        ++at;
        first = at;
        x3::traits::move_to(Retold{*amount, unit.payload}, attribute);
        return true;
    }
};

}  // namespace tongket::grammar
