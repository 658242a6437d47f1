// SPDX-License-Identifier: GPL-3.0-or-later
// The fields from which a fleet is made: a few that are always there, and one for each region and service that is named.
//
// Like a form that grows a line for each child in the family. The catch: a field that somebody wrote into keeps what was
// written, also when the proposal for it changes; an untouched one follows.
#pragma once

#include "core/fleet/new_fleet.h"

#include <QWidget>

#include <map>
#include <set>

class QGridLayout;
class QLineEdit;

namespace siaga::views {

class PlainLabel;

class NewFleetForm : public QWidget
{
    Q_OBJECT

public:
    explicit NewFleetForm(QWidget *parent = nullptr);

    /// Where HAProxy was found, for the field of addresses.
    void proposeAddresses(const QStringList &addresses);
    /// What came of reading an address; proposals follow it.
    void setInventory(const QString &address, const InventoryAnswer &answer);
    /// The addresses as they stand in the field.
    QStringList addresses() const;

    /// What is answered so far; places that cannot be read are left out, see missingPlace().
    NewFleet made() const;
    /// The first region whose place is missing or cannot be read; empty when all have theirs.
    QString missingPlace() const;

signals:
    /// Something was answered, or read.
    void changed();
    /// Somebody wants the addresses read.
    void readPressed();

private:
    struct Row
    {
        QWidget *label = nullptr;
        QLineEdit *field = nullptr;
        PlainLabel *ink = nullptr;
    };
    QLineEdit *addRow(const QString &key, const QString &label, const QString &hint);
    void addHeading(const QString &text);
    /// The lines for regions and services, as they are named now.
    void layRows();
    void propose(const QString &key, const QString &proposal, bool isMeasured);
    QString value(const QString &key) const;
    QStringList list(const QString &key) const;
    NewFleet::Service service(const QString &word) const;

    QGridLayout *m_grid;
    QGridLayout *m_grown = nullptr;
    QWidget *m_grownRows = nullptr;
    std::map<QString, Row> m_rows;       ///< By key, as in a file of answers of `siaga init`.
    std::map<QString, QString> m_written; ///< What a person wrote, also into rows that are gone.
    std::vector<NewFleet::Edge> m_edges;
    PlainLabel *m_read;
};

} // namespace siaga::views
