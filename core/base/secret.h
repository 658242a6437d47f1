// SPDX-License-Identifier: GPL-3.0-or-later
// A secret value on its way through the program.
//
// Like a sealed envelope that burns when the last hand lets go of it. The catch: it guards its own bytes only. Sockets,
// Qt's strings and the keychain's library keep copies of their own for a while, and a page of memory may be swapped out;
// so credentials are best short-lived, and read-only.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// Overwrites the bytes, also when nobody reads them afterwards.
void wipe(std::string &bytes);

/// Copies share the same bytes, which are overwritten when the last copy goes. There is no way to print one.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string_view bytes);

    bool empty() const { return reveal().empty(); }
    /// The bytes; valid as long as a copy of this secret is.
    std::string_view reveal() const;
    bool operator==(const Secret &other) const { return reveal() == other.reveal(); }

private:
    struct Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

} // namespace siaga
