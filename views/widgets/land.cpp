// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/land.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <numbers>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr double stepsInDegree = 20; // As convert.py quantises.

std::vector<QPolygonF> readOutlines()
{
    std::vector<QPolygonF> outlines;
    QFile file(u":/siaga/map/land-110m.txt"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return outlines;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        QPolygonF outline;
        double x = 0;
        double y = 0;
        const QList<QByteArray> numbers = line.split(' ');
        for (qsizetype at = 0; at + 1 < numbers.size(); at += 2) {
            x += numbers[at].toInt();
            y += numbers[at + 1].toInt();
            outline << projected(y / stepsInDegree, x / stepsInDegree);
        }
        if (outline.size() > 2) {
            outlines.push_back(outline);
        }
    }
    return outlines;
}

} // namespace

QPointF projected(double latitude, double longitude)
{
    constexpr double radians = std::numbers::pi / 180;
    const double phi = std::clamp(latitude, -90.0, 90.0) * radians;
    const double lambda = std::clamp(longitude, -180.0, 180.0) * radians;
    const double p2 = phi * phi;
    const double p4 = p2 * p2;
    const double x = lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)));
    const double y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
    return QPointF(x, -y);
}

QRectF inhabitedWorld()
{
    return QRectF(QPointF(projected(0, -168).x(), projected(80, 0).y()),
        QPointF(projected(0, 180).x(), projected(-56, 0).y()));
}

const std::vector<QPolygonF> &landOutlines()
{
    static const std::vector<QPolygonF> outlines = readOutlines();
    return outlines;
}

} // namespace siaga::views
