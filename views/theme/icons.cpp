// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

// In the order of the enumeration.
constexpr std::array<const char *, iconCount> files{"globe", "rocket", "history", "chart-column", "shield",
    "heart-pulse", "flag", "file-text", "search", "octagon-pause", "pause", "play", "circle-stop", "x", "check",
    "chevron-right", "chevron-down", "triangle-alert", "info", "external-link", "copy", "keyboard", "clock", "wifi-off",
    "network", "server", "database", "git-branch", "user", "bell", "bell-off", "lock", "eye", "arrow-right",
    "corner-down-right"};

QPixmap rendered(const QString &name, const QColor &colour, int size, qreal ratio)
{
    QFile file(u":/siaga/icons/"_s + name + u".svg"_s);
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(ratio);
    if (!file.open(QIODevice::ReadOnly)) {
        return pixmap;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    // Two of 24 units are a heavy line at 20 px; the set is meant to be thinned.
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

} // namespace

QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio)
{
    const QString name = QString::fromLatin1(files.at(static_cast<std::size_t>(icon)));
    const QString key = u"siaga/%1/%2/%3/%4"_s.arg(name, colour.name()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(name, colour, size, devicePixelRatio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &colour)
{
    const int size = static_cast<int>(std::floor(std::min(rect.width(), rect.height())));
    const QPointF corner = rect.center() - QPointF(size, size) / 2;
    painter.drawPixmap(corner, iconPixmap(icon, colour, size, painter.device()->devicePixelRatioF()));
}

} // namespace siaga::views
