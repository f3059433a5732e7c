// SPDX-License-Identifier: BSL-1.0
#include "generate/generate.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "generate/wordings.hpp"

namespace tongket::test {
namespace {

// ---- the wordings, compiled
// ------------------------------------------------------------------------------------------

struct Node {
    enum class Kind : std::uint8_t { words, rule, variable, fact, open, close };
    Kind kind = Kind::words;
    bool capital = false;   // of a rule or variable: its first letter becomes a capital
    std::string_view text;  // the words, or the name
    std::size_t rule = 0;
};
using Alternative = std::vector<Node>;

class Grammar {
  public:
    explicit Grammar(std::string_view source) {
        while (!source.empty()) {
            const std::size_t end = source.find('\n');
            add_line(source.substr(0, end));
            source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
        }
        for (auto& alternatives : rules_)
            for (Alternative& alternative : alternatives)
                for (Node& node : alternative)
                    if (node.kind == Node::Kind::rule) node.rule = rule(node.text);
    }

    [[nodiscard]] std::size_t rule(std::string_view name) const {
        const auto found = names_.find(name);
        if (found == names_.end()) throw std::logic_error("no wordings for " + std::string(name));
        return found->second;
    }
    [[nodiscard]] const std::vector<Alternative>& alternatives(std::size_t rule) const { return rules_[rule]; }

  private:
    std::map<std::string_view, std::size_t> names_;
    std::vector<std::vector<Alternative>> rules_;

    void add_line(std::string_view line) {
        if (line.empty() || line.front() == '#') return;
        if (line.front() != ' ') {
            if (!names_.emplace(line, rules_.size()).second) throw std::logic_error("two rules " + std::string(line));
            rules_.emplace_back();
            return;
        }
        line.remove_prefix(line.find_first_not_of(' '));
        rules_.back().push_back(line == "-" ? Alternative{} : compile(line));
    }

    static Alternative compile(std::string_view line) {
        Alternative nodes;
        while (!line.empty()) {
            std::size_t length = line.find_first_of("{[]");
            if (length != 0) {
                length = std::min(length, line.size());
                nodes.push_back({Node::Kind::words, false, line.substr(0, length), 0});
            } else if (line.front() == ']') {
                length = 1;
                nodes.push_back({Node::Kind::close, false, {}, 0});
            } else if (line.front() == '[') {
                length = line.find(':') + 1;
                nodes.push_back({Node::Kind::open, false, line.substr(1, length - 2), 0});
            } else {
                length = line.find('}') + 1;
                nodes.push_back(compile_slot(line.substr(1, length - 2)));
            }
            line.remove_prefix(length);
        }
        return nodes;
    }

    static Node compile_slot(std::string_view name) {
        Node node{Node::Kind::rule, false, {}, 0};
        if (name.front() == '^') {
            node.capital = true;
            name.remove_prefix(1);
        }
        if (name.front() == '$' || name.front() == '@') {
            node.kind = name.front() == '$' ? Node::Kind::variable : Node::Kind::fact;
            name.remove_prefix(1);
        }
        node.text = name;
        return node;
    }
};

const Grammar& grammar() {
    static const Grammar compiled(report_wordings);
    return compiled;
}

// ---- numbers and units
// -----------------------------------------------------------------------------------------------

// The standard's distributions differ from library to library; this does not.
class Random {
  public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// 0 to n - 1; n is small against 2^32.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>((engine_() >> 32U) * n >> 32U); }
    /// low to high, small numbers as likely as large ones.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        std::int64_t top = high;
        while (top / 4 > low && below(2) == 0) top /= 4;
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(top - low + 1)));
    }
    /// True n times in a hundred.
    bool percent(std::size_t n) { return below(100) < n; }

  private:
    std::mt19937_64 engine_;
};

struct Unit {
    std::string_view written;
    std::string_view unit;
    MeasureKind kind;
    int scale;
    std::size_t decimals;  // at most
};
constexpr Unit units[] = {
    {"tỷ đồng", "VND", MeasureKind::money, 9, 1},   {"triệu đồng", "VND", MeasureKind::money, 6, 1},
    {"%", "percent", MeasureKind::percent, 0, 2},   {"điểm %", "điểm %", MeasureKind::percent, 0, 1},
    {"giờ", "hour", MeasureKind::duration, 0, 0},   {"ngày", "day", MeasureKind::duration, 0, 0},
    {"km", "km", MeasureKind::length, 0, 1},        {"ha", "ha", MeasureKind::other, 0, 1},
    {"tấn", "tấn", MeasureKind::other, 0, 0},       {"lần", "lần", MeasureKind::other, 0, 1},
    {"triệu bản", "bản", MeasureKind::count, 6, 1},
};

