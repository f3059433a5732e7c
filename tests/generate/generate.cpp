// SPDX-License-Identifier: BSL-1.0
#include "generate/generate.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
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

// ---- the wordings, compiled ----

struct Node {
    enum class Kind : std::uint8_t { words, rule, sector_rule, variable, fact, open, close };
    Kind kind = Kind::words;
    bool capital = false;   // its first letter becomes a capital
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

    /// The rule of that name; with a variant, the rule `name.variant`.
    [[nodiscard]] std::size_t rule(std::string_view name, std::string_view variant = {}) const {
        const auto found = names_.find({name, variant});
        if (found == names_.end())
            throw std::logic_error("no wordings for " + std::string(name) + "." + std::string(variant));
        return found->second;
    }
    [[nodiscard]] const std::vector<Alternative>& alternatives(std::size_t rule) const { return rules_[rule]; }

  private:
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> names_;
    std::vector<std::vector<Alternative>> rules_;

    void add_line(std::string_view line) {
        if (line.empty() || line.front() == '#') return;
        if (line.front() != ' ') {
            const std::size_t dot = std::min(line.find('.'), line.size());
            const std::pair name{line.substr(0, dot), line.substr(std::min(dot + 1, line.size()))};
            if (!names_.emplace(name, rules_.size()).second) throw std::logic_error("two rules " + std::string(line));
            rules_.emplace_back();
            return;
        }
        line.remove_prefix(4);
        rules_.back().push_back(line == "-" ? Alternative{} : compile(line));
    }

    static Alternative compile(std::string_view line) {
        Alternative nodes;
        while (!line.empty()) {
            std::size_t length = std::min(line.find_first_of("{[]"), line.size());
            if (length != 0) {
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
        Node node{Node::Kind::rule, name.starts_with('^'), {}, 0};
        if (node.capital) name.remove_prefix(1);
        if (name.starts_with('*')) node.kind = Node::Kind::sector_rule;
        if (name.starts_with('$')) node.kind = Node::Kind::variable;
        if (name.starts_with('@')) node.kind = Node::Kind::fact;
        if (node.kind != Node::Kind::rule) name.remove_prefix(1);
        node.text = name;
        return node;
    }
};

const Grammar& grammar() {
    static const Grammar compiled(report_wordings);
    return compiled;
}

// ---- what has more to it than its words ----

struct Sector {
    std::string_view key;  // in the names of rules
    std::string_view name;
    std::string_view office;  // of a district
};
constexpr Sector sectors[] = {
    {"ict", "Thông tin và Truyền thông", "Văn hóa và Thông tin"},
    {"health", "Y tế", "Y tế"},
    {"education", "Giáo dục và Đào tạo", "Giáo dục và Đào tạo"},
    {"agriculture", "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Phát triển nông thôn"},
    {"science", "Khoa học và Công nghệ", "Kinh tế và Hạ tầng"},
    {"culture", "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thông tin"},
    {"labour", "Lao động - Thương binh và Xã hội", "Lao động - Thương binh và Xã hội"},
    {"justice", "Tư pháp", "Tư pháp"},
    {"trade", "Công Thương", "Kinh tế và Hạ tầng"},
};

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

struct Unit {
    std::string_view written;
    std::string_view unit;
    MeasureKind kind;
    int scale;
    std::size_t decimals;  // at most
};
constexpr Unit units[] = {
    {"tỷ đồng", "VND", MeasureKind::money, 9, 1},     {"triệu đồng", "VND", MeasureKind::money, 6, 1},
    {"triệu USD", "USD", MeasureKind::money, 6, 1},   {"%", "percent", MeasureKind::percent, 0, 2},
    {"điểm %", "điểm %", MeasureKind::percent, 0, 1}, {"giờ", "hour", MeasureKind::duration, 0, 0},
    {"km", "km", MeasureKind::length, 0, 1},          {"ha", "ha", MeasureKind::other, 0, 1},
    {"tấn", "tấn", MeasureKind::other, 0, 0},         {"tạ", "tạ", MeasureKind::other, 0, 1},
    {"triệu con", "con", MeasureKind::count, 6, 1},
};

struct DocumentForm {
    std::string_view name;
    CitationType type;
    std::string_view join;  // between the number and what follows
    std::string_view suffix;
    std::string_view issuer;
    bool has_year;  // 64/2007/NĐ-CP, not 12-CT/TU
};
constexpr DocumentForm documents[] = {
    {"Nghị định", CitationType::decree, "/", "NĐ-CP", "Chính phủ", true},
    {"Nghị quyết", CitationType::resolution, "/", "NQ-CP", "Chính phủ", false},
    {"Nghị quyết", CitationType::resolution, "-", "NQ/TU", "Tỉnh ủy", false},
    {"Nghị quyết", CitationType::resolution, "/", "NQ-HĐND", "HĐND tỉnh", true},
    {"Quyết định", CitationType::decision, "/", "QĐ-TTg", "Thủ tướng Chính phủ", false},
    {"Quyết định", CitationType::decision, "/", "QĐ-UBND", "UBND tỉnh", false},
    {"Quyết định", CitationType::decision, "/", "QĐ-UBND", "UBND tỉnh", true},
    {"Chỉ thị", CitationType::directive, "/", "CT-TTg", "Thủ tướng Chính phủ", false},
    {"Chỉ thị", CitationType::directive, "/", "CT-UBND", "UBND tỉnh", false},
    {"Chỉ thị", CitationType::directive, "-", "CT/TU", "Ban Thường vụ Tỉnh ủy", false},
    {"Kế hoạch", CitationType::plan, "/", "KH-UBND", "UBND tỉnh", false},
    {"Thông tư", CitationType::circular, "/", "TT-BTTTT", "Bộ Thông tin và Truyền thông", true},
    {"Thông tư", CitationType::circular, "/", "TT-BNV", "Bộ Nội vụ", true},
    {"Thông tư", CitationType::circular, "/", "TT-BTC", "Bộ Tài chính", true},
    {"Công văn", CitationType::dispatch, "/", "UBND-VX", "UBND tỉnh", false},
};

constexpr std::pair<std::string_view, AwardKind> honours[] = {
    {"Bằng khen", AwardKind::certificate},           {"Giấy khen", AwardKind::merit},
    {"Tập thể lao động xuất sắc", AwardKind::title}, {"Chiến sĩ thi đua cấp tỉnh", AwardKind::title},
    {"Chiến sĩ thi đua cơ sở", AwardKind::title},    {"Kỷ niệm chương", AwardKind::medal},
};

// ---- chance, letters, numbers ----

// The standard's engines give the same numbers everywhere, its distributions do not.
class Random {
  public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// 0 to n - 1, for n below 2^32.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>((engine_() >> 32U) * n >> 32U); }
    /// From low to high, small numbers as often as large ones.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        while (high / 4 > low && below(2) == 0) high /= 4;
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low + 1)));
    }
    /// True n times in a hundred.
    bool percent(std::size_t n) { return below(100) < n; }

  private:
    std::mt19937_64 engine_;
};

