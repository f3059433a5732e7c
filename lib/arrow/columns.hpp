// SPDX-License-Identifier: BSL-1.0
/// @file
/// How a C++ type becomes an Arrow column: its type, and how a value is appended. A node of a report is a struct of
/// the columns that `Fields` lists for it, so that what is declared cannot differ from what is written.
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <tongket/date.hpp>
#include <tongket/model.hpp>
#include <tongket/names.hpp>

#include "arrow/code_points.hpp"
#include "arrow/decimal.hpp"
#include "arrow/nanoarrow.hpp"

namespace tongket::arrow {

/// The page in whose row a value stands: what the value itself does not know.
class Page {
  public:
    /// @param source  what the spans of the report count; must outlive this, as must the report
    Page(const Report& report, std::string_view source) : report_(report) {
        if (report.offsets == Offsets::byte) code_points_.emplace(source);
    }

    /// A position of the report in code points.
    [[nodiscard]] std::int64_t position(std::size_t at) const noexcept {
        return static_cast<std::int64_t>(code_points_ ? code_points_->before(at) : at);
    }
    /// The zone in which a position of the report lies; none where the zones leave it out.
    [[nodiscard]] std::optional<ZoneKind> zone_at(std::size_t at) const noexcept {
        const auto behind =
            std::upper_bound(report_.zones.begin(), report_.zones.end(), at,
                             [](std::size_t place, const Zone& zone) { return place < zone.span.end; });
        if (behind == report_.zones.end() || at < behind->span.begin) return std::nullopt;
        return behind->kind;
    }

