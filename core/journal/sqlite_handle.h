// SPDX-License-Identifier: GPL-3.0-or-later
// Owners for SQLite's handles, for this folder's source files only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace siaga::sqlite {

struct Close
{
    void operator()(sqlite3 *connection) const;
};
using Connection = std::unique_ptr<sqlite3, Close>;

/// What SQLite says about its last failure, with its code's number and the system's words where it knows them.
std::string lastWords(sqlite3 *connection);

/// Runs statements that give nothing; false on failure.
bool run(sqlite3 *connection, const char *sql);

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement
{
public:
    Statement(sqlite3 *connection, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// The bytes bound must stay where they are until the statement is reset or bound again.
    void bindInteger(int parameter, std::int64_t value);
    void bindText(int parameter, std::string_view text);
    void bindBlob(int parameter, std::string_view bytes);

    /// True when there is a row. After false, failed() tells an error from the end.
    bool step();
    bool failed() const;

    /// Runs a statement that gives no row, and makes it ready for the next run; false on failure.
    bool run();
    void reset();

    /// Views are valid until the next step or reset.
    std::int64_t integer(int column) const;
    std::string_view bytes(int column) const;

private:
    sqlite3_stmt *m_statement = nullptr;
    int m_code;
};

} // namespace siaga::sqlite
