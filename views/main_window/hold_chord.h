// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+Shift+X, heard wherever the focus is: in a page, in a dialog, in a line of text.
//
// Like the emergency brake that is within reach of every seat. The catch: it listens to the whole application, so there
// must be one only, and it eats the chord.
#pragma once

#include <QObject>

namespace siaga::views {

class HoldChord : public QObject
{
    Q_OBJECT

public:
    explicit HoldChord(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void pressed();
};

} // namespace siaga::views
