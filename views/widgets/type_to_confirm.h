// SPDX-License-Identifier: GPL-3.0-or-later
// The line in which a person types what a dangerous action acts on, such as "LIVE us-east-1".
//
// Like the glass over an alarm button: it breaks only on purpose. The catch: it cannot be pasted or dropped into, and
// Enter does nothing at all (not even the dialog's default button) until the text matches to the letter.
#pragma once

#include <QLineEdit>

namespace siaga::views {

class TypeToConfirm : public QLineEdit
{
    Q_OBJECT

public:
    explicit TypeToConfirm(const QString &expected, QWidget *parent = nullptr);

    /// Another expectation empties the line. An empty one never matches.
    void setExpected(const QString &expected);
    bool isMatched() const;

signals:
    void matchedChanged(bool matched);
    /// Enter on a matching text.
    void confirmed();

public:
    /// Wide enough for what is to be typed.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void judge();

    QString m_expected;
    bool m_matched = false;
};

} // namespace siaga::views
