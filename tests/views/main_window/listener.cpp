// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/listener.h"

#include <QAccessibleBridge>
#include <QtPlugin>

namespace siaga::tests {

namespace {

class Listener : public QAccessibleBridge
{
public:
    void setRootObject(QAccessibleInterface *) override { }
    void notifyAccessibilityUpdate(QAccessibleEvent *event) override
    {
        heard() << Heard{event->type(), event->object(), event->child()};
    }
};

} // namespace

QList<Heard> &heard()
{
    static QList<Heard> all;
    return all;
}

QAccessibleBridge *ListenerPlugin::create(const QString &)
{
    return new Listener;
}

} // namespace siaga::tests

Q_IMPORT_PLUGIN(ListenerPlugin)
