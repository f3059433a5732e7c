// SPDX-License-Identifier: BSL-1.0
// What happens when memory runs out: at every allocation of a call in turn. A program of its own, because it replaces
// `operator new` and the allocation functions of ICU.
#include <unicode/uclean.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/grammar/tokenize.hpp>
#include <tongket/tongket.hpp>

#include "files.hpp"
#include "measures/indicators.hpp"
#include "respell.hpp"

namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

/// Counts allocations and refuses one of them. The program has one thread.
struct Heap {
    std::size_t made = 0;         ///< calls since the last `refuse`
    std::size_t refused = never;  ///< the call, counted from 0, that gets nothing
    bool was_refused = false;     ///< that call came
    bool was_optional = false;    ///< it was `new (std::nothrow)`, whose caller does without
    std::ptrdiff_t live = 0;      ///< blocks that were not given back yet

    void refuse(std::size_t call) {
        made = 0;
        refused = call;
        was_refused = was_optional = false;
    }
    [[nodiscard]] bool refuses() noexcept {
        const bool now = made++ == refused;
        was_refused = was_refused || now;
        return now;
    }

    void* take(std::size_t size) noexcept {
        if (refuses()) return nullptr;
        void* const block = std::malloc(std::max<std::size_t>(size, 1));
        if (block != nullptr) ++live;
        return block;
    }
    void* take_or_throw(std::size_t size) {
        if (void* const block = take(size)) return block;
        throw std::bad_alloc();
    }
    void* take_if_there(std::size_t size) noexcept {
        void* const block = take(size);
        if (block == nullptr) was_optional = true;
        return block;
    }
    void* resize(void* block, std::size_t size) noexcept {
        if (block == nullptr) return take(size);
        return refuses() ? nullptr : std::realloc(block, size);
    }
    void give_back(void* block) noexcept {
        if (block != nullptr) --live;
        std::free(block);
    }
};

Heap heap;

void* icu_take(const void*, std::size_t size) { return heap.take(size); }
void* icu_resize(const void*, void* block, std::size_t size) { return heap.resize(block, size); }
void icu_give_back(const void*, void* block) { heap.give_back(block); }

[[nodiscard]] bool set_icu_heap() {
    UErrorCode status = U_ZERO_ERROR;
    u_setMemoryFunctions(nullptr, icu_take, icu_resize, icu_give_back, &status);
    return U_SUCCESS(status) != 0;
}

// ICU takes its heap only before it is used for the first time.
const bool icu_heap_is_set = set_icu_heap();

}  // namespace

