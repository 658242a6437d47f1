// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate authorities that a probe trusts, read from disk without anybody waiting for the disk.
//
// Like a clerk who fetches the list of valid seals from the archive while you go on working. The catch: the system's
// list is fetched once and kept, so a change to it counts from the next start; a named file is read for every probe.
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QObject>
#include <QSslCertificate>

#include <functional>
#include <optional>
#include <string>

namespace siaga {

class Authorities : public QObject
{
public:
    using Read = Result<QList<QSslCertificate>>;

    explicit Authorities(QObject *parent = nullptr);

    /// Reads `file` (PEM, absolute path), or the system's list when it is empty. `then` is called later in this
    /// object's thread, unless `context` or this object is gone by then. The list is never empty: that is an error.
    void read(const std::string &file, QObject *context, std::function<void(const Read &)> then);

private:
    std::optional<Read> m_system;
};

} // namespace siaga
