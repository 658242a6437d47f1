// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga credential`: what is kept, for whom, and whether it works. No value is ever printed, and none comes from the words
// of a call.
#pragma once

#include "app/command.h"
#include "app/credential_trials.h"

#include <map>
#include <set>

namespace siaga {

/// list, test, remove, reread; and set, where a value came along the socket for the memory of this instance.
class CredentialCommand : public Command
{
    Q_OBJECT

public:
    CredentialCommand(const Arguments &arguments, Instance &instance, Reply reply);

private:
    void list();
    void askEach(const std::vector<CredentialSeen> &remembered);
    void tellList();
    void test();
    void remove();
    void keepInMemory(const Secret &value);
    void tellTrials(const CredentialTrials::Result &result);

    Instance &m_instance;
    Secrets &m_secrets;
    const Reply m_reply;
    const std::string m_name;
    CredentialTrials m_trials;
    std::vector<CredentialSeen> m_remembered;
    std::vector<CredentialSeen> m_seen;
    std::size_t m_awaited = 0;
    std::vector<SecretTicket> m_tickets;
};

/// `credential set NAME`: asks for the value and puts it into the keychain, in this process; whoever runs reads it again.
/// With --memory it goes to whoever runs, for as long as that does. Gives the exit code.
int runCredentialSet(const Arguments &arguments);

} // namespace siaga
