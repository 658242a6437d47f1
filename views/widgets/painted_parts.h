// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a screen reader see what a widget paints: each region on the map, each bar of a plan, as a child of its own; and
// lets everybody read the same as a table.
//
// Like the raised dots beside the lift's buttons. The catch: the parts are asked for again at each question, so they
// must come from the same values as the paint, never from a copy that ages.
#pragma once

#include "views/theme/status.h"

#include <QRect>
#include <QStringList>

#include <optional>
#include <vector>

class QWidget;

namespace siaga::views {

struct PaintedPart
{
    QString name;  ///< "us-east-1"
    QString value; ///< With unit and state: "critical, 14 % of traffic".
    QRect place;   ///< In the widget's coordinates.
    bool current = false;
    QString state; ///< The word in it that matters, "critical": a change of it is told wherever the keyboard is.
    bool pressable = false;       ///< pressPart() does something.
    std::optional<bool> unfolded; ///< Of a part that shows and hides others.
};

/// What a chart shows, as rows of words.
struct PartTable
{
    struct Row
    {
        QStringList cells;           ///< One for each column.
        std::optional<Status> mark;  ///< Before the first cell.
        bool operator==(const Row &) const = default;
    };

    QString title;
    QStringList columns;
    QList<int> shares;               ///< Of the width, one for each column.
    std::vector<Row> rows;
    bool operator==(const PartTable &) const = default;
};

/// A widget that also inherits from this is readable part by part.
class PaintedParts
{
public:
    virtual ~PaintedParts() = default;
    virtual int partCount() const = 0;
    /// `index` from 0 to partCount() - 1.
    virtual PaintedPart part(int index) const = 0;
    /// Puts the keyboard on a part, as an arrow key would; the widget itself gets the focus first.
    virtual void goToPart(int index) = 0;
    /// What Enter does on it.
    virtual void pressPart(int index) = 0;
    /// All of it, the same values as in the paint.
    virtual PartTable table() const = 0;
};

/// Makes such widgets known to Qt's accessibility; harmless when called again.
void installPaintedParts();

/// Tells screen readers that the keyboard is now on this part of the widget.
void announcePart(QWidget *widget, int index);

/// Tells screen readers what changed since the last call: names, states, and the value of the part that the keyboard is
/// on. Costs nothing until somebody has asked for the parts.
void announceParts(QWidget *widget);

} // namespace siaga::views
