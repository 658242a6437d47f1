// SPDX-License-Identifier: GPL-3.0-or-later
// The one line on top of everything while something is badly wrong: what, where, since when, who has it, what is
// running, how long is left, what is decided next.
//
// Like the note pinned to the door of the operations room. The catch: it stays one line. What doesn't fit gives way in
// a fixed order (the next decision, then what is running), never the first three or the time left.
#pragma once

#include "views/theme/theme.h"

#include <QAbstractButton>

namespace siaga::views {

/// All texts are ready sentences or parts of them; an empty one is left out.
struct IncidentFace
{
    Status status = Status::critical;
    QString what;     ///< "us-east-1 down"
    QString since;    ///< "since 02:12:58 UTC · 47 s"
    QString owner;    ///< "Rina"; empty says that nobody has it.
    QString running;  ///< "evacuating, step 7 of 9"
    QString timeLeft; ///< "4 min 13 s"; what is left of the recovery time objective.
    QString escalation; ///< "emergency in 4 min 12 s"; nobody has taken it yet.
    QString next;     ///< "verify from outside"
    bool operator==(const IncidentFace &) const = default;
};

/// A button: it leads to the incident. Hidden by its owner while there is none.
class IncidentLine : public QAbstractButton
{
    Q_OBJECT

public:
    explicit IncidentLine(QWidget *parent = nullptr);

    /// A changed `what` or status is also announced to screen readers.
    void setFace(const IncidentFace &face);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString spoken() const;
    QString ownerShown() const;

    IncidentFace m_face;
};

} // namespace siaga::views
