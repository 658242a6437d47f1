// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/protect/breaker_cards.h"

#include "views/protect/breaker_paint.h"
#include "views/protect/breaker_table.h"
#include "views/theme/plain_text.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace siaga::views {

namespace {

/// The wanted cards in the order in which they stand already; new ones come last. Counts those that would stand
/// elsewhere.
int keepPlaces(const std::vector<BreakerFace> &shown, std::vector<BreakerFace> &wanted)
{
    std::vector<BreakerFace> kept;
    for (const BreakerFace &old : shown) {
        const auto still = std::ranges::find(wanted, old.id, &BreakerFace::id);
        if (still != wanted.end())
            kept.push_back(*still);
    }
    for (const BreakerFace &face : wanted)
        if (std::ranges::find(kept, face.id, &BreakerFace::id) == kept.end())
            kept.push_back(face);
    int elsewhere = 0;
    for (std::size_t i = 0; i < kept.size(); ++i)
        elsewhere += kept[i].id != wanted[i].id;
    wanted = std::move(kept);
    return elsewhere;
}

void makePlain(std::vector<BreakerGroupFace> &groups)
{
    for (BreakerGroupFace &group : groups) {
        for (QString *text : {&group.title, &group.note})
            *text = plain(*text);
        for (BreakerFace &face : group.cards)
            for (QString *text : {&face.title, &face.subtitle, &face.detail, &face.next, &face.spoken})
                *text = plain(*text);
    }
}

} // namespace

BreakerCards::BreakerCards(QWidget *parent)
    : QWidget(parent)
{
    installPaintedParts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Breakers, worst first in their groups"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setSizePolicy(policy);
}

bool BreakerCards::isHeld() const
{
    return (underMouse() || hasFocus()) && !m_groups.empty();
}

void BreakerCards::setGroups(std::vector<BreakerGroupFace> groups)
{
    makePlain(groups);
    m_wanted = std::move(groups);
    std::vector<BreakerGroupFace> shown = m_wanted;
    int waiting = 0;
    if (isHeld())
        for (BreakerGroupFace &group : shown) {
            const auto before = std::ranges::find(m_groups, group.key, &BreakerGroupFace::key);
            if (before != m_groups.end())
                waiting += keepPlaces(before->cards, group.cards);
        }
    if (std::exchange(m_waiting, waiting) != waiting)
        emit waitingChanged(waiting);
    if (shown == m_groups)
        return;
    m_groups = std::move(shown);
    arrange();
}

void BreakerCards::release()
{
    if (std::exchange(m_waiting, 0) > 0)
        emit waitingChanged(0);
    if (m_groups == m_wanted)
        return;
    m_groups = m_wanted;
    arrange();
}

void BreakerCards::arrange()
{
    m_places = placesOf(m_groups, width(), measuresOf(Theme::of(this)));
    m_hovered = std::min(m_hovered, static_cast<int>(m_places.places.size()) - 1);
    setMinimumHeight(m_places.height);
    updateGeometry();
    update();
    announceParts(this);
}

QSize BreakerCards::sizeHint() const
{
    return {3 * measuresOf(Theme::of(this)).widthMin, m_places.height};
}

void BreakerCards::setSelected(const QString &breaker)
{
    if (breaker == m_selected)
        return;
    m_selected = breaker;
    if (!breaker.isEmpty())
        m_onFold.clear();
    update();
}

const BreakerFace *BreakerCards::faceAt(std::size_t index) const
{
    const CardPlace &place = m_places.places[index];
    return place.card ? &m_groups[place.group].cards[*place.card] : nullptr;
}

const QString &BreakerCards::keyAt(std::size_t index) const
{
    return m_groups[m_places.places[index].group].key;
}

std::size_t BreakerCards::current() const
{
    for (std::size_t index = 0; index < m_places.places.size(); ++index) {
        const BreakerFace *face = faceAt(index);
        if (m_onFold.isEmpty() ? face && face->id == m_selected : !face && keyAt(index) == m_onFold)
            return index;
    }
    return 0;
}

void BreakerCards::go(std::size_t index)
{
    if (index >= m_places.places.size())
        return;
    if (const BreakerFace *face = faceAt(index)) {
        m_onFold.clear();
        m_selected = face->id;
        emit breakerSelected(m_selected);
    } else {
        m_onFold = keyAt(index);
    }
    announcePart(this, static_cast<int>(index));
    emit moved(m_places.places[index].rect);
    update();
}

