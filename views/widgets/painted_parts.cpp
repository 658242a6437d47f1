// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/painted_parts.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <utility>
#include <vector>

namespace siaga::views {

namespace {

class PartInterface : public QAccessibleInterface, public QAccessibleActionInterface
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
    void setText(QAccessible::Text, const QString &) override { }

    QAccessible::Role role() const override { return part().pressable ? QAccessible::Button : QAccessible::Graphic; }

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
        // A description too: the bus to screen readers carries no value that is not a number.
        return kind == QAccessible::Value || kind == QAccessible::Description ? part().value : QString();
    }

    QAccessible::State state() const override
    {
        const PaintedPart shown = part();
        QAccessible::State state;
        state.invalid = !isValid();
        state.invisible = !m_widget || !m_widget->isVisible();
        state.disabled = m_widget && !m_widget->isEnabled();
        state.focusable = state.selectable = canFocus();
        state.readOnly = true;
        state.selected = shown.current;
        state.focused = shown.current && m_widget && m_widget->hasFocus();
        state.expandable = shown.unfolded.has_value();
        state.expanded = shown.unfolded.value_or(false);
        state.collapsed = !shown.unfolded.value_or(true);
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override
    {
        QStringList names;
        if (part().pressable) {
            names << pressAction();
        }
        if (canFocus()) {
            names << setFocusAction();
        }
        return names;
    }

    void doAction(const QString &name) override
    {
        if (!actionNames().contains(name)) {
            return;
        }
        if (canFocus()) {
            m_widget->setFocus(Qt::OtherFocusReason);
            parts()->goToPart(m_index);
        }
        if (name == pressAction()) {
            parts()->pressPart(m_index);
        }
    }

    QStringList keyBindingsForAction(const QString &name) const override
    {
        return name == pressAction() ? QStringList{QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)}
                                     : QStringList();
    }

private:
    bool canFocus() const { return m_widget && m_widget->isEnabled() && m_widget->focusPolicy() != Qt::NoFocus; }
    PaintedParts *parts() const { return dynamic_cast<PaintedParts *>(m_widget.data()); }
    PaintedPart part() const { return isValid() ? parts()->part(m_index) : PaintedPart(); }

    QPointer<QWidget> m_widget;
    int m_index;
};

class PartsInterface : public QAccessibleWidget
{
public:
    explicit PartsInterface(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Chart)
        , m_key(widget)
    {
        asked().insert(m_key, this);
    }

    ~PartsInterface() override
    {
        asked().remove(m_key);
        for (const QAccessible::Id id : m_children) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    /// Those that somebody has asked for; nobody else wants to be told.
    static QHash<const QWidget *, PartsInterface *> &asked()
    {
        static QHash<const QWidget *, PartsInterface *> all;
        return all;
    }

    int childCount() const override { return parts().partCount(); }

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

    /// Compares with what was told last. What stands elsewhere by itself, such as ages that go on, stays quiet.
    void tellChanges()
    {
        std::vector<Told> now;
        for (int index = 0; index < childCount(); ++index) {
            const PaintedPart part = parts().part(index);
            now.push_back({part.name, part.state, part.current ? part.value : QString()});
        }
        const std::vector<Told> before = std::exchange(m_told, now);
        if (before.size() != now.size()) {
            QAccessibleEvent other(widget(), QAccessible::ObjectReorder);
            QAccessible::updateAccessibility(&other);
        }
        for (std::size_t index = 0; index < std::min(before.size(), now.size()); ++index) {
            const bool renamed = before[index].name != now[index].name;
            if (renamed) {
                tell(index, QAccessible::NameChanged);
            }
            if (renamed || before[index].state != now[index].state || before[index].value != now[index].value) {
                tell(index, QAccessible::DescriptionChanged);
            }
        }
    }

private:
    struct Told
    {
        QString name;
        QString state;
        QString value; // Of the part that the keyboard is on.
    };

    const PaintedParts &parts() const { return *dynamic_cast<const PaintedParts *>(widget()); }

    void tell(std::size_t index, QAccessible::Event what)
    {
        QAccessibleEvent event(widget(), what);
        event.setChild(static_cast<int>(index));
        QAccessible::updateAccessibility(&event);
    }

    const QWidget *m_key;
    mutable std::vector<QAccessible::Id> m_children;
    std::vector<Told> m_told;
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

void announceParts(QWidget *widget)
{
    if (PartsInterface *known = PartsInterface::asked().value(widget)) {
        known->tellChanges();
    }
}

} // namespace siaga::views
