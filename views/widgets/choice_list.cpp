// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/choice_list.h"

#include "views/theme/plain_text.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_paint.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int rowsShownMax = 12;

void makePlain(std::vector<ChoiceRow> &rows)
{
    for (ChoiceRow &row : rows)
        for (QString *text : {&row.text, &row.detail, &row.state, &row.kind, &row.whyNot})
            *text = plain(*text);
}

} // namespace

class ChoiceRows : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void reset(std::vector<ChoiceRow> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void renew(std::vector<ChoiceRow> rows)
    {
        m_rows = std::move(rows);
        emit dataChanged(index(0), index(rowCount() - 1));
    }
    const std::vector<ChoiceRow> &rows() const { return m_rows; }
    const ChoiceRow &at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        return index.isValid() && at(index.row()).isHeading ? Qt::ItemFlags(Qt::ItemNeverHasChildren)
                                                            : QAbstractListModel::flags(index);
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        if (role == Qt::DisplayRole)
            return at(index.row()).text;
        if (role == Qt::AccessibleTextRole)
            return spoken(index.row());
        return role == Qt::ToolTipRole ? QVariant(plainTip(at(index.row()).whyNot)) : QVariant();
    }
    QString spoken(int number) const
    {
        const ChoiceRow &row = at(number);
        if (row.isHeading)
            return row.text;
        QStringList parts{row.kind, row.text, row.detail, row.state, row.keys};
        if (!row.whyNot.isEmpty())
            parts << tr("not now: %1").arg(row.whyNot);
        const auto isHeading = [](const ChoiceRow &other) { return other.isHeading; };
        const auto before = std::count_if(m_rows.begin(), m_rows.begin() + number, isHeading);
        const auto all = std::ranges::count_if(m_rows, isHeading);
        parts << tr("%1 of %2", "position in a list").arg(number + 1 - before).arg(rowCount() - all);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }

private:
    std::vector<ChoiceRow> m_rows;
};

namespace {

class ChoiceDelegate : public QStyledItemDelegate
{
public:
    ChoiceDelegate(const ChoiceRows &rows, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_rows(rows)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isCurrent = option.state & QStyle::State_Selected;
        paintChoiceRow(*painter, option.rect, m_rows.at(index.row()), isCurrent, Theme::of(option.widget));
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), static_cast<const ChoiceList *>(option.widget)->rowHeight()};
    }

private:
    const ChoiceRows &m_rows;
};

} // namespace

ChoiceList::ChoiceList(QWidget *parent)
    : QListView(parent)
    , m_rows(new ChoiceRows(this))
{
    setModel(m_rows);
    setItemDelegate(new ChoiceDelegate(*m_rows, this));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoiceList::currentMoved);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (!rows().at(static_cast<std::size_t>(index.row())).isHeading)
            emit rowPressed(index.row());
    });
}

const std::vector<ChoiceRow> &ChoiceList::rows() const
{
    return m_rows->rows();
}

void ChoiceList::setRows(std::vector<ChoiceRow> rows)
{
    makePlain(rows);
    m_rows->reset(std::move(rows));
    const auto first = std::ranges::find(m_rows->rows(), false, &ChoiceRow::isHeading);
    setCurrent(first == m_rows->rows().end() ? -1 : static_cast<int>(first - m_rows->rows().begin()));
    scrollToTop();
    updateGeometry();
}

void ChoiceList::updateRows(std::vector<ChoiceRow> rows)
{
    makePlain(rows);
    if (rows.size() != m_rows->rows().size())
        return setRows(std::move(rows));
    if (rows != m_rows->rows())
        m_rows->renew(std::move(rows));
}

void ChoiceList::setCurrent(int row)
{
    setCurrentIndex(row < 0 ? QModelIndex() : m_rows->index(row));
}

void ChoiceList::step(int by)
{
    const int last = m_rows->rowCount() - 1;
    const int direction = by < 0 ? -1 : 1;
    int to = std::clamp(current() + by, 0, std::max(last, 0));
    while (to >= 0 && to <= last && m_rows->at(to).isHeading)
        to += direction;
    if (to >= 0 && to <= last)
        setCurrent(to);
    if (to <= 1)
        scrollToTop(); // With the heading above it.
}

QString ChoiceList::spoken() const
{
    return current() < 0 ? QString() : m_rows->spoken(current());
}

int ChoiceList::rowHeight() const
{
    const int line = QFontMetrics(Theme::of(this).font(Type::body)).height();
    return (line + 2 * grid + halfGrid + halfGrid - 1) / halfGrid * halfGrid;
}

QSize ChoiceList::sizeHint() const
{
    return {40 * grid, std::min(rowsShownMax, m_rows->rowCount()) * rowHeight()};
}

} // namespace siaga::views

#include "choice_list.moc"
#include "moc_choice_list.cpp"
