// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and dialog of the console as a top-level widget with sample values, by name: for the tests that walk over
// all of them, so that a page left out of this list is a page that nobody checks.
#pragma once

#include <QList>
#include <QSize>
#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace siaga::tests {

struct Scene
{
    const char *name = "";
    std::function<std::unique_ptr<QWidget>()> make;
    std::function<void(QWidget &)> act = {}; ///< Done once it is shown, such as opening a menu.
    bool isDialog = false; ///< Has a size of its own; a page is shown at the size of the screen.
};

const QList<Scene> &scenes();

/// Shown at that size (a dialog at its own, if that fits), laid out and painted once.
std::unique_ptr<QWidget> shown(const Scene &scene, const QSize &screen);

} // namespace siaga::tests
