// SPDX-License-Identifier: GPL-3.0-or-later
// The guide on page Now: what there is to see at this moment, one thing to do, and the times measured so far.
//
// Like the note that a colleague leaves on the desk. The catch: it never stands in the way; it takes its place above the
// page, everything below works as ever, and Escape puts it away.
#pragma once

#include "views/guide/guide_story.h"
#include "views/widgets/card.h"

class QHBoxLayout;

namespace siaga::views {

class ActionButton;
class GuideProgress;

class GuideCard : public Card
{
    Q_OBJECT

public:
    explicit GuideCard(QWidget *parent = nullptr);

    void setFace(const GuideFace &face);
    const GuideFace &face() const { return m_face; }

signals:
    void acted(siaga::views::GuideAct act);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showTimes();

    GuideFace m_face;
    PlainLabel *m_text;
    PlainLabel *m_times;
    GuideProgress *m_progress;
    ActionButton *m_act;
    ActionButton *m_close;
};

} // namespace siaga::views
