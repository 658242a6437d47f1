// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows when Siaga cannot start: why, and what to do about it.
//
// Like the note on a shop's closed door. The catch: it is all there is to read, so it must say what to do next and not
// only what is wrong.
#pragma once

#include <QWidget>

namespace siaga::views {

class StartFailurePage : public QWidget
{
    Q_OBJECT

public:
    /// `reasons` and `remedy` are plain text, a sentence each; an empty remedy says nothing.
    StartFailurePage(const QStringList &reasons, const QString &remedy, QWidget *parent);
};

} // namespace siaga::views
