// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/ports/authorization.h"

#include "core/base/text.h"

#include <algorithm>

namespace siaga {

namespace {

std::string base64Of(std::string_view bytes)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4); // Grown once, so that no copy of it is left behind.
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; };
        const unsigned three = (byte(i) << 16U) | (byte(i + 1) << 8U) | byte(i + 2);
        text += letters[three >> 18U];
        text += letters[(three >> 12U) & 63U];
        text += i + 1 < bytes.size() ? letters[(three >> 6U) & 63U] : '=';
        text += i + 2 < bytes.size() ? letters[three & 63U] : '=';
    }
    return text;
}

bool isTokenCharacter(char c)
{
    return c > 0x20 && c < 0x7F;
}

Result<Secret> joined(std::string_view scheme, std::string_view text)
{
    std::string header;
    header.reserve(scheme.size() + text.size());
    header.append(scheme).append(text);
    const Secret made(header);
    wipe(header);
    return made;
}

} // namespace

std::string whyNoSecret(std::string_view value)
{
    if (value.empty())
        return "it is empty";
    if (value.size() > secretMax)
        return "it is longer than " + std::to_string(secretMax) + " bytes";
    const bool isOneLine = std::ranges::none_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (!isOneLine || !isUtf8(value))
        return "it holds line ends or other control characters";
    return {};
}

std::string whyNotKnown(const CredentialSeen &seen)
{
    const std::string text = "the credential " + seen.name + " is not known";
    switch (seen.state) {
    case CredentialState::locked:
        return text + ": the keychain is locked";
    case CredentialState::waiting:
    case CredentialState::notAsked:
        return text + " yet: the keychain has not answered";
    case CredentialState::unavailable:
        return text + ": " + (seen.detail.empty() ? "there is no keychain" : seen.detail);
    case CredentialState::otherStore:
        return text + ": it was kept in " + seen.store + ", and another keychain answers now";
    case CredentialState::absent:
    case CredentialState::known:
        break;
    }
    return text;
}

std::string wasRefused(const Credential &credential)
{
    return "the credential " + credential.name + " was refused";
}

bool isRefusal(int status)
{
    return status == 401 || status == 403;
}

Result<Secret> authorizationFor(const Credential &credential, const Secret &value)
{
    const std::string_view text = value.reveal();
    if (const std::string why = whyNoSecret(text); !why.empty())
        return Error{"the credential " + credential.name + " cannot be sent: " + why};
    if (credential.kind == CredentialKind::bearer) {
        if (!std::ranges::all_of(text, isTokenCharacter))
            return Error{"the credential " + credential.name + " is no token: it holds spaces or other than ASCII"};
        return joined("Bearer ", text);
    }
    if (text.find(':') == text.npos)
        return Error{"the credential " + credential.name + " is not USER:PASSWORD"};
    std::string encoded = base64Of(text);
    const Result<Secret> header = joined("Basic ", encoded);
    wipe(encoded);
    return header;
}

} // namespace siaga
