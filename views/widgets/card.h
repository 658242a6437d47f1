// SPDX-License-Identifier: GPL-3.0-or-later
// A surface with a thin border that holds one subject: a title row, and what belongs to it.
//
// Like an index card: one heading, one thing. The catch: cards are not put into cards; a line is enough inside one.
#pragma once

#include "views/widgets/plain_label.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace siaga::views {

/// The surface of a card, over the whole widget, for widgets that look like one and have no title row.
void paintCardSurface(QWidget &widget, const QColor &border);

class Card : public QWidget
{
    Q_OBJECT

public:
    /// Without a title there is no title row.
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Said quietly beside the title, such as "plan 7f3a·c91e · step 7 of 9".
    void setSubtitle(const QString &text);
    /// Said quietly at the right end, such as "worst first".
    void setNote(const QString &text);
    /// Put at the right end of the title row, such as a button; the card owns it.
    void addToTitle(QWidget *widget);
    /// Below the title row; without margins of its own.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_head;
    PlainLabel *m_title;
    PlainLabel *m_subtitle;
    PlainLabel *m_note;
    QHBoxLayout *m_row;
    QVBoxLayout *m_body;
};

} // namespace siaga::views
