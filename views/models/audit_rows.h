// SPDX-License-Identifier: GPL-3.0-or-later
// Records as the rows of a table, newest on top: a window of a few thousand that slides over a journal of any length.
//
// Like a scroll of which only a part is unrolled: more is unrolled at either end, and rolled up at the other. The catch:
// whoever unrolls on top must push the view down by as much, or what is read jumps.
#pragma once

#include "core/words/audit_words.h"
#include "core/words/figures.h"

#include <QAbstractTableModel>

#include <deque>

namespace siaga::views {

class AuditRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { when, who, what, why, number, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setZone(words::Zone zone);
    void clear();
    /// Older ones, newest first, below the last.
    void append(std::vector<words::AuditLine> lines);
    /// Newer ones, oldest first, above the first. Those that are there already are left out; gives how many were added.
    int prepend(const std::vector<words::AuditLine> &lines);
    /// Rolls up what is more than `rows` at the end or on top; gives how many went.
    int dropBottom(int rows);
    int dropTop(int rows);

    bool isEmpty() const { return m_lines.empty(); }
    const words::AuditLine &at(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    Seq newest() const { return m_lines.empty() ? Seq() : m_lines.front().row.seq; }
    Seq oldest() const { return m_lines.empty() ? Seq() : m_lines.back().row.seq; }
    /// -1 when it is not in the window.
    int rowOf(Seq seq) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const words::AuditLine &line, int column) const;

    std::deque<words::AuditLine> m_lines;
    words::Zone m_zone = words::Zone::utc;
};

} // namespace siaga::views
