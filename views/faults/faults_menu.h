// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the lab: what is broken now, each healable, and what can be broken, in words people understand.
//
// Like the director's board behind the stage. The catch: it exists in the lab only; it breaks a simulated world and
// nothing else, and says so.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/figures.h"
#include "views/models/faults.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/choice_popover.h"

#include <memory>

namespace siaga::views {

class FaultsMenu : public ChoicePopover
{
    Q_OBJECT

public:
    explicit FaultsMenu(QWidget *window);

    void setCatalogue(const FaultCatalogue &catalogue);
    /// False until it is known what can be broken; a lab in another process never tells.
    bool hasCatalogue() const { return !m_catalogue.kinds.empty(); }
    void showFaults(const ActiveFaults &faults);
    void showBoard(const std::shared_ptr<const NowBoard> &board, words::Zone zone);

    /// `region` is offered first wherever a region is asked for; empty: none is preferred.
    void openFor(const QString &region);

    /// What became of what was asked for: done closes the menu, a refusal is read in it.
    void showAnswer(bool isDone, const QString &words);

signals:
    /// As `siaga lab fault` and `siaga lab heal` take it: "slow lab-eu-west-1 web magnitude=10", "heal", "heal 3".
    void disturbRequested(const QString &fault);

protected:
    void typed(const QString &text) override;
    void chosen(int row) override;
    bool goBack(bool byEscape) override;

private:
    /// A row and what it does: ask for something at once, or first ask where.
    struct Line
    {
        ChoiceRow row;
        QString call;
        int kind = -1; ///< Index of the kind whose targets come next.
    };

    /// What is shown now, best first where something was typed.
    std::vector<Line> lines() const;
    std::vector<Line> activeLines() const;
    std::vector<Line> kindLines() const;
    std::vector<Line> targetLines(const FaultOffer &kind) const;
    std::vector<Line> edgeLines(const FaultOffer &kind) const;
    void renew();
    void sayWhatToDo();

    FaultCatalogue m_catalogue;
    ActiveFaults m_active;
    std::shared_ptr<const NowBoard> m_board;
    words::Zone m_zone = words::Zone::utc;
    QString m_region;
    QString m_typed;
    int m_kind = -1; ///< The kind whose target is being chosen.
    std::vector<Line> m_lines; ///< As they are listed.
};

} // namespace siaga::views
