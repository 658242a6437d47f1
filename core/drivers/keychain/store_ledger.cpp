// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/keychain/store_ledger.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace siaga {

namespace {

constexpr qint64 fileMax = 1024 * 1024;

} // namespace

StoreLedger::StoreLedger(QString path)
    : m_path(std::move(path))
{
    QFile file(m_path);
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject stores = QJsonDocument::fromJson(file.read(fileMax)).object().value(u"credentials"_s).toObject();
    for (auto at = stores.begin(); at != stores.end(); ++at) {
        const QJsonObject kept = at.value().toObject();
        Entry entry{.store = kept.value(u"store"_s).toString().toStdString(), .setAt = std::nullopt};
        bool isNumber = false;
        if (const qint64 set = kept.value(u"set"_s).toString().toLongLong(&isNumber); isNumber)
            entry.setAt = WallTime{set};
        m_entries.emplace(at.key().toStdString(), std::move(entry));
    }
}

std::optional<StoreLedger::Entry> StoreLedger::find(const std::string &name) const
{
    const auto found = m_entries.find(name);
    return found == m_entries.end() ? std::nullopt : std::optional(found->second);
}

void StoreLedger::note(const std::string &name, const Entry &entry)
{
    m_entries[name] = entry;
    write();
}

void StoreLedger::forget(const std::string &name)
{
    if (m_entries.erase(name) > 0)
        write();
}

void StoreLedger::write() const
{
    QJsonObject stores;
    for (const auto &[name, entry] : m_entries) {
        QJsonObject kept{{u"store"_s, QString::fromStdString(entry.store)}};
        if (entry.setAt)
            kept.insert(u"set"_s, QString::number(entry.setAt->milliseconds));
        stores.insert(QString::fromStdString(name), kept);
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{u"credentials"_s, stores}}).toJson());
    file.commit();
}

} // namespace siaga
