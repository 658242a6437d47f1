// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/alert_delegate.h"

#include "views/theme/figures.h"
#include "views/theme/icons.h"
#include "views/theme/marks.h"
#include "views/theme/theme.h"
#include "views/widgets/alert_rows.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

constexpr int side = 2 * grid;
constexpr int above = 12;
constexpr int textLeft = side + 3 * grid;
constexpr int childIndent = 2 * grid;
constexpr int linesMax = 2;      // Of the title and of the detail each; the tooltip has the rest.
constexpr int rememberedMax = 8192;

/// Breaks a text that is too long at words; the last line is elided when more would follow.
QStringList breakLines(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    while (lines.size() < linesMax) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        const bool last = lines.size() + 1 == linesMax;
        const QString rest = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        lines << (last ? metrics.elidedText(rest, Qt::ElideRight, width) : rest.trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace

/// What all rows have in common; a thousand rows ask for it in one layout.
struct AlertDelegate::Look
{
    explicit Look(const Theme &theme)
        : loud(theme.font(Type::body, QFont::DemiBold))
        , calm(theme.font(Type::body))
        , small(theme.font(Type::small))
        , titleLine(QFontMetrics(loud).height())
        , smallLine(QFontMetrics(small).height())
    {
    }

    QFont loud;
    QFont calm;
    QFont small;
    int titleLine;
    int smallLine;
};

/// Where the parts of an alert's row go, relative to its top left corner.
struct AlertDelegate::Shape
{
    QFont titleFont;
    QFont small;
    QStringList title;
    QStringList detail;
    QStringList told;
    int left = 0;
    int right = 0;      // Width of the column at the right end.
    int titleLine = 0;
    int smallLine = 0;
    bool beside = false; // What comes next fits beside what was told.
    int foot = 0;       // Of the lines below both columns.
    int height = 0;
};

AlertDelegate::AlertDelegate(const AlertRows &rows, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_rows(rows)
{
}

AlertDelegate::~AlertDelegate() = default;

void AlertDelegate::setWidth(int width)
{
    if (width != m_width) {
        m_width = width;
        m_lines.clear();
        emit sizeHintChanged({});
    }
}

void AlertDelegate::forget()
{
    m_lines.clear();
    m_advances.clear();
    m_look.reset();
    emit sizeHintChanged({});
}

const AlertDelegate::Look &AlertDelegate::look(const QWidget *widget) const
{
    if (!m_look) {
        m_look = std::make_unique<Look>(Theme::of(widget));
    }
    return *m_look;
}

QStringList AlertDelegate::broken(const QString &text, const QFont &font, int width) const
{
    if (text.isEmpty()) {
        return {};
    }
    const std::pair key(text, font.weight());
    if (m_advances.size() >= rememberedMax) {
        m_advances.clear();
        m_lines.clear();
    }
    auto advance = m_advances.constFind(key);
    if (advance == m_advances.constEnd()) {
        advance = m_advances.insert(key, QFontMetrics(font).horizontalAdvance(text));
    }
    if (*advance <= width) {
        return {text};
    }
    const std::pair narrow(text, font.weight() * 10'000 + width);
    auto lines = m_lines.constFind(narrow);
    if (lines == m_lines.constEnd()) {
        lines = m_lines.insert(narrow, breakLines(text, font, width));
    }
    return *lines;
}

AlertDelegate::Shape AlertDelegate::shapeOf(int row, const Look &look) const
{
    const AlertRows::Row &shown = m_rows.at(row);
    const AlertItem &item = shown.item;
    Shape shape;
    const bool loud = !item.acknowledged && !item.over;
    shape.titleFont = loud ? look.loud : look.calm;
    shape.small = look.small;
    shape.titleLine = look.titleLine;
    shape.smallLine = look.smallLine;
    shape.left = textLeft + (shown.kind == AlertRows::Kind::child ? childIndent : 0);
    const qreal noteMax = m_width * 0.38;
    const qreal right = std::max(figuresWidth(shape.small, item.age), std::min(noteMax, figuresWidth(shape.small, item.note)));
    shape.right = static_cast<int>(std::ceil(right));
    const int room = m_width - shape.left - side - shape.right - 2 * grid;
    shape.title = broken(item.title, shape.titleFont, std::max(room, 8 * grid));
    shape.detail = broken(item.detail, shape.small, std::max(room, 8 * grid));
    const int words = static_cast<int>(shape.title.size()) * shape.titleLine
        + (shape.detail.isEmpty() ? 0 : 2 + static_cast<int>(shape.detail.size()) * shape.smallLine);
    const int notes = shape.smallLine * (item.note.isEmpty() ? 1 : 2);
    shape.height = std::max(words, notes) + 2 * above;
    // Below both columns, the whole width long: what was told at the left, what comes next at the right.
    const int foot = std::max(m_width - shape.left - side, 8 * grid);
    shape.told = broken(item.told, shape.small, foot);
    const qreal both = figuresWidth(shape.small, item.escalation) + 2 * grid + figuresWidth(shape.small, item.told);
    shape.beside = shape.told.size() == 1 && both <= foot;
    const int lines = static_cast<int>(shape.told.size()) + (item.escalation.isEmpty() || shape.beside ? 0 : 1);
    shape.foot = lines * shape.smallLine + (lines > 0 ? 2 : 0);
    shape.height += shape.foot;
    return shape;
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look &shared = look(option.widget);
    if (m_rows.at(index.row()).kind == AlertRows::Kind::behind) {
        return QSize(m_width, shared.smallLine + 2 * grid + 1);
    }
    return QSize(m_width, shapeOf(index.row(), shared).height);
}

void AlertDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.widget);
    look(option.widget);
    const Tokens &tokens = theme.tokens();
    const AlertRows::Kind kind = m_rows.at(index.row()).kind;
    const AlertItem &item = m_rows.at(index.row()).item;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, selected ? tokens.raised : mixed(tokens.surface, tokens.raised, 0.6));
    } else if (kind != AlertRows::Kind::alert) {
        painter->fillRect(option.rect, mixed(tokens.surface, tokens.raised, 0.75));
    } else if (item.status == Status::emergency && !item.acknowledged && !item.over) {
        painter->fillRect(option.rect, mixed(tokens.surface, tokens.emergency, 0.08));
    }
    if (kind == AlertRows::Kind::behind) {
        paintBehind(*painter, option.rect, index.row(), theme);
    } else {
        paintAlert(*painter, option.rect, index.row(), theme);
    }
    painter->fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), tokens.border);
    if (selected) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), tokens.accent);
    }
    if (option.state & QStyle::State_HasFocus) { // Also a row that Tab came to and that is not selected yet.
        paintFocusRing(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), halfGrid, tokens);
    }
    painter->restore();
}

