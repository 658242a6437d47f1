// SPDX-License-Identifier: GPL-3.0-or-later
// Which store each credential was kept in, and since when: a small file of names.
//
// Like the note in a porter's book, "the cellar key is with the guard", so that nobody takes it from a stranger who says
// he is the guard. The catch: the book is read anew each time, as several Siagas of one account write into it.
#pragma once

#include "core/base/instant.h"

#include <QString>

#include <map>
#include <optional>
#include <string>

namespace siaga {

class StoreLedger
{
public:
    struct Entry
    {
        std::string store;
        std::optional<WallTime> setAt; ///< None: something else than Siaga put it there.
    };

    /// Reads the file. One that is missing or is no ledger counts as empty.
    explicit StoreLedger(QString path);

    const std::map<std::string, Entry> &entries() const { return m_entries; }
    std::optional<Entry> find(const std::string &name) const;

    /// Changes one entry and writes the file at once, whole or not at all. What cannot be written is lost: the next
    /// reading then believes the store that answers.
    void note(const std::string &name, const Entry &entry);
    void forget(const std::string &name);

private:
    void write() const;

    QString m_path;
    std::map<std::string, Entry> m_entries;
};

} // namespace siaga
