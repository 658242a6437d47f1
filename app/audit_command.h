// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga audit verify` and `siaga audit export`: the same questions as page Audit, on a journal file or in the Siaga that
// has it open.
#pragma once

#include "app/audit_errands.h"
#include "app/command.h"

namespace siaga {

/// The query that the options name, or a sentence that says what is off. `now` is what --last counts from.
Result<AuditQuery, QString> auditQueryOf(const Arguments &arguments, WallTime now);

class AuditCommand : public Command
{
    Q_OBJECT

public:
    /// `reader` must outlive this.
    AuditCommand(const Arguments &arguments, JournalReader &reader, Reply reply);
    ~AuditCommand() override;

private:
    void prove(const AuditProof &proof);

    ErrandDesk m_desk;
    Reply m_reply;
    std::shared_ptr<Errand> m_errand;
};

/// Asks the Siaga that runs on the data, else reads its journal file. Gives the exit code.
int runAudit(const Arguments &arguments, const QStringList &words);

} // namespace siaga
