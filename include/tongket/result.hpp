// SPDX-License-Identifier: BSL-1.0
/// @file
/// A value or the error that stands in its place: for those who want no exceptions.
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include <tongket/api.hpp>
#include <tongket/error.hpp>

namespace tongket {

/// What a function gives that throws nothing: a value, or the `Error` that the function of the same name without
/// `try_` throws. A part of `std::expected`, of the same names. `*`, `->` and `error()` ask that there be one.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(const T& value) : state_(std::in_place_index<0>, value) {}
    Result(T&& value) noexcept(std::is_nothrow_move_constructible_v<T>)
        : state_(std::in_place_index<0>, std::move(value)) {}
    Result(const Error& error) noexcept : state_(std::in_place_index<1>, error) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T& operator*() const& noexcept { return *std::get_if<0>(&state_); }
    [[nodiscard]] T& operator*() & noexcept { return *std::get_if<0>(&state_); }
    [[nodiscard]] T&& operator*() && noexcept { return std::move(*std::get_if<0>(&state_)); }
    [[nodiscard]] const T* operator->() const noexcept { return std::get_if<0>(&state_); }
    [[nodiscard]] T* operator->() noexcept { return std::get_if<0>(&state_); }

    /// The value.
    /// @throws Error the error, where there is no value
    [[nodiscard]] const T& value() const& {
        if (!has_value()) throw_error(error());
        return **this;
    }
    [[nodiscard]] T&& value() && {
        if (!has_value()) throw_error(error());
        return *std::move(*this);
    }
    /// The value, or another where there is none.
    template <class Other>
    [[nodiscard]] T value_or(Other&& other) const& {
        return has_value() ? **this : static_cast<T>(std::forward<Other>(other));
    }
    template <class Other>
    [[nodiscard]] T value_or(Other&& other) && {
        return has_value() ? *std::move(*this) : static_cast<T>(std::forward<Other>(other));
    }

    /// Why there is no value.
    [[nodiscard]] const Error& error() const noexcept { return *std::get_if<1>(&state_); }

  private:
    std::variant<T, Error> state_;
};

/// The error `out_of_memory`, which is made before memory runs out.
[[nodiscard]] TONGKET_API const Error& out_of_memory();

#ifdef __cpp_exceptions
/// What is being caught, as an error: an `Error` as it is, std::bad_alloc as `out_of_memory`, all else as
/// `foreign_exception`. Only in a `catch`.
[[nodiscard]] TONGKET_API Error caught_error() noexcept;

/// Calls a function of the library that has no form `try_...`:
/// `attempt([&] { return parser.find_dates(text); })`.
/// @param work  may throw anything
template <class Work>
auto attempt(Work work) noexcept -> Result<std::invoke_result_t<Work>> {
    try {
        return work();
    } catch (...) {
        return caught_error();
    }
}
#endif

}  // namespace tongket
