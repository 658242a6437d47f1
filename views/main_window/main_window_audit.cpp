// SPDX-License-Identifier: GPL-3.0-or-later
// Page Audit: the ways to it, what is copied there, and the dialog for an export.
#include "views/main_window/main_window.h"

#include "views/audit/audit_page.h"
#include "views/dialogs/export_dialog.h"
#include "views/main_window/inspector.h"
#include "views/models/place.h"
#include "views/widgets/mode_frame.h"

#include <QClipboard>
#include <QGuiApplication>

namespace siaga::views {

namespace {

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

void MainWindow::connectAudit()
{
    connect(m_inspector, &Inspector::historyRequested, this, &MainWindow::showHistory);
    connect(m_audit, &AuditPage::textCopied, this, [](const QString &text) { copy(text); });
    connect(m_audit, &AuditPage::commandCopied, this, &MainWindow::copyCommand);
    connect(m_audit, &AuditPage::linkWanted, this, [](Seq seq) {
        copy(linkTo({.kind = Place::Kind::record, .name = QString::number(seq.value())}));
    });
    connect(m_audit, &AuditPage::exportWanted, this, &MainWindow::openExport);
}

void MainWindow::showHistory(const Selection &selection)
{
    showPage(auditPage);
    m_audit->showAbout(selection);
}

void MainWindow::openRecord(Seq seq)
{
    showPage(auditPage);
    m_audit->openRecord(seq);
}

void MainWindow::openExport()
{
    auto *dialog = new ExportDialog(m_audit->query(), m_audit->isNarrow(), m_frame->mode(), dialogParent());
    connect(dialog, &ExportDialog::chosen, this, [this](AuditExport order) {
        order.mode = word(m_frame->mode()).toStdString();
        order.fleet = m_board ? m_board->fleet : std::string();
        order.environment = m_board ? m_board->environment : std::string();
        emit exportRequested(order);
    });
    dialog->open();
}

} // namespace siaga::views
