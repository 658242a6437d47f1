// SPDX-License-Identifier: GPL-3.0-or-later
// A list to choose one row of: what it is, how it stands, its key, and why it cannot be chosen now.
//
// Like the board of dishes behind the counter, with the ones that are out struck through instead of wiped off. The
// catch: it has no keyboard of its own; whoever has the line of text above it moves the choice.
#pragma once

#include "views/theme/icons.h"
#include "views/theme/status.h"

#include <QListView>

#include <optional>
#include <vector>

namespace siaga::views {

struct ChoiceRow
{
    QString text;
    std::vector<int> lit;       ///< Letters of the text that were typed.
    QString detail;             ///< Quiet, after the text.
    std::optional<Status> mark; ///< In place of the icon.
    Icon icon = Icon::chevronRight;
    QString state;              ///< Word of the mark; the row is read with it.
    QString keys;
    QString kind;               ///< "region", quiet, at the right end.
    QString whyNot;             ///< Why it cannot be chosen now; empty: it can.
    bool isHeading = false;     ///< A title between rows; never chosen.
    bool operator==(const ChoiceRow &) const = default;
};

class ChoiceRows;

class ChoiceList : public QListView
{
    Q_OBJECT

public:
    explicit ChoiceList(QWidget *parent = nullptr);

    /// Other rows: the first that is no heading becomes the current one.
    void setRows(std::vector<ChoiceRow> rows);
    /// The same rows as they stand now; the current one stays.
    void updateRows(std::vector<ChoiceRow> rows);
    const std::vector<ChoiceRow> &rows() const;

    /// -1 when there is none.
    int current() const { return currentIndex().row(); }
    void setCurrent(int row);
    /// Moves the choice by so many rows, past headings; stays at the ends.
    void step(int by);
    /// The current row as it is read aloud, with its position; empty without one.
    QString spoken() const;

    int rowHeight() const;
    QSize sizeHint() const override;

signals:
    /// By keyboard or because rows came.
    void currentMoved();
    /// A press on a row that can be chosen.
    void rowPressed(int row);

private:
    ChoiceRows *m_rows;
};

} // namespace siaga::views
