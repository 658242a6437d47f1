// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/incident_line.h"

#include "views/theme/figures.h"
#include "views/theme/marks.h"
#include "views/theme/plain_text.h"
#include "views/widgets/spoken.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace siaga::views {

namespace {

constexpr int lineHeight = 40;
constexpr int gap = 20;

/// A part of the line: a quiet word before it, and how early it gives way (0: never).
struct Part
{
    QString quiet;
    QString loud;
    int givesWay = 0;
    bool right = false;
    bool coloured = false;
};

qreal widthOf(const Part &part, const QFont &normal, const QFont &bold)
{
    const QString space = part.quiet.isEmpty() || part.loud.isEmpty() ? QString() : QStringLiteral(" ");
    return figuresWidth(normal, part.quiet + space) + figuresWidth(bold, part.loud);
}

/// Drops parts, those that give way first, until the rest fits.
void fit(std::vector<Part> &parts, qreal room, const QFont &normal, const QFont &bold)
{
    const auto empty = [](const Part &part) { return part.quiet.isEmpty() && part.loud.isEmpty(); };
    std::erase_if(parts, empty);
    for (;;) {
        qreal width = gap * (static_cast<qreal>(parts.size()) - 1);
        for (const Part &part : parts) {
            width += widthOf(part, normal, bold);
        }
        const auto first = std::ranges::max_element(parts, {}, &Part::givesWay);
        if (width <= room || first == parts.end() || first->givesWay == 0) {
            return;
        }
        parts.erase(first);
    }
}

} // namespace

IncidentLine::IncidentLine(QWidget *parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void IncidentLine::setFace(const IncidentFace &face)
{
    if (face == m_face) {
        return;
    }
    const bool news = face.what != m_face.what || face.status != m_face.status;
    m_face = face;
    for (QString *text :
        {&m_face.what, &m_face.since, &m_face.owner, &m_face.running, &m_face.timeLeft, &m_face.escalation, &m_face.next}) {
        *text = plain(*text);
    }
    setAccessibleName(spoken());
    setToolTip(plainTip(spoken()));
    setAccessibleDescription(tr("Selects the region")); // Else Qt takes the tooltip, which is HTML.
    update();
    if (news) {
        announceAlert(*this);
    }
}

QString IncidentLine::ownerShown() const
{
    return m_face.owner.isEmpty() ? tr("nobody yet") : m_face.owner;
}

QString IncidentLine::spoken() const
{
    QStringList parts{word(m_face.status), m_face.what, m_face.since, tr("owner %1").arg(ownerShown()), m_face.escalation, m_face.running};
    if (!m_face.timeLeft.isEmpty()) {
        parts << tr("RTO left %1").arg(m_face.timeLeft);
    }
    if (!m_face.next.isEmpty()) {
        parts << tr("next: %1").arg(m_face.next);
    }
    parts.removeAll(QString());
    return parts.join(tr(", "));
}

QSize IncidentLine::sizeHint() const
{
    return QSize(80 * grid, lineHeight);
}

QSize IncidentLine::minimumSizeHint() const
{
    return QSize(40 * grid, lineHeight);
}

void IncidentLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    const QColor colour = tokens.of(m_face.status);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(mixed(tokens.surface, colour, underMouse() ? 0.10 : 0.06));
    painter.drawRoundedRect(box, cardRadius, cardRadius);

    const QFont normal = theme.font(Type::body);
    const QFont bold = theme.font(Type::body, QFont::DemiBold);
    const qreal mark = theme.em() * 12.0 / 13;
    const QRectF room = box.adjusted(2 * grid, 0, -2 * grid, 0);
    paintMark(painter, QRectF(room.left(), room.center().y() - mark / 2, mark, mark), m_face.status, tokens);

    std::vector<Part> parts{{.loud = m_face.what, .coloured = true}, {.quiet = m_face.since, .givesWay = 1},
        {.quiet = tr("owner"), .loud = ownerShown(), .givesWay = 2}, {.loud = m_face.escalation, .givesWay = 2},
        {.quiet = m_face.running, .givesWay = 3},
        {.quiet = m_face.timeLeft.isEmpty() ? QString() : tr("RTO left"), .loud = m_face.timeLeft, .right = true},
        {.quiet = m_face.next.isEmpty() ? QString() : tr("next: %1").arg(m_face.next), .givesWay = 4, .right = true}};
    fit(parts, room.width() - mark - grid, normal, bold);
    qreal x = room.left() + mark + grid;
    qreal fromRight = room.right();
    for (const Part &part : parts) {
        fromRight -= part.right ? widthOf(part, normal, bold) + gap : 0;
    }
    fromRight += gap;
    for (const Part &part : parts) {
        qreal &left = part.right ? fromRight : x;
        const qreal end = part.right ? room.right() : std::max(x, room.right());
        const QString quiet = part.quiet + (part.quiet.isEmpty() || part.loud.isEmpty() ? QString() : QStringLiteral(" "));
        painter.setPen(part.quiet == m_face.since || part.quiet == m_face.running ? tokens.text : tokens.muted);
        drawFigures(painter, QRectF(left, 0, end - left, rect().height()), Qt::AlignLeft | Qt::AlignVCenter, normal, quiet);
        const qreal after = left + figuresWidth(normal, quiet);
        painter.setPen(part.coloured ? colour : tokens.text);
        drawFigures(painter, QRectF(after, 0, end - after, rect().height()), Qt::AlignLeft | Qt::AlignVCenter, bold, part.loud);
        left += widthOf(part, normal, bold) + gap;
    }
    if (hasFocus()) {
        paintFocusRing(painter, rect(), cardRadius, tokens);
    }
}

} // namespace siaga::views

#include "moc_incident_line.cpp"
