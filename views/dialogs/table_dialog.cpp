// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/table_dialog.h"

#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/row_model.h"
#include "views/widgets/table.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace siaga::views {

namespace {

constexpr int rowsShownMax = 400; // All that a chart shows: the page around the tables scrolls, not each of them.

using Model = RowModel<PartTable::Row>;

std::vector<Model::Column> columnsOf(const PartTable &content)
{
    std::vector<Model::Column> columns;
    for (qsizetype at = 0; at < content.columns.size(); ++at) {
        const auto cell = [at](const PartTable::Row &row) { return row.cells.value(at); };
        Model::Column column{.title = content.columns[at], .text = cell};
        if (at == 0)
            column.status = [](const PartTable::Row &row) { return row.mark; };
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace

TableDialog::TableDialog(Source source, Mode mode, QWidget *parent)
    : Dialog(tr("As a table"), mode, parent)
    , m_source(std::move(source))
    , m_nothing(line(tr("This page shows no chart now.")))
{
    setSubtitle(tr("The same as the charts of the page show, and kept up to date with them."));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid);
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // setWidget() switches it on.
    body()->addWidget(scroll, 1);
    addToFoot(new QWidget(this));
    ActionButton *close = addButton(tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    resize(120 * grid, 72 * grid);
    refresh();
    if (m_shown.empty())
        close->setFocus();
    else
        m_shown.front().table->setFocus();
}

TableDialog::~TableDialog() = default;

void TableDialog::refresh()
{
    const std::vector<PartTable> contents = m_source();
    m_nothing->setVisible(contents.empty());
    while (m_shown.size() > contents.size()) {
        delete m_shown.back().title;
        delete m_shown.back().table;
        m_shown.pop_back();
    }
    for (std::size_t at = 0; at < contents.size(); ++at) {
        if (at == m_shown.size())
            m_shown.push_back(makeTable(contents[at]));
        fill(m_shown[at], contents[at]);
    }
}

TableDialog::Shown TableDialog::makeTable(const PartTable &content)
{
    QWidget *inside = m_column->parentWidget();
    Shown shown{.title = new PlainLabel({}, Type::body, Tone::text, QFont::DemiBold, inside), .table = new Table(inside)};
    shown.table->setRowsShownMax(rowsShownMax);
    const int end = m_column->count() - 1; // The stretch stays last.
    m_column->insertWidget(end, shown.title);
    m_column->insertWidget(end + 1, shown.table);
    shown.content.columns = content.columns;
    shown.model = std::make_unique<Model>(columnsOf(content));
    shown.table->setModel(shown.model.get());
    shown.table->setShares(content.shares);
    return shown;
}

void TableDialog::fill(Shown &shown, const PartTable &content)
{
    if (content == shown.content)
        return;
    if (content.columns != shown.content.columns) {
        auto model = std::make_unique<Model>(columnsOf(content));
        shown.table->setModel(model.get());
        shown.model = std::move(model); // The old one goes after the view has left it.
        shown.table->setShares(content.shares);
    }
    shown.title->setText(content.title);
    shown.table->setAccessibleName(content.title);
    shown.model->setRows(content.rows);
    shown.table->updateGeometry();
    shown.content = content;
}

std::vector<PartTable> tablesOf(const QWidget &page)
{
    std::vector<PartTable> tables;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        const auto *chart = dynamic_cast<const PaintedParts *>(widget);
        if (!chart || !widget->isVisibleTo(&page))
            continue;
        tables.insert(widget->hasFocus() ? tables.begin() : tables.end(), chart->table());
    }
    return tables;
}

} // namespace siaga::views

#include "moc_table_dialog.cpp"
