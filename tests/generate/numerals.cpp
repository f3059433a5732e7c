// SPDX-License-Identifier: BSL-1.0
#include "generate/numerals.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace tongket::test {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t bound) { return static_cast<std::size_t>(random() % bound); }
std::int64_t between(Random& random, std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most - least + 1));
}
template <std::size_t n>
std::string_view one_of(Random& random, const std::array<std::string_view, n>& choices) {
    return choices[below(random, n)];
}

constexpr std::array<std::string_view, 10> digit_words{"không", "một", "hai", "ba",  "bốn",
                                                       "năm",   "sáu", "bảy", "tám", "chín"};
constexpr std::array<std::string_view, 3> money{" đồng", " VNĐ", " đồng/hộ"};
constexpr std::array<std::string_view, 4> counted{" hộ", " cán bộ", " doanh nghiệp", " giấy phép"};
constexpr std::array<std::string_view, 4> blanks{" ", "\u00A0", "\u2009", "\u202F"};
constexpr std::array<std::string_view, 3> hidden{"\u00AD", "\u200B", "\u2060"};
constexpr std::array<std::string_view, 2> hundred_gaps{"linh", "lẻ"};

// 0 to 999; `whole` also with its hundreds and tens where they are none.
std::string group_in_words(std::int64_t number, bool whole, Random& random) {
    const auto hundreds = static_cast<std::size_t>(number / 100), tens = static_cast<std::size_t>(number / 10 % 10),
               ones = static_cast<std::size_t>(number % 10);
    std::string out;
    if (hundreds > 0 || whole) out = std::string(digit_words[hundreds]) + " trăm";
    if (tens == 0 && ones == 0) return out;
    if (!out.empty()) out += ' ';
    if (tens == 0) {
        if (!out.empty()) out += std::string(one_of(random, hundred_gaps)) + " ";
        return out + std::string(digit_words[ones]);
    }
    out += tens == 1 ? "mười" : std::string(digit_words[tens]) + " mươi";
    if (ones == 0) return out;
    if (ones == 5)
        out += tens > 1 && below(random, 4) == 0 ? " nhăm" : " lăm";
    else if (ones == 1 && tens > 1)
        out += " mốt";
    else if (ones == 4 && tens > 1 && below(random, 2) == 0)
        out += " tư";
    else
        out += " " + std::string(digit_words[ones]);
    return out;
}

std::string plain_digits(std::int64_t number) { return std::to_string(number); }

std::string grouped(std::int64_t number, std::string_view separator) {
    const std::string digits = plain_digits(number);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return out;
}

// With digits of another script from a zero of three bytes.
std::string in_script(std::string_view digits, char32_t zero) {
    std::string out;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            out += c;
            continue;
        }
        const char32_t code = zero + static_cast<char32_t>(c - '0');
        out += static_cast<char>(0xE0U | code >> 12U);
        out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
    return out;
}

std::string with_hidden(const std::string& text, Random& random) {
    const std::size_t at = 1 + below(random, text.size() - 1);
    return text.substr(0, at) + std::string(one_of(random, hidden)) + text.substr(at);
}

struct Scale {
    std::int64_t value;
    std::string_view name;
};
constexpr std::array<Scale, 3> scales{{{1'000'000'000, " tỷ"}, {1'000'000, " triệu"}, {1'000, " nghìn"}}};

// '3 tỷ 250 triệu 400 nghìn'; nothing where a part would stand alone behind a scale.
std::string with_scales(std::int64_t number) {
    std::string out;
    for (const Scale& scale : scales) {
        const std::int64_t part = number / scale.value;
        number %= scale.value;
        if (part == 0) continue;
        if (!out.empty()) out += ' ';
        out += grouped(part, ".") + std::string(scale.name);
    }
    if (number >= 100) return out.empty() ? plain_digits(number) : out + " " + plain_digits(number);
    return number == 0 ? out : std::string{};
}