std::size_t first_letter_size(std::string_view text) {
    std::size_t n = 1;
    while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0U) == 0x80U) ++n;
    return n;
}

// The first letter as a capital or a small one. Vietnamese letters keep their length in UTF-8.
void change_first_letter(std::string& text, std::size_t at, bool capital) {
    const std::size_t size = first_letter_size(std::string_view(text).substr(at));
    icu::UnicodeString letter =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data() + at, static_cast<int32_t>(size)));
    std::string changed;
    (capital ? letter.toUpper(icu::Locale::getRoot()) : letter.toLower(icu::Locale::getRoot())).toUTF8String(changed);
    if (changed.size() != size) throw std::logic_error("the case of " + changed + " changes its length");
    text.replace(at, size, changed);
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ".");
    return digits;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

Date day_after(Date date, int days) {
    for (; days > 0; --days) {
        if (date.day < days_in_month(date.year, date.month)) {
            ++date.day;
        } else {
            date.day = 1;
            date.month = date.month == 12 ? std::uint8_t{1} : static_cast<std::uint8_t>(date.month + 1);
            if (date.month == 1) ++date.year;
        }
    }
    return date;
}

struct Province {
    std::string_view name;
    std::string_view code;
};
constexpr Province provinces[] = {
    {"Lai Châu", "VN-01"},   {"Lào Cai", "VN-02"},    {"Hà Giang", "VN-03"},    {"Cao Bằng", "VN-04"},
    {"Sơn La", "VN-05"},     {"Yên Bái", "VN-06"},    {"Tuyên Quang", "VN-07"}, {"Lạng Sơn", "VN-09"},
    {"Quảng Ninh", "VN-13"}, {"Hòa Bình", "VN-14"},   {"Ninh Bình", "VN-18"},   {"Thái Bình", "VN-20"},
    {"Thanh Hóa", "VN-21"},  {"Nghệ An", "VN-22"},    {"Hà Tĩnh", "VN-23"},     {"Quảng Bình", "VN-24"},
    {"Quảng Trị", "VN-25"},  {"Quảng Nam", "VN-27"},  {"Kon Tum", "VN-28"},     {"Quảng Ngãi", "VN-29"},
    {"Gia Lai", "VN-30"},    {"Bình Định", "VN-31"},  {"Phú Yên", "VN-32"},     {"Đắk Lắk", "VN-33"},
    {"Khánh Hòa", "VN-34"},  {"Lâm Đồng", "VN-35"},   {"Ninh Thuận", "VN-36"},  {"Tây Ninh", "VN-37"},
    {"Đồng Nai", "VN-39"},   {"Bình Thuận", "VN-40"}, {"Long An", "VN-41"},     {"An Giang", "VN-44"},
    {"Đồng Tháp", "VN-45"},  {"Tiền Giang", "VN-46"}, {"Kiên Giang", "VN-47"},  {"Vĩnh Long", "VN-49"},
    {"Bến Tre", "VN-50"},    {"Trà Vinh", "VN-51"},   {"Sóc Trăng", "VN-52"},   {"Bắc Kạn", "VN-53"},
    {"Bắc Giang", "VN-54"},  {"Bạc Liêu", "VN-55"},   {"Bắc Ninh", "VN-56"},    {"Bình Dương", "VN-57"},
    {"Bình Phước", "VN-58"}, {"Cà Mau", "VN-59"},     {"Hải Dương", "VN-61"},   {"Hà Nam", "VN-63"},
    {"Hưng Yên", "VN-66"},   {"Nam Định", "VN-67"},   {"Phú Thọ", "VN-68"},     {"Thái Nguyên", "VN-69"},
    {"Vĩnh Phúc", "VN-70"},  {"Điện Biên", "VN-71"},  {"Đắk Nông", "VN-72"},    {"Hậu Giang", "VN-73"},
};

