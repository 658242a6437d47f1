// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a vector of rows into a table that Qt's views can show, so that no page writes a model of its own.
//
// Like a form with printed columns: you bring the rows, each column knows what to write. The catch: rows that change in
// number are told as inserted or removed at the end; keep a key in the row if a selection has to follow it.
#pragma once

#include "views/theme/plain_text.h"
#include "views/theme/status.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace siaga::views {

/// What a column answers besides Qt's roles.
enum TableRole {
    statusRole = Qt::UserRole + 1, ///< int of a Status whose mark stands before the text; invalid: none.
    quietRole,                     ///< true: a muted column.
};

template<typename Row>
class RowModel : public QAbstractTableModel
{
public:
    struct Column
    {
        QString title;
        std::function<QString(const Row &)> text; ///< Plain text; cleaned once more here.
        std::function<std::optional<Status>(const Row &)> status; ///< Empty: no mark.
        bool quiet = false; ///< Muted: needed, but not read first.
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    };

    explicit RowModel(std::vector<Column> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    {
    }

    const std::vector<Row> &rows() const { return m_rows; }

    void setRows(std::vector<Row> rows)
    {
        const int before = static_cast<int>(m_rows.size());
        const int after = static_cast<int>(rows.size());
        if (after < before) {
            beginRemoveRows({}, after, before - 1);
            m_rows = std::move(rows);
            endRemoveRows();
        } else if (after > before) {
            beginInsertRows({}, before, after - 1);
            m_rows = std::move(rows);
            endInsertRows();
        } else {
            m_rows = std::move(rows);
        }
        const int kept = std::min(before, after);
        if (kept > 0 && !m_columns.empty()) {
            emit dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
        }
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const Column &column = m_columns[static_cast<std::size_t>(index.column())];
        const Row &row = m_rows[static_cast<std::size_t>(index.row())];
        const std::optional<Status> status = column.status ? column.status(row) : std::nullopt;
        switch (role) {
        case Qt::DisplayRole:
            return plain(column.text(row));
        case Qt::AccessibleTextRole:
            return status ? QString(word(*status) + QStringLiteral(": ") + plain(column.text(row)))
                          : plain(column.text(row));
        case Qt::ToolTipRole:
            return plainTip(column.text(row));
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(column.alignment);
        case statusRole:
            return status ? QVariant(static_cast<int>(*status)) : QVariant();
        case quietRole:
            return column.quiet;
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
            return {};
        }
        const Column &column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::TextAlignmentRole) {
            return QVariant::fromValue(column.alignment);
        }
        return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
    }

private:
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

} // namespace siaga::views
