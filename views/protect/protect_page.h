// SPDX-License-Identifier: GPL-3.0-or-later
// Page Protect: which breakers are open, why, until when, who holds them, and what guards Siaga's own calls.
//
// Like the door of the fuse cupboard, open. The catch: it asks for nothing itself; what a person orders leaves through
// the inspector, and shows in the next board.
#pragma once

#include "core/boards/protect_board.h"
#include "views/models/selection.h"

#include <QSet>
#include <QWidget>

#include <memory>

class QLineEdit;
class QScrollArea;

namespace siaga::views {

class ActionButton;
class BreakerCards;
class Card;
class PlainLabel;
class StatusPill;

class ProtectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProtectPage(QWidget *parent = nullptr);

    void showBoard(const std::shared_ptr<const ProtectBoard> &board);
    /// Marks what is selected; emits nothing.
    void setSelection(const Selection &selection);
    /// Puts the keyboard on the cards.
    void focusCards();
    void focusFilter();

signals:
    void selected(const siaga::views::Selection &selection);
    /// Enter or a double click on a card.
    void breakerActivated(const siaga::BreakerId &breaker);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    void connectCards();
    void refresh();
    void showTotals();
    void toggle(const QString &group);

    std::shared_ptr<const ProtectBoard> m_board;
    QSet<QString> m_unfolded; ///< Groups whose calm ones are shown.
    StatusPill *m_state;
    PlainLabel *m_totals;
    ActionButton *m_door;
    QLineEdit *m_filter;
    QScrollArea *m_scroll;
    BreakerCards *m_cards;
    PlainLabel *m_nothing;
    Card *m_hint;
};

} // namespace siaga::views