constexpr std::string_view surnames[] = {"Nguyễn", "Trần", "Lê",   "Phạm",  "Hoàng",  "Phan",  "Vũ",
                                         "Đặng",   "Bùi",  "Đỗ",   "Hồ",    "Ngô",    "Dương", "Lý",
                                         "Đào",    "Đinh", "Đoàn", "Trịnh", "Trương", "Lương"};
constexpr std::string_view middles[] = {"Văn", "Thị",  "Đức",  "Minh", "Quang", "Thanh", "Ngọc",
                                        "Hữu", "Xuân", "Đình", "Công", "Thế",   "Mạnh",  "Hồng",
                                        "Kim", "Tiến", "Bá",   "Duy",  "Trọng", "Viết"};
constexpr std::string_view givens[] = {
    "An",    "Bình", "Cường", "Dũng", "Giang", "Hà",    "Hải", "Hạnh",  "Hiếu", "Hòa",  "Hùng", "Hương", "Khánh",
    "Khoa",  "Lan",  "Linh",  "Long", "Mai",   "Nam",   "Nga", "Phong", "Phúc", "Quân", "Quý",  "Sơn",   "Tâm",
    "Thắng", "Thảo", "Thịnh", "Thủy", "Toàn",  "Trang", "Tú",  "Tuấn",  "Tùng", "Việt", "Vinh", "Yến"};

struct DocumentForm {
    std::string_view name;
    CitationType type;
    std::string_view suffix;
    std::string_view issuer;
    bool has_year;  // 64/2007/NĐ-CP, not 12-CT/TU
};
constexpr DocumentForm documents[] = {
    {"Nghị định", CitationType::decree, "NĐ-CP", "Chính phủ", true},
    {"Nghị quyết", CitationType::resolution, "NQ-CP", "Chính phủ", true},
    {"Quyết định", CitationType::decision, "QĐ-TTg", "Thủ tướng Chính phủ", false},
    {"Chỉ thị", CitationType::directive, "CT-TTg", "Thủ tướng Chính phủ", false},
    {"Thông tư", CitationType::circular, "TT-BTTTT", "Bộ Thông tin và Truyền thông", true},
    {"Thông tư", CitationType::circular, "TT-BNV", "Bộ Nội vụ", true},
};

constexpr std::string_view sectors[] = {
    "Thông tin và Truyền thông",
    "Khoa học và Công nghệ",
    "Giáo dục và Đào tạo",
    "Y tế",
    "Tư pháp",
    "Công Thương",
    "Xây dựng",
    "Nội vụ",
};

struct Leader {
    std::array<std::pair<std::string_view, std::string_view>, 2>
        positions;  // title, organization; the second may be empty
};
constexpr Leader leaders[] = {
    {{{{"Ủy viên BTV", "Tỉnh ủy"}, {"Phó Chủ tịch", "UBND tỉnh"}}}},
    {{{{"Ủy viên Ban Thường vụ", "Tỉnh ủy"}, {"Phó Chủ tịch Thường trực", "UBND tỉnh"}}}},
    {{{{"Phó Chủ tịch", "UBND tỉnh"}, {"", ""}}}},
    {{{{"Phó Bí thư", "Tỉnh ủy"}, {"Chủ tịch", "UBND tỉnh"}}}},
    {{{{"Phó Chủ tịch", "HĐND tỉnh"}, {"", ""}}}},
};

struct Honour {
    std::string_view name;
    AwardKind kind;
};
constexpr Honour honours[] = {
    {"Bằng khen", AwardKind::certificate},
    {"Giấy khen", AwardKind::merit},
    {"danh hiệu Tập thể lao động xuất sắc", AwardKind::title},
};

// ---- one report
// ------------------------------------------------------------------------------------------------------

class Composer {
  public:
    Composer(std::uint64_t seed, std::size_t bytes) : random_(seed), bytes_(bytes) {}

    GeneratedReport run() {
        choose_facts();
        first_lines();
        opening();
        achievements();
        shortcomings();
        tasks();
        discussion();
        speeches();
        awards();
        finish();
        return {std::move(text_), std::move(truth_)};
    }

