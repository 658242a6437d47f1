// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's seal: what verifying it gave, when, and the head's hash to be noted elsewhere; and exports under way.
//
// Like the auditor's stamp on the cover of the log book. The catch: the stamp has a date; what was written since is not
// under it, so the card says how much that is.
#pragma once

#include "core/boards/audit_board.h"
#include "core/words/figures.h"

#include <QWidget>

namespace siaga::views {

class ActionButton;
class PlainLabel;
class ProgressLine;
class StatusPill;

class ProofCard : public QWidget
{
    Q_OBJECT

public:
    explicit ProofCard(QWidget *parent = nullptr);

    void showProof(const AuditProof &proof);
    void showExport(const AuditExporting &exporting);
    void setHead(Seq head);
    void setZone(words::Zone zone);
    bool isVerifying() const { return m_proof.state == ProofState::running; }

signals:
    void verifyWanted();
    void verifyStopWanted();
    void exportWanted();
    void exportStopWanted();
    /// The first bad record, to be looked at.
    void recordWanted(siaga::Seq seq);
    /// "siaga journal head 18231 7f3a…": to be noted elsewhere.
    void headCopied(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectButtons();
    void renew();
    void sayProof();
    QString progress() const;
    QString noted() const;

    AuditProof m_proof;
    AuditExporting m_export;
    Seq m_head;
    words::Zone m_zone = words::Zone::utc;
    StatusPill *m_state;
    PlainLabel *m_hash;
    PlainLabel *m_exported;
    ActionButton *m_copy;
    ActionButton *m_goTo;
    ActionButton *m_verify;
    ActionButton *m_exportButton;
    ProgressLine *m_line;
};

} // namespace siaga::views