// Changes the case of the first letter; Vietnamese letters keep their length in UTF-8.
void change_first_letter(std::string& text, std::size_t at, bool capital) {
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) ++size;
    auto letter = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data() + at, static_cast<int32_t>(size)));
    std::string changed;
    (capital ? letter.toUpper(icu::Locale::getRoot()) : letter.toLower(icu::Locale::getRoot())).toUTF8String(changed);
    if (changed.size() != size) throw std::logic_error("the case of " + changed + " changes its length");
    text.replace(at, size, changed);
}

std::int64_t number(std::string_view digits) {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string grouped(std::int64_t value) {
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ".");
    return digits;
}

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string roman_quarter(int quarter) {
    return quarter == 4 ? "IV" : std::string(static_cast<std::size_t>(quarter), 'I');
}

Date date(int year, int month, int day) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

Date next_day(Date day) {
    if (day.day < days_in_month(day.year, day.month)) return date(day.year, day.month, day.day + 1);
    return day.month < 12 ? date(day.year, day.month + 1, 1) : date(day.year + 1, 1, 1);
}

// ---- one report ----

class Composer {
  public:
    Composer(std::uint64_t seed, std::size_t bytes) : random_(seed), bytes_(bytes), sector_(one_of(sectors)) {}

    GeneratedReport run() {
        choose_facts();
        first_lines();
        opening();
        if (!is_brief() && random_.percent(25)) picture();
        achievements(part(75));
        if (!is_brief() && random_.percent(60)) shortcomings(part(78));
        tasks(part(88));
        if (!is_brief()) {
            if (random_.percent(60)) discussion();
            speeches(part(97));
            if (random_.percent(75)) awards(part(100));
        }
        last_lines();
        return {std::move(text_), std::move(truth_)};
    }

  private:
    // Words that are an item or a part of one, not yet ended.
    struct Open {
        std::string_view tag;
        std::size_t begin = 0;
        std::size_t items = 0;  // of the list that it works on, when it began
    };

