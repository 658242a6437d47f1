// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: one line that goes to any region, service, alert, plan, breaker or page, and runs any command of the window.
//
// Like asking the person at the desk instead of walking the corridors. The catch: it does nothing by itself. What is
// chosen leaves as a signal, and what is dangerous opens its dialog, exactly as by its own key.
#pragma once

#include "views/palette/search.h"
#include "views/widgets/choice_popover.h"

namespace siaga::views {

inline constexpr int recentsMax = 8;

class Palette : public ChoicePopover
{
    Q_OBJECT

public:
    explicit Palette(QWidget *window);

    /// Names of what was chosen, the last first; others than the first `recentsMax` are dropped.
    void setRecents(const QStringList &recents);
    const QStringList &recents() const { return m_recents; }

    void openWith(std::vector<Finding> findings);
    /// How things stand now. The rows stay where they are; what is gone says so.
    void renew(std::vector<Finding> findings);

signals:
    void placeChosen(const siaga::views::Place &place);
    void commandChosen(siaga::views::Command command);
    void recentsChanged(const QStringList &recents);

protected:
    void typed(const QString &text) override;
    void chosen(int row) override;

private:
    void showHelp();
    void add(const QString &heading, const std::vector<Hit> &hits, std::vector<struct ChoiceRow> &rows);
    void remember(const QString &name);

    std::vector<Finding> m_findings;
    std::vector<QString> m_shown; ///< For each row the name of what it shows; empty: a heading.
    QStringList m_recents;
    QString m_text;
    bool m_helps = false;
};

} // namespace siaga::views
