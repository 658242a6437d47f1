// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials beside a window: makes their board when something changed, and does what a person asks for in their list.
//
// Like the porter's hatch: orders go in, tags come out. The catch: it lives in the instance's thread; the window only ever
// hears of it.
#pragma once

#include "app/credential_trials.h"
#include "app/instance.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>

namespace siaga {

class CredentialDesk : public QObject
{
    Q_OBJECT

public:
    /// `instance` outlives it.
    explicit CredentialDesk(Instance &instance, QObject *parent = nullptr);
    ~CredentialDesk() override;

    /// The window is shown: from now on the keychain may be asked.
    void begin();
    void take(const CredentialOrder &order);

signals:
    void boardReady(const std::shared_ptr<const siaga::CredentialsBoard> &board);
    void done(const siaga::CredentialDone &done);

private:
    void tell();
    void askForAll();
    void remember();
    void test(const std::string &name);
    void finish(CredentialOrder::Kind kind, const SecretAnswer &answer);

    Instance &m_instance;
    Secrets &m_secrets;
    CredentialTrials m_trials;
    std::map<std::string, std::vector<CredentialTrial>> m_tried; ///< The last result for each name.
    std::set<std::string> m_testing;
    std::vector<CredentialSeen> m_remembered;
    std::map<std::string, SecretTicket> m_asked;
    SecretTicket m_order;
    SecretTicket m_remembering;
};

} // namespace siaga
