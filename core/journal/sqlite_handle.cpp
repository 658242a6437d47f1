// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/sqlite_handle.h"

#include <sqlite3.h>

#include <cstring>

namespace siaga::sqlite {

void Close::operator()(sqlite3 *connection) const
{
    sqlite3_close(connection);
}

std::string lastWords(sqlite3 *connection)
{
    std::string words = sqlite3_errmsg(connection);
    words += " (SQLite code " + std::to_string(sqlite3_extended_errcode(connection));
    const int system = sqlite3_system_errno(connection);
    if (system != 0)
        words += std::string(", ") + std::strerror(system);
    return words + ")";
}

bool run(sqlite3 *connection, const char *sql)
{
    return sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

Statement::Statement(sqlite3 *connection, std::string_view sql)
    : m_code(sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                &m_statement, nullptr))
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bindInteger(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
}

void Statement::bindText(int parameter, std::string_view text)
{
    sqlite3_bind_text64(m_statement, parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBlob(int parameter, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement, parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
}

bool Statement::step()
{
    // A statement that could not be prepared keeps that error.
    if (m_statement)
        m_code = sqlite3_step(m_statement);
    return m_code == SQLITE_ROW;
}

bool Statement::failed() const
{
    return m_code != SQLITE_ROW && m_code != SQLITE_DONE && m_code != SQLITE_OK;
}

bool Statement::run()
{
    step();
    const bool done = m_code == SQLITE_DONE;
    reset();
    return done;
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view Statement::bytes(int column) const
{
    const void *const data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? std::string_view(static_cast<const char *>(data), static_cast<std::size_t>(size)) : std::string_view();
}

} // namespace siaga::sqlite
