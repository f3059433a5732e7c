// SPDX-License-Identifier: BSL-1.0
// The Python module tongket._core: a thin, lazy door to the C++ library. A parsed report stays a C++ value; the types
// of tongket.model are made of it when someone looks. Spans are turned from bytes into code points once, at the first
// look.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tongket/tongket.hpp>

#include "arrow.hpp"
#include "arrow/code_points.hpp"
#include "files.hpp"
#include "reader.hpp"
#include "text/text.hpp"
#include "writers/json_value.hpp"

namespace py = pybind11;
using namespace tongket;  // NOLINT(google-build-using-namespace)
using tongket::arrow::count_code_points;
using tongket::arrow::Reading;

// ---- the types of tongket.model, for signatures that tell the truth -----------------------------------------------

// clang-format off
#define TONGKET_PYTHON_TYPES(X) \
    X(Span) X(Text) X(Zone) X(Organizer) X(Meeting) X(Position) X(Person) X(Delegation) X(Per) \
    X(MeasureConfidence) X(Measure) X(Statement) X(Target) X(Award) X(Citation) X(Diagnostic) \
    X(Published) X(Period) X(LexiconEntry) X(FoundDate) X(FoundPeriod)
// clang-format on

namespace python {
#define X(Name)                      \
    class Name : public py::object { \
      public:                        \
        using py::object::object;    \
    };
TONGKET_PYTHON_TYPES(X)
#undef X
class Date : public py::object {
  public:
    using py::object::object;
};
}  // namespace python

namespace pybind11::detail {
#define X(Name)                                                          \
    template <>                                                          \
    struct handle_type_name<python::Name> {                              \
        static constexpr auto name = const_name("tongket.model." #Name); \
    };
TONGKET_PYTHON_TYPES(X)
#undef X
template <>
struct handle_type_name<python::Date> {
    static constexpr auto name = const_name("datetime.date");
};
}  // namespace pybind11::detail

namespace {

template <class T>
using Tuple = py::typing::Tuple<T, py::ellipsis>;
template <class T>
using Optional = py::typing::Optional<T>;

/// Python's classes for the model, and the members of its enumerations in the order of ours.
struct Classes {
#define X(Name) py::object Name;
    TONGKET_PYTHON_TYPES(X)
#undef X
    py::object decimal, date, time, error;
    std::vector<py::object> zone_kind, meeting_kind, day_part, organizer_kind, role, measure_kind, approximation,
        measure_role, direction, topic, award_kind, citation_type, severity, confidence, period_kind;

