// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga breaker open|close|reset NAME`: a person takes a breaker into their own hands, for a while and with a reason.
// `siaga status resilience`: every breaker, as text or JSON.
#pragma once

#include "app/asking_command.h"

namespace siaga {

class BreakerCommand : public AskingCommand
{
    Q_OBJECT

public:
    BreakerCommand(Arguments arguments, Instance &instance, std::string person, Reply reply);

private:
    void begin();
    void granted(const RequestGranted &answer) override;
    /// What is now the case, as a sentence.
    QString outcome() const;

    const Arguments m_arguments;
    Duration m_lasts{}; ///< Zero: none was named; Siaga refuses it and says what is missing.
};

class ResilienceCommand : public Command
{
    Q_OBJECT

public:
    ResilienceCommand(Instance &instance, const Reply &reply);

private:
    void say();

    Instance &m_instance;
    const Reply m_reply;
};

} // namespace siaga
