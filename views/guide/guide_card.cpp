// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guide_card.h"

#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/spoken.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

/// Where the story stands: a dot for each step, those that are over filled.
class GuideProgress : public QWidget
{
public:
    explicit GuideProgress(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(guideSteps * 2 * grid - grid, grid);
        setRole(*this, QAccessible::Indicator);
    }
    void setStep(int step)
    {
        m_step = step;
        setAccessibleName(step > 0 ? GuideCard::tr("Step %1 of %2").arg(step).arg(guideSteps) : GuideCard::tr("Not begun"));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = Theme::of(this).tokens();
        for (int i = 0; i < guideSteps; ++i) {
            const QRectF dot(i * 2 * grid + 0.5, 0.5, grid - 1, grid - 1);
            painter.setPen(QPen(i < m_step ? tokens.accent : tokens.muted, 1));
            painter.setBrush(i < m_step ? QBrush(tokens.accent) : QBrush(Qt::NoBrush));
            painter.drawEllipse(dot);
        }
    }

private:
    int m_step = 0;
};

GuideCard::GuideCard(QWidget *parent)
    : Card(tr("Guide"), parent)
    , m_text(new PlainLabel({}, Type::body, Tone::muted, QFont::Normal, this))
    , m_times(new PlainLabel({}, Type::body, Tone::text, QFont::Normal, this))
    , m_progress(new GuideProgress(this))
    , m_act(new ActionButton({}, {}, this))
    , m_close(new ActionButton(tr("Close"), {}, this))
{
    m_close->setKeyShown(QKeySequence(Qt::Key_Escape));
    m_close->setFocusPolicy(Qt::TabFocus);
    m_act->setFocusPolicy(Qt::TabFocus);
    setEmphasis(*m_act, Emphasis::primary);
    addToTitle(m_progress);
    addToTitle(m_act);
    addToTitle(m_close);
    for (PlainLabel *label : {m_text, m_times}) {
        label->setWordWrap(true);
        body()->addWidget(label);
    }
    m_text->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    m_times->setContentsMargins(2 * grid, 0, 2 * grid, grid + halfGrid);
    connect(m_act, &QAbstractButton::clicked, this, [this] { emit acted(m_face.act); });
    connect(m_close, &QAbstractButton::clicked, this, &GuideCard::dismissed);
}

void GuideCard::setFace(const GuideFace &face)
{
    if (face == m_face)
        return;
    const bool isNews = face.title != m_face.title && face.step != m_face.step;
    m_face = face;
    setTitle(face.title);
    m_text->setText(face.text);
    m_progress->setStep(face.step);
    m_act->setVisible(face.act != GuideAct::none);
    m_act->setText(face.button);
    showTimes();
    if (isNews)
        announceAlert(*this); // Its name is the title.
}

void GuideCard::showTimes()
{
    QStringList times;
    for (const GuideTime &time : m_face.times)
        times << tr("%1: %2", "what was measured, how long").arg(time.what, time.figure);
    m_times->setText(times.join(u"   ·   "_s));
    m_times->setVisible(!times.isEmpty());
}

void GuideCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit dismissed();
    else
        Card::keyPressEvent(event);
}

} // namespace siaga::views

#include "moc_guide_card.cpp"