    Random random_;
    std::size_t bytes_;
    const Sector& sector_;
    std::string_view kind_;  // in the names of rules: annual, interim, kickoff
    std::map<std::string_view, std::string> facts_;
    std::string text_;
    Report truth_;
    std::vector<Open> open_;
    std::set<std::string> names_;
    bool has_headings_ = false;
    std::string source_ = "plan";            // who asks for the targets
    std::optional<Period> zone_period_;      // for which measures hold where nothing else is said
    std::optional<Period> sentence_period_;  // what the sentence says

    template <class T, std::size_t N>
    const T& one_of(const T (&list)[N]) {
        return list[random_.below(N)];
    }
    [[nodiscard]] bool is_brief() const { return bytes_ < 2000; }
    /// How long the report is once so many hundredths of it are written.
    [[nodiscard]] std::size_t part(std::size_t hundredths) const { return bytes_ / 100 * hundredths; }
    [[nodiscard]] Text since(std::size_t begin) const { return {text_.substr(begin), {begin, text_.size()}}; }

    // ---- writing ----

    void write(std::string_view rule, std::string_view variant = {}) { write(grammar().rule(rule, variant)); }
    void write(std::size_t rule) {
        const auto& alternatives = grammar().alternatives(rule);
        for (const Node& node : alternatives[random_.below(alternatives.size())]) write(node);
    }
    void write(const Node& node) {
        const std::size_t begin = text_.size();
        switch (node.kind) {
            case Node::Kind::words:
                // Around an empty part stands one blank.
                text_ += node.text.substr(text_.ends_with(' ') && node.text.starts_with(' ') ? 1 : 0);
                break;
            case Node::Kind::rule:
                write(node.rule);
                break;
            case Node::Kind::sector_rule:
                write(node.text, sector_.key);
                break;
            case Node::Kind::variable:
                text_ += facts_.at(node.text);
                break;
            case Node::Kind::fact:
                write_fact(node.text);
                break;
            case Node::Kind::open:
                open(node.text);
                break;
            case Node::Kind::close:
                close();
                break;
        }
        if (node.capital) change_first_letter(text_, begin, true);
    }

    /// A whole sentence, or a part of one that has no period of another.
    void sentence(std::string_view rule, std::string_view variant = {}) {
        sentence_period_.reset();
        if (!text_.empty() && !text_.ends_with('\n') && !text_.ends_with(' ')) text_ += ' ';
        write(rule, variant);
    }
    void sentence_capital(std::string_view rule) {
        const std::size_t begin = text_.size() + (text_.ends_with('\n') || text_.ends_with(' ') ? 0 : 1);
        sentence(rule);
        change_first_letter(text_, begin, true);
    }

    void zone(ZoneKind kind) {
        paragraph();
        if (!truth_.zones.empty()) truth_.zones.back().span.end = text_.size();
        truth_.zones.push_back({kind, {text_.size(), text_.size()}});
    }
    void paragraph() {
        if (!text_.empty() && !text_.ends_with("\n\n")) text_ += text_.ends_with('\n') ? "\n" : "\n\n";
    }

    // ---- items in brackets ----

    void open(std::string_view tag) {
        std::size_t items = 0;
        if (tag == "person") truth_.people.emplace_back();
        if (tag == "parts") items = truth_.measures.size();
        if (tag == "award") {
            items = truth_.awards.size();
            facts_.erase("grantor");
        }
        open_.push_back({tag, text_.size(), items});
    }

    void close() {
        const Open ended = open_.back();
        open_.pop_back();
        const Text said = since(ended.begin);
        const auto is = [&](std::string_view tag) { return ended.tag == tag; };
        if (is("organizer")) {
            truth_.meeting.organizer->name = said.text;
            truth_.meeting.organizer->span = said.span;
        } else if (is("morning")) {
            truth_.meeting.day_part = DayPart::morning;
        } else if (is("afternoon")) {
            truth_.meeting.day_part = DayPart::afternoon;
        } else if (is("honorific")) {
            truth_.people.back().honorific = said.text;
        } else if (is("name")) {
            truth_.people.back().name = said.text;
            truth_.people.back().span = said.span;
        } else if (is("title")) {
            truth_.people.back().positions.push_back({said.text, std::nullopt, Confidence::certain});
        } else if (is("organization")) {
            truth_.people.back().positions.back().organization = said.text;
        } else if (is("baseline")) {
            truth_.measures.back().baseline = said.text;
        } else if (is("parts")) {
            for (std::size_t i = ended.items; i < truth_.measures.size(); ++i)
                if (truth_.measures[i].role == MeasureRole::level) truth_.measures[i].part_of = ended.items - 1;
        } else if (is("grantor")) {
            facts_["grantor"] = said.text;
        } else if (is("honour")) {
            facts_["honour"] = said.text;
        } else if (is("award")) {
            for (std::size_t i = ended.items; i < truth_.awards.size(); ++i) finish_award(truth_.awards[i]);
        } else if (!is("person") && !is("position")) {
            throw std::logic_error("no such item: " + std::string(ended.tag));
        }
    }

