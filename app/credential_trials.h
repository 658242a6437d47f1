// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one credential back and tries it where the fleet uses it, reading only.
//
// Like turning a key once in each lock that it is for, without opening the door. The catch: a door that stands open for
// everybody seems to take the key too.
#pragma once

#include "app/credentials.h"
#include "core/boards/credentials_board.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace siaga {

class CredentialTrials
{
public:
    struct Result
    {
        CredentialSeen seen;
        std::vector<CredentialTrial> trials; ///< One for each use, in the fleet's order; none when it is not known.
    };
    using Done = std::function<void(const Result &)>;

    /// `secrets` and what `now` refers to outlive it.
    CredentialTrials(Secrets &secrets, InstantSource now);

    /// `done` is called once, later, unless this goes first. All uses are tried at once; each ends by its own time-out.
    void begin(const Fleet &fleet, const std::string &name, Done done);

private:
    struct Trial
    {
        std::string name;
        Result result;
        std::map<CallId, std::size_t> open; ///< Which of the trials each call is for.
        SecretTicket question;
        Done done;
    };

    void knock(const Fleet &fleet, Trial &trial);
    void completed(const Completion &completion);

    Secrets &m_secrets;
    std::unique_ptr<Driver> m_driver;
    CallId m_last;
    std::vector<std::shared_ptr<Trial>> m_trials;
};

} // namespace siaga