    Classes() {
        const py::module_ model = py::module_::import("tongket.model");
#define X(Name) Name = model.attr(#Name);
        TONGKET_PYTHON_TYPES(X)
#undef X
        decimal = py::module_::import("decimal").attr("Decimal");
        const py::module_ datetime = py::module_::import("datetime");
        date = datetime.attr("date");
        time = datetime.attr("time");
        error = py::module_::import("tongket.errors").attr("Error");
        const auto members = [&](const char* name, const auto& names) {
            std::vector<py::object> result;
            for (const std::string_view value : names) result.push_back(model.attr(name)(py::str(value)));
            return result;
        };
        zone_kind = members("ZoneKind", enum_names<ZoneKind>);
        meeting_kind = members("MeetingKind", enum_names<MeetingKind>);
        day_part = members("DayPart", enum_names<DayPart>);
        organizer_kind = members("OrganizerKind", enum_names<OrganizerKind>);
        role = members("Role", enum_names<Role>);
        measure_kind = members("MeasureKind", enum_names<MeasureKind>);
        approximation = members("Approximation", enum_names<Approximation>);
        measure_role = members("MeasureRole", enum_names<MeasureRole>);
        direction = members("Direction", enum_names<Direction>);
        topic = members("Topic", enum_names<Topic>);
        award_kind = members("AwardKind", enum_names<AwardKind>);
        citation_type = members("CitationType", enum_names<CitationType>);
        severity = members("Severity", enum_names<Severity>);
        confidence = members("Confidence", enum_names<Confidence>);
        period_kind = members("PeriodKind", enum_names<Period::Kind>);
    }
};

const Classes& classes() {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<Classes> storage;
    return storage.call_once_and_store_result([] { return Classes(); }).get_stored();
}

template <class Enum>
const py::object& member(const std::vector<py::object>& members, Enum value) {
    return members[static_cast<std::size_t>(value)];
}

// ---- from C++ values to Python objects ----------------------------------------------------------------------------

// Declared first: they call each other.
#define X(Name) py::object make(const Name& value);
TONGKET_PYTHON_TYPES(X)
#undef X
py::object make(const Decimal& value);
py::object make(const Date& value);
py::object make(const TimeOfDay& value);

template <class T, class Convert>
py::object optional(const std::optional<T>& value, Convert convert) {
    return value ? py::object(convert(*value)) : py::object(py::none());
}

py::str text_of(const std::string& value) { return py::str(value); }
py::object make_optional(const std::optional<std::string>& value) { return optional(value, text_of); }

template <class Result, class Items, class Convert>
Tuple<Result> make_tuple_of(const Items& items, Convert convert) {
    py::tuple result(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) result[i] = convert(items[i]);
    return py::reinterpret_steal<Tuple<Result>>(result.release());
}

py::object make(const Decimal& value) { return classes().decimal(value.to_string()); }
py::object make(const Date& value) { return classes().date(value.year, value.month, value.day); }
py::object make(const TimeOfDay& value) { return classes().time(value.hour, value.minute); }
py::object make(const Period::Part& value) {
    return classes().Period(member(classes().period_kind, value.kind), value.year, value.index, value.day);
}
py::object make(const Period& value) {
    if (!value.is_range()) return make(value.first);
    return classes().Period.attr("of_range")(make(value.first), make(value.last));
}
py::object make(const Span& value) { return classes().Span(value.begin, value.end); }
py::object make(const Text& value) { return classes().Text(value.text, make(value.span)); }
py::object make(const Zone& value) {
    return classes().Zone(member(classes().zone_kind, value.kind), make(value.span));
}
py::object make(const Published& value) {
    return classes().Published(make(value.date), optional(value.time, [](const TimeOfDay& t) { return make(t); }),
                               make(value.span));
}
template <class T>
py::object make(const std::optional<T>& value) {
    return optional(value, [](const T& inner) { return make(inner); });
}
py::object make(const Organizer& value) {
    return classes().Organizer(value.name, member(classes().organizer_kind, value.kind),
                               make_optional(value.province), make(value.span));
}
py::object make(const Meeting& value) {
    const Classes& c = classes();
    return c.Meeting(member(c.meeting_kind, value.kind), make(value.name), make(value.date),
                     optional(value.day_part, [&](DayPart part) { return member(c.day_part, part); }),
                     make(value.organizer), make(value.venue), make(value.reviews), make(value.plans));
}
py::object make(const Position& value) {
    return classes().Position(value.title, make_optional(value.organization),
                              member(classes().confidence, value.confidence));
}
py::object make(const Person& value) {
    const Classes& c = classes();
    return c.Person(value.name, make_optional(value.honorific),
                    make_tuple_of<python::Position>(value.positions, [](const Position& p) { return make(p); }),
                    make_tuple_of<py::object>(value.roles, [&](Role role) { return member(c.role, role); }),
                    make(value.span));
}
py::object make(const Delegation& value) { return classes().Delegation(value.text, make(value.span)); }
py::object make(const Per& value) { return classes().Per(make(value.value), value.unit); }
py::object make(const MeasureConfidence& value) {
    const auto& c = classes().confidence;
    return classes().MeasureConfidence(member(c, value.indicator), member(c, value.indicator_id),
                                       member(c, value.period), member(c, value.part_of));
}
py::object make(const Measure& value) {
    const Classes& c = classes();
    return c.Measure(value.text, make(value.span), make(value.value), make(value.to), make_optional(value.unit),
                     member(c.measure_kind, value.kind), member(c.approximation, value.approx), value.estimated,
                     make(value.of), make(value.per), member(c.measure_role, value.role),
                     optional(value.direction, [&](Direction d) { return member(c.direction, d); }),
                     make_optional(value.baseline), make(value.indicator), make_optional(value.indicator_id),
                     make(value.period), value.part_of, make(value.confidence), value.planned);
}
py::tuple make_indices(const std::vector<std::size_t>& indices) {
    return make_tuple_of<py::int_>(indices, [](std::size_t index) { return py::int_(index); });
}
py::object make(const Statement& value) {
    return classes().Statement(value.text, make(value.span), member(classes().topic, value.topic),
                               make_indices(value.measures));
}
py::object make(const Target& value) {
    return classes().Target(value.text, make(value.span), member(classes().topic, value.topic),
                            make_indices(value.measures), value.source, make(value.due));
}
py::object make(const Award& value) {
    const Classes& c = classes();
    return c.Award(value.text, make(value.span), value.name, member(c.award_kind, value.kind),
                   make_optional(value.grantor), make_optional(value.recipient), value.count, value.year,
                   member(c.confidence, value.grantor_confidence));
}
py::object make(const Citation& value) {
    return classes().Citation(value.text, make(value.span), member(classes().citation_type, value.type), value.number,
                              value.normalized_number, make(value.date), make_optional(value.issuer),
                              value.full_mention);
}
py::object make(const Diagnostic& value) {
    return classes().Diagnostic(member(classes().severity, value.severity), value.code, value.message,
                                make(value.span), make(value.related));
}
py::object make(const FoundDate& value) {
    return classes().FoundDate(value.text, make(value.span), make(value.date), make(value.to));
}
py::object make(const FoundPeriod& value) {
    return classes().FoundPeriod(value.text, make(value.span), make(value.period));
}
py::object make(const LexiconEntry& value) {
    return classes().LexiconEntry(
        value.word_class, make_tuple_of<py::str>(value.phrases, [](const std::string& p) { return text_of(p); }),
        value.value, value.attributes);
}

template <class Result, class T>
Result as(const T& value) {
    return py::reinterpret_steal<Result>(make(value).release());
}

template <class Result, class Items>
Tuple<Result> all(const Items& items) {
    return make_tuple_of<Result>(items, [](const auto& item) { return make(item); });
}

// ---- every span of a report, with the words that stand there ------------------------------------------------------

/// Where a span is in the JSON form: a part of the report, its place in a list, a part of that.
struct SpanPlace {
    const char* part;
    std::optional<std::size_t> index = std::nullopt;
    const char* inner = nullptr;

