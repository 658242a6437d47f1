// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace siaga {

namespace {

constexpr std::size_t lineMax = 8 * 1024 * 1024; // An exported record may hold a whole fleet.

void print(std::FILE *file, const QString &line)
{
    const std::string plain = plainText(line.toStdString(), lineMax) + '\n';
    std::fwrite(plain.data(), 1, plain.size(), file);
    std::fflush(file);
}

} // namespace

void printLine(const QString &line)
{
    print(stdout, line);
}

void printError(const QString &line)
{
    print(stderr, line);
}

void printJson(const QJsonObject &object)
{
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void printFailure(const QStringList &sentences, bool json)
{
    if (json)
        return printJson({{QStringLiteral("errors"), QJsonArray::fromStringList(sentences)}});
    for (const QString &sentence : sentences)
        printError(sentence);
}

} // namespace siaga
