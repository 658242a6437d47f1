// SPDX-License-Identifier: GPL-3.0-or-later
// Page Audit and the thread that brings it the journal's records.
#include "app/audit_thread.h"
#include "app/console.h"
#include "app/core_thread.h"
#include "views/audit/audit_page.h"
#include "views/main_window/main_window.h"

namespace siaga {

void Console::connectAudit()
{
    m_audit = std::make_unique<AuditThread>(*m_core);
    AuditThread *thread = m_audit.get();
    views::AuditPage *page = &m_window->audit();
    connect(page, &views::AuditPage::asked, thread, &AuditThread::find);
    connect(page, &views::AuditPage::stopAsked, thread, &AuditThread::stopFinding);
    connect(page, &views::AuditPage::recordAsked, thread, &AuditThread::record);
    connect(page, &views::AuditPage::verifyAsked, thread, &AuditThread::verify);
    connect(page, &views::AuditPage::verifyStopAsked, thread, &AuditThread::stopVerifying);
    connect(page, &views::AuditPage::exportStopAsked, thread, &AuditThread::stopExporting);
    connect(m_window.get(), &views::MainWindow::exportRequested, thread, &AuditThread::exportTo);
    connect(thread, &AuditThread::found, page, &views::AuditPage::showFound);
    connect(thread, &AuditThread::recordRead, page, &views::AuditPage::showRecord);
    connect(thread, &AuditThread::proved, page, &views::AuditPage::showProof);
    connect(thread, &AuditThread::exporting, page, &views::AuditPage::showExport);
}

} // namespace siaga
