// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/painted_parts.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>
#include <QWindow>

#include <vector>

namespace siaga::views {

namespace {

class PartInterface : public QAccessibleInterface
{
public:
    PartInterface(QWidget *widget, int index)
        : m_widget(widget)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_widget && m_index < parts()->partCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_widget ? m_widget->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Graphic; }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        const QRect place = part().place;
        return m_widget ? QRect(m_widget->mapToGlobal(place.topLeft()), place.size()) : QRect();
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name) {
            return part().name;
        }
        return kind == QAccessible::Value || kind == QAccessible::Description ? part().value : QString();
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.invalid = !isValid();
        state.selected = part().current;
        state.focused = part().current && m_widget && m_widget->hasFocus();
        return state;
    }

private:
    const PaintedParts *parts() const { return dynamic_cast<const PaintedParts *>(m_widget.data()); }
    PaintedPart part() const { return isValid() ? parts()->part(m_index) : PaintedPart(); }

    QPointer<QWidget> m_widget;
    int m_index;
};

class PartsInterface : public QAccessibleWidget
{
public:
    explicit PartsInterface(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Chart)
    {
    }

    ~PartsInterface() override
    {
        for (const QAccessible::Id id : m_children) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return dynamic_cast<const PaintedParts *>(widget())->partCount(); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        while (static_cast<int>(m_children.size()) <= index) {
            const int next = static_cast<int>(m_children.size());
            m_children.push_back(QAccessible::registerAccessibleInterface(new PartInterface(widget(), next)));
        }
        return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index)->rect().contains(x, y)) {
                return child(index);
            }
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index)->state().focused) {
                return child(index);
            }
        }
        return nullptr;
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index) == wanted) {
                return index;
            }
        }
        return -1;
    }

private:
    mutable std::vector<QAccessible::Id> m_children;
};

QAccessibleInterface *made(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && dynamic_cast<PaintedParts *>(widget) ? new PartsInterface(widget) : nullptr;
}

} // namespace

void installPaintedParts()
{
    static const bool installed = [] {
        QAccessible::installFactory(made);
        return true;
    }();
    Q_UNUSED(installed)
}

void announcePart(QWidget *widget, int index)
{
    QAccessibleEvent event(widget, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace siaga::views
