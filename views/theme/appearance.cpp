// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/appearance.h"

#include "views/theme/portal.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int bodyPixelsMin = 13; // Then 0.9 em is still 12 px, the least we show.

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

QFont applicationFont(const QFont &desktop)
{
    QFont font(desktop);
    if (QFontDatabase::hasFamily(u"Inter"_s)) {
        font.setFamilies({u"Inter"_s, desktop.family()});
    }
    font.setPixelSize(std::max(bodyPixelsMin, QFontInfo(desktop).pixelSize()));
    return font;
}

Appearance::Appearance(QApplication &application, Scheme scheme)
    : m_application(application)
    , m_scheme(scheme)
    , m_desktopDark(isDarkPalette(QGuiApplication::palette()))
{
    QApplication::setStyle(new Style);
    QApplication::setFont(applicationFont(QGuiApplication::font()));
    application.installEventFilter(this);
    auto *portal = new Portal(this);
    connect(portal, &Portal::colorSchemeRead, this, &Appearance::setPortalWish);
    portal->start();
    follow();
}

void Appearance::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    follow();
}

void Appearance::setPortalWish(std::optional<bool> dark)
{
    m_portalDark = dark;
    follow();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched == &m_application) {
        QApplication::setPalette(QPalette());
        m_desktopDark = isDarkPalette(QGuiApplication::palette());
        m_applied.reset();
        follow();
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::follow()
{
    m_dark = m_scheme == Scheme::desktop ? m_portalDark.value_or(m_desktopDark) : m_scheme == Scheme::dark;
    if (m_applied == m_dark) {
        return;
    }
    m_applied = m_dark;
    const QPalette palette = paletteOf(m_dark ? Tokens::darkOnes() : Tokens::lightOnes());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    emit changed(m_dark);
}

} // namespace siaga::views

#include "moc_appearance.cpp"
