// SPDX-License-Identifier: GPL-3.0-or-later
// The frame and the word that say which world a window acts on.
//
// Like the coloured border of a training ticket. The catch: every top-level window and dialog needs one around all of
// its content, or a screenshot of that window lies by leaving it out.
#pragma once

#include "views/theme/theme.h"

#include <QWidget>

namespace siaga::views {

class ModeFrame : public QWidget
{
    Q_OBJECT

public:
    /// Takes `content` and stretches it inside the frame.
    explicit ModeFrame(QWidget *content, Mode mode, QWidget *parent = nullptr);

    void setMode(Mode mode);
    Mode mode() const { return m_mode; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mode m_mode;
};

/// The word alone, filled with the mode's colour; for the header and for a dialog's first line.
class ModeBadge : public QWidget
{
    Q_OBJECT

public:
    explicit ModeBadge(Mode mode, QWidget *parent = nullptr);

    void setMode(Mode mode);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mode m_mode;
};

} // namespace siaga::views
