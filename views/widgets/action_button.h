// SPDX-License-Identifier: GPL-3.0-or-later
// A button that shows its key beside its word, so that the mouse teaches the keyboard.
//
// Like the keys printed beside a menu's entries. The catch: a disabled button must say why; give the reason when
// disabling it, and it stands in the tooltip and in the accessible description.
#pragma once

#include "views/theme/status.h"

#include <QKeySequence>
#include <QPushButton>

#include <optional>

namespace siaga::views {

class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    /// `key` also works, anywhere in the window, while the button is enabled and visible.
    explicit ActionButton(const QString &text, const QKeySequence &key = {}, QWidget *parent = nullptr);

    /// Word at the left and key at the right, for a column of buttons as wide as the inspector.
    void setSpread(bool spread);
    /// Shows a key that somebody else answers, such as a chord of the main window.
    void setKeyShown(const QKeySequence &key);
    /// A mark before the word; the caller says it in the accessible name too.
    void setMark(std::optional<Status> mark);
    /// An empty reason enables it again.
    void disableBecause(const QString &reason);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString keyText() const;

    bool m_spread = false;
    QKeySequence m_keyShown;
    std::optional<Status> m_mark;
};

} // namespace siaga::views