  private:
    Random random_;
    std::size_t bytes_;
    std::string text_;
    Report truth_;
    std::map<std::string, std::string, std::less<>> facts_;
    std::set<std::string, std::less<>> names_;
    std::string source_ = "plan";  // who asks for the targets
    std::vector<std::pair<std::string_view, std::size_t>> open_;

    template <class T, std::size_t N>
    const T& one_of(const T (&list)[N]) {
        return list[random_.below(N)];
    }

    [[nodiscard]] Text since(std::size_t begin) const { return {text_.substr(begin), {begin, text_.size()}}; }

    // ---- writing ----

    void write(std::string_view rule) { write(grammar().rule(rule)); }
    void write(std::size_t rule) {
        const auto& alternatives = grammar().alternatives(rule);
        for (const Node& node : alternatives[random_.below(alternatives.size())]) write(node);
    }

    void write(const Node& node) {
        const std::size_t begin = text_.size();
        switch (node.kind) {
            case Node::Kind::words:
                // An empty part leaves no double blank.
                text_ += node.text.substr(text_.ends_with(' ') && node.text.starts_with(' ') ? 1 : 0);
                break;
            case Node::Kind::rule:
                write(node.rule);
                break;
            case Node::Kind::variable:
                text_ += facts_.find(node.text)->second;
                break;
            case Node::Kind::fact:
                write_fact(node.text);
                break;
            case Node::Kind::open:
                open_.emplace_back(node.text, begin);
                break;
            case Node::Kind::close:
                close(open_.back().first, open_.back().second);
                open_.pop_back();
                break;
        }
        if (node.capital) change_first_letter(text_, begin, true);
    }

    void close(std::string_view tag, std::size_t begin) {
        const Text said = since(begin);
        if (tag == "vs")
            truth_.measures.back().baseline = said.text;
        else if (tag == "delegation")
            truth_.delegations.push_back({said.text, said.span});
        else if (tag == "target")
            add_target(said);
        else
            throw std::logic_error("no such part: " + std::string(tag));
    }

    void add_target(const Text& said) {
        Target target;
        target.text = said.text;
        target.span = said.span;
        target.source = source_;
        truth_.targets.push_back(target);
    }

    // ---- quantities ----

    void write_fact(std::string_view fact) {
        const std::string_view head = fact.substr(0, fact.find(' '));
        std::string_view arguments = fact.substr(std::min(fact.size(), head.size() + 1));
        if (head == "cite") return cite();
        std::int64_t low = 1;
        if (const std::size_t dots = arguments.find(".."); dots < arguments.find(' ')) {
            low = number(arguments.substr(0, dots));
            arguments.remove_prefix(dots + 2);
        }
        const std::size_t blank = arguments.find(' ');
        const std::int64_t high = number(arguments.substr(0, blank));
        const std::string_view unit = arguments.substr(blank + 1);
        if (head == "of")
            ratio(high, unit);
        else if (head == "rank")
            rank(high, unit);
        else if (head == "per")
            rate(low, high, unit);
        else if (head.front() == 'q')
            quantity(low, high, unit, head.substr(1));
        else
            throw std::logic_error("no such fact: " + std::string(head));
    }

