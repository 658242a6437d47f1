// SPDX-License-Identifier: GPL-3.0-or-later
// What the console remembers from one start to the next: names of what was chosen in the palette, and that the guide was
// seen.
//
// Like the pencil marks on one's own desk pad. The catch: names only, never a state, a secret or anything that an
// engine reads; whoever deletes the file loses nothing but convenience.
#pragma once

#include <QSettings>
#include <QString>
#include <QStringList>

namespace siaga {

class ConsoleSettings
{
public:
    /// $XDG_CONFIG_HOME/siaga/console.ini.
    static QString usualPath();

    explicit ConsoleSettings(const QString &path = usualPath());

    QStringList recents() const;
    void setRecents(const QStringList &recents);
    bool isGuideSeen() const;
    void setGuideSeen();

private:
    QSettings m_file;
};

} // namespace siaga
