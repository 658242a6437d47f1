// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/audit_thread.h"

namespace siaga {

AuditThread::AuditThread(JournalReader &reader)
    : m_desk(new ErrandDesk(reader))
{
    qRegisterMetaType<words::AuditFound>();
    qRegisterMetaType<words::AuditRecord>();
    qRegisterMetaType<AuditProof>();
    qRegisterMetaType<AuditExporting>();
    m_desk->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("audit"));
    m_thread.start();
}

AuditThread::~AuditThread()
{
    inside([this] {
        for (const std::shared_ptr<Errand> &errand : {std::shared_ptr<Errand>(m_find), std::shared_ptr<Errand>(m_record),
                 std::shared_ptr<Errand>(m_proof), std::shared_ptr<Errand>(m_export)})
            if (errand)
                errand->stop();
        m_thread.quit();
    });
    m_thread.wait();
    delete m_desk;
}

/// Everything about errands happens in the thread, one thing after the other.
template<class Act>
void AuditThread::inside(Act act)
{
    QMetaObject::invokeMethod(m_desk, act, Qt::QueuedConnection);
}

void AuditThread::find(const AuditAsk &ask)
{
    inside([this, ask] {
        if (m_find)
            m_find->stop();
        m_find = std::make_shared<FindErrand>(ask, [this](const words::AuditFound &told) { emit found(told); });
        m_desk->send(m_find);
    });
}

void AuditThread::stopFinding()
{
    inside([this] {
        if (m_find)
            m_find->stop();
    });
}

void AuditThread::record(Seq seq)
{
    inside([this, seq] {
        if (m_record)
            m_record->stop();
        m_record = std::make_shared<RecordErrand>(seq, [this](const words::AuditRecord &told) { emit recordRead(told); });
        m_desk->send(m_record);
    });
}

void AuditThread::verify()
{
    inside([this] {
        if (m_proof)
            return;
        m_proof = std::make_shared<ProofErrand>([this](const AuditProof &told) {
            if (told.state != ProofState::running)
                m_proof.reset();
            emit proved(told);
        });
        m_desk->send(m_proof);
    });
}

void AuditThread::stopVerifying()
{
    inside([this] {
        if (!m_proof)
            return;
        m_proof->stop();
        emit proved(m_proof->stopped());
        m_proof.reset();
    });
}

void AuditThread::exportTo(const AuditExport &order)
{
    inside([this, order] {
        if (m_export)
            return;
        m_export = std::make_shared<ExportErrand>(order, [this](const AuditExporting &told) {
            if (told.state != ExportState::running)
                m_export.reset();
            emit exporting(told);
        });
        if (const auto errand = m_export; errand->begin())
            m_desk->send(errand);
    });
}

void AuditThread::stopExporting()
{
    inside([this] {
        if (!m_export)
            return;
        m_export->stop();
        emit exporting(m_export->ended(ExportState::stopped));
        m_export.reset(); // Destroyed without a commit, so the file is as it was.
    });
}

} // namespace siaga

#include "moc_audit_thread.cpp"
