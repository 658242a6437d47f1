// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/banner.h"

#include "views/theme/plain_text.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"
#include "views/widgets/status_pill.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace siaga::views {

namespace {

class Strip : public QWidget
{
public:
    Strip(Status status, QWidget *parent)
        : QWidget(parent)
        , m_status(status)
    {
        setRole(*this, QAccessible::AlertMessage);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = Theme::of(this).tokens();
        const QColor colour = tokens.of(m_status);
        painter.fillRect(rect(), mixed(tokens.surface, colour, 0.10));
        painter.fillRect(QRect(0, 0, 3, height()), colour);
        painter.fillRect(QRect(0, height() - 1, width(), 1), mixed(tokens.border, colour, 0.35));
    }

private:
    Status m_status;
};

} // namespace

BannerStack::BannerStack(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

void BannerStack::setBanners(const std::vector<BannerFace> &banners)
{
    if (banners == m_shown) {
        return;
    }
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const BannerFace &face : banners) {
        QWidget *strip = made(face);
        m_column->addWidget(strip);
        if (std::ranges::find(m_shown, face.key, &BannerFace::key) == m_shown.end()) {
            announceAlert(*strip);
        }
    }
    m_shown = banners;
    setHidden(banners.empty());
}

QWidget *BannerStack::made(const BannerFace &face)
{
    auto *strip = new Strip(face.status, this);
    strip->setAccessibleName(tr("%1: %2").arg(word(face.status), plain(face.text)));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(2 * grid, halfGrid, grid, halfGrid + 1);
    row->setSpacing(grid);
    row->addWidget(new SeverityMark(face.status, strip));
    auto *label = new PlainLabel(face.text, Type::body, Tone::text, QFont::Normal, strip);
    label->setMinimumHeight(controlHeight);
    row->addWidget(label, 1);
    if (!face.action.isEmpty()) {
        auto *button = new ActionButton(face.action, {}, strip);
        connect(button, &QAbstractButton::clicked, this, [this, key = face.key] { emit actionTriggered(key); });
        row->addWidget(button);
    }
    return strip;
}

} // namespace siaga::views

#include "moc_banner.cpp"
