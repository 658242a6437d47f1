// SPDX-License-Identifier: GPL-3.0-or-later
// What every dialog has: the frame and the word of the mode, a title, a body, and a row of buttons.
//
// Like the form sheet of an authority: the seal is printed on it before anything is written. The catch: it never
// blocks; it is shown with open() and answers with signals.
#pragma once

#include "views/theme/theme.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace siaga::views {

class ActionButton;
class ModeBadge;
class ModeFrame;
class PlainLabel;

class Dialog : public QDialog
{
    Q_OBJECT

public:
    Dialog(const QString &title, Mode mode, QWidget *parent);

    void setTitle(const QString &title);
    /// Said below the title; hidden while empty.
    void setSubtitle(const QString &text);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    QVBoxLayout *body() const { return m_body; }
    /// Adds a button at the right end of the bottom row; the dialog owns it.
    ActionButton *addButton(const QString &text);
    /// Adds something before the buttons, taking the room that is left.
    void addToFoot(QWidget *widget);
    /// A wrapped line of plain text for the body; not added anywhere.
    PlainLabel *line(const QString &text, bool quiet = false);

private:
    /// As high as its lines need at this width: Qt asks a window's layout for that only once.
    void fit();

    ModeFrame *m_frame;
    ModeBadge *m_badge;
    PlainLabel *m_title;
    PlainLabel *m_subtitle;
    QVBoxLayout *m_body;
    QHBoxLayout *m_foot;
};

} // namespace siaga::views
