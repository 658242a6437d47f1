// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga evacuate` and `siaga restore`: print the plan and its hash; with the confirmation, run it to its end.
#pragma once

#include "app/command.h"

namespace siaga {

class PlanCommand : public Command
{
    Q_OBJECT

public:
    PlanCommand(Arguments arguments, Instance &instance, std::string person, Reply reply);

private:
    void ask();
    void hear(const Recorded &record);
    void hearAnswer(const Recorded &record);
    void hearPlan(const Recorded &record);
    void show(PlanId plan);
    void showText(const PlanCard &card) const;
    void showJson(const PlanCard &card) const;
    void refuse(const std::vector<Reason> &reasons);
    void approve(const PlanCard &card);
    void finish(int code);

    Arguments m_arguments;
    Instance &m_instance;
    std::string m_person;
    Reply m_reply;
    RequestId m_request;
    PlanId m_plan;
    bool m_running = false;
    bool m_finished = false;
};

} // namespace siaga
