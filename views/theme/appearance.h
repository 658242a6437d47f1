// SPDX-License-Identifier: GPL-3.0-or-later
// Decides whether the application is dark or light, and dresses it: style, palette, font.
//
// Like the light sensor of a car's dashboard, with a switch to overrule it. The catch: once we have set our palette Qt
// no longer shows us the desktop's, so a theme change takes ours off for a moment to look. The desktop portal, where
// there is one, has the last word; it is asked without waiting and may never answer.
#pragma once

#include <QObject>

#include <optional>

class QApplication;
class QFont;

namespace siaga::views {

enum class Scheme { desktop, dark, light };

class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Dresses the application at once. One for each application; it must not outlive it.
    Appearance(QApplication &application, Scheme scheme);

    void setScheme(Scheme scheme);
    bool isDark() const { return m_dark; }

    /// What the desktop's portal says; nothing means no preference, and the palette decides.
    void setPortalWish(std::optional<bool> dark);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed(bool dark);

private:
    void follow();

    QApplication &m_application;
    Scheme m_scheme;
    bool m_desktopDark = false;
    std::optional<bool> m_portalDark;
    std::optional<bool> m_applied;
    bool m_dark = false;
};

/// Inter where it is installed, otherwise the desktop's own family; the desktop's size in both cases.
QFont applicationFont(const QFont &desktop);

} // namespace siaga::views