    static std::int64_t number(std::string_view digits) {
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    Measure& add_measure(std::size_t begin) {
        Measure& measure = truth_.measures.emplace_back();
        measure.span.begin = begin;
        return measure;
    }
    void end_measure(Measure& measure) {
        const Text said = since(measure.span.begin);
        measure.text = said.text;
        measure.span = said.span;
    }

    void approximate(Measure& measure, bool at_least) {
        static constexpr std::pair<std::string_view, Approximation> words[] = {{"trên ", Approximation::over},
                                                                               {"hơn ", Approximation::over},
                                                                               {"gần ", Approximation::nearly},
                                                                               {"khoảng ", Approximation::about}};
        static constexpr std::pair<std::string_view, Approximation> least[] = {
            {"ít nhất ", Approximation::at_least}, {"tối thiểu ", Approximation::at_least}};
        const auto& [word, approximation] = at_least ? one_of(least) : one_of(words);
        text_ += word;
        measure.approx = approximation;
    }

    // A number as it is written, and its value.
    Decimal write_number(std::int64_t low, std::int64_t high, std::size_t decimals) {
        std::int64_t value = random_.between(low, high);
        decimals = value < 1000 && decimals > 0 ? random_.below(decimals + 1) : 0;
        if (decimals == 0) {
            text_ += value < 10 && random_.percent(60) ? two_digits(static_cast<int>(value)) : grouped(value);
            return Decimal(value);
        }
        const auto fraction = static_cast<std::int64_t>(1 + random_.below(decimals == 1 ? 9 : 99));
        const std::string digits = decimals == 1 ? std::to_string(fraction) : two_digits(static_cast<int>(fraction));
        text_ += grouped(value) + "," + digits;
        return Decimal(value * (decimals == 1 ? 10 : 100) + fraction, -static_cast<int>(decimals));
    }

    void write_unit(Measure& measure, std::string_view written) {
        for (const Unit& unit : units) {
            if (unit.written != written) continue;
            measure.unit = unit.unit;
            measure.kind = unit.kind;
            measure.value = measure.value.scaled(unit.scale);
            if (written != "%") text_ += ' ';
            text_ += written;
            return;
        }
        text_ += ' ';
        text_ += written;
        measure.unit = std::string(written);
        if (first_letter_size(written) == 1 && written.front() >= 'A' && written.front() <= 'Z')
            change_first_letter(*measure.unit, 0, false);
    }

    static std::size_t decimals_of(std::string_view written) {
        for (const Unit& unit : units)
            if (unit.written == written) return unit.decimals;
        return 0;
    }

    void quantity(std::int64_t low, std::int64_t high, std::string_view unit, std::string_view marks) {
        const auto marked = [&](char mark) { return marks.find(mark) != std::string_view::npos; };
        Measure& measure = add_measure(text_.size());
        measure.estimated = marked('e');
        if (marked('!') ? random_.percent(50) : marked('~') && random_.percent(40)) approximate(measure, marked('!'));
        measure.value = write_number(low, high, decimals_of(unit));
        write_unit(measure, unit);
        if (marked('+') || marked('-')) {
            measure.role = MeasureRole::change;
            measure.direction = marked('+') ? Direction::increase : Direction::decrease;
        }
        end_measure(measure);
    }

    void ratio(std::int64_t high, std::string_view noun) {
        Measure& measure = add_measure(text_.size());
        const auto of = static_cast<std::int64_t>(5 + random_.below(static_cast<std::size_t>(high - 4)));
        const auto value = static_cast<std::int64_t>(2 + random_.below(static_cast<std::size_t>(of - 1)));
        text_ += grouped(value) + "/" + grouped(of);
        measure.value = value;
        measure.of = of;
        write_unit(measure, noun);
        measure.kind = MeasureKind::ratio;
        end_measure(measure);
    }

    void rank(std::int64_t high, std::string_view noun) {
        text_ += random_.percent(50) ? "xếp " : "đứng ";
        Measure& measure = add_measure(text_.size());
        const auto value = static_cast<std::int64_t>(1 + random_.below(static_cast<std::size_t>(high)));
        text_ += "thứ " + std::to_string(value) + "/" + std::to_string(high);
        measure.value = value;
        measure.of = high;
        write_unit(measure, noun);
        measure.kind = MeasureKind::rank;
        end_measure(measure);
    }

    void rate(std::int64_t low, std::int64_t high, std::string_view unit) {
        Measure& measure = add_measure(text_.size());
        measure.value = write_number(low, high, 1);
        const std::size_t slash = unit.find('/');
        const std::size_t blank = unit.find(' ', slash);
        write_unit(measure, unit.substr(0, slash));
        text_ += unit.substr(slash);
        measure.per =
            Per{Decimal(number(unit.substr(slash + 1, blank - slash - 1))), std::string(unit.substr(blank + 1))};
        measure.kind = MeasureKind::rate;
        end_measure(measure);
    }

    void cite() {
        const DocumentForm& form = one_of(documents);
        const auto year = static_cast<int>(2006 + random_.below(17));
        const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(1 + random_.below(12)),
                        static_cast<std::uint8_t>(1 + random_.below(28))};
        Citation& citation = truth_.citations.emplace_back();
        citation.type = form.type;
        const std::size_t begin = text_.size();
        text_ += form.name;
        text_ += " số ";
        const std::size_t number_at = text_.size();
        text_ += two_digits(static_cast<int>(1 + random_.below(form.has_year ? 180 : 2900)));
        if (form.has_year) text_ += "/" + std::to_string(year);
        text_ += "/";
        text_ += form.suffix;
        citation.number = text_.substr(number_at);
        const Text said = since(begin);
        citation.text = said.text;
        citation.span = said.span;
        if (random_.percent(80)) {
            citation.date = date;
            text_ += " ngày " + written_day(date, true);
        }
        if (form.suffix.find("UBND") == std::string_view::npos &&
            form.suffix.find("HĐND") == std::string_view::npos) {
            citation.issuer = form.issuer;
            text_ += " của ";
            text_ += form.issuer;
        }
    }

