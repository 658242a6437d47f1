// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/addresses.h"
#include "core/fleet/credential_use.h"
#include "core/fleet/parts.h"

namespace siaga {

Credential readCredential(Section &section)
{
    Credential credential;
    credential.name = section.text("credential");
    credential.kind = section.word<CredentialKind>("credential_kind");
    return credential;
}

void checkCredential(Section &section, const Credential &credential, std::string_view target, const Reading &reading)
{
    if (!section.isSound({"credential"}))
        return;
    if (credential.name.empty() && section.has("credential_kind") && section.isSound({"credential_kind"}))
        section.tell("credential_kind", std::string(namesOf(CredentialKind{})[static_cast<std::size_t>(credential.kind)]),
                     "a credential beside it, as it says how that is sent");
    if (credential.name.empty())
        return;
    if (reading.fleet.lab)
        section.tell("credential", credential.name, "nothing, as a lab asks no real target");
    else if (isHttpUrl(target) && !keepsSecrets(target))
        section.tell("credential", credential.name,
                     "no credential for " + std::string(target) + ", or https://, as everybody on the way can read what http:// carries");
}

std::vector<CredentialUse> credentialUses(const Fleet &fleet)
{
    std::vector<CredentialUse> uses;
    for (const Check &check : fleet.checks)
        if (!check.credential.name.empty())
            uses.push_back({.credential = check.credential, .check = check.id, .target = check.target});
    for (const MetricsSource &source : fleet.metrics)
        if (!source.credential.name.empty())
            uses.push_back({.credential = source.credential, .metrics = source.id, .target = source.address});
    return uses;
}

} // namespace siaga
