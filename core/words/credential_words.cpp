// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/credential_words.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QStringList>

namespace siaga::words {

namespace {

QString inMilliseconds(Duration took)
{
    return translate("words", "%1 ms").arg(std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
}

QString behind(const QString &sentence, const std::string &detail)
{
    return detail.empty() ? sentence : translate("words", "%1 The system says: %2.", "sentence; the system's own words").arg(sentence, text(detail));
}

} // namespace

QString word(CredentialState state)
{
    switch (state) {
    case CredentialState::notAsked:
        return translate("words", "not asked yet", "credential");
    case CredentialState::known:
        return translate("words", "known", "credential");
    case CredentialState::absent:
        return translate("words", "not in the keychain", "credential");
    case CredentialState::locked:
        return translate("words", "keychain locked", "credential");
    case CredentialState::waiting:
        return translate("words", "waiting for the keychain", "credential");
    case CredentialState::unavailable:
        return translate("words", "no keychain", "credential");
    case CredentialState::otherStore:
        return translate("words", "in another store", "credential");
    }
    return {};
}

QString store(const CredentialSeen &seen)
{
    if (seen.inMemory)
        return translate("words", "memory of this run");
    return seen.store.empty() ? QStringLiteral("—") : text(seen.store);
}

QString age(const CredentialSeen &seen, WallTime now)
{
    if (!seen.setAt)
        return {};
    const Duration since = std::chrono::milliseconds(std::max<std::int64_t>(0, now.milliseconds - seen.setAt->milliseconds));
    return translate("words", "set %1 ago").arg(duration(since));
}

QString use(const CredentialUse &use)
{
    return use.check.empty() ? translate("words", "page of metrics %1").arg(text(use.metrics))
                             : translate("words", "check %1").arg(text(use.check));
}

QString uses(const std::vector<CredentialUse> &uses)
{
    QStringList all;
    for (const CredentialUse &one : uses)
        all << use(one);
    return all.isEmpty() ? translate("words", "nothing in this fleet", "who uses a credential") : all.join(QStringLiteral(", "));
}

QString whyMissing(const CredentialSeen &seen)
{
    const QString name = text(seen.name);
    switch (seen.state) {
    case CredentialState::known:
        return {};
    case CredentialState::notAsked:
        return translate("words", "Nobody has asked for %1 yet.").arg(name);
    case CredentialState::absent:
        return translate("words", "The keychain has no %1: set it.").arg(name);
    case CredentialState::locked:
        return translate("words", "The keychain is locked: unlock it, or give %1 for this run only.").arg(name);
    case CredentialState::waiting:
        return translate("words", "The keychain has not answered yet; %1 counts as soon as it does, or give it for this run only.").arg(name);
    case CredentialState::unavailable:
        return behind(translate("words", "No keychain answers: %1 can be given for this run only.").arg(name), seen.detail);
    case CredentialState::otherStore:
        return translate("words", "%1 was kept in %2, and another keychain answers now: what that has is not taken. Set it again.")
            .arg(name, text(seen.store));
    }
    return {};
}

QString sentence(const KeychainSeen &keychain)
{
    const QString name = keychain.store.empty() ? translate("words", "The keychain") : text(keychain.store);
    switch (keychain.state) {
    case CredentialState::notAsked:
        return translate("words", "The keychain was not asked yet.");
    case CredentialState::known:
    case CredentialState::absent:
    case CredentialState::otherStore:
        return translate("words", "%1 is open.", "keychain").arg(name);
    case CredentialState::locked:
        return translate("words", "%1 is locked.", "keychain").arg(name);
    case CredentialState::waiting:
        return translate("words", "Waiting for the keychain. What is entered meanwhile counts at once.");
    case CredentialState::unavailable:
        return behind(translate("words", "There is no keychain in this session: credentials live in the memory of this run only."),
                      keychain.detail);
    }
    return {};
}

QString trial(const CredentialTrial &trial)
{
    const QString who = use(trial.use);
    const QString why = trial.detail.empty() ? translate("words", "its value is not known") : text(trial.detail);
    switch (trial.end) {
    case TrialEnd::accepted:
        return trial.status == 0
            ? translate("words", "%1: accepted after %2").arg(who, inMilliseconds(trial.took))
            : translate("words", "%1: accepted, status %2 after %3").arg(who, QString::number(trial.status), inMilliseconds(trial.took));
    case TrialEnd::refused:
        return trial.status == 0 ? translate("words", "%1: the target refused it").arg(who)
                                 : translate("words", "%1: the target refused it, status %2").arg(who, QString::number(trial.status));
    case TrialEnd::notWell:
        return trial.status == 0
            ? translate("words", "%1: it answered, but not as it should: %2").arg(who, text(trial.detail))
            : translate("words", "%1: it answered, but not as it should: status %2").arg(who, QString::number(trial.status));
    case TrialEnd::notReached:
        return trial.detail.empty() ? translate("words", "%1: not reached, so nothing is known").arg(who)
                                    : translate("words", "%1: not reached, so nothing is known: %2").arg(who, text(trial.detail));
    case TrialEnd::notAsked:
        break;
    }
    return translate("words", "%1: not asked: %2").arg(who, why);
}

QString whyNotDone(const CredentialDone &done)
{
    const QString name = text(done.seen.name);
    switch (done.seen.state) {
    case CredentialState::locked:
        return translate("words", "The keychain is locked, so %1 stays as it was: unlock it and try again.").arg(name);
    case CredentialState::waiting:
        return translate("words", "The keychain has not answered; what becomes of %1 shows when it does.").arg(name);
    case CredentialState::unavailable:
        return behind(translate("words", "Nothing has changed for %1.").arg(name), done.seen.detail);
    default:
        return {};
    }
}

} // namespace siaga::words
