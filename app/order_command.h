// SPDX-License-Identifier: GPL-3.0-or-later
// What people order of alerts, plans and policies: acknowledge, approve, hold, resume, abort, stop, lift. Each is a
// journaled request, and ends with its answer.
#pragma once

#include "app/asking_command.h"

namespace siaga {

class OrderCommand : public AskingCommand
{
    Q_OBJECT

public:
    static bool takes(const QString &command);

    OrderCommand(Arguments arguments, Instance &instance, std::string person, Reply reply);

private:
    void begin();
    void order(std::uint64_t number);
    void approve(PlanId plan);
    void granted(const RequestGranted &answer) override;
    /// What is now the case, as a sentence.
    QString outcome() const;

    const Arguments m_arguments;
    bool m_follows = false;
};

} // namespace siaga