void BreakerCards::activate(std::size_t index)
{
    if (index >= m_places.places.size())
        return;
    if (const BreakerFace *face = faceAt(index))
        emit breakerActivated(face->id);
    else
        emit foldToggled(keyAt(index));
}

int BreakerCards::indexAt(const QPoint &point) const
{
    for (std::size_t index = 0; index < m_places.places.size(); ++index)
        if (m_places.places[index].rect.contains(point))
            return static_cast<int>(index);
    return -1;
}

int BreakerCards::partCount() const
{
    return static_cast<int>(m_places.places.size());
}

PaintedPart BreakerCards::part(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    const CardPlace &place = m_places.places[at];
    const bool isCurrent = current() == at && (!m_selected.isEmpty() || !m_onFold.isEmpty());
    if (const BreakerFace *face = faceAt(at)) {
        const QString trend = trendWords(*face);
        const QString all = trend.isEmpty() ? face->spoken : tr("%1 · %2", "all of it, its trend").arg(face->spoken, trend);
        return {.name = face->title, .value = tr("%1: %2", "status: all of it").arg(word(face->status), all),
            .place = place.rect, .current = isCurrent, .state = face->state, .pressable = true};
    }
    const BreakerGroupFace &group = m_groups[place.group];
    return {.name = group.title,
        .value = group.unfolded ? tr("%1, shown").arg(group.fold) : tr("%1, not shown").arg(group.fold),
        .place = place.rect, .current = isCurrent, .state = group.fold, .pressable = true, .unfolded = group.unfolded};
}

void BreakerCards::goToPart(int index)
{
    go(static_cast<std::size_t>(index));
}

void BreakerCards::pressPart(int index)
{
    activate(static_cast<std::size_t>(index));
}

PartTable BreakerCards::table() const
{
    return breakerTable(m_groups, tr("Breakers"));
}

void BreakerCards::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    for (const HeadPlace &head : m_places.heads)
        if (head.rect.intersects(event->rect()))
            paintHead(painter, head.rect, m_groups[head.group], theme);
    const std::size_t on = current();
    for (std::size_t index = 0; index < m_places.places.size(); ++index) {
        const QRect rect = m_places.places[index].rect;
        if (!rect.intersects(event->rect()))
            continue;
        const BreakerFace *face = faceAt(index);
        const CardLook look{.selected = face && face->id == m_selected, .focused = hasFocus() && index == on,
            .hovered = m_hovered == static_cast<int>(index)};
        if (face)
            paintCard(painter, rect, *face, look, theme);
        else
            paintFold(painter, rect, m_groups[m_places.places[index].group], look, theme);
    }
}

void BreakerCards::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BreakerCards::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void BreakerCards::keyPressEvent(QKeyEvent *event)
{
    const std::size_t on = current();
    const std::size_t count = m_places.places.size();
    const bool begun = !m_selected.isEmpty() || !m_onFold.isEmpty();
    const auto step = [&](Towards to) { go(begun ? neighbour(m_places, on, to) : 0); };
    if (count == 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(layoutDirection() == Qt::RightToLeft ? Towards::right : Towards::left);
    case Qt::Key_Right:
        return step(layoutDirection() == Qt::RightToLeft ? Towards::left : Towards::right);
    case Qt::Key_Up:
        return step(Towards::up);
    case Qt::Key_Down:
        return step(Towards::down);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(count - 1);
    case Qt::Key_N:
        return release();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (faceAt(on))
            go(on);
        return activate(on);
    default:
        QWidget::keyPressEvent(event);
    }
}

void BreakerCards::mousePressEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || index < 0)
        return QWidget::mousePressEvent(event);
    go(static_cast<std::size_t>(index));
    if (!faceAt(static_cast<std::size_t>(index)))
        activate(static_cast<std::size_t>(index));
}

void BreakerCards::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0 && faceAt(static_cast<std::size_t>(index)))
        activate(static_cast<std::size_t>(index));
}

void BreakerCards::mouseMoveEvent(QMouseEvent *event)
{
    const int hovered = indexAt(event->position().toPoint());
    if (std::exchange(m_hovered, hovered) != hovered)
        update();
}

void BreakerCards::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    if (!hasFocus())
        release();
    update();
}

void BreakerCards::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_places.places.empty() && event->reason() != Qt::MouseFocusReason)
        announcePart(this, static_cast<int>(current()));
    update();
}

void BreakerCards::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (!underMouse() && event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        release();
    update();
}

} // namespace siaga::views

#include "moc_breaker_cards.cpp"
