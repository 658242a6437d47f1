// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a query finds into a file of its own: JSON lines or CSV, whole or not at all.
//
// Like a certified copy: the head says of what, from where to where and in which mode. The catch: the lines are the
// very bytes that are hashed, but only a copy of all records can be hashed again from the first to the head.
#pragma once

#include "app/audit_errands.h"

#include <QSaveFile>

namespace siaga {

/// A cell of a CSV file: quoted, and a leading = + - @ TAB or CR made harmless by an apostrophe, so that no spreadsheet
/// takes a text from outside for a formula.
QString csvCell(const QString &text);

class ExportErrand : public Errand
{
public:
    using Tell = std::function<void(AuditExporting)>;
    ExportErrand(AuditExport order, Tell tell);

    /// False, and it is told why, when the file cannot be made. Else it is ready to be sent.
    bool begin();
    void bring(const Journal &journal) override;
    bool take() override;
    void lost() override;
    /// What is known so far, as ended by a person; the file is as it was before.
    AuditExporting ended(ExportState state) const;

private:
    void writeHead();
    void write(const AuditMatch &match);
    bool finish();

    AuditExport m_order;
    Tell m_tell;
    AuditSearch m_search;
    QSaveFile m_file;
    Head m_head;           ///< Of the journal, when the export began.
    AuditExporting m_state;
    QElapsedTimer m_timer;
    QElapsedTimer m_sinceTold;
};

} // namespace siaga