  private:
    const Report& report_;
    std::optional<CodePoints> code_points_;
};

/// A position of the report.
struct Place {
    std::size_t at;
};
/// The zone around a position of the report.
struct ZoneAround {
    std::size_t at;
};

/// A column of a struct: its name, and how to get its value from the node: a member, or a function of the node.
template <class Get>
struct Field {
    const char* name;
    Get get;
};
template <class Get>
Field(const char*, Get) -> Field<Get>;

/// `Fields<Node>::list` is a tuple of the fields of a node.
template <class Node>
struct Fields;
template <class T>
concept Struct = requires {
    Fields<T>::list;
};

template <class T>
struct Column;

template <ArrowType type>
struct Plain {
    static void describe(ArrowSchema& schema) { check(ArrowSchemaSetType(&schema, type)); }
};
using PlainText = Plain<NANOARROW_TYPE_STRING>;
using PlainInteger = Plain<NANOARROW_TYPE_INT64>;

inline void append_text(ArrowArray& array, std::string_view text) {
    check(ArrowArrayAppendString(&array, {text.data(), static_cast<std::int64_t>(text.size())}));
}

template <>
struct Column<std::string_view> : PlainText {
    static void append(ArrowArray& array, std::string_view value, const Page*) { append_text(array, value); }
};
template <>
struct Column<std::string> : Column<std::string_view> {};

template <NamedEnum Enum>
struct Column<Enum> : PlainText {
    static void append(ArrowArray& array, Enum value, const Page*) { append_text(array, name_of(value)); }
};

template <>
struct Column<bool> : Plain<NANOARROW_TYPE_BOOL> {
    static void append(ArrowArray& array, bool value, const Page*) { check(ArrowArrayAppendInt(&array, value)); }
};

template <std::integral Integer>
struct Column<Integer> : PlainInteger {
    static void append(ArrowArray& array, Integer value, const Page*) {
        check(ArrowArrayAppendInt(&array, static_cast<std::int64_t>(value)));
    }
};

template <>
struct Column<double> : Plain<NANOARROW_TYPE_DOUBLE> {
    static void append(ArrowArray& array, double value, const Page*) { check(ArrowArrayAppendDouble(&array, value)); }
};

template <>
struct Column<Place> : PlainInteger {
    static void append(ArrowArray& array, Place value, const Page* page) {
        check(ArrowArrayAppendInt(&array, page->position(value.at)));
    }
};

template <>
struct Column<Date> : Plain<NANOARROW_TYPE_DATE32> {
    static void append(ArrowArray& array, Date value, const Page*) {
        const auto days = std::chrono::sys_days(std::chrono::year(value.year) / value.month / value.day);
        check(ArrowArrayAppendInt(&array, days.time_since_epoch().count()));
    }
};

template <>
struct Column<TimeOfDay> : PlainText {
    static void append(ArrowArray& array, TimeOfDay value, const Page*) { append_text(array, value.to_string()); }
};

template <>
struct Column<Decimal> {
    static void describe(ArrowSchema& schema) {
        check(ArrowSchemaSetTypeDecimal(&schema, NANOARROW_TYPE_DECIMAL128, decimal_precision, decimal_scale));
    }
    static void append(ArrowArray& array, Decimal value, const Page*) {
        const std::optional<Wide> number = unscaled(value);
        if (!number) return check(ArrowArrayAppendNull(&array, 1));
        ArrowDecimal decimal;
        ArrowDecimalInit(&decimal, 128, decimal_precision, decimal_scale);
        std::memcpy(decimal.words, &*number, sizeof *number);
        check(ArrowArrayAppendDecimal(&array, &decimal));
    }
};

template <class T>
struct Column<std::optional<T>> {
    static void describe(ArrowSchema& schema) { Column<T>::describe(schema); }
    static void append(ArrowArray& array, const std::optional<T>& value, const Page* page) {
        if (!value) return check(ArrowArrayAppendNull(&array, 1));
        Column<T>::append(array, *value, page);
    }
};

/// What may not be there.
template <class T>
struct Column<const T*> {
    static void describe(ArrowSchema& schema) { Column<T>::describe(schema); }
    static void append(ArrowArray& array, const T* value, const Page* page) {
        if (value == nullptr) return check(ArrowArrayAppendNull(&array, 1));
        Column<T>::append(array, *value, page);
    }
};

template <>
struct Column<ZoneAround> : PlainText {
    static void append(ArrowArray& array, ZoneAround value, const Page* page) {
        Column<std::optional<ZoneKind>>::append(array, page->zone_at(value.at), page);
    }
};

template <class T>
struct Column<std::vector<T>> {
    static void describe(ArrowSchema& schema) {
        check(ArrowSchemaSetType(&schema, NANOARROW_TYPE_LIST));
        Column<T>::describe(*schema.children[0]);
    }
    static void append(ArrowArray& array, const std::vector<T>& values, const Page* page) {
        for (const T& value : values) Column<T>::append(*array.children[0], value, page);
        check(ArrowArrayFinishElement(&array));
    }
};

template <Struct Node>
struct Column<Node> {
    static void describe(ArrowSchema& schema) {
        constexpr auto count = std::tuple_size_v<decltype(Fields<Node>::list)>;
        check(ArrowSchemaSetTypeStruct(&schema, static_cast<std::int64_t>(count)));
        for_each_field([&](const auto& field, std::size_t place) {
            ArrowSchema& child = *schema.children[place];
            Of<decltype(field)>::describe(child);
            check(ArrowSchemaSetName(&child, field.name));
        });
    }
    static void append(ArrowArray& array, const Node& node, const Page* page) {
        for_each_field([&](const auto& field, std::size_t place) {
            Of<decltype(field)>::append(*array.children[place], std::invoke(field.get, node), page);
        });
        check(ArrowArrayFinishElement(&array));
    }

  private:
    /// The column of a field.
    template <class F>
    using Of = Column<std::remove_cvref_t<std::invoke_result_t<decltype(std::remove_cvref_t<F>::get), const Node&>>>;

    template <class Visit>
    static void for_each_field(Visit visit) {
        std::apply(
            [&](const auto&... fields) {
                std::size_t place = 0;
                (visit(fields, place++), ...);
            },
            Fields<Node>::list);
    }
};

}  // namespace tongket::arrow