// '12,5 triệu', with one or two decimals.
std::string with_decimals(std::int64_t number, const Scale& scale) {
    const std::int64_t hundredths = scale.value / 100;
    if (number % hundredths != 0 || number < scale.value) return {};
    const std::int64_t whole = number / scale.value, rest = number / hundredths % 100;
    std::string out = grouped(whole, ".");
    if (rest > 0)
        out += "," + (rest % 10 == 0 ? std::to_string(rest / 10) : (rest < 10 ? "0" : "") + std::to_string(rest));
    return out + std::string(scale.name);
}

// A number of a length that is chosen first, with zeros behind it or within it.
std::int64_t any_number(Random& random) {
    constexpr int longest = 12;
    std::int64_t number = 0;
    const int length = 2 + static_cast<int>(below(random, longest - 1));
    for (int i = 0; i < length; ++i)
        number = number * 10 + (i == 0 ? between(random, 1, 9) : below(random, 3) == 0 ? 0 : between(random, 0, 9));
    std::int64_t round = 1;
    for (std::size_t zeros = below(random, 7); zeros > 0 && round * 100 < number; --zeros) round *= 10;
    return number / round * round;
}

class Ways {
  public:
    explicit Ways(Random& random) : random_(random) {}

    std::vector<WrittenNumber> run() && {
        const std::int64_t number =
            std::max<std::int64_t>(any_number(random_), 11);  // a single word may count nothing
        in_digits(number);
        mixed(number);
        worded(number);
        decimals();
        signs(number);
        ranges();
        halves();
        return std::move(ways_);
    }

  private:
    Random& random_;
    std::vector<WrittenNumber> ways_;

    void add(std::string text, Decimal value, std::optional<Decimal> to = std::nullopt) {
        ways_.push_back({std::move(text), value, to});
    }
    [[nodiscard]] std::string amount_of_money() { return std::string(one_of(random_, money)); }
    [[nodiscard]] std::string unit() {
        return below(random_, 2) == 0 ? amount_of_money() : std::string(one_of(random_, counted));
    }

    void in_digits(std::int64_t number) {
        const Decimal value(number);
        const std::string dotted = grouped(number, ".");
        add(plain_digits(number) + unit(), value);
        add(dotted + unit(), value);
        add(grouped(number, ",") + unit(), value);
        const std::string_view blank = one_of(random_, blanks);
        if (number >= 1000) add(grouped(number, blank) + unit(), value);
        add(with_hidden(dotted, random_) + unit(), value);
        add(in_script(dotted, U'\uFF10') + unit(), value);
        add(in_script(plain_digits(number), U'\u0966') + unit(), value);
        add(dotted + " (" + in_words(number, random_) + ")" + unit(), value);
        add(dotted + " đồng (" + in_words(number, random_) + " đồng)", value);
        add("trên " + dotted + unit(), value);
        add("≥ " + dotted + unit(), value);
        add("$" + dotted, value);
        const int power = static_cast<int>(between(random_, 2, 9));
        add("10^" + std::to_string(power) + " đồng", Decimal(1, power));
        add("3 x 10^" + std::to_string(power) + " đồng", Decimal(3, power));
        add("10\u2076 đồng", Decimal(1, 6));
        add("10\u00B9\u00B2 đồng", Decimal(1, 12));
    }

