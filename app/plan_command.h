// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga evacuate` and `siaga restore`: print the plan and its hash; with the confirmation, run it to its end.
#pragma once

#include "app/asking_command.h"

namespace siaga {

/// "25", "12.5" or "12.5 %" as a share: from 0 up to, but not including, 100, in steps of 0.1. nullopt for all else.
std::optional<Permille> shareFromPercent(QString text);

class PlanCommand : public AskingCommand
{
    Q_OBJECT

public:
    PlanCommand(Arguments arguments, Instance &instance, std::string person, Reply reply);

private:
    void begin();
    void askForPlan(const RegionId &region);
    void granted(const RequestGranted &answer) override;
    void show(const PlanCard &card) const;
    void showText(const PlanCard &card) const;
    void showJson(const PlanCard &card) const;
    void approve(const PlanCard &card);
    QString commandToRun(const PlanCard &card) const;

    const Arguments m_arguments;
    bool m_approved = false;
};

} // namespace siaga
