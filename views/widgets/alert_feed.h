// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what is wrong, worst first, that never moves a row from under the pointer or the keyboard.
//
// Like a queue at a counter where nobody pushes in while you speak: newcomers wait at the door ("3 new ↑", key N) and
// come in when the pointer and the focus have left, or when asked. Keys: up and down, Enter, A to acknowledge.
// The catch: while somebody rests the pointer on it for an hour, the order is an hour old; the door says so.
#pragma once

#include "views/widgets/alert_rows.h"
#include "views/widgets/card.h"

class QListView;

namespace siaga::views {

class ActionButton;
class AlertDelegate;

class AlertFeed : public Card
{
    Q_OBJECT

public:
    explicit AlertFeed(QWidget *parent = nullptr);

    /// The open alerts, worst first.
    void setAlerts(std::vector<AlertItem> alerts);
    /// How many more are open than were given.
    void setUnlisted(int alerts);
    /// What stands there when there is none, and how something would get there.
    void setEmptyText(const QString &title, const QString &hint);
    QString current() const;
    /// What comes after it in the order of tabs comes after this.
    QWidget *lastInTabs() const;

signals:
    /// The reader moved to another alert; its id.
    void alertSelected(const QString &id);
    /// Enter or a double click.
    void alertActivated(const QString &id);
    void acknowledgeRequested(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isHeld() const { return m_pointed || m_focused; }
    void letGo();
    void relayout();
    bool keyPressed(int key);
    void activate(const QModelIndex &index);
    void sayWaiting(int fresh, Status worst, bool reordered);
    void sayEmpty();
    QString order() const;

    AlertRows *m_rows;
    AlertDelegate *m_delegate;
    QListView *m_list;
    QWidget *m_empty;
    PlainLabel *m_emptyTitle;
    PlainLabel *m_emptyHint;
    ActionButton *m_door;
    int m_unlisted = 0;
    bool m_pointed = false;
    bool m_focused = false;
};

} // namespace siaga::views
