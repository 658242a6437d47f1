// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/audit_errands.h"

#include "core/events/codec.h"

#include <QDateTime>

namespace siaga {

namespace {

constexpr qint64 tellEach = 100; // Milliseconds between two words of progress.

} // namespace

AuditSearch::AuditSearch(AuditQuery query, WalkDirection direction, Seq start)
    : m_filter(query)
    , m_direction(direction)
    , m_start(start)
{
    if (std::holds_alternative<std::monostate>(query.about))
        m_walk.emplace(m_filter, m_direction, m_start);
    else
        m_relations.emplace(query.about);
}

void AuditSearch::bring(const Journal &journal)
{
    if (m_walk)
        m_walk->bring(journal, Patience());
    else
        m_relations->bring(journal, Patience());
}

void AuditSearch::take(const std::function<bool(const AuditMatch &)> &visit)
{
    if (!m_walk) {
        if (!m_relations->take())
            return;
        m_filter = AuditFilter(m_filter.query(), m_relations->relations());
        m_walk.emplace(m_filter, m_direction, m_start);
        return;
    }
    for (const WalkItem &item : m_walk->take())
        if (auto line = lineOf(item))
            if (!visit({std::move(*line), item}))
                return;
}

/// Nothing when the record does not match after all.
std::optional<words::AuditLine> AuditSearch::lineOf(const WalkItem &item) const
{
    if (!item.record)
        return words::damagedLine(item.seq, item.damage);
    const auto recorded = decode(item.record->bytes);
    if (!recorded)
        return words::damagedLine(item.seq, recorded.error().message);
    if (!m_filter.matches(*recorded))
        return std::nullopt;
    words::AuditLine line = words::auditLine(*recorded);
    const QString text = QString::fromStdString(m_filter.query().text);
    if (!text.isEmpty() && !words::holdsText(line, item.record->bytes, text))
        return std::nullopt;
    return line;
}

FindErrand::FindErrand(AuditAsk ask, Tell tell)
    : m_ask(std::move(ask))
    , m_search(m_ask.query, m_ask.older ? WalkDirection::older : WalkDirection::newer, m_ask.start)
    , m_tell(std::move(tell))
{
    m_found.ticket = m_ask.ticket;
    m_sinceTold.start();
}

bool FindErrand::take()
{
    m_search.take([this](const AuditMatch &match) {
        m_found.next = m_ask.older ? Seq(match.item.seq.value() - 1) : match.item.seq.next();
        m_found.lines.push_back(match.line);
        return ++m_rows < m_ask.rowsMax;
    });
    const bool isFull = m_rows >= m_ask.rowsMax;
    m_found.isOver = isFull || m_search.isOver();
    if (!isFull)
        m_found.next = {};
    m_found.walked = m_search.walked();
    m_found.total = m_search.total();
    if (m_found.isOver || m_sinceTold.elapsed() >= tellEach) {
        m_sinceTold.start();
        m_tell(m_found);
        m_found.lines.clear();
    }
    return !m_found.isOver;
}

void FindErrand::lost()
{
    m_found.isOver = m_found.isLost = true;
    m_tell(m_found);
}

RecordErrand::RecordErrand(Seq seq, Tell tell)
    : m_tell(std::move(tell))
{
    m_record.seq = seq;
}

void RecordErrand::bring(const Journal &journal)
{
    const Seq seq = m_record.seq;
    const auto visit = [this, seq](const StoredRecord &stored) {
        if (stored.seq == seq) {
            m_record.bytes = stored.bytes;
            m_record.hash = stored.hash;
        } else if (stored.seq < seq) {
            m_record.previous = stored.hash;
        }
        return stored.seq < seq;
    };
    m_damage = "record is missing";
    if (seq > Seq(1)) // By itself, so that damage before it does not hide it.
        static_cast<void>(journal.read(Seq(seq.value() - 1), [&visit](const StoredRecord &stored) { return visit(stored) && false; }));
    if (const auto read = journal.read(seq, visit); !read)
        m_damage = read.error().what;
}

bool RecordErrand::take()
{
    const auto recorded = decode(m_record.bytes);
    if (m_record.bytes.empty())
        m_record.line = words::damagedLine(m_record.seq, m_damage);
    else
        m_record.line = recorded ? words::auditLine(*recorded) : words::damagedLine(m_record.seq, recorded.error().message);
    m_record.indented = words::indented(m_record.bytes);
    m_tell(m_record);
    return false;
}

void RecordErrand::lost()
{
    m_record.isLost = true;
    m_tell(m_record);
}

ProofErrand::ProofErrand(Tell tell)
    : m_tell(std::move(tell))
{
    m_timer.start();
    m_sinceTold.start();
}

AuditProof ProofErrand::stopped() const
{
    AuditProof proof = m_last; // The proof itself may be in the journal's hands.
    proof.state = ProofState::stopped;
    proof.took = std::chrono::milliseconds(m_timer.elapsed());
    proof.when = {QDateTime::currentMSecsSinceEpoch()};
    return proof;
}

void ProofErrand::tell(ProofState state)
{
    m_last.state = state;
    m_last.took = std::chrono::milliseconds(m_timer.elapsed());
    m_last.when = {QDateTime::currentMSecsSinceEpoch()};
    m_tell(m_last);
}

bool ProofErrand::take()
{
    m_last.checked = m_proof.checked().seq;
    m_last.hash = m_proof.checked().hash;
    m_last.head = m_proof.head();
    if (const auto &damage = m_proof.damage()) {
        m_last.bad = damage->seq;
        m_last.what = damage->what;
    }
    if (m_proof.isOver()) {
        tell(m_proof.damage() ? ProofState::broken : ProofState::intact);
        return false;
    }
    if (m_sinceTold.elapsed() >= tellEach) {
        m_sinceTold.start();
        tell(ProofState::running);
    }
    return true;
}

void ProofErrand::lost()
{
    tell(ProofState::unreadable);
}

} // namespace siaga
