// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers are told, written down: a bridge to none, which Qt finds like those to the real ones.
//
// The catch: Qt's own handler for tests hears nothing on the offscreen platform, where accessibility is never active.
#pragma once

#include <QAccessible>
#include <QAccessibleBridgePlugin>
#include <QList>

namespace siaga::tests {

struct Heard
{
    QAccessible::Event kind;
    QObject *object;
    int child;
};

/// All events since the start or the last clear().
QList<Heard> &heard();

class ListenerPlugin : public QAccessibleBridgePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QAccessibleBridgeFactoryInterface_iid FILE "listener.json")

public:
    QAccessibleBridge *create(const QString &key) override;
};

} // namespace siaga::tests
