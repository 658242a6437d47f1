// SPDX-License-Identifier: GPL-3.0-or-later
// A command that asks an instance for something, waits for the journaled answer, and may go on with a plan to its end.
#pragma once

#include "app/command.h"

namespace siaga {

class AskingCommand : public Command
{
    Q_OBJECT

protected:
    AskingCommand(Instance &instance, std::string person, Reply reply);

    /// A number for the next request; only its answer is heard from now on.
    RequestId nextRequest();
    void ask(const Event &body) { m_instance.request(body, m_person); }
    virtual void granted(const RequestGranted &answer) = 0;
    /// From now on everything about the plan is told; its end ends the command, and so does a hold. `wanted` is the end that counts as well.
    void follow(PlanId plan, PlanEnd wanted);
    void finish(int code);

    Instance &m_instance;
    const Reply m_reply;

private:
    void hear(const Recorded &record);
    void tell(const Recorded &record);
    void giveUp();

    const std::string m_person;
    RequestId m_request;
    PlanId m_followed;
    PlanEnd m_wanted = PlanEnd::done;
    bool m_finished = false;
};

} // namespace siaga
