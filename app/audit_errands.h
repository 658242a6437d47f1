// SPDX-License-Identifier: GPL-3.0-or-later
// What page Audit and `siaga audit` fetch from the journal: matching records, one record, and the proof of all.
#pragma once

#include "app/errand_desk.h"
#include "core/runtime/journal_proof.h"
#include "core/words/audit_words.h"

#include <QElapsedTimer>

#include <functional>
#include <optional>

namespace siaga {

/// A record that matched; `recorded` is nothing for one that is damaged or cannot be understood.
struct AuditMatch
{
    words::AuditLine line;
    const WalkItem &item;
};

/// Walks the journal for a query: first for what belongs to its subject, then for what matches. For errands.
class AuditSearch
{
public:
    AuditSearch(AuditQuery query, WalkDirection direction, Seq start);

    void bring(const Journal &journal);
    /// Calls `visit` for each match until it returns false, in the walk's order; the rest of what was brought is dropped.
    void take(const std::function<bool(const AuditMatch &)> &visit);
    bool isOver() const { return m_walk && m_walk->isOver(); }
    std::uint64_t walked() const { return m_walk ? m_walk->walked() : 0; }
    std::uint64_t total() const { return m_walk ? m_walk->total() : 0; }

private:
    std::optional<words::AuditLine> lineOf(const WalkItem &item) const;

    AuditFilter m_filter;
    WalkDirection m_direction;
    Seq m_start;
    std::optional<RelationWalk> m_relations; ///< Until they are complete.
    std::optional<JournalWalk> m_walk;
};

class FindErrand : public Errand
{
public:
    using Tell = std::function<void(words::AuditFound)>;
    FindErrand(AuditAsk ask, Tell tell);

    void bring(const Journal &journal) override { m_search.bring(journal); }
    bool take() override;
    void lost() override;

private:
    AuditAsk m_ask;
    AuditSearch m_search;
    Tell m_tell;
    int m_rows = 0;
    QElapsedTimer m_sinceTold;
    words::AuditFound m_found;
};

class RecordErrand : public Errand
{
public:
    using Tell = std::function<void(words::AuditRecord)>;
    RecordErrand(Seq seq, Tell tell);

    void bring(const Journal &journal) override;
    bool take() override;
    void lost() override;

private:
    Tell m_tell;
    words::AuditRecord m_record;
    std::string m_damage;
};

class ProofErrand : public Errand
{
public:
    using Tell = std::function<void(AuditProof)>;
    explicit ProofErrand(Tell tell);

    void bring(const Journal &journal) override { m_proof.bring(journal, Patience()); }
    bool take() override;
    void lost() override;
    /// What was known when it last came back, as ended by a person.
    AuditProof stopped() const;

private:
    void tell(ProofState state);

    Tell m_tell;
    AuditProof m_last;
    JournalProof m_proof;
    QElapsedTimer m_timer;
    QElapsedTimer m_sinceTold;
};

} // namespace siaga
