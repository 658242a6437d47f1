// SPDX-License-Identifier: GPL-3.0-or-later
// All cards of page Protect in their groups, with one keyboard focus that arrows move from card to card.
//
// Like a light table full of slides: one widget, so that hundreds of cards cost a repaint and not hundreds of widgets.
// The catch: while the pointer or the keyboard is on it, no card changes its place; what would move waits.
#pragma once

#include "views/protect/breaker_face.h"
#include "views/protect/card_places.h"
#include "views/widgets/painted_parts.h"

#include <QWidget>

namespace siaga::views {

class BreakerCards : public QWidget, public PaintedParts
{
    Q_OBJECT

public:
    explicit BreakerCards(QWidget *parent = nullptr);

    /// Cards that are there already keep their places while they are held.
    void setGroups(std::vector<BreakerGroupFace> groups);
    /// Marks a breaker as selected; emits nothing. One that is not listed selects none.
    void setSelected(const QString &breaker);
    QString selected() const { return m_selected; }
    /// Lets every card go to its place.
    void release();
    /// How many cards wait to move.
    int waiting() const { return m_waiting; }

    int partCount() const override;
    PaintedPart part(int index) const override;
    void goToPart(int index) override;
    void pressPart(int index) override;
    PartTable table() const override;
    QSize sizeHint() const override;

signals:
    void breakerSelected(const QString &breaker);
    /// Enter or a double click.
    void breakerActivated(const QString &breaker);
    /// Show or hide the calm ones of a group.
    void foldToggled(const QString &group);
    void waitingChanged(int cards);
    /// The keyboard went there; it should be in sight.
    void moved(const QRect &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isHeld() const;
    void arrange();
    void say();
    void go(std::size_t index);
    void activate(std::size_t index);
    int indexAt(const QPoint &point) const;
    /// The place that the keyboard is on; the first when there is none.
    std::size_t current() const;
    const BreakerFace *faceAt(std::size_t index) const;
    const QString &keyAt(std::size_t index) const;

    std::vector<BreakerGroupFace> m_wanted; ///< In their own order.
    std::vector<BreakerGroupFace> m_groups; ///< As they are shown.
    CardPlaces m_places;
    QString m_selected;
    QString m_onFold;     ///< The group whose fold line the keyboard is on; empty: it is on a card.
    int m_hovered = -1;
    int m_waiting = 0;
};

} // namespace siaga::views
