// SPDX-License-Identifier: GPL-3.0-or-later
// The thread in which records are decoded, searched, verified and exported for page Audit.
//
// Like the back room of the archive: pages are copied at the desk in a moment, and read here at leisure, so that neither
// the writer nor the window waits. The catch: one search at a time; a new one drops the one before.
#pragma once

#include "app/audit_export.h"

#include <QThread>

namespace siaga {

class AuditThread : public QObject
{
    Q_OBJECT

public:
    /// `reader` must outlive this.
    explicit AuditThread(JournalReader &reader);
    /// Stops whatever is under way; an export leaves the file as it was.
    ~AuditThread() override;

    // From any thread; answers come as signals, in the thread of whoever listens.

    /// Replaces the search under way.
    void find(const AuditAsk &ask);
    void stopFinding();
    void record(Seq seq);
    /// Nothing while one is under way.
    void verify();
    void stopVerifying();
    void exportTo(const AuditExport &order);
    void stopExporting();

signals:
    void found(const siaga::words::AuditFound &found);
    void recordRead(const siaga::words::AuditRecord &record);
    void proved(const siaga::AuditProof &proof);
    void exporting(const siaga::AuditExporting &state);

private:
    template<class Act>
    void inside(Act act);

    QThread m_thread;
    ErrandDesk *m_desk; ///< Lives in the thread, and so do the errands.
    std::shared_ptr<FindErrand> m_find;
    std::shared_ptr<RecordErrand> m_record;
    std::shared_ptr<ProofErrand> m_proof;
    std::shared_ptr<ExportErrand> m_export;
};

} // namespace siaga