    [[nodiscard]] std::string to_string() const {
        std::string text = part;
        if (index) text += "[" + std::to_string(*index) + "]";
        if (inner != nullptr) (text += '.') += inner;
        return text;
    }
};

/// Calls `visit(span, words, place)`; `words` is null where the node does not repeat the words of its span.
template <class Visit>
void visit_spans(Report& report, Visit visit) {
    const std::string* const no_words = nullptr;
    const auto text = [&](std::optional<Text>& value, const SpanPlace& place) {
        if (value) visit(value->span, &value->text, place);
    };
    const auto texts = [&](auto& items, const char* part) {
        for (std::size_t i = 0; i < items.size(); ++i) visit(items[i].span, &items[i].text, SpanPlace{part, i});
    };
    text(report.title, {"title"});
    if (report.published) visit(report.published->span, no_words, SpanPlace{"published"});
    text(report.outlet, {"outlet"});
    text(report.byline, {"byline"});
    for (std::size_t i = 0; i < report.zones.size(); ++i)
        visit(report.zones[i].span, no_words, SpanPlace{"zones", i});
    text(report.meeting.name, {"meeting.name"});
    if (auto& organizer = report.meeting.organizer)
        visit(organizer->span, &organizer->name, SpanPlace{"meeting.organizer"});
    text(report.meeting.venue, {"meeting.venue"});
    for (std::size_t i = 0; i < report.people.size(); ++i)
        visit(report.people[i].span, &report.people[i].name, SpanPlace{"people", i});
    texts(report.delegations, "delegations");
    texts(report.achievements, "achievements");
    texts(report.measures, "measures");
    for (std::size_t i = 0; i < report.measures.size(); ++i)
        text(report.measures[i].indicator, {"measures", i, "indicator"});
    texts(report.shortcomings, "shortcomings");
    texts(report.targets, "targets");
    texts(report.awards, "awards");
    texts(report.citations, "citations");
    for (std::size_t i = 0; i < report.diagnostics.size(); ++i) {
        Diagnostic& diagnostic = report.diagnostics[i];
        visit(diagnostic.span, no_words, SpanPlace{"diagnostics", i});
        if (diagnostic.related) visit(*diagnostic.related, no_words, SpanPlace{"diagnostics", i, "related"});
    }
}

// ---- text in, errors out ------------------------------------------------------------------------------------------

/// Turns places in a text from bytes into code points.
void count_code_points_at(std::vector<std::size_t*> places, std::string_view utf8) {
    std::sort(places.begin(), places.end(), [](const std::size_t* a, const std::size_t* b) { return *a < *b; });
    std::size_t byte = 0;
    std::size_t code_points = 0;
    for (std::size_t* const place : places) {
        code_points += count_code_points(utf8.substr(byte, *place - byte));
        byte = *place;
        *place = code_points;
    }
}

void count_code_points_of(Explanation& explanation, std::string_view source) {
    std::vector<std::size_t> before(source.size() + 1);  // code points before each byte
    for (std::size_t i = 0; i < source.size(); ++i)
        before[i + 1] = before[i] + ((static_cast<unsigned char>(source[i]) & 0xC0U) != 0x80U ? 1 : 0);
    const auto count = [&](Text& text) { text.span = {before[text.span.begin], before[text.span.end]}; };
    for (ExplainedSentence& sentence : explanation.sentences) {
        count(sentence.text);
        for (ExplainedClause& clause : sentence.clauses) count(clause.text);
        for (ExplainedMeasure& measure : sentence.measures) count(measure.text);
    }
    for (ExplainedCell& cell : explanation.cells) count(cell.text);
}

py::str decode(std::string_view utf8, const char* errors = "strict") {
    PyObject* const text = PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), errors);
    if (text == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::str>(text);
}

[[noreturn]] void raise_at(const Error& error, const char* message, std::size_t offset, const LineColumn& place) {
    const py::object exception =
        classes().error(decode(message, "replace"), name_of(error.code()), offset, place.line, place.column);
    PyErr_SetObject(classes().error.ptr(), exception.ptr());
    throw py::error_already_set();
}

/// Sets Python's tongket.Error; `source` is what the offset counts in.
[[noreturn]] void raise(const Error& error, std::string_view source, const char* message = nullptr) {
    const std::size_t offset = std::min(error.offset(), source.size());
    raise_at(error, message != nullptr ? message : error.what(), count_code_points(source.substr(0, offset)),
             locate(source, offset));
}

std::string_view view(const py::bytes& bytes) {
    return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

/// The UTF-8 form of a str. ASCII is viewed in place; the rest is a copy that lives as long as this object, as the
/// str's own cache would double the memory of every report kept.
class Utf8 {
  public:
    explicit Utf8(const py::str& text) {
        if (PyUnicode_IS_COMPACT_ASCII(text.ptr())) {
            view_ = {static_cast<const char*>(PyUnicode_DATA(text.ptr())),
                     static_cast<std::size_t>(PyUnicode_GET_LENGTH(text.ptr()))};
            return;
        }
        bytes_ = py::reinterpret_steal<py::bytes>(PyUnicode_AsUTF8String(text.ptr()));
        if (!bytes_) {
            // Lone surrogates: bytes that the parser refuses, or replaces, like any others that are not UTF-8.
            if (PyErr_ExceptionMatches(PyExc_UnicodeEncodeError) == 0) throw py::error_already_set();
            PyErr_Clear();
            has_surrogates_ = true;
            bytes_ =
                py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
            if (!bytes_) throw py::error_already_set();
        }
        view_ = view(bytes_);
    }
    [[nodiscard]] std::string_view get() const noexcept { return view_; }
    [[nodiscard]] bool has_surrogates() const noexcept { return has_surrogates_; }
    [[noreturn]] void raise(const Error& error) const {
        const bool surrogate = has_surrogates_ && error.code() == ErrorCode::invalid_utf8;
        ::raise(error, view_, surrogate ? "a lone surrogate, which is no text" : nullptr);
    }

  private:
    py::bytes bytes_ = py::reinterpret_steal<py::bytes>(py::handle());
    std::string_view view_;
    bool has_surrogates_ = false;
};

std::size_t utf8_length(Py_UCS4 c) noexcept { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// ---- one report ---------------------------------------------------------------------------------------------------

#ifdef Py_GIL_DISABLED
/// Lets one thread in at a time. Python's own kind, whose waiting does not hold up the collector.
class Mutex {
  public:
    void lock() noexcept { PyMutex_Lock(&mutex_); }
    void unlock() noexcept { PyMutex_Unlock(&mutex_); }

  private:
    PyMutex mutex_{};
};
#else
/// The GIL lets one thread in at a time.
struct Mutex {
    static void lock() noexcept {}
    static void unlock() noexcept {}
};
#endif

/// A report and its source. Members may be called by several threads at once; all need the interpreter.
class ReportData {
  public:
    /// Spans of `report` count the bytes of the UTF-8 form of `source`.
    ReportData(Report&& report, py::str source) : report_(std::move(report)), source_(std::move(source)) {}
    /// Spans count `bytes`, which are UTF-8.
    ReportData(Report&& report, py::bytes bytes) : report_(std::move(report)), bytes_(std::move(bytes)) {}
    /// Spans count code points; the source is not known.
    explicit ReportData(Report&& report) : report_(std::move(report)) {}

    [[nodiscard]] Optional<py::str> source() {
        const std::lock_guard guard(mutex_);
        return py::reinterpret_borrow<Optional<py::str>>(known_source());
    }

    /// Adds what was not read of the file that the source comes from; before anyone else has the report.
    void add_warning(const std::string& code, const std::string& message, std::size_t begin, std::size_t end) {
        get().diagnostics.push_back({Severity::warning, code, message, {begin, end}, std::nullopt});
    }

    /// The report with spans in code points; once it is given away it does not change.
    [[nodiscard]] Report& get() {
        const std::lock_guard guard(mutex_);
        if (report_.offsets == Offsets::byte) count_code_points_of_spans();
        return report_;
    }

    /// Where the report does not fit `source`, which may be no part of this object: a node whose words do not stand
    /// there, or the end of the zones. Nothing where it fits.
    [[nodiscard]] std::optional<SpanPlace> misfit(const py::str& source) {
        const auto length = static_cast<std::size_t>(PyUnicode_GET_LENGTH(source.ptr()));
        std::optional<SpanPlace> found;
        visit_spans(get(), [&](const Span& span, const std::string* words, const SpanPlace& place) {
            if (found) return;
            if (span.end > length || span.begin > span.end) {
                found = place;
            } else if (words != nullptr) {
                const auto part = py::reinterpret_steal<py::str>(PyUnicode_Substring(
                    source.ptr(), static_cast<Py_ssize_t>(span.begin), static_cast<Py_ssize_t>(span.end)));
                const Utf8 utf8(part);
                const std::string_view there = utf8.get();
                if (utf8.has_surrogates() || !stand_at(*words, there, {0, there.size()})) found = place;
            }
        });
        const std::vector<Zone>& zones = get().zones;
        const std::size_t end = zones.empty() ? 0 : zones.back().span.end;
        if (!found && end != length) found = SpanPlace{"zones"};
        return found;
    }

  private:
    Report report_;
    py::object source_;
    py::object bytes_;
    Mutex mutex_;

    [[nodiscard]] py::object known_source() {
        if (!source_ && bytes_) {
            source_ = decode(view(py::reinterpret_borrow<py::bytes>(bytes_)));
            bytes_ = py::object();
        }
        return source_ ? source_ : py::none();
    }

    void count_code_points_of_spans() {
        std::vector<std::size_t*> positions;
        positions.reserve(512);
        visit_spans(report_, [&](Span& span, const std::string*, const SpanPlace&) {
            positions.push_back(&span.begin);
            positions.push_back(&span.end);
        });
        std::sort(positions.begin(), positions.end(),
                  [](const std::size_t* a, const std::size_t* b) { return *a < *b; });

        const py::object known = known_source();
        PyObject* const text = known.ptr();
        const int kind = PyUnicode_KIND(text);
        const void* const data = PyUnicode_DATA(text);
        const auto length = static_cast<std::size_t>(PyUnicode_GET_LENGTH(text));
        std::size_t byte = 0;
        std::size_t index = 0;
        for (std::size_t* const position : positions) {
            while (byte < *position && index < length) {
                byte += utf8_length(PyUnicode_READ(kind, data, index));
                ++index;
            }
            *position = index;
        }
        report_.offsets = Offsets::codepoint;
    }
};

/// What a finder found, and the diagnostics.
template <class T>
using FoundIn = py::typing::Tuple<Tuple<T>, Tuple<python::Diagnostic>>;

/// The UTF-8 form of a str with each lone surrogate replaced by U+FFFD, which is as long.
std::string with_surrogates_replaced(std::string_view utf8) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string text(utf8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bad = find_invalid_utf8(std::string_view(text).substr(at));
        if (bad == std::string_view::npos) break;
        text.replace(at + bad, replacement.size(), replacement);
        at += bad + replacement.size();
    }
    return text;
}

class PythonParser {
  public:
    PythonParser(std::size_t max_input_bytes, bool replace_invalid_utf8, std::optional<std::size_t> max_work,
                 Wrap wrap, const std::vector<LexiconEntry>& entries)
        : reader_(std::make_shared<const Reader>(
              Options{max_input_bytes, replace_invalid_utf8, max_work.value_or(Options{}.max_work), wrap}, entries)) {
    }

    [[nodiscard]] std::unique_ptr<ReportData> parse(const py::str& text) const {
        const Utf8 utf8(text);
        return finish(read(utf8.get()), text, utf8);
    }

    [[nodiscard]] std::unique_ptr<ReportData> parse_bytes(const py::bytes& bytes) const {
        return finish(read(view(bytes)), bytes);
    }

    /// Reads all with the GIL released once; an item of the result is a report or the error that it gave.
    [[nodiscard]] py::typing::List<py::object> parse_batch(const py::typing::List<py::object>& items) const {
        std::vector<Utf8> texts;
        std::vector<std::string_view> views;
        texts.reserve(items.size());
        views.reserve(items.size());
        // The caller may change its list once the GIL is released.
        const auto kept = py::reinterpret_steal<py::tuple>(PyList_AsTuple(items.ptr()));
        if (!kept) throw py::error_already_set();
        for (const py::handle item : kept) {
            if (py::isinstance<py::bytes>(item)) {
                texts.emplace_back(py::str());
                views.push_back(view(py::reinterpret_borrow<py::bytes>(item)));
            } else if (py::isinstance<py::str>(item)) {
                texts.emplace_back(py::reinterpret_borrow<py::str>(item));
                views.push_back(texts.back().get());
            } else {
                throw py::type_error("a report must be str or bytes");
            }
        }
        std::vector<Reading> readings;
        readings.reserve(views.size());
        {
            const py::gil_scoped_release release;
            for (const std::string_view text : views) readings.push_back(reader_->read(text));
        }
        py::list result(views.size());
        for (std::size_t i = 0; i < views.size(); ++i) {
            const py::handle item = kept[i];
            try {
                result[i] =
                    py::isinstance<py::bytes>(item)
                        ? py::cast(finish(std::move(readings[i]), py::reinterpret_borrow<py::bytes>(item)))
                        : py::cast(finish(std::move(readings[i]), py::reinterpret_borrow<py::str>(item), texts[i]));
            } catch (py::error_already_set& error) {
                if (!error.matches(classes().error)) throw;
                result[i] = error.value();
            }
        }
        return py::reinterpret_steal<py::typing::List<py::object>>(result.release());
    }

    /// The reports of many texts: a capsule of an ArrowArrayStream.
    [[nodiscard]] py::capsule arrow_stream(const py::object& ids, const py::object& texts, std::size_t threads,
                                           std::size_t batch) const {
        return ::arrow_stream(reader_, ids, texts, {batch, threads});
    }

    /// The explanation of a text as JSON and as text, its spans in code points.
    [[nodiscard]] py::typing::Tuple<py::str, py::str> explain(const py::str& text) const {
        const Utf8 utf8(text);
        try {
            std::string json, words;
            {
                const py::gil_scoped_release release;
                Explanation explanation = parser().explain(utf8.get());
                count_code_points_of(explanation, utf8.get());
                json = tongket::to_json(explanation, -1);
                words = tongket::to_text(explanation);
            }
            return py::typing::Tuple<py::str, py::str>(py::make_tuple(decode(json), decode(words)));
        } catch (const Error& error) {
            utf8.raise(error);
        }
    }

    [[nodiscard]] FoundIn<python::Measure> find_quantities(const py::str& text) const {
        return found<python::Measure>(text,
                                      [](const Parser& p, std::string_view utf8) { return p.find_quantities(utf8); });
    }
    [[nodiscard]] FoundIn<python::FoundDate> find_dates(const py::str& text, std::optional<int> default_year) const {
        return found<python::FoundDate>(
            text, [&](const Parser& p, std::string_view utf8) { return p.find_dates(utf8, default_year); });
    }
    [[nodiscard]] FoundIn<python::FoundPeriod> find_periods(const py::str& text,
                                                            std::optional<int> default_year) const {
        return found<python::FoundPeriod>(
            text, [&](const Parser& p, std::string_view utf8) { return p.find_periods(utf8, default_year); });
    }
    [[nodiscard]] FoundIn<python::Citation> find_citations(const py::str& text) const {
        return found<python::Citation>(text,
                                       [](const Parser& p, std::string_view utf8) { return p.find_citations(utf8); });
    }
    [[nodiscard]] FoundIn<python::Person> find_people(const py::str& text) const {
        return found<python::Person>(text,
                                     [](const Parser& p, std::string_view utf8) { return p.find_people(utf8); });
    }
    [[nodiscard]] FoundIn<python::Organizer> find_agencies(const py::str& text) const {
        return found<python::Organizer>(text,
                                        [](const Parser& p, std::string_view utf8) { return p.find_agencies(utf8); });
    }

    [[nodiscard]] Optional<python::Measure> parse_quantity(const py::str& text) const {
        return phrase<python::Measure>(
            text, [&](std::string_view utf8) { return parser().parse_quantity(utf8); },
            [](Measure& m, auto visit) {
                visit(m.span);
                if (m.indicator) visit(m.indicator->span);
            });
    }
    [[nodiscard]] Optional<python::Date> parse_date(const py::str& text, std::optional<int> default_year) const {
        return phrase<python::Date>(
            text, [&](std::string_view utf8) { return parser().parse_date(utf8, default_year); }, [](Date&, auto) {});
    }
    [[nodiscard]] Optional<python::Period> parse_period(const py::str& text, std::optional<int> default_year) const {
        return phrase<python::Period>(
            text, [&](std::string_view utf8) { return parser().parse_period(utf8, default_year); },
            [](Period&, auto) {});
    }
    [[nodiscard]] Optional<python::Citation> parse_citation(const py::str& text) const {
        return phrase<python::Citation>(
            text, [&](std::string_view utf8) { return parser().parse_citation(utf8); },
            [](Citation& c, auto visit) { visit(c.span); });
    }
    [[nodiscard]] Optional<python::Person> parse_person(const py::str& text) const {
        return phrase<python::Person>(
            text, [&](std::string_view utf8) { return parser().parse_person(utf8); },
            [](Person& p, auto visit) { visit(p.span); });
    }
    [[nodiscard]] Optional<python::Organizer> parse_agency(const py::str& text) const {
        return phrase<python::Organizer>(
            text, [&](std::string_view utf8) { return parser().parse_agency(utf8); },
            [](Organizer& o, auto visit) { visit(o.span); });
    }

  private:
    std::shared_ptr<const Reader> reader_;

    [[nodiscard]] const Parser& parser() const { return reader_->parser(); }
    [[nodiscard]] Reading read(std::string_view utf8) const {
        const py::gil_scoped_release release;
        return reader_->read(utf8);
    }
    [[nodiscard]] static std::unique_ptr<ReportData> finish(Reading&& reading, const py::str& text,
                                                            const Utf8& utf8) {
        if (!reading.report) utf8.raise(reading.report.error());
        return std::make_unique<ReportData>(*std::move(reading.report),
                                            reading.source ? decode(*reading.source) : text);
    }
    [[nodiscard]] static std::unique_ptr<ReportData> finish(Reading&& reading, const py::bytes& bytes) {
        if (!reading.report) raise(reading.report.error(), view(bytes));
        if (reading.source) return std::make_unique<ReportData>(*std::move(reading.report), decode(*reading.source));
        return std::make_unique<ReportData>(*std::move(reading.report), bytes);
    }

    /// Finds all of one kind and counts the spans in code points of `text`.
    template <class T, class Find>
    [[nodiscard]] FoundIn<T> found(const py::str& text, Find find) const {
        const Utf8 utf8(text);
        try {
            auto shown = [&] {
                const py::gil_scoped_release release;
                auto result = find(parser(), utf8.get());
                if (utf8.has_surrogates()) find_repaired(utf8.get(), find, result);
                std::vector<std::size_t*> places;
                const auto add = [&](Span& span) { places.insert(places.end(), {&span.begin, &span.end}); };
                for (auto& item : result.items) add(item.span);
                for (Diagnostic& diagnostic : result.diagnostics) {
                    add(diagnostic.span);
                    if (diagnostic.related) add(*diagnostic.related);
                }
                count_code_points_at(std::move(places), utf8.get());
                return result;
            }();
            return FoundIn<T>(py::make_tuple(all<T>(shown.items), all<python::Diagnostic>(shown.diagnostics)));
        } catch (const Error& error) {
            utf8.raise(error);
        }
    }

    /// As `Reader::read`: what is found is that of the repaired text, with one diagnostic of repair for each
    /// surrogate.
    template <class Find, class Result>
    void find_repaired(std::string_view utf8, Find find, Result& result) const {
        constexpr char first_byte = '\xED';
        Result repaired = find(reader_->parser_of_repaired(), with_surrogates_replaced(utf8));
        for (Diagnostic& diagnostic : result.diagnostics)
            if (diagnostic.code == "invalid-utf8" && utf8[diagnostic.span.begin] == first_byte) {
                diagnostic.span.end = diagnostic.span.begin + 3;
                repaired.diagnostics.push_back(std::move(diagnostic));
            }
        result = std::move(repaired);
    }

    /// Parses one phrase and counts its spans in code points of `text`.
    template <class Result, class Parse, class Spans>
    [[nodiscard]] static Optional<Result> phrase(const py::str& text, Parse parse, Spans spans) {
        const Utf8 utf8(text);
        try {
            auto value = parse(utf8.get());
            if (value)
                spans(*value, [&](Span& span) {
                    span = {count_code_points(utf8.get().substr(0, span.begin)),
                            count_code_points(utf8.get().substr(0, span.end))};
                });
            return as<Optional<Result>>(value);
        } catch (const Error& error) {
            utf8.raise(error);
        }
    }
};

/// Reports as one Arrow array, each with its name.
py::typing::Tuple<py::capsule, py::capsule> arrow_array_of(const std::vector<std::string>& ids,
                                                           const py::typing::List<ReportData>& reports) {
    const auto kept = py::reinterpret_steal<py::tuple>(PyList_AsTuple(reports.ptr()));
    if (!kept) throw py::error_already_set();
    std::vector<const Report*> pointers;
    pointers.reserve(kept.size());
    for (const py::handle report : kept) pointers.push_back(&report.cast<ReportData&>().get());
    return arrow_array(ids, pointers);
}

std::unique_ptr<ReportData> report_from_json(const py::str& json, const std::optional<py::str>& source, bool check) {
    const Utf8 utf8(json);
    try {
        Report report = tongket::from_json(utf8.get());
        const auto refuse = [&](std::vector<JsonStep> path, const std::string& message) {
            throw Error(ErrorCode::invalid_json, offset_of(utf8.get(), path), message);
        };
        if (report.offsets == Offsets::byte && !source)
            refuse({"offsets"}, "offsets: spans count bytes, so the source must be given");
        if (!source) return std::make_unique<ReportData>(std::move(report));
        auto data = std::make_unique<ReportData>(std::move(report), *source);
        if (!check) return data;
        if (const auto place = data->misfit(*source)) {
            std::vector<JsonStep> path;
            for (std::string_view part = place->part; !part.empty();) {
                const std::size_t end = std::min(part.find('.'), part.size());
                path.emplace_back(std::string(part.substr(0, end)));
                part.remove_prefix(std::min(end + 1, part.size()));
            }
            if (place->index) path.emplace_back(*place->index);
            if (place->inner != nullptr) path.emplace_back(std::string(place->inner));
            refuse(path, place->to_string() + ": the words of the report do not stand at their spans of the source");
        }
        return data;
    } catch (const Error& error) {
        utf8.raise(error);
    }
}

/// Where the member that `keys` lead to stands in JSON: code points before it, line, column.
py::typing::Tuple<py::int_, py::int_, py::int_> json_place(const py::str& json,
                                                           const std::vector<std::string>& keys) {
    const Utf8 utf8(json);
    const std::size_t offset = offset_of(utf8.get(), {keys.begin(), keys.end()});
    const LineColumn place = locate(utf8.get(), offset);
    return py::typing::Tuple<py::int_, py::int_, py::int_>(
        py::make_tuple(count_code_points(utf8.get().substr(0, offset)), place.line, place.column));
}

// ---- lexicon ------------------------------------------------------------------------------------------------------

/// An entry as the C++ library has it. Lone surrogates become bytes that it refuses.
LexiconEntry entry_of(const py::str& word_class, const std::vector<py::str>& phrases, const py::str& value,
                      const py::str& attributes, std::size_t index) {
    const auto text = [](const py::str& of) { return std::string(Utf8(of).get()); };
    LexiconEntry entry{text(word_class), {}, text(value), text(attributes), index};
    for (const py::str& phrase : phrases) entry.phrases.push_back(text(phrase));
    return entry;
}

using EntryAndOffset = py::typing::Tuple<python::LexiconEntry, py::int_>;

/// Entries, each with the code points before its line.
Tuple<EntryAndOffset> entries_of(const py::str& text) {
    const Utf8 utf8(text);
    try {
        std::size_t byte = 0, code_points = 0;
        return make_tuple_of<EntryAndOffset>(read_lexicon(utf8.get()), [&](const LexiconEntry& entry) {
            code_points += count_code_points(utf8.get().substr(byte, entry.offset - byte));
            byte = entry.offset;
            return py::make_tuple(make(entry), code_points);
        });
    } catch (const Error& error) {
        utf8.raise(error);
    }
}

// ---- periods ------------------------------------------------------------------------------------------------------

// The JSON form of a year or a part of one.
std::string period_text(std::size_t kind, int year, int index, int day) {
    const auto fits = [](int value, int limit) { return value >= 0 && value <= limit; };
    if (kind < static_cast<std::size_t>(Period::Kind::range) && fits(year, 9999) && fits(index, 99) &&
        fits(day, 99)) {
        const Period::Part part{static_cast<Period::Kind>(kind), static_cast<std::int16_t>(year),
                                static_cast<std::uint8_t>(index), static_cast<std::uint8_t>(day)};
        const Period period{part, part};
        if (period.valid()) return period.to_string();
    }
    throw py::value_error("the calendar of 1900 to 2100 has no such period");
}

// First and last day of a period in its JSON form.
py::typing::Tuple<python::Date, python::Date> period_days(const py::str& text) {
    const auto period = Period::from_string(Utf8(text).get());
    if (!period) throw py::value_error("the calendar of 1900 to 2100 has no such period");
    return py::typing::Tuple<python::Date, python::Date>(
        py::make_tuple(make(period->first_day()), make(period->last_day())));
}

template <class T>
void add_list(py::class_<ReportData>& type, const char* name, std::vector<T> Report::*items, auto result,
              const char* doc) {
    type.def(
        name, [items](ReportData& self) { return all<decltype(result)>(self.get().*items); }, doc);
}

// What pybind11 and this file keep, they keep once a process: another interpreter in it would share the first one's
// objects.
bool in_sub_interpreter() { return PyInterpreterState_Get() != PyInterpreterState_Main(); }
constexpr const char* refusal = "tongket cannot be used in a sub-interpreter: use threads or processes";

}  // namespace

PYBIND11_MODULE(_main_core, m, py::mod_gil_not_used()) {
    if (in_sub_interpreter()) throw py::import_error(refusal);
    m.doc() = "The C++ library behind tongket. Use the package's own functions and types instead.";
    m.attr("__version__") = std::string(version);
    m.attr("REPORT_GENRE") = report_genre;
    m.attr("LEAST_GENRE") = least_genre;

    py::class_<LexiconEntry>(m, "Entry", "A lexicon entry on its way into the C++ library.")
        .def(py::init(&entry_of), py::arg("word_class"), py::arg("phrases"), py::arg("value"), py::arg("attributes"),
             py::arg("index"), "`index` becomes the offset of errors about it.");

    py::class_<ReportData> report(m, "ReportData", "A parsed report as the C++ library keeps it.");
    report.def_property_readonly("source", &ReportData::source, "The text that was parsed, if known.")
        .def(
            "to_json", [](ReportData& self, int indent) { return tongket::to_json(self.get(), indent); },
            py::arg("indent").noconvert(), "The JSON form.")
        .def(
            "to_table", [](ReportData& self) { return tongket::to_table(self.get()); }, "Tables for eyes.")
        .def("add_warning", &ReportData::add_warning, py::arg("code"), py::arg("message"), py::arg("begin"),
             py::arg("end"), "Adds a diagnostic of the file that the source comes from; its place in code points.")
        .def(
            "equals", [](ReportData& self, ReportData& other) { return self.get() == other.get(); }, py::arg("other"),
            "Whether both say the same.")
        .def(
            "genre", [](ReportData& self) { return self.get().genre; }, "How likely it is a report.")
        .def(
            "title", [](ReportData& self) { return as<Optional<python::Text>>(self.get().title); }, "The headline.")
        .def(
            "published", [](ReportData& self) { return as<Optional<python::Published>>(self.get().published); },
            "Publication time.")
        .def(
            "outlet", [](ReportData& self) { return as<Optional<python::Text>>(self.get().outlet); },
            "Who published.")
        .def(
            "byline", [](ReportData& self) { return as<Optional<python::Text>>(self.get().byline); },
            "Author or source line.")
        .def(
            "meeting", [](ReportData& self) { return as<python::Meeting>(self.get().meeting); }, "The conference.");
    add_list(report, "zones", &Report::zones, python::Zone(), "A partition of the source.");
    add_list(report, "people", &Report::people, python::Person(), "Everyone named.");
    add_list(report, "delegations", &Report::delegations, python::Delegation(), "Groups that attended.");
    add_list(report, "achievements", &Report::achievements, python::Statement(), "Results.");
    add_list(report, "measures", &Report::measures, python::Measure(), "Every quantity.");
    add_list(report, "shortcomings", &Report::shortcomings, python::Statement(), "Failings.");
    add_list(report, "targets", &Report::targets, python::Target(), "Tasks.");
    add_list(report, "awards", &Report::awards, python::Award(), "Honours.");
    add_list(report, "citations", &Report::citations, python::Citation(), "Documents named by number.");
    add_list(report, "diagnostics", &Report::diagnostics, python::Diagnostic(), "What the reader should know.");

    py::class_<PythonParser>(m, "Parser", "A lexicon and options; safe to use from several threads.")
        .def(py::init([](std::size_t max_input_bytes, bool replace_invalid_utf8, std::optional<std::size_t> max_work,
                         const std::string& wrap, const std::vector<LexiconEntry>& entries) {
                 const auto known_wrap = from_name<Wrap>(wrap);
                 if (!known_wrap)
                     throw py::value_error("wrap must be 'auto', 'never' or 'always', not '" + wrap + "'");
                 try {
                     return PythonParser(max_input_bytes, replace_invalid_utf8, max_work, *known_wrap, entries);
                 } catch (const Error& error) {
                     raise_at(error, error.what(), error.offset(), {});
                 }
             }),
             py::arg("max_input_bytes").noconvert(), py::arg("replace_invalid_utf8"), py::arg("max_work").noconvert(),
             py::arg("wrap"), py::arg("entries"))
        .def("parse", &PythonParser::parse, py::arg("text"), "Reads one report; releases the GIL.")
        .def("parse_bytes", &PythonParser::parse_bytes, py::arg("data"), "Reads the UTF-8 bytes of one report.")
        .def("parse_batch", &PythonParser::parse_batch, py::arg("items"),
             "Reads several reports with the GIL released; each item becomes a ReportData or an Error.")
        .def("arrow_stream", &PythonParser::arrow_stream, py::arg("ids"), py::arg("texts"),
             py::arg("threads").noconvert(), py::arg("batch").noconvert(),
             "Reads reports as they are asked for: a capsule of an Arrow stream. `ids` and `texts` are the capsules "
             "of "
             "a stream or an array, or iterators; `ids` may be None.")
        .def("explain", &PythonParser::explain, py::arg("text"),
             "Why a text is read as it is: JSON, and text for eyes.")
        .def("find_quantities", &PythonParser::find_quantities, py::arg("text"), "Quantities, and diagnostics.")
        .def("find_dates", &PythonParser::find_dates, py::arg("text"), py::arg("default_year").noconvert(),
             "Days, and diagnostics.")
        .def("find_periods", &PythonParser::find_periods, py::arg("text"), py::arg("default_year").noconvert(),
             "Periods, and diagnostics.")
        .def("find_citations", &PythonParser::find_citations, py::arg("text"), "Documents, and diagnostics.")
        .def("find_people", &PythonParser::find_people, py::arg("text"), "Persons, and diagnostics.")
        .def("find_agencies", &PythonParser::find_agencies, py::arg("text"), "Agencies, and diagnostics.")
        .def("parse_quantity", &PythonParser::parse_quantity, py::arg("text"), "A quantity on its own.")
        .def("parse_date", &PythonParser::parse_date, py::arg("text"), py::arg("default_year").noconvert(),
             "A date on its own.")
        .def("parse_period", &PythonParser::parse_period, py::arg("text"), py::arg("default_year").noconvert(),
             "A period on its own.")
        .def("parse_citation", &PythonParser::parse_citation, py::arg("text"), "A citation on its own.")
        .def("parse_person", &PythonParser::parse_person, py::arg("text"), "A person on their own.")
        .def("parse_agency", &PythonParser::parse_agency, py::arg("text"), "An agency on its own.");

    m.def("arrow_schema", &arrow_schema, "The schema of Arrow streams: a capsule.");
    m.def("arrow_array", &arrow_array_of, py::arg("ids"), py::arg("reports"),
          "Reports as one Arrow array: the capsules of its schema and of itself.");
    m.def("from_json", &report_from_json, py::arg("json"), py::arg("source"), py::arg("check"),
          "Reads the JSON form of a report; `check`: whether its words stand in the source.");
    m.def("json_place", &json_place, py::arg("json"), py::arg("keys"),
          "Where the member that keys lead to stands in JSON: offset, line, column.");
    m.def("read_lexicon", &entries_of, py::arg("text"), "Reads lexicon lines; each entry with its offset.");
    m.def(
        "builtin_lexicon", [] { return std::string(builtin_lexicon()); }, "The built-in lexicon as text.");
    m.def(
        "builtin_indicators", [] { return std::string(builtin_indicators()); }, "The indicator catalogue as CSV.");

    m.def("period_text", period_text, py::arg("kind").noconvert(), py::arg("year").noconvert(),
          py::arg("index").noconvert(), py::arg("day").noconvert(), "The JSON form of a year or a part of one.");
    m.def("period_days", period_days, py::arg("text"), "First and last day of a period in its JSON form.");
    m.def(
        "period_from_text",
        [](const py::str& text) { return as<Optional<python::Period>>(Period::from_string(Utf8(text).get())); },
        py::arg("text"), "Reads the JSON form of a period.");

    add_files(m);
}

// Python's door. Before Python 3.12 pybind11 would wait for ever to find out that the interpreter is another; later
// ones come here in the main interpreter first, whichever imports.
extern "C" PYBIND11_EXPORT PyObject* PyInit__core();
extern "C" PyObject* PyInit__core() {
    if (!in_sub_interpreter()) return PyInit__main_core();
    PyErr_SetString(PyExc_ImportError, refusal);
    return nullptr;
}
