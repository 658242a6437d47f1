// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/table.h"

#include "views/widgets/row_model.h"
#include "views/theme/figures.h"
#include "views/theme/marks.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <numeric>

namespace siaga::views {

namespace {

constexpr int cellPadding = 2 * grid;

class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::of(option.widget);
        const Tokens &tokens = theme.tokens();
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, tokens.raised);
        }
        if ((option.state & QStyle::State_Selected) && index.column() == 0) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), tokens.accent);
        }
        const QPoint foot = option.rect.bottomLeft();
        painter->fillRect(QRect(foot, QSize(option.rect.width(), 1)), mixed(tokens.surface, tokens.border, 0.7));
        QRectF cell = QRectF(option.rect).adjusted(cellPadding, 0, -grid, -1);
        const QVariant status = index.data(statusRole);
        painter->setPen(index.data(quietRole).toBool() ? tokens.muted : tokens.text);
        if (status.isValid()) {
            const auto mark = static_cast<Status>(status.toInt());
            const qreal size = theme.em() * 11.0 / 13;
            paintMark(*painter, QRectF(cell.left(), cell.center().y() - size / 2, size, size), mark, tokens);
            cell.setLeft(cell.left() + size + 6);
            painter->setPen(tokens.of(mark));
        }
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        drawFigures(*painter, cell, static_cast<int>(alignment), theme.font(Type::body),
            index.data(Qt::DisplayRole).toString());
        painter->restore();
    }
};

} // namespace

Table::Table(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    dress();
}

void Table::setShares(const QList<int> &shares)
{
    m_shares = shares;
    spreadColumns();
}

void Table::setRowsShownMax(int rows)
{
    m_rowsShownMax = rows;
    updateGeometry();
}

QSize Table::sizeHint() const
{
    if (m_rowsShownMax == 0 || !model()) {
        return QTableView::sizeHint();
    }
    const int rows = std::min(model()->rowCount(), m_rowsShownMax);
    return QSize(QTableView::sizeHint().width(),
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize());
}

QSize Table::minimumSizeHint() const
{
    return m_rowsShownMax == 0 ? QTableView::minimumSizeHint() : QSize(grid, sizeHint().height());
}

/// The row that has the keyboard; the whole table while there is none.
void Table::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus())
        return;
    QRect place = viewport()->rect();
    if (currentIndex().isValid()) {
        place.setTop(rowViewportPosition(currentIndex().row()));
        place.setHeight(rowHeight(currentIndex().row()));
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paintFocusRing(painter, place, halfGrid, Theme::of(this).tokens());
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    spreadColumns();
}

void Table::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        dress();
    }
}

void Table::dress()
{
    const Theme theme = Theme::of(this);
    horizontalHeader()->setFont(theme.font(Type::small));
    const int line = QFontMetrics(theme.font(Type::body)).height();
    verticalHeader()->setDefaultSectionSize((line + 2 * grid + halfGrid - 1) / halfGrid * halfGrid);
}

void Table::spreadColumns()
{
    const int total = std::accumulate(m_shares.begin(), m_shares.end(), 0);
    if (!model() || total <= 0) {
        return;
    }
    const int room = viewport()->width();
    int left = room;
    for (int column = 0; column < std::min<int>(model()->columnCount(), static_cast<int>(m_shares.size())); ++column) {
        const bool last = column + 1 == model()->columnCount();
        const int width = last ? left : room * m_shares[column] / total;
        setColumnWidth(column, width);
        left -= width;
    }
}

} // namespace siaga::views

#include "moc_table.cpp"