void* operator new(std::size_t size) { return heap.take_or_throw(size); }
void* operator new[](std::size_t size) { return heap.take_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return heap.take_if_there(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return heap.take_if_there(size); }
void operator delete(void* block) noexcept { heap.give_back(block); }
void operator delete[](void* block) noexcept { heap.give_back(block); }
void operator delete(void* block, std::size_t) noexcept { heap.give_back(block); }
void operator delete[](void* block, std::size_t) noexcept { heap.give_back(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { heap.give_back(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { heap.give_back(block); }

using namespace tongket;
using namespace std::string_literals;

namespace {

enum class Outcome { right, wrong, out_of_memory };

/// Calls `work` with the given allocation refused; with `never`, with none. It may throw nothing but std::bad_alloc.
template <class Work, class Result>
Outcome attempt(std::size_t refused, const Work& work, const Result& expected) {
    heap.refuse(refused);
    Outcome outcome = Outcome::out_of_memory;
    try {
        const Result result = work();
        heap.refused = never;
        outcome = result == expected ? Outcome::right : Outcome::wrong;
    } catch (const std::bad_alloc&) {
        heap.refused = never;
    }
    return outcome;
}

/// Refuses allocations of `work`, each `stride`-th from `first` on, one in each call. The call must then throw
/// std::bad_alloc and give all back, and the next one must succeed.
/// @returns how many allocations `work` makes
template <class Work>
std::size_t refuse_each(const Work& work, std::size_t first = 0, std::size_t stride = 1) {
    REQUIRE(icu_heap_is_set);
    const auto expected = work();
    heap.refuse(never);
    static_cast<void>(work());
    const std::size_t count = heap.made;

    for (std::size_t refused = first; refused < count; refused += stride) {
        const std::ptrdiff_t live = heap.live;
        const Outcome outcome = attempt(refused, work, expected);
        const std::ptrdiff_t leaked = heap.live - live;
        const bool was_refused = heap.was_refused;
        const Outcome due = heap.was_optional ? Outcome::right : Outcome::out_of_memory;
        const Outcome next = attempt(never, work, expected);
        if (was_refused && outcome == due && leaked == 0 && next == Outcome::right) continue;
        INFO("allocation " << refused << " of " << count);
        CHECK(was_refused);
        CHECK(outcome == due);
        CHECK(leaked == 0);
        CHECK(next == Outcome::right);
    }
    return count;
}

/// What `work` throws as a tongket::Error.
template <class Work>
std::string message_of(const Work& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

const std::string example_directory = TONGKET_SOURCE_DIR "/examples";

std::string example(const std::string& name) { return test::read_sample(example_directory, name).text; }

// In NFD as it stands here: ICU must not be used before the test.
// clang-format off
const std::string decomposed_report =
    "Sở Y tế tổ chức Hội nghị tổng kết năm 2016\n\n"
    "Nga\u0300y 12/01/2017, Sơ\u0309 Y tê\u0301 tổ chức Hội nghị tổng kết công tác năm 2016. "
    "Năm 2016, doanh thu cu\u0309a El Nin\u0303o \u0111a\u0323t 12 ty\u0309 \u0111o\u0302\u0300ng.\n";
// clang-format on

}  // namespace

TEST_CASE("what a process makes once is made by the next call where memory ran out", "[allocation]") {
    // ICU loads its tables once and never again: with them in place, what is left is the library's own.
    REQUIRE(test::nfc("a\u0301") == "á");
    std::size_t failures = 0;
    std::size_t made_objects = 0;
    for (std::size_t refused = 0;; refused += 331) {
        const std::ptrdiff_t live = heap.live;
        if (attempt(
                refused, [] { return parse_quantity("12 km").has_value(); }, true) == Outcome::right)
            break;
        ++failures;
        if (heap.live != live) ++made_objects;
    }
    CHECK(failures > 0);
    // The compiled lexicon, the parser that all calls share, the features, and the weights of zones and of clauses.
    CHECK(made_objects <= 5);
}

TEST_CASE("a parser that was made reads what its first call had no memory for", "[allocation]") {
    const Parser parser;
    std::size_t failures = 0;
    while (attempt(
               failures, [&] { return parser.parse(decomposed_report).measures.size(); }, std::size_t{1}) !=
           Outcome::right)
        REQUIRE(++failures < 1000);
    CHECK(failures > 10);
}

TEST_CASE("memory may run out anywhere in a parse", "[allocation]") {
    const Parser parser;
    const auto refuse_in = [&](const std::string& text, std::size_t first, std::size_t stride) {
        return refuse_each([&] { return parser.parse(text); }, first, stride);
    };
    SECTION("short reports: at every allocation") {
        for (const test::Sample& sample : test::read_all_samples()) {
            if (sample.text.size() > 3000) continue;
            INFO(sample.name);
            CHECK(refuse_in(sample.text, 0, 1) > 10);
            CHECK(refuse_in(test::nfd(sample.text), 0, 1) > 10);
        }
    }
    SECTION("all reports: at every 16th allocation") {
        std::size_t first = 0;
        for (const test::Sample& sample : test::read_all_samples()) {
            INFO(sample.name);
            refuse_in(sample.text, first++ % 16, 16);
            refuse_in(test::nfd(sample.text), first++ % 16, 16);
        }
    }
    SECTION("odd input") {
        std::string endless_marks = decomposed_report + "a";
        for (int i = 0; i < 200; ++i) endless_marks += "\u0301";
        for (const std::string& text : {std::string(), "chữ"s, endless_marks}) refuse_in(text, 0, 1);
    }
}

TEST_CASE("memory may run out while bad bytes are replaced or refused", "[allocation]") {
    const std::string text = decomposed_report + std::string(200, '\xFF');
    Options options;
    CHECK(refuse_each([&] { return message_of([&] { static_cast<void>(parse(text, options)); }); }) > 1);
    options.replace_invalid_utf8 = true;
    const Parser parser(options);
    CHECK(refuse_each([&] { return parser.parse(text); }) > 10);
    options.max_input_bytes = 10;
    CHECK(refuse_each([&] { return message_of([&] { static_cast<void>(parse(text, options)); }); }) > 1);
}

TEST_CASE("memory may run out in a parser for one concept", "[allocation]") {
    const Parser parser;
    CHECK(refuse_each([&] { return parser.parse_quantity("trên 520 tỷ đồng"); }) > 1);
    CHECK(refuse_each([&] { return parser.parse_date("ngày 18/01/2018"); }) > 1);
    CHECK(refuse_each([&] { return parser.parse_period("6 tháng đầu năm 2018"); }) > 1);
    CHECK(refuse_each(
              [&] { return parser.parse_citation("Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ"); }) > 1);
    CHECK(refuse_each([&] { return parser.parse_person("đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh"); }) > 1);
    CHECK(refuse_each([&] { return parser.parse_agency("Sở Thông tin và Truyền thông tỉnh Hà Nam"); }) > 1);
}

TEST_CASE("memory may run out in a finder, in tokens and in a document", "[allocation]") {
    const Parser parser;
    const std::string text =
        "Sáng 18/01/2018, Sở Y tế tỉnh Hà Nam mở lớp theo Kế hoạch số 12/KH-UBND; ông Lê Văn Bình, Giám đốc Sở, cho "
        "biết trong quý I/2018 đã cấp 12 giấy phép; thu 12.34,56 tỷ đồng.";
    CHECK(refuse_each([&] { return parser.find_quantities(text); }) > 10);
    CHECK(refuse_each([&] { return parser.find_dates(text); }) > 10);
    CHECK(refuse_each([&] { return parser.find_periods(text); }) > 10);
    CHECK(refuse_each([&] { return parser.find_citations(text); }) > 10);
    CHECK(refuse_each([&] { return parser.find_people(text); }) > 10);
    CHECK(refuse_each([&] { return parser.find_agencies(text); }) > 10);
    CHECK(refuse_each([&] { return parser.tokenize(text).size(); }) > 1);
    CHECK(refuse_each([&] { return ParsedDocument(text, parser); }) > 10);
}

TEST_CASE("a call without exceptions says that memory ran out", "[allocation]") {
    const Parser parser;
    const std::string text = example("yen-bai-2021-q1");
    const Report expected = parser.parse(text);
    std::size_t failures = 0;
    for (;; ++failures) {
        heap.refuse(failures);
        const Result<Report> result = parser.try_parse(text);
        heap.refused = never;
        if (result && !heap.was_refused) {
            CHECK(*result == expected);
            break;
        }
        if (!result) REQUIRE(result.error().code() == ErrorCode::out_of_memory);
    }
    CHECK(failures > 10);
}

TEST_CASE("memory may run out while a parser is made", "[allocation]") {
    SECTION("with words of its own") {
        const std::vector<LexiconEntry> entries = {{"unit", {"cây số"}, "km", "kind=length"}};
        // The built-in lexicon is read again with each such parser.
        CHECK(refuse_each([&] { return Parser({}, entries).parse_quantity("12 cây số")->unit.value(); }, 0, 331) >
              10);
    }
    SECTION("the lexicon alone, and the catalogue of indicators") {
        std::string phrase = "kilômétkilômétkilômétkilômétkilômét";
        while (phrase.size() < 2000) phrase += " " + phrase;  // ICU takes memory for long texts only
        const std::string lines =
            "# words\n"
            "unit\tcây số|" +
            test::nfd(phrase) +
            "\tkm\tkind=length\n"
            "term\tdoanh thu\trevenue+money\n"
            "term\tbưu chính\tpostal\n"
            "cue\ttuy nhiên\tshortcomings\n"
            "indicator\trevenue postal|revenue ~postal !money\trevenue.postal\tkind=money;unit=VND\n";
        CHECK(refuse_each([&] { return read_lexicon(lines); }) > 10);
        const std::vector<LexiconEntry> entries = read_lexicon(lines);
        CHECK(refuse_each([&] {
                  const grammar::LexiconIndex index(entries);
                  static_cast<void>(IndicatorCatalogue(index));
                  return index.size();
              }) > 10);
        CHECK(refuse_each([] { return read_lexicon(builtin_lexicon()); }, 0, 31) > 10);
    }
    SECTION("from words that are refused") {
        for (const char* const line : {"nonsense\tword\n", "unit\n", "unit\ta\tb\tc\td\n", "unit\t\xFF\n"})
            CHECK(refuse_each([&] { return message_of([&] { static_cast<void>(read_lexicon(line)); }); }) > 1);
        const std::vector<LexiconEntry> entries = {{"unit", {"..."}, "", ""}, {"nonsense", {"a"}, "", ""}};
        for (const LexiconEntry& entry : entries)
            CHECK(refuse_each([&] { return message_of([&] { grammar::LexiconIndex({entry}); }); }) > 1);
    }
}

TEST_CASE("memory may run out while a report is written or read", "[allocation]") {
    const Report report = parse(example("yen-bai-2021-q1"));
    const std::string json = to_json(report);
    CHECK(refuse_each([&] { return to_json(report); }) > 1);
    CHECK(refuse_each([&] { return to_json(report, -1); }) > 1);
    CHECK(refuse_each([&] { return from_json(json); }) > 10);
    CHECK(refuse_each([&] { return to_table(report, {true, 60}); }) > 10);
    CHECK(refuse_each([&] { return to_string(report); }) > 1);
    for (const char* const wrong : {"", "[[[", R"({"schema": "other"})", R"({"a": 1e999})"})
        CHECK(refuse_each([&] { return message_of([&] { static_cast<void>(from_json(wrong)); }); }) > 1);
}
