// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/navigation_rail.h"

#include "views/theme/figures.h"
#include "views/theme/marks.h"
#include "views/theme/plain_text.h"
#include "views/widgets/spoken.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace siaga::views {

namespace {

constexpr int railWidth = 80;
constexpr int buttonHeight = 60;
constexpr int pictureSize = 20;
constexpr int markSize = 11;

} // namespace

class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const RailPage &page, QWidget *parent)
        : QAbstractButton(parent)
        , m_page(page)
    {
        setText(page.title);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedSize(railWidth, buttonHeight);
        const QString tip = tr("%1 (Alt+%2)").arg(page.title).arg(page.number);
        setToolTip(plainTip(tip));
        setAccessibleDescription(tip); // Else Qt takes the tooltip, which is HTML.
        setWorst(Status::healthy);
    }

    int number() const { return m_page.number; }

    void setWorst(Status status)
    {
        m_worst = status;
        setAccessibleName(status > Status::unknown ? tr("%1, %2").arg(m_page.title, word(status)) : m_page.title);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(this);
        const Tokens &tokens = theme.tokens();
        if (isChecked() || underMouse()) {
            painter.fillRect(rect(), isChecked() ? tokens.raised : mixed(tokens.surface, tokens.raised, 0.6));
        }
        if (isChecked()) {
            painter.fillRect(QRect(0, 0, 3, height()), tokens.accent);
        }
        const QColor ink = isChecked() ? tokens.text : tokens.muted;
        const QRectF icon((width() - pictureSize) / 2.0, 10, pictureSize, pictureSize);
        paintIcon(painter, icon, m_page.icon, ink);
        if (m_worst > Status::unknown) {
            const QRectF mark(icon.right() + 2, icon.top() - 3, markSize, markSize);
            paintMark(painter, mark, m_worst, tokens);
        }
        painter.setPen(ink);
        drawFigures(painter, QRectF(halfGrid, icon.bottom() + 4, width() - grid, height() - icon.bottom() - 10),
            Qt::AlignHCenter | Qt::AlignVCenter, theme.font(Type::small, isChecked() ? QFont::Medium : QFont::Normal),
            m_page.title);
        if (hasFocus()) {
            paintFocusRing(painter, rect().adjusted(2, 2, -2, -2), controlRadius, tokens);
        }
    }

private:
    RailPage m_page;
    Status m_worst = Status::healthy;
};

NavigationRail::NavigationRail(const std::vector<RailPage> &pages, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setRole(*this, QAccessible::ToolBar);
    setAccessibleName(tr("Pages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid, 1, grid);
    column->setSpacing(0);
    for (const RailPage &page : pages) {
        auto *button = new RailButton(page, this);
        column->addWidget(button);
        m_buttons.push_back(button);
        const int number = page.number;
        connect(button, &QAbstractButton::clicked, this, [this, number] { emit activated(number); });
        auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)), this);
        connect(key, &QShortcut::activated, button, &QAbstractButton::click);
    }
    column->addStretch(1);
}

void NavigationRail::setCurrent(int number)
{
    for (RailButton *button : m_buttons) {
        if (button->number() == number) {
            button->setChecked(true);
        }
    }
}

void NavigationRail::setWorst(int number, Status status)
{
    for (RailButton *button : m_buttons) {
        if (button->number() == number) {
            button->setWorst(status);
        }
    }
}

QSize NavigationRail::sizeHint() const
{
    return QSize(railWidth + 1, buttonHeight * static_cast<int>(m_buttons.size()) + 2 * grid);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.border);
}

void NavigationRail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const auto focused = std::ranges::find_if(m_buttons, [](RailButton *button) { return button->hasFocus(); });
    if (step == 0 || focused == m_buttons.end()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto last = static_cast<int>(m_buttons.size()) - 1;
    const int to = std::clamp(static_cast<int>(focused - m_buttons.begin()) + step, 0, last);
    m_buttons[static_cast<std::size_t>(to)]->setFocus(Qt::TabFocusReason);
}

} // namespace siaga::views

#include "navigation_rail.moc"
#include "moc_navigation_rail.cpp"
