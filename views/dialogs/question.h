// SPDX-License-Identifier: GPL-3.0-or-later
// One question before something that is not easily taken back: what will happen, an optional reason, yes or no.
//
// Like a shop assistant who repeats the order. The catch: Escape and the first button are the way out; the answer that
// acts never has the focus to begin with.
#pragma once

#include "views/dialogs/dialog.h"

#include <QStringList>

class QLineEdit;

namespace siaga::views {

struct QuestionText
{
    QString title;
    QStringList lines;      ///< What will happen, each a sentence.
    QString act;            ///< Word of the button that acts.
    QString reasonWanted;   ///< What to write into the reason field; empty: there is none. A reason is then required.
    bool dangerous = false;
};

class Question : public Dialog
{
    Q_OBJECT

public:
    Question(const QuestionText &text, Mode mode, QWidget *parent);

signals:
    /// The person said yes; `reason` is empty when none was wanted.
    void agreed(const QString &reason);

private:
    QLineEdit *addReason(const QString &wanted);
    void agree();

    QLineEdit *m_reason = nullptr;
    ActionButton *m_act;
};

} // namespace siaga::views
