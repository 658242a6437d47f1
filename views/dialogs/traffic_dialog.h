// SPDX-License-Identifier: GPL-3.0-or-later
// The guided way to move a region's traffic: ask for the plan, read it, type what it acts on, run exactly that.
//
// Like signing at the notary's: drafted first, read aloud, then signed, and a changed page is read again. The catch: it
// decides nothing. The plan is drafted and judged elsewhere; that the region it leaves is stale or dead never keeps
// anybody from leaving it.
#pragma once

#include "core/boards/now_board.h"
#include "core/boards/request.h"
#include "views/dialogs/dialog.h"

#include <memory>
#include <optional>

class QStackedWidget;

namespace siaga::views {

class PlanPreview;
class TypeToConfirm;

class TrafficDialog : public Dialog
{
    Q_OBJECT

public:
    /// For evacuate or restore: the plan is looked for among the proposals, else asked for. `plan` reviews that one.
    TrafficDialog(const Purpose &purpose, std::optional<PlanId> plan, std::shared_ptr<const NowBoard> board,
                  RequestIdSource ids, QWidget *parent);

    /// Asks for the plan unless it is already proposed; call once, after `requested` is connected.
    void begin();
    void showBoard(const std::shared_ptr<const NowBoard> &board);
    /// True when the request is one of this dialog's that has not been answered.
    bool answersFor(RequestId request) const { return request && (request == m_asked || request == m_approved); }
    void showGranted(const RequestGranted &granted);
    void showRefused(const RequestRefused &refused);

signals:
    void requested(const siaga::Request &request);
    /// A command line that runs the plan that was read.
    void copyRequested(const QString &command);

private:
    QWidget *makeWaiting();
    QWidget *makeReview();
    void ask(bool unknownDemandAccepted);
    void read();
    void showCard(const PlanCard &card);
    void showObserved(const PlanCard &card);
    void showRefusals(const std::vector<Reason> &reasons);
    void say(const QString &text, bool canAskAgain);
    void judge();
    void approve();
    void copyCommand();

    const Purpose m_purpose;
    std::shared_ptr<const NowBoard> m_board;
    RequestIdSource m_ids;
    std::optional<PlanId> m_plan;       ///< The one under review.
    std::optional<Hash256> m_read;      ///< Hash of the plan that the person has before them.
    RequestId m_asked;                  ///< Of the request for the plan; zero: none is on its way.
    RequestId m_approved;               ///< Of the approval; zero: not given.
    Instant m_askedAt;

    QStackedWidget *m_pages;
    PlainLabel *m_message;
    QVBoxLayout *m_reasons;
    ActionButton *m_again;
    ActionButton *m_accept;
    PlanPreview *m_preview;
    PlainLabel *m_changed;
    PlainLabel *m_bounds;
    PlainLabel *m_observed;
    PlainLabel *m_typeLabel;
    TypeToConfirm *m_type;
    ActionButton *m_run;
};

} // namespace siaga::views
