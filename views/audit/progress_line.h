// SPDX-License-Identifier: GPL-3.0-or-later
// How far something is, as a thin line; the figures stand beside it in words.
//
// Like the ribbon in a book that is being read. The catch: nothing is shown of how long the rest takes; nobody knows.
#pragma once

#include <QWidget>

namespace siaga::views {

class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// 0 to 1; below zero: nothing is under way, and nothing is painted.
    void setPart(double part);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_part = -1;
};

} // namespace siaga::views
