// SPDX-License-Identifier: BSL-1.0
#include "cli/sqlite.hpp"

#include <new>
#include <stdexcept>

#ifdef TONGKET_WITH_SQLITE
#include <sqlite3.h>
#endif

namespace tongket::cli {

#ifdef TONGKET_WITH_SQLITE

namespace {

/// By which the program knows its own databases again: `tong`, where SQLite has a place for such a mark.
constexpr int application_id = 0x746F6E67;

/// A database in memory fails only where there is no more of it.
void check(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE) throw std::bad_alloc();
}

std::string_view type_name(ColumnType type) noexcept {
    switch (type) {
        case ColumnType::number:
            return "NUMERIC";
        case ColumnType::integer:
        case ColumnType::truth:
            return "INTEGER";
        case ColumnType::text:
        case ColumnType::date:
            break;
    }
    return "TEXT";
}

struct Closer {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

void bind(sqlite3_stmt* statement, int place, const Cell& cell) {
    const auto bind_text = [&](const std::string& text) {
        check(sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT));
    };
    if (const auto* text = std::get_if<std::string>(&cell))
        bind_text(*text);
    else if (const auto* number = std::get_if<Decimal>(&cell))
        bind_text(number->to_string());  // the column makes it a number
    else if (const auto* integer = std::get_if<std::int64_t>(&cell))
        check(sqlite3_bind_int64(statement, place, *integer));
    else if (const auto* truth = std::get_if<bool>(&cell))
        check(sqlite3_bind_int64(statement, place, *truth ? 1 : 0));
    else
        check(sqlite3_bind_null(statement, place));
}

}  // namespace

struct Database::Connection {
    std::unique_ptr<sqlite3, Closer> database;
    std::unique_ptr<sqlite3_stmt, Closer> insertion;

    void run(const std::string& statement) const {
        check(sqlite3_exec(database.get(), statement.c_str(), nullptr, nullptr, nullptr));
    }
};

bool has_sqlite() noexcept { return true; }

bool is_own_database(const std::string& file, const std::string& table) noexcept {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, Closer> database(opened);
    if (code != SQLITE_OK) return false;
    constexpr const char* question =
        "SELECT (SELECT application_id FROM pragma_application_id) = ?1 AND count(*) = 1 AND max(name) = ?2 "
        "FROM sqlite_master";
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(opened, question, -1, &prepared, nullptr) != SQLITE_OK) return false;
    const std::unique_ptr<sqlite3_stmt, Closer> statement(prepared);
    return sqlite3_bind_int(prepared, 1, application_id) == SQLITE_OK &&
           sqlite3_bind_text(prepared, 2, table.data(), static_cast<int>(table.size()), SQLITE_STATIC) == SQLITE_OK &&
           sqlite3_step(prepared) == SQLITE_ROW && sqlite3_column_int(prepared, 0) == 1;
}

Database::Database(const std::string& table, std::span<const Column> columns)
    : connection_(std::make_unique<Connection>()) {
    sqlite3* database = nullptr;
    const int opened = sqlite3_open(":memory:", &database);
    connection_->database.reset(database);
    check(opened);

    std::string definition, places;
    for (const Column& column : columns) {
        const std::string_view comma = definition.empty() ? "" : ", ";
        definition.append(comma).append("\"").append(column.name).append("\" ").append(type_name(column.type));
        places.append(comma).append("?");
    }
    connection_->run("PRAGMA application_id = " + std::to_string(application_id));
    connection_->run("CREATE TABLE " + table + " (" + definition + ")");
    connection_->run("BEGIN");
    sqlite3_stmt* insertion = nullptr;
    const std::string statement = "INSERT INTO " + table + " VALUES (" + places + ")";
    check(sqlite3_prepare_v2(database, statement.c_str(), -1, &insertion, nullptr));
    connection_->insertion.reset(insertion);
}

void Database::insert(std::span<const Cell> cells) {
    sqlite3_stmt* const insertion = connection_->insertion.get();
    for (std::size_t i = 0; i < cells.size(); ++i) bind(insertion, static_cast<int>(i) + 1, cells[i]);
    check(sqlite3_step(insertion));
    check(sqlite3_reset(insertion));
}

std::string Database::content() {
    connection_->run("COMMIT");
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
        sqlite3_serialize(connection_->database.get(), "main", &size, 0), sqlite3_free);
    if (bytes == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

#else

struct Database::Connection {};

bool has_sqlite() noexcept { return false; }

bool is_own_database(const std::string&, const std::string&) noexcept { return false; }

Database::Database(const std::string&, std::span<const Column>) {
    throw std::logic_error("this program was built without SQLite");
}

void Database::insert(std::span<const Cell>) {}

std::string Database::content() { return {}; }

#endif

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

}  // namespace tongket::cli
