// SPDX-License-Identifier: GPL-3.0-or-later
// Where an export of the journal goes, and in which form.
//
// Like the order form of a copy shop: which pages, which paper, which folder. The catch: it only says what is wanted;
// the copy is made elsewhere, and an old file of that name stays until the new one is whole.
#pragma once

#include "core/boards/audit_board.h"
#include "views/dialogs/dialog.h"

class QLineEdit;
class QRadioButton;

namespace siaga::views {

class ExportDialog : public Dialog
{
    Q_OBJECT

public:
    /// `query`: what the page shows; `isNarrow`: that is not all there is.
    ExportDialog(const AuditQuery &query, bool isNarrow, Mode mode, QWidget *parent);

signals:
    /// Everything but mode, fleet and environment, which the window knows.
    void chosen(const siaga::AuditExport &order);

private:
    void makeForms();
    void makeRange(bool isNarrow);
    void makePlace();
    void browse();
    void renew();
    void formChosen();
    QString suffix() const;

    AuditQuery m_query;
    QRadioButton *m_lines;
    QRadioButton *m_csv;
    QRadioButton *m_shown;
    QRadioButton *m_all;
    QLineEdit *m_path;
    ActionButton *m_export;
};

} // namespace siaga::views
