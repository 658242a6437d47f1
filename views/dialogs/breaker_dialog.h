// SPDX-License-Identifier: GPL-3.0-or-later
// A person takes a breaker into their own hands: force it open, hold it closed, or reset it; why, and until when.
//
// Like the lock that an electrician hangs on the switch, with a name and an hour on it. The catch: it has no "for
// ever"; whoever leaves it locked is outlived by the hour.
#pragma once

#include "core/boards/protect_board.h"
#include "core/boards/request.h"
#include "views/dialogs/dialog.h"

class QButtonGroup;
class QLineEdit;

namespace siaga::views {

class TypeToConfirm;

enum class BreakerOrder { open, disable, reset };

class BreakerDialog : public Dialog
{
    Q_OBJECT

public:
    BreakerDialog(BreakerOrder order, const BreakerCard &card, const NowBoard &board, RequestIdSource ids, QWidget *parent);

    /// Disables what cannot be done any more, with the reason.
    void showBoard(const NowBoard &board);
    /// True when the request is this dialog's and has not been answered.
    bool answersFor(RequestId request) const { return request && request == m_asked; }
    void showGranted(const RequestGranted &granted);
    void showRefused(const RequestRefused &refused);

signals:
    void requested(const siaga::Request &request);
    /// The same as a command line.
    void copyRequested(const QString &command);

private:
    void addReason();
    void addEnds();
    void addTyping(const NowBoard &board);
    void addFoot();
    void judge();
    void order();
    QString whyNot() const;
    QString command() const;

    const BreakerOrder m_order;
    const BreakerId m_breaker;
    RequestIdSource m_ids;
    QString m_readOnly;
    RequestId m_asked;
    bool m_done = false;

    QLineEdit *m_reason = nullptr;
    QButtonGroup *m_ends = nullptr;   ///< Ids are minutes.
    TypeToConfirm *m_type = nullptr;  ///< Only for holds outside the lab.
    PlainLabel *m_answer;
    ActionButton *m_cancel;
    ActionButton *m_copy;
    ActionButton *m_act;
};

} // namespace siaga::views