    void finish_award(Award& award) {
        award.name = facts_.at("honour");
        if (const auto grantor = facts_.find("grantor"); grantor != facts_.end()) award.grantor = grantor->second;
        for (const auto& [name, kind] : honours)
            if (name == award.name) award.kind = kind;
    }

    void add_delegation(const Text& said) { truth_.delegations.push_back({said.text, said.span}); }
    void add_target(const Text& said) {
        Target& target = truth_.targets.emplace_back();
        target.text = said.text;
        target.span = said.span;
        target.source = source_;
    }
    void add_shortcoming(const Text& said) {
        Shortcoming& shortcoming = truth_.shortcomings.emplace_back();
        shortcoming.text = said.text;
        shortcoming.span = said.span;
    }

    // ---- facts ----

    void write_fact(std::string_view fact) {
        const std::string_view head = fact.substr(0, fact.find(' '));
        if (head == "name") return write_name();
        if (head == "cite") return write_citation();
        if (head == "asof") return write_as_of();
        if (head == "digits") return write_digits();
        if (head == "comrade") return said_for_all();
        if (head == "recipients") return write_recipients(true, true);
        if (head == "collectives") return write_recipients(true, false);
        if (head == "people") return write_recipients(false, true);
        // `LOW..HIGH UNIT` or `HIGH UNIT`
        std::string_view arguments = fact.substr(head.size() + 1);
        const std::size_t blank = arguments.find(' ');
        const std::size_t dots = arguments.find("..");
        const std::int64_t low = dots < blank ? number(arguments.substr(0, dots)) : 1;
        const std::int64_t high = number(arguments.substr(dots < blank ? dots + 2 : 0, blank));
        const std::string_view unit = arguments.substr(blank + 1);
        if (head == "of") return write_ratio(high, unit);
        if (head == "rank") return write_rank(high, unit);
        if (head == "per") return write_rate(low, high, unit);
        if (head == "range") return write_range(low, high, unit);
        if (head.front() == 'q') return write_quantity(low, high, unit, head.substr(1));
        throw std::logic_error("no such fact: " + std::string(head));
    }

    // Not a name that streets bear, nor one that begins like the district Vũ Quang.
    static bool is_plain_name(std::string_view name) {
        return name != "Lê Hồng Phong" && !name.starts_with("Vũ Quang ");
    }

    void write_name() {
        const std::size_t begin = text_.size();
        do {
            text_.resize(begin);
            write("surname");
            text_ += ' ';
            write("middle_name");
            text_ += ' ';
            write("given_name");
        } while (!is_plain_name(std::string_view(text_).substr(begin)) || !names_.insert(text_.substr(begin)).second);
    }

    /// `18/01/2018`, `18-1-2018`, `18 tháng 01 năm 2018`.
    std::string written_day(Date day, bool with_year = true) {
        static constexpr std::pair<std::string_view, std::string_view> joins[] = {
            {"/", "/"}, {"/", "/"}, {"/", "/"}, {"-", "-"}, {" tháng ", " năm "}};
        const auto& [before_month, before_year] = one_of(joins);
        const bool zeros = random_.percent(60);
        std::string written = zeros ? two_digits(day.day) : std::to_string(day.day);
        written += std::string(before_month) + (zeros ? two_digits(day.month) : std::to_string(day.month));
        if (with_year) written += std::string(before_year) + std::to_string(day.year);
        return written;
    }

    void write_as_of() {
        const Date day = zone_period_->last_day();
        const std::string month = two_digits(day.month) + "/" + std::to_string(day.year);
        switch (random_.below(3)) {
            case 0:
                text_ += "Tính đến ngày " + written_day(day);
                break;
            case 1:
                text_ += "Đến ngày " + written_day(day);
                break;
            default:
                text_ += "Tính đến tháng " + month;
                break;
        }
        sentence_period_ =
            text_.ends_with("tháng " + month) ? Period::of_month(day.year, day.month) : Period::of_day(day);
    }

