// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials that a test holds in its hand: known, or in the state that it wants, or silent until it says so.
//
// Like a clerk who reads his answers off a card. The catch: it answers from the event loop, as the port demands.
#pragma once

#include "core/drivers/ports/secrets.h"

#include <QObject>

#include <map>
#include <utility>

namespace siaga {

class FixedSecrets : public QObject, public Secrets
{
public:
    void know(const std::string &name, std::string_view value) { m_answers[name] = {{.name = name, .state = CredentialState::known}, Secret(value)}; }
    void lack(const std::string &name, CredentialState state) { m_answers[name] = {{.name = name, .state = state}, {}}; }
    void fallSilent() { m_silent = true; }
    int questions() const { return m_questions; }
    int refusals() const { return m_refusals; }

    void begin() override {}
    SecretTicket ask(const std::string &name, Answer then) override
    {
        ++m_questions;
        const auto ticket = std::make_shared<char>();
        const auto found = m_answers.find(name);
        const SecretAnswer answer = found == m_answers.end() ? SecretAnswer{{.name = name, .state = CredentialState::absent}, {}} : found->second;
        if (m_silent)
            m_unanswered.push_back(std::move(then));
        else
            QMetaObject::invokeMethod(this, [answer, then = std::move(then), weak = std::weak_ptr<void>(ticket)] {
                if (!weak.expired())
                    then(answer);
            }, Qt::QueuedConnection);
        return ticket;
    }
    SecretTicket askAnew(const std::string &name, Answer then) override { return ask(name, std::move(then)); }
    void refused(const std::string &) override { ++m_refusals; }
    SecretTicket keep(const std::string &, Secret, SecretPlace, Answer) override { return {}; }
    SecretTicket remove(const std::string &, Answer) override { return {}; }
    void readAgain(const std::string &) override {}
    void unlock() override {}
    std::vector<CredentialSeen> seen() const override { return {}; }
    KeychainSeen keychain() const override { return {}; }
    SecretTicket remembered(std::function<void(const std::vector<CredentialSeen> &)>) override { return {}; }
    void onChanged(std::function<void()>) override {}

private:
    std::map<std::string, SecretAnswer> m_answers;
    bool m_silent = false;
    std::vector<Answer> m_unanswered;
    int m_questions = 0;
    int m_refusals = 0;
};

} // namespace siaga
