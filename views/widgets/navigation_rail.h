// SPDX-License-Identifier: GPL-3.0-or-later
// The way to each page: an icon with its word, the page's key (Alt+1…8), and the worst that waits there.
//
// Like the buttons of a lift. The catch: a page that does not exist yet has no button, yet the others keep their keys,
// so that fingers need not learn them again.
#pragma once

#include "views/theme/icons.h"
#include "views/theme/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace siaga::views {

struct RailPage
{
    int number = 1; ///< 1 to 8: its key, and what `activated` names.
    QString title;
    Icon icon = Icon::globe;
};

class RailButton;

class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(const std::vector<RailPage> &pages, QWidget *parent = nullptr);

    /// Marks a page as the one shown; emits nothing.
    void setCurrent(int number);
    /// The worst open thing on that page; healthy and unknown show no mark.
    void setWorst(int number, Status status);

    QSize sizeHint() const override;

signals:
    void activated(int number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::vector<RailButton *> m_buttons;
};

} // namespace siaga::views
