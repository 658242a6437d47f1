// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts as rows of a list, in an order that stands still while somebody reads or aims.
//
// Like a departure board that doesn't flip while you have your finger on a line: rows that are there are kept up to
// date in place; new ones wait. The catch: an alert that is over stays as a closed row for as long as rows are held, and
// what waits must be said (waitingChanged), or the reader would take an old list for the whole truth.
#pragma once

#include "views/theme/status.h"

#include <QAbstractListModel>

#include <set>
#include <vector>

namespace siaga::views {

/// The caller gives alerts worst first; the feed keeps that order.
struct AlertItem
{
    QString id;
    Status status = Status::warning;
    QString title;               ///< "us-east-1 is not answering"
    QString detail;              ///< "web, orders-db · 3 of 3 observers"
    QString age;                 ///< "47 s"
    QString note;                ///< "02:13:01 UTC", "acknowledged by Rina"
    QString told;                ///< "delivered 02:13:46 UTC to desktop; hook pager failed: exit 1, trying again"
    bool untold = false;         ///< Of it, something was not delivered.
    QString escalation;          ///< "emergency in 4 min 12 s"
    bool acknowledged = false;   ///< Known to somebody; shown quieter.
    bool over = false;           ///< Resolved, listed for a while.
    int behind = 0;              ///< Alerts that this one explains.
    std::vector<AlertItem> children; ///< Those of them that can be listed; may be fewer than `behind`.
    bool operator==(const AlertItem &) const = default;
};

class AlertRows : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { alert, behind, child };
    struct Row
    {
        Kind kind = Kind::alert;
        QString key;      ///< Of the row; unique.
        AlertItem item;   ///< Without its children; of a `behind` row: the alert that explains.
        bool open = false; ///< Of a `behind` row: its children are listed below.
        bool operator==(const Row &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    /// The whole truth at once. While held, only rows that are already there change.
    void show(std::vector<AlertItem> items, bool held);
    /// Brings in what waits.
    void release();
    /// Opens or closes what is behind the alert of a `behind` row.
    void toggle(int row);

    const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int waiting() const { return m_waiting; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// `fresh` alerts wait, the worst of them of status `worst`; `reordered` when the order would change.
    void waitingChanged(int fresh, siaga::views::Status worst, bool reordered);

private:
    std::vector<Row> flattened() const;
    void apply(std::vector<Row> target);
    void updateInPlace();
    void tellWaiting(int fresh, Status worst, bool reordered);

    std::vector<AlertItem> m_items; ///< The latest truth.
    std::vector<Row> m_rows;        ///< What is shown.
    std::set<QString> m_open;       ///< Alerts whose children are listed.
    int m_waiting = 0;
    bool m_reordered = false;
    Status m_worst = Status::healthy;
};

} // namespace siaga::views
