// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/socket_file.h"

#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace siaga {

namespace {

std::string userName(uid_t id)
{
    const passwd *const entry = getpwuid(id);
    return entry ? entry->pw_name : std::to_string(id);
}

std::string groupName(gid_t id)
{
    const group *const entry = getgrgid(id);
    return entry ? entry->gr_name : std::to_string(id);
}

} // namespace

SocketFile lookAtSocketFile(const std::string &path)
{
    SocketFile file;
    for (std::size_t slash = path.find('/', 1); slash != path.npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (::access(folder.c_str(), X_OK) == 0)
            continue;
        (errno == ENOENT || errno == ENOTDIR ? file.missingFolder : file.closedFolder) = folder;
        return file;
    }
    struct stat found{};
    if (::stat(path.c_str(), &found) != 0)
        return file;
    file.exists = true;
    file.isSocket = S_ISSOCK(found.st_mode);
    file.mayOpen = ::access(path.c_str(), W_OK) == 0;
    file.owner = userName(found.st_uid);
    file.group = groupName(found.st_gid);
    file.groupMayOpen = (found.st_mode & S_IWGRP) != 0;
    return file;
}

} // namespace siaga
