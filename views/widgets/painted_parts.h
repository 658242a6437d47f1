// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a screen reader see what a widget paints: each region on the map, each bar of a plan, as a child of its own.
//
// Like the raised dots beside the lift's buttons. The catch: the parts are asked for again at each question, so they
// must come from the same values as the paint, never from a copy that ages.
#pragma once

#include <QRect>
#include <QString>

class QWidget;

namespace siaga::views {

struct PaintedPart
{
    QString name;  ///< "us-east-1"
    QString value; ///< With unit and state: "critical, 14 % of traffic".
    QRect place;   ///< In the widget's coordinates.
    bool current = false;
};

/// A widget that also inherits from this is readable part by part.
class PaintedParts
{
public:
    virtual ~PaintedParts() = default;
    virtual int partCount() const = 0;
    /// `index` from 0 to partCount() - 1.
    virtual PaintedPart part(int index) const = 0;
};

/// Makes such widgets known to Qt's accessibility; harmless when called again.
void installPaintedParts();

/// Tells screen readers that the keyboard is now on this part of the widget.
void announcePart(QWidget *widget, int index);

} // namespace siaga::views