    std::string written_day(Date date, bool with_year) {
        const bool zeros = random_.percent(60);
        const std::string day = zeros ? two_digits(date.day) : std::to_string(date.day);
        const std::string month = zeros ? two_digits(date.month) : std::to_string(date.month);
        return day + "/" + month + (with_year ? "/" + std::to_string(date.year) : "");
    }

    // ---- people ----

    std::string new_name() {
        for (;;) {
            std::string name = std::string(one_of(surnames)) + " " + std::string(one_of(middles)) + " " +
                               std::string(one_of(givens));
            if (names_.insert(name).second) return name;
        }
    }

    // `đồng chí <name> - <title> <organization>, ...`
    Person& write_person(std::string_view honorific, const std::vector<Position>& positions,
                         std::vector<Role> roles) {
        Person& person = truth_.people.emplace_back();
        person.honorific = honorific;
        person.positions = positions;
        person.roles = std::move(roles);
        person.name = new_name();
        text_ += honorific;
        text_ += ' ';
        const std::size_t begin = text_.size();
        text_ += person.name;
        person.span = {begin, text_.size()};
        const char* join = random_.percent(50) ? " - " : ", ";
        for (const Position& position : positions) {
            text_ += join + position.title;
            if (position.organization) text_ += " " + *position.organization;
            join = ", ";
        }
        return person;
    }

    // ---- the parts of a report ----

    void choose_facts() {
        const Province& province = one_of(provinces);
        const std::string sector(one_of(sectors));
        const auto year = static_cast<int>(2007 + random_.below(17));
        Meeting& meeting = truth_.meeting;
        facts_["sector"] = sector;
        facts_["province"] = province.name;
        facts_["year"] = std::to_string(year);
        facts_["last"] = std::to_string(year - 1);
        const bool annual = random_.percent(70);
        if (annual) {
            meeting.kind = MeetingKind::annual_review;
            meeting.reviews = Period::of_year(year);
            meeting.plans = Period::of_year(year + 1);
            facts_["period"] = "năm " + std::to_string(year);
            facts_["planned"] = "năm " + std::to_string(year + 1);
            meeting.date =
                Date{static_cast<std::int16_t>(year + 1), 1, static_cast<std::uint8_t>(3 + random_.below(22))};
        } else {
            meeting.kind = MeetingKind::interim_review;
            meeting.reviews = Period::of_half(year, 1);
            meeting.plans = Period::of_half(year, 2);
            facts_["period"] = "6 tháng đầu năm " + std::to_string(year);
            facts_["planned"] = "6 tháng cuối năm " + std::to_string(year);
            meeting.date = Date{static_cast<std::int16_t>(year), 7, static_cast<std::uint8_t>(3 + random_.below(22))};
        }
        facts_["organizer"] = "Sở " + sector + (random_.percent(50) ? " tỉnh " : " ") + std::string(province.name);
        facts_["organizer_short"] = "Sở " + sector + " " + std::string(province.name);
        facts_["occasion"] = std::string(annual ? "tổng kết" : "sơ kết") + " công tác " + facts_["period"] +
                             (random_.percent(50) ? " và triển khai nhiệm vụ " : ", triển khai nhiệm vụ ") +
                             facts_["planned"];
    }

    void zone(ZoneKind kind) {
        if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n\n";
        if (!truth_.zones.empty()) truth_.zones.back().span.end = text_.size();
        truth_.zones.push_back({kind, {text_.size(), text_.size()}});
    }
    void paragraph() {
        if (!text_.ends_with("\n\n")) text_ += "\n\n";
    }

