// SPDX-License-Identifier: GPL-3.0-or-later
// Tames the connection to the session bus that the keychain's library brings along.
//
// Like taking the key of the main switch from a guest. The catch: the library is only known at run time, by its names.
#pragma once

namespace siaga {

/// True when the library behind the keychain's is there. It comes with a connection to the session bus of its own, which by
/// default ends the whole process when the bus goes away; this takes that from it. Connects, so it may wait for the bus.
/// To be called before each use: a bus that went away and came back has a new connection.
bool outliveTheBus();

} // namespace siaga