void AlertDelegate::paintAlert(QPainter &painter, const QRect &rect, int row, const Theme &theme) const
{
    const Tokens &tokens = theme.tokens();
    const AlertItem &item = m_rows.at(row).item;
    const Shape shape = shapeOf(row, *m_look);
    const Status status = item.over ? Status::healthy : item.status;
    const bool loud = !item.acknowledged && !item.over && item.status >= Status::critical;
    int y = rect.top() + above;
    const qreal mark = theme.em() * 12.0 / 13;
    painter.setOpacity(item.over ? 0.75 : 1);
    paintMark(painter, QRectF(rect.left() + shape.left - 3 * grid, y + (shape.titleLine - mark) / 2, mark, mark), status, tokens);
    painter.setOpacity(1);

    const qreal right = rect.right() - side + 1;
    const QRectF age(right - shape.right, y + (shape.titleLine - shape.smallLine) / 2.0, shape.right, shape.smallLine);
    painter.setPen(tokens.muted);
    drawFigures(painter, age, Qt::AlignRight | Qt::AlignVCenter, shape.small, item.age);
    drawFigures(painter, age.translated(0, shape.smallLine), Qt::AlignRight | Qt::AlignVCenter, shape.small, item.note);

    const int width = m_width - shape.left - side - shape.right - 2 * grid;
    painter.setPen(loud ? tokens.of(status) : item.over ? tokens.muted : tokens.text);
    for (const QString &line : shape.title) {
        const QRectF place(rect.left() + shape.left, y, width + grid, shape.titleLine);
        drawFigures(painter, place, Qt::AlignLeft | Qt::AlignVCenter, shape.titleFont, line);
        y += shape.titleLine;
    }
    y += 2;
    painter.setPen(tokens.muted);
    for (const QString &line : shape.detail) {
        const QRectF place(rect.left() + shape.left, y, width + grid, shape.smallLine);
        drawFigures(painter, place, Qt::AlignLeft | Qt::AlignVCenter, shape.small, line);
        y += shape.smallLine;
    }
    paintFoot(painter, rect, row, shape, tokens);
}

void AlertDelegate::paintFoot(QPainter &painter, const QRect &rect, int row, const Shape &shape, const Tokens &tokens) const
{
    const AlertItem &item = m_rows.at(row).item;
    QRectF place(rect.left() + shape.left, rect.top() + shape.height - above - shape.foot + 2, m_width - shape.left - side, shape.smallLine);
    if (!item.escalation.isEmpty()) {
        painter.setPen(tokens.of(Status::emergency));
        drawFigures(painter, place, (shape.beside ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shape.small, item.escalation);
        place.translate(0, shape.beside ? 0 : shape.smallLine);
    }
    painter.setPen(item.untold ? tokens.of(Status::warning) : tokens.muted);
    for (const QString &line : shape.told) {
        drawFigures(painter, place, Qt::AlignLeft | Qt::AlignVCenter, shape.small, line);
        place.translate(0, shape.smallLine);
    }
}

void AlertDelegate::paintBehind(QPainter &painter, const QRect &rect, int row, const Theme &theme) const
{
    const Tokens &tokens = theme.tokens();
    const AlertRows::Row &shown = m_rows.at(row);
    const QFont small = theme.font(Type::small);
    const QRectF icon(rect.left() + side - 1, rect.top() + (rect.height() - 14) / 2.0, 14, 14);
    paintIcon(painter, icon, shown.open ? Icon::chevronDown : Icon::cornerDownRight, tokens.muted);
    const QString text = m_rows.data(m_rows.index(row, 0), Qt::DisplayRole).toString();
    const QRectF place(rect.left() + textLeft, rect.top(), rect.width() - textLeft - side, rect.height());
    painter.setPen(tokens.muted);
    drawFigures(painter, place, Qt::AlignLeft | Qt::AlignVCenter, small, text);
    painter.setPen(tokens.accent);
    drawFigures(painter, place, Qt::AlignRight | Qt::AlignVCenter, small, shown.open ? tr("hide") : tr("show"));
}

} // namespace siaga::views

#include "moc_alert_delegate.cpp"
