// SPDX-License-Identifier: GPL-3.0-or-later
// A few lines as they stand in a file: letters of one width, on a raised ground, ready to be copied.
//
// Like a cutting pasted into a manual. The catch: it is shown as it is and never translated, because the file is not.
#pragma once

#include <QStringList>
#include <QWidget>

namespace siaga::views {

class CodeBlock : public QWidget
{
    Q_OBJECT

public:
    explicit CodeBlock(const QStringList &lines, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont letters() const;

    QStringList m_lines;
};

} // namespace siaga::views
