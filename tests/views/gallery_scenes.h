// SPDX-License-Identifier: GPL-3.0-or-later
// The scenes of the gallery: widgets arranged as pages will arrange them, filled with invented values.
//
// Like the rooms of a furniture shop. The catch: nobody lives there; only real pages show that a widget works.
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace siaga::views::gallery {

struct Scene
{
    QString name;
    std::function<QWidget *()> make;
};

std::vector<Scene> scenes();

QWidget *incidentScene(); ///< A region is down and being left.
QWidget *calmScene();     ///< Nothing is wrong, and some things have nothing to show.
QWidget *sheetScene();    ///< Small widgets in all their states.
QWidget *confirmScene();  ///< A dangerous plan before it runs.

QWidget *crowdScene();    ///< A thousand alerts in the feed.

} // namespace siaga::views::gallery
