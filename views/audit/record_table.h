// SPDX-License-Identifier: GPL-3.0-or-later
// The table of records: times, names and numbers as wide as they are, sentences and reasons share what is left.
//
// Like a ledger with printed columns. The catch: on a narrow page the reason is cut first; the record's own column at
// the right has it whole.
#pragma once

#include "views/widgets/table.h"

namespace siaga::views {

class RecordTable : public Table
{
    Q_OBJECT

public:
    using Table::Table;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void share(int room);
};

} // namespace siaga::views