    void write_citation() {
        const DocumentForm& form = one_of(documents);
        // One after the other: the order in which arguments are evaluated is the compiler's.
        const auto year = 2006 + static_cast<int>(random_.below(17));
        const auto month = 1 + static_cast<int>(random_.below(12));
        const Date day = date(year, month, 1 + static_cast<int>(random_.below(28)));
        Citation citation;
        citation.type = form.type;
        const std::size_t begin = text_.size();
        text_ += std::string(form.name) + " số ";
        const std::size_t number_at = text_.size();
        text_ += two_digits(1 + static_cast<std::int64_t>(random_.below(form.has_year ? 180 : 2900)));
        if (form.has_year) text_ += "/" + std::to_string(day.year);
        text_ += std::string(form.join) + std::string(form.suffix);
        citation.number = text_.substr(number_at);
        const Text said = since(begin);
        citation.text = said.text;
        citation.span = said.span;
        if (random_.percent(80)) {
            citation.date = day;
            text_ += " ngày " + written_day(day);
        }
        citation.issuer = form.issuer;
        text_ += " của " + std::string(form.issuer);
        truth_.citations.push_back(citation);
    }

    void write_digits() { text_ += "2018" + std::to_string(1000 + random_.below(9000)); }

    // `các đồng chí: ...` holds for each of them.
    void said_for_all() { truth_.people.back().honorific = "đồng chí"; }

    void write_recipients(bool collectives, bool people) {
        for (const bool collective : {true, false}) {
            if (collective ? !collectives : !people) continue;
            if (!collective && collectives) text_ += random_.percent(50) ? ", " : " và ";
            const std::size_t begin = text_.size();
            Award award;
            award.count = random_.between(1, 60);
            text_ += random_.percent(60) ? two_digits(*award.count) : std::to_string(*award.count);
            text_ += collective ? " tập thể" : " cá nhân";
            award.recipient = collective ? "collective" : "individual";
            const Text said = since(begin);
            award.text = said.text;
            award.span = said.span;
            truth_.awards.push_back(award);
        }
    }

    // ---- quantities ----

    /// Writes a measure: `write_words` does the words and the values.
    template <class WriteWords>
    void add_measure(const WriteWords& write_words) {
        Measure measure;
        const std::size_t begin = text_.size();
        write_words(measure);
        const Text said = since(begin);
        measure.text = said.text;
        measure.span = said.span;
        // Whether a change holds for the day that its sentence names or for the period before it is not said.
        if (!sentence_period_)
            measure.period = zone_period_;
        else if (measure.role == MeasureRole::level)
            measure.period = sentence_period_;
        truth_.measures.push_back(measure);
    }

    static const Unit* find_unit(std::string_view written) {
        for (const Unit& unit : units)
            if (unit.written == written) return &unit;
        return nullptr;
    }

