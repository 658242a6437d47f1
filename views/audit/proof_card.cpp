// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/proof_card.h"

#include "views/audit/progress_line.h"
#include "views/theme/theme.h"
#include "views/widgets/action_button.h"
#include "views/widgets/card.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"
#include "views/widgets/status_pill.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

double partOf(std::uint64_t done, std::uint64_t all)
{
    return all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 0;
}

QString lasted(Duration took)
{
    return took < std::chrono::seconds(1) ? ProofCard::tr("under 1 s") : words::duration(took);
}

} // namespace

ProofCard::ProofCard(QWidget *parent)
    : QWidget(parent)
    , m_state(new StatusPill(Status::unknown, {}, this))
    , m_hash(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, this))
    , m_exported(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, this))
    , m_copy(new ActionButton(tr("Copy head"), {}, this))
    , m_goTo(new ActionButton(tr("Show it"), {}, this))
    , m_verify(new ActionButton(tr("Verify"), QKeySequence(Qt::Key_V), this))
    , m_exportButton(new ActionButton(tr("Export…"), QKeySequence(Qt::Key_X), this))
    , m_line(new ProgressLine(this))
{
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("The journal's proof and export"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 1);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(2 * grid, grid, grid, grid);
    row->setSpacing(grid);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    for (QWidget *text : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_hash), static_cast<QWidget *>(m_exported)})
        texts->addWidget(text);
    row->addLayout(texts, 1);
    for (ActionButton *button : {m_goTo, m_copy, m_verify, m_exportButton})
        row->addWidget(button);
    column->addLayout(row);
    column->addWidget(m_line);
    connectButtons();
    renew();
}

void ProofCard::connectButtons()
{
    connect(m_verify, &QAbstractButton::clicked, this, [this] {
        if (isVerifying())
            emit verifyStopWanted();
        else
            emit verifyWanted();
    });
    connect(m_exportButton, &QAbstractButton::clicked, this, [this] {
        if (m_export.state == ExportState::running)
            emit exportStopWanted();
        else
            emit exportWanted();
    });
    connect(m_goTo, &QAbstractButton::clicked, this, [this] { emit recordWanted(m_proof.bad); });
    connect(m_copy, &QAbstractButton::clicked, this, [this] { emit headCopied(noted()); });
}

QString ProofCard::noted() const
{
    return u"siaga journal head %1 %2 verified %3"_s.arg(QString::number(m_proof.checked.value()),
        words::text(toHex(m_proof.hash)), words::dateAndTime(m_proof.when));
}

void ProofCard::showProof(const AuditProof &proof)
{
    m_proof = proof;
    renew();
}

void ProofCard::showExport(const AuditExporting &exporting)
{
    m_export = exporting;
    renew();
}

void ProofCard::setHead(Seq head)
{
    if (std::exchange(m_head, head) != head)
        renew();
}

void ProofCard::setZone(words::Zone zone)
{
    m_zone = zone;
    renew();
}

void ProofCard::sayProof()
{
    const QString when = words::dateAndTime(m_proof.when, m_zone);
    const QString checked = words::number(m_proof.checked.value());
    switch (m_proof.state) {
    case ProofState::never:
        m_state->setStatus(Status::unknown, tr("not verified since this window was opened"));
        return;
    case ProofState::running:
        m_state->setStatus(Status::unknown, tr("verifying: %1 of %2 records are sound, %3")
                .arg(checked, words::number(std::max(m_proof.head, m_proof.checked).value()), lasted(m_proof.took)));
        return;
    case ProofState::intact:
        m_state->setStatus(Status::healthy, tr("intact: %1 records, verified %2, took %3").arg(checked, when, lasted(m_proof.took)));
        return;
    case ProofState::broken:
        m_state->setStatus(Status::critical,
            tr("broken at record %1: %2").arg(words::number(m_proof.bad.value()), words::text(m_proof.what)));
        return;
    case ProofState::stopped:
        m_state->setStatus(Status::unknown, tr("verifying was stopped: the first %1 records are sound, the rest is not known").arg(checked));
        return;
    case ProofState::unreadable:
        m_state->setStatus(Status::warning, tr("the journal cannot be read now"));
    }
}

QString ProofCard::progress() const
{
    const QString written = words::number(m_export.written);
    const QString path = words::text(m_export.path);
    switch (m_export.state) {
    case ExportState::never:
        return {};
    case ExportState::running:
        return tr("exporting: %1 records written to %2, %3").arg(written, path, lasted(m_export.took));
    case ExportState::done:
        return tr("exported: %1 records to %2, took %3").arg(written, path, lasted(m_export.took));
    case ExportState::stopped:
        return tr("the export was stopped; %1 is as it was before").arg(path);
    case ExportState::failed:
        break;
    }
    return tr("the export failed: %1; %2 is as it was before").arg(words::text(m_export.what), path);
}

void ProofCard::renew()
{
    sayProof();
    const bool intact = m_proof.state == ProofState::intact;
    const bool broken = m_proof.state == ProofState::broken;
    const QString since = m_head > m_proof.checked
        ? tr(" · %1 written since").arg(words::number(m_head.value() - m_proof.checked.value()))
        : QString();
    m_hash->setWordWrap(!intact && !broken); // A hash is shortened instead: whoever wants it copies it.
    m_hash->setText(intact ? tr("head %1 · %2").arg(words::number(m_proof.checked.value()), words::text(toHex(m_proof.hash))) + since
            : broken       ? tr("the %1 records before it are sound; verified %2, took %3")
                           .arg(words::number(m_proof.checked.value()), words::dateAndTime(m_proof.when, m_zone), lasted(m_proof.took))
                           : tr("Verifying recomputes every hash from the first record on. Note the head's hash elsewhere: it "
                                "also proves that no last record was cut off."));
    m_exported->setText(progress());
    m_exported->setStatus(m_export.state == ExportState::failed ? std::optional(Status::warning) : std::nullopt);
    m_exported->setVisible(m_export.state != ExportState::never);
    m_copy->setVisible(intact);
    m_goTo->setVisible(broken);
    m_verify->setText(isVerifying() ? tr("Stop verifying") : tr("Verify"));
    const bool exporting = m_export.state == ExportState::running;
    m_exportButton->setText(exporting ? tr("Stop the export") : tr("Export…"));
    m_verify->setShortcut(Qt::Key_V); // A new text takes it away.
    m_exportButton->setShortcut(Qt::Key_X);
    m_line->setPart(isVerifying() ? partOf(m_proof.checked.value(), m_proof.head.value())
            : exporting           ? partOf(m_export.walked, m_export.total)
                                  : -1);
}

void ProofCard::paintEvent(QPaintEvent *)
{
    paintCardSurface(*this, Theme::of(this).tokens().border);
}

} // namespace siaga::views

#include "moc_proof_card.cpp"
