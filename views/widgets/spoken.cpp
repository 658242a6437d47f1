// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/spoken.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace siaga::views {

namespace {

constexpr const char *roleProperty = "accessibleRole";

class RoleInterface : public QAccessibleWidget
{
public:
    explicit RoleInterface(QWidget *widget)
        : QAccessibleWidget(widget)
    {
    }

    QAccessible::Role role() const override
    {
        return static_cast<QAccessible::Role>(widget()->property(roleProperty).toInt());
    }
};

QAccessibleInterface *made(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && widget->property(roleProperty).isValid() ? new RoleInterface(widget) : nullptr;
}

} // namespace

void setRole(QWidget &widget, QAccessible::Role role)
{
    static const bool installed = [] {
        QAccessible::installFactory(made);
        return true;
    }();
    Q_UNUSED(installed)
    widget.setProperty(roleProperty, static_cast<int>(role));
}

void announceAlert(QWidget &widget)
{
    // Readers on Linux listen for a part with the role of an alert that begins to show; others for the alert itself.
    for (const QAccessible::Event kind : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(&widget, kind);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace siaga::views
