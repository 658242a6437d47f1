// SPDX-License-Identifier: GPL-3.0-or-later
// After "hold all plans": each plan that was running, where it stands now, and how to go on with it.
//
// Like the list at the scene after somebody pulled the emergency brake. The catch: it opens at once, before the answer
// is there; a plan whose call is in flight is still shown as running until that call has come to its end.
#pragma once

#include "core/boards/request.h"
#include "views/dialogs/dialog.h"

#include <map>
#include <memory>

namespace siaga {
struct NowBoard;
struct PlanCard;
}

namespace siaga::views {

class HoldDialog : public Dialog
{
    Q_OBJECT

public:
    HoldDialog(RequestIdSource ids, Mode mode, QWidget *parent);

    void showBoard(const std::shared_ptr<const NowBoard> &board);
    /// The window behind shows the past: says that these are the plans of the present.
    void sayPresent();

signals:
    void requested(const siaga::Request &request);

private:
    struct Row
    {
        QWidget *widget = nullptr;
        PlainLabel *title = nullptr;
        PlainLabel *standing = nullptr;
        ActionButton *resume = nullptr;
        ActionButton *abort = nullptr;
    };

    Row makeRow(PlanId plan);
    void showCard(Row &row, const PlanCard &card, const NowBoard &board);

    RequestIdSource m_ids;
    PlainLabel *m_none;
    std::map<PlanId, Row> m_rows;
};

} // namespace siaga::views
