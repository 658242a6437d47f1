// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_trials.h"

#include <algorithm>

namespace siaga {

CredentialTrials::CredentialTrials(Secrets &secrets, InstantSource now)
    : m_secrets(secrets)
    , m_driver(makeTrialDriver(secrets, [this](const Completion &completion) { completed(completion); }, std::move(now)))
{
}

void CredentialTrials::begin(const Fleet &fleet, const std::string &name, Done done)
{
    const auto trial = std::make_shared<Trial>(Trial{.name = name, .result = {}, .open = {}, .question = {}, .done = std::move(done)});
    m_trials.push_back(trial);
    trial->question = m_secrets.askAnew(name, [this, fleet, weak = std::weak_ptr(trial)](const SecretAnswer &answer) {
        const auto known = weak.lock();
        known->result.seen = answer.seen;
        if (answer.seen.state == CredentialState::known)
            knock(fleet, *known);
        if (!known->open.empty())
            return;
        std::erase(m_trials, known);
        known->done(known->result);
    });
}

void CredentialTrials::knock(const Fleet &fleet, Trial &trial)
{
    for (const CredentialUse &use : credentialUses(fleet)) {
        if (use.credential.name != trial.name)
            continue;
        m_last = m_last.next();
        trial.open.emplace(m_last, trial.result.trials.size());
        trial.result.trials.push_back({.use = use});
        if (const MetricsSource *const source = fleet.metricsSource(use.metrics))
            m_driver->start({.id = m_last, .what = ReadMetrics{*source, {}}, .deadline = source->timeout});
        else if (const Check *const check = fleet.check(use.check))
            m_driver->start({.id = m_last, .what = ProbeCheck{*check}, .deadline = check->timeout});
    }
}

void CredentialTrials::completed(const Completion &completion)
{
    const auto found = std::ranges::find_if(m_trials, [&](const auto &trial) { return trial->open.contains(completion.id); });
    if (found == m_trials.end())
        return;
    const std::shared_ptr<Trial> trial = *found;
    CredentialTrial &one = trial->result.trials[trial->open.extract(completion.id).mapped()];
    one = judgeTrial(one.use, std::get<Observation>(completion.answer));
    if (!trial->open.empty())
        return;
    m_trials.erase(found);
    trial->done(trial->result);
}

} // namespace siaga
