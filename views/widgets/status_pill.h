// SPDX-License-Identifier: GPL-3.0-or-later
// A status in one glance: its mark alone, or its mark with its word.
//
// Like a traffic light with the word written on it. The catch: an emergency is filled, so that it also stands out in a
// photograph of the screen in black and white.
#pragma once

#include "views/theme/theme.h"

#include <QWidget>

namespace siaga::views {

/// The mark alone; its word is its accessible name.
class SeverityMark : public QWidget
{
    Q_OBJECT

public:
    explicit SeverityMark(Status status = Status::unknown, QWidget *parent = nullptr);

    void setStatus(Status status);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
};

/// Mark and text, such as "◆ critical since 02:12:58 · 47 s"; the word of the status when the text is empty.
class StatusPill : public QWidget
{
    Q_OBJECT

public:
    explicit StatusPill(Status status = Status::unknown, const QString &text = {}, QWidget *parent = nullptr);

    void setStatus(Status status, const QString &text = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::unknown;
    QString m_text;
};

} // namespace siaga::views