    void mixed(std::int64_t number) {
        const Decimal value(number);
        if (const std::string text = with_scales(number); !text.empty()) add(text + amount_of_money(), value);
        for (const Scale& scale : scales)
            if (const std::string text = with_decimals(number, scale); !text.empty()) add(text + unit(), value);
        const std::int64_t thousands = between(random_, 1, 9), rest = between(random_, 100, 999);
        const Scale& scale = scales[below(random_, 2)];
        const Decimal compound((thousands * 1000 + rest) * scale.value);
        add(std::to_string(thousands) + " nghìn " + std::to_string(rest) + std::string(scale.name) + unit(),
            compound);
        const std::int64_t hundreds = between(random_, 1, 9);
        for (const Scale& any : scales)
            add(std::to_string(hundreds) + " trăm" + std::string(any.name) + amount_of_money(),
                Decimal(hundreds * 100 * any.value));
        add(std::to_string(hundreds) + "tr" + std::to_string(thousands) + amount_of_money(),
            Decimal(hundreds * 1'000'000 + thousands * 100'000));
        add(std::to_string(hundreds) + "\u00BD" + std::string(scale.name) + amount_of_money(),
            Decimal(hundreds * scale.value + scale.value / 2));
        add(std::to_string(rest) + std::string(scale.name) + "đồng", Decimal(rest * scale.value));
        add("nửa" + std::string(scale.name) + " đồng", Decimal(scale.value / 2));
    }

    void worded(std::int64_t number) {
        add(in_words(number, random_) + unit(), Decimal(number));
        add(in_words(number, random_) + " (" + grouped(number, ".") + ")" + unit(), Decimal(number));
        const std::int64_t whole = between(random_, 2, 99);
        const std::size_t tenth = static_cast<std::size_t>(between(random_, 1, 9));
        const Scale& scale = scales[below(random_, scales.size())];
        add(in_words(whole, random_) + " phẩy " + std::string(digit_words[tenth]) + std::string(scale.name) +
                amount_of_money(),
            Decimal(whole * scale.value + static_cast<std::int64_t>(tenth) * scale.value / 10));
        add(in_words(whole, random_) + std::string(scale.name) + " rưỡi" + amount_of_money(),
            Decimal(whole * scale.value + scale.value / 2));
        const std::int64_t large = between(random_, 1000, 9'999'999);
        add(in_words(large, random_) + " tỷ đồng", Decimal(large, 9));
    }

    void decimals() {
        const std::int64_t whole = between(random_, 10, 99), rest = between(random_, 1, 99);
        if (rest % 10 == 0) return;
        const std::string behind = (rest < 10 ? "0" : "") + std::to_string(rest);
        const Decimal value(whole * 100 + rest, -2);
        add(std::to_string(whole) + "," + behind + "%", value);
        add(std::to_string(whole) + "." + behind + "%", value);
        if (rest != whole + 1) add(std::to_string(whole) + ", " + behind + "%", value);
        add(std::to_string(whole) + "\u2030", Decimal(whole, -1));
        add("-" + std::to_string(whole) + "," + behind + "%", Decimal(-(whole * 100 + rest), -2));
    }

    void signs(std::int64_t number) {
        const Decimal value(-number);
        const std::string dotted = grouped(number, ".");
        add("âm " + dotted + " đồng", value);
        add("-" + dotted + " đồng", value);
        add("\u2212" + dotted + " đồng", value);
        add("\u2013" + dotted + " đồng", value);
        add("âm " + in_words(number, random_) + " đồng", value);
    }

    void ranges() {
        const std::int64_t from = between(random_, 2, 40), to = from + between(random_, 1, 50);
        const Scale& scale = scales[below(random_, scales.size())];
        const Decimal low(from), high(to);
        add(std::to_string(from) + "-" + std::to_string(to) + unit(), low, high);
        add("từ " + std::to_string(from) + " đến " + std::to_string(to) + unit(), low, high);
        add(std::to_string(from) + " tới " + std::to_string(to) + unit(), low, high);
        add(std::to_string(from) + " đến " + std::to_string(to) + std::string(scale.name) + amount_of_money(),
            Decimal(from * scale.value), Decimal(to * scale.value));
        const std::int64_t few = between(random_, 1, 8);
        add(std::to_string(few) + " đến 9 trăm" + std::string(one_of(random_, counted)), Decimal(few * 100),
            Decimal(900));
        add("từ " + in_words(from, random_) + " đến " + in_words(to, random_) + std::string(one_of(random_, counted)),
            low, high);
        if (few != 5)  // 'năm, sáu hộ' may begin with a year
            add(in_words(few, random_) + ", " + in_words(few + 1, random_) + std::string(one_of(random_, counted)),
                Decimal(few), Decimal(few + 1));
    }

    void halves() {
        const std::int64_t whole = between(random_, 2, 99);
        const Decimal value(whole * 10 + 5, -1);
        add(std::to_string(whole) + " tấn rưỡi", value);
        if (whole != 5)  // 'năm tấn' may begin with a year
            add(in_words(whole, random_) + " tấn rưỡi", value);
    }
};

}  // namespace

std::string in_words(std::int64_t number, std::mt19937_64& random) {
    constexpr std::array<std::string_view, 2> thousand{"nghìn", "ngàn"}, milliard{"tỷ", "tỉ"};
    if (number >= 1'000'000'000) {
        std::string out = in_words(number / 1'000'000'000, random) + " " + std::string(one_of(random, milliard));
        const std::int64_t rest = number % 1'000'000'000;
        if (rest == 0) return out;
        // What is left out between is said, or the rest would be of the scale before it.
        if (rest < 1'000)
            out += " " + group_in_words(rest, true, random);
        else
            out += " " + (rest < 100'000'000 && rest >= 1'000'000
                              ? group_in_words(rest / 1'000'000, true, random) + " triệu" +
                                    (rest % 1'000'000 == 0 ? std::string{} : " " + in_words(rest % 1'000'000, random))
                              : in_words(rest, random));
        return out;
    }
    std::string out;
    const std::int64_t millions = number / 1'000'000, thousands = number / 1'000 % 1'000, rest = number % 1'000;
    if (millions > 0) out = group_in_words(millions, false, random) + " triệu";
    if (thousands > 0)
        out += (out.empty() ? "" : " ") + group_in_words(thousands, !out.empty(), random) + " " +
               std::string(one_of(random, thousand));
    if (rest > 0) out += (out.empty() ? "" : " ") + group_in_words(rest, !out.empty(), random);
    return out;
}

std::vector<WrittenNumber> ways_to_write(std::mt19937_64& random) { return Ways(random).run(); }

std::string malformed_number(std::mt19937_64& random) {
    const auto digits = [&](std::int64_t most) { return std::to_string(between(random, 1, most)); };
    const auto group = [&] { return std::to_string(between(random, 100, 999)); };
    const std::string unit = below(random, 2) == 0 ? " tỷ đồng" : " hộ";
    switch (below(random, 23)) {
        case 0:
            return digits(9) + "." + group() + "." + digits(99) + unit;
        case 1:
            return digits(99) + "." + digits(99) + "," + digits(9) + unit;
        case 2:
            return digits(9) + "," + digits(9) + "," + digits(9) + unit;
        case 3:
            return digits(9) + "." + group() + "," + group() + "." + group() + unit;
        case 4:
            return digits(9) + "e" + digits(9) + unit;
        case 5:
            return digits(9) + "E+" + digits(9) + unit;
        case 6:
            return digits(99) + ".," + digits(9) + unit;
        case 7:
            return digits(99) + ".." + digits(9) + unit;
        case 8:
            return digits(9) + " tỷ tỷ đồng";
        case 9:
            return digits(9) + " tỷ " + digits(9) + " đồng";
        case 10:
            return digits(9) + ",5 tỷ " + group() + " triệu đồng";
        case 11:
            return "hai " + std::string(digit_words[static_cast<std::size_t>(between(random, 3, 9))]) + " trăm hộ";
        case 12:
            return "hai trăm ba trăm " + std::string(digit_words[static_cast<std::size_t>(between(random, 2, 9))]) +
                   " hộ";
        case 13:
            return digits(9) + " triệu " + digits(9) + " tỷ " + digits(9) + " tỷ đồng";
        case 14:
            return "từ " + group() + " đến " + digits(99) + " hộ";
        case 15:
            return "000." + group() + unit;
        case 16:
            return std::to_string(between(random, 11, 99)) + "\u2076 đồng";
        case 17:
            return digits(9) + " tỷ đồng rưỡi";
        case 18:
            return digits(999) + ". " + group() + " hộ";
        case 19:
            return digits(9) + "." + group() + ". " + group() + unit;
        case 20:
            return digits(9) + " ." + group() + "." + group() + unit;
        case 21:
            return digits(99) + " x " + digits(99) + unit;
        default:
            return digits(9) + " " + digits(99) + unit;
    }
}

}  // namespace tongket::test
