// SPDX-License-Identifier: BSL-1.0
/// @file
/// Rows as an SQLite database.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "cli/measure_rows.hpp"

namespace tongket::cli {

/// Whether the program was built with SQLite.
[[nodiscard]] bool has_sqlite() noexcept;

/// Whether a file is a database as `Database` makes them, and nothing was added to it since: it has its mark
/// (`application_id`) and the table alone.
[[nodiscard]] bool is_own_database(const std::string& file, const std::string& table) noexcept;

/// A database with one table, in memory until it is whole.
class Database {
  public:
    /// @throws std::bad_alloc
    /// @throws std::logic_error where the program was built without SQLite
    Database(const std::string& table, std::span<const Column> columns);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Texts stay as they are, decimals are numbers where SQLite holds them exactly and texts elsewhere.
    /// @param cells  one for each column
    /// @throws std::bad_alloc
    void insert(std::span<const Cell> cells);

    /// The database as the content of a file.
    /// @throws std::bad_alloc
    [[nodiscard]] std::string content();

  private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace tongket::cli