    // Parts of the whole length, in hundredths.
    [[nodiscard]] std::size_t share(std::size_t percent) const { return bytes_ * percent / 100; }

    void first_lines() {
        zone(ZoneKind::title);
        const std::size_t begin = text_.size();
        write(truth_.meeting.kind == MeetingKind::annual_review ? "title" : "title_interim");
        truth_.title = since(begin);
        zone(ZoneKind::dateline);
        static constexpr std::string_view weekdays[] = {"Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu"};
        text_ += one_of(weekdays);
        text_ += ", ";
        const Date day = day_after(*truth_.meeting.date, static_cast<int>(random_.below(4)));
        const TimeOfDay time{static_cast<std::uint8_t>(7 + random_.below(11)),
                             static_cast<std::uint8_t>(random_.below(60))};
        text_ += two_digits(day.day) + "/" + two_digits(day.month) + "/" + std::to_string(day.year) + " " +
                 time.to_string();
        truth_.published = Published{day, time, {}};
    }

    void opening() {
        zone(ZoneKind::opening);
        const Date date = *truth_.meeting.date;
        switch (random_.below(4)) {
            case 0:
                text_ += "Sáng ";
                truth_.meeting.day_part = DayPart::morning;
                break;
            case 1:
                text_ += "Chiều ";
                truth_.meeting.day_part = DayPart::afternoon;
                break;
            default:
                text_ += "Ngày ";
                break;
        }
        text_ += written_day(date, random_.percent(80)) + ", ";
        const std::size_t at = text_.size();
        write("held");
        Organizer organizer;
        organizer.name = facts_["organizer"];
        organizer.kind = OrganizerKind::department;
        for (const Province& province : provinces)
            if (province.name == facts_["province"]) organizer.province = province.code;
        organizer.span = {at, at + organizer.name.size()};
        truth_.meeting.organizer = organizer;
        text_ += ' ';
        write("attended");
        text_ += ' ';
        guest();
        for (std::size_t n = 2 + random_.below(4) + bytes_ / 4000; n > 0; --n) {
            text_ += "; ";
            write("delegation");
        }
        text_ += ". ";
        const std::size_t sentence = text_.size();
        const Person& chair = write_person("đồng chí", {{"Giám đốc", "Sở", Confidence::certain}},
                                           {Role::chair, Role::speaker, Role::closing});
        change_first_letter(text_, sentence, true);
        facts_["chair"] = chair.name;
        text_ += " chủ trì hội nghị.";
    }

    void guest() {
        std::vector<Position> positions;
        for (const auto& [title, organization] : one_of(leaders).positions)
            if (!title.empty())
                positions.push_back({std::string(title), std::string(organization), Confidence::certain});
        const Person& person = write_person("đồng chí", positions, {Role::guest, Role::speaker});
        facts_["guest"] = person.name;
        facts_["guest_position"] = positions.back().title + " " + *positions.back().organization;
    }

    void achievements() {
        zone(ZoneKind::achievements);
        const std::size_t end = share(72);
        text_ += random_.percent(50) ? "Trong " : "";
        const std::size_t at = text_.size();
        text_ += facts_["period"] + ", ";
        if (at == truth_.zones.back().span.begin) change_first_letter(text_, at, true);
        write("agent");
        text_ += " đã ";
        write("action");
        text_ += ".";
        for (std::size_t sentences = 3 + random_.below(4);; --sentences) {
            if (text_.size() >= end) break;
            if (sentences == 0) {
                paragraph();
                sentences = 3 + random_.below(5);
            } else {
                text_ += ' ';
            }
            write(random_.percent(25) ? "figures" : "plain");
        }
    }

    void shortcomings() {
        const std::size_t end = share(76);
        if (!random_.percent(70)) return;
        zone(ZoneKind::shortcomings);
        bool first = true;
        do {
            if (!first) text_ += ' ';
            const std::size_t begin = text_.size();
            write(first ? "shortcoming_first" : "failing");
            if (!first) change_first_letter(text_, begin, true);
            Shortcoming shortcoming;
            const Text said = since(begin);
            shortcoming.text = said.text;
            shortcoming.span = said.span;
            truth_.shortcomings.push_back(shortcoming);
            text_ += '.';
            first = false;
        } while (text_.size() < end);
    }

