// SPDX-License-Identifier: GPL-3.0-or-later
// A label that shows text as it is: no HTML, no hidden characters, figures that stand still, and an ellipsis with the
// whole text in the tooltip where there is no room.
//
// Like a typewriter's ribbon: letters only. The catch: a wrapped label has no tabular figures and no ellipsis.
#pragma once

#include "views/theme/theme.h"

#include <QLabel>

#include <optional>

namespace siaga::views {

enum class Tone { text, muted, accent };

class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, Type type = Type::body, Tone tone = Tone::text,
        QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setTone(Tone tone);
    /// Takes the colour of the status instead of a tone; the caller sees to it that its word is in the text.
    void setStatus(std::optional<Status> status);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
    void updateTip();

    Type m_type;
    Tone m_tone;
    QFont::Weight m_weight;
    std::optional<Status> m_status;
};

/// The colour of a tone.
QColor colourOf(Tone tone, const Tokens &tokens);

} // namespace siaga::views
