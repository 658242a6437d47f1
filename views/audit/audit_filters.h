// SPDX-License-Identifier: GPL-3.0-or-later
// One line of controls that narrow the records down: text, who, kind, time, and what they are about.
//
// Like the drawers of a card index that are pulled together: each narrows what the others leave. The catch: "last hour"
// is reckoned when it is asked for, not while one reads.
#pragma once

#include "core/words/audit_words.h"
#include "core/words/figures.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTimer;

namespace siaga::views {

class ActionButton;
class PlainLabel;

class AuditFilters : public QWidget
{
    Q_OBJECT

public:
    explicit AuditFilters(QWidget *parent = nullptr);

    /// What is asked for at this moment; a time that cannot be read asks for any.
    AuditQuery query(WallTime now) const;
    /// The zone in which times are typed, and in which a day begins.
    void setZone(words::Zone zone);
    void setAbout(const AuditSubject &about);
    /// People and engines that were seen; they can be chosen from then on.
    void addActors(const std::vector<Actor> &actors);
    void focusText();
    /// Excludes nothing any more.
    void clear();
    bool isNarrow() const;

signals:
    void changed();
    /// Enter, Escape or the arrow down in the text: the reader goes on to the records.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Range { any, hour, day, today, between };

    QWidget *makeLine();
    QWidget *makeTimes();
    QComboBox *makeChoice(const QString &name, int ems);
    Range range() const;
    void setTimes(AuditQuery &query, WallTime now) const;
    void rangeChosen();
    void sayTimes();
    void tellNow();

    QLineEdit *m_text;
    QComboBox *m_who;
    QComboBox *m_kind;
    QComboBox *m_range;
    ActionButton *m_about;
    QWidget *m_times;
    QLineEdit *m_since;
    QLineEdit *m_until;
    PlainLabel *m_mistake;
    QTimer *m_typing;
    AuditSubject m_subject;
    words::Zone m_zone = words::Zone::utc;
};

} // namespace siaga::views
