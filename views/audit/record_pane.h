// SPDX-License-Identifier: GPL-3.0-or-later
// The column at the right of page Audit: one record, whole.
//
// Like the page of the log book itself, laid beside its summary. The catch: long records are cut here for reading, never
// where they are copied or exported.
#pragma once

#include "core/words/audit_words.h"
#include "core/words/figures.h"

#include <QWidget>

class QPlainTextEdit;
class QVBoxLayout;

namespace siaga::views {

class ActionButton;
class PlainLabel;

class RecordPane : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPane(QWidget *parent = nullptr);

    /// Its number at once; what it holds when it comes.
    void expect(Seq seq);
    void showRecord(const words::AuditRecord &record);
    void clear();
    void setZone(words::Zone zone);
    Seq seq() const { return m_record.seq; }
    /// The very bytes; empty until they are here.
    QString json() const { return words::text(m_record.bytes); }
    /// Puts the keyboard on the first thing that can be done.
    void focusActions();

signals:
    /// The record that led to it.
    void recordWanted(siaga::Seq seq);
    void historyWanted(const siaga::AuditSubject &subject);
    /// Bytes as they are stored.
    void jsonCopied(const QString &json);
    void commandWanted(siaga::Seq seq);
    void linkWanted(siaga::Seq seq);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeFacts(QVBoxLayout &column);
    void makeJson(QVBoxLayout &column);
    void makeButtons(QVBoxLayout &column);
    void renew();
    void showFacts();
    void showSubjects();
    void addFact(const QString &name, const QString &text);

    words::AuditRecord m_record;
    bool m_isHere = false; ///< What it holds has come.
    words::Zone m_zone = words::Zone::utc;
    PlainLabel *m_title;
    PlainLabel *m_sentence;
    PlainLabel *m_why;
    QWidget *m_facts;
    QVBoxLayout *m_factsColumn;
    std::vector<std::pair<PlainLabel *, PlainLabel *>> m_lines;
    std::size_t m_used = 0;
    QPlainTextEdit *m_json;
    QWidget *m_room; ///< In its place while it is hidden, so that all else stays on top.
    ActionButton *m_cause;
    std::vector<ActionButton *> m_histories;
    std::vector<AuditSubject> m_subjects;
    ActionButton *m_copyCommand;
    ActionButton *m_copyJson;
    ActionButton *m_copyLink;
};

} // namespace siaga::views
