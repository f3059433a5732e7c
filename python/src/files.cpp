// SPDX-License-Identifier: BSL-1.0
#include "files.hpp"

#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <cstddef>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <tongket/encoding.hpp>
#include <tongket/file_kind.hpp>

#include "cli/documents.hpp"
#include "cli/run.hpp"
#include "kinds/marks.hpp"

namespace py = pybind11;
using namespace tongket;  // NOLINT(google-build-using-namespace)

namespace {

std::string_view view(const py::bytes& bytes) {
    return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

LegacyFont font_of(const std::string& name) {
    const auto font = from_name<LegacyFont>(name);
    if (!font) throw py::key_error(name);
    return *font;
}

std::optional<std::string> name_of_font(const std::optional<LegacyFont>& font) {
    return font ? std::optional(std::string(name_of(*font))) : std::nullopt;
}

// What is given by view lives as long as the caller, who waits; it is read without holding up other threads.

std::vector<std::pair<std::string, std::string>> letters(const std::string& font) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const LegacyLetter& letter : legacy_letters(font_of(font)))
        all.emplace_back(std::string(letter.typed), std::string(letter.letter));
    return all;
}

std::optional<std::pair<std::string, std::string>> convert(const py::bytes& utf8) {
    const std::string_view text = view(utf8);
    const py::gil_scoped_release release;
    auto converted = convert_legacy(text);
    if (!converted) return std::nullopt;
    return std::pair(std::move(converted->text), std::string(name_of(converted->font)));
}

bool lacks_marks_in(const py::bytes& utf8) {
    const std::string_view text = view(utf8);
    const py::gil_scoped_release release;
    return lacks_marks(text);
}

std::optional<std::tuple<std::string, std::string, std::optional<std::string>, std::string>> decode_bytes(
    const py::bytes& data) {
    const std::string_view bytes = view(data);
    const py::gil_scoped_release release;
    try {
        Decoded decoded = decode_text(bytes);
        return std::tuple(std::move(decoded.text), std::string(decoded.encoding), name_of_font(decoded.font),
                          std::move(decoded.description));
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::pair<std::string, std::string> sniff_bytes(const py::bytes& data) {
    const std::string_view bytes = view(data);
    const py::gil_scoped_release release;
    const SniffedFile file = sniff(bytes);
    return {std::string(name_of(file.kind)), std::string(file.name)};
}

/// A path for Python; what is not UTF-8 in it is shown as such.
py::str shown(const std::string& path) {
    PyObject* const text = PyUnicode_DecodeUTF8(path.data(), static_cast<Py_ssize_t>(path.size()), "replace");
    if (text == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::str>(text);
}

/// The texts of a file as `open(path, name, data, max_bytes)` of Python finds them, which may raise nothing but what
/// is wrong in itself.
cli::Opener opener_of(const py::function& open) {
    // Called without the GIL, by any thread; `open` outlives the program's run.
    return [&open](const cli::InputFile& file, const std::string& bytes, std::size_t max_bytes) {
        using Warning = std::tuple<std::string, std::string, std::size_t, std::size_t>;
        using Found =
            std::tuple<std::string, std::string, std::string, std::string, std::string, std::vector<Warning>>;
        const py::gil_scoped_acquire acquire;
        std::vector<cli::Document> documents;
        try {
            const py::object found = open(shown(file.path), shown(file.name), py::bytes(bytes), max_bytes);
            for (auto& [path, name, text, note, error, warnings] : found.cast<std::vector<Found>>()) {
                cli::Document& document = documents.emplace_back(cli::Document{path, name, text, note, error, {}});
                for (auto& [code, message, begin, end] : warnings)
                    document.diagnostics.push_back({Severity::warning, code, message, {begin, end}, std::nullopt});
            }
        } catch (const py::error_already_set& error) {
            throw cli::FileError(error.what());
        }
        return documents;
    };
}

using Warnings = py::typing::Iterable<py::typing::Tuple<py::str, py::str, py::int_, py::int_>>;
using Texts = py::typing::Iterable<py::typing::Tuple<py::str, py::str, py::bytes, py::str, py::str, Warnings>>;
using TextsOfFile = py::typing::Callable<Texts(py::str, py::str, py::bytes, py::int_)>;

int run_program(const std::vector<std::string>& arguments, const TextsOfFile& open) {
    const cli::Opener opener = opener_of(open);
    const py::gil_scoped_release release;
    const int code = cli::run(arguments, std::cin, std::cout, std::cerr, cli::standard_terminal(), opener);
    std::cout.flush();
    return code;
}

}  // namespace

void add_files(py::module_& m) {
    m.def("legacy_letters", &letters, py::arg("font"), "What is typed in a legacy font, and the letter.");
    m.def(
        "from_legacy",
        [](const py::bytes& utf8, const std::string& font) { return from_legacy(view(utf8), font_of(font)); },
        py::arg("utf8"), py::arg("font"), "Text of a legacy font that is known.");
    m.def("convert_legacy", &convert, py::arg("utf8"),
          "Text of a legacy font in Unicode, and the font, if it is such.");
    m.attr("WITHOUT_MARKS") = without_marks;
    m.def("lacks_marks", &lacks_marks_in, py::arg("utf8"), "Whether a text is Vietnamese typed without its marks.");
    m.def("decode", &decode_bytes, py::arg("data"),
          "Text, encoding, legacy font and description; None where the bytes are in no encoding that is known.");
    m.def(
        "from_windows_1252", [](const py::bytes& data) { return from_windows_1252(view(data)); }, py::arg("data"),
        "Bytes as Windows-1252 has them.");
    m.def("sniff", &sniff_bytes, py::arg("data"), "The kind of a file, and its name in a sentence.");
    m.def("run", &run_program, py::arg("arguments"), py::arg("open"),
          "Runs the program `tongket`; `open` finds the texts of files that are none.");
}
