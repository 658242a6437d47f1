// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/alert_feed.h"

#include "views/widgets/action_button.h"
#include "views/widgets/alert_delegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace siaga::views {

AlertFeed::AlertFeed(QWidget *parent)
    : Card(tr("Alerts"), parent)
    , m_rows(new AlertRows(this))
    , m_delegate(new AlertDelegate(*m_rows, this))
    , m_list(new QListView(this))
    , m_empty(new QWidget(this))
    , m_emptyTitle(new PlainLabel({}, Type::body, Tone::text, QFont::Medium, m_empty))
    , m_emptyHint(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, m_empty))
    , m_door(new ActionButton({}, {}, this))
{
    setNote(tr("worst first"));
    addToTitle(m_door);
    m_door->hide();
    m_door->setFocusPolicy(Qt::NoFocus); // The list has the key N for it.
    m_door->setKeyShown(QKeySequence(Qt::Key_N));
    connect(m_door, &QAbstractButton::clicked, m_rows, &AlertRows::release);

    m_list->setModel(m_rows);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Alerts, worst first"));
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    body()->setContentsMargins(0, 0, 0, cardRadius / 2);
    body()->addWidget(m_list, 1);

    auto *column = new QVBoxLayout(m_empty);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 3 * grid);
    column->setSpacing(halfGrid);
    column->addStretch(1);
    for (PlainLabel *label : {m_emptyTitle, m_emptyHint}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    column->addStretch(1);
    body()->addWidget(m_empty, 1);
    setEmptyText(tr("No open alerts"), tr("What a check finds wrong appears here, worst first."));

    connect(m_rows, &AlertRows::waitingChanged, this, &AlertFeed::sayWaiting);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_rows->at(index.row()).kind == AlertRows::Kind::behind) {
            m_rows->toggle(index.row());
        }
    });
    connect(m_list, &QListView::doubleClicked, this, &AlertFeed::activate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!current().isEmpty()) {
            emit alertSelected(current());
        }
    });
    sayEmpty();
}

void AlertFeed::setAlerts(std::vector<AlertItem> alerts)
{
    // An empty list has no row that could jump.
    m_rows->show(std::move(alerts), isHeld() && m_rows->rowCount() > 0);
    sayEmpty();
}

void AlertFeed::setEmptyText(const QString &title, const QString &hint)
{
    m_emptyTitle->setText(title);
    m_emptyHint->setText(hint);
}

QString AlertFeed::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_rows->at(index.row()).item.id : QString();
}

QWidget *AlertFeed::lastInTabs() const
{
    return m_list;
}

bool AlertFeed::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport()) {
        if (event->type() == QEvent::Resize) {
            relayout();
        }
        return false;
    }
    switch (event->type()) {
    case QEvent::Enter:
        m_pointed = true;
        break;
    case QEvent::Leave:
        m_pointed = false;
        letGo();
        break;
    case QEvent::FocusIn:
        m_focused = true;
        break;
    case QEvent::FocusOut:
        // A menu takes the focus for a moment only; the reader is still here.
        m_focused = static_cast<QFocusEvent *>(event)->reason() == Qt::PopupFocusReason;
        letGo();
        break;
    case QEvent::FontChange:
        m_delegate->forget();
        break;
    case QEvent::KeyPress:
        return keyPressed(static_cast<QKeyEvent *>(event)->key());
    default:
        break;
    }
    return false;
}

void AlertFeed::letGo()
{
    if (!isHeld()) {
        m_rows->release();
        sayEmpty();
    }
}

void AlertFeed::relayout()
{
    m_delegate->setWidth(m_list->viewport()->width());
}

bool AlertFeed::keyPressed(int key)
{
    const QModelIndex index = m_list->currentIndex();
    if (key == Qt::Key_N) {
        m_rows->release();
        return true;
    }
    if (!index.isValid()) {
        return false;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        activate(index);
        return true;
    }
    if (key == Qt::Key_A) {
        if (m_rows->at(index.row()).kind != AlertRows::Kind::behind) {
            emit acknowledgeRequested(current());
        }
        return true; // Never the list's search for a row that begins with "a".
    }
    return false;
}

void AlertFeed::activate(const QModelIndex &index)
{
    if (m_rows->at(index.row()).kind == AlertRows::Kind::behind) {
        m_rows->toggle(index.row());
    } else {
        emit alertActivated(m_rows->at(index.row()).item.id);
    }
}

void AlertFeed::sayWaiting(int fresh, Status worst, bool reordered)
{
    const bool waiting = fresh > 0 || reordered;
    m_door->setText(fresh > 0 ? tr("%1 new ↑").arg(fresh) : tr("New order ↑"));
    m_door->setAccessibleName(
        fresh > 0 ? tr("New alerts: %1, the worst %2. Key N shows them.").arg(fresh).arg(word(worst)) : QString());
    m_door->setMark(fresh > 0 ? std::optional(worst) : std::nullopt);
    m_door->setVisible(waiting);
    setNote(waiting ? QString() : order());
}

QString AlertFeed::order() const
{
    return m_unlisted > 0 ? tr("the worst of them, %1 more are open").arg(m_unlisted) : tr("worst first");
}

void AlertFeed::setUnlisted(int alerts)
{
    if (std::exchange(m_unlisted, alerts) != alerts && m_door->isHidden())
        setNote(order());
}

void AlertFeed::sayEmpty()
{
    const bool empty = m_rows->rowCount() == 0;
    m_empty->setVisible(empty);
    m_list->setHidden(empty && m_rows->waiting() == 0);
}

} // namespace siaga::views

#include "moc_alert_feed.cpp"
