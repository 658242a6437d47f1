// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/sparkline.h"

#include <QLineF>
#include <QList>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace siaga::views {

namespace {

struct Span
{
    double least = std::numeric_limits<double>::infinity();
    double greatest = -std::numeric_limits<double>::infinity();

    void take(double value)
    {
        if (std::isfinite(value)) {
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
    }
    bool any() const { return least <= greatest; }
};

Span spanOf(const std::vector<double> &values, std::size_t from, std::size_t to)
{
    Span span;
    for (std::size_t index = from; index < to; ++index) {
        span.take(values[index]);
    }
    return span;
}

/// One vertical stroke for each column, joined to the next; few lines, whatever the number of values.
QList<QLineF> columns(const QRectF &rect, const std::vector<double> &values, const Span &all)
{
    const std::size_t count = std::min(values.size(), static_cast<std::size_t>(std::max(2.0, rect.width())));
    const double height = all.greatest > all.least ? all.greatest - all.least : 1;
    const auto y = [&](double value) { return rect.bottom() - (value - all.least) / height * rect.height(); };
    QList<QLineF> lines;
    std::optional<QPointF> last;
    for (std::size_t column = 0; column < count; ++column) {
        const Span span = spanOf(values, values.size() * column / count, values.size() * (column + 1) / count);
        if (!span.any()) {
            last.reset();
            continue;
        }
        const double x = count < 2 ? rect.right() : rect.left() + rect.width() * double(column) / double(count - 1);
        const QPointF low(x, y(span.least));
        const QPointF high(x, y(span.greatest));
        if (last) {
            lines.append(QLineF(*last, low));
        }
        if (low != high) {
            lines.append(QLineF(low, high));
        }
        last = high;
    }
    return lines;
}

} // namespace

void paintSparkline(
    QPainter &painter, const QRectF &rect, const std::vector<double> &values, const QColor &colour, double scale)
{
    Span all = spanOf(values, 0, values.size());
    if (values.size() < 2 || !all.any()) {
        return;
    }
    if (scale > 0) {
        all.take(0);
        all.take(scale);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QRectF inner = rect.adjusted(1, 2, -3, -2);
    const QList<QLineF> lines = columns(inner, values, all);
    painter.drawLines(lines);
    if (std::isfinite(values.back()) && !lines.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(lines.back().p2(), 2.5, 2.5);
    }
    painter.restore();
}

} // namespace siaga::views