    void write_target(std::string_view rule, bool capital) {
        const std::size_t begin = text_.size();
        write(rule);
        if (capital) change_first_letter(text_, begin, true);
        add_target(since(begin));
    }

    void tasks() {
        const std::size_t end = share(88);
        zone(ZoneKind::tasks);
        source_ = "plan";
        write("tasks_open");
        text_ += ' ';
        for (bool first = true; first || text_.size() < end; first = false) {
            if (!first) text_ += "; ";
            write_target("task", first);
        }
        text_ += '.';
    }

    void discussion() {
        if (!random_.percent(60)) return;
        zone(ZoneKind::other);
        write("discussion");
    }

    void speeches() {
        zone(ZoneKind::speech);
        source_ = facts_["guest"];
        text_ += "Phát biểu chỉ đạo hội nghị, đồng chí " + source_ + ", " + facts_["guest_position"] + " ";
        write("praise");
        text_ += ". ";
        requests(share(94));
        paragraph();
        source_ = facts_["chair"];
        text_ += "Kết luận hội nghị, đồng chí " + source_ + " tiếp thu ý kiến chỉ đạo và yêu cầu ";
        write_target("requested", false);
        text_ += '.';
    }

    void requests(std::size_t end) {
        write("request_open");
        text_ += ' ';
        for (bool first = true; first || text_.size() < end; first = false) {
            if (!first) text_ += "; ";
            write_target(first ? "requested" : "task", false);
        }
        text_ += '.';
    }

    void awards() {
        if (!random_.percent(70)) return;
        zone(ZoneKind::awards);
        text_ += "Dịp này, ";
        for (std::size_t n = 1 + random_.below(2); n > 0; --n) {
            static constexpr std::string_view grantors[] = {"UBND tỉnh", "Chủ tịch UBND tỉnh", "Giám đốc Sở"};
            const std::string_view grantor = one_of(grantors);
            const Honour& honour = grantor == "Giám đốc Sở" ? honours[1] : honours[random_.percent(70) ? 0 : 2];
            text_ += std::string(grantor) + " tặng " + std::string(honour.name) + " cho ";
            write_recipients(honour, grantor);
            text_ += n > 1 ? "; " : ".";
        }
    }

    void write_recipients(const Honour& honour, std::string_view grantor) {
        const bool people = honour.kind != AwardKind::title;
        for (const bool collective : {true, false}) {
            if (!collective && !people) break;
            if (!collective) text_ += random_.percent(50) ? ", " : " và ";
            const std::size_t begin = text_.size();
            Award& award = truth_.awards.emplace_back();
            award.count = random_.between(1, 60);
            text_ += (*award.count < 10 && random_.percent(60) ? two_digits(static_cast<int>(*award.count))
                                                               : std::to_string(*award.count));
            text_ += collective ? " tập thể" : " cá nhân";
            award.kind = honour.kind;
            award.recipient = collective ? "collective" : "individual";
            award.grantor = grantor;
            const std::string_view prefix = "danh hiệu ";
            award.name = honour.name.starts_with(prefix) ? honour.name.substr(prefix.size()) : honour.name;
            const Text said = since(begin);
            award.text = said.text;
            award.span = said.span;
        }
    }

    void finish() {
        zone(ZoneKind::byline);
        const std::size_t begin = text_.size();
        text_ += std::string(one_of(middles)) + " " + std::string(one_of(givens));
        truth_.byline = since(begin);
        text_ += "\n";
        truth_.zones.back().span.end = text_.size();
    }
};

}  // namespace

GeneratedReport generate_report(std::uint64_t seed, std::size_t bytes) { return Composer(seed, bytes).run(); }

std::vector<GeneratedReport> generate_corpus(std::uint64_t first_seed, std::size_t total_bytes,
                                             std::size_t report_bytes) {
    std::vector<GeneratedReport> reports;
    for (std::size_t bytes = 0; bytes < total_bytes; bytes += reports.back().text.size())
        reports.push_back(generate_report(first_seed++, report_bytes));
    return reports;
}

std::uint64_t checksum(const std::vector<GeneratedReport>& reports) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const GeneratedReport& report : reports)
        for (const char c : report.text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

}  // namespace tongket::test