    Decimal write_number(std::int64_t low, std::int64_t high, std::string_view unit) {
        const std::int64_t value = random_.between(low, high);
        const Unit* known = find_unit(unit);
        const std::size_t decimals = known != nullptr && value < 1000 ? random_.below(known->decimals + 1) : 0;
        if (decimals == 0) {
            text_ += value < 10 && random_.percent(60) ? two_digits(value) : grouped(value);
            return Decimal(value);
        }
        const std::int64_t scale = decimals == 1 ? 10 : 100;
        const auto fraction = 1 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(scale - 1)));
        text_ += std::to_string(value) + "," + (decimals == 1 ? std::to_string(fraction) : two_digits(fraction));
        return Decimal(value * scale + fraction, -static_cast<int>(decimals));
    }

    void write_unit(Measure& measure, std::string_view written) {
        if (written != "%") text_ += ' ';
        text_ += written;
        if (const Unit* known = find_unit(written)) {
            measure.unit = known->unit;
            measure.kind = known->kind;
            measure.value = measure.value.scaled(known->scale);
        } else {
            measure.unit = written;
            change_first_letter(*measure.unit, 0, false);
        }
    }

    void write_approximation(Measure& measure, bool at_least) {
        static constexpr std::pair<std::string_view, Approximation> nears[] = {{"trên ", Approximation::over},
                                                                               {"hơn ", Approximation::over},
                                                                               {"gần ", Approximation::nearly},
                                                                               {"khoảng ", Approximation::about}};
        static constexpr std::pair<std::string_view, Approximation> leasts[] = {
            {"ít nhất ", Approximation::at_least},
            {"tối thiểu ", Approximation::at_least},
            {"trên ", Approximation::over}};
        const auto& [word, approximation] = at_least ? one_of(leasts) : one_of(nears);
        text_ += word;
        measure.approx = approximation;
    }

    void write_quantity(std::int64_t low, std::int64_t high, std::string_view unit, std::string_view marks) {
        const auto marked = [&](char mark) { return marks.find(mark) != std::string_view::npos; };
        add_measure([&](Measure& measure) {
            measure.estimated = marked('e');
            if ((marked('!') || marked('~')) && random_.percent(45)) write_approximation(measure, marked('!'));
            measure.value = write_number(low, high, unit);
            write_unit(measure, unit);
            if (!marked('+') && !marked('-')) return;
            measure.role = MeasureRole::change;
            measure.direction = marked('+') ? Direction::increase : Direction::decrease;
        });
    }

    void write_range(std::int64_t low, std::int64_t high, std::string_view unit) {
        add_measure([&](Measure& measure) {
            const auto middle = static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(high - low)));
            const bool words = random_.percent(40);
            measure.value = low + middle;
            measure.to = low + middle + 1 +
                         static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(high - low - middle)));
            text_ +=
                (words ? "từ " : "") + measure.value.to_string() + (words ? " đến " : "-") + measure.to->to_string();
            write_unit(measure, unit);
        });
    }

    void write_ratio(std::int64_t high, std::string_view noun) {
        add_measure([&](Measure& measure) {
            const auto of = 5 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(high - 4)));
            const auto value = 2 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(of - 1)));
            text_ += std::to_string(value) + "/" + std::to_string(of);
            measure.value = value;
            measure.of = of;
            write_unit(measure, noun);
            measure.kind = MeasureKind::ratio;
        });
    }

    void write_rank(std::int64_t high, std::string_view noun) {
        text_ += random_.percent(50) ? "xếp " : "đứng ";
        add_measure([&](Measure& measure) {
            const auto value = 1 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(high)));
            text_ += "thứ " + std::to_string(value) + "/" + std::to_string(high);
            measure.value = value;
            measure.of = high;
            write_unit(measure, noun);
            measure.kind = MeasureKind::rank;
        });
    }

    void write_rate(std::int64_t low, std::int64_t high, std::string_view unit) {
        add_measure([&](Measure& measure) {
            const std::size_t slash = unit.find('/');
            const std::string_view per = unit.substr(slash + 1);
            const std::size_t blank = per.front() <= '9' ? per.find(' ') + 1 : 0;
            measure.value = write_number(low, high, "ha");
            write_unit(measure, unit.substr(0, slash));
            text_ += unit.substr(slash);
            constexpr std::string_view ten_thousand = "vạn ";
            if (per.starts_with(ten_thousand))
                measure.per = Per{Decimal(10000), std::string(per.substr(ten_thousand.size()))};
            else
                measure.per = Per{blank > 0 ? Decimal(number(per.substr(0, blank - 1))) : Decimal(1),
                                  std::string(per.substr(blank))};
            measure.kind = MeasureKind::rate;
        });
    }

    // ---- the parts of a report ----

    void choose_facts() {
        const Province& province = one_of(provinces);
        const auto year = 2007 + static_cast<int>(random_.below(17));
        const std::string year_name = std::to_string(year);
        facts_ = {
            {"sector", std::string(sector_.name)},
            {"office", std::string(sector_.office)},
            {"office_body", "Phòng " + std::string(sector_.office)},
            {"province", std::string(province.name)},
            {"last", std::to_string(year - 1)},
            {"short", "Sở " + std::string(sector_.name) + " " + std::string(province.name)},
        };
        facts_["organizer"] = random_.percent(50)
                                  ? facts_["short"]
                                  : "Sở " + std::string(sector_.name) + " tỉnh " + std::string(province.name);
        truth_.meeting.organizer = Organizer{{}, OrganizerKind::department, std::string(province.code), {}};

        const std::size_t chance = random_.below(100);
        if (chance < 75) {
            kind_ = chance < 60 ? "annual" : "kickoff";
            truth_.meeting.kind = chance < 60 ? MeetingKind::annual_review : MeetingKind::kickoff;
            set_periods(Period::of_year(year), "năm " + year_name, Period::of_year(year + 1),
                        "năm " + std::to_string(year + 1));
        } else {
            kind_ = "interim";
            truth_.meeting.kind = MeetingKind::interim_review;
            const auto quarter = 1 + static_cast<int>(random_.below(3));
            if (chance < 88)
                set_periods(Period::of_half(year, 1), "6 tháng đầu năm " + year_name, Period::of_half(year, 2),
                            "6 tháng cuối năm " + year_name);
            else if (chance < 94)
                set_periods(Period::of_first_months(year, 9), "9 tháng đầu năm " + year_name,
                            Period::of_quarter(year, 4), "quý IV năm " + year_name);
            else
                set_periods(Period::of_quarter(year, quarter), "quý " + roman_quarter(quarter) + " năm " + year_name,
                            Period::of_quarter(year, quarter + 1),
                            "quý " + roman_quarter(quarter + 1) + " năm " + year_name);
        }
        Date day = truth_.meeting.reviews->last_day();
        for (std::size_t days = 2 + random_.below(26); days > 0; --days) day = next_day(day);
        truth_.meeting.date = day;
        has_headings_ = !is_brief() && random_.percent(15);
        const std::size_t begin = text_.size();
        write("occasion", kind_);
        facts_["occasion"] = text_.substr(begin);
        text_.resize(begin);
    }

    void set_periods(const Period& reviewed, const std::string& reviewed_words, const Period& planned,
                     const std::string& planned_words) {
        truth_.meeting.reviews = reviewed;
        truth_.meeting.plans = planned;
        facts_["reviewed"] = reviewed_words;
        facts_["planned"] = planned_words;
    }

    void first_lines() {
        zone(ZoneKind::title);
        sentence("title", kind_);
        truth_.title = since(0);
        zone(ZoneKind::dateline);
        Date day = *truth_.meeting.date;
        for (std::size_t days = random_.below(4); days > 0; --days) day = next_day(day);
        const TimeOfDay time{static_cast<std::uint8_t>(7 + random_.below(11)),
                             static_cast<std::uint8_t>(random_.below(60))};
        static constexpr std::string_view before[] = {"",          "Thứ hai, ",   "Thứ ba, ",      "Thứ năm, ",
                                                      "Thứ sáu, ", "Ngày đăng: ", "Cập nhật lúc: "};
        static constexpr std::string_view between[] = {" ", " | ", ", "};
        text_ += one_of(before);
        const std::size_t begin = text_.size();
        text_ += two_digits(day.day) + "/" + two_digits(day.month) + "/" + std::to_string(day.year);
        text_ += one_of(between);
        text_ += time.to_string();
        truth_.published = Published{day, time, since(begin).span};
        if (random_.percent(15)) {
            zone(ZoneKind::lead);
            sentence("lead");
        }
    }

    void opening() {
        zone(ZoneKind::opening);
        sentence("day_before");
        text_ += " " + written_day(*truth_.meeting.date, random_.percent(80)) + ", ";
        write("place");
        sentence("held");
        sentence("attended");
        text_ += ' ';
        if (random_.percent(20)) {
            write("guests");
        } else {
            write("guest");
            if (random_.percent(40)) {
                text_ += "; ";
                write("second_guest");
            }
        }
        for (Person& person : truth_.people) person.roles = {Role::guest};
        std::set<std::string> seen;
        for (std::size_t n = std::min(2 + random_.below(4) + bytes_ / 4000, most_clauses); n > 0; --n) {
            const std::size_t end = text_.size();
            text_ += "; ";
            const std::size_t begin = text_.size();
            write("delegation");
            if (seen.insert(text_.substr(begin)).second)
                add_delegation(since(begin));
            else
                text_.resize(end);
        }
        text_ += '.';
        sentence_capital("chair");
        truth_.people.back().roles = {Role::chair};
        text_ += ' ';
        write("chaired");
        text_ += '.';
    }

    void picture() {
        zone(ZoneKind::boilerplate);
        sentence("picture");
        zone(ZoneKind::caption);
        sentence("caption");
    }

    void heading(std::string_view part_name) {
        if (!has_headings_) return;
        sentence("heading", part_name);
        paragraph();
    }

    void achievements(std::size_t end) {
        zone(ZoneKind::achievements);
        heading("achievements");
        const std::size_t begin = text_.size();
        zone_period_ = truth_.meeting.reviews;
        text_ += random_.percent(50) ? "Trong " : "";
        text_ += facts_.at("reviewed") + ", ";
        change_first_letter(text_, begin, true);
        write("agent");
        text_ += " đã ";
        write("any_action");
        text_ += ".";
        for (std::size_t sentences = 3 + random_.below(4); text_.size() < end; --sentences) {
            // How far a day that was named goes on to hold is not said: a paragraph ends with it.
            if (sentences == 0 || sentence_period_) {
                paragraph();
                sentences = 3 + random_.below(5);
            }
            sentence(random_.percent(33) ? "any_figures" : "plain");
        }
    }

    void shortcomings(std::size_t end) {
        zone(ZoneKind::shortcomings);
        heading("shortcomings");
        for (bool first = true; first || text_.size() < end; first = false) {
            const std::size_t begin = text_.size() + (first ? 0 : 1);
            if (first)
                sentence("failing_first");
            else
                sentence_capital("failing");
            add_shortcoming(since(begin));
            text_ += '.';
        }
    }

    // No sentence of a report is longer, however long the report.
    static constexpr std::size_t most_clauses = 12;

    /// One sentence of targets, `;` between them, until the report is so long; the first by a rule of its own.
    void targets(std::string_view first_rule, std::size_t end, bool capital) {
        for (std::size_t count = 0; count == 0 || (count < most_clauses && text_.size() < end); ++count) {
            if (count > 0) text_ += "; ";
            const std::size_t begin = text_.size();
            sentence(count == 0 ? first_rule : "any_task");
            if (count == 0 && capital) change_first_letter(text_, begin, true);
            add_target(since(begin));
        }
        text_ += '.';
    }

    void tasks(std::size_t end) {
        zone(ZoneKind::tasks);
        heading("tasks");
        zone_period_ = truth_.meeting.plans;
        source_ = "plan";
        sentence("tasks_open");
        if (random_.percent(60)) {
            do {
                text_ += ' ';
                targets("any_task", end, true);
            } while (text_.size() < end);
            return;
        }
        do {
            text_ += "\n\n- ";
            const std::size_t begin = text_.size();
            sentence("any_task");
            change_first_letter(text_, begin, true);
            add_target(since(begin));
            text_ += '.';
        } while (text_.size() < end);
    }

    void discussion() {
        zone(ZoneKind::other);
        sentence("discussion");
    }

    void speeches(std::size_t end) {
        zone(ZoneKind::speech);
        Person& guest = truth_.people.front();
        Person& chair = truth_.people.back();  // as yet
        guest.roles.push_back(Role::speaker);
        chair.roles.insert(chair.roles.end(), {Role::speaker, Role::closing});
        const std::string chair_name = chair.name;
        const std::string conclusion = "Kết luận hội nghị, " + *chair.honorific + " " + chair.name;
        const std::string honorific = guest.honorific.value_or("đồng chí");
        guest.honorific = honorific;
        sentence("spoke");
        source_ = guest.name;
        text_ += " " + honorific + " " + guest.name + " ";
        write("praise");
        text_ += '.';
        requests(honorific, end);
        while (text_.size() < end) {
            paragraph();
            sentence("spoke");
            text_ += ' ';
            write("second_guest");
            text_ += ' ';
            write("praise");
            text_ += '.';
            Person& speaker = truth_.people.back();
            speaker.roles = {Role::speaker};
            source_ = speaker.name;
            requests(speaker.honorific.value_or("đồng chí"), end);
        }
        paragraph();
        source_ = chair_name;
        text_ += conclusion + " tiếp thu ý kiến chỉ đạo và yêu cầu ";
        targets("requested", 0, false);
    }

    void requests(std::string honorific, std::size_t end) {
        change_first_letter(honorific, 0, true);
        text_ += " " + honorific + (random_.percent(50) ? " đề nghị " : " yêu cầu ");
        targets("requested", end, false);
    }

    void awards(std::size_t end) {
        zone(ZoneKind::awards);
        sentence("award_occasion");
        text_ += ' ';
        const std::size_t least = 1 + random_.below(2);
        for (std::size_t count = 0; count < least || text_.size() < end; ++count) {
            const bool opens_sentence = count > 0 && count % most_clauses == 0;
            if (count > 0) text_ += opens_sentence ? ". " : "; ";
            const std::size_t begin = text_.size();
            write("award");
            if (opens_sentence) change_first_letter(text_, begin, true);
        }
        text_ += '.';
    }

    void last_lines() {
        zone(ZoneKind::byline);
        const std::size_t begin = text_.size();
        sentence("byline");
        truth_.byline = since(begin);
        if (!is_brief() && random_.percent(30)) chrome();
        text_ += "\n";
        truth_.zones.back().span.end = text_.size();
    }

    void chrome() {
        zone(ZoneKind::boilerplate);
        sentence("chrome_head");
        for (std::size_t n = 2 + random_.below(4); n > 0; --n) {
            text_ += "\n\n";
            sentence("chrome");
        }
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
