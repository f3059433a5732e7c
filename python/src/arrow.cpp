// SPDX-License-Identifier: BSL-1.0
#include "arrow.hpp"

#include <cerrno>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "arrow/batch.hpp"
#include "arrow/nanoarrow.hpp"
#include "arrow/values.hpp"

namespace py = pybind11;
namespace arrow = tongket::arrow;

namespace {

constexpr const char* stream_name = "arrow_array_stream";
constexpr const char* schema_name = "arrow_schema";
constexpr const char* array_name = "arrow_array";

// ---- capsules ----

/// A capsule that owns a structure of Arrow's C interface, and releases it unless it was moved from.
template <class T>
py::capsule capsule_of(nanoarrow::internal::Unique<T> owned, const char* name) {
    auto structure = std::make_unique<T>();
    owned.move(structure.get());
    py::capsule capsule(structure.get(), name, [](PyObject* self) {
        auto* const kept = static_cast<T*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
        if (kept->release != nullptr) kept->release(kept);
        delete kept;
    });
    structure.release();
    return capsule;
}

template <class T>
T& in_capsule(const py::handle capsule, const char* name) {
    auto* const structure = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (structure == nullptr) throw py::error_already_set();
    if (structure->release == nullptr) throw py::value_error(std::string("the capsule ") + name + " is used up");
    return *structure;
}

// ---- what Python gives ----

/// "ValueError: no such file".
std::string message_of(const py::error_already_set& error) {
    const auto type = error.type().attr("__name__").cast<std::string>();
    try {
        const auto told = py::str(error.value()).cast<std::string>();
        return told.empty() ? type : type + ": " + told;
    } catch (const py::error_already_set&) {
        return type;  // an exception that cannot be told
    }
}

/// Whether a value is one of those that stand for no value in tables.
bool is_missing(const py::handle value) {
    if (value.is_none()) return true;
    if (PyFloat_Check(value.ptr())) return std::isnan(PyFloat_AS_DOUBLE(value.ptr()));
    const std::string_view type = Py_TYPE(value.ptr())->tp_name;
    const std::string_view name = type.substr(type.rfind('.') + 1);
    return name == "NAType" || name == "NaTType";
}

/// The values of an iterator. Asked by the thread of the consumer, which may not have the GIL.
class PythonValues final : public arrow::Values {
  public:
    PythonValues(py::iterator values, std::string name) : values_(std::move(values)), name_(std::move(name)) {}
    ~PythonValues() override {
        if (Py_IsInitialized() == 0) {
            // The interpreter has ended before the consumer: there is nobody to give them back to.
            (void)values_.release();
            (void)kept_.release();
            return;
        }
        const py::gil_scoped_acquire acquire;
        values_ = {};
        kept_ = {};
    }

    [[nodiscard]] std::optional<arrow::Value> next() override {
        const py::gil_scoped_acquire acquire;
        const auto value = py::reinterpret_steal<py::object>(PyIter_Next(values_.ptr()));
        if (!value) {
            if (PyErr_Occurred() != nullptr) fail();
            return std::nullopt;
        }
        const std::size_t index = taken_++;
        if (is_missing(value)) return arrow::Value();
        if (PyBytes_Check(value.ptr())) {
            kept_ = value;
        } else if (PyUnicode_Check(value.ptr())) {
            // Lone surrogates become bytes that the parser refuses, or replaces, like any others that are not UTF-8.
            kept_ =
                py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(value.ptr(), "utf-8", "surrogatepass"));
            if (!kept_) fail();
        } else {
            throw arrow::StreamError(EINVAL, name_ + "[" + std::to_string(index) +
                                                 "] must be str, bytes or None, not " +
                                                 Py_TYPE(value.ptr())->tp_name);
        }
        return arrow::Value(std::in_place, PyBytes_AS_STRING(kept_.ptr()),
                            static_cast<std::size_t>(PyBytes_GET_SIZE(kept_.ptr())));
    }

  private:
    py::object values_;
    py::object kept_;  ///< whose bytes are viewed
    std::string name_;
    std::size_t taken_ = 0;

    [[noreturn]] void fail() const {
        const py::error_already_set error;
        throw arrow::StreamError(EIO, name_ + ": " + message_of(error));
    }
};

std::unique_ptr<arrow::Values> values_of(const py::object& given, const char* name) {
    if (given.is_none()) return nullptr;
    try {
        if (PyCapsule_CheckExact(given.ptr()) != 0)
            return std::make_unique<arrow::ArrowValues>(in_capsule<ArrowArrayStream>(given, stream_name), name);
        if (PyTuple_Check(given.ptr())) {
            const auto capsules = py::reinterpret_borrow<py::tuple>(given);
            nanoarrow::UniqueArrayStream stream;
            arrow::check(
                ArrowBasicArrayStreamInit(stream.get(), &in_capsule<ArrowSchema>(capsules[0], schema_name), 1));
            ArrowBasicArrayStreamSetArray(stream.get(), 0, &in_capsule<ArrowArray>(capsules[1], array_name));
            return std::make_unique<arrow::ArrowValues>(*stream.get(), name);
        }
        return std::make_unique<PythonValues>(py::reinterpret_borrow<py::iterator>(given), name);
    } catch (const std::invalid_argument& error) {
        throw py::type_error(error.what());
    } catch (const arrow::StreamError& error) {
        throw py::value_error(error.what());
    }
}

// ---- batches ----

/// Makes batches without the GIL, which some consumers hold.
class WithoutGil final : public arrow::Batches {
  public:
    explicit WithoutGil(std::unique_ptr<arrow::Batches> batches) : batches_(std::move(batches)) {}

    [[nodiscard]] std::optional<nanoarrow::UniqueArray> next() override {
        std::optional<py::gil_scoped_release> release;
        if (PyGILState_Check() != 0) release.emplace();
        return batches_->next();
    }

  private:
    std::unique_ptr<arrow::Batches> batches_;
};

}  // namespace

py::capsule arrow_stream(std::shared_ptr<const Reader> reader, const py::object& ids, const py::object& texts,
                         arrow::StreamOptions options) {
    const auto read = [reader = std::move(reader)](std::string_view text) { return reader->read(text); };
    auto pages =
        std::make_unique<arrow::PageBatches>(values_of(ids, "ids"), values_of(texts, "texts"), read, options);
    nanoarrow::UniqueArrayStream stream;
    arrow::export_stream(std::make_unique<WithoutGil>(std::move(pages)), *stream.get());
    return capsule_of(std::move(stream), stream_name);
}

py::capsule arrow_schema() { return capsule_of(arrow::schema(), schema_name); }

py::typing::Tuple<py::capsule, py::capsule> arrow_array(const std::vector<std::string>& ids,
                                                        const std::vector<const tongket::Report*>& reports) {
    const auto array = [&] {
        const py::gil_scoped_release release;
        arrow::Batch batch;
        for (std::size_t i = 0; i < reports.size(); ++i) batch.add(ids.at(i), *reports[i], {});
        return std::move(batch).finish();
    };
    return py::typing::Tuple<py::capsule, py::capsule>(
        py::make_tuple(arrow_schema(), capsule_of(array(), array_name)));
}
