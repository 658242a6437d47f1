// SPDX-License-Identifier: GPL-3.0-or-later
// What the file system says of a socket's file before anybody knocks: is it there, is it one, may we.
//
// Like reading the sign on the door. The catch: that we may open it does not mean that somebody sits behind it.
#pragma once

#include <string>

namespace siaga {

struct SocketFile
{
    bool exists = false;
    bool isSocket = false;
    bool mayOpen = false;       ///< This account may write to it, which connecting needs.
    std::string closedFolder;   ///< The first folder on the way that this account may not enter; empty when all are open.
    std::string missingFolder;  ///< The first folder on the way that is not there; empty when all are.
    std::string owner;          ///< Names, or numbers where there is no name.
    std::string group;
    bool groupMayOpen = false;
};

/// Of an absolute path; follows links, as connecting does.
SocketFile lookAtSocketFile(const std::string &path);

} // namespace siaga
