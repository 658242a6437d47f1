// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_desk.h"

namespace siaga {

CredentialDesk::CredentialDesk(Instance &instance, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_secrets(instance.secrets())
    , m_trials(m_secrets, [&instance] { return instance.now(); })
{
    m_secrets.onChanged([this] { tell(); });
    connect(&m_instance, &Instance::recorded, this, [this](const Recorded &record) {
        if (record.event.as<FleetAdopted>())
            tell();
    });
}

CredentialDesk::~CredentialDesk()
{
    m_secrets.onChanged({});
}

void CredentialDesk::begin()
{
    m_secrets.begin();
    tell();
}

void CredentialDesk::take(const CredentialOrder &order)
{
    using Kind = CredentialOrder::Kind;
    const auto answered = [this, kind = order.kind](const SecretAnswer &answer) { finish(kind, answer); };
    switch (order.kind) {
    case Kind::look:
        remember();
        return askForAll();
    case Kind::keep:
    case Kind::keepInMemory:
        m_tried.erase(order.name);
        m_order = m_secrets.keep(order.name, order.value, order.kind == Kind::keep ? SecretPlace::keychain : SecretPlace::memory, answered);
        return;
    case Kind::remove:
        m_tried.erase(order.name);
        m_order = m_secrets.remove(order.name, answered);
        return;
    case Kind::test:
        return test(order.name);
    case Kind::retry:
        if (m_secrets.keychain().state == CredentialState::locked)
            m_secrets.unlock();
        m_secrets.readAgain({});
        return askForAll();
    }
}

/// So that the list says of each whether it is there.
void CredentialDesk::askForAll()
{
    std::set<std::string> names;
    for (const CredentialUse &use : credentialUses(m_instance.runner().state().fleet))
        names.insert(use.credential.name);
    for (const CredentialSeen &seen : m_remembered)
        names.insert(seen.name);
    for (const std::string &name : names)
        m_asked[name] = m_secrets.ask(name, [](const SecretAnswer &) {}); // What came of it is told as a change.
    tell();
}

void CredentialDesk::remember()
{
    m_remembering = m_secrets.remembered([this](const std::vector<CredentialSeen> &all) {
        m_remembered = all;
        askForAll();
    });
}

void CredentialDesk::test(const std::string &name)
{
    m_testing.insert(name);
    m_tried.erase(name);
    tell();
    m_trials.begin(m_instance.runner().state().fleet, name, [this, name](const CredentialTrials::Result &result) {
        m_testing.erase(name);
        m_tried[name] = result.trials;
        tell();
    });
}

void CredentialDesk::finish(CredentialOrder::Kind kind, const SecretAnswer &answer)
{
    emit done({.kind = kind, .seen = answer.seen, .keychain = m_secrets.keychain()});
    remember();
}

void CredentialDesk::tell()
{
    const Fleet &fleet = m_instance.runner().state().fleet;
    const std::vector<CredentialSeen> seen = m_secrets.seen();
    auto board = std::make_shared<CredentialsBoard>(credentialsBoard({.fleet = fleet,
                                                                     .seen = seen,
                                                                     .remembered = m_remembered,
                                                                     .keychain = m_secrets.keychain(),
                                                                     .wall = m_instance.wall()}));
    for (CredentialRow &row : board->rows) {
        row.trying = m_testing.contains(row.seen.name);
        if (const auto tried = m_tried.find(row.seen.name); tried != m_tried.end())
            row.trials = tried->second;
    }
    emit boardReady(board);
}

} // namespace siaga

#include "moc_credential_desk.cpp"
