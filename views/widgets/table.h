// SPDX-License-Identifier: GPL-3.0-or-later
// A table in the console's look: no grid, a thin line below each row, figures that line up, marks before words.
//
// Like a printed timetable. The catch: it shows models that answer the roles of views/widgets/row_model.h; columns take
// the width they are told or share what is left, and are never measured over all rows (10,000 of them take a second).
#pragma once

#include <QTableView>

namespace siaga::views {

class Table : public QTableView
{
    Q_OBJECT

public:
    explicit Table(QWidget *parent = nullptr);

    /// Width of each column as a share of all of them; call after setModel.
    void setShares(const QList<int> &shares);
    /// Grows with its rows instead of scrolling, up to this many; for short tables inside a page.
    void setRowsShownMax(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void spreadColumns();

    QList<int> m_shares;
    int m_rowsShownMax = 0;
};

} // namespace siaga::views
