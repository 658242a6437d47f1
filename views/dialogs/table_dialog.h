// SPDX-License-Identifier: GPL-3.0-or-later
// What the charts of a page show, as real tables: to be read line by line, by a screen reader or by a person who rather
// has the numbers.
//
// Like the table printed on the back of a statistical map. The catch: it follows the page; what the page does not show
// (a filter, a folded group) is not in it either.
#pragma once

#include "views/dialogs/dialog.h"
#include "views/widgets/painted_parts.h"

#include <functional>
#include <memory>
#include <vector>

class QVBoxLayout;

namespace siaga::views {

template<typename Row>
class RowModel;
class Table;

class TableDialog : public Dialog
{
    Q_OBJECT

public:
    /// The tables to show now, the most wanted first.
    using Source = std::function<std::vector<PartTable>()>;

    TableDialog(Source source, Mode mode, QWidget *parent);
    ~TableDialog() override;

    /// Reads the charts again; a table that is there already keeps its place, its row and its focus.
    void refresh();

private:
    struct Shown
    {
        PartTable content;
        PlainLabel *title = nullptr;
        Table *table = nullptr;
        std::unique_ptr<RowModel<PartTable::Row>> model;
    };

    Shown makeTable(const PartTable &content);
    void fill(Shown &shown, const PartTable &content);

    Source m_source;
    PlainLabel *m_nothing;
    QVBoxLayout *m_column;
    std::vector<Shown> m_shown;
};

/// The charts that are in sight below `page`, as tables; the one that has the focus first.
std::vector<PartTable> tablesOf(const QWidget &page);

} // namespace siaga::views
